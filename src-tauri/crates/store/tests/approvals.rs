//! Approving a council deck: by whom, of what, and how long it holds.

mod common;

use common::{Desk, at, co_chair, code, edit, for_alberta, id, lead, read, secretariat};
use jalon_domain::action::ActionName;
use jalon_domain::actor::OnBehalf;
use jalon_domain::approvals::Standing;
use jalon_domain::{Actor, Lang, Role, RoleHeld, WordChange};
use jalon_store::{ActError, Approvals, Context, CouncilError};
use serde_json::{Value, json};

/// The small plan with its co-chairs: a person a list of roles.
fn desk(people: &[Value]) -> Desk {
    let mut desk = Desk::new();
    for (n, roles) in people.iter().enumerate() {
        let fields = json!({"name": format!("Person {n}"), "roles": roles});
        let person =
            json!({"action": "create", "kind": "person", "id": format!("person-{n}"), "fields": fields});
        desk.act(&secretariat(), person).expect("a person");
    }
    desk
}

fn chair(jurisdiction: &str) -> Value {
    json!([{"role": "co_chair", "jurisdiction": jurisdiction}])
}

fn approvals(desk: &Desk) -> Approvals {
    let today = secretariat().today();
    desk.store.approvals(None, today, &Actor::secretariat()).expect("readable").expect("a cycle")
}

fn standings(desk: &Desk) -> Vec<(String, Standing)> {
    approvals(desk).chairs.into_iter().map(|it| (it.chair.jurisdiction.to_string(), it.standing)).collect()
}

fn approve(desk: &mut Desk, context: &Context, jurisdiction: &str) -> Result<(), ActError> {
    let content = approvals(desk).content;
    approve_as(desk, context, jurisdiction, &content)
}

fn approve_as(desk: &mut Desk, context: &Context, jurisdiction: &str, content: &str) -> Result<(), ActError> {
    let action =
        json!({"action": "approve_deck", "cycle": "cy", "jurisdiction": jurisdiction, "content": content});
    desk.store.act(context, &read(action)).map(drop)
}

fn withdraw(desk: &mut Desk, context: &Context, jurisdiction: &str) -> Result<(), ActError> {
    let action = json!({"action": "withdraw_approval", "cycle": "cy", "jurisdiction": jurisdiction});
    desk.store.act(context, &read(action)).map(drop)
}

fn co_chair_of(jurisdiction: &str) -> Context {
    Context { actor: Actor::new("C", Role::CoChair, Some(id(jurisdiction))), ..co_chair() }
}

fn refused(outcome: Result<(), ActError>) -> String {
    outcome.expect_err("a refusal").failure().code
}

#[test]
fn an_approval_is_voided_by_a_changed_word_and_says_which() {
    let mut desk = desk(&[chair("CA-AB")]);
    assert_eq!(standings(&desk), [("CA-AB".to_owned(), Standing::Missing)]);
    approve(&mut desk, &co_chair(), "CA-AB").expect("approved");
    assert!(approvals(&desk).are_complete());
    desk.act(&co_chair(), edit("m1", json!({"title.fr": "Projet de directive"}))).expect("edited");
    desk.act(&secretariat(), edit("n1", json!({"text.en": "Meet again soon"}))).expect("edited");
    let found = approvals(&desk);
    assert_eq!(found.chairs[0].standing, Standing::Void);
    let told = found.chairs[0].changed.iter().map(|change| match change {
        WordChange::Words { id, field, lang, before, after, .. } => {
            (id.to_string(), field.clone(), *lang, before.clone(), after.clone())
        }
        other => panic!("{other:?}"),
    });
    let expected = [
        ("m1", "title", Lang::Fr, "Projet de norme", "Projet de directive"),
        ("n1", "text", Lang::En, "Meet again", "Meet again soon"),
    ];
    let expected = expected.map(|(id, field, lang, before, after)| {
        (id.to_owned(), field.to_owned(), Some(lang), json!(before), json!(after))
    });
    assert_eq!(told.collect::<Vec<_>>(), expected);
    approve(&mut desk, &co_chair(), "CA-AB").expect("approved again");
    assert!(approvals(&desk).are_complete());
    assert_eq!(desk.store.plan().expect("a plan").approvals.len(), 1, "one approval a chair");
}

#[test]
fn going_back_to_the_words_that_were_approved_brings_the_approval_back() {
    let mut desk = desk(&[chair("CA-AB")]);
    approve(&mut desk, &co_chair(), "CA-AB").expect("approved");
    desk.act(&secretariat(), edit("m1", json!({"title.en": "Other"}))).expect("edited");
    assert!(!approvals(&desk).are_complete());
    desk.store.act(&secretariat(), &read(json!({"action": "undo"}))).expect("undone");
    assert!(approvals(&desk).are_complete());
}

#[test]
fn nobody_approves_what_they_have_not_seen() {
    let mut desk = desk(&[chair("CA-AB")]);
    let seen = approvals(&desk).content;
    desk.act(&secretariat(), edit("m1", json!({"title.en": "Other words"}))).expect("edited");
    match approve_as(&mut desk, &co_chair(), "CA-AB", &seen) {
        Err(ActError::Council(CouncilError::Changed(changes))) => assert_eq!(changes.len(), 1, "{changes:?}"),
        other => panic!("{other:?}"),
    }
    let stale = approve_as(&mut desk, &co_chair(), "CA-AB", &seen).expect_err("stale").failure();
    assert_eq!(stale.code, "failure-council-changed");
    assert_eq!(refused(approve_as(&mut desk, &co_chair(), "CA-AB", "0")), "failure-council-unseen");
    assert_eq!(standings(&desk), [("CA-AB".to_owned(), Standing::Missing)]);
}

#[test]
fn each_chair_approves_for_itself_and_only_what_it_may() {
    let three = [chair("CA"), chair("CA-AB"), chair("CA-BC")];
    let mut desk = desk(&three);
    for jurisdiction in ["CA", "CA-AB", "CA-BC"] {
        assert!(!approvals(&desk).are_complete());
        approve(&mut desk, &co_chair_of(jurisdiction), jurisdiction).expect("approved");
    }
    assert!(approvals(&desk).are_complete());
    withdraw(&mut desk, &co_chair(), "CA-AB").expect("taken back");
    let missing: Vec<_> =
        standings(&desk).into_iter().filter(|(_, standing)| *standing == Standing::Missing).collect();
    assert_eq!(missing, [("CA-AB".to_owned(), Standing::Missing)]);
    approve(&mut desk, &co_chair(), "CA-AB").expect("approved once more");
    assert!(approvals(&desk).are_complete());
    assert_eq!(refused(approve(&mut desk, &co_chair(), "CA-AB")), "failure-store-nothing-changes");
}

/// Who may approve for Alberta's chair, and why not.
#[test]
fn the_policy_table_and_the_list_of_people_say_who_speaks_for_a_chair() {
    let mut desk = desk(&[chair("CA-AB"), chair("CA")]);
    let by = |role, jurisdiction: &str| Context {
        actor: Actor::new("A", role, Some(id(jurisdiction))),
        ..secretariat()
    };
    let recorded = |role, jurisdiction: &str| Context {
        on_behalf: Some(OnBehalf {
            role,
            jurisdiction: id(jurisdiction),
            how: "e-mail".into(),
            when: secretariat().today(),
        }),
        ..secretariat()
    };
    let ended = RoleHeld {
        to: Some(at("2019-09-01T12:00:00Z").date_naive()),
        ..RoleHeld::new(Role::CoChair, Some(id("CA-AB")))
    };
    let alternate = RoleHeld { alternate: true, ..RoleHeld::new(Role::CoChair, Some(id("CA-AB"))) };
    let holding = |held: RoleHeld| Context { actor: Actor::holding("A", vec![held]), ..secretariat() };
    let cases = [
        (by(Role::Reader, "CA-AB"), "failure-denied-role"),
        (by(Role::Lead, "CA-AB"), "failure-denied-role"),
        (secretariat(), "failure-denied-needs-on-behalf"),
        (by(Role::CoChair, "CA"), "failure-denied-not-own"),
        (recorded(Role::CoChair, "CA"), "failure-denied-principal-may-not"),
        (recorded(Role::Lead, "CA-AB"), "failure-denied-principal-may-not"),
        (
            Context { on_behalf: recorded(Role::CoChair, "CA-AB").on_behalf, ..co_chair() },
            "failure-denied-may-not-act-for-others",
        ),
        (holding(ended), "failure-denied-ended"),
        (holding(alternate.clone()), "failure-council-no-alternate"),
    ];
    for (context, expected) in cases {
        assert_eq!(refused(approve(&mut desk, &context, "CA-AB")), expected, "{context:?}");
        assert_eq!(refused(withdraw(&mut desk, &context, "CA-AB")), expected, "{context:?}");
    }
    let elsewhere = refused(approve(&mut desk, &co_chair_of("CA-BC"), "CA-BC"));
    assert_eq!(elsewhere, "failure-council-no-such-chair");
    assert_eq!(refused(withdraw(&mut desk, &co_chair(), "CA-AB")), "failure-council-no-approval");
    approve(&mut desk, &for_alberta(), "CA-AB").expect("recorded for Alberta");
    approve(&mut desk, &by(Role::CoChair, "CA"), "CA").expect("approved");
    assert!(approvals(&desk).are_complete());
    let history = desk.store.history(None).expect("readable");
    assert_eq!(history[1].on_behalf, for_alberta().on_behalf, "with whom, how and when");
}

#[test]
fn an_alternate_that_is_recorded_stands_in_for_a_vacant_chair() {
    let alternate = json!([{"role": "co_chair", "jurisdiction": "CA-AB", "alternate": true}]);
    let mut desk = desk(&[alternate]);
    let context = Context {
        actor: Actor::holding(
            "A",
            vec![RoleHeld { alternate: true, ..RoleHeld::new(Role::CoChair, Some(id("CA-AB"))) }],
        ),
        ..secretariat()
    };
    assert_eq!(standings(&desk), [("CA-AB".to_owned(), Standing::Missing)]);
    approve(&mut desk, &context, "CA-AB").expect("approved by the alternate");
    assert!(approvals(&desk).are_complete());
}

#[test]
fn an_approval_is_a_record_that_undo_leaves_alone() {
    let mut desk = desk(&[chair("CA-AB")]);
    approve(&mut desk, &co_chair(), "CA-AB").expect("approved");
    let undo = |desk: &mut Desk| code(desk.store.act(&co_chair(), &read(json!({"action": "undo"}))));
    assert_eq!(undo(&mut desk), "failure-store-cannot-be-undone");
    withdraw(&mut desk, &co_chair(), "CA-AB").expect("taken back");
    assert_eq!(undo(&mut desk), "failure-store-cannot-be-undone");
    // What is approved keeps nothing of one's own from being taken back, and is void then.
    desk.act(&co_chair(), edit("m1", json!({"title.en": "Standard"}))).expect("edited");
    approve(&mut desk, &co_chair(), "CA-AB").expect("approved");
    desk.act(&co_chair(), json!({"action": "undo"})).expect("taken back");
    assert_eq!(desk.store.plan().expect("readable").milestones["m1"].title.en, "Draft standard");
    desk.act(&co_chair(), json!({"action": "redo"})).expect("done again");
    for name in [ActionName::ApproveDeck, ActionName::WithdrawApproval, ActionName::TableDeck] {
        assert!(!name.can_be_undone());
    }
    let by_hand = json!({"action": "create", "kind": "approval", "fields": {"cycle": "cy"}});
    assert_eq!(code(desk.act(&co_chair(), by_hand)), "failure-store-record");
}

#[test]
fn what_is_no_cycle_or_jurisdiction_is_refused() {
    let mut desk = desk(&[]);
    let act = |desk: &mut Desk, cycle: &str, jurisdiction: &str| {
        let action =
            json!({"action": "approve_deck", "cycle": cycle, "jurisdiction": jurisdiction, "content": "x"});
        code(desk.store.act(&co_chair(), &read(action)))
    };
    assert_eq!(act(&mut desk, "gone", "CA-AB"), "failure-store-unknown");
    assert_eq!(act(&mut desk, "m1", "CA-AB"), "failure-cycle-other-kind");
    assert_eq!(act(&mut desk, "cy", "m1"), "failure-cycle-other-kind");
    assert_eq!(refused(approve(&mut desk, &lead("CA-AB"), "CA-AB")), "failure-denied-role");
    assert!(!approvals(&desk).are_complete(), "no co-chair is recorded");
    approve(&mut desk, &co_chair(), "CA-AB").expect("declared, where nobody is recorded");
    assert!(!approvals(&desk).are_complete());
}

#[test]
fn an_answer_of_a_day_before_the_deck_showed_this_is_refused() {
    let mut desk = desk(&[chair("CA-AB")]);
    let on = |day: &str| at(&format!("2019-09-{day}T12:00:00Z"));
    let later = |day: &str, context: Context| Context { now: on(day), ..context };
    desk.act(&later("12", secretariat()), edit("n1", json!({"text.en": "Meet in Ottawa"}))).expect("edited");
    let answered = |when: &str| {
        let mut context = later("14", for_alberta());
        context.on_behalf.as_mut().expect("whom").when = on(when).date_naive();
        context
    };
    let early = approve(&mut desk, &answered("11"), "CA-AB");
    let refused = early.expect_err("a refusal").failure();
    assert_eq!(refused.code, "failure-council-answered-before");
    let told = |lang| jalon_words::Words::of(lang).failure(&refused);
    assert!(told(Lang::En).starts_with("At the end of September "), "{}", told(Lang::En));
    assert!(told(Lang::Fr).contains("\u{a0}septembre 2019, cela"), "{}", told(Lang::Fr));
    let future = approve(&mut desk, &answered("15"), "CA-AB");
    assert_eq!(future.expect_err("a refusal").failure().code, "failure-store-behalf-in-future");
    approve(&mut desk, &answered("12"), "CA-AB").expect("approved");
}
