//! From bytes to a JSON value, with what `serde_json` alone lets pass: keys twice,
//! any number of values.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::error::Category;
use serde_json::{Map, Number, Value};

use super::place::{Step, written};
use super::surrogate;
use crate::fault::{ImportFault, What};
use crate::plan_file::{MAX_BYTES, MAX_DEPTH, MAX_FAULTS, MAX_VALUES};

/// Parses a file.
///
/// # Errors
/// One fault when it is not JSON within the limits; all keys that stand twice.
pub(super) fn parse(bytes: &[u8]) -> Result<Value, Vec<ImportFault>> {
    let one = |what| vec![ImportFault::whole(what)];
    if u64::try_from(bytes.len()).is_ok_and(|length| length > MAX_BYTES) {
        return Err(one(What::TooLarge));
    }
    let text = std::str::from_utf8(bytes)
        .map_err(|error| one(What::NotUtf8(error.valid_up_to().saturating_add(1))))?;
    // Some editors put a byte order mark before the text.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut reading = Reading::default();
    let mut json = serde_json::Deserializer::from_str(text);
    let parsed = Node(&mut reading).deserialize(&mut json).and_then(|value| json.end().map(|()| value));
    match parsed {
        Ok(value) if reading.duplicates.is_empty() => Ok(value),
        Ok(_) => Err(reading.duplicates),
        Err(error) => Err(vec![reading.stopped.unwrap_or_else(|| unparsed(text, &error))]),
    }
}

fn unparsed(text: &str, error: &serde_json::Error) -> ImportFault {
    let (line, column) = (error.line(), error.column());
    ImportFault::whole(match error.classify() {
        Category::Eof => What::Truncated(line, column),
        _ => match surrogate::lone(text) {
            // Only when it is what stopped the reading: a later one is not to blame.
            Some((at_line, at_column)) if (at_line, at_column) <= (line, column) => {
                What::LoneSurrogate(at_line, at_column)
            }
            _ => What::NotJson(line, column),
        },
    })
}

#[derive(Default)]
struct Reading {
    path: Vec<Step>,
    values: usize,
    duplicates: Vec<ImportFault>,
    /// Why the reading was given up, where that was our own decision.
    stopped: Option<ImportFault>,
}

impl Reading {
    fn stop<E: Error>(&mut self, what: What) -> E {
        self.stopped = Some(ImportFault::at(written(&self.path), what));
        E::custom("stopped")
    }

    fn enter<E: Error>(&mut self) -> Result<(), E> {
        if self.path.len() < MAX_DEPTH { Ok(()) } else { Err(self.stop(What::TooDeep)) }
    }
}

/// Reads one value.
struct Node<'r>(&'r mut Reading);

impl<'de> DeserializeSeed<'de> for Node<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        self.0.values += 1;
        if self.0.values > MAX_VALUES {
            return Err(self.0.stop(What::TooManyValues));
        }
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Node<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        Ok(Number::from_f64(value).map_or(Value::Null, Value::Number))
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(Value::String(value.to_owned()))
    }

    fn visit_string<E>(self, value: String) -> Result<Value, E> {
        Ok(Value::String(value))
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Value, A::Error> {
        self.0.enter()?;
        let mut items = Vec::new();
        loop {
            self.0.path.push(Step::Index(items.len()));
            let item = list.next_element_seed(Node(self.0))?;
            self.0.path.pop();
            match item {
                Some(item) => items.push(item),
                None => return Ok(Value::Array(items)),
            }
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
        self.0.enter()?;
        let mut object = Map::new();
        while let Some(key) = map.next_key::<String>()? {
            self.0.path.push(Step::Key(key.clone()));
            if object.contains_key(&key) && self.0.duplicates.len() < MAX_FAULTS {
                self.0.duplicates.push(ImportFault::at(written(&self.0.path), What::DuplicateKey));
            }
            let value = map.next_value_seed(Node(self.0))?;
            self.0.path.pop();
            object.insert(key, value);
        }
        Ok(Value::Object(object))
    }
}
