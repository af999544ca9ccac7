//! Plans for tests and examples: the sample that is shipped, read without the crate
//! that ships it.

use jalon_domain::Plan;
use jalon_domain::plan::Entity;
use jalon_domain::registry::KINDS;

/// The entities of a plan JSON file that is known to be good.
///
/// # Errors
/// When it is not.
pub fn read(bytes: &[u8]) -> serde_json::Result<Plan> {
    let mut file: serde_json::Value = serde_json::from_slice(bytes)?;
    let mut plan = Plan::default();
    for def in KINDS {
        let Some(list) = file.get_mut(def.plural).and_then(serde_json::Value::as_array_mut) else { continue };
        for object in list.drain(..) {
            plan.put(Entity::from_value(def.kind, object)?);
        }
    }
    Ok(plan)
}
