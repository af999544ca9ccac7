//! A template as others make them, built here: layouts named in French, odd `idx`,
//! rectangles only in the master, sample slides with notes, sections, a custom show, a
//! thumbnail, a comment author, a macro, a link from a layout to a sample slide; no view
//! settings and no notes master of use.

use super::super::opc::{Package, Relationships, rel_type};
use super::super::xml::{A, P, R};

const PREFIX: &str = "application/vnd.openxmlformats-officedocument.presentationml";

/// A package being built.
pub struct Builder(pub Package);

impl Builder {
    /// Adds a part of a presentation's kind, with its relationships.
    pub fn part(&mut self, name: &str, kind: &str, xml: String, relationships: &[(&str, &str)]) {
        let content_type = match kind {
            "theme" => "application/vnd.openxmlformats-officedocument.theme+xml".to_owned(),
            kind => format!("{PREFIX}.{kind}+xml"),
        };
        self.0.put(name, xml, Some(&content_type));
        let mut list = Relationships::default();
        for (kind, target) in relationships {
            list.push(rel_type(kind), target, false);
        }
        self.0.set_relationships(name, &list);
    }
}

/// The template's bytes. `layouts`: a type (empty for none) and shapes each.
pub fn template(layouts: &[(&str, String)]) -> Builder {
    let mut builder = Builder(Package::default());
    let count = layouts.len();
    let layout_name = |n: usize| format!("ppt/slideLayouts/slideLayout{n}.xml");
    let names: Vec<String> = (1..=count).map(layout_name).collect();
    let mut master_rels: Vec<(&str, &str)> = names.iter().map(|n| ("slideLayout", n.as_str())).collect();
    master_rels.push(("theme", "ppt/theme/theme1.xml"));
    builder.part("ppt/slideMasters/slideMaster1.xml", "slideMaster", master(count), &master_rels);
    for (name, (kind, shapes)) in names.iter().zip(layouts) {
        let mut rels = vec![("slideMaster", "ppt/slideMasters/slideMaster1.xml")];
        if name.ends_with("1.xml") {
            rels.push(("slide", "ppt/slides/slide1.xml"));
        }
        builder.part(name, "slideLayout", layout(kind, shapes), &rels);
    }
    builder.part("ppt/theme/theme1.xml", "theme", theme(), &[]);
    sample_slides(&mut builder, &names[0]);
    let mut root = Relationships::default();
    root.push(rel_type("officeDocument"), "ppt/presentation.xml", false);
    let thumbnail = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/thumbnail";
    root.push(thumbnail.to_owned(), "docProps/thumbnail.jpeg", false);
    root.push(rel_type("extended-properties"), "docProps/app.xml", false);
    builder.0.put("docProps/thumbnail.jpeg", b"JPEG".to_vec(), Some("image/jpeg"));
    builder.0.put("docProps/app.xml", "<Properties/>", Some("application/xml"));
    builder.0.set_relationships("", &root);
    builder
}

fn sample_slides(builder: &mut Builder, layout: &str) {
    let (slide, notes) = ("ppt/slides/slide1.xml", "ppt/notesSlides/notesSlide1.xml");
    let xml = |root: &str| format!(r#"<p:{root} xmlns:p="{P}"><p:cSld><p:spTree/></p:cSld></p:{root}>"#);
    builder.part(slide, "slide", xml("sld"), &[("slideLayout", layout), ("notesSlide", notes)]);
    builder.part(notes, "notesSlide", xml("notes"), &[("slide", slide)]);
    builder.0.put("ppt/vbaProject.bin", b"macro".to_vec(), Some("application/vnd.ms-office.vbaProject"));
    let authors = format!(r#"<p:cmAuthorLst xmlns:p="{P}"/>"#);
    builder.part("ppt/commentAuthors.xml", "commentAuthors", authors, &[]);
    // The prefix is the file's own, and `r` is bound where it is used.
    let presentation = format!(
        r#"<q:presentation xmlns:q="{P}" xmlns:a="{A}" firstSlideNum="1"><q:sldMasterIdLst><q:sldMasterId xmlns:rel="{R}" id="2147483648" rel:id="rId1"/></q:sldMasterIdLst><q:sldIdLst xmlns:rel="{R}"><q:sldId id="300" rel:id="rId2"/></q:sldIdLst><q:sldSz cx="9144000" cy="6858000"/><q:notesSz cx="6858000" cy="9144000"/><q:custShowLst><q:custShow name="Courte" id="0"><q:sldLst xmlns:rel="{R}"><q:sld rel:id="rId2"/></q:sldLst></q:custShow></q:custShowLst><q:defaultTextStyle><a:lvl1pPr><a:defRPr sz="1700"/></a:lvl1pPr></q:defaultTextStyle><q:extLst><q:ext uri="{{521415D9-36F7-43E2-AB2F-B90AF26B5E84}}"><s:sectionLst xmlns:s="http://schemas.microsoft.com/office/powerpoint/2010/main"><s:section name="Exemples" id="{{00000000-0000-0000-0000-000000000001}}"><s:sldIdLst><s:sldId id="300"/></s:sldIdLst></s:section></s:sectionLst></q:ext></q:extLst></q:presentation>"#
    );
    builder.part(
        "ppt/presentation.xml",
        "template.main",
        presentation,
        &[
            ("slideMaster", "ppt/slideMasters/slideMaster1.xml"),
            ("slide", slide),
            ("commentAuthors", "ppt/commentAuthors.xml"),
        ],
    );
    let mut rels = builder.0.relationships("ppt/presentation.xml").expect("just written");
    let macros = "http://schemas.microsoft.com/office/2006/relationships/vbaProject";
    rels.push(macros.to_owned(), "ppt/vbaProject.bin", false);
    builder.0.set_relationships("ppt/presentation.xml", &rels);
}

/// A placeholder: attributes of its `p:ph`, a rectangle or none, its body's properties and
/// list style.
pub fn shape(ph: &str, rect: Option<[i64; 4]>, body: &str) -> String {
    let place = rect.map_or(String::new(), |[x, y, w, h]| {
        format!(r#"<a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{w}" cy="{h}"/></a:xfrm>"#)
    });
    let body = if body.is_empty() { "<a:bodyPr/><a:lstStyle/>" } else { body };
    format!(
        r#"<p:sp><p:nvSpPr><p:cNvPr id="7" name="Espace réservé"/><p:cNvSpPr/><p:nvPr><p:ph {ph}/></p:nvPr></p:nvSpPr><p:spPr>{place}</p:spPr><p:txBody>{body}<a:p/></p:txBody></p:sp>"#
    )
}

fn layout(kind: &str, shapes: &str) -> String {
    let kind = if kind.is_empty() { String::new() } else { format!(r#" type="{kind}""#) };
    format!(
        r#"<p:sldLayout xmlns:a="{A}" xmlns:r="{R}" xmlns:p="{P}"{kind}><p:cSld name="Disposition personnalisée"><p:spTree>{}{shapes}</p:spTree></p:cSld></p:sldLayout>"#,
        super::super::slide::GROUP
    )
}

fn master(layouts: usize) -> String {
    let shapes = [
        shape(
            r#"type="title""#,
            Some([500_000, 300_000, 8_000_000, 1_000_000]),
            r#"<a:bodyPr lIns="1" tIns="2" rIns="3" bIns="4"/><a:lstStyle/>"#,
        ),
        shape(r#"type="body" idx="1""#, Some([500_000, 1_500_000, 8_000_000, 4_500_000]), ""),
        shape(r#"type="ftr" idx="3""#, Some([500_000, 6_400_000, 4_000_000, 350_000]), ""),
        shape(r#"type="sldNum" idx="4""#, Some([7_000_000, 6_400_000, 1_500_000, 350_000]), ""),
    ]
    .concat();
    let ids: String = (1..=layouts)
        .map(|n| format!(r#"<p:sldLayoutId id="{}" r:id="rId{n}"/>"#, 2_147_483_648_u64 + n as u64))
        .collect();
    format!(
        r#"<p:sldMaster xmlns:a="{A}" xmlns:r="{R}" xmlns:p="{P}"><p:cSld><p:spTree>{}{shapes}</p:spTree></p:cSld><p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/><p:sldLayoutIdLst>{ids}</p:sldLayoutIdLst><p:txStyles><p:titleStyle><a:lvl1pPr><a:defRPr sz="4400" b="1" cap="all"><a:latin typeface="+mj-lt"/></a:defRPr></a:lvl1pPr></p:titleStyle><p:bodyStyle><a:lvl1pPr marL="342900" indent="-342900"><a:buChar char="»"/><a:defRPr sz="3200"><a:latin typeface="+mn-lt"/></a:defRPr></a:lvl1pPr><a:lvl2pPr><a:buNone/><a:defRPr sz="2800"/></a:lvl2pPr></p:bodyStyle></p:txStyles></p:sldMaster>"#,
        super::super::slide::GROUP
    )
}

fn theme() -> String {
    let part = super::super::ours::part("ppt/theme/theme1.xml");
    let ours = std::str::from_utf8(part).expect("UTF-8");
    ours.replacen(r#"<a:latin typeface="Calibri"/>"#, r#"<a:latin typeface="Georgia"/>"#, 1).replacen(
        r#"<a:latin typeface="Calibri"/>"#,
        r#"<a:latin typeface="Arial"/>"#,
        1,
    )
}
