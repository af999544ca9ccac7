//! What an entity is called where people read of it.

use jalon_domain::{Bilingual, FieldType, Id, Kind, Lang, Translation};
use jalon_words::fold;
use rusqlite::Connection;

use crate::journal::row::Row;
use crate::{Trouble, fields};

/// From a tabled deck over its cycle to the meeting. What a package has brought may
/// refer to itself; nothing is called after more than these.
const FARTHEST: usize = 3;

/// The first of an entity's texts, or that of what it is about; `None` where it has none.
pub(crate) fn title(sql: &Connection, id: &Id) -> Result<Option<Bilingual>, Trouble> {
    let mut at = id.clone();
    for _ in 0..FARTHEST {
        let Some(row) = Row::read(sql, &at)? else { return Ok(None) };
        let Some(about) = about(row.kind) else { return Ok(text(&row)) };
        match row.value(about).as_str().and_then(Id::parse) {
            Some(about) => at = about,
            None => return Ok(None),
        }
    }
    Ok(None)
}

/// The field that names what a thing without a text of its own is about.
fn about(kind: Kind) -> Option<&'static str> {
    match kind {
        Kind::Cycle => Some("meeting"),
        Kind::Submission | Kind::Approval => Some("jurisdiction"),
        Kind::Clearance => Some("item"),
        Kind::TabledDeck => Some("cycle"),
        Kind::Closing => Some("workplan"),
        _ => None,
    }
}

/// Whether two texts would be taken for one name, in either language.
pub(crate) fn same_name(one: &Bilingual, other: &Bilingual) -> bool {
    Lang::BOTH.into_iter().any(|lang| {
        let [one, other] = [one, other].map(|text| fold(text.side(lang)));
        !one.is_empty() && one == other
    })
}

fn text(row: &Row) -> Option<Bilingual> {
    row.kind.def().fields.iter().find_map(|field| match field.ty {
        FieldType::Bilingual => fields::pair(row, field.name),
        FieldType::Text => {
            let name = row.value(field.name).as_str()?;
            Some(Bilingual { state: Translation::Same, ..Bilingual::from_source(Lang::En, name) })
        }
        _ => None,
    })
}
