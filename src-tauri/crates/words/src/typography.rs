//! Faults of typography that a program can see, by the rules of Canadian French
//! (no-break spaces, guillemets, apostrophes) and English.
//!
//! Deliberately absent: spelling, and anything that needs to know what a word means.

use jalon_domain::Lang;

mod days;
mod mend;
mod rule;

use days::{first_days, loose_days};

pub use mend::mend;
pub use rule::Rule;

const NO_BREAK: char = '\u{a0}';

/// One fault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Where it stands: a byte offset into the text.
    pub at: usize,
    /// Which rule is broken.
    pub rule: Rule,
}

/// What is wrong with a text, in order of place. Web and e-mail addresses are left
/// alone. A replacement character (U+FFFC) stands for a value that is filled in later.
///
/// ```
/// use jalon_domain::Lang;
/// use jalon_words::typography::{Fault, Rule, typography_faults};
///
/// assert!(typography_faults(Lang::Fr, "Deux défis\u{a0}: l’accès et le coût").is_empty());
/// let found = typography_faults(Lang::Fr, "Deux défis : l'accès");
/// assert_eq!(found.iter().map(|fault| fault.rule).collect::<Vec<_>>(), [Rule::Colon, Rule::Apostrophe]);
/// ```
pub fn typography_faults(lang: Lang, text: &str) -> Vec<Fault> {
    let text = without_addresses(text);
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    let mut faults = Vec::new();
    for n in 0..chars.len() {
        let around = Around { chars: &chars, n };
        let rule = either(around).or_else(|| match lang {
            Lang::Fr => french(around),
            Lang::En => english(around),
        });
        faults.extend(rule.map(|rule| Fault { at: chars[n].0, rule }));
    }
    faults.extend(ungrouped(lang, &text).map(|at| Fault { at, rule: Rule::Grouping }));
    if lang == Lang::Fr {
        faults.extend(loose_days(&text).map(|at| Fault { at, rule: Rule::DayAndMonth }));
        faults.extend(first_days(&text).map(|at| Fault { at, rule: Rule::FirstDay }));
    }
    faults.sort_by_key(|fault| fault.at);
    faults
}

/// A character and its neighbours.
#[derive(Clone, Copy)]
struct Around<'a> {
    chars: &'a [(usize, char)],
    n: usize,
}

impl Around<'_> {
    fn this(self) -> char {
        self.chars[self.n].1
    }

    /// The `steps`th character before; a line break before the first.
    fn before(self, steps: usize) -> char {
        self.n.checked_sub(steps).map_or('\n', |n| self.chars[n].1)
    }

    fn after(self) -> char {
        self.ahead(1)
    }

    /// The `steps`th character after; a line break after the last.
    fn ahead(self, steps: usize) -> char {
        self.chars.get(self.n + steps).map_or('\n', |(_, c)| *c)
    }
}

fn either(around: Around<'_>) -> Option<Rule> {
    match around.this() {
        '\'' if !quotes_a_value(around) => Some(Rule::Apostrophe),
        '"' => Some(Rule::QuotationMark),
        '\u{202f}' => Some(Rule::NarrowSpace),
        '.' if around.before(1) == '.' && around.after() == '.' => Some(Rule::Ellipsis),
        ',' if is_space(around.before(1)) => Some(Rule::NoSpace),
        // What follows may begin with a full stop, as the name of a file's kind does.
        '.' if is_space(around.before(1)) && around.after().is_whitespace() => Some(Rule::NoSpace),
        ' ' if is_space(around.before(1)) && !is_space(around.before(2)) => Some(Rule::DoubleSpace),
        _ => None,
    }
}

fn is_space(c: char) -> bool {
    matches!(c, ' ' | NO_BREAK)
}

/// Whether a straight mark sets off a code that is filled in: `no jurisdiction 'XX'`.
fn quotes_a_value(around: Around<'_>) -> bool {
    let (before, after) = (around.before(1), around.after());
    (after == '\u{fffc}' && !before.is_alphanumeric()) || (before == '\u{fffc}' && !after.is_alphanumeric())
}

fn french(around: Around<'_>) -> Option<Rule> {
    let (before, after) = (around.before(1), around.after());
    let inside_a_word = before.is_ascii_alphanumeric() && after.is_ascii_alphanumeric();
    match around.this() {
        ':' if before != NO_BREAK && !inside_a_word => Some(Rule::Colon),
        ';' | '!' | '?' if before.is_whitespace() => Some(Rule::NoSpace),
        '«' if after != NO_BREAK => Some(Rule::Guillemets),
        '»' if before != NO_BREAK => Some(Rule::Guillemets),
        '%' | '$' if follows_number_badly(around) => Some(Rule::Unit),
        'h' if !after.is_alphabetic() && (follows_number_badly(around) || minutes_follow_badly(around)) => {
            Some(Rule::Unit)
        }
        _ => None,
    }
}

fn english(around: Around<'_>) -> Option<Rule> {
    let ends = !around.after().is_alphanumeric();
    let marks = matches!(around.this(), ';' | '!' | '?' | ':') && ends;
    (marks && is_space(around.before(1))).then_some(Rule::NoSpace)
}

/// Whether a unit touches its number, or a breaking space stands between them.
fn follows_number_badly(around: Around<'_>) -> bool {
    let number = |c: char| c.is_ascii_digit() || c == '\u{fffc}';
    number(around.before(1)) || (around.before(1) == ' ' && number(around.before(2)))
}

/// Whether minutes touch the sign of their hour, or a breaking space stands between them.
fn minutes_follow_badly(around: Around<'_>) -> bool {
    let hours =
        around.before(1).is_ascii_digit() || is_space(around.before(1)) && around.before(2).is_ascii_digit();
    let two = |from: usize| {
        let digits = [from, from + 1].map(|step| around.ahead(step).is_ascii_digit());
        digits == [true, true] && !around.ahead(from + 2).is_alphanumeric()
    };
    hours && (two(1) || around.after() == ' ' && two(2))
}

/// Runs of digits that should be in groups: five or more, or four that are no year
/// of this plan's times; in French also groups with a breaking space. What follows a
/// code in capitals (`ISO 19115`) or begins with a zero is no quantity.
fn ungrouped(lang: Lang, text: &str) -> impl Iterator<Item = usize> {
    let tokens = tokens(text);
    let pairs = tokens.clone().zip(tokens.clone().skip(1));
    let loose = pairs.filter_map(move |((at, one), (then, two))| {
        let breaking = then == at + one.len() + 1 && text.as_bytes().get(then - 1) == Some(&b' ');
        let groups = (1..=3).contains(&one.len()) && two.len() == 3;
        (lang == Lang::Fr && breaking && groups && all_digits(one) && all_digits(two)).then_some(at)
    });
    let before = std::iter::once("").chain(tokens.clone().map(|(_, token)| token));
    let long = tokens.zip(before).filter_map(|((at, token), before)| {
        let year = token.len() == 4 && ("1900".."2200").contains(&token);
        let code = before.len() > 1 && before.chars().all(char::is_uppercase);
        (all_digits(token) && token.len() > 3 && !year && !code && !token.starts_with('0')).then_some(at)
    });
    loose.chain(long)
}

/// The stretches between spaces, without the punctuation around them.
fn tokens(text: &str) -> impl Iterator<Item = (usize, &str)> + Clone {
    text.split(char::is_whitespace).filter(|token| !token.is_empty()).map(move |token| {
        let trimmed = token.trim_matches(|c: char| !c.is_alphanumeric());
        (trimmed.as_ptr() as usize - text.as_ptr() as usize, trimmed)
    })
}

fn all_digits(token: &str) -> bool {
    !token.is_empty() && token.bytes().all(|b| b.is_ascii_digit())
}

/// The text with its addresses blanked out, every other character in its place.
fn without_addresses(text: &str) -> String {
    let address =
        |token: &str| ["://", "https:", "http:", "mailto:", "@"].iter().any(|sign| token.contains(sign));
    let blank = |token: &str| if address(token) { "_".repeat(token.len()) } else { token.to_owned() };
    text.split_inclusive(char::is_whitespace)
        .map(|piece| {
            let token = piece.trim_end_matches(char::is_whitespace);
            blank(token) + &piece[token.len()..]
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A tilde stands for a no-break space.
    fn check(lang: Lang, text: &str, expected: &[Rule]) {
        let found = typography_faults(lang, &text.replace('~', "\u{a0}"));
        assert_eq!(found.iter().map(|fault| fault.rule).collect::<Vec<_>>(), expected, "{text}");
    }

    #[test]
    fn french_that_is_set_right_passes() {
        for text in [
            "Sommet mondial, Ottawa, du 29 au 31~mai 2019~: plus de 2~600~participants",
            "Le 1er~avril 2019 à 14~h~05 (10:30 GMT); 95~% du budget, 50~000~$!",
            "«~Réalisé~» exige une preuve… Laquelle?",
            "https://www.youtube.com/watch?v=RepYPARcIs4 et mailto:a@example.org",
            "Seules les adresses https: ou mailto: passent",
            "Plan de travail 2018-2019, norme 549, lead:CA-ON",
            "Du 1er~au 5~avril, tableau 1 et fichiers .csv; 14~h, 14~h~05, 3~h 200~$",
            "{\u{fffc}}~: \u{fffc}~%",
        ] {
            check(Lang::Fr, text, &[]);
        }
    }

    #[test]
    fn each_french_rule_finds_its_fault() {
        let cases: [(&str, &[Rule]); 24] = [
            ("Défis:", &[Rule::Colon]),
            ("Défis :", &[Rule::Colon]),
            ("\u{fffc}: \u{fffc}", &[Rule::Colon]),
            ("Quoi~?", &[Rule::NoSpace]),
            ("fini ; oui", &[Rule::NoSpace]),
            ("« oui~»", &[Rule::Guillemets]),
            ("«~oui»", &[Rule::Guillemets]),
            ("95 %", &[Rule::Unit]),
            ("\u{fffc}%", &[Rule::Unit]),
            ("14 h~05", &[Rule::Unit]),
            ("29 mai", &[Rule::DayAndMonth]),
            ("1 avril", &[Rule::FirstDay]),
            ("le 1~avril 2019", &[Rule::FirstDay]),
            ("14h05", &[Rule::Unit]),
            ("14~h05", &[Rule::Unit]),
            ("14~h 05.", &[Rule::Unit]),
            ("oui , non", &[Rule::NoSpace]),
            ("oui~, non", &[Rule::NoSpace]),
            ("oui . Non .", &[Rule::NoSpace, Rule::NoSpace]),
            ("le 1er août,", &[Rule::DayAndMonth]),
            ("2 600 personnes", &[Rule::Grouping]),
            ("50000 gazouillis", &[Rule::Grouping]),
            ("l'accès...", &[Rule::Apostrophe, Rule::Ellipsis]),
            ("\"2\u{202f}600\"", &[Rule::QuotationMark, Rule::NarrowSpace, Rule::QuotationMark]),
        ];
        for (text, expected) in cases {
            check(Lang::Fr, text, expected);
        }
    }

    #[test]
    fn english_has_its_own_few_rules() {
        check(Lang::En, "“Done”: 95% of 2,600, at 14:05; isn’t it? $5 in 2019", &[]);
        check(
            Lang::En,
            "isn't \"it\"...",
            &[Rule::Apostrophe, Rule::QuotationMark, Rule::QuotationMark, Rule::Ellipsis],
        );
        check(Lang::En, "2600 participants", &[Rule::Grouping]);
        check(Lang::En, "no jurisdiction '\u{fffc}'.", &[]);
        check(Lang::En, "\u{fffc}'s", &[Rule::Apostrophe]);
        check(Lang::En, "Why ?  Because :", &[Rule::NoSpace, Rule::DoubleSpace, Rule::NoSpace]);
        check(Lang::En, "Yes , no . Or .", &[Rule::NoSpace, Rule::NoSpace, Rule::NoSpace]);
        check(Lang::En, "two  spaces, .csv files and .NET", &[Rule::DoubleSpace]);
        check(Lang::En, "ISO 19115, file 00012, a :lead", &[]);
    }

    #[test]
    fn a_fault_is_named_with_its_place() {
        let fault = Fault { at: "Événement".len(), rule: Rule::Colon };
        assert_eq!(typography_faults(Lang::Fr, "Événement: oui"), [fault]);
    }
}
