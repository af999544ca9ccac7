//! The filler as a whole: what goes in, what comes out.

mod foreign;
mod hostile;
pub mod sample;
mod written;

use std::collections::BTreeMap;

use jalon_domain::Lang;
use jalon_words::Words;

use super::lint::{Rule, lint};
use super::opc::Package;
use super::{Template, TemplateError};
use crate::geometry::{LayoutRole, Rect};
use foreign::shape;
use sample::{deck, keep};

fn filled(template: &Template, lang: Lang) -> Package {
    let bytes = template.fill(&deck(template.geometry(), lang, true));
    assert_eq!(lint(&bytes), []);
    Package::read(&bytes).expect("a package")
}

#[test]
fn our_template_is_filled_in_both_languages_without_a_fault() {
    let template = Template::ours();
    for lang in Lang::BOTH {
        for draft in [false, true] {
            let bytes = template.fill(&deck(template.geometry(), lang, draft));
            keep(&format!("ours-{}{}.pptx", lang.code(), if draft { "-draft" } else { "" }), &bytes);
            assert_eq!(lint(&bytes), []);
        }
    }
}

#[test]
fn the_same_deck_has_the_same_bytes() {
    let write = || {
        let template = Template::ours();
        template.fill(&deck(template.geometry(), Lang::Fr, false))
    };
    assert_eq!(write(), write());
}

#[test]
fn a_filled_deck_serves_as_a_template_and_gives_the_same_deck() {
    let ours = Template::ours();
    let first = ours.fill(&deck(ours.geometry(), Lang::Fr, true));
    let again = Template::open(&first).expect("a deck is a template");
    assert_eq!(again.geometry(), ours.geometry());
    let names = |package: &Package| package.names().map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(names(&filled(&again, Lang::Fr)), names(&Package::read(&first).expect("a package")));
}

#[test]
fn every_error_and_every_rule_has_words_in_both_languages() {
    let part = || "ppt/x.xml".to_owned();
    let errors = [
        TemplateError::Damaged,
        TemplateError::Protected,
        TemplateError::TooLarge,
        TemplateError::Unsafe(part()),
        TemplateError::Malformed(part()),
        TemplateError::Missing(part()),
        TemplateError::NotPresentation,
        TemplateError::Strict,
        TemplateError::NoBodyLayout,
    ];
    let faults = Rule::ALL.map(|rule| super::lint::Fault { rule, part: part(), about: "x".into() });
    let failures = errors.iter().map(TemplateError::failure).chain(faults.iter().map(|f| f.failure()));
    for failure in failures {
        for lang in Lang::BOTH {
            let words = Words::of(lang).failure(&failure);
            assert!(!words.contains(&failure.code), "{lang:?}: {words}");
            assert!(words.chars().any(|c| c == ' '), "{lang:?}: {words}");
        }
    }
}

/// Layouts in an order that names and numbers do not help with.
fn french_template() -> foreign::Builder {
    let title = shape(r#"type="title""#, None, "");
    let number = shape(r#"type="sldNum" sz="quarter" idx="47""#, None, "");
    let half = |idx: u32, x: i64| {
        shape(&format!(r#"sz="half" idx="{idx}""#), Some([x, 1_500_000, 3_900_000, 4_000_000]), "")
    };
    let vertical =
        shape(r#"type="body" orient="vert" idx="1""#, None, r#"<a:bodyPr vert="eaVert"/><a:lstStyle/>"#);
    let smaller = r#"<a:bodyPr/><a:lstStyle><a:lvl1pPr><a:defRPr sz="2000"/></a:lvl1pPr></a:lstStyle>"#;
    foreign::template(&[
        ("vertTx", title.clone() + &vertical),
        ("", [title.clone(), half(31, 4_600_000), half(29, 500_000)].concat()),
        ("", title.clone() + &shape(r#"type="pic" idx="13""#, None, "")),
        ("", title.clone() + &number),
        ("", [title, shape(r#"idx="36""#, None, smaller), number].concat()),
        (
            "",
            shape(r#"type="ctrTitle""#, None, "")
                + &shape(r#"type="subTitle" idx="14""#, Some([500_000, 4_000_000, 8_000_000, 1_500_000]), ""),
        ),
    ])
}

#[test]
fn layouts_are_chosen_by_placeholders_and_resolved_through_master_and_theme() {
    let template = Template::open(&french_template().0.to_bytes()).expect("a template");
    let geometry = template.geometry();
    let chosen: BTreeMap<LayoutRole, &str> =
        template.chosen.iter().map(|(role, index)| (*role, template.layouts[*index].part.as_str())).collect();
    let layout = |n: u32| format!("ppt/slideLayouts/slideLayout{n}.xml");
    assert_eq!(chosen[&LayoutRole::Title], layout(6));
    assert_eq!(chosen[&LayoutRole::Body], layout(5));
    assert_eq!(chosen[&LayoutRole::TwoBodies], layout(2));
    assert_eq!(chosen[&LayoutRole::TitleOnly], layout(4));
    let body = geometry.layout(LayoutRole::Body).expect("the body layout");
    assert_eq!(body.title.rect, Rect { x: 500_000, y: 300_000, w: 8_000_000, h: 1_000_000 });
    assert_eq!(body.title.insets, [1, 2, 3, 4]);
    assert_eq!((body.title.size, body.title.typeface.as_str(), body.title.bold), (44.0, "Georgia", true));
    let text = &body.bodies[0];
    assert_eq!((text.slot.kind.as_str(), text.slot.idx), ("", 36));
    assert_eq!((text.size, text.typeface.as_str(), text.bold), (20.0, "Arial", false));
    assert_eq!(text.insets, [91_440, 45_720, 91_440, 45_720]);
    let two = geometry.layout(LayoutRole::TwoBodies).expect("two columns");
    assert_eq!(two.bodies.iter().map(|b| b.slot.idx).collect::<Vec<_>>(), [29, 31]);
    assert_eq!(geometry.content, Rect { x: 500_000, y: 1_500_000, w: 8_000_000, h: 4_500_000 });
}

#[test]
fn of_a_foreign_template_masters_stay_and_samples_go() {
    let builder = french_template();
    let source = builder.0.clone();
    let bytes = builder.0.to_bytes();
    let template = Template::open(&bytes).expect("a template");
    keep("foreign.pptx", &template.fill(&deck(template.geometry(), Lang::Fr, true)));
    let package = filled(&template, Lang::Fr);
    for name in source
        .names()
        .filter(|name| ["slideMasters/", "slideLayouts/", "theme/"].iter().any(|f| name.contains(f)))
    {
        if !name.ends_with("slideLayout1.xml.rels") {
            assert_eq!(package.get(name), source.get(name), "{name}");
        }
    }
    for gone in ["docProps/thumbnail.jpeg", "ppt/vbaProject.bin", "ppt/commentAuthors.xml"] {
        assert!(!package.has(gone), "{gone}");
    }
    let presentation = package.text("ppt/presentation.xml").expect("the presentation");
    for gone in ["custShow", "sectionLst", r#"id="300""#] {
        assert!(!presentation.contains(gone), "{gone}: {presentation}");
    }
    assert!(presentation.contains("defaultTextStyle") && presentation.contains("firstSlideNum"));
    assert_eq!(
        package.types.get("ppt/presentation.xml"),
        Some("application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml")
    );
    // The layout's link to a sample slide leads to our first slide.
    let link = package.relationships("ppt/slideLayouts/slideLayout1.xml").expect("relationships");
    assert_eq!(link.first("slide").map(|r| r.target.as_str()), Some("ppt/slides/slide1.xml"));
}

#[test]
fn what_the_template_decides_is_left_to_it_and_capitals_are_not() {
    let template = Template::open(&french_template().0.to_bytes()).expect("a template");
    let package = filled(&template, Lang::Fr);
    let slide = package.text("ppt/slides/slide2.xml").expect("the slide").into_owned();
    let outer = slide.find("Adopter le ").expect("the outer bullet");
    let inner = slide.find("d’ici le 1").expect("the inner bullet");
    assert!(!slide[..outer].contains("buChar"), "the template has a sign for level 0");
    assert!(slide[outer..inner].contains(r#"<a:buChar char="–"/>"#), "and none for level 1");
    assert!(slide.contains(r#"cap="none""#), "layout measured the title as it is written");
    assert!(
        !slide.contains(r#"y="300000""#) && !slide.contains(r#"y="1500000""#),
        "places are the layout's own"
    );
}

#[test]
fn a_template_with_one_layout_serves_for_all_slides() {
    let only = shape(r#"type="title""#, None, "") + &shape(r#"type="body" idx="1""#, None, "");
    let builder = foreign::template(&[("", only)]);
    let template = Template::open(&builder.0.to_bytes()).expect("a template");
    assert!(template.geometry().layout(LayoutRole::TwoBodies).is_none());
    filled(&template, Lang::En);
}

#[test]
fn what_a_layout_puts_outside_the_page_is_drawn_in() {
    let body = shape(r#"type="body" idx="1""#, Some([-500_000, 5_000_000, 9_000_000, 4_000_000]), "");
    let builder = foreign::template(&[("obj", shape(r#"type="title""#, None, "") + &body)]);
    let template = Template::open(&builder.0.to_bytes()).expect("a template");
    let rect = template.geometry().layout(LayoutRole::Body).expect("the body layout").bodies[0].rect;
    assert_eq!(rect, Rect { x: 0, y: 5_000_000, w: 8_500_000, h: 1_858_000 });
}

#[test]
fn placeholders_that_cannot_be_told_apart_get_their_places_written() {
    let half = |x: i64| shape(r#"type="obj""#, Some([x, 1_500_000, 3_900_000, 4_000_000]), "");
    let title = shape(r#"type="title""#, None, "");
    let body = title.clone() + &shape(r#"type="body" idx="1""#, None, "");
    let builder =
        foreign::template(&[("obj", body), ("twoObj", [title, half(500_000), half(4_600_000)].concat())]);
    let template = Template::open(&builder.0.to_bytes()).expect("a template");
    let package = filled(&template, Lang::Fr);
    let slide = package.text("ppt/slides/slide3.xml").expect("the slide");
    for x in [500_000, 4_600_000] {
        assert!(slide.contains(&format!(r#"<a:off x="{x}" y="1500000"/>"#)), "{slide}");
    }
}

#[test]
fn what_cannot_serve_is_refused_by_name() {
    let title = shape(r#"type="title""#, None, "");
    let none = foreign::template(&[("titleOnly", title)]).0;
    assert_eq!(Template::open(&none.to_bytes()).unwrap_err(), TemplateError::NoBodyLayout);
    let refuse = |change: fn(&mut Package)| {
        let mut package = french_template().0;
        change(&mut package);
        Template::open(&package.to_bytes()).unwrap_err()
    };
    assert_eq!(
        refuse(|p| p.remove("ppt/theme/theme1.xml")),
        TemplateError::Missing("ppt/theme/theme1.xml".into())
    );
    assert_eq!(
        refuse(|p| p.put("ppt/slideLayouts/slideLayout2.xml", "<a", None)),
        TemplateError::Malformed("ppt/slideLayouts/slideLayout2.xml".into())
    );
    assert_eq!(
        refuse(|p| p.put("ppt/presentation.xml", "<!DOCTYPE x><x/>", None)),
        TemplateError::Unsafe("ppt/presentation.xml".into())
    );
    assert_eq!(refuse(|p| p.put("ppt/presentation.xml", "<w/>", None)), TemplateError::NotPresentation);
    assert_eq!(refuse(|p| p.remove("_rels/.rels")), TemplateError::NotPresentation);
    assert_eq!(
        refuse(|p| {
            let strict = p.text("_rels/.rels").expect("the root").replace(
                "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument",
                "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument",
            );
            p.put("_rels/.rels", strict, None);
        }),
        TemplateError::Strict
    );
}
