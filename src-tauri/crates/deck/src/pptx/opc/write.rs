//! Writing a package: the same parts give the same bytes, whatever the clock and the
//! machine say.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::Package;

/// How every XML part begins.
pub const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

impl Package {
    /// The package's bytes: the content types first, as readers expect, then the parts by name.
    pub fn to_bytes(&self) -> Vec<u8> {
        let types = self.types.to_xml(self.names());
        let first = [("[Content_Types].xml", types.as_bytes())];
        zip_of(first.into_iter().chain(self.parts.iter().map(|(name, bytes)| (name.as_str(), &**bytes))))
    }
}

/// A ZIP of named contents, in the order given.
///
/// # Panics
/// Never: writing to memory cannot fail, and the names were checked on reading.
pub fn zip_of<'a>(entries: impl IntoIterator<Item = (&'a str, &'a [u8])>) -> Vec<u8> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(6))
        .unix_permissions(0o644)
        .last_modified_time(DateTime::default());
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in entries {
        zip.start_file(name, options).expect("an entry starts in memory");
        zip.write_all(bytes).expect("an entry is written to memory");
    }
    zip.finish().expect("a ZIP ends in memory").into_inner()
}
