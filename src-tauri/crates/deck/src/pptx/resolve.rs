//! Placeholders of a layout with what layout, master, theme and presentation say of
//! them, the nearest first (ECMA-376, part 1, 19.3.1.36 and 21.1.2.4).

use super::theme::Theme;
use super::xml::{Element, Ns};
use crate::geometry::{Placeholder, Rect, Slot};

/// What a placeholder is for, over the finer types.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Use {
    /// `title` and `ctrTitle`.
    Title,
    /// `body`, `subTitle`, objects and content without a type: takes text.
    Text,
    /// Pictures, charts, tables: takes no text here.
    Other,
    /// Slide number.
    Number,
    /// Footer.
    Footer,
    /// Date.
    Date,
}

/// How text looks at one level.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Level {
    size: Option<f32>,
    bold: Option<bool>,
    caps: Option<bool>,
    face: Option<String>,
    bullet: Option<bool>,
}

/// A placeholder of a layout, resolved.
#[derive(Debug, Clone, PartialEq)]
pub struct Resolved {
    /// What it is for.
    pub purpose: Use,
    /// As layout needs it.
    pub placeholder: Placeholder,
    /// Where the layout puts it; `placeholder.rect` is what of that lies on the page.
    pub place: Rect,
    /// No other placeholder of the layout has its type and `idx`. Where one has (LibreOffice
    /// writes such layouts), programs disagree on which is meant, and a place must be written.
    pub distinct: bool,
    /// Its text runs upwards or downwards.
    pub vertical: bool,
    /// Its text is set in capitals.
    pub caps: bool,
    /// Whether levels 0 and 1 begin with a bullet of the template's own.
    pub bullets: [bool; 2],
    /// The attributes that its `p:ph` must have on a slide.
    pub ph: String,
}

/// Where placeholders inherit from.
pub struct Sources<'a> {
    /// The master's root.
    pub master: &'a Element,
    /// The presentation's root.
    pub presentation: &'a Element,
    /// The master's theme.
    pub theme: &'a Theme,
    /// The page's width and height.
    pub page: (i64, i64),
}

/// No inset is larger than five inches.
const MAX_INSET: i64 = 5 * 914_400;

/// All placeholders of a layout that have a place on the page, in its order.
pub fn placeholders(layout: &Element, sources: &Sources<'_>) -> Vec<Resolved> {
    let mut found: Vec<Resolved> = shapes(layout).filter_map(|shape| resolve(shape, sources)).collect();
    let slots: Vec<Slot> = found.iter().map(|resolved| resolved.placeholder.slot.clone()).collect();
    for resolved in &mut found {
        resolved.distinct = slots.iter().filter(|slot| **slot == resolved.placeholder.slot).count() == 1;
    }
    found
}

fn shapes(part: &Element) -> impl Iterator<Item = &Element> {
    part.path(Ns::P, &["cSld", "spTree"]).into_iter().flat_map(|tree| tree.children_of(Ns::P, "sp"))
}

fn ph(shape: &Element) -> Option<&Element> {
    shape.path(Ns::P, &["nvSpPr", "nvPr", "ph"])
}

fn purpose(ph: &Element) -> Use {
    match ph.attr("type") {
        Some("title" | "ctrTitle") => Use::Title,
        None | Some("body" | "subTitle" | "obj") => Use::Text,
        Some("sldNum") => Use::Number,
        Some("ftr") => Use::Footer,
        Some("dt") => Use::Date,
        Some(_) => Use::Other,
    }
}

fn resolve(shape: &Element, sources: &Sources<'_>) -> Option<Resolved> {
    let ph_element = ph(shape)?;
    let purpose = purpose(ph_element);
    let parent = shapes(sources.master)
        .find(|candidate| ph(candidate).is_some_and(|p| inherits(purpose, self::purpose(p))));
    let chain: Vec<&Element> = [Some(shape), parent].into_iter().flatten().collect();
    let place = chain.iter().find_map(|shape| rect(shape))?;
    let body_property = |name: &str| {
        chain.iter().find_map(|shape| shape.child(Ns::P, "txBody")?.child(Ns::A, "bodyPr")?.attr(name))
    };
    let inset = |name: &str, default: i64| {
        body_property(name).and_then(|v| v.parse().ok()).map_or(default, |v: i64| v.clamp(0, MAX_INSET))
    };
    let level = |n: usize| level(n, purpose, &chain, sources);
    let first = level(1);
    let default_face = if purpose == Use::Title { "+mj-lt" } else { "+mn-lt" };
    let kind = ph_element.attr("type").unwrap_or_default();
    Some(Resolved {
        purpose,
        placeholder: Placeholder {
            slot: Slot {
                kind: if kind == "obj" { String::new() } else { kind.to_owned() },
                idx: ph_element.attr("idx").and_then(|idx| idx.parse().ok()).unwrap_or(0),
            },
            rect: on_page(place, sources.page)?,
            insets: [
                inset("lIns", 91_440),
                inset("tIns", 45_720),
                inset("rIns", 91_440),
                inset("bIns", 45_720),
            ],
            size: first.size.unwrap_or(18.0),
            typeface: sources.theme.typeface(first.face.as_deref().unwrap_or(default_face)),
            bold: first.bold.unwrap_or(false),
        },
        place,
        distinct: true,
        vertical: body_property("vert").is_some_and(|vert| vert != "horz"),
        caps: first.caps.unwrap_or(false),
        bullets: [first.bullet.unwrap_or(false), level(2).bullet.unwrap_or(false)],
        ph: ["type", "orient", "sz", "idx"]
            .into_iter()
            .filter_map(|name| Some(format!(r#" {name}="{}""#, super::xml::escape(ph_element.attr(name)?))))
            .collect(),
    })
}

/// A size in hundredths of a point, within the format's bounds (ECMA-376, part 1, 20.1.10.72).
fn points(sz: &str) -> Option<f32> {
    let hundredths = sz.parse::<f32>().ok().filter(|size| size.is_finite())?;
    Some(hundredths.clamp(100.0, 400_000.0) / 100.0)
}

/// Whether a layout's placeholder takes after a master's.
fn inherits(layout: Use, master: Use) -> bool {
    layout == master || (layout == Use::Other && master == Use::Text)
}

fn rect(shape: &Element) -> Option<Rect> {
    let xfrm = shape.child(Ns::P, "spPr")?.child(Ns::A, "xfrm")?;
    let (off, ext) = (xfrm.child(Ns::A, "off")?, xfrm.child(Ns::A, "ext")?);
    Some(Rect { x: off.number("x")?, y: off.number("y")?, w: ext.number("cx")?, h: ext.number("cy")? })
}

/// The part of a rectangle that lies on the page; nothing when none does.
fn on_page(Rect { x, y, w, h }: Rect, page: (i64, i64)) -> Option<Rect> {
    let (left, top) = (x.max(0), y.max(0));
    let (right, bottom) = (x.saturating_add(w).min(page.0), y.saturating_add(h).min(page.1));
    (left < right && top < bottom).then_some(Rect { x: left, y: top, w: right - left, h: bottom - top })
}

/// A level's look: the nearest source that says it wins, property by property.
fn level(n: usize, purpose: Use, chain: &[&Element], sources: &Sources<'_>) -> Level {
    let style = match purpose {
        Use::Title => "titleStyle",
        Use::Text | Use::Other => "bodyStyle",
        Use::Number | Use::Footer | Use::Date => "otherStyle",
    };
    let lists = chain
        .iter()
        .filter_map(|shape| shape.child(Ns::P, "txBody")?.child(Ns::A, "lstStyle"))
        .chain(sources.master.path(Ns::P, &["txStyles", style]))
        .chain(sources.presentation.child(Ns::P, "defaultTextStyle"));
    let name = format!("lvl{n}pPr");
    let mut merged = Level::default();
    for said in lists.filter_map(|list| list.child(Ns::A, &name)).map(look) {
        merged = Level {
            size: merged.size.or(said.size),
            bold: merged.bold.or(said.bold),
            caps: merged.caps.or(said.caps),
            face: merged.face.or(said.face),
            bullet: merged.bullet.or(said.bullet),
        };
    }
    merged
}

fn look(level: &Element) -> Level {
    let run = level.child(Ns::A, "defRPr");
    let attr = |name: &str| run.and_then(|run| run.attr(name));
    let has = |names: &[&str]| names.iter().any(|name| level.child(Ns::A, name).is_some());
    Level {
        size: attr("sz").and_then(points),
        bold: attr("b").map(|b| b == "1" || b == "true"),
        caps: attr("cap").map(|cap| cap == "all"),
        face: run
            .and_then(|run| run.child(Ns::A, "latin")?.attr("typeface"))
            .filter(|face| !face.is_empty())
            .map(str::to_owned),
        bullet: match (has(&["buChar", "buAutoNum", "buBlip"]), has(&["buNone"])) {
            (true, _) => Some(true),
            (false, true) => Some(false),
            (false, false) => None,
        },
    }
}
