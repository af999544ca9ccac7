//! Where only the pages are damaged that say which tables there are: the others are found
//! by what a new file of this version says, whose tables begin on the same pages, or what
//! that says once it was written anew, as a backup is and a file in which something was
//! redacted. In a file that came from an older version they begin elsewhere; then nothing
//! verifies, and nothing is taken.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use chrono::DateTime;
use rusqlite::Row;

use crate::open::{connect, create};
use crate::{OpenError, Trouble};

/// The header at the beginning of the first page: where the number of pages stands, and
/// the list of free ones.
const PAGES: std::ops::Range<usize> = 28..32;
const FREE: std::ops::Range<usize> = 32..40;

/// Makes another copy beside a copy, with these pages of a new file, or of one that was
/// written `anew`.
pub(super) fn replaced(copy: &Path, anew: bool) -> Result<PathBuf, OpenError> {
    let failed = |error: std::io::Error| OpenError::from(Trouble::Io(error.to_string()));
    let new = copy.with_file_name(format!("new-{anew}.jalon"));
    File::create(&new).map_err(failed)?;
    create::fill(&new, DateTime::UNIX_EPOCH)?;
    if anew {
        let sql = connect::read_write(&new)?;
        sql.execute_batch("VACUUM")?;
        sql.close().map_err(|(_, error)| error)?;
    }
    let (size, pages) = pages(&new)?;
    let mut model = fs::read(&new).map_err(failed)?;
    let mut bytes = fs::read(copy).map_err(failed)?;
    let count = u32::try_from(bytes.len() / size).unwrap_or(u32::MAX);
    model[PAGES].copy_from_slice(&count.to_be_bytes());
    model[FREE].fill(0);
    for page in pages {
        let at = (page - 1) * size..page * size;
        if let (Some(to), Some(from)) = (bytes.get_mut(at.clone()), model.get(at)) {
            to.copy_from_slice(from);
        }
    }
    let other = copy.with_file_name(format!("copy-{anew}.jalon"));
    fs::write(&other, bytes).map_err(failed)?;
    if connect::log(copy).exists() {
        fs::copy(connect::log(copy), connect::log(&other)).map_err(failed)?;
    }
    Ok(other)
}

/// The size of a page, and the numbers of those that say which tables there are.
fn pages(new: &Path) -> Result<(usize, Vec<usize>), OpenError> {
    let sql = connect::unchanging(new)?;
    let number = |row: &Row<'_>| row.get::<_, i64>(0).map(|number| usize::try_from(number).unwrap_or(1));
    let size = sql.query_row("PRAGMA page_size", [], number)?;
    let mut query = sql.prepare("SELECT pageno FROM dbstat WHERE name = 'sqlite_schema'")?;
    let pages = query.query_map([], number)?.collect::<Result<Vec<usize>, _>>()?;
    Ok((size, pages))
}
