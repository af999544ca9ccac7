//! What all slides share: titles that fit and are unique, parts of a slide that
//! was split, remarks.

use std::collections::BTreeSet;

use crate::geometry::{Geometry, LayoutGeometry, LayoutRole, Placeholder, Rect, Slot};
use crate::laid_out::{Align, Anchor, LaidOutSlide, Remark, Shape, TextBlock, Tone};
use crate::model::{Paragraph, ParagraphStyle, Run, Slide};

use super::BODY_FLOOR;
use super::block::{self, Look, Setting, points};
use super::shape::{Face, Shaped, Shaper};

/// A region of a slide to put text into, with the type that the template sets there.
#[derive(Debug, Clone)]
pub(super) struct Region {
    pub(super) slot: Option<Slot>,
    pub(super) rect: Rect,
    pub(super) insets: [i64; 4],
    pub(super) size: f32,
    pub(super) typeface: String,
    pub(super) bold: bool,
}

impl Region {
    pub(super) fn of(placeholder: &Placeholder) -> Self {
        Region {
            slot: Some(placeholder.slot.clone()),
            rect: placeholder.rect,
            insets: placeholder.insets,
            size: placeholder.size,
            typeface: placeholder.typeface.clone(),
            bold: placeholder.bold,
        }
    }

    pub(super) fn face(&self) -> Face<'_> {
        Face { typeface: &self.typeface, bold: self.bold }
    }

    /// Width for text, in points.
    pub(super) fn width(&self) -> f32 {
        points(self.rect.w - self.insets[0] - self.insets[2]).max(1.0)
    }

    /// Height for text, in points.
    pub(super) fn height(&self) -> f32 {
        points(self.rect.h - self.insets[1] - self.insets[3]).max(1.0)
    }

    pub(super) fn text(&self, name: &str, text: TextBlock) -> Shape {
        Shape::Text { slot: self.slot.clone(), name: name.to_owned(), rect: self.rect, text }
    }
}

/// The deck as it is laid out.
pub(super) struct Frame<'a> {
    pub(super) shaper: Shaper,
    pub(super) geometry: &'a Geometry,
    slides: Vec<LaidOutSlide>,
    remarks: Vec<Remark>,
    titles: BTreeSet<String>,
    current: Option<&'a Slide>,
    part: usize,
}

impl<'a> Frame<'a> {
    pub(super) fn new(shaper: Shaper, geometry: &'a Geometry) -> Self {
        Frame {
            shaper,
            geometry,
            slides: Vec::new(),
            remarks: Vec::new(),
            titles: BTreeSet::new(),
            current: None,
            part: 0,
        }
    }

    /// Begins a slide of the deck; the parts that follow are its.
    pub(super) fn begin(&mut self, slide: &'a Slide) {
        self.current = Some(slide);
        self.part = 0;
    }

    /// Number of the slide that is laid out next, from 1.
    fn number(&self) -> usize {
        self.slides.len() + 1
    }

    pub(super) fn remark_does_not_fit(&mut self) {
        self.remarks.push(Remark::DoesNotFit(self.number()));
    }

    /// The region of a layout's body.
    pub(super) fn body(&self, role: LayoutRole, n: usize) -> Option<Region> {
        self.geometry.layout(role)?.bodies.get(n).map(Region::of)
    }

    /// The area under the title for free shapes, with the type of the template's body.
    pub(super) fn free(&self) -> Region {
        let like = self.body(LayoutRole::Body, 0);
        Region {
            slot: None,
            rect: self.geometry.content,
            insets: crate::laid_out::FREE_INSETS,
            size: like.as_ref().map_or(24.0, |body| body.size),
            typeface: like.map_or_else(|| "Calibri".to_owned(), |body| body.typeface),
            bold: false,
        }
    }

    /// The role itself where the template has it with that many bodies, else free shapes.
    pub(super) fn supported(&self, role: LayoutRole, bodies: usize) -> bool {
        self.geometry.layout(role).is_some_and(|layout| layout.bodies.len() >= bodies)
    }

    /// Puts a slide (or the next part of one) on record.
    pub(super) fn push(&mut self, layout: LayoutRole, shapes: Vec<Shape>) {
        let Some(slide) = self.current else { return };
        let mut notes = if self.part == 0 { slide.notes.clone() } else { Vec::new() };
        let title = self.title_runs(slide);
        let mut all = Vec::with_capacity(shapes.len() + 1);
        if let Some(geometry) = self.geometry.layout(layout) {
            let (shape, shortened) = self.title(geometry, title.clone());
            if shortened {
                self.remarks.push(Remark::TitleShortened(self.number()));
                notes.insert(0, text_of(&title));
            }
            all.push(shape);
        }
        all.extend(shapes);
        let number = self.number();
        let missing = std::mem::take(&mut self.shaper.missing);
        self.remarks.extend(missing.into_iter().map(|c| Remark::NoGlyph(number, c)));
        let id = if self.part == 0 { slide.id.clone() } else { format!("{}.{}", slide.id, self.part + 1) };
        self.slides.push(LaidOutSlide { id, layout, shapes: all, notes });
        self.part += 1;
    }

    /// The title of this part: marked when it continues, and unlike every other.
    fn title_runs(&mut self, slide: &Slide) -> Vec<Run> {
        let lang = slide.title.last().map_or(jalon_domain::Lang::En, |run| run.lang);
        let mut runs = slide.title.clone();
        match self.part {
            0 => {}
            1 => runs.push(Run::plain(format!(" ({})", slide.continued), lang)),
            n => runs.push(Run::plain(format!(" ({}\u{A0}{n})", slide.continued), lang)),
        }
        let base = text_of(&runs);
        let mut text = base.clone();
        let mut n = 2;
        while !self.titles.insert(text.clone()) {
            text = format!("{base} ({n})");
            n += 1;
        }
        if let Some(mark) = text.strip_prefix(base.as_str()).filter(|mark| !mark.is_empty()) {
            runs.push(Run::plain(mark, lang));
        }
        runs
    }

    /// The title at the largest size that fits; at the floor, words go from its end.
    fn title(&mut self, layout: &LayoutGeometry, mut runs: Vec<Run>) -> (Shape, bool) {
        let region = Region::of(&layout.title);
        let (width, height) = (region.width(), region.height());
        let mut shortened = false;
        let sizes = block::sizes(region.size, BODY_FLOOR);
        loop {
            let paragraph = Paragraph { runs: runs.clone(), style: ParagraphStyle::Plain };
            let mut texts = [self.shaper.shape(paragraph, region.face())];
            let size = largest(&sizes, &mut texts, width, height, Setting::tight);
            let fits = size.is_some();
            let setting = Setting::tight(size.unwrap_or(*sizes.last().unwrap_or(&BODY_FLOOR)));
            if fits || !drop_last_word(&mut runs) {
                let role = layout.role;
                let align = if role == LayoutRole::Title { Align::Left } else { Look::PLAIN.align };
                let look = Look { align, anchor: Anchor::Bottom, tone: Tone::Inherit };
                let text = block::record(&mut texts, width, setting, look);
                let name = text_of(&runs);
                return (region.text(&name, text), shortened);
            }
            shortened = true;
        }
    }

    /// The slides and what was noticed.
    pub(super) fn finish(self) -> (Vec<LaidOutSlide>, Vec<Remark>) {
        let mut remarks = self.remarks;
        remarks.extend(self.shaper.remarks);
        (self.slides, remarks)
    }
}

/// The largest size at which a text fits with whole words; at the last size words
/// may break when they must.
pub(super) fn largest(
    sizes: &[f32],
    texts: &mut [Shaped],
    width: f32,
    height: f32,
    setting: impl Fn(f32) -> Setting,
) -> Option<f32> {
    let last = sizes.last().copied();
    sizes.iter().copied().find(|&size| {
        let setting = setting(size);
        let whole = Some(size) == last || block::words_fit(texts, width, setting);
        whole && block::height(texts, width, setting) <= height
    })
}

/// The joined text of runs.
pub(super) fn text_of(runs: &[Run]) -> String {
    runs.iter().map(|run| run.text.as_str()).collect()
}

/// Takes the last word off and ends with an ellipsis; `false` when one is left.
fn drop_last_word(runs: &mut Vec<Run>) -> bool {
    let whole = text_of(runs);
    let text = whole.trim_end_matches('…').trim_end();
    let keep = match text.rfind(' ') {
        Some(space) => space,
        // One endless word: a quarter of it goes at a time.
        None => text.char_indices().nth(text.chars().count() * 3 / 4).map_or(0, |(at, _)| at),
    };
    if keep == 0 {
        return false;
    }
    let mut left = keep;
    runs.retain_mut(|run| {
        let end = left.min(run.text.len());
        run.text.truncate(end);
        left -= end;
        !run.text.is_empty()
    });
    if let Some(last) = runs.last_mut() {
        let trimmed = last.text.trim_end().len();
        last.text.truncate(trimmed);
        last.text.push('…');
    }
    true
}
