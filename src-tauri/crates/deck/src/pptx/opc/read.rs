//! Reading a package from bytes. Templates are foreign files: the number of parts,
//! their sizes and how far they unfold are capped, and odd names are refused.

use std::collections::BTreeSet;
use std::io::{Cursor, Read};
use std::sync::Arc;

use zip::ZipArchive;

use super::Package;
use crate::pptx::error::TemplateError;

/// Real templates have a few hundred parts.
const MAX_PARTS: usize = 8_000;
/// One part, unpacked: pictures and embedded fonts stay well below.
const MAX_PART: u64 = 64 << 20;
/// All parts together, unpacked.
const MAX_TOTAL: u64 = 256 << 20;
/// A part larger than `RATIO_FROM` may unfold this many times: XML packs to a thirtieth.
const MAX_RATIO: u64 = 250;
const RATIO_FROM: u64 = 4 << 20;

/// How an OLE file begins: an encrypted package, or the format of before 2007.
const OLE: &[u8] = &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

impl Package {
    /// Reads a package.
    pub fn read(bytes: &[u8]) -> Result<Package, TemplateError> {
        if bytes.starts_with(OLE) {
            return Err(TemplateError::Protected);
        }
        let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| TemplateError::Damaged)?;
        if archive.len() > MAX_PARTS {
            return Err(TemplateError::TooLarge);
        }
        let mut package = Package::default();
        let mut seen = BTreeSet::new();
        let mut total = 0;
        for index in 0..archive.len() {
            let mut entry = archive.by_index(index).map_err(|_| TemplateError::Damaged)?;
            if entry.is_dir() {
                continue;
            }
            let name = entry.name().map_err(|_| TemplateError::Damaged)?.trim_start_matches('/').to_owned();
            if !is_part_name(&name) || !seen.insert(name.to_ascii_lowercase()) {
                return Err(TemplateError::Unsafe(name));
            }
            let packed = entry.compressed_size();
            // The declared size is not believed: reading stops at the cap.
            let mut content = Vec::new();
            (&mut entry).take(MAX_PART + 1).read_to_end(&mut content).map_err(|_| TemplateError::Damaged)?;
            let size = content.len() as u64;
            total += size;
            let unfolds = size > RATIO_FROM && size / packed.max(1) > MAX_RATIO;
            if size > MAX_PART || total > MAX_TOTAL || unfolds {
                return Err(TemplateError::TooLarge);
            }
            package.parts.insert(name, Arc::from(content));
        }
        package.take_types()?;
        Ok(package)
    }
}

/// Part names stay within the package and hold no control characters.
fn is_part_name(name: &str) -> bool {
    !name.is_empty()
        && name.len() <= 512
        && !name.contains(['\\', ':'])
        && !name.chars().any(char::is_control)
        && name.split('/').all(|segment| !segment.is_empty() && segment != "." && segment != "..")
}

#[cfg(test)]
mod tests {
    use super::super::write::zip_of;
    use super::*;

    fn fault(entries: &[(&str, &[u8])]) -> TemplateError {
        let zip = zip_of(entries.iter().map(|(name, bytes)| (*name, *bytes)));
        Package::read(&zip).expect_err("must be refused")
    }

    #[test]
    fn what_is_no_package_is_refused_by_name() {
        assert_eq!(Package::read(b"").unwrap_err(), TemplateError::Damaged);
        assert_eq!(Package::read(b"%PDF-1.7").unwrap_err(), TemplateError::Damaged);
        assert_eq!(Package::read(OLE).unwrap_err(), TemplateError::Protected);
        assert_eq!(fault(&[("hello.txt", b"hello")]), TemplateError::Damaged);
    }

    #[test]
    fn names_that_lead_out_or_collide_are_refused() {
        assert_eq!(fault(&[("../x.xml", b"")]), TemplateError::Unsafe("../x.xml".into()));
        assert_eq!(fault(&[("a.xml", b""), ("A.xml", b"")]), TemplateError::Unsafe("A.xml".into()));
    }

    #[test]
    fn a_part_that_unfolds_too_far_is_refused() {
        assert_eq!(fault(&[("bomb.xml", &vec![b' '; 8 << 20])]), TemplateError::TooLarge);
    }

    #[test]
    fn a_document_type_is_refused() {
        let types: &[u8] = b"<!DOCTYPE Types [<!ENTITY a 'a'>]><Types/>";
        assert_eq!(
            fault(&[("[Content_Types].xml", types)]),
            TemplateError::Unsafe("[Content_Types].xml".into())
        );
    }

    #[test]
    fn a_truncated_package_is_refused() {
        let zip = zip_of([("[Content_Types].xml", b"<Types/>".as_slice())]);
        assert_eq!(Package::read(&zip[..zip.len() - 8]).unwrap_err(), TemplateError::Damaged);
    }
}
