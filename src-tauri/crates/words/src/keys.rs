//! Keys of messages. A misspelt key does not compile: the constants are written by
//! the build script from the message files.

use std::borrow::Cow;
use std::fmt;

include!(concat!(env!("OUT_DIR"), "/keys.rs"));

/// A message that exists in both languages.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Key(u16);

/// What the message files say about a message.
struct Definition {
    name: &'static str,
    /// Each variable, and whether it must be a number; in order of name.
    variables: &'static [(&'static str, bool)],
}

impl Key {
    /// The key of that name, for names that come from data: the code of a failure,
    /// of a field or of an action. `None` when there is no such message, as happens
    /// with data from a newer version.
    ///
    /// ```
    /// use jalon_words::{Key, key};
    ///
    /// assert_eq!(Key::named("completion-NS"), Some(key::COMPLETION_NS));
    /// assert_eq!(Key::named("completion-XX"), None);
    /// ```
    pub fn named(name: &str) -> Option<Key> {
        let found = DEFINITIONS.binary_search_by_key(&name, |definition| definition.name).ok()?;
        u16::try_from(found).ok().map(Key)
    }

    /// Every key, in order of name.
    pub fn all() -> impl Iterator<Item = Key> {
        (0..).map(Key).take(DEFINITIONS.len())
    }

    /// The name in the message files.
    pub fn name(self) -> &'static str {
        self.definition().name
    }

    /// The names of the message's variables, in order.
    pub fn variables(self) -> impl Iterator<Item = &'static str> {
        self.definition().variables.iter().map(|(name, _)| *name)
    }

    /// What differs between these arguments and the message's variables.
    pub(crate) fn mismatch(self, args: &[(&str, Value<'_>)]) -> Option<String> {
        let variables = self.definition().variables;
        let given = |name: &str| args.iter().find(|(given, _)| *given == name).map(|(_, value)| value);
        let missing = variables.iter().find(|(name, _)| given(name).is_none());
        let no_number =
            variables.iter().find(|(name, number)| *number && matches!(given(name), Some(Value::Text(_))));
        let unknown = args.iter().find(|(name, _)| !variables.iter().any(|(known, _)| known == name));
        match (missing, no_number, unknown) {
            (Some((name, _)), _, _) => Some(format!("{self:?} needs ${name}")),
            (_, Some((name, _)), _) => Some(format!("{self:?} needs a number as ${name}")),
            (_, _, Some((name, _))) => Some(format!("{self:?} has no ${name}")),
            _ => None,
        }
    }

    fn definition(self) -> &'static Definition {
        &DEFINITIONS[usize::from(self.0)]
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// What a variable of a message stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value<'a> {
    /// Shown as it is. Years, codes and ready-made dates are texts.
    Text(Cow<'a, str>),
    /// Written as the language writes numbers; chooses the plural.
    Number(i64),
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Value::Text(Cow::Borrowed(text))
    }
}

impl<'a> From<&'a String> for Value<'a> {
    fn from(text: &'a String) -> Self {
        Value::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Value<'_> {
    fn from(text: String) -> Self {
        Value::Text(Cow::Owned(text))
    }
}

impl From<i64> for Value<'_> {
    fn from(number: i64) -> Self {
        Value::Number(number)
    }
}

impl From<i32> for Value<'_> {
    fn from(number: i32) -> Self {
        Value::Number(number.into())
    }
}

impl From<u32> for Value<'_> {
    fn from(number: u32) -> Self {
        Value::Number(number.into())
    }
}

impl From<usize> for Value<'_> {
    /// Counts of things in memory; they fit.
    fn from(number: usize) -> Self {
        Value::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}
