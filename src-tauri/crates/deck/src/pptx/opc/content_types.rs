//! `[Content_Types].xml`: what each part is, by its name or its extension.

use std::collections::BTreeMap;

use super::super::xml::{CONTENT_TYPES, Element, Ns, escape};

/// Content types by extension and by part.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ContentTypes {
    defaults: BTreeMap<String, String>,
    overrides: BTreeMap<String, String>,
}

impl ContentTypes {
    /// Read from the part's root.
    pub fn of(root: &Element) -> ContentTypes {
        let mut types = ContentTypes::default();
        for entry in root.children_of(Ns::ContentTypes, "Default") {
            if let (Some(extension), Some(kind)) = (entry.attr("Extension"), entry.attr("ContentType")) {
                types.defaults.insert(extension.to_ascii_lowercase(), kind.to_owned());
            }
        }
        for entry in root.children_of(Ns::ContentTypes, "Override") {
            if let (Some(part), Some(kind)) = (entry.attr("PartName"), entry.attr("ContentType")) {
                types.overrides.insert(part.trim_start_matches('/').to_owned(), kind.to_owned());
            }
        }
        types
    }

    /// A part's type.
    pub fn get(&self, part: &str) -> Option<&str> {
        let extension = part.rsplit_once('.').map(|(_, extension)| extension.to_ascii_lowercase());
        self.overrides.get(part).or_else(|| self.defaults.get(&extension?)).map(String::as_str)
    }

    /// Names of the parts that have a type of their own.
    pub fn named(&self) -> impl Iterator<Item = &str> {
        self.overrides.keys().map(String::as_str)
    }

    /// Gives a part its own type.
    pub fn set(&mut self, part: &str, content_type: &str) {
        self.overrides.insert(part.to_owned(), content_type.to_owned());
    }

    /// Takes a part's own type away.
    pub fn unset(&mut self, part: &str) {
        self.overrides.remove(part);
    }

    /// Keeps the types of some parts.
    pub fn retain(&mut self, mut keep: impl FnMut(&str) -> bool) {
        self.overrides.retain(|part, _| keep(part));
    }

    /// The part's XML. The two defaults that every package needs are always there; the
    /// others as far as `parts` use them.
    pub fn to_xml<'a>(&self, parts: impl Iterator<Item = &'a str>) -> String {
        let mut defaults: BTreeMap<String, String> = BTreeMap::new();
        for part in parts.filter(|part| !self.overrides.contains_key(*part)) {
            let extension = part.rsplit_once('.').map_or("", |(_, extension)| extension).to_ascii_lowercase();
            if let Some(kind) = self.defaults.get(&extension) {
                defaults.insert(extension, kind.clone());
            }
        }
        defaults.insert("rels".into(), "application/vnd.openxmlformats-package.relationships+xml".into());
        defaults.insert("xml".into(), "application/xml".into());
        let mut xml = format!("{}<Types xmlns=\"{CONTENT_TYPES}\">", super::write::DECLARATION);
        for (extension, kind) in &defaults {
            xml += &format!(r#"<Default Extension="{}" ContentType="{}"/>"#, escape(extension), escape(kind));
        }
        for (part, kind) in &self.overrides {
            xml += &format!(r#"<Override PartName="/{}" ContentType="{}"/>"#, escape(part), escape(kind));
        }
        xml + "</Types>"
    }
}
