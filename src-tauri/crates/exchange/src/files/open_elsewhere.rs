//! Whether an office program has a file open. On Windows the system says so when
//! the file is replaced; elsewhere it does not, and replacing it would lose what is
//! typed there. But these programs leave an owner file beside it.

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

/// The owner file of an office program beside the file `name`, when there is one.
pub(super) fn owner_file(folder: &Path, name: &OsStr) -> Option<PathBuf> {
    let around = |before: &str, name: &OsStr, after: &str| {
        let mut owner = OsString::from(before);
        owner.push(name);
        owner.push(after);
        folder.join(owner)
    };
    // LibreOffice, then PowerPoint, which gives long names their first two letters away.
    let mut owners = vec![around(".~lock.", name, "#"), around("~$", name, "")];
    if let Some((end, _)) = name.to_str().and_then(|text| text.char_indices().nth(2)) {
        owners.extend(name.to_str().map(|text| around("~$", OsStr::new(&text[end..]), "")));
    }
    owners.into_iter().find(|owner| owner.exists())
}
