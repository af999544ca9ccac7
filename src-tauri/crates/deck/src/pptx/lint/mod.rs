//! Checks on a deck's bytes: what PowerPoint repairs, what a screen reader misses,
//! what does not fit. Libraries that open a deck notice none of this, so every deck is
//! checked by reading back what was written.

mod parts;
mod slides;
mod tables;

#[cfg(test)]
mod tests;

use std::fmt;

use jalon_domain::Failure;

use super::opc::Package;

/// What a deck must keep.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rule {
    /// The file is a package that can be read.
    Readable,
    /// Every XML part is well-formed.
    WellFormed,
    /// A content type names a part that is there.
    PhantomPart,
    /// Every part has a content type.
    TypedPart,
    /// Every part is reached from the root.
    OrphanPart,
    /// A relationship leads to a part that is there.
    DanglingTarget,
    /// Relationship ids are unique in their part.
    RelationshipId,
    /// A reference names a relationship that is there.
    UnknownRelationship,
    /// There are view settings, without which PowerPoint repairs.
    ViewSettings,
    /// Slide ids are unique, in range, and each slide is listed once.
    SlideId,
    /// A slide has one layout.
    OneLayout,
    /// Shape ids are unique on their slide.
    ShapeId,
    /// The first shape is the title's placeholder, and the only one of its kind.
    TitleFirst,
    /// The title says something.
    TitleEmpty,
    /// No two slides have the same title.
    TitleRepeated,
    /// No placeholder is left empty.
    EmptyPlaceholder,
    /// What is not text has an alternative text.
    AlternativeText,
    /// Every run of text says its language.
    Language,
    /// A table has a header row.
    HeaderRow,
    /// Every row of a table has a cell for every column.
    RaggedTable,
    /// Nothing leaves the slide.
    OffSlide,
    /// Text is at least 18 points, in table cells 12, and its size is written.
    SmallText,
    /// The document has a title.
    DocumentTitle,
    /// The document says its language.
    DocumentLanguage,
}

impl Rule {
    /// All of them.
    pub const ALL: [Rule; 24] = [
        Rule::Readable,
        Rule::WellFormed,
        Rule::PhantomPart,
        Rule::TypedPart,
        Rule::OrphanPart,
        Rule::DanglingTarget,
        Rule::RelationshipId,
        Rule::UnknownRelationship,
        Rule::ViewSettings,
        Rule::SlideId,
        Rule::OneLayout,
        Rule::ShapeId,
        Rule::TitleFirst,
        Rule::TitleEmpty,
        Rule::TitleRepeated,
        Rule::EmptyPlaceholder,
        Rule::AlternativeText,
        Rule::Language,
        Rule::HeaderRow,
        Rule::RaggedTable,
        Rule::OffSlide,
        Rule::SmallText,
        Rule::DocumentTitle,
        Rule::DocumentLanguage,
    ];

    /// Key of the words for a fault against it.
    pub fn key(self) -> &'static str {
        match self {
            Rule::Readable => "failure-pptx-readable",
            Rule::WellFormed => "failure-pptx-well-formed",
            Rule::PhantomPart => "failure-pptx-phantom-part",
            Rule::TypedPart => "failure-pptx-typed-part",
            Rule::OrphanPart => "failure-pptx-orphan-part",
            Rule::DanglingTarget => "failure-pptx-dangling-target",
            Rule::RelationshipId => "failure-pptx-relationship-id",
            Rule::UnknownRelationship => "failure-pptx-unknown-relationship",
            Rule::ViewSettings => "failure-pptx-view-settings",
            Rule::SlideId => "failure-pptx-slide-id",
            Rule::OneLayout => "failure-pptx-one-layout",
            Rule::ShapeId => "failure-pptx-shape-id",
            Rule::TitleFirst => "failure-pptx-title-first",
            Rule::TitleEmpty => "failure-pptx-title-empty",
            Rule::TitleRepeated => "failure-pptx-title-repeated",
            Rule::EmptyPlaceholder => "failure-pptx-empty-placeholder",
            Rule::AlternativeText => "failure-pptx-alternative-text",
            Rule::Language => "failure-pptx-language",
            Rule::HeaderRow => "failure-pptx-header-row",
            Rule::RaggedTable => "failure-pptx-ragged-table",
            Rule::OffSlide => "failure-pptx-off-slide",
            Rule::SmallText => "failure-pptx-small-text",
            Rule::DocumentTitle => "failure-pptx-document-title",
            Rule::DocumentLanguage => "failure-pptx-document-language",
        }
    }
}

/// A rule that a deck does not keep.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    /// Which.
    pub rule: Rule,
    /// In which part; empty for the file as a whole.
    pub part: String,
    /// What it is about: a name, an id, a text.
    pub about: String,
}

impl Fault {
    fn new(rule: Rule, part: &str, about: impl Into<String>) -> Fault {
        Fault { rule, part: part.to_owned(), about: about.into() }
    }

    /// The same as data, for words.
    pub fn failure(&self) -> Failure {
        Failure::new(self.rule.key()).text("part", &self.part).text("about", &self.about)
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} in {}: {}", self.rule, self.part, self.about)
    }
}

/// Every fault of a .pptx file, by rule, then by part.
pub fn lint(bytes: &[u8]) -> Vec<Fault> {
    let package = match Package::read(bytes) {
        Ok(package) => package,
        Err(error) => return vec![Fault::new(Rule::Readable, "", error.to_string())],
    };
    let mut faults = parts::check(&package);
    faults.extend(slides::check(&package));
    faults.sort();
    faults
}
