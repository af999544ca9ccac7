//! Columns side by side, each with a heading: their heads stand on one line, all
//! text has one size, and a slide that is too full is split across all columns.

use std::ops::Range;

use crate::geometry::{LayoutRole, Rect};
use crate::laid_out::{Align, Anchor, Shape, TextBlock, Tone};
use crate::model::{Column, Paragraph, ParagraphStyle};

use super::BODY_FLOOR;
use super::block::{self, Look, Setting, emu};
use super::frame::{Frame, Region, largest};
use super::partition::{self, Room, balance};
use super::shape::Shaped;
use super::text;

/// Columns on one slide at most.
const PER_SLIDE: usize = 3;
/// Space between columns, in points.
const GAP: f32 = 24.0;
/// Space between a heading and what stands under it, in points.
const UNDER_HEADING: f32 = 8.0;
/// The largest size of text in columns, and of their headings, in points.
const LARGEST: f32 = 24.0;
/// How narrow and wide a column may be, where widths differ: parts of an even share.
const NARROWEST: f32 = 0.75;
const WIDEST: f32 = 1.3;
/// The part of the height that headings may take.
const HEADING_SHARE: f32 = 0.4;

/// A slide of columns, split as often as it must be.
pub(super) fn columns_slide(frame: &mut Frame<'_>, columns: &[Column]) {
    if columns.is_empty() {
        return frame.push(LayoutRole::TitleOnly, Vec::new());
    }
    let most = (1..=PER_SLIDE).rev().find(|&n| words_fit(frame, columns, n)).unwrap_or(1);
    for group in balance(&vec![1.0; columns.len()], 0.0, columns.len().div_ceil(most)) {
        lay(frame, &columns[group]);
    }
}

/// Whether every word fits whole when so many columns stand side by side.
fn words_fit(frame: &mut Frame<'_>, columns: &[Column], across: usize) -> bool {
    let (_, regions) = regions(frame, across);
    let Some(region) = regions.first() else { return true };
    columns.iter().all(|column| {
        let heading = frame.shaper.shape(heading(column), region.face());
        let texts = frame.shaper.shape_all(&column.paragraphs, region.face());
        block::words_fit(&[heading], region.width(), Setting::tight(BODY_FLOOR))
            && block::words_fit(&texts, region.width(), Setting::body(BODY_FLOOR))
    })
}

/// Where columns stand: in the layout's two bodies, or in free shapes of one width.
fn regions(frame: &Frame<'_>, across: usize) -> (LayoutRole, Vec<Region>) {
    if across == 2 && frame.supported(LayoutRole::TwoBodies, 2) {
        let bodies = (0..2).filter_map(|n| frame.body(LayoutRole::TwoBodies, n)).collect();
        return (LayoutRole::TwoBodies, bodies);
    }
    let shares = vec![1.0; across];
    (LayoutRole::TitleOnly, side_by_side(&frame.free(), &shares))
}

/// Free shapes side by side, as wide as their shares say.
fn side_by_side(free: &Region, shares: &[f32]) -> Vec<Region> {
    let gaps = GAP * shares.len().saturating_sub(1) as f32;
    let room = free.width() - gaps;
    let whole: f32 = shares.iter().sum();
    let mut x = free.rect.x;
    let mut regions = Vec::new();
    for share in shares {
        let w = emu(room * share / whole);
        regions.push(Region { rect: Rect { x, w, ..free.rect }, ..free.clone() });
        x += w + emu(GAP);
    }
    regions
}

/// The share of the width that each column should have for its text to be as tall
/// as the others', within bounds that keep the slide calm.
fn shares(sets: &mut [Set], floor: Setting) -> Vec<f32> {
    let area = |set: &mut Set| {
        let width = set.region.width();
        (block::height(&mut set.texts, width, floor) * width).sqrt()
    };
    let areas: Vec<f32> = sets.iter_mut().map(area).collect();
    let mean = areas.iter().sum::<f32>() / areas.len().max(1) as f32;
    areas.iter().map(|area| (area / mean).clamp(NARROWEST, WIDEST)).collect()
}

/// One column as it is being set.
struct Set {
    head: Vec<Shaped>,
    region: Region,
    texts: Vec<Shaped>,
    first: Vec<Paragraph>,
    parts: Vec<Range<usize>>,
}

fn lay(frame: &mut Frame<'_>, columns: &[Column]) {
    let (role, even) = regions(frame, columns.len());
    let (mut sets, mut heading) = set(frame, columns, even);
    let floor = Setting::body(BODY_FLOOR);
    if role == LayoutRole::TitleOnly && sets.iter().any(|set| set.parts.len() > 1) {
        // Other widths may spare a second slide; if they do not, alike is calmer.
        let uneven = side_by_side(&frame.free(), &shares(&mut sets, floor));
        let (other, its_heading) = set(frame, columns, uneven);
        let whole = other
            .iter()
            .all(|set| set.parts.len() <= 1 && block::words_fit(&set.texts, set.region.width(), floor));
        if whole {
            (sets, heading) = (other, its_heading);
        }
    }
    let setting = common_setting(&mut sets);
    let slides = sets.iter().map(|set| set.parts.len()).max().unwrap_or(1);
    for n in 0..slides {
        let mut shapes = Vec::new();
        for set in &mut sets {
            let Some(part) = set.parts.get(n).cloned() else { continue };
            shapes.push(head_shape(set, heading.0, heading.1));
            if part.is_empty() {
                continue;
            }
            let name = text::name(&set.first[part.start.min(set.first.len() - 1)..][..1]);
            let text = block::record(&mut set.texts[part], set.region.width(), setting, Look::PLAIN);
            shapes.push(set.region.text(&name, text));
        }
        frame.push(role_for(role, &shapes), shapes);
    }
}

/// Shapes columns for these regions and cuts them into parts; with the setting and
/// height of their headings.
fn set(frame: &mut Frame<'_>, columns: &[Column], regions: Vec<Region>) -> (Vec<Set>, (Setting, f32)) {
    let mut heads: Vec<Vec<Shaped>> = columns
        .iter()
        .zip(&regions)
        .map(|(column, region)| vec![frame.shaper.shape(heading(column), region.face())])
        .collect();
    let mut from = regions.iter().map(|region| region.size).fold(LARGEST, f32::min);
    loop {
        let heading = head_size(&mut heads, &regions, from);
        let floor = Setting::body(BODY_FLOOR);
        let mut sets: Vec<Set> = Vec::new();
        for (column, region) in columns.iter().zip(&regions) {
            let region = below(region, heading.1);
            let room = Room { width: region.width(), height: region.height(), floor };
            let texts = partition::shape(&mut frame.shaper, &column.paragraphs, region.face(), room);
            let first = column.paragraphs.clone();
            sets.push(Set { head: Vec::new(), region, texts, first, parts: Vec::new() });
        }
        split(&mut sets, floor);
        // Smaller headings may spare a second slide.
        if from > BODY_FLOOR && sets.iter().any(|set| set.parts.len() > 1) {
            from = BODY_FLOOR;
            continue;
        }
        for (set, head) in sets.iter_mut().zip(heads) {
            set.head = head;
        }
        return (sets, heading);
    }
}

/// A layout whose placeholders are not all filled would show empty ones: then free shapes.
fn role_for(role: LayoutRole, shapes: &[Shape]) -> LayoutRole {
    let filled = shapes.iter().filter(|shape| matches!(shape, Shape::Text { slot: Some(_), .. })).count();
    if role == LayoutRole::TwoBodies && filled < 2 { LayoutRole::TitleOnly } else { role }
}

fn head_shape(set: &mut Set, setting: Setting, height: f32) -> Shape {
    let look = Look { align: Align::Left, anchor: Anchor::Bottom, tone: Tone::Accent };
    let width = set.region.width();
    let text: TextBlock = block::record(&mut set.head, width, setting, look);
    let name = super::frame::text_of(&set.head[0].paragraph.runs);
    let rect = Rect {
        x: set.region.rect.x + set.region.insets[0],
        y: set.region.rect.y - emu(height + UNDER_HEADING),
        w: set.region.rect.w - set.region.insets[0] - set.region.insets[2],
        h: emu(height),
    };
    Shape::Text { slot: None, name, rect, text }
}

fn heading(column: &Column) -> Paragraph {
    Paragraph { runs: column.heading.clone(), style: ParagraphStyle::Heading }
}

/// The size, `from` at most, in which all headings fit, and the height of the tallest.
fn head_size(heads: &mut [Vec<Shaped>], regions: &[Region], from: f32) -> (Setting, f32) {
    let sizes = block::sizes(from, BODY_FLOOR.min(from));
    let sized = heads.iter_mut().zip(regions).map(|(head, region)| {
        let most = region.height() * HEADING_SHARE;
        largest(&sizes, head, region.width(), most, Setting::tight).unwrap_or(BODY_FLOOR)
    });
    let setting = Setting::tight(sized.fold(from, f32::min));
    let tallest = heads
        .iter_mut()
        .zip(regions)
        .map(|(head, region)| block::height(head, region.width(), setting))
        .fold(0.0, f32::max);
    (setting, tallest)
}

/// What is left of a region under its heading.
fn below(region: &Region, heading_height: f32) -> Region {
    let taken = emu(heading_height + UNDER_HEADING);
    let rect = Rect { y: region.rect.y + taken, h: (region.rect.h - taken).max(0), ..region.rect };
    Region { rect, ..region.clone() }
}

/// Cuts all columns into the same number of parts, as few as hold them.
fn split(sets: &mut [Set], floor: Setting) {
    let cut = |set: &mut Set| {
        let room = Room { width: set.region.width(), height: set.region.height(), floor };
        partition::cuts(&mut set.texts, room)
    };
    let cuts: Vec<partition::Cuts> = sets.iter_mut().map(cut).collect();
    let parts = cuts.iter().map(partition::Cuts::fewest).max().unwrap_or(1);
    sets.iter_mut().zip(cuts).for_each(|(set, cuts)| set.parts = cuts.parts(parts));
}

/// The largest size in which every part of every column fits, with more space
/// between paragraphs where all of them have room to spare.
fn common_setting(sets: &mut [Set]) -> Setting {
    let from = sets.iter().map(|set| set.region.size).fold(LARGEST, f32::min);
    let sizes = block::sizes(from, BODY_FLOOR.min(from));
    let mut smallest = from;
    for set in sets.iter_mut() {
        let (width, height) = (set.region.width(), set.region.height());
        for part in set.parts.clone() {
            let size = largest(&sizes, &mut set.texts[part], width, height, Setting::body);
            smallest = smallest.min(size.unwrap_or(BODY_FLOOR));
        }
    }
    let airy = Setting::airy(smallest);
    let spare = sets.iter_mut().all(|set| {
        let (width, height) = (set.region.width(), set.region.height());
        set.parts.clone().into_iter().all(|part| block::height(&mut set.texts[part], width, airy) <= height)
    });
    if spare { airy } else { Setting::body(smallest) }
}
