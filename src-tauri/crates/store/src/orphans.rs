//! What refers to something that was deleted: whoever wrote it had not heard of that yet, or
//! whoever deleted it of this.

use std::collections::{BTreeMap, BTreeSet};

use jalon_domain::problem::{Gone, Problem, ProblemKind, is_history};
use jalon_domain::registry::KINDS;
use jalon_domain::{Audience, Failure, Id, Kind};
use jalon_words::faults;
use rusqlite::Connection;

use crate::Trouble;
use crate::references::{refers_to, stored};
use crate::title::title;

/// Everything that refers to what was deleted, in fields that everybody may see.
pub(crate) fn orphans(sql: &Connection) -> Result<Vec<Problem>, Trouble> {
    let deleted = deleted(sql)?;
    let kinds: BTreeSet<Kind> = deleted.values().copied().collect();
    let mut found = Vec::new();
    for def in KINDS {
        let fields = def.fields.iter().filter(|field| !is_history(def, field));
        let fields = fields.filter(|field| field.audience == Audience::All && refers_to(field.ty, &kinds));
        for field in fields {
            for (by, value) in stored(sql, def.kind, field)? {
                for (_, id, kinds) in field.ty.references(&value) {
                    if deleted.get(&id).is_some_and(|kind| kinds.contains(kind)) {
                        let gone = Gone { title: title(sql, &id)?, by: title(sql, &by)?, id };
                        let what = ProblemKind::Deleted(Box::new(gone));
                        found.push(Problem { kind: def.kind, id: by.clone(), field: field.name, what });
                    }
                }
            }
        }
    }
    Ok(found)
}

/// Of what refers to what was deleted now, what did not before.
pub(crate) fn newly(before: &[Problem], now: Vec<Problem>) -> Vec<Failure> {
    let place = |problem: &Problem| match &problem.what {
        ProblemKind::Deleted(gone) => Some((problem.id.clone(), problem.field, gone.id.clone())),
        _ => None,
    };
    let before: BTreeSet<_> = before.iter().map(place).collect();
    now.iter().filter(|problem| !before.contains(&place(problem))).map(faults::problem).collect()
}

/// What is deleted, with its kind.
fn deleted(sql: &Connection) -> Result<BTreeMap<Id, Kind>, Trouble> {
    let mut found = BTreeMap::new();
    for def in KINDS {
        let mut query = sql.prepare_cached(&format!("SELECT id FROM {} WHERE deleted = 1", def.name))?;
        let mut rows = query.query([])?;
        while let Some(row) = rows.next()? {
            found.extend(Id::parse(&row.get::<_, String>(0)?).map(|id| (id, def.kind)));
        }
    }
    Ok(found)
}
