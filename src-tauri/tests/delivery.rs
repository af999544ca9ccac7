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
    assert_eq!(receive(&here).patch.unwrap().changes.conflicts, [(id(MILESTONE), "status".to_owned())]);
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
        assert!(shell.with(|session| session.waiting()).unwrap().is_empty());
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
