//! The glossary, held against a text: what shall not be written, and terms that only one
//! of the two languages has.

use std::ops::Range;

use jalon_domain::{Failure, Lang, Plan, Term};

use super::Remark;
use super::phrase::{Phrase, Word, words};

/// What the plan's glossary says.
pub(super) struct Glossary {
    entries: Vec<Entry>,
}

/// A term: English, French.
struct Entry([Side; 2]);

struct Side {
    term: Phrase,
    abbreviation: Option<Phrase>,
    forbidden: Vec<Forbidden>,
}

/// What shall not be written, and how closely it is looked at.
struct Forbidden {
    phrase: Phrase,
    care: Care,
}

/// Case, accents and endings are passed over, unless what is forbidden differs from a
/// term by nothing else.
#[derive(Clone, Copy, PartialEq)]
enum Care {
    /// None of them matters.
    Words,
    /// Accents and endings matter.
    Accents,
    /// Case matters too, as it always does for what is all in capitals.
    Case,
}

impl Glossary {
    pub fn of(plan: &Plan) -> Glossary {
        let mut entries: Vec<Entry> = plan.terms.values().map(entry).collect();
        for lang in Lang::BOTH {
            let allowed: Vec<Phrase> = entries
                .iter()
                .flat_map(|entry| entry.side(lang).allowed())
                .map(|phrase| Phrase::new(lang, &phrase.text))
                .collect();
            for entry in &mut entries {
                let forbidden = &mut entry.0[lang as usize].forbidden;
                forbidden.retain(|it| !allowed.iter().any(|allowed| allowed.text == it.phrase.text));
                forbidden.iter_mut().for_each(|it| it.care = care(&it.phrase, &allowed));
            }
        }
        Glossary { entries }
    }

    /// Every term and abbreviation in a language.
    pub fn phrases(&self, lang: Lang) -> impl Iterator<Item = &str> {
        let allowed = self.entries.iter().flat_map(move |entry| entry.side(lang).allowed());
        allowed.map(|phrase| phrase.text.as_str())
    }

    /// What shall not be written and is, with the right term.
    pub fn forbidden(&self, lang: Lang, text: &str) -> Vec<Remark> {
        let words = words(lang, text);
        let right = self.places(lang, text, &words);
        let mut remarks: Vec<Remark> = Vec::new();
        for side in self.entries.iter().map(|entry| entry.side(lang)) {
            for forbidden in &side.forbidden {
                let places = forbidden.phrase.places(text, &words).into_iter();
                let places = places.filter(|place| forbidden.is_meant(&text[place.clone()]));
                let within = |place: &Range<usize>| right.iter().any(|it| contains(it, place) && it != place);
                for place in places.filter(|place| !within(place)) {
                    remarks.push(side.remark(forbidden, text, place));
                }
            }
        }
        remarks
    }

    /// Terms that `other`, the same text in the other language, has, and `text` has not.
    /// The place is all of the text: where the term should stand, nobody can say.
    pub fn lacking(&self, lang: Lang, text: &str, other: &str) -> Vec<Remark> {
        let (here, there) = (words(lang, text), words(lang.other(), other));
        let places = self.places(lang.other(), other, &there);
        let mut remarks = Vec::new();
        for entry in &self.entries {
            let (own, its) = (entry.side(lang), entry.side(lang.other()));
            let alone = |place: &Range<usize>| !places.iter().any(|it| contains(it, place) && it != place);
            let Some(said) = its.allowed().find(|it| it.stand_alone(other, &there).any(|it| alone(&it)))
            else {
                continue;
            };
            let twins = self.entries.iter().filter(|twin| twin.side(lang.other()).term.is_like(&its.term));
            let has = |side: &Side| side.allowed().any(|it| it.stand_alone(text, &here).next().is_some());
            if own.term.text.is_empty() || twins.into_iter().any(|twin| has(twin.side(lang))) {
                continue;
            }
            let right = own.abbreviation.as_ref().filter(|_| is_capitals(&said.text)).unwrap_or(&own.term);
            let what = Failure::new(match lang {
                Lang::En => "proofread-lacks-english",
                Lang::Fr => "proofread-lacks-french",
            });
            let what = what.text("term", &right.text).text("other", &said.text);
            remarks.push(Remark { place: 0..text.len(), what, offered: None });
        }
        remarks
    }

    /// Where terms stand in a text.
    fn places(&self, lang: Lang, text: &str, words: &[Word]) -> Vec<Range<usize>> {
        let allowed = self.entries.iter().flat_map(|entry| entry.side(lang).allowed());
        allowed.flat_map(|phrase| phrase.stand_alone(text, words).collect::<Vec<_>>()).collect()
    }
}

fn entry(term: &Term) -> Entry {
    Entry(Lang::BOTH.map(|lang| {
        let forbidden = match lang {
            Lang::En => &term.forbidden_en,
            Lang::Fr => &term.forbidden_fr,
        };
        let abbreviation = term.abbreviation.as_ref().map(|it| it.shown(lang)).filter(|it| !it.is_empty());
        Side {
            term: Phrase::new(lang, term.term.shown(lang)),
            abbreviation: abbreviation.map(|text| Phrase::new(lang, text)),
            forbidden: forbidden
                .iter()
                .map(|text| Forbidden { phrase: Phrase::new(lang, text), care: Care::Words })
                .collect(),
        }
    }))
}

fn care(forbidden: &Phrase, allowed: &[Phrase]) -> Care {
    let like = || allowed.iter().filter(|it| it.is_like(forbidden));
    if is_capitals(&forbidden.text) || like().any(|it| lower(&it.text) == lower(&forbidden.text)) {
        Care::Case
    } else if like().next().is_some() {
        Care::Accents
    } else {
        Care::Words
    }
}

impl Entry {
    fn side(&self, lang: Lang) -> &Side {
        &self.0[lang as usize]
    }
}

impl Side {
    /// The term and its abbreviation.
    fn allowed(&self) -> impl Iterator<Item = &Phrase> {
        [Some(&self.term), self.abbreviation.as_ref()].into_iter().flatten()
    }

    fn remark(&self, forbidden: &Forbidden, text: &str, place: Range<usize>) -> Remark {
        let capitals = is_capitals(&forbidden.phrase.text);
        let right = self.abbreviation.as_ref().filter(|_| capitals).unwrap_or(&self.term);
        let found = &text[place.clone()];
        let what = Failure::new("proofread-forbidden").text("found", found).text("term", &right.text);
        // Another ending needs another ending, and an elided article a vowel.
        let inflected = lower(found) != lower(&forbidden.phrase.text);
        let elided = text[..place.start].ends_with(['’', '\'']);
        let offered = (!inflected && !elided && !right.text.is_empty()).then(|| as_in(found, &right.text));
        Remark { place, what, offered }
    }
}

impl Forbidden {
    /// Whether a place that holds its words is what is forbidden.
    fn is_meant(&self, found: &str) -> bool {
        match self.care {
            Care::Words => true,
            Care::Accents => lower(found) == lower(&self.phrase.text),
            Care::Case => found == self.phrase.text,
        }
    }
}

impl Phrase {
    /// Where it stands, in the case that it needs: an abbreviation is no word.
    fn stand_alone<'t>(
        &self,
        text: &'t str,
        words: &[Word],
    ) -> impl Iterator<Item = Range<usize>> + use<'_, 't> {
        let capitals = is_capitals(&self.text);
        let places = self.places(text, words).into_iter();
        places.filter(move |place| !capitals || text[place.clone()].starts_with(&self.text))
    }
}

fn contains(outer: &Range<usize>, inner: &Range<usize>) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}

/// An abbreviation: two letters or more, and none of them small.
fn is_capitals(text: &str) -> bool {
    text.chars().filter(|c| c.is_alphabetic()).count() > 1 && !text.chars().any(char::is_lowercase)
}

/// Small letters, and one kind of space and apostrophe.
fn lower(text: &str) -> String {
    text.to_lowercase().replace(['\u{a0}', '\u{202f}'], " ").replace('\'', "’")
}

/// The term with a capital where what it replaces has one.
fn as_in(found: &str, term: &str) -> String {
    let mut rest = term.chars();
    match (found.chars().next(), rest.next()) {
        (Some(first), Some(initial)) if first.is_uppercase() => initial.to_uppercase().chain(rest).collect(),
        _ => term.to_owned(),
    }
}
