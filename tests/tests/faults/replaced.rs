//! Power loss while a plan's file is replaced or moved: what counts then is which names
//! had reached the disk, beside which bytes.

use std::process::Stdio;

use fastrand::Rng;
use jalon_domain::Plan;
use jalon_store::{Backups, Store, Why, whereabouts};
use jalon_tests::{Outcome, ensure};

use super::chance::{rounds, seeded};
use super::desk::Desk;
use super::disk::Disk;
use super::power::{cut, traced};
use super::script::{Script, now};
use super::trace::Step;

#[test]
fn a_power_cut_in_a_restoration_leaves_the_old_plan_or_the_restored_one() -> Outcome {
    seeded("power loss in a restoration", |rng| {
        let images = rounds(60, 2000);
        let replaced = Replaced::restored(rng)?;
        let (old, new) = replaced.judged(rng, &replaced.steps, images)?;
        ensure!(old > 0 && new > 0, "nothing was told apart: {old} old, {new} restored");
        Ok(format!(
            "{images} images of {} calls: the old plan in {old}, the restored one in {new}, 0 others",
            replaced.steps.len()
        ))
    })
}

#[test]
fn a_power_cut_in_a_move_leaves_the_plan_in_one_place_whole() -> Outcome {
    seeded("power loss in a move", |rng| {
        let images = rounds(60, 2000);
        let replaced = Replaced::moved(rng)?;
        let (old, new) = replaced.judged(rng, &replaced.steps, images)?;
        ensure!(old > 0 && new > 0, "nothing was told apart: {old} in the old place, {new} in the new one");
        Ok(format!(
            "{images} images of {} calls: in the old place in {old}, in the new one in {new}, 0 others",
            replaced.steps.len()
        ))
    })
}

/// Without the syncs of folders, and without those of files: or the proofs above would
/// prove nothing.
#[test]
fn the_same_cuts_lose_a_plan_whose_names_or_bytes_are_not_synced() -> Outcome {
    seeded("power loss in a restoration and a move, not synced", |rng| {
        let images = rounds(60, 1000);
        let mut told = Vec::new();
        for (what, replaced) in
            [("a restoration", Replaced::restored(rng)?), ("a move", Replaced::moved(rng)?)]
        {
            for (which, folders) in [("folders", true), ("files", false)] {
                let left = replaced.without_syncs(folders);
                let lost = replaced.lost_in_the_end(rng, &left, images)?;
                ensure!(lost > 0, "{what} without the syncs of {which}: none of {images} images is lost");
                told.push(format!("{what} without those of {which}: {lost}"));
            }
        }
        Ok(format!("of {images} images each, lost or damaged: {}", told.join(", ")))
    })
}

/// A plan's file that was replaced or moved, call by call.
struct Replaced {
    desk: Desk,
    /// What was on the desk before.
    before: Desk,
    steps: Vec<Step>,
    /// The plan before, and after.
    plans: [Plan; 2],
    /// Whether what comes after stands in another place.
    elsewhere: bool,
}

impl Replaced {
    /// A backup is put in the place of a plan of which much stands in its log only.
    fn restored(rng: &mut Rng) -> Outcome<Replaced> {
        let script = Script::new(rng, 10)?;
        let desk = Desk::sample()?;
        let backup = Store::open(&desk.store(), now())?.back_up(Why::ByHand, now())?;
        desk.killed_after(&script.lines)?;
        let plans = [script.plans[script.lines.len()].clone(), script.plans[0].clone()];
        Replaced::by(desk, &["--as", "secretariat", "backup", "restore", &backup.name], plans, false)
    }

    /// A plan of which much stands in its log only is moved, with a backup, into a folder
    /// of a folder that are not there yet.
    fn moved(rng: &mut Rng) -> Outcome<Replaced> {
        let script = Script::new(rng, 10)?;
        let desk = Desk::sample()?;
        Store::open(&desk.store(), now())?.back_up(Why::ByHand, now())?;
        desk.killed_after(&script.lines)?;
        let to = desk.folder().join("far").join("away").join("plan.jalon");
        let plan = script.plans[script.lines.len()].clone();
        Replaced::by(desk, &["move", &to.to_string_lossy()], [plan.clone(), plan], true)
    }

    fn by(desk: Desk, arguments: &[&str], plans: [Plan; 2], elsewhere: bool) -> Outcome<Replaced> {
        let before = desk.copy()?;
        let steps = traced(&desk, |mut jalon| {
            jalon.arg("--store").arg(desk.store()).args(arguments).env("JALON_NOW", "2019-09-14");
            let status = jalon.stdout(Stdio::piped()).stderr(Stdio::null()).output()?.status;
            ensure!(status.success(), "refused when nothing befell it: {status}");
            Ok(())
        })?;
        let replaced = Replaced { desk, before, steps, plans, elsewhere };
        ensure!(replaced.found(1)?, "it said that it was done, and it is not");
        Ok(replaced)
    }

    /// In how many images, of the power cut somewhere in these steps, what was before
    /// stands, and in how many what comes after.
    fn judged(&self, rng: &mut Rng, steps: &[Step], images: usize) -> Outcome<(usize, usize)> {
        let (mut old, mut new) = (0, 0);
        cut(rng, Disk::of(self.before.folder())?, steps, images, &self.desk, |n, answers| {
            let found = self.found(answers).map_err(|error| format!("image {n}, {answers} answers: {error}"));
            *(if found? { &mut new } else { &mut old }) += 1;
            Ok(())
        })?;
        Ok((old, new))
    }

    /// In how many images, of the power cut after all these steps, it is not found that
    /// they were done.
    fn lost_in_the_end(&self, rng: &mut Rng, steps: &[Step], images: usize) -> Outcome<usize> {
        let mut disk = Disk::of(self.before.folder())?;
        for step in steps {
            disk.step(step)?;
        }
        let mut lost = 0;
        for _ in 0..images {
            self.desk.clear()?;
            disk.cut_power(rng, self.desk.folder())?;
            lost += usize::from(self.found(disk.answers).is_err());
        }
        Ok(lost)
    }

    /// Opens what is found on the desk: whether it is what comes after. That it is what
    /// was before is allowed only as long as nothing was acknowledged.
    fn found(&self, answers: usize) -> Outcome<bool> {
        let at = whereabouts(&self.desk.store())?;
        let store = Store::open(&at, now())?;
        ensure!(store.check()?.is_sound(), "damaged");
        let plan = store.plan()?;
        let moved = at != self.desk.store();
        let new = plan == self.plans[1] && moved == self.elsewhere;
        ensure!(new || plan == self.plans[0] && !moved, "another plan stands there");
        ensure!(new || answers == 0, "what was acknowledged is lost");
        let backups = Backups::of(&at);
        let by_hand = backups.list()?.into_iter().find(|backup| backup.why == Why::ByHand);
        backups.verify(&by_hand.ok_or("the backup is lost")?)?;
        Ok(new)
    }

    /// The steps as they would be if no folder were synced, or no file.
    fn without_syncs(&self, folders: bool) -> Vec<Step> {
        // Every folder that is synced in this is the desk's own, or was made on it.
        let made = |name: &str| {
            let of = |step: &Step| matches!(step, Step::Folder(folder) if folder == name);
            name.is_empty() || name.ends_with(".backups") || self.steps.iter().any(of)
        };
        let left_out = |step: &&Step| matches!(step, Step::Sync(name) if made(name) == folders);
        self.steps.iter().filter(|step| !left_out(step)).cloned().collect()
    }
}
