//! Whatever the shell refuses, it refuses in words that are there.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use jalon_words::Key;

/// The keys that the shell's sources name, as `"failure-…"` stands in them.
fn named(folder: &Path) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        if entry.path().is_dir() {
            found.extend(named(&entry.path()));
        } else {
            let text = fs::read_to_string(entry.path()).unwrap();
            let quoted = text.split('"').skip(1).step_by(2);
            found.extend(quoted.filter(|it| it.starts_with("failure-")).map(str::to_owned));
        }
    }
    found
}

#[test]
fn every_failure_of_the_shell_has_words_and_every_word_has_its_failure() {
    let named = named(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"));
    assert!(named.len() > 5, "the sources were not read");
    for code in &named {
        assert!(Key::named(code).is_some(), "{code} has no words");
    }
    for key in Key::all().filter(|key| key.name().starts_with("failure-shell-")) {
        assert!(named.contains(key.name()), "{key:?} is never told");
    }
}
