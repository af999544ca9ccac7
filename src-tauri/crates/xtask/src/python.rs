//! The Python environment of the deck checkers, exactly as `requirements.txt` pins it.

use crate::{Result, place::Place, process, stamp::Stamp, version::Version};
use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;

const OLDEST: Version = Version(3, 10, 0);
const LIMIT: Duration = Duration::from_secs(15 * 60);

/// Makes the environment in `target/xtask/venv` unless it is there already, and returns it.
pub fn ensure(place: &Place) -> Result<Venv> {
    let venv = Venv(place.output("xtask")?.join("venv"));
    let requirements = place.root.join("src-tauri/crates/xtask/requirements.txt");
    let python = base();
    let mut command = Command::new(&python);
    command.arg("--version");
    let version = process::capture(&mut command, LIMIT)
        .map_err(|e| format!("Python was not found ({e}): {OLDEST} or later is needed"))?;
    match Version::find(&version) {
        Some(found) if found >= OLDEST => {}
        _ => return Err(format!("{} is too old: {OLDEST} is needed", version.trim())),
    }

    let inputs = [requirements.clone()];
    // Environments hold absolute paths: one that came along with a moved checkout is no good.
    let also = format!("{python} {version} {}", venv.0.display());
    let stamp = Stamp::of(place, "venv", &inputs, &also)?;
    if stamp.holds() && venv.works() {
        println!("the Python environment is up to date");
        return Ok(venv);
    }
    let mut command = Command::new(&python);
    command.args(["-m", "venv", "--clear"]).arg(&venv.0);
    process::run(&mut command, LIMIT)?;
    let mut command = Command::new(venv.python());
    command.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check"]);
    command.args(["--require-hashes", "--only-binary=:all:", "-r"]);
    command.arg(&requirements);
    process::run(&mut command, LIMIT)?;
    if !venv.works() {
        return Err("python-pptx or openxml-audit does not load after its installation".into());
    }
    stamp.set()?;
    Ok(venv)
}

/// A Python environment with the checkers in it.
pub struct Venv(PathBuf);

impl Venv {
    /// Its interpreter.
    pub fn python(&self) -> PathBuf {
        self.program("python")
    }

    /// A program that one of its packages brought.
    pub fn program(&self, name: &str) -> PathBuf {
        let folder = self.0.join(if cfg!(windows) { "Scripts" } else { "bin" });
        folder.join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
    }

    fn works(&self) -> bool {
        let mut command = Command::new(self.python());
        command.args(["-c", "import pptx, openxml_audit"]);
        process::capture(&mut command, LIMIT).is_ok()
    }
}

/// The interpreter that `python3-venv` belongs to, on systems that split it off; a version
/// manager's may come first on the path and change with the folder.
fn base() -> String {
    let system = "/usr/bin/python3";
    let name = if cfg!(windows) { "python" } else { "python3" };
    if std::path::Path::new(system).is_file() { system } else { name }.to_owned()
}
