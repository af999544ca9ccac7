//! Programs that the tests drive, and the processes that they start. Every process
//! is our own child and ends with its value.

use std::io::{BufRead as _, BufReader, Read as _};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::time::Duration;

use crate::Outcome;

/// A program of ours: where `variable` says, else where `cargo build` puts it.
///
/// # Errors
/// It has not been built.
pub fn program(variable: &str, name: &str) -> Outcome<PathBuf> {
    let path = match std::env::var_os(variable) {
        Some(path) => path.into(),
        None => target().join("debug").join(format!("{name}{}", std::env::consts::EXE_SUFFIX)),
    };
    if path.is_file() { Ok(path) } else { Err(format!("{} is not built", path.display()).into()) }
}

/// The repository.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The folder that Cargo builds into.
pub fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}

/// The most memory, in bytes, that a program has taken by the time it begins to answer.
/// It must be waiting then: for its input, or for somebody to read the rest of what it
/// has to say. Only Linux tells.
///
/// # Errors
/// It cannot be started, says nothing, or has ended already.
pub fn waiting_peak(command: &mut Command) -> Outcome<u64> {
    let mut child = command.spawn()?;
    let mut first = [0];
    let output = child.stdout.as_mut().ok_or("its output is not piped")?;
    let said = output.read_exact(&mut first);
    let status = std::fs::read_to_string(format!("/proc/{}/status", child.id()));
    drop(Running(child));
    said?;
    let peak = status?
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:")?.strip_suffix(" kB")?.trim().parse().ok());
    let peak: u64 = peak.ok_or("it has ended already")?;
    Ok(1024 * peak)
}

/// A process of ours, which is killed when the value goes.
pub struct Running(Child);

impl Running {
    /// Starts it, with nothing to read.
    ///
    /// # Errors
    /// The program is not there, or cannot be started.
    pub fn start(command: &mut Command) -> Outcome<Running> {
        let name = command.get_program().to_string_lossy().into_owned();
        let child = command.stdin(Stdio::null()).spawn();
        child.map(Running).map_err(|error| format!("{name} cannot be started: {error}").into())
    }

    /// The first line that it prints, its standard output being piped.
    ///
    /// # Errors
    /// It prints none within `limit`.
    pub fn first_line(&mut self, limit: Duration) -> Outcome<String> {
        let output = self.0.stdout.take().ok_or("its output is not piped")?;
        let (say, hear) = mpsc::channel();
        std::thread::spawn(move || {
            let mut line = String::new();
            let read = BufReader::new(output).read_line(&mut line);
            // Nobody listens any more once the limit is over.
            let _ = say.send(read.map(|_| line.trim().to_owned()));
        });
        let line = hear.recv_timeout(limit).map_err(|_| "it printed no line")??;
        if line.is_empty() { Err("it ended without a line".into()) } else { Ok(line) }
    }

    /// Whether it has ended by itself.
    ///
    /// # Errors
    /// The system cannot tell.
    pub fn has_ended(&mut self) -> Outcome<bool> {
        Ok(self.0.try_wait()?.is_some())
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended by itself; then there is nothing to kill.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
