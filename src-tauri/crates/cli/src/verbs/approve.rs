//! `jalon approve --content HASH`.

use jalon_domain::approvals::own_chair;
use jalon_domain::digest::in_full;
use jalon_domain::policy::{self, Verb};
use jalon_domain::{Action, Failure};
use jalon_words::{faults, key};
use serde_json::json;

use super::{Outcome, approvals};
use crate::session::Session;
use crate::stop::Stop;

/// Approves what the deck shows for one chair, or takes that back. Whoever does not say
/// what they have seen is told what there is to see.
pub fn approve(session: &Session) -> Outcome {
    let mut store = session.store()?;
    let plan = store.plan()?;
    let context = session.context(&store, session.on_behalf(&plan)?)?;
    let on_behalf = context.on_behalf.as_ref();
    let Some(jurisdiction) = own_chair(&context.actor, on_behalf).cloned() else {
        let denied = policy::may(Verb::ApproveDeck, &context.actor, on_behalf, &[]).err();
        return Err(faults::denied(denied.unwrap_or(policy::Denied::NotOwn)).into());
    };
    let found = approvals::standing(session, &store)?;
    let withdraws = session.arguments.get_flag("withdraw");
    let action = match session.text("content") {
        _ if withdraws => Action::WithdrawApproval { cycle: found.cycle, jurisdiction: jurisdiction.clone() },
        Some(content) => Action::ApproveDeck {
            content: in_full(content, &found.content),
            cycle: found.cycle,
            jurisdiction: jurisdiction.clone(),
        },
        None => {
            let unseen = Failure::new("failure-approve-content").text("content", found.content);
            return Err(Stop::Usage(unseen));
        }
    };
    let changes = store.act(&context, &action)?;
    session.output.answer(
        || {
            let key = if withdraws { key::CLI_APPROVE_WITHDRAWN } else { key::CLI_APPROVE_DONE };
            let known = plan.jurisdictions.get(&jurisdiction);
            let name =
                known.map_or_else(|| jurisdiction.to_string(), |it| session.words.readable(&it.abbreviation));
            session.words.format(key, &[("jurisdiction", name.into())])
        },
        || json!({"ok": true, "txn": changes.txn}),
    )
}
