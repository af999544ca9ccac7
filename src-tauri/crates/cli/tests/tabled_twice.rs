//! Two secretariats' decks under one number, from a terminal.

mod desk;

use desk::Desk;
use serde_json::Value;

/// Two desks with the sample, agreed to, that have met: each tables a first version, and
/// the first one reads the other's package. The ids of the decks, its own first.
fn desks() -> (Desk, Desk, [String; 2]) {
    let (here, there) = (Desk::sample(), Desk::empty());
    here.agree();
    let exchange = |from: &Desk, to: &Desk| {
        let package = from.path("package.jalonpkg");
        let package = package.to_str().expect("a path");
        let _ = std::fs::remove_file(package);
        from.done(&["package", "write", package, "--replace"]);
        to.done(&["package", "read", package]);
    };
    exchange(&here, &there);
    let ids = [(&here, "here"), (&there, "there")].map(|(desk, bytes)| {
        let deck = desk.write("deck.pptx", format!("PK {bytes}"));
        let tabled = desk.answer(&["table", deck.to_str().expect("a path")])["tabled"].clone();
        assert_eq!(tabled["version"], 1);
        tabled["id"].as_str().expect("an id").to_owned()
    });
    exchange(&there, &here);
    (here, there, ids)
}

fn failures(desk: &Desk, arguments: &[&str], exit: i32) -> Vec<Value> {
    let said = desk.run(&[&["--json"], arguments].concat());
    assert_eq!(said.code, exit, "{arguments:?}: {} {}", said.out, said.err);
    said.json()["failures"].as_array().expect("failures").clone()
}

#[test]
fn a_number_that_two_decks_bear_is_refused_with_their_ids_which_are_taken() {
    let (desk, _there, [own, other]) = desks();
    std::fs::create_dir(desk.path("out")).expect("a folder");
    let several = ["failure-council-several"];
    for arguments in [
        &["tabled", "files", "1", "--out", "out"][..],
        &["tabled", "files", "--out", "out"],
        &["tabled", "show", "1"],
        &["tabled", "show"],
        &["tabled", "diff"],
        &["tabled", "diff", "1", &own],
        &["tabled", "diff", &own, "1"],
        &["since", "tabled"],
        &["board", "--as-of", "tabled"],
        &["history", "--from", "tabled"],
        &["export", "then.json", "--as-of", "tabled"],
    ] {
        desk.refused(arguments, 1, &several);
        let message = failures(&desk, arguments, 1)[0]["message"].as_str().expect("words").to_owned();
        assert!(message.contains(&own) && message.contains(&other), "{arguments:?}: {message}");
    }
    assert_eq!(desk.names("out"), Vec::<String>::new());
    desk.refused(&["tabled", "show", "2"], 1, &["failure-council-no-such-version"]);
    desk.done(&["tabled", "files", &other, "--out", "out"]);
    assert_eq!(std::fs::read(desk.path("out/deck.pptx")).expect("a file"), b"PK there");
    let difference = desk.answer(&["tabled", "diff", &own, &other])["difference"].clone();
    assert_eq!(
        (difference["words"].clone(), difference["files"][0]["name"].clone()),
        (Value::Array(vec![]), "deck.pptx".into())
    );
    let told = desk.done(&["tabled", "diff", &own, &other]).out;
    assert!(told.contains(&format!("From {own} to {other}:")), "{told}");
    let told = desk.done(&["--lang", "fr", "tabled", "diff", &own, &other]).out;
    assert!(told.contains(&format!("De {own} à {other}\u{a0}:")), "{told}");
    desk.done(&["board", "--as-of", &other]);
    desk.done(&["since", &own, &other]);
}

#[test]
fn it_is_listed_with_what_tells_them_apart_and_check_says_so() {
    let (desk, there, [own, other]) = desks();
    assert_eq!(
        there.done(&["tabled", "list"]).out.lines().count(),
        1,
        "one deck needs no more than its number"
    );
    there.done(&["check"]);
    for (lang, who) in [
        ("en", "recorded by: Secretariat, September 14, 2019"),
        ("fr", "consignée par\u{a0}: Secrétariat, 14\u{a0}septembre 2019"),
    ] {
        let listed = desk.done(&["--lang", lang, "tabled", "list"]).out;
        assert_eq!(listed.lines().count(), 4, "{listed}");
        assert_eq!(listed.matches(who).count(), 2, "{listed}");
        assert!(listed.contains(&own) && listed.contains(&other), "{listed}");
    }
    let listed = desk.answer(&["tabled", "list"])["tabled"].clone();
    let first = &listed[0];
    assert_eq!(first["namesakes"], serde_json::json!([listed[1]["id"]]));
    assert!(first["recorded_at"].is_string() && first["recorded_by"]["roles"].is_array(), "{first}");
    desk.refused(&["check"], 1, &["failure-problem"]);
    for (lang, words) in [
        ("en", "another deck was tabled for the same meeting under the same number"),
        ("fr", "une autre présentation a été déposée pour la même réunion sous le même numéro"),
    ] {
        let said = desk.run(&["--lang", lang, "check"]);
        assert!(said.err.contains(words) && said.err.contains("jalon erratum --of"), "{}", said.err);
    }
}

#[test]
fn an_erratum_names_the_deck_that_it_corrects_and_ends_it() {
    let (desk, there, [own, other]) = desks();
    let deck = desk.write("deck.pptx", "PK here");
    let deck = deck.to_str().expect("a path");
    let erratum = ["erratum", deck, "--note", "The councils have this one"];
    desk.refused(&erratum, 1, &["failure-council-several"]);
    desk.refused(&[&erratum[..], &["--of", "1"]].concat(), 1, &["failure-council-several"]);
    desk.refused(&[&erratum[..], &["--of", "gone"]].concat(), 1, &["failure-council-no-such-version"]);
    // It is what it would correct.
    desk.refused(&[&erratum[..], &["--of", &own]].concat(), 1, &["failure-council-nothing-to-correct"]);
    let said = desk.done(&[&erratum[..], &["--of", &other]].concat()).out;
    assert!(
        said.contains("version 2") && said.contains(&format!("it corrects version 1 with the id {other}")),
        "{said}"
    );
    desk.done(&["check"]);
    let listed = desk.done(&["--lang", "fr", "tabled", "list"]).out;
    assert!(listed.contains(&format!("corrige la version 1 qui a l’identifiant {other}")), "{listed}");
    assert_eq!(desk.answer(&["tabled", "show"])["tabled"]["erratum_of"], other.as_str());
    assert_eq!(desk.answer(&["tabled", "diff"])["before"]["id"], other.as_str());
    desk.refused(&["tabled", "show", "1"], 1, &["failure-council-several"]);
    desk.done(&["since", "tabled"]);
    // Once corrected, the number of the last one is enough again.
    desk.refused(&[&erratum[..], &["--of", "2"]].concat(), 1, &["failure-council-nothing-to-correct"]);
    desk.refused(&erratum, 1, &["failure-council-nothing-to-correct"]);
    drop(there);
}
