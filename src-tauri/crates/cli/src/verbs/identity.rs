//! `jalon whoami` and `jalon identity set WHO [--name NAME]`.

use jalon_domain::{Actor, Plan};
use jalon_store::Teller;
use jalon_words::key;
use serde_json::json;

use super::Outcome;
use crate::actor;
use crate::session::Session;
use crate::stop::Stop;

/// Says who acts where no `--as` says otherwise.
pub fn whoami(session: &Session) -> Outcome {
    let store = session.store_to_read()?;
    let plan = store.plan()?;
    let entered = store.identity()?;
    let actor = session.actor(&store)?;
    let key = match (session.text("as"), &entered) {
        (None, None) => key::CLI_IDENTITY_NONE,
        _ => key::CLI_IDENTITY_IS,
    };
    session.output.answer(
        || session.words.format(key, &[("who", told(session, &plan, &actor).into())]),
        || json!({"ok": true, "actor": actor, "entered": entered}),
    )
}

/// Keeps who the user of this file says to be: a person of the plan, or a role.
pub fn set(session: &Session) -> Outcome {
    let mut store = session.store()?;
    let plan = store.plan()?;
    let who = session.text("who").unwrap_or_default();
    let mut actor = actor::actor(who, &plan, session.today()).map_err(Stop::Usage)?;
    if let Some(name) = session.text("name") {
        name.trim().clone_into(&mut actor.name);
    }
    store.set_identity(&actor)?;
    session.output.answer(
        || {
            let who = told(session, &plan, &actor);
            session.words.format(key::CLI_IDENTITY_SET_DONE, &[("who", who.into())])
        },
        || json!({"ok": true, "actor": actor}),
    )
}

fn told(session: &Session, plan: &Plan, actor: &Actor) -> String {
    Teller::new(session.words, plan).actor(actor)
}
