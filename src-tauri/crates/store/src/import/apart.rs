//! What of a plan file is written apart from the rest.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use jalon_domain::problem::Objects;
use jalon_domain::{Id, Kind, lineage};
use serde_json::Value;

use crate::confidential::Nameless;
use crate::journal::row::Row;
use crate::tx::Tx;
use crate::{ActError, confidential};

/// The parts of a file, in the order in which they are written. Whoever says whose they
/// are by writing challenges that name nobody, or by writing where one came from, writes
/// those apart: what stands beside them would say whose they are in history, and be hidden
/// with them from others. A cycle that the file closes is closed last: all that is reported
/// in it comes before, and undo, which begins with the closing, finds it open after that.
pub(super) fn in_turn(tx: &Tx<'_>, objects: &Objects) -> Result<VecDeque<Objects>, ActError> {
    let context = tx.context;
    let said = context.reason.as_ref().is_some_and(|reason| !reason.trim().is_empty());
    let whole = || VecDeque::from([objects.clone()]);
    if !said && !confidential::says_whose(&context.actor, context.on_behalf.is_some()) {
        return Ok(whole());
    }
    let Some(challenges) = objects.get(&Kind::Challenge) else { return Ok(whole()) };
    let mut apart = Nameless::read(tx.sql)?.challenges().clone();
    let hidden = challenges.iter().filter(|(_, object)| names_nobody(object));
    apart.extend(hidden.map(|(id, _)| id.clone()));
    loop {
        // What one of them became, or was merged into, is told of it too.
        let stems = |object: &Value| sources(object).iter().any(|id| apart.contains(id));
        let more = challenges.iter().filter(|(id, object)| !apart.contains(*id) && stems(object));
        let more: BTreeSet<Id> = more.map(|(id, _)| id.clone()).collect();
        if more.is_empty() {
            break;
        }
        apart.extend(more);
    }
    let (theirs, rest): (BTreeMap<_, _>, _) =
        challenges.clone().into_iter().partition(|(id, _)| apart.contains(id));
    if theirs.is_empty() {
        return Ok(whole());
    }
    let mut others = objects.clone();
    others.insert(Kind::Challenge, rest);
    let closing = closing(tx, &mut others)?;
    let parts = [others, Objects::from([(Kind::Challenge, theirs)]), closing];
    Ok(parts.into_iter().filter(|part| part.values().any(|of_kind| !of_kind.is_empty())).collect())
}

/// Takes the cycles out of a file that it closes, and leaves those in that are not there
/// yet, as open: what is reported in them needs them.
fn closing(tx: &Tx<'_>, others: &mut Objects) -> Result<Objects, ActError> {
    let Some(cycles) = others.get_mut(&Kind::Cycle) else { return Ok(Objects::new()) };
    let mut closing = BTreeMap::new();
    for (id, object) in cycles.iter_mut().filter(|(_, object)| object["state"] == "closed") {
        let stood = Row::read(tx.sql, id)?.filter(Row::is_live);
        if stood.as_ref().is_some_and(|row| row.value("state") == "closed") {
            continue;
        }
        closing.insert(id.clone(), object.clone());
        match stood {
            Some(_) => *object = Value::Null,
            None => object["state"] = Value::from("open"),
        }
    }
    cycles.retain(|_, object| !object.is_null());
    Ok(Objects::from([(Kind::Cycle, closing)]))
}

/// Whether a challenge names nobody, or says for the secretariat's eyes where it came from.
fn names_nobody(object: &Value) -> bool {
    let origins = object["origins"].as_array().is_some_and(|list| !list.is_empty());
    object["attribution"] != "named" || origins
}

/// What it came from.
fn sources(object: &Value) -> Vec<Id> {
    let ids = |value: &Value| match value {
        Value::Array(list) => list.iter().filter_map(|id| Id::parse(id.as_str()?)).collect(),
        value => value.as_str().and_then(Id::parse).into_iter().collect::<Vec<Id>>(),
    };
    lineage::FIELDS.iter().flat_map(|field| ids(&object[*field])).collect()
}
