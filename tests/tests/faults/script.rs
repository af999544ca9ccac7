//! Actions by chance, and the plan as it must stand after each of them.

use chrono::{DateTime, Utc};
use fastrand::Rng;
use jalon_domain::action::ActionName;
use jalon_domain::{Action, Actor, Id, Plan, Role};
use jalon_store::{Context, Store};
use jalon_tests::{Outcome, ensure};
use serde_json::{Value, json};

/// Actions that are all accepted in their order, from the sample plan on.
pub struct Script {
    /// As `jalon apply` reads them.
    pub lines: Vec<String>,
    /// The plan after that many of them; one more than there are lines.
    pub plans: Vec<Plan>,
    /// Transactions that a store with the sample has before the first.
    pub before: usize,
}

/// The moment at which the proofs take place.
pub fn now() -> DateTime<Utc> {
    DateTime::from_timestamp(1_568_462_400, 0).unwrap_or_default()
}

impl Script {
    /// Draws `length` actions and carries them out in a store that nothing befalls.
    pub fn new(rng: &mut Rng, length: usize) -> Outcome<Script> {
        let folder = tempfile::tempdir()?;
        let mut store = Store::create(&folder.path().join("plan.jalon"), now())?;
        store.install_sample(&jalon_exchange::sample(), now())?;
        let before = store.check()?.transactions;
        let mut script = Script { lines: Vec::new(), plans: vec![store.plan()?], before };
        for drawn in 0.. {
            if script.lines.len() == length {
                break;
            }
            ensure!(drawn < 50 + 2 * length, "of {drawn} actions, {} were accepted", script.lines.len());
            let line = draw(rng, drawn);
            // That would take back the sample, which some proofs have something done to first.
            if line["action"] == "undo" && store.undoable(&actor("CA-AB"))? == Some(ActionName::InstallSample)
            {
                continue;
            }
            // Some make no sense where they fall: what is not there cannot be deleted.
            if act(&mut store, line.clone()).is_ok() {
                script.lines.push(line.to_string());
                script.plans.push(store.plan()?);
            }
        }
        let all = before + length;
        ensure!(store.check()?.transactions == all, "an action is not one transaction");
        Ok(script)
    }
}

/// Carries out an action as `jalon apply` does.
pub fn act(store: &mut Store, line: Value) -> Outcome {
    act_as(store, actor("CA-AB"), line)
}

fn act_as(store: &mut Store, actor: Actor, line: Value) -> Outcome {
    let mut action: Action = serde_json::from_value(line)?;
    action.set_bases(store.bases_for(&action)?);
    store.act(&Context::new(actor, now()), &action)?;
    Ok(())
}

fn actor(jurisdiction: &str) -> Actor {
    Actor::new("", Role::CoChair, Id::parse(jurisdiction))
}

/// Writes something where nothing stands, and redacts it: the plan is as it was, and what
/// was destroyed must stay so when a backup of before comes back. Whose actions the script
/// holds did none of it: an undo there finds its own.
pub fn redact(store: &mut Store) -> Outcome {
    let plan = store.plan()?;
    let empty = plan.milestones.values().find(|it| it.description.is_none()).ok_or("all are described")?;
    let text = json!({"en": "Quilliam", "source": "en", "state": "missing"});
    act_as(
        store,
        actor("CA-ON"),
        json!({"action": "edit", "id": empty.id, "fields": {"description": text}}),
    )?;
    let context = Context { reason: Some("a name".into()), ..Context::new(Actor::secretariat(), now()) };
    store.redact(&context, &empty.id, "description", &[])?;
    ensure!(store.plan()? == plan, "the plan is another one");
    Ok(())
}

/// An action that says what no other says: `n` is in it.
fn draw(rng: &mut Rng, n: usize) -> Value {
    let title = format!("Données ouvertes, {n}e version");
    // Some take one page of the file, some overflow into several.
    let long = format!("{n}: {}", "ébauche ".repeat(rng.usize(0..300)));
    let one_of_five = rng.usize(1..=5);
    match rng.usize(0..10) {
        0 | 1 => {
            json!({"action": "edit", "id": format!("priority-{one_of_five}"), "fields": {"title.fr": title}})
        }
        2 => {
            json!({"action": "edit", "id": format!("next-step-{one_of_five}"), "fields": {"text.en": long}})
        }
        3..=5 => {
            let reason = json!({"fr": long, "source": "fr", "state": "missing"});
            let completion = if n.is_multiple_of(2) { "LP" } else { "SP" };
            json!({"action": "set_milestone_status", "milestone": format!("milestone-{one_of_five}-1"),
                "status": {"completion": completion, "outlook": "on_track", "reason": reason}})
        }
        6 => {
            let text = json!({"en": long, "source": "en", "state": "missing"});
            json!({"action": "create", "kind": "next_step", "id": format!("drawn-{}", n % 20),
                "fields": {"cycle": "cycle-2019-09", "position": format!("z{n}z"), "text": text}})
        }
        7 => json!({"action": "delete", "id": format!("drawn-{}", rng.usize(0..20))}),
        8 => json!({"action": "undo"}),
        _ => json!({"action": "redo"}),
    }
}
