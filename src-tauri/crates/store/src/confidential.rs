//! Where challenges that name nobody came from, and who may learn it.
//!
//! A challenge is nameless here when its attribution is, or ever was, anything but
//! `named`: that it may be named today does not tell who spoke up before. So is one that
//! says, or ever said, that a nameless one was merged into it or that it was carried over
//! from one: only whoever a challenge belongs to names it as a source, so who did would
//! tell whose that was.
//!
//! Of a nameless challenge everybody may know whom it names today, since the deck says it,
//! and whom it named before only where it still does, also of a plan as it stood then.
//!
//! Whoever cleared a nameless challenge did so because it came from there, or may have.
//! That the clearance is there at all is for its own government and for whoever reads all
//! origins, always, also while the challenge is named: the clearance's id alone, which
//! follows from what it says, would tell the rest. Others read it in no plan, history or
//! list, and its transactions travel to them as stubs, whoever wrote them. They need
//! none of it: a deck goes final, and is tabled, where the secretariat is.

mod nameless;

use std::collections::BTreeMap;

use jalon_domain::actor::OnBehalf;
use jalon_domain::policy::{self, Verb};
use jalon_domain::{Actor, Audience, Id, Kind, Plan, Role};
use rusqlite::Connection;
use serde_json::Value;

use crate::Trouble;
use crate::journal::TxnRow;

pub(crate) use nameless::Nameless;

/// The mark of a challenge that names jurisdictions, and one of those that do not.
const NAMED: &str = "named";
const ANONYMOUS: &str = "anonymous";

/// Whether `reader` may learn that a challenge came from this jurisdiction.
pub(crate) fn may_read(reader: &Actor, jurisdiction: &Id) -> bool {
    policy::may(Verb::ReadOrigins, reader, None, std::slice::from_ref(jurisdiction)).is_ok()
}

/// A plan of any moment as `reader` may see it: of the origins of a challenge, only those
/// that the policy table allows, and the like of whom a challenge names, or named then,
/// that names nobody or others today. Where nobody is left it reads as if it had named
/// nobody. What they may not know of is not in it.
pub(crate) fn plan_for(sql: &Connection, plan: Plan, reader: &Actor) -> Result<Plan, Trouble> {
    let [plan] = plans_for(sql, [plan], reader)?;
    Ok(plan)
}

/// The same of plans of several moments.
pub(crate) fn plans_for<const N: usize>(
    sql: &Connection,
    plans: [Plan; N],
    reader: &Actor,
) -> Result<[Plan; N], Trouble> {
    if reads_all(reader) {
        return Ok(plans);
    }
    let (nameless, today) = (Nameless::read(sql)?, names_today(sql)?);
    Ok(plans.map(|plan| seen(plan, &nameless, &today, reader)))
}

fn seen(mut plan: Plan, nameless: &Nameless, today: &BTreeMap<Id, Vec<Id>>, reader: &Actor) -> Plan {
    plan.clearances.retain(|id, _| !nameless.hides(id, reader));
    let nameless_ids = nameless.challenges();
    for challenge in plan.challenges.values_mut() {
        challenge.origins.retain(|id| may_read(reader, id));
        let is_named = challenge.attribution == NAMED;
        if is_named && !nameless_ids.contains(&challenge.id) {
            continue;
        }
        let today = today.get(&challenge.id).filter(|_| is_named).map(Vec::as_slice).unwrap_or_default();
        let told = |id: &Id| today.contains(id) || may_read(reader, id);
        let named = challenge.jurisdictions.len();
        challenge.jurisdictions.retain(told);
        if is_named && named > 0 && challenge.jurisdictions.is_empty() {
            ANONYMOUS.clone_into(&mut challenge.attribution);
        }
    }
    plan
}

/// Whom each challenge that is marked so names as it stands.
fn names_today(sql: &Connection) -> Result<BTreeMap<Id, Vec<Id>>, Trouble> {
    let mut query = sql.prepare_cached(
        "SELECT id, jurisdictions FROM challenge
         WHERE attribution = ?1 AND deleted = 0 AND jurisdictions IS NOT NULL",
    )?;
    let found = query.query_map([NAMED], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let found = found.collect::<Result<Vec<(String, String)>, _>>()?;
    let read = |(id, named): (String, String)| {
        Some((Id::parse(&id)?, serde_json::from_str(&named).unwrap_or_default()))
    };
    Ok(found.into_iter().filter_map(read).collect())
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

/// By whom something was written, as the journal has it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Author {
    /// `None` when it cannot be read.
    actor: Option<Actor>,
    /// For whom, if for anybody; `None` in it when that is in a form that only a newer
    /// version knows.
    on_behalf: Option<Option<OnBehalf>>,
    /// Whether it was said why.
    reasoned: bool,
}

impl Author {
    /// Reads who it was from the texts of a transaction.
    pub fn read(actor: &str, on_behalf: Option<&str>, reasoned: bool) -> Author {
        Author {
            actor: serde_json::from_str(actor).ok(),
            on_behalf: on_behalf.map(|text| serde_json::from_str(text).ok()),
            reasoned,
        }
    }

    /// Who it was that wrote a transaction.
    pub fn of(txn: &TxnRow) -> Author {
        Author::read(&txn.actor, txn.on_behalf_of.as_deref(), txn.reason.is_some())
    }

    /// Whether it says more than that somebody of the secretariat, or the program itself,
    /// wrote it.
    pub fn says_whose(&self) -> bool {
        let for_somebody = self.on_behalf.is_some() || self.reasoned;
        self.actor.as_ref().is_none_or(|actor| says_whose(actor, for_somebody))
    }

    /// Whether `reader` may learn who it was; see [`may_know`]. What cannot be read is for
    /// whoever reads all origins.
    pub fn is_known_to(&self, reader: &Actor) -> bool {
        match (&self.actor, &self.on_behalf) {
            (Some(actor), None) => may_know(reader, actor, None),
            (Some(actor), Some(Some(on_behalf))) => may_know(reader, actor, Some(on_behalf)),
            (None, _) | (_, Some(None)) => reads_all(reader),
        }
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
        || actor.is(reader)
        || (!actor.roles.is_empty()
            && actor.roles.iter().all(|held| held.jurisdiction.as_ref().is_some_and(own)))
}
