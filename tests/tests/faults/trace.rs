//! What a program asked of the system, as `strace` saw it.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs;
use std::path::Path;
use std::process::Command;

use jalon_tests::{Outcome, ensure};

/// The calls that are looked at; the last ones are not expected.
const CALLS: &str = "trace=openat,close,write,pwrite64,ftruncate,fsync,fdatasync,unlink,\
    unlinkat,rename,renameat,renameat2,writev,pwritev,pwritev2,fallocate";

/// One step of the writer, on a file of the folder by its name; the folder itself
/// is `""`.
#[derive(Debug, Clone)]
pub enum Step {
    /// The file is there, if it was not.
    Open(String),
    /// Bytes from an offset on.
    Write(String, usize, Vec<u8>),
    /// A new length.
    Cut(String, usize),
    /// What was written so far is on the disk.
    Sync(String),
    /// The name goes.
    Unlink(String),
    /// So many lines on standard output: these actions are acknowledged.
    Answer(usize),
}

/// `strace` with `program`, to which arguments can still be added.
pub fn strace(program: &OsStr, trace: &Path) -> Command {
    let mut command = Command::new("strace");
    command.args(["-xx", "-s", "10000000", "-e", "signal=none", "-e", CALLS, "-o"]).arg(trace);
    command.arg("--").arg(program);
    command
}

/// Reads a trace; only steps on what is in `folder` are kept.
pub fn read(trace: &Path, folder: &Path) -> Outcome<Vec<Step>> {
    let mut open = BTreeMap::new();
    let mut steps = Vec::new();
    for line in fs::read_to_string(trace)?.lines().filter(|line| !line.starts_with('+')) {
        let told: String = line.chars().take(80).collect();
        let step = step(line, folder, &mut open).ok_or_else(|| format!("a call not understood: {told}"))?;
        steps.extend(step);
    }
    let written = steps.iter().any(|step| matches!(step, Step::Write(..)));
    ensure!(written, "the trace shows no write");
    Ok(steps)
}

/// One line as a step; `Some(None)` when it changes nothing that counts.
fn step(line: &str, folder: &Path, open: &mut BTreeMap<String, String>) -> Option<Option<Step>> {
    let (call, result) = line.rsplit_once(" = ")?;
    let (call, arguments) = call.trim_end().strip_suffix(')')?.split_once('(')?;
    if result.starts_with('-') {
        return Some(None);
    }
    // With a text in it: what stands before it, the text, and what comes after.
    let parts: Vec<&str> = arguments.split('"').collect();
    let name = || name_in(folder, &bytes(parts.get(1)?)?);
    let descriptor = arguments.split(',').next()?;
    let file = open.get(descriptor).cloned();
    let last = || arguments.rsplit_once(", ")?.1.parse().ok();
    Some(match (call, file) {
        ("openat", _) => match name() {
            Some(name) => {
                open.insert(result.to_owned(), name.clone());
                Some(Step::Open(name))
            }
            None => None,
        },
        ("close", _) => {
            open.remove(descriptor);
            None
        }
        ("write", None) if descriptor == "1" => {
            let lines = bytes(parts.get(1)?)?.iter().filter(|byte| **byte == b'\n').count();
            Some(Step::Answer(lines))
        }
        ("unlink", _) => name().map(Step::Unlink),
        ("rename" | "renameat2", _) if name().is_none() => None,
        ("pwrite64", Some(file)) => {
            let bytes = bytes(parts.get(1)?)?;
            let whole = result.parse() == Ok(bytes.len());
            whole.then_some(())?;
            Some(Step::Write(file, last()?, bytes))
        }
        ("ftruncate", Some(file)) => Some(Step::Cut(file, last()?)),
        ("fsync" | "fdatasync", Some(file)) => Some(Step::Sync(file)),
        ("write" | "pwrite64" | "ftruncate" | "fsync" | "fdatasync", None) => None,
        // Nothing that we know writes in another way.
        _ => return None,
    })
}

/// The name of what stands in the folder; empty for the folder itself.
fn name_in(folder: &Path, path: &[u8]) -> Option<String> {
    let path = std::str::from_utf8(path).ok()?;
    let name = Path::new(path).strip_prefix(folder).ok()?.to_str()?;
    // What readers share is no part of what lasts: it is made anew. Nothing
    // that is looked at here is read from the backups.
    (!name.ends_with("-shm") && !name.contains(".backups")).then(|| name.to_owned())
}

/// `\x4a\x61` as bytes.
fn bytes(text: &str) -> Option<Vec<u8>> {
    text.split("\\x").skip(1).map(|two| u8::from_str_radix(two, 16).ok()).collect()
}
