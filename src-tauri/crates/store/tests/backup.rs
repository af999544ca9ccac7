//! Backups: made whole, found again, checked, and put in the place of a store.

mod common;

use std::fs;
use std::path::{Path, PathBuf};

use chrono::TimeDelta;
use common::*;
use jalon_domain::Plan;
use jalon_store::{Backup, BackupError, Backups, Context, OpenError, Store, Trouble, Why, tell};
use jalon_words::Words;
use serde_json::json;

fn backups(desk: &Desk) -> Backups {
    Backups::of(&desk.path())
}

fn reasons(of: &Backups) -> Vec<Why> {
    of.list().unwrap().into_iter().map(|backup| backup.why).collect()
}

fn plan_at(path: &Path) -> Plan {
    Store::open_read_only(path).unwrap().plan().unwrap()
}

fn due(year: &str) -> serde_json::Value {
    edit("m1", json!({"due": year}))
}

fn log(path: &Path) -> PathBuf {
    PathBuf::from(format!("{}-wal", path.display()))
}

/// A desk with one backup, and work done since.
fn worked_on() -> (Desk, Backup, Plan) {
    let mut desk = Desk::new();
    desk.act(&co_chair(), due("2020")).unwrap();
    let then = desk.store.plan().unwrap();
    let backup = desk.store.back_up(Why::ByHand, now()).unwrap();
    desk.act(&co_chair(), due("2021")).unwrap();
    (desk, backup, then)
}

/// Closes the desk's store: the folder and the file's path.
fn closed(desk: Desk) -> (tempfile::TempDir, PathBuf) {
    let path = desk.path();
    drop(desk.store);
    (desk.folder, path)
}

/// The files of a store whose program was killed: its latest writes stand in the log.
fn killed(desk: &Desk) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plan.jalon");
    fs::copy(desk.path(), &path).unwrap();
    fs::copy(log(&desk.path()), log(&path)).unwrap();
    (folder, path)
}

#[test]
fn a_backup_is_a_whole_store_that_nobody_else_may_read() {
    let (desk, backup, then) = worked_on();
    let all = backups(&desk);
    assert_eq!(all.list().unwrap(), std::slice::from_ref(&backup));
    assert_eq!((backup.why, backup.taken_at), (Why::ByHand, now()));
    assert_eq!(backup.bytes, fs::metadata(all.path(&backup)).unwrap().len());
    let report = all.verify(&backup).unwrap();
    assert_eq!(report.transactions, 3);
    assert_eq!(plan_at(&all.path(&backup)), then);
    assert_eq!(fs::read_dir(all.folder()).unwrap().count(), 1, "nothing is left beside it");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!((mode(&all.path(&backup)), mode(&all.folder())), (0o600, 0o700));
    }
}

#[test]
fn the_newest_comes_first_even_within_a_second() {
    let (desk, first, _) = worked_on();
    let second = desk.store.back_up(Why::ByHand, now()).unwrap();
    let older = desk.store.back_up(Why::ByHand, now() - TimeDelta::days(3)).unwrap();
    assert_eq!(backups(&desk).list().unwrap(), [second.clone(), first, older]);
    assert_eq!(backups(&desk).named(None).unwrap(), second);
    assert!(matches!(backups(&desk).named(Some("x")), Err(BackupError::NoSuch(name)) if name == "x"));
}

#[test]
fn a_backup_is_due_once_a_day_and_only_after_work() {
    let fresh = tempfile::tempdir().unwrap();
    let path = fresh.path().join("plan.jalon");
    drop(Store::create(&path, now()).unwrap());
    assert_eq!(Backups::of(&path).make_if_due(now()).unwrap(), None, "nobody has worked in it");
    let mut desk = Desk::new();
    let all = backups(&desk);
    let day = |days| now() + TimeDelta::days(days);
    assert!(all.make_if_due(now()).unwrap().is_some());
    desk.act(&co_chair(), due("2020")).unwrap();
    assert_eq!(all.make_if_due(day(1) - TimeDelta::seconds(1)).unwrap(), None);
    assert!(all.make_if_due(day(1)).unwrap().is_some());
    assert_eq!(all.make_if_due(day(3)).unwrap(), None, "nothing has changed");
    let later = Context { now: day(3), ..co_chair() };
    desk.act(&later, due("2021")).unwrap();
    assert!(all.make_if_due(day(3)).unwrap().is_some());
    assert_eq!(reasons(&all), [Why::Scheduled; 3]);
}

#[test]
fn a_backup_goes_before_every_import_into_a_plan_that_was_worked_on() {
    let mut desk = Desk::new();
    assert_eq!(reasons(&backups(&desk)), [], "there was nothing to lose");
    desk.store.import(&secretariat(), &plan(), true).unwrap();
    assert_eq!(reasons(&backups(&desk)), [], "it was only tried");
    desk.act(&co_chair(), due("2020")).unwrap();
    let before = desk.store.plan().unwrap();
    desk.store.import(&secretariat(), &plan(), false).unwrap();
    assert_eq!(reasons(&backups(&desk)), [Why::BeforeImport]);
    let backup = backups(&desk).named(None).unwrap();
    assert_eq!(plan_at(&backups(&desk).path(&backup)), before);
}

#[test]
fn where_no_backup_can_be_made_nothing_is_imported() {
    let mut desk = Desk::new();
    desk.act(&co_chair(), due("2020")).unwrap();
    let before = desk.store.plan().unwrap();
    fs::write(backups(&desk).folder(), "in the way").unwrap();
    let refused = desk.store.import(&secretariat(), &plan(), false).unwrap_err().failure();
    assert_eq!(refused.code, "failure-backup-first");
    let words = Words::of(jalon_domain::Lang::Fr).failure(&refused);
    assert!(words.contains("plan.jalon.backups") && words.ends_with("modifié."), "{words}");
    assert_eq!(desk.store.plan().unwrap(), before);
    desk.act(&co_chair(), due("2021")).unwrap();
}

#[test]
fn a_damaged_backup_is_told_and_passed_over() {
    let (desk, good, _) = worked_on();
    let all = backups(&desk);
    let damage: [fn(&mut Vec<u8>); 3] = [
        |bytes| bytes.truncate(bytes.len() / 2 / 4096 * 4096),
        |bytes| bytes[..4096].fill(0),
        |bytes| {
            let half = bytes.len() / 2;
            bytes[half..half + 8192].fill(0xff);
        },
    ];
    for (n, damage) in damage.into_iter().enumerate() {
        let later = now() + TimeDelta::hours(1 + i64::try_from(n).unwrap());
        let backup = desk.store.back_up(Why::Scheduled, later).unwrap();
        let mut bytes = fs::read(all.path(&backup)).unwrap();
        damage(&mut bytes);
        fs::write(all.path(&backup), bytes).unwrap();
        assert!(matches!(all.verify(&backup), Err(BackupError::Damaged { .. })), "{n}");
        let refused = all.restore(&backup, &secretariat());
        assert!(matches!(refused, Err(BackupError::Damaged { .. })), "{n}");
    }
    let (newest, report) = all.newest_good().unwrap().unwrap();
    assert_eq!((newest, report.transactions), (good, 3));
}

#[test]
fn restoring_brings_the_plan_back_and_is_recorded() {
    let (desk, backup, then) = worked_on();
    let (_folder, path) = closed(desk);
    let now_stands = plan_at(&path);
    Backups::of(&path).restore(&backup, &secretariat()).unwrap();
    let mut store = Store::open(&path, now()).unwrap();
    assert_eq!(store.plan().unwrap(), then);
    assert!(store.check().unwrap().is_sound());
    let entry = store.history(None).unwrap().remove(0);
    assert_eq!(entry.reason.as_deref(), Some(backup.name.as_str()));
    let entry = entry.for_reader(&co_chair().actor).unwrap();
    let line = tell(&entry, Words::of(jalon_domain::Lang::En), &then).line(Words::of(jalon_domain::Lang::En));
    assert!(line.ends_with(&format!("plan restored from the backup {}", backup.name)), "{line}");
    // It is another device now: what was done before is not its own to take back.
    assert_eq!(store.undoable(&co_chair().actor).unwrap(), None);
    act(&mut store, &co_chair(), due("2022")).unwrap();
    assert_eq!(store.undoable(&co_chair().actor).unwrap(), Some(jalon_domain::action::ActionName::Edit));
    // And what stood there is a backup itself.
    let replaced = Backups::of(&path).named(None).unwrap();
    assert_eq!(replaced.why, Why::BeforeRestore);
    assert_eq!(plan_at(&Backups::of(&path).path(&replaced)), now_stands);
}

#[test]
fn the_log_of_the_old_file_never_gets_into_the_new_one() {
    let (desk, backup, then) = worked_on();
    let (_folder, path) = killed(&desk);
    let all = Backups::of(&path);
    fs::create_dir(all.folder()).unwrap();
    fs::copy(backups(&desk).path(&backup), all.path(&backup)).unwrap();
    assert!(fs::metadata(log(&path)).unwrap().len() > 0);
    all.restore(&backup, &secretariat()).unwrap();
    assert!(!log(&path).exists());
    assert_eq!(plan_at(&path), then);
    // What stood in the log is kept with what stood in the file.
    let replaced = all.named(None).unwrap();
    assert_eq!(plan_at(&all.path(&replaced)), desk.store.plan().unwrap());
}

#[test]
fn nothing_is_restored_over_a_file_that_somebody_has_open() {
    let (mut desk, backup, _) = worked_on();
    let all = backups(&desk);
    let refused = all.restore(&backup, &secretariat());
    assert!(matches!(refused, Err(BackupError::Trouble(Trouble::Busy))), "{refused:?}");
    desk.act(&co_chair(), due("2023")).unwrap();
    assert_eq!(reasons(&all), [Why::ByHand]);
}

#[test]
fn a_damaged_file_is_kept_byte_for_byte_with_its_log() {
    let (desk, backup, then) = worked_on();
    let (_folder, path) = killed(&desk);
    let all = Backups::of(&path);
    fs::create_dir(all.folder()).unwrap();
    fs::copy(backups(&desk).path(&backup), all.path(&backup)).unwrap();
    let of_log = fs::read(log(&path)).unwrap();
    fs::write(&path, "not a plan any more").unwrap();
    all.restore(&backup, &secretariat()).unwrap();
    assert_eq!(plan_at(&path), then);
    let replaced = all.named(None).unwrap();
    assert_eq!(fs::read(all.path(&replaced)).unwrap(), b"not a plan any more");
    assert_eq!(fs::read(log(&all.path(&replaced))).unwrap(), of_log);
    assert_eq!(all.newest_good().unwrap().unwrap().0, backup, "what was replaced is not offered");
}

#[test]
fn a_file_that_is_gone_comes_back() {
    let (desk, backup, then) = worked_on();
    let (_folder, path) = closed(desk);
    fs::remove_file(&path).unwrap();
    Backups::of(&path).restore(&backup, &secretariat()).unwrap();
    assert_eq!(plan_at(&path), then);
    assert_eq!(reasons(&Backups::of(&path)), [Why::ByHand]);
}

#[test]
fn a_restoration_that_was_interrupted_is_finished_by_whoever_comes_next() {
    type Comes = fn(&Path) -> Result<Store, OpenError>;
    let comers: [Comes; 3] = [
        |path| Store::open(path, now()),
        |path| Store::open_read_only(path),
        |path| Store::open_unverified(path, now()),
    ];
    for comes in comers {
        let (desk, backup, then) = worked_on();
        let (_folder, path) = killed(&desk);
        let waiting = PathBuf::from(format!("{}.restoring", path.display()));
        fs::copy(backups(&desk).path(&backup), &waiting).unwrap();
        assert_eq!(comes(&path).unwrap().plan().unwrap(), then);
        assert!(!waiting.exists());
    }
}

#[test]
fn a_restoration_is_not_finished_under_somebody_who_works_in_the_old_file() {
    let (mut desk, backup, _) = worked_on();
    let waiting = PathBuf::from(format!("{}.restoring", desk.path().display()));
    fs::copy(backups(&desk).path(&backup), &waiting).unwrap();
    assert!(matches!(Store::open(&desk.path(), now()), Err(OpenError::Trouble(Trouble::Busy))));
    desk.act(&co_chair(), due("2023")).unwrap();
}

#[cfg(unix)]
#[test]
fn backups_of_any_path_are_found_again() {
    use std::os::unix::ffi::OsStrExt as _;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(std::ffi::OsStr::from_bytes(b"bytes \xff 100%?#.jalon"));
    let store = Store::create(&path, now()).unwrap();
    let backup = store.back_up(Why::ByHand, now()).unwrap();
    let link = folder.path().join("link.jalon");
    std::os::unix::fs::symlink(&path, &link).unwrap();
    drop(store);
    assert_eq!(Backups::of(&link).list().unwrap(), std::slice::from_ref(&backup));
    Backups::of(&link).restore(&backup, &secretariat()).unwrap();
    assert!(link.is_symlink());
    assert_eq!(Store::open(&path, now()).unwrap().history(None).unwrap().len(), 2);
    // Also once the file is gone, through a link that leads to the link.
    let other = folder.path().join("other.jalon");
    std::os::unix::fs::symlink("link.jalon", &other).unwrap();
    std::fs::remove_file(&path).unwrap();
    assert!(Backups::of(&other).list().unwrap().contains(&backup));
    Backups::of(&other).restore(&backup, &secretariat()).unwrap();
    assert!(path.is_file() && other.is_symlink());
    // One that leads to itself leads nowhere.
    let round = folder.path().join("round.jalon");
    std::os::unix::fs::symlink("round.jalon", &round).unwrap();
    assert_eq!(Backups::of(&round).list().unwrap(), []);
}
