//! Roles begin and end: what somebody may do, see and take back follows the day.

mod common;

use common::*;
use jalon_domain::actor::OnBehalf;
use jalon_domain::approvals::own_chair;
use jalon_domain::{Actor, Role, RoleHeld};
use jalon_store::{ActError, Changes, Context, Term};
use serde_json::{Value, json};

fn held(role: Role, jurisdiction: Option<&str>, from: Option<&str>, to: Option<&str>) -> RoleHeld {
    let day = |text: Option<&str>| text.map(|text| text.parse().expect("a day"));
    RoleHeld { from: day(from), to: day(to), ..RoleHeld::new(role, jurisdiction.map(id)) }
}

fn marie(roles: Vec<RoleHeld>) -> Context {
    // As a form or a file may have it: with everything that is on record.
    Context { actor: Actor::holding("Marie", roles), ..secretariat() }
}

fn outcome(done: Result<Changes, ActError>) -> String {
    done.map_or_else(|error| error.failure().code, |_| "ok".to_owned())
}

fn status(completion: &str) -> Value {
    json!({"action": "set_milestone_status", "milestone": "m1",
        "status": {"completion": completion, "outlook": "on_track"}})
}

#[test]
fn a_role_acts_from_its_first_day_to_its_last() {
    let until = |role, jurisdiction, to| marie(vec![held(role, jurisdiction, None, Some(to))]);
    let from = |role, jurisdiction, from| marie(vec![held(role, jurisdiction, Some(from), None)]);
    let title = || edit("m1", json!({"title.en": "Standard"}));
    let cases = [
        (until(Role::CoChair, Some("CA-AB"), "2019-09-09"), status("SP"), "failure-denied-ended"),
        (until(Role::CoChair, Some("CA-AB"), "2019-09-10"), status("SP"), "ok"),
        (from(Role::CoChair, Some("CA-AB"), "2019-09-11"), status("SP"), "failure-denied-not-yet"),
        (from(Role::CoChair, Some("CA-AB"), "2019-09-10"), status("SP"), "ok"),
        (until(Role::Secretariat, None, "2018-06-30"), title(), "failure-denied-ended"),
        (
            until(Role::Secretariat, None, "2018-06-30"),
            json!({"action": "undo"}),
            "failure-store-nothing-to-undo",
        ),
    ];
    for (context, action, expected) in cases {
        let mut desk = Desk::new();
        assert_eq!(outcome(desk.act(&context, action)), expected, "{:?}", context.actor);
    }
    let mut desk = Desk::new();
    let gone = until(Role::Secretariat, None, "2018-06-30");
    let recorded = Context { on_behalf: for_alberta().on_behalf, ..gone };
    assert_eq!(outcome(desk.act(&recorded, status("SP"))), "failure-denied-ended");
}

#[test]
fn what_somebody_may_see_follows_the_day_too() {
    let mut desk = Desk::new();
    desk.act(&lead("CA-ON"), edit("ch", json!({"text.en": "Money"}))).expect("reworded");
    let origins = |roles: Vec<RoleHeld>| {
        let reader = Actor::holding("Marie", roles).on(now().date_naive());
        desk.store.plan_for(&reader).expect("readable").challenges["ch"].origins.len()
    };
    for (role, jurisdiction) in [(Role::Secretariat, None), (Role::Lead, Some("CA-ON"))] {
        assert_eq!(origins(vec![held(role, jurisdiction, None, Some("2019-09-10"))]), 1);
        assert_eq!(origins(vec![held(role, jurisdiction, None, Some("2019-09-09"))]), 0);
        assert_eq!(origins(vec![held(role, jurisdiction, Some("2019-09-11"), None)]), 0);
    }
}

/// A desk that lists who chairs: Quebec until the end of June, then Alberta.
fn chaired() -> (Desk, Vec<RoleHeld>) {
    let mut desk = Desk::new();
    let roles = vec![
        held(Role::CoChair, Some("CA-QC"), None, Some("2019-06-30")),
        held(Role::CoChair, Some("CA-AB"), Some("2019-07-01"), None),
        held(Role::Lead, Some("CA-YT"), Some("2019-08-01"), None),
    ];
    let person = json!({"action": "create", "kind": "person", "id": "marie",
        "fields": {"name": "Marie", "roles": roles}});
    desk.act(&secretariat(), person).expect("a person");
    (desk, roles)
}

#[test]
fn an_answer_is_recorded_for_whoever_held_the_role_on_its_day() {
    let answered = |role, jurisdiction: &str, when: &str| {
        let when = when.parse().expect("a day");
        let principal = OnBehalf { role, jurisdiction: id(jurisdiction), how: "e-mail".into(), when };
        chaired().0.act(&Context { on_behalf: Some(principal), ..secretariat() }, status("SP"))
    };
    let ended = answered(Role::CoChair, "CA-QC", "2019-09-09").unwrap_err();
    assert!(
        matches!(&ended, ActError::BehalfOutOfTerm(_, Term::Ended(day)) if day.to_string() == "2019-06-30")
    );
    assert_eq!(ended.failure().code, "failure-store-behalf-ended");
    answered(Role::CoChair, "CA-QC", "2019-06-30").expect("answered on the last day");
    assert_eq!(outcome(answered(Role::CoChair, "CA-AB", "2019-06-30")), "failure-store-behalf-not-yet");
    answered(Role::CoChair, "CA-AB", "2019-07-01").expect("answered on the first day");
    assert_eq!(outcome(answered(Role::CoChair, "CA-BC", "2019-07-01")), "failure-store-behalf-not-co-chair");
    assert_eq!(outcome(answered(Role::Lead, "CA-YT", "2019-07-31")), "failure-store-behalf-not-yet");
}

#[test]
fn whoever_chairs_another_government_now_speaks_for_that_one() {
    let (_, roles) = chaired();
    let marie = Actor::holding("Marie", roles);
    let own = |day: &str| own_chair(&marie.on(day.parse().unwrap()), None).map(ToString::to_string);
    assert_eq!(own("2019-06-30").as_deref(), Some("CA-QC"));
    assert_eq!(own("2019-07-01").as_deref(), Some("CA-AB"));
}

#[test]
fn ones_own_action_is_ones_own_whatever_roles_have_begun_or_ended() {
    let chair = |to| held(Role::CoChair, Some("CA-AB"), None, to);
    let lead = || held(Role::Lead, Some("CA-AB"), None, None);
    let office = || held(Role::Secretariat, None, Some("2019-09-01"), None);
    let title = || edit("m1", json!({"title.en": "Standard"}));
    let undo = |before: Vec<RoleHeld>, action: Value, after: Vec<RoleHeld>| {
        let mut desk = Desk::new();
        desk.act(&marie(before), action).expect("done");
        let offered = desk.store.undoable(&marie(after.clone()).of_the_day().actor).expect("readable");
        (offered.is_some(), outcome(desk.act(&marie(after), json!({"action": "undo"}))))
    };
    let ok = || (true, "ok".to_owned());
    // A term was put on record, and a role has come.
    assert_eq!(undo(vec![chair(None)], title(), vec![chair(Some("2019-12-31"))]), ok());
    assert_eq!(undo(vec![chair(None)], title(), vec![chair(None), office()]), ok());
    // A role has gone: what is left allows it, or does not.
    assert_eq!(undo(vec![chair(None)], title(), vec![chair(Some("2019-09-01")), office()]), ok());
    let refused = undo(vec![chair(None)], status("SP"), vec![chair(Some("2019-09-01")), lead()]);
    assert_eq!(refused.1, "failure-denied-ended");
    // Nobody else's.
    let other = undo(vec![chair(None)], title(), vec![office()]);
    assert_eq!(other, (false, "failure-store-nothing-to-undo".to_owned()));
}

#[test]
fn the_journal_says_which_roles_were_held_on_the_day() {
    let (mut desk, roles) = chaired();
    desk.act(&marie(roles), status("SP")).expect("set");
    let entry = desk.store.history(None).expect("readable").swap_remove(0);
    let offices: Vec<_> =
        entry.actor.expect("known").roles.into_iter().filter_map(|it| it.jurisdiction).collect();
    assert_eq!(offices, [id("CA-AB"), id("CA-YT")]);
}

#[test]
fn who_the_user_is_keeps_the_roles_that_do_not_count_today() {
    let (mut desk, roles) = chaired();
    let marie = Actor::holding("Marie", roles);
    desk.store.set_identity(&marie.on(now().date_naive())).expect("kept");
    let kept = desk.store.identity().expect("readable").expect("somebody");
    assert_eq!(kept.on(now().date_naive()), marie.on(now().date_naive()));
}
