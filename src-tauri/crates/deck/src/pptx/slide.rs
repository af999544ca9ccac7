//! A slide part: shapes in reading order, the title first.

use jalon_domain::Lang;
use jalon_words::{Words, key};

use super::layouts::Layout;
use super::opc::Relationships;
use super::resolve::{Resolved, Use};
use super::table;
use super::text::{self, HIGHLIGHT, Look, MARKED};
use super::xml::{A, P, R, escape};
use crate::geometry::{Geometry, Rect, Slot};
use crate::laid_out::{FREE_INSETS, LaidOutDeck, LaidOutSlide, Shape, TextBlock};

/// The shape tree's own properties.
pub const GROUP: &str = r#"<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>"#;

/// Size of the mark of a draft, in points: not smaller than other text.
const MARK_SIZE: i32 = 1800;

/// Where a slide goes.
pub struct Page<'a> {
    /// Its layout.
    pub layout: &'a Layout,
    /// The template's page.
    pub geometry: &'a Geometry,
    /// Its number, from 1.
    pub number: usize,
}

/// The slide's XML; its links are added to `relationships`.
pub fn xml(
    page: &Page<'_>,
    deck: &LaidOutDeck,
    slide: &LaidOutSlide,
    relationships: &mut Relationships,
) -> String {
    let mut xml = format!(
        r#"{}<p:sld xmlns:a="{A}" xmlns:r="{R}" xmlns:p="{P}"><p:cSld><p:spTree>{GROUP}"#,
        super::declaration()
    );
    // The shape tree itself has the id 1.
    let mut id = 1;
    let mut next = || {
        id += 1;
        id
    };
    let is_title = |shape: &&Shape| matches!(shape, Shape::Text { slot: Some(slot), .. } if matches!(slot.kind.as_str(), "title" | "ctrTitle"));
    let (titles, others): (Vec<&Shape>, Vec<&Shape>) = slide.shapes.iter().partition(is_title);
    for shape in titles.into_iter().chain(others) {
        match shape {
            Shape::Text { text, .. } if is_blank(text) => {}
            Shape::Text { slot, name, rect, text } => {
                let there = slot.as_ref().and_then(|slot| placeholder(page.layout, slot));
                xml += &text_shape(
                    next(),
                    name,
                    *rect,
                    text,
                    there,
                    page.layout.accent,
                    deck.lang,
                    relationships,
                );
            }
            Shape::Table { name, alt, rect, widths, rows, row_headers } => {
                let table =
                    table::xml(widths, rows, *row_headers, page.layout.accent, deck.lang, relationships);
                xml += &format!(
                    r#"<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="{}" name="{}" descr="{}"/><p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>{}<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table">{table}</a:graphicData></a:graphic></p:graphicFrame>"#,
                    next(),
                    escape(name),
                    escape(alt),
                    xfrm("p", *rect)
                );
            }
        }
    }
    if let Some(mark) = &deck.draft_mark {
        xml += &draft_mark(next(), mark, mark_place(page), deck.lang);
    }
    if let Some(number) = page.layout.of(Use::Number) {
        xml += &slide_number(next(), number, page.number, deck.lang);
    }
    xml + "</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>"
}

fn is_blank(text: &TextBlock) -> bool {
    text.paragraphs.iter().all(|p| p.paragraph.runs.iter().all(|run| run.text.trim().is_empty()))
}

fn placeholder<'a>(layout: &'a Layout, slot: &Slot) -> Option<&'a Resolved> {
    layout.placeholders.iter().find(|p| p.placeholder.slot == *slot)
}

fn xfrm(prefix: &str, Rect { x, y, w, h }: Rect) -> String {
    format!(r#"<{prefix}:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{w}" cy="{h}"/></{prefix}:xfrm>"#)
}

#[expect(clippy::too_many_arguments, reason = "a shape is this much, and only this module writes one")]
fn text_shape(
    id: u32,
    name: &str,
    rect: Rect,
    text: &TextBlock,
    placeholder: Option<&Resolved>,
    accent: &'static str,
    lang: Lang,
    relationships: &mut Relationships,
) -> String {
    let anchor = text::anchor(text.anchor);
    let (locks, ph, place, body) = match placeholder {
        Some(there) => (
            r#"<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>"#,
            format!("<p:nvPr><p:ph{}/></p:nvPr>", there.ph),
            if there.place == rect && there.distinct { String::new() } else { xfrm("a", rect) },
            // Where its text is anchored is the template's to say.
            r#"<a:bodyPr wrap="square" numCol="1"><a:noAutofit/></a:bodyPr>"#.to_owned(),
        ),
        None => {
            let [left, top, right, bottom] = FREE_INSETS;
            (
                r#"<p:cNvSpPr txBox="1"/>"#,
                "<p:nvPr/>".to_owned(),
                xfrm("a", rect) + r#"<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/>"#,
                format!(
                    r#"<a:bodyPr vert="horz" wrap="square" lIns="{left}" tIns="{top}" rIns="{right}" bIns="{bottom}" numCol="1" rtlCol="0" anchor="{anchor}"><a:noAutofit/></a:bodyPr>"#
                ),
            )
        }
    };
    let look = Look {
        accent,
        placeholder: placeholder.map(|there| there.bullets),
        caps: placeholder.is_some_and(|there| there.caps),
    };
    format!(
        r#"<p:sp><p:nvSpPr><p:cNvPr id="{id}" name="{}"/>{locks}{ph}</p:nvSpPr><p:spPr>{place}</p:spPr><p:txBody>{body}<a:lstStyle/>{}</p:txBody></p:sp>"#,
        escape(name),
        text::paragraphs(text, look, lang, relationships)
    )
}

fn slide_number(id: u32, there: &Resolved, number: usize, lang: Lang) -> String {
    // A field's id names the field, not its place: the same on every slide.
    format!(
        r#"<p:sp><p:nvSpPr><p:cNvPr id="{id}" name="{name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph{}/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:fld id="{{6C1A5D0E-3B52-4F0B-9E57-2B1E0F4A7D31}}" type="slidenum"><a:rPr lang="{lang}" dirty="0"/><a:t>{number}</a:t></a:fld><a:endParaRPr lang="{lang}" dirty="0"/></a:p></p:txBody></p:sp>"#,
        there.ph,
        name = escape(&Words::of(lang).text(key::DECK_SLIDE_NUMBER)),
        lang = lang.tag()
    )
}

/// Where the mark of a draft stands: in the footer's place, which a deck leaves empty;
/// else in the corner under the text.
fn mark_place(page: &Page<'_>) -> Rect {
    let footer = page.layout.of(Use::Footer).or_else(|| page.layout.of(Use::Date));
    match footer {
        Some(there) => there.placeholder.rect,
        None => {
            let Geometry { width, height, content, .. } = page.geometry;
            let h = 320_040;
            Rect { x: content.x, y: height - h - 91_440, w: width / 3, h }
        }
    }
}

fn draft_mark(id: u32, mark: &str, rect: Rect, lang: Lang) -> String {
    let mark = escape(mark);
    let lang = lang.tag();
    format!(
        r#"<p:sp><p:nvSpPr><p:cNvPr id="{id}" name="{mark}"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr>{}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr><p:txBody><a:bodyPr vert="horz" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0" anchor="ctr"><a:noAutofit/></a:bodyPr><a:lstStyle/><a:p><a:pPr algn="l"/><a:r><a:rPr lang="{lang}" sz="{MARK_SIZE}" b="1" dirty="0">{MARKED}{HIGHLIGHT}<a:latin typeface="+mn-lt"/></a:rPr><a:t>{mark}</a:t></a:r><a:endParaRPr lang="{lang}" sz="{MARK_SIZE}" dirty="0"/></a:p></p:txBody></p:sp>"#,
        xfrm("a", rect)
    )
}
