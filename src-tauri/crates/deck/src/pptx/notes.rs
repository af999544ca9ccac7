//! Speaker notes: a notes slide each, under the template's notes master or ours.

use super::error::TemplateError;
use super::opc::{Package, Relationships};
use super::ours;
use super::template::folder;
use super::xml::{A, Element, Ns, P, R, escape};
use jalon_domain::Lang;

const CONTENT_TYPE: &str = "application/vnd.openxmlformats-officedocument.presentationml.notesMaster+xml";
const THEME: &str = "application/vnd.openxmlformats-officedocument.theme+xml";
/// Content type of a notes slide.
pub const NOTES_SLIDE: &str = "application/vnd.openxmlformats-officedocument.presentationml.notesSlide+xml";

/// The notes master.
#[derive(Debug, Clone)]
pub struct NotesMaster {
    /// Its part.
    pub part: String,
    /// Its relationship's id, when the template had none and ours was added.
    pub added: Option<String>,
    /// `idx` of its picture of the slide and of its text.
    image: Option<String>,
    body: Option<String>,
}

impl NotesMaster {
    /// The template's notes master; ours, added, when it has none.
    pub fn find_or_add(
        package: &mut Package,
        main: &str,
        relationships: &mut Relationships,
    ) -> Result<NotesMaster, TemplateError> {
        let there = relationships.first("notesMaster").and_then(|r| r.internal()).map(str::to_owned);
        let (part, added) = match there {
            Some(part) => (part, None),
            None => {
                let (part, id) = add(package, main, relationships);
                (part, Some(id))
            }
        };
        let root = package.xml(&part)?;
        let idx = |kind: &str| {
            let is = |ph: &&Element| ph.attr("type") == Some(kind);
            root.all(Ns::P, "ph").find(is).map(|ph| ph.attr("idx").unwrap_or("0").to_owned())
        };
        Ok(NotesMaster { image: idx("sldImg"), body: idx("body"), part, added })
    }

    /// A notes slide's XML.
    pub fn notes_slide(&self, notes: &[String], lang: Lang) -> String {
        let mut xml = format!(
            r#"{}<p:notes xmlns:a="{A}" xmlns:r="{R}" xmlns:p="{P}"><p:cSld><p:spTree>{}"#,
            super::declaration(),
            super::slide::GROUP
        );
        if let Some(idx) = &self.image {
            xml += &format!(
                r#"<p:sp><p:nvSpPr><p:cNvPr id="2" name="Image"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg" idx="{}"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>"#,
                escape(idx)
            );
        }
        let idx = self.body.as_deref().unwrap_or("1");
        xml += &format!(
            r#"<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="body" idx="{}"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>"#,
            escape(idx)
        );
        let lang = lang.tag();
        for note in notes {
            xml += &format!(
                r#"<a:p><a:r><a:rPr lang="{lang}" dirty="0"/><a:t>{}</a:t></a:r><a:endParaRPr lang="{lang}" dirty="0"/></a:p>"#,
                escape(note)
            );
        }
        xml + "</p:txBody></p:sp></p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>"
    }
}

fn add(package: &mut Package, main: &str, relationships: &mut Relationships) -> (String, String) {
    let folder = folder(main);
    let theme = package.free_name(&format!("{folder}theme/theme"), ".xml");
    package.put(&theme, ours::part("ppt/theme/theme2.xml"), Some(THEME));
    let part = package.free_name(&format!("{folder}notesMasters/notesMaster"), ".xml");
    package.put(&part, ours::part("ppt/notesMasters/notesMaster1.xml"), Some(CONTENT_TYPE));
    let mut own = Relationships::default();
    own.add("theme", &theme);
    package.set_relationships(&part, &own);
    let id = relationships.add("notesMaster", &part);
    (part, id)
}
