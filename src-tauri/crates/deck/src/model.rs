//! The deck as content: slides by kind, blocks, notes, links. Composed from the
//! plan; knows nothing of fonts, sizes or files.

use jalon_domain::Lang;
use url::Url;

/// A deck in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deck {
    /// Its language.
    pub lang: Lang,
    /// Title in the file's properties.
    pub title: String,
    /// The group that speaks: author in the file's properties.
    pub author: String,
    /// A draft says so on every slide.
    pub draft: bool,
    /// The word that marks a draft, in the deck's language.
    pub draft_mark: String,
    /// Slides, in order.
    pub slides: Vec<Slide>,
}

/// One slide, before layout may split it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slide {
    /// Stable identifier: the entity that it shows, or the kind's name.
    pub id: String,
    /// Its title; unique in the deck.
    pub title: Vec<Run>,
    /// What stands under the title.
    pub body: Body,
    /// Speaker notes, a paragraph each.
    pub notes: Vec<String>,
    /// What is put after the title of the second part when the slide splits
    /// ("continued"), in the deck's language.
    pub continued: String,
}

/// What stands under a title.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Body {
    /// The title slide: lines under the title.
    Title(Vec<Paragraph>),
    /// Paragraphs and bullets.
    Text(Vec<Paragraph>),
    /// Headline figures in a row, then paragraphs.
    Figures {
        /// The figures.
        figures: Vec<BigFigure>,
        /// What follows.
        paragraphs: Vec<Paragraph>,
    },
    /// Columns side by side, each with a heading.
    Columns(Vec<Column>),
    /// The priority matrix: a native table, one column per priority; its header
    /// row holds number and title, then a row of progress points and one of leads.
    Matrix(Matrix),
}

/// A headline figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BigFigure {
    /// The number as the language writes it, with "more than" where it is a bound.
    pub value: String,
    /// What is counted.
    pub label: Vec<Run>,
}

/// A column with a heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// The heading.
    pub heading: Vec<Run>,
    /// What stands under it.
    pub paragraphs: Vec<Paragraph>,
}

/// The priority matrix.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matrix {
    /// Alternative text of the table.
    pub alt: String,
    /// One per priority, in order.
    pub columns: Vec<MatrixColumn>,
    /// The label of the header row, over the rows' labels.
    pub priority_label: String,
    /// The label of the row of progress points (for reading aloud and the row's header).
    pub progress_label: String,
    /// The label of the row of leads.
    pub leads_label: String,
}

/// A priority in the matrix.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MatrixColumn {
    /// Its number, from 1.
    pub number: usize,
    /// Its title.
    pub title: Vec<Run>,
    /// Its progress points.
    pub points: Vec<Paragraph>,
    /// Its leads' abbreviations, in the group's own order.
    pub leads: Vec<Run>,
}

/// A paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paragraph {
    /// Its text.
    pub runs: Vec<Run>,
    /// Bullet or plain.
    pub style: ParagraphStyle,
}

/// How a paragraph begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ParagraphStyle {
    /// No bullet.
    Plain,
    /// A bold line over what follows.
    Heading,
    /// A bullet; 0 is the outer level.
    Bullet(u8),
    /// No bullet, since the text begins with a label of its own, such as (i): it stands
    /// where the text of a bullet of that level does.
    Labelled(u8),
}

/// A stretch of text in one language and style.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// The text: NFC, no soft hyphens, U+00A0 for every no-break space.
    pub text: String,
    /// Its language, which may differ from the deck's.
    pub lang: Lang,
    /// Where it leads.
    pub link: Option<Url>,
    /// Bold.
    pub strong: bool,
    /// Raised, as in 1er.
    pub superscript: bool,
    /// It stands for a text that is missing (drafts only).
    pub placeholder: bool,
}

impl Run {
    /// Plain text.
    pub fn plain(text: impl Into<String>, lang: Lang) -> Self {
        Run { text: text.into(), lang, link: None, strong: false, superscript: false, placeholder: false }
    }
}
