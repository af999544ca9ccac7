//! The plan as it stood in a store that has received what others wrote.

mod common;

use std::collections::BTreeSet;

use chrono::{DateTime, TimeDelta, Utc};
use common::*;
use jalon_domain::{Actor, Lang, Vector};
use jalon_store::{Context, HistoryPage, Receiver, SinceGroup, Store, tell_since};
use jalon_words::Words;
use serde_json::{Value, json};

/// Twenty hours later each time.
fn time_of(turn: i64) -> DateTime<Utc> {
    now() + TimeDelta::hours(20 * turn)
}

/// The same id, given to two things by two stores that had not heard of each other.
#[test]
fn what_two_stores_made_under_one_id_is_as_of_each_moment_what_was_known_then() {
    // Which of the two is shown is chance.
    let mut seen = BTreeSet::new();
    for _ in 0..40 {
        seen.insert(one_id_for_two_things());
        if seen.len() == 2 {
            return;
        }
    }
    panic!("always the same of the two is shown");
}

/// Whether the one that came from elsewhere is shown.
fn one_id_for_two_things() -> bool {
    let mut desk = Desk::new();
    let folder = tempfile::tempdir().unwrap();
    let mut other = Store::create(&folder.path().join("other.jalon"), now()).unwrap();
    let everything = |store: &Store| {
        store.outgoing(&Vector::default(), Receiver::Secretariat, &Actor::secretariat()).unwrap()
    };
    other.receive(now(), everything(&desk.store), false).unwrap();
    let create = |kind: &str, fields: Value| json!({"action": "create", "kind": kind, "id": "twice", "fields": fields});
    act(&mut other, &secretariat(), create("person", json!({"name": "P"}))).unwrap();
    let later = Context { now: time_of(1), ..secretariat() };
    desk.act(&later, create("next_step", json!({"cycle": "cy", "text": text("Step", "")}))).unwrap();
    let (store, items) = (&mut desk.store, everything(&other));
    let (before, plan) = (store.vector().unwrap(), store.plan().unwrap());
    store.receive(now(), items, false).unwrap();
    assert_eq!(store.plan_as_of(&before).unwrap(), plan);
    assert_eq!(store.plan_as_of(&store.vector().unwrap()).unwrap(), store.plan().unwrap());
    store.plan().unwrap() != plan
}

/// What was not for a store to see, and was given to it later.
#[test]
fn what_came_later_into_an_earlier_place_was_not_there_before() {
    let mut desk = Desk::new();
    let create = |kind: &str, id: &str, more: Value| {
        let mut fields = json!({"cycle": "cy", "text": text("Words", "")});
        fields.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        json!({"action": "create", "kind": kind, "id": id, "fields": fields})
    };
    let secret = create("challenge", "c9", json!({"attribution": "anonymous", "origins": ["CA-ON"]}));
    desk.act(&lead("CA-ON"), secret).unwrap();
    let open = create("achievement", "a9", json!({"jurisdiction": "CA-ON"}));
    desk.act(&lead("CA-ON"), open).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let mut other = Store::create(&folder.path().join("other.jalon"), now()).unwrap();
    let sent = |receiver| desk.store.outgoing(&Vector::default(), receiver, &lead("CA-ON").actor).unwrap();
    other.receive(time_of(1), sent(Receiver::Everybody), false).unwrap();
    let (stood, told) = (other.plan().unwrap(), other.moment_now(time_of(1)).unwrap());
    other.receive(time_of(2), sent(Receiver::Secretariat), false).unwrap();
    assert!(other.plan().unwrap().challenges.contains_key("c9") && !stood.challenges.contains_key("c9"));
    let then = other.moment("2019-09-11T12:00:00Z", time_of(3)).unwrap();
    assert_eq!(then.at.seq(&desk.store.device().unwrap()), told.at.seq(&desk.store.device().unwrap()));
    assert_eq!(other.plan_as_of(&then.at).unwrap(), stood);
    let now = other.moment_now(time_of(3)).unwrap();
    let since = other.since(&then, &now, &secretariat().actor).unwrap();
    let new = tell_since(&since, Words::of(Lang::En)).into_iter().filter(|it| it.group == SinceGroup::New);
    assert_eq!(new.map(|it| it.text).collect::<Vec<_>>(), ["Challenge “Words”"]);
    let page = HistoryPage { after: Some(&then.at), ..HistoryPage::default() };
    assert_eq!(other.history_page(&page).unwrap().len(), 1);
}
