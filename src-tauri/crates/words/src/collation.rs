//! Sorting, as readers of each language expect it.

use std::cmp::Ordering;
use std::sync::LazyLock;

use icu_collator::options::CollatorOptions;
use icu_collator::{Collator, CollatorBorrowed};
use icu_locale_core::locale;
use jalon_domain::Lang;

/// The collators' data is compiled in; without it, sorting would fall back to bytes.
type Found = Option<CollatorBorrowed<'static>>;

static ENGLISH: LazyLock<Found> =
    LazyLock::new(|| Collator::try_new(locale!("en-CA").into(), CollatorOptions::default()).ok());
static FRENCH: LazyLock<Found> =
    LazyLock::new(|| Collator::try_new(locale!("fr-CA").into(), CollatorOptions::default()).ok());

/// Compares two texts as a dictionary of the language orders them; Canadian French
/// looks at accents from the end. Texts that sort alike are ordered by their bytes,
/// so that a list has one order.
///
/// ```
/// use jalon_domain::Lang;
/// use jalon_words::compare;
///
/// let mut words = ["côté", "coté", "côte", "cote"];
/// words.sort_by(|a, b| compare(Lang::Fr, a, b));
/// assert_eq!(words, ["cote", "côte", "coté", "côté"]);
/// ```
pub fn compare(lang: Lang, one: &str, other: &str) -> Ordering {
    let collator = match lang {
        Lang::En => &*ENGLISH,
        Lang::Fr => &*FRENCH,
    };
    let order = collator.as_ref().map_or(Ordering::Equal, |collator| collator.compare(one, other));
    order.then_with(|| one.cmp(other))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sorted<'a>(lang: Lang, list: &[&'a str]) -> Vec<&'a str> {
        let mut list = list.to_vec();
        list.sort_by(|one, other| compare(lang, one, other));
        list
    }

    #[test]
    fn canadian_french_reads_accents_from_the_end_and_english_from_the_start() {
        assert_eq!(sorted(Lang::Fr, &["côté", "coté", "côte", "cote"]), ["cote", "côte", "coté", "côté"]);
        assert_eq!(sorted(Lang::En, &["côté", "coté", "côte", "cote"]), ["cote", "coté", "côte", "côté"]);
    }

    #[test]
    fn an_accented_capital_stands_with_its_letter() {
        let names = ["Manitoba", "Île-du-Prince-Édouard", "Yukon", "Alberta"];
        assert_eq!(sorted(Lang::Fr, &names), ["Alberta", "Île-du-Prince-Édouard", "Manitoba", "Yukon"]);
        assert_eq!(sorted(Lang::Fr, &["œuvre", "odeur", "ouvert"]), ["odeur", "œuvre", "ouvert"]);
    }
}
