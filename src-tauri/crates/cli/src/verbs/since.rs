//! `jalon since FROM [TO]`.

use jalon_store::{Since, SinceGroup, ToldDifference, tell_since};
use jalon_words::{Words, key};
use serde_json::{Value, json};

use super::Outcome;
use crate::session::Session;

/// Prints what is different between two moments, a block for each kind of difference.
pub fn since(session: &Session) -> Outcome {
    let store = session.store_to_read()?;
    let reader = session.actor(&store)?;
    let from = session.moment(&store, "from")?.unwrap_or(store.moment_now(session.now)?);
    let to = session.moment(&store, "to")?.unwrap_or(store.moment_now(session.now)?);
    let plan = store.plan()?;
    let workplan = session.text("plan").map(|_| session.workplan(&plan)).transpose()?;
    let found = store.since_of(workplan.map(|it| &it.id), &from, &to, &reader);
    let found = found.map_err(|error| error.failure())?;
    let told = tell_since(&found, session.words);
    // Everything is new then, and nobody knows what stood before.
    let unrecorded = store.recorded(from.clone()).err().map(|error| error.failure());
    session.output.answer(
        || {
            let moments = [("from", from.told(session.words).into()), ("to", to.told(session.words).into())];
            let mut heading = session.words.format(key::SINCE_HEADING, &moments);
            if let Some(unrecorded) = &unrecorded {
                heading = format!("{heading}\n{}", session.words.failure(unrecorded));
            }
            text(heading, &told, session.words)
        },
        || {
            let mut answer = json(&found, &told);
            if let Some(unrecorded) = &unrecorded {
                answer["unrecorded"] = session.output.told(unrecorded);
            }
            answer
        },
    )
}

fn text(heading: String, told: &[ToldDifference], words: &Words) -> String {
    let mut blocks = vec![heading];
    for group in SinceGroup::ALL {
        let of_group = told.iter().filter(|difference| difference.group == group);
        let lines: Vec<String> = of_group.map(|difference| format!("   {}", difference.text)).collect();
        if !lines.is_empty() {
            blocks.push([vec![group.told(words)], lines].concat().join("\n"));
        }
    }
    if blocks.len() == 1 {
        blocks.push(words.text(key::SINCE_NOTHING));
    }
    blocks.join("\n\n")
}

fn json(found: &Since, told: &[ToldDifference]) -> Value {
    json!({
        "ok": true,
        "differences": found.differences,
        "completed_on": found.completed_on,
        "corrections": found.corrections,
        "told": told,
    })
}
