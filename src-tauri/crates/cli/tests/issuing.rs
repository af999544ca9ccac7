//! What a lead wrote reaches other governments in the secretariat's name, by packages.

mod desk;

use std::fs;

use desk::Desk;
use serde_json::{Value, json};

/// The desk of the secretariat, that of a lead and that of a co-chair, all with the sample.
fn desks() -> [Desk; 3] {
    [Desk::sample(), Desk::sample(), Desk::sample()]
}

fn send(from: &Desk, to: &Desk, arguments: &[&str]) -> Value {
    let package = from.path("out.jalonpackage");
    let _ = fs::remove_file(&package);
    from.done(&[&["package", "write", "out.jalonpackage", "--replace"], arguments].concat());
    to.answer(&["package", "read", package.to_str().expect("a path")])
}

fn content(desk: &Desk) -> String {
    desk.answer(&["approvals"])["approvals"]["content"].as_str().expect("a hash").to_owned()
}

#[test]
fn a_co_chair_approves_what_a_lead_wrote_once_the_secretariat_has_issued_it() {
    let [secretariat, nunavut, alberta] = desks();
    let create = json!({"as": "lead:CA-NU", "action": "create", "kind": "challenge", "id": "h1", "fields": {
        "cycle": "cycle-2019-09", "text": {"en": "Bandwidth", "fr": "Bande passante", "source": "en", "state": "draft"},
        "attribution": "anonymous", "origins": ["CA-NU"]}});
    assert_eq!(nunavut.apply(&create.to_string()).code, 0);
    let as_lead = ["--as", "lead:CA-NU"];
    send(&nunavut, &alberta, &as_lead);
    send(&nunavut, &secretariat, &[&as_lead[..], &["--for", "secretariat"]].concat());
    // Here are the words, there is a place for them; both say so.
    let open = secretariat.answer(&["approvals"]);
    assert_eq!(open["unissued"], json!([{"kind": "challenge", "id": "h1", "in_conflict": false}]));
    let told = secretariat.done(&["--lang", "fr", "cycle", "status"]).out;
    assert!(
        told.contains("1 élément reste à diffuser") && told.contains("«\u{a0}Bande passante\u{a0}»"),
        "{told}"
    );
    secretariat.refused(&["check"], 1, &["failure-deck-unissued"]);
    assert_eq!(alberta.answer(&["approvals"])["approvals"]["unseen"], 1);
    let told = alberta.done(&["approvals", "--as", "co-chair:CA-AB"]).out;
    assert!(told.contains("One entry is here without its words"), "{told}");
    let approve = |content: &str| {
        ["approve", "--as", "co-chair:CA-AB", "--content", content].map(str::to_owned).to_vec()
    };
    let seen = approve(&content(&alberta));
    alberta.refused(&seen.iter().map(String::as_str).collect::<Vec<_>>(), 1, &["failure-council-withheld"]);

    secretariat.refused(&["challenge", "issue", "--as", "lead:CA-NU"], 1, &["failure-denied-role"]);
    let issued = secretariat.answer(&["challenge", "issue"]);
    assert_eq!(issued["issued"], json!([{"kind": "challenge", "id": "h1", "in_conflict": false}]));
    let again = secretariat.answer(&["challenge", "issue"]);
    assert_eq!((&again["issued"], &again["txn"]), (&json!([]), &Value::Null));
    secretariat.done(&["check"]);
    for other in [&alberta, &nunavut] {
        assert_eq!(send(&secretariat, other, &[])["ok"], true);
        assert_eq!(content(other), content(&secretariat));
        other.done(&["check", "--as", "reader"]);
    }
    let told = alberta.done(&["history", "h1", "--as", "reader"]).out;
    assert!(told.contains("Secretariat: Challenge “Bandwidth” issued"), "{told}");
    let seen = approve(&content(&secretariat));
    alberta.done(&seen.iter().map(String::as_str).collect::<Vec<_>>());
    send(&alberta, &secretariat, &["--as", "co-chair:CA-AB"]);
    let chairs = secretariat.answer(&["approvals"])["approvals"]["chairs"].clone();
    let standings: Vec<_> = chairs.as_array().expect("chairs").iter().map(|it| &it["standing"]).collect();
    assert!(standings.contains(&&json!("approved")), "{chairs}");
    // In words, not by the values that programs compare.
    let told = secretariat.done(&["--lang", "fr", "history"]).out;
    let short = &content(&secretariat)[..8];
    let said = format!("ce que montre la présentation est approuvé ({short}…)");
    assert!(told.contains(&said) && !told.contains(&content(&secretariat)), "{told}");
}
