//! PowerPoint: a deck that is laid out, written over a template.
//!
//! A template is any .pptx or .potx file, or our own; all go through the same path.
//! Its masters, themes and layouts stay byte-identical; its sample slides go, with all
//! that speaks of them; document properties are ours. Layouts are chosen by type and
//! placeholders.
//!
//! Deliberately absent: autofit (PowerPoint does not apply it when it opens a file, so
//! sizes are written as decided), line breaks (PowerPoint breaks lines; layout left
//! slack for it), times and random ids (the same input gives the same bytes).

mod error;
mod fill;
mod layouts;
mod links;
mod notes;
mod opc;
mod ours;
mod presentation;
mod properties;
mod resolve;
mod slide;
mod table;
mod template;
mod text;
mod theme;
mod xml;

pub mod lint;

#[cfg(test)]
mod tests;

pub use error::TemplateError;
pub use template::Template;

fn declaration() -> String {
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n".to_owned()
}
