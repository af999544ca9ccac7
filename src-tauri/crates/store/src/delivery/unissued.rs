//! What other governments' stores do not have as it stands here: what somebody wrote whose
//! name would tell where a challenge came from travels to them as a place without content,
//! until the secretariat issues it anew.

mod others;

use std::collections::BTreeMap;

use jalon_domain::{Actor, Audience, Id, Kind, Vector, lineage};
use rusqlite::Connection;
use serde::Serialize;
use ts_rs::TS;

use self::others::{Others, Wanted};
use super::Receiver;
use super::eyes::Eyes;
use super::item::Place;
use super::place::{self, unknown};
use crate::below::below;
use crate::journal::row::Row;
use crate::journal::{CREATE, DELETED};
use crate::projection::read::plan;
use crate::{Store, Trouble, confidential, fields, moment};

/// Something that other stores do not have as it stands here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Unissued {
    /// Its kind: a challenge, or what was written together with one.
    pub kind: Kind,
    /// The entity.
    pub id: Id,
    /// Whether several versions of it stand side by side, of which others do not see all:
    /// somebody has to choose before it can be issued.
    pub in_conflict: bool,
    /// The journal fields that are to be written anew.
    #[serde(skip)]
    #[ts(skip)]
    pub(crate) fields: Vec<String>,
}

impl Store {
    /// What other governments do not have as it stands here, until it is issued. Only
    /// who reads all origins is told: that it has to be issued says that it was not the
    /// secretariat who wrote it.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn unissued(&self, reader: &Actor) -> Result<Vec<Unissued>, Trouble> {
        if !confidential::reads_all(reader) {
            return Ok(Vec::new());
        }
        self.reading(unissued)
    }

    /// How many places this store holds whose content is not here and was not issued
    /// either: what its deck shows may be less than what the others' decks do.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn unseen(&self) -> Result<usize, Trouble> {
        self.reading(unseen)
    }
}

/// See [`Store::unissued`]; in the order of their ids.
pub(crate) fn unissued(sql: &Connection) -> Result<Vec<Unissued>, Trouble> {
    Ok(lacking(sql)?.open)
}

/// What others do not have as it stands here.
#[derive(Default)]
pub(crate) struct Lacking {
    pub open: Vec<Unissued>,
    /// What is in closed plans, each with its plan.
    pub closed: Vec<(Id, Id)>,
}

/// Reads it.
pub(crate) fn lacking(sql: &Connection) -> Result<Lacking, Trouble> {
    let nobody = Actor::nobody();
    let eyes = Eyes::of(sql, Receiver::Everybody, &nobody)?;
    let others = Others::of(sql, &eyes)?;
    let plan = plan(sql)?;
    let (merged, closed) = (lineage::merged(&plan), closed(sql, &plan)?);
    let mut found = Lacking::default();
    for id in others.lacking(sql)? {
        let Some(row) = Row::read(sql, &id)?.filter(|row| !row.kind.def().record) else { continue };
        let fields = match others.wanted(sql, &row, merged.contains(&id))? {
            Wanted::All => all_fields(&row),
            Wanted::Only(field) => vec![field.to_owned()],
            Wanted::Attribution => vec!["attribution".to_owned(), "jurisdictions".to_owned()],
            Wanted::Nothing => continue,
        };
        let mut lacking = Vec::new();
        for field in fields {
            if others.lacks(sql, &row, &field)? {
                lacking.push(field);
            }
        }
        if lacking.is_empty() {
            continue;
        }
        let in_conflict = lacking.iter().any(|field| is_open(&row, field));
        match closed.get(id.as_str()) {
            Some(workplan) => found.closed.push((id, workplan.clone())),
            None => found.open.push(Unissued { kind: row.kind, id, in_conflict, fields: lacking }),
        }
    }
    Ok(found)
}

/// Whether somebody has to choose in a field before it can be written anew. Marks follow
/// from the texts.
fn is_open(row: &Row, field: &str) -> bool {
    row.is_disputed(field) && !field.ends_with(".translation")
}

/// See [`Store::unseen`].
pub(crate) fn unseen(sql: &Connection) -> Result<usize, Trouble> {
    let issued = issued(sql)?;
    Ok(unknown(sql)?.iter().filter(|place| !covers(&issued, place)).count())
}

/// The moment up to which everything is issued once [`unissued`] is: the present, but for
/// what this store itself does not see. `None` when an earlier one says as much.
pub(crate) fn issued_up_to(sql: &Connection) -> Result<Option<Vector>, Trouble> {
    let issued = issued(sql)?;
    let nobody = Actor::nobody();
    let eyes = Eyes::of(sql, Receiver::Everybody, &nobody)?;
    let hidden = eyes.concerned(sql)?.into_iter().filter(|txn| eyes.must_not_meet(txn));
    let hidden: BTreeMap<String, Place> = hidden.map(|txn| (txn.id.clone(), Place::of(&txn))).collect();
    // Others may have it in any of its places, or in all.
    let others = place::others(sql)?;
    let mut end = moment::present(sql)?;
    others.iter().for_each(|(place, _)| end.include(&place.device, place.seq));
    let mut unseen = unknown(sql)?;
    unseen.retain(|place| !covers(&issued, place));
    let before_unseen = |(device, seq): (&str, i64)| {
        let first = unseen.iter().filter(|place| place.device == device).map(|place| place.seq - 1).min();
        (device.to_owned(), first.map_or(seq, |first| first.min(seq)))
    };
    let at: Vector = end.devices().map(before_unseen).filter(|(_, seq)| *seq > 0).collect();
    let elsewhere = others.iter().filter(|(_, txn)| hidden.contains_key(txn)).map(|(place, _)| place);
    let news = |place: &Place| at.includes(&place.device, place.seq) && !covers(&issued, place);
    let any = hidden.values().chain(elsewhere).any(news);
    Ok(any.then_some(at))
}

/// The moments up to which the secretariat said that all is issued.
fn issued(sql: &Connection) -> Result<Vec<Vector>, Trouble> {
    let mut query = sql.prepare_cached("SELECT at FROM issuance WHERE deleted = 0 AND at IS NOT NULL")?;
    let all = query.query_map([], |row| row.get::<_, String>(0))?.collect::<Result<Vec<_>, _>>()?;
    Ok(all.iter().filter_map(|at| serde_json::from_str(at).ok()).collect())
}

fn covers(issued: &[Vector], place: &Place) -> bool {
    issued.iter().any(|at| at.includes(&place.device, place.seq))
}

/// What is in closed plans, where nothing is written any more, and in which.
fn closed(sql: &Connection, plan: &jalon_domain::Plan) -> Result<BTreeMap<String, Id>, Trouble> {
    let mut all = BTreeMap::new();
    for workplan in plan.workplans.values().filter(|it| it.state == "closed") {
        let below = below(sql, &workplan.id, false)?;
        all.extend(below.into_iter().map(|id| (id, workplan.id.clone())));
    }
    Ok(all)
}

/// The journal fields of an entity that everybody may read.
fn all_fields(row: &Row) -> Vec<String> {
    let public = row.kind.def().fields.iter().filter(|field| field.audience == Audience::All);
    let fields = public.flat_map(fields::journal_fields);
    [CREATE.to_owned()].into_iter().chain(fields).chain([DELETED.to_owned()]).collect()
}
