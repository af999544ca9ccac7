//! Makes one challenge of several, and issues challenges.

mod issue;

use jalon_domain::policy::Verb;
use jalon_domain::{Bilingual, Challenge, Id, Kind, Link, Plan, lineage};
use serde_json::{Map, Value, json};

use crate::projection::read;
use crate::tx::Tx;
use crate::{ActError, CycleError, entity, permission};

pub(crate) use issue::issue;

/// Merges challenges of one cycle. The new one keeps them as its sources, which are no
/// longer shown. It names whom its named sources name, and nobody else; where all of
/// them came from stays for the secretariat.
pub(crate) fn merge(
    tx: &mut Tx<'_>,
    challenges: &[Id],
    id: Option<&Id>,
    text: &Bilingual,
    attribution: &str,
    links: Option<&[Link]>,
) -> Result<(), ActError> {
    for challenge in challenges {
        tx.live_of(Kind::Challenge, challenge)?;
        permission::ask(tx, Verb::WriteItem, challenge)?;
    }
    let plan = read::plan(tx.sql)?;
    let sources = sources(&plan, challenges)?;
    let named = sources.iter().filter(|it| it.attribution == "named").flat_map(|it| &it.jurisdictions);
    let named = once_each(named);
    let mut origins = once_each(sources.iter().flat_map(|it| &it.origins));
    let mut fields = Map::new();
    if attribution == "named" {
        if named.is_empty() {
            return Err(CycleError::NamesNobody.into());
        }
        fields.insert("jurisdictions".into(), json!(named));
    } else {
        // Whom a source named is not said any more, and not forgotten either.
        origins = once_each(origins.into_iter().chain(named));
    }
    let own_links = once_each(sources.iter().flat_map(|it| &it.links));
    fields.insert("links".into(), links.map_or_else(|| json!(own_links), |links| json!(links)));
    fields.insert("origins".into(), json!(origins));
    fields.insert("merged_from".into(), json!(once_each(challenges)));
    fields.insert("cycle".into(), json!(sources[0].cycle));
    fields.insert("position".into(), Value::from(sources[0].position.as_str()));
    fields.insert("text".into(), json!(text));
    fields.insert("attribution".into(), Value::from(attribution));
    entity::create(tx, Kind::Challenge, id, &fields)
}

/// The challenges that are to be merged, if they can be.
fn sources<'p>(plan: &'p Plan, challenges: &[Id]) -> Result<Vec<&'p Challenge>, CycleError> {
    let sources: Vec<&Challenge> =
        once_each(challenges).into_iter().filter_map(|id| plan.challenges.get(id)).collect();
    let [first, _, ..] = sources.as_slice() else { return Err(CycleError::TooFew) };
    if let Some(other) = sources.iter().find(|it| it.cycle != first.cycle) {
        return Err(CycleError::OtherCycle(other.id.clone()));
    }
    let merged = lineage::merged(plan);
    match sources.iter().find(|it| merged.contains(&it.id)) {
        Some(again) => Err(CycleError::Merged(again.id.clone())),
        None => Ok(sources),
    }
}

/// Each of them once, in their order.
fn once_each<'a, T: PartialEq>(all: impl IntoIterator<Item = &'a T>) -> Vec<&'a T> {
    let mut list: Vec<&T> = Vec::new();
    for one in all {
        if !list.contains(&one) {
            list.push(one);
        }
    }
    list
}
