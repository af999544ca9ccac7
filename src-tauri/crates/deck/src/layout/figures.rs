//! Headline figures in rows, and the paragraphs that follow them.

use crate::geometry::{LayoutRole, Rect};
use crate::laid_out::{Align, Anchor, Shape, Tone};
use crate::model::{BigFigure, Paragraph, ParagraphStyle, Run};

use super::BODY_FLOOR;
use super::block::{self, Look, Setting, emu, points};
use super::frame::{Frame, Region};
use super::partition::balance;
use super::shape::Shaped;
use super::text;

/// Figures side by side at most.
const PER_ROW: usize = 4;
/// Figures on one slide at most.
const PER_SLIDE: usize = 8;
/// Sizes of the numbers, in points: what is tried from large to small.
const NUMBER: (f32, f32) = (66.0, 20.0);
/// Size of what is counted, in points.
const LABEL: f32 = 22.0;
/// Space between columns, and between rows, in points.
const GAP: (f32, f32) = (28.0, 22.0);

/// A slide of figures; what does not fit under them goes on to a further slide.
pub(super) fn figures_slide(frame: &mut Frame<'_>, figures: &[BigFigure], paragraphs: &[Paragraph]) {
    if figures.is_empty() {
        return text::text_slide(frame, paragraphs);
    }
    let slides = balance(&vec![1.0; figures.len()], 0.0, figures.len().div_ceil(PER_SLIDE));
    let last = slides.len() - 1;
    for (n, range) in slides.into_iter().enumerate() {
        let Some((shapes, used)) = grid(frame, &figures[range]) else {
            return text::text_slide(frame, &in_words(figures, paragraphs));
        };
        if n < last || paragraphs.is_empty() {
            frame.push(LayoutRole::TitleOnly, shapes);
        } else {
            under(frame, shapes, used, paragraphs);
        }
    }
}

/// The paragraphs under the figures, in the body placeholder made lower.
fn under(frame: &mut Frame<'_>, mut shapes: Vec<Shape>, used: i64, paragraphs: &[Paragraph]) {
    let role = if frame.supported(LayoutRole::Body, 1) { LayoutRole::Body } else { LayoutRole::TitleOnly };
    let mut region = frame.body(role, 0).unwrap_or_else(|| frame.free());
    let top = frame.geometry.content.y + used + emu(GAP.1);
    let bottom = region.rect.y + region.rect.h;
    region.rect = Rect { y: top, h: (bottom - top).max(0), ..region.rect };
    let mut parts = text::flow(frame, paragraphs, &region, BODY_FLOOR).into_iter();
    if parts.len() == 1 && region.rect.h > 0 {
        shapes.extend(parts.next());
        frame.push(role, shapes);
    } else {
        // They would not stand under the figures together: they get slides of their own.
        frame.push(LayoutRole::TitleOnly, shapes);
        text::text_slide(frame, paragraphs);
    }
}

/// Figures as points, for labels so long that no row holds them.
fn in_words(figures: &[BigFigure], paragraphs: &[Paragraph]) -> Vec<Paragraph> {
    let point = |figure: &BigFigure| {
        let lang = figure.label.first().map_or(jalon_domain::Lang::En, |run| run.lang);
        let mut runs = vec![Run { strong: true, ..Run::plain(format!("{} ", figure.value), lang) }];
        runs.extend(figure.label.iter().cloned());
        Paragraph { runs, style: ParagraphStyle::Bullet(0) }
    };
    figures.iter().map(point).chain(paragraphs.iter().cloned()).collect()
}

/// The figures in rows, all numbers in one size, and the height used, in EMU.
/// `None` when they are taller than the slide.
fn grid(frame: &mut Frame<'_>, figures: &[BigFigure]) -> Option<(Vec<Shape>, i64)> {
    let free = frame.free();
    let rows = balance(&vec![1.0; figures.len()], 0.0, figures.len().div_ceil(PER_ROW));
    let columns = rows.iter().map(|row| row.len()).max().unwrap_or(1);
    let width = (free.width() - GAP.0 * (columns - 1) as f32) / columns as f32;
    let mut texts: Vec<[Shaped; 2]> = figures.iter().map(|figure| shape(frame, &free, figure)).collect();
    let setting = |heading: f32| Setting { size: LABEL, heading, spacing: 0.0 };
    let number = block::sizes(NUMBER.0, NUMBER.1)
        .into_iter()
        .find(|&size| {
            texts.iter_mut().all(|pair| {
                block::words_fit(pair, width, setting(size))
                    && block::line_ranges(&mut pair[0], width, setting(size)).len() == 1
            })
        })
        .unwrap_or(NUMBER.1);
    let setting = setting(number);
    let mut shapes = Vec::new();
    let mut top = 0.0;
    for row in rows {
        let tallest = texts[row.clone()].iter_mut().map(|pair| block::height(pair, width, setting));
        let height = tallest.fold(0.0, f32::max);
        for (n, pair) in texts[row].iter_mut().enumerate() {
            let rect = Rect {
                x: free.rect.x + emu((width + GAP.0) * n as f32),
                y: free.rect.y + emu(top),
                w: emu(width),
                h: emu(height),
            };
            let look = Look { align: Align::Left, anchor: Anchor::Top, tone: Tone::Inherit };
            let text = block::record(pair, width, setting, look);
            let name = text::name(&[pair[1].paragraph.clone()]);
            shapes.push(Region { rect, ..free.clone() }.text(&name, text));
        }
        top += height + GAP.1;
    }
    let used = top - GAP.1;
    (used <= points(free.rect.h)).then(|| (shapes, emu(used)))
}

fn shape(frame: &mut Frame<'_>, free: &Region, figure: &BigFigure) -> [Shaped; 2] {
    let lang = figure.label.first().map_or(jalon_domain::Lang::En, |run| run.lang);
    let value = Run::plain(figure.value.clone(), lang);
    let value = Paragraph { runs: vec![value], style: ParagraphStyle::Heading };
    let label = Paragraph { runs: figure.label.clone(), style: ParagraphStyle::Plain };
    [frame.shaper.shape(value, free.face()), frame.shaper.shape(label, free.face())]
}
