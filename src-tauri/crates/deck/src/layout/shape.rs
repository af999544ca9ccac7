//! Paragraphs shaped once, at 100 points, and then broken into lines for as many
//! sizes and widths as are tried.

use std::collections::BTreeSet;

use parley::{
    FontContext, FontWeight, Layout, LayoutContext, LineHeight, OverflowWrap, PositionedLayoutItem,
    StyleProperty,
};

use crate::laid_out::{Line, Remark};
use crate::model::{Paragraph, ParagraphStyle, Run};

use super::fonts;

/// The size that text is shaped at.
const SHAPED_AT: f32 = 100.0;
/// The part of a width that lines may use: other programs round advances differently.
const SLACK: f32 = 0.99;
/// Size of raised text, as PowerPoint draws it.
const SUPERSCRIPT: f32 = 2.0 / 3.0;
/// What stands for a character that no bundled font can draw.
const SUBSTITUTE: &str = "\u{FFFD}";

/// A typeface and weight, as a placeholder asks for them.
#[derive(Debug, Clone, Copy)]
pub(super) struct Face<'a> {
    pub(super) typeface: &'a str,
    pub(super) bold: bool,
}

/// Shapes paragraphs and remembers what it noticed.
pub(super) struct Shaper {
    fonts: FontContext,
    scratch: LayoutContext<()>,
    /// Characters that were drawn as a substitute since they were last taken.
    pub(super) missing: BTreeSet<char>,
    /// Remarks that concern no slide in particular.
    pub(super) remarks: Vec<Remark>,
}

impl Shaper {
    pub(super) fn new() -> Self {
        Shaper {
            fonts: fonts::context(),
            scratch: LayoutContext::new(),
            missing: BTreeSet::new(),
            remarks: Vec::new(),
        }
    }

    /// Shapes a paragraph; characters that no font has are replaced in it.
    pub(super) fn shape(&mut self, mut paragraph: Paragraph, face: Face<'_>) -> Shaped {
        if fonts::metric_match(face.typeface).is_none() {
            let remark = Remark::OtherTypeface(face.typeface.to_owned());
            if !self.remarks.contains(&remark) {
                self.remarks.push(remark);
            }
        }
        let mut layout = self.build(&paragraph, face);
        let unknown = glyphless(&mut layout);
        if !unknown.is_empty() {
            substitute(&mut paragraph, &unknown, &mut self.missing);
            layout = self.build(&paragraph, face);
        }
        let longest = layout.calculate_content_widths().min / SHAPED_AT;
        Shaped { paragraph, layout, longest }
    }

    pub(super) fn shape_all(&mut self, paragraphs: &[Paragraph], face: Face<'_>) -> Vec<Shaped> {
        paragraphs.iter().map(|paragraph| self.shape(paragraph.clone(), face)).collect()
    }

    fn build(&mut self, paragraph: &Paragraph, face: Face<'_>) -> Layout<()> {
        let text = joined(&paragraph.runs);
        let mut builder = self.scratch.ranged_builder(&mut self.fonts, &text, 1.0, false);
        builder.push_default(StyleProperty::FontFamily(fonts::families(face.typeface)));
        builder.push_default(StyleProperty::FontSize(SHAPED_AT));
        builder.push_default(StyleProperty::LineHeight(LineHeight::Absolute(SHAPED_AT)));
        // A word is broken only where nothing else helps; it still counts whole as the longest.
        builder.push_default(StyleProperty::OverflowWrap(OverflowWrap::BreakWord));
        let heading = paragraph.style == ParagraphStyle::Heading;
        if face.bold || heading {
            builder.push_default(StyleProperty::FontWeight(FontWeight::BOLD));
        }
        let mut at = 0;
        for run in &paragraph.runs {
            let range = at..at + run.text.len();
            at = range.end;
            if run.strong {
                builder.push(StyleProperty::FontWeight(FontWeight::BOLD), range.clone());
            }
            if run.superscript {
                builder.push(StyleProperty::FontSize(SHAPED_AT * SUPERSCRIPT), range);
            }
        }
        builder.build(&text)
    }
}

/// A paragraph, shaped.
pub(super) struct Shaped {
    pub(super) paragraph: Paragraph,
    layout: Layout<()>,
    /// Width of its longest word, in points at a size of 1 point.
    pub(super) longest: f32,
}

impl Shaped {
    /// Its lines at a size, in points, within a width, in points.
    pub(super) fn lines(&mut self, width: f32, size: f32) -> Vec<Line> {
        self.layout.break_all_lines(Some(usable(width) * SHAPED_AT / size));
        let lines: Vec<Line> = self
            .layout
            .lines()
            .map(|line| {
                let metrics = line.metrics();
                let advance = metrics.advance - metrics.hanging_advance;
                Line { range: line.text_range(), width: advance * size / SHAPED_AT }
            })
            .collect();
        if lines.is_empty() { vec![Line { range: 0..0, width: 0.0 }] } else { lines }
    }

    /// Whether its longest word fits whole.
    pub(super) fn words_fit(&self, width: f32, size: f32) -> bool {
        self.longest * size <= usable(width)
    }
}

/// The part of a width that is filled.
pub(super) fn usable(width: f32) -> f32 {
    (width * SLACK).max(1.0)
}

/// The width that a text of this natural width needs.
pub(super) fn needed(natural: f32) -> f32 {
    natural / SLACK + 0.01
}

fn joined(runs: &[Run]) -> String {
    runs.iter().map(|run| run.text.as_str()).collect()
}

/// Byte ranges of the clusters that no font could draw.
fn glyphless(layout: &mut Layout<()>) -> Vec<std::ops::Range<usize>> {
    layout.break_all_lines(None);
    let mut found = Vec::new();
    for line in layout.lines() {
        for item in line.items() {
            let PositionedLayoutItem::GlyphRun(run) = item else { continue };
            for cluster in run.run().clusters() {
                let range = cluster.text_range();
                if cluster.glyphs().any(|glyph| glyph.id == 0) && !found.contains(&range) {
                    found.push(range);
                }
            }
        }
    }
    found.sort_by_key(|range| range.start);
    found
}

/// Puts the substitute in place of byte ranges of the joined text.
fn substitute(paragraph: &mut Paragraph, ranges: &[std::ops::Range<usize>], missing: &mut BTreeSet<char>) {
    let mut at = 0;
    for run in &mut paragraph.runs {
        let start = at;
        at += run.text.len();
        let mut kept = String::with_capacity(run.text.len());
        for (n, c) in run.text.char_indices() {
            match ranges.iter().find(|range| range.contains(&(start + n))) {
                None => kept.push(c),
                Some(range) if range.start == start + n => {
                    missing.insert(c);
                    kept.push_str(SUBSTITUTE);
                }
                Some(_) => {}
            }
        }
        run.text = kept;
    }
}
