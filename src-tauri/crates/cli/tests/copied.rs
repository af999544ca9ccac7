//! A plan's file that was copied: the remedy is the very command that the refusal names.

mod desk;

use std::fs;

use desk::{Desk, Said};
use serde_json::Value;

const CO_CHAIR: [&str; 2] = ["--as", "co-chair:CA"];

/// Runs the program on one of the plans of a folder.
fn on(desk: &Desk, store: &str, arguments: &[&str]) -> Said {
    let mut command = desk.command();
    command.arg("--store").arg(desk.path(store)).args(arguments).output().expect("runs").into()
}

fn done(desk: &Desk, store: &str, arguments: &[&str]) -> Said {
    let said = on(desk, store, arguments);
    assert_eq!(said.code, 0, "{store} {arguments:?}: {}", said.err);
    said
}

/// The arguments of the command that a refusal names between quotation marks.
fn named(told: &str, opening: &str, closing: &str) -> Vec<String> {
    let (_, from) = told.split_once(opening).unwrap_or_else(|| panic!("no command: {told}"));
    let (command, _) = from.split_once(closing).unwrap_or_else(|| panic!("no command: {told}"));
    command.split(' ').map(str::to_owned).collect()
}

fn milestone(desk: &Desk, store: &str, number: &str, completion: &[&str]) {
    let arguments = [&["milestone", "set", number, "--completion"], completion, &CO_CHAIR].concat();
    done(desk, store, &arguments);
}

/// The statuses on the board of a plan.
fn statuses(desk: &Desk, store: &str) -> Value {
    done(desk, store, &["--json", "board"]).json()
}

#[test]
fn the_command_that_the_refusal_of_a_copy_names_delivers_what_was_refused() {
    for (lang, opening, closing) in [("en", "“jalon ", "”"), ("fr", "«\u{a0}jalon ", "\u{a0}»")] {
        let desk = Desk::bare();
        for plan in ["m1", "m3"] {
            done(&desk, plan, &["init", "--sample"]);
        }
        milestone(&desk, "m1", "1.2", &["LP"]);
        fs::copy(desk.path("m1"), desk.path("m2")).expect("copied");
        milestone(&desk, "m1", "2.3", &["NS", "--reason", "orig"]);
        milestone(&desk, "m2", "4.1", &["C", "--evidence", "https://x.ca"]);
        for plan in ["m1", "m2"] {
            done(&desk, plan, &["package", "write", &format!("{plan}.package"), "--replace"]);
        }
        done(&desk, "m3", &["package", "read", "m1.package"]);
        let refused = on(&desk, "m3", &["--lang", lang, "package", "read", "m2.package"]);
        assert_eq!(refused.code, 1, "{}", refused.out);
        let answer = on(&desk, "m3", &["--lang", lang, "--json", "package", "read", "m2.package"]);
        assert_eq!((answer.code, answer.out.lines().count()), (1, 1), "one answer: {}", answer.out);
        let answer = answer.json();
        assert_eq!((&answer["ok"], &answer["refused"][0]["count"]), (&false.into(), &1.into()));
        let message = answer["failures"][0]["message"].as_str().expect("words");
        assert!(refused.err.contains(message) && answer["failures"][0]["code"].is_string(), "{message}");
        let remedy = named(&refused.err, opening, closing);
        // It is for another file than this one, whose name nobody here knows.
        let placeholder = if lang == "en" { "FILE" } else { "FICHIER" };
        assert_eq!(remedy[..2], ["--store", placeholder]);
        let remedy: Vec<&str> = remedy[2..].iter().map(String::as_str).collect();
        // A new device alone does not bring it.
        done(&desk, "m2", &["device", "renew"]);
        done(&desk, "m2", &["package", "write", "plain.package"]);
        let again = on(&desk, "m3", &["--lang", lang, "package", "read", "plain.package"]);
        assert_eq!((again.code, &again.err), (1, &refused.err));

        let elsewhere = on(&desk, "m3", &[&["--json"][..], &remedy].concat());
        assert_eq!(
            (elsewhere.code, &elsewhere.json()["failures"][0]["code"]),
            (1, &"failure-renew-nothing-there".into())
        );
        done(&desk, "m2", &[&["--lang", lang][..], &remedy].concat());
        done(&desk, "m2", &["package", "write", "anew.package"]);
        let read = done(&desk, "m3", &["--json", "package", "read", "anew.package"]).json();
        assert_eq!((&read["applied"], &read["refused"]), (&1.into(), &Value::Array(vec![])));
        done(&desk, "m1", &["package", "read", "anew.package"]);
        done(&desk, "m2", &["package", "read", "m1.package"]);
        for plan in ["m1", "m2"] {
            assert_eq!(statuses(&desk, plan), statuses(&desk, "m3"));
            done(&desk, plan, &["check"]);
        }
    }
}
