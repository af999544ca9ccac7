//! What `cargo start` leaves where nobody can see a window: a picture of the real one, showing
//! the sample plan's board, and the two decks.

use crate::display::Display;
use crate::process::{self, Running};
use crate::{Result, place::Place};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

const LIMIT: Duration = Duration::from_secs(120);
/// How long the window may take until its picture stands still.
const DRAWN: Duration = Duration::from_secs(60);
/// The picture is looked at in tiles, without the window's frame: an empty page, or one that
/// only says that it waits, leaves most tiles in one colour; a board fills half of them with text.
const TILES: &str = "6x4@";
const FULL_TILES: usize = 12;
/// Antialiased text has more colours than this; lines and grounds have fewer.
const COLOURS: u32 = 8;

/// The day of a demonstration: the sample's cycle is under way, eleven days before its meeting.
/// On the system's own day everything in it would be years overdue.
const TODAY: &str = "2019-09-14";

/// Makes the sample's decks and a picture of its board in `target/demo`. The programs must
/// have been built.
pub fn record(place: &Place) -> Result {
    let folder = place.output("demo")?;
    let store = folder.join("plan.db");
    sample(place, &store, &folder)?;
    println!("decks of the sample plan, in English and in French:");
    for deck in files(&folder, "pptx")? {
        println!("  {}", place.shown(&deck));
    }

    let display = Display::managed(place)?;
    let picture = folder.join("board.png");
    let mut app = Command::new(place.program("debug", "jalon-app"));
    app.arg("--store").arg(&store).env("JALON_NOW", TODAY);
    display.lend(&mut app);
    // Its settings too stay here: the demo leaves a person's own alone.
    for (variable, name) in
        [("XDG_DATA_HOME", "home/data"), ("XDG_CONFIG_HOME", "home/config"), ("XDG_CACHE_HOME", "home/cache")]
    {
        app.env(variable, place.output("demo")?.join(name));
    }
    let log = folder.join("app.log");
    let file = std::fs::File::create(&log).map_err(|e| format!("{}: {e}", log.display()))?;
    app.stdin(Stdio::null()).stdout(Stdio::null()).stderr(file);
    let mut app = Running::start(&mut app)?;
    drawn(&display, &mut app, &picture)
        .map_err(|e| format!("{e}; what the app said is in {}", place.shown(&log)))?;
    println!("the board, as the window shows it on {TODAY}:\n  {}", place.shown(&picture));
    Ok(())
}

/// Makes a fresh store with the sample plan, and both decks of it in `folder`.
pub fn sample(place: &Place, store: &Path, folder: &Path) -> Result {
    let database = store.to_string_lossy();
    for suffix in ["", "-wal", "-shm"] {
        let file = format!("{database}{suffix}");
        if Path::new(&file).exists() {
            std::fs::remove_file(&file).map_err(|e| format!("{file}: {e}"))?;
        }
    }
    for deck in files(folder, "pptx")? {
        std::fs::remove_file(&deck).map_err(|e| format!("{}: {e}", deck.display()))?;
    }
    let jalon = |arguments: &[&str], last: Option<&Path>| {
        let mut command = Command::new(place.program("debug", "jalon"));
        command.arg("--store").arg(store).args(arguments).args(last).env("JALON_NOW", TODAY);
        process::run(&mut command, LIMIT)
    };
    jalon(&["init", "--sample"], None)?;
    jalon(&["deck", "--lang", "both", "--out"], Some(folder))?;
    match files(folder, "pptx")?.len() {
        2 => Ok(()),
        n => Err(format!("`jalon deck --lang both` left {n} PowerPoint files instead of 2")),
    }
}

/// The files of a folder whose names end in `.END`, by name.
pub fn files(folder: &Path, end: &str) -> Result<Vec<PathBuf>> {
    let entries = std::fs::read_dir(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    let paths = entries.flatten().map(|entry| entry.path());
    let mut files: Vec<_> = paths.filter(|path| path.extension().is_some_and(|e| e == end)).collect();
    files.sort();
    Ok(files)
}

/// Takes pictures until one shows a drawn window and the next shows the same.
fn drawn(display: &Display, app: &mut Running, picture: &Path) -> Result {
    let end = Instant::now() + DRAWN;
    let mut last = None;
    while Instant::now() < end {
        if let Some(status) = app.ended()? {
            return Err(format!("the app ended with {status} before its window was drawn"));
        }
        let mut import = Command::new("import");
        import.args(["-silent", "-window", "root"]).arg(picture);
        display.lend(&mut import);
        process::capture(&mut import, LIMIT)?;
        let mut convert = Command::new("convert");
        convert.arg(picture).args(["-shave", "100x80", "-crop", TILES, "+repage"]);
        convert.args(["-format", "%k %#\n", "info:"]);
        let seen = process::capture(&mut convert, LIMIT)?;
        if full_tiles(&seen) >= FULL_TILES && last.as_ref() == Some(&seen) {
            // What is left around the window is the bare screen.
            let mut trim = Command::new("mogrify");
            trim.args(["-trim", "+repage"]).arg(picture);
            return process::capture(&mut trim, LIMIT).map(drop);
        }
        last = Some(seen);
        thread::sleep(Duration::from_secs(1));
    }
    Err(format!("the window was not drawn, or never stood still, within {} s", DRAWN.as_secs()))
}

/// How many tiles show text, of those told as `COLOURS SIGNATURE`, one a line.
fn full_tiles(seen: &str) -> usize {
    let colours = |line: &str| line.split(' ').next()?.parse::<u32>().ok();
    seen.lines().filter_map(colours).filter(|n| *n > COLOURS).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_tiles_with_many_colours_count_as_text() {
        assert_eq!(full_tiles("812 9f86d0\n1 ab\n8 cd\n9 ef\n"), 2);
        assert_eq!(full_tiles(""), 0);
    }
}
