//! Taking back and doing again from the command line.

mod desk;

use desk::{AS_CO_CHAIR, Desk};

#[test]
fn ones_latest_action_is_taken_back_and_done_again_and_told_in_words() {
    let desk = Desk::sample();
    let chair = |what: &[&str]| desk.done(&[&AS_CO_CHAIR, what].concat()).out;
    let before = desk.exported();
    let set = ["milestone", "set", "2.1", "--completion", "SP", "--reason", "Draft circulated"];
    chair(&set);
    let after = desk.exported();
    let name = "Milestone 2.1 “Standards for four high-value datasets”";
    let undone = chair(&["undo"]);
    assert!(
        undone.starts_with(&format!(
            "Undo: Milestone status; {name} from Substantial progress, At risk to Limited progress, At risk"
        )),
        "{undone}"
    );
    assert!(!undone.contains("Draft circulated"), "{undone}");
    assert_eq!(desk.exported(), before);
    let redone = chair(&["--lang", "fr", "redo"]).replace('\u{a0}', " ");
    assert!(redone.starts_with("Rétablissement : Statut d’un jalon; Jalon 2.1 «"), "{redone}");
    assert!(
        redone.contains("Progrès limité, À risque, puis Progrès important, À risque : [en] Draft circulated"),
        "{redone}"
    );
    assert_eq!(desk.exported(), after);
    let history = chair(&["history", "--limit", "1"]);
    assert!(history.contains("Redo: Milestone status; Milestone 2.1"), "{history}");
}

#[test]
fn what_cannot_be_taken_back_is_refused_as_the_action_is() {
    let desk = Desk::sample();
    let refused = |what: &[&str], code: &str| desk.refused(what, 1, &[code]);
    refused(&["undo", "--as", "reader"], "failure-store-nothing-to-undo");
    refused(&["redo", "--as", "co-chair:CA-AB"], "failure-store-nothing-to-redo");
    desk.done(&[&AS_CO_CHAIR[..], &["milestone", "set", "2.1", "--completion", "SP"]].concat());
    refused(&["undo", "--as", "lead:CA-ON"], "failure-store-nothing-to-undo");
    desk.done(&["--as", "co-chair:CA", "milestone", "set", "2.1", "--completion", "NS"]);
    refused(&["undo", "--as", "co-chair:CA-AB"], "failure-store-changed-since");
    refused(&["undo", "--read-only"], "failure-store-read-only");
}
