//! A status as somebody types it: its code, or its word in either language.

use jalon_domain::{Completion, Lang, Outlook};

use crate::{Words, fold};

/// The completion that `said` names: `SP`, `substantial progress`, `progrès important`.
/// Case, accents and the plural make no difference.
///
/// ```
/// use jalon_domain::Completion;
/// use jalon_words::completion_named;
///
/// assert_eq!(completion_named("Progres importants"), Some(Completion::SubstantialProgress));
/// assert_eq!(completion_named("done"), None);
/// ```
pub fn completion_named(said: &str) -> Option<Completion> {
    Completion::ALL.into_iter().find(|it| goes_by(said, it.code(), |words| words.completion(*it)))
}

/// The outlook that `said` names: `at_risk`, `at risk`, `à risque`.
pub fn outlook_named(said: &str) -> Option<Outlook> {
    Outlook::ALL.into_iter().find(|it| goes_by(said, it.code(), |words| words.outlook(*it)))
}

impl Words {
    /// Every completion by its code, with its word: `NS (Not started), …`.
    pub fn completions(&self) -> String {
        coded(Completion::ALL.map(|it| (it.code(), self.completion(it))))
    }

    /// Every outlook in the same way.
    pub fn outlooks(&self) -> String {
        coded(Outlook::ALL.map(|it| (it.code(), self.outlook(it))))
    }
}

fn coded<const N: usize>(all: [(&str, String); N]) -> String {
    all.map(|(code, word)| format!("{code} ({word})")).join(", ")
}

fn goes_by(said: &str, code: &str, word: impl Fn(&Words) -> String) -> bool {
    let sought = singular(said);
    !sought.is_empty()
        && (singular(code) == sought
            || Lang::BOTH.into_iter().any(|lang| singular(&word(Words::of(lang))) == sought))
}

/// The words of a text, folded, each without the mark of the plural.
fn singular(text: &str) -> Vec<String> {
    let folded = fold(text);
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    // A code ends as it ends: `NS` is not `N`.
    words.map(|word| if word.len() > 2 { word.trim_end_matches('s') } else { word }.to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_status_goes_by_its_code_and_by_its_word_in_either_language() {
        for it in Completion::ALL {
            for said in [it.code().to_owned(), it.code().to_lowercase()] {
                assert_eq!(completion_named(&said), Some(it), "{said}");
            }
            for words in Lang::BOTH.map(Words::of) {
                assert_eq!(completion_named(&words.completion(it).to_uppercase()), Some(it));
                assert!(words.completions().contains(&words.completion(it)));
            }
        }
        for it in Outlook::ALL {
            for said in [it.code().to_owned(), it.code().replace('_', "-")] {
                assert_eq!(outlook_named(&said), Some(it), "{said}");
            }
            for words in Lang::BOTH.map(Words::of) {
                assert_eq!(outlook_named(&fold(&words.outlook(it))), Some(it));
            }
        }
        assert_eq!(
            (completion_named("progress"), completion_named(""), completion_named("-")),
            (None, None, None)
        );
        assert_eq!((outlook_named("risk"), outlook_named("")), (None, None));
    }
}
