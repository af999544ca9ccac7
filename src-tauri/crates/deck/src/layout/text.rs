//! Title slides, and slides of paragraphs and bullets.

use crate::geometry::LayoutRole;
use crate::laid_out::Shape;
use crate::model::Paragraph;

use super::BODY_FLOOR;
use super::block::{self, Look, Setting};
use super::frame::{Frame, Region, largest};
use super::partition::{self, Room};

/// The title slide: lines under the title, which shrink but are never split.
pub(super) fn title_slide(frame: &mut Frame<'_>, lines: &[Paragraph]) {
    let mut shapes = Vec::new();
    if let Some(region) = frame.body(LayoutRole::Title, 0).filter(|_| !lines.is_empty()) {
        let mut texts = frame.shaper.shape_all(lines, region.face());
        let sizes = block::sizes(region.size, BODY_FLOOR);
        let size = largest(&sizes, &mut texts, region.width(), region.height(), Setting::body);
        if size.is_none() {
            frame.remark_does_not_fit();
        }
        let setting = Setting::body(size.unwrap_or(BODY_FLOOR));
        let text = block::record(&mut texts, region.width(), setting, Look::PLAIN);
        shapes.push(region.text(&name(lines), text));
    }
    frame.push(LayoutRole::Title, shapes);
}

/// A slide of paragraphs, split as often as it must be.
pub(super) fn text_slide(frame: &mut Frame<'_>, paragraphs: &[Paragraph]) {
    let role = if frame.supported(LayoutRole::Body, 1) { LayoutRole::Body } else { LayoutRole::TitleOnly };
    let region = frame.body(role, 0).unwrap_or_else(|| frame.free());
    if paragraphs.is_empty() {
        return frame.push(LayoutRole::TitleOnly, Vec::new());
    }
    for shape in flow(frame, paragraphs, &region, BODY_FLOOR) {
        frame.push(role, vec![shape]);
    }
}

/// Sets paragraphs in one region after another of the same form, in one size: a
/// shape for each slide that they need.
pub(super) fn flow(
    frame: &mut Frame<'_>,
    paragraphs: &[Paragraph],
    region: &Region,
    floor: f32,
) -> Vec<Shape> {
    let floor = floor.min(region.size);
    let room = Room { width: region.width(), height: region.height(), floor: Setting::body(floor) };
    let mut texts = partition::shape(&mut frame.shaper, paragraphs, region.face(), room);
    let cuts = partition::cuts(&mut texts, room);
    let parts = cuts.parts(cuts.fewest());
    let sizes = block::sizes(region.size, floor);
    let mut smallest = region.size;
    for part in &parts {
        let size = largest(&sizes, &mut texts[part.clone()], room.width, room.height, Setting::body);
        if size.is_none() {
            frame.remark_does_not_fit();
        }
        smallest = smallest.min(size.unwrap_or(floor));
    }
    let setting = Setting::body(smallest);
    let airy = Setting::airy(setting.size);
    let mut spare = |part: &std::ops::Range<usize>| {
        block::height(&mut texts[part.clone()], room.width, airy) <= room.height
    };
    let setting = if parts.iter().all(&mut spare) { airy } else { setting };
    let record = |part: std::ops::Range<usize>| {
        let text = block::record(&mut texts[part.clone()], room.width, setting, Look::PLAIN);
        region.text(&name(&paragraphs[part.start.min(paragraphs.len() - 1)..][..1]), text)
    };
    parts.into_iter().map(record).collect()
}

/// A shape's name: the beginning of what it says.
pub(super) fn name(paragraphs: &[Paragraph]) -> String {
    let text = paragraphs.first().map(|first| super::frame::text_of(&first.runs)).unwrap_or_default();
    let short: String = text.chars().take(40).collect();
    short.trim_end().to_owned()
}
