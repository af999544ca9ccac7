//! Fields that nothing can stand for once what they held is destroyed, and whose emptiness says
//! something: that nobody leads, that somebody holds no role. A plan that showed that would ask
//! fewer people than it should, so it has a problem until somebody writes them anew.

use jalon_domain::FieldType;
use rusqlite::Connection;

use crate::Trouble;
use crate::journal::row::Row;

/// Whether a field of this type is a problem where what it held is gone.
pub(crate) fn leaves_a_gap(ty: FieldType) -> bool {
    matches!(ty, FieldType::Day | FieldType::Leads | FieldType::Roles)
}

/// Whether such a field stands empty because what it held is gone: that there is nothing is
/// then something to say.
pub(crate) fn is_gap(sql: &Connection, row: &Row, field: &str) -> Result<bool, Trouble> {
    if !row.kind.def().field(field).is_some_and(|def| leaves_a_gap(def.ty)) {
        return Ok(false);
    }
    let mut gone = sql.prepare_cached(
        "SELECT 1 FROM change WHERE id = ?1 AND value IS NULL AND id NOT IN (SELECT change FROM withheld)",
    )?;
    for head in row.head_ids(field) {
        if gone.exists([&head])? {
            return Ok(true);
        }
    }
    Ok(false)
}
