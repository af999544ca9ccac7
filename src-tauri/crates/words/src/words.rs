//! One language's words: looks messages up and puts values into them.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::types::FluentNumber;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use jalon_domain::failure::Arg;
use jalon_domain::{Failure, Lang};

use crate::keys::{Key, Value, key};
use crate::number;

/// The words of one language. Cheap to pass about: there is one of each.
///
/// ```
/// use jalon_domain::Lang;
/// use jalon_words::{Words, key};
///
/// assert_eq!(Words::of(Lang::Fr).text(key::COMPLETION_NS), "Non commencé");
/// ```
pub struct Words {
    lang: Lang,
    bundle: FluentBundle<FluentResource>,
}

static ENGLISH: LazyLock<Words> =
    LazyLock::new(|| Words::load(Lang::En, include_str!(concat!(env!("OUT_DIR"), "/en-CA.ftl"))));
static FRENCH: LazyLock<Words> =
    LazyLock::new(|| Words::load(Lang::Fr, include_str!(concat!(env!("OUT_DIR"), "/fr-CA.ftl"))));

impl Words {
    /// The words of a language.
    pub fn of(lang: Lang) -> &'static Words {
        match lang {
            Lang::En => &ENGLISH,
            Lang::Fr => &FRENCH,
        }
    }

    /// Which language these are the words of.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    fn load(lang: Lang, source: &str) -> Words {
        let locale = lang.tag().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![locale]);
        // The isolating marks are for right-to-left text; in a deck they would be
        // characters without a glyph.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(match lang {
            Lang::En => |value, _| number_in(Lang::En, value),
            Lang::Fr => |value, _| number_in(Lang::Fr, value),
        }));
        // The build script has parsed these texts and refused junk and repeated keys.
        let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(resource, _)| resource);
        bundle.add_resource_overriding(resource);
        let builtins = bundle.add_builtins();
        debug_assert!(builtins.is_ok(), "NUMBER is registered once");
        Words { lang, bundle }
    }

    /// A message without variables.
    ///
    /// # Panics
    /// In debug builds, when it has variables.
    pub fn text(&self, key: Key) -> String {
        self.format(key, &[])
    }

    /// A message with a value for each of its variables.
    ///
    /// ```
    /// use jalon_domain::Lang;
    /// use jalon_words::{Words, key};
    ///
    /// let days = |lang, n: i64| Words::of(lang).format(key::SPAN_DAYS, &[("count", n.into())]);
    /// assert_eq!(days(Lang::En, 0), "0 days");
    /// assert_eq!(days(Lang::Fr, 0), "0\u{a0}jour");
    /// assert_eq!(days(Lang::Fr, 2600), "2\u{a0}600\u{a0}jours");
    /// ```
    ///
    /// # Panics
    /// In debug builds, when the arguments are not those that the message names.
    pub fn format(&self, key: Key, args: &[(&str, Value<'_>)]) -> String {
        let mismatch = key.mismatch(args);
        debug_assert!(mismatch.is_none(), "{}", mismatch.unwrap_or_default());
        self.fill(key, args)
    }

    /// A failure in words. Its code is a key; a message among its arguments (the
    /// name of a field, what is wrong with it) is put into words first, with the
    /// failure's other arguments at hand. A code or argument from a newer version
    /// gives a general sentence that names the code.
    ///
    /// ```
    /// use jalon_domain::{Failure, Lang};
    /// use jalon_words::Words;
    ///
    /// let failure = Failure::new("failure-of-2031");
    /// assert!(Words::of(Lang::En).failure(&failure).contains("failure-of-2031"));
    /// ```
    pub fn failure(&self, failure: &Failure) -> String {
        let general = || self.format(key::FAILURE_UNKNOWN, &[("code", failure.code.as_str().into())]);
        let Some(code) = Key::named(&failure.code) else { return general() };
        let args = self.arguments(&failure.args);
        if code.variables().all(|variable| args.iter().any(|(given, _)| *given == variable)) {
            self.fill(code, &args)
        } else {
            general()
        }
    }

    /// A whole number as the language writes it: `2,600`, `2 600` (U+00A0).
    pub fn number(&self, number: i64) -> String {
        number::whole(self.lang, number)
    }

    fn arguments<'a>(&self, args: &'a BTreeMap<String, Arg>) -> Vec<(&'a str, Value<'a>)> {
        let plain: Vec<(&str, Value<'_>)> = args
            .iter()
            .filter_map(|(name, arg)| match arg {
                Arg::Text(text) => Some((name.as_str(), text.into())),
                Arg::Number(number) => Some((name.as_str(), (*number).into())),
                Arg::Pair { en, fr } => {
                    Some((name.as_str(), if self.lang == Lang::En { en } else { fr }.into()))
                }
                Arg::Message(_) => None,
            })
            .collect();
        let mut all = plain.clone();
        for (name, arg) in args {
            if let Arg::Message(message) = arg {
                let words = Key::named(message).map(|key| self.fill(key, &plain));
                all.push((name.as_str(), words.unwrap_or_else(|| message.clone()).into()));
            }
        }
        all
    }

    fn fill(&self, key: Key, args: &[(&str, Value<'_>)]) -> String {
        let Some(pattern) = self.bundle.get_message(key.name()).and_then(|message| message.value()) else {
            return key.name().to_owned();
        };
        let mut values = FluentArgs::with_capacity(args.len());
        for (name, value) in args {
            values.set(
                (*name).to_owned(),
                match value {
                    Value::Text(text) => FluentValue::from(text.as_ref()),
                    Value::Number(number) => FluentValue::from(*number),
                },
            );
        }
        self.bundle.format_pattern(pattern, Some(&values), &mut Vec::new()).into_owned()
    }
}

/// Writes Fluent's numbers as the language writes them; leaves the rest to Fluent.
fn number_in(lang: Lang, value: &FluentValue<'_>) -> Option<String> {
    match value {
        FluentValue::Number(FluentNumber { value, options }) => {
            Some(number::decimal(lang, *value, options.use_grouping, options.minimum_fraction_digits))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plurals_follow_each_language_zero_and_one_and_a_half_included() {
        let words = |lang, count: f64| {
            let words = Words::of(lang);
            let message = words.bundle.get_message(key::SPAN_DAYS.name()).and_then(|m| m.value()).unwrap();
            let args = FluentArgs::from_iter([("count", count)]);
            words.bundle.format_pattern(message, Some(&args), &mut Vec::new()).replace('\u{a0}', " ")
        };
        let cases = [
            (0.0, "0 days", "0 jour"),
            (1.0, "1 day", "1 jour"),
            (1.5, "1.5 days", "1,5 jour"),
            (2.0, "2 days", "2 jours"),
            (1_000_000.0, "1,000,000 days", "1 000 000 jours"),
        ];
        for (count, english, french) in cases {
            assert_eq!(words(Lang::En, count), english);
            assert_eq!(words(Lang::Fr, count), french);
        }
    }

    #[test]
    fn a_failure_that_this_version_cannot_word_is_named_by_its_code_and_never_panics() {
        let newer = [
            Failure::new("failure-of-2031").number("size", 3),
            Failure::new("completion-NS-of-2031"),
            Failure::new("failure-leads-twice"),
        ];
        for failure in newer {
            for lang in Lang::BOTH {
                assert!(Words::of(lang).failure(&failure).contains(&failure.code), "{failure:?}");
            }
        }
    }

    #[test]
    fn a_failure_with_more_arguments_than_its_words_need_is_still_worded() {
        let failure = Failure::new("failure-denied-role").text("verb", "x").message("role", "role-of-2031");
        assert_eq!(Words::of(Lang::En).failure(&failure), "None of your roles allows this.");
    }

    #[cfg(debug_assertions)]
    #[test]
    #[should_panic(expected = "failure-unknown needs $code")]
    fn a_forgotten_argument_is_noticed_in_tests() {
        Words::of(Lang::En).text(key::FAILURE_UNKNOWN);
    }

    #[cfg(debug_assertions)]
    #[test]
    #[should_panic(expected = "span-days needs a number as $count")]
    fn a_text_where_a_number_chooses_the_plural_is_noticed_in_tests() {
        Words::of(Lang::En).format(key::SPAN_DAYS, &[("count", "2".into())]);
    }
}
