//! The names of deck files.

use chrono::NaiveDate;
use jalon_domain::Lang;
use jalon_words::{Words, key};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The longest that a group's or a meeting's name becomes in a file name.
const MAX_PART: usize = 60;

/// The name of a deck's file, `COGWG-Joint-Councils-2019-09-25-en.pptx`: plain
/// letters, digits and hyphens, so that no mail system or share garbles it and no
/// text of the plan can lead out of the folder.
///
/// ```
/// use chrono::NaiveDate;
/// use jalon_domain::Lang;
/// use jalon_exchange::deck_file_name;
///
/// let day = NaiveDate::from_ymd_opt(2019, 9, 25);
/// let name = deck_file_name("GTGOC", "Conseils mixtes", day, Lang::Fr, true);
/// assert_eq!(name, "GTGOC-Conseils-mixtes-2019-09-25-fr-ebauche.pptx");
/// ```
pub fn deck_file_name(
    group_abbreviation: &str,
    meeting: &str,
    date: Option<NaiveDate>,
    lang: Lang,
    draft: bool,
) -> String {
    let mark = if draft { folded(&Words::of(lang).text(key::FILE_NAME_DRAFT)) } else { String::new() };
    let date = date.map(|day| day.to_string()).unwrap_or_default();
    let parts = [folded(group_abbreviation), folded(meeting), date, lang.code().to_owned(), mark];
    let parts: Vec<&str> = parts.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
    format!("{}.pptx", parts.join("-"))
}

/// A text in letters and digits of ASCII, with hyphens between its words.
fn folded(text: &str) -> String {
    let mut name = String::new();
    for c in text.nfkd().filter(|c| !is_combining_mark(*c)) {
        match c {
            'œ' => name.push_str("oe"),
            'Œ' => name.push_str("OE"),
            'æ' => name.push_str("ae"),
            'Æ' => name.push_str("AE"),
            c if c.is_ascii_alphanumeric() => name.push(c),
            _ if name.ends_with('-') || name.is_empty() => {}
            _ => name.push('-'),
        }
    }
    name.truncate(MAX_PART);
    name.trim_end_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_of_a_plan_leads_out_of_the_folder_or_leaves_ascii() {
        let check = |group: &str, meeting: &str, expected: &str| {
            let day = NaiveDate::from_ymd_opt(2019, 9, 25);
            assert_eq!(deck_file_name(group, meeting, day, Lang::En, false), expected);
        };
        check("COGWG", "Joint Councils", "COGWG-Joint-Councils-2019-09-25-en.pptx");
        check("../../etc", "a\\b:c*?\0\u{202e}", "etc-a-b-c-2019-09-25-en.pptx");
        check("Œuvre d’été", "ᐃᓄᒃ", "OEuvre-d-ete-2019-09-25-en.pptx");
        check("", &"x".repeat(500), &format!("{}-2019-09-25-en.pptx", "x".repeat(60)));
    }

    #[test]
    fn a_draft_says_so_in_its_language_and_a_missing_day_is_left_out() {
        assert_eq!(deck_file_name("A", "B", None, Lang::En, true), "A-B-en-draft.pptx");
        assert_eq!(deck_file_name("", "", None, Lang::Fr, false), "fr.pptx");
    }
}
