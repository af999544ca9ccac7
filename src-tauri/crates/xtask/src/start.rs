//! `cargo start`: from a fresh checkout to the open window.

use crate::{Result, demo, display, place::Place, process, system, toolchain, ui};
use std::process::Command;
use std::time::Duration;

/// An hour: a first build on an old machine takes long, but not for ever.
const BUILD: Duration = Duration::from_secs(3600);

/// Sets up, builds and opens the app with `arguments`; without a display, [`demo`] instead.
pub fn start(arguments: &[String]) -> Result {
    if !display::is_there() {
        println!("There is no display here: Jalon will run on a virtual one.");
        return demo();
    }
    let place = Place::find()?;
    build(&place, &[&system::BUILD])?;
    let app = place.program("debug", "jalon-app");
    println!("\nopening {}", app.display());
    let mut command = Command::new(app);
    // `cargo start -- --store FILE` reads as habit has it.
    let arguments = arguments.strip_prefix(&["--".to_owned()]).unwrap_or(arguments);
    let status = command.args(arguments).status();
    match status.map_err(|e| format!("cannot start jalon-app: {e}"))? {
        status if status.success() => Ok(()),
        status => Err(format!("jalon-app ended with {status}")),
    }
}

/// Sets up, builds, and leaves pictures and decks in `target/demo`.
pub fn demo() -> Result {
    let place = Place::find()?;
    build(&place, &[&system::BUILD, &system::DISPLAY])?;
    demo::record(&place)
}

fn build(place: &Place, needs: &[&system::Need]) -> Result {
    let node = toolchain::ensure()?;
    system::ensure(needs)?;
    ui::install(place)?;
    ui::build(place, node)?;
    let mut build = place.cargo(&["build", "--locked", "--workspace", "--bins"]);
    process::run(&mut build, BUILD)
}
