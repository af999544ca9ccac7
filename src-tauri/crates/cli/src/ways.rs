//! The ways out of a plan that cannot be opened, as commands to type.

use std::path::Path;

use chrono::Local;
use jalon_domain::Failure;
use jalon_store::WayOut;
use jalon_words::Words;

/// What can be done, each in words with its command. `named` is the file as `--store`
/// named it.
pub fn told(ways: &[WayOut], named: Option<&Path>, words: &Words) -> Vec<Failure> {
    let with = |code: &str, rest: &str| Failure::new(code).text("command", command(named, rest));
    let one = |way: &WayOut| match way {
        WayOut::TryAgain => Failure::new("cli-way-again"),
        WayOut::OpenReadOnly => with("cli-way-read-only", "--read-only board"),
        WayOut::RestoreBackup { name, taken_at, transactions } => {
            let at = taken_at.with_timezone(&Local);
            with("cli-way-restore", &format!("backup restore {name}"))
                .text("day", words.day(at.date_naive()))
                .text("time", words.time(at.time()))
                .number("count", i64::try_from(*transactions).unwrap_or(i64::MAX))
        }
        WayOut::ExportReadable { transactions, lost, files } => with("cli-way-export", "salvage .")
            .number("count", i64::try_from(*transactions).unwrap_or(i64::MAX))
            .number("lost", i64::try_from(*lost).unwrap_or(i64::MAX))
            .number("files", i64::try_from(*files).unwrap_or(i64::MAX)),
        WayOut::ChooseOther => Failure::new("cli-way-other"),
        WayOut::CreatePlan => with("cli-way-create", "init"),
        WayOut::OpenAt { path } => Failure::new("cli-way-open-at")
            .text("command", format!("jalon --store {} board", quoted(Path::new(path)))),
    };
    ways.iter().map(one).collect()
}

/// A command on the plan in the file as `--store` named it.
pub fn command(named: Option<&Path>, rest: &str) -> String {
    match named {
        Some(path) => format!("jalon --store {} {rest}", quoted(path)),
        None => format!("jalon {rest}"),
    }
}

/// A path as a shell takes it.
fn quoted(path: &Path) -> String {
    as_one_word(&path.display().to_string())
}

/// A text as a shell takes it for one word.
pub fn as_one_word(text: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || "/\\._-:~".contains(c);
    match (text.chars().all(plain) && !text.is_empty(), cfg!(windows)) {
        (true, _) => text.to_owned(),
        (false, true) => format!("\"{text}\""),
        (false, false) => format!("'{}'", text.replace('\'', r"'\''")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(unix)]
    #[test]
    fn a_path_is_quoted_where_a_shell_would_take_it_apart() {
        let check = |path: &str, expected: &str| assert_eq!(quoted(Path::new(path)), expected);
        check("/home/ana/plan.jalon", "/home/ana/plan.jalon");
        check("mon plan.jalon", "'mon plan.jalon'");
        check("l'été.jalon", r"'l'\''été.jalon'");
        check("$HOME", "'$HOME'");
    }
}
