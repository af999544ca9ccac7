//! Files of every released version, opened with the program as it is now: the same
//! plan, the same history, and a store like any other.
//!
//! Needs the built program (`cargo build -p jalon-cli`; `JALON_CLI` may say where it is).

use std::path::Path;
use std::process::Command;

use chrono::{DateTime, Utc};
use jalon_domain::{Action, Actor};
use jalon_store::{Backups, Context, OpenError, Store, Why};
use jalon_tests::programs::program;
use jalon_tests::released::{Released, VERSIONS};
use jalon_tests::{Outcome, ensure, seen};
use rusqlite::{Connection, OpenFlags};
use serde_json::{Value, json};

/// Does something to what each released version left, and says what held.
fn each(what: &str, check: impl Fn(&Released) -> Outcome) -> Outcome {
    for version in VERSIONS {
        let released = Released::unpack(version)?;
        ensure!(version_of(&released.store())? == i64::from(version), "another version than {version}");
        check(&released).map_err(|error| format!("version {version}: {error}"))?;
    }
    seen("files of released versions", &format!("{} opened: {what}", VERSIONS.len()));
    Ok(())
}

#[test]
fn a_released_file_holds_the_same_plan_when_it_is_opened_now() -> Outcome {
    each("the same plan", |released| {
        let before = version_of(&released.store())?;
        let written = released.folder().join("now.json");
        jalon(released, &["export", "--confidential", "now.json"])?;
        let now: Value = serde_json::from_slice(&std::fs::read(written)?)?;
        ensure!(kept(&released.plan, &now, is_empty_list), "the plan is another: {now}");
        ensure!(version_of(&released.store())? >= before, "it went back to an older version");
        Ok(())
    })
}

#[test]
fn a_released_file_is_backed_up_as_it_was_before_it_is_brought_up_to_date() -> Outcome {
    each("backed up before, and opened from there", |released| {
        let before = version_of(&released.store())?;
        let plan = Store::open(&released.store(), now())?.plan()?;
        let backups = Backups::of(&released.store());
        let [backup] = &backups.list()?[..] else { return Err("not one backup".into()) };
        ensure!(backup.why == Why::BeforeMigration, "made for another reason: {backup:?}");
        let kept = backups.path(backup);
        ensure!(version_of(&kept)? == before, "the backup is of another version");
        ensure!(Store::open(&kept, now())?.plan()? == plan, "the backup holds another plan");
        Ok(())
    })
}

#[test]
fn a_released_file_tells_the_same_history() -> Outcome {
    each("the same history", |released| {
        let told = jalon(released, &["--as", "secretariat", "--json", "history"])?;
        let now: Value = serde_json::from_str(&told)?;
        ensure!(now["history"].as_array().is_some_and(|entries| !entries.is_empty()), "no history");
        ensure!(kept(&released.history, &now, |_| true), "the history is another: {now}");
        Ok(())
    })
}

#[test]
fn a_released_journal_stays_as_it_was_down_to_its_hashes() -> Outcome {
    each("the same journal, down to its hashes", |released| {
        let before = journal(&released.store())?;
        let store = Store::open(&released.store(), now())?;
        let report = store.check()?;
        ensure!(report.is_sound(), "damaged: {:?}", report.damage);
        drop(store);
        ensure!(journal(&released.store())? == before, "the journal is another");
        Ok(())
    })
}

#[test]
fn a_released_file_can_be_written_to_and_taken_back_from() -> Outcome {
    each("written to and taken back from", |released| {
        let mut store = Store::open(&released.store(), now())?;
        let before = store.plan()?;
        let secretariat = Context::new(Actor::secretariat(), now());
        let next_step = json!({"action": "create", "kind": "next_step", "fields": {"cycle": "cycle-2019-09",
            "text": {"en": "Meet again", "source": "en", "state": "missing"}}});
        for action in [next_step, json!({"action": "undo"})] {
            let action: Action = serde_json::from_value(action)?;
            store.act(&secretariat, &action)?;
            ensure!((store.plan()? == before) == (action == Action::Undo), "{action:?} did something else");
        }
        ensure!(Store::open(&released.store(), now())?.check()?.is_sound(), "damaged after an action");
        Ok(())
    })
}

#[test]
fn a_released_file_from_which_a_letter_was_lost_is_refused_and_stays_as_it_was() -> Outcome {
    each("damaged, refused and left as it was", |released| {
        let file = Connection::open(released.store())?;
        let trigger: String =
            file.query_row("SELECT sql FROM sqlite_schema WHERE name = 'change_stays'", [], |row| {
                row.get(0)
            })?;
        file.execute_batch("DROP TRIGGER change_stays")?;
        let changed = file.execute(
            "UPDATE change SET value = '\"x\"' WHERE id = (SELECT min(id) FROM change WHERE field = 'title.en')",
            [],
        )?;
        ensure!(changed == 1, "no text to damage");
        file.execute_batch(&trigger)?;
        drop(file);
        let before = version_of(&released.store())?;
        let refused = Store::open(&released.store(), now());
        ensure!(matches!(refused, Err(OpenError::Damaged { .. })), "it was opened: {:?}", refused.err());
        ensure!(version_of(&released.store())? == before, "a damaged file was made into another version");
        Ok(())
    })
}

fn now() -> DateTime<Utc> {
    DateTime::from_timestamp(1_568_462_400, 0).unwrap_or_default()
}

/// Runs the program on the released file; what it said.
fn jalon(released: &Released, arguments: &[&str]) -> Outcome<String> {
    let mut command = Command::new(program("JALON_CLI", "jalon")?);
    command.args(["--store", "plan.jalon", "--lang", "en"]).args(arguments);
    let output = command.env("JALON_NOW", "2019-09-14").current_dir(released.folder()).output()?;
    let wrong = String::from_utf8_lossy(&output.stderr);
    ensure!(output.status.success(), "jalon {arguments:?}: {}: {wrong}", output.status);
    Ok(String::from_utf8(output.stdout)?)
}

/// Of what a version did not know, a plan holds nothing yet.
fn is_empty_list(value: &Value) -> bool {
    value.as_array().is_some_and(Vec::is_empty)
}

/// Whether all that stood before stands now, and beside it only what `new` allows: a
/// history may tell more of the same than it did.
fn kept(before: &Value, now: &Value, new: fn(&Value) -> bool) -> bool {
    match (before, now) {
        (Value::Object(before), Value::Object(now)) => {
            let stands = |(key, value)| now.get(key).is_some_and(|now| kept(value, now, new));
            let mut added = now.iter().filter(|(key, _)| !before.contains_key(*key));
            before.iter().all(stands) && added.all(|(_, value)| new(value))
        }
        (Value::Array(before), Value::Array(now)) => {
            before.len() == now.len() && before.iter().zip(now).all(|(before, now)| kept(before, now, new))
        }
        _ => before == now,
    }
}

/// The journal's rows with their hashes, as text.
fn journal(path: &Path) -> Outcome<Vec<String>> {
    let file = read_only(path)?;
    let mut rows = Vec::new();
    for table in ["txn", "change", "arrival"] {
        let mut query = file.prepare(&format!("SELECT * FROM {table} ORDER BY 1, 2, 3"))?;
        let columns = query.column_names().map(str::to_owned).collect::<Vec<_>>();
        let mut found = query.query([])?;
        while let Some(row) = found.next()? {
            let cells =
                columns.iter().enumerate().map(|(n, name)| Ok(format!("{name}: {:?}", row.get_ref(n)?)));
            rows.push(format!("{table} {:?}", cells.collect::<rusqlite::Result<Vec<_>>>()?));
        }
    }
    Ok(rows)
}

fn version_of(path: &Path) -> Outcome<i64> {
    Ok(read_only(path)?.query_row("PRAGMA user_version", [], |row| row.get(0))?)
}

fn read_only(path: &Path) -> Outcome<Connection> {
    Ok(Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?)
}
