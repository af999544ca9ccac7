//! What should stand in place of a fault. Offered, and never put there unasked.

use std::ops::Range;

use jalon_domain::Lang;

use super::{Fault, NO_BREAK, Rule};
use crate::number;

/// The stretch of a text that a fault spoils, in bytes, and what should stand there.
///
/// ```
/// use jalon_domain::Lang;
/// use jalon_words::typography::{mend, typography_faults};
///
/// let text = "Deux défis : l’accès";
/// let faults = typography_faults(Lang::Fr, text);
/// let (range, by) = mend(Lang::Fr, text, &faults[0]);
/// assert_eq!((&text[range], by.as_str()), (" :", "\u{a0}:"));
/// ```
pub fn mend(lang: Lang, text: &str, fault: &Fault) -> (Range<usize>, String) {
    let at = fault.at;
    let this = text[at..].chars().next().unwrap_or_default();
    let end = at + this.len_utf8();
    let start = before_spaces(text, at);
    match fault.rule {
        Rule::Unit if this == 'h' && minutes(text, end) => {
            (start..after_spaces(text, end), format!("{NO_BREAK}h{NO_BREAK}"))
        }
        Rule::FirstDay => (at..after_spaces(text, end), format!("1er{NO_BREAK}")),
        Rule::Colon | Rule::Unit => (start..end, format!("{NO_BREAK}{this}")),
        Rule::NoSpace => (start..end, this.to_string()),
        Rule::Guillemets if this == '«' => (at..after_spaces(text, end), format!("«{NO_BREAK}")),
        Rule::Guillemets => (start..end, format!("{NO_BREAK}»")),
        Rule::DayAndMonth => {
            let month = after_spaces(text, at + text[at..].find(' ').unwrap_or_default());
            let whole = at..month + run(&text[month..], char::is_alphanumeric);
            let by = text[whole.clone()].replacen(' ', &NO_BREAK.to_string(), 1);
            (whole, by)
        }
        Rule::Grouping => grouping(lang, text, at),
        Rule::Apostrophe => (at..end, "’".to_owned()),
        Rule::QuotationMark => quotation_mark(lang, text, at..end),
        Rule::Ellipsis => {
            let first = text[..at].trim_end_matches('.').len();
            (first..at + run(&text[at..], |c| c == '.'), "…".to_owned())
        }
        Rule::NarrowSpace => (at..end, NO_BREAK.to_string()),
        Rule::DoubleSpace => {
            let whole = start..after_spaces(text, at);
            let by = if text[whole.clone()].contains(NO_BREAK) { NO_BREAK } else { ' ' };
            (whole, by.to_string())
        }
    }
}

fn grouping(lang: Lang, text: &str, at: usize) -> (Range<usize>, String) {
    let digits = run(&text[at..], |c| c.is_ascii_digit());
    if digits > 3 {
        let whole = at..at + digits;
        let by = text[whole.clone()]
            .parse()
            .map_or_else(|_| text[whole.clone()].to_owned(), |n| number::whole(lang, n));
        return (whole, by);
    }
    // Groups that a line break could part.
    let mut end = at + digits;
    while text[end..].starts_with(' ') && run(&text[end + 1..], |c| c.is_ascii_digit()) == 3 {
        end += 4;
    }
    (at..end, text[at..end].replace(' ', &NO_BREAK.to_string()))
}

/// Whether the minutes of an hour come next.
fn minutes(text: &str, at: usize) -> bool {
    run(&text[after_spaces(text, at)..], |c| c.is_ascii_digit()) == 2
}

/// Marks open and close in turn.
fn quotation_mark(lang: Lang, text: &str, mark: Range<usize>) -> (Range<usize>, String) {
    let opens = text[..mark.start].chars().filter(|c| "\"“”«»".contains(*c)).count().is_multiple_of(2);
    match (lang, opens) {
        (Lang::En, true) => (mark, "“".to_owned()),
        (Lang::En, false) => (mark, "”".to_owned()),
        (Lang::Fr, true) => (mark.start..after_spaces(text, mark.end), format!("«{NO_BREAK}")),
        (Lang::Fr, false) => (before_spaces(text, mark.start)..mark.end, format!("{NO_BREAK}»")),
    }
}

fn is_any_space(c: char) -> bool {
    matches!(c, ' ' | NO_BREAK | '\u{202f}')
}

fn before_spaces(text: &str, at: usize) -> usize {
    text[..at].trim_end_matches(is_any_space).len()
}

fn after_spaces(text: &str, at: usize) -> usize {
    at + run(&text[at..], is_any_space)
}

/// The length in bytes of what `text` begins with of these characters.
fn run(text: &str, of: impl Fn(char) -> bool) -> usize {
    text.find(|c| !of(c)).unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use super::super::typography_faults;
    use super::*;

    /// Mends the first fault until there is none; a tilde stands for a no-break space.
    fn check(lang: Lang, text: &str, expected: &str) {
        let mut text = text.replace('~', "\u{a0}");
        let mut left = 20;
        while let Some(fault) = typography_faults(lang, &text).first() {
            let (range, by) = mend(lang, &text, fault);
            assert_ne!(text[range.clone()], by, "{text}: nothing is mended of {fault:?}");
            text.replace_range(range, &by);
            left -= 1;
            assert!(left > 0, "{text} is never right");
        }
        assert_eq!(text.replace('\u{a0}', "~"), expected);
    }

    #[test]
    fn what_is_offered_is_right() {
        let cases = [
            ("Défis: deux", "Défis~: deux"),
            ("Défis : deux", "Défis~: deux"),
            ("Quoi ~? Oui !", "Quoi? Oui!"),
            ("« oui» et «non »", "«~oui~» et «~non~»"),
            ("\"oui\" et \" non \"", "«~oui~» et «~non~»"),
            ("95% de 50 $, à 14 h~05", "95~% de 50~$, à 14~h~05"),
            ("du 29 mai au 1er août", "du 29~mai au 1er~août"),
            (
                "le 1 avril à 14h05 , ou le 1~mai à 9 h 30 .",
                "le 1er~avril à 14~h~05, ou le 1er~mai à 9~h~30.",
            ),
            ("1 234 567 et 50000", "1~234~567 et 50~000"),
            ("l'accès.... ou  pas", "l’accès… ou pas"),
            ("2\u{202f}600\u{202f}: oui", "2~600~: oui"),
        ];
        for (text, expected) in cases {
            check(Lang::Fr, text, expected);
        }
        check(Lang::En, "\"Yes\"  isn't 2600 ... why ?", "“Yes” isn’t 2,600 … why?");
    }
}
