//! What an action asks before it writes: for whom it is done, and whether it may be.

use jalon_domain::actor::{OnBehalf, RoleHeld};
use jalon_domain::policy::{self, Denied, Verb};
use jalon_domain::{Id, Role};
use serde_json::Value;

use super::Tx;
use crate::journal::ids::Ids;
use crate::term::Term;
use crate::{ActError, nested};

impl Tx<'_> {
    /// Whoever acts for a lead or co-chair says for which jurisdiction, and how and
    /// when it answered.
    pub fn check_behalf(&mut self) -> Result<(), ActError> {
        let Some(principal) = &self.context.on_behalf else { return Ok(()) };
        if principal.how.trim().is_empty() {
            return Err(ActError::BehalfWithoutHow);
        }
        if principal.when > self.context.today() {
            return Err(ActError::BehalfInFuture);
        }
        self.live(&principal.jurisdiction)?;
        match principal.role {
            Role::Lead | Role::CoChair => self.check_term(principal),
            Role::Reader | Role::Secretariat => Err(ActError::Denied(Denied::PrincipalMayNot)),
        }
    }

    /// Whoever answered held that role on the day of the answer, as far as the plan's
    /// people say. Nobody has to be listed: a plan without any co-chair has them all the
    /// same, and so has a jurisdiction its lead.
    fn check_term(&self, principal: &OnBehalf) -> Result<(), ActError> {
        let mut query =
            self.sql.prepare_cached("SELECT roles FROM person WHERE deleted = 0 AND roles IS NOT NULL")?;
        let lists: Vec<String> = query.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
        let held =
            lists.iter().flat_map(|list| serde_json::from_str::<Vec<RoleHeld>>(list).unwrap_or_default());
        let of_role: Vec<RoleHeld> = held.filter(|held| held.role == principal.role).collect();
        let id = || principal.jurisdiction.clone();
        let own: Vec<&RoleHeld> = of_role
            .iter()
            .filter(|held| held.jurisdiction.as_ref() == Some(&principal.jurisdiction))
            .collect();
        if own.is_empty() {
            let listed = principal.role == Role::CoChair && !of_role.is_empty();
            return if listed { Err(ActError::BehalfNotCoChair(id())) } else { Ok(()) };
        }
        if own.iter().any(|held| held.held_on(principal.when)) {
            return Ok(());
        }
        let ended = own.iter().filter_map(|held| held.to).filter(|to| *to < principal.when).max();
        let begins = own.iter().filter_map(|held| held.from).filter(|from| *from > principal.when).min();
        match ended.map(Term::Ended).or(begins.map(Term::Begins)) {
            Some(term) => Err(ActError::BehalfOutOfTerm(id(), term)),
            // A term that ends before it begins is nobody's.
            None => Err(ActError::BehalfNotCoChair(id())),
        }
    }

    /// Whether this actor may approve translations, and say that a text is the same
    /// in both languages.
    pub fn may_approve(&self) -> bool {
        self.ask(Verb::ApproveTranslation, &[]).is_ok()
    }

    /// A value in place of another, with those of the texts inside it approved that
    /// stood so or that this actor may approve.
    pub fn settled(&self, stood: &Value, mut value: Value) -> Value {
        if !self.may_approve() {
            nested::withdraw_approvals(&mut value, stood);
        }
        value
    }

    /// Asks the policy table whether this may be done to what is of `owners`.
    /// What is built in asks nobody.
    pub fn ask(&self, verb: Verb, owners: &[Id]) -> Result<(), ActError> {
        if let Ids::Fixed(_) = self.ids {
            return Ok(());
        }
        policy::may(verb, &self.context.actor, self.context.on_behalf.as_ref(), owners)
            .map_err(ActError::Denied)
    }
}
