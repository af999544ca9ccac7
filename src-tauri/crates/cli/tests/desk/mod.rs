//! A folder of its own with a plan in it, and the real program to work on it.

#![allow(dead_code, reason = "each test binary uses some of these")]

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

/// Acts as the co-chair of Alberta.
pub const AS_CO_CHAIR: [&str; 2] = ["--as", "co-chair:CA-AB"];

/// A folder with a store in it; it goes when this does.
pub struct Desk {
    /// The folder.
    pub folder: TempDir,
}

/// What the program said.
pub struct Said {
    /// Its exit code.
    pub code: i32,
    /// Its standard output.
    pub out: String,
    /// Its standard error.
    pub err: String,
}

impl Said {
    /// Standard output as JSON.
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {}", self.out))
    }

    /// One answer of `apply` a line.
    pub fn lines(&self) -> Vec<Value> {
        self.out.lines().map(|line| serde_json::from_str(line).expect("an answer in JSON")).collect()
    }
}

impl From<Output> for Said {
    fn from(output: Output) -> Self {
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("text");
        Said { code: output.status.code().unwrap_or(-1), out: text(output.stdout), err: text(output.stderr) }
    }
}

impl Desk {
    /// With nothing in it.
    pub fn bare() -> Desk {
        Desk { folder: tempfile::tempdir().expect("a folder") }
    }

    /// With an empty plan.
    pub fn empty() -> Desk {
        let desk = Desk::bare();
        desk.done(&["init"]);
        desk
    }

    /// With the sample plan.
    pub fn sample() -> Desk {
        let desk = Desk::bare();
        desk.done(&["init", "--sample"]);
        desk
    }

    /// A path in the folder.
    pub fn path(&self, name: impl AsRef<Path>) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The plan's file.
    pub fn store(&self) -> PathBuf {
        self.path("plan.jalon")
    }

    /// Writes a file into the folder.
    pub fn write(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        fs::write(&path, bytes).expect("written");
        path
    }

    /// The program, in the folder, at home there, in English, on a fixed day.
    pub fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_jalon"));
        for (name, _) in std::env::vars_os() {
            let name = name.to_string_lossy();
            if name.starts_with("LC_") || name.starts_with("XDG_") {
                command.env_remove(name.as_ref());
            }
        }
        command.current_dir(self.folder.path()).env("HOME", self.folder.path());
        command.env("LANG", "en_CA.UTF-8").env("TZ", "UTC").env("JALON_NOW", "2019-09-14");
        command.stdin(Stdio::null());
        command
    }

    /// Runs the program on the plan.
    pub fn run<S: AsRef<OsStr>>(&self, arguments: &[S]) -> Said {
        let mut command = self.command();
        command.arg("--store").arg(self.store()).args(arguments);
        command.output().expect("the program runs").into()
    }

    /// Runs it, and it does what it is told.
    pub fn done(&self, arguments: &[&str]) -> Said {
        let said = self.run(arguments);
        assert_eq!((said.code, said.err.as_str()), (0, ""), "jalon {arguments:?}: {}", said.out);
        said
    }

    /// The same, and what it answers as JSON.
    pub fn answer(&self, arguments: &[&str]) -> Value {
        self.done(&[&["--json"], arguments].concat()).json()
    }

    /// Runs it, and it refuses with these codes and leaves the plan as it is; in both
    /// languages it says why in words.
    pub fn refused(&self, arguments: &[&str], exit: i32, codes: &[&str]) {
        let before = fs::read(self.store()).ok();
        let mut messages = Vec::new();
        for lang in ["en", "fr"] {
            let said = self.run(&[&["--lang", lang, "--json"], arguments].concat());
            assert_eq!(said.code, exit, "jalon {arguments:?}: {} {}", said.out, said.err);
            let answer = said.json();
            assert_eq!(answer["ok"], false);
            let told = answer["failures"].as_array().expect("failures");
            let said_codes: Vec<_> =
                told.iter().map(|failure| failure["code"].as_str().unwrap_or("")).collect();
            assert_eq!(said_codes, codes, "jalon {arguments:?}: {}", said.err);
            for failure in told {
                let message = failure["message"].as_str().expect("words");
                assert!(said.err.contains(message), "{message}: {}", said.err);
                assert!(!message.contains("failure-") && message.ends_with(['.', '?']), "{message}");
                messages.push(message.to_owned());
            }
        }
        assert_ne!(messages[0], messages[messages.len() / 2], "the same words in both languages");
        assert_eq!(fs::read(self.store()).ok(), before, "jalon {arguments:?} changed the file");
    }

    /// Where a jurisdiction's submission stands.
    pub fn submission(&self, jurisdiction: &str) -> String {
        let status = self.answer(&["cycle", "status"]);
        let all = status["submissions"].as_array().expect("submissions");
        let found = all.iter().find(|it| it["jurisdiction"] == jurisdiction).expect("the jurisdiction");
        found["state"].as_str().expect("a state").to_owned()
    }

    /// Has every jurisdiction that the deck names clear what names it, and every chair of
    /// the group approve what the deck shows.
    pub fn agree(&self) {
        for word in self.answer(&["clear"])["clearances"].as_array().expect("clearances") {
            if word["state"] != "cleared" {
                let [item, content] = ["item", "content"].map(|name| word[name].as_str().expect("a text"));
                let lead = format!("lead:{}", word["jurisdiction"].as_str().expect("a jurisdiction"));
                self.done(&["clear", item, "--content", content, "--as", &lead]);
            }
        }
        self.approve();
    }

    /// Has every chair of the group approve what the deck shows.
    pub fn approve(&self) {
        let found = self.answer(&["approvals"])["approvals"].clone();
        let content = found["content"].as_str().expect("a hash");
        for chair in found["chairs"].as_array().expect("chairs") {
            let chair = chair["chair"]["jurisdiction"].as_str().expect("a jurisdiction");
            self.done(&["approve", "--content", content, "--as", &format!("co-chair:{chair}")]);
        }
    }

    /// Writes actions, applies them and gives the answers; exit code 0 when all were done.
    pub fn apply(&self, actions: &str) -> Said {
        self.write("actions.jsonl", actions);
        self.run(&["apply", "actions.jsonl"])
    }

    /// `apply -`, to be talked to.
    pub fn applying(&self) -> Child {
        let mut command = self.command();
        command.arg("--store").arg(self.store()).args(["apply", "-"]);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command.spawn().expect("the program runs")
    }

    /// The plan as a plan file, as it stands now.
    pub fn exported(&self) -> Value {
        self.done(&["export", "exported.json", "--replace"]);
        let text = fs::read_to_string(self.path("exported.json")).expect("a plan file");
        serde_json::from_str(&text).expect("JSON")
    }

    /// The names of what stands in a folder in this one.
    pub fn names(&self, folder: &str) -> Vec<String> {
        let entries = fs::read_dir(self.path(folder)).expect("a folder");
        let mut names: Vec<_> = entries
            .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }
}
