//! `jalon lead add|end PRIORITY JURISDICTION`.

use jalon_domain::{Action, Failure, Id, Lead, Plan};
use jalon_store::Store;
use jalon_words::key;

use super::Outcome;
use crate::find;
use crate::given::abbreviation;
use crate::session::Session;
use crate::stop::Stop;

/// Lets a jurisdiction lead a priority.
pub fn add(session: &Session) -> Outcome {
    let (mut store, plan, priority, jurisdiction) = given(session)?;
    let place = session.text("place").map(|said| {
        let wrong = || Failure::new("failure-usage-place").text("value", said);
        said.parse::<u32>().ok().filter(|place| *place > 0).ok_or_else(|| Stop::Usage(wrong()))
    });
    let action = Action::AddLead {
        priority: priority.clone(),
        jurisdiction,
        from: session.day("from")?,
        place: place.transpose()?,
        bases: Default::default(),
    };
    done(session, &mut store, &plan, &priority, &action)
}

/// Ends a jurisdiction's lead of a priority.
pub fn end(session: &Session) -> Outcome {
    let (mut store, plan, priority, jurisdiction) = given(session)?;
    let none = || Stop::Usage(Failure::new("failure-usage-missing").text("argument", "--to"));
    let to = session.day("to")?.ok_or_else(none)?;
    let action = Action::EndLead { priority: priority.clone(), jurisdiction, to, bases: Default::default() };
    done(session, &mut store, &plan, &priority, &action)
}

fn given(session: &Session) -> Result<(Store, Plan, Id, Id), Stop> {
    let store = session.store()?;
    let plan = store.plan()?;
    let said = session.text("priority").unwrap_or_default();
    let unknown = || Failure::new("failure-priority-unknown").text("priority", said);
    let priority = find::id(&plan, said).filter(|id| plan.priorities.contains_key(id)).ok_or_else(unknown)?;
    let jurisdiction = session.jurisdiction(&plan)?.ok_or_else(unknown)?;
    Ok((store, plan, priority, jurisdiction))
}

/// Does it, and tells who leads now, in the group's order.
fn done(session: &Session, store: &mut Store, plan: &Plan, priority: &Id, action: &Action) -> Outcome {
    let context = session.context(store, session.on_behalf(plan)?)?;
    let changes = store.act_as_it_stands(&context, action)?;
    let after = store.plan()?;
    let leads = after.priorities.get(priority).map(|it| it.leads.clone()).unwrap_or_default();
    session.output.answer(
        || {
            let told = |lead: &Lead| {
                session.words.lead(abbreviation(&after, &lead.jurisdiction, session), lead.from, lead.to)
            };
            let leads = leads.iter().map(told).collect::<Vec<_>>().join("; ");
            session.words.format(key::CLI_BOARD_LEADS, &[("leads", leads.into())])
        },
        || serde_json::json!({"ok": true, "txn": changes.txn, "conflicts": changes.conflicts, "leads": leads}),
    )
}
