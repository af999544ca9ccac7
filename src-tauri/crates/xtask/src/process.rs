//! Running other programs, always with a limit of time, and ending only what we started.

use crate::Result;
use std::io::{BufRead, BufReader, Read};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

const POLL: Duration = Duration::from_millis(20);

/// Runs a command with our own terminal as its output.
pub fn run(command: &mut Command, limit: Duration) -> Result {
    let shown = shown(command);
    println!("$ {shown}");
    let mut child = Running::start(command)?;
    let status = child.wait(limit)?;
    check(&shown, status)
}

/// Runs a command and returns what it wrote to standard output. Its standard error is shown
/// only when it fails.
pub fn capture(command: &mut Command, limit: Duration) -> Result<String> {
    let shown = shown(command);
    command.stdin(Stdio::null());
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = Running::start(command)?;
    let output = drain(child.child.stdout.take());
    let errors = drain(child.child.stderr.take());
    let status = child.wait(limit)?;
    let errors = errors.join().unwrap_or_default();
    check(&shown, status).map_err(|e| format!("{e}\n{}", errors.trim_end()))?;
    Ok(output.join().unwrap_or_default())
}

/// Runs a command, shows its output (both streams, in order) and returns it too.
pub fn tee(command: &mut Command, limit: Duration) -> Result<(ExitStatus, String)> {
    let shown = shown(command);
    println!("$ {shown}");
    let (reader, writer) = std::io::pipe().map_err(|e| format!("no pipe: {e}"))?;
    let second = writer.try_clone().map_err(|e| format!("no pipe: {e}"))?;
    command.stdout(writer).stderr(second);
    let mut child = Running::start(command)?;
    // The command holds the writing ends; the reader sees the end only once they are closed.
    command.stdout(Stdio::null()).stderr(Stdio::null());

    let (sender, lines) = channel();
    thread::spawn(move || {
        for line in BufReader::new(reader).split(b'\n').map_while(|l| l.ok()) {
            if sender.send(line).is_err() {
                break;
            }
        }
    });
    let end = Instant::now() + limit;
    let mut text = String::new();
    loop {
        match lines.recv_timeout(end.saturating_duration_since(Instant::now())) {
            Ok(line) => {
                let line = String::from_utf8_lossy(&line);
                println!("{line}");
                text.push_str(&line);
                text.push('\n');
            }
            Err(RecvTimeoutError::Timeout) => return Err(too_long(&shown, limit)),
            Err(RecvTimeoutError::Disconnected) => break,
        }
    }
    let status = child.wait(end.saturating_duration_since(Instant::now()) + POLL)?;
    Ok((status, text))
}

/// Whether `program` can be started at all (it is looked up as the system does).
pub fn exists(program: &str) -> bool {
    let Some(path) = std::env::var_os("PATH") else {
        return false;
    };
    std::env::split_paths(&path).any(|folder| {
        folder.join(program).is_file()
            || folder.join(format!("{program}{}", std::env::consts::EXE_SUFFIX)).is_file()
    })
}

/// A child process that ends when this value goes out of scope.
pub struct Running {
    child: Child,
    shown: String,
}

impl Running {
    /// Starts `command` with the output it was given.
    pub fn start(command: &mut Command) -> Result<Self> {
        let shown = shown(command);
        match command.spawn() {
            Ok(child) => Ok(Self { child, shown }),
            Err(e) => Err(format!("cannot start `{shown}`: {e}")),
        }
    }

    /// The first line of the child's standard output, which must be piped. The pipe is then
    /// closed: only for programs that write nothing after it.
    pub fn first_line(&mut self, limit: Duration) -> Result<String> {
        let shown = &self.shown;
        let output = self.child.stdout.take();
        let output = output.ok_or_else(|| format!("`{shown}`: its output is not piped"))?;
        let (sender, line) = channel();
        thread::spawn(move || {
            let mut text = String::new();
            let read = BufReader::new(output).read_line(&mut text);
            // Nobody listens any more once the limit has passed.
            let _ = sender.send(read.map(|_| text.trim().to_owned()));
        });
        match line.recv_timeout(limit) {
            Ok(Ok(text)) if !text.is_empty() => Ok(text),
            Ok(_) => Err(format!("`{shown}` ended without an answer")),
            Err(_) => Err(too_long(shown, limit)),
        }
    }

    /// The exit status, if the child has ended by itself.
    pub fn ended(&mut self) -> Result<Option<ExitStatus>> {
        self.child.try_wait().map_err(|e| format!("`{}`: {e}", self.shown))
    }

    /// Waits for the child to end by itself; past the limit it is ended and that is an error.
    pub fn wait(&mut self, limit: Duration) -> Result<ExitStatus> {
        let end = Instant::now() + limit;
        loop {
            if let Some(status) = self.ended()? {
                return Ok(status);
            }
            if Instant::now() >= end {
                self.end();
                return Err(too_long(&self.shown, limit));
            }
            thread::sleep(POLL);
        }
    }

    fn end(&mut self) {
        if matches!(self.child.try_wait(), Ok(None)) {
            // Children of the child first looked up, since they lose their parent with it.
            let grandchildren = descendants(self.child.id());
            let _ = self.child.kill();
            let _ = self.child.wait();
            for id in grandchildren {
                let _ = Command::new("kill").args(["-KILL", &id.to_string()]).stderr(Stdio::null()).status();
            }
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.end();
    }
}

/// The processes that `root` has started, at any depth. Linux only; elsewhere none are known.
fn descendants(root: u32) -> Vec<u32> {
    let parents: Vec<(u32, u32)> = std::fs::read_dir("/proc")
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| entry.file_name().to_str()?.parse().ok())
        .filter_map(|id: u32| {
            let stat = std::fs::read_to_string(format!("/proc/{id}/stat")).ok()?;
            // The name stands in parentheses and may hold anything; state and parent follow it.
            let (_, after) = stat.rsplit_once(')')?;
            Some((id, after.split_whitespace().nth(1)?.parse().ok()?))
        })
        .collect();
    let mut found = vec![root];
    let mut next = 0;
    while next < found.len() {
        let parent = found[next];
        found.extend(parents.iter().filter(|(_, p)| *p == parent).map(|(id, _)| *id));
        next += 1;
    }
    found.split_off(1)
}

fn drain(stream: Option<impl Read + Send + 'static>) -> thread::JoinHandle<String> {
    thread::spawn(move || {
        let mut bytes = Vec::new();
        if let Some(mut stream) = stream {
            // What was read before a broken pipe is still worth showing.
            let _ = stream.read_to_end(&mut bytes);
        }
        String::from_utf8_lossy(&bytes).into_owned()
    })
}

fn check(shown: &str, status: ExitStatus) -> Result {
    if status.success() {
        return Ok(());
    }
    Err(format!("`{shown}` failed ({status})"))
}

fn too_long(shown: &str, limit: Duration) -> String {
    format!("`{shown}` took longer than {} s and was ended", limit.as_secs())
}

fn shown(command: &Command) -> String {
    let program = std::path::Path::new(command.get_program());
    let mut text = program.file_name().unwrap_or(command.get_program()).to_string_lossy().into_owned();
    for argument in command.get_args() {
        text.push(' ');
        text.push_str(&argument.to_string_lossy());
    }
    text
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use super::*;

    fn sh(script: &str) -> Command {
        let mut command = Command::new("sh");
        command.args(["-c", script]);
        command
    }

    const SOON: Duration = Duration::from_secs(20);

    #[test]
    fn captures_output_and_reports_errors_with_their_words() {
        assert_eq!(capture(&mut sh("echo a; echo b >&2"), SOON).unwrap(), "a\n");
        let error = capture(&mut sh("echo why >&2; exit 3"), SOON).unwrap_err();
        assert!(error.contains("exit status: 3") && error.contains("why"), "{error}");
    }

    #[test]
    fn tee_keeps_both_streams_in_order() {
        let (status, text) = tee(&mut sh("echo a; echo b >&2; echo c; exit 1"), SOON).unwrap();
        assert_eq!((status.code(), text.as_str()), (Some(1), "a\nb\nc\n"));
    }

    #[test]
    fn a_command_past_its_limit_is_ended() {
        let started = Instant::now();
        let error = tee(&mut sh("sleep 60; echo late"), Duration::from_millis(300)).unwrap_err();
        assert!(error.contains("took longer"), "{error}");
        assert!(started.elapsed() < SOON);
    }

    #[test]
    #[cfg(target_os = "linux")]
    fn what_a_child_started_ends_with_it() {
        let mut command = sh("sleep 60 & echo $!; wait");
        let mut child = Running::start(command.stdout(Stdio::piped())).unwrap();
        let stat = format!("/proc/{}/stat", child.first_line(SOON).unwrap());
        assert!(std::fs::exists(&stat).unwrap());
        drop(child);
        // Dead, though perhaps not yet collected by the process that inherited it.
        let alive = || std::fs::read_to_string(&stat).is_ok_and(|text| !text.contains(") Z"));
        let end = Instant::now() + SOON;
        while alive() {
            assert!(Instant::now() < end, "{stat} lives on");
            thread::sleep(POLL);
        }
    }

    #[test]
    fn the_first_line_is_read_while_the_program_goes_on() {
        let mut command = sh("echo 42; sleep 60");
        let mut child = Running::start(command.stdout(Stdio::piped())).unwrap();
        assert_eq!(child.first_line(SOON).unwrap(), "42");
        assert!(child.ended().unwrap().is_none());
    }
}
