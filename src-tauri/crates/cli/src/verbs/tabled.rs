//! `jalon tabled list|show|files|diff`.

use std::path::Path;

use jalon_domain::{Failure, Id, KeptFile, Plan, TabledDeck};
use jalon_exchange::write_tabled;
use jalon_store::Store;
use jalon_words::{Words, key};
use serde_json::json;

use super::{Outcome, approvals};
use crate::session::Session;
use crate::stop::Stop;

/// Every version that was tabled, of all cycles or of one.
pub fn list(session: &Session) -> Outcome {
    let store = session.store_to_read()?;
    let tabled = store.tabled_decks(approvals::cycle(session)?.as_ref())?;
    let plan = store.plan()?;
    session.output.answer(
        || {
            let lines: Vec<String> =
                tabled.iter().map(|deck| told_line(deck, &plan, session.words)).collect();
            if lines.is_empty() { session.words.text(key::CLI_TABLED_NONE) } else { lines.join("\n") }
        },
        || json!({"ok": true, "tabled": tabled}),
    )
}

/// One version, with its files.
pub fn show(session: &Session) -> Outcome {
    let store = session.store_to_read()?;
    let deck = version(session, &store, "version")?;
    let plan = store.plan()?;
    session.output.answer(
        || {
            let words = session.words;
            let mut lines = vec![
                told_line(&deck, &plan, words),
                words.format(key::CLI_APPROVALS_CONTENT, &[("content", (&deck.content).into())]),
            ];
            lines.extend(deck.files.iter().map(|file| told_file(file, words)));
            lines.join("\n")
        },
        || json!({"ok": true, "tabled": deck}),
    )
}

/// The files of a version, as they came, into a folder.
pub fn files(session: &Session) -> Outcome {
    let store = session.store_to_read()?;
    let deck = version(session, &store, "version")?;
    let written = write_tabled(&store, &deck, session.path("out").unwrap_or(Path::new(".")))?;
    let paths: Vec<String> = written.iter().map(|path| path.display().to_string()).collect();
    session.output.answer(
        || {
            let line =
                |path: &String| session.words.format(key::CLI_TABLED_WRITTEN, &[("path", path.into())]);
            paths.iter().map(line).collect::<Vec<_>>().join("\n")
        },
        || json!({"ok": true, "files": paths}),
    )
}

/// What differs between two versions: the last one and the one that it corrects, unless
/// others are named.
pub fn diff(session: &Session) -> Outcome {
    let store = session.store_to_read()?;
    let plan = store.plan()?;
    let after = version(session, &store, "after")?;
    let before = match (session.text("before"), &after.erratum_of) {
        (None, Some(corrected)) => plan.tabled_decks.get(corrected).cloned(),
        (None, None) => None,
        (Some(_), _) => Some(version(session, &store, "before")?),
    };
    let before = before.ok_or_else(|| Failure::new("failure-tabled-one-version"))?;
    if before.id == after.id {
        let failure = Failure::new("failure-tabled-same-version");
        return Err(failure.number("version", i64::from(after.version)).into());
    }
    let found = store.tabled_difference(&before, &after)?;
    session.output.answer(
        || {
            let words = session.words;
            let mut lines: Vec<String> =
                found.words.iter().map(|change| words.word_change(change, &plan)).collect();
            lines.extend(found.files.iter().map(|file| {
                let key = match (&file.before, &file.after) {
                    (None, _) => key::CLI_TABLED_FILE_NEW,
                    (_, None) => key::CLI_TABLED_FILE_GONE,
                    _ => key::CLI_TABLED_FILE_DIFFERS,
                };
                words.format(key, &[("name", (&file.name).into())])
            }));
            if lines.is_empty() {
                lines.push(words.text(key::CLI_TABLED_SAME));
            }
            format!("{}\n{}", told_compared(&before, &after, &plan, words), lines.join("\n"))
        },
        || json!({"ok": true, "before": before, "after": after, "difference": found}),
    )
}

/// The version that an argument names, by its number or its id: the last one where it
/// names none. Of the cycle that is named, else the one that was tabled last.
fn version(session: &Session, store: &Store, argument: &str) -> Result<TabledDeck, Stop> {
    let said = session.text(argument);
    let named = approvals::cycle(session)?;
    let all = store.tabled_decks(named.as_ref())?;
    if let Some(deck) = said.and_then(|said| all.iter().find(|deck| deck.id.as_str() == said)) {
        return Ok(deck.clone());
    }
    let last = |decks: &[TabledDeck]| {
        decks.iter().max_by_key(|deck| (deck.tabled_on, deck.version)).map(|deck| deck.cycle.clone())
    };
    let none = || Failure::new("failure-tabled-none");
    let cycle: Id = named.or_else(|| last(&all)).ok_or_else(none)?;
    let mut of_it = all.into_iter().filter(|deck| deck.cycle == cycle);
    let found = match said {
        Some(said) => of_it.find(|deck| deck.version.to_string() == said),
        None => of_it.next_back(),
    };
    let unknown = || match said {
        Some(said) => {
            let failure = Failure::new("failure-council-no-such-version").text("version", said);
            failure.text("id", cycle.as_str())
        }
        None => Failure::new("failure-council-nothing-tabled").text("id", cycle.as_str()),
    };
    Ok(found.ok_or_else(unknown)?)
}

/// `From version 1 (Joint Councils, September 18, 2019) to version 2 (…):`
fn told_compared(earlier: &TabledDeck, later: &TabledDeck, plan: &Plan, words: &Words) -> String {
    let args = [
        ("earlier", i64::from(earlier.version).into()),
        ("earlier-meeting", meeting(earlier, plan, words).into()),
        ("earlier-date", words.day(earlier.tabled_on).into()),
        ("later", i64::from(later.version).into()),
        ("later-meeting", meeting(later, plan, words).into()),
        ("later-date", words.day(later.tabled_on).into()),
    ];
    words.format(key::CLI_TABLED_COMPARED, &args)
}

/// `Joint Councils: version 2, tabled on September 18, 2019; erratum: a name was wrong`.
pub(super) fn told_line(deck: &TabledDeck, plan: &Plan, words: &Words) -> String {
    let mut args = vec![
        ("meeting", meeting(deck, plan, words).into()),
        ("version", i64::from(deck.version).into()),
        ("date", words.day(deck.tabled_on).into()),
    ];
    match deck.note.as_ref().filter(|note| !note.is_empty()) {
        Some(note) => {
            args.push(("note", note.readable(words.lang()).0.into()));
            words.format(key::CLI_TABLED_ERRATUM, &args)
        }
        None => words.format(key::CLI_TABLED_LINE, &args),
    }
}

fn told_file(file: &KeptFile, words: &Words) -> String {
    let args = [
        ("name", (&file.name).into()),
        ("size", i64::try_from(file.size).unwrap_or(i64::MAX).into()),
        ("digest", (&file.digest).into()),
    ];
    words.format(key::CLI_TABLED_FILE, &args)
}

/// The meeting that a tabled deck was for, by name; its cycle where that is gone.
fn meeting(deck: &TabledDeck, plan: &Plan, words: &Words) -> String {
    let cycle = plan.cycles.get(&deck.cycle);
    let meeting = cycle.and_then(|cycle| plan.meetings.get(&cycle.meeting));
    meeting.map_or_else(|| deck.cycle.to_string(), |it| it.name.readable(words.lang()).0.to_owned())
}
