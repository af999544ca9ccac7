//! A reporting cycle: it is opened and closed, and jurisdictions submit and clear.

mod common;

use chrono::NaiveDate;
use common::*;
use jalon_domain::actor::OnBehalf;
use jalon_domain::clearance::{self, Clearing};
use jalon_domain::submission::submissions;
use jalon_domain::{Lang, Plan, Role};
use jalon_store::{ActError, Changes, Context, FieldError};
use jalon_words::Words;
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
    what.filter(|what| failure.code == "failure-problem" || what.contains("problem-")).unwrap_or(failure.code)
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
    // What is not there yet goes by no name.
    let failure = desk.act(&secretariat(), open_cycle(json!({"opens": "2020-01-16"}))).unwrap_err().failure();
    let said = Words::of(Lang::En).failure(&failure);
    assert!(said.starts_with("Submissions due: it comes before a date that it must follow."), "{said}");
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
fn an_answer_of_a_day_before_the_item_read_so_is_refused_and_a_named_challenge_names_somebody() {
    let mut desk = with_items();
    let later = Context { now: at("2019-09-12T12:00:00Z"), ..secretariat() };
    desk.act(&later, edit("h1", json!({"text.fr": "Lois"}))).unwrap();
    let mut answered = |when: &str| {
        let (jurisdiction, when) = (id("CA-QC"), at(when).date_naive());
        let quebec = OnBehalf { role: Role::Lead, jurisdiction, how: "e-mail".into(), when };
        let context = Context { on_behalf: Some(quebec), now: at("2019-09-14T12:00:00Z"), ..secretariat() };
        let action = clear(&desk, "h1", "CA-QC");
        desk.act(&context, action)
    };
    assert_eq!(code(answered("2019-09-11T12:00:00Z")), "failure-council-answered-before");
    answered("2019-09-12T12:00:00Z").unwrap();
    let of_nobody = edit("h1", json!({"jurisdictions": null}));
    let refused = desk.act(&secretariat(), of_nobody).expect_err("a refusal");
    assert!(matches!(refused, ActError::Field { what: FieldError::Missing, .. }), "{refused:?}");
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
