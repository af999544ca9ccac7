//! Places in a file, as they are shown: `priorities[2].leads[0]`.

/// One step down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Step {
    /// Into a field.
    Key(String),
    /// Into an element of a list, from 0.
    Index(usize),
}

/// The longest key that is shown; a place must fit a line.
const MAX_KEY: usize = 60;

/// A place in words. A long or strange key is shortened and shown escaped.
pub(super) fn written(path: &[Step]) -> String {
    let mut place = String::new();
    for step in path {
        match step {
            Step::Index(n) => place.push_str(&format!("[{n}]")),
            Step::Key(key) => {
                if !place.is_empty() {
                    place.push('.');
                }
                let mut rest = key.chars();
                place.extend(rest.by_ref().take(MAX_KEY).flat_map(|c| {
                    // Escaped, so that no key can disguise what the message says.
                    if c.is_control() || !(c.is_alphanumeric() || c.is_ascii()) {
                        c.escape_unicode().collect::<Vec<char>>()
                    } else {
                        vec![c]
                    }
                }));
                if rest.next().is_some() {
                    place.push('…');
                }
            }
        }
    }
    place
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_written_as_one_would_write_it_and_cannot_disguise_itself() {
        let key = |text: &str| Step::Key(text.to_owned());
        let check = |path: &[Step], expected: &str| assert_eq!(written(path), expected);
        check(&[key("priorities"), Step::Index(2), key("leads"), Step::Index(0)], "priorities[2].leads[0]");
        check(&[key("a\u{202e}b\n")], "a\\u{202e}b\\u{a}");
        check(&[key(&"é".repeat(61))], &format!("{}…", "é".repeat(60)));
        check(&[], "");
    }
}
