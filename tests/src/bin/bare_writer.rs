//! A bare SQLite writer for the proofs under faults: `bare_writer FILE SYNCHRONOUS`
//! commits numbered rows and says so after each, as `jalon apply` does.

use std::error::Error;
use std::io::Write as _;

/// Rows that it commits.
const ROWS: usize = 200;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args_os().skip(1);
    let (Some(path), Some(synchronous)) = (arguments.next(), arguments.next()) else {
        return Err("usage: bare_writer FILE SYNCHRONOUS".into());
    };
    let file = rusqlite::Connection::open(path)?;
    file.pragma_update(None, "journal_mode", "WAL")?;
    file.pragma_update(None, "synchronous", synchronous.to_str())?;
    let mut answers = std::io::stdout().lock();
    for n in 0..ROWS {
        file.execute("INSERT INTO row (value) VALUES (?1)", [format!("{n} {}", "row ".repeat(n))])?;
        writeln!(answers, "{n}")?;
    }
    Ok(())
}
