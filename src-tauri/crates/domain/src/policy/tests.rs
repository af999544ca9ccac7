//! The table, spelt out, and the terms of roles.

use super::*;
use chrono::NaiveDate;

fn id(code: &str) -> Id {
    Id::parse(code).unwrap()
}

fn for_co_chair(code: &str) -> OnBehalf {
    OnBehalf {
        role: Role::CoChair,
        jurisdiction: id(code),
        how: "e-mail".into(),
        when: NaiveDate::from_ymd_opt(2019, 9, 1).unwrap(),
    }
}

#[test]
fn a_reader_may_change_nothing() {
    let reader = Actor::new("R", Role::Reader, Some(id("CA-ON")));
    for verb in Verb::ALL {
        assert_eq!(may(verb, &reader, None, &[id("CA-ON")]), Err(Denied::Role), "{verb:?}");
    }
}

/// What each role may do to a thing of its own jurisdiction (Ontario) and of
/// another (Quebec), on its own account, and what the secretariat may do on its
/// behalf: the working group's table, spelt out.
#[test]
fn every_role_may_do_what_the_table_says_and_nothing_else() {
    use Denied::{NeedsOnBehalf, NotOwn, PrincipalMayNot, Role as NotTheRole};
    const YES: [Result<(), Denied>; 2] = [Ok(()); 2];
    const NO: [Result<(), Denied>; 2] = [Err(NotTheRole); 2];
    const OWN: [Result<(), Denied>; 2] = [Ok(()), Err(NotOwn)];
    const FOR: [Result<(), Denied>; 2] = [Err(NeedsOnBehalf); 2];
    const NOT_FOR: [Result<(), Denied>; 2] = [Err(PrincipalMayNot); 2];
    const OWN_FOR: [Result<(), Denied>; 2] = [Ok(()), Err(PrincipalMayNot)];
    // Reader, lead, secretariat, co-chair; then on behalf of a reader, a lead, a
    // co-chair. Nobody acts on behalf of a secretariat but as the secretariat.
    let table = [
        (Verb::EditPlan, [NO, NO, YES, YES], [NOT_FOR, NOT_FOR, YES]),
        (Verb::SetMilestoneStatus, [NO, NO, FOR, YES], [NOT_FOR, NOT_FOR, YES]),
        (Verb::WriteProgress, [NO, OWN, YES, YES], [NOT_FOR, OWN_FOR, YES]),
        (Verb::WriteItem, [NO, OWN, YES, OWN], [NOT_FOR, OWN_FOR, OWN_FOR]),
        (Verb::ClearOrSubmit, [NO, OWN, FOR, OWN], [NOT_FOR, OWN_FOR, OWN_FOR]),
        (Verb::EditAround, [NO, NO, YES, YES], [NOT_FOR, NOT_FOR, YES]),
        (Verb::WriteTranslation, [NO, OWN, YES, YES], [NOT_FOR, OWN_FOR, YES]),
        (Verb::ApproveTranslation, [NO, NO, YES, YES], [NOT_FOR, NOT_FOR, YES]),
        (Verb::ComposeDeck, [NO, NO, YES, NO], [NOT_FOR, NOT_FOR, NOT_FOR]),
        (Verb::ApproveDeck, [NO, NO, FOR, YES], [NOT_FOR, NOT_FOR, YES]),
        (Verb::Resolve, [NO, OWN, YES, YES], [NOT_FOR, OWN_FOR, YES]),
        (Verb::ClosePlan, [NO, NO, YES, YES], [NOT_FOR, NOT_FOR, YES]),
        (Verb::Redact, [NO, NO, YES, NO], [NOT_FOR, NOT_FOR, NOT_FOR]),
        // Whose an action is, undo itself looks at.
        (Verb::Undo, [NO, YES, YES, YES], [NOT_FOR, OWN_FOR, OWN_FOR]),
        (Verb::ReadOrigins, [NO, OWN, YES, NO], [NOT_FOR, OWN_FOR, NOT_FOR]),
        (Verb::IssueChallenges, [NO, NO, YES, NO], [NOT_FOR, NOT_FOR, NOT_FOR]),
    ];
    assert_eq!(table.map(|(verb, ..)| verb), Verb::ALL);
    let ask = |verb, actor: &Actor, principal: Option<&OnBehalf>| {
        ["CA-ON", "CA-QC"].map(|owner| may(verb, actor, principal, &[id(owner)]))
    };
    for (verb, alone, for_others) in table {
        for (role, expected) in Role::ALL.into_iter().zip(alone) {
            let actor = Actor::new("A", role, Some(id("CA-ON")));
            assert_eq!(ask(verb, &actor, None), expected, "{verb:?} by {role:?}");
        }
        for (role, expected) in [Role::Reader, Role::Lead, Role::CoChair].into_iter().zip(for_others) {
            let principal = OnBehalf { role, ..for_co_chair("CA-ON") };
            let recorded = ask(verb, &Actor::secretariat(), Some(&principal));
            assert_eq!(recorded, expected, "{verb:?} on behalf of {role:?}");
            for other in [Role::Reader, Role::Lead, Role::CoChair] {
                let actor = Actor::new("A", other, Some(id("CA-ON")));
                let refused = [Err(Denied::MayNotActForOthers); 2];
                assert_eq!(
                    ask(verb, &actor, Some(&principal)),
                    refused,
                    "{verb:?} by {other:?} for {role:?}"
                );
            }
        }
    }
}

#[test]
fn the_secretariat_sets_a_status_only_on_behalf_of_a_co_chair() {
    let secretariat = Actor::secretariat();
    let verb = Verb::SetMilestoneStatus;
    assert_eq!(may(verb, &secretariat, None, &[]), Err(Denied::NeedsOnBehalf));
    assert_eq!(may(verb, &secretariat, Some(&for_co_chair("CA-AB")), &[]), Ok(()));
    let lead = OnBehalf { role: Role::Lead, ..for_co_chair("CA-ON") };
    assert_eq!(may(verb, &secretariat, Some(&lead), &[id("CA-ON")]), Err(Denied::PrincipalMayNot));
}

#[test]
fn a_lead_writes_only_what_is_of_its_own_jurisdiction() {
    let lead = Actor::new("L", Role::Lead, Some(id("CA-ON")));
    assert_eq!(may(Verb::WriteItem, &lead, None, &[id("CA-ON")]), Ok(()));
    assert_eq!(may(Verb::WriteItem, &lead, None, &[id("CA-QC")]), Err(Denied::NotOwn));
    assert_eq!(may(Verb::EditPlan, &lead, None, &[id("CA-ON")]), Err(Denied::Role));
    assert_eq!(
        may(Verb::WriteItem, &lead, Some(&for_co_chair("CA-AB")), &[]),
        Err(Denied::MayNotActForOthers)
    );
}

#[test]
fn a_role_that_has_ended_or_is_to_come_allows_nothing_and_the_refusal_says_which() {
    let day = |text: &str| -> NaiveDate { text.parse().unwrap() };
    let ended = |role, jurisdiction: Option<&str>| RoleHeld {
        to: Some(day("2018-06-30")),
        ..RoleHeld::new(role, jurisdiction.map(id))
    };
    let today = |roles: Vec<RoleHeld>| Actor::holding("A", roles).on(day("2019-09-14"));
    let secretariat = today(vec![ended(Role::Secretariat, None)]);
    let gone = Err(Denied::Ended(Role::Secretariat, day("2018-06-30")));
    for verb in [Verb::ReadOrigins, Verb::EditPlan, Verb::Undo, Verb::SetMilestoneStatus] {
        assert_eq!(may(verb, &secretariat, None, &[]), gone, "{verb:?}");
    }
    let recorded = may(Verb::SetMilestoneStatus, &secretariat, Some(&for_co_chair("CA-AB")), &[]);
    assert_eq!(recorded, gone);
    let lead = today(vec![ended(Role::Lead, Some("CA-QC"))]);
    let no_longer = Err(Denied::Ended(Role::Lead, day("2018-06-30")));
    assert_eq!(may(Verb::WriteItem, &lead, None, &[id("CA-QC")]), no_longer);
    // What it never allowed is refused as ever.
    assert_eq!(may(Verb::WriteItem, &lead, None, &[id("CA-ON")]), Err(Denied::Role));
    assert_eq!(may(Verb::EditPlan, &lead, None, &[]), Err(Denied::Role));
    let coming =
        RoleHeld { from: Some(day("2019-10-01")), ..RoleHeld::new(Role::CoChair, Some(id("CA-AB"))) };
    let not_yet = Err(Denied::NotYet(Role::CoChair, day("2019-10-01")));
    assert_eq!(may(Verb::EditPlan, &today(vec![coming.clone()]), None, &[]), not_yet);
    // What another role allows on a condition is told first.
    let both = today(vec![coming, RoleHeld::new(Role::Secretariat, None)]);
    assert_eq!(may(Verb::SetMilestoneStatus, &both, None, &[]), Err(Denied::NeedsOnBehalf));
}
