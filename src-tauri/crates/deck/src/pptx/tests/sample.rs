//! Decks made by hand, with one of everything that a deck can hold.

use jalon_domain::Lang;
use url::Url;

use crate::geometry::{Geometry, LayoutRole, Placeholder, Rect};
use crate::laid_out::{
    Align, Anchor, LaidOutDeck, LaidOutParagraph, LaidOutSlide, Row, Shape, TextBlock, Tone,
};
use crate::model::{Paragraph, ParagraphStyle, Run};

/// An address with what must be encoded.
pub const ADDRESS: &str = "https://example.org/plan-d’action/données";

/// A deck over a template's page: title, text, two columns, free shapes, table.
pub fn deck(geometry: &Geometry, lang: Lang, draft: bool) -> LaidOutDeck {
    let en = lang == Lang::En;
    let say = |english: &str, french: &str| if en { english.to_owned() } else { french.to_owned() };
    let title = say("Progress & next steps", "Progrès et « prochaines étapes »");
    let mut raised = Run::plain("er", lang);
    raised.superscript = true;
    let mut link = Run::plain(say("action plan", "plan d’action"), lang);
    link.link = Url::parse(ADDRESS).ok();
    let mut missing = Run::plain("Translation pending", Lang::En);
    missing.placeholder = true;
    let text = vec![
        bullet(0, vec![Run::plain(say("Adopt the ", "Adopter le "), lang), link.clone()]),
        bullet(1, vec![Run::plain(say("by July 1", "d’ici le 1"), lang), raised]),
        bullet(0, vec![missing]),
        paragraph(ParagraphStyle::Heading, vec![Run::plain(say("Figures", "Chiffres"), lang)]),
        paragraph(ParagraphStyle::Plain, vec![Run::plain("2\u{a0}600 < 50\u{a0}000", lang)]),
    ];
    let content = geometry.content;
    let third = content.w / 3;
    let free = Shape::Text {
        slot: None,
        name: say("Figure", "Chiffre"),
        rect: Rect { w: third, h: 1_200_000, ..content },
        text: TextBlock {
            tone: Tone::Accent,
            align: Align::Centre,
            ..block(vec![
                paragraph(ParagraphStyle::Heading, vec![Run::plain("115", lang)]),
                paragraph(ParagraphStyle::Plain, vec![link]),
            ])
        },
    };
    LaidOutDeck {
        lang,
        title: title.clone(),
        author: say("Open Government Working Group", "Groupe de travail sur le gouvernement ouvert"),
        draft_mark: draft.then(|| say("Draft", "Ébauche")),
        slides: vec![
            slide(geometry, LayoutRole::Title, &title, vec![text[4].clone()], vec![]),
            slide(geometry, LayoutRole::Body, &say("Text", "Texte"), text.clone(), vec![]),
            slide(geometry, LayoutRole::TwoBodies, &say("Two", "Deux"), text[..2].to_vec(), vec![]),
            slide(geometry, LayoutRole::TitleOnly, &say("Free", "Libre"), vec![], vec![free]),
            slide(
                geometry,
                LayoutRole::TitleOnly,
                &say("Table", "Tableau"),
                vec![],
                vec![table(content, lang)],
            ),
        ],
        remarks: vec![],
    }
}

fn slide(
    geometry: &Geometry,
    role: LayoutRole,
    title: &str,
    body: Vec<LaidOutParagraph>,
    others: Vec<Shape>,
) -> LaidOutSlide {
    let layout = geometry.layout(role).or_else(|| geometry.layout(LayoutRole::Body)).expect("a layout");
    let line = vec![paragraph(ParagraphStyle::Plain, vec![Run::plain(title, Lang::Fr)])];
    let mut shapes = vec![filled(
        &layout.title,
        TextBlock { size: 28.0, line_pitch: 34.0, anchor: Anchor::Bottom, ..block(line) },
    )];
    shapes.extend(layout.bodies.iter().map(|body_slot| filled(body_slot, block(body.clone()))));
    shapes.extend(others);
    LaidOutSlide {
        id: title.to_owned(),
        layout: role,
        shapes,
        notes: vec![format!("{title}. Notes & more."), "Second.".to_owned()],
    }
}

fn filled(placeholder: &Placeholder, text: TextBlock) -> Shape {
    let name = format!("{} {}", placeholder.slot.kind, placeholder.slot.idx);
    Shape::Text { slot: Some(placeholder.slot.clone()), name, rect: placeholder.rect, text }
}

fn table(content: Rect, lang: Lang) -> Shape {
    let cell = |text: &str| TextBlock {
        size: 14.0,
        line_pitch: 17.0,
        ..block(vec![paragraph(ParagraphStyle::Plain, vec![Run::plain(text, lang)])])
    };
    let row = |texts: [&str; 3]| Row { height: 600_000, cells: texts.map(cell).to_vec() };
    Shape::Table {
        name: "Table".to_owned(),
        alt: "Priorities, progress, leads".to_owned(),
        rect: Rect { h: 1_800_000, w: content.w / 3 * 3, ..content },
        widths: vec![content.w / 3; 3],
        rows: vec![row(["", "1", "2"]), row(["A", "Points", "Points"]), row(["B", "Ont.", "GC | Qc"])],
        row_headers: true,
    }
}

fn paragraph(style: ParagraphStyle, runs: Vec<Run>) -> LaidOutParagraph {
    LaidOutParagraph { paragraph: Paragraph { runs, style }, lines: vec![] }
}

fn bullet(level: u8, runs: Vec<Run>) -> LaidOutParagraph {
    paragraph(ParagraphStyle::Bullet(level), runs)
}

fn block(paragraphs: Vec<LaidOutParagraph>) -> TextBlock {
    TextBlock {
        size: 20.0,
        line_pitch: 24.0,
        heading_size: 24.0,
        heading_pitch: 29.0,
        space_after: 6.0,
        indent: 274_320,
        align: Align::Left,
        anchor: Anchor::Top,
        tone: Tone::Inherit,
        paragraphs,
    }
}

/// Leaves a deck to be looked at with other tools, when `JALON_KEEP_DECKS` names a folder.
pub fn keep(name: &str, bytes: &[u8]) {
    if let Some(folder) = std::env::var_os("JALON_KEEP_DECKS") {
        std::fs::write(std::path::Path::new(&folder).join(name), bytes).expect("the deck is kept");
    }
}
