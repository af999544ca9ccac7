//! `jalon backup make|list|verify|restore`.

use std::process::ExitCode;

use jalon_domain::Failure;
use jalon_store::{Backup, BackupError, Backups, Store, Why};
use jalon_words::{Words, key};
use serde_json::{Value, json};

use super::Outcome;
use crate::session::Session;

/// Makes a backup of what stands now.
pub fn make(session: &Session) -> Outcome {
    session.not_only_looking()?;
    let backup = session.store_as_it_is()?.back_up(Why::ByHand, session.now)?;
    session.output.answer(
        || session.words.format(key::CLI_BACKUP_MADE, &[("name", (&backup.name).into())]),
        || json!({"ok": true, "backup": backup}),
    )
}

/// Lists the backups, the newest first. The plan itself may be damaged or gone.
pub fn list(session: &Session) -> Outcome {
    let backups = Backups::of(&session.store_path()?);
    let all = backups.list()?;
    session.output.answer(
        || match all.as_slice() {
            [] => session.words.failure(&BackupError::NoSuch(String::new()).failure()),
            all => all.iter().map(|backup| line(backup, session.words)).collect::<Vec<_>>().join("\n"),
        },
        || json!({"ok": true, "folder": backups.folder().display().to_string(), "backups": all}),
    )
}

/// `2019-09-14T12-00-00Z-01-by-hand.jalon: September 14, 2019, 12:00 p.m., made by hand, 740 kB`
fn line(backup: &Backup, words: &Words) -> String {
    let at = backup.taken_at.with_timezone(&chrono::Local);
    let args = [
        ("name", (&backup.name).into()),
        ("day", words.day(at.date_naive()).into()),
        ("time", words.time(at.time()).into()),
        ("why", words.code("backup-why", backup.why.code()).into()),
        ("kilobytes", i64::try_from(backup.bytes.div_ceil(1000)).unwrap_or(i64::MAX).into()),
    ];
    words.format(key::CLI_BACKUP_LINE, &args)
}

/// Checks one backup as a whole, or all of them, and gives the verdict on each. Exit code 1
/// when any is damaged.
pub fn verify(session: &Session) -> Outcome {
    let backups = Backups::of(&session.store_path()?);
    let chosen = match session.text("name") {
        Some(name) => vec![backups.named(Some(name))?],
        None => backups.list()?,
    };
    if chosen.is_empty() {
        return Err(BackupError::NoSuch(String::new()).into());
    }
    let verdicts: Vec<(Backup, Result<usize, Vec<Failure>>)> = chosen
        .into_iter()
        .map(|backup| {
            let verdict = match backups.verify(&backup) {
                Ok(report) => Ok(report.transactions),
                Err(error) => {
                    let mut failures = vec![error.failure()];
                    if let BackupError::Damaged { damage, .. } = error {
                        failures.extend(damage);
                    }
                    Err(failures)
                }
            };
            (backup, verdict)
        })
        .collect();
    let all_good = verdicts.iter().all(|(_, verdict)| verdict.is_ok());
    let answered = session.output.answer(
        || {
            let lines = verdicts.iter().flat_map(|(backup, verdict)| match verdict {
                Ok(transactions) => {
                    let args = [("name", (&backup.name).into()), ("count", (*transactions).into())];
                    vec![session.words.format(key::CLI_BACKUP_GOOD, &args)]
                }
                Err(failures) => told(backup, failures, session.words),
            });
            lines.collect::<Vec<_>>().join("\n")
        },
        || {
            let good = verdicts.iter().filter_map(|(backup, verdict)| {
                let transactions = verdict.as_ref().ok()?;
                Some(json!({"backup": backup, "transactions": transactions}))
            });
            let damaged = verdicts.iter().filter_map(|(backup, verdict)| {
                let failures = verdict.as_ref().err()?.iter();
                let failures: Vec<Value> = failures.map(|failure| session.output.told(failure)).collect();
                Some(json!({"backup": backup, "failures": failures}))
            });
            let (good, damaged) = (good.collect::<Vec<Value>>(), damaged.collect::<Vec<Value>>());
            json!({"ok": all_good, "verified": good, "damaged": damaged})
        },
    );
    if all_good { answered } else { answered.map(|_| ExitCode::from(1)) }
}

/// What is wrong with a backup, a line each, that begins with its name.
fn told(backup: &Backup, failures: &[Failure], words: &Words) -> Vec<String> {
    let line = |failure: &Failure| {
        let said = words.failure(failure);
        if said.contains(&backup.name) {
            return said;
        }
        let args = [("name", (&backup.name).into()), ("what", said.into())];
        words.format(key::CLI_BACKUP_ABOUT, &args)
    };
    failures.iter().map(line).collect()
}

/// Puts a backup in the plan's place; what stands there is kept as a backup first.
pub fn restore(session: &Session) -> Outcome {
    session.not_only_looking()?;
    let path = session.store_path()?;
    let backups = Backups::of(&path);
    let backup = backups.named(session.text("name"))?;
    backups.verify(&backup)?;
    // Who acts is somebody of the plan as it was then.
    let then = Store::open_read_only(&backups.path(&backup))?;
    let context = session.context(&then, None)?;
    drop(then);
    backups.restore(&backup, &context)?;
    session.output.answer(
        || session.words.format(key::CLI_BACKUP_RESTORED, &[("name", (&backup.name).into())]),
        || json!({"ok": true, "store": path.display().to_string(), "backup": backup}),
    )
}
