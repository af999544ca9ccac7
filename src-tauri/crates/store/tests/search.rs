//! Finding: what is found, in which order, and what is not found.

mod common;

use common::*;
use jalon_domain::{Actor, Role};
use jalon_store::{Context, Store};
use serde_json::{Value, json};

fn create(kind: &str, id: &str, fields: Value) -> Value {
    json!({"action": "create", "kind": kind, "id": id, "fields": fields})
}

fn find(store: &Store, text: &str) -> Vec<String> {
    found_by(store, text, &Actor::new("R", Role::Reader, None))
}

fn found_by(store: &Store, text: &str, reader: &Actor) -> Vec<String> {
    let hits = store.search(text, reader).unwrap().hits;
    hits.into_iter().map(|hit| format!("{} {}", hit.id, hit.field)).collect()
}

/// The small plan and one of everything else that holds words.
fn desk() -> Desk {
    let mut desk = Desk::new();
    let mut add = |kind: &str, id: &str, fields: Value| {
        desk.act(&secretariat(), create(kind, id, fields)).unwrap();
    };
    add(
        "person",
        "ada",
        json!({"name": "Ada Lovelace", "title": text("Countess", "Comtesse"), "email": "ada@example.org"}),
    );
    let link = json!({"label": text("Gazette", "Bulletin"), "fr": "https://example.org/témoignant"});
    add(
        "achievement",
        "ach",
        json!({"cycle": "cy", "jurisdiction": "CA-YT", "text": text("Portal online", "Portail"), "links": [link]}),
    );
    add(
        "event",
        "ev",
        json!({"cycle": "cy", "title": text("Summit", "Sommet"), "place": text("Ottawa", ""), "points_heading": text("Guests", ""), "outcomes_title": text("Harvest", "")}),
    );
    add("figure", "fi", json!({"event": "ev", "value": 2600, "label": text("visitors", "visiteurs")}));
    add("outcome", "ou", json!({"event": "ev", "title": text("Influence", "")}));
    add("resolution", "re", json!({"outcome": "ou", "title": text("Manifesto", "")}));
    add(
        "slide",
        "sl",
        json!({"workplan": "w", "role": "other", "title": text("Preface", ""), "lead_in": text("Prologue", "")}),
    );
    add(
        "point",
        "po",
        json!({"owner": "sl", "text": text("More than 2,600 people", "Plus de 2\u{a0}600 personnes")}),
    );
    add(
        "term",
        "te",
        json!({"term": text("open data", "données ouvertes"), "abbreviation": text("OD", "DO"),
        "forbidden_fr": ["données libres"], "note": text("Since always", "")}),
    );
    add("progress", "pr", json!({"priority": "p1", "cycle": "cy", "text": text("Survey", "Sondage")}));
    let note = edit("w", json!({"note": text("Confetti", "")}));
    desk.act(&secretariat(), note).unwrap();
    let when = edit("n1", json!({"when": {"words": text("whenever", "un de ces jours")}}));
    desk.act(&secretariat(), when).unwrap();
    let more = edit(
        "m1",
        json!({"description": text("Codes and licences", ""), "due": {"words": text("someday", "")}}),
    );
    desk.act(&secretariat(), more).unwrap();
    let evidence = json!([{"en": "https://example.org/minutes", "label": text("Minutes", "Procès-verbal")}]);
    let status = json!({"completion": "C", "reason": text("Ratified", "Entériné"), "evidence": evidence});
    desk.act(&co_chair(), set_status("m2", status)).unwrap();
    desk.act(&secretariat(), edit("p1", json!({"lessons": text("Hindsight", "")}))).unwrap();
    desk
}

#[test]
fn every_text_of_every_kind_is_found_and_named_with_its_place() {
    let desk = desk();
    for (sought, expected) in [
        ("lovelace", "ada name"),
        ("comtesse", "ada title"),
        ("ada example", "ada email"),
        ("Prince Édouard", "CA-PE name"),
        ("colombie", "CA-BC name"),
        ("confet", "w note"),
        ("hindsight", "p1 lessons"),
        ("oeuvre", "m2 title"),
        ("licences", "m1 description"),
        ("someday", "m1 due.words"),
        ("enterine", "m2 status.reason"),
        ("proces", "m2 status.evidence[0].label"),
        ("minutes https", "m2 status.evidence[0].en"),
        ("conseils", "meet name"),
        ("sondage", "pr text"),
        ("portail", "ach text"),
        ("gazette", "ach links[0].label"),
        ("temoignant", "ach links[0].fr"),
        ("ressources", "ch text"),
        ("sommet", "ev title"),
        ("ottawa", "ev place"),
        ("guests", "ev points_heading"),
        ("harvest", "ev outcomes_title"),
        ("visiteurs", "fi label"),
        ("manifesto", "re title"),
        ("prologue", "sl lead_in"),
        ("un de ces jours", "n1 when.words"),
        ("donnees ouvertes", "te term"),
        ("donnees libres", "te forbidden_fr[0]"),
        ("since always", "te note"),
    ] {
        assert_eq!(find(&desk.store, sought), [expected], "{sought}");
    }
}

#[test]
fn numbers_are_found_as_they_are_typed() {
    let desk = desk();
    for typed in ["2600", "2,600", "2 600", "2\u{a0}600"] {
        let found = find(&desk.store, typed);
        assert_eq!(found.iter().filter(|it| *it == "po text").count(), 2, "{typed}: in both languages");
    }
    assert!(find(&desk.store, "2600").contains(&"fi value".to_owned()));
    assert_eq!(find(&desk.store, "1.2")[..2], ["m2 number", "m2 number"]);
    assert_eq!(find(&desk.store, "1")[0], "p1 number");
    assert_eq!(desk.store.search("1.1", &Actor::secretariat()).unwrap().hits[0].text, "1.1 Draft standard");
    // The next plan is made while this one still reports: the number is of this one.
    let mut desk = desk;
    let next = json!({"action": "clone_plan", "workplan": "w", "id": "next", "title": text("Next", "Suivant"),
        "starts": "2020-01-01", "ends": "2020-12-31"});
    desk.act(&secretariat(), next).unwrap();
    let found = desk.store.search("1.2", &Actor::secretariat()).unwrap().hits;
    let plan = desk.store.plan().unwrap();
    assert_eq!(plan.current_workplan().unwrap().id.as_str(), "w");
    assert_eq!((found[0].id.as_str(), found[0].field.as_str()), ("m2", "number"));
    for nothing in ["0", "1.0", "9.9", "1.1.1", "-1", "99999999999999999999.1", "…", ""] {
        assert!(!find(&desk.store, nothing).iter().any(|it| it.ends_with("number")), "{nothing}");
    }
}

#[test]
fn titles_come_before_all_else() {
    let mut desk = desk();
    for (n, id) in ["x1", "x2", "x3"].into_iter().enumerate() {
        let words = ["Quorum", "Quorum and so on and on about the quorum", "No quorum"][n];
        let progress = json!({"priority": "p1", "cycle": "cy", "text": text(words, "")});
        desk.act(&secretariat(), create("progress", id, progress)).unwrap();
    }
    let title = "A long title in which, at the very end of it, there stands a quorum";
    desk.act(&secretariat(), edit("m1", json!({"title.en": title}))).unwrap();
    assert_eq!(find(&desk.store, "quor")[0], "m1 title");
    assert_eq!(find(&desk.store, "quor").len(), 4);
}

#[test]
fn a_hit_says_where_in_the_text_it_is() {
    let desk = desk();
    let hits = desk.store.search("mise oeu", &Actor::secretariat()).unwrap().hits;
    assert_eq!((hits[0].text.as_str(), &hits[0].marks), ("Mise en œuvre", &vec![(0, 4), (8, 13)]));
}

#[test]
fn what_is_deleted_is_not_found_until_it_is_there_again() {
    let mut desk = desk();
    desk.act(&secretariat(), json!({"action": "delete", "id": "ach"})).unwrap();
    for sought in ["gazette", "portal", "temoignant"] {
        assert!(find(&desk.store, sought).is_empty(), "{sought}");
    }
    assert!(desk.store.check().unwrap().is_sound());
    desk.act(&secretariat(), json!({"action": "undo"})).unwrap();
    assert_eq!(find(&desk.store, "gazette").len(), 1);
    // A label that is taken out of a list is gone, and what moved up is found where it is.
    let link = |label: &str| json!({"label": text(label, ""), "en": "https://example.org"});
    desk.act(&secretariat(), edit("ach", json!({"links": [link("Almanac"), link("Gazette")]}))).unwrap();
    desk.act(&secretariat(), edit("ach", json!({"links": [link("Gazette")]}))).unwrap();
    assert_eq!(
        (find(&desk.store, "gazette"), find(&desk.store, "almanac")),
        (vec!["ach links[0].label".into()], vec![])
    );
    assert!(desk.store.check().unwrap().is_sound());
}

#[test]
fn nobody_learns_by_searching_where_a_nameless_challenge_came_from() {
    let mut desk = desk();
    let with = |id: &str, attribution: &str, origins: &[&str]| {
        let fields = json!({"cycle": "cy", "text": text(&format!("Budget {id}"), ""), "attribution": attribution, "origins": origins});
        create("challenge", id, fields)
    };
    for (id, attribution, origins) in
        [("c1", "anonymous", &["CA-ON"][..]), ("c2", "internal", &["CA-ON"]), ("c3", "anonymous", &["CA-SK"])]
    {
        desk.act(&secretariat(), with(id, attribution, origins)).unwrap();
    }
    let named = json!({"attribution": "named", "jurisdictions": ["CA-ON"]});
    desk.act(&secretariat(), edit("c1", named)).unwrap();
    desk.act(&secretariat(), edit("c1", json!({"attribution": "anonymous", "jurisdictions": []}))).unwrap();
    let readers = [
        Actor::new("R", Role::Reader, None),
        Actor::new("L", Role::Lead, Some(id("CA-QC"))),
        Actor::new("C", Role::CoChair, Some(id("CA-AB"))),
        Actor::nobody(),
    ];
    for reader in &readers {
        for sought in ["Ontario", "Ont", "CA ON", "Saskatchewan", "Sask", "origins", "CA", "Budget Ontario"] {
            let found = found_by(&desk.store, sought, reader);
            assert!(!found.iter().any(|hit| hit.starts_with('c')), "{sought}: {found:?}");
        }
        // The words of a challenge, and their order, are the same for everybody.
        assert_eq!(
            found_by(&desk.store, "budget", reader),
            found_by(&desk.store, "budget", &Actor::secretariat())
        );
        assert_eq!(found_by(&desk.store, "budget", reader).len(), 3);
    }
    let context = Context::new(readers[0].clone(), now());
    assert!(desk.act(&context, edit("c1", json!({"text.en": "X"}))).is_err());
}

#[test]
fn records_are_found_by_what_people_wrote_and_not_by_their_digests() {
    let desk = desk();
    let hits = desk.store.search("a", &Actor::secretariat()).unwrap().hits;
    assert!(!hits.is_empty() && hits.len() <= 100);
}

#[test]
fn that_there_are_more_than_are_given_is_said() {
    let mut desk = desk();
    let mut add = |n: usize| {
        let fields = json!({"cycle": "cy", "text": {"en": format!("Zebra {n}"), "source": "en"}});
        let step =
            json!({"action": "create", "kind": "next_step", "id": format!("zebra-{n}"), "fields": fields});
        desk.act(&secretariat(), step).unwrap();
        let found = desk.store.search("zebra", &Actor::secretariat()).unwrap();
        (found.hits.len(), found.more)
    };
    let found: Vec<_> = (1..=101).map(&mut add).collect();
    assert_eq!(found[98..], [(99, false), (100, false), (100, true)]);
}
