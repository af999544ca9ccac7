//! Who may do what: one pure table, the working group's own.
//!
//! Rows are what is done, columns are roles; *own* means of one's own
//! jurisdiction. The secretariat may do what a lead or co-chair may on their
//! behalf, recorded with whom, how and when.

use crate::actor::{Actor, OnBehalf, Role};
use crate::id::Id;

/// What somebody wants to do, as the policy table names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Verb {
    /// Create, word, order or date the workplan, priorities, leads lists, milestones.
    EditPlan,
    /// Set a milestone's completion and outlook.
    SetMilestoneStatus,
    /// Write a progress note.
    WriteProgress,
    /// Write an achievement or challenge, its attribution included.
    WriteItem,
    /// Clear an item that names a jurisdiction; submit, or say "nothing to report".
    ClearOrSubmit,
    /// Events, next steps, narrative, glossary, contacts, jurisdictions, cycles.
    EditAround,
    /// Write the other language of a text.
    WriteTranslation,
    /// Approve a translation.
    ApproveTranslation,
    /// Compose a final deck, table it, or issue an erratum.
    ComposeDeck,
    /// Approve a deck.
    ApproveDeck,
    /// Resolve a conflict.
    Resolve,
    /// Close, reopen or clone a plan.
    ClosePlan,
    /// Take a value out for good.
    Redact,
    /// Undo an action of one's own.
    Undo,
    /// See where an anonymous challenge came from.
    ReadOrigins,
    /// Issue in the secretariat's own name what others cannot see for its author.
    IssueChallenges,
}

impl Verb {
    /// Every row of the table.
    pub const ALL: [Verb; 16] = [
        Verb::EditPlan,
        Verb::SetMilestoneStatus,
        Verb::WriteProgress,
        Verb::WriteItem,
        Verb::ClearOrSubmit,
        Verb::EditAround,
        Verb::WriteTranslation,
        Verb::ApproveTranslation,
        Verb::ComposeDeck,
        Verb::ApproveDeck,
        Verb::Resolve,
        Verb::ClosePlan,
        Verb::Redact,
        Verb::Undo,
        Verb::ReadOrigins,
        Verb::IssueChallenges,
    ];
}

/// A cell of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rule {
    /// Never.
    No,
    /// Always.
    Yes,
    /// Only on what is of one's own jurisdiction (for [`Verb::Undo`]: one's own actions).
    Own,
    /// Only on behalf of somebody who may, and who answered.
    OnBehalf,
}

/// The table.
pub fn rule(verb: Verb, role: Role) -> Rule {
    use Rule::{No, OnBehalf, Own, Yes};
    // Columns: reader, lead, secretariat, co-chair.
    let row = match verb {
        Verb::EditPlan | Verb::EditAround | Verb::ApproveTranslation | Verb::ClosePlan => [No, No, Yes, Yes],
        Verb::SetMilestoneStatus => [No, No, OnBehalf, Yes],
        Verb::WriteProgress => [No, Own, Yes, Yes],
        Verb::WriteItem => [No, Own, Yes, Own],
        Verb::ClearOrSubmit => [No, Own, OnBehalf, Own],
        Verb::WriteTranslation | Verb::Resolve => [No, Own, Yes, Yes],
        Verb::ComposeDeck | Verb::Redact | Verb::IssueChallenges => [No, No, Yes, No],
        Verb::ApproveDeck => [No, No, OnBehalf, Yes],
        Verb::Undo => [No, Own, Own, Own],
        Verb::ReadOrigins => [No, Own, Yes, No],
    };
    match role {
        Role::Reader => row[0],
        Role::Lead => row[1],
        Role::Secretariat => row[2],
        Role::CoChair => row[3],
    }
}

/// Why something is not allowed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Denied {
    /// None of the actor's roles may do it.
    Role,
    /// Only for what is of one's own jurisdiction.
    NotOwn,
    /// The secretariat may, but only on behalf of somebody, who is not named.
    NeedsOnBehalf,
    /// Only the secretariat acts on behalf of others.
    MayNotActForOthers,
    /// The one on whose behalf it is done may not do it either.
    PrincipalMayNot,
}

/// Asks the table. `owners` are the jurisdictions that the thing belongs to: the
/// leads of the priority for a progress note, the jurisdiction of an achievement,
/// the origins of a challenge; for [`Verb::Undo`], `owned` by the action's actor.
///
/// # Errors
/// The most helpful reason over all roles that the actor holds.
pub fn may(verb: Verb, actor: &Actor, on_behalf: Option<&OnBehalf>, owners: &[Id]) -> Result<(), Denied> {
    if let Some(principal) = on_behalf {
        return on_behalf_of(verb, actor, principal, owners);
    }
    let mut denied = Denied::Role;
    for held in &actor.roles {
        match rule(verb, held.role) {
            Rule::Yes => return Ok(()),
            Rule::Own if verb == Verb::Undo => return Ok(()),
            Rule::Own if held.jurisdiction.as_ref().is_some_and(|own| owners.contains(own)) => return Ok(()),
            Rule::Own if denied == Denied::Role => denied = Denied::NotOwn,
            Rule::OnBehalf => denied = Denied::NeedsOnBehalf,
            _ => {}
        }
    }
    Err(denied)
}

fn on_behalf_of(verb: Verb, actor: &Actor, principal: &OnBehalf, owners: &[Id]) -> Result<(), Denied> {
    if !actor.holds(Role::Secretariat) {
        return Err(Denied::MayNotActForOthers);
    }
    let allowed = match rule(verb, principal.role) {
        Rule::Yes => true,
        Rule::Own => owners.contains(&principal.jurisdiction),
        Rule::No | Rule::OnBehalf => false,
    };
    if allowed { Ok(()) } else { Err(Denied::PrincipalMayNot) }
}

#[cfg(test)]
mod tests {
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
}
