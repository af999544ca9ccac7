//! Packages: what goes out comes in, and what is not whole does not.

use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use jalon_domain::{Actor, Lang};
use jalon_exchange::{Over, Reached, package_through, read_package, sample, write_package};
use jalon_store::{Receiver, Store};
use jalon_words::Words;

fn now() -> DateTime<Utc> {
    "2019-09-10T14:05:00Z".parse().unwrap()
}

/// A folder with a store that holds the sample, and one that holds nothing.
struct Desk {
    folder: tempfile::TempDir,
    path: PathBuf,
    full: Store,
    empty: Store,
}

impl Desk {
    fn new() -> Desk {
        let folder = tempfile::tempdir().unwrap();
        let mut full = Store::create(&folder.path().join("full.jalon"), now()).unwrap();
        full.install_sample(&sample(), now()).unwrap();
        let empty = Store::create(&folder.path().join("empty.jalon"), now()).unwrap();
        Desk { path: folder.path().join("package"), folder, full, empty }
    }

    fn write(&mut self, after: &Reached) -> String {
        let sender = Actor::secretariat();
        write_package(&mut self.full, &sender, (&self.path, Over::Anything), after, Receiver::Everybody)
            .unwrap();
        std::fs::read_to_string(&self.path).unwrap()
    }

    /// What is said of a package with this content, which changes nothing.
    fn refused(&mut self, content: &[u8]) -> String {
        std::fs::write(&self.path, content).unwrap();
        let error = read_package(&mut self.empty, now(), &self.path, false).unwrap_err();
        let failure = error.failure();
        let told = Words::of(Lang::Fr).failure(&failure);
        assert!(jalon_words::typography_faults(Lang::Fr, &told).is_empty(), "{told}");
        assert!(self.empty.is_empty().unwrap() && self.empty.waiting().unwrap().is_empty());
        Words::of(Lang::En).failure(&failure)
    }
}

#[test]
fn a_package_brings_another_store_what_it_lacks_and_the_answer_holds_nothing_twice() {
    let mut desk = Desk::new();
    desk.write(&Reached::default());
    let tried = read_package(&mut desk.empty, now(), &desk.path, true).unwrap();
    assert!(desk.empty.is_empty().unwrap());
    let received = read_package(&mut desk.empty, now(), &desk.path, false).unwrap();
    assert_eq!((received.applied, received.known), (tried.applied, tried.known));
    assert_eq!(desk.empty.plan().unwrap(), desk.full.plan().unwrap());
    let through = package_through(&desk.path).unwrap();
    assert_eq!(desk.write(&through).lines().count(), 1, "a header, and nothing to say");
}

#[test]
fn what_is_no_whole_package_is_refused_with_its_line() {
    let mut desk = Desk::new();
    let good = desk.write(&Reached::default());
    let (header, rest) = good.split_once('\n').unwrap();
    let mut check = |content: &[u8], told: &str| {
        let refused = desk.refused(content);
        assert!(refused.contains(told), "{refused}");
    };
    check(b"", "is not a package");
    check(b"\xff\xfe", "is not a package");
    check(b"{}", "is not a package");
    check(good.replacen("\"jalon_package\":1", "\"jalon_package\":2", 1).as_bytes(), "newer version");
    check(format!("{header}\n").as_bytes(), "holds 0 of the 2");
    check(&good.as_bytes()[..good.len() - 9], "Line 3: This is not a transaction");
    check(format!("{good}{rest}").as_bytes(), "more than the 2");
    check(
        good.replacen("Literacy", "Illiteracy", 1).replacen("literacy", "illiteracy", 1).as_bytes(),
        "Line 3: ",
    );
    check(format!("{header}\n{{}}\n").as_bytes(), "Line 2: This is not a transaction");
    let endless = header.replacen("\"transactions\":2", "\"transactions\":99000000", 1);
    check(endless.as_bytes(), "the most are 1,000,000");
    check(&[header.as_bytes(), b"\n\xff\n"].concat(), "Line 2 is not UTF-8");
}

#[test]
fn what_cannot_be_read_is_told_as_for_any_file() {
    let mut desk = Desk::new();
    let folder = desk.folder.path().to_owned();
    for (path, code) in
        [(Path::new("/no/such/file"), "failure-load-missing"), (&folder, "failure-load-is-folder")]
    {
        let error = read_package(&mut desk.empty, now(), path, false).unwrap_err();
        assert_eq!(error.failure().code, code);
    }
    let store = desk.full.path().to_owned();
    let sender = Actor::secretariat();
    let refused = write_package(
        &mut desk.full,
        &sender,
        (&store, Over::Anything),
        &Reached::default(),
        Receiver::Everybody,
    );
    assert!(refused.is_err(), "a plan is never written over");
}
