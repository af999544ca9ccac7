//! What can be wrong with a value; each is put into words.

use crate::leads::LeadsFault;
use crate::link::LinkFault;
use crate::status::StatusFault;

/// What a value should have been; each is put into words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expected {
    /// A text that is not empty.
    Text,
    /// A text in at least one language, its source side among them.
    BilingualText,
    /// One of the field's codes.
    Code(&'static [&'static str]),
    /// A whole number from 0.
    Count,
    /// `true` or `false`.
    Flag,
    /// A day.
    Day,
    /// A date of any precision.
    Date,
    /// An order key.
    Position,
    /// An identifier.
    Id,
    /// A list of identifiers.
    Ids,
    /// A status object.
    Status,
    /// A list of leads.
    Leads,
    /// A list of links.
    Links,
    /// A list of roles.
    Roles,
    /// A list of languages.
    Langs,
    /// A list of texts, none of them empty.
    Texts,
    /// A moment of the journal.
    Vector,
    /// A list of files, at least one.
    Files,
}

/// What is wrong with a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FaultKind {
    /// It is of another form.
    Expected(Expected),
    /// The status breaks a rule.
    Status(StatusFault),
    /// The list of leads breaks a rule.
    Leads(LeadsFault),
    /// A link may not be opened.
    Link(LinkFault),
    /// A text holds a character that it may not hold; see [`check_characters`](super::check::check_characters).
    Character {
        /// The character.
        character: char,
        /// How many characters stand before it.
        index: usize,
    },
}

/// What is wrong, and where inside the value (`[1].from`; empty for the whole).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldFault {
    /// Place below the field.
    pub at: String,
    /// What is wrong there.
    pub what: FaultKind,
}
