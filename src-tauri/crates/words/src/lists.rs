//! Ordinals, and lists in a sentence.

use std::fmt;

use jalon_domain::Lang;

use crate::Words;
use crate::keys::key;

/// An ordinal in its two parts: French raises the second (1ᵉʳ).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ordinal {
    /// The digits.
    pub digits: String,
    /// What follows them: `st`, `er`, `e`.
    pub suffix: String,
}

impl fmt::Display for Ordinal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.digits, self.suffix)
    }
}

/// A stretch of text, and whether it stands raised.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stretch<'a> {
    /// The text.
    pub text: &'a str,
    /// Superscript.
    pub raised: bool,
}

impl Words {
    /// An ordinal: `1st`, `22nd`; `1er`, `22e`.
    ///
    /// ```
    /// use jalon_domain::Lang;
    /// use jalon_words::Words;
    ///
    /// assert_eq!(Words::of(Lang::En).ordinal(22).to_string(), "22nd");
    /// assert_eq!(Words::of(Lang::Fr).ordinal(1).suffix, "er");
    /// ```
    pub fn ordinal(&self, number: i64) -> Ordinal {
        let suffix = self.format(key::ORDINAL_SUFFIX, &[("number", number.into())]);
        Ordinal { digits: self.number(number), suffix }
    }

    /// A list in a sentence: `a, b and c`, `a, b et c`. Empty for no items.
    ///
    /// ```
    /// use jalon_domain::Lang;
    /// use jalon_words::Words;
    ///
    /// assert_eq!(Words::of(Lang::En).list(&["Ont.", "Que.", "N.S."]), "Ont., Que. and N.S.");
    /// ```
    pub fn list(&self, items: &[impl AsRef<str>]) -> String {
        let Some((last, head)) = items.split_last() else { return String::new() };
        let joined = head.iter().map(|item| item.as_ref().to_owned()).reduce(|head, next| {
            self.format(key::LIST_HEAD, &[("head", head.into()), ("next", next.into())])
        });
        match joined {
            Some(head) => {
                self.format(key::LIST_LAST, &[("head", head.into()), ("last", last.as_ref().into())])
            }
            None => last.as_ref().to_owned(),
        }
    }
}

/// Cuts a text where French raises the end of an ordinal (`1er avril`, `5e Plan`).
/// English ordinals stay on the line. The stretches joined are the text.
///
/// ```
/// use jalon_domain::Lang;
/// use jalon_words::stretches;
///
/// let cut = stretches(Lang::Fr, "le 1er avril");
/// assert_eq!(cut.iter().map(|s| (s.text, s.raised)).collect::<Vec<_>>(),
///     [("le 1", false), ("er", true), (" avril", false)]);
/// ```
pub fn stretches(lang: Lang, text: &str) -> Vec<Stretch<'_>> {
    let mut cut = Vec::new();
    let mut done = 0;
    let mut push = |from: usize, to: usize, raised| {
        if from < to {
            cut.push(Stretch { text: &text[from..to], raised });
        }
    };
    if lang == Lang::Fr {
        for (at, word) in words(text) {
            let digits = word.bytes().take_while(u8::is_ascii_digit).count();
            let (number, suffix) = word.split_at(digits);
            let ordinal = match suffix {
                "er" | "re" | "ers" | "res" => number == "1",
                "e" | "es" => digits > 0 && number != "1",
                _ => false,
            };
            if ordinal {
                push(done, at + digits, false);
                push(at + digits, at + word.len(), true);
                done = at + word.len();
            }
        }
    }
    push(done, text.len(), false);
    cut
}

/// The runs of letters and digits in a text, with their places.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(move |word| (word.as_ptr() as usize - text.as_ptr() as usize, word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinals_follow_each_language() {
        let both = |n| Lang::BOTH.map(|lang| Words::of(lang).ordinal(n).to_string());
        let cases = [
            (1, "1st", "1er"),
            (2, "2nd", "2e"),
            (3, "3rd", "3e"),
            (4, "4th", "4e"),
            (11, "11th", "11e"),
            (12, "12th", "12e"),
            (13, "13th", "13e"),
            (21, "21st", "21e"),
            (1112, "1,112th", "1\u{a0}112e"),
        ];
        for (number, english, french) in cases {
            assert_eq!(both(number), [english, french]);
        }
    }

    #[test]
    fn lists_join_their_last_item_with_and() {
        let both = |items: &[&str]| Lang::BOTH.map(|lang| Words::of(lang).list(items));
        assert_eq!(both(&[]), ["", ""]);
        assert_eq!(both(&["a"]), ["a", "a"]);
        assert_eq!(both(&["a", "b"]), ["a and b", "a et b"]);
        assert_eq!(both(&["a", "b", "c", "d"]), ["a, b, c and d", "a, b, c et d"]);
    }

    #[test]
    fn only_french_ordinals_are_raised() {
        let raised = |lang, text| {
            let cut = stretches(lang, text);
            assert_eq!(cut.iter().map(|s| s.text).collect::<String>(), text);
            cut.into_iter().filter(|s| s.raised).map(|s| s.text).collect::<Vec<_>>()
        };
        assert_eq!(raised(Lang::Fr, "du 1er au 3\u{a0}mai; le 5e Plan d’action, la 1re"), ["er", "e", "re"]);
        assert_eq!(raised(Lang::Fr, "1e, 2er, GTGOC, 14\u{a0}h, 3D, A1e"), [""; 0]);
        assert_eq!(raised(Lang::En, "the 1st, 5e"), [""; 0]);
        assert!(stretches(Lang::Fr, "").is_empty());
    }
}
