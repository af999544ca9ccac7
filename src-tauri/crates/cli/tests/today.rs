//! What is asked of the day is asked of the day where the user is.

mod desk;

use desk::{Desk, Said};
use serde_json::json;

/// In the evening of September 30 in Edmonton it is October 1 in Greenwich.
#[test]
fn who_leads_today_is_asked_of_the_day_where_the_user_is() {
    let desk = Desk::sample();
    let leads = json!([{"jurisdiction": "CA-ON", "to": "2019-09-30"}]);
    let hand_over = json!({"action": "edit", "id": "priority-1", "fields": {"leads": leads}});
    assert_eq!(desk.apply(&hand_over.to_string()).code, 0);
    let cycle = desk.exported()["cycles"][0]["id"].clone();
    let note = json!({"action": "create", "kind": "progress", "as": "lead:CA-ON", "fields": {
        "priority": "priority-1", "cycle": cycle, "text": {"en": "Drafted", "source": "en"}}});
    desk.write("note.jsonl", note.to_string());
    let write = |zone: &str| {
        let mut command = desk.command();
        command.env("TZ", zone).env("JALON_NOW", "2019-10-01T03:00:00Z");
        Said::from(command.args(["apply", "note.jsonl", "--store"]).arg(desk.store()).output().expect("run"))
    };
    assert_eq!(write("UTC").lines()[0]["failure"]["code"], "failure-denied-not-own");
    assert_eq!(write("MST7MDT").lines()[0]["ok"], true);
}
