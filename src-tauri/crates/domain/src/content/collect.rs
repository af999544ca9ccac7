//! Collects what a deck shows. Each function here stands beside one of `compose` in
//! the deck, and shows no less than it.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::{Item, Said};
use crate::approvals::co_chairs;
use crate::date::PlanDate;
use crate::entity::{Cycle, Meeting, Milestone, Priority, Workplan};
use crate::id::Id;
use crate::lang::Lang;
use crate::lineage;
use crate::link::Link;
use crate::plan::{Plan, in_order};
use crate::registry::Kind;
use crate::text::Bilingual;

/// Whose abbreviation and whose full name the deck shows.
#[derive(Default)]
struct Names {
    abbreviation: bool,
    name: bool,
}

struct Collector<'p> {
    plan: &'p Plan,
    cycle: &'p Id,
    day: NaiveDate,
    items: Vec<Item>,
    jurisdictions: BTreeMap<&'p Id, Names>,
}

/// Everything, in the order of the deck; jurisdictions come last.
pub(super) fn collect(plan: &Plan, workplan: &Workplan, meeting: &Meeting, cycle: &Cycle) -> Vec<Item> {
    let mut all = Collector {
        plan,
        cycle: &cycle.id,
        day: meeting.date,
        items: Vec::new(),
        jurisdictions: BTreeMap::new(),
    };
    all.workplan(workplan);
    all.meeting(meeting);
    all.narrative(&workplan.id);
    all.events();
    all.priorities(&workplan.id);
    all.reports();
    all.next_steps();
    all.names();
    all.items
}

impl<'p> Collector<'p> {
    fn item(&mut self, kind: Kind, id: &Id, said: impl IntoIterator<Item = Vec<Said>>) {
        let said = said.into_iter().flatten().collect();
        self.items.push(Item { kind, id: id.clone(), said });
    }

    fn workplan(&mut self, it: &Workplan) {
        let day = |field, day: Option<NaiveDate>| fact(field, day.map(|day| json!(day)));
        let said = [
            text("title", &it.title),
            text("group", &it.group),
            text("group_abbreviation", &it.group_abbreviation),
            day("starts", it.starts),
            day("ends", it.ends),
            may("note", it.note.as_ref()),
        ];
        self.item(Kind::Workplan, &it.id, said);
    }

    fn meeting(&mut self, it: &Meeting) {
        let said =
            [text("name", &it.name), fact("date", Some(json!(it.date))), may("place", it.place.as_ref())];
        self.item(Kind::Meeting, &it.id, said);
    }

    fn narrative(&mut self, workplan: &Id) {
        let slides = in_order(self.plan.slides.values().filter(|it| &it.workplan == workplan));
        for slide in &slides {
            let said = [
                text("title", &slide.title),
                fact("role", Some(json!(slide.role))),
                may("lead_in", slide.lead_in.as_ref()),
            ];
            self.item(Kind::Slide, &slide.id, said);
            self.points(&slide.id);
        }
        // The notes of the slide about the group name those who chair it.
        if slides.iter().any(|slide| slide.role == "about") {
            for person in co_chairs(self.plan, self.day) {
                self.item(Kind::Person, &person.id, [fact("name", Some(json!(person.name)))]);
            }
        }
    }

    fn points(&mut self, owner: &Id) {
        for point in self.plan.points_of(owner) {
            let said = [fact("owner", Some(json!(owner))), text("text", &point.text), links(&point.links)];
            self.item(Kind::Point, &point.id, said);
        }
    }

    fn events(&mut self) {
        for event in in_order(self.plan.events.values().filter(|it| &it.cycle == self.cycle)) {
            let said = [
                text("title", &event.title),
                may("place", event.place.as_ref()),
                date("starts", event.starts.as_ref()),
                date("ends", event.ends.as_ref()),
                may("points_heading", event.points_heading.as_ref()),
                may("outcomes_title", event.outcomes_title.as_ref()),
            ];
            self.item(Kind::Event, &event.id, said);
            self.figures(&event.id);
            self.points(&event.id);
            self.outcomes(&event.id);
        }
    }

    fn figures(&mut self, event: &Id) {
        for it in in_order(self.plan.figures.values().filter(|it| &it.event == event)) {
            let said = [
                fact("event", Some(json!(event))),
                fact("value", Some(json!(it.value))),
                flag("more_than", it.more_than),
                text("label", &it.label),
            ];
            self.item(Kind::Figure, &it.id, said);
        }
    }

    fn outcomes(&mut self, event: &Id) {
        for outcome in in_order(self.plan.outcomes.values().filter(|it| &it.event == event)) {
            let said = [fact("event", Some(json!(event))), text("title", &outcome.title)];
            self.item(Kind::Outcome, &outcome.id, said);
            self.points(&outcome.id);
            for it in in_order(self.plan.resolutions.values().filter(|it| it.outcome == outcome.id)) {
                let said = [fact("outcome", Some(json!(outcome.id))), text("title", &it.title)];
                self.item(Kind::Resolution, &it.id, said);
            }
        }
    }

    fn priorities(&mut self, workplan: &Id) {
        for priority in self.plan.priorities_of(workplan) {
            let leads = self.leads(priority);
            let said = [text("title", &priority.title), fact("leads", Some(json!(leads)))];
            self.item(Kind::Priority, &priority.id, said);
            let progress = self.plan.progress.values();
            for it in in_order(progress.filter(|it| it.priority == priority.id && &it.cycle == self.cycle)) {
                let said = [fact("priority", Some(json!(priority.id))), text("text", &it.text)];
                self.item(Kind::Progress, &it.id, said);
            }
            for milestone in self.plan.milestones_of(&priority.id) {
                self.item(Kind::Milestone, &milestone.id, said_of(milestone));
            }
        }
    }

    /// Who leads on the day of the meeting, in the group's own order.
    fn leads(&mut self, priority: &'p Priority) -> Vec<&'p Id> {
        let leading = priority.leads.iter().filter(|lead| lead.leads_on(self.day));
        let known: Vec<&Id> = leading
            .map(|lead| &lead.jurisdiction)
            .filter(|id| self.plan.jurisdictions.contains_key(*id))
            .collect();
        for id in &known {
            *self.jurisdictions.entry(id).or_default() = Names { abbreviation: true, name: true };
        }
        known
    }

    fn reports(&mut self) {
        for it in in_order(self.plan.achievements.values().filter(|it| &it.cycle == self.cycle)) {
            self.jurisdictions.entry(&it.jurisdiction).or_default().name = true;
            let said = [
                fact("jurisdiction", Some(json!(it.jurisdiction))),
                text("text", &it.text),
                flag("ongoing", it.ongoing),
                links(&it.links),
            ];
            self.item(Kind::Achievement, &it.id, said);
        }
        let merged = lineage::merged(self.plan);
        let challenges = self.plan.challenges.values().filter(|it| !merged.contains(&it.id));
        for it in in_order(challenges.filter(|it| &it.cycle == self.cycle && it.attribution != "internal")) {
            let named = if it.attribution == "named" { it.jurisdictions.as_slice() } else { &[] };
            for id in named {
                self.jurisdictions.entry(id).or_default().abbreviation = true;
            }
            let named = (!named.is_empty()).then(|| json!(named));
            let said = [text("text", &it.text), fact("jurisdictions", named), links(&it.links)];
            self.item(Kind::Challenge, &it.id, said);
        }
    }

    fn next_steps(&mut self) {
        for it in in_order(self.plan.next_steps.values().filter(|it| &it.cycle == self.cycle)) {
            let said = [
                fact("parent", it.parent.as_ref().map(|parent| json!(parent))),
                text("text", &it.text),
                date("when", it.when.as_ref()),
            ];
            self.item(Kind::NextStep, &it.id, said);
        }
    }

    fn names(&mut self) {
        for (id, shown) in std::mem::take(&mut self.jurisdictions) {
            let Some(it) = self.plan.jurisdictions.get(id) else { continue };
            let said = [
                may("name", Some(&it.name).filter(|_| shown.name)),
                may("abbreviation", Some(&it.abbreviation).filter(|_| shown.abbreviation)),
            ];
            self.item(Kind::Jurisdiction, id, said);
        }
    }
}

fn said_of(milestone: &Milestone) -> [Vec<Said>; 5] {
    let status = &milestone.status;
    let stands = [Some(status.completion.code()), status.outlook.map(|outlook| outlook.code())];
    let stands: Vec<&str> = stands.into_iter().flatten().collect();
    let due = milestone.due.as_ref();
    [
        fact("priority", Some(json!(milestone.priority))),
        text("title", &milestone.title),
        fact("status", Some(json!(stands))),
        may("status", status.reason.as_ref()),
        date("due", due.filter(|_| status.completion.is_open())),
    ]
}

/// A text as each deck shows it; a deck in whose language there is none says so.
fn text(field: &'static str, text: &Bilingual) -> Vec<Said> {
    let side = |lang| Said { field, lang: Some(lang), value: json!(text.shown(lang)) };
    Lang::BOTH.map(side).into()
}

/// A text that stands nowhere while it is empty.
fn may(field: &'static str, it: Option<&Bilingual>) -> Vec<Said> {
    it.filter(|it| !it.is_empty()).map(|it| text(field, it)).unwrap_or_default()
}

fn fact(field: &'static str, value: Option<Value>) -> Vec<Said> {
    value.map(|value| Said { field, lang: None, value }).into_iter().collect()
}

fn flag(field: &'static str, set: bool) -> Vec<Said> {
    fact(field, set.then_some(Value::Bool(true)))
}

fn date(field: &'static str, date: Option<&PlanDate>) -> Vec<Said> {
    match date {
        Some(PlanDate::Words(words)) => text(field, words),
        Some(date) => fact(field, Some(json!(date))),
        None => Vec::new(),
    }
}

/// Per language: label, address and language of the page, of each link.
fn links(links: &[Link]) -> Vec<Said> {
    let said = Lang::BOTH.into_iter().zip(shown_links(links));
    let some = said.filter(|(_, value)| value.as_array().is_some_and(|all| !all.is_empty()));
    some.map(|(lang, value)| Said { field: "links", lang: Some(lang), value }).collect()
}

/// What the deck of each language shows of links, in the order of [`Lang::BOTH`].
pub(crate) fn shown_links(links: &[Link]) -> [Value; 2] {
    let of = |link: &Link, lang| {
        let (address, page) = link.address(lang)?;
        let label = link.label.as_ref().map_or("", |label| label.shown(lang));
        let labelled = link.label.as_ref().is_some_and(|label| !label.is_empty());
        Some(json!([labelled, label, address, page.code()]))
    };
    Lang::BOTH.map(|lang| links.iter().filter_map(|link| of(link, lang)).collect())
}
