//! Versions as programs print them.

use std::fmt;

/// Major, minor and patch; compared in that order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Version(pub u32, pub u32, pub u32);

impl Version {
    /// The first version in a text: `v20.19.1`, `rustc 1.95.0 (…)`, `Python 3.11`. Parts that
    /// are absent count as 0.
    pub fn find(text: &str) -> Option<Self> {
        text.split_whitespace().find_map(Self::parse)
    }

    fn parse(word: &str) -> Option<Self> {
        let word = word.strip_prefix('v').unwrap_or(word);
        // `1.97.0-nightly` and `3.13.0rc1` count as the release they lead to.
        let end = word.find(|c: char| !c.is_ascii_digit() && c != '.');
        let mut parts = word[..end.unwrap_or(word.len())].split('.');
        let major = parts.next()?.parse().ok()?;
        let minor = parts.next()?.parse().ok()?;
        let patch = parts.next().and_then(|p| p.parse().ok()).unwrap_or(0);
        Some(Self(major, minor, patch))
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}.{}", self.0, self.1, self.2)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Option<Version>) {
        assert_eq!(Version::find(text), expected, "{text}");
    }

    #[test]
    fn versions_are_found_in_what_programs_print() {
        check("v20.19.1\n", Some(Version(20, 19, 1)));
        check("rustc 1.95.0 (abc 2026-03-21)", Some(Version(1, 95, 0)));
        check("rustc 1.97.0-nightly (abc)", Some(Version(1, 97, 0)));
        check("Python 3.13.0rc1", Some(Version(3, 13, 0)));
        check("1.92", Some(Version(1, 92, 0)));
        check("node: not found", None);
        check("20", None);
    }

    #[test]
    fn versions_compare_by_number() {
        assert!(Version(20, 9, 0) < Version(20, 19, 0));
        assert!(Version(22, 0, 0) > Version(20, 19, 9));
    }
}
