//! The deck checks by tools that are not ours: openxml-audit, and LibreOffice's rendering.

use crate::demo;
use crate::python::{self, Venv};
use crate::{Result, place::Place, process, system};
use std::collections::BTreeMap;
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
    let mut build = place.cargo(&["build", "--locked", "--workspace", "--bins"]);
    process::run(&mut build, LIMIT * 12)?;
    check(&place, &venv)
}

/// Makes both decks of the sample, audits them, renders them into `target/verify/decks` and
/// looks whether every slide came out, with all its words inside the page.
pub fn check(place: &Place, venv: &Venv) -> Result {
    let folder = place.output("verify/decks")?;
    // A picture or a PDF of an earlier run must not stand for one that is not made today.
    for end in ["pdf", "png"] {
        for file in demo::files(&folder, end)? {
            std::fs::remove_file(&file).map_err(|e| format!("{}: {e}", file.display()))?;
        }
    }
    demo::sample(place, &place.output("verify")?.join("plan.db"), &folder)?;
    let decks = demo::files(&folder, "pptx")?;
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
        if pages.len() != slides.len() {
            return Err(format!(
                "{} has {} slides and LibreOffice shows {}",
                place.shown(deck),
                slides.len(),
                pages.len()
            ));
        }
        for (number, (page, slide)) in (1..).zip(pages.iter().zip(&slides)) {
            page.judge(slide).map_err(|e| format!("{}, slide {number}: {e}", place.shown(deck)))?;
        }
        pictures(&pdf)?;
        println!("{}: {} slides, all words inside", place.shown(deck), slides.len());
        counts.push(slides.len());
    }
    if counts.windows(2).any(|pair| pair[0] != pair[1]) {
        return Err(format!("the two decks differ in their number of slides: {counts:?}"));
    }
    println!("every slide as LibreOffice shows it: {}", place.shown(&folder));
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

/// One PNG a slide, and all of them on one sheet, beside the PDF.
fn pictures(pdf: &Path) -> Result {
    let pages = pdf.with_extension("");
    let mut command = Command::new("pdftoppm");
    command.args(["-png", "-r", "80"]).arg(pdf).arg(&pages);
    process::capture(&mut command, LIMIT)?;

    let folder = pdf.parent().unwrap_or(Path::new("."));
    let stem = format!("{}-", pages.to_string_lossy());
    let slides = demo::files(folder, "png")?;
    let slides = slides.iter().filter(|file| file.to_string_lossy().starts_with(&stem));
    let mut sheet = Command::new("montage");
    sheet.args(slides).args(["-tile", "3x", "-geometry", "640x+8+8"]);
    sheet.args(["-background", "#808080"]).arg(pdf.with_extension("png"));
    process::capture(&mut sheet, LIMIT).map(drop)
}

/// What python-pptx reads on each slide.
fn slides(venv: &Venv, deck: &Path) -> Result<Vec<String>> {
    let mut command = Command::new(venv.python());
    command.args(["-c", include_str!("slides.py")]).arg(deck);
    let text = process::capture(&mut command, LIMIT)?;
    serde_json::from_str(&text).map_err(|e| format!("python-pptx on {}: {e}", deck.display()))
}

/// A rendered page: its size, and each word with its box (left, top, right, bottom), in points.
struct Page {
    width: f64,
    height: f64,
    words: Vec<([f64; 4], String)>,
}

impl Page {
    /// Refuses a page that lacks a word of its slide (poppler drops what begins outside the
    /// page, and a word broken within is not found either), or has one beyond its edges.
    fn judge(&self, slide: &str) -> Result {
        let shown: String = self.words.iter().map(|(_, word)| letters(word)).collect();
        let mut wanted = BTreeMap::new();
        for word in slide.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()) {
            *wanted.entry(letters(word)).or_insert(0) += 1;
        }
        if wanted.is_empty() {
            return Err("it holds no words".into());
        }
        if let Some((word, _)) = wanted.iter().find(|(w, n)| shown.matches(*w).count() < **n) {
            return Err(format!("the word {word:?} is not shown, or not whole"));
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

/// What of a word does not depend on how it is typeset: no case, ligatures or punctuation.
fn letters(word: &str) -> String {
    let plain = word.replace('ﬁ', "fi").replace('ﬂ', "fl").to_lowercase();
    plain.chars().filter(|c| c.is_alphanumeric()).collect()
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

    fn check(page: &str, slide: &str, expected: Result) {
        assert_eq!(read(page)[0].judge(slide), expected, "{slide}");
    }

    #[test]
    fn every_word_of_the_slide_is_shown_inside_the_page() {
        let page = PAGE.replace("RIGHT", "900.0");
        let outside = Err("the word \"fédérée\" leaves the page".into());
        check(&page, "Recherche fédérée", outside);
        let page = page.replace("970.0", "960.2");
        check(&page, "« Recherche » FÉDÉRÉE", Ok(()));
        let lost = Err("the word \"élargie\" is not shown, or not whole".into());
        check(&page, "Recherche fédérée élargie", lost);
        let twice = Err("the word \"recherche\" is not shown, or not whole".into());
        check(&page, "Recherche, recherche", twice);
        assert!(read(&page)[1].judge("a").is_err());
        assert!(read(&page)[1].judge("").is_err());
    }

    #[test]
    fn a_box_that_cannot_be_read_is_not_inside() {
        let page = PAGE.replace("RIGHT", "?").replace("970.0", "950.0");
        assert!(read(&page)[0].judge("Recherche").is_err());
    }
}
