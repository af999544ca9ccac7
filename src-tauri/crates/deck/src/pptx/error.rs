//! What can be wrong with a template.

use jalon_domain::Failure;

/// Why a file cannot serve as a template.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TemplateError {
    /// Not a ZIP package, or one that cannot be read to its end.
    #[error("not a readable package")]
    Damaged,
    /// Encrypted, or a PowerPoint 97-2003 file: both are OLE files, not packages.
    #[error("an encrypted or old binary file")]
    Protected,
    /// More parts, or larger ones, than a template can need.
    #[error("too large")]
    TooLarge,
    /// A part that declares a document type, or whose name leads out of the package.
    #[error("unsafe part {0}")]
    Unsafe(String),
    /// A part that is not well-formed XML, or lacks what its kind requires.
    #[error("malformed part {0}")]
    Malformed(String),
    /// A part that another part needs is not there.
    #[error("missing part {0}")]
    Missing(String),
    /// A package, but of something else than a presentation.
    #[error("not a presentation")]
    NotPresentation,
    /// The strict variant of the format, whose namespaces differ.
    #[error("strict variant of the format")]
    Strict,
    /// No layout has a title and a body.
    #[error("no layout with a title and a body")]
    NoBodyLayout,
}

impl TemplateError {
    /// The same as data, for words.
    pub fn failure(&self) -> Failure {
        match self {
            TemplateError::Damaged => Failure::new("failure-template-damaged"),
            TemplateError::Protected => Failure::new("failure-template-protected"),
            TemplateError::TooLarge => Failure::new("failure-template-too-large"),
            TemplateError::Unsafe(part) => Failure::new("failure-template-unsafe").text("part", part),
            TemplateError::Malformed(part) => Failure::new("failure-template-malformed").text("part", part),
            TemplateError::Missing(part) => Failure::new("failure-template-missing").text("part", part),
            TemplateError::NotPresentation => Failure::new("failure-template-not-presentation"),
            TemplateError::Strict => Failure::new("failure-template-strict"),
            TemplateError::NoBodyLayout => Failure::new("failure-template-no-body-layout"),
        }
    }
}
