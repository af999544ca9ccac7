//! Files come whole or not at all, and a pair comes together.

use std::fs;
use std::path::Path;

use jalon_exchange::plan_file::MAX_BYTES;
use jalon_exchange::{FileError, load, write_pair, write_together, write_whole};

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("a temporary folder")
}

/// What stands in a folder, by name.
fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("a folder");
    let mut names: Vec<_> =
        entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

fn text(path: &Path) -> String {
    fs::read_to_string(path).expect("a file")
}

#[test]
fn a_file_is_written_over_what_stood_there_and_leaves_nothing_beside() {
    let folder = folder();
    let path = folder.path().join("été œuvre.json");
    write_whole(&path, b"first").expect("written");
    write_whole(&path, b"second").expect("written");
    assert_eq!((text(&path).as_str(), names(folder.path())), ("second", vec!["été œuvre.json".to_owned()]));
}

#[test]
fn a_pair_is_written_over_what_stood_there_and_leaves_nothing_beside() {
    let folder = folder();
    let [en, fr] = ["en.pptx", "fr.pptx"].map(|name| folder.path().join(name));
    fs::write(&en, "old").expect("written");
    write_pair((&en, b"new en"), (&fr, b"new fr")).expect("written");
    assert_eq!((text(&en).as_str(), text(&fr).as_str()), ("new en", "new fr"));
    assert_eq!(names(folder.path()), ["en.pptx", "fr.pptx"]);
}

#[test]
fn a_folder_that_is_missing_or_is_a_file_is_named() {
    let folder = folder();
    let missing = folder.path().join("nowhere");
    let error = write_whole(&missing.join("plan.json"), b"x").expect_err("no folder");
    assert!(matches!(&error, FileError::FolderMissing(path) if *path == missing), "{error:?}");
    let file = folder.path().join("file");
    fs::write(&file, "").expect("written");
    let error = write_whole(&file.join("plan.json"), b"x").expect_err("no folder");
    assert!(matches!(error, FileError::FolderMissing(_)), "{error:?}");
}

#[test]
fn the_file_of_a_plan_is_never_written_over_nor_the_log_beside_it() {
    let folder = folder();
    let store = folder.path().join("plan.jalon");
    drop(
        jalon_store::Store::create(&store, "2019-09-10T14:05:00Z".parse().expect("a moment")).expect("made"),
    );
    let before = fs::read(&store).expect("a file");
    for name in ["plan.jalon", "plan.jalon-wal", "plan.jalon-shm"] {
        let error = write_whole(&folder.path().join(name), b"x").expect_err("refused");
        assert!(matches!(error, FileError::IsStore(_)), "{name}: {error:?}");
    }
    assert_eq!(
        (fs::read(&store).expect("a file"), names(folder.path())),
        (before, vec!["plan.jalon".to_owned()])
    );
}

#[test]
fn a_path_that_is_a_folder_is_refused() {
    let folder = folder();
    let path = folder.path().join("plan.json");
    fs::create_dir(&path).expect("made");
    for path in [path.as_path(), Path::new("/"), Path::new("."), Path::new("..")] {
        let error = write_whole(path, b"x").expect_err("a folder");
        assert!(matches!(error, FileError::IsFolder(_)), "{}: {error:?}", path.display());
    }
}

#[test]
fn a_deck_that_is_open_elsewhere_is_not_replaced_and_its_owner_file_is_named() {
    for owner in [".~lock.deck-en.pptx#", "~$deck-en.pptx", "~$ck-en.pptx"] {
        let folder = folder();
        let [en, fr] = ["deck-en.pptx", "deck-fr.pptx"].map(|name| folder.path().join(name));
        fs::write(&en, "typed on").expect("written");
        fs::write(folder.path().join(owner), "").expect("written");
        let error = write_pair((&fr, b"fr"), (&en, b"en")).expect_err("open elsewhere");
        let lock = Some(folder.path().join(owner));
        assert!(
            matches!(&error, FileError::OpenElsewhere { file, lock: found } if *file == en && *found == lock),
            "{error:?}"
        );
        assert_eq!(text(&en), "typed on");
        assert!(!fr.exists(), "the other one is not written either");
        assert_eq!(names(folder.path()).len(), 2);
    }
}

#[test]
fn two_files_for_one_place_are_refused() {
    let folder = folder();
    let path = folder.path().join("deck.pptx");
    fs::write(&path, "old").expect("written");
    let error = write_pair((&path, b"en"), (&path, b"fr")).expect_err("one place");
    assert!(matches!(error, FileError::SamePlace(_)), "{error:?}");
    assert_eq!((text(&path).as_str(), names(folder.path()).len()), ("old", 1));
}

/// The last name is longer than file systems take: it can be written beside its
/// place, and not be put there.
#[test]
fn when_a_later_file_cannot_be_placed_the_earlier_ones_are_put_back() {
    let folder = folder();
    let long = "x".repeat(300);
    let [old, new, last] = ["old.txt", "new.txt", &long].map(|name| folder.path().join(name));
    fs::write(&old, "old").expect("written");
    let error =
        write_together(&[(&old, b"changed"), (&new, b"new"), (&last, b"last")]).expect_err("too long");
    assert!(matches!(&error, FileError::BadName(path) if *path == last), "{error:?}");
    assert_eq!(text(&old), "old");
    assert_eq!(names(folder.path()), ["old.txt"], "and nothing is left beside");
}

#[cfg(unix)]
#[test]
fn a_folder_that_may_not_be_written_in_is_named() {
    use std::os::unix::fs::PermissionsExt as _;
    let mine = folder();
    fs::set_permissions(mine.path(), fs::Permissions::from_mode(0o555)).expect("set");
    // Root may write in the first; nobody may in the second.
    let closed = [mine.path(), Path::new("/sys/kernel")];
    let closed = closed.into_iter().find(|folder| fs::write(folder.join("probe"), "").is_err());
    let closed = closed.expect("a folder that may not be written in");
    let error = write_whole(&closed.join("plan.json"), b"x").expect_err("not writable");
    assert!(matches!(&error, FileError::Unwritable(path) if path == closed), "{error:?}");
}

#[cfg(unix)]
#[test]
fn a_link_stays_a_link_and_permissions_stay_as_they_were() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = folder();
    let [real, link] = ["real.json", "link.json"].map(|name| folder.path().join(name));
    fs::write(&real, "old").expect("written");
    fs::set_permissions(&real, fs::Permissions::from_mode(0o640)).expect("set");
    std::os::unix::fs::symlink(&real, &link).expect("linked");
    write_whole(&link, b"new").expect("written");
    assert_eq!(text(&real), "new");
    assert!(fs::symlink_metadata(&link).expect("there").is_symlink());
    assert_eq!(fs::metadata(&real).expect("there").permissions().mode() & 0o777, 0o640);
}

#[test]
fn a_file_to_be_read_that_is_missing_or_a_folder_is_named() {
    let folder = folder();
    let code = |path: &Path| load(path).expect_err("not readable").failure().code;
    assert_eq!(code(&folder.path().join("nothing.json")), "failure-load-missing");
    assert_eq!(code(folder.path()), "failure-load-is-folder");
    let path = folder.path().join("plan.json");
    fs::write(&path, "{}").expect("written");
    assert_eq!(load(&path).expect("read"), b"{}");
    fs::File::create(&path).and_then(|file| file.set_len(MAX_BYTES + 1)).expect("made");
    assert_eq!(code(&path), "failure-import-too-large");
}

#[cfg(unix)]
#[test]
fn what_is_no_file_is_neither_waited_for_nor_replaced() {
    use std::os::unix::fs::FileTypeExt as _;

    let folder = folder();
    let pipe = folder.path().join("pipe");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status().expect("mkfifo");
    assert!(made.success());
    let link = folder.path().join("link");
    std::os::unix::fs::symlink(&pipe, &link).expect("a link");
    for path in [pipe.as_path(), &link, Path::new("/dev/null")] {
        let error = write_whole(path, b"x").expect_err("no file");
        assert!(matches!(error, FileError::NoFile(_)), "{}: {error:?}", path.display());
    }
    assert!(fs::metadata(&pipe).expect("a pipe").file_type().is_fifo());
    assert_eq!(names(folder.path()), ["link", "pipe"]);
}
