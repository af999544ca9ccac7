//! What a newer version writes: kinds, fields, actions and roles that this one does not
//! know are kept to the byte, told as what they are, and passed on.

mod common;
mod forged;

use common::*;
use forged::{change, line};
use jalon_domain::action::ActionName;
use jalon_domain::problem::ProblemKind;
use jalon_domain::{Actor, Lang, Vector};
use jalon_store::{Item, Receiver, Store, tell};
use jalon_words::{Words, faults};
use serde_json::{Value, json};

fn transaction(id: &str, changes: Value) -> Value {
    json!({"id": id, "action": "convene_assembly",
        "actor": r#"{ "roles":[{"role":"arbiter"},{"role":"lead","jurisdiction":"CA-QC"}],"name":"Zoé" }"#,
        "reason": "because",
        "audience": "all", "schema_v": 9, "made_at": "2031-04-01T12:00:00.000Z", "changes": changes})
}

fn out(store: &Store) -> Vec<String> {
    let items = store.outgoing(&Vector::default(), Receiver::Everybody, &Actor::secretariat()).unwrap();
    items.iter().filter(|item| item.device() == "newer").map(Item::to_line).collect()
}

#[test]
fn what_a_newer_version_wrote_is_told_and_goes_through_two_stores_to_the_byte() {
    let changes = json!([
        change("v1", "assembly", "a-1", "$create", "true"),
        change("v2", "assembly", "a-1", "quorum", r#"{"of" : 3.50, "\u00e9": [1e2]}"#),
        change("v3", "milestone", "m1", "weather", r#""fair""#),
        change("v4", "milestone", "m1", "title.de", r#""Entwurf""#),
        change("v5", "milestone", "m1", "due", r#"{"era":"Reiwa"}"#),
        change("v6", "assembly", "not an id of ours!", "$create", "true"),
    ]);
    let written = line("newer", transaction("t1", changes));
    let mut desk = Desk::new();
    let received = desk.store.receive(now(), vec![Item::from_line(&written).unwrap()], false).unwrap();
    assert_eq!((received.applied, received.newer), (1, 5));
    assert_eq!(received.changes.unwrap().action, ActionName::Newer);
    assert_eq!(out(&desk.store), [written.as_str()]);

    let mut other = Store::create(&desk.folder.path().join("other.jalon"), now()).unwrap();
    let all = desk.store.outgoing(&Vector::default(), Receiver::Everybody, &Actor::secretariat()).unwrap();
    let received = other.receive(now(), all, false).unwrap();
    assert!(received.waiting.is_empty(), "{:?}", received.waiting);
    assert_eq!(out(&other), [written.as_str()]);
    for store in [&desk.store, &other] {
        let report = store.check().unwrap();
        assert!(report.is_sound(), "{:?}", report.damage);
        let milestone = &store.plan().unwrap().milestones["m1"];
        assert_eq!(milestone.title.en, "Draft standard");
    }

    let entry = desk.store.history(None).unwrap().remove(0);
    let plan = desk.store.plan().unwrap();
    let told = Lang::BOTH.map(|lang| tell(&entry, Words::of(lang), &plan));
    assert_eq!(told[0].action, "Something that a newer version of Jalon did");
    assert_eq!(told[1].action, "Une action d’une version plus récente de Jalon");
    assert!(told[0].who.contains("Zoé"), "{}", told[0].who);
    assert_eq!(desk.act(&co_chair(), edit("m1", json!({"title.en": "Draft"}))).unwrap().conflicts, []);
}

#[test]
fn what_no_version_writes_is_refused_by_name() {
    let check = |wrong: Value, what: &str| {
        let mut made = change("v1", "milestone", "m1", "due", "null");
        made.as_object_mut().unwrap().extend(fields(wrong));
        let failure =
            Item::from_line(&line("newer", transaction("t1", json!([made])))).unwrap_err().failure();
        let told = Words::of(Lang::En).failure(&failure);
        assert!(told.contains(what), "{told}");
    };
    check(json!({"bases": "[1]"}), "(bases)");
    check(json!({"bases": "x"}), "(bases)");
    check(json!({"value": "{"}), "(value)");
    check(json!({"value": "\"\\ud800\""}), "(value)");
    check(json!({"value": "[".repeat(100_000)}), "(value)");
    for line in ["", "{}", "[]", r#"{"device":"d","seq":0,"hash":"00"}"#] {
        assert!(Item::from_line(line).is_err(), "{line}");
    }
}

#[test]
fn one_id_for_two_things_is_one_thing_and_the_same_one_in_both_orders() {
    let milestone = line(
        "newer",
        transaction(
            "t1",
            json!([
                change("a1", "milestone", "twin", "$create", "true"),
                change("a2", "milestone", "twin", "priority", "\"p1\""),
                change("a3", "milestone", "twin", "position", "\"x\""),
                change("a4", "milestone", "twin", "status", r#"{"completion":"NS","outlook":"on_track"}"#),
                change("a5", "milestone", "twin", "title.en", "\"One\""),
                change("a6", "milestone", "twin", "title.translation", r#"{"source":"en"}"#),
            ]),
        ),
    );
    let person = line(
        "other",
        transaction(
            "t2",
            json!([
                change("b1", "person", "twin", "$create", "true"),
                change("b2", "person", "twin", "name", "\"Two\""),
            ]),
        ),
    );
    let [milestone, person] = [milestone, person].map(|line| Item::from_line(&line).unwrap());
    let desk = Desk::new();
    let mut plans = Vec::new();
    for order in [[&milestone, &person], [&person, &milestone]] {
        let mut store =
            Store::create(&desk.folder.path().join(format!("{}.jalon", plans.len())), now()).unwrap();
        let all =
            desk.store.outgoing(&Vector::default(), Receiver::Everybody, &Actor::secretariat()).unwrap();
        store.receive(now(), all, false).unwrap();
        for item in order {
            store.receive(now(), vec![item.clone()], false).unwrap();
        }
        let report = store.check().unwrap();
        assert!(report.is_sound(), "{:?}", report.damage);
        assert_eq!(store.search("Two", &jalon_domain::Actor::secretariat()).unwrap().hits.len(), 0);
        plans.push(store.plan().unwrap());
    }
    assert!(plans[0].milestones.contains_key("twin") && !plans[0].people.contains_key("twin"));
    assert_eq!(plans[0], plans[1]);
}

#[test]
fn a_status_that_this_version_does_not_understand_hides_the_milestone_and_not_the_plan() {
    let mut desk = Desk::new();
    let strange = change("v1", "milestone", "m1", "status", r#"{"completion":"XX"}"#);
    let written = line("newer", transaction("t1", json!([strange])));
    let before = desk.store.heads(&id("m1")).unwrap()["status"].len();
    desk.store.receive(now(), vec![Item::from_line(&written).unwrap()], false).unwrap();
    assert_eq!(desk.store.heads(&id("m1")).unwrap()["status"].len(), before + 1);
    assert!(desk.store.plan().unwrap().milestones.contains_key("m2"));
    assert!(desk.another().check().unwrap().is_sound());
}

#[test]
fn what_this_version_cannot_read_is_a_problem_by_name_and_not_shown_as_something_else() {
    let mut desk = Desk::new();
    let strange = json!([
        change("0-0", "milestone", "m1", "status", r#"{"completion":"XX"}"#),
        change("0-1", "meeting", "meet", "date", r#"{"era":"Reiwa"}"#),
        change("0-2", "cycle", "cy", "opens", "7"),
        change("0-3", "milestone", "m2", "title.translation", r#"{"sources":["en","fr"]}"#),
    ]);
    let written = line("newer", transaction("t1", strange));
    desk.store.receive(now(), vec![Item::from_line(&written).unwrap()], false).unwrap();
    let found: Vec<(String, &str)> = desk
        .store
        .hidden_problems()
        .unwrap()
        .into_iter()
        .filter(|problem| problem.what == ProblemKind::Unreadable)
        .map(|problem| (problem.id.to_string(), problem.field))
        .collect();
    let expected = [("m1", "status"), ("m2", "title"), ("meet", "date"), ("cy", "opens")];
    assert_eq!(found, expected.map(|(id, field)| (id.to_owned(), field)));
    let plan = desk.store.plan().unwrap();
    // The head that is shown is the newer one; of the status the board says that it is not known.
    let reason = plan.milestones["m1"].status.reason.clone().unwrap();
    assert!(reason.en.contains("newer version") && reason.fr.contains("plus récente"), "{reason:?}");
    assert!(!plan.meetings.contains_key("meet"), "nothing can stand for its day");
    let told = desk.store.problems().unwrap();
    for problem in told.iter().filter(|problem| problem.what == ProblemKind::Unreadable) {
        let words = Lang::BOTH.map(|lang| Words::of(lang).failure(&faults::problem(problem)));
        assert!(words[0].contains("cannot read") && words[1].contains("illisible"), "{words:?}");
    }
}

#[test]
fn what_goes_by_no_identifier_is_kept_and_told_of_and_is_no_damage() {
    let odd = json!([
        change("0-0", "challenge", "défi 1", "$create", "true"),
        change("0-1", "challenge", "défi 1", "cycle", "\"cy\""),
        change("0-2", "challenge", "défi 1", "position", "\"x\""),
        change("0-3", "challenge", "défi 1", "attribution", "\"anonymous\""),
        change("0-4", "challenge", "défi 1", "text.fr", "\"Tournesol\""),
        change("0-5", "challenge", "défi 1", "text.translation", r#"{"source":"fr"}"#),
        change("0-6", "assembly", "no kind of ours", "$create", "true"),
        change("0-7", "challenge", "gone!", "$create", "true"),
        change("0-8", "challenge", "gone!", "$deleted", "true"),
        change("0-9", "milestone", "m1", "priority", "\"no such/thing\""),
    ]);
    let written = line("newer", transaction("t1", odd));
    let mut desk = Desk::new();
    desk.store.receive(now(), vec![Item::from_line(&written).unwrap()], false).unwrap();
    let nameless = |store: &Store| {
        let hidden = store.hidden_problems().unwrap().into_iter();
        let mut nameless = hidden.filter(|it| matches!(it.what, ProblemKind::NoIdentifier(_)));
        (nameless.next().unwrap(), nameless.next())
    };
    let (problem, other) = nameless(&desk.store);
    assert_eq!((&problem.what, other), (&ProblemKind::NoIdentifier("défi 1".into()), None));
    assert!(!problem.blocks(&id("w"), Some(&id("cy"))), "nobody can mend it");
    assert!(Words::of(Lang::Fr).failure(&faults::problem(&problem)).contains("«\u{a0}défi 1\u{a0}»"));
    let unreadable = |it: &jalon_domain::problem::Problem| it.what == ProblemKind::Unreadable;
    assert!(desk.store.problems().unwrap().iter().any(|it| unreadable(it) && it.field == "priority"));
    let travels: Vec<Item> =
        desk.store.outgoing(&Vector::default(), Receiver::Everybody, &Actor::secretariat()).unwrap();
    assert!(travels.iter().any(|it| it.device() == "newer" && it.is_stub()), "it may name nobody");

    // A version that wrote such a thing itself has left rows of it.
    let path = desk.path();
    let plan = desk.store.plan().unwrap();
    drop(desk.store);
    let sql = rusqlite::Connection::open(&path).unwrap();
    sql.execute_batch(
        "INSERT INTO challenge (id, deleted, changed, cycle, position, attribution, text_fr)
         VALUES ('défi 1', 0, 3, 'cy', 'x', 'anonymous', 'Tournesol');
         INSERT INTO search (rowid, title, body, entity, place, lang)
         VALUES (77, '', 'tournesol', 'défi 1', 'text', 'fr');",
    )
    .unwrap();
    drop(sql);
    let mut store = Store::open(&path, now()).unwrap();
    assert!(store.check().unwrap().is_sound(), "{:?}", store.check().unwrap().damage);
    assert_eq!(store.plan().unwrap(), plan);
    assert_eq!(store.search("Tournesol", &Actor::secretariat()).unwrap().hits, []);
    act(&mut store, &co_chair(), edit("m1", json!({"title.en": "Draft"}))).unwrap();
    let salvaged = Store::salvage(&path).unwrap();
    assert_eq!(nameless(&salvaged.store).0, problem);
}
