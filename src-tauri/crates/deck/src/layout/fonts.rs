//! The bundled faces, parsed once. No font of the machine is ever asked: the same
//! deck must break its lines in the same places everywhere.

use std::borrow::Cow;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use parley::fontique::{Blob, Collection, CollectionOptions, SourceCache};
use parley::{FontContext, FontFamily, FontFamilyName};

const FACES: [&[u8]; 9] = [
    include_bytes!("../../fonts/Carlito-Regular.ttf"),
    include_bytes!("../../fonts/Carlito-Bold.ttf"),
    include_bytes!("../../fonts/LiberationSans-Regular.ttf"),
    include_bytes!("../../fonts/LiberationSans-Bold.ttf"),
    include_bytes!("../../fonts/NotoSans-Regular.ttf"),
    include_bytes!("../../fonts/NotoSans-Bold.ttf"),
    include_bytes!("../../fonts/NotoSansCanadianAboriginal-Regular.ttf"),
    include_bytes!("../../fonts/NotoSansCanadianAboriginal-Bold.ttf"),
    include_bytes!("../../fonts/NotoSansSymbols2-Regular.ttf"),
];

/// What is tried, in order, for a character that the first family lacks; names as the
/// files give them.
const FALLBACK: [&str; 4] = ["Carlito", "Noto Sans", "Noto Sans Canadian Aboriginal", "Noto Sans Symbols2"];

/// A context of one's own over the fonts that are parsed once for the whole process.
pub(super) fn context() -> FontContext {
    static PARSED: OnceLock<Mutex<FontContext>> = OnceLock::new();
    let parsed = PARSED.get_or_init(|| {
        let options = CollectionOptions { system_fonts: false, ..CollectionOptions::default() };
        let mut collection = Collection::new(options);
        for face in FACES {
            collection.register_fonts(Blob::new(Arc::new(face)), None);
        }
        Mutex::new(FontContext { collection, source_cache: SourceCache::default() })
    });
    parsed.lock().unwrap_or_else(PoisonError::into_inner).clone()
}

/// The bundled family with the widths of a template's typeface; `None` when there is none.
pub(super) fn metric_match(typeface: &str) -> Option<&'static str> {
    match typeface {
        "Calibri" | "Carlito" => Some("Carlito"),
        "Arial" | "Helvetica" | "Liberation Sans" => Some("Liberation Sans"),
        "Noto Sans" => Some("Noto Sans"),
        _ => None,
    }
}

/// The families to measure a typeface with. Noto Sans, which is wider than most,
/// stands in for a typeface that has no match: lines then end early rather than late.
pub(super) fn families(typeface: &str) -> FontFamily<'static> {
    let first = metric_match(typeface).unwrap_or("Noto Sans");
    let names: Vec<FontFamilyName<'static>> =
        std::iter::once(first).chain(FALLBACK).map(FontFamilyName::named).collect();
    FontFamily::List(Cow::Owned(names))
}
