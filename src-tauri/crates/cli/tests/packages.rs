//! What a package brings that somebody has to look at is said when it is read.

mod desk;

use desk::Desk;

/// Writes a package with everything of one plan.
fn package(desk: &Desk) -> String {
    let path = desk.path("package").to_str().expect("a path").to_owned();
    desk.done(&["package", "write", &path, "--for", "secretariat", "--replace"]);
    path
}

#[test]
fn a_deletion_that_meets_work_is_said_to_whoever_deleted_and_to_whoever_worked() {
    let (one, other) = (Desk::sample(), Desk::sample());
    let done = |desk: &Desk, action: &str| assert_eq!(desk.apply(action).code, 0, "{action}");
    done(&one, r#"{"action":"delete","id":"achievement-yt"}"#);
    done(&other, r#"{"action":"edit","id":"achievement-yt","fields":{"text.en":"Yukon has a portal"}}"#);
    let (deletion, work) = (package(&one), package(&other));
    let said = one.done(&["package", "read", &work]).out;
    assert!(said.contains("1 item was deleted by somebody while somebody else worked on it"), "{said}");
    assert!(!said.contains("several versions"), "{said}");
    let said = other.done(&["--lang", "fr", "package", "read", &deletion]).out;
    assert!(said.contains("1 élément a été supprimé pendant que quelqu’un d’autre y travaillait"), "{said}");
    for desk in [&one, &other] {
        assert!(desk.done(&["conflicts"]).out.contains("achievement-yt"));
    }
}
