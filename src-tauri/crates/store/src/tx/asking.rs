//! What an action asks before it writes: for whom it is done, and whether it may be.

use jalon_domain::actor::RoleHeld;
use jalon_domain::policy::{self, Denied, Verb};
use jalon_domain::{Id, Role};
use serde_json::Value;

use super::Tx;
use crate::journal::ids::Ids;
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
            Role::Lead => Ok(()),
            Role::CoChair if self.may_be_chaired_by(&principal.jurisdiction)? => Ok(()),
            Role::CoChair => Err(ActError::BehalfNotCoChair(principal.jurisdiction.clone())),
            Role::Reader | Role::Secretariat => Err(ActError::Denied(Denied::PrincipalMayNot)),
        }
    }

    /// Whether a co-chair of that jurisdiction is among the people of the plan, or
    /// no co-chair at all.
    fn may_be_chaired_by(&self, jurisdiction: &Id) -> Result<bool, ActError> {
        let mut query =
            self.sql.prepare_cached("SELECT roles FROM person WHERE deleted = 0 AND roles IS NOT NULL")?;
        let lists: Vec<String> = query.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
        let held =
            lists.iter().flat_map(|list| serde_json::from_str::<Vec<RoleHeld>>(list).unwrap_or_default());
        let chairs: Vec<RoleHeld> = held.filter(|held| held.role == Role::CoChair).collect();
        Ok(chairs.is_empty() || chairs.iter().any(|held| held.jurisdiction.as_ref() == Some(jurisdiction)))
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
