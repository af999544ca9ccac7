//! A clearance's id follows from what it says: whoever may not know of it learns nothing by
//! asking for it.

mod cleared;
mod common;

use cleared::{desk, others};
use common::*;
use jalon_domain::{Id, Kind, Lang};
use jalon_store::Context;
use jalon_words::Words;
use serde_json::json;

#[test]
fn asking_for_it_by_its_id_is_answered_as_for_what_is_not_there() {
    let (mut desk, cleared, _) = desk(&lead("CA-ON"));
    for other in others() {
        let context = Context::new(other.clone(), now());
        let answers = |desk: &mut Desk, asked: &Id| {
            let field = "$deleted";
            let edit = json!({"action": "edit", "id": asked, "fields": {"item": "ch"}, "bases": {}});
            let choice =
                json!({"action": "resolve", "id": asked, "field": field, "value": true, "bases": {}});
            let delete = json!({"action": "delete", "id": asked, "bases": {}});
            let mut codes: Vec<String> =
                [edit, choice, delete].map(|action| code(desk.store.act(&context, &read(action)))).into();
            codes.extend(desk.store.must_be_disputed(asked, field, &other).err().map(|it| it.failure().code));
            codes
        };
        let there = answers(&mut desk, &cleared);
        assert_eq!(there, answers(&mut desk, &id("nothing-there")), "{other:?}");
        assert_eq!(there.len(), 4);
    }
}

#[test]
fn nothing_else_is_given_such_an_id_whether_it_is_there_or_not() {
    let (mut desk, cleared, _) = desk(&lead("CA-ON"));
    let next = Id::derived("clearance", &[&id("ch2"), &id("CA-QC"), &id("0a")]);
    for who in others().into_iter().chain([secretariat().actor, lead("CA-ON").actor]) {
        let context = Context::new(who.clone(), now());
        let mut answers = |asked: &Id| {
            let step = json!({"cycle": "cy", "text": text("Next", "")});
            let item = json!({"cycle": "cy", "text": text("Law", ""), "attribution": "internal"});
            let actions = [
                json!({"action": "create", "kind": "next_step", "id": asked, "fields": step}),
                json!({"action": "create", "kind": "challenge", "id": asked, "fields": item}),
                json!({"action": "create", "kind": "event", "fields": {"cycle": asked, "title": text("E", "")}}),
                json!({"action": "open_cycle", "id": asked, "workplan": "w", "name": text("C", "C"), "date": "2020-02-26"}),
                json!({"action": "clone_plan", "id": asked, "workplan": "w", "title": text("Next", "")}),
                json!({"action": "merge_challenges", "id": asked, "challenges": ["ch", "ch2"],
                    "text": text("Both", ""), "attribution": "internal"}),
            ];
            let mut codes: Vec<String> =
                actions.map(|action| code(desk.store.act(&context, &read(action)))).into();
            for kind in [Kind::NextStep, Kind::Achievement] {
                let object = json!({"id": asked, "cycle": "cy", "jurisdiction": "CA-ON", "position": "z",
                    "text": text("Next", "")});
                let file = objects(&[(kind, object)]);
                codes.push(desk.store.import(&context, &file, true).unwrap_err().failure().code);
            }
            codes
        };
        let there = answers(&cleared);
        assert_eq!(there, answers(&next), "{who:?}");
        assert!(there.contains(&"failure-store-reserved".to_owned()), "{there:?}");
    }
    let step = json!({"action": "create", "kind": "next_step", "id": next,
        "fields": {"cycle": "cy", "text": text("Next", "")}});
    let failure = desk.act(&secretariat(), step).unwrap_err().failure();
    for told in Lang::BOTH.map(|lang| Words::of(lang).failure(&failure)) {
        assert!(told.contains(next.as_str()), "{told}");
    }
    for other in ["clearance-of-data", "clearance", "clearance-0123456789abcdeg"] {
        let step = json!({"action": "create", "kind": "next_step", "id": other,
            "fields": {"cycle": "cy", "text": text("Next", "")}});
        desk.act(&secretariat(), step).unwrap();
    }
}
