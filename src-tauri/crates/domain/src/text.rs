//! Bilingual text: a pair, its source side, and the state of the other side.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::digest;
use crate::lang::Lang;

/// How the side that is not the source stands.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS, Default, PartialOrd, Ord,
)]
#[serde(rename_all = "snake_case")]
pub enum Translation {
    /// There is no text on the other side.
    #[default]
    Missing,
    /// There is one, which nobody has approved.
    Draft,
    /// The source has changed since the translation was made.
    Stale,
    /// Approved as the translation of exactly this source.
    Approved,
    /// Marked "same in both languages" (a name, an address).
    Same,
}

impl Translation {
    /// Its name in JSON.
    pub fn code(self) -> &'static str {
        match self {
            Translation::Missing => "missing",
            Translation::Draft => "draft",
            Translation::Stale => "stale",
            Translation::Approved => "approved",
            Translation::Same => "same",
        }
    }
}

/// A text in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Bilingual {
    /// English; empty when there is none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub en: String,
    /// French; empty when there is none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub fr: String,
    /// The side that was written first; the other is its translation.
    pub source: Lang,
    /// The state of the other side.
    #[serde(default)]
    pub state: Translation,
}

impl Default for Bilingual {
    fn default() -> Self {
        Bilingual { en: String::new(), fr: String::new(), source: Lang::En, state: Translation::Missing }
    }
}

impl Bilingual {
    /// A text written in one language only, its translation missing.
    pub fn from_source(source: Lang, text: impl Into<String>) -> Self {
        let mut pair = Bilingual { source, ..Bilingual::default() };
        *pair.side_mut(source) = text.into();
        pair
    }

    /// Takes over the translation of the text in whose place this one comes, where this
    /// one brings none: it is stale for other words, and as it was for the same.
    pub fn keep_translation(&mut self, before: &Bilingual) {
        let other = self.source.other();
        let brings = self.state == Translation::Same || !self.side(other).is_empty();
        if brings || self.source != before.source || before.side(other).is_empty() {
            return;
        }
        let same = self.side(self.source) == before.side(self.source);
        self.state = if same { before.state } else { Translation::Stale };
        before.side(other).clone_into(self.side_mut(other));
    }

    /// One side, empty when there is none.
    pub fn side(&self, lang: Lang) -> &str {
        match lang {
            Lang::En => &self.en,
            Lang::Fr => &self.fr,
        }
    }

    /// One side, to be written.
    pub fn side_mut(&mut self, lang: Lang) -> &mut String {
        match lang {
            Lang::En => &mut self.en,
            Lang::Fr => &mut self.fr,
        }
    }

    /// The text for a reader of `lang`, and the language it really is in: the
    /// other side when this one is empty. For the screen, which marks it; a deck
    /// never falls back silently.
    pub fn readable(&self, lang: Lang) -> (&str, Lang) {
        if self.side(lang).is_empty() && self.state != Translation::Same {
            (self.side(lang.other()), lang.other())
        } else {
            (self.shown(lang), lang)
        }
    }

    /// What is meant now, for somebody who reads `lang`: that side, unless it is missing
    /// or was made from other words; then the source. With the language that it is in.
    pub fn meant(&self, lang: Lang) -> (&str, Lang) {
        let stale = lang != self.source && self.state == Translation::Stale;
        self.readable(if stale { self.source } else { lang })
    }

    /// The text shown in `lang`: its own side, or the source where both are
    /// marked the same. Empty when it is missing.
    pub fn shown(&self, lang: Lang) -> &str {
        if self.state == Translation::Same && self.side(lang).is_empty() {
            self.side(self.source)
        } else {
            self.side(lang)
        }
    }

    /// Whether both languages are shown the same words as of another pair.
    pub fn reads_as(&self, other: &Bilingual) -> bool {
        Lang::BOTH.into_iter().all(|lang| self.shown(lang) == other.shown(lang))
    }

    /// Whether neither side has a text.
    pub fn is_empty(&self) -> bool {
        self.en.is_empty() && self.fr.is_empty()
    }

    /// The text of this pair in `lang` may go into a final deck.
    pub fn is_final(&self, lang: Lang) -> bool {
        !self.shown(lang).is_empty()
            && (lang == self.source || matches!(self.state, Translation::Approved | Translation::Same))
    }
}

/// What is recorded beside the two texts (journal field `title.translation`), so
/// that merges cannot pass off an old translation as current: digests of the
/// texts that were translated and approved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// The source side.
    pub source: Lang,
    /// Digest of the source text that the translation was made from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub made_from: Option<String>,
    /// Digest of the pair that was approved.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub approved: Option<String>,
    /// "Same in both languages".
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub same: bool,
}

impl Mark {
    /// The mark of a pair that stands in the given state.
    pub fn of(pair: &Bilingual) -> Mark {
        let source = pair.side(pair.source);
        let current = Some(digest::short(&[source]));
        let approved = Some(digest::short(&[&pair.en, &pair.fr]));
        let mark = Mark { source: pair.source, made_from: None, approved: None, same: false };
        match pair.state {
            Translation::Missing => mark,
            Translation::Draft => Mark { made_from: current, ..mark },
            Translation::Stale => Mark { made_from: Some(String::new()), ..mark },
            Translation::Approved => Mark { made_from: current, approved, ..mark },
            Translation::Same => Mark { made_from: current, same: true, ..mark },
        }
    }

    /// The pair as it stands, its state computed from the texts and this mark.
    pub fn pair(&self, en: String, fr: String) -> Bilingual {
        let mut pair = Bilingual { en, fr, source: self.source, state: Translation::Missing };
        let source = pair.side(self.source);
        let other = pair.side(self.source.other());
        pair.state = if self.same && (other.is_empty() || other == source) {
            Translation::Same
        } else if other.is_empty() {
            Translation::Missing
        } else if self.made_from.as_deref() != Some(&digest::short(&[source])) {
            Translation::Stale
        } else if self.approved.as_deref().is_some_and(|it| it == digest::short(&[&pair.en, &pair.fr])) {
            Translation::Approved
        } else {
            Translation::Draft
        };
        pair
    }

    /// The mark after an edit that leaves the texts as in `after`.
    ///
    /// Editing the translation, or both sides in one action, makes it a draft of
    /// the present source. Editing the source alone leaves the mark as it is, so
    /// that the translation is stale, unless `holds` says that it still holds; that can
    /// be said of a stale translation afterwards, too.
    pub fn after_edit(&self, before: &Bilingual, after: &Bilingual, holds: bool) -> Mark {
        let other = self.source.other();
        let translated = before.side(other) != after.side(other);
        let mut mark = self.clone();
        if translated || holds {
            mark.made_from = Some(digest::short(&[after.side(self.source)]));
            mark.same = self.same && !translated;
        }
        mark
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pair(state: Translation) -> Bilingual {
        Bilingual { en: "Draft standard".into(), fr: "Projet de norme".into(), source: Lang::En, state }
    }

    #[test]
    fn a_text_that_comes_in_the_place_of_another_keeps_its_translation_and_brings_its_own() {
        let before = pair(Translation::Approved);
        let kept = |mut text: Bilingual| {
            text.keep_translation(&before);
            (text.fr, text.state)
        };
        let kept_with = |text: &str| kept(Bilingual::from_source(Lang::En, text));
        assert_eq!(kept_with("Adopted standard"), ("Projet de norme".into(), Translation::Stale));
        assert_eq!(kept_with("Draft standard"), ("Projet de norme".into(), Translation::Approved));
        let own = Bilingual { fr: "Norme".into(), ..pair(Translation::Draft) };
        assert_eq!(kept(own), ("Norme".into(), Translation::Draft));
        let same = Bilingual { fr: String::new(), ..pair(Translation::Same) };
        assert_eq!(kept(same), (String::new(), Translation::Same));
        // In the other language it is another text, of which nothing is known.
        assert_eq!(kept(Bilingual::from_source(Lang::Fr, "Norme")), ("Norme".into(), Translation::Missing));
    }

    #[test]
    fn every_state_has_its_name_in_json_as_its_code() {
        use Translation::{Approved, Draft, Missing, Same, Stale};
        for state in [Missing, Draft, Stale, Approved, Same] {
            assert_eq!(serde_json::to_value(state).unwrap(), state.code());
        }
    }

    #[test]
    fn every_state_survives_a_round_trip_through_its_mark() {
        for state in [Translation::Draft, Translation::Stale, Translation::Approved] {
            let before = pair(state);
            let after = Mark::of(&before).pair(before.en.clone(), before.fr.clone());
            assert_eq!(before, after);
        }
        let alone = Bilingual::from_source(Lang::Fr, "Projet de norme");
        assert_eq!(Mark::of(&alone).pair(String::new(), alone.fr.clone()), alone);
        let same = Bilingual { fr: String::new(), state: Translation::Same, ..pair(Translation::Same) };
        assert_eq!(Mark::of(&same).pair(same.en.clone(), String::new()), same);
    }

    #[test]
    fn editing_the_source_makes_an_approved_translation_stale() {
        let before = pair(Translation::Approved);
        let mark = Mark::of(&before);
        let after = Bilingual { en: "Adopted standard".into(), ..before.clone() };
        let edited = mark.after_edit(&before, &after, false).pair(after.en.clone(), after.fr.clone());
        assert_eq!(edited.state, Translation::Stale);
    }

    #[test]
    fn saying_that_the_translation_holds_makes_it_a_draft_again() {
        let before = pair(Translation::Approved);
        let after = Bilingual { en: "Draft standards".into(), ..before.clone() };
        let mark = Mark::of(&before).after_edit(&before, &after, true);
        assert_eq!(mark.pair(after.en.clone(), after.fr.clone()).state, Translation::Draft);
    }

    #[test]
    fn a_merge_that_brings_a_new_source_voids_the_approval() {
        let mark = Mark::of(&pair(Translation::Approved));
        assert_eq!(mark.pair("Other words".into(), "Projet de norme".into()).state, Translation::Stale);
    }
}
