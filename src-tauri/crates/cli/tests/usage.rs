//! What is not understood is said in the user's language, and the exit code tells it
//! from what is refused.

mod desk;

use desk::{Desk, Said};

/// Every command, by the words that lead to it.
const COMMANDS: [&[&str]; 23] = [
    &[],
    &["init"],
    &["import"],
    &["export"],
    &["schema"],
    &["board"],
    &["milestone"],
    &["milestone", "set"],
    &["apply"],
    &["undo"],
    &["redo"],
    &["deck"],
    &["history"],
    &["search"],
    &["check"],
    &["translations"],
    &["translations", "approve"],
    &["translate"],
    &["proofread"],
    &["glossary"],
    &["glossary", "list"],
    &["glossary", "add"],
    &["glossary", "remove"],
];

fn run(desk: &Desk, lang: &str, arguments: &[&str]) -> Said {
    let mut command = desk.command();
    command.args(["--lang", lang]).args(arguments).output().expect("the program runs").into()
}

#[test]
fn help_is_whole_in_both_languages() {
    let desk = Desk::bare();
    for command in COMMANDS {
        let help = |lang: &str| {
            let said = run(&desk, lang, &[command, &["--help"]].concat());
            assert_eq!((said.code, said.err.as_str()), (0, ""), "{command:?}");
            said.out
        };
        let (english, french) = (help("en"), help("fr"));
        assert_eq!(english.lines().count(), french.lines().count(), "{command:?}");
        for line in french.lines() {
            // What stands in both languages is grammar, an abbreviation, or no sentence.
            let alike = english.lines().any(|other| other == line);
            assert!(!alike || line.is_empty(), "{command:?}: {line}");
        }
        let foreign =
            ["Usage:", "Options:", "Print", "help", "<FILE>", "<TEXT>", "default", "possible", "COMMAND>"];
        let said = french.replace("--help", "");
        assert!(!foreign.iter().any(|word| said.contains(word)), "{command:?}: {said}");
    }
}

#[test]
fn the_help_of_action_lines_says_what_may_stand_beside_an_action() {
    let desk = Desk::bare();
    for lang in ["en", "fr"] {
        let help = run(&desk, lang, &["apply", "--help"]).out;
        let listed = |name: &str| help.lines().any(|line| line.trim_start().starts_with(name));
        for name in ["\"as\"", "\"on_behalf\"", "\"reason\""] {
            assert!(listed(name), "{name}: {help}");
        }
    }
}

/// The commands that the help lists.
fn commands(desk: &Desk) -> Vec<String> {
    let help = run(desk, "en", &["--help"]).out;
    let listed = help.lines().skip_while(|line| *line != "Commands:").skip(1);
    let listed = listed.take_while(|line| !line.is_empty()).filter_map(|line| line.split_whitespace().next());
    let listed: Vec<String> = listed.map(str::to_owned).collect();
    assert!(listed.iter().any(|name| name == "milestone"), "{help}");
    listed
}

#[test]
fn each_wrong_command_line_is_explained_with_where_its_help_is() {
    let desk = Desk::bare();
    let check = |arguments: &[&str], english: &str, french: &str, command: &str| {
        let (en, fr) = (run(&desk, "en", arguments), run(&desk, "fr", arguments));
        assert_eq!((en.code, fr.code, en.out.as_str(), fr.out.as_str()), (2, 2, "", ""), "{arguments:?}");
        assert_eq!(en.err, format!("{english}\nSee {command} --help.\n"), "{arguments:?}");
        assert_eq!(
            fr.err.replace('\u{a0}', " "),
            format!("{french}\nVoir {command} --help.\n"),
            "{arguments:?}"
        );
    };
    let all = commands(&desk).join(", ");
    check(
        &[],
        &format!("Say what to do. The commands are: {all}."),
        &format!("Dites quoi faire. Les commandes sont : {all}."),
        "jalon",
    );
    check(
        &["milestone"],
        "Say what to do. The commands are: set.",
        "Dites quoi faire. Les commandes sont : set.",
        "jalon milestone",
    );
    check(
        &["milestone", "get"],
        "There is no command “get” here. The commands are: set.",
        "Il n’y a pas ici de commande « get ». Les commandes sont : set.",
        "jalon milestone",
    );
    check(
        &["board", "--stor"],
        "“--stor” is not understood here.",
        "« --stor » n’est pas compris ici.",
        "jalon board",
    );
    check(&["board", "2"], "“2” is not understood here.", "« 2 » n’est pas compris ici.", "jalon board");
    check(
        &["deck"],
        "Something is missing: --lang <LANGUAGE>, --out <FOLDER>.",
        "Il manque quelque chose : --lang <LANGUE>, --out <DOSSIER>.",
        "jalon deck",
    );
    check(
        &["import"],
        "Something is missing: <FILE>.",
        "Il manque quelque chose : <FICHIER>.",
        "jalon import",
    );
    check(
        &["submission", "set", "CA", "late"],
        "<STATE>: “late” is not one of the values allowed. Say one of these: outstanding, draft, submitted, nothing_to_report.",
        "<ÉTAT> : « late » n’est pas une des valeurs permises. Choisissez parmi : outstanding, draft, submitted, nothing_to_report.",
        "jalon submission set",
    );
    check(
        &["deck", "--out", ".", "--lang", "es"],
        "--lang <LANGUAGE>: “es” is not one of the values allowed. Say one of these: fr, en, both.",
        "--lang <LANGUE> : « es » n’est pas une des valeurs permises. Choisissez parmi : fr, en, both.",
        "jalon deck",
    );
    for (arguments, option, french, command) in [
        (["history", "--limit", "x"], "--limit <COUNT>", "--limit <NOMBRE>", "jalon history"),
        (["history", "--limit", "-3"], "--limit <COUNT>", "--limit <NOMBRE>", "jalon history"),
        (
            ["history", "--limit", "99999999999999999999"],
            "--limit <COUNT>",
            "--limit <NOMBRE>",
            "jalon history",
        ),
    ] {
        let said = arguments[2];
        check(
            &arguments,
            &format!(
                "{option}: “{said}” is not one of the values allowed. Give a whole number from 1 to 1,000,000,000."
            ),
            &format!(
                "{french} : « {said} » n’est pas une des valeurs permises. Donnez un nombre entier de 1 à 1 000 000 000."
            ),
            command,
        );
    }
    check(
        &["device", "renew", "--from", "0"],
        "--from <PLACE>: “0” is not one of the values allowed. Give a whole number from 1 to 1,000,000,000.",
        "--from <PLACE> : « 0 » n’est pas une des valeurs permises. Donnez un nombre entier de 1 à 1 000 000 000.",
        "jalon device renew",
    );
    check(&["export", ""], "<FILE> needs a value.", "<FICHIER> demande une valeur.", "jalon export");
    check(&["board", "--as"], "--as <WHO> needs a value.", "--as <QUI> demande une valeur.", "jalon board");
    check(
        &["resolve", "2.1", "status", "--choose", "a", "--value", "1"],
        "--choose <ID> and --value <JSON> exclude each other.",
        "--choose <IDENTIFIANT> et --value <JSON> s’excluent.",
        "jalon resolve",
    );
    check(
        &["board", "--as=a", "--as=b"],
        "--as <WHO> may be given once only.",
        "--as <QUI> ne peut être donné qu’une fois.",
        "jalon board",
    );
}

#[test]
fn what_a_verb_cannot_do_anything_with_is_usage_too() {
    let desk = Desk::sample();
    desk.refused(&["milestone", "set", "2.1"], 2, &["failure-usage-nothing-to-set"]);
    desk.refused(&["search", ""], 2, &["failure-usage-nothing-to-find"]);
    desk.refused(&["search", " …"], 2, &["failure-usage-nothing-to-find"]);
    for who in ["", "lead", "co-chair", "emperor:CA-ON", "secretariat:CA-AB", "reader:CA"] {
        for verb in ["board", "history", "check"] {
            desk.refused(&[verb, "--as", who], 2, &["failure-usage-actor"]);
        }
    }
    for who in ["lead:XX", "lead:CA-ON:CA-QC"] {
        desk.refused(&["board", "--as", who], 2, &["failure-jurisdiction-none"]);
    }
    desk.refused(&["schema", "plans"], 2, &["failure-usage-value"]);
    desk.refused(&["--json=yes", "board"], 2, &["failure-usage-takes-no-value"]);
}

#[test]
fn the_language_of_the_words_is_the_systems_unless_said() {
    let desk = Desk::sample();
    let check = |system: &str, arguments: &[&str], french: bool| {
        let mut command = desk.command();
        let output = command.env("LANG", system).arg("--store").arg(desk.store()).args(arguments).output();
        let said = Said::from(output.expect("the program runs"));
        assert_eq!(
            said.out.contains("Présentation écrite") || said.out.contains("Réalisé"),
            french,
            "{}",
            said.out
        );
        assert_eq!(
            said.out.contains("Deck written") || said.out.contains("Complete"),
            !french,
            "{}",
            said.out
        );
    };
    check("en_CA.UTF-8", &["board"], false);
    check("fr_CA.UTF-8", &["board"], true);
    check("fr_CA.UTF-8", &["board", "--lang", "en"], false);
    check("en_CA.UTF-8", &["--lang=fr", "board"], true);
    check("en_CA.UTF-8", &["deck", "--lang", "fr", "--out", "."], false);
    check("en_CA.UTF-8", &["--lang", "fr", "deck", "--lang", "en", "--out", "."], true);
}

#[test]
fn a_clock_that_is_none_is_refused() {
    let desk = Desk::sample();
    for now in ["soon", "", "2019-02-30", "99999-01-01"] {
        let output = desk.command().env("JALON_NOW", now).args(["--json", "board"]).output();
        let said = Said::from(output.expect("the program runs"));
        assert_eq!(
            (said.code, said.json()["failures"][0]["code"].as_str()),
            (2, Some("failure-clock")),
            "{now}"
        );
    }
}

#[test]
fn the_schemas_are_json_and_the_version_is_told() {
    let desk = Desk::bare();
    assert_eq!(desk.done(&["schema"]).json(), desk.done(&["schema", "plan", "--json"]).json());
    assert!(desk.done(&["schema", "action"]).out.contains("set_milestone_status"));
    assert_eq!(desk.done(&["--version"]).out.trim(), format!("jalon {}", env!("CARGO_PKG_VERSION")));
}

#[cfg(unix)]
#[test]
fn an_argument_that_is_no_text_is_told_and_a_path_may_be_of_any_bytes() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt as _;

    let desk = Desk::sample();
    let said = desk.run(&[OsStr::new("search"), OsStr::from_bytes(b"\xff")]);
    assert_eq!(
        (said.code, said.err.starts_with("An argument is not readable text")),
        (2, true),
        "{}",
        said.err
    );
    let path = OsStr::from_bytes(b"plan \xff\xe9t\xe9.json");
    assert_eq!(desk.run(&[OsStr::new("export"), path]).code, 0);
    assert_eq!(desk.run(&[OsStr::new("import"), path]).code, 0);
}
