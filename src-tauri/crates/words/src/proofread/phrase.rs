//! Phrases in texts, whatever their case, accents and endings.

use std::ops::Range;

use jalon_domain::Lang;

use crate::fold;
use crate::seek::words_of;

/// A word of a text: where it stands, in bytes, and what is compared of it.
pub(super) struct Word {
    pub range: Range<usize>,
    pub stem: String,
}

/// The words of a text.
pub(super) fn words(lang: Lang, text: &str) -> Vec<Word> {
    let word = |range: Range<usize>| Word { stem: stem(lang, &fold(&text[range.clone()])), range };
    words_of(text).into_iter().map(word).collect()
}

/// A term as it is looked for.
pub(super) struct Phrase {
    pub text: String,
    stems: Vec<String>,
    /// What follows its last word: the sign of `GBA+`.
    tail: String,
}

impl Phrase {
    pub fn new(lang: Lang, text: &str) -> Phrase {
        let words = words(lang, text);
        let end = words.last().map_or(text.len(), |word| word.range.end);
        let stems = words.into_iter().map(|word| word.stem).collect();
        Phrase { text: text.to_owned(), stems, tail: text[end..].trim_end().to_owned() }
    }

    /// Whether the two differ in nothing but case, accents, spaces and endings.
    pub fn is_like(&self, other: &Phrase) -> bool {
        self.stems == other.stems && self.tail == other.tail
    }

    /// Where it stands in a text: its words in a row, with nothing between two of them
    /// but spaces, hyphens and apostrophes.
    pub fn places(&self, text: &str, words: &[Word]) -> Vec<Range<usize>> {
        if self.stems.is_empty() {
            return Vec::new();
        }
        let row = words.windows(self.stems.len()).filter(|row| {
            let same = row.iter().zip(&self.stems).all(|(word, stem)| word.stem == *stem);
            same && row.windows(2).all(|two| joins(&text[two[0].range.end..two[1].range.start]))
        });
        let places = row.map(|row| row[0].range.start..row[row.len() - 1].range.end);
        let whole = places.filter(|place| text[place.end..].starts_with(&self.tail));
        whole.map(|place| place.start..place.end + self.tail.len()).collect()
    }
}

/// A word without the endings of number and gender, roughly: what is compared, and never
/// shown. Short words stay as they are.
pub(super) fn stem(lang: Lang, folded: &str) -> String {
    if folded.len() < 4 {
        return folded.to_owned();
    }
    let stem = match lang {
        Lang::En => match folded.strip_suffix("ies") {
            Some(stem) => return format!("{stem}y"),
            None if ["ss", "us", "is"].iter().any(|end| folded.ends_with(end)) => folded,
            None => folded.strip_suffix('s').unwrap_or(folded),
        },
        Lang::Fr => match folded.strip_suffix("aux") {
            Some(stem) => return format!("{stem}al"),
            None => {
                let one = folded.strip_suffix(['s', 'x']).unwrap_or(folded);
                one.strip_suffix('e').unwrap_or(one)
            }
        },
    };
    stem.to_owned()
}

fn joins(between: &str) -> bool {
    between.chars().all(|c| c.is_whitespace() || is_hyphen(c) || matches!(c, '’' | '\''))
}

/// A hyphen, of either kind that joins two words.
pub(super) fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endings_of_number_and_gender_make_no_difference() {
        let check = |lang, one: &str, other: &str, expected: bool| {
            let like = Phrase::new(lang, one).is_like(&Phrase::new(lang, other));
            assert_eq!(like, expected, "{one} / {other}");
        };
        check(Lang::Fr, "donnée ouverte", "Données ouvertes", true);
        check(Lang::Fr, "jeu de données de grande valeur", "jeux de données de grande valeur", true);
        check(Lang::Fr, "intergouvernemental", "intergouvernementaux", true);
        check(Lang::Fr, "gouvernement ouvert", "gouvernement ouvrier", false);
        check(Lang::En, "policy", "Policies", true);
        check(Lang::En, "high-value dataset", "high value datasets", true);
        check(Lang::En, "access", "acces", false);
        check(Lang::En, "it", "its", false);
    }

    #[test]
    fn a_phrase_stands_where_its_words_stand_in_a_row() {
        let check = |text: &str, expected: usize| {
            let found = Phrase::new(Lang::Fr, "données ouvertes").places(text, &words(Lang::Fr, text));
            assert_eq!(found.len(), expected, "{text}");
        };
        check("Des données ouvertes, l’accès aux données\u{a0}ouvertes", 2);
        check("Les données. Ouvertes à tous", 0);
        check("Données très ouvertes", 0);
        let signed = |text: &str| Phrase::new(Lang::En, "GBA+").places(text, &words(Lang::En, text)).pop();
        assert_eq!((signed("a GBA+ toolkit"), signed("the GBA")), (Some(2..6), None));
    }
}
