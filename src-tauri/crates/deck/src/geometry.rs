//! What layout must know of a template: its page, and its layouts' placeholders
//! with their rectangles, fonts and sizes, resolved through the master.

/// A rectangle in EMU.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rect {
    /// From the left.
    pub x: i64,
    /// From the top.
    pub y: i64,
    /// Width.
    pub w: i64,
    /// Height.
    pub h: i64,
}

/// What a layout is used for. Chosen by the layout's type and placeholders, never
/// by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum LayoutRole {
    /// The title slide: title and subtitle.
    Title,
    /// Title and one body.
    Body,
    /// Title and two bodies side by side.
    TwoBodies,
    /// Title alone (tables, figures, three columns).
    TitleOnly,
}

/// A placeholder of a layout, as slides name it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slot {
    /// Its `type` (`title`, `ctrTitle`, `subTitle`, `body`; empty for an object placeholder).
    pub kind: String,
    /// Its `idx`; 0 when absent.
    pub idx: u32,
}

/// A placeholder with what the master says of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Placeholder {
    /// Which one.
    pub slot: Slot,
    /// Where it stands.
    pub rect: Rect,
    /// Insets: left, top, right, bottom.
    pub insets: [i64; 4],
    /// Size of its text, in points, at the outer level.
    pub size: f32,
    /// The typeface that it is set in (`Calibri`), resolved through the theme.
    pub typeface: String,
    /// Bold.
    pub bold: bool,
}

/// A layout as layout needs it.
#[derive(Debug, Clone, PartialEq)]
pub struct LayoutGeometry {
    /// What it is used for.
    pub role: LayoutRole,
    /// The title (there is always one).
    pub title: Placeholder,
    /// The other text placeholders, from left to right (the subtitle on a title slide).
    pub bodies: Vec<Placeholder>,
}

/// A template's page and layouts.
#[derive(Debug, Clone, PartialEq)]
pub struct Geometry {
    /// Page width.
    pub width: i64,
    /// Page height.
    pub height: i64,
    /// The area under the title that free shapes may use (on `TitleOnly`).
    pub content: Rect,
    /// One per role.
    pub layouts: Vec<LayoutGeometry>,
}

impl Geometry {
    /// The layout for a role.
    pub fn layout(&self, role: LayoutRole) -> Option<&LayoutGeometry> {
        self.layouts.iter().find(|layout| layout.role == role)
    }
}
