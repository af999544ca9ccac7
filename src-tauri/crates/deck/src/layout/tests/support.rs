//! A geometry like our template's, small makers of slides, and the checks that every
//! laid-out deck must pass.

use jalon_domain::Lang;

use crate::geometry::{Geometry, LayoutGeometry, LayoutRole, Placeholder, Rect, Slot};
use crate::laid_out::{CELL_INSETS, LaidOutDeck, LaidOutParagraph, LaidOutSlide, Shape, TextBlock};
use crate::layout::{BODY_FLOOR, CELL_FLOOR, layout};
use crate::model::{Body, Deck, Paragraph, ParagraphStyle, Run, Slide};

pub(super) const PAGE: (i64, i64) = (12_192_000, 6_858_000);
pub(super) const CONTENT: Rect = Rect { x: 685_800, y: 1_600_200, w: 10_820_400, h: 4_572_000 };

pub(super) fn placeholder(kind: &str, idx: u32, rect: Rect, size: f32) -> Placeholder {
    let slot = Slot { kind: kind.into(), idx };
    Placeholder {
        slot,
        rect,
        insets: [91_440, 45_720, 91_440, 45_720],
        size,
        typeface: "Calibri".into(),
        bold: false,
    }
}

pub(super) fn geometry() -> Geometry {
    let title = || placeholder("title", 0, Rect { x: 685_800, y: 457_200, w: 10_820_400, h: 990_600 }, 36.0);
    let half = |x| Rect { x, w: 5_257_800, ..CONTENT };
    let layout = |role, bodies| LayoutGeometry { role, title: title(), bodies };
    let subtitle = placeholder("subTitle", 1, Rect { y: 3_886_200, h: 1_371_600, ..CONTENT }, 24.0);
    Geometry {
        width: PAGE.0,
        height: PAGE.1,
        content: CONTENT,
        layouts: vec![
            layout(LayoutRole::Title, vec![subtitle]),
            layout(LayoutRole::Body, vec![placeholder("body", 1, CONTENT, 26.0)]),
            layout(
                LayoutRole::TwoBodies,
                vec![
                    placeholder("body", 1, half(685_800), 24.0),
                    placeholder("body", 2, half(6_248_400), 24.0),
                ],
            ),
            layout(LayoutRole::TitleOnly, vec![]),
        ],
    }
}

pub(super) fn run(text: &str) -> Run {
    Run::plain(text, Lang::En)
}

pub(super) fn bullet(text: &str) -> Paragraph {
    Paragraph { runs: vec![run(text)], style: ParagraphStyle::Bullet(0) }
}

pub(super) fn sentence(words: usize) -> String {
    vec!["government"; words].join(" ")
}

pub(super) fn slide(id: &str, title: &str, body: Body) -> Slide {
    let notes = vec!["A note".into()];
    Slide { id: id.into(), title: vec![run(title)], body, notes, continued: "continued".into() }
}

pub(super) fn laid(slides: Vec<Slide>) -> LaidOutDeck {
    let deck = Deck {
        lang: Lang::En,
        title: "Deck".into(),
        author: "Group".into(),
        draft: false,
        draft_mark: "Draft".into(),
        slides,
    };
    let laid = layout(&deck, &geometry());
    assert_eq!(laid, layout(&deck, &geometry()), "the same input gives the same layout");
    laid.slides.iter().for_each(check_slide);
    let mut titles: Vec<_> = laid.slides.iter().map(title_of).collect();
    titles.sort();
    titles.dedup();
    assert_eq!(titles.len(), laid.slides.len(), "titles are unique");
    laid
}

pub(super) fn text_height(text: &TextBlock) -> f32 {
    let gaps = text.paragraphs.len().saturating_sub(1) as f32 * text.space_after;
    let of = |p: &LaidOutParagraph| {
        let heading = p.paragraph.style == ParagraphStyle::Heading;
        p.lines.len() as f32 * if heading { text.heading_pitch } else { text.line_pitch }
    };
    text.paragraphs.iter().map(of).sum::<f32>() + gaps
}

/// Nothing leaves the slide, no text leaves its shape, no size is below its floor.
pub(super) fn check_slide(slide: &LaidOutSlide) {
    for shape in &slide.shapes {
        let (rect, floor) = match shape {
            Shape::Text { rect, text, slot, .. } => {
                let insets = if slot.is_some() { [91_440, 45_720, 91_440, 45_720] } else { [0; 4] };
                check_text(text, rect.w - insets[0] - insets[2], rect.h - insets[1] - insets[3], &slide.id);
                (rect, (BODY_FLOOR, text.size))
            }
            Shape::Table { rect, widths, rows, .. } => {
                assert_eq!(widths.iter().sum::<i64>(), rect.w);
                assert_eq!(rows.iter().map(|row| row.height).sum::<i64>(), rect.h);
                for row in rows {
                    assert_eq!(row.cells.len(), widths.len());
                    for (cell, width) in row.cells.iter().zip(widths) {
                        let height = row.height - CELL_INSETS[1] - CELL_INSETS[3];
                        check_text(cell, width - CELL_INSETS[0] - CELL_INSETS[2], height, &slide.id);
                    }
                }
                (rect, (CELL_FLOOR, rows[0].cells[0].size))
            }
        };
        assert!(floor.1 >= floor.0, "{}: {} pt", slide.id, floor.1);
        assert!(rect.x >= 0 && rect.x + rect.w <= PAGE.0, "{}: {rect:?}", slide.id);
        assert!(rect.y >= 0 && rect.y + rect.h <= CONTENT.y + CONTENT.h, "{}: {rect:?}", slide.id);
    }
}

pub(super) fn check_text(text: &TextBlock, width: i64, height: i64, id: &str) {
    assert!(text_height(text) <= height as f32 / 12_700.0 + 0.05, "{id}: text is taller than its shape");
    for paragraph in &text.paragraphs {
        let joined: String = paragraph.paragraph.runs.iter().map(|run| run.text.as_str()).collect();
        let mut at = 0;
        for line in &paragraph.lines {
            assert_eq!(line.range.start, at, "{id}: lines follow each other");
            at = line.range.end;
            assert!(
                line.width <= width as f32 / 12_700.0,
                "{id}: {:?} leaves its shape",
                &joined[line.range.clone()]
            );
        }
        assert_eq!(at, joined.len());
    }
}

pub(super) fn title_of(slide: &LaidOutSlide) -> String {
    match &slide.shapes[0] {
        Shape::Text { slot: Some(slot), text, .. } if slot.kind == "title" => {
            text.paragraphs[0].paragraph.runs.iter().map(|run| run.text.as_str()).collect()
        }
        other => panic!("the title stands first, not {other:?}"),
    }
}

pub(super) fn texts(slide: &LaidOutSlide) -> Vec<&TextBlock> {
    let mut texts = Vec::new();
    for shape in &slide.shapes {
        if let Shape::Text { text, .. } = shape {
            texts.push(text);
        }
    }
    texts
}

pub(super) fn lines_of(text: &TextBlock) -> Vec<String> {
    let of = |p: &LaidOutParagraph| {
        let joined: String = p.paragraph.runs.iter().map(|run| run.text.as_str()).collect();
        p.lines.iter().map(|line| joined[line.range.clone()].to_owned()).collect::<Vec<_>>()
    };
    text.paragraphs.iter().flat_map(of).collect()
}
