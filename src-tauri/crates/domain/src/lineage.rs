//! Where things come from and what became of them: carried over, merged. The journal
//! keeps only where from; where to is asked here.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::id::Id;
use crate::plan::Plan;

/// The fields that say where something comes from. What they name need not be there: it
/// may be an internal challenge, or one of another government that names nobody.
pub const FIELDS: [&str; 2] = ["carried_from", "merged_from"];

/// Where one thing comes from, and what became of it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Lineage {
    /// What it was carried over from, the nearest first, up to the first one.
    pub carried_from: Vec<Id>,
    /// What it was carried over to, directly.
    pub carried_to: Vec<Id>,
    /// The challenges that it was merged from.
    pub merged_from: Vec<Id>,
    /// The challenges that it was merged into.
    pub merged_into: Vec<Id>,
}

/// Everything that was carried over, with what it was carried over from.
pub fn carried(plan: &Plan) -> BTreeMap<&Id, &Id> {
    macro_rules! pairs {
        ($($list:ident),*) => {
            std::iter::empty()
                $(.chain(plan.$list.values().filter_map(|it| Some((&it.id, it.carried_from.as_ref()?)))))*
                .collect()
        };
    }
    pairs!(workplans, priorities, milestones, progress, achievements, challenges, next_steps)
}

/// What `id` was carried over from, the nearest first. Each is named once: a merge
/// may have closed a circle.
pub fn ancestors<'p>(carried: &BTreeMap<&'p Id, &'p Id>, id: &Id) -> Vec<&'p Id> {
    let mut found: Vec<&Id> = Vec::new();
    let mut at = carried.get(id).copied();
    while let Some(from) = at.filter(|from| *from != id && !found.contains(from)) {
        found.push(from);
        at = carried.get(from).copied();
    }
    found
}

/// What `id` was carried over to, directly or over others, the nearest first.
pub fn descendants<'p>(carried: &BTreeMap<&'p Id, &'p Id>, id: &Id) -> Vec<&'p Id> {
    let mut found: Vec<&Id> = Vec::new();
    let mut at = Some(id);
    let mut done = 0;
    while let Some(from) = at {
        let to = carried.iter().filter(|(_, it)| **it == from).map(|(to, _)| *to);
        let new: Vec<&Id> = to.filter(|to| *to != id && !found.contains(to)).collect();
        found.extend(new);
        at = found.get(done).copied();
        done += 1;
    }
    found
}

/// Challenges that were merged into another one: they keep their words and history, and
/// are not shown. Where a merge of stores has closed a circle, none of those in it is
/// merged away, or all of their words would be gone.
pub fn merged(plan: &Plan) -> BTreeSet<&Id> {
    merged_into(plan).into_keys().collect()
}

/// The same, each with the challenge that it was merged into.
pub fn merged_into(plan: &Plan) -> BTreeMap<&Id, &Id> {
    let mut found = BTreeMap::new();
    for challenge in plan.challenges.values() {
        let sources = challenge.merged_from.iter().filter(|from| !is_within(plan, from, &challenge.id));
        found.extend(sources.map(|from| (from, &challenge.id)));
    }
    found
}

/// Whether a challenge is, directly or over others, one of its own sources.
pub fn merges_itself(plan: &Plan, challenge: &Id) -> bool {
    let sources = plan.challenges.get(challenge).map(|it| it.merged_from.as_slice()).unwrap_or_default();
    sources.iter().any(|from| is_within(plan, from, challenge))
}

/// Whether `within` is among the sources of a challenge, directly or over others.
fn is_within(plan: &Plan, challenge: &Id, within: &Id) -> bool {
    challenge == within || sources(plan, challenge).contains(within)
}

/// What a challenge was merged from, directly or over others; itself only where a merge of
/// stores has closed a circle.
pub fn sources<'p>(plan: &'p Plan, challenge: &Id) -> BTreeSet<&'p Id> {
    let direct = |id: &Id| plan.challenges.get(id).into_iter().flat_map(|it| &it.merged_from);
    let mut seen = BTreeSet::new();
    let mut open: Vec<&Id> = direct(challenge).collect();
    while let Some(id) = open.pop() {
        if seen.insert(id) {
            open.extend(direct(id));
        }
    }
    seen
}

/// The challenges of whose words a challenge was made or from which it was carried over, over
/// however many merges and cycles; and whether any of them was merged.
pub fn stems<'p>(plan: &'p Plan, challenge: &Id) -> (BTreeSet<&'p Id>, bool) {
    let mut merged = false;
    let (mut found, mut seen) = (BTreeSet::new(), BTreeSet::new());
    let mut open: Vec<&Id> = plan.challenges.get(challenge).into_iter().map(|it| &it.id).collect();
    while let Some(it) = open.pop().and_then(|id| plan.challenges.get(id)) {
        if seen.insert(&it.id) {
            merged |= !it.merged_from.is_empty();
            let before = it.merged_from.iter().chain(&it.carried_from);
            found.extend(before.clone());
            open.extend(before);
        }
    }
    (found, merged)
}

/// The lineage of one thing.
pub fn lineage(plan: &Plan, id: &Id) -> Lineage {
    let carried = carried(plan);
    let to = carried.iter().filter(|(_, from)| **from == id).map(|(to, _)| (*to).clone());
    let into = plan.challenges.values().filter(|it| it.merged_from.contains(id)).map(|it| it.id.clone());
    Lineage {
        carried_from: ancestors(&carried, id).into_iter().cloned().collect(),
        carried_to: to.collect(),
        merged_from: plan.challenges.get(id).map(|it| it.merged_from.clone()).unwrap_or_default(),
        merged_into: into.collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn plan(challenges: &[(&str, Option<&str>, &[&str])]) -> Plan {
        let challenge = |(id, carried, merged): &(&str, Option<&str>, &[&str])| {
            let mut it = json!({"id": id, "cycle": "c", "position": "b", "text": {"en": id, "source": "en"},
                "attribution": "anonymous", "merged_from": merged});
            if let Some(from) = carried {
                it["carried_from"] = json!(from);
            }
            ((*id).to_owned(), it)
        };
        let challenges: serde_json::Map<_, _> = challenges.iter().map(challenge).collect();
        serde_json::from_value(json!({"challenges": challenges})).unwrap()
    }

    fn ids(list: &[&str]) -> Vec<Id> {
        list.iter().map(|id| Id::parse(id).unwrap()).collect()
    }

    #[test]
    fn lineage_is_asked_both_ways() {
        let plan = plan(&[
            ("a", None, &[]),
            ("b", None, &[]),
            ("ab", None, &["a", "b"]),
            ("ab2", Some("ab"), &[]),
            ("ab3", Some("ab2"), &[]),
        ]);
        let of = |id: &str| lineage(&plan, &Id::parse(id).unwrap());
        assert_eq!(of("a").merged_into, ids(&["ab"]));
        assert_eq!((of("ab").merged_from, of("ab").carried_to), (ids(&["a", "b"]), ids(&["ab2"])));
        assert_eq!((of("ab3").carried_from, of("ab3").carried_to), (ids(&["ab2", "ab"]), Vec::new()));
        let descendants = descendants(&carried(&plan), &Id::parse("ab").unwrap());
        assert_eq!(descendants.into_iter().cloned().collect::<Vec<_>>(), ids(&["ab2", "ab3"]));
        assert_eq!(merged_into(&plan)[&Id::parse("b").unwrap()].as_str(), "ab");
        assert_eq!(merged(&plan).into_iter().cloned().collect::<Vec<_>>(), ids(&["a", "b"]));
    }

    #[test]
    fn a_circle_neither_hangs_nor_hides_anybodys_words() {
        let plan = plan(&[("a", Some("b"), &["b"]), ("b", Some("a"), &["a"]), ("c", Some("c"), &["c"])]);
        assert!(merged(&plan).is_empty());
        assert_eq!(lineage(&plan, &Id::parse("a").unwrap()).carried_from, ids(&["b"]));
        let descendants = descendants(&carried(&plan), &Id::parse("a").unwrap());
        assert_eq!(descendants.into_iter().cloned().collect::<Vec<_>>(), ids(&["b"]));
        assert!(lineage(&plan, &Id::parse("c").unwrap()).carried_from.is_empty());
    }
}
