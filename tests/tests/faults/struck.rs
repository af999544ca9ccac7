//! Faults at a call of one's choice: `strace` has the system refuse it for want of
//! room, or kills the program just before it.
//!
//! The program is watched once, where nothing befalls it, and then struck at each call
//! that it made. It does not make quite the same ones again: which pages of the file a
//! transaction falls on hangs on the ids and salts that it draws, so that the last of
//! many writes may not come. Then it is tried again.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use jalon_tests::programs::program;
use jalon_tests::{Outcome, ensure};

use super::desk::Desk;

/// Every call by which a program may change what is in a folder.
const CALLS: &str = "openat,mkdir,write,pwrite64,writev,pwritev,pwritev2,ftruncate,fallocate,fsync,\
    fdatasync,unlink,unlinkat,rename,renameat,renameat2,link,linkat,copy_file_range,sendfile,fchmod,chmod";

/// How often a call is waited for that the program makes in some of its runs only.
const TRIES: usize = 12;

/// What befalls a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// The disk is full, for this call only.
    FullForOnce,
    /// The disk is full from this call on.
    FullFromHere,
    /// The program is killed before it.
    Kill,
}

/// A call that changes something in the folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Call {
    /// Its name.
    pub name: String,
    /// How many of that name the program made, in this folder or not, with this one.
    nth: usize,
}

impl Call {
    /// Whether it gives a file another name, or takes one away.
    pub fn changes_names(&self) -> bool {
        ["unlink", "rename", "link"].iter().any(|name| self.name.starts_with(name))
    }

    /// Whether it is one that a full disk may refuse.
    pub fn takes_room(&self) -> bool {
        ["openat", "mkdir", "write", "pwrite64", "fsync", "fdatasync", "copy_file_range", "sendfile"]
            .contains(&self.name.as_str())
    }
}

/// Lets `run` start the program in a copy of the desk: the calls that changed
/// something in its folder, and the desk as it is afterwards.
pub fn watched<T>(
    desk: &Desk,
    run: impl FnOnce(Command, &Desk) -> Outcome<T>,
) -> Outcome<(Vec<Call>, Desk, T)> {
    let copy = desk.copy()?;
    let notes = tempfile::tempdir()?;
    let log = notes.path().join("log");
    let told = run(strace(&log, CALLS, None)?, &copy)?;
    let calls = calls(&fs::read_to_string(&log)?, copy.folder())?;
    Ok((calls, copy, told))
}

/// The same with a fault at one of the calls: the desk as it is afterwards, and what
/// `run` was told. `None` when the program did not come to that call, however often it
/// was tried.
pub fn struck<T>(
    desk: &Desk,
    fault: Fault,
    call: &Call,
    run: impl Fn(Command, &Desk) -> Outcome<T>,
) -> Outcome<Option<(Desk, T)>> {
    let Call { name, nth } = call;
    let fault = match fault {
        Fault::FullForOnce => format!("inject={name}:error=ENOSPC:when={nth}"),
        Fault::FullFromHere => format!("inject={name}:error=ENOSPC:when={nth}+"),
        Fault::Kill => format!("inject={name}:signal=SIGKILL:when={nth}"),
    };
    let notes = tempfile::tempdir()?;
    for n in 0..TRIES {
        let copy = desk.copy()?;
        let log = notes.path().join(n.to_string());
        let told = run(strace(&log, name, Some(&fault))?, &copy)?;
        let log = fs::read_to_string(&log)?;
        if log.contains("(INJECTED)") || log.contains("killed by SIGKILL") {
            return Ok(Some((copy, told)));
        }
    }
    Ok(None)
}

/// Refuses to call it a proof when too many calls were never come to.
pub fn mostly_struck(struck: usize, missed: usize) -> Outcome {
    ensure!(missed * 20 <= struck, "only {struck} calls were struck, {missed} never came");
    Ok(())
}

/// `strace` with `jalon`, to which arguments can still be added.
fn strace(log: &Path, calls: &str, fault: Option<&str>) -> Outcome<Command> {
    let mut command = Command::new("strace");
    command.args(["-y", "-s", "0", "-e"]).arg(format!("trace={calls}"));
    if let Some(fault) = fault {
        command.arg("-e").arg(fault);
    }
    command.arg("-o").arg(log).arg("--").arg(program("JALON_CLI", "jalon")?);
    Ok(command)
}

/// The calls of a log that change something in the folder, each with its number.
fn calls(log: &str, folder: &Path) -> Outcome<Vec<Call>> {
    let folder = folder.to_str().ok_or("a folder with a plain name")?;
    let mut made: BTreeMap<&str, usize> = BTreeMap::new();
    let mut found = Vec::new();
    for line in log.lines() {
        // Beside calls, `--- SIGCHLD …` and `+++ exited …` stand there.
        let Some((name, rest)) = line.split_once('(').filter(|_| !line.starts_with(['-', '+'])) else {
            continue;
        };
        let nth = made.entry(name).or_default();
        *nth += 1;
        let changes = name != "openat" || rest.contains("O_CREAT");
        if changes && rest.contains(folder) {
            found.push(Call { name: name.to_owned(), nth: *nth });
        }
    }
    ensure!(!found.is_empty(), "it changed nothing in {folder}");
    Ok(found)
}
