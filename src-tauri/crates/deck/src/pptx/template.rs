//! A template: opened, emptied of its sample slides, its layouts chosen.

use std::collections::BTreeMap;

use super::error::TemplateError;
use super::layouts::{self, Layout};
use super::notes::NotesMaster;
use super::opc::{Package, Relationships};
use super::ours;
use super::presentation::{KEPT_RELATIONSHIPS, Presentation};
use super::properties;
use super::resolve::{self, Sources};
use super::theme::Theme;
use super::xml::{Element, Ns};
use crate::geometry::{Geometry, LayoutRole};

/// The content type of a presentation that is not a template and holds no macros.
const MAIN: &str = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml";

/// The root relationship of the format's strict variant.
const STRICT: &str = "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument";

/// A template, ready to be filled any number of times.
#[derive(Debug, Clone)]
pub struct Template {
    /// What stays of it.
    pub(super) package: Package,
    /// Name of the presentation part.
    pub(super) main: String,
    pub(super) presentation: Presentation,
    /// The presentation's relationships, still without slides.
    pub(super) relationships: Relationships,
    pub(super) notes_master: NotesMaster,
    pub(super) layouts: Vec<Layout>,
    pub(super) chosen: BTreeMap<LayoutRole, usize>,
    geometry: Geometry,
}

impl Template {
    /// Opens a .pptx or .potx file.
    ///
    /// Errors: every [`TemplateError`]; the file is foreign, so nothing of it is believed.
    pub fn open(bytes: &[u8]) -> Result<Template, TemplateError> {
        Template::of(Package::read(bytes)?)
    }

    /// Our own.
    ///
    /// # Panics
    /// Never: tests open it.
    pub fn ours() -> Template {
        Package::of_parts(ours::PARTS.iter().copied())
            .and_then(Template::of)
            .expect("our own template is a template")
    }

    /// Its page and layouts. `TwoBodies` may be absent; the other roles are always there.
    pub fn geometry(&self) -> &Geometry {
        &self.geometry
    }

    /// From a package that was read.
    pub(super) fn of(mut package: Package) -> Result<Template, TemplateError> {
        let main = main_part(&package)?;
        let root = package.xml(&main)?;
        if !root.is(Ns::P, "presentation") {
            return Err(TemplateError::NotPresentation);
        }
        let presentation = Presentation::of(&package.text(&main)?, &root);
        let page = page(&root).ok_or_else(|| TemplateError::Malformed(main.clone()))?;

        let mut relationships = package.relationships(&main)?;
        relationships.retain(|r| !r.external && KEPT_RELATIONSHIPS.iter().any(|kind| r.is(kind)));
        empty(&mut package, &main, &relationships)?;
        let layouts = all_layouts(&package, &root, &relationships, page)?;
        // What is added must not take the name of a part that is missing.
        let notes_master = NotesMaster::find_or_add(&mut package, &main, &mut relationships)?;
        properties::replace_settings(&mut package, &main, &mut relationships);

        let chosen = layouts::choose(&layouts).ok_or(TemplateError::NoBodyLayout)?;
        let geometry = layouts::geometry(page, &layouts, &chosen).ok_or(TemplateError::NoBodyLayout)?;
        Ok(Template { package, main, presentation, relationships, notes_master, layouts, chosen, geometry })
    }

    /// The layout that serves a role; the body layout where the template has none for it.
    pub(super) fn layout(&self, role: LayoutRole) -> &Layout {
        let index = self.chosen.get(&role).or_else(|| self.chosen.get(&LayoutRole::TitleOnly));
        &self.layouts[index.copied().unwrap_or_default()]
    }

    /// The folder of the presentation part, with its slash.
    pub(super) fn folder(&self) -> &str {
        folder(&self.main)
    }
}

/// The folder of a part, with its slash.
pub(super) fn folder(part: &str) -> &str {
    part.rfind('/').map_or("", |slash| &part[..=slash])
}

fn main_part(package: &Package) -> Result<String, TemplateError> {
    let root = package.relationships("")?;
    if root.iter().any(|relationship| relationship.kind == STRICT) {
        return Err(TemplateError::Strict);
    }
    let main =
        root.first("officeDocument").and_then(|r| r.internal()).ok_or(TemplateError::NotPresentation)?;
    Ok(main.to_owned())
}

/// The page's width and height, within the format's bounds (ECMA-376, part 1, 19.7.17).
fn page(presentation: &Element) -> Option<(i64, i64)> {
    let size = presentation.child(Ns::P, "sldSz")?;
    let side = |name: &str| size.number(name).filter(|side| (914_400..=51_206_400).contains(side));
    Some((side("cx")?, side("cy")?))
}

/// Takes away the sample slides and all that only they or the old presentation reached:
/// notes, comments, tags, macros, thumbnail, old properties.
fn empty(package: &mut Package, main: &str, kept: &Relationships) -> Result<(), TemplateError> {
    let mut root = package.relationships("")?;
    root.retain(|relationship| relationship.is("officeDocument"));
    package.set_relationships("", &root);
    package.set_relationships(main, kept);
    package.types.set(main, MAIN);
    // A layout may hold a link to a sample slide; the layout must not change, so the link
    // leads to our first slide. Until that has a name, it leads to the presentation.
    let linking = parts_with(package, "slide")?;
    for part in &linking {
        retarget(package, part, main)?;
    }
    package.collect()?;
    let first = package.free_name(&format!("{}slides/slide", folder(main)), ".xml");
    for part in linking.iter().filter(|part| package.has(part)).cloned().collect::<Vec<_>>() {
        retarget(package, &part, &first)?;
    }
    Ok(())
}

fn retarget(package: &mut Package, part: &str, target: &str) -> Result<(), TemplateError> {
    let mut relationships = package.relationships(part)?;
    relationships.retarget("slide", target);
    package.set_relationships(part, &relationships);
    Ok(())
}

/// Parts other than slides and their notes that have a relationship of a type.
fn parts_with(package: &Package, kind: &str) -> Result<Vec<String>, TemplateError> {
    let masters = ["slideMaster+xml", "slideLayout+xml", "notesMaster+xml", "handoutMaster+xml"];
    let is_master = |part: &&str| {
        package.types.get(part).is_some_and(|content_type| masters.iter().any(|m| content_type.ends_with(m)))
    };
    let mut found = Vec::new();
    for part in package.names().filter(is_master) {
        if package.relationships(part)?.first(kind).is_some() {
            found.push(part.to_owned());
        }
    }
    Ok(found)
}

/// Every layout of every master, in the presentation's order.
fn all_layouts(
    package: &Package,
    presentation: &Element,
    relationships: &Relationships,
    page: (i64, i64),
) -> Result<Vec<Layout>, TemplateError> {
    let mut layouts = Vec::new();
    let masters = listed(presentation, "sldMasterIdLst", "sldMasterId", relationships);
    for (number, master_part) in masters.iter().enumerate() {
        let master = package.xml(master_part)?;
        let rels = package.relationships(master_part)?;
        let theme_part = rels
            .first("theme")
            .and_then(|theme| theme.internal())
            .ok_or_else(|| TemplateError::Malformed(master_part.clone()))?;
        let theme = Theme::of(&package.xml(theme_part)?, master.child(Ns::P, "clrMap"));
        let sources = Sources { master: &master, presentation, theme: &theme, page };
        for part in listed(&master, "sldLayoutIdLst", "sldLayoutId", &rels) {
            let layout = package.xml(&part)?;
            layouts.push(Layout {
                kind: layout.attr("type").unwrap_or_default().to_owned(),
                master: number,
                accent: theme.accent,
                placeholders: resolve::placeholders(&layout, &sources),
                part,
            });
        }
    }
    Ok(layouts)
}

/// The parts that a list of ids names, in its order.
fn listed(root: &Element, list: &str, entry: &str, relationships: &Relationships) -> Vec<String> {
    let target = |entry: &Element| {
        let id = entry.attr_ns(Ns::R, "id")?;
        relationships.by_id(id)?.internal().map(str::to_owned)
    };
    root.child(Ns::P, list)
        .into_iter()
        .flat_map(|list| list.children_of(Ns::P, entry))
        .filter_map(target)
        .collect()
}
