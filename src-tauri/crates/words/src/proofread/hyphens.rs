//! Words that a hyphen has broken: what a line break in a document leaves behind when its
//! text is copied.
//!
//! There is no dictionary here, and compounds abound (`peut-être`, `Nouvelle-Écosse`,
//! `federal-provincial`). A hyphen is taken for a stray one when the word stands whole
//! elsewhere in the plan, when what follows it is an ending that is no word (`-entaux`),
//! or when a space follows it in the middle of a sentence and at least one of the two
//! pieces is no word of the plan.

use std::ops::Range;

use jalon_domain::{Failure, Lang};

use super::phrase::{is_hyphen, stem};
use super::{Remark, Words};
use crate::fold;
use crate::seek::words_of;

/// Shorter words are made of two others by accident (`vis-à`, `visa`).
const SHORTEST: usize = 6;

/// Endings that are no second half of a compound.
const ENDINGS: [&str; 34] = [
    "ation", "ations", "ement", "ements", "ental", "entale", "entales", "entaux", "ition", "itions", "ities",
    "ity", "isation", "isations", "ization", "izations", "lement", "ly", "ment", "mental", "mentale",
    "mentales", "mentally", "mentaux", "ments", "ness", "sion", "sions", "tion", "tional", "tionnel",
    "tions", "ité", "ités",
];

/// What follows a hyphen that stands for the second half of the next compound:
/// `short- and long-term`, `pré- et postdoctoral`.
const JOINING: [&str; 12] =
    ["and", "or", "nor", "to", "but", "versus", "et", "ou", "ni", "à", "puis", "mais"];

/// First halves that make compounds rather than words.
const FIRST_HALVES: [&str; 24] = [
    "après", "avant", "contre", "co", "compte", "cross", "demi", "entre", "ex", "grand", "high", "long",
    "mot", "non", "open", "peut", "porte", "quasi", "self", "semi", "short", "sous", "vice", "well",
];

/// The words of one language that a plan uses.
pub(super) struct Vocabulary {
    lang: Lang,
    /// Words that stand whole, folded, and their stems.
    whole: Words,
    /// Compounds, folded.
    compounds: Words,
}

/// A hyphen after a letter.
struct Hyphen {
    left: Range<usize>,
    right: Range<usize>,
    /// Whether a space or line break stands between it and the next letter.
    spaced: bool,
}

impl Vocabulary {
    pub fn of<'t>(lang: Lang, texts: impl Iterator<Item = &'t str>) -> Vocabulary {
        let mut vocabulary = Vocabulary { lang, whole: Words::new(), compounds: Words::new() };
        for text in texts {
            for word in words_of(text) {
                let touches =
                    text[..word.start].ends_with(is_hyphen) || text[word.end..].starts_with(is_hyphen);
                let folded = fold(&text[word]);
                if !touches {
                    vocabulary.whole.insert(stem(lang, &folded));
                    vocabulary.whole.insert(folded);
                }
            }
            let joined = hyphens(text).into_iter().filter(|hyphen| !hyphen.spaced);
            let compounds = joined.map(|hyphen| fold(&text[hyphen.left.start..hyphen.right.end]));
            vocabulary.compounds.extend(compounds);
        }
        vocabulary
    }

    /// Words that look broken, with what they could be in one piece.
    pub fn broken_words(&self, text: &str) -> Vec<Remark> {
        let soft = words_of(text).into_iter().filter(|word| text[word.clone()].contains('\u{ad}'));
        let soft = soft.map(|place| {
            let word = text[place.clone()].replace('\u{ad}', "");
            let what = Failure::new("proofread-soft-hyphen").text("word", &word);
            Remark { place, what, offered: Some(word) }
        });
        let broken = hyphens(text).into_iter().filter_map(|hyphen| {
            let offered = self.in_one_piece(text, &hyphen)?;
            let place = hyphen.left.start..hyphen.right.end;
            let found: Vec<&str> = text[place.clone()].split_whitespace().collect();
            let what = Failure::new("proofread-broken-word").text("found", found.join(" "));
            Some(Remark { place, what, offered: Some(offered) })
        });
        soft.chain(broken).collect()
    }

    /// The word that a stray hyphen has broken; `None` where the hyphen seems right.
    fn in_one_piece(&self, text: &str, hyphen: &Hyphen) -> Option<String> {
        let (left, right) = (&text[hyphen.left.clone()], &text[hyphen.right.clone()]);
        if !right.starts_with(char::is_lowercase) || left.chars().skip(1).any(char::is_uppercase) {
            return None;
        }
        let joined = format!("{left}{right}");
        let known = joined.chars().count() >= SHORTEST && self.knows(&joined);
        let ending = ENDINGS.contains(&right) && left.chars().count() > 2;
        if !hyphen.spaced {
            return (known || ending).then_some(joined);
        }
        if JOINING.contains(&right) || (!known && !ending && self.knows(left) && self.knows(right)) {
            return None;
        }
        let compound = format!("{left}-{right}");
        let is_compound =
            self.compounds.contains(&fold(&compound)) || FIRST_HALVES.contains(&left.to_lowercase().as_str());
        Some(if is_compound && !known { compound } else { joined })
    }

    fn knows(&self, word: &str) -> bool {
        let folded = fold(word);
        self.whole.contains(&stem(self.lang, &folded)) || self.whole.contains(&folded)
    }
}

/// The hyphens of a text that have letters on both sides, with or without space after.
fn hyphens(text: &str) -> Vec<Hyphen> {
    let words = words_of(text);
    let pairs = words.windows(2).filter_map(|two| {
        let (left, right) = (two[0].clone(), two[1].clone());
        let mut between = text[left.end..right.start].chars();
        let hyphen = between.next().is_some_and(is_hyphen);
        let spaced = !between.as_str().is_empty();
        let only_space = between.all(char::is_whitespace);
        let letters = [&left, &right].into_iter().all(|word| text[word.clone()].chars().all(is_letter));
        (hyphen && only_space && letters).then_some(Hyphen { left, right, spaced })
    });
    pairs.collect()
}

/// Letters, with what may stand on or in them.
fn is_letter(c: char) -> bool {
    !c.is_numeric()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(lang: Lang, elsewhere: &str, text: &str, expected: &[(&str, &str)]) {
        let vocabulary = Vocabulary::of(lang, [elsewhere, text].into_iter());
        let remarks = vocabulary.broken_words(text);
        let told: Vec<_> = remarks
            .iter()
            .map(|remark| (&text[remark.place.clone()], remark.offered.as_deref().unwrap_or_default()))
            .collect();
        assert_eq!(told, expected, "{text}");
    }

    #[test]
    fn a_word_that_is_broken_is_offered_in_one_piece() {
        check(
            Lang::Fr,
            "",
            "Liens intergouvernem-entaux",
            &[("intergouvernem-entaux", "intergouvernementaux")],
        );
        check(Lang::Fr, "Données partagées", "Des don-nées", &[("don-nées", "données")]);
        check(Lang::Fr, "Un partenaire", "Deux parten-aires", &[("parten-aires", "partenaires")]);
        check(Lang::Fr, "", "La normali-\nsation", &[("normali-\nsation", "normalisation")]);
        check(Lang::En, "", "A com- munity of practice", &[("com- munity", "community")]);
        check(Lang::En, "", "open govern-ment", &[("govern-ment", "government")]);
        check(Lang::En, "", "a gov\u{ad}ern\u{ad}ment", &[("gov\u{ad}ern\u{ad}ment", "government")]);
        check(Lang::Fr, "porte-parole", "le porte- parole", &[("porte- parole", "porte-parole")]);
    }

    #[test]
    fn a_hyphen_that_belongs_there_is_left_alone() {
        for text in [
            "peut-être en Nouvelle-Écosse, dit le porte-parole du Nord-Ouest, c’est-à-dire là-bas",
            "mots-clics, avant-plan, au-delà, ce jour-là, y a-t-il, dix-sept, vis-à-vis, États-Unis",
            "les cours pré- et postdoctoraux, de 2018-2019, ACS+, Canada-Mexique-Argentine",
            "fédéral-provincial-territorial",
        ] {
            check(Lang::Fr, "parole provincial territorial visa", text, &[]);
        }
        for text in [
            "federal-provincial work, short- and long-term, a well-known e-mail, co-chairs, up-to-date",
            "The plan- a draft - stands; client-centred, Prince-Albert, ISO-ment, 5-year",
        ] {
            check(Lang::En, "the plan is a draft; email", text, &[]);
        }
    }
}
