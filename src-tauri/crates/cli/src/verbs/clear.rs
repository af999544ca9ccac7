//! `jalon clear [ITEM]`.

use jalon_domain::clearance::{Clearing, Item, ToClear, to_clear};
use jalon_domain::digest::in_full;
use jalon_domain::policy::{self, Denied, Verb};
use jalon_domain::{Action, Actor, Failure, Id, Lang, Plan};
use jalon_store::Store;
use jalon_words::key;
use serde_json::json;

use super::cycle::clearance;
use super::{Outcome, act};
use crate::given::abbreviation;
use crate::session::Session;
use crate::stop::Stop;

/// Lists what is to be cleared; shows an item as it would be cleared; clears it, when the
/// content that was shown is named; or takes that back.
pub fn clear(session: &Session) -> Outcome {
    let mut store = session.store()?;
    let reader = session.actor(&store)?;
    let plan = store.plan_for(&reader)?;
    let Some(said) = session.text("item") else { return list(session, &store, &reader, &plan) };
    let unknown = || Failure::new("failure-store-unknown").text("id", said);
    let item = Id::parse(said).and_then(|id| Item::find(&plan, &id).map(|item| (id, item)));
    let (id, item) = item.ok_or_else(unknown)?;
    let of = jurisdiction(session, &store, item)?;
    if !store.knows_word(&id, &of, &reader)? {
        let hidden = Failure::new("failure-clear-not-yours").text("id", said);
        return Err(hidden.text("jurisdiction", of.as_str()).into());
    }
    let word = to_clear(&plan, item, &of);
    let told = |key| {
        let of = abbreviation(&plan, &of, session);
        session.words.format(key, &[("id", said.into()), ("jurisdiction", of.into())])
    };
    if session.arguments.get_flag("withdraw") {
        let none = || Failure::new("failure-clear-none").text("id", said).text("jurisdiction", of.as_str());
        let clearance = word.clearance.clone().ok_or_else(none)?;
        let action = Action::WithdrawClearance { clearance, bases: Default::default() };
        return act(session, &mut store, &action, || told(key::CLI_CLEAR_WITHDRAWN));
    }
    if !item.named().contains(&&of) {
        let none = Failure::new("failure-cycle-not-named").text("id", said);
        return Err(none.text("jurisdiction", of.as_str()).into());
    }
    match session.text("content") {
        Some(content) => {
            let content = in_full(content, &word.content);
            let action = Action::ClearItem { item: id, jurisdiction: of.clone(), content };
            act(session, &mut store, &action, || told(key::CLI_CLEAR_DONE))
        }
        None => {
            let principal = session.on_behalf(&plan)?;
            let owner = std::slice::from_ref(&of);
            let asked = policy::may(Verb::ClearOrSubmit, &reader, principal.as_ref(), owner);
            // The secretariat may, once it says for whom.
            let may = matches!(asked, Ok(()) | Err(Denied::NeedsOnBehalf));
            show(session, item, &word, &plan, may)
        }
    }
}

/// Whose word it is: `--jurisdiction`, else whom it is recorded for, else the actor's own
/// where the item names it, else the only one that the item names.
fn jurisdiction(session: &Session, store: &Store, item: Item<'_>) -> Result<Id, Stop> {
    if let Some(said) = session.jurisdiction(&store.plan()?)? {
        return Ok(said);
    }
    if let Some(principal) = session.on_behalf(&store.plan()?)? {
        return Ok(principal.jurisdiction);
    }
    let actor = session.actor(store)?;
    let named = item.named();
    let own = named.iter().find(|id| actor.belongs_to(id)).copied();
    let only = named.first().copied().filter(|_| named.len() == 1);
    let whose = || Failure::new("failure-clear-whose").text("id", item.id().as_str());
    Ok(own.or(only).cloned().ok_or_else(whose)?)
}

fn list(session: &Session, store: &Store, reader: &Actor, plan: &Plan) -> Outcome {
    let (_, cycle) = session.cycle(plan, session.text("cycle"), None)?;
    let only = session.jurisdiction(plan)?;
    let wanted = |it: &ToClear| only.as_ref().is_none_or(|only| *only == it.jurisdiction);
    let all: Vec<ToClear> = store.clearances(&cycle.id, reader)?.into_iter().filter(wanted).collect();
    let open: Vec<&ToClear> = all.iter().filter(|it| it.state != Clearing::Cleared).collect();
    session.output.answer(
        || {
            let count = [("count", open.len().into()), ("all", all.len().into())];
            let mut lines = vec![session.words.format(key::CLI_CYCLE_CLEARANCES, &count)];
            lines.extend(open.iter().map(|it| clearance(session, plan, it)));
            lines.join("\n")
        },
        || json!({"ok": true, "cycle": cycle.id, "clearances": all}),
    )
}

/// The item as it would be cleared: both languages, addresses, and the digest to name.
fn show(session: &Session, item: Item<'_>, word: &ToClear, plan: &Plan, may: bool) -> Outcome {
    session.output.answer(
        || {
            let mut lines = vec![clearance(session, plan, word).trim_start().to_owned()];
            for lang in Lang::BOTH {
                let text = word.text.shown(lang);
                let text = if text.is_empty() { "–" } else { text };
                let args = [("language", session.words.language(lang).into()), ("text", text.into())];
                lines.push(format!("  {}", session.words.format(key::CLI_TRANSLATIONS_SIDE, &args)));
            }
            for link in item.links() {
                lines
                    .extend([&link.en, &link.fr].into_iter().flatten().map(|address| format!("  {address}")));
            }
            let args = [("id", word.item.as_str().into()), ("content", (&word.content).into())];
            lines.extend(may.then(|| session.words.format(key::CLI_CLEAR_HOW, &args)));
            lines.join("\n")
        },
        || json!({"ok": true, "item": word, "links": item.links()}),
    )
}
