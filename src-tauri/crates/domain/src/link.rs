//! Addresses that content points to.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use url::Url;

use crate::lang::Lang;
use crate::text::Bilingual;

/// A link with an address per language; one of the two may be absent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS, Default)]
#[serde(deny_unknown_fields)]
pub struct Link {
    /// What is shown in place of the address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub label: Option<Bilingual>,
    /// The English page's address, as it was typed (it may hold accents).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub en: Option<String>,
    /// The French page's address, as it was typed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub fr: Option<String>,
}

/// Why an address is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkFault {
    /// Neither language has an address.
    NoAddress,
    /// It does not parse as an address.
    Malformed,
    /// Only `https:` and `mailto:` may be opened from a plan.
    Scheme,
    /// A user name or password stands in it.
    UserInfo,
    /// A control or bidirectional character, which could disguise it.
    Disguise,
}

impl Link {
    /// The address for a reader of `lang`, or the other language's where there is
    /// only that one, with the language of the page.
    pub fn address(&self, lang: Lang) -> Option<(&str, Lang)> {
        let (own, other) = match lang {
            Lang::En => (&self.en, &self.fr),
            Lang::Fr => (&self.fr, &self.en),
        };
        own.as_deref()
            .map(|address| (address, lang))
            .or_else(|| other.as_deref().map(|address| (address, lang.other())))
    }

    /// Checks both addresses.
    ///
    /// # Errors
    /// The first fault found.
    pub fn check(&self) -> Result<(), LinkFault> {
        if self.en.is_none() && self.fr.is_none() {
            return Err(LinkFault::NoAddress);
        }
        for address in [&self.en, &self.fr].into_iter().flatten() {
            parse_address(address)?;
        }
        Ok(())
    }
}

/// Parses an address that may be opened: `https:` or `mailto:`, no user-info, no
/// control or bidirectional characters. The result is percent-encoded.
///
/// # Errors
/// What is wrong with it.
pub fn parse_address(text: &str) -> Result<Url, LinkFault> {
    if text.chars().any(is_disguise) {
        return Err(LinkFault::Disguise);
    }
    let url = Url::parse(text).map_err(|_| LinkFault::Malformed)?;
    match url.scheme() {
        "https" if !url.username().is_empty() || url.password().is_some() => Err(LinkFault::UserInfo),
        "https" | "mailto" => Ok(url),
        _ => Err(LinkFault::Scheme),
    }
}

/// Unicode's bidirectional controls, and control characters at large.
fn is_disguise(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_that_can_be_opened_safely_pass() {
        let check = |address: &str| parse_address(address).map(|url| url.to_string());
        assert_eq!(
            check("https://www.gov.nt.ca/d’une"),
            Ok("https://www.gov.nt.ca/d%E2%80%99une".to_owned())
        );
        assert!(check("mailto:a@example.org").is_ok());
        assert_eq!(check("http://example.org"), Err(LinkFault::Scheme));
        assert_eq!(check("javascript:alert(1)"), Err(LinkFault::Scheme));
        assert_eq!(check("https://gc.ca@example.org/"), Err(LinkFault::UserInfo));
        assert_eq!(check("https://example.org/\u{202E}fdp"), Err(LinkFault::Disguise));
        assert_eq!(check("no address"), Err(LinkFault::Malformed));
    }
}
