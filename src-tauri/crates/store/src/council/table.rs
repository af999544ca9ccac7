//! Tables a deck: pins the moment, and keeps the files that were handed over.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use jalon_domain::action::ActionName;
use jalon_domain::approvals::{Standing, approvals};
use jalon_domain::clearance::{Clearing, clearances};
use jalon_domain::content::content;
use jalon_domain::plan::Plan;
use jalon_domain::policy::Verb;
use jalon_domain::{Bilingual, Id, KeptFile, Kind, TabledDeck};
use serde_json::{Value, json};

use super::{CouncilError, kept, past, write_record};
use crate::delivery::unissued;
use crate::projection::read;
use crate::tx::Tx;
use crate::{ActError, Changes, Context, Store, moment, problems};

/// The most that one file may hold, in bytes: the store is copied whole for every backup.
pub const LARGEST_FILE: u64 = 64 << 20;

/// What is tabled, beside its files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tabling {
    /// The cycle whose deck it is.
    pub cycle: Id,
    /// Hash of what the files show: the present content, or it is refused.
    pub content: String,
    /// The day on which it is tabled.
    pub tabled_on: NaiveDate,
    /// The version that an erratum corrects: the one that was tabled last, or one of them
    /// where unlike ones bear that number.
    pub erratum_of: Option<Id>,
    /// What was corrected; an erratum says so.
    pub note: Option<Bilingual>,
}

impl Store {
    /// Tables a deck with the files that were handed over, each with its name. Nothing
    /// is ever rendered again: [`Store::kept_bytes`] gives the very bytes back.
    ///
    /// # Errors
    /// Why it is refused: what the deck shows is not what every chair has approved and
    /// every jurisdiction that it names has cleared, or it was tabled before.
    pub fn table(
        &mut self,
        context: &Context,
        tabling: &Tabling,
        files: &[(&str, &[u8])],
    ) -> Result<Changes, ActError> {
        self.transact(ActionName::TableDeck, context, |tx| table(tx, tabling, files))
    }
}

fn table(tx: &mut Tx<'_>, tabling: &Tabling, files: &[(&str, &[u8])]) -> Result<(), ActError> {
    tx.ask(Verb::ComposeDeck, &[])?;
    tx.live_of(Kind::Cycle, &tabling.cycle)?;
    check_files(files)?;
    if tabling.tabled_on > tx.context.today() {
        return Err(CouncilError::TabledInFuture.into());
    }
    let plan = read::plan(tx.sql)?;
    not_too_early(&plan, tabling)?;
    let version = version(&plan, tabling)?;
    something_to_correct(&plan, tabling, files)?;
    ready(tx, &plan, tabling)?;
    let at = moment::present(tx.sql)?;
    let mut handed_over = Vec::new();
    for (name, bytes) in files {
        let kept = kept::keep(tx.sql, bytes)?;
        handed_over.push(KeptFile { name: (*name).to_owned(), digest: kept.digest, size: kept.size });
    }
    let id = tx.fresh_id();
    let fields = [
        ("cycle", json!(tabling.cycle)),
        ("version", json!(version)),
        ("tabled_on", json!(tabling.tabled_on)),
        ("content", json!(tabling.content)),
        ("at", json!(at)),
        ("files", json!(handed_over)),
        ("erratum_of", tabling.erratum_of.as_ref().map_or(Value::Null, |id| json!(id))),
        ("note", tabling.note.as_ref().map_or(Value::Null, |note| json!(note))),
    ];
    write_record(tx, Kind::TabledDeck, &id, &fields)
}

/// A deck is not tabled before its cycle opens, nor an erratum before what it corrects.
/// The day on which something was recorded is no limit: one records what has happened.
fn not_too_early(plan: &Plan, tabling: &Tabling) -> Result<(), CouncilError> {
    let opens = plan.cycles.get(&tabling.cycle).and_then(|cycle| cycle.opens);
    let corrects =
        tabling.erratum_of.as_ref().and_then(|of| plan.tabled_decks.get(of)).map(|it| it.tabled_on);
    match opens.max(corrects) {
        Some(first) if tabling.tabled_on < first => Err(CouncilError::TabledTooEarly(first)),
        _ => Ok(()),
    }
}

/// The number of the version that is tabled: the next free one.
fn version(plan: &Plan, tabling: &Tabling) -> Result<u32, CouncilError> {
    let last = plan.last_tabled(&tabling.cycle);
    match (last.first(), &tabling.erratum_of) {
        (None, None) => Ok(1),
        (Some(last), None) => Err(CouncilError::TabledAlready(last.version)),
        (Some(first), Some(of)) if is_among(plan, &last, of) => {
            let said = tabling.note.as_ref().is_some_and(|note| !note.is_empty());
            if said { Ok(first.version + 1) } else { Err(CouncilError::ErratumWithoutNote) }
        }
        (_, Some(of)) => Err(CouncilError::NotTheLast(of.clone())),
    }
}

/// Whether it is one of these decks, or tabled under their number and like one of them.
fn is_among(plan: &Plan, decks: &[&TabledDeck], id: &Id) -> bool {
    let Some(deck) = plan.tabled_decks.get(id) else { return false };
    decks.iter().any(|known| known.version == deck.version && known.is_alike(deck))
}

/// An erratum says something else than what it corrects, in its words or in its files.
fn something_to_correct(plan: &Plan, tabling: &Tabling, files: &[(&str, &[u8])]) -> Result<(), CouncilError> {
    let corrected = tabling.erratum_of.as_ref().and_then(|of| plan.tabled_decks.get(of));
    let Some(corrected) = corrected.filter(|deck| deck.content == tabling.content) else { return Ok(()) };
    let same = |(name, bytes): &(&str, &[u8])| {
        let digest = kept::digest(bytes);
        corrected.files.iter().any(|kept| kept.name == *name && kept.digest == digest)
    };
    // No name stands twice, so that as many files of which each is there are the same ones.
    if files.len() == corrected.files.len() && files.iter().all(same) {
        return Err(CouncilError::NothingToCorrect(corrected.version));
    }
    Ok(())
}

/// Whether what the deck shows now is what is tabled, sound and approved.
fn ready(tx: &Tx<'_>, plan: &Plan, tabling: &Tabling) -> Result<(), ActError> {
    let shown = content(plan, &tabling.cycle);
    let shown = shown.ok_or_else(|| CouncilError::NothingToShow(tabling.cycle.clone()))?;
    if shown.hash() != tabling.content {
        return Err(
            past::changed_since(tx.sql, &tabling.content, &tabling.cycle, plan, &tx.context.actor)?.into()
        );
    }
    let meeting = plan.cycles.get(&tabling.cycle).and_then(|cycle| plan.meetings.get(&cycle.meeting));
    let workplan = meeting.map(|meeting| &meeting.workplan);
    let wrong = problems::all(tx.sql, plan)?.into_iter();
    let wrong =
        wrong.filter(|it| workplan.is_none_or(|workplan| it.blocks(workplan, Some(&tabling.cycle)))).count();
    let wrong = wrong + read::conflicts(tx.sql)?.len();
    if wrong > 0 {
        return Err(CouncilError::Unsound(wrong).into());
    }
    let unissued: Vec<Id> = unissued(tx.sql)?.into_iter().map(|it| it.id).collect();
    if !unissued.is_empty() {
        return Err(CouncilError::Unissued(unissued).into());
    }
    let open = clearances(plan, &tabling.cycle).into_iter().filter(|it| it.state != Clearing::Cleared);
    let open: BTreeSet<Id> = open.map(|it| it.jurisdiction).collect();
    if !open.is_empty() {
        return Err(CouncilError::NotCleared(open.into_iter().collect()).into());
    }
    let asked = approvals(plan, &tabling.cycle, tx.context.today());
    if asked.is_empty() {
        return Err(CouncilError::NoChair.into());
    }
    let missing = asked.into_iter().filter(|it| it.standing != Standing::Approved);
    let missing: Vec<Id> = missing.map(|it| it.chair.jurisdiction).collect();
    if missing.is_empty() { Ok(()) } else { Err(CouncilError::NotApproved(missing).into()) }
}

fn check_files(files: &[(&str, &[u8])]) -> Result<(), CouncilError> {
    if files.is_empty() {
        return Err(CouncilError::NoFile);
    }
    let mut names = BTreeSet::new();
    for (name, bytes) in files {
        let plain = !name.trim().is_empty()
            && !matches!(*name, "." | "..")
            && !name.chars().any(|c| c.is_control() || matches!(c, '/' | '\\'));
        if !plain {
            return Err(CouncilError::FileName((*name).to_owned()));
        }
        // On some systems two names that differ in case are one.
        if !names.insert(name.to_lowercase()) {
            return Err(CouncilError::FileTwice((*name).to_owned()));
        }
        if bytes.is_empty() {
            return Err(CouncilError::FileEmpty((*name).to_owned()));
        }
        if bytes.len() as u64 > LARGEST_FILE {
            return Err(CouncilError::FileTooLarge((*name).to_owned(), LARGEST_FILE >> 20));
        }
    }
    Ok(())
}
