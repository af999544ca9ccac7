//! An Open Packaging package in memory: parts by name, their content types and
//! relationships (ECMA-376, part 2).

mod content_types;
mod read;
mod relationships;
mod write;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::sync::Arc;

pub use content_types::ContentTypes;
pub use relationships::{Relationships, rel_type, source_of};

use super::error::TemplateError;
use super::xml::{self, Element, XmlFault};

/// An XML part that is read; real ones stay below two megabytes.
const MAX_XML: usize = 16 << 20;

/// A package. Part names have no leading slash; the empty name is the package itself,
/// as the source of the root relationships.
#[derive(Clone, Default)]
pub struct Package {
    parts: BTreeMap<String, Arc<[u8]>>,
    /// What each part is.
    pub types: ContentTypes,
}

impl fmt::Debug for Package {
    /// Names only: contents are megabytes.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.parts.keys()).finish()
    }
}

impl Package {
    /// A package of given parts, content types among them.
    pub fn of_parts<'a>(
        parts: impl IntoIterator<Item = (&'a str, &'a [u8])>,
    ) -> Result<Package, TemplateError> {
        let mut package = Package::default();
        for (name, bytes) in parts {
            package.parts.insert(name.to_owned(), Arc::from(bytes));
        }
        package.take_types()?;
        Ok(package)
    }

    fn take_types(&mut self) -> Result<(), TemplateError> {
        let name = "[Content_Types].xml";
        let root = self.xml(name).map_err(|error| match error {
            TemplateError::Missing(_) => TemplateError::Damaged,
            other => other,
        })?;
        self.types = ContentTypes::of(&root);
        self.parts.remove(name);
        Ok(())
    }

    /// Names of all parts, in order; relationship parts too.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.parts.keys().map(String::as_str)
    }

    /// A part's bytes.
    pub fn get(&self, name: &str) -> Option<&[u8]> {
        self.parts.get(name).map(|bytes| &**bytes)
    }

    /// Whether there is such a part.
    pub fn has(&self, name: &str) -> bool {
        self.parts.contains_key(name)
    }

    /// A part's text.
    pub fn text(&self, name: &str) -> Result<Cow<'_, str>, TemplateError> {
        let bytes = self.get(name).ok_or_else(|| TemplateError::Missing(name.to_owned()))?;
        xml::decode(bytes).map_err(|_| TemplateError::Malformed(name.to_owned()))
    }

    /// A part as a tree.
    pub fn xml(&self, name: &str) -> Result<Element, TemplateError> {
        // A tree takes many times its text.
        if self.get(name).is_some_and(|bytes| bytes.len() > MAX_XML) {
            return Err(TemplateError::TooLarge);
        }
        xml::parse(&self.text(name)?).map_err(|fault| match fault {
            XmlFault::DocType => TemplateError::Unsafe(name.to_owned()),
            XmlFault::Malformed => TemplateError::Malformed(name.to_owned()),
        })
    }

    /// Adds or replaces a part; `content_type` is `None` where the extension's default serves.
    pub fn put(&mut self, name: &str, bytes: impl Into<Vec<u8>>, content_type: Option<&str>) {
        self.parts.insert(name.to_owned(), Arc::from(bytes.into()));
        match content_type {
            Some(content_type) => self.types.set(name, content_type),
            None => self.types.unset(name),
        }
    }

    /// Removes a part.
    pub fn remove(&mut self, name: &str) {
        self.parts.remove(name);
        self.types.unset(name);
    }

    /// A part's relationships; none when it has no relationship part.
    pub fn relationships(&self, source: &str) -> Result<Relationships, TemplateError> {
        let name = relationships::part_of(source);
        if !self.has(&name) {
            return Ok(Relationships::default());
        }
        Ok(Relationships::of(source, &self.xml(&name)?))
    }

    /// Writes a part's relationships; none removes the relationship part.
    pub fn set_relationships(&mut self, source: &str, relationships: &Relationships) {
        let name = relationships::part_of(source);
        if relationships.is_empty() {
            self.remove(&name);
        } else {
            self.put(&name, relationships.to_xml(source), None);
        }
    }

    /// A name `{stem}{n}{extension}` that no part has, with the lowest n from 1 whose
    /// name differs by more than case.
    pub fn free_name(&self, stem: &str, extension: &str) -> String {
        let taken: BTreeSet<String> = self.names().map(str::to_ascii_lowercase).collect();
        (1_u32..)
            .map(|n| format!("{stem}{n}{extension}"))
            .find(|name| !taken.contains(&name.to_ascii_lowercase()))
            .unwrap_or_default()
    }

    /// Parts that can be reached from the package's root, relationship parts included.
    pub fn reachable(&self) -> Result<BTreeSet<String>, TemplateError> {
        let mut seen = BTreeSet::new();
        let mut waiting = vec![String::new()];
        while let Some(source) = waiting.pop() {
            let rels = relationships::part_of(&source);
            if self.has(&rels) {
                seen.insert(rels);
            }
            for relationship in self.relationships(&source)?.iter() {
                if let Some(target) = relationship.internal()
                    && self.has(target)
                    && seen.insert(target.to_owned())
                {
                    waiting.push(target.to_owned());
                }
            }
        }
        Ok(seen)
    }

    /// Drops what cannot be reached.
    pub fn collect(&mut self) -> Result<(), TemplateError> {
        let reachable = self.reachable()?;
        self.parts.retain(|name, _| reachable.contains(name));
        self.types.retain(|part| reachable.contains(part));
        Ok(())
    }
}
