//! The one entry: a plan to the bytes of a deck.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use jalon_domain::problem::Problem;
use jalon_domain::{Failure, Id, Kind, Lang, Plan};

use crate::blockers::{Blocker, final_blockers};
use crate::compose::{ComposeOptions, compose};
use crate::laid_out::Remark;
use crate::layout::layout;
use crate::model::Deck;
use crate::parity::{Difference, parity};
use crate::pptx::{Template, TemplateError};

/// How a deck is made.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// The day that leads and lateness are reckoned from.
    pub day: NaiveDate,
    /// A final deck, which is refused while something blocks it; else a draft.
    pub is_final: bool,
    /// Entities with a field that has several heads; they block a final deck.
    pub conflicted: BTreeSet<Id>,
    /// What is wrong with the plan of which it shows nothing itself; it blocks a final deck.
    pub hidden: Vec<Problem>,
    /// What other governments do not have as it stands here, and whether somebody has to
    /// choose between versions of it first; it blocks a final deck.
    pub unissued: Vec<(Kind, Id, bool)>,
    /// The bytes of the secretariat's own template; ours when absent.
    pub template: Option<Vec<u8>>,
}

/// A deck that was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// The PPTX file. The same plan and options give the same bytes.
    pub bytes: Vec<u8>,
    /// What a person should know of the slides.
    pub remarks: Vec<Remark>,
}

/// Why no deck was made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DeckError {
    /// A final deck was asked for, and this stands in its way.
    #[error("{} things block a final deck", .0.len())]
    NotFinal(Vec<Failure>),
    /// The two final decks do not say the same.
    #[error("the two decks differ in {} places", .0.len())]
    Parity(Vec<Difference>),
    /// The template cannot be used.
    #[error(transparent)]
    Template(#[from] TemplateError),
}

impl DeckError {
    /// The same as data, for words: one sentence.
    pub fn failure(&self) -> Failure {
        let counted =
            |code: &str, n: usize| Failure::new(code).number("count", i64::try_from(n).unwrap_or(i64::MAX));
        match self {
            DeckError::NotFinal(blockers) => counted("failure-deck-not-final", blockers.len()),
            DeckError::Parity(differences) => counted("failure-deck-parity", differences.len()),
            DeckError::Template(error) => error.failure(),
        }
    }

    /// What the sentence counts, one by one.
    pub fn details(&self) -> Vec<Failure> {
        match self {
            DeckError::NotFinal(blockers) => blockers.clone(),
            DeckError::Parity(differences) => differences.iter().map(Difference::failure).collect(),
            DeckError::Template(_) => Vec::new(),
        }
    }
}

/// Makes the deck of the current workplan and cycle in one language.
///
/// # Errors
/// [`DeckError::NotFinal`] for a final deck that must wait, [`DeckError::Template`]
/// for a template that cannot be used. A draft over our template never fails.
pub fn make(plan: &Plan, lang: Lang, options: &Options) -> Result<Made, DeckError> {
    // One language, one deck.
    Ok(make_all(plan, &[lang], options)?.swap_remove(0))
}

/// Makes the decks in several languages from one plan: all or none. Two final decks
/// of a plan that is kept in both languages must agree.
///
/// # Errors
/// As [`make`], and [`DeckError::Parity`].
pub fn make_all(plan: &Plan, langs: &[Lang], options: &Options) -> Result<Vec<Made>, DeckError> {
    let template = template(options)?;
    let blockers = if options.is_final { blockers(plan, langs, options) } else { Vec::new() };
    if !blockers.is_empty() {
        return Err(DeckError::NotFinal(blockers.iter().map(|it| it.failure(plan)).collect()));
    }
    let compose_options = ComposeOptions { day: options.day, draft: !options.is_final };
    let decks: Vec<Deck> = langs.iter().map(|&lang| compose(plan, lang, &compose_options)).collect();
    let differences = if options.is_final { between(&decks) } else { Vec::new() };
    if !differences.is_empty() {
        return Err(DeckError::Parity(differences));
    }
    Ok(decks.iter().map(|deck| write(deck, &template)).collect())
}

/// Where the final decks in these languages would not say the same: nowhere while only one
/// is asked for. Worth asking once nothing else blocks them, since a text that is not
/// translated yet differs by all that it says.
pub fn differences(plan: &Plan, langs: &[Lang], day: NaiveDate) -> Vec<Difference> {
    let options = ComposeOptions { day, draft: false };
    between(&langs.iter().map(|&lang| compose(plan, lang, &options)).collect::<Vec<_>>())
}

/// Where the English and the French one of these decks differ.
fn between(decks: &[Deck]) -> Vec<Difference> {
    let of = |lang| decks.iter().find(|deck| deck.lang == lang);
    match (of(Lang::En), of(Lang::Fr)) {
        (Some(en), Some(fr)) => parity(en, fr),
        _ => Vec::new(),
    }
}

fn template(options: &Options) -> Result<Template, TemplateError> {
    options.template.as_ref().map_or_else(|| Ok(Template::ours()), |bytes| Template::open(bytes))
}

/// What blocks any of these decks, each thing once.
fn blockers(plan: &Plan, langs: &[Lang], options: &Options) -> Vec<Blocker> {
    let unissued = options.unissued.iter().cloned();
    let unissued = unissued.map(|(kind, id, in_conflict)| Blocker::Unissued(kind, id, in_conflict));
    let mut found: Vec<Blocker> = unissued.collect();
    for &lang in langs {
        for blocker in final_blockers(plan, lang, options.day, &options.conflicted, &options.hidden) {
            if !found.contains(&blocker) {
                found.push(blocker);
            }
        }
    }
    found
}

fn write(deck: &Deck, template: &Template) -> Made {
    let laid_out = layout(deck, template.geometry());
    Made { bytes: template.fill(&laid_out), remarks: laid_out.remarks }
}
