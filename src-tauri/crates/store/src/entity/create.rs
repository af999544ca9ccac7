//! Creates an entity.

use jalon_domain::position::between;
use jalon_domain::{Bilingual, FieldType, Id, Kind, Lang, Translation};
use rusqlite::OptionalExtension as _;
use serde_json::{Map, Value};

use super::{check_complete, write_exactly};
use crate::act_error::FieldError;
use crate::journal::ids::uuid_at;
use crate::tx::Tx;
use crate::{ActError, fields, permission, references};

/// Creates an entity with these fields. Without an id it gets a new one; without a
/// position it stands after its siblings.
pub(crate) fn create(
    tx: &mut Tx<'_>,
    kind: Kind,
    id: Option<&Id>,
    given: &Map<String, Value>,
) -> Result<(), ActError> {
    let id = match id {
        Some(id) => id.clone(),
        None => Id::parse(&uuid_at(tx.context.now)).unwrap_or_default(),
    };
    tx.make(kind, &id)?;
    let mut given = whole_texts(kind, &id, given)?;
    if !given.contains_key("position") && kind.def().field("position").is_some() {
        given.extend(last_position(tx, kind, &given)?.map(|key| ("position".to_owned(), Value::from(key))));
    }
    for field in kind.def().fields {
        write_exactly(tx, &id, field, given.get(field.name).unwrap_or(&Value::Null))?;
    }
    check_complete(tx, &id)?;
    references::check(tx)?;
    permission::ask_to_write(tx, &id)
}

/// The fields with both sides of a text together, where they were given alone
/// (`title.fr`): the side that was given is the source.
fn whole_texts(kind: Kind, id: &Id, given: &Map<String, Value>) -> Result<Map<String, Value>, ActError> {
    let mut whole = Map::new();
    for (name, value) in given {
        let base = name.split('.').next().unwrap_or(name);
        let field = kind.def().field(base);
        let no_such = || Tx::wrong(kind, id, name, FieldError::NoSuchField);
        let field = field.ok_or_else(no_such)?;
        if base == name {
            whole.insert(name.clone(), value.clone());
            continue;
        }
        let lang = Lang::BOTH.into_iter().find(|lang| fields::side(base, *lang) == *name);
        let lang = lang.filter(|_| field.ty == FieldType::Bilingual).ok_or_else(no_such)?;
        let before: Option<Bilingual> =
            whole.get(base).and_then(|pair| serde_json::from_value(pair.clone()).ok());
        let mut pair = before.unwrap_or_else(|| Bilingual::from_source(lang, ""));
        *pair.side_mut(lang) = value.as_str().unwrap_or_default().to_owned();
        if pair.state == Translation::Missing {
            pair = fields::unread(pair);
        }
        whole.insert(base.to_owned(), serde_json::to_value(pair).unwrap_or_default());
    }
    Ok(whole)
}

/// The order key after the last of those who will be its siblings.
fn last_position(tx: &Tx<'_>, kind: Kind, given: &Map<String, Value>) -> Result<Option<String>, ActError> {
    let def = kind.def();
    let parent = def.parent.and_then(|parent| given.get(parent)).and_then(Value::as_str);
    let last: Option<Option<String>> = match (def.parent, parent) {
        (Some(name), Some(parent)) => {
            let query = format!("SELECT max(position) FROM {} WHERE \"{name}\" = ?1", def.name);
            tx.sql.prepare_cached(&query)?.query_row([parent], |row| row.get(0)).optional()?
        }
        _ => {
            let query = format!("SELECT max(position) FROM {}", def.name);
            tx.sql.prepare_cached(&query)?.query_row([], |row| row.get(0)).optional()?
        }
    };
    Ok(between(last.flatten().as_deref(), None))
}
