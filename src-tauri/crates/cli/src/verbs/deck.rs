//! `jalon deck --lang fr|en|both --out DIR`.

use std::path::Path;

use jalon_domain::{Failure, Lang};
use jalon_exchange::host;
use jalon_exchange::{DeckRequest, WrittenDeck, export_decks, export_drafts_as_of};
use jalon_words::key;
use serde_json::json;

use super::{Outcome, approvals};
use crate::session::Session;
use crate::stop::Stop;

/// Writes the deck in one language or both; a pair comes whole or not at all.
pub fn deck(session: &Session) -> Outcome {
    let folder = session.path("out").unwrap_or(Path::new("."));
    let langs: &[Lang] = match session.text("deck-lang") {
        Some("en") => &[Lang::En],
        Some("fr") => &[Lang::Fr],
        _ => &Lang::BOTH,
    };
    let is_final = session.arguments.get_flag("final");
    if is_final && session.text("as-of").is_some() {
        return Err(Stop::Usage(Failure::new("failure-usage-final-as-of")));
    }
    let over = session.over();
    let store = session.store_to_read()?;
    let actor = session.actor(&store)?;
    let cycle = approvals::cycle(session)?;
    let day = host::today(session.now);
    let request = DeckRequest { langs, folder, is_final, day, over, cycle: cycle.as_ref() };
    let written = match session.recorded(&store, "as-of")? {
        Some(moment) => export_drafts_as_of(&store, &moment, &request)?,
        None => export_decks(&store, &actor, &request)?,
    };
    let remarks = |deck: &WrittenDeck| -> Vec<String> {
        deck.remarks.iter().map(|remark| session.words.failure(&remark.failure())).collect()
    };
    session.output.answer(
        || {
            let mut lines = Vec::new();
            for deck in &written {
                let path = [("path", deck.path.display().to_string().into())];
                lines.push(session.words.format(key::CLI_DECK_DONE, &path));
                lines.extend(remarks(deck));
            }
            if !is_final {
                lines.push(session.words.text(key::CLI_DECK_DRAFT));
            }
            lines.join("\n")
        },
        || {
            let files: Vec<_> = written
                .iter()
                .map(|deck| json!({"lang": deck.lang, "file": deck.path.display().to_string(), "remarks": remarks(deck)}))
                .collect();
            json!({"ok": true, "final": is_final, "files": files})
        },
    )
}
