//! Our own template, as the parts under `template/`, embedded. It goes through the
//! same filler as a foreign one.

macro_rules! parts {
    ($($name:literal),+ $(,)?) => {
        /// Names and contents.
        pub const PARTS: &[(&str, &[u8])] =
            &[$(($name, include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/template/", $name)))),+];
    };
}

parts![
    "[Content_Types].xml",
    "_rels/.rels",
    "ppt/_rels/presentation.xml.rels",
    "ppt/notesMasters/_rels/notesMaster1.xml.rels",
    "ppt/notesMasters/notesMaster1.xml",
    "ppt/presProps.xml",
    "ppt/presentation.xml",
    "ppt/slideLayouts/_rels/slideLayout1.xml.rels",
    "ppt/slideLayouts/_rels/slideLayout2.xml.rels",
    "ppt/slideLayouts/_rels/slideLayout3.xml.rels",
    "ppt/slideLayouts/_rels/slideLayout4.xml.rels",
    "ppt/slideLayouts/slideLayout1.xml",
    "ppt/slideLayouts/slideLayout2.xml",
    "ppt/slideLayouts/slideLayout3.xml",
    "ppt/slideLayouts/slideLayout4.xml",
    "ppt/slideMasters/_rels/slideMaster1.xml.rels",
    "ppt/slideMasters/slideMaster1.xml",
    "ppt/tableStyles.xml",
    "ppt/theme/theme1.xml",
    "ppt/theme/theme2.xml",
    "ppt/viewProps.xml",
];

/// One part's content.
pub fn part(name: &str) -> &'static [u8] {
    PARTS.iter().find(|(there, _)| *there == name).map_or(&[], |(_, bytes)| bytes)
}

#[cfg(test)]
mod tests {
    use std::path::{Path, PathBuf};

    #[test]
    fn every_file_of_the_template_is_embedded() {
        let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("template");
        let mut found = Vec::new();
        files(&root, &mut found);
        let mut found: Vec<String> = found
            .iter()
            .map(|path| path.strip_prefix(&root).expect("inside").to_string_lossy().replace('\\', "/"))
            .collect();
        found.sort();
        let mut listed: Vec<&str> = super::PARTS.iter().map(|(name, _)| *name).collect();
        listed.sort_unstable();
        assert_eq!(found, listed);
    }

    fn files(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in std::fs::read_dir(folder).expect("the template's folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() { files(&path, found) } else { found.push(path) }
        }
    }
}
