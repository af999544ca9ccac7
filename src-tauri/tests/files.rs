//! Files that the window writes where others may stand.

use std::fs;

use jalon_domain::{Actor, Lang};
use jalon_shell::clock::Clock;
use jalon_shell::shell::Shell;
use jalon_shell::view::ExportRequest;
use jalon_words::Words;
use tempfile::TempDir;

/// A shell over the sample plan, its user the secretariat.
fn with_the_sample(folder: &TempDir) -> Shell {
    let clock = Clock::Fixed("2019-09-14T12:00:00Z".parse().unwrap());
    let shell = Shell::new(Ok(folder.path().join("plan.jalon")), clock);
    shell.create_plan(true, &Actor::secretariat(), Lang::En).unwrap();
    shell
}

#[test]
fn a_deck_that_was_finished_by_hand_stays_until_it_is_said_that_it_may_go() {
    let folder = TempDir::new().unwrap();
    let shell = with_the_sample(&folder);
    shell.with(|session| session.set_export_folder(folder.path())).unwrap();
    let request = ExportRequest { langs: Lang::BOTH.into(), ..ExportRequest::default() };
    let export = |request: &ExportRequest| shell.with(|session| session.export_deck(request));
    let files = export(&request).unwrap().files;
    export(&request).expect("the same again is no other file");
    for file in &files {
        fs::write(folder.path().join(file), "finished by hand").unwrap();
    }
    let refused = export(&request).unwrap_err();
    assert_eq!(refused.failure.code, "failure-shell-file-taken");
    for words in Lang::BOTH.map(Words::of) {
        let told = words.failure(&refused.failure);
        assert!(files.iter().all(|file| told.contains(file)), "both are named: {told}");
        assert!(!told.contains("--"), "the window has no arguments: {told}");
    }
    let stands = |file: &String| fs::read(folder.path().join(file)).unwrap();
    assert!(files.iter().all(|file| stands(file) == b"finished by hand"));
    export(&ExportRequest { replace: true, ..request }).unwrap();
    assert!(files.iter().all(|file| stands(file).starts_with(b"PK")));
}
