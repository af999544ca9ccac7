//! Addresses: percent-encoded where a program reads them, readable where a person does.

use url::Url;

/// What a relationship's target may hold: a valid URI, so that also the characters go
/// encoded that browsers accept and PowerPoint repairs. `None` for schemes that a deck
/// must not open.
pub fn target(url: &Url) -> Option<String> {
    if !matches!(url.scheme(), "https" | "http" | "mailto") {
        return None;
    }
    let address = url.as_str();
    let authority_end = address.find("://").map_or(0, |start| {
        let after = start + 3;
        address[after..].find(['/', '?', '#']).map_or(address.len(), |end| after + end)
    });
    let (authority, rest) = address.split_at(authority_end);
    let mut encoded = authority.to_owned();
    for char in rest.chars() {
        match char {
            '[' | ']' | '|' | '^' | '`' | '{' | '}' | '"' | '<' | '>' | '\\' | ' ' => {
                encoded.push_str(&format!("%{:02X}", u32::from(char)));
            }
            other => encoded.push(other),
        }
    }
    Some(encoded)
}

/// The address with its letters decoded, as a tooltip. What would read as another address
/// (an encoded slash, a control or invisible character, broken UTF-8) stays encoded.
pub fn readable(url: &Url) -> String {
    let address = url.as_str().strip_prefix("mailto:").unwrap_or(url.as_str());
    let mut bytes = address.bytes();
    let mut text = String::new();
    let mut pending = Vec::new();
    while let Some(byte) = bytes.next() {
        let decoded = (byte == b'%')
            .then(|| Some((hex(bytes.clone().next()?)? << 4) | hex(bytes.clone().nth(1)?)?))
            .flatten();
        match decoded {
            Some(decoded) => {
                bytes.nth(1);
                pending.push(decoded);
            }
            None => {
                flush(&mut text, &mut pending);
                text.push(char::from(byte));
            }
        }
    }
    flush(&mut text, &mut pending);
    text
}

fn hex(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).and_then(|value| u8::try_from(value).ok())
}

fn flush(text: &mut String, pending: &mut Vec<u8>) {
    match std::str::from_utf8(pending) {
        Ok(decoded) if decoded.chars().all(|c| !c.is_ascii() && (c.is_alphanumeric() || c == '’')) => {
            text.push_str(decoded);
        }
        _ => pending.iter().for_each(|byte| text.push_str(&format!("%{byte:02X}"))),
    }
    pending.clear();
}

#[cfg(test)]
mod tests {
    use super::*;

    fn url(address: &str) -> Url {
        Url::parse(address).expect("an address")
    }

    #[test]
    fn addresses_go_encoded_and_are_shown_readable() {
        let charter = url("https://example.org/plan-d’action/données?q=a b|c[1]");
        assert_eq!(
            target(&charter).as_deref(),
            Some("https://example.org/plan-d%E2%80%99action/donn%C3%A9es?q=a%20b%7Cc%5B1%5D")
        );
        assert_eq!(readable(&charter), "https://example.org/plan-d’action/données?q=a%20b|c[1]");
        assert_eq!(readable(&url("mailto:secretariat@example.org")), "secretariat@example.org");
        assert_eq!(target(&url("https://[::1]/a")).as_deref(), Some("https://[::1]/a"));
    }

    #[test]
    fn what_could_mislead_stays_encoded() {
        for address in
            ["https://example.org/a%2Fb", "https://example.org/%E2%80%AEfdp", "https://example.org/%FF%"]
        {
            assert_eq!(readable(&url(address)), address);
        }
    }

    #[test]
    fn other_schemes_are_no_links() {
        for address in ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x"] {
            assert_eq!(target(&url(address)), None);
        }
    }
}
