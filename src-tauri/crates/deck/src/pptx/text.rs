//! Text bodies: paragraphs and runs with the sizes, spacing, languages and links that
//! layout decided.

use jalon_domain::Lang;

use super::links;
use super::opc::Relationships;
use super::xml::escape;
use crate::laid_out::{Align, Anchor, LaidOutParagraph, TextBlock, Tone};
use crate::model::{ParagraphStyle, Run};

/// How text looks beyond what its block says.
#[derive(Debug, Clone, Copy)]
pub struct Look {
    /// The scheme colour for headings and figures.
    pub accent: &'static str,
    /// In a placeholder: whether the template has bullets for levels 0 and 1, which are
    /// then left to it. Elsewhere `None`: bullets and typeface are written.
    pub placeholder: Option<[bool; 2]>,
    /// The template sets it in capitals. Layout measured it as it is written, so capitals are
    /// switched off.
    pub caps: bool,
}

/// What is not final shows on screen and paper by a yellow ground, besides its words; the
/// ink is fixed with it, since a dark template's own would not show on yellow.
pub const HIGHLIGHT: &str = r#"<a:highlight><a:srgbClr val="FFF2CC"/></a:highlight>"#;
/// The ink on that ground.
pub const MARKED: &str = r#"<a:solidFill><a:srgbClr val="1D2733"/></a:solidFill>"#;

/// The value of an `anchor` attribute.
pub fn anchor(anchor: Anchor) -> &'static str {
    match anchor {
        Anchor::Top => "t",
        Anchor::Middle => "ctr",
        Anchor::Bottom => "b",
    }
}

/// A block's paragraphs. A block without any gets an empty one, as the schema asks.
pub fn paragraphs(block: &TextBlock, look: Look, lang: Lang, relationships: &mut Relationships) -> String {
    let mut xml = String::new();
    for (index, LaidOutParagraph { paragraph, .. }) in block.paragraphs.iter().enumerate() {
        let last = index + 1 == block.paragraphs.len();
        let heading = paragraph.style == ParagraphStyle::Heading;
        let size = if heading { block.heading_size } else { block.size };
        let pitch = if heading { block.heading_pitch } else { block.line_pitch };
        xml += "<a:p>";
        xml += &properties(block, paragraph.style, look, pitch, if last { 0.0 } else { block.space_after });
        let fill = fill(block.tone, heading, look.accent);
        for run in &paragraph.runs {
            xml += &self::run(run, heading, size, &fill, look, relationships);
        }
        xml += &format!(r#"<a:endParaRPr lang="{}" sz="{}" dirty="0"/></a:p>"#, lang.tag(), hundredths(size));
    }
    if block.paragraphs.is_empty() {
        xml += &format!(
            r#"<a:p><a:endParaRPr lang="{}" sz="{}" dirty="0"/></a:p>"#,
            lang.tag(),
            hundredths(block.size)
        );
    }
    xml
}

/// `a:pPr`: indents, exact spacing, bullet; in the schema's order.
fn properties(block: &TextBlock, style: ParagraphStyle, look: Look, pitch: f32, after: f32) -> String {
    let align = match (block.align, look.placeholder) {
        // A template may centre its titles: that breaks no line elsewhere.
        (Align::Left, Some(_)) => "",
        (Align::Left, None) => r#" algn="l""#,
        (Align::Centre, _) => r#" algn="ctr""#,
    };
    let (level, left, hanging, bullet) = match style {
        ParagraphStyle::Plain | ParagraphStyle::Heading => (0, 0, 0, "<a:buNone/>".to_owned()),
        ParagraphStyle::Labelled(level) => {
            (level, block.indent * (i64::from(level) + 1), 0, "<a:buNone/>".to_owned())
        }
        ParagraphStyle::Bullet(level) => {
            let own = look.placeholder.is_some_and(|bullets| bullets[usize::from(level.min(1))]);
            let sign = if level == 0 { '•' } else { '–' };
            let bullet = match own {
                true => String::new(),
                false => format!(r#"<a:buFont typeface="Arial"/><a:buChar char="{sign}"/>"#),
            };
            (level, block.indent * (i64::from(level) + 1), -block.indent, bullet)
        }
    };
    format!(
        r#"<a:pPr marL="{left}" lvl="{level}" indent="{hanging}"{align}><a:lnSpc><a:spcPts val="{}"/></a:lnSpc><a:spcBef><a:spcPts val="0"/></a:spcBef><a:spcAft><a:spcPts val="{}"/></a:spcAft>{bullet}</a:pPr>"#,
        hundredths(pitch),
        hundredths(after)
    )
}

/// `a:r`, or nothing for a run without text.
fn run(
    run: &Run,
    heading: bool,
    size: f32,
    fill: &str,
    look: Look,
    relationships: &mut Relationships,
) -> String {
    if run.text.is_empty() {
        return String::new();
    }
    let bold = if run.strong || heading { r#" b="1""# } else { "" };
    let caps = if look.caps { r#" cap="none""# } else { "" };
    let raised = if run.superscript { r#" baseline="30000""# } else { "" };
    let (fill, mark) = if run.placeholder { (MARKED, HIGHLIGHT) } else { (fill, "") };
    let face = if look.placeholder.is_none() { r#"<a:latin typeface="+mn-lt"/>"# } else { "" };
    let link = run.link.as_ref().and_then(|url| {
        let id = relationships.link(&links::target(url)?);
        Some(format!(r#"<a:hlinkClick r:id="{id}" tooltip="{}"/>"#, escape(&links::readable(url))))
    });
    format!(
        r#"<a:r><a:rPr lang="{}" sz="{}"{bold}{caps}{raised} dirty="0">{fill}{mark}{face}{}</a:rPr><a:t>{}</a:t></a:r>"#,
        run.lang.tag(),
        hundredths(size),
        link.unwrap_or_default(),
        escape(&run.text)
    )
}

/// The colour of a text by its purpose; nothing where the template's own serves.
fn fill(tone: Tone, heading: bool, accent: &str) -> String {
    let scheme = |name: &str| format!(r#"<a:solidFill><a:schemeClr val="{name}"/></a:solidFill>"#);
    match (tone, heading) {
        (Tone::OnAccent, _) => scheme("bg1"),
        (Tone::Accent, _) | (Tone::Inherit, true) => scheme(accent),
        (Tone::Muted, _) => r#"<a:solidFill><a:schemeClr val="tx1"><a:lumMod val="75000"/><a:lumOff val="25000"/></a:schemeClr></a:solidFill>"#.to_owned(),
        (Tone::Inherit, false) => String::new(),
    }
}

/// Points as the format writes them.
fn hundredths(points: f32) -> i32 {
    // Sizes are a few hundred points at most.
    #[expect(clippy::cast_possible_truncation, reason = "bounded, and rounded first")]
    let hundredths = (points * 100.0).round() as i32;
    hundredths
}
