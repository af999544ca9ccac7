//! What is told to the councils: the co-chairs' approval of a deck, and the deck as it
//! was tabled.
//!
//! Deliberately absent: making a deck (`jalon-deck`), and whether its texts, links and
//! two languages are fit to be final, which only whoever makes it can tell
//! (`jalon-exchange` asks both).

mod approve;
mod error;
pub(crate) mod kept;
mod past;
mod standing;
mod table;
mod tabled;
mod twice;

pub(crate) use approve::{approve, withdraw};
pub use error::CouncilError;
pub(crate) use error::written;
pub use kept::Kept;
pub use standing::{Approvals, ChairApproval};
pub use table::{LARGEST_FILE, Tabling};
pub use tabled::{FileDifference, TabledDifference, TabledVersion};
pub(crate) use twice::tabled_twice;

use jalon_domain::{FieldType, Id, Kind};
use serde_json::Value;

use crate::ActError;
use crate::act_error::FieldError;
use crate::entity::{check_complete, write_exactly};
use crate::fields::canonical;
use crate::tx::Tx;

/// Writes a record: makes it when it is not there, brings it back when it was taken
/// back, and has its fields hold these values, whatever stood there.
pub(crate) fn write_record(
    tx: &mut Tx<'_>,
    kind: Kind,
    id: &Id,
    fields: &[(&str, Value)],
) -> Result<(), ActError> {
    tx.make_or_restore(kind, id)?;
    for (name, value) in fields {
        let field =
            kind.def().field(name).ok_or_else(|| Tx::wrong(kind, id, name, FieldError::NoSuchField))?;
        if field.ty == FieldType::Bilingual {
            write_exactly(tx, id, field, value)?;
        } else {
            tx.put(id, name, canonical(field.ty, value))?;
        }
    }
    check_complete(tx, id)
}
