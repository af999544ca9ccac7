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

/// A text as the pieces between which it may be cut.
pub(super) struct Cuts {
    groups: Vec<Range<usize>>,
    heights: Vec<f32>,
    gap: f32,
    room: f32,
}

/// Measures where a text may be cut, and how tall its pieces are at the floor.
pub(super) fn cuts(texts: &mut [Shaped], room: Room) -> Cuts {
    let groups = groups(texts, room);
    let height = |group: &Range<usize>| block::height(&mut texts[group.clone()], room.width, room.floor);
    let heights = groups.iter().map(height).collect();
    // A hundredth of a point is no reason for a slide.
    Cuts { groups, heights, gap: room.floor.space_after(), room: room.height + 0.01 }
}

impl Cuts {
    /// The fewest parts that all fit the room.
    pub(super) fn fewest(&self) -> usize {
        fill(&self.heights, self.gap, self.room).len().max(1)
    }

    /// Ranges of paragraphs in so many parts (fewer, when there are not as many
    /// pieces), the fullest as empty as can be.
    pub(super) fn parts(&self, parts: usize) -> Vec<Range<usize>> {
        let paragraphs = |part: Range<usize>| {
            let (first, last) = (self.groups.get(part.start), self.groups.get(part.end.wrapping_sub(1)));
            first.map_or(0, |group| group.start)..last.map_or(0, |group| group.end)
        };
        balance(&self.heights, self.gap, parts).into_iter().map(paragraphs).collect()
    }
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

/// Fills parts of a height one after the other; what is taller stands alone.
fn fill(heights: &[f32], gap: f32, room: f32) -> Vec<Range<usize>> {
    let mut parts: Vec<Range<usize>> = Vec::new();
    let mut used = 0.0;
    for (n, height) in heights.iter().enumerate() {
        match parts.last_mut() {
            Some(part) if used + gap + height <= room => {
                part.end = n + 1;
                used += gap + height;
            }
            _ => {
                parts.push(n..n + 1);
                used = *height;
            }
        }
    }
    parts
}

/// Cuts a row of heights into `parts` runs (one per height at most) so that the
/// tallest is as low as can be (the linear partition problem: the least room that
/// filling needs, by halving).
pub(super) fn balance(heights: &[f32], gap: f32, parts: usize) -> Vec<Range<usize>> {
    if heights.is_empty() {
        return std::iter::once(0..0).collect();
    }
    let (mut low, mut high) = (0.0, heights.iter().sum::<f32>() + gap * heights.len() as f32);
    for _ in 0..40 {
        let room = (low + high) / 2.0;
        let tallest = heights.iter().fold(0.0_f32, |tallest, height| tallest.max(*height));
        if room >= tallest && fill(heights, gap, room).len() <= parts.max(1) {
            high = room;
        } else {
            low = room;
        }
    }
    let mut cut = fill(heights, gap, high);
    while cut.len() < parts.min(heights.len()) {
        // Filling needed fewer: the last run with something to give is cut again.
        let Some(n) = cut.iter().rposition(|part| part.len() > 1) else { break };
        let middle = cut[n].end - cut[n].len() / 2;
        let end = std::mem::replace(&mut cut[n].end, middle);
        cut.insert(n + 1, middle..end);
    }
    cut
}

#[cfg(test)]
mod tests {
    use super::balance;

    #[test]
    fn heights_are_cut_evenly_the_earlier_part_the_fuller() {
        let lengths = |heights: &[f32], parts| -> Vec<usize> {
            balance(heights, 0.0, parts).into_iter().map(|part| part.len()).collect()
        };
        assert_eq!(lengths(&[1.0; 9], 2), [5, 4]);
        assert_eq!(lengths(&[1.0; 4], 3), [2, 1, 1]);
        assert_eq!(lengths(&[5.0, 1.0, 1.0, 1.0], 2), [1, 3]);
        assert_eq!(lengths(&[1.0; 2], 5), [1, 1]);
        assert_eq!(lengths(&[], 3), [0]);
    }
}
