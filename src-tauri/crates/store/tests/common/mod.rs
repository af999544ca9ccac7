//! A small plan in a store in a folder of its own.

#![allow(dead_code, reason = "each test binary uses some of these")]

use std::path::PathBuf;

use chrono::{DateTime, Utc};
use jalon_domain::actor::OnBehalf;
use jalon_domain::problem::Objects;
use jalon_domain::{Action, Actor, Id, Kind, Role};
use jalon_store::{ActError, Changes, Context, Store};
use serde_json::{Map, Value, json};
use tempfile::TempDir;

/// A moment.
pub fn at(text: &str) -> DateTime<Utc> {
    text.parse().expect("a moment")
}

/// The moment at which tests take place.
pub fn now() -> DateTime<Utc> {
    at("2019-09-10T14:05:00Z")
}

/// An id.
pub fn id(text: &str) -> Id {
    Id::parse(text).expect("an id")
}

/// A folder with a store that holds [`plan`].
pub struct Desk {
    /// The folder; it goes when this does.
    pub folder: TempDir,
    /// The store.
    pub store: Store,
}

impl Desk {
    /// A store that holds the small plan.
    pub fn new() -> Desk {
        let folder = tempfile::tempdir().expect("a folder");
        let mut store = Store::create(&folder.path().join("plan.jalon"), now()).expect("a new store");
        store.import(&secretariat(), &plan(), false).expect("the small plan");
        Desk { folder, store }
    }

    /// The file.
    pub fn path(&self) -> PathBuf {
        self.store.path().to_owned()
    }

    /// Another handle on the same file.
    pub fn another(&self) -> Store {
        Store::open(&self.path(), now()).expect("the same store")
    }

    /// Does an action for which the form showed what is current.
    pub fn act(&mut self, context: &Context, action: Value) -> Result<Changes, ActError> {
        act(&mut self.store, context, action)
    }
}

/// Does an action for which the form showed what is current.
pub fn act(store: &mut Store, context: &Context, mut action: Value) -> Result<Changes, ActError> {
    if action.get("bases").is_none() {
        let bases = store.bases_for(&read(action.clone())).expect("bases");
        if !bases.is_empty() {
            action["bases"] = json!(bases);
        }
    }
    store.act(context, &read(action))
}

/// An action as `jalon apply` reads it.
pub fn read(action: Value) -> Action {
    serde_json::from_value(action).expect("an action")
}

/// The secretariat, for itself.
pub fn secretariat() -> Context {
    Context::new(Actor::secretariat(), now())
}

/// The secretariat, for Alberta's co-chair.
pub fn for_alberta() -> Context {
    let when = now().date_naive();
    let on_behalf = OnBehalf { role: Role::CoChair, jurisdiction: id("CA-AB"), how: "e-mail".into(), when };
    Context { on_behalf: Some(on_behalf), ..secretariat() }
}

/// Alberta's co-chair.
pub fn co_chair() -> Context {
    Context::new(Actor::new("C", Role::CoChair, Some(id("CA-AB"))), now())
}

/// A lead.
pub fn lead(jurisdiction: &str) -> Context {
    Context::new(Actor::new("L", Role::Lead, Some(id(jurisdiction))), now())
}

/// A bilingual text of English source.
pub fn text(en: &str, fr: &str) -> Value {
    let state = if fr.is_empty() { "missing" } else { "draft" };
    let mut pair = json!({"en": en, "source": "en", "state": state});
    if !fr.is_empty() {
        pair["fr"] = json!(fr);
    }
    pair
}

/// Entities by kind and id.
pub fn objects(list: &[(Kind, Value)]) -> Objects {
    let mut objects = Objects::new();
    for (kind, object) in list {
        let key = id(object["id"].as_str().expect("an id"));
        objects.entry(*kind).or_default().insert(key, object.clone());
    }
    objects
}

/// The small plan: one priority led by Ontario, two milestones, a cycle, a challenge
/// and a next step.
pub fn plan() -> Objects {
    let open = json!({"completion": "LP", "outlook": "on_track"});
    objects(&[
        (
            Kind::Workplan,
            json!({"id": "w", "position": "b", "title": text("Plan", "Plan"), "group": text("Group", "Groupe"),
                "group_abbreviation": text("G", "G"), "languages": ["en", "fr"], "state": "open"}),
        ),
        (
            Kind::Priority,
            json!({"id": "p1", "workplan": "w", "position": "b", "title": text("Literacy", "Littératie"),
                "leads": [{"jurisdiction": "CA-ON"}]}),
        ),
        (
            Kind::Milestone,
            json!({"id": "m1", "priority": "p1", "position": "b", "status": open,
                "title": text("Draft standard", "Projet de norme"), "due": "2019-Q4"}),
        ),
        (
            Kind::Milestone,
            json!({"id": "m2", "priority": "p1", "position": "c", "status": open,
                "title": text("Implementation", "Mise en œuvre")}),
        ),
        (
            Kind::Meeting,
            json!({"id": "meet", "workplan": "w", "name": text("Councils", "Conseils"), "date": "2019-09-25"}),
        ),
        (Kind::Cycle, json!({"id": "cy", "meeting": "meet", "opens": "2019-07-31", "state": "open"})),
        (
            Kind::Challenge,
            json!({"id": "ch", "cycle": "cy", "position": "b", "text": text("Resources", "Ressources"),
                "attribution": "anonymous", "origins": ["CA-ON"]}),
        ),
        (Kind::NextStep, json!({"id": "n1", "cycle": "cy", "position": "b", "text": text("Meet again", "")})),
    ])
}

/// A status without reason or evidence.
pub fn status(completion: &str, outlook: &str) -> Value {
    json!({"completion": completion, "outlook": outlook})
}

/// Sets a milestone's status.
pub fn set_status(milestone: &str, status: Value) -> Value {
    json!({"action": "set_milestone_status", "milestone": milestone, "status": status})
}

/// Edits fields.
pub fn edit(entity: &str, fields: Value) -> Value {
    json!({"action": "edit", "id": entity, "fields": fields})
}

/// The code of a refusal.
pub fn code(refused: Result<Changes, ActError>) -> String {
    refused.expect_err("a refusal").failure().code
}

/// Fields of an object.
pub fn fields(value: Value) -> Map<String, Value> {
    value.as_object().expect("an object").clone()
}
