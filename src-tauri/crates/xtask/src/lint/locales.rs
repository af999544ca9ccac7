//! Both locales hold the same words: the same files, messages, terms and attributes.

use super::Source;
use std::collections::{BTreeMap, BTreeSet};

const FOLDER: &str = "src-tauri/crates/words/locales/";
const LOCALES: [&str; 2] = ["en-CA", "fr-CA"];

/// Names every key that one locale has and the other lacks, and every key given twice.
pub fn check(files: &[Source]) -> Vec<String> {
    let mut breaches = Vec::new();
    let [english, french] = LOCALES.map(|locale| keys(files, locale, &mut breaches));
    if english.is_empty() || french.is_empty() {
        breaches.push(format!("{FOLDER}: no words found for {}", LOCALES.join(" or ")));
    }
    for (have, lack, locale) in [(&english, &french, LOCALES[1]), (&french, &english, LOCALES[0])] {
        for key in have.difference(lack) {
            breaches.push(format!("{FOLDER}{locale}: lacks {key}"));
        }
    }
    breaches
}

/// All keys of a locale, as `FILE: KEY`.
fn keys(files: &[Source], locale: &str, breaches: &mut Vec<String>) -> BTreeSet<String> {
    let folder = format!("{FOLDER}{locale}/");
    let mut seen: BTreeMap<String, &str> = BTreeMap::new();
    let mut all = BTreeSet::new();
    for file in files {
        let Some(name) = file.path.strip_prefix(&folder) else {
            continue;
        };
        for key in read(&file.text) {
            all.insert(format!("{name}: {key}"));
            if let Some(first) = seen.insert(key.clone(), name) {
                breaches.push(format!("{folder}{name}: {key} is given twice (also in {first})"));
            }
        }
    }
    all
}

/// The keys of a Fluent file: `message`, `-term`, `message.attribute`.
fn read(text: &str) -> Vec<String> {
    let mut keys = Vec::new();
    let mut entry = "";
    for line in text.lines() {
        let Some((name, _)) = line.split_once('=') else {
            continue;
        };
        let name = name.trim_end();
        if is_name(name.strip_prefix('-').unwrap_or(name)) {
            entry = name;
            keys.push(name.to_owned());
        } else if let Some(attribute) = name.trim_start().strip_prefix('.')
            && is_name(attribute)
        {
            keys.push(format!("{entry}.{attribute}"));
        }
    }
    keys
}

/// Fluent's identifiers begin with a letter; nothing else in a file stands so at a line's start.
fn is_name(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(locale: &str, text: &str) -> Source {
        Source { path: format!("{FOLDER}{locale}/board.ftl"), text: text.into() }
    }

    const TEXT: &str = "\
# Comment = not a key
-product = Jalon
board-count = { $n ->
    [one] one = 1
   *[other] { $n }
  }
board-close = Close
    .label = Close the drawer
";

    #[test]
    fn keys_are_messages_terms_and_attributes() {
        assert_eq!(read(TEXT), ["-product", "board-count", "board-close", "board-close.label"]);
    }

    #[test]
    fn a_key_of_one_locale_only_is_named_with_the_locale_that_lacks_it() {
        let french = TEXT.replace("    .label = Close the drawer\n", "");
        let files = [file("en-CA", TEXT), file("fr-CA", &format!("{french}extra = x\n"))];
        let breaches = check(&files);
        let lacks = |locale, key| format!("{FOLDER}{locale}: lacks board.ftl: {key}");
        assert_eq!(breaches, [lacks("fr-CA", "board-close.label"), lacks("en-CA", "extra")]);
        assert!(check(&[file("en-CA", TEXT), file("fr-CA", TEXT)]).is_empty());
    }

    #[test]
    fn a_key_given_twice_and_a_missing_locale_are_breaches() {
        let twice = check(&[file("en-CA", "a = 1\na = 2\n"), file("fr-CA", "a = 1\n")]);
        assert!(twice[0].contains("a is given twice"), "{twice:?}");
        assert_eq!(check(&[]).len(), 1);
    }
}
