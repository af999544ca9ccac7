//! Whatever people do: the projection is what follows from the journal, and taking
//! everything back gives the plan that one began with.

mod common;

use common::*;
use jalon_store::{ActError, Context, Head};
use proptest::prelude::*;
use serde_json::{Value, json};

/// What somebody may think of doing.
#[derive(Debug, Clone)]
struct Step {
    who: usize,
    action: Value,
    /// The form was shown this many steps ago.
    stale: bool,
}

fn texts() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("Mise en œuvre".to_owned()),
        Just("  ".to_owned()),
        Just(String::new()),
        "[a-zé’\"\\\\\u{0}\u{202E}𝒳 ]{1,12}",
    ]
}

fn statuses() -> impl Strategy<Value = Value> {
    let open =
        (prop::sample::select(vec!["NS", "LP", "SP"]), prop::sample::select(vec!["on_track", "on_hold"]));
    prop_oneof![
        open.prop_map(|(completion, outlook)| status(completion, outlook)),
        texts().prop_map(|why| json!({"completion": "NP", "reason": text(&why, "")})),
        Just(json!({"completion": "C", "evidence": [{"en": "https://example.org/é"}]})),
        Just(json!({"completion": "C", "outlook": "on_track"})),
    ]
}

/// An entity that is there from the beginning, or may have been made since.
fn entities() -> impl Strategy<Value = String> {
    prop::sample::select(vec!["m1", "m2", "new-0", "new-1", "n1", "p1", "ch"]).prop_map(str::to_owned)
}

fn fields_to_edit() -> impl Strategy<Value = Value> {
    prop_oneof![
        texts().prop_map(|text| json!({"title.en": text})),
        texts().prop_map(|text| json!({"title.fr": text})),
        texts().prop_map(|text| json!({"text.fr": text})),
        (texts(), texts()).prop_map(|(en, fr)| json!({"title": text(&en, &fr)})),
        (texts(), texts()).prop_map(|(en, fr)| json!({"description": text(&en, &fr)})),
        Just(json!({"description": null})),
        prop::sample::select(vec!["2019-Q4", "2020", "soon"]).prop_map(|due| json!({"due": due})),
        Just(json!({"due": null, "position": "d"})),
        Just(json!({"leads": [{"jurisdiction": "CA-QC"}, {"jurisdiction": "CA-ON", "to": "2019-01-01"}]})),
        Just(json!({"origins": []})),
    ]
}

fn actions() -> impl Strategy<Value = Value> {
    let create = (0..2_usize, texts()).prop_map(|(n, title)| {
        json!({"action": "create", "kind": "milestone", "id": format!("new-{n}"),
            "fields": {"priority": "p1", "title": text("New", &title), "status": status("NS", "on_track")}})
    });
    prop_oneof![
        3 => (entities(), statuses()).prop_map(|(id, status)| set_status(&id, status)),
        5 => (entities(), fields_to_edit(), any::<bool>()).prop_map(|(id, fields, holds)| {
            let mut action = edit(&id, fields);
            action["holds"] = json!(holds);
            action
        }),
        2 => create,
        1 => entities().prop_map(|id| json!({"action": "delete", "id": id})),
        1 => entities().prop_map(|id| json!({"action": "approve_translation", "id": id, "field": "title"})),
        2 => Just(json!({"action": "undo"})),
        1 => Just(json!({"action": "redo"})),
    ]
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = (0..3_usize, actions(), prop::bool::weighted(0.2));
    prop::collection::vec(step.prop_map(|(who, action, stale)| Step { who, action, stale }), 1..25)
}

fn people() -> [Context; 3] {
    [secretariat(), co_chair(), lead("CA-ON")]
}

/// A refusal is an answer; trouble with the file is not.
fn no_trouble<T>(done: Result<T, ActError>) {
    if let Err(ActError::Trouble(trouble)) = done {
        panic!("{trouble}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_projection_is_what_follows_from_the_journal(steps in steps()) {
        let mut desk = Desk::new();
        let people = people();
        let mut shown = desk.store.all_heads().unwrap();
        for step in steps {
            let mut action = step.action;
            let shows = action["action"] != "create";
            if step.stale && shows && let Some(id) = action["id"].as_str().map(id) {
                action["bases"] = json!(shown.get(&id).cloned().unwrap_or_default());
            } else {
                shown = desk.store.all_heads().unwrap();
            }
            no_trouble(desk.act(&people[step.who], action));
            let open = desk.store.surroundings(now().date_naive()).unwrap().conflicted;
            if let Some(of) = open.first().filter(|_| !step.stale) {
                let heads = desk.store.heads(of).unwrap();
                let two = |(field, heads): &(&String, &Vec<Head>)| heads.len() > 1 && !field.ends_with("translation");
                let (field, heads) = heads.iter().find(two).unwrap();
                let bases = json!({field: heads.iter().map(|head| head.change.clone()).collect::<Vec<_>>()});
                let value = heads[1].value.clone();
                let resolve = json!({"action": "resolve", "id": of, "field": field, "value": value, "bases": bases});
                no_trouble(desk.act(&people[0], resolve));
            }
        }
        let report = desk.store.check().unwrap();
        prop_assert!(report.is_sound(), "{:?}", report.damage);
        let plan = desk.store.plan().unwrap();
        prop_assert_eq!(desk.store.rebuild_projection().unwrap(), 0);
        prop_assert_eq!(desk.another().plan().unwrap(), plan);
        desk.store.history(None).unwrap();
    }

    #[test]
    fn taking_everything_back_gives_the_plan_that_one_began_with(steps in steps()) {
        let mut desk = Desk::new();
        let before = desk.store.plan().unwrap();
        let me = Context { on_behalf: None, ..co_chair() };
        let mut done = 0;
        for step in steps.into_iter().filter(|step| step.action["action"] != "approve_translation") {
            no_trouble(desk.act(&me, step.action).map(|_| done += 1));
        }
        let after = desk.store.plan().unwrap();
        let mut back = 0;
        while desk.act(&me, json!({"action": "undo"})).is_ok() {
            back += 1;
        }
        prop_assert!(back <= done);
        prop_assert_eq!(desk.store.undoable(&me.actor).unwrap(), None);
        prop_assert_eq!(&desk.store.plan().unwrap(), &before);
        for _ in 0..back {
            let again = desk.act(&me, json!({"action": "redo"}));
            prop_assert!(again.is_ok(), "{:?}", again.err());
        }
        prop_assert_eq!(desk.store.plan().unwrap(), after);
        prop_assert!(desk.store.check().unwrap().is_sound());
    }
}
