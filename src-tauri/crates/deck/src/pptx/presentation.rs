//! The presentation part: the template's, without what speaks of its sample slides,
//! with ours. What stays is copied byte by byte.

use std::ops::Range;

use super::xml::{Element, Ns, P, R};

/// Children that stay, in the schema's order. Sections, custom shows, photo albums,
/// comments' and add-ins' data speak of slides that go.
const BEFORE_SLIDES: [&str; 3] = ["sldMasterIdLst", "notesMasterIdLst", "handoutMasterIdLst"];
const AFTER_SLIDES: [&str; 5] = ["sldSz", "notesSz", "embeddedFontLst", "kinsoku", "defaultTextStyle"];

/// Relationships of the presentation that stay.
pub const KEPT_RELATIONSHIPS: [&str; 6] =
    ["slideMaster", "notesMaster", "handoutMaster", "theme", "tableStyles", "font"];

/// A template's presentation part, cut into what is kept.
#[derive(Debug, Clone)]
pub struct Presentation {
    source: String,
    start_tag: Range<usize>,
    children: Vec<(String, Range<usize>)>,
}

impl Presentation {
    /// Cut from its source and tree.
    pub fn of(source: &str, root: &Element) -> Presentation {
        let kept = |child: &&Element| child.ns == Ns::P;
        Presentation {
            source: source.to_owned(),
            start_tag: root.start_tag.clone(),
            children: root
                .children
                .iter()
                .filter(kept)
                .map(|child| (child.name.clone(), child.span.clone()))
                .collect(),
        }
    }

    /// The part with our slides.
    ///
    /// `slides`: the relationships' ids, in order. `notes_master`: the id of a notes master
    /// that the template lacked.
    pub fn fill(&self, slides: &[String], notes_master: Option<&str>) -> String {
        let start = &self.source[self.start_tag.clone()];
        let name = start[1..].split(|c: char| c.is_whitespace() || c == '>').next().unwrap_or_default();
        let declared = format!(r#"xmlns:p="{P}" xmlns:r="{R}""#);
        let mut xml = super::declaration() + start;
        for child in BEFORE_SLIDES {
            xml += self.child(child);
            if child == "notesMasterIdLst"
                && let Some(id) = notes_master
            {
                xml += &format!(
                    r#"<p:notesMasterIdLst {declared}><p:notesMasterId r:id="{id}"/></p:notesMasterIdLst>"#
                );
            }
        }
        if !slides.is_empty() {
            xml += &format!("<p:sldIdLst {declared}>");
            // Slide ids begin at 256 (ECMA-376, part 1, 19.7.13).
            for (number, id) in (256..).zip(slides) {
                xml += &format!(r#"<p:sldId id="{number}" r:id="{id}"/>"#);
            }
            xml += "</p:sldIdLst>";
        }
        for child in AFTER_SLIDES {
            xml += self.child(child);
        }
        xml + &format!("</{name}>")
    }

    fn child(&self, name: &str) -> &str {
        self.children
            .iter()
            .find(|(child, _)| child == name)
            .map_or("", |(_, span)| &self.source[span.clone()])
    }
}
