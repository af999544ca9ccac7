//! Where the approvals of a deck stand, with the words that changed since.

use chrono::NaiveDate;
use jalon_domain::approvals::{Chair, Standing, approvals};
use jalon_domain::content::content;
use jalon_domain::{Actor, Approval, Id, WordChange};
use serde::Serialize;
use ts_rs::TS;

use super::past;
use crate::delivery::unseen;
use crate::projection::read;
use crate::{Store, Trouble, moment};

/// What a deck shows, and what each chair has said of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Approvals {
    /// The cycle that it reports on.
    pub cycle: Id,
    /// Hash of what it shows now: what an approval names.
    pub content: String,
    /// The chairs, in protocol order; none when the plan records no co-chair.
    pub chairs: Vec<ChairApproval>,
    /// How many places are here without their content, which was not issued either: the
    /// deck may show more elsewhere.
    pub unseen: usize,
}

/// What a chair has said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ChairApproval {
    /// The chair.
    pub chair: Chair,
    /// Where its approval stands.
    pub standing: Standing,
    /// What the deck says otherwise than what was approved, as far as whoever asks may
    /// know; empty unless it is void.
    pub changed: Vec<WordChange>,
    /// What was approved cannot be shown here, so that what changed is not known, or not
    /// all of it: something of that moment has not come, is for others to see, or was
    /// removed for good.
    pub unknown: bool,
}

impl Approvals {
    /// Whether every chair has approved what the deck shows, and there is one.
    pub fn are_complete(&self) -> bool {
        !self.chairs.is_empty() && self.chairs.iter().all(|it| it.standing == Standing::Approved)
    }
}

impl Store {
    /// Where the approvals of a cycle's deck stand on a day, as `reader` may see it; of the
    /// cycle that is being prepared where none is named. `None` when there is no such cycle.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn approvals(
        &self,
        cycle: Option<&Id>,
        today: NaiveDate,
        reader: &Actor,
    ) -> Result<Option<Approvals>, Trouble> {
        self.reading(|sql| {
            let plan = read::plan(sql)?;
            let prepared = || {
                let workplan = plan.current_workplan()?;
                plan.current_cycle(&workplan.id).map(|(_, cycle)| &cycle.id)
            };
            let Some(cycle) = cycle.or_else(prepared) else { return Ok(None) };
            let Some(shown) = content(&plan, cycle) else { return Ok(None) };
            let mut chairs = Vec::new();
            for asked in approvals(&plan, cycle, today) {
                let void = asked.approval.filter(|_| asked.standing == Standing::Void);
                let then = void.map(|void| moment::plan_as_of(sql, &void.at)).transpose()?;
                let since = then.map(|then| past::changed(sql, [cycle; 2], [then, plan.clone()], reader));
                let since = since.transpose()?.flatten();
                let known =
                    |since: &past::Changed, void: &Approval| !since.hidden && since.was == void.content;
                let unknown = void.is_some_and(|void| !since.as_ref().is_some_and(|it| known(it, void)));
                let changed = since.map(|since| since.told).unwrap_or_default();
                chairs.push(ChairApproval { chair: asked.chair, standing: asked.standing, changed, unknown });
            }
            let unseen = unseen(sql)?;
            Ok(Some(Approvals { cycle: cycle.clone(), content: shown.hash(), chairs, unseen }))
        })
    }
}
