//! A small tree over a part's XML, with namespaces resolved to the few that matter
//! here and the place of every element in the source, so that a part can be
//! rewritten by copying slices of it.
//!
//! Templates are foreign files: document types are refused, depth is capped, and
//! prefixes are theirs to choose.

mod parse;

use std::ops::Range;

pub use parse::{XmlFault, decode, parse};

/// The namespaces that are told apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ns {
    /// No namespace (most attributes).
    None,
    /// PresentationML.
    P,
    /// DrawingML.
    A,
    /// References to relationships (`r:id`).
    R,
    /// Relationship parts.
    Relationships,
    /// The list of content types.
    ContentTypes,
    /// Dublin Core elements (`dc:title`).
    Dc,
    /// Any other.
    Other,
}

/// PresentationML's namespace.
pub const P: &str = "http://schemas.openxmlformats.org/presentationml/2006/main";
/// DrawingML's namespace.
pub const A: &str = "http://schemas.openxmlformats.org/drawingml/2006/main";
/// The namespace of references to relationships.
pub const R: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
/// The namespace of relationship parts.
pub const RELATIONSHIPS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
/// The namespace of `[Content_Types].xml`.
pub const CONTENT_TYPES: &str = "http://schemas.openxmlformats.org/package/2006/content-types";

/// An attribute with its value unescaped.
#[derive(Debug, Clone)]
pub struct Attribute {
    /// Namespace.
    pub ns: Ns,
    /// Local name.
    pub name: String,
    /// Value.
    pub value: String,
}

/// An element with what is in it.
#[derive(Debug, Clone)]
pub struct Element {
    /// Namespace.
    pub ns: Ns,
    /// Local name.
    pub name: String,
    /// Attributes, without namespace declarations.
    pub attributes: Vec<Attribute>,
    /// Child elements.
    pub children: Vec<Element>,
    /// Text directly in it, joined.
    pub text: String,
    /// From its start tag to the end of its end tag, in bytes of the source.
    pub span: Range<usize>,
    /// Its start tag alone.
    pub start_tag: Range<usize>,
}

impl Element {
    /// The value of an attribute without namespace.
    pub fn attr(&self, name: &str) -> Option<&str> {
        self.attr_ns(Ns::None, name)
    }

    /// The value of an attribute.
    pub fn attr_ns(&self, ns: Ns, name: &str) -> Option<&str> {
        self.attributes.iter().find(|a| a.ns == ns && a.name == name).map(|a| a.value.as_str())
    }

    /// A number in an attribute.
    pub fn number(&self, name: &str) -> Option<i64> {
        self.attr(name)?.parse().ok()
    }

    /// Whether it is this element.
    pub fn is(&self, ns: Ns, name: &str) -> bool {
        self.ns == ns && self.name == name
    }

    /// The first child of a name.
    pub fn child(&self, ns: Ns, name: &str) -> Option<&Element> {
        self.children.iter().find(|child| child.is(ns, name))
    }

    /// The first element down a path of child names, all in one namespace.
    pub fn path(&self, ns: Ns, names: &[&str]) -> Option<&Element> {
        names.iter().try_fold(self, |element, name| element.child(ns, name))
    }

    /// Children of a name.
    pub fn children_of<'a>(&'a self, ns: Ns, name: &'a str) -> impl Iterator<Item = &'a Element> {
        self.children.iter().filter(move |child| child.is(ns, name))
    }

    /// It and everything in it, in document order.
    pub fn walk(&self) -> Vec<&Element> {
        let mut all = vec![self];
        for child in &self.children {
            all.extend(child.walk());
        }
        all
    }

    /// Everything of a name in it, in document order.
    pub fn all<'a>(&'a self, ns: Ns, name: &'a str) -> impl Iterator<Item = &'a Element> {
        self.walk().into_iter().filter(move |element| element.is(ns, name))
    }
}

/// Text for an element or attribute: escaped, without the characters that XML cannot hold.
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + text.len() / 8);
    for char in text.chars() {
        match char {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\t' | '\n' | '\r' => escaped.push(' '),
            '\u{0}'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}' => {}
            other => escaped.push(other),
        }
    }
    escaped
}
