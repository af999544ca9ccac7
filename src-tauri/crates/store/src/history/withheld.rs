//! History for a reader to whom none of it may be told: that something was done is no secret
//! where the thing itself is shown. When it was is one, so that no bounds that are asked for
//! make a difference.

use jalon_domain::{Actor, Id};

use super::{HistoryEntry, HistoryPage};
use crate::{Store, Trouble};

/// History as it is told to a reader.
#[derive(Debug, Clone, PartialEq)]
pub struct HistoryTold {
    /// What was done, newest first.
    pub entries: Vec<HistoryEntry>,
    /// Nothing of it is told, though something was done: it is for the secretariat and the
    /// government that did it.
    pub withheld: bool,
}

impl Store {
    /// A part of history for its reader, with whether there is some that is not told.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn history_told(&self, page: &HistoryPage<'_>) -> Result<HistoryTold, Trouble> {
        let entries = self.history_page(page)?;
        let withheld = match (page.of, page.reader) {
            (Some(id), Some(reader)) if entries.is_empty() => self.withholds(id, reader)?,
            _ => false,
        };
        Ok(HistoryTold { entries, withheld })
    }

    /// What arrived late for a closed plan, for a reader; see [`Store::late_changes`].
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn late_changes_told(&self, workplan: &Id, reader: &Actor) -> Result<HistoryTold, Trouble> {
        late_told(reader, |who| self.late_changes(workplan, who))
    }

    /// What was written late for a closed cycle, for a reader; see [`Store::late_in_cycle`].
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn late_in_cycle_told(&self, cycle: &Id, reader: &Actor) -> Result<HistoryTold, Trouble> {
        late_told(reader, |who| self.late_in_cycle(cycle, who))
    }

    /// Whether less is told of what was done to this than was done. Of what the reader may
    /// not even know to be there, nothing is said.
    fn withholds(&self, id: &Id, reader: &Actor) -> Result<bool, Trouble> {
        if self.heads_for(id, reader)?.is_empty() {
            return Ok(false);
        }
        let count = |reader| {
            let page = HistoryPage { of: Some(id), reader, ..HistoryPage::default() };
            self.history_page(&page).map(|entries| entries.len())
        };
        Ok(count(None)? > count(Some(reader))?)
    }
}

fn late_told(
    reader: &Actor,
    late: impl Fn(&Actor) -> Result<Vec<HistoryEntry>, Trouble>,
) -> Result<HistoryTold, Trouble> {
    let entries = late(reader)?;
    let withheld = entries.is_empty() && !late(&Actor::secretariat())?.is_empty();
    Ok(HistoryTold { entries, withheld })
}
