//! What was late for a closed reporting cycle stays late until somebody closes the cycle
//! knowing of it.

mod common;
mod met;

use common::*;
use jalon_domain::problem::{Objects, ProblemKind};
use jalon_domain::{Actor, Kind};
use jalon_store::Store;
use met::{everything, met, sound};
use serde_json::{Value, json};

fn achievement(entity: &str) -> Value {
    let fields = json!({"cycle": "cy", "jurisdiction": "CA-ON", "text": text("Portal", "Portail")});
    json!({"action": "create", "kind": "achievement", "id": entity, "fields": fields})
}

fn does(what: &str) -> Value {
    match what {
        "close_cycle" | "reopen_cycle" => json!({"action": what, "cycle": "cy"}),
        _ => json!({"action": what}),
    }
}

fn pass(from: &Store, to: &mut Store) {
    to.receive(now(), everything(from), false).unwrap();
}

/// The entities that were written to too late.
fn late(store: &Store) -> Vec<String> {
    let late = store.late_in_cycle(&id("cy"), &Actor::secretariat()).unwrap();
    let count = match &store.problems().unwrap()[..] {
        [] => 0,
        [problem] => match problem.what {
            ProblemKind::Late(count) => count,
            ref other => panic!("{other:?}"),
        },
        other => panic!("{other:?}"),
    };
    assert_eq!(late.len(), count, "what is listed is what blocks");
    sound(store);
    late.into_iter().map(|entry| entry.changes[0].id.to_string()).collect()
}

/// Two stores: one has closed the cycle, and both know of what the other wrote for it.
fn two() -> (Desk, Desk) {
    let mut desk = Desk::new();
    let mut other = met(&desk);
    other.act(&secretariat(), achievement("a1")).unwrap();
    desk.act(&secretariat(), does("close_cycle")).unwrap();
    pass(&other.store, &mut desk.store);
    pass(&desk.store, &mut other.store);
    assert_eq!([late(&desk.store), late(&other.store)], [["a1"], ["a1"]]);
    (desk, other)
}

#[test]
fn taking_back_that_a_cycle_was_reopened_brings_back_what_was_late_in_whichever_store() {
    for there in [false, true] {
        let (mut desk, mut other) = two();
        let (here, beside) = if there { (&mut other, &mut desk) } else { (&mut desk, &mut other) };
        for _ in 0..2 {
            here.act(&secretariat(), does("reopen_cycle")).unwrap();
            assert_eq!(late(&here.store), Vec::<String>::new());
            here.act(&secretariat(), does("undo")).unwrap();
            assert_eq!(late(&here.store), ["a1"], "there: {there}");
        }
        here.act(&secretariat(), does("redo")).unwrap();
        assert_eq!(late(&here.store), Vec::<String>::new());
        here.act(&secretariat(), does("undo")).unwrap();
        pass(&here.store, &mut beside.store);
        assert_eq!([late(&here.store), late(&beside.store)], [["a1"], ["a1"]]);
        // Closed again by somebody who has seen it.
        beside.act(&secretariat(), does("reopen_cycle")).unwrap();
        beside.act(&secretariat(), does("close_cycle")).unwrap();
        pass(&beside.store, &mut here.store);
        assert_eq!([late(&here.store), late(&beside.store)], [[""; 0]; 2]);
    }
}

#[test]
fn a_closing_that_is_done_again_knows_what_it_knew_and_what_was_written_here_since() {
    let (mut desk, _) = two();
    desk.act(&secretariat(), does("undo")).unwrap();
    assert_eq!(late(&desk.store), Vec::<String>::new());
    desk.act(&lead("CA-ON"), achievement("a2")).unwrap();
    desk.act(&secretariat(), does("redo")).unwrap();
    assert_eq!(late(&desk.store), ["a1"]);
}

#[test]
fn two_closings_are_brought_back_with_what_either_knew() {
    let mut desk = Desk::new();
    let (mut second, mut third) = (met(&desk), met(&desk));
    second.act(&secretariat(), achievement("a1")).unwrap();
    third.act(&secretariat(), achievement("a2")).unwrap();
    for it in [&mut desk, &mut second] {
        it.act(&secretariat(), does("close_cycle")).unwrap();
    }
    pass(&second.store, &mut desk.store);
    pass(&third.store, &mut desk.store);
    assert_eq!(late(&desk.store), ["a2"]);
    desk.act(&secretariat(), does("reopen_cycle")).unwrap();
    desk.act(&secretariat(), does("undo")).unwrap();
    assert_eq!(late(&desk.store), ["a2"]);
}

#[test]
fn what_closed_a_cycle_and_did_more_is_done_again_and_not_late_itself() {
    let mut desk = Desk::new();
    let mut other = met(&desk);
    other.act(&secretariat(), achievement("a1")).unwrap();
    let mut file: Objects = objects_of(&desk.store);
    file.retain(|kind, _| [Kind::Cycle, Kind::Meeting].contains(kind));
    file.get_mut(&Kind::Cycle).unwrap().get_mut("cy").unwrap()["state"] = json!("closed");
    file.get_mut(&Kind::Meeting).unwrap().get_mut("meet").unwrap()["date"] = json!("2019-09-24");
    desk.store.import(&secretariat(), &file, false).unwrap();
    for what in ["undo", "redo", "undo", "redo"] {
        desk.act(&secretariat(), does(what)).unwrap();
    }
    assert_eq!(late(&desk.store), Vec::<String>::new());
    pass(&other.store, &mut desk.store);
    assert_eq!(late(&desk.store), ["a1"]);
}

fn objects_of(store: &Store) -> Objects {
    jalon_domain::problem::objects(&store.plan().unwrap())
}

#[test]
fn a_challenge_that_takes_another_off_a_closed_cycle_s_deck_is_late_for_that_one() {
    let mut desk = Desk::new();
    let next = json!({"action": "open_cycle", "id": "cy2", "workplan": "w", "name": text("C", "C"), "date": "2020-02-26"});
    desk.act(&secretariat(), next).unwrap();
    for entity in ["h1", "h2"] {
        let fields = json!({"cycle": "cy2", "text": text("Law", ""), "attribution": "anonymous"});
        let create = json!({"action": "create", "kind": "challenge", "id": entity, "fields": fields});
        desk.act(&secretariat(), create).unwrap();
    }
    let mut other = met(&desk);
    // One of the two belongs to the cycle that is closed here.
    desk.act(&secretariat(), edit("h1", json!({"cycle": "cy"}))).unwrap();
    desk.act(&secretariat(), does("close_cycle")).unwrap();
    let merge = json!({"action": "merge_challenges", "id": "m", "challenges": ["h1", "h2"],
        "text": text("Both", ""), "attribution": "anonymous"});
    other.act(&secretariat(), merge).unwrap();
    let mut third = met(&other);
    pass(&other.store, &mut desk.store);
    pass(&desk.store, &mut other.store);
    assert_eq!([late(&desk.store), late(&other.store)], [["m"], ["m"]]);
    // So is what brings it back, written by somebody who did not know either; whoever does
    // is refused.
    let delete = || json!({"action": "delete", "id": "m"});
    assert_eq!(code(other.act(&secretariat(), delete())), "failure-cycle-closed");
    third.act(&secretariat(), delete()).unwrap();
    // What is carried over takes nothing away.
    other.store.carry_over(&secretariat(), &id("cy"), &id("cy2")).unwrap();
    for to in [&mut desk, &mut other] {
        pass(&third.store, &mut to.store);
    }
    pass(&other.store, &mut desk.store);
    assert_eq!([late(&desk.store), late(&other.store)], [["m", "m"], ["m", "m"]]);
}
