//! Brings a plan file in.

mod apart;

use std::collections::BTreeSet;

use jalon_domain::action::ActionName;
use jalon_domain::policy::Verb;
use jalon_domain::problem::Objects;
use jalon_domain::registry::KINDS;
use jalon_domain::{Audience, Bilingual, Id, Kind, clearance};
use serde_json::Value;

use crate::act_error::FieldError;
use crate::confidential::Nameless;
use crate::entity::{BASELINE, check_complete, keep_baseline, write_exactly};
use crate::history::{HistoryChange, seen_by};
use crate::journal::row::Row;
use crate::title::title;
use crate::transact::Ending;
use crate::tx::Tx;
use crate::{ActError, Changes, Context, Import, Store, Why, backup, permission, references};

impl Store {
    /// Brings entities in by their ids: creates those that are not there (or are
    /// deleted), edits those that differ, never deletes. One transaction, or none
    /// when nothing differs. Challenges that name nobody get one of their own, after the
    /// other, where who brings them in would tell where they came from; a cycle that the file
    /// closes is closed after them, in a third. All of it comes in, or nothing. A dry run
    /// takes the same way and is rolled back.
    ///
    /// What comes into a store without a workplan is a record of what was decided
    /// elsewhere, statuses and submissions included: whoever may write a workplan may
    /// bring it in. Anything else asks for each entity.
    ///
    /// A field that the file does not give is emptied. One that only the secretariat may
    /// see is left alone, since files are mostly written without it, and so is the first
    /// due date of a milestone, which nobody forgets by moving the date.
    ///
    /// A backup goes before it, unless nobody has worked in the store yet; where none can
    /// be made, nothing comes in.
    ///
    /// # Errors
    /// What is wrong or not allowed; the store is then as it was.
    pub fn import(
        &mut self,
        context: &Context,
        objects: &Objects,
        dry_run: bool,
    ) -> Result<Import, ActError> {
        let ending = if dry_run { Ending::RollBack } else { Ending::Commit };
        if !dry_run && self.is_writable() {
            backup::before(&self.sql, &self.path, Why::BeforeImport, context.now)
                .map_err(ActError::NoBackup)?;
        }
        let mut tally = Import::default();
        let (mut record, mut left) = (None, None);
        let done = self.transact_in_turn(ActionName::Import, context, ending, |tx| {
            let record = *record.get_or_insert(is_record(tx)?);
            let left = match &mut left {
                Some(left) => left,
                left => left.insert(apart::in_turn(tx, objects)?),
            };
            if let Some(part) = left.pop_front() {
                tally.add(bring_in_as(tx, &part, record)?);
            }
            Ok(!left.is_empty())
        });
        let nameless = self.reading(Nameless::read)?;
        tally.differences = seen_by(&context.actor, nameless, tally.differences);
        match done {
            Ok(done) => {
                let changes = Changes::together(done).filter(|_| !dry_run);
                Ok(Import { changes, ..tally })
            }
            Err(ActError::NothingChanges) => Ok(tally),
            Err(error) => Err(error),
        }
    }
}

/// Writes all entities, and only then looks at what they refer to: a plan file's
/// entities may come in any order.
pub(crate) fn bring_in(tx: &mut Tx<'_>, objects: &Objects) -> Result<Import, ActError> {
    let record = is_record(tx)?;
    bring_in_as(tx, objects, record)
}

/// Whether what comes in is the record of a plan that was kept elsewhere.
fn is_record(tx: &Tx<'_>) -> Result<bool, ActError> {
    let any = "SELECT EXISTS (SELECT 1 FROM workplan WHERE deleted = 0)";
    let plan: bool = tx.sql.query_row(any, [], |row| row.get(0))?;
    Ok(!plan && tx.ask(Verb::EditPlan, &[]).is_ok())
}

fn bring_in_as(tx: &mut Tx<'_>, objects: &Objects, record: bool) -> Result<Import, ActError> {
    let mut tally = Import::default();
    tx.record = record;
    for def in KINDS {
        for (id, object) in objects.get(&def.kind).into_iter().flatten() {
            bring_in_one(tx, def.kind, id, object).map_err(|error| error.about(def.kind, id))?;
        }
    }
    for (kind, id) in objects.iter().flat_map(|(kind, by_id)| by_id.keys().map(move |id| (*kind, id))) {
        let (row, before) = tx.states(id)?;
        if row == before {
            tally.unchanged += 1;
            continue;
        }
        if before.is_live() {
            tally.edited.push((kind, id.clone()));
            let title = title(tx.sql, id)?;
            tally.differences.extend(differing(&before, &row, title.as_ref()));
        } else {
            tally.created.push((kind, id.clone()));
        }
        check_complete(tx, id)?;
        if !tx.record {
            permission::ask_to_write(tx, id).map_err(|error| error.about(kind, id))?;
        }
    }
    references::check(tx)?;
    Ok(tally)
}

/// The fields of an entity that hold something else, as history tells of them.
fn differing(before: &Row, after: &Row, title: Option<&Bilingual>) -> Vec<HistoryChange> {
    let fields: BTreeSet<&String> = before.heads.keys().chain(after.heads.keys()).collect();
    let differ = fields.into_iter().filter(|field| before.value(field) != after.value(field));
    let change = |field: &String| HistoryChange {
        kind: after.kind,
        id: after.id.clone(),
        title: title.cloned(),
        field: field.clone(),
        before: before.value(field).clone(),
        after: after.value(field).clone(),
        redacted: false,
    };
    differ.map(change).collect()
}

fn bring_in_one(tx: &mut Tx<'_>, kind: Kind, id: &Id, object: &Value) -> Result<(), ActError> {
    let no_such = |field: &str| Tx::wrong(kind, id, field, FieldError::NoSuchField);
    Tx::no_record(kind)?;
    let keys = object.as_object().into_iter().flat_map(|object| object.keys());
    if let Some(unknown) = keys.into_iter().find(|key| *key != "id" && kind.def().field(key).is_none()) {
        return Err(no_such(unknown));
    }
    match tx.row(id) {
        Ok(row) if row.kind == kind => {}
        // In the same words whether there is a clearance of that id or not.
        Ok(_) if clearance::could_be(id) => return Err(ActError::Reserved(id.clone())),
        Ok(_) => return Err(ActError::Taken(id.clone())),
        Err(ActError::Unknown(_)) => tx.make(kind, id)?,
        Err(error) => return Err(error),
    }
    let mut asked = tx.record || !tx.states(id)?.1.is_live();
    tx.set_deleted(id, false)?;
    for field in kind.def().fields {
        let value = object.get(field.name).unwrap_or(&Value::Null);
        let kept = field.audience == Audience::Secretariat || field.name == BASELINE;
        if value.is_null() && kept {
            continue;
        }
        // Whether a value that only the secretariat may see is the one that stands is
        // told to nobody who may not write it.
        let secret = field.audience == Audience::Secretariat;
        if !asked && (secret || !already(tx, id, field, value)?) {
            // Whose it was is asked before an edit could make it somebody else's.
            permission::ask_to_write(tx, id)?;
            asked = true;
        }
        write_exactly(tx, id, field, value)?;
    }
    keep_baseline(tx, id)
}

fn already(
    tx: &mut Tx<'_>,
    id: &Id,
    field: &jalon_domain::FieldDef,
    value: &Value,
) -> Result<bool, ActError> {
    let row = tx.row(id)?;
    Ok(crate::fields::plan_value(row, field) == crate::fields::canonical(field.ty, value))
}
