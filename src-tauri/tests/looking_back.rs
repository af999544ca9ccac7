//! A past board, what is different since, and history by pages.

use jalon_domain::{Actor, Id, Lang, Role};
use jalon_shell::clock::Clock;
use jalon_shell::shell::Shell;
use jalon_shell::view::{Board, HistoryRequest, View};
use serde_json::json;
use tempfile::TempDir;

fn id(text: &str) -> Id {
    Id::parse(text).unwrap()
}

/// A shell over the sample plan, its user a co-chair.
fn with_the_sample(folder: &TempDir) -> Shell {
    let clock = Clock::Fixed("2019-09-14T12:00:00Z".parse().unwrap());
    let shell = Shell::new(Ok(folder.path().join("plan.jalon")), clock);
    let co_chair = Actor::new("Marie Côté", Role::CoChair, Some(id("CA-AB")));
    shell.create_plan(true, &co_chair, Lang::En).unwrap();
    shell
}

fn shown(shell: &Shell) -> View {
    shell.with(|session| session.view()).unwrap()
}

#[test]
fn the_window_shows_a_past_board_and_what_is_different_since() {
    let folder = TempDir::new().unwrap();
    let shell = with_the_sample(&folder);
    let completion = |board: &Board| board.columns[1].cards[0].status.completion;
    let before = shown(&shell).board.unwrap();
    let txn = shell.with(|session| session.history(None)).unwrap().lines[0].txn.clone();
    let status = json!({"completion": "C", "evidence": [{"en": "https://example.org/"}]});
    let bases = shown(&shell).heads[&id("milestone-2-1")].clone();
    let bases = bases.into_iter().filter(|(field, _)| field == "status").collect();
    let status = serde_json::from_value(status).unwrap();
    shell
        .with(|session| session.set_milestone_status(id("milestone-2-1"), status, bases, false, None))
        .unwrap();
    let past = shell.with(|session| session.view_as_of(&txn)).unwrap();
    assert_eq!(completion(&past.board.unwrap()), completion(&before));
    let now = shell.with(|session| session.view_as_of("now")).unwrap();
    assert_eq!((now.board, now.plan), (shown(&shell).board, shown(&shell).plan));
    assert_eq!(now.moment.fr, "maintenant");
    let since = shell.with(|session| session.since(&txn, None, None)).unwrap();
    assert_eq!(since.groups[0].title.fr, "Réalisés");
    assert!(since.groups[0].lines[0].text.en.starts_with("2.1 Standards"), "{since:?}");
    let reversed = shell.with(|session| session.since("now", Some(&txn), None)).unwrap_err();
    assert_eq!(reversed.failure.code, "failure-moment-reversed");
    let newest = HistoryRequest { limit: Some(1), ..HistoryRequest::default() };
    let page =
        |request: &HistoryRequest| shell.with(|session| session.history_page(None, request)).unwrap().lines;
    let first = page(&newest);
    assert_eq!(first.len(), 1);
    let next = HistoryRequest { before: Some(first[0].local_n), ..newest };
    assert_eq!(page(&next)[0].txn, txn);
    let unknown = shell.with(|session| session.view_as_of("tomorrow")).unwrap_err();
    assert_eq!(unknown.failure.code, "failure-moment-unknown");
}
