//! `jalon tabled list|show|files|diff`.

use std::collections::BTreeSet;
use std::path::Path;

use chrono::Local;
use jalon_domain::{Failure, Id, KeptFile, Plan, TabledDeck};
use jalon_exchange::write_tabled;
use jalon_store::{CouncilError, Store, TabledVersion};
use jalon_words::council::cycle_named;
use jalon_words::{Words, key};
use serde_json::json;

use super::{Outcome, approvals};
use crate::session::Session;
use crate::stop::Stop;

/// How much of a hash people need to tell two apart.
const SHORT: usize = 8;

/// Every version that was tabled, of all cycles or of one.
pub fn list(session: &Session) -> Outcome {
    let store = session.store_to_read()?;
    let (cycle, plan) = (approvals::cycle(session)?, store.plan()?);
    if let Some(cycle) = cycle.as_ref().filter(|cycle| !plan.cycles.contains_key(*cycle)) {
        return Err(Failure::new("failure-council-no-cycle").text("id", cycle.as_str()).into());
    }
    let tabled = store.tabled_versions(cycle.as_ref())?;
    session.output.answer(
        || {
            let mut lines = Vec::new();
            for version in &tabled {
                lines.push(told_line(&version.deck, &plan, session.words));
                lines.extend(told_apart(version, session.words));
                lines.extend(told_corrected(&version.deck, &plan, session.words));
            }
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
    let folder = session.path("out").unwrap_or(Path::new("."));
    let written = write_tabled(&store, &deck, folder, session.over())?;
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
        // A number stands beside the later one's.
        (Some(before), _) => {
            let of_after = || named(&store, Some(&after.cycle), Some(before));
            Some(by_id(&store, before)?.map_or_else(of_after, Ok)?)
        }
    };
    let before = before.ok_or_else(|| Failure::new("failure-tabled-one-version"))?;
    if before.id == after.id {
        let failure = Failure::new("failure-tabled-same-version");
        return Err(failure.number("version", i64::from(after.version)).into());
    }
    let found = store.tabled_difference(&before, &after, &session.actor(&store)?)?;
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
            let mut heading = vec![told_compared(&before, &after, &plan, words)];
            if (&before.cycle, before.version) == (&after.cycle, after.version) {
                let args = [("earlier", before.id.as_str().into()), ("later", after.id.as_str().into())];
                heading.push(words.format(key::CLI_TABLED_COMPARED_IDS, &args));
            }
            [heading, lines].concat().join("\n")
        },
        || json!({"ok": true, "before": before, "after": after, "difference": found}),
    )
}

/// The version that an argument names, of the cycle that is named.
fn version(session: &Session, store: &Store, argument: &str) -> Result<TabledDeck, Stop> {
    named(store, approvals::cycle(session)?.as_ref(), session.text(argument))
}

/// The version that somebody names, by its number or its id: the last one where they
/// name none. Of that cycle, else of the one that was tabled last. A number that unlike
/// decks bear names none of them.
pub(super) fn named(store: &Store, cycle: Option<&Id>, said: Option<&str>) -> Result<TabledDeck, Stop> {
    let all = store.tabled_decks(cycle)?;
    if let Some(deck) = said.and_then(|said| all.iter().find(|deck| deck.id.as_str() == said)) {
        return Ok(deck.clone());
    }
    if cycle.is_none() {
        several_meetings(&all, said)?;
    }
    let plan = store.plan()?;
    // Of two that were tabled on one day, that of the later meeting.
    let day = |deck: &TabledDeck| (deck.tabled_on, plan.meeting_of(deck).map(|it| it.date), deck.version);
    let last = all.iter().max_by_key(|deck| day(deck)).map(|deck| &deck.cycle);
    let cycle = cycle.or(last).ok_or_else(|| Failure::new("failure-tabled-none"))?;
    let of_number = |said: &str| {
        let version = all.iter().map(|deck| deck.version).find(|version| version.to_string() == said);
        version.map(|version| plan.tabled_as(cycle, version)).unwrap_or_default()
    };
    let found = said.map_or_else(|| plan.last_tabled(cycle), of_number);
    match (found.as_slice(), said) {
        ([deck], _) => Ok((*deck).clone()),
        ([], Some(said)) => {
            let failure = Failure::new("failure-council-no-such-version").text("version", said);
            Err(failure.pair("cycle", cycle_named(&plan, cycle)).into())
        }
        ([], None) => Err(CouncilError::NothingTabled(cycle_named(&plan, cycle)).failure().into()),
        (several, _) => Err(CouncilError::several(several.iter().copied()).failure().into()),
    }
}

/// The deck of that id, of whatever cycle.
fn by_id(store: &Store, said: &str) -> Result<Option<TabledDeck>, Stop> {
    Ok(store.tabled_decks(None)?.into_iter().find(|deck| deck.id.as_str() == said))
}

/// Refuses a number that the decks of several meetings bear: which meeting is meant,
/// nobody has said.
fn several_meetings(all: &[TabledDeck], said: Option<&str>) -> Result<(), Stop> {
    let Some(said) = said else { return Ok(()) };
    let alike: Vec<&TabledDeck> = all.iter().filter(|deck| deck.version.to_string() == said).collect();
    let cycles: BTreeSet<&Id> = alike.iter().map(|deck| &deck.cycle).collect();
    if cycles.len() < 2 {
        return Ok(());
    }
    let list = |ids: Vec<&str>| ids.join(", ");
    let several = Failure::new("failure-tabled-several-meetings")
        .text("version", said)
        .text("ids", list(alike.iter().map(|deck| deck.id.as_str()).collect()))
        .text("cycles", list(cycles.into_iter().map(Id::as_str).collect()));
    Err(several.into())
}

/// What tells decks apart that bear one number: who recorded each and when, and what it
/// shows. Nothing where a number is enough.
fn told_apart(version: &TabledVersion, words: &Words) -> Option<String> {
    if version.namesakes.is_empty() {
        return None;
    }
    let who = version.recorded_by.as_ref().map_or_else(String::new, |actor| words.actor(actor));
    let when = version.recorded_at.map(|at| at.with_timezone(&Local));
    let args = [
        ("who", who.into()),
        ("day", when.map_or_else(String::new, |when| words.day(when.date_naive())).into()),
        ("time", when.map_or_else(String::new, |when| words.time(when.time())).into()),
        ("content", version.deck.content.chars().take(SHORT).collect::<String>().into()),
    ];
    Some(format!("  {}", words.format(key::CLI_TABLED_APART, &args)))
}

/// Which deck an erratum corrects, where its number is not enough to say so.
pub(super) fn told_corrected(deck: &TabledDeck, plan: &Plan, words: &Words) -> Option<String> {
    let corrected = plan.tabled_decks.get(deck.erratum_of.as_ref()?)?;
    if plan.namesakes(corrected).is_empty() {
        return None;
    }
    let args = [("version", i64::from(corrected.version).into()), ("id", corrected.id.as_str().into())];
    Some(format!("  {}", words.format(key::CLI_TABLED_CORRECTS, &args)))
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
        ("id", deck.id.as_str().into()),
    ];
    match deck.note.as_ref().filter(|note| !note.is_empty()) {
        Some(note) => {
            args.push(("note", words.readable(note).into()));
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
    meeting.map_or_else(|| deck.cycle.to_string(), |it| words.readable(&it.name))
}
