//! A large store, made by the store's own verbs: the life of a plan of 2,000
//! milestones in 21,000 transactions and 50,000 changes over two years.
//!
//! The same every time, but for the ids and salts that are drawn by chance.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::{DateTime, TimeDelta, Utc};
use fastrand::Rng;
use jalon_domain::problem::Objects;
use jalon_domain::{Action, Actor, Id, Kind, Role};
use jalon_store::{Context, Store};
use serde_json::{Value, json};

use crate::{Outcome, ensure};

/// Milestones in the plan.
pub const MILESTONES: usize = 2_000;

/// Changes in the journal, at least.
pub const CHANGES: usize = 50_000;

const PRIORITIES: usize = 20;

/// Of the last four reporting cycles, each in its half of a year.
const CYCLES: usize = 4;

/// Actions after the plan has been brought in.
const ACTIONS: usize = 21_000;

/// When the plan was brought in.
const BEGIN: i64 = 1_522_584_000;

/// From one action to the next, in seconds: two years in all.
const STEP: i64 = 2 * 365 * 24 * 3600 / ACTIONS as i64;

/// When action `n` is done.
fn moment(n: usize) -> DateTime<Utc> {
    let after = TimeDelta::seconds(STEP * i64::try_from(n).unwrap_or_default());
    DateTime::from_timestamp(BEGIN, 0).unwrap_or_default() + after
}

/// When the last action has been done.
pub fn end() -> DateTime<Utc> {
    moment(ACTIONS)
}

/// Makes the store in a folder; where it is. Made in memory where the system has a
/// folder there: thousands of commits that nobody waits for.
///
/// # Errors
/// When an action is refused, or there is no room.
pub fn make(folder: &Path) -> Outcome<PathBuf> {
    let memory = Path::new("/dev/shm");
    let made = if memory.is_dir() { tempfile::tempdir_in(memory)? } else { tempfile::tempdir()? };
    let path = made.path().join("plan.jalon");
    let mut store = Store::create(&path, moment(0))?;
    let rng = &mut Rng::with_seed(2019);
    store.import(&Context::new(Actor::secretariat(), moment(0)), &plan(rng), false)?;
    for n in 1..=ACTIONS {
        let (mut action, actor) = action(rng, n)?;
        action.set_bases(store.bases_for(&action)?);
        store
            .act(&Context::new(actor, moment(n)), &action)
            .map_err(|error| format!("{action:?}: {error}"))?;
    }
    let report = store.check()?;
    ensure!(report.is_sound(), "damaged: {:?}", report.damage);
    ensure!(report.changes >= CHANGES, "only {} changes", report.changes);
    // Closing moves the last writes from the log into the file.
    drop(store);
    let kept = folder.join("large.jalon");
    fs::copy(path, &kept)?;
    Ok(kept)
}

fn plan(rng: &mut Rng) -> Objects {
    let mut objects = Objects::new();
    let mut put = |kind: Kind, object: Value| {
        let id = object["id"].as_str().and_then(Id::parse).unwrap_or_default();
        objects.entry(kind).or_default().insert(id, object);
    };
    put(
        Kind::Workplan,
        json!({"id": "plan", "position": "b", "title": pair("Workplan", "Plan de travail"),
            "group": pair("Group", "Groupe"), "group_abbreviation": pair("G", "G"),
            "languages": ["en", "fr"], "state": "open"}),
    );
    for n in 0..CYCLES {
        let day = ["2018-09-25", "2019-02-27", "2019-09-25", "2020-02-26"][n % 4];
        put(
            Kind::Meeting,
            json!({"id": format!("meeting-{n}"), "workplan": "plan", "name": pair("Joint Councils", "Conseils mixtes"),
                "date": day}),
        );
        let cycle = json!({"id": format!("cycle-{n}"), "meeting": format!("meeting-{n}"), "state": "open"});
        put(Kind::Cycle, cycle);
    }
    for n in 0..PRIORITIES {
        put(
            Kind::Priority,
            json!({"id": format!("priority-{n}"), "workplan": "plan", "position": key(n),
                "title": text(rng), "leads": [{"jurisdiction": LEADS[n % LEADS.len()]}]}),
        );
    }
    for n in 0..MILESTONES {
        put(
            Kind::Milestone,
            json!({"id": format!("milestone-{n}"), "priority": format!("priority-{}", n % PRIORITIES),
                "position": key(n / PRIORITIES), "title": text(rng), "due": "2020-Q1",
                "status": {"completion": "NS", "outlook": "on_track"}}),
        );
    }
    objects
}

/// What people do over two years: mostly they say how far things are, now and then they
/// note progress or word something anew.
fn action(rng: &mut Rng, n: usize) -> Outcome<(Action, Actor)> {
    let milestone = rng.usize(0..MILESTONES);
    let (action, actor) = match n % 10 {
        0..=5 => {
            let completion = ["NS", "LP", "SP"][rng.usize(0..3)];
            let reason = json!({"en": words(rng, ENGLISH), "source": "en", "state": "missing"});
            let status = json!({"completion": completion, "outlook": "on_track", "reason": reason});
            let id = format!("milestone-{milestone}");
            (json!({"action": "set_milestone_status", "milestone": id, "status": status}), co_chair())
        }
        6 | 7 => {
            let title = words(rng, FRENCH);
            let fields = json!({"title.fr": title});
            (json!({"action": "edit", "id": format!("milestone-{milestone}"), "fields": fields}), co_chair())
        }
        8 => {
            let due = ["2020-Q2", "2020-Q3", "2020", "2021-01-31"][n / 10 % 4];
            let fields = json!({"due": due, "description": text(rng)});
            (json!({"action": "edit", "id": format!("milestone-{milestone}"), "fields": fields}), co_chair())
        }
        _ => {
            let priority = format!("priority-{}", milestone % PRIORITIES);
            let fields = json!({"priority": priority, "cycle": format!("cycle-{}", n * CYCLES / (ACTIONS + 1)),
                "milestone": format!("milestone-{milestone}"), "position": format!("{}m", key(n / 10)),
                "text": {"fr": words(rng, FRENCH), "source": "fr", "state": "missing"}});
            (json!({"action": "create", "kind": "progress", "fields": fields}), Actor::secretariat())
        }
    };
    Ok((serde_json::from_value(action)?, actor))
}

fn co_chair() -> Actor {
    Actor::new("", Role::CoChair, Id::parse("CA-AB"))
}

const LEADS: [&str; 6] = ["CA", "CA-ON", "CA-QC", "CA-NS", "CA-BC", "CA-AB"];

/// An order key that grows with `n`.
fn key(n: usize) -> String {
    format!("b{n:05}m")
}

fn pair(en: &str, fr: &str) -> Value {
    json!({"en": en, "fr": fr, "source": "en", "state": "draft"})
}

fn text(rng: &mut Rng) -> Value {
    pair(&words(rng, ENGLISH), &words(rng, FRENCH))
}

/// A sentence of some of these words and a number that few others have.
fn words(rng: &mut Rng, from: &[&str]) -> String {
    let some: Vec<&str> = (0..rng.usize(4..12)).map(|_| from[rng.usize(0..from.len())]).collect();
    format!("{} {}", some.join(" "), rng.usize(0..10_000))
}

const ENGLISH: &[&str] = &[
    "draft",
    "standard",
    "circulated",
    "among",
    "jurisdictions",
    "open",
    "data",
    "literacy",
    "federated",
    "search",
    "portal",
    "charter",
    "adoption",
    "engagement",
    "public",
    "inclusion",
    "metadata",
    "licence",
    "review",
    "council",
    "workshop",
    "guide",
    "toolkit",
    "survey",
    "results",
    "published",
    "agreed",
    "pilot",
];

const FRENCH: &[&str] = &[
    "ébauche",
    "norme",
    "diffusée",
    "auprès",
    "des",
    "gouvernements",
    "données",
    "ouvertes",
    "littératie",
    "fédérée",
    "recherche",
    "portail",
    "charte",
    "adhésion",
    "mobilisation",
    "public",
    "inclusion",
    "métadonnées",
    "licence",
    "révision",
    "conseil",
    "atelier",
    "mise",
    "en",
    "œuvre",
    "sondage",
    "résultats",
];
