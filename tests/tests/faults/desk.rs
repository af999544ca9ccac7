//! A store with the sample plan, and the real program at work on copies of it.

use std::fs;
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::thread::JoinHandle;

use jalon_store::Store;
use jalon_tests::programs::program;
use jalon_tests::{Outcome, ensure};
use serde_json::Value;
use tempfile::TempDir;

use super::script::{Script, now};

/// A folder with a store in it; it goes when this does.
pub struct Desk(TempDir);

impl Desk {
    /// With nothing in it.
    pub fn empty() -> Outcome<Desk> {
        // What is on a disk is decided here by what is killed, refused or left out, and
        // never by a disk of this machine, which would be waited for thousands of times.
        let memory = Path::new("/dev/shm");
        let folder = if memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() };
        Ok(Desk(folder?))
    }

    /// With the sample plan.
    pub fn sample() -> Outcome<Desk> {
        let desk = Desk::empty()?;
        let mut store = Store::create(&desk.store(), now())?;
        store.install_sample(&jalon_exchange::sample(), now())?;
        Ok(desk)
    }

    /// With a plan that stands elsewhere.
    pub fn with(store: &Path) -> Outcome<Desk> {
        let desk = Desk::empty()?;
        fs::copy(store, desk.store())?;
        Ok(desk)
    }

    /// Another with the same files, byte for byte; what readers share is made anew.
    pub fn copy(&self) -> Outcome<Desk> {
        let desk = Desk::empty()?;
        copy_folder(self.folder(), desk.folder())?;
        Ok(desk)
    }

    /// The folder.
    pub fn folder(&self) -> &Path {
        self.0.path()
    }

    /// The plan's file.
    pub fn store(&self) -> PathBuf {
        self.0.path().join("plan.jalon")
    }

    /// Its write-ahead log.
    pub fn log(&self) -> PathBuf {
        self.0.path().join("plan.jalon-wal")
    }

    /// Takes away all that is in the folder.
    pub fn clear(&self) -> Outcome {
        for entry in fs::read_dir(self.folder())? {
            let entry = entry?;
            if entry.file_type()?.is_dir() {
                fs::remove_dir_all(entry.path())?;
            } else {
                fs::remove_file(entry.path())?;
            }
        }
        Ok(())
    }

    /// Starts `jalon apply` on it and sends the lines.
    pub fn apply(&self, lines: &[String]) -> Outcome<Applying> {
        Applying::start(ready()?, &self.store(), lines)
    }

    /// Has the lines carried out and the program killed as soon as it has answered them:
    /// they stand in the log then.
    pub fn killed_after(&self, lines: &[String]) -> Outcome {
        let mut applying = self.apply(lines)?;
        applying.until(lines.len())?;
        applying.kill()?;
        Ok(())
    }

    /// Opens the store after a fault: of the script, everything up to some action is
    /// there, whole, and nothing beyond. Gives how many actions that are.
    pub fn prefix(&self, script: &Script) -> Outcome<usize> {
        let store = Store::open(&self.store(), now())?;
        prefix(&store, script)
    }

    /// The ids of all transactions, in their order.
    pub fn transactions(&self) -> Outcome<Vec<String>> {
        let mut entries = Store::open(&self.store(), now())?.history(None)?;
        entries.sort_by_key(|entry| entry.local_n);
        Ok(entries.into_iter().map(|entry| entry.txn).collect())
    }
}

fn copy_folder(from: &Path, to: &Path) -> Outcome {
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let to = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            fs::create_dir(&to)?;
            copy_folder(&entry.path(), &to)?;
        } else if !to.to_string_lossy().ends_with("-shm") {
            fs::copy(entry.path(), to)?;
        }
    }
    Ok(())
}

/// Has a program do one action; whether it was acknowledged.
pub fn one_line(mut jalon: Command, desk: &Desk, line: &str) -> Outcome<bool> {
    jalon.arg("--store").arg(desk.store()).args(["--as", "co-chair:CA-AB", "apply", "-"]);
    jalon.env("JALON_NOW", "2019-09-14").stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = jalon.spawn()?;
    // It may be killed before it reads.
    let _ = child.stdin.take().ok_or("a pipe")?.write_all(format!("{line}\n").as_bytes());
    let output = child.wait_with_output()?;
    Ok(String::from_utf8_lossy(&output.stdout).contains("\"ok\":true"))
}

/// The real program, to which arguments can be added.
pub fn ready() -> Outcome<Command> {
    Ok(Command::new(program("JALON_CLI", "jalon")?))
}

/// How many actions of the script an open store holds, which shows just these.
pub fn prefix(store: &Store, script: &Script) -> Outcome<usize> {
    let report = store.check()?;
    ensure!(report.is_sound(), "what was opened is damaged: {:?}", report.damage);
    let done = report.transactions.checked_sub(script.before).ok_or("the sample itself is lost")?;
    let expected = script.plans.get(done).ok_or_else(|| format!("{done} actions were never sent"))?;
    ensure!(store.plan()? == *expected, "the plan is not what it was after {done} actions");
    Ok(done)
}

/// `jalon apply` at work. It does not come to the end of its lines by itself: it is
/// killed when the value goes, if not before.
pub struct Applying {
    child: Child,
    answers: BufReader<ChildStdout>,
    /// Sends the lines, then keeps the pipe open.
    sending: Option<JoinHandle<ChildStdin>>,
    /// Ids of the transactions that were acknowledged.
    acknowledged: Vec<String>,
}

impl Applying {
    /// Starts `command` with the arguments of `apply` and sends the lines.
    pub fn start(mut command: Command, store: &Path, lines: &[String]) -> Outcome<Applying> {
        command.arg("--store").arg(store).args(["--as", "co-chair:CA-AB", "apply", "-"]);
        command.env("JALON_NOW", "2019-09-14");
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
        let answers = BufReader::new(child.stdout.take().ok_or("a pipe")?);
        let mut pipe = child.stdin.take().ok_or("a pipe")?;
        let lines = lines.to_vec();
        let sending = Some(std::thread::spawn(move || {
            for line in lines {
                if writeln!(pipe, "{line}").is_err() {
                    // It was killed; what it has not read does not count.
                    break;
                }
            }
            pipe
        }));
        Ok(Applying { child, answers, sending, acknowledged: Vec::new() })
    }

    /// Waits until so many actions in all are acknowledged.
    pub fn until(&mut self, count: usize) -> Outcome {
        while self.acknowledged.len() < count {
            ensure!(self.answer()?, "it ended after {} answers", self.acknowledged.len());
        }
        Ok(())
    }

    /// Kills it now, and gives what it had acknowledged, up to the last word.
    pub fn kill(mut self) -> Outcome<Vec<String>> {
        ensure!(self.child.try_wait()?.is_none(), "it ended by itself");
        self.child.kill()?;
        self.child.wait()?;
        while self.answer()? {}
        Ok(std::mem::take(&mut self.acknowledged))
    }

    /// Lets it come to the end of its lines once so many are acknowledged.
    pub fn end(mut self, count: usize) -> Outcome {
        self.until(count)?;
        let pipe = self.sending.take().ok_or("it is sending")?.join();
        drop(pipe.map_err(|_| "the sender failed")?);
        ensure!(!self.answer()?, "it answered more than it was asked");
        let status = self.child.wait()?;
        ensure!(status.success(), "it ended with {status}");
        Ok(())
    }

    /// Reads an answer; whether there was a whole one.
    fn answer(&mut self) -> Outcome<bool> {
        let mut line = String::new();
        self.answers.read_line(&mut line)?;
        if !line.ends_with('\n') {
            return Ok(false);
        }
        let answer: Value = serde_json::from_str(&line)?;
        let txn = answer["txn"].as_str().ok_or_else(|| format!("refused: {line}"))?;
        self.acknowledged.push(txn.to_owned());
        Ok(true)
    }
}

impl Drop for Applying {
    fn drop(&mut self) {
        // It may be dead already; then there is nothing to kill.
        let _ = self.child.kill();
        let _ = self.child.wait();
        if let Some(sending) = self.sending.take() {
            let _ = sending.join();
        }
    }
}
