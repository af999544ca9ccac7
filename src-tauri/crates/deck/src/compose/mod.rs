//! Plan and words to the slides of a deck: a pure function of the plan, the
//! language and the options. The order is that of the councils' own deck: title,
//! narrative slides, events, priority matrix, achievements and challenges, next steps.

mod events;
mod matrix;
mod narrative;
mod next_steps;
mod notes;
mod reports;
mod writer;

use chrono::NaiveDate;
use jalon_domain::{Cycle, Id, Kind, Lang, Meeting, Plan, Translation, Workplan};
use jalon_words::{Words, key};

use crate::model::{Body, Deck, Run, Slide};

use writer::Writer;

/// What a deck depends on besides the plan and the language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ComposeOptions {
    /// The day that leads and lateness of a draft are reckoned from, until the day of
    /// the meeting. Those of a final deck are what they will be on that day, so that what
    /// was approved is what is tabled, whenever it is made.
    pub day: NaiveDate,
    /// A draft says so on every slide.
    pub draft: bool,
}

/// A text of the plan that the deck shows.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Shown {
    pub(crate) kind: Kind,
    pub(crate) id: Id,
    pub(crate) field: &'static str,
    /// Why it may not stand in a final deck, if it may not.
    pub(crate) not_final: Option<Translation>,
}

/// A deck, and what its maker must know of the plan's content in it.
pub(crate) struct Composed {
    pub(crate) deck: Deck,
    /// Every text that the deck shows, in the order of first showing.
    pub(crate) shown: Vec<Shown>,
    /// Addresses that cannot be opened; they stand on slides as text.
    pub(crate) bad_links: Vec<(Kind, Id, String)>,
}

/// What the slides are about: the workplan, and the meeting and cycle reported on.
struct Scope<'a> {
    workplan: &'a Workplan,
    meeting: Option<&'a Meeting>,
    cycle: Option<&'a Cycle>,
    /// The day that leads and lateness are reckoned from.
    day: NaiveDate,
}

/// Composes the deck of the current workplan and cycle in one language. A plan
/// that lacks them still gives a deck, whose slides say what is missing; so does a
/// text without a translation.
pub fn compose(plan: &Plan, lang: Lang, options: &ComposeOptions) -> Deck {
    compose_all(plan, lang, options).deck
}

pub(crate) fn compose_all(plan: &Plan, lang: Lang, options: &ComposeOptions) -> Composed {
    let words = Words::of(lang);
    let writer = Writer::new(plan, lang);
    let (title, author, slides) = match plan.current_workplan() {
        None => {
            let text = words.text(key::DECK_NO_WORKPLAN);
            let title = vec![Run::plain(text.clone(), lang)];
            (text, String::new(), vec![writer.slide("title", title, Body::Title(Vec::new()), Vec::new())])
        }
        Some(workplan) => {
            let (meeting, cycle) = plan.current_cycle(&workplan.id).unzip();
            let day = match meeting {
                Some(meeting) if options.draft => options.day.min(meeting.date),
                Some(meeting) => meeting.date,
                None => options.day,
            };
            let scope = Scope { workplan, meeting, cycle, day };
            let author = writer.line(&workplan.group);
            (narrative::file_title(&writer, &scope), author, slides(&writer, &scope))
        }
    };
    let deck =
        Deck { lang, title, author, draft: options.draft, draft_mark: words.text(key::DECK_DRAFT), slides };
    let (shown, bad_links) = writer.finish();
    Composed { deck, shown, bad_links }
}

fn slides(writer: &Writer<'_>, scope: &Scope<'_>) -> Vec<Slide> {
    let mut slides = vec![narrative::title_slide(writer, scope)];
    slides.extend(narrative::slides(writer, scope));
    slides.extend(events::slides(writer, scope));
    slides.push(matrix::slide(writer, scope));
    slides.push(reports::slide(writer, scope));
    slides.push(next_steps::slide(writer, scope));
    slides
}
