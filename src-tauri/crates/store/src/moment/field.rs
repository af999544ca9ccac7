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

impl Kept {
    fn say(&mut self, change: &str, value: Option<&str>) {
        write_over(&mut self.change, change);
        match (&mut self.value, value) {
            (Some(kept), Some(value)) => write_over(kept, value),
            (kept, value) => *kept = value.map(str::to_owned),
        }
    }
}

fn write_over(kept: &mut String, text: &str) {
    kept.clear();
    kept.push_str(text);
}

/// Whether a list of ids as the journal keeps it holds just this one.
fn is_alone(bases: &str, id: &str) -> bool {
    bases.strip_prefix("[\"").and_then(|rest| rest.strip_suffix("\"]")) == Some(id)
}

impl Field {
    /// A field that one change alone left as it stood.
    pub fn of(change: String, value: Option<String>) -> Field {
        Field { heads: vec![Kept { change, value }], replaced: Vec::new() }
    }

    /// Takes a change in.
    pub fn take(&mut self, change: &str, bases: &str, value: Option<&str>) -> Result<(), Trouble> {
        if let ([head], []) = (self.heads.as_mut_slice(), self.replaced.as_slice())
            && is_alone(bases, &head.change)
        {
            // Mostly it follows the one that stood, of whose memory it makes use.
            head.say(change, value);
            return Ok(());
        }
        each_id(bases, |base| match self.heads.iter().position(|head| head.change == base) {
            Some(at) => drop(self.heads.swap_remove(at)),
            None => self.replaced.push(base.to_owned()),
        })?;
        if !self.replaced.iter().any(|base| base == change) {
            self.heads.push(Kept { change: change.to_owned(), value: value.map(str::to_owned) });
        }
        Ok(())
    }

    /// Puts in what is known of those that stood and hold nothing any more.
    pub fn fill(
        &mut self,
        mut known: impl FnMut(&str) -> Result<Option<String>, Trouble>,
    ) -> Result<(), Trouble> {
        for head in self.heads.iter_mut().filter(|head| head.value.is_none()) {
            head.value = known(&head.change)?;
        }
        Ok(())
    }

    /// Whether anything was ever said of it.
    pub fn is_set(&self) -> bool {
        !self.heads.is_empty()
    }

    /// The changes that stood.
    pub fn changes(&self) -> impl Iterator<Item = &str> {
        self.heads.iter().map(|head| head.change.as_str())
    }

    /// Whether those who wrote to it did not all say the same.
    pub fn is_disputed(&self) -> bool {
        self.heads.iter().any(|head| head.value != self.heads[0].value)
    }

    /// What it showed: of several heads the one with the lowest id.
    pub fn value(&self) -> Result<Value, Trouble> {
        self.json().map_or(Ok(Value::Null), |text| serde_json::from_str(text).map_err(damaged))
    }

    /// The same as JSON; `None` where it held nothing, or what was redacted.
    pub fn json(&self) -> Option<&str> {
        let shown = self.heads.iter().min_by(|a, b| a.change.cmp(&b.change));
        shown.and_then(|head| head.value.as_deref())
    }
}

/// Hands over the change ids of a list as the journal keeps it.
pub(super) fn each_id<'b>(bases: &'b str, mut hand_over: impl FnMut(&'b str)) -> Result<(), Trouble> {
    // Mostly none or one, which is seen without reading JSON.
    if bases == "[]" {
        return Ok(());
    }
    let alone = bases.strip_prefix("[\"").and_then(|rest| rest.strip_suffix("\"]"));
    match alone.filter(|id| !id.contains(|c: char| matches!(c, '"' | '\\') || c.is_control())) {
        Some(id) => hand_over(id),
        None => serde_json::from_str::<Vec<&str>>(bases).map_err(damaged)?.into_iter().for_each(hand_over),
    }
    Ok(())
}

fn damaged(error: serde_json::Error) -> Trouble {
    Trouble::Damaged(error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_of_ids_is_read_as_json_reads_it() {
        for bases in
            ["[]", r#"["a"]"#, r#"["a","b"]"#, r#"[ "a" ]"#, r#"[""]"#, "[", r#"["]"#, r#"["a\"]"#, ""]
        {
            let mut found = Vec::new();
            let read = each_id(bases, |id| found.push(id)).is_ok();
            let expected = serde_json::from_str::<Vec<&str>>(bases);
            assert_eq!((read, found), (expected.is_ok(), expected.unwrap_or_default()), "{bases}");
        }
    }

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
