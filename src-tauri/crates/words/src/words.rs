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
    /// let days = |lang, n: i64| Words::of(lang).format(key::RELATIVE_DAYS_AGO, &[("days", n.into())]);
    /// assert_eq!(days(Lang::En, 12), "12 days ago");
    /// assert_eq!(days(Lang::Fr, 12), "il y a 12\u{a0}jours");
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
