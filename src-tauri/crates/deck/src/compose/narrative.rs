//! The title slide and the narrative slides.

use jalon_domain::Kind;
use jalon_domain::plan::in_order;
use jalon_words::key;

use crate::model::{Body, Paragraph, Run, Slide};

use super::writer::{At, Piece, Writer, bullet, joined, plain};
use super::{Scope, notes};

/// The title in the file's properties: the group and the meeting.
pub(super) fn file_title(writer: &Writer<'_>, scope: &Scope<'_>) -> String {
    let group = writer.line(&scope.workplan.group);
    let meeting = joined(&meeting_line(writer, scope));
    writer.tell(key::DECK_TITLE, &[("group", Piece::Text(group)), ("meeting", Piece::Text(meeting))])
}

fn meeting_line(writer: &Writer<'_>, scope: &Scope<'_>) -> Vec<Run> {
    let Some(meeting) = scope.meeting else { return writer.say(key::DECK_NO_MEETING) };
    let name = writer.text(At(Kind::Meeting, &meeting.id, "name"), &meeting.name);
    let date = Piece::Text(writer.words.day(meeting.date));
    writer.fill(key::DECK_MEETING_LINE, &[("meeting", Piece::Runs(name)), ("date", date)])
}

/// The group with its abbreviation, the councils and the day.
pub(super) fn title_slide(writer: &Writer<'_>, scope: &Scope<'_>) -> Slide {
    let workplan = scope.workplan;
    let at = |field| At(Kind::Workplan, &workplan.id, field);
    let group = writer.text(at("group"), &workplan.group);
    let abbreviation = writer.text(at("group_abbreviation"), &workplan.group_abbreviation);
    let pieces = [("group", Piece::Runs(group)), ("abbreviation", Piece::Runs(abbreviation))];
    let title = writer.fill(key::DECK_GROUP_LINE, &pieces);
    let mut lines = vec![plain(meeting_line(writer, scope))];
    if let Some((meeting, place)) = scope.meeting.and_then(|it| Some((it, it.place.as_ref()?))) {
        lines.push(plain(writer.text(At(Kind::Meeting, &meeting.id, "place"), place)));
    }
    writer.slide("title", title, Body::Title(lines), notes::title(writer, scope))
}

/// The narrative slides in their order: a sentence that leads in, then points.
pub(super) fn slides(writer: &Writer<'_>, scope: &Scope<'_>) -> Vec<Slide> {
    let own = writer.plan.slides.values().filter(|slide| slide.workplan == scope.workplan.id);
    let compose = |slide: &jalon_domain::Slide| {
        let at = |field| At(Kind::Slide, &slide.id, field);
        let title = writer.text(at("title"), &slide.title);
        let lead_in = slide.lead_in.as_ref().filter(|text| !text.is_empty());
        let mut paragraphs: Vec<Paragraph> =
            lead_in.map(|text| plain(writer.text(at("lead_in"), text))).into_iter().collect();
        paragraphs.extend(points(writer, &slide.id));
        let notes = if slide.role == "about" { co_chairs(writer, scope) } else { Vec::new() };
        writer.slide(slide.id.as_str(), title, Body::Text(paragraphs), notes)
    };
    in_order(own).into_iter().map(compose).collect()
}

/// The points under an event, a group of results or a narrative slide, as bullets.
pub(super) fn points(writer: &Writer<'_>, owner: &jalon_domain::Id) -> Vec<Paragraph> {
    let point = |point: &jalon_domain::Point| {
        let at = At(Kind::Point, &point.id, "text");
        bullet(writer.with_links(at, writer.text(at, &point.text), &point.links))
    };
    writer.plan.points_of(owner).into_iter().map(point).collect()
}

/// Who chairs the group, for the notes of the slide about it.
fn co_chairs(writer: &Writer<'_>, scope: &Scope<'_>) -> Vec<String> {
    let chairs = jalon_domain::approvals::co_chairs(writer.plan, scope.day);
    let names: Vec<String> = chairs.iter().map(|person| super::writer::clean(&person.name)).collect();
    if names.is_empty() {
        return Vec::new();
    }
    let names = Piece::Text(writer.words.list(&names));
    vec![writer.tell(key::DECK_NOTE_CO_CHAIRS, &[("names", names)])]
}
