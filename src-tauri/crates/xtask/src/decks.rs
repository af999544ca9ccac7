//! The deck checks by tools that are not ours: openxml-audit, and LibreOffice's rendering.

use crate::demo;
use crate::python::{self, Venv};
use crate::{Result, place::Place, process, system};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

const LIMIT: Duration = Duration::from_secs(300);
/// A word may touch the edge by the width of an antialiased stroke, in PDF points.
const SLACK: f64 = 0.5;

/// `cargo xtask decks`: builds the CLI and checks the sample's decks.
pub fn only() -> Result {
    let place = Place::find()?;
    system::ensure(&[&system::DISPLAY, &system::DECKS])?;
    let venv = python::ensure(&place)?;
    let mut build = place.cargo(&["build", "--locked", "-p", "jalon-cli"]);
    process::run(&mut build, LIMIT * 12)?;
    check(&place, &venv)
}

/// Makes both decks of the sample, audits them, renders them into `target/verify/decks` and
/// looks whether every slide came out, with all its words inside the page.
pub fn check(place: &Place, venv: &Venv) -> Result {
    let folder = place.output("verify/decks")?;
    demo::sample(place, &place.output("verify")?.join("plan.db"), &folder)?;
    let decks = demo::decks(&folder)?;
    for deck in &decks {
        let mut audit = Command::new(venv.program("openxml-audit"));
        audit.args(["--format", "microsoft365", "--policy", "strict", "--max-errors", "0"]);
        audit.arg(deck);
        process::run(&mut audit, LIMIT)?;
    }
    let mut counts = Vec::new();
    for deck in &decks {
        let pdf = to_pdf(place, &folder, deck)?;
        let pages = pages(&pdf)?;
        let slides = slides(venv, deck)?;
        if pages.len() != slides {
            return Err(format!(
                "{} has {slides} slides and LibreOffice shows {}",
                place.shown(deck),
                pages.len()
            ));
        }
        for (number, page) in (1..).zip(&pages) {
            page.judge().map_err(|e| format!("{}, slide {number}: {e}", place.shown(deck)))?;
        }
        pictures(&pdf)?;
        println!("{}: {slides} slides, all words inside", place.shown(deck));
        counts.push(slides);
    }
    if counts.windows(2).any(|pair| pair[0] != pair[1]) {
        return Err(format!("the two decks differ in their number of slides: {counts:?}"));
    }
    println!("look at every page: {}", place.shown(&folder));
    Ok(())
}

fn to_pdf(place: &Place, folder: &Path, deck: &Path) -> Result<PathBuf> {
    // A profile of its own: LibreOffice refuses to run beside another one on the same profile.
    let profile = place.output("xtask/libreoffice")?;
    let mut command = Command::new("soffice");
    command.arg(format!("-env:UserInstallation=file://{}", profile.display()));
    command.args(["--headless", "--convert-to", "pdf", "--outdir"]);
    command.arg(folder).arg(deck);
    process::run(&mut command, LIMIT)?;
    // It says nothing, and succeeds, when it cannot read a file.
    let pdf = deck.with_extension("pdf");
    if pdf.is_file() { Ok(pdf) } else { Err(format!("LibreOffice made no {}", place.shown(&pdf))) }
}

/// One PNG a slide, beside the PDF.
fn pictures(pdf: &Path) -> Result {
    let mut command = Command::new("pdftoppm");
    command.args(["-png", "-r", "80"]).arg(pdf).arg(pdf.with_extension(""));
    process::capture(&mut command, LIMIT).map(drop)
}

fn slides(venv: &Venv, deck: &Path) -> Result<usize> {
    let mut command = Command::new(venv.python());
    command.args(["-c", "import sys, pptx; print(len(pptx.Presentation(sys.argv[1]).slides))"]);
    let text = process::capture(command.arg(deck), LIMIT)?;
    text.trim().parse().map_err(|_| format!("python-pptx counts {:?} slides", text.trim()))
}

/// A rendered page: its size, and each word with its box (left, top, right, bottom), in points.
struct Page {
    width: f64,
    height: f64,
    words: Vec<([f64; 4], String)>,
}

impl Page {
    fn judge(&self) -> Result {
        if self.words.is_empty() {
            return Err("it shows no words".into());
        }
        let inside = |[left, top, right, bottom]: [f64; 4]| {
            left >= -SLACK && top >= -SLACK && right <= self.width + SLACK && bottom <= self.height + SLACK
        };
        match self.words.iter().find(|(word, _)| !inside(*word)) {
            Some((_, word)) => Err(format!("the word {word:?} leaves the page")),
            None => Ok(()),
        }
    }
}

fn pages(pdf: &Path) -> Result<Vec<Page>> {
    let mut command = Command::new("pdftotext");
    command.arg("-bbox").arg(pdf).arg("-");
    Ok(read(&process::capture(&mut command, LIMIT)?))
}

/// Reads what `pdftotext -bbox` writes: one `<page …>` or `<word …>text</word>` a line.
fn read(text: &str) -> Vec<Page> {
    let mut pages: Vec<Page> = Vec::new();
    for line in text.lines().map(str::trim) {
        let number = |name: &str| -> f64 {
            let value = line.split_once(&format!(" {name}=\"")).map(|(_, rest)| rest);
            let value = value.and_then(|rest| rest.split('"').next());
            value.and_then(|v| v.parse().ok()).unwrap_or(f64::NAN)
        };
        if line.starts_with("<page ") {
            let (width, height) = (number("width"), number("height"));
            pages.push(Page { width, height, words: Vec::new() });
        } else if let (true, Some(page)) = (line.starts_with("<word "), pages.last_mut()) {
            let corners = ["xMin", "yMin", "xMax", "yMax"].map(number);
            let word = line.split_once('>').map_or("", |(_, rest)| rest);
            page.words.push((corners, word.trim_end_matches("</word>").to_owned()));
        }
    }
    pages
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = r#"
  <page width="960.000000" height="540.000000">
    <word xMin="72.0" yMin="40.0" xMax="160.0" yMax="60.0">Recherche</word>
    <word xMin="RIGHT" yMin="40.0" xMax="970.0" yMax="60.0">fédérée</word>
  </page>
  <page width="960.000000" height="540.000000">
  </page>"#;

    #[test]
    fn words_outside_the_page_and_empty_pages_are_named() {
        let pages = read(&PAGE.replace("RIGHT", "900.0"));
        assert_eq!(pages.len(), 2);
        assert_eq!(pages[0].judge(), Err("the word \"fédérée\" leaves the page".into()));
        assert_eq!(pages[1].judge(), Err("it shows no words".into()));
        let whole = read(&PAGE.replace("RIGHT", "900.0").replace("970.0", "960.2"));
        assert_eq!(whole[0].judge(), Ok(()));
    }

    #[test]
    fn a_box_that_cannot_be_read_is_not_inside() {
        let pages = read(&PAGE.replace("RIGHT", "?").replace("970.0", "950.0"));
        assert!(pages[0].judge().is_err());
    }
}
