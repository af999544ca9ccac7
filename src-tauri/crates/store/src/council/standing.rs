//! Where the approvals of a deck stand, with the words that changed since.

use chrono::NaiveDate;
use jalon_domain::approvals::{Chair, Standing, approvals};
use jalon_domain::content::{Content, content};
use jalon_domain::{Id, WordChange};
use serde::Serialize;
use ts_rs::TS;

use super::past;
use crate::delivery::unseen;
use crate::projection::read;
use crate::{Store, Trouble};

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
    /// What the deck says otherwise than what was approved; empty unless it is void.
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
    /// Where the approvals of a cycle's deck stand on a day; of the cycle that is being
    /// prepared where none is named. `None` when there is no such cycle.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn approvals(&self, cycle: Option<&Id>, today: NaiveDate) -> Result<Option<Approvals>, Trouble> {
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
                let was = void.map(|void| past::content_at(sql, &void.at, cycle)).transpose()?.flatten();
                let seen = was.as_ref().map(Content::hash);
                let unknown = void.is_some_and(|void| seen.as_ref() != Some(&void.content));
                let changed = was.map(|was| was.words_changed(&shown)).unwrap_or_default();
                chairs.push(ChairApproval { chair: asked.chair, standing: asked.standing, changed, unknown });
            }
            let unseen = unseen(sql)?;
            Ok(Some(Approvals { cycle: cycle.clone(), content: shown.hash(), chairs, unseen }))
        })
    }
}
