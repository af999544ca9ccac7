//! Proofreading: what looks wrong in the texts of a plan, held against its glossary and
//! the typography of each language. It warns and offers; it never rewrites.
//!
//! Deliberately absent: a dictionary. A word that is broken in two is told by the other
//! words of the same plan, and by pieces that no word consists of alone.

mod abbreviations;
mod glossary;
mod hyphens;
mod ligatures;
mod phrase;

use std::collections::BTreeSet;
use std::ops::Range;

use jalon_domain::problem::objects;
use jalon_domain::reading::in_reading_order;
use jalon_domain::texts::{Text, of_entity};
use jalon_domain::{Bilingual, Failure, Id, Kind, Lang, Plan, Translation};
use serde::Serialize;
use ts_rs::TS;

use crate::seek::in_characters;
use crate::typography::{mend, typography_faults};
use abbreviations::Abbreviations;
use glossary::Glossary;
use hyphens::Vocabulary;
use ligatures::ligatures;

/// One thing that looks wrong.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Finding {
    /// Kind of the entity.
    pub kind: Kind,
    /// The entity.
    pub id: Id,
    /// Where in it the text stands: `title`, `status.reason`, `links[0].label`.
    pub field: String,
    /// The language of the text.
    pub lang: Lang,
    /// The text.
    pub text: String,
    /// The first character of the place, counted from 0.
    pub start: usize,
    /// The first character after it.
    pub end: usize,
    /// What looks wrong there, for words.
    pub what: Failure,
    /// What could stand there instead.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub offered: Option<String>,
}

/// A remark on a text: the place in bytes, what it is about, what could stand there.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Remark {
    place: Range<usize>,
    what: Failure,
    offered: Option<String>,
}

/// A text of the plan, where it stands.
struct Read<'p> {
    kind: Kind,
    id: &'p Id,
    field: String,
    pair: Bilingual,
}

/// What looks wrong in a plan's texts, in both languages or in one, in the order in which
/// people read it and from the beginning of each text.
pub fn proofread(plan: &Plan, lang: Option<Lang>) -> Vec<Finding> {
    let texts = texts_of(plan);
    let glossary = Glossary::of(plan);
    let abbreviations = Abbreviations::of(plan);
    let vocabularies = Lang::BOTH.map(|lang| {
        let sides = texts.iter().map(|it| it.pair.side(lang));
        Vocabulary::of(lang, sides.chain(glossary.phrases(lang)))
    });
    let mut findings = Vec::new();
    for read in &texts {
        for (of, vocabulary) in Lang::BOTH.into_iter().zip(&vocabularies) {
            let text = read.pair.side(of);
            if text.is_empty() || lang.is_some_and(|lang| lang != of) {
                continue;
            }
            let mut remarks = typography(of, text);
            remarks.extend(vocabulary.broken_words(text));
            remarks.extend(ligatures(of, text));
            // The glossary itself names what shall not be written.
            if read.kind != Kind::Term {
                let forbidden = glossary.forbidden(of, text);
                let slips = abbreviations.slips(text);
                let new = |slip: &Remark| !forbidden.iter().any(|it| it.place == slip.place);
                remarks.extend(slips.into_iter().filter(new));
                remarks.extend(forbidden);
                if read.pair.state != Translation::Same {
                    remarks.extend(glossary.lacking(of, text, read.pair.side(of.other())));
                }
            }
            remarks.sort_by_key(|remark| (remark.place.start, remark.place.end));
            findings.extend(remarks.into_iter().map(|remark| finding(read, of, remark)));
        }
    }
    findings
}

fn texts_of(plan: &Plan) -> Vec<Read<'_>> {
    let objects = objects(plan);
    let mut texts = Vec::new();
    for place in in_reading_order(plan, None) {
        let object = objects.get(&place.kind).and_then(|by_id| by_id.get(place.id));
        let found = object.map(|object| of_entity(place.kind.def(), object)).unwrap_or_default();
        texts.extend(found.into_iter().filter_map(|found| match found.text {
            Text::Pair(pair) => Some(Read { kind: place.kind, id: place.id, field: found.path, pair }),
            Text::Plain(_) => None,
        }));
    }
    texts
}

fn finding(read: &Read<'_>, lang: Lang, remark: Remark) -> Finding {
    let text = read.pair.side(lang).to_owned();
    let place = in_characters(&text, &remark.place);
    Finding {
        kind: read.kind,
        id: read.id.clone(),
        field: read.field.clone(),
        lang,
        text,
        start: place.start,
        end: place.end,
        what: remark.what,
        offered: remark.offered,
    }
}

/// Faults of typography, each place once: what mends the longer stretch mends the rest.
fn typography(lang: Lang, text: &str) -> Vec<Remark> {
    let faults = typography_faults(lang, text).into_iter().map(|fault| {
        let (place, by) = mend(lang, text, &fault);
        let what = Failure::new(format!("proofread-{}", fault.rule.code()));
        Remark { place, what, offered: Some(by) }
    });
    let mut remarks: Vec<Remark> = faults.collect();
    remarks.sort_by_key(|remark| (remark.place.start, usize::MAX - remark.place.end));
    let mut end = 0;
    remarks.retain(|remark| {
        let new = remark.place.end > end;
        end = end.max(remark.place.end);
        new
    });
    remarks
}

/// The words of a plan's languages that stand whole somewhere.
type Words = BTreeSet<String>;

#[cfg(test)]
mod tests;
