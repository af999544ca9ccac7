//! Two windows over two files: a package goes from one to the other, and what both
//! wrote at once is settled there.

use std::path::Path;

use jalon_domain::action::Bases;
use jalon_domain::{Action, Actor, Completion, Id, Lang, Outlook, Role, Status};
use jalon_shell::clock::Clock;
use jalon_shell::failure::Outcome;
use jalon_shell::session::Session;
use jalon_shell::shell::Shell;
use jalon_shell::view::Patch;
use jalon_store::{Receiver, Reissue};
use jalon_words::Words;
use serde_json::json;
use tempfile::TempDir;

const MILESTONE: &str = "milestone-4-1";

fn id(text: &str) -> Id {
    Id::parse(text).unwrap()
}

/// A shell over a new plan, with the sample in it or empty.
fn shell(folder: &Path, name: &str, sample: bool) -> Shell {
    let clock = Clock::Fixed("2019-09-14T12:00:00Z".parse().unwrap());
    let shell = Shell::new(Ok(folder.join(name)), clock);
    let co_chair = Actor::new("Marie Côté", Role::CoChair, Some(id("CA-AB")));
    shell.create_plan(sample, &co_chair, Lang::En).unwrap();
    shell
}

fn set(session: &mut Session, completion: Completion) -> Outcome<Patch> {
    let heads = session.view().unwrap().heads.remove(&id(MILESTONE)).unwrap();
    let bases: Bases = heads.into_iter().filter(|(field, _)| field == "status").collect();
    let outlook = Some(Outlook::OnTrack);
    let status = Status { completion, outlook, reason: None, evidence: Vec::new() };
    session.set_milestone_status(id(MILESTONE), status, bases, false, None)
}

#[test]
fn what_two_windows_did_at_once_meets_and_is_settled_in_one_of_them() {
    let folder = TempDir::new().unwrap();
    let (here, there) =
        (shell(folder.path(), "here.jalon", true), shell(folder.path(), "there.jalon", false));
    let package = folder.path().join("package");
    let send = |shell: &Shell| {
        shell.with(|session| session.write_package(&package, Receiver::Everybody, None)).unwrap()
    };
    let receive = |shell: &Shell| shell.with(|session| session.read_package(&package, false)).unwrap();
    assert_eq!(send(&here).stubs, 0);
    let received = receive(&there);
    assert_eq!((received.applied, received.refused.len()), (1, 0));
    assert!(received.patch.unwrap().changes.upserted.len() > 50);

    here.with(|session| set(session, Completion::NotStarted)).unwrap();
    there.with(|session| set(session, Completion::LimitedProgress)).unwrap();
    send(&there);
    let several = [(id(MILESTONE), "status".to_owned())];
    let tried = here.with(|session| session.read_package(&package, true)).unwrap();
    assert_eq!((tried.conflicts.as_slice(), tried.patch), (&several[..], None), "also when it is only tried");
    let received = receive(&here);
    assert_eq!(received.conflicts, several);
    assert_eq!(received.patch.unwrap().changes.conflicts, several);
    let dispute = here.with(|session| session.disputes()).unwrap().remove(0);
    assert_eq!((dispute.id, dispute.versions.len()), (id(MILESTONE), 2));
    assert!(dispute.versions.iter().all(|version| version.said.who.en.contains("Marie Côté")));
    let chosen = &dispute.versions[1];
    let bases = dispute.versions.iter().map(|version| version.change.clone()).collect();
    let resolve = Action::Resolve {
        id: id(MILESTONE),
        field: "status".to_owned(),
        value: chosen.value.clone(),
        bases: Bases::from([("status".to_owned(), bases)]),
    };
    here.with(|session| session.act(&resolve, None)).unwrap();
    send(&here);
    receive(&there);
    for shell in [&here, &there] {
        assert!(shell.with(|session| session.disputes()).unwrap().is_empty());
        assert!(shell.with(|session| session.waiting()).unwrap().waiting.is_empty());
    }
    let renewed = there.with(|session| session.renew_device(None)).unwrap();
    assert_eq!(renewed.reissued, 0, "what was sent keeps its place");
    let nowhere = Reissue { device: renewed.device, seq: 1, pinned: false };
    let refused = there.with(|session| session.renew_device(Some(&nowhere))).unwrap_err();
    assert_eq!(refused.failure.code, "failure-renew-nothing-there");
    let device = there.with(|session| session.renew_device(None)).unwrap().device;
    there.with(|session| set(session, Completion::SubstantialProgress)).unwrap();
    send(&there);
    let sent = Reissue { device, seq: 1, pinned: false };
    let renewed = there.with(|session| session.renew_device(Some(&sent))).unwrap();
    assert_eq!(renewed.reissued, 1, "what was sent is issued anew where that is asked for");
    assert_eq!(receive(&here).applied, 1);
    send(&there);
    assert_eq!(receive(&here).refused.len(), 0);
}

#[test]
fn what_waits_is_told_with_whom_to_ask_and_what_lost_its_place_with_the_ways_out() {
    let folder = TempDir::new().unwrap();
    let (here, there) = (shell(folder.path(), "here.jalon", true), shell(folder.path(), "there.jalon", true));
    let [first, second] = ["first", "second"].map(|name| folder.path().join(name));
    let send = |shell: &Shell, to: &Path, after: Option<&Path>| {
        shell.with(|session| session.write_package(to, Receiver::Everybody, after)).unwrap()
    };
    let act = |shell: &Shell, action: serde_json::Value| {
        let action: Action = serde_json::from_value(action).unwrap();
        shell.with(|session| session.act(&action, None)).unwrap();
    };
    let fields =
        json!({"workplan": "workplan-2018-2019", "position": "z", "title": {"en": "Sixth", "source": "en"}});
    act(&here, json!({"action": "create", "kind": "priority", "id": "p6", "fields": fields}));
    send(&here, &first, None);
    there.with(|session| session.read_package(&first, false)).unwrap();
    let heads = here.with(|session| session.view()).unwrap().heads.remove(&id("p6")).unwrap();
    act(&here, json!({"action": "delete", "id": "p6", "bases": heads}));
    let fields = json!({"priority": "p6", "position": "b", "title": {"en": "New thing", "source": "en"},
        "status": {"completion": "NS", "outlook": "on_track"}});
    act(&there, json!({"action": "create", "kind": "milestone", "id": "new", "fields": fields}));
    send(&here, &second, None);
    let received = there.with(|session| session.read_package(&second, false)).unwrap();
    let [told] = &received.orphans[..] else { panic!("{:?}", received.orphans) };
    let [en, fr] = Lang::BOTH.map(|lang| Words::of(lang).failure(told));
    assert!(en.contains("“New thing” belongs to “Sixth” (p6)") && fr.contains("supprimé"), "{en} {fr}");
    assert!(received.asks.is_empty());
    let checked = there.with(|session| session.check()).unwrap();
    assert_eq!(checked.found, std::slice::from_ref(told));
    let blockers = there.with(|session| session.deck_blockers(&[Lang::En], None)).unwrap();
    assert_eq!(blockers.iter().filter(|it| *it == told).count(), 1);
    assert!(!blockers.iter().any(|it| Words::of(Lang::En).failure(it).contains("no priority")));

    // Of what follows only the second half comes to a third.
    let third = shell(folder.path(), "third.jalon", true);
    send(&there, &first, None);
    there.with(|session| set(session, Completion::NotStarted)).unwrap();
    send(&there, &second, Some(&first));
    let received = third.with(|session| session.read_package(&second, false)).unwrap();
    let waits = third.with(|session| session.waiting()).unwrap();
    let [ask] = &waits.asks[..] else { panic!("{waits:?}") };
    assert!(Words::of(Lang::En).failure(ask).contains("Ask for a package with everything"), "{ask:?}");
    assert_eq!((received.asks, received.waiting), (waits.asks, waits.waiting));
}
