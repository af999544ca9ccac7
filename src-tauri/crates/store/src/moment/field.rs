//! One field as it stood at a moment.

use serde_json::Value;

use crate::Trouble;

/// The changes of a field, inside a moment, that no other inside it is based on.
#[derive(Debug, Default)]
pub(super) struct Field {
    heads: Vec<Kept>,
    /// Bases that had not come by yet: changes may be taken in any order.
    replaced: Vec<String>,
}

/// A change that stood.
#[derive(Debug)]
struct Kept {
    change: String,
    /// JSON; `None` where it was redacted.
    value: Option<String>,
}

impl Field {
    /// A field that one change alone left as it stood.
    pub fn of(change: String, value: Option<String>) -> Field {
        Field { heads: vec![Kept { change, value }], replaced: Vec::new() }
    }

    /// Takes a change in.
    pub fn take(&mut self, change: &str, bases: &str, value: Option<&str>) -> Result<(), Trouble> {
        for base in ids(bases)? {
            match self.heads.iter().position(|head| head.change == base) {
                Some(at) => drop(self.heads.swap_remove(at)),
                None => self.replaced.push(base.to_owned()),
            }
        }
        if !self.replaced.iter().any(|base| base == change) {
            self.heads.push(Kept { change: change.to_owned(), value: value.map(str::to_owned) });
        }
        Ok(())
    }

    /// Whether anything was ever said of it.
    pub fn is_set(&self) -> bool {
        !self.heads.is_empty()
    }

    /// Whether those who wrote to it did not all say the same.
    pub fn is_disputed(&self) -> bool {
        self.heads.iter().any(|head| head.value != self.heads[0].value)
    }

    /// What it showed: of several heads the one with the lowest id.
    pub fn value(&self) -> Result<Value, Trouble> {
        let shown = self.heads.iter().min_by(|a, b| a.change.cmp(&b.change));
        let value = shown.and_then(|head| head.value.as_deref());
        value.map_or(Ok(Value::Null), |text| serde_json::from_str(text).map_err(damaged))
    }
}

/// A list of change ids as the journal keeps it.
pub(super) fn ids(bases: &str) -> Result<Vec<&str>, Trouble> {
    // The list that most first changes have.
    if bases == "[]" { Ok(Vec::new()) } else { serde_json::from_str(bases).map_err(damaged) }
}

fn damaged(error: serde_json::Error) -> Trouble {
    Trouble::Damaged(error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stood_does_not_depend_on_the_order_in_which_changes_are_taken() {
        let changes = [
            ("c1", "[]", "1"),
            ("c2", r#"["c1"]"#, "2"),
            ("c3", r#"["c1"]"#, "3"),
            ("c4", r#"["c2"]"#, "4"),
            ("c5", r#"["c3","c4"]"#, "5"),
        ];
        let check = |taken: &[usize], shown: Value, disputed: bool| {
            let mut field = Field::default();
            for at in taken {
                let (change, bases, value) = changes[*at];
                field.take(change, bases, Some(value)).unwrap();
            }
            assert_eq!((field.value().unwrap(), field.is_disputed()), (shown, disputed), "{taken:?}");
        };
        check(&[], Value::Null, false);
        check(&[0], Value::from(1), false);
        for order in [[0, 1, 2, 3], [3, 2, 1, 0], [2, 3, 0, 1], [1, 0, 3, 2]] {
            check(&order, Value::from(3), true);
        }
        for order in [[0, 1, 2, 3, 4], [4, 3, 2, 1, 0], [4, 0, 3, 1, 2]] {
            check(&order, Value::from(5), false);
        }
    }
}
