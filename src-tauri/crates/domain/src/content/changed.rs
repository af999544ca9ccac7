//! Which words changed between two contents.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use serde_json::Value;
use ts_rs::TS;

use super::{Content, Item, Said};
use crate::id::Id;
use crate::lang::Lang;
use crate::registry::Kind;
use crate::text::Bilingual;

/// One thing that the deck says otherwise than before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum WordChange {
    /// The deck is of another cycle altogether.
    Cycle {
        /// The cycle that was reported on.
        before: Id,
        /// The cycle that is.
        after: Id,
    },
    /// It was not shown before.
    Added {
        /// Kind of the entity.
        kind: Kind,
        /// The entity.
        id: Id,
        /// What it says.
        text: Bilingual,
    },
    /// It is not shown any more.
    Removed {
        /// Kind of the entity.
        kind: Kind,
        /// The entity.
        id: Id,
        /// What it said.
        text: Bilingual,
    },
    /// It stands at another place among what is shown.
    Moved {
        /// Kind of the entity.
        kind: Kind,
        /// The entity.
        id: Id,
        /// What it says.
        text: Bilingual,
    },
    /// Something is said otherwise.
    Words {
        /// Kind of the entity.
        kind: Kind,
        /// The entity.
        id: Id,
        /// What the entity says first, as it is now.
        text: Bilingual,
        /// The field, as plan JSON names it.
        field: String,
        /// The language whose deck says it otherwise; absent for a fact that both say.
        #[serde(skip_serializing_if = "Option::is_none")]
        #[ts(optional)]
        lang: Option<Lang>,
        /// What it said; null when it said nothing.
        #[ts(type = "unknown")]
        before: Value,
        /// What it says; null when it says nothing.
        #[ts(type = "unknown")]
        after: Value,
    },
}

type Key<'c> = (Kind, &'c Id);

/// In the order of `after`; what was taken out comes last.
pub(super) fn changed(before: &Content, after: &Content) -> Vec<WordChange> {
    let mut found = Vec::new();
    if before.cycle != after.cycle {
        found.push(WordChange::Cycle { before: before.cycle.clone(), after: after.cycle.clone() });
    }
    let old: BTreeMap<Key<'_>, &Item> = before.items.iter().map(|item| (key(item), item)).collect();
    let new: BTreeSet<Key<'_>> = after.items.iter().map(key).collect();
    let stayed: BTreeMap<Key<'_>, usize> = before
        .items
        .iter()
        .map(key)
        .filter(|it| new.contains(it))
        .enumerate()
        .map(|(n, it)| (it, n))
        .collect();
    let common: Vec<Key<'_>> = after.items.iter().map(key).filter(|it| stayed.contains_key(it)).collect();
    let moved: BTreeSet<Key<'_>> = {
        let places: Vec<usize> = common.iter().map(|it| stayed[it]).collect();
        let in_place = rising(&places);
        common.iter().enumerate().filter(|(n, _)| !in_place.contains(n)).map(|(_, it)| *it).collect()
    };
    for item in &after.items {
        let (kind, id, text) = (item.kind, item.id.clone(), first_text(item));
        let Some(was) = old.get(&key(item)) else {
            found.push(WordChange::Added { kind, id, text });
            continue;
        };
        words(was, item, &mut found);
        if moved.contains(&key(item)) {
            found.push(WordChange::Moved { kind, id, text });
        }
    }
    let gone = before.items.iter().filter(|item| !new.contains(&key(item)));
    found.extend(gone.map(|item| WordChange::Removed {
        kind: item.kind,
        id: item.id.clone(),
        text: first_text(item),
    }));
    found
}

fn key(item: &Item) -> Key<'_> {
    (item.kind, &item.id)
}

/// The first of its texts: what people call it.
fn first_text(item: &Item) -> Bilingual {
    let first = item.said.iter().find(|said| said.value.is_string() && said.lang.is_some());
    let name = item.said.iter().find(|said| said.field == "name");
    let Some(field) = first.or(name).map(|said| said.field) else { return Bilingual::default() };
    let mut text = Bilingual::default();
    for said in item.said.iter().filter(|said| said.field == field) {
        let words = said.value.as_str().unwrap_or_default();
        for lang in said.lang.map_or(Lang::BOTH.to_vec(), |lang| vec![lang]) {
            words.clone_into(text.side_mut(lang));
        }
    }
    text
}

fn words(before: &Item, after: &Item, found: &mut Vec<WordChange>) {
    let find = |item: &Item, said: &Said| -> Value {
        let same = |it: &&Said| it.field == said.field && it.lang == said.lang;
        item.said.iter().find(same).map_or(Value::Null, |it| it.value.clone())
    };
    let mut report = |said: &Said, was: Value, is: Value| {
        found.push(WordChange::Words {
            kind: after.kind,
            id: after.id.clone(),
            text: first_text(after),
            field: said.field.to_owned(),
            lang: said.lang,
            before: was,
            after: is,
        });
    };
    for said in &after.said {
        let was = find(before, said);
        if was != said.value {
            report(said, was, said.value.clone());
        }
    }
    for said in before.said.iter().filter(|said| find(after, said).is_null()) {
        report(said, said.value.clone(), Value::Null);
    }
}

/// The places of a longest rising run of numbers: what has kept its order. The rest
/// has moved.
pub(crate) fn rising(numbers: &[usize]) -> BTreeSet<usize> {
    // For each length, the place of the run that ends lowest; for each place, the one before.
    let mut ends: Vec<usize> = Vec::new();
    let mut previous: Vec<Option<usize>> = Vec::with_capacity(numbers.len());
    for (n, number) in numbers.iter().enumerate() {
        let length = ends.partition_point(|&end| numbers[end] < *number);
        previous.push(length.checked_sub(1).map(|shorter| ends[shorter]));
        match ends.get_mut(length) {
            Some(end) => *end = n,
            None => ends.push(n),
        }
    }
    let mut kept = BTreeSet::new();
    let mut at = ends.last().copied();
    while let Some(place) = at {
        kept.insert(place);
        at = previous[place];
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::rising;

    #[test]
    fn what_kept_its_order_is_as_much_as_can_be() {
        let check = |numbers: &[usize], kept: &[usize]| {
            assert_eq!(rising(numbers).into_iter().collect::<Vec<_>>(), kept, "{numbers:?}");
        };
        check(&[], &[]);
        check(&[0, 1, 2], &[0, 1, 2]);
        check(&[2, 0, 1], &[1, 2]);
        check(&[1, 2, 0], &[0, 1]);
        check(&[0, 3, 1, 2, 4], &[0, 2, 3, 4]);
    }
}
