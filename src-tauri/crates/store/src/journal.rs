//! The journal: transactions and their changes, as they stand in the file.

pub(crate) mod append;
pub(crate) mod canonical;
pub(crate) mod chain;
pub(crate) mod ids;
pub(crate) mod read;
pub(crate) mod row;

/// The version of the journal's rows that this program writes.
pub(crate) const SCHEMA_V: i64 = 1;

/// The journal field that says that an entity was created.
pub(crate) const CREATE: &str = "$create";

/// The journal field that says whether an entity is deleted.
pub(crate) const DELETED: &str = "$deleted";

/// The journal field that names the changes of an entity whose values were destroyed.
pub(crate) const REDACTED: &str = "$redacted";

/// The journal field that keeps the moment at which a cycle was closed: a record of what
/// whoever closed it knew, which is shown nowhere and taken back by nobody.
pub(crate) const CLOSED: &str = "$closed";

/// Whether the entity of a row of `head` or `change` goes by what is no identifier, as
/// earlier versions could be made to write it: it is kept and not shown.
pub(crate) const NAMELESS: &str = "(entity GLOB '*[^-A-Za-z0-9._]*' OR entity GLOB '[-._]*'
    OR length(entity) NOT BETWEEN 1 AND 64)";

/// A transaction as it stands in the file.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct TxnRow {
    pub id: String,
    pub device: String,
    pub seq: i64,
    /// Hash of this device's transaction before this one.
    pub prev: Option<Vec<u8>>,
    pub action: String,
    /// The actor as JSON; these bytes are hashed, so they are never written anew.
    pub actor: String,
    pub on_behalf_of: Option<String>,
    pub reason: Option<String>,
    pub undoes: Option<String>,
    pub audience: String,
    pub schema_v: i64,
    pub made_at: String,
    pub hash: Vec<u8>,
}

/// A change as it stands in the file.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct ChangeRow {
    pub id: String,
    pub n: i64,
    pub kind: String,
    pub entity: String,
    pub field: String,
    /// A JSON list of change ids, as the form showed them.
    pub bases: String,
    /// JSON; `None` once it was redacted.
    pub value: Option<String>,
    pub salt: Option<Vec<u8>>,
    /// What is left of value and salt after redaction.
    pub value_hash: Option<Vec<u8>>,
    /// For a translation: the change of the source text that it was made from.
    pub from_change: Option<String>,
}
