//! What is needed of a theme: its two typefaces, and a colour of it that can carry
//! text on the page's ground and the ground's colour as text.

use super::xml::{Element, Ns};

/// A theme as slides see it through their master.
#[derive(Debug, Clone, PartialEq)]
pub struct Theme {
    /// Typeface of headings (`+mj-lt`).
    pub major: String,
    /// Typeface of text (`+mn-lt`).
    pub minor: String,
    /// The scheme colour for headings and header rows: the first accent that stands
    /// out from the ground by 4.5 to 1 (WCAG 2.1, 1.4.3), else the text's own colour.
    pub accent: &'static str,
}

/// Scheme colours in the order of preference for the accent.
const ACCENTS: [&str; 8] = ["accent1", "tx2", "accent2", "accent3", "accent4", "accent5", "accent6", "tx1"];

impl Theme {
    /// From a theme part's root and its master's colour map.
    pub fn of(theme: &Element, colour_map: Option<&Element>) -> Theme {
        let elements = theme.child(Ns::A, "themeElements");
        let face = |font: &str| {
            elements
                .and_then(|e| e.path(Ns::A, &["fontScheme", font, "latin"]))
                .and_then(|latin| latin.attr("typeface"))
                .filter(|face| !face.is_empty())
                .unwrap_or("Calibri")
                .to_owned()
        };
        let colour = |name: &str| {
            let mapped = colour_map.and_then(|map| map.attr(name)).unwrap_or(match name {
                "bg1" => "lt1",
                "tx1" => "dk1",
                "tx2" => "dk2",
                other => other,
            });
            elements.and_then(|e| e.path(Ns::A, &["clrScheme", mapped])).and_then(luminance)
        };
        let ground = colour("bg1").unwrap_or(1.0);
        let stands_out = |name: &&str| colour(name).is_some_and(|ink| contrast(ink, ground) >= 4.5);
        let accent = ACCENTS.into_iter().find(stands_out).unwrap_or("tx1");
        Theme { major: face("majorFont"), minor: face("minorFont"), accent }
    }

    /// A typeface as an element names it: the theme's through `+mj-lt` and `+mn-lt`.
    pub fn typeface(&self, name: &str) -> String {
        match name {
            "+mj-lt" => self.major.clone(),
            "+mn-lt" => self.minor.clone(),
            other => other.to_owned(),
        }
    }
}

/// Relative luminance (WCAG 2.1) of a colour of the scheme.
fn luminance(colour: &Element) -> Option<f64> {
    let hex = match colour.child(Ns::A, "srgbClr") {
        Some(rgb) => rgb.attr("val")?,
        None => colour.child(Ns::A, "sysClr")?.attr("lastClr")?,
    };
    let value = u32::from_str_radix(hex, 16).ok()?;
    let channel = |shift: u32| {
        let part = f64::from((value >> shift) & 0xFF) / 255.0;
        if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    };
    Some(0.2126 * channel(16) + 0.7152 * channel(8) + 0.0722 * channel(0))
}

fn contrast(a: f64, b: f64) -> f64 {
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pptx::xml;

    fn accent(accent1: &str, dk2: &str, map: &str) -> &'static str {
        let theme = format!(
            r#"<a:theme xmlns:a="{}"><a:themeElements><a:clrScheme name="x">
            <a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:lt1><a:srgbClr val="FFFFFF"/></a:lt1>
            <a:dk2><a:srgbClr val="{dk2}"/></a:dk2><a:accent1><a:srgbClr val="{accent1}"/></a:accent1>
            </a:clrScheme></a:themeElements></a:theme>"#,
            xml::A
        );
        let theme = xml::parse(&theme).expect("a theme");
        Theme::of(&theme, Some(&xml::parse(map).expect("a map"))).accent
    }

    #[test]
    fn the_accent_can_be_read_on_the_ground() {
        let light = r#"<m bg1="lt1" tx1="dk1" tx2="dk2" accent1="accent1"/>"#;
        let dark = r#"<m bg1="dk1" tx1="lt1" tx2="dk2" accent1="accent1"/>"#;
        assert_eq!(accent("26374A", "1F497D", light), "accent1");
        assert_eq!(accent("FFD500", "1F497D", light), "tx2", "yellow cannot be read on white");
        assert_eq!(accent("FFD500", "1F497D", dark), "accent1", "but on black it can");
        assert_eq!(accent("FFD500", "DDDDDD", light), "tx1");
    }
}
