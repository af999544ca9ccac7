//! Killed before each call in turn by which the program changes something, where a
//! random moment would hit a short step too rarely.

use std::path::Path;
use std::process::{Command, Stdio};

use fastrand::Rng;
use jalon_domain::Plan;
use jalon_store::{Backups, Store, Why, whereabouts};
use jalon_tests::released::{Released, VERSIONS};
use jalon_tests::{Outcome, ensure};

use super::chance::{full_size, rounds, seeded};
use super::desk::{Desk, one_line, ready};
use super::script::{Script, now, redact};
use super::struck::{Call, Fault, mostly_struck, struck, watched};

/// Calls that get their turn at the small size, beside those that change names.
const CALLS: usize = 8;

#[test]
fn killed_at_any_step_of_an_action_it_is_there_as_a_whole_or_not_at_all() -> Outcome {
    seeded("kill at each step of an action", |rng| {
        let actions = rounds(2, 20);
        let script = Script::new(rng, actions)?;
        let mut desk = Desk::sample()?;
        let (mut kills, mut done, mut missed) = (0, 0, 0);
        for (n, line) in script.lines.iter().enumerate() {
            let apply = |jalon: Command, desk: &Desk| one_line(jalon, desk, line);
            let (calls, after, acknowledged) = watched(&desk, apply)?;
            ensure!(acknowledged, "action {n} was refused");
            for call in turns(rng, calls) {
                let Some((killed, acknowledged)) = struck(&desk, Fault::Kill, &call, apply)? else {
                    missed += 1;
                    continue;
                };
                let stands = killed.prefix(&script).map_err(|error| format!("{n}, {call:?}: {error}"))?;
                ensure!(stands == n || stands == n + 1, "{n}, {call:?}: {stands} actions are there");
                ensure!(stands > n || !acknowledged, "{n}, {call:?}: an acknowledged action is lost");
                kills += 1;
                done += stands - n;
            }
            desk = after;
        }
        mostly_struck(kills, missed)?;
        Ok(format!(
            "{kills} kills in {actions} actions: whole in {done}, not there in {}, 0 others",
            kills - done
        ))
    })
}

#[test]
fn killed_at_any_step_of_a_migration_the_file_is_the_old_one_or_the_new_one() -> Outcome {
    seeded("kill at each step of a migration", |rng| {
        let (mut kills, mut missed) = (0, 0);
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
                let Some((killed, _)) = struck(&desk, Fault::Kill, &call, check)? else {
                    missed += 1;
                    continue;
                };
                let told = |error: String| format!("version {version}, {call:?}: {error}");
                let store = Store::open(&killed.store(), now()).map_err(|error| told(error.to_string()))?;
                ensure!(store.plan()? == expected, "{}", told("another plan".into()));
                kills += 1;
            }
        }
        mostly_struck(kills, missed)?;
        Ok(format!("{kills} kills: the old file or the new one each time, whole"))
    })
}

#[test]
fn killed_at_any_step_of_a_restoration_the_old_plan_stands_or_the_restored_one() -> Outcome {
    seeded("kill at each step of a restoration", |rng| {
        let script = Script::new(rng, 10)?;
        let desk = Desk::sample()?;
        let mut store = Store::open(&desk.store(), now())?;
        let backup = store.back_up(Why::ByHand, now())?;
        // So that a restoration has to carry over what it must not bring back.
        redact(&mut store)?;
        drop(store);
        // Killed, so that much of the old plan stands in its log only.
        desk.killed_after(&script.lines)?;
        let plans = [&script.plans[0], &script.plans[script.lines.len()]];
        let restore = |jalon: Command, desk: &Desk| {
            done(jalon, desk, &["--as", "secretariat", "backup", "restore", &backup.name])
        };
        let seen = struck_at_each(rng, &desk, restore, |desk| stands(&desk.store(), &plans))?;
        Ok(format!(
            "{} kills: the old plan in {}, the restored one in {}, 0 others",
            seen[0] + seen[1],
            seen[1],
            seen[0]
        ))
    })
}

#[test]
fn killed_at_any_step_of_a_move_the_plan_is_in_one_place_whole() -> Outcome {
    seeded("kill at each step of a move", |rng| {
        let script = Script::new(rng, 10)?;
        let desk = Desk::sample()?;
        Store::open(&desk.store(), now())?.back_up(Why::ByHand, now())?;
        // Killed, so that much of the plan stands in its log only.
        desk.killed_after(&script.lines)?;
        let plan = script.plans[script.lines.len()].clone();
        let place = |desk: &Desk| desk.folder().join("elsewhere").join("plan.jalon");
        let relocate =
            |jalon: Command, desk: &Desk| done(jalon, desk, &["move", &place(desk).to_string_lossy()]);
        let seen = struck_at_each(rng, &desk, relocate, |desk| {
            let at = whereabouts(&desk.store())?;
            // Only looked at, which takes away nothing of what is left over.
            ensure!(Store::open_read_only(&at)?.plan()? == plan, "another plan stands there");
            // As somebody does who asks again.
            ensure!(relocate(ready()?, desk)?, "refused when it was asked for again");
            let to = place(desk);
            stands(&to, &[&plan])?;
            let backups = Backups::of(&to);
            let kept = backups.list()?;
            ensure!(kept.len() == 1, "{} backups have moved", kept.len());
            backups.verify(&kept[0])?;
            let left =
                [names(desk.folder())?, names(&desk.folder().join("elsewhere"))?, names(&backups.folder())?];
            let expected = [
                vec!["elsewhere".to_owned(), "plan.jalon.moved".into()],
                vec!["plan.jalon".into(), "plan.jalon.backups".into()],
                vec![kept[0].name.clone()],
            ];
            ensure!(left == expected, "left over: {left:?}");
            Ok(usize::from(at != desk.store()))
        })?;
        Ok(format!(
            "{} kills: in the old place in {}, in the new one in {}, moved each time when asked again, 0 others",
            seen[0] + seen[1],
            seen[0],
            seen[1]
        ))
    })
}

/// Kills at the steps of `run`; how often the outcome was the first and the second.
fn struck_at_each(
    rng: &mut Rng,
    desk: &Desk,
    run: impl Fn(Command, &Desk) -> Outcome<bool>,
    judge: impl Fn(&Desk) -> Outcome<usize>,
) -> Outcome<[usize; 2]> {
    let (calls, after, whole) = watched(desk, &run)?;
    ensure!(whole, "refused when nothing befell it");
    judge(&after)?;
    let (mut seen, mut missed) = ([0; 2], 0);
    for call in turns(rng, calls) {
        match struck(desk, Fault::Kill, &call, &run)? {
            Some((killed, _)) => seen[judge(&killed).map_err(|error| format!("{call:?}: {error}"))?] += 1,
            None => missed += 1,
        }
    }
    mostly_struck(seen[0] + seen[1], missed)?;
    Ok(seen)
}

/// Runs `jalon` on a desk; whether it said that all went well.
fn done(mut jalon: Command, desk: &Desk, arguments: &[&str]) -> Outcome<bool> {
    jalon.arg("--store").arg(desk.store()).args(arguments).env("JALON_NOW", "2019-09-14");
    Ok(jalon.stdout(Stdio::null()).stderr(Stdio::null()).status()?.success())
}

/// The names in a folder, but for what readers share.
fn names(folder: &Path) -> Outcome<Vec<String>> {
    let mut names = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        names.push(entry?.file_name().to_string_lossy().into_owned());
    }
    names.retain(|name| !name.ends_with("-shm") && !name.ends_with("-wal"));
    names.sort();
    Ok(names)
}

/// Which of the plans stands there, in a sound store.
fn stands(path: &Path, plans: &[&Plan]) -> Outcome<usize> {
    let store = Store::open(path, now())?;
    ensure!(store.check()?.is_sound(), "damaged");
    let plan = store.plan()?;
    Ok(plans.iter().position(|it| **it == plan).ok_or("another plan stands there")?)
}

/// All calls at full size; at the small one those that change names, on which most
/// hangs, and some others.
fn turns(rng: &mut Rng, calls: Vec<Call>) -> Vec<Call> {
    if full_size() {
        return calls;
    }
    let (mut turns, mut others): (Vec<Call>, _) = calls.into_iter().partition(Call::changes_names);
    rng.shuffle(&mut others);
    turns.extend(others.into_iter().take(CALLS));
    turns
}
