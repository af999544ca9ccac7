//! The translators' queue, with what an answer to it must be based on.

use std::collections::BTreeMap;

use jalon_domain::action::Bases;
use jalon_domain::texts::field_of;
use jalon_domain::translations::translations;
use jalon_domain::{Id, Queued};
use serde::Serialize;
use ts_rs::TS;

use crate::{Store, Trouble, fields};

/// A text of the queue.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct ToTranslate {
    /// The text.
    #[serde(flatten)]
    pub queued: Queued,
    /// The heads that it stands on: whoever edits or approves it hands them back, so that
    /// an answer to words that have changed since is not taken for a current one.
    pub bases: Bases,
}

impl Store {
    /// What is missing, stale or unapproved of the translations of a workplan, or of all,
    /// in the order in which people read a plan.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn translations(&self, workplan: Option<&Id>) -> Result<Vec<ToTranslate>, Trouble> {
        // Heads before the plan: should somebody write between the two, an answer is taken
        // for stale that is not, and never the other way round.
        let heads = self.all_heads()?;
        let queue = translations(&self.plan()?, workplan);
        Ok(queue.into_iter().map(|queued| with_bases(queued, &heads)).collect())
    }
}

fn with_bases(queued: Queued, heads: &BTreeMap<Id, BTreeMap<String, Vec<String>>>) -> ToTranslate {
    let def = queued.kind.def().field(field_of(&queued.field));
    let standing = |name: String| {
        let heads = heads.get(&queued.id).and_then(|of| of.get(&name)).cloned();
        (name, heads.unwrap_or_default())
    };
    let bases = def.map(fields::journal_fields).into_iter().flatten().map(standing).collect();
    ToTranslate { queued, bases }
}
