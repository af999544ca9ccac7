//! Who cleared a challenge that does not, or did not always, name anybody stays with those
//! who may know where it came from.

mod cleared;
mod common;
mod offices;

use cleared::{clear, create_named, desk, nameless, only, others, reader};
use common::*;
use jalon_domain::actor::OnBehalf;
use jalon_domain::clearance::Clearing;
use jalon_domain::{Actor, Id, Lang, Role, Vector};
use jalon_store::{Context, HistoryPage, Item, Moment, MomentName, Receiver, Store, tell_since};
use jalon_words::Words;
use offices::{Stores, issue, send};
use serde_json::{Value, json};

fn co_chair_of(jurisdiction: &str) -> Actor {
    Actor::new("O", Role::CoChair, Some(id(jurisdiction)))
}

/// Everybody who may.
fn insiders() -> [Actor; 3] {
    [Actor::secretariat(), lead("CA-ON").actor, co_chair_of("CA-ON")]
}

fn for_ontario() -> Context {
    let when = now().date_naive();
    let on_behalf = OnBehalf { role: Role::Lead, jurisdiction: id("CA-ON"), how: "telephone".into(), when };
    Context { on_behalf: Some(on_behalf), reason: Some("Our minister".into()), ..secretariat() }
}

fn named_again() -> Value {
    edit("ch2", json!({"attribution": "named", "jurisdictions": ["CA-ON"]}))
}

/// All that a store says to a reader of its history, plans and lists, as one text.
fn told(store: &Store, cleared: &Id, was: &Vector, reader: &Actor) -> String {
    let page =
        |of, with_children| HistoryPage { of, with_children, reader: Some(reader), ..Default::default() };
    let challenge = id("ch2");
    let asked = [page(None, false), page(Some(&challenge), true), page(Some(cleared), false)];
    let history: Vec<_> = asked.iter().map(|page| store.history_page(page).unwrap()).collect();
    let then = store.plan_as_of_for(was, reader).unwrap();
    let moment =
        |at: &Vector| Moment { at: at.clone(), day: now().date_naive(), name: MomentName::Now, deck: None };
    let since = store.since(&moment(was), &moment(&store.vector().unwrap()), reader).unwrap();
    let plans = [&store.plan_for(reader).unwrap(), &then, &since.before, &since.after];
    let plans = plans.map(|plan| json!([plan.clearances, plan.challenges]));
    let about: Vec<Value> = history.iter().map(|entries| json!(entries)).collect();
    format!(
        "{}{}{:?}{:?}{:?}{:?}",
        json!(about),
        json!(plans),
        tell_since(&since, Words::of(Lang::En)),
        store.heads_for(cleared, reader).unwrap(),
        store
            .search("Ontario", reader)
            .unwrap()
            .hits
            .iter()
            .filter(|hit| hit.id != id("CA-ON"))
            .collect::<Vec<_>>(),
        store.clearances(&id("cy"), reader).unwrap(),
    )
}

#[test]
fn whose_word_it_was_is_told_in_no_plan_history_or_list_to_those_who_may_not_know() {
    for by in [lead("CA-ON"), for_ontario()] {
        let (desk, cleared, was) = desk(&by);
        for other in others() {
            let told = told(&desk.store, &cleared, &was, &other);
            let told: Vec<&str> =
                told.split('{').filter(|part| part.contains("ch2") || part.contains("clear")).collect();
            let told = told.join("\n");
            for secret in ["\"CA-ON\"", cleared.as_str(), "clear_item", "telephone", "Our minister", "\"L\""]
            {
                assert!(!told.contains(secret), "{secret} to {other:?}: {told}");
            }
            assert_eq!(desk.store.hidden_from(&other).unwrap(), [cleared.clone()].into());
        }
        for insider in insiders() {
            let told = told(&desk.store, &cleared, &was, &insider);
            assert!(told.contains(cleared.as_str()) && told.contains("clear_item"), "{insider:?}");
            assert!(desk.store.hidden_from(&insider).unwrap().is_empty());
            let entry = desk.store.history(Some(&cleared)).unwrap().remove(0).for_reader(&insider).unwrap();
            assert_eq!((entry.actor, entry.reason), (Some(by.actor.clone()), by.reason.clone()));
            assert!(entry.changes.iter().any(|change| change.after == json!("CA-ON")));
        }
    }
}

#[test]
fn a_plan_of_the_time_when_it_was_named_names_whom_it_names_today_and_nobody_else() {
    let (mut desk, _, was) = desk(&lead("CA-ON"));
    let then = |desk: &Desk, reader: &Actor| {
        let challenge = desk.store.plan_as_of_for(&was, reader).unwrap().challenges.remove("ch2").unwrap();
        (challenge.attribution, challenge.jurisdictions)
    };
    let hidden = ("anonymous".to_owned(), Vec::new());
    let named = ("named".to_owned(), vec![id("CA-ON")]);
    assert_eq!(then(&desk, &reader()), hidden);
    assert_eq!(then(&desk, &lead("CA-ON").actor), named);
    let other = edit("ch2", json!({"attribution": "named", "jurisdictions": ["CA-QC"]}));
    desk.act(&secretariat(), other).unwrap();
    assert_eq!(then(&desk, &reader()), hidden);
    desk.act(&secretariat(), edit("ch2", json!({"jurisdictions": ["CA-QC", "CA-ON"]}))).unwrap();
    assert_eq!(then(&desk, &reader()), named);
}

#[test]
fn it_stays_so_while_the_challenge_is_named_again_and_the_secretariat_sees_it_cleared() {
    let (mut desk, cleared, was) = desk(&lead("CA-ON"));
    desk.act(&secretariat(), named_again()).unwrap();
    let states = |reader: &Actor| -> Vec<Clearing> {
        desk.store.clearances(&id("cy"), reader).unwrap().into_iter().map(|it| it.state).collect()
    };
    for other in others() {
        assert!(!told(&desk.store, &cleared, &was, &other).contains(cleared.as_str()));
        // Neither that it is cleared nor that it is not.
        assert_eq!(states(&other), []);
        assert!(!desk.store.knows_word(&id("ch2"), &id("CA-ON"), &other).unwrap());
        assert!(desk.store.knows_word(&id("n1"), &id("CA-ON"), &other).unwrap());
        let named = &desk.store.plan_for(&other).unwrap().challenges["ch2"].jurisdictions;
        assert_eq!(named, &[id("CA-ON")], "the deck says so");
    }
    for insider in insiders() {
        assert_eq!(states(&insider), [Clearing::Cleared]);
    }
}

#[test]
fn what_was_approved_under_its_name_is_not_told_as_a_change_of_whom_it_names() {
    let mut desk = Desk::new();
    let roles = json!([{"role": "co_chair", "jurisdiction": "CA-AB"}]);
    let person =
        json!({"action": "create", "kind": "person", "id": "ada", "fields": {"name": "Ada", "roles": roles}});
    desk.act(&secretariat(), person).unwrap();
    desk.act(&secretariat(), create_named()).unwrap();
    let approve = |content: &str| json!({"action": "approve_deck", "cycle": "cy", "jurisdiction": "CA-AB", "content": content});
    let seen = offices::hash(&desk);
    desk.act(&co_chair(), approve(&seen)).unwrap();
    desk.act(&secretariat(), nameless()).unwrap();
    let said = |reader: &Actor| {
        let mut told = desk.store.approvals(None, now().date_naive(), reader).unwrap().unwrap();
        let chair = told.chairs.remove(0);
        (json!(chair.changed).to_string().contains("CA-ON"), chair.unknown)
    };
    assert_eq!(said(&Actor::secretariat()), (true, false));
    for other in others() {
        assert_eq!(said(&other), (false, true), "{other:?}");
    }
    let refused = desk.act(&co_chair(), approve(&seen)).unwrap_err().failure();
    assert!(
        !format!("{refused:?}").contains("CA-ON") && refused.code == "failure-council-unseen",
        "{refused:?}"
    );
}

#[test]
fn its_own_government_takes_it_back_and_gives_it_again() {
    let (mut desk, cleared, _) = desk(&lead("CA-ON"));
    desk.act(&secretariat(), named_again()).unwrap();
    let state = |desk: &Desk| desk.store.clearances(&id("cy"), &lead("CA-ON").actor).unwrap()[0].state;
    // By its own verb; an undo is for what one changed in the plan.
    assert_eq!(code(desk.act(&lead("CA-ON"), json!({"action": "undo"}))), "failure-store-cannot-be-undone");
    let given = clear(&desk.store);
    let withdraw = json!({"action": "withdraw_clearance", "clearance": cleared});
    for (action, expected) in [(withdraw, Clearing::Missing), (given, Clearing::Cleared)] {
        desk.act(&lead("CA-ON"), action.clone()).unwrap();
        assert_eq!(state(&desk), expected, "{action}");
    }
    // What the secretariat takes back around it leaves it where it is.
    desk.act(&secretariat(), json!({"action": "undo"})).unwrap();
    assert_eq!(desk.store.clearances(&id("cy"), &Actor::secretariat()).unwrap(), []);
    desk.act(&secretariat(), json!({"action": "redo"})).unwrap();
    assert_eq!(state(&desk), Clearing::Cleared);
    assert_eq!(only(&desk.store.plan().unwrap()), cleared);
    let left = HistoryPage { of: Some(&cleared), reader: Some(&reader()), ..Default::default() };
    assert_eq!(desk.store.history_page(&left).unwrap(), []);
    assert!(desk.store.check().unwrap().is_sound());
}

/// What goes out of a store, and those of the lines that are whole and hold a word.
fn outgoing(store: &Store, receiver: Receiver, sender: &Actor, word: &str) -> (Vec<Item>, usize) {
    let items = store.outgoing(&Vector::default(), receiver, sender).unwrap();
    let telling = items.iter().filter(|item| item.to_line().contains(word)).count();
    (items, telling)
}

#[test]
fn everybody_gets_its_place_alone_and_the_secretariat_all_of_it() {
    for by in [lead("CA-ON"), for_ontario()] {
        let (mut desk, cleared, _) = desk(&by);
        desk.act(&secretariat(), named_again()).unwrap();
        let withdraw = json!({"action": "withdraw_clearance", "clearance": cleared});
        desk.act(&for_ontario(), withdraw).unwrap();
        // By the secretariat itself, for nobody.
        let why = Context { reason: Some("A mistake".into()), ..secretariat() };
        desk.store.redact(&why, &cleared, "content", &[]).unwrap();
        for sender in [Actor::secretariat(), lead("CA-ON").actor, reader()] {
            let (items, telling) = outgoing(&desk.store, Receiver::Everybody, &sender, cleared.as_str());
            assert_eq!((items.iter().filter(|item| item.is_stub()).count(), telling), (3, 0));
        }
        let to_secretariat =
            |sender: &Actor| outgoing(&desk.store, Receiver::Secretariat, sender, cleared.as_str()).1;
        assert_eq!(to_secretariat(&Actor::secretariat()), 3);
        assert_eq!(to_secretariat(&lead("CA-ON").actor), 2, "their own");
        assert_eq!(to_secretariat(&lead("CA-QC").actor), 0);
    }
}

#[test]
fn three_offices_agree_whatever_each_of_them_may_know() {
    let mut all = Stores::new();
    all.secretariat.act(&secretariat(), create_named()).unwrap();
    all.round();
    // Cleared while it was named, so that every store has it.
    let given = clear(&all.ontario.store);
    all.lead_does(given);
    let cleared = only(&all.alberta.store.plan().unwrap());
    all.secretariat.act(&secretariat(), nameless()).unwrap();
    all.round();
    // What went out stays there; nobody is shown it any more.
    assert_eq!(only(&all.alberta.store.plan().unwrap()), cleared);
    for desk in [&all.secretariat, &all.alberta] {
        assert!(desk.store.plan_for(&co_chair().actor).unwrap().clearances.is_empty());
        let (_, telling) =
            outgoing(&desk.store, Receiver::Everybody, &Actor::secretariat(), cleared.as_str());
        assert_eq!(telling, 0);
    }
    // Named again and reworded, it is cleared once more: known to the secretariat alone.
    all.secretariat.act(&secretariat(), named_again()).unwrap();
    all.secretariat.act(&secretariat(), edit("ch2", json!({"text.en": "Privacy law"}))).unwrap();
    all.secretariat.act(&secretariat(), issue()).unwrap();
    all.round();
    let given = clear(&all.ontario.store);
    all.lead_does(given);
    let state = |desk: &Desk| {
        desk.store
            .clearances(&id("cy"), &Actor::secretariat())
            .unwrap()
            .into_iter()
            .map(|it| it.state)
            .collect::<Vec<_>>()
    };
    assert_eq!(
        (state(&all.secretariat), state(&all.ontario)),
        (vec![Clearing::Cleared], vec![Clearing::Cleared])
    );
    assert_eq!(state(&all.alberta), [Clearing::Outdated]);
    // A place is a place: other stores approve nothing until the secretariat issues.
    assert_eq!(all.alberta.store.unseen().unwrap(), 1);
    all.issued();
    let mut other = offices::empty();
    send(&all.secretariat, &mut other, Receiver::Everybody, &Actor::secretariat());
    assert!(other.store.plan().unwrap().clearances.is_empty());
    send(&all.secretariat, &mut other, Receiver::Secretariat, &Actor::secretariat());
    assert_eq!(other.store.plan().unwrap(), all.secretariat.store.plan().unwrap());
    send(&all.alberta, &mut other, Receiver::Everybody, &co_chair().actor);
    assert_eq!(other.store.plan().unwrap(), all.secretariat.store.plan().unwrap());
}
