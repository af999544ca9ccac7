//! A sound deck has no fault; every rule catches a fault that is put in.

use std::collections::BTreeSet;

use jalon_domain::Lang;

use super::{Rule, lint};
use crate::pptx::Template;
use crate::pptx::opc::{Package, Relationships, rel_type};
use crate::pptx::tests::sample::deck;

fn sound() -> Vec<u8> {
    let template = Template::ours();
    template.fill(&deck(template.geometry(), Lang::Fr, true))
}

#[test]
fn a_sound_deck_has_no_fault() {
    assert_eq!(lint(&sound()), []);
}

/// The rules that a deck breaks after a change to its package.
fn broken(change: impl FnOnce(&mut Package)) -> BTreeSet<Rule> {
    let mut package = Package::read(&sound()).expect("a package");
    change(&mut package);
    lint(&package.to_bytes()).into_iter().map(|fault| fault.rule).collect()
}

/// The rules that a deck breaks after a replacement in a part's text, which must occur.
fn replaced(part: &str, from: &str, to: &str) -> BTreeSet<Rule> {
    broken(|package| {
        let text = package.text(part).expect("the part").into_owned();
        assert!(text.contains(from), "{part} holds {from}: {text}");
        let kind = package.types.get(part).map(str::to_owned);
        package.put(part, text.replacen(from, to, 1), kind.as_deref());
    })
}

fn only(rule: Rule) -> BTreeSet<Rule> {
    BTreeSet::from([rule])
}

const SLIDE: &str = "ppt/slides/slide2.xml";
const TABLE: &str = "ppt/slides/slide5.xml";

#[test]
fn each_rule_of_a_part_catches_a_seeded_fault() {
    let alternative = r#" descr="Priorities, progress, leads""#;
    for (rule, part, from, to) in [
        (Rule::WellFormed, "ppt/tableStyles.xml", "<a:tblStyleLst", "<a:tblStyleLst <"),
        (Rule::UnknownRelationship, SLIDE, r#"hlinkClick r:id="rId2""#, r#"hlinkClick r:id="rId99""#),
        (Rule::SlideId, "ppt/presentation.xml", r#"sldId id="257""#, r#"sldId id="256""#),
        (Rule::ShapeId, SLIDE, r#"cNvPr id="3""#, r#"cNvPr id="2""#),
        (Rule::TitleRepeated, SLIDE, "<a:t>Texte</a:t>", "<a:t>Deux</a:t>"),
        (Rule::AlternativeText, TABLE, alternative, ""),
        (Rule::Language, SLIDE, r#"<a:rPr lang="fr-CA" sz="2000""#, r#"<a:rPr sz="2000""#),
        (Rule::Language, SLIDE, r#"<a:endParaRPr lang="fr-CA""#, "<a:endParaRPr"),
        (Rule::Language, "ppt/notesSlides/notesSlide1.xml", r#"<a:rPr lang="fr-CA""#, "<a:rPr"),
        (Rule::HeaderRow, TABLE, r#" firstRow="1""#, ""),
        (Rule::RaggedTable, TABLE, "</a:tblGrid>", r#"<a:gridCol w="1"/></a:tblGrid>"#),
        (Rule::OffSlide, TABLE, r#"<a:off x="548640""#, r#"<a:off x="5486400""#),
        (Rule::OffSlide, "ppt/slides/slide4.xml", r#"y="1508760""#, r#"y="-1""#),
        (Rule::SmallText, SLIDE, r#"<a:rPr lang="fr-CA" sz="2000""#, r#"<a:rPr lang="fr-CA" sz="1700""#),
        (Rule::SmallText, TABLE, r#"<a:rPr lang="fr-CA" sz="1400""#, r#"<a:rPr lang="fr-CA" sz="1100""#),
        (Rule::SmallText, SLIDE, r#"<a:rPr lang="fr-CA" sz="2000""#, r#"<a:rPr lang="fr-CA""#),
        (
            Rule::DocumentTitle,
            "docProps/core.xml",
            "<dc:title>Progrès et « prochaines étapes »",
            "<dc:title>",
        ),
        (Rule::DocumentLanguage, "docProps/core.xml", "fr-CA", ""),
    ] {
        assert_eq!(replaced(part, from, to), only(rule), "{rule:?} in {part}");
    }
}

#[test]
fn titles_and_placeholders_must_be_first_and_filled() {
    let empty = r#"<a:p><a:endParaRPr lang="fr-CA" sz="2800" dirty="0"/></a:p>"#;
    let clear = |start: &str, rule: Rule| {
        let found = broken(|package| {
            let text = package.text(SLIDE).expect("the slide").into_owned();
            let shape = text.find(start).expect("the shape");
            let from = shape + text[shape..].find("<a:p>").expect("a paragraph");
            let to = from + text[from..].find("</p:txBody>").expect("the body's end");
            package.put(SLIDE, format!("{}{empty}{}", &text[..from], &text[to..]), SLIDE_TYPE);
        });
        assert!(found.contains(&rule), "{rule:?}: {found:?}");
    };
    clear(r#"<p:ph type="title"/>"#, Rule::TitleEmpty);
    clear(r#"<p:ph idx="1"/>"#, Rule::EmptyPlaceholder);
    let first = replaced(SLIDE, r#"<p:ph type="title"/>"#, r#"<p:ph idx="9"/>"#);
    assert_eq!(first, only(Rule::TitleFirst));
    let second = replaced(SLIDE, r#"<p:ph idx="1"/>"#, r#"<p:ph type="title"/>"#);
    assert_eq!(second, only(Rule::TitleFirst));
}

const SLIDE_TYPE: Option<&str> =
    Some("application/vnd.openxmlformats-officedocument.presentationml.slide+xml");

#[test]
fn parts_and_relationships_must_agree() {
    assert_eq!(broken(|p| p.types.set("ppt/slides/slide99.xml", "x/y")), only(Rule::PhantomPart));
    assert_eq!(
        broken(|p| p.put("ppt/media/x.bin", b"x".to_vec(), None)),
        BTreeSet::from([Rule::TypedPart, Rule::OrphanPart])
    );
    assert_eq!(broken(|p| p.put("ppt/lost.xml", b"<a/>".to_vec(), Some("x/y"))), only(Rule::OrphanPart));
    assert_eq!(
        with_relationships(SLIDE, |r| {
            r.push(rel_type("image"), "ppt/media/none.png", false);
        }),
        only(Rule::DanglingTarget)
    );
    assert_eq!(
        replaced("ppt/slides/_rels/slide2.xml.rels", r#"Id="rId2""#, r#"Id="rId1""#),
        BTreeSet::from([Rule::RelationshipId, Rule::UnknownRelationship])
    );
}

#[test]
fn a_slide_has_one_layout_and_the_file_view_settings() {
    let layouts = with_relationships(SLIDE, |r| {
        r.add("slideLayout", "ppt/slideLayouts/slideLayout1.xml");
    });
    assert_eq!(layouts, only(Rule::OneLayout));
    let none = with_relationships("ppt/presentation.xml", |r| r.retain(|r| !r.is("viewProps")));
    assert_eq!(none, BTreeSet::from([Rule::ViewSettings, Rule::OrphanPart]));
}

#[test]
fn what_cannot_be_read_is_a_fault() {
    let rules: Vec<Rule> = lint(b"no package").into_iter().map(|fault| fault.rule).collect();
    assert_eq!(rules, [Rule::Readable]);
}

fn with_relationships(source: &str, change: impl FnOnce(&mut Relationships)) -> BTreeSet<Rule> {
    broken(|package| {
        let mut relationships = package.relationships(source).expect("relationships");
        change(&mut relationships);
        package.set_relationships(source, &relationships);
    })
}
