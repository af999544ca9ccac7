//! The cells of a row of the projection as the fields of an entity: what `serde` asks for,
//! given straight from where SQLite has it.

use jalon_domain::{Bilingual, FieldDef, FieldType, Kind, Mark};
use serde::de::value::StrDeserializer;
use serde::de::{DeserializeSeed, Deserializer, Error as _, IntoDeserializer, MapAccess, Visitor};
use serde::forward_to_deserialize_any;
use serde_json::Error;

use super::entity::Cells;

/// A row that is read: its `id`, then the registry's fields.
pub(super) struct Fields<'r, C> {
    row: &'r C,
    left: std::slice::Iter<'static, FieldDef>,
    /// The column of the field that comes next; `None` before `id`.
    column: Option<usize>,
    at: Option<Cell<'r>>,
}

impl<'r, C: Cells> Fields<'r, C> {
    /// Of a row of that kind.
    pub fn of(kind: Kind, row: &'r C) -> Self {
        Fields { row, left: kind.def().fields.iter(), column: None, at: None }
    }
}

impl<'de, C: Cells> Deserializer<'de> for Fields<'de, C> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_map(self)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit
        unit_struct newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

impl<'r, C: Cells> MapAccess<'r> for Fields<'r, C> {
    type Error = Error;

    fn next_key_seed<K: DeserializeSeed<'r>>(&mut self, seed: K) -> Result<Option<K::Value>, Error> {
        let key = |name: &'static str| -> StrDeserializer<'static, Error> { name.into_deserializer() };
        let Some(mut column) = self.column else {
            self.column = Some(3);
            self.at = text(self.row, 0)?.map(Cell::Text);
            return seed.deserialize(key("id")).map(Some);
        };
        for field in self.left.by_ref() {
            let (cell, columns) = cell(self.row, field, column)?;
            column += columns;
            if cell.is_some() {
                (self.at, self.column) = (cell, Some(column));
                return seed.deserialize(key(field.name)).map(Some);
            }
        }
        Ok(None)
    }

    fn next_value_seed<S: DeserializeSeed<'r>>(&mut self, seed: S) -> Result<S::Value, Error> {
        seed.deserialize(self.at.take().ok_or_else(|| Error::custom("no value"))?)
    }
}

/// What stands in a field.
enum Cell<'r> {
    Text(&'r str),
    Number(i64),
    Flag(bool),
    Json(&'r str),
    Pair(Bilingual),
}

/// What stands in a field, and how many columns it has.
fn cell<'r>(
    row: &'r impl Cells,
    field: &FieldDef,
    column: usize,
) -> Result<(Option<Cell<'r>>, usize), Error> {
    let cell = match field.ty {
        FieldType::Bilingual => return Ok((pair(row, column)?.map(Cell::Pair), 3)),
        FieldType::Count => number(row, column)?.map(Cell::Number),
        FieldType::Flag => number(row, column)?.map(|flag| Cell::Flag(flag != 0)),
        FieldType::Text | FieldType::OneOf(_) | FieldType::Day | FieldType::Position | FieldType::Ref(_) => {
            text(row, column)?.map(Cell::Text)
        }
        _ => text(row, column)?.map(Cell::Json),
    };
    Ok((cell, 1))
}

fn text(row: &impl Cells, column: usize) -> Result<Option<&str>, Error> {
    row.cell(column).map_err(Error::custom)?.as_str_or_null().map_err(Error::custom)
}

fn number(row: &impl Cells, column: usize) -> Result<Option<i64>, Error> {
    row.cell(column).map_err(Error::custom)?.as_i64_or_null().map_err(Error::custom)
}

fn pair(row: &impl Cells, column: usize) -> Result<Option<Bilingual>, Error> {
    let Some(mark) = text(row, column + 2)? else { return Ok(None) };
    let mark: Mark = serde_json::from_str(mark)?;
    let side = |column| Ok::<_, Error>(text(row, column)?.unwrap_or_default().to_owned());
    Ok(Some(mark.pair(side(column)?, side(column + 1)?)).filter(|pair| !pair.is_empty()))
}

/// The fields of a pair.
struct Pair {
    left: std::array::IntoIter<(&'static str, Part), 4>,
    at: Option<Part>,
}

enum Part {
    Text(String),
    Code(&'static str),
}

impl Pair {
    fn of(pair: Bilingual) -> Pair {
        let fields = [
            ("en", Part::Text(pair.en)),
            ("fr", Part::Text(pair.fr)),
            ("source", Part::Code(pair.source.code())),
            ("state", Part::Code(pair.state.code())),
        ];
        Pair { left: fields.into_iter(), at: None }
    }
}

impl<'de> MapAccess<'de> for Pair {
    type Error = Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Error> {
        let Some((name, part)) = self.left.next() else { return Ok(None) };
        self.at = Some(part);
        let name: StrDeserializer<'_, Error> = name.into_deserializer();
        seed.deserialize(name).map(Some)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Error> {
        match self.at.take() {
            Some(Part::Text(text)) => seed.deserialize(IntoDeserializer::<Error>::into_deserializer(text)),
            Some(Part::Code(code)) => seed.deserialize(IntoDeserializer::<Error>::into_deserializer(code)),
            None => Err(Error::custom("no value")),
        }
    }
}

/// Reads a text of JSON to its end.
fn json<'r, T>(
    text: &'r str,
    read: impl FnOnce(&mut serde_json::Deserializer<serde_json::de::StrRead<'r>>) -> Result<T, Error>,
) -> Result<T, Error> {
    let mut from = serde_json::Deserializer::from_str(text);
    let value = read(&mut from)?;
    from.end()?;
    Ok(value)
}

impl<'de> Deserializer<'de> for Cell<'de> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self {
            Cell::Text(text) => visitor.visit_str(text),
            Cell::Number(number) => visitor.visit_i64(number),
            Cell::Flag(flag) => visitor.visit_bool(flag),
            Cell::Json(text) => json(text, |from| from.deserialize_any(visitor)),
            Cell::Pair(pair) => visitor.visit_map(Pair::of(pair)),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self {
            Cell::Json(text) => json(text, |from| from.deserialize_option(visitor)),
            there => visitor.visit_some(there),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Error> {
        match self {
            Cell::Json(text) => json(text, |from| from.deserialize_newtype_struct(name, visitor)),
            there => visitor.visit_newtype_struct(there),
        }
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        match self {
            Cell::Text(text) => {
                let text: StrDeserializer<'_, Error> = text.into_deserializer();
                text.deserialize_enum(name, variants, visitor)
            }
            Cell::Json(text) => json(text, |from| from.deserialize_enum(name, variants, visitor)),
            other => other.deserialize_any(visitor),
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit
        unit_struct seq tuple tuple_struct map struct identifier ignored_any
    }
}
