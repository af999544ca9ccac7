//! The message files of both locales: what the build refuses, and how the words are set.

#[path = "../build/catalog.rs"]
mod catalog;

use catalog::{Source, check};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::unicode::unescape_unicode_to_string;
use jalon_domain::Lang;
use jalon_words::typography_faults;

fn sources(english: &str, french: &str) -> Vec<Source> {
    let source = |locale: &str, text: &str| Source {
        locale: locale.to_owned(),
        file: "window.ftl".to_owned(),
        text: text.to_owned(),
    };
    vec![source("en-CA", english), source("fr-CA", french)]
}

/// The build must fail, and say all of this about it.
fn refused(english: &str, french: &str, expected: &[&str]) {
    let faults = check(&sources(english, french)).err().unwrap_or_default().join("\n");
    for said in expected {
        assert!(faults.contains(said), "{said:?} is not in {faults:?}");
    }
}

#[test]
fn a_key_that_one_locale_lacks_is_named_with_its_file() {
    refused("a = A\nb = B\n", "a = A\n", &["en-CA/window.ftl: 'b' is missing in fr-CA"]);
    refused("a = A\n", "a = A\nb = B\n", &["fr-CA/window.ftl: 'b' is missing in en-CA"]);
}

#[test]
fn a_variable_that_one_locale_lacks_is_named() {
    refused("a = { $n } days\n", "a = jours\n", &["fr-CA/window.ftl: 'a' lacks the variable $n"]);
    refused("a = { b }\nb = { $n }\n", "a = A\nb = { $n }\n", &["'a' lacks the variable $n"]);
}

#[test]
fn what_is_said_twice_unknown_circular_or_junk_is_named() {
    refused("a = A\na = B\n", "a = A\n", &["'a' stands already in en-CA/window.ftl"]);
    refused("a = { b }\n", "a = { -c }\n", &["refers to 'b'", "refers to 'c'"]);
    refused("a = { b }\nb = { a }\n", "a = { b }\nb = { a }\n", &["'a' refers to itself"]);
    refused("a = { DATETIME($n) }\n", "a = { $n }\n", &["calls DATETIME"]);
    refused("a = A\nb = { $\n", "a = A\n", &["en-CA/window.ftl:2:"]);
    refused("a = A\n    .title = T\n", "a = A\n", &["'a' has attributes"]);
    refused("a-b = A\na_b = B\n", "a-b = A\na_b = B\n", &["the same constant"]);
}

#[test]
fn variables_that_choose_a_plural_are_numbers() {
    let plural = "a = { $n ->\n    [one] { $n } day\n   *[other] { $n } days\n } { $name }\n";
    let french = "a = { $n } jours { $name }\n";
    let messages = check(&sources(plural, french)).unwrap_or_default();
    assert_eq!(messages[0].variables, [("n".to_owned(), true), ("name".to_owned(), false)].into());
    assert_eq!(messages[0].english, "{n} days {name}");
}

#[test]
fn every_message_is_set_by_the_rules_of_its_language() {
    let mut faults = Vec::new();
    let sources = catalog::read("locales".as_ref()).expect("the folders of messages can be read");
    assert!(sources.len() > 2, "no messages found");
    for source in &sources {
        let lang = if source.locale == Lang::Fr.tag() { Lang::Fr } else { Lang::En };
        let resource = fluent_syntax::parser::parse(source.text.as_str()).expect("the build has parsed it");
        for entry in &resource.body {
            let (name, pattern) = match entry {
                Entry::Message(message) => (message.id.name, message.value.as_ref()),
                Entry::Term(term) => (term.id.name, Some(&term.value)),
                _ => continue,
            };
            for text in pattern.into_iter().flat_map(texts) {
                let text = without_code(&text);
                for fault in typography_faults(lang, &text) {
                    let rest: String = text[fault.at..].chars().take(20).collect();
                    faults.push(format!(
                        "{}/{} {name}: {:?} at {rest:?}",
                        source.locale, source.file, fault.rule
                    ));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Blanks what is quoted as it stands in a file: `"format": "jalon-plan"`.
fn without_code(text: &str) -> String {
    let is_code = |quoted: &str| {
        !quoted.is_empty() && quoted.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-'))
    };
    let mut pieces: Vec<&str> = text.split('"').collect();
    if pieces.len().is_multiple_of(2) || !pieces.iter().skip(1).step_by(2).all(|quoted| is_code(quoted)) {
        return text.to_owned();
    }
    for piece in pieces.iter_mut().skip(2).step_by(2) {
        *piece = piece.strip_prefix(':').unwrap_or(piece);
    }
    pieces.join("_")
}

/// The texts of a pattern and of its variants, with U+FFFC for what is filled in.
fn texts(pattern: &Pattern<&str>) -> Vec<String> {
    let mut text = String::new();
    let mut all = Vec::new();
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => text.push_str(value),
            PatternElement::Placeable { expression } => match expression {
                // A literal is a space that would not be seen in the file, or code.
                Expression::Inline(InlineExpression::StringLiteral { value }) => {
                    let literal = unescape_unicode_to_string(value);
                    let space = literal.chars().all(char::is_whitespace);
                    text.push_str(if space { &literal } else { "\u{fffc}" });
                }
                Expression::Inline(_) => text.push('\u{fffc}'),
                Expression::Select { variants, .. } => {
                    text.push('\u{fffc}');
                    all.extend(variants.iter().flat_map(|variant| texts(&variant.value)));
                }
            },
        }
    }
    all.push(text);
    all
}
