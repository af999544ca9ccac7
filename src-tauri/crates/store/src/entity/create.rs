//! Creates an entity.

use std::collections::BTreeMap;

use jalon_domain::position::between;
use jalon_domain::{Bilingual, Id, Kind, Lang};
use rusqlite::OptionalExtension as _;
use serde_json::{Map, Value};

use super::given::{Fields, sorted};
use super::{check_complete, write_exactly};
use crate::act_error::FieldError;
use crate::bilingual::Given;
use crate::tx::Tx;
use crate::{ActError, fields, permission, references, submission};

/// Creates an entity with these fields. Without an id it gets a new one; without a
/// position it stands after its siblings.
pub(crate) fn create(
    tx: &mut Tx<'_>,
    kind: Kind,
    id: Option<&Id>,
    given: &Map<String, Value>,
) -> Result<(), ActError> {
    Tx::no_record(kind)?;
    let id = match id {
        Some(id) => id.clone(),
        None => tx.fresh_id(),
    };
    tx.make(kind, &id)?;
    let mut given = whole_texts(kind, &id, given)?;
    if !given.contains_key("position") && kind.def().field("position").is_some() {
        let key = last_position(tx, kind, &id, &given)?;
        given.insert("position".to_owned(), Value::from(key));
    }
    for field in kind.def().fields {
        write_exactly(tx, &id, field, given.get(field.name).unwrap_or(&Value::Null))?;
    }
    check_complete(tx, &id)?;
    references::check(tx)?;
    permission::ask_to_write(tx, &id)?;
    if kind == Kind::Submission { submission::check(tx, &id) } else { Ok(()) }
}

/// The fields as plan JSON has them, with both sides of a text together where they
/// were given alone (`title.fr`): the first side that holds something is the source.
fn whole_texts(kind: Kind, id: &Id, given: &Map<String, Value>) -> Result<Map<String, Value>, ActError> {
    let Fields { texts, nested, others } = sorted(kind, id, given)?;
    if let Some(path) = nested.iter().find_map(|(_, sides)| sides.keys().next()) {
        // There is nothing yet that it could be a side of.
        return Err(Tx::wrong(kind, id, path, FieldError::NoSuchField));
    }
    let mut whole: Map<String, Value> =
        others.into_iter().map(|(field, value)| (field.name.to_owned(), value.clone())).collect();
    for (field, given) in texts {
        let pair = match given {
            Given::Whole(pair) => pair,
            Given::Sides(sides) => from_sides(sides),
        };
        whole.insert(field.name.to_owned(), serde_json::to_value(pair).unwrap_or_default());
    }
    Ok(whole)
}

/// `None` where no side holds anything.
fn from_sides(sides: BTreeMap<Lang, String>) -> Option<Bilingual> {
    let source = sides.iter().find(|(_, text)| !text.is_empty()).map(|(lang, _)| *lang)?;
    let mut pair = Bilingual::from_source(source, "");
    for (lang, text) in sides {
        *pair.side_mut(lang) = text;
    }
    Some(fields::unread(pair))
}

/// The order key after the last of those who will be its siblings and are not deleted.
fn last_position(tx: &Tx<'_>, kind: Kind, id: &Id, given: &Map<String, Value>) -> Result<String, ActError> {
    let def = kind.def();
    let parent = def.parent.and_then(|parent| given.get(parent)).and_then(Value::as_str);
    let last: Option<Option<String>> = match (def.parent, parent) {
        (Some(name), Some(parent)) => {
            let query =
                format!("SELECT max(position) FROM {} WHERE \"{name}\" = ?1 AND deleted = 0", def.name);
            tx.sql.prepare_cached(&query)?.query_row([parent], |row| row.get(0)).optional()?
        }
        _ => {
            let query = format!("SELECT max(position) FROM {} WHERE deleted = 0", def.name);
            tx.sql.prepare_cached(&query)?.query_row([], |row| row.get(0)).optional()?
        }
    };
    let room = between(last.flatten().as_deref(), None);
    room.ok_or_else(|| Tx::wrong(kind, id, "position", FieldError::NoRoom))
}
