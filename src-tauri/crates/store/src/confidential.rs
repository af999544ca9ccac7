//! Where challenges that name nobody came from, and who may learn it.
//!
//! A challenge is nameless here when its attribution is, or ever was, anything but
//! `named`: that it may be named today does not tell who spoke up before. So is one that
//! a nameless one was merged into: who merges their own would tell whose that was.

use std::collections::BTreeSet;

use jalon_domain::actor::OnBehalf;
use jalon_domain::policy::{self, Verb};
use jalon_domain::{Actor, Audience, Id, Kind, Plan, Role};
use rusqlite::Connection;
use serde_json::Value;

use crate::Trouble;

/// The nameless challenges, deleted ones included.
pub(crate) fn nameless(sql: &Connection) -> Result<BTreeSet<Id>, Trouble> {
    // A redacted attribution has no value, and counts as not named.
    let mut query = sql.prepare_cached(
        "SELECT id FROM challenge WHERE EXISTS (SELECT 1 FROM change
         WHERE entity = challenge.id AND field = 'attribution' AND value IS NOT '\"named\"')",
    )?;
    let mut rows = query.query([])?;
    let mut found = BTreeSet::new();
    while let Some(row) = rows.next()? {
        found.extend(Id::parse(&row.get::<_, String>(0)?));
    }
    let mut query =
        sql.prepare_cached("SELECT id, merged_from FROM challenge WHERE merged_from IS NOT NULL")?;
    let merged = query.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let merged = merged.collect::<Result<Vec<(String, String)>, _>>()?;
    let merged: Vec<(Option<Id>, Vec<Id>)> = merged
        .into_iter()
        .map(|(id, sources)| (Id::parse(&id), serde_json::from_str(&sources).unwrap_or_default()))
        .collect();
    loop {
        let before = found.len();
        for (id, sources) in &merged {
            if sources.iter().any(|source| found.contains(source)) {
                found.extend(id.clone());
            }
        }
        if found.len() == before {
            return Ok(found);
        }
    }
}

/// Whether `reader` may learn that a challenge came from this jurisdiction.
pub(crate) fn may_read(reader: &Actor, jurisdiction: &Id) -> bool {
    policy::may(Verb::ReadOrigins, reader, None, std::slice::from_ref(jurisdiction)).is_ok()
}

/// A plan as `reader` may see it: of the origins of a challenge, only those that the
/// policy table allows, and the like of whom a challenge names that is not named.
pub(crate) fn plan_for(mut plan: Plan, reader: &Actor) -> Plan {
    for challenge in plan.challenges.values_mut() {
        challenge.origins.retain(|id| may_read(reader, id));
        if challenge.attribution != "named" {
            challenge.jurisdictions.retain(|id| may_read(reader, id));
        }
    }
    plan
}

/// Whether `reader` may learn where every challenge came from.
pub(crate) fn reads_all(reader: &Actor) -> bool {
    policy::may(Verb::ReadOrigins, reader, None, &[]).is_ok()
}

/// Whether a journal field says where a challenge came from.
pub(crate) fn tells_origin(kind: Kind, field: &str, nameless: bool) -> bool {
    let secret = kind.def().field(field).is_some_and(|field| field.audience != Audience::All);
    secret || (kind == Kind::Challenge && field == "jurisdictions" && nameless)
}

/// A list of jurisdictions, of which only those are left that `reader` may learn of.
pub(crate) fn left_for(reader: &Actor, list: &Value) -> Value {
    let may = |id: &&Value| id.as_str().and_then(Id::parse).is_some_and(|id| may_read(reader, &id));
    match list.as_array() {
        Some(list) => list.iter().filter(may).cloned().collect(),
        None => Value::Null,
    }
}

/// Whether its author says more of something than that somebody of the secretariat, or the
/// program itself, wrote it.
pub(crate) fn says_whose(actor: &Actor, for_somebody: bool) -> bool {
    let built_in = actor.name.is_empty() && actor.roles.is_empty();
    let secretariat =
        !actor.roles.is_empty() && actor.roles.iter().all(|held| held.role == Role::Secretariat);
    for_somebody || !(built_in || secretariat)
}

/// Whether `reader` may learn who wrote to a nameless challenge: whoever reads all
/// origins, whoever wrote it, and those of the same jurisdiction. What the program
/// itself put there came from nobody.
pub(crate) fn may_know(reader: &Actor, actor: &Actor, on_behalf: Option<&OnBehalf>) -> bool {
    if reads_all(reader) {
        return true;
    }
    let own = |id: &Id| reader.belongs_to(id);
    if let Some(principal) = on_behalf {
        return own(&principal.jurisdiction);
    }
    let built_in = actor.name.is_empty() && actor.roles.is_empty();
    built_in
        || actor == reader
        || (!actor.roles.is_empty()
            && actor.roles.iter().all(|held| held.jurisdiction.as_ref().is_some_and(own)))
}
