//! What of a plan file is written apart from the rest.

use std::collections::{BTreeSet, VecDeque};

use jalon_domain::problem::Objects;
use jalon_domain::{Id, Kind, lineage};
use serde_json::Value;

use crate::confidential::Nameless;
use crate::tx::Tx;
use crate::{ActError, confidential};

/// The parts of a file, in the order in which they are written. Whoever says whose they
/// are by writing challenges that name nobody, or by writing where one came from, writes
/// those apart: what stands beside them would say whose they are in history, and be hidden
/// with them from others.
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
    let (theirs, rest) = challenges.clone().into_iter().partition(|(id, _)| apart.contains(id));
    let mut others = objects.clone();
    others.insert(Kind::Challenge, rest);
    Ok(VecDeque::from([others, Objects::from([(Kind::Challenge, theirs)])]))
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
