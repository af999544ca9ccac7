//! What a program asked of the system, as `strace` saw it.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs;
use std::path::Path;
use std::process::Command;

use jalon_tests::{Outcome, ensure};

/// The calls that are looked at; some are not expected.
const CALLS: &str = "trace=openat,close,write,pwrite64,copy_file_range,ftruncate,fsync,fdatasync,\
    unlink,unlinkat,rmdir,mkdir,mkdirat,link,linkat,rename,renameat,renameat2,symlink,symlinkat,\
    writev,pwritev,pwritev2,sendfile,splice,truncate,fallocate";

/// One step of the writer, on what is in the folder by its path there; the folder itself
/// is `""`.
#[derive(Debug, Clone)]
pub enum Step {
    /// The file is there, if it was not.
    Create(String),
    /// A new folder.
    Folder(String),
    /// Bytes from an offset on.
    Write(String, usize, Vec<u8>),
    /// Bytes of another file, each from an offset on.
    Copy { from: (String, usize), to: (String, usize), length: usize },
    /// A new length.
    Cut(String, usize),
    /// What was written so far, or the names in the folder, are on the disk.
    Sync(String),
    /// The name of a file or a folder goes.
    Remove(String),
    /// The second name is one of the same file.
    Link(String, String),
    /// The second name stands for the first.
    Rename(String, String),
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
    let mut reader = Reader { folder, open: BTreeMap::new() };
    let mut steps = Vec::new();
    for line in fs::read_to_string(trace)?.lines().filter(|line| !line.starts_with('+')) {
        let told: String = line.chars().take(80).collect();
        steps.extend(reader.line(line).ok_or_else(|| format!("a call not understood: {told}"))?);
    }
    let written = steps.iter().any(|step| matches!(step, Step::Write(..)));
    ensure!(written, "the trace shows no write");
    Ok(steps)
}

struct Reader<'a> {
    folder: &'a Path,
    /// By its number, what is open in the folder, and how far it was written or copied.
    open: BTreeMap<String, (String, usize)>,
}

impl Reader<'_> {
    /// One line as steps, none when it changes nothing that counts; `None` when it is not
    /// understood.
    fn line(&mut self, line: &str) -> Option<Vec<Step>> {
        let (call, result) = line.rsplit_once(" = ")?;
        let (call, arguments) = call.trim_end().strip_suffix(')')?.split_once('(')?;
        if result.starts_with('-') {
            return Some(Vec::new());
        }
        // What stands between quotation marks is every second part.
        let texts: Vec<&str> = arguments.split('"').skip(1).step_by(2).collect();
        let path = |n: usize| -> Option<Option<String>> { Some(self.within(&bytes(texts.get(n)?)?)) };
        let descriptor = arguments.split(',').next()?;
        let file = self.open.get(descriptor).map(|(name, _)| name.clone());
        let last = || arguments.rsplit_once(", ")?.1.parse().ok();
        let some = |step: Option<Step>| Some(step.into_iter().collect());
        match (call, file) {
            ("openat", _) => {
                let Some(name) = path(0)? else { return some(None) };
                self.open.insert(result.to_owned(), (name.clone(), 0));
                let create = arguments.contains("O_CREAT").then(|| Step::Create(name.clone()));
                let cut = arguments.contains("O_TRUNC").then_some(Step::Cut(name, 0));
                Some(create.into_iter().chain(cut).collect())
            }
            ("close", _) => {
                self.open.remove(descriptor);
                some(None)
            }
            ("write", None) if descriptor == "1" => {
                let lines = bytes(texts.first()?)?.iter().filter(|byte| **byte == b'\n').count();
                some(Some(Step::Answer(lines)))
            }
            ("write", Some(file)) => {
                let bytes = whole(bytes(texts.first()?)?, result)?;
                some(Some(Step::Write(file, self.advance(descriptor, bytes.len())?, bytes)))
            }
            ("pwrite64", Some(file)) => {
                some(Some(Step::Write(file, last()?, whole(bytes(texts.first()?)?, result)?)))
            }
            ("copy_file_range" | "sendfile", _) => {
                let parts: Vec<&str> = arguments.split(", ").collect();
                let (from, to) = match (call, &parts[..]) {
                    ("copy_file_range", [from, "NULL", to, "NULL", ..]) => (*from, *to),
                    ("sendfile", [to, from, "NULL", _]) => (*from, *to),
                    _ => return None,
                };
                let length = result.parse().ok()?;
                // What is copied out of the folder is looked at no more.
                let Some((into, _)) = self.open.get(to).cloned() else { return some(None) };
                let (source, _) = self.open.get(from).cloned()?;
                let (start, at) = (self.advance(from, length)?, self.advance(to, length)?);
                some(Some(Step::Copy { from: (source, start), to: (into, at), length }))
            }
            ("ftruncate", Some(file)) => some(Some(Step::Cut(file, last()?))),
            ("fsync" | "fdatasync", Some(file)) => some(Some(Step::Sync(file))),
            ("write" | "pwrite64" | "ftruncate" | "fsync" | "fdatasync", None) => some(None),
            ("mkdir", _) => some(path(0)?.map(Step::Folder)),
            // Within a folder that was opened: only those are emptied so that are not ours.
            ("unlinkat", file) if descriptor != "AT_FDCWD" => file.is_none().then(Vec::new),
            ("unlink" | "unlinkat" | "rmdir", _) => {
                let name = path(0)?;
                self.open.retain(|_, (open, _)| Some(&*open) != name.as_ref());
                some(name.map(Step::Remove))
            }
            ("link" | "linkat" | "rename" | "renameat" | "renameat2", _) => match (path(0)?, path(1)?) {
                (None, None) => some(None),
                (Some(from), Some(to)) if call.starts_with("link") => some(Some(Step::Link(from, to))),
                (Some(from), Some(to)) => {
                    self.open.retain(|_, (open, _)| *open != to);
                    for (open, _) in self.open.values_mut().filter(|(open, _)| *open == from) {
                        open.clone_from(&to);
                    }
                    some(Some(Step::Rename(from, to)))
                }
                _ => None,
            },
            // Nothing that we know writes in another way.
            _ => None,
        }
    }

    /// Where something that is open stood, which goes on so far.
    fn advance(&mut self, descriptor: &str, length: usize) -> Option<usize> {
        let (_, at) = self.open.get_mut(descriptor)?;
        let before = *at;
        *at += length;
        Some(before)
    }

    /// The path of what stands in the folder; empty for the folder itself.
    fn within(&self, path: &[u8]) -> Option<String> {
        let path = std::str::from_utf8(path).ok()?;
        let name = Path::new(path).strip_prefix(self.folder).ok()?.to_str()?;
        // What readers share is no part of what lasts: it is made anew.
        (!name.ends_with("-shm")).then(|| name.to_owned())
    }
}

/// The bytes, if the system took them all.
fn whole(bytes: Vec<u8>, result: &str) -> Option<Vec<u8>> {
    (result.parse() == Ok(bytes.len())).then_some(bytes)
}

/// `\x4a\x61` as bytes.
fn bytes(text: &str) -> Option<Vec<u8>> {
    text.split("\\x").skip(1).map(|two| u8::from_str_radix(two, 16).ok()).collect()
}
