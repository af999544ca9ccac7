//! Plan files that are missing, foreign, newer, damaged or not to be written; and
//! standard output that cannot be.

mod desk;

use std::fs;
use std::process::Stdio;

use desk::{AS_CO_CHAIR, Desk, Said};

const SET: [&str; 7] = ["milestone", "set", "2.1", "--completion", "SP", AS_CO_CHAIR[0], AS_CO_CHAIR[1]];

#[test]
fn a_plan_that_is_not_there_is_told_with_how_to_make_one() {
    let desk = Desk::bare();
    for verb in [&["board"][..], &["check"], &["history"], &["export", "x.json"], &SET] {
        desk.refused(verb, 1, &["failure-store-not-found"]);
    }
    assert_eq!(desk.names("."), [""; 0], "nothing was made");
    let said: Said = desk.command().args(["--store", ".", "board"]).output().expect("runs").into();
    assert!(said.code == 1 && said.err.contains("is a folder"), "{}", said.err);
}

#[test]
fn the_applications_own_plan_is_meant_where_none_is_named() {
    let desk = Desk::bare();
    let run = |arguments: &[&str]| Said::from(desk.command().args(arguments).output().expect("runs"));
    let made = run(&["--json", "init", "--sample"]).json()["store"].as_str().unwrap_or_default().to_owned();
    assert!(made.starts_with(&*desk.folder.path().to_string_lossy()), "{made}");
    assert!(run(&["board"]).out.starts_with("2018-2019 Workplan"));
}

#[test]
fn nothing_is_ever_made_over_what_is_there() {
    let desk = Desk::sample();
    desk.refused(&["init"], 1, &["failure-store-exists"]);
    desk.refused(&["init", "--sample"], 1, &["failure-store-exists"]);
    let desk = Desk::bare();
    desk.write("plan.jalon", "my shopping list");
    desk.refused(&["init", "--sample"], 1, &["failure-store-exists"]);
    desk.refused(&["board"], 1, &["failure-store-foreign"]);
    fs::write(desk.store(), "").expect("written");
    desk.refused(&SET, 1, &["failure-store-foreign"]);
}

#[test]
fn the_sample_goes_into_a_plan_that_is_still_empty() {
    let desk = Desk::empty();
    desk.done(&["init", "--sample"]);
    assert_eq!(desk.done(&["board"]).out, Desk::sample().done(&["board"]).out);
}

#[test]
fn a_plan_of_a_newer_version_is_left_alone() {
    let desk = Desk::sample();
    let mut bytes = fs::read(desk.store()).expect("a file");
    // The user version in SQLite's header: four bytes from the 60th.
    bytes[60..64].copy_from_slice(&99_u32.to_be_bytes());
    fs::write(desk.store(), bytes).expect("written");
    for verb in [&["board"][..], &["check"], &SET] {
        desk.refused(verb, 1, &["failure-store-newer"]);
    }
}

#[test]
fn a_damaged_plan_is_told_with_what_is_damaged_and_what_to_do() {
    let desk = Desk::sample();
    let whole = fs::read(desk.store()).expect("a file");
    let mut torn = whole.clone();
    torn.truncate(whole.len() / 2 / 4096 * 4096);
    let mut scratched = whole.clone();
    scratched[whole.len() / 4..whole.len() / 4 + 8192].fill(0xff);
    for damaged in [torn, scratched] {
        fs::write(desk.store(), &damaged).expect("written");
        for verb in [&["board"][..], &["check"], &SET, &["export", "x.json"]] {
            let said = desk.run(&[&["--json"], verb].concat());
            let answer = said.json();
            let failures = answer["failures"].as_array().expect("failures");
            let codes: Vec<_> = failures.iter().filter_map(|failure| failure["code"].as_str()).collect();
            assert_eq!((said.code, codes[0]), (1, "failure-store-damaged-file"), "{}", said.err);
            assert!(codes.len() > 1 && answer["ways_out"].as_array().is_some(), "{}", said.out);
        }
        assert_eq!(fs::read(desk.store()).expect("a file"), damaged, "not one byte was touched");
    }
}

#[test]
fn paths_with_accents_and_spaces_are_paths() {
    let desk = Desk::bare();
    let store = desk.path("dossier été/plan à nous « 1 ».jalon");
    let run = |arguments: &[&str]| {
        let output = desk.command().arg("--store").arg(&store).args(arguments).output();
        let said = Said::from(output.expect("runs"));
        assert_eq!(said.code, 0, "{}", said.err);
    };
    run(&["init", "--sample"]);
    run(&SET);
    run(&["export", "dossier été/œuvre.json"]);
    run(&["deck", "--lang", "both", "--out", "dossier été"]);
    run(&["check"]);
    assert_eq!(desk.names("dossier été").len(), 5, "{:?}", desk.names("dossier été"));
}

#[test]
fn a_file_in_the_place_of_a_folder_is_told() {
    let desk = Desk::bare();
    let file = desk.write("file", "");
    for lang in ["en", "fr"] {
        let output = desk
            .command()
            .arg("--store")
            .arg(file.join("plan.jalon"))
            .args(["--lang", lang, "init"])
            .output();
        let said = Said::from(output.expect("runs"));
        assert_eq!(said.code, 1);
        assert!(said.err.contains("plan.jalon") && !said.err.contains("os error"), "{}", said.err);
    }
}

#[cfg(target_os = "linux")]
#[test]
fn an_answer_that_cannot_be_written_is_no_success() {
    let desk = Desk::sample();
    let full = fs::OpenOptions::new().write(true).open("/dev/full").expect("a full device");
    let mut command = desk.command();
    command.arg("--store").arg(desk.store()).arg("board").stdout(full).stderr(Stdio::piped());
    let said = Said::from(command.spawn().expect("runs").wait_with_output().expect("ended"));
    assert_eq!((said.code, said.err.starts_with("The answer cannot be written")), (1, true), "{}", said.err);
}

#[test]
fn a_reader_who_has_seen_enough_may_go() {
    let desk = Desk::sample();
    let mut command = desk.command();
    command.arg("--store").arg(desk.store()).args(["schema"]).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut running = command.spawn().expect("runs");
    drop(running.stdout.take());
    let said = Said::from(running.wait_with_output().expect("ended"));
    assert_eq!((said.code, said.err.as_str()), (0, ""));
}

#[test]
fn a_plan_goes_to_standard_output_and_help_is_a_command_too() {
    let desk = Desk::sample();
    let plan = desk.exported();
    assert_eq!(desk.done(&["export", "-"]).json(), plan);
    assert!(!desk.path("-").exists());
    for (asks, answers) in [
        (&["help", "board"][..], &["board", "--help"][..]),
        (&["--lang", "fr", "help", "milestone", "set"], &["--lang", "fr", "milestone", "set", "--help"]),
        (&["help"], &["--help"]),
    ] {
        assert_eq!(desk.done(asks).out, desk.done(answers).out, "{asks:?}");
    }
    desk.refused(&["help", "nothing"], 2, &["failure-usage-command"]);
    // Where it is what a verb is about, it is no command.
    assert!(desk.done(&["search", "help"]).out.contains("help"));
}
