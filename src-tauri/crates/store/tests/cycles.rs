//! A reporting cycle: it is opened and closed, jurisdictions submit and clear, and what
//! is unfinished is carried over.

mod common;

use chrono::NaiveDate;
use common::*;
use jalon_domain::clearance::{self, Clearing};
use jalon_domain::submission::submissions;
use jalon_domain::{Id, Plan, lineage};
use jalon_store::{ActError, Changes, Context};
use serde_json::{Value, json};

fn create(kind: &str, entity: &str, fields: Value) -> Value {
    json!({"action": "create", "kind": kind, "id": entity, "fields": fields})
}

fn open_cycle(more: Value) -> Value {
    let mut action = json!({"action": "open_cycle", "id": "cy2", "workplan": "w",
        "name": text("Councils", "Conseils"), "date": "2020-02-26"});
    action.as_object_mut().unwrap().extend(fields(more));
    action
}

fn submit(jurisdiction: &str, state: &str) -> Value {
    json!({"action": "set_submission", "cycle": "cy", "jurisdiction": jurisdiction, "state": state})
}

/// The code of a refusal, or of the value in it.
fn refused(done: Result<Changes, ActError>) -> String {
    let failure = done.expect_err("a refusal").failure();
    let what = failure.args.get("what").map(|what| format!("{what:?}"));
    what.filter(|_| failure.code == "failure-problem").unwrap_or(failure.code)
}

#[test]
fn a_cycle_is_opened_with_its_meeting_by_the_groups_rhythm_and_closed() {
    let mut desk = Desk::new();
    desk.act(&secretariat(), open_cycle(json!({"approvals_due": "2020-02-13"}))).unwrap();
    let plan = desk.store.plan().unwrap();
    let cycle = &plan.cycles["cy2"];
    let day = |text: &str| text.parse::<NaiveDate>().ok();
    assert_eq!((cycle.opens, cycle.submissions_due), (day("2020-01-01"), day("2020-01-15")));
    assert_eq!((cycle.approvals_due, cycle.state.as_str()), (day("2020-02-13"), "open"));
    let meeting = &plan.meetings[&cycle.meeting];
    assert_eq!((Some(meeting.date), meeting.workplan.as_str()), (day("2020-02-26"), "w"));

    desk.act(&secretariat(), json!({"action": "close_cycle", "cycle": "cy"})).unwrap();
    assert_eq!(desk.store.plan().unwrap().cycles["cy"].state, "closed");
    assert_eq!(refused(desk.act(&lead("CA-ON"), submit("CA-ON", "submitted"))), "failure-cycle-closed");
    desk.act(&secretariat(), json!({"action": "undo"})).unwrap();
    desk.act(&lead("CA-ON"), submit("CA-ON", "submitted")).unwrap();
    desk.act(&secretariat(), json!({"action": "undo"})).unwrap();
    assert!(!desk.store.plan().unwrap().cycles.contains_key("cy2"), "the meeting went with it");
    assert_eq!(desk.store.plan().unwrap().meetings.len(), 1);
}

#[test]
fn a_cycle_needs_one_meeting_and_dates_that_follow_each_other() {
    let check = |action: Value, expected: &str| {
        let mut desk = Desk::new();
        let before = desk.store.plan().unwrap();
        let found = refused(desk.act(&secretariat(), action.clone()));
        assert!(found.contains(expected), "{found}: {action}");
        assert_eq!(desk.store.plan().unwrap(), before);
    };
    check(json!({"action": "open_cycle"}), "failure-cycle-no-meeting");
    check(json!({"action": "open_cycle", "workplan": "w", "date": "2020-02-26"}), "failure-cycle-no-meeting");
    check(json!({"action": "open_cycle", "meeting": "meet", "workplan": "w"}), "failure-cycle-two-meetings");
    check(json!({"action": "open_cycle", "meeting": "meet"}), "failure-cycle-meeting-has-cycle");
    check(json!({"action": "open_cycle", "meeting": "w"}), "failure-cycle-other-kind");
    check(json!({"action": "open_cycle", "meeting": "none"}), "failure-store-unknown");
    check(open_cycle(json!({"id": "ch"})), "failure-store-taken");
    check(open_cycle(json!({"opens": "2020-01-16"})), "problem-order");
    check(open_cycle(json!({"approvals_due": "2020-02-27"})), "problem-order");
    check(edit("cy", json!({"submissions_due": "2019-07-30"})), "problem-order");
    check(edit("cy", json!({"approvals_due": "2019-09-26"})), "problem-order");
    check(edit("meet", json!({"date": "2019-07-30"})), "problem-order");
    let mut desk = Desk::new();
    desk.act(&secretariat(), edit("meet", json!({"date": "2019-10-02"}))).unwrap();
    let alone = json!({"workplan": "w", "name": text("Call", "Appel"), "date": "2020-05-06"});
    desk.act(&secretariat(), create("meeting", "call", alone)).unwrap();
    desk.act(&co_chair(), json!({"action": "open_cycle", "meeting": "call"})).unwrap();
}

fn state(plan: &Plan, jurisdiction: &str) -> String {
    let all = submissions(plan, &id("cy"), now().date_naive());
    all.into_iter().find(|it| it.jurisdiction == id(jurisdiction)).unwrap().state
}

#[test]
fn a_submission_is_recorded_once_for_a_jurisdiction_and_is_its_own_word() {
    let mut desk = Desk::new();
    assert_eq!(state(&desk.store.plan().unwrap(), "CA-ON"), "outstanding");
    for said in ["draft", "submitted", "nothing_to_report", "outstanding"] {
        desk.act(&lead("CA-ON"), submit("CA-ON", said)).unwrap();
        let plan = desk.store.plan().unwrap();
        assert_eq!((state(&plan, "CA-ON").as_str(), plan.submissions.len()), (said, 1));
        assert!(plan.submissions.contains_key(&jalon_domain::submission::id_of(&id("cy"), &id("CA-ON"))));
    }
    assert_eq!(
        code(desk.act(&lead("CA-ON"), submit("CA-ON", "outstanding"))),
        "failure-store-nothing-changes"
    );
    assert_eq!(refused(desk.act(&lead("CA-ON"), submit("CA-ON", "late"))), "failure-value");
    assert_eq!(refused(desk.act(&lead("CA-ON"), submit("XX", "draft"))), "failure-store-unknown");
    let mut stale = submit("CA-ON", "submitted");
    stale["bases"] = json!({"state": desk.store.bases_for(&read(stale.clone())).unwrap()["state"]});
    desk.act(&lead("CA-ON"), submit("CA-ON", "draft")).unwrap();
    let changes = desk.act(&lead("CA-ON"), stale).unwrap();
    assert_eq!(changes.conflicts.len(), 1, "a stale form is kept beside what came between");
}

#[test]
fn a_submission_that_was_undone_can_be_recorded_again() {
    let mut desk = Desk::new();
    desk.act(&lead("CA-ON"), submit("CA-ON", "draft")).unwrap();
    desk.act(&lead("CA-ON"), json!({"action": "undo"})).unwrap();
    assert!(desk.store.plan().unwrap().submissions.is_empty());
    desk.act(&lead("CA-ON"), submit("CA-ON", "submitted")).unwrap();
    assert_eq!(state(&desk.store.plan().unwrap(), "CA-ON"), "submitted");
}

/// A desk with an achievement of Ontario and a challenge that names Ontario and Quebec.
fn with_items() -> Desk {
    let mut desk = Desk::new();
    let achievement = json!({"cycle": "cy", "jurisdiction": "CA-ON", "text": text("Portal", "Portail")});
    desk.act(&secretariat(), create("achievement", "a1", achievement)).unwrap();
    let named = json!({"cycle": "cy", "text": text("Law", "Droit"), "attribution": "named",
        "jurisdictions": ["CA-ON", "CA-QC"]});
    desk.act(&secretariat(), create("challenge", "h1", named)).unwrap();
    desk
}

fn clear(desk: &Desk, item: &str, jurisdiction: &str) -> Value {
    let content = clearance::content(&desk.store.plan().unwrap(), &id(item)).unwrap_or_default();
    json!({"action": "clear_item", "item": item, "jurisdiction": jurisdiction, "content": content})
}

fn states(desk: &Desk) -> Vec<(String, String, Clearing)> {
    let all = clearance::clearances(&desk.store.plan().unwrap(), &id("cy")).into_iter();
    all.map(|it| (it.item.to_string(), it.jurisdiction.to_string(), it.state)).collect()
}

#[test]
fn a_clearance_is_of_what_was_shown_and_other_words_void_it() {
    use Clearing::{Cleared, Missing, Outdated};
    let mut desk = with_items();
    let expected = |a: Clearing, on: Clearing, qc: Clearing| {
        let row = |item: &str, of: &str, state| (item.to_owned(), of.to_owned(), state);
        vec![row("a1", "CA-ON", a), row("h1", "CA-ON", on), row("h1", "CA-QC", qc)]
    };
    assert_eq!(states(&desk), expected(Missing, Missing, Missing));
    let before = clear(&desk, "h1", "CA-QC");
    for (item, of) in [("a1", "CA-ON"), ("h1", "CA-ON"), ("h1", "CA-QC")] {
        let action = clear(&desk, item, of);
        desk.act(&lead(of), action).unwrap();
    }
    assert_eq!(states(&desk), expected(Cleared, Cleared, Cleared));
    assert_eq!(code(desk.act(&lead("CA-QC"), before.clone())), "failure-store-nothing-changes");
    desk.act(&secretariat(), edit("h1", json!({"text.fr": "Lois"}))).unwrap();
    assert_eq!(states(&desk), expected(Cleared, Outdated, Outdated));
    assert_eq!(refused(desk.act(&lead("CA-QC"), before.clone())), "failure-cycle-content-changed");
    // What was cleared holds again once the item reads as it did.
    desk.act(&secretariat(), edit("h1", json!({"text.fr": "Droit"}))).unwrap();
    assert_eq!(states(&desk), expected(Cleared, Cleared, Cleared));
    assert_eq!(code(desk.act(&lead("CA-QC"), json!({"action": "undo"}))), "failure-store-cannot-be-undone");
}

#[test]
fn a_clearance_is_taken_back_by_its_own_verb_and_given_again() {
    let mut desk = with_items();
    let give = clear(&desk, "h1", "CA-QC");
    desk.act(&lead("CA-QC"), give.clone()).unwrap();
    let given = desk.store.plan().unwrap().clearances.keys().next().cloned().unwrap();
    let withdraw = json!({"action": "withdraw_clearance", "clearance": given});
    assert_eq!(
        code(desk.act(&lead("CA-QC"), edit(given.as_str(), json!({"content": "x"})))),
        "failure-store-record"
    );
    let delete = json!({"action": "delete", "id": given});
    assert_eq!(code(desk.act(&lead("CA-QC"), delete)), "failure-store-record");
    assert_eq!(code(desk.act(&lead("CA-ON"), withdraw.clone())), "failure-denied-not-own");
    desk.act(&lead("CA-QC"), withdraw.clone()).unwrap();
    assert_eq!(states(&desk)[2].2, Clearing::Missing);
    assert_eq!(code(desk.act(&lead("CA-QC"), withdraw)), "failure-store-deleted");
    desk.act(&lead("CA-QC"), give).unwrap();
    assert_eq!(states(&desk)[2].2, Clearing::Cleared);
}

#[test]
fn only_who_is_named_has_something_to_clear() {
    let mut desk = with_items();
    let check = |desk: &mut Desk, item: &str, of: &str, expected: &str| {
        let action = clear(desk, item, of);
        assert_eq!(refused(desk.act(&lead(of), action)), expected, "{item} {of}");
    };
    check(&mut desk, "a1", "CA-QC", "failure-cycle-not-named");
    check(&mut desk, "ch", "CA-ON", "failure-cycle-not-named");
    check(&mut desk, "m1", "CA-ON", "failure-cycle-not-named");
    check(&mut desk, "none", "CA-ON", "failure-store-unknown");
    let mut stale = edit("h1", json!({"text.en": "One"}));
    stale["bases"] = json!(desk.store.bases_for(&read(stale.clone())).unwrap());
    desk.act(&secretariat(), edit("h1", json!({"text.en": "Two"}))).unwrap();
    desk.act(&secretariat(), stale).unwrap();
    check(&mut desk, "h1", "CA-QC", "failure-store-conflict");
}

/// A desk with unfinished and finished things in cycle `cy`, and an empty cycle `cy2`.
fn to_carry() -> Desk {
    let mut desk = Desk::new();
    let made = [
        ("progress", "r1", json!({"priority": "p1", "milestone": "m1", "text": text("Drafted", "Rédigé")})),
        ("progress", "r2", json!({"priority": "p1", "text": text("Done", "Fait"), "done": true})),
        (
            "achievement",
            "a1",
            json!({"jurisdiction": "CA-ON", "text": text("Portal", "Portail"), "ongoing": true,
            "links": [{"en": "https://example.org"}]}),
        ),
        (
            "challenge",
            "h1",
            json!({"text": text("Law", "Droit"), "attribution": "named", "jurisdictions": ["CA-QC"]}),
        ),
        ("next_step", "n2", json!({"parent": "n1", "text": text("Book a room", ""), "when": "2019-Q4"})),
    ];
    for (kind, id, mut fields) in made {
        fields["cycle"] = json!("cy");
        desk.act(&secretariat(), create(kind, id, fields)).unwrap();
    }
    let approve = json!({"action": "approve_translation", "id": "a1", "field": "text"});
    desk.act(&secretariat(), approve).unwrap();
    desk.act(&secretariat(), open_cycle(json!({}))).unwrap();
    desk
}

fn carry(desk: &mut Desk, context: &Context) -> Result<Vec<Changes>, ActError> {
    desk.store.carry_over(context, &id("cy"), &id("cy2"))
}

fn carried(entity: &str) -> Id {
    jalon_domain::carry::carried_id(&id(entity), &id("cy2"))
}

#[test]
fn what_is_unfinished_is_carried_over_word_for_word_and_only_once() {
    let mut desk = to_carry();
    let action = clear(&desk, "a1", "CA-ON");
    desk.act(&lead("CA-ON"), action).unwrap();
    let done = carry(&mut desk, &secretariat()).unwrap();
    assert_eq!(done.len(), 2, "what holds origins is a transaction of its own");
    let plan = desk.store.plan().unwrap();
    let (achievement, before) = (&plan.achievements[&carried("a1")], &plan.achievements["a1"]);
    assert_eq!((&achievement.text, &achievement.links), (&before.text, &before.links));
    assert_eq!((achievement.cycle.as_str(), achievement.carried_from.as_ref()), ("cy2", Some(&id("a1"))));
    assert_eq!(plan.next_steps[&carried("n2")].parent, Some(carried("n1")));
    assert_eq!(plan.progress[&carried("r1")].milestone, Some(id("m1")));
    assert!(!plan.progress.contains_key(&carried("r2")));
    assert_eq!(plan.challenges[&carried("ch")].origins, [id("CA-ON")]);
    assert_eq!(lineage::lineage(&plan, &id("a1")).carried_to, [carried("a1")]);
    let open = clearance::clearances(&plan, &id("cy2"));
    assert!(open.iter().all(|it| it.state == Clearing::Missing), "clearances stay with their meeting");
    assert_eq!(open.len(), 2);
    assert!(matches!(carry(&mut desk, &secretariat()), Err(ActError::NothingChanges)));
}

#[test]
fn what_is_carried_over_travels_apart_from_what_tells_an_origin() {
    let mut desk = to_carry();
    carry(&mut desk, &secretariat()).unwrap();
    let history = desk.store.history(None).unwrap();
    let of = |n: usize| -> Vec<&str> { history[n].changes.iter().map(|it| it.field.as_str()).collect() };
    assert!(of(0).contains(&"origins") && !of(1).contains(&"origins"));
    let audience = |n: usize| serde_json::to_value(history[n].audience).unwrap();
    assert_eq!((audience(0), audience(1)), (json!("secretariat"), json!("all")));
    // Somebody who may not read origins carries the rest.
    let mut desk = to_carry();
    assert_eq!(carry(&mut desk, &co_chair()).unwrap().len(), 1);
    let plan = desk.store.plan().unwrap();
    assert!(plan.challenges.contains_key(&carried("h1")) && !plan.challenges.contains_key(&carried("ch")));
    let secret = json!({"action": "carry_over", "from": "cy", "to": "cy2", "confidential": true});
    assert_eq!(code(desk.act(&co_chair(), secret)), "failure-denied-role");
}

#[test]
fn what_was_deleted_there_stays_deleted_and_what_was_undone_comes_again() {
    let mut desk = to_carry();
    let over = || json!({"action": "carry_over", "from": "cy", "to": "cy2"});
    desk.act(&secretariat(), over()).unwrap();
    let first = desk.store.plan().unwrap();
    desk.act(&secretariat(), json!({"action": "undo"})).unwrap();
    assert!(desk.store.plan().unwrap().achievements.len() == 1);
    desk.act(&secretariat(), over()).unwrap();
    assert_eq!(desk.store.plan().unwrap(), first);
    for step in ["n2", "n1"] {
        desk.act(&secretariat(), json!({"action": "delete", "id": carried(step)})).unwrap();
    }
    let fields = json!({"cycle": "cy", "parent": "n1", "text": text("Late", "")});
    desk.act(&secretariat(), create("next_step", "n3", fields)).unwrap();
    desk.act(&secretariat(), over()).unwrap();
    let plan = desk.store.plan().unwrap();
    assert!(!plan.next_steps.contains_key(&carried("n1")));
    assert_eq!(plan.next_steps[&carried("n3")].parent, None);
}

#[test]
fn two_stores_that_carry_over_and_submit_alike_make_the_same_things() {
    let made = |jurisdiction: &str| {
        let mut desk = to_carry();
        desk.act(&secretariat(), json!({"action": "carry_over", "from": "cy", "to": "cy2"})).unwrap();
        desk.act(&lead(jurisdiction), submit(jurisdiction, "submitted")).unwrap();
        let plan = desk.store.plan().unwrap();
        let mut next: Vec<Value> = Vec::new();
        next.extend(plan.achievements.values().map(|it| json!(it)));
        next.extend(plan.next_steps.values().map(|it| json!(it)));
        next.extend(plan.submissions.values().map(|it| json!(it)));
        next
    };
    assert_eq!(made("CA-ON"), made("CA-ON"));
}

#[test]
fn a_cycle_is_not_carried_into_itself_a_closed_one_or_over_a_conflict() {
    let mut desk = to_carry();
    let over = |from: &str, to: &str| json!({"action": "carry_over", "from": from, "to": to});
    assert_eq!(refused(desk.act(&secretariat(), over("cy", "cy"))), "failure-cycle-same-cycle");
    assert_eq!(refused(desk.act(&secretariat(), over("cy", "m1"))), "failure-cycle-other-kind");
    let mut stale = edit("a1", json!({"text.en": "One"}));
    stale["bases"] = json!(desk.store.bases_for(&read(stale.clone())).unwrap());
    desk.act(&secretariat(), edit("a1", json!({"text.en": "Two"}))).unwrap();
    desk.act(&secretariat(), stale).unwrap();
    assert_eq!(refused(desk.act(&secretariat(), over("cy", "cy2"))), "failure-store-conflict");
    desk.act(&secretariat(), json!({"action": "close_cycle", "cycle": "cy2"})).unwrap();
    assert_eq!(refused(desk.act(&secretariat(), over("cy", "cy2"))), "failure-cycle-closed");
}
