//! Slides: their list, titles, shapes, text.

use std::collections::{BTreeMap, BTreeSet};

use super::{Fault, Rule, tables};
use crate::pptx::opc::Package;
use crate::pptx::xml::{Element, Ns};

/// Smallest text outside tables, in hundredths of a point.
const FLOOR: i64 = 1_800;
/// Slide ids (ECMA-376, part 1, 19.7.13).
const SLIDE_IDS: std::ops::Range<i64> = 256..2_147_483_648;

/// Faults of all slides and their notes.
pub fn check(package: &Package) -> Vec<Fault> {
    let mut faults = Vec::new();
    let main =
        package.relationships("").ok().and_then(|root| Some(root.first("officeDocument")?.target.clone()));
    let Some(main) = main else {
        return vec![Fault::new(Rule::Readable, "", "officeDocument")];
    };
    let (Ok(presentation), Ok(relationships)) = (package.xml(&main), package.relationships(&main)) else {
        return faults;
    };
    if relationships.first("viewProps").is_none() {
        faults.push(Fault::new(Rule::ViewSettings, &main, ""));
    }
    let page =
        presentation.child(Ns::P, "sldSz").and_then(|size| Some((size.number("cx")?, size.number("cy")?)));
    let mut titles: BTreeMap<String, String> = BTreeMap::new();
    let (mut ids, mut parts) = (BTreeSet::new(), BTreeSet::new());
    for listed in presentation.all(Ns::P, "sldId") {
        let id = listed.number("id").unwrap_or_default();
        let part =
            listed.attr_ns(Ns::R, "id").and_then(|id| relationships.by_id(id)).map(|r| r.target.clone());
        let Some(part) = part else { continue };
        if !SLIDE_IDS.contains(&id) || !ids.insert(id) || !parts.insert(part.clone()) {
            faults.push(Fault::new(Rule::SlideId, &main, id.to_string()));
        }
        let Ok(slide) = package.xml(&part) else { continue };
        faults.extend(layout_and_notes(package, &part));
        faults.extend(shapes(&part, &slide));
        faults.extend(languages(&part, &slide));
        faults.extend(tables::check(&part, &slide));
        if let Some(page) = page {
            faults.extend(off_slide(&part, &slide, page));
        }
        if let Some(title) = title(&slide).map(text).filter(|title| !title.is_empty())
            && titles.insert(title.clone(), part.clone()).is_some()
        {
            faults.push(Fault::new(Rule::TitleRepeated, &part, title));
        }
    }
    faults
}

fn layout_and_notes(package: &Package, part: &str) -> Vec<Fault> {
    let mut faults = Vec::new();
    let Ok(relationships) = package.relationships(part) else { return faults };
    let layouts = relationships.iter().filter(|r| r.is("slideLayout")).count();
    if layouts != 1 {
        faults.push(Fault::new(Rule::OneLayout, part, layouts.to_string()));
    }
    if let Some(notes) = relationships.first("notesSlide")
        && let Ok(root) = package.xml(&notes.target)
    {
        faults.extend(languages(&notes.target, &root));
    }
    faults
}

fn tree(slide: &Element) -> &[Element] {
    slide.path(Ns::P, &["cSld", "spTree"]).map_or(&[], |tree| &tree.children)
}

fn placeholder(shape: &Element) -> Option<&Element> {
    shape.path(Ns::P, &["nvSpPr", "nvPr", "ph"])
}

/// The type of the placeholder that a shape fills; `obj` when it has none.
fn kind(shape: &Element) -> Option<&str> {
    Some(placeholder(shape)?.attr("type").unwrap_or("obj"))
}

fn is_title(shape: &Element) -> bool {
    matches!(kind(shape), Some("title" | "ctrTitle"))
}

fn title(slide: &Element) -> Option<&Element> {
    tree(slide).iter().find(|shape| is_title(shape))
}

/// All text in a shape.
fn text(shape: &Element) -> String {
    let all: String = shape.all(Ns::A, "t").map(|t| t.text.as_str()).collect();
    all.trim().to_owned()
}

/// A shape's own properties: `p:cNvPr`.
fn properties(shape: &Element) -> Option<&Element> {
    let own = shape.children.iter().find(|child| child.ns == Ns::P && child.name.starts_with("nv"))?;
    own.child(Ns::P, "cNvPr")
}

fn name(shape: &Element) -> String {
    properties(shape).and_then(|p| p.attr("name")).unwrap_or_default().to_owned()
}

fn shapes(part: &str, slide: &Element) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut ids = BTreeSet::new();
    for id in slide.all(Ns::P, "cNvPr").filter_map(|properties| properties.attr("id")) {
        if !ids.insert(id) {
            faults.push(Fault::new(Rule::ShapeId, part, id));
        }
    }
    let drawn: Vec<&Element> = tree(slide)
        .iter()
        .filter(|s| !matches!(s.name.as_str(), "nvGrpSpPr" | "grpSpPr" | "extLst"))
        .collect();
    let titles = drawn.iter().filter(|shape| is_title(shape)).count();
    if titles != 1 || !drawn.first().is_some_and(|first| is_title(first)) {
        faults.push(Fault::new(Rule::TitleFirst, part, titles.to_string()));
    }
    for shape in drawn {
        let empty = text(shape).is_empty();
        match kind(shape) {
            Some("title" | "ctrTitle") if empty => {
                faults.push(Fault::new(Rule::TitleEmpty, part, name(shape)))
            }
            Some(_) if empty => faults.push(Fault::new(Rule::EmptyPlaceholder, part, name(shape))),
            _ => {}
        }
        let is_text = shape.is(Ns::P, "sp") && (placeholder(shape).is_some() || !empty);
        let described = properties(shape).and_then(|p| p.attr("descr")).is_some_and(|d| !d.trim().is_empty());
        if !is_text && !described {
            faults.push(Fault::new(Rule::AlternativeText, part, name(shape)));
        }
        if shape.is(Ns::P, "sp") && !matches!(kind(shape), Some("sldNum" | "ftr" | "dt")) {
            faults.extend(small_text(part, shape, FLOOR));
        }
    }
    faults
}

/// Runs below a floor, or without a size of their own.
pub fn small_text(part: &str, within: &Element, floor: i64) -> Vec<Fault> {
    let size = |run: &Element| run.child(Ns::A, "rPr").and_then(|properties| properties.number("sz"));
    let small = |run: &&Element| size(run).is_none_or(|size| size < floor);
    within.all(Ns::A, "r").filter(small).map(|run| Fault::new(Rule::SmallText, part, text(run))).collect()
}

fn languages(part: &str, root: &Element) -> Vec<Fault> {
    let silent =
        |properties: Option<&Element>| properties.and_then(|p| p.attr("lang")).is_none_or(str::is_empty);
    let runs = root.all(Ns::A, "r").chain(root.all(Ns::A, "fld")).chain(root.all(Ns::A, "br"));
    let ends = root.all(Ns::A, "endParaRPr").filter(|end| silent(Some(end)));
    runs.filter(|run| silent(run.child(Ns::A, "rPr")))
        .chain(ends)
        .map(|run| Fault::new(Rule::Language, part, text(run)))
        .collect()
}

fn off_slide(part: &str, slide: &Element, page: (i64, i64)) -> Vec<Fault> {
    let outside = |shape: &&Element| {
        let xfrm = shape.child(Ns::P, "xfrm").or_else(|| shape.child(Ns::P, "spPr")?.child(Ns::A, "xfrm"));
        let place = xfrm.and_then(|xfrm| {
            let (off, ext) = (xfrm.child(Ns::A, "off")?, xfrm.child(Ns::A, "ext")?);
            Some((off.number("x")?, off.number("y")?, ext.number("cx")?, ext.number("cy")?))
        });
        place.is_some_and(|(x, y, w, h)| x < 0 || y < 0 || x + w > page.0 || y + h > page.1)
    };
    tree(slide).iter().filter(outside).map(|shape| Fault::new(Rule::OffSlide, part, name(shape))).collect()
}
