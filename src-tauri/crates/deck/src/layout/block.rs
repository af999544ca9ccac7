//! Several paragraphs set in one size: their height, their fit, their record.

use crate::laid_out::{Align, Anchor, LaidOutParagraph, Line, TextBlock, Tone};
use crate::model::ParagraphStyle;

use super::shape::Shaped;

/// EMU in a point.
pub(super) const POINT: f32 = 12_700.0;
/// Distance from line to line, in sizes; fixed, so that a fallback font moves no line.
const LINE: f32 = 1.2;

/// Sizes and spacing of a text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Setting {
    /// Size, in points.
    pub(super) size: f32,
    /// Size of headings, in points.
    pub(super) heading: f32,
    /// Space after a paragraph, in sizes.
    pub(super) spacing: f32,
}

impl Setting {
    /// Running text on a slide.
    pub(super) fn body(size: f32) -> Self {
        Setting { size, heading: size, spacing: 0.45 }
    }

    /// Running text on a slide that has room to spare.
    pub(super) fn airy(size: f32) -> Self {
        Setting { spacing: 0.85, ..Setting::body(size) }
    }

    /// Text without space between its paragraphs (titles, headings).
    pub(super) fn tight(size: f32) -> Self {
        Setting { size, heading: size, spacing: 0.0 }
    }

    fn of(self, style: ParagraphStyle) -> f32 {
        if style == ParagraphStyle::Heading { self.heading } else { self.size }
    }

    /// Space after a paragraph, in points.
    pub(super) fn space_after(self) -> f32 {
        hundredths(self.size * self.spacing)
    }

    /// Indent of a bullet level, in EMU.
    fn indent(self) -> i64 {
        emu(self.size * 0.85)
    }

    /// What is left of a width, in points, for the text of a paragraph.
    fn room(self, style: ParagraphStyle, width: f32) -> f32 {
        match style {
            ParagraphStyle::Bullet(level) | ParagraphStyle::Labelled(level) => {
                width - self.indent() as f32 / POINT * (f32::from(level) + 1.0)
            }
            _ => width,
        }
    }
}

/// Points to EMU.
pub(super) fn emu(points: f32) -> i64 {
    (points * POINT).round() as i64
}

/// EMU to points.
pub(super) fn points(emu: i64) -> f32 {
    emu as f32 / POINT
}

fn hundredths(points: f32) -> f32 {
    (points * 100.0).round() / 100.0
}

fn pitch(size: f32) -> f32 {
    hundredths(size * LINE)
}

fn lines(text: &mut Shaped, width: f32, setting: Setting) -> Vec<Line> {
    let style = text.paragraph.style;
    text.lines(setting.room(style, width), setting.of(style))
}

/// Height of the text, in points, in a width, in points.
pub(super) fn height(texts: &mut [Shaped], width: f32, setting: Setting) -> f32 {
    let gaps = texts.len().saturating_sub(1) as f32 * setting.space_after();
    let lines = texts.iter_mut().map(|text| {
        let count = lines(text, width, setting).len() as f32;
        count * pitch(setting.of(text.paragraph.style))
    });
    lines.sum::<f32>() + gaps
}

/// How many lines of this style fit into a height, in points; at least one.
pub(super) fn lines_in(height: f32, style: ParagraphStyle, setting: Setting) -> usize {
    ((height / pitch(setting.of(style))).floor() as usize).max(1)
}

/// The lines of one paragraph, as byte ranges.
pub(super) fn line_ranges(text: &mut Shaped, width: f32, setting: Setting) -> Vec<std::ops::Range<usize>> {
    lines(text, width, setting).into_iter().map(|line| line.range).collect()
}

/// Whether every word of the text fits whole.
pub(super) fn words_fit(texts: &[Shaped], width: f32, setting: Setting) -> bool {
    texts.iter().all(|text| {
        let style = text.paragraph.style;
        text.words_fit(setting.room(style, width), setting.of(style))
    })
}

/// Width, in points, that the longest word needs.
pub(super) fn narrowest(texts: &[Shaped], setting: Setting) -> f32 {
    let needs = texts.iter().map(|text| {
        let style = text.paragraph.style;
        let indent = -setting.room(style, 0.0);
        super::shape::needed(text.longest * setting.of(style)) + indent
    });
    needs.fold(0.0, f32::max)
}

/// Sizes to try, from the largest, a point apart; the floor is always the last,
/// unless the first is already below it.
pub(super) fn sizes(from: f32, floor: f32) -> Vec<f32> {
    let mut sizes = vec![from];
    let mut size = from.ceil() - 1.0;
    while size >= floor {
        sizes.push(size);
        size -= 1.0;
    }
    sizes
}

/// Alignment, anchor and tone of a text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Look {
    pub(super) align: Align,
    pub(super) anchor: Anchor,
    pub(super) tone: Tone,
}

impl Look {
    /// At the left and top, as the placeholder has it.
    pub(super) const PLAIN: Look = Look { align: Align::Left, anchor: Anchor::Top, tone: Tone::Inherit };
}

/// The record of a text that is set.
pub(super) fn record(texts: &mut [Shaped], width: f32, setting: Setting, look: Look) -> TextBlock {
    TextBlock {
        size: setting.size,
        line_pitch: pitch(setting.size),
        heading_size: setting.heading,
        heading_pitch: pitch(setting.heading),
        space_after: setting.space_after(),
        indent: setting.indent(),
        align: look.align,
        anchor: look.anchor,
        tone: look.tone,
        paragraphs: texts
            .iter_mut()
            .map(|text| LaidOutParagraph {
                lines: lines(text, width, setting),
                paragraph: text.paragraph.clone(),
            })
            .collect(),
    }
}
