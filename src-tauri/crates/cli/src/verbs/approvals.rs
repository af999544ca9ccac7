//! `jalon approvals`.

use jalon_domain::approvals::Standing;
use jalon_domain::{Failure, Id, Plan};
use jalon_store::{Approvals, ChairApproval, Store, Unissued};
use jalon_words::{Words, key};
use serde_json::json;

use super::Outcome;
use crate::session::Session;
use crate::stop::Stop;

/// Says what the deck of a cycle shows, by its hash, and what each chair has said of it.
pub fn approvals(session: &Session) -> Outcome {
    let store = session.store_to_read()?;
    let found = standing(session, &store)?;
    let plan = store.plan()?;
    let open = store.unissued(&session.actor(&store)?)?;
    session.output.answer(
        || [told(&found, session.words, &plan), unissued(&open, session.words, &plan)].concat(),
        || json!({"ok": true, "complete": found.are_complete(), "approvals": found, "unissued": open}),
    )
}

/// Where the approvals of the cycle that was named stand, else of the one that is being
/// prepared.
pub(super) fn standing(session: &Session, store: &Store) -> Result<Approvals, Stop> {
    let cycle = cycle(session)?;
    let none = || match &cycle {
        Some(id) => Failure::new("failure-council-no-cycle").text("id", id.as_str()),
        None => Failure::new("failure-deck-no-meeting"),
    };
    let found = store.approvals(cycle.as_ref(), session.today(), &session.actor(store)?)?;
    Ok(found.ok_or_else(none)?)
}

/// The cycle that was named.
pub(super) fn cycle(session: &Session) -> Result<Option<Id>, Stop> {
    let Some(said) = session.text("cycle") else { return Ok(None) };
    let none = || Failure::new("failure-council-no-cycle").text("id", said);
    Ok(Some(Id::parse(said).ok_or_else(none)?))
}

fn told(found: &Approvals, words: &Words, plan: &Plan) -> String {
    let meeting = plan.cycles.get(&found.cycle).and_then(|cycle| plan.meetings.get(&cycle.meeting));
    let mut lines = Vec::new();
    lines.extend(meeting.map(|meeting| {
        let name = words.readable(&meeting.name);
        words.format(
            key::CLI_APPROVALS_OF,
            &[("meeting", name.into()), ("date", words.day(meeting.date).into())],
        )
    }));
    lines.push(words.format(key::CLI_APPROVALS_CONTENT, &[("content", (&found.content).into())]));
    if found.unseen > 0 {
        lines.push(words.format(key::CLI_APPROVALS_UNSEEN, &[("count", found.unseen.into())]));
    }
    if found.chairs.is_empty() {
        lines.push(words.text(key::FAILURE_DECK_NO_CHAIR));
    }
    for chair in &found.chairs {
        lines.push(told_chair(chair, words, plan));
        let changed = chair.changed.iter().map(|change| words.word_change(change, plan));
        lines.extend(changed.map(|change| format!("  {change}")));
        lines.extend(chair.unknown.then(|| format!("  {}", words.text(key::CLI_APPROVALS_UNKNOWN))));
    }
    lines.join("\n")
}

/// What is still to be issued, after what is said before it; nothing when nothing is.
pub(super) fn unissued(open: &[Unissued], words: &Words, plan: &Plan) -> String {
    if open.is_empty() {
        return String::new();
    }
    let mut lines = vec![words.format(key::CLI_APPROVALS_UNISSUED, &[("count", open.len().into())])];
    lines.extend(open.iter().map(|it| {
        let title = plan.title(it.kind, &it.id).unwrap_or_default();
        let args = [
            ("kind", words.kind(it.kind).into()),
            ("id", it.id.as_str().into()),
            ("text", words.readable(&title).into()),
        ];
        let key = if it.in_conflict { key::CLI_UNISSUED_CONFLICT } else { key::CLI_UNISSUED };
        format!("  {}", words.format(key, &args))
    }));
    format!("\n\n{}", lines.join("\n"))
}

/// `Alta. (Ada Lee): Not approved yet`.
fn told_chair(it: &ChairApproval, words: &Words, plan: &Plan) -> String {
    let (vacant, people) = match it.chair.holders.as_slice() {
        [] => (true, &it.chair.alternates),
        _ => (false, &it.chair.holders),
    };
    let names: Vec<String> =
        people.iter().filter_map(|id| plan.people.get(id)).map(|person| person.name.clone()).collect();
    let standing = words.text(match it.standing {
        Standing::Approved => key::COUNCIL_STANDING_APPROVED,
        Standing::Missing => key::COUNCIL_STANDING_MISSING,
        Standing::Void => key::COUNCIL_STANDING_VOID,
    });
    let known = plan.jurisdictions.get(&it.chair.jurisdiction);
    let jurisdiction =
        known.map_or_else(|| it.chair.jurisdiction.to_string(), |known| words.readable(&known.abbreviation));
    let args = [
        ("jurisdiction", jurisdiction.into()),
        ("names", words.list(&names).into()),
        ("standing", standing.into()),
    ];
    words.format(if vacant { key::CLI_APPROVALS_VACANT } else { key::CLI_APPROVALS_CHAIR }, &args)
}
