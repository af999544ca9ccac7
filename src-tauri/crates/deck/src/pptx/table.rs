//! Native tables: a grid with a header row, its widths and heights as layout computed
//! them, its margins as layout reckoned with them.

use jalon_domain::Lang;

use super::opc::Relationships;
use super::text::{self, Look};
use crate::laid_out::{CELL_INSETS, Row, TextBlock, Tone};

/// "No style, no grid": built into PowerPoint, so that only what is written here shows.
const PLAIN_STYLE: &str = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}";

/// Half a point.
const RULE: i64 = 6_350;

/// `a:tbl`.
pub fn xml(
    widths: &[i64],
    rows: &[Row],
    row_headers: bool,
    accent: &'static str,
    lang: Lang,
    relationships: &mut Relationships,
) -> String {
    let first_column = if row_headers { r#" firstCol="1""# } else { "" };
    let mut xml = format!(
        r#"<a:tbl><a:tblPr firstRow="1"{first_column}><a:tableStyleId>{PLAIN_STYLE}</a:tableStyleId></a:tblPr><a:tblGrid>"#
    );
    for width in widths {
        xml += &format!(r#"<a:gridCol w="{width}"/>"#);
    }
    xml += "</a:tblGrid>";
    for (number, row) in rows.iter().enumerate() {
        xml += &format!(r#"<a:tr h="{}">"#, row.height);
        for (column, cell) in row.cells.iter().enumerate() {
            let ground = match (number, column) {
                (0, _) => Ground::Accent,
                (_, 0) if row_headers => Ground::Soft,
                _ => Ground::Plain,
            };
            xml += &self::cell(cell, ground, accent, lang, relationships);
        }
        xml += "</a:tr>";
    }
    xml + "</a:tbl>"
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ground {
    Accent,
    Soft,
    Plain,
}

fn cell(
    block: &TextBlock,
    ground: Ground,
    accent: &'static str,
    lang: Lang,
    relationships: &mut Relationships,
) -> String {
    let look = Look { accent, placeholder: None, caps: false };
    // White text on the accent, and only there: a header cell cannot be left unreadable.
    let tone = match (ground, block.tone) {
        (Ground::Accent, _) => Tone::OnAccent,
        (_, Tone::OnAccent) => Tone::Accent,
        (_, tone) => tone,
    };
    let block = TextBlock { tone, ..block.clone() };
    let [left, top, right, bottom] = CELL_INSETS;
    let fill = match ground {
        Ground::Accent => format!(r#"<a:solidFill><a:schemeClr val="{accent}"/></a:solidFill>"#),
        Ground::Soft => r#"<a:solidFill><a:schemeClr val="bg2"/></a:solidFill>"#.to_owned(),
        // Text in its ground's own colours can be read over any picture of a template.
        Ground::Plain => r#"<a:solidFill><a:schemeClr val="bg1"/></a:solidFill>"#.to_owned(),
    };
    let light = r#"<a:schemeClr val="tx1"><a:lumMod val="25000"/><a:lumOff val="75000"/></a:schemeClr>"#;
    let between = r#"<a:schemeClr val="bg1"/>"#;
    let side = |name: &str| rule(name, if ground == Ground::Accent { between } else { light });
    format!(
        r#"<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{}</a:txBody><a:tcPr marL="{left}" marR="{right}" marT="{top}" marB="{bottom}" anchor="{}">{}{}{}{}{fill}</a:tcPr></a:tc>"#,
        text::paragraphs(&block, look, lang, relationships),
        text::anchor(block.anchor),
        side("lnL"),
        side("lnR"),
        rule("lnT", light),
        rule("lnB", light),
    )
}

fn rule(name: &str, colour: &str) -> String {
    format!(
        r#"<a:{name} w="{RULE}" cap="flat" cmpd="sng" algn="ctr"><a:solidFill>{colour}</a:solidFill><a:prstDash val="solid"/></a:{name}>"#
    )
}
