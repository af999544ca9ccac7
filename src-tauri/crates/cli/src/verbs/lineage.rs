//! `jalon lineage ID`.

use jalon_domain::lineage;
use jalon_domain::registry::KINDS;
use jalon_domain::{Failure, Id};
use jalon_words::key;
use serde_json::json;

use super::Outcome;
use crate::find;
use crate::session::Session;

/// Prints where something comes from and what became of it: what it was carried over from and
/// to, and, of a challenge, what it was merged from and into. What whoever asks may not know of
/// is left out.
pub fn lineage(session: &Session) -> Outcome {
    let store = session.store_to_read()?;
    let plan = store.plan_for(&session.actor(&store)?)?;
    let said = session.text("id").unwrap_or_default();
    let kind_of = |id: &Id| KINDS.iter().map(|def| def.kind).find(|kind| plan.contains(*kind, id));
    let unknown = || Failure::new("failure-store-unknown").text("id", said);
    let id = find::id(&plan, said).filter(|id| kind_of(id).is_some()).ok_or_else(unknown)?;
    let lineage = lineage::lineage(&plan, &id);
    let words = session.words;
    session.output.answer(
        || {
            let parts = [
                (key::CLI_LINEAGE_CARRIED_FROM, &lineage.carried_from),
                (key::CLI_LINEAGE_CARRIED_TO, &lineage.carried_to),
                (key::CLI_LINEAGE_MERGED_FROM, &lineage.merged_from),
                (key::CLI_LINEAGE_MERGED_INTO, &lineage.merged_into),
            ];
            let line = |key, id: &Id| {
                let name = kind_of(id).map(|kind| words.fact(kind, "carried_from", &json!(id), &plan));
                let name = name.unwrap_or_else(|| words.text(key::CLI_LINEAGE_GONE));
                words.format(key, &[("name", name.into()), ("id", id.as_str().into())])
            };
            let lines = parts.iter().flat_map(|(key, ids)| ids.iter().map(|id| line(*key, id)));
            let lines: Vec<String> = lines.collect();
            if lines.is_empty() { words.text(key::CLI_LINEAGE_NONE) } else { lines.join("\n") }
        },
        || json!({"ok": true, "id": id, "lineage": lineage}),
    )
}
