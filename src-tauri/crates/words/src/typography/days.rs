//! Days before the French names of months.

use jalon_domain::Lang;

use super::{all_digits, is_space, tokens};
use crate::keys::Key;
use crate::{Words, fold};

/// The French names of the months, folded.
fn months() -> Vec<String> {
    let named = (1..=12).filter_map(|n| Key::named(&format!("month-{n}")));
    named.map(|month| fold(&Words::of(Lang::Fr).text(month))).collect()
}

/// First days of a month that are written as the others are.
pub(super) fn first_days(text: &str) -> impl Iterator<Item = usize> {
    let (months, tokens) = (months(), tokens(text));
    tokens.clone().zip(tokens.skip(1)).filter_map(move |((at, day), (then, month))| {
        let between = &text[at + day.len()..then];
        let joined = between.chars().count() == 1 && between.chars().all(is_space);
        (day == "1" && joined && months.contains(&fold(month))).then_some(at)
    })
}

/// Days that a line break could part from their month; the first is another rule's.
pub(super) fn loose_days(text: &str) -> impl Iterator<Item = usize> {
    let (months, tokens) = (months(), tokens(text));
    tokens.clone().zip(tokens.skip(1)).filter_map(move |((at, day), (then, month))| {
        let number = day.strip_suffix("er").unwrap_or(day);
        let spaced = text.as_bytes().get(at + day.len()) == Some(&b' ') && then == at + day.len() + 1;
        let loose =
            spaced && day != "1" && number.len() < 3 && all_digits(number) && months.contains(&fold(month));
        loose.then_some(at)
    })
}
