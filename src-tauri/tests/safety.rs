//! What keeps a plan safe, as the commands call it, without a window.

use std::fs;
use std::path::Path;

use jalon_domain::{Action, Actor, Id, Lang, Role};
use jalon_shell::clock::Clock;
use jalon_shell::shell::Shell;
use jalon_shell::view::{Stage, Start};
use jalon_store::{Store, WayOut, Why};
use serde_json::json;
use tempfile::TempDir;

fn clock() -> Clock {
    Clock::Fixed("2019-09-14T12:00:00Z".parse().unwrap())
}

fn shell(path: &Path) -> Shell {
    Shell::new(Ok(path.to_owned()), clock())
}

/// A shell over the sample plan, its user the secretariat, with one edit and a backup.
fn worked_on(folder: &TempDir) -> (Shell, String) {
    let shell = shell(&folder.path().join("plan.jalon"));
    shell.create_plan(true, &Actor::secretariat(), Lang::En).unwrap();
    describe(&shell, "Ask Zenobia");
    let name = shell.make_backup().unwrap().backup.name;
    describe(&shell, "Ask nobody");
    (shell, name)
}

fn describe(shell: &Shell, text: &str) {
    let fields = json!({"description": {"en": text, "source": "en"}});
    let view = shell.with(|session| session.view()).unwrap();
    let id = Id::parse("milestone-2-1").unwrap();
    let bases = view.heads[&id].clone();
    let edit = json!({"action": "edit", "id": id, "fields": fields, "bases": bases});
    let edit: Action = serde_json::from_value(edit).unwrap();
    shell.with(|session| session.act(&edit, None)).unwrap();
}

fn described(start: &Start) -> String {
    let plan = &start.view.as_ref().expect("a plan to show").plan;
    plan.milestones["milestone-2-1"].description.as_ref().expect("a description").en.clone()
}

/// Overwrites what only a check of the whole file finds.
fn scratch(path: &Path) {
    let mut bytes = fs::read(path).unwrap();
    let half = bytes.len() / 2;
    bytes[half..half + 4096].fill(0xff);
    fs::write(path, bytes).unwrap();
}

#[test]
fn a_backup_takes_the_plans_place_and_the_window_goes_on_with_it() {
    let folder = TempDir::new().unwrap();
    let (shell, name) = worked_on(&folder);
    assert!(shell.verify_backup(&name).unwrap() > 2);
    assert_eq!(shell.verify_backup("nothing").unwrap_err().failure.code, "failure-backup-no-such");
    let start = shell.restore_backup(&name).unwrap();
    assert_eq!((described(&start).as_str(), start.stage), ("Ask Zenobia", Stage::Ready));
    let lines = shell.backups().unwrap();
    assert_eq!(
        lines.iter().map(|line| line.backup.why).collect::<Vec<_>>(),
        [Why::BeforeRestore, Why::ByHand]
    );
    assert_eq!(lines[1].why.fr, "faite à la main");
    describe(&shell, "Ask again");
    // What is refused leaves the plan open as it was.
    assert!(shell.restore_backup("nothing").is_err());
    assert_eq!(described(&shell.start()), "Ask again");
}

#[test]
fn a_plan_that_is_open_elsewhere_is_not_replaced_and_stays_open_here() {
    let folder = TempDir::new().unwrap();
    let (shell, name) = worked_on(&folder);
    let elsewhere = Store::open(&shell.path().unwrap(), clock().now()).unwrap();
    assert_eq!(shell.restore_backup(&name).unwrap_err().failure.code, "failure-store-busy");
    drop(elsewhere);
    assert_eq!(described(&shell.start()), "Ask nobody");
}

#[test]
fn a_damaged_plan_begins_with_its_ways_out() {
    let folder = TempDir::new().unwrap();
    let (opened, name) = worked_on(&folder);
    let path = opened.path().unwrap();
    drop(opened);
    scratch(&path);
    let shell = shell(&path);
    let start = shell.start();
    // Where the damage lies decides whether it is met at once or by the check.
    let ways = if start.stage == Stage::Failed {
        start.ways_out
    } else {
        assert!(shell.verify().is_err());
        shell.ways_out()
    };
    assert!(matches!(&ways[0], WayOut::RestoreBackup { name: newest, .. } if *newest == name), "{ways:?}");
    assert_eq!(ways.last(), Some(&WayOut::ChooseOther));
    let start = shell.restore_backup(&name).unwrap();
    assert_eq!(described(&start), "Ask Zenobia");
    assert_eq!((shell.verify(), shell.ways_out()), (Ok(()), Vec::new()));
}

#[test]
fn a_plan_that_is_gone_is_offered_from_its_backups() {
    let folder = TempDir::new().unwrap();
    let (opened, name) = worked_on(&folder);
    let path = opened.path().unwrap();
    drop(opened);
    fs::remove_file(&path).unwrap();
    let shell = shell(&path);
    let start = shell.start();
    assert_eq!(start.stage, Stage::FirstRun);
    let [WayOut::RestoreBackup { name: offered, transactions, .. }] = &start.ways_out[..] else {
        panic!("{:?}", start.ways_out)
    };
    assert_eq!((offered, *transactions), (&name, shell.verify_backup(&name).unwrap()));
    // The page finds the words for it, and nothing is made by looking.
    assert_eq!(shell.backups().unwrap()[0].backup.name, name);
    assert_eq!(shell.ways_out(), start.ways_out);
    assert!(!path.exists());
    // As the button does it, in the language that was chosen on that page.
    shell.set_language(Lang::Fr).unwrap();
    let start = shell.restore_backup(offered).unwrap();
    assert_eq!((described(&start).as_str(), start.stage), ("Ask Zenobia", Stage::Ready));
    assert_eq!((start.ways_out, shell.verify()), (Vec::new(), Ok(())));
    describe(&shell, "Ask again");
    assert_eq!(described(&self::shell(&path).start()), "Ask again");
}

#[test]
fn a_plan_can_be_looked_at_and_what_can_be_read_written_out() {
    let folder = TempDir::new().unwrap();
    let (shell, _) = worked_on(&folder);
    let start = shell.open_read_only().unwrap();
    assert_eq!(start.notice.unwrap().code, "failure-store-read-only");
    let undo = shell.with(|session| session.act(&Action::Undo, None));
    assert_eq!(undo.unwrap_err().failure.code, "failure-store-read-only");
    assert_eq!(shell.make_backup().unwrap_err().failure.code, "failure-store-read-only");
    // Whoever looks chooses the language to look in, and is not told that nothing is kept.
    assert_eq!(shell.set_language(Lang::Fr), Ok(()));
    assert_eq!(shell.language(), Lang::Fr);
    assert_eq!(shell.verify(), Ok(()));
    assert_eq!(shell.back_up_if_due(), Ok(()));
    assert_eq!(shell.readable_folder(), None);
    let history = folder.path().join("history.txt");
    fs::write(&history, "My own").unwrap();
    let refused = shell.export_readable(folder.path(), false).unwrap_err();
    assert_eq!(refused.failure.code, "failure-shell-file-taken");
    assert_eq!(fs::read_to_string(&history).unwrap(), "My own");
    assert!(!folder.path().join("plan.json").exists(), "both or neither");
    let files = shell.export_readable(&shell.readable_folder().unwrap(), true).unwrap();
    assert_eq!(files.len(), 2);
    assert!(fs::read_to_string(&history).unwrap().contains("Ask nobody"));
    assert_eq!(shell.export_readable(folder.path(), false).unwrap(), files, "the same again");
}

#[test]
fn what_is_redacted_is_told_with_what_became_of_the_backups() {
    let folder = TempDir::new().unwrap();
    let (shell, name) = worked_on(&folder);
    let id = Id::parse("milestone-2-1").unwrap();
    let redact = |reason: &str| shell.with(|session| session.redact(&id, "description", &[], reason.into()));
    assert_eq!(redact(" ").unwrap_err().failure.code, "failure-store-redaction-without-reason");
    let done = redact("A name").unwrap();
    assert_eq!(done.scrubbed.backups, [name]);
    // What was itself removed cannot come back: it is not offered, and whoever asks is told so.
    assert_eq!(done.patch.undo, None);
    let undo = shell.with(|session| session.act(&Action::Undo, None));
    assert_eq!(undo.unwrap_err().failure.code, "failure-store-cannot-be-undone");
    let co_chair = Actor::new("Marie Côté", Role::CoChair, Id::parse("CA-AB"));
    shell.with(|session| session.set_identity(&co_chair)).unwrap();
    assert_eq!(redact("A name").unwrap_err().failure.code, "failure-denied-role");
}

#[test]
fn a_plan_that_was_moved_goes_on_there_and_is_found_from_where_it_was() {
    let folder = TempDir::new().unwrap();
    let (shell, _) = worked_on(&folder);
    let before = shell.start().store_path;
    let to = folder.path().join("elsewhere/plan.jalon");
    fs::create_dir(folder.path().join("elsewhere")).unwrap();
    let start = shell.move_plan(&to).unwrap();
    assert_eq!((&start.stage, Path::new(&start.store_path)), (&Stage::Ready, &*to));
    assert_eq!(described(&start), "Ask nobody");
    assert!(!Path::new(&before).exists() && to.with_extension("jalon.backups").is_dir());
    let there = self::shell(Path::new(&before));
    let start = there.start();
    assert_eq!(start.stage, Stage::Failed, "no plan is made where one was");
    assert!(matches!(&start.ways_out[..], [WayOut::OpenAt { path }] if Path::new(path) == to), "{start:?}");
    assert!(there.create_plan(false, &Actor::secretariat(), Lang::En).is_err());
    assert_eq!(described(&there.open_moved().unwrap()), "Ask nobody");
    let refused = shell.move_plan(&to);
    assert!(refused.is_err());
    assert_eq!(shell.start().stage, Stage::Ready, "what cannot be moved stays open");
}
