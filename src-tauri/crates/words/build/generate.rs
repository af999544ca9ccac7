//! Writes the keys as Rust.

use std::fmt::Write;

use crate::catalog::{Message, constant};

/// The module `key` (one constant per message) and the table behind it.
pub fn keys(messages: &[Message]) -> String {
    let mut constants = String::new();
    let mut table = String::new();
    for (n, message) in messages.iter().enumerate() {
        let english = message.english.split_whitespace().collect::<Vec<_>>().join(" ");
        let english = english.replace('`', "'");
        let _ = writeln!(constants, "    /// `{english}`");
        let _ = writeln!(constants, "    pub const {}: Key = Key({n});", constant(&message.name));
        let variables: Vec<_> = message.variables.iter().collect();
        let _ = writeln!(table, "    Definition {{ name: {:?}, variables: &{variables:?} }},", message.name);
    }
    format!(
        "/// The key of every message; each shows the English text.\npub mod key {{\n    use super::Key;\n\n{constants}}}\n\n\
         static DEFINITIONS: &[Definition] = &[\n{table}];\n"
    )
}
