//! Which tabled deck a number means. Two stores that have not met may each table a
//! first version for the same meeting; both stay on record, and the number then means
//! neither.

use std::collections::BTreeSet;

use crate::entity::TabledDeck;
use crate::id::Id;
use crate::plan::Plan;

impl TabledDeck {
    /// Whether another deck says the same to the councils: for the same cycle, the same
    /// content and the same files under the same names.
    pub fn is_alike(&self, other: &TabledDeck) -> bool {
        fn files(deck: &TabledDeck) -> BTreeSet<(&str, &str)> {
            deck.files.iter().map(|file| (file.name.as_str(), file.digest.as_str())).collect()
        }
        self.cycle == other.cycle && self.content == other.content && files(self) == files(other)
    }
}

impl Plan {
    /// The decks that were tabled for a cycle under a number, by their ids, alike ones
    /// once: whichever of those is given back is what the councils have.
    pub fn tabled_as(&self, cycle: &Id, version: u32) -> Vec<&TabledDeck> {
        let mut found: Vec<&TabledDeck> = Vec::new();
        let all = self.tabled_decks.values().filter(|it| &it.cycle == cycle && it.version == version);
        for deck in all {
            if !found.iter().any(|known| known.is_alike(deck)) {
                found.push(deck);
            }
        }
        found
    }

    /// The decks that were tabled last for a cycle: one, or several unlike ones under one
    /// number; none when nothing was tabled.
    pub fn last_tabled(&self, cycle: &Id) -> Vec<&TabledDeck> {
        let of_cycle = self.tabled_decks.values().filter(|it| &it.cycle == cycle);
        let last = of_cycle.map(|it| it.version).max();
        last.map(|version| self.tabled_as(cycle, version)).unwrap_or_default()
    }

    /// The other decks that were tabled for the same cycle under the same number, alike
    /// or not.
    pub fn namesakes(&self, deck: &TabledDeck) -> Vec<&TabledDeck> {
        let alike = |it: &&TabledDeck| (&it.cycle, it.version) == (&deck.cycle, deck.version);
        self.tabled_decks.values().filter(alike).filter(|it| it.id != deck.id).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    fn deck(id: &str, cycle: &str, version: u32, content: &str, files: &[(&str, &str)]) -> (String, Value) {
        let files: Vec<Value> =
            files.iter().map(|(name, digest)| json!({"name": name, "digest": digest, "size": 1})).collect();
        let deck = json!({"id": id, "cycle": cycle, "version": version, "tabled_on": "2019-09-25",
            "content": content, "at": {}, "files": files});
        (id.to_owned(), deck)
    }

    #[test]
    fn a_number_means_the_decks_under_it_and_alike_ones_are_one() {
        let files = [("a.pptx", "1"), ("b.pptx", "2")];
        let turned = [files[1], files[0]];
        let decks = [
            deck("a", "c", 1, "x", &files),
            deck("b", "c", 1, "x", &turned),
            deck("d", "c", 1, "y", &files),
            deck("e", "c", 1, "x", &files[..1]),
            deck("f", "c", 2, "x", &[("a.pptx", "2"), ("b.pptx", "1")]),
            deck("g", "other", 3, "x", &files),
        ];
        let decks: serde_json::Map<String, Value> = decks.into_iter().collect();
        let plan: Plan = serde_json::from_value(json!({"tabled_decks": decks})).unwrap();
        let id = |text: &str| Id::parse(text).unwrap();
        let told = |decks: Vec<&TabledDeck>| -> Vec<String> {
            decks.into_iter().map(|deck| deck.id.to_string()).collect()
        };
        assert_eq!(told(plan.tabled_as(&id("c"), 1)), ["a", "d", "e"]);
        assert_eq!(told(plan.last_tabled(&id("c"))), ["f"]);
        assert_eq!(told(plan.last_tabled(&id("none"))), Vec::<String>::new());
        assert_eq!(told(plan.namesakes(&plan.tabled_decks[&id("b")])), ["a", "d", "e"]);
        assert_eq!(told(plan.namesakes(&plan.tabled_decks[&id("f")])), Vec::<String>::new());
    }
}
