//! Who may do what: one pure table, the working group's own.
//!
//! Rows are what is done, columns are roles; *own* means of one's own
//! jurisdiction. The secretariat may do what a lead or co-chair may on their
//! behalf, recorded with whom, how and when.

use chrono::NaiveDate;

use crate::actor::{Actor, OnBehalf, Role, RoleHeld};
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
    /// This role of the actor's allowed it until that day.
    Ended(Role, NaiveDate),
    /// This role of the actor's will allow it from that day on.
    NotYet(Role, NaiveDate),
}

/// Asks the table, of the roles that the actor holds on the day; see [`Actor::on`]. `owners` are the jurisdictions that the thing belongs to: the
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
    // Whoever may under some condition is told of that, rather than of what was.
    let told = matches!(denied, Denied::Role | Denied::NotOwn);
    let allows = |held: &RoleHeld| match rule(verb, held.role) {
        Rule::Own if verb != Verb::Undo => held.jurisdiction.as_ref().is_some_and(|own| owners.contains(own)),
        rule => rule != Rule::No,
    };
    Err(out_of_term(actor, allows).filter(|_| told).unwrap_or(denied))
}

/// That a role which would do is not the actor's on this day: it has ended, or is to come.
fn out_of_term(actor: &Actor, allows: impl Fn(&RoleHeld) -> bool) -> Option<Denied> {
    let ended = actor.ended.iter().filter(|held| allows(held));
    let ended = ended.filter_map(|held| Some((held.to?, held.role))).max_by_key(|(to, _)| *to);
    let coming = actor.coming.iter().filter(|held| allows(held));
    let coming = coming.filter_map(|held| Some((held.from?, held.role))).min_by_key(|(from, _)| *from);
    let ended = ended.map(|(to, role)| Denied::Ended(role, to));
    ended.or_else(|| coming.map(|(from, role)| Denied::NotYet(role, from)))
}

fn on_behalf_of(verb: Verb, actor: &Actor, principal: &OnBehalf, owners: &[Id]) -> Result<(), Denied> {
    if !actor.holds(Role::Secretariat) {
        let out = out_of_term(actor, |held| held.role == Role::Secretariat);
        return Err(out.unwrap_or(Denied::MayNotActForOthers));
    }
    let allowed = match rule(verb, principal.role) {
        Rule::Yes => true,
        Rule::Own => owners.contains(&principal.jurisdiction),
        Rule::No | Rule::OnBehalf => false,
    };
    if allowed { Ok(()) } else { Err(Denied::PrincipalMayNot) }
}

#[cfg(test)]
mod tests;
