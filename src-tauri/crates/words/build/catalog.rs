//! Reads the message files of both locales and holds them against each other: what
//! is missing, misspelt or said twice is named with its file and key.
//!
//! Shared by the build script, which fails on any fault, and by the tests.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::{fs, io};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey};
use fluent_syntax::parser;

/// The folders of messages, the reference first.
pub const LOCALES: [&str; 2] = ["en-CA", "fr-CA"];

/// One message file.
pub struct Source {
    /// Its folder: `en-CA` or `fr-CA`.
    pub locale: String,
    /// Its name: `domain.ftl`.
    pub file: String,
    /// What it holds.
    pub text: String,
}

/// One message, as both locales have it.
pub struct Message {
    /// Its key: `relative-days-ago`.
    pub name: String,
    /// Its variables, and whether each must be a number.
    pub variables: BTreeMap<String, bool>,
    /// The English text in short, for documentation.
    pub english: String,
}

/// Reads every `.ftl` file of both locales, in order of name.
///
/// # Errors
/// A folder or file that cannot be read.
pub fn read(locales: &Path) -> io::Result<Vec<Source>> {
    let mut sources = Vec::new();
    for locale in LOCALES {
        let mut files: Vec<_> = fs::read_dir(locales.join(locale))?
            .map(|entry| entry.map(|e| e.path()))
            .collect::<Result<_, _>>()?;
        files.retain(|path| path.extension().is_some_and(|extension| extension == "ftl"));
        files.sort();
        for path in files {
            let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            sources.push(Source { locale: locale.to_owned(), file, text: fs::read_to_string(&path)? });
        }
    }
    Ok(sources)
}

/// All messages, in order of key.
///
/// # Errors
/// Every fault, in words, with its file and key.
pub fn check(sources: &[Source]) -> Result<Vec<Message>, Vec<String>> {
    let mut faults = Vec::new();
    let [english, french] = LOCALES.map(|locale| Locale::read(locale, sources, &mut faults));
    for locale in [&english, &french] {
        locale.check_references(&mut faults);
    }
    for (one, other) in [(&english, &french), (&french, &english)] {
        for (name, entry) in &one.messages {
            if !other.messages.contains_key(name) {
                faults.push(format!("{}: '{name}' is missing in {}", entry.place, other.name));
            }
        }
    }
    let mut messages = Vec::new();
    for (name, entry) in &english.messages {
        let Some(twin) = french.messages.get(name) else { continue };
        let (ours, theirs) = (english.variables(name), french.variables(name));
        for (uses, lacks, place) in [(&ours, &theirs, &twin.place), (&theirs, &ours, &entry.place)] {
            for variable in uses.keys().filter(|variable| !lacks.contains_key(*variable)) {
                faults.push(format!("{place}: '{name}' lacks the variable ${variable} of the other locale"));
            }
        }
        let mut variables = ours;
        for (variable, number) in theirs {
            *variables.entry(variable).or_default() |= number;
        }
        messages.push(Message { name: name.clone(), variables, english: entry.text.clone() });
    }
    let mut constants = BTreeMap::new();
    for message in &messages {
        if let Some(earlier) = constants.insert(constant(&message.name), &message.name) {
            faults.push(format!("'{}' and '{earlier}' would have the same constant", message.name));
        }
    }
    if faults.is_empty() { Ok(messages) } else { Err(faults) }
}

/// The name of a key's constant: `RELATIVE_DAYS_AGO`.
pub fn constant(name: &str) -> String {
    name.replace('-', "_").to_uppercase()
}

struct Locale {
    name: &'static str,
    messages: BTreeMap<String, Found>,
    terms: BTreeMap<String, Found>,
}

/// A message or term, as one locale has it.
#[derive(Default)]
struct Found {
    place: String,
    text: String,
    variables: BTreeMap<String, bool>,
    messages: BTreeSet<String>,
    terms: BTreeSet<String>,
    functions: BTreeSet<String>,
}

impl Locale {
    fn read(name: &'static str, sources: &[Source], faults: &mut Vec<String>) -> Locale {
        let mut locale = Locale { name, messages: BTreeMap::new(), terms: BTreeMap::new() };
        for source in sources.iter().filter(|source| source.locale == name) {
            let place = format!("{name}/{}", source.file);
            let resource = match parser::parse(source.text.as_str()) {
                Ok(resource) => resource,
                Err((resource, errors)) => {
                    for error in errors {
                        let line = 1 + source.text[..error.pos.start].matches('\n').count();
                        faults.push(format!("{place}:{line}: {error}"));
                    }
                    resource
                }
            };
            for entry in &resource.body {
                let (list, name, value, attributes) = match entry {
                    Entry::Message(m) => (&mut locale.messages, m.id.name, m.value.as_ref(), &m.attributes),
                    Entry::Term(t) => (&mut locale.terms, t.id.name, Some(&t.value), &t.attributes),
                    _ => continue,
                };
                let mut found = Found { place: place.clone(), ..Found::default() };
                match value {
                    Some(pattern) if attributes.is_empty() => found.pattern(pattern, true),
                    _ => faults.push(format!("{place}: '{name}' has attributes: give each text its own key")),
                }
                if let Some(earlier) = list.insert(name.to_owned(), found) {
                    faults.push(format!("{place}: '{name}' stands already in {}", earlier.place));
                }
            }
        }
        locale
    }

    fn check_references(&self, faults: &mut Vec<String>) {
        for (name, found) in self.messages.iter().chain(&self.terms) {
            let unknown_messages = found.messages.iter().filter(|other| !self.messages.contains_key(*other));
            let unknown_terms = found.terms.iter().filter(|other| !self.terms.contains_key(*other));
            for other in unknown_messages.chain(unknown_terms) {
                faults.push(format!("{}: '{name}' refers to '{other}', which is not there", found.place));
            }
            for function in found.functions.iter().filter(|function| *function != "NUMBER") {
                faults.push(format!("{}: '{name}' calls {function}, which is not a function", found.place));
            }
            if self.reaches(name, &found.messages, &mut BTreeSet::new()) {
                faults.push(format!("{}: '{name}' refers to itself", found.place));
            }
        }
    }

    fn reaches(&self, goal: &str, from: &BTreeSet<String>, seen: &mut BTreeSet<String>) -> bool {
        from.iter().any(|name| {
            name == goal
                || seen.insert(name.clone())
                    && self.messages.get(name).is_some_and(|found| self.reaches(goal, &found.messages, seen))
        })
    }

    /// The variables of a message and of all messages that it refers to.
    fn variables(&self, name: &str) -> BTreeMap<String, bool> {
        let (mut all, mut seen, mut next) = (BTreeMap::new(), BTreeSet::new(), vec![name.to_owned()]);
        while let Some(name) = next.pop() {
            let Some(found) = self.messages.get(&name).filter(|_| seen.insert(name)) else { continue };
            for (variable, number) in &found.variables {
                *all.entry(variable.clone()).or_default() |= number;
            }
            next.extend(found.messages.iter().cloned());
        }
        all
    }
}

impl Found {
    fn pattern(&mut self, pattern: &Pattern<&str>, shown: bool) {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } if shown => self.text.push_str(value),
                PatternElement::TextElement { .. } => {}
                PatternElement::Placeable { expression } => self.expression(expression, shown),
            }
        }
    }

    fn expression(&mut self, expression: &Expression<&str>, shown: bool) {
        match expression {
            Expression::Inline(inline) => self.inline(inline, shown),
            Expression::Select { selector, variants } => {
                self.inline(selector, false);
                if let InlineExpression::VariableReference { id } = selector {
                    let number = variants.iter().any(|variant| match variant.key {
                        VariantKey::NumberLiteral { .. } => true,
                        VariantKey::Identifier { name } => {
                            ["zero", "one", "two", "few", "many"].contains(&name)
                        }
                    });
                    *self.variables.entry(id.name.to_owned()).or_default() |= number;
                }
                for variant in variants {
                    self.pattern(&variant.value, shown && variant.default);
                }
            }
        }
    }

    fn inline(&mut self, expression: &InlineExpression<&str>, shown: bool) {
        let mut show = |text: &str| {
            if shown {
                self.text.push_str(text);
            }
        };
        match expression {
            InlineExpression::StringLiteral { value } | InlineExpression::NumberLiteral { value } => {
                show(value)
            }
            InlineExpression::VariableReference { id } => {
                show(&format!("{{{}}}", id.name));
                self.variables.entry(id.name.to_owned()).or_default();
            }
            InlineExpression::MessageReference { id, .. } => {
                show(&format!("{{{}}}", id.name));
                self.messages.insert(id.name.to_owned());
            }
            InlineExpression::TermReference { id, arguments, .. } => {
                show(&format!("{{-{}}}", id.name));
                self.terms.insert(id.name.to_owned());
                for argument in arguments.iter().flat_map(|arguments| &arguments.positional) {
                    self.inline(argument, false);
                }
            }
            InlineExpression::FunctionReference { id, arguments } => {
                self.functions.insert(id.name.to_owned());
                for argument in &arguments.positional {
                    self.inline(argument, shown);
                    if let InlineExpression::VariableReference { id: variable } = argument {
                        self.variables.insert(variable.name.to_owned(), true);
                    }
                }
            }
            InlineExpression::Placeable { expression } => self.expression(expression, shown),
        }
    }
}
