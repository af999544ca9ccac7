//! Speaker notes: what the one who presents may be asked for. Facts of the plan,
//! in full, and nothing that the slide's audience may not hear.

use jalon_domain::board::{Card, Surroundings, board};
use jalon_domain::{
    Achievement, Bilingual, Challenge, Event, Id, Kind, Link, Outcome, PlanDate, Priority, Status,
};
use jalon_words::key;

use super::writer::{At, Piece, Writer};
use super::{Scope, events};

/// The meeting, its place, the plan and its remark.
pub(super) fn title(writer: &Writer<'_>, scope: &Scope<'_>) -> Vec<String> {
    let mut notes = Vec::new();
    if let Some(meeting) = scope.meeting {
        let name = Piece::Text(writer.line(&meeting.name));
        let date = Piece::Text(writer.words.day(meeting.date));
        notes.push(writer.tell(key::DECK_NOTE_MEETING, &[("meeting", name), ("date", date)]));
        notes.extend(place(writer, meeting.place.as_ref()));
    }
    let workplan = scope.workplan;
    let plan = Piece::Text(writer.line(&workplan.title));
    let (starts, ends) = (workplan.starts.map(PlanDate::Day), workplan.ends.map(PlanDate::Day));
    notes.push(match writer.words.dates(starts.as_ref(), ends.as_ref()) {
        Some(dates) => {
            writer.tell(key::DECK_NOTE_PLAN_DATES, &[("plan", plan), ("dates", Piece::Text(dates))])
        }
        None => writer.tell(key::DECK_NOTE_PLAN, &[("plan", plan)]),
    });
    if let Some(note) = workplan.note.as_ref().filter(|note| !note.is_empty()) {
        notes.push(writer.note(At(Kind::Workplan, &workplan.id, "note"), note));
    }
    notes
}

fn place(writer: &Writer<'_>, place: Option<&Bilingual>) -> Option<String> {
    let place = place.filter(|place| !place.is_empty())?;
    Some(writer.tell(key::DECK_NOTE_PLACE, &[("place", Piece::Text(writer.line(place)))]))
}

/// When and where an event took place, and the addresses of its points in full.
pub(super) fn event(writer: &Writer<'_>, event: &Event) -> Vec<String> {
    let mut notes = Vec::new();
    if let Some(dates) = events::dates(writer, event) {
        notes.push(writer.tell(key::DECK_NOTE_DATES, &[("dates", Piece::Text(dates))]));
    }
    notes.extend(place(writer, event.place.as_ref()));
    notes.extend(addresses_of_points(writer, &event.id));
    notes
}

/// The addresses of the results' points in full.
pub(super) fn outcomes(writer: &Writer<'_>, outcomes: &[&Outcome]) -> Vec<String> {
    outcomes.iter().flat_map(|outcome| addresses_of_points(writer, &outcome.id)).collect()
}

fn addresses_of_points(writer: &Writer<'_>, owner: &Id) -> Vec<String> {
    let links = |point: &&jalon_domain::Point| -> Vec<Link> { point.links.clone() };
    writer.plan.points_of(owner).iter().flat_map(|point| writer.addresses(&links(point))).collect()
}

/// Each priority with its leads' full names and where each of its milestones stands.
pub(super) fn matrix(writer: &Writer<'_>, scope: &Scope<'_>, priorities: &[&Priority]) -> Vec<String> {
    let words = writer.words;
    let day = Piece::Text(words.day(scope.day));
    let mut notes = vec![writer.tell(key::DECK_NOTE_AS_OF, &[("date", day)])];
    let around = Surroundings { today: scope.day, ..Surroundings::default() };
    let columns = board(writer.plan, &around).map(|board| board.columns).unwrap_or_default();
    for (priority, column) in priorities.iter().zip(&columns) {
        let number = Piece::Text(column.number.to_string());
        let title = Piece::Text(writer.line(&priority.title));
        notes.push(writer.tell(key::DECK_NOTE_PRIORITY, &[("number", number), ("title", title)]));
        let leading = priority.leads.iter().filter(|lead| lead.leads_on(scope.day));
        let names: Vec<String> =
            leading.filter_map(|lead| jurisdiction(writer, &lead.jurisdiction)).collect();
        if !names.is_empty() {
            let names = Piece::Text(words.list(&names));
            notes.push(writer.tell(key::DECK_NOTE_LEADS, &[("names", names)]));
        }
        notes.extend(column.cards.iter().map(|card| milestone(writer, scope, card)));
        if column.cards.is_empty() {
            notes.push(words.text(key::DECK_NOTE_NO_MILESTONES));
        }
    }
    notes
}

/// The full name of a jurisdiction.
fn jurisdiction(writer: &Writer<'_>, id: &Id) -> Option<String> {
    let found = writer.plan.jurisdictions.get(id)?;
    Some(writer.note(At(Kind::Jurisdiction, &found.id, "name"), &found.name))
}

/// `2.1 Title: Limited progress; At risk (elections); due June 2019; Overdue by 12 days`.
fn milestone(writer: &Writer<'_>, scope: &Scope<'_>, card: &Card) -> String {
    let words = writer.words;
    let mut parts = vec![status(writer, &card.id, &card.status)];
    if let Some(due) = card.due.as_ref().filter(|_| card.status.completion.is_open()) {
        parts.push(writer.tell(key::DECK_NOTE_DUE, &[("date", Piece::Text(words.date(due)))]));
    }
    parts.extend(card.days_overdue.map(|days| words.overdue(days, scope.day)));
    let title = writer.note(At(Kind::Milestone, &card.id, "title"), &card.title);
    let pieces = [
        ("number", Piece::Text(card.number.clone())),
        ("title", Piece::Text(title)),
        ("status", Piece::Text(parts.join("; "))),
    ];
    writer.tell(key::DECK_NOTE_MILESTONE, &pieces)
}

fn status(writer: &Writer<'_>, id: &Id, status: &Status) -> String {
    let completion = writer.words.completion(status.completion);
    let outlook = status.outlook.map(|outlook| writer.words.outlook(outlook));
    let said = [Some(completion), outlook].into_iter().flatten().collect::<Vec<_>>().join("; ");
    match status.reason.as_ref().filter(|reason| !reason.is_empty()) {
        Some(reason) => {
            let reason = writer.note(At(Kind::Milestone, id, "status"), reason);
            writer.tell(
                key::DECK_NOTE_REASON,
                &[("status", Piece::Text(said)), ("reason", Piece::Text(reason))],
            )
        }
        None => said,
    }
}

/// Achievements with their jurisdictions' full names and their addresses in full,
/// and the addresses of the challenges.
pub(super) fn reports(
    writer: &Writer<'_>,
    achievements: &[&Achievement],
    challenges: &[&Challenge],
) -> Vec<String> {
    let mut notes = Vec::new();
    for it in achievements {
        let text = writer.line(&it.text);
        notes.push(match jurisdiction(writer, &it.jurisdiction) {
            Some(name) => {
                let pieces = [("jurisdiction", Piece::Text(name)), ("text", Piece::Text(text))];
                writer.tell(key::DECK_NOTE_ACHIEVEMENT, &pieces)
            }
            None => text,
        });
        notes.extend(writer.addresses(&it.links));
    }
    notes.extend(challenges.iter().flat_map(|it| writer.addresses(&it.links)));
    notes
}
