//! `jalon waiting`.

use chrono::Local;
use jalon_store::{Need, Waiting, asks};
use jalon_words::{Words, key};
use serde_json::json;

use super::Outcome;
use crate::session::Session;

/// Prints what has come and waits for something that has not.
pub fn waiting(session: &Session) -> Outcome {
    let store = session.store_to_read()?;
    let waiting = store.waiting()?;
    let asks = asks(&waiting, &store.plan()?);
    session.output.answer(
        || {
            if waiting.is_empty() {
                return session.words.text(key::CLI_WAITING_NONE);
            }
            let lines = waiting.iter().map(|it| told(it, session.words));
            lines.chain(asks.iter().map(|ask| session.words.failure(ask))).collect::<Vec<_>>().join("\n")
        },
        || {
            let asks: Vec<_> = asks.iter().map(|ask| session.output.told(ask)).collect();
            json!({"ok": true, "waiting": waiting, "ask": asks})
        },
    )
}

/// One transaction that waits, in words.
pub fn told(waiting: &Waiting, words: &Words) -> String {
    let needs = match &waiting.needs {
        Need::Transaction { device, seq } => words
            .format(key::DELIVERY_NEEDS_TRANSACTION, &[("device", device.into()), ("seq", (*seq).into())]),
        Need::Change(id) => words.format(key::DELIVERY_NEEDS_CHANGE, &[("id", id.into())]),
        Need::Entity(id) => words.format(key::DELIVERY_NEEDS_ENTITY, &[("id", id.into())]),
    };
    let what = match (waiting.action, waiting.made_at) {
        (Some(action), Some(at)) => {
            let day = words.day(at.with_timezone(&Local).date_naive());
            let args = [("action", words.action(action).into()), ("day", day.into())];
            words.format(key::DELIVERY_WAITING_ACTION, &args)
        }
        _ => words.text(key::DELIVERY_WAITING_PLACE),
    };
    let args = [
        ("device", (&waiting.device).into()),
        ("seq", waiting.seq.into()),
        ("what", what.into()),
        ("needs", needs.into()),
    ];
    words.format(key::DELIVERY_WAITING, &args)
}
