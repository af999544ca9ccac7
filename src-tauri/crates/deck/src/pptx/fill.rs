//! Fills a template with a deck.

use super::notes::NOTES_SLIDE;
use super::opc::{Package, Relationships};
use super::properties;
use super::slide;
use super::template::Template;
use crate::laid_out::{LaidOutDeck, LaidOutSlide};

const SLIDE: &str = "application/vnd.openxmlformats-officedocument.presentationml.slide+xml";

impl Template {
    /// The deck's bytes: a .pptx file. The same deck and template give the same bytes.
    pub fn fill(&self, deck: &LaidOutDeck) -> Vec<u8> {
        let mut package = self.package.clone();
        let mut relationships = self.relationships.clone();
        let mut ids = Vec::new();
        for (number, slide) in (1..).zip(&deck.slides) {
            let part = self.add_slide(&mut package, deck, slide, number);
            ids.push(relationships.add("slide", &part));
        }
        let presentation = self.presentation.fill(&ids, self.notes_master.added.as_deref());
        let main_type = package.types.get(&self.main).map(str::to_owned);
        package.put(&self.main, presentation, main_type.as_deref());
        package.set_relationships(&self.main, &relationships);
        let notes = deck.slides.iter().filter(|slide| !slide.notes.is_empty()).count();
        properties::add_properties(
            &mut package,
            &deck.title,
            &deck.author,
            deck.lang,
            deck.slides.len(),
            notes,
        );
        package.to_bytes()
    }

    /// Adds a slide with its notes; gives its part's name.
    fn add_slide(
        &self,
        package: &mut Package,
        deck: &LaidOutDeck,
        slide: &LaidOutSlide,
        number: usize,
    ) -> String {
        let layout = self.layout(slide.layout);
        let page = slide::Page { layout, geometry: self.geometry(), number };
        let mut relationships = Relationships::default();
        relationships.add("slideLayout", &layout.part);
        let xml = slide::xml(&page, deck, slide, &mut relationships);
        let part = package.free_name(&format!("{}slides/slide", self.folder()), ".xml");
        package.put(&part, xml, Some(SLIDE));
        if !slide.notes.is_empty() {
            let notes = package.free_name(&format!("{}notesSlides/notesSlide", self.folder()), ".xml");
            package.put(&notes, self.notes_master.notes_slide(&slide.notes, deck.lang), Some(NOTES_SLIDE));
            let mut own = Relationships::default();
            own.add("notesMaster", &self.notes_master.part);
            own.add("slide", &part);
            package.set_relationships(&notes, &own);
            relationships.add("notesSlide", &notes);
        }
        package.set_relationships(&part, &relationships);
        part
    }
}
