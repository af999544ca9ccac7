//! What Ontario cleared, of a challenge that names nobody any more.

use jalon_domain::{Actor, Id, Plan, Role, Vector, clearance};
use jalon_store::{Context, Store};
use serde_json::{Value, json};

use crate::common::*;

pub fn reader() -> Actor {
    Actor::new("R", Role::Reader, None)
}

/// Everybody who may not know what Ontario cleared.
pub fn others() -> [Actor; 4] {
    [reader(), co_chair().actor, lead("CA-QC").actor, lead("CA-YT").actor]
}

pub fn create_named() -> Value {
    json!({"action": "create", "kind": "challenge", "id": "ch2", "fields": {"cycle": "cy",
        "text": text("Law", "Droit"), "attribution": "named", "jurisdictions": ["CA-ON"]}})
}

pub fn nameless() -> Value {
    edit("ch2", json!({"attribution": "anonymous", "jurisdictions": null}))
}

pub fn clear(store: &Store) -> Value {
    let content = clearance::content(&store.plan().unwrap(), &id("ch2")).unwrap();
    json!({"action": "clear_item", "item": "ch2", "jurisdiction": "CA-ON", "content": content})
}

/// A desk where Ontario cleared a challenge, by its lead or by telephone, that names
/// nobody any more; with the clearance and the moment at which it named Ontario.
pub fn desk(by: &Context) -> (Desk, Id, Vector) {
    let mut desk = Desk::new();
    desk.act(&secretariat(), create_named()).unwrap();
    let given = clear(&desk.store);
    desk.act(by, given).unwrap();
    let (cleared, was) = (only(&desk.store.plan().unwrap()), desk.store.vector().unwrap());
    desk.act(&secretariat(), nameless()).unwrap();
    (desk, cleared, was)
}

pub fn only(plan: &Plan) -> Id {
    assert_eq!(plan.clearances.len(), 1);
    plan.clearances.keys().next().unwrap().clone()
}
