//! Damaged and hostile templates: refused, or filled, but never a panic.

use jalon_domain::Lang;

use super::sample::deck;
use crate::pptx::{Template, TemplateError, opc::Package, ours};

/// Our template with one part's text changed: whether it still opens; if so it is filled.
fn open_with(name: &str, change: impl Fn(&str) -> String) -> Result<(), TemplateError> {
    let mut package = Package::of_parts(ours::PARTS.iter().copied()).expect("our parts");
    let text = package.text(name).expect("a part").into_owned();
    let kind = package.types.get(name).map(str::to_owned);
    package.put(name, change(&text), kind.as_deref());
    let template = Template::of(package)?;
    template.fill(&deck(template.geometry(), Lang::En, true));
    Ok(())
}

fn parts() -> impl Iterator<Item = &'static str> {
    ours::PARTS.iter().map(|(name, _)| *name).filter(|name| *name != "[Content_Types].xml")
}

/// Every quoted number replaced.
fn with_numbers(text: &str, number: &str) -> String {
    let quoted = text.split('"').map(|piece| {
        let is_number = !piece.is_empty() && piece.chars().all(|c| c.is_ascii_digit() || c == '-');
        if is_number { number } else { piece }
    });
    quoted.collect::<Vec<_>>().join("\"")
}

#[test]
fn numbers_without_bounds_break_nothing() {
    let mut opened = 0;
    for name in parts() {
        for number in ["9223372036854775807", "-9223372036854775808", "0", "NaN", "inf", "1e400"] {
            opened += usize::from(open_with(name, |text| with_numbers(text, number)).is_ok());
        }
    }
    assert!(opened > 0, "most of them are harmless");
    let page = open_with("ppt/presentation.xml", |text| with_numbers(text, "9223372036854775807"));
    assert_eq!(page, Err(TemplateError::Malformed("ppt/presentation.xml".into())));
}

#[test]
fn a_part_cut_anywhere_breaks_nothing() {
    for name in parts() {
        for tenth in [0, 1, 4, 7, 9] {
            let cut = |text: &str| {
                let mut end = text.len() * tenth / 10;
                while !text.is_char_boundary(end) {
                    end -= 1;
                }
                text[..end].to_owned()
            };
            let result = open_with(name, cut);
            let settings = ["presProps", "viewProps", "tableStyles", "theme2"];
            assert!(result.is_err() || settings.iter().any(|s| name.contains(s)), "{name} at {tenth}");
        }
    }
}

#[test]
fn a_part_too_large_to_read_is_refused() {
    let large =
        |text: &str| text.replace("</p:sldMaster>", &format!("{}</p:sldMaster>", " ".repeat(17 << 20)));
    let result = open_with("ppt/slideMasters/slideMaster1.xml", large);
    assert_eq!(result, Err(TemplateError::TooLarge));
}
