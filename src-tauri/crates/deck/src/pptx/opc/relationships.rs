//! Relationship parts: what a part points to, inside the package and outside.

use super::super::xml::{Element, Ns, RELATIONSHIPS, escape};

/// A relationship's type without its common beginning (`slideMaster`).
pub fn rel_type(name: &str) -> String {
    format!("http://schemas.openxmlformats.org/officeDocument/2006/relationships/{name}")
}

/// One relationship.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Relationship {
    /// Its id within its source.
    pub id: String,
    /// Its full type.
    pub kind: String,
    /// A part's name, or an address when it is external.
    pub target: String,
    /// It points out of the package.
    pub external: bool,
}

impl Relationship {
    /// Whether it has a type, given by its last segment.
    pub fn is(&self, name: &str) -> bool {
        self.kind == rel_type(name)
    }

    /// The part it points to, unless it points outside.
    pub fn internal(&self) -> Option<&str> {
        (!self.external).then_some(self.target.as_str())
    }
}

/// A part's relationships, in order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Relationships(Vec<Relationship>);

impl Relationships {
    /// Read from a relationship part of `source`.
    pub fn of(source: &str, root: &Element) -> Relationships {
        let read = |entry: &Element| {
            let target = entry.attr("Target")?;
            let external = entry.attr("TargetMode") == Some("External");
            Some(Relationship {
                id: entry.attr("Id")?.to_owned(),
                kind: entry.attr("Type")?.to_owned(),
                target: if external { target.to_owned() } else { resolve(source, target) },
                external,
            })
        };
        Relationships(root.children_of(Ns::Relationships, "Relationship").filter_map(read).collect())
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = &Relationship> {
        self.0.iter()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The one with an id.
    pub fn by_id(&self, id: &str) -> Option<&Relationship> {
        self.0.iter().find(|relationship| relationship.id == id)
    }

    /// The first of a type.
    pub fn first(&self, name: &str) -> Option<&Relationship> {
        self.0.iter().find(|relationship| relationship.is(name))
    }

    /// Keeps some.
    pub fn retain(&mut self, keep: impl FnMut(&Relationship) -> bool) {
        self.0.retain(keep);
    }

    /// Points every relationship of a type to another part.
    pub fn retarget(&mut self, name: &str, target: &str) {
        for relationship in self.0.iter_mut().filter(|relationship| relationship.is(name)) {
            target.clone_into(&mut relationship.target);
        }
    }

    /// Adds one to a part under the lowest free id, and gives that id.
    pub fn add(&mut self, name: &str, target: &str) -> String {
        self.push(rel_type(name), target, false)
    }

    /// Adds one to an outside address, or finds the one that is there; gives its id.
    pub fn link(&mut self, address: &str) -> String {
        match self.0.iter().find(|relationship| relationship.external && relationship.target == address) {
            Some(there) => there.id.clone(),
            None => self.push(rel_type("hyperlink"), address, true),
        }
    }

    /// Adds one whose type stands in the package's own namespace (core properties).
    pub fn push(&mut self, kind: String, target: &str, external: bool) -> String {
        let id = (1..).map(|n| format!("rId{n}")).find(|id| self.by_id(id).is_none()).unwrap_or_default();
        self.0.push(Relationship { id: id.clone(), kind, target: target.to_owned(), external });
        id
    }

    /// The relationship part's XML.
    pub fn to_xml(&self, source: &str) -> String {
        let mut xml = format!("{}<Relationships xmlns=\"{RELATIONSHIPS}\">", super::write::DECLARATION);
        for Relationship { id, kind, target, external } in &self.0 {
            let (target, mode) = match external {
                true => (target.clone(), r#" TargetMode="External""#),
                false => (relative(source, target), ""),
            };
            xml += &format!(
                r#"<Relationship Id="{}" Type="{}" Target="{}"{mode}/>"#,
                escape(id),
                escape(kind),
                escape(&target)
            );
        }
        xml + "</Relationships>"
    }
}

/// The name of a part's relationship part.
pub fn part_of(source: &str) -> String {
    match source.rsplit_once('/') {
        Some((folder, file)) => format!("{folder}/_rels/{file}.rels"),
        None => format!("_rels/{source}.rels"),
    }
}

/// The part whose relationship part this is.
pub fn source_of(rels: &str) -> Option<String> {
    let (folder, file) = rels.rsplit_once('/').unwrap_or(("", rels));
    let source = file.strip_suffix(".rels")?;
    let parent = folder.strip_suffix("_rels")?;
    Some(format!("{parent}{source}"))
}

/// A target as a part's name: absolute, or relative to its source's folder.
fn resolve(source: &str, target: &str) -> String {
    let target = target.split('#').next().unwrap_or_default();
    let folder = source.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut segments: Vec<&str> = match target.starts_with('/') {
        true => Vec::new(),
        false => folder.split('/').filter(|segment| !segment.is_empty()).collect(),
    };
    for segment in target.split('/') {
        match segment {
            "" | "." => {}
            ".." => {
                segments.pop();
            }
            segment => segments.push(segment),
        }
    }
    segments.join("/")
}

/// A part's name as a target: relative, since some readers mistake absolute ones.
fn relative(source: &str, target: &str) -> String {
    let from: Vec<&str> = source.split('/').collect();
    let to: Vec<&str> = target.split('/').collect();
    let folders = from.len() - 1;
    let common = from[..folders].iter().zip(&to[..to.len() - 1]).take_while(|(a, b)| a == b).count();
    let mut segments = vec![".."; folders - common];
    segments.extend(&to[common..]);
    segments.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_resolve_and_are_written_relative() {
        for (source, target, part) in [
            (
                "ppt/slides/slide1.xml",
                "../slideLayouts/slideLayout2.xml",
                "ppt/slideLayouts/slideLayout2.xml",
            ),
            ("ppt/presentation.xml", "slides/slide1.xml", "ppt/slides/slide1.xml"),
            ("", "ppt/presentation.xml", "ppt/presentation.xml"),
        ] {
            assert_eq!(resolve(source, target), part);
            assert_eq!(relative(source, part), target);
        }
        assert_eq!(resolve("ppt/presentation.xml", "/ppt/theme/theme1.xml"), "ppt/theme/theme1.xml");
        assert_eq!(resolve("ppt/presentation.xml", "../../../x.xml"), "x.xml");
    }

    #[test]
    fn relationship_parts_are_named_after_their_source() {
        for (source, rels) in
            [("", "_rels/.rels"), ("ppt/a.xml", "ppt/_rels/a.xml.rels"), ("a.xml", "_rels/a.xml.rels")]
        {
            assert_eq!(part_of(source), rels);
            assert_eq!(source_of(rels).as_deref(), Some(source));
        }
    }
}
