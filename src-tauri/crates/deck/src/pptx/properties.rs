//! The document's properties and settings: ours, never a template's.

use jalon_domain::Lang;

use super::opc::{Package, Relationships, rel_type};
use super::ours;
use super::template::folder;
use super::xml::escape;

const PREFIX: &str = "application/vnd.openxmlformats-officedocument.presentationml";

/// Puts our presentation and view settings in the place of the template's, which may
/// speak of its slides (custom shows, the outline's slides); without view settings
/// PowerPoint offers to repair the file. Table styles are kept, or added.
pub fn replace_settings(package: &mut Package, main: &str, relationships: &mut Relationships) {
    for name in ["presProps", "viewProps", "tableStyles"] {
        if relationships.first(name).is_some() {
            continue;
        }
        let plain = format!("{}{name}.xml", folder(main));
        let part = if package.has(&plain) { package.free_name(&plain, ".xml") } else { plain };
        let content_type = format!("{PREFIX}.{name}+xml");
        package.put(&part, ours::part(&format!("ppt/{name}.xml")), Some(&content_type));
        relationships.add(name, &part);
    }
}

/// Adds `docProps/core.xml` and `docProps/app.xml`. Times are left out: the same deck
/// has the same bytes whenever it is written.
pub fn add_properties(
    package: &mut Package,
    title: &str,
    author: &str,
    lang: Lang,
    slides: usize,
    notes: usize,
) {
    let core = format!(
        "{}<cp:coreProperties \
         xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\
         <dc:title>{}</dc:title><dc:creator>{}</dc:creator><dc:language>{}</dc:language>\
         </cp:coreProperties>",
        super::declaration(),
        escape(title),
        escape(author),
        lang.tag()
    );
    let app = format!(
        "{}<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">\
         <TotalTime>0</TotalTime><Application>Jalon</Application>\
         <Slides>{slides}</Slides><Notes>{notes}</Notes><HiddenSlides>0</HiddenSlides></Properties>",
        super::declaration()
    );
    let core_type = "application/vnd.openxmlformats-package.core-properties+xml";
    let app_type = "application/vnd.openxmlformats-officedocument.extended-properties+xml";
    package.put("docProps/core.xml", core, Some(core_type));
    package.put("docProps/app.xml", app, Some(app_type));
    let core_relationship =
        "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
    // The package's root was read when the template was opened; it holds one relationship.
    let mut root = package.relationships("").unwrap_or_default();
    root.push(core_relationship.to_owned(), "docProps/core.xml", false);
    root.push(rel_type("extended-properties"), "docProps/app.xml", false);
    package.set_relationships("", &root);
}
