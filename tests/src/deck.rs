//! Reading a deck back with nothing of the writer's: the zip, and the text and
//! addresses in its XML.

use std::io::Read as _;
use std::path::Path;

use quick_xml::Reader;
use quick_xml::events::Event;

use crate::Outcome;

/// What a deck says.
#[derive(Debug, Default)]
pub struct DeckText {
    /// The text of each slide, in the order of their files' numbers; runs that stand
    /// beside each other are joined, paragraphs are lines.
    pub slides: Vec<String>,
    /// The addresses that its slides lead to.
    pub links: Vec<String>,
}

impl DeckText {
    /// All slides as one text.
    pub fn whole(&self) -> String {
        self.slides.join("\n")
    }
}

/// Reads a PPTX file.
///
/// # Errors
/// It is not one.
pub fn read(path: &Path) -> Outcome<DeckText> {
    let mut archive = zip::ZipArchive::new(std::fs::File::open(path)?)?;
    let names: Vec<String> =
        archive.file_names().map(|name| name.map(|name| name.into_owned())).collect::<Result<_, _>>()?;
    let number = |name: &str| -> Option<u32> {
        name.strip_prefix("ppt/slides/slide")?.strip_suffix(".xml")?.parse().ok()
    };
    let mut slides: Vec<(u32, &String)> =
        names.iter().filter_map(|name| Some((number(name)?, name))).collect();
    slides.sort();
    let mut deck = DeckText::default();
    for (n, name) in slides {
        deck.slides.push(text(&part(&mut archive, name)?)?);
        let relationships = format!("ppt/slides/_rels/slide{n}.xml.rels");
        if names.contains(&relationships) {
            deck.links.extend(links(&part(&mut archive, &relationships)?)?);
        }
    }
    Ok(deck)
}

fn part(archive: &mut zip::ZipArchive<std::fs::File>, name: &str) -> Outcome<String> {
    let mut text = String::new();
    archive.by_name(name)?.read_to_string(&mut text)?;
    Ok(text)
}

fn text(xml: &str) -> Outcome<String> {
    let mut reader = Reader::from_str(xml);
    let (mut said, mut in_run) = (String::new(), false);
    loop {
        match reader.read_event()? {
            Event::Start(tag) if tag.name().as_ref() == "a:t" => in_run = true,
            Event::End(tag) if tag.name().as_ref() == "a:t" => in_run = false,
            Event::End(tag) if tag.name().as_ref() == "a:p" => said.push('\n'),
            Event::Text(text) if in_run => said.push_str(&text),
            Event::GeneralRef(name) if in_run => {
                said.push_str(&quick_xml::escape::unescape(&format!("&{};", &*name))?)
            }
            Event::Eof => return Ok(said),
            _ => {}
        }
    }
}

fn links(xml: &str) -> Outcome<Vec<String>> {
    let mut reader = Reader::from_str(xml);
    let mut links = Vec::new();
    loop {
        match reader.read_event()? {
            Event::Empty(tag) | Event::Start(tag) => {
                let value = |name: &str| tag.try_get_attribute(name);
                if value("TargetMode")?.is_some_and(|mode| mode.value.as_ref() == "External")
                    && let Some(target) = value("Target")?
                {
                    links.push(quick_xml::escape::unescape(&target.value)?.into_owned());
                }
            }
            Event::Eof => return Ok(links),
            _ => {}
        }
    }
}
