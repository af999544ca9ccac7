//! A moment of the journal, without any clock.

use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How far each device's chain had come: everything up to that `seq`, itself included,
/// is inside, and nothing of a device that is not named. A report that pins a vector
/// can be shown again whatever arrives later, and in whatever order.
///
/// A moment of one store may lack places before those ends: what was not for that store
/// to see may be given to it later, and was not there until then. Those are known to
/// that store alone, and are not written.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(transparent)]
pub struct Vector {
    #[ts(type = "Record<string, number>")]
    ends: BTreeMap<String, i64>,
    #[serde(skip)]
    lacking: BTreeMap<String, BTreeSet<i64>>,
}

impl Vector {
    /// How far a device's chain had come; 0 when it had not begun.
    pub fn seq(&self, device: &str) -> i64 {
        self.ends.get(device).copied().unwrap_or(0)
    }

    /// Whether a device's transaction is inside.
    pub fn includes(&self, device: &str, seq: i64) -> bool {
        seq <= self.seq(device) && !self.lacking.get(device).is_some_and(|lacking| lacking.contains(&seq))
    }

    /// Takes a device's transactions up to `seq` in.
    pub fn include(&mut self, device: &str, seq: i64) {
        if seq > self.seq(device) {
            self.ends.insert(device.to_owned(), seq);
        }
    }

    /// Takes one transaction of a device in, and none of those before it that are not inside.
    pub fn add(&mut self, device: &str, seq: i64) {
        let end = self.seq(device);
        let lacking = self.lacking.entry(device.to_owned()).or_default();
        lacking.remove(&seq);
        lacking.extend(end + 1..seq);
        if lacking.is_empty() {
            self.lacking.remove(device);
        }
        self.include(device, seq);
    }

    /// Leaves one transaction of a device out, which comes before the end of its chain.
    pub fn leave_out(&mut self, device: &str, seq: i64) {
        self.lacking.entry(device.to_owned()).or_default().insert(seq);
    }

    /// The first place of a device's chain that is not inside.
    pub fn first_outside(&self, device: &str) -> i64 {
        let lacking = self.lacking.get(device).and_then(|lacking| lacking.first().copied());
        lacking.unwrap_or(i64::MAX).min(self.seq(device) + 1)
    }

    /// Whether everything inside is inside the other as well.
    pub fn is_within(&self, other: &Vector) -> bool {
        self.ends.iter().all(|(device, end)| *end <= other.seq(device))
            && !other.lacking.iter().any(|(device, all)| all.iter().any(|seq| self.includes(device, *seq)))
    }

    /// The devices that had begun, with how far they had come.
    pub fn devices(&self) -> impl Iterator<Item = (&str, i64)> {
        self.ends.iter().map(|(device, seq)| (device.as_str(), *seq))
    }
}

impl<D: Into<String>> FromIterator<(D, i64)> for Vector {
    fn from_iter<T: IntoIterator<Item = (D, i64)>>(all: T) -> Self {
        let mut vector = Vector::default();
        for (device, seq) in all {
            vector.include(&device.into(), seq);
        }
        vector
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_within_a_later_one_and_beside_one_of_another_device() {
        let [early, late, beside] =
            [[("a", 1), ("b", 2)], [("a", 3), ("b", 2)], [("a", 1), ("c", 1)]].map(Vector::from_iter);
        assert!(early.is_within(&late) && !late.is_within(&early));
        assert!(!beside.is_within(&late) && !late.is_within(&beside));
        assert!(late.includes("a", 2) && !early.includes("a", 2) && !early.includes("c", 1));
        assert_eq!([early.first_outside("a"), early.first_outside("c")], [2, 1]);
    }

    #[test]
    fn a_place_that_came_later_is_not_inside_and_only_its_own_store_knows() {
        let whole: Vector = [("a", 3), ("b", 2)].into_iter().collect();
        let mut partial = whole.clone();
        partial.leave_out("a", 2);
        assert!(!partial.includes("a", 2) && partial.includes("a", 1) && partial.includes("a", 3));
        assert!(partial.is_within(&whole) && !whole.is_within(&partial) && partial.is_within(&partial));
        let early: Vector = [("a", 1)].into_iter().collect();
        assert!(early.is_within(&partial));
        assert_eq!([partial.first_outside("a"), partial.first_outside("b")], [2, 3]);
        assert_eq!(serde_json::to_value(&partial).unwrap(), serde_json::to_value(&whole).unwrap());
    }
}
