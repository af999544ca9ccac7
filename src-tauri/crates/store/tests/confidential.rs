//! Where challenges that name nobody came from stays with those who may know.

mod common;

use common::*;
use jalon_domain::actor::OnBehalf;
use jalon_domain::{Actor, Lang, Role};
use jalon_store::{Context, HistoryEntry, tell};
use jalon_words::Words;
use serde_json::{Value, json};

fn reader() -> Actor {
    Actor::new("R", Role::Reader, None)
}

/// A desk where Ontario's lead has spoken up, Quebec was asked by telephone, and the
/// secretariat has put the two together.
fn desk() -> Desk {
    let mut desk = Desk::new();
    let fields = json!({"cycle": "cy", "text": text("Law", "Droit"), "attribution": "anonymous",
        "origins": ["CA-ON"]});
    let create = json!({"action": "create", "kind": "challenge", "id": "ch2", "fields": fields});
    let ontario = Context { reason: Some("Our minister".into()), ..lead("CA-ON") };
    desk.act(&ontario, create).unwrap();
    desk.act(&secretariat(), edit("ch2", json!({"origins": ["CA-QC"]}))).unwrap();
    let when = now().date_naive();
    let quebec = OnBehalf { role: Role::Lead, jurisdiction: id("CA-QC"), how: "telephone".into(), when };
    let for_quebec = Context { on_behalf: Some(quebec), ..secretariat() };
    desk.act(&for_quebec, edit("ch2", json!({"text.en": "Privacy law"}))).unwrap();
    desk.act(&secretariat(), edit("ch2", json!({"origins": ["CA-ON", "CA-QC"]}))).unwrap();
    desk
}

fn history(desk: &Desk, reader: &Actor) -> Vec<HistoryEntry> {
    let entries = desk.store.history(Some(&id("ch2"))).unwrap();
    entries.into_iter().filter_map(|entry| entry.for_reader(reader)).collect()
}

#[test]
fn history_says_who_spoke_up_only_to_those_who_may_know() {
    let desk = desk();
    let known = |reader: &Actor| -> Vec<bool> {
        history(&desk, reader).iter().map(|entry| entry.actor.is_some()).collect()
    };
    // The newest first: put together, for Quebec, moved to Quebec, added by Ontario.
    assert_eq!(known(&Actor::secretariat()), [true, true, true, true]);
    assert_eq!(known(&lead("CA-ON").actor), [false, false, true]);
    assert_eq!(known(&lead("CA-QC").actor), [true, false]);
    // What somebody else wrote is not there at all: its moment says with what it was written.
    assert_eq!(known(&co_chair().actor), [false; 0]);
    assert_eq!(known(&reader()), [false; 0]);

    for of in [reader(), co_chair().actor, lead("CA-YT").actor] {
        let entries = desk.store.history(None).unwrap();
        let entries: Vec<_> = entries.into_iter().filter_map(|entry| entry.for_reader(&of)).collect();
        let all = serde_json::to_string(&entries).unwrap();
        assert!(!all.contains("ch2"), "{all}");
        for secret in ["Our minister", "telephone", "\"origins\""] {
            assert!(!all.contains(secret), "{secret}: {all}");
        }
    }
    assert_eq!(history(&desk, &lead("CA-ON").actor)[2].reason.as_deref(), Some("Our minister"));
}

#[test]
fn a_whole_history_and_another_entitys_hide_what_the_same_transaction_did_to_a_challenge() {
    let desk = Desk::new();
    for of in [None, Some(id("m1"))] {
        let entry = desk.store.history(of.as_ref()).unwrap().remove(0);
        assert!(entry.clone().for_reader(&Actor::secretariat()).unwrap().actor.is_some());
        assert_eq!(entry.for_reader(&reader()).unwrap().actor, None);
    }
}

#[test]
fn what_was_anonymous_once_is_never_told() {
    let mut desk = desk();
    let named = json!({"attribution": "named", "jurisdictions": ["CA-ON"]});
    desk.act(&secretariat(), edit("ch2", named)).unwrap();
    assert!(history(&desk, &reader()).iter().all(|entry| entry.actor.is_none()));
    // It may be named now, and that is for the plan to say.
    assert_eq!(desk.store.plan_for(&reader()).unwrap().challenges["ch2"].jurisdictions, [id("CA-ON")]);
    let again = json!({"attribution": "anonymous", "jurisdictions": null});
    desk.act(&secretariat(), edit("ch2", again)).unwrap();
    assert!(!serde_json::to_string(&history(&desk, &reader())).unwrap().contains("CA-ON"));
}

#[test]
fn one_who_shares_a_challenge_sees_only_its_own_part_of_where_it_came_from() {
    let desk = desk();
    let seen = |reader: &Actor| -> (Vec<String>, Value) {
        let plan = desk.store.plan_for(reader).unwrap();
        let origins = plan.challenges["ch2"].origins.iter().map(ToString::to_string).collect();
        let heads = desk.store.heads_for(&id("ch2"), reader).unwrap();
        (origins, heads.get("origins").map(|heads| heads[0].value.clone()).unwrap_or_default())
    };
    let both = ["CA-ON", "CA-QC"].map(str::to_owned).to_vec();
    assert_eq!(seen(&Actor::secretariat()), (both.clone(), json!(both)));
    for own in &both {
        let of = lead(own).actor;
        let other = if own == "CA-ON" { "CA-QC" } else { "CA-ON" };
        assert_eq!(seen(&of), (vec![own.clone()], json!([own])));
        let changes: Vec<_> = history(&desk, &of).into_iter().flat_map(|entry| entry.changes).collect();
        assert!(!serde_json::to_string(&changes).unwrap().contains(other), "{own}");
    }
    for of in [co_chair().actor, reader()] {
        assert_eq!(seen(&of), (Vec::new(), Value::Null));
    }
}

#[test]
fn history_tells_of_a_list_of_which_one_sees_nothing_as_of_an_empty_one() {
    let desk = desk();
    let plan = desk.store.plan().unwrap();
    for (lang, said) in [(Lang::En, "from  to"), (Lang::Fr, ": , puis")] {
        let words = Words::of(lang);
        let lines: Vec<String> = history(&desk, &lead("CA-QC").actor)
            .iter()
            .map(|entry| tell(entry, words, &plan).line(words).replace('\u{a0}', " "))
            .collect();
        assert!(lines.iter().all(|line| !line.contains(said)), "{lines:?}");
        assert!(lines.iter().any(|line| line.contains("Qu")), "its own part is told: {lines:?}");
    }
}

#[test]
fn nobody_chooses_between_versions_that_they_may_not_see_and_the_choice_is_told_to_those_who_may() {
    let mut desk = desk();
    let shown = |desk: &Desk, mut action: Value| {
        action["bases"] = json!({});
        action["bases"] = json!(desk.store.bases_for(&read(action.clone())).unwrap());
        action
    };
    let typed = shown(&desk, edit("ch2", json!({"origins": ["CA-NS"]})));
    desk.act(&secretariat(), edit("ch2", json!({"origins": ["CA-ON"]}))).unwrap();
    desk.act(&secretariat(), typed).unwrap();
    let heads = desk.store.heads(&id("ch2")).unwrap().remove("origins").unwrap();
    assert_eq!(heads.len(), 2);
    // Each value is one of those that stand there: no right to edit is asked for.
    for head in &heads {
        let resolve = json!({"action": "resolve", "id": "ch2", "field": "origins", "value": head.value});
        let resolve = shown(&desk, resolve);
        for by in [lead("CA-ON"), lead("CA-NS"), co_chair()] {
            assert_eq!(code(desk.act(&by, resolve.clone())), "failure-denied-role");
        }
    }
    let before = history(&desk, &Actor::secretariat()).len();
    let choice = json!({"action": "resolve", "id": "ch2", "field": "origins", "value": heads[0].value});
    let choice = shown(&desk, choice);
    desk.act(&secretariat(), choice).unwrap();
    let told = history(&desk, &Actor::secretariat());
    assert_eq!(told.len(), before + 1, "also where the choice is what was shown before");
    assert_eq!(told[0].action, jalon_domain::action::ActionName::Resolve);
    for of in [reader(), co_chair().actor, lead("CA-YT").actor] {
        assert!(history(&desk, &of).iter().all(|entry| entry.txn != told[0].txn));
    }
}

#[test]
fn a_refused_undo_does_not_say_who_wrote_since() {
    let mut desk = Desk::new();
    let yukon = Context::new(Actor::new("Y", Role::Lead, Some(id("CA-YT"))), now());
    desk.act(&lead("CA-ON"), edit("ch", json!({"text.en": "Money"}))).unwrap();
    desk.act(&secretariat(), edit("ch", json!({"origins": ["CA-YT"]}))).unwrap();
    desk.act(&yukon, edit("ch", json!({"text.en": "People"}))).unwrap();
    let refused = desk.act(&lead("CA-ON"), json!({"action": "undo"})).unwrap_err().failure();
    assert_eq!(refused.code, "failure-store-changed-since");
    assert!(!Words::of(Lang::En).failure(&refused).contains("by Y"), "{refused:?}");
}

#[test]
fn a_challenge_names_a_jurisdiction_only_when_it_is_marked_so() {
    let mut desk = Desk::new();
    let named = || json!({"attribution": "named", "jurisdictions": ["CA-QC"]});
    let refused = "problem-named";
    let what = |outcome: Result<jalon_store::Changes, jalon_store::ActError>| {
        let failure = outcome.expect_err("a refusal").failure();
        serde_json::to_string(&failure).unwrap()
    };
    let only = edit("ch", json!({"jurisdictions": ["CA-QC"]}));
    assert!(what(desk.act(&secretariat(), only)).contains(refused));
    desk.act(&secretariat(), edit("ch", named())).unwrap();
    for mark in ["anonymous", "internal"] {
        let switch = edit("ch", json!({"attribution": mark}));
        assert!(what(desk.act(&secretariat(), switch)).contains(refused), "{mark}");
        let mut fields = json!({"cycle": "cy", "text": text("Law", "Droit"), "attribution": mark});
        fields["jurisdictions"] = json!(["CA-QC"]);
        let create = json!({"action": "create", "kind": "challenge", "fields": fields});
        assert!(what(desk.act(&secretariat(), create)).contains(refused), "{mark}");
    }
    let away = json!({"attribution": "anonymous", "jurisdictions": null});
    desk.act(&secretariat(), edit("ch", away)).unwrap();
}
