//! `jalon schema [plan|action]`.

use super::Outcome;
use crate::session::Session;

/// Prints the JSON Schema of plan files, or of one action.
pub fn schema(session: &Session) -> Outcome {
    let schema = match session.text("what") {
        Some("action") => jalon_exchange::action_schema(),
        _ => jalon_exchange::schema(),
    };
    session.output.answer(|| format!("{schema:#}"), || schema.clone())
}
