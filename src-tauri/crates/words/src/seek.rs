//! What search compares and where it found it: the words of a text, folded, and its
//! numbers as they are typed.

use std::ops::Range;

use unicode_normalization::char::is_combining_mark;

use crate::fold;

/// A text as the search index keeps it: folded, and after it every number that is
/// written in groups, in one piece, so that `2600` finds `2,600` and `2 600`.
///
/// ```
/// use jalon_words::seek::indexed;
///
/// assert_eq!(indexed("Plus de 2\u{a0}600\u{a0}élus"), "plus de 2 600 elus 2600");
/// ```
pub fn indexed(text: &str) -> String {
    let mut folded = fold(text);
    for (_, number) in grouped_numbers(text) {
        folded.push(' ');
        folded.push_str(&number);
    }
    folded
}

/// The words that a search for `text` looks for, each as the beginning of a word.
pub fn words_sought(text: &str) -> Vec<String> {
    let folded = fold(text);
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_owned).collect()
}

/// Where in `text` the words sought stand: stretches of characters, in order.
///
/// ```
/// use jalon_words::seek::{found, words_sought};
///
/// assert_eq!(found("Mise en œuvre", &words_sought("OEUV")), [8..13]);
/// ```
pub fn found(text: &str, sought: &[String]) -> Vec<Range<usize>> {
    let begins = |word: &str| sought.iter().any(|sought| word.starts_with(sought.as_str()));
    let words = words_of(text).into_iter().filter(|range| begins(&fold(&text[range.clone()])));
    let numbers = grouped_numbers(text).into_iter().filter(|(_, number)| begins(number));
    let mut bytes: Vec<Range<usize>> = words.chain(numbers.map(|(range, _)| range)).collect();
    bytes.sort_by_key(|range| (range.start, usize::MAX - range.end));
    let mut marks: Vec<Range<usize>> = Vec::new();
    for range in bytes {
        // A group within a number that is marked already.
        if marks.last().is_none_or(|last| range.start >= last.end) {
            marks.push(range);
        }
    }
    marks.into_iter().map(|range| in_characters(text, &range)).collect()
}

/// A stretch of bytes as a stretch of characters.
pub(crate) fn in_characters(text: &str, bytes: &Range<usize>) -> Range<usize> {
    let start = text[..bytes.start].chars().count();
    start..start + text[bytes.clone()].chars().count()
}

/// The words of a text, as stretches of bytes: letters and digits, with the marks on
/// them and the soft hyphens in them.
pub(crate) fn words_of(text: &str) -> Vec<Range<usize>> {
    let inside = |c: char| c.is_alphanumeric() || is_combining_mark(c) || c == '\u{ad}';
    let mut words = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        match (start, inside(c)) {
            (None, true) => start = Some(at),
            (Some(from), false) => {
                words.push(from..at);
                start = None;
            }
            _ => {}
        }
    }
    words
}

/// Numbers that are written in groups of three, with the number in one piece.
fn grouped_numbers(text: &str) -> Vec<(Range<usize>, String)> {
    let separates = |between: &str| matches!(between, "," | " " | "\u{a0}" | "\u{202f}");
    let digits = |range: &Range<usize>| text[range.clone()].bytes().all(|b| b.is_ascii_digit());
    let mut numbers: Vec<(Range<usize>, String)> = Vec::new();
    let mut open = false;
    for word in words_of(text) {
        let group = digits(&word);
        match numbers.last_mut() {
            Some((range, number))
                if open && group && word.len() == 3 && separates(&text[range.end..word.start]) =>
            {
                number.push_str(&text[word.clone()]);
                range.end = word.end;
            }
            _ => {
                open = group && word.len() <= 3;
                if open {
                    numbers.push((word.clone(), text[word].to_owned()));
                }
            }
        }
    }
    numbers.retain(|(_, number)| number.len() > 3);
    numbers
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_groups_are_indexed_in_one_piece_too() {
        let check = |text: &str, expected: &str| assert_eq!(indexed(text), expected, "{text}");
        check("2,600 participants, 50,000 tweets", "2,600 participants, 50,000 tweets 2600 50000");
        check("1\u{202f}000\u{202f}000 fois", "1 000 000 fois 1000000");
        check("le 29, 200 participants", "le 29, 200 participants");
        check("2018 600, 2,60, 12,3456", "2018 600, 2,60, 12,3456");
    }

    #[test]
    fn what_was_sought_is_marked_where_it_stands() {
        let check = |text: &str, sought: &str, expected: &[&str]| {
            let chars: Vec<char> = text.chars().collect();
            let marks = found(text, &words_sought(sought));
            let marked: Vec<String> = marks.into_iter().map(|mark| chars[mark].iter().collect()).collect();
            assert_eq!(marked, expected, "{sought} in {text}");
        };
        check("L’adoption de l’Accord", "adop accord", &["adoption", "Accord"]);
        check("Litte\u{301}ratie: é", "litteratie", &["Litte\u{301}ratie"]);
        check("Plus de 2\u{a0}600 personnes", "2600", &["2\u{a0}600"]);
        check("Plus de 2\u{a0}600 personnes", "600", &["600"]);
        check("Plus de 2\u{a0}600 personnes", "2 600", &["2\u{a0}600"]);
        check("gouverne\u{ad}ment", "gouvernement", &["gouverne\u{ad}ment"]);
        check("rien", "quelque", &[]);
    }
}
