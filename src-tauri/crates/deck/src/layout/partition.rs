//! Where a text that is too long for one slide is cut: between paragraphs, a
//! sub-point never alone at the top, and the parts about equally full.

use std::ops::Range;

use crate::model::{Paragraph, ParagraphStyle};

use super::block::{self, Setting};
use super::shape::{Face, Shaped, Shaper};

/// The room that a text has: width and height, in points, and its setting at the floor.
#[derive(Debug, Clone, Copy)]
pub(super) struct Room {
    pub(super) width: f32,
    pub(super) height: f32,
    pub(super) floor: Setting,
}

/// Shapes paragraphs so that each one fits the room by itself at the floor: one
/// that is taller than a whole slide is cut between two of its lines.
pub(super) fn shape(
    shaper: &mut Shaper,
    paragraphs: &[Paragraph],
    face: Face<'_>,
    room: Room,
) -> Vec<Shaped> {
    let mut shaped = Vec::new();
    for paragraph in paragraphs {
        let mut text = shaper.shape(paragraph.clone(), face);
        let ranges = block::line_ranges(&mut text, room.width, room.floor);
        let most = block::lines_in(room.height, paragraph.style, room.floor);
        if ranges.len() <= most {
            shaped.push(text);
            continue;
        }
        for lines in ranges.chunks(most) {
            let (Some(first), Some(last)) = (lines.first(), lines.last()) else { continue };
            shaped.push(shaper.shape(cut(&text.paragraph, first.start..last.end), face));
        }
    }
    shaped
}

/// Part of a paragraph, by bytes of its joined text.
fn cut(paragraph: &Paragraph, range: Range<usize>) -> Paragraph {
    let mut at = 0;
    let mut runs = Vec::new();
    for run in &paragraph.runs {
        let own = at..at + run.text.len();
        at = own.end;
        let (from, to) = (own.start.max(range.start), own.end.min(range.end));
        if from < to {
            let mut part = run.clone();
            part.text = run.text[from - own.start..to - own.start].to_owned();
            runs.push(part);
        }
    }
    Paragraph { runs, style: paragraph.style }
}

/// Cuts into `parts` ranges of paragraphs that all fit the room at the floor, the
/// fullest as empty as can be. `None` when so few parts cannot hold the text.
pub(super) fn split(texts: &mut [Shaped], room: Room, parts: usize) -> Option<Vec<Range<usize>>> {
    let groups = groups(texts, room);
    if parts <= 1 || groups.len() <= 1 {
        let whole = 0..texts.len();
        return (block::height(texts, room.width, room.floor) <= room.height).then(|| vec![whole]);
    }
    let heights: Vec<f32> =
        groups.iter().map(|group| block::height(&mut texts[group.clone()], room.width, room.floor)).collect();
    let gap = room.floor.size * room.floor.spacing;
    let cuts = balance(&heights, gap, parts.min(groups.len()));
    let ranges: Vec<Range<usize>> =
        cuts.iter().map(|part| groups[part.start].start..groups[part.end - 1].end).collect();
    let fits = |range: &Range<usize>| {
        block::height(&mut texts[range.clone()], room.width, room.floor) <= room.height
    };
    ranges.iter().all(fits).then_some(ranges)
}

/// Paragraphs that belong together: a point with its sub-points, a line that leads
/// in with what follows. A group that fills more than a slide falls apart.
fn groups(texts: &mut [Shaped], room: Room) -> Vec<Range<usize>> {
    let mut groups: Vec<Range<usize>> = Vec::new();
    for n in 0..texts.len() {
        let style = texts[n].paragraph.style;
        let before = n.checked_sub(1).map(|m| texts[m].paragraph.style);
        let follows = match (before, style) {
            (Some(_), ParagraphStyle::Bullet(level)) if level > 0 => true,
            (Some(ParagraphStyle::Labelled(_)), ParagraphStyle::Labelled(_)) => false,
            (Some(_), ParagraphStyle::Labelled(_)) => true,
            (Some(ParagraphStyle::Heading), _) => true,
            (Some(ParagraphStyle::Plain), ParagraphStyle::Bullet(_)) => true,
            _ => false,
        };
        match groups.last_mut() {
            Some(group) if follows => group.end = n + 1,
            _ => groups.push(n..n + 1),
        }
    }
    let too_tall = |texts: &mut [Shaped], group: &Range<usize>| {
        block::height(&mut texts[group.clone()], room.width, room.floor) > room.height
    };
    let mut kept = Vec::new();
    for group in groups {
        if group.len() > 1 && too_tall(texts, &group) {
            kept.extend(group.map(|n| n..n + 1));
        } else {
            kept.push(group);
        }
    }
    kept
}

/// Cuts a row of heights into `parts` runs, each of at least one, so that the
/// tallest is as low as can be (the linear partition problem, by dynamic programming).
pub(super) fn balance(heights: &[f32], gap: f32, parts: usize) -> Vec<Range<usize>> {
    let n = heights.len();
    let parts = parts.clamp(1, n.max(1));
    let span = |from: usize, to: usize| {
        heights[from..to].iter().sum::<f32>() + gap * (to - from).saturating_sub(1) as f32
    };
    // best[k][i]: the lowest tallest run when the first i heights make k + 1 runs, and where the last begins.
    let mut best = vec![vec![(f32::INFINITY, 0_usize); n + 1]; parts];
    for (i, cell) in best[0].iter_mut().enumerate() {
        *cell = (span(0, i), 0);
    }
    for k in 1..parts {
        for i in k + 1..=n {
            for j in k..i {
                let tallest = best[k - 1][j].0.max(span(j, i));
                // Of equals the later cut: the earlier part is the fuller one.
                if tallest <= best[k][i].0 {
                    best[k][i] = (tallest, j);
                }
            }
        }
    }
    let mut ranges = Vec::new();
    let mut end = n;
    for k in (0..parts).rev() {
        let start = if k == 0 { 0 } else { best[k][end].1 };
        ranges.push(start..end);
        end = start;
    }
    ranges.reverse();
    ranges
}
