//! `cargo test`, and what it says: which tests ran, and that none was left out.

use crate::Result;
use std::collections::BTreeSet;

/// One test program's closing line.
#[derive(Debug, PartialEq, Eq)]
pub struct Ran {
    /// `tests/window.rs`, `unittests src/lib.rs (jalon_domain)`, `doc-tests jalon_domain`.
    pub name: String,
    pub passed: u32,
    /// Failed, ignored, or filtered out: all that did not pass.
    pub others: u32,
}

/// Reads the closing lines out of `cargo test`'s output.
pub fn read(output: &str) -> Vec<Ran> {
    let mut ran = Vec::new();
    let mut name = String::new();
    for line in output.lines().map(str::trim) {
        if let Some(rest) = line.strip_prefix("Running ") {
            name = running(rest);
        } else if let Some(rest) = line.strip_prefix("Doc-tests ") {
            name = format!("doc-tests {rest}");
        } else if let Some(rest) = line.strip_prefix("test result: ") {
            let (passed, others) = counts(rest);
            let name = std::mem::take(&mut name);
            ran.push(Ran { name, passed, others });
        }
    }
    ran
}

/// `unittests src/lib.rs (target/debug/deps/jalon_domain-1f)` names its crate only in the path.
fn running(rest: &str) -> String {
    let Some((source, program)) = rest.split_once(" (") else {
        return rest.to_owned();
    };
    if !source.starts_with("unittests") {
        return source.replace('\\', "/");
    }
    let file = program.trim_end_matches(')').rsplit(['/', '\\']).next();
    let file = file.unwrap_or(program);
    let name = file.rsplit_once('-').map_or(file, |(name, _)| name);
    format!("{source} ({name})")
}

fn counts(rest: &str) -> (u32, u32) {
    let (mut passed, mut others) = (0, 0);
    for part in rest.split(['.', ';']) {
        let mut words = part.split_whitespace();
        let Some(Ok(number)) = words.next().map(str::parse::<u32>) else {
            continue;
        };
        match words.next() {
            Some("passed") => passed += number,
            Some("failed" | "ignored" | "filtered") => others += number,
            _ => {}
        }
    }
    (passed, others)
}

/// Refuses a run in which a test did not pass, or one of the `expected` programs
/// (`tests/window.rs`) did not run or had nothing to run.
pub fn judge(ran: &[Ran], expected: &BTreeSet<String>) -> Result {
    if let Some(left) = ran.iter().find(|r| r.others > 0) {
        return Err(format!("{}: {} tests failed or were left out", left.name, left.others));
    }
    let has = |name: &String| ran.iter().any(|r| r.name == *name && r.passed > 0);
    match expected.iter().find(|name| !has(name)) {
        Some(name) => Err(format!("{name} did not run")),
        None => Ok(()),
    }
}

/// Prints which tests ran.
pub fn print(ran: &[Ran]) {
    println!("\n=== tests that ran");
    for Ran { name, passed, .. } in ran.iter().filter(|r| r.passed > 0) {
        println!("{passed:6}  {name}");
    }
    let sum: u32 = ran.iter().map(|r| r.passed).sum();
    println!("{sum:6}  Rust tests in all, none failed, ignored or filtered out");
}

#[cfg(test)]
mod tests {
    use super::*;

    const OUTPUT: &str = "\
     Running unittests src/lib.rs (target/debug/deps/jalon_domain-1f2e)
test status::overdue ... ok
test result: ok. 12 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.01s
     Running tests/window.rs (target/debug/deps/window-9a)
test result: ok. 1 passed; 0 failed; 2 ignored; 0 measured; 0 filtered out; finished in 9.50s
   Doc-tests jalon_domain
test result: ok. 3 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.40s
";

    #[test]
    fn closing_lines_are_read_with_the_names_of_their_programs() {
        let ran = read(OUTPUT);
        let seen: Vec<_> = ran.iter().map(|r| (r.name.as_str(), r.passed, r.others)).collect();
        let expected = [
            ("unittests src/lib.rs (jalon_domain)", 12, 0),
            ("tests/window.rs", 1, 2),
            ("doc-tests jalon_domain", 3, 0),
        ];
        assert_eq!(seen, expected);
    }

    #[test]
    fn a_test_that_was_left_out_or_never_ran_fails_the_run() {
        let window = BTreeSet::from(["tests/window.rs".to_owned()]);
        let mut ran = read(OUTPUT);
        assert!(judge(&ran, &window).unwrap_err().contains("2 tests failed or were left out"));
        ran[1].others = 0;
        assert_eq!(judge(&ran, &window), Ok(()));
        ran.remove(1);
        assert_eq!(judge(&ran, &window), Err("tests/window.rs did not run".into()));
    }
}
