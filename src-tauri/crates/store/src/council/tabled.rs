//! What was tabled, and what differs between two versions of it.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use jalon_domain::{Actor, Id, KeptFile, TabledDeck, WordChange};
use serde::Serialize;
use ts_rs::TS;

use super::past;
use crate::{Store, Trouble, moment};

/// A deck that was tabled, with who recorded it, and the others under its number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TabledVersion {
    /// The record.
    #[serde(flatten)]
    pub deck: TabledDeck,
    /// Who recorded it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub recorded_by: Option<Actor>,
    /// When, by the clock of whoever did.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub recorded_at: Option<DateTime<Utc>>,
    /// The other decks of the cycle that bear its number.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub namesakes: Vec<Id>,
}

/// What is different between two tabled decks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TabledDifference {
    /// What the later one says otherwise.
    pub words: Vec<WordChange>,
    /// Which files differ, by name.
    pub files: Vec<FileDifference>,
}

/// A file that differs between two tabled decks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FileDifference {
    /// Its name.
    pub name: String,
    /// As it was in the earlier one; absent when it was not there.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub before: Option<KeptFile>,
    /// As it is in the later one; absent when it is not there.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub after: Option<KeptFile>,
}

impl Store {
    /// What was tabled, of all cycles or of one, in the order of cycles and versions.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn tabled_decks(&self, cycle: Option<&Id>) -> Result<Vec<TabledDeck>, Trouble> {
        let plan = self.plan()?;
        let mut tabled: Vec<TabledDeck> = plan.tabled_decks.into_values().collect();
        tabled.retain(|it| cycle.is_none_or(|cycle| *cycle == it.cycle));
        tabled.sort_by(|a, b| (&a.cycle, a.version, &a.id).cmp(&(&b.cycle, b.version, &b.id)));
        Ok(tabled)
    }

    /// The same, each with who recorded it and when, and which others bear its number.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn tabled_versions(&self, cycle: Option<&Id>) -> Result<Vec<TabledVersion>, Trouble> {
        let plan = self.plan()?;
        let version = |deck: TabledDeck| {
            let made = self.history(Some(&deck.id))?.pop();
            Ok(TabledVersion {
                recorded_at: made.as_ref().map(|entry| entry.made_at),
                recorded_by: made.and_then(|entry| entry.actor),
                namesakes: plan.namesakes(&deck).into_iter().map(|it| it.id.clone()).collect(),
                deck,
            })
        };
        self.tabled_decks(cycle)?.into_iter().map(version).collect()
    }

    /// The version of a cycle's deck that was tabled last: several where unlike ones bear
    /// that number.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn last_tabled(&self, cycle: &Id) -> Result<Vec<TabledDeck>, Trouble> {
        Ok(self.plan()?.last_tabled(cycle).into_iter().cloned().collect())
    }

    /// What is different in `after` from `before`, as `reader` may see it.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn tabled_difference(
        &self,
        before: &TabledDeck,
        after: &TabledDeck,
        reader: &Actor,
    ) -> Result<TabledDifference, Trouble> {
        self.reading(|sql| {
            let plans = [moment::plan_as_of(sql, &before.at)?, moment::plan_as_of(sql, &after.at)?];
            let words = past::changed(sql, [&before.cycle, &after.cycle], plans, reader)?;
            let words = words.map(|changed| changed.told).unwrap_or_default();
            Ok(TabledDifference { words, files: files(before, after) })
        })
    }
}

fn files(before: &TabledDeck, after: &TabledDeck) -> Vec<FileDifference> {
    let mut all: BTreeMap<&str, (Option<&KeptFile>, Option<&KeptFile>)> = BTreeMap::new();
    for file in &before.files {
        all.entry(&file.name).or_default().0 = Some(file);
    }
    for file in &after.files {
        all.entry(&file.name).or_default().1 = Some(file);
    }
    let differ = all.into_iter().filter(|(_, (was, is))| was.map(|it| &it.digest) != is.map(|it| &it.digest));
    differ
        .map(|(name, (was, is))| FileDifference {
            name: name.to_owned(),
            before: was.cloned(),
            after: is.cloned(),
        })
        .collect()
}
