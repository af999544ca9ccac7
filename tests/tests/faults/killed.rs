//! Killed before each call in turn by which the program changes something, where a
//! random moment would hit a short step too rarely.

use std::process::{Command, Stdio};

use fastrand::Rng;
use jalon_store::Store;
use jalon_tests::released::{Released, VERSIONS};
use jalon_tests::{Outcome, ensure};

use super::chance::{full_size, rounds, seeded};
use super::desk::{Desk, one_line};
use super::script::{Script, now};
use super::struck::{Call, Fault, struck, watched};

/// Calls that get their turn at the small size.
const CALLS: usize = 8;

#[test]
fn killed_at_any_step_of_an_action_it_is_there_as_a_whole_or_not_at_all() -> Outcome {
    seeded("kill at each step of an action", |rng| {
        let actions = rounds(2, 20);
        let script = Script::new(rng, actions)?;
        let mut desk = Desk::sample()?;
        let (mut kills, mut done) = (0, 0);
        for (n, line) in script.lines.iter().enumerate() {
            let apply = |jalon: Command, desk: &Desk| one_line(jalon, desk, line);
            let (calls, after, acknowledged) = watched(&desk, apply)?;
            ensure!(acknowledged, "action {n} was refused");
            for call in turns(rng, calls) {
                let (killed, acknowledged) = struck(&desk, Fault::Kill, &call, apply)?;
                let stands = killed.prefix(&script).map_err(|error| format!("{n}, {call:?}: {error}"))?;
                ensure!(stands == n || stands == n + 1, "{n}, {call:?}: {stands} actions are there");
                ensure!(stands > n || !acknowledged, "{n}, {call:?}: an acknowledged action is lost");
                kills += 1;
                done += stands - n;
            }
            desk = after;
        }
        Ok(format!(
            "{kills} kills in {actions} actions: whole in {done}, not there in {}, 0 others",
            kills - done
        ))
    })
}

#[test]
fn killed_at_any_step_of_a_migration_the_file_is_the_old_one_or_the_new_one() -> Outcome {
    seeded("kill at each step of a migration", |rng| {
        let mut kills = 0;
        for version in VERSIONS {
            let desk = Desk::with(&Released::unpack(version)?.store())?;
            let check = |mut jalon: Command, desk: &Desk| -> Outcome<bool> {
                jalon.arg("--store").arg(desk.store()).arg("check").env("JALON_NOW", "2019-09-14");
                Ok(jalon.stdout(Stdio::null()).status()?.success())
            };
            let (calls, after, migrated) = watched(&desk, check)?;
            ensure!(migrated, "version {version} is not migrated");
            let expected = Store::open(&after.store(), now())?.plan()?;
            for call in turns(rng, calls) {
                let (killed, _) = struck(&desk, Fault::Kill, &call, check)?;
                let told = |error: String| format!("version {version}, {call:?}: {error}");
                let store = Store::open(&killed.store(), now()).map_err(|error| told(error.to_string()))?;
                ensure!(store.plan()? == expected, "{}", told("another plan".into()));
                kills += 1;
            }
        }
        Ok(format!("{kills} kills: the old file or the new one each time, whole"))
    })
}

/// All calls at full size, some of them at the small one.
fn turns(rng: &mut Rng, mut calls: Vec<Call>) -> Vec<Call> {
    if !full_size() {
        rng.shuffle(&mut calls);
        calls.truncate(CALLS);
    }
    calls
}
