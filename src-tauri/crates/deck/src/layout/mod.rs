//! Decides what stands where, in which size and with which line breaks, from the
//! metrics of the bundled fonts. Text shrinks to a floor, then its slide is split;
//! nothing leaves its slide. Knows nothing of plans, and of files only the geometry.

mod block;
mod columns;
mod figures;
mod fonts;
mod frame;
mod matrix;
mod partition;
mod shape;
#[cfg(test)]
mod tests;
mod text;

use crate::geometry::Geometry;
use crate::laid_out::{LaidOutDeck, Remark};
use crate::model::{Body, Deck};

use frame::Frame;
use shape::Shaper;

/// Smallest size of text on a slide, in points.
pub const BODY_FLOOR: f32 = 18.0;
/// Smallest size of text in a table's cells, in points.
pub const CELL_FLOOR: f32 = 12.0;

/// Lays a deck out over a template.
pub fn layout(deck: &Deck, geometry: &Geometry) -> LaidOutDeck {
    let mut frame = Frame::new(Shaper::new(), geometry);
    for slide in &deck.slides {
        frame.begin(slide);
        match &slide.body {
            Body::Title(lines) => text::title_slide(&mut frame, lines),
            Body::Text(paragraphs) => text::text_slide(&mut frame, paragraphs),
            Body::Figures { figures, paragraphs } => {
                figures::figures_slide(&mut frame, figures, paragraphs);
            }
            Body::Columns(columns) => columns::columns_slide(&mut frame, columns),
            Body::Matrix(matrix) => matrix::matrix_slide(&mut frame, matrix),
        }
    }
    let (slides, mut remarks) = frame.finish();
    remarks.sort_by_key(order);
    remarks.dedup();
    LaidOutDeck {
        lang: deck.lang,
        title: deck.title.clone(),
        author: deck.author.clone(),
        draft_mark: deck.draft.then(|| deck.draft_mark.clone()),
        slides,
        remarks,
    }
}

/// By slide, those of the whole deck last.
fn order(remark: &Remark) -> (usize, u8, u32) {
    match remark {
        Remark::NoGlyph(slide, c) => (*slide, 0, u32::from(*c)),
        Remark::DoesNotFit(slide) => (*slide, 1, 0),
        Remark::TitleShortened(slide) => (*slide, 2, 0),
        Remark::OtherTypeface(_) => (usize::MAX, 0, 0),
    }
}
