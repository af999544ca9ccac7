//! Lone surrogates: `\ud83d` without its other half is JSON by the letter and no
//! text. The parser refuses it as any other slip; this tells the two apart.

/// The first lone surrogate escape inside a string: its line and column, from 1.
/// The text need not be whole JSON.
pub(super) fn lone(text: &str) -> Option<(usize, usize)> {
    let (mut line, mut column, mut in_string) = (1, 0, false);
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let mut step = 1;
        column += 1;
        match byte {
            b'\n' => (line, column) = (line + 1, 0),
            b'"' => in_string = !in_string,
            b'\\' if in_string => match unit(bytes, at) {
                Some(0xD800..=0xDBFF) if !matches!(unit(bytes, at + 6), Some(0xDC00..=0xDFFF)) => {
                    return Some((line, column));
                }
                Some(0xD800..=0xDBFF) => step = 12,
                Some(0xDC00..=0xDFFF) => return Some((line, column)),
                _ => step = 2,
            },
            _ => {}
        }
        column += step - 1;
        at += step;
    }
    None
}

/// The UTF-16 unit that the escape at a place stands for.
fn unit(bytes: &[u8], at: usize) -> Option<u32> {
    let digits = bytes.get(at..at + 6)?.strip_prefix(b"\\u")?;
    u32::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_are_found_and_pairs_and_escaped_backslashes_are_not() {
        assert_eq!(lone(r#"{"a": "\ud83d"}"#), Some((1, 8)));
        assert_eq!(lone("{\n\"a\": \"x\\udc00\"}"), Some((2, 8)));
        assert_eq!(lone(r#"["\ud83d\ude00", "\ud83d\ud83d\ude00"]"#), Some((1, 19)));
        assert_eq!(lone(r#"["\ud83d\ude00", "\\ud83d", "é\u00e9"]"#), None);
    }
}
