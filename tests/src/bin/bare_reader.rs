//! A bare SQLite reader for the benches: `bare_reader FILE` reads every row of a store,
//! says how many there were, and stays until its standard input ends.

use std::error::Error;
use std::io::{Read as _, Write as _};
use std::path::Path;

use jalon_tests::rows::{all_rows, open};

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args_os().nth(1).ok_or("usage: bare_reader FILE")?;
    let sql = open(Path::new(&path))?;
    writeln!(std::io::stdout(), "{}", all_rows(&sql)?)?;
    std::io::stdin().read_to_end(&mut Vec::new())?;
    Ok(())
}
