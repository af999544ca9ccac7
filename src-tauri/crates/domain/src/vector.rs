//! A moment of the journal, without any clock.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How far each device's chain had come: everything up to that `seq`, itself included,
/// is inside, and nothing of a device that is not named. A report that pins a vector
/// can be shown again whatever arrives later, and in whatever order.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(transparent)]
pub struct Vector(#[ts(type = "Record<string, number>")] BTreeMap<String, i64>);

impl Vector {
    /// How far a device's chain had come; 0 when it had not begun.
    pub fn seq(&self, device: &str) -> i64 {
        self.0.get(device).copied().unwrap_or(0)
    }

    /// Whether a device's transaction is inside.
    pub fn includes(&self, device: &str, seq: i64) -> bool {
        seq <= self.seq(device)
    }

    /// Takes a device's transactions up to `seq` in.
    pub fn include(&mut self, device: &str, seq: i64) {
        if seq > self.seq(device) {
            self.0.insert(device.to_owned(), seq);
        }
    }

    /// Whether everything inside is inside the other as well.
    pub fn is_within(&self, other: &Vector) -> bool {
        self.0.iter().all(|(device, seq)| other.includes(device, *seq))
    }

    /// The devices that had begun, with how far they had come.
    pub fn devices(&self) -> impl Iterator<Item = (&str, i64)> {
        self.0.iter().map(|(device, seq)| (device.as_str(), *seq))
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
    }
}
