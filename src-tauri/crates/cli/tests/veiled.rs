//! Who cleared a challenge that does not, or did not always, name anybody, on the command line.

mod desk;

use std::fs;

use desk::Desk;
use serde_json::{Value, json};

const FINAL: [&str; 7] = ["deck", "--final", "--lang", "en", "--out", ".", "--json"];
const QUEBEC: [&str; 2] = ["--as", "lead:CA-QC"];

fn edit(fields: Value) -> String {
    json!({"action": "edit", "id": "h1", "fields": fields}).to_string()
}

/// The sample with a challenge that Nunavut cleared under its name, and that names nobody
/// any more; with the clearance.
fn desk() -> (Desk, String) {
    let desk = Desk::sample();
    let create = json!({"action": "create", "kind": "challenge", "id": "h1", "fields": {
        "cycle": "cycle-2019-09", "attribution": "named", "jurisdictions": ["CA-NU"],
        "text": {"en": "Bandwidth", "fr": "Bande passante", "source": "en", "state": "approved"}}});
    assert_eq!(desk.apply(&create.to_string()).code, 0);
    let nunavut = ["clear", "h1", "--as", "lead:CA-NU"];
    let content = desk.answer(&nunavut)["item"]["content"].as_str().expect("a digest").to_owned();
    desk.done(&[&nunavut[..], &["--content", &content]].concat());
    let cleared = desk.answer(&nunavut)["item"]["clearance"].as_str().expect("a clearance").to_owned();
    assert_eq!(desk.apply(&edit(json!({"attribution": "anonymous", "jurisdictions": null}))).code, 0);
    (desk, cleared)
}

/// What was done by or for Nunavut, in the history that somebody is shown.
fn history(desk: &Desk, who: &[&str]) -> String {
    let all = desk.answer(&[who, &["history"]].concat())["history"].clone();
    let sample =
        |entry: &&Value| entry["action"].as_str().is_some_and(|action| !action.starts_with("install"));
    all.as_array().expect("entries").iter().filter(sample).map(Value::to_string).collect()
}

#[test]
fn history_and_exports_say_to_nobody_else_whose_word_it_was() {
    let (desk, cleared) = desk();
    for who in [QUEBEC, ["--as", "reader"], ["--as", "co-chair:CA-AB"]] {
        let told = history(&desk, &who);
        assert!(told.contains("h1") && !told.contains("CA-NU") && !told.contains(&cleared), "{told}");
        let told = desk.done(&[&who[..], &["--lang", "fr", "history"]].concat()).out;
        assert!(!told.contains("Nunavut : ") && !told.contains("accord donné"), "{told}");
        desk.refused(&[&who[..], &["history", &cleared]].concat(), 1, &["failure-store-unknown"]);
        // As of the time when it was named, too.
        let txn =
            desk.answer(&["history", &cleared])["history"][0]["txn"].as_str().expect("an id").to_owned();
        for moment in [&["--as-of", &txn][..], &[]] {
            let file = desk.path("out.json");
            let _ = fs::remove_file(&file);
            desk.done(&[&who[..], &["export", "out.json", "--replace"], moment].concat());
            let plan: Value = serde_json::from_slice(&fs::read(&file).expect("a file")).expect("JSON");
            let all = plan["challenges"].as_array().expect("challenges");
            let challenge = all.iter().find(|it| it["id"] == "h1").expect("the challenge");
            assert_eq!(challenge["attribution"], "anonymous");
            assert!(
                !plan.to_string().contains(&cleared) && !challenge.to_string().contains("CA-NU"),
                "{challenge}"
            );
        }
    }
    for who in [["--as", "lead:CA-NU"], ["--as", "secretariat"]] {
        assert!(history(&desk, &who).contains(&cleared), "{who:?}");
    }
}

#[test]
fn once_it_is_named_again_the_secretariat_knows_it_cleared_and_others_are_told_neither() {
    let (desk, _) = desk();
    assert_eq!(desk.apply(&edit(json!({"attribution": "named", "jurisdictions": ["CA-NU"]}))).code, 0);
    desk.done(&["challenge", "issue"]);
    let of = |who: &[&str]| -> Vec<Value> {
        let status = desk.answer(&[who, &["cycle", "status"]].concat());
        assert_eq!(status["clearances"], desk.answer(&[who, &["clear"]].concat())["clearances"]);
        let all = status["clearances"].as_array().expect("clearances");
        all.iter().filter(|it| it["item"] == "h1").map(|it| it["state"].clone()).collect()
    };
    assert_eq!(of(&[]), [json!("cleared")]);
    assert_eq!(of(&["--as", "lead:CA-NU"]), [json!("cleared")]);
    assert_eq!(of(&QUEBEC), Vec::<Value>::new());
    let looks = [&QUEBEC[..], &["clear", "h1", "--jurisdiction", "CA-NU"]].concat();
    desk.refused(&looks, 1, &["failure-clear-not-yours"]);
    // The final deck waits for that word as for any other.
    desk.done(&["clear", "h1", "--as", "lead:CA-NU", "--withdraw"]);
    let said = desk.run(&FINAL);
    assert!(
        said.code != 0 && (said.out.clone() + &said.err).contains("Nunavut"),
        "{} {}",
        said.out,
        said.err
    );
    let missing =
        |said: &desk::Said| (said.out.clone() + &said.err).matches("failure-deck-clearance-missing").count();
    let before = missing(&said);
    let content = desk.answer(&["clear", "h1", "--as", "lead:CA-NU"])["item"]["content"].clone();
    let content = content.as_str().expect("a digest");
    desk.done(&["clear", "h1", "--as", "lead:CA-NU", "--content", content]);
    assert_eq!(missing(&desk.run(&FINAL)), before - 1);
}
