//! What layout decided stands in the file, as PowerPoint reads it.

use jalon_domain::Lang;

use super::sample::deck;
use crate::pptx::Template;
use crate::pptx::opc::Package;
use crate::pptx::xml::{Element, Ns};

fn package(draft: bool) -> Package {
    let template = Template::ours();
    let bytes = template.fill(&deck(template.geometry(), Lang::Fr, draft));
    Package::read(&bytes).expect("a package")
}

fn slide(package: &Package, number: u32) -> Element {
    package.xml(&format!("ppt/slides/slide{number}.xml")).expect("the slide")
}

/// The paragraph that holds a text.
fn paragraph<'a>(slide: &'a Element, text: &str) -> &'a Element {
    let holds = |p: &&Element| p.all(Ns::A, "t").any(|t| t.text.contains(text));
    slide.walk().into_iter().filter(|e| e.is(Ns::A, "p")).find(holds).expect(text)
}

fn value<'a>(paragraph: &'a Element, path: &[&str]) -> Option<&'a str> {
    paragraph.path(Ns::A, path)?.attr("val")
}

#[test]
fn sizes_spacing_and_indents_are_written() {
    let slide = slide(&package(false), 2);
    let outer = paragraph(&slide, "Adopter le");
    let properties = outer.child(Ns::A, "pPr").expect("properties");
    assert_eq!((properties.attr("marL"), properties.attr("indent")), (Some("274320"), Some("-274320")));
    assert_eq!(value(outer, &["pPr", "lnSpc", "spcPts"]), Some("2400"));
    assert_eq!(value(outer, &["pPr", "spcBef", "spcPts"]), Some("0"));
    assert_eq!(value(outer, &["pPr", "spcAft", "spcPts"]), Some("600"));
    assert!(outer.all(Ns::A, "rPr").all(|run| run.attr("sz") == Some("2000")));
    let inner = paragraph(&slide, "d’ici le 1");
    let properties = inner.child(Ns::A, "pPr").expect("properties");
    assert_eq!((properties.attr("lvl"), properties.attr("marL")), (Some("1"), Some("548640")));
    let heading = paragraph(&slide, "Chiffres");
    assert!(
        heading.all(Ns::A, "rPr").all(|run| run.attr("sz") == Some("2400") && run.attr("b") == Some("1"))
    );
    assert_eq!(value(heading, &["pPr", "lnSpc", "spcPts"]), Some("2900"));
    let last = paragraph(&slide, "2\u{a0}600 < 50\u{a0}000");
    assert_eq!(value(last, &["pPr", "spcAft", "spcPts"]), Some("0"), "nothing follows it");
    assert!(slide.all(Ns::A, "bodyPr").all(|body| body.child(Ns::A, "normAutofit").is_none()));
}

#[test]
fn runs_keep_their_language_and_their_place_on_the_line() {
    let slide = slide(&package(true), 2);
    let raised: Vec<&Element> = slide.all(Ns::A, "r").filter(|run| run.text_of() == "er").collect();
    assert_eq!(raised[0].child(Ns::A, "rPr").and_then(|run| run.attr("baseline")), Some("30000"));
    let missing = paragraph(&slide, "Translation pending");
    let run = missing.path(Ns::A, &["r", "rPr"]).expect("a run");
    assert_eq!(run.attr("lang"), Some("en-CA"), "it is English in a French deck");
    assert!(run.child(Ns::A, "highlight").is_some());
    assert_eq!(missing.child(Ns::A, "endParaRPr").and_then(|end| end.attr("lang")), Some("fr-CA"));
}

#[test]
fn a_link_is_one_relationship_encoded_and_readable() {
    let package = package(false);
    let slide = slide(&package, 3);
    let links: Vec<&Element> = slide.all(Ns::A, "hlinkClick").collect();
    assert_eq!(links.len(), 2, "one in each column");
    let relationships = package.relationships("ppt/slides/slide3.xml").expect("relationships");
    let targets: Vec<&str> = relationships.iter().filter(|r| r.external).map(|r| r.target.as_str()).collect();
    assert_eq!(targets, ["https://example.org/plan-d%E2%80%99action/donn%C3%A9es"]);
    for link in links {
        assert!(relationships.by_id(link.attr_ns(Ns::R, "id").expect("an id")).is_some());
        assert_eq!(link.attr("tooltip"), Some("https://example.org/plan-d’action/données"));
    }
}

#[test]
fn a_table_is_native_with_its_widths_heights_and_margins() {
    let slide = slide(&package(false), 5);
    let table = slide.all(Ns::A, "tbl").next().expect("a table");
    let properties = table.child(Ns::A, "tblPr").expect("properties");
    assert_eq!((properties.attr("firstRow"), properties.attr("firstCol")), (Some("1"), Some("1")));
    assert!(table.all(Ns::A, "tr").all(|row| row.attr("h") == Some("600000")));
    let header: Vec<&Element> = table.all(Ns::A, "tc").take(3).collect();
    for cell in header {
        assert_eq!(value(cell, &["tcPr", "solidFill", "schemeClr"]), Some("accent1"));
        let margins = cell.child(Ns::A, "tcPr").expect("properties");
        assert_eq!((margins.attr("marL"), margins.attr("marT")), (Some("91440"), Some("64008")));
    }
    assert_eq!(
        value(table.all(Ns::A, "r").next().expect("a run"), &["rPr", "solidFill", "schemeClr"]),
        Some("bg1")
    );
}

#[test]
fn a_draft_says_so_on_every_slide_and_a_final_deck_on_none() {
    for draft in [true, false] {
        let package = package(draft);
        for number in 1..=5 {
            let slide = slide(&package, number);
            let marks = slide.all(Ns::A, "t").filter(|t| t.text == "Ébauche").count();
            assert_eq!(marks, usize::from(draft), "slide {number}");
        }
    }
}

#[test]
fn notes_stand_under_their_slide() {
    let package = package(false);
    let own = package.relationships("ppt/slides/slide2.xml").expect("relationships");
    let notes = package.xml(&own.first("notesSlide").expect("notes").target).expect("the notes");
    let texts: Vec<&str> = notes.all(Ns::A, "t").map(|t| t.text.as_str()).collect();
    assert_eq!(texts, ["Texte. Notes & more.", "Second."]);
}

impl Element {
    /// All text in it.
    fn text_of(&self) -> String {
        self.all(Ns::A, "t").map(|t| t.text.as_str()).collect()
    }
}
