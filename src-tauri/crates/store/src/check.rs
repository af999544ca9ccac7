//! Checks the whole file, and puts right what follows from the journal.

use jalon_domain::corrections::Correction;
use jalon_domain::{Actor, Failure, Id, Lang};
use jalon_words::{Words, council, faults};
use rusqlite::{Connection, ErrorCode};
use serde::Serialize;

use crate::council::kept;
use crate::delivery;
use crate::journal::chain;
use crate::projection::compare;
use crate::projection::read::conflicts;
use crate::transact::Ending;
use crate::{OpenError, Store, Trouble, asks, tell_correction};

/// What a check of the whole file found.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct CheckReport {
    /// Transactions in the journal.
    pub transactions: usize,
    /// Changes in the journal.
    pub changes: usize,
    /// Entities that are not deleted.
    pub entities: usize,
    /// Fields with several heads: the entity and the journal field.
    pub conflicts: Vec<(Id, String)>,
    /// What is damaged; empty in a sound store.
    pub damage: Vec<Failure>,
}

impl CheckReport {
    /// Whether nothing is damaged.
    pub fn is_sound(&self) -> bool {
        self.damage.is_empty()
    }
}

impl Store {
    /// Checks the whole file: SQLite's own check, the devices' chains of hashes, and
    /// heads, projection and search index against the journal.
    ///
    /// # Errors
    /// When the file cannot be read at all; damage stands in the report.
    pub fn check(&self) -> Result<CheckReport, Trouble> {
        self.reading(check)
    }

    /// What a sound file's plan is to be looked at for, as `reader` may know of it: fields that
    /// several people changed at once, problems, what the councils are owed a correction of,
    /// what other governments do not have as it stands here, what waits for a package, and which
    /// files may still hold what was redacted.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn findings(&self, report: &CheckReport, reader: &Actor) -> Result<Vec<Failure>, Trouble> {
        let (plan, hidden) = (self.plan()?, self.hidden_from(reader)?);
        let both = |say: &dyn Fn(&'static Words) -> String| Lang::BOTH.map(|lang| say(Words::of(lang)));
        let conflict = |(id, field): &(Id, String)| {
            let field = both(&|words| words.field(field));
            Failure::new("failure-check-conflict").text("id", id.as_str()).pair("field", field)
        };
        let correction = |it: &Correction| {
            let told = both(&|words| tell_correction(it, words, &plan));
            Failure::new("failure-check-to-correct").pair("milestone", told)
        };
        let conflicts = report.conflicts.iter().filter(|(id, _)| !hidden.contains(id));
        let mut found: Vec<Failure> = conflicts.map(conflict).collect();
        found.extend(
            self.problems_for(reader)?.iter().filter(|it| !hidden.contains(&it.id)).map(faults::problem),
        );
        // Nothing is wrong with the plan itself; what was to be gone may still be beside it.
        found.extend(self.not_cleaned()?);
        found.extend(self.corrections()?.iter().map(correction));
        found.extend(
            self.unissued(reader)?.iter().map(|it| council::unissued(it.kind, &it.id, it.in_conflict, &plan)),
        );
        // What waits is in no plan here yet, and whoever looks at it takes it for whole.
        found.extend(asks(&self.waiting()?, &plan));
        Ok(found)
    }

    /// Checks the whole file and, when it is sound and was opened unverified, allows
    /// writing.
    ///
    /// # Errors
    /// [`OpenError::Damaged`] with what was found.
    pub fn verify(&mut self) -> Result<CheckReport, OpenError> {
        let report = self.check();
        let report = match report {
            Ok(report) if report.is_sound() => report,
            Ok(report) => {
                return Err(OpenError::Damaged { path: self.path.clone(), damage: report.damage });
            }
            Err(trouble) if is_damage(&trouble) => {
                return Err(OpenError::Damaged { path: self.path.clone(), damage: vec![trouble.failure()] });
            }
            Err(trouble) => return Err(trouble.into()),
        };
        self.verified()?;
        Ok(report)
    }

    /// Writes heads, projection and search index anew from the journal; how many
    /// differences there were.
    ///
    /// # Errors
    /// When the journal itself is damaged, or the file cannot be written.
    pub fn rebuild_projection(&mut self) -> Result<usize, Trouble> {
        self.writing(Ending::Commit, |sql| {
            let folded = chain::fold(sql)?;
            if !folded.damage.is_empty() {
                return Err(Trouble::Damaged(format!("{:?}", folded.damage)));
            }
            let expected = compare::expected(&folded);
            let different = compare::compare(sql, &expected)?.len();
            compare::rebuild(sql, &expected)?;
            Ok(different)
        })
    }
}

/// Whether a check that could not go on has met damage. The search index tells its
/// own in SQLite's most general words; a sound file gives none of these.
pub(crate) fn is_damage(trouble: &Trouble) -> bool {
    match trouble {
        Trouble::Damaged(_) => true,
        Trouble::Sqlite(
            rusqlite::Error::SqliteFailure(error, _) | rusqlite::Error::SqlInputError { error, .. },
        ) => error.code == ErrorCode::Unknown,
        _ => false,
    }
}

/// Checks all of a file.
pub(crate) fn check(sql: &Connection) -> Result<CheckReport, Trouble> {
    let mut report = CheckReport::default();
    // Not `quick_check`: that leaves out whether the indexes hold what their tables hold,
    // and most of what is shown or redacted is found through an index.
    let mut whole = sql.prepare("PRAGMA integrity_check(10)")?;
    let lines = whole.query_map([], |row| row.get(0))?.collect::<Result<Vec<String>, _>>()?;
    let bad = lines.into_iter().filter(|line| line != "ok");
    report.damage = bad.map(|line| Failure::new("failure-store-damage-file").text("detail", line)).collect();
    if !report.is_sound() {
        // What follows would read through the damage.
        return Ok(report);
    }
    let folded = chain::fold(sql)?;
    report.transactions = folded.transactions;
    report.changes = folded.changes;
    let expected = compare::expected(&folded);
    report.entities = expected.live();
    report.conflicts = conflicts(sql)?;
    report.damage.extend(compare::compare(sql, &expected)?.failures());
    report.damage.extend(folded.damage);
    report.damage.extend(delivery::damage(sql)?);
    report.damage.extend(kept::damage(sql)?);
    Ok(report)
}
