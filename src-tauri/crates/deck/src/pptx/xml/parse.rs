//! Reading a part into its tree.

use std::borrow::Cow;
use std::ops::Range;

use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};
use quick_xml::name::{Namespace, ResolveResult};
use quick_xml::reader::NsReader;

use super::{A, Attribute, CONTENT_TYPES, Element, Ns, P, R, RELATIONSHIPS};

/// Deeper nesting than any real part has.
const MAX_DEPTH: usize = 256;

/// Why a part was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum XmlFault {
    /// It declares a document type.
    DocType,
    /// It is not well-formed, or nests too deeply.
    Malformed,
}

/// A part's bytes as text: UTF-8, or UTF-16 with its mark.
pub fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, XmlFault> {
    let utf16 = |unit: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = bytes[2..].chunks_exact(2).map(|pair| unit([pair[0], pair[1]])).collect();
        String::from_utf16(&units).map(Cow::Owned).map_err(|_| XmlFault::Malformed)
    };
    match bytes {
        [0xFF, 0xFE, ..] => utf16(u16::from_le_bytes),
        [0xFE, 0xFF, ..] => utf16(u16::from_be_bytes),
        [0xEF, 0xBB, 0xBF, rest @ ..] => {
            std::str::from_utf8(rest).map(Cow::Borrowed).map_err(|_| XmlFault::Malformed)
        }
        _ => std::str::from_utf8(bytes).map(Cow::Borrowed).map_err(|_| XmlFault::Malformed),
    }
}

/// Parses a whole part.
pub fn parse(source: &str) -> Result<Element, XmlFault> {
    let mut reader = NsReader::from_str(source);
    reader.config_mut().check_end_names = true;
    let mut open: Vec<Element> = Vec::new();
    let mut root = None;
    loop {
        let before = position(&reader);
        let (ns, event) = match reader.read_resolved_event() {
            Ok((resolved, event)) => (namespace(resolved)?, event),
            Err(_) => return Err(XmlFault::Malformed),
        };
        let after = position(&reader);
        let done = match event {
            Event::DocType(_) => return Err(XmlFault::DocType),
            Event::Start(tag) => {
                if open.len() >= MAX_DEPTH || root.is_some() {
                    return Err(XmlFault::Malformed);
                }
                open.push(element(&reader, ns, &tag, before..after)?);
                None
            }
            Event::Empty(tag) => Some(element(&reader, ns, &tag, before..after)?),
            Event::End(_) => {
                let mut element = open.pop().ok_or(XmlFault::Malformed)?;
                element.span.end = after;
                Some(element)
            }
            Event::Text(text) => {
                append(&mut open, &text.xml_content(XmlVersion::Implicit1_0))?;
                None
            }
            Event::CData(text) => {
                append(&mut open, &text.xml_content(XmlVersion::Implicit1_0))?;
                None
            }
            Event::GeneralRef(reference) => {
                append(&mut open, &entity(&reference)?)?;
                None
            }
            Event::Eof => break,
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) => None,
        };
        if let Some(done) = done {
            match open.last_mut() {
                Some(parent) => parent.children.push(done),
                None if root.is_none() => root = Some(done),
                None => return Err(XmlFault::Malformed),
            }
        }
    }
    if !open.is_empty() {
        return Err(XmlFault::Malformed);
    }
    root.ok_or(XmlFault::Malformed)
}

fn position(reader: &NsReader<&[u8]>) -> usize {
    usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX)
}

fn namespace(resolved: ResolveResult<'_>) -> Result<Ns, XmlFault> {
    Ok(match resolved {
        ResolveResult::Unbound => Ns::None,
        ResolveResult::Bound(Namespace(P)) => Ns::P,
        ResolveResult::Bound(Namespace(A)) => Ns::A,
        ResolveResult::Bound(Namespace(R)) => Ns::R,
        ResolveResult::Bound(Namespace(RELATIONSHIPS)) => Ns::Relationships,
        ResolveResult::Bound(Namespace(CONTENT_TYPES)) => Ns::ContentTypes,
        ResolveResult::Bound(Namespace("http://purl.org/dc/elements/1.1/")) => Ns::Dc,
        ResolveResult::Bound(_) => Ns::Other,
        ResolveResult::Unknown(_) => return Err(XmlFault::Malformed),
    })
}

fn element(
    reader: &NsReader<&[u8]>,
    ns: Ns,
    tag: &BytesStart<'_>,
    span: Range<usize>,
) -> Result<Element, XmlFault> {
    let mut attributes = Vec::new();
    for attribute in tag.attributes() {
        let attribute = attribute.map_err(|_| XmlFault::Malformed)?;
        if attribute.key.as_namespace_binding().is_some() {
            continue;
        }
        let (resolved, local) = reader.resolver().resolve_attribute(attribute.key);
        let value = attribute.normalized_value(XmlVersion::Implicit1_0).map_err(|_| XmlFault::Malformed)?;
        attributes.push(Attribute {
            ns: namespace(resolved)?,
            name: local.into_inner().to_owned(),
            value: value.into_owned(),
        });
    }
    Ok(Element {
        ns,
        name: tag.local_name().into_inner().to_owned(),
        attributes,
        children: Vec::new(),
        text: String::new(),
        start_tag: span.clone(),
        span,
    })
}

fn append(open: &mut [Element], text: &str) -> Result<(), XmlFault> {
    match open.last_mut() {
        Some(element) => element.text.push_str(text),
        None if text.trim().is_empty() => {}
        None => return Err(XmlFault::Malformed),
    }
    Ok(())
}

fn entity(reference: &quick_xml::events::BytesRef<'_>) -> Result<String, XmlFault> {
    if let Some(char) = reference.resolve_char_ref().map_err(|_| XmlFault::Malformed)? {
        return Ok(char.to_string());
    }
    quick_xml::escape::resolve_predefined_entity(reference).map(str::to_owned).ok_or(XmlFault::Malformed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prefixes_are_the_files_own_and_spans_point_into_the_source() {
        let source = format!(r#"<q:sld xmlns:q="{P}"><q:a b="1 &amp; 2">x&#x41;&lt;</q:a></q:sld>"#);
        let root = parse(&source).expect("well-formed");
        let child = root.child(Ns::P, "a").expect("the child");
        assert_eq!(child.attr("b"), Some("1 & 2"));
        assert_eq!(child.text, "xA<");
        assert_eq!(&source[child.span.clone()], r#"<q:a b="1 &amp; 2">x&#x41;&lt;</q:a>"#);
        assert_eq!(&source[root.span.clone()], source);
    }

    #[test]
    fn hostile_or_broken_xml_is_refused() {
        let deep = format!("{}{}", "<a>".repeat(300), "</a>".repeat(300));
        for (source, fault) in [
            ("<!DOCTYPE a><a/>", XmlFault::DocType),
            (deep.as_str(), XmlFault::Malformed),
            ("<a><b></a>", XmlFault::Malformed),
            ("<a>", XmlFault::Malformed),
            ("<a/><b/>", XmlFault::Malformed),
            ("<a>&nope;</a>", XmlFault::Malformed),
            ("<x:a/>", XmlFault::Malformed),
            ("", XmlFault::Malformed),
        ] {
            assert_eq!(parse(source).err(), Some(fault), "{source:.40}");
        }
    }

    #[test]
    fn both_encodings_of_the_format_are_read() {
        let utf16: Vec<u8> = "\u{FEFF}<a>é</a>".encode_utf16().flat_map(|unit| unit.to_le_bytes()).collect();
        assert_eq!(decode(&utf16).expect("UTF-16"), "<a>é</a>");
        assert_eq!(decode("\u{FEFF}<a/>".as_bytes()).expect("UTF-8"), "<a/>");
        assert!(decode(&[b'<', 0xC3, b'>']).is_err());
    }
}
