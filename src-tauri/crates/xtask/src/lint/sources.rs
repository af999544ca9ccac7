//! Words that must not stand in sources, and where: a table of rules.

use super::Source;

/// A pattern that no file in a rule's reach may hold.
struct Rule {
    /// Whether a file, by its path, is in the rule's reach.
    applies: fn(&str) -> bool,
    /// Written in two halves, since this file is in reach of its own rules.
    patterns: &'static [&'static str],
    /// Why, as the breach is reported.
    reason: &'static str,
}

const RULES: &[Rule] = &[
    Rule {
        applies: |path| !is_lock(path),
        patterns: &[concat!("TO", "DO"), concat!("FIX", "ME")],
        reason: "what is left to do belongs in an issue",
    },
    Rule {
        applies: |path| path.ends_with(".rs"),
        patterns: &[concat!("#[", "ignore")],
        reason: "a test that does not run proves nothing",
    },
    Rule {
        applies: |path| path.starts_with("ui/") && path.contains(".test."),
        patterns: &[".skip(", ".only(", ".todo(", ".skipIf(", ".runIf("],
        reason: "a test that does not run proves nothing",
    },
    Rule {
        applies: |path| {
            path.starts_with("src-tauri/")
                && !path.starts_with("src-tauri/crates/store/")
                && (path.ends_with(".rs") || path.ends_with("Cargo.toml"))
        },
        patterns: &[concat!("rusq", "lite")],
        reason: "only the store names its database library",
    },
    Rule {
        applies: |path| path.starts_with("src-tauri/crates/domain/src/"),
        patterns: &[
            "std::fs",
            "std::net",
            "std::env",
            "std::process",
            "Utc::now",
            "Local::now",
            "SystemTime",
            "Instant::now",
        ],
        reason: "the domain performs no I/O and reads no clock",
    },
    Rule {
        applies: |path| path.starts_with("ui/") && path.ends_with(".svelte"),
        patterns: &["{@html"],
        reason: "content is shown as text nodes only",
    },
];

/// Names each line that breaks a rule.
pub fn check(files: &[Source]) -> Vec<String> {
    let mut breaches = Vec::new();
    for file in files {
        for rule in RULES.iter().filter(|rule| (rule.applies)(&file.path)) {
            for (number, line) in (1..).zip(file.text.lines()) {
                for pattern in rule.patterns.iter().filter(|p| has(line, p)) {
                    let Source { path, .. } = file;
                    breaches.push(format!("{path}:{number}: `{pattern}`: {}", rule.reason));
                }
            }
        }
    }
    breaches
}

/// Whether a line holds a pattern as words of its own: checksums hold any letters.
fn has(line: &str, pattern: &str) -> bool {
    let part = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric() || c == '_');
    line.match_indices(pattern).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        let after = line[at + pattern.len()..].chars().next();
        let opens = pattern.starts_with(|c: char| c.is_ascii_alphanumeric());
        let closes = pattern.ends_with(|c: char| c.is_ascii_alphanumeric());
        !(opens && part(before) || closes && part(after))
    })
}

/// Lock files are written by tools and full of checksums.
fn is_lock(path: &str) -> bool {
    path.ends_with("package-lock.json") || path.ends_with(".lock")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn breaches(path: &str, text: &str) -> usize {
        let file = Source { path: path.into(), text: text.into() };
        check(&[file]).len()
    }

    #[test]
    fn what_is_left_to_do_is_found_as_a_word() {
        let mark = concat!("TO", "DO");
        assert_eq!(breaches("README.md", &format!("x\n{mark}: y\n")), 1);
        assert_eq!(breaches("README.md", &format!("sha512-a{mark}b")), 0);
        assert_eq!(breaches("ui/package-lock.json", mark), 0);
    }

    #[test]
    fn only_the_store_names_its_library() {
        let line = concat!("use rusq", "lite::Connection;");
        assert_eq!(breaches("src-tauri/crates/cli/src/main.rs", line), 1);
        assert_eq!(breaches("src-tauri/crates/store/src/open.rs", line), 0);
    }

    #[test]
    fn the_domain_reads_no_clock_and_no_file() {
        assert_eq!(breaches("src-tauri/crates/domain/src/date.rs", "let t = Utc::now();"), 1);
        assert_eq!(breaches("src-tauri/crates/domain/src/date.rs", "use std::fs::File;"), 1);
        assert_eq!(breaches("src-tauri/crates/store/src/open.rs", "use std::fs::File;"), 0);
    }

    #[test]
    fn tests_that_do_not_run_are_found() {
        assert_eq!(breaches("tests/tests/a.rs", concat!("#[", "ignore = \"slow\"]")), 1);
        assert_eq!(breaches("ui/src/a.test.ts", "it.skip('x', () => {})"), 1);
        assert_eq!(breaches("ui/src/a.ts", "list.skip(2)"), 0);
        assert_eq!(breaches("ui/src/A.svelte", "{@html text}"), 1);
    }
}
