//! What came late for a closed reporting cycle is told by `check` as by `cycle late`.

mod desk;

use desk::Desk;
use serde_json::json;

#[test]
fn a_check_counts_no_more_than_whoever_asks_may_see() {
    let (one, other) = (Desk::sample(), Desk::sample());
    one.done(&["cycle", "close", "cycle-2019-09"]);
    let create = |entity: &str, kind: &str, more: serde_json::Value| {
        let mut fields = json!({"cycle": "cycle-2019-09", "text": {"en": "Bandwidth", "source": "en"}});
        fields.as_object_mut().expect("fields").extend(more.as_object().expect("fields").clone());
        let create =
            json!({"as": "lead:CA-NU", "action": "create", "kind": kind, "id": entity, "fields": fields});
        assert_eq!(other.apply(&create.to_string()).code, 0, "{create}");
    };
    let bring = || {
        let path = other.path("package").to_str().expect("a path").to_owned();
        other.done(&["package", "write", &path, "--for", "secretariat", "--replace"]);
        one.done(&["package", "read", &path]);
    };
    let late = |who: &str, lang: &str| {
        let said = one.run(&["--json", "--lang", lang, "--as", who, "check"]).json();
        let all = said["failures"].as_array().cloned().unwrap_or_default();
        let told = all.iter().map(|it| it["message"].as_str().expect("words").to_owned());
        let marks = ["jalon cycle late", "What came late", "venu en retard"];
        told.filter(|told| marks.iter().any(|mark| told.contains(mark))).collect::<Vec<_>>()
    };
    create("h1", "challenge", json!({"attribution": "anonymous", "origins": ["CA-NU"]}));
    bring();
    assert!(matches!(&late("secretariat", "en")[..], [told] if told.contains("1 action for this")));
    let hidden = one.done(&["--as", "co-chair:CA-AB", "cycle", "late", "cycle-2019-09"]).out;
    let told = late("co-chair:CA-AB", "en");
    assert!(
        matches!(&told[..], [told] if told.ends_with(hidden.trim()) && !told.contains("1 action")),
        "{told:?}"
    );
    let told = late("co-chair:CA-AB", "fr");
    assert!(matches!(&told[..], [told] if told.contains("n’est dit qu’au secrétariat")), "{told:?}");
    // What may be seen beside it is counted alone, as it is listed alone.
    create("a1", "achievement", json!({"jurisdiction": "CA-NU"}));
    bring();
    assert!(matches!(&late("secretariat", "en")[..], [told] if told.contains("2 actions for this")));
    let told = late("co-chair:CA-AB", "fr");
    assert!(matches!(&told[..], [told] if told.contains("1 action sur ce cycle")), "{told:?}");
    let listed = one.answer(&["--as", "co-chair:CA-AB", "cycle", "late"])["cycles"][0]["late"].clone();
    assert_eq!(listed.as_array().map(Vec::len), Some(1), "{listed}");
}
