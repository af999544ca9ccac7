//! The policy table at the store's boundary: each verb of a cycle and of a plan's year, run
//! as each role, for oneself and on behalf of others, answers what the table says.

mod common;

use common::*;
use jalon_domain::actor::OnBehalf;
use jalon_domain::clearance;
use jalon_domain::policy::{self, Verb};
use jalon_domain::{Actor, Id, Role};
use jalon_store::{Context, Store};
use jalon_words::faults;
use serde_json::{Value, json};

/// Everybody who may come and ask: each role for Ontario and for Quebec, and the
/// secretariat on behalf of each of them.
fn everybody() -> Vec<Context> {
    let mut all = Vec::new();
    for jurisdiction in ["CA-ON", "CA-QC"] {
        for role in Role::ALL {
            all.push(Context::new(Actor::new("A", role, Some(id(jurisdiction))), now()));
        }
        for role in [Role::Reader, Role::Lead, Role::CoChair] {
            let principal = OnBehalf {
                role,
                jurisdiction: id(jurisdiction),
                how: "e-mail".into(),
                when: now().date_naive(),
            };
            all.push(Context { on_behalf: Some(principal.clone()), ..secretariat() });
            if role != Role::Reader {
                all.push(Context { on_behalf: Some(principal), ..lead("CA-ON") });
            }
        }
    }
    all
}

/// A plan with something of Ontario's for each verb to be done to.
fn desk() -> Desk {
    let mut desk = Desk::new();
    let create = |kind: &str, entity: &str, fields: Value| json!({"action": "create", "kind": kind, "id": entity, "fields": fields});
    let own =
        |text: Value| json!({"cycle": "cy", "text": text, "attribution": "anonymous", "origins": ["CA-ON"]});
    for action in [
        create(
            "achievement",
            "a1",
            json!({"cycle": "cy", "jurisdiction": "CA-ON", "text": text("Portal", "")}),
        ),
        create(
            "achievement",
            "a2",
            json!({"cycle": "cy", "jurisdiction": "CA-ON", "text": text("Plan", ""), "ongoing": true}),
        ),
        create("challenge", "h1", own(text("Law", ""))),
        create("challenge", "h2", own(text("Money", ""))),
        json!({"action": "open_cycle", "id": "cy2", "workplan": "w", "name": text("C", "C"), "date": "2020-02-26"}),
        json!({"action": "open_cycle", "id": "cy3", "workplan": "w", "name": text("E", "E"), "date": "2020-06-26"}),
        json!({"action": "close_cycle", "cycle": "cy3"}),
        edit("p1", json!({"lessons": text("Begin earlier", "")})),
        json!({"action": "clone_plan", "workplan": "w", "id": "closed", "title": text("Old", "")}),
    ] {
        desk.act(&secretariat(), action).expect("the plan to try on");
    }
    let plan = desk.store.plan().unwrap();
    let lessons = plan.priorities_of(&id("closed")).into_iter();
    let lessons: serde_json::Map<_, _> = lessons.map(|it| (it.id.to_string(), text("Learnt", ""))).collect();
    let close = json!({"action": "close_plan", "workplan": "closed", "lessons": lessons});
    desk.act(&secretariat(), close).expect("a closed plan");
    let clear = json!({"action": "clear_item", "item": "a2", "jurisdiction": "CA-ON", "content": content(&desk.store, "a2")});
    desk.act(&lead("CA-ON"), clear).expect("a clearance");
    let unissued = create("challenge", "h3", own(text("Metadata", "")));
    desk.act(&lead("CA-ON"), unissued).expect("what is to be issued");
    desk
}

fn content(store: &Store, item: &str) -> String {
    clearance::content(&store.plan().unwrap(), &id(item)).unwrap()
}

#[test]
fn every_verb_of_a_cycle_and_of_a_plans_year_asks_its_row_of_the_table() {
    let ontario = [id("CA-ON")];
    let nobody: [Id; 0] = [];
    let mut desk = desk();
    let given = desk.store.plan().unwrap().clearances.keys().next().unwrap().clone();
    let shown = content(&desk.store, "a1");
    let rows: Vec<(Verb, &[Id], Value)> = vec![
        (
            Verb::EditAround,
            &nobody,
            json!({"action": "open_cycle", "workplan": "w", "name": text("D", "D"), "date": "2020-09-23"}),
        ),
        (Verb::EditAround, &nobody, json!({"action": "close_cycle", "cycle": "cy"})),
        (Verb::EditAround, &nobody, json!({"action": "reopen_cycle", "cycle": "cy3"})),
        // An edit of its state reopens it, too.
        (Verb::EditAround, &nobody, edit("cy3", json!({"state": "open"}))),
        (Verb::EditAround, &nobody, json!({"action": "carry_over", "from": "cy", "to": "cy2"})),
        (
            Verb::ClearOrSubmit,
            &ontario,
            json!({"action": "set_submission", "cycle": "cy", "jurisdiction": "CA-ON", "state": "submitted"}),
        ),
        (
            Verb::ClearOrSubmit,
            &ontario,
            json!({"action": "clear_item", "item": "a1", "jurisdiction": "CA-ON", "content": shown}),
        ),
        (Verb::ClearOrSubmit, &ontario, json!({"action": "withdraw_clearance", "clearance": given})),
        (
            Verb::WriteItem,
            &ontario,
            json!({"action": "merge_challenges", "challenges": ["h1", "h2"], "attribution": "anonymous",
                "text": text("Both", "")}),
        ),
        (Verb::IssueChallenges, &nobody, json!({"action": "issue_challenges"})),
        (
            Verb::EditPlan,
            &nobody,
            json!({"action": "add_lead", "priority": "p1", "jurisdiction": "CA-QC", "from": "2019-10-01"}),
        ),
        (
            Verb::EditPlan,
            &nobody,
            json!({"action": "end_lead", "priority": "p1", "jurisdiction": "CA-ON", "to": "2019-12-31"}),
        ),
        (Verb::ClosePlan, &nobody, json!({"action": "close_plan", "workplan": "w"})),
        (
            Verb::ClosePlan,
            &nobody,
            json!({"action": "reopen_plan", "workplan": "closed", "reason": "Late figures"}),
        ),
        (
            Verb::ClosePlan,
            &nobody,
            json!({"action": "clone_plan", "workplan": "w", "title": text("Next", "")}),
        ),
    ];
    for (verb, owners, action) in rows {
        for context in everybody() {
            let expected = policy::may(verb, &context.actor, context.on_behalf.as_ref(), owners);
            let before = desk.store.plan().unwrap();
            let done = desk.act(&context, action.clone());
            let told = format!("{action} by {:?} for {:?}", context.actor, context.on_behalf);
            match expected {
                Ok(()) => {
                    done.unwrap_or_else(|error| panic!("{error}: {told}"));
                    desk = self::desk();
                }
                Err(denied) => {
                    assert_eq!(code(done), faults::denied(denied).code, "{told}");
                    assert_eq!(desk.store.plan().unwrap(), before, "{told}");
                }
            }
        }
    }
}
