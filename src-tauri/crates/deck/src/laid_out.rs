//! The deck after layout: what stands where, in which size, with which line
//! breaks. The writers only write this down. Lengths are EMU (914,400 an inch)
//! unless a name says points.

use jalon_domain::Lang;

use crate::geometry::{LayoutRole, Rect, Slot};
use crate::model::Paragraph;

/// Insets of a table's cells: left, top, right, bottom. Written into the file, since
/// layout reckoned with them.
pub const CELL_INSETS: [i64; 4] = [91_440, 64_008, 91_440, 64_008];

/// Insets of a text shape that is in no placeholder.
pub const FREE_INSETS: [i64; 4] = [0, 0, 0, 0];

/// A deck, laid out over one template.
#[derive(Debug, Clone, PartialEq)]
pub struct LaidOutDeck {
    /// Its language.
    pub lang: Lang,
    /// Title in the file's properties.
    pub title: String,
    /// Author in the file's properties.
    pub author: String,
    /// The word that marks a draft on every slide, when it is one.
    pub draft_mark: Option<String>,
    /// Slides after splitting, in order.
    pub slides: Vec<LaidOutSlide>,
    /// What a person should know (a glyph no font has, a line near its limit).
    pub remarks: Vec<Remark>,
}

/// Something that layout noticed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Remark {
    /// A character that no bundled font can draw, with the slide's number from 1.
    NoGlyph(usize, char),
    /// A text that does not fit at the smallest size and could not be split: slide's number.
    DoesNotFit(usize),
    /// A title too long for its place: shortened there, whole in the slide's notes.
    TitleShortened(usize),
    /// A typeface of the template that no bundled font matches in width: measured with a
    /// wider one, so that lines may end early.
    OtherTypeface(String),
}

/// One slide of the file.
#[derive(Debug, Clone, PartialEq)]
pub struct LaidOutSlide {
    /// Stable identifier, unique in the deck.
    pub id: String,
    /// Which layout of the template it uses.
    pub layout: LayoutRole,
    /// What stands on it, in reading order, the title first.
    pub shapes: Vec<Shape>,
    /// Speaker notes.
    pub notes: Vec<String>,
}

/// One shape.
#[derive(Debug, Clone, PartialEq)]
pub enum Shape {
    /// Text, in a placeholder of the layout or free (`slot` is `None`).
    Text {
        /// The placeholder it fills.
        slot: Option<Slot>,
        /// Name for the selection pane, in the deck's language.
        name: String,
        /// Where it stands.
        rect: Rect,
        /// The text, sized and broken.
        text: TextBlock,
    },
    /// A native table.
    Table {
        /// Name for the selection pane.
        name: String,
        /// Alternative text.
        alt: String,
        /// Where it stands; the sum of widths and heights.
        rect: Rect,
        /// Column widths.
        widths: Vec<i64>,
        /// Rows; the first is the header.
        rows: Vec<Row>,
        /// The first column holds the rows' headers.
        row_headers: bool,
    },
}

/// A table row.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Its height, computed so that all text fits.
    pub height: i64,
    /// One per column.
    pub cells: Vec<TextBlock>,
}

/// Text with its decided size and breaks.
#[derive(Debug, Clone, PartialEq)]
pub struct TextBlock {
    /// Size of its text, in points.
    pub size: f32,
    /// Exact distance from line to line, in points.
    pub line_pitch: f32,
    /// Size of its `Heading` paragraphs, in points (a headline figure, a column's number):
    /// bold, in the accent colour unless the tone is `OnAccent`.
    pub heading_size: f32,
    /// Exact distance from line to line in its `Heading` paragraphs, in points.
    pub heading_pitch: f32,
    /// Space after each paragraph but the last, in points.
    pub space_after: f32,
    /// Left inset and hanging indent of a bullet level, in EMU per level: a bullet of
    /// level n stands at n times this, its text at n + 1 times.
    pub indent: i64,
    /// Horizontal alignment.
    pub align: Align,
    /// Vertical anchor within the rectangle.
    pub anchor: Anchor,
    /// Colour and weight by purpose; the template's theme says which colour that is.
    pub tone: Tone,
    /// The paragraphs with the lines that layout broke them into.
    pub paragraphs: Vec<LaidOutParagraph>,
}

/// A paragraph and its lines.
#[derive(Debug, Clone, PartialEq)]
pub struct LaidOutParagraph {
    /// What it says.
    pub paragraph: Paragraph,
    /// Byte ranges into the runs' joined text, one per line, in order.
    pub lines: Vec<Line>,
}

/// A line.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// Bytes of the paragraph's joined text.
    pub range: std::ops::Range<usize>,
    /// Its width, in points.
    pub width: f32,
}

/// Horizontal alignment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// At the left.
    Left,
    /// In the middle.
    Centre,
}

/// Vertical anchor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// At the top.
    Top,
    /// In the middle.
    Middle,
    /// At the bottom.
    Bottom,
}

/// What a text is for; writers map it to the template's theme colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// As the placeholder has it.
    Inherit,
    /// Large numbers, column headings.
    Accent,
    /// Light text on the accent (a table's header row).
    OnAccent,
    /// The mark of a draft.
    Muted,
}
