//! `jalon conflicts` and `jalon resolve ID FIELD`.

use jalon_domain::action::Bases;
use jalon_domain::{Action, Failure, Id, Plan};
use jalon_store::{Dispute, Store, Teller};
use jalon_words::{Words, key};
use serde_json::{Value, json};

use super::Outcome;
use crate::find;
use crate::session::Session;
use crate::stop::Stop;

/// Deletion as a person types it: a shell takes `$deleted` for a variable.
const DELETED: (&str, &str) = ("deleted", "$deleted");

/// Prints everything that somebody must choose between, each version with who said so.
pub fn conflicts(session: &Session) -> Outcome {
    let store = session.store_to_read()?;
    let disputes = store.disputes(&session.actor(&store)?)?;
    let plan = store.plan()?;
    session.output.answer(
        || {
            if disputes.is_empty() {
                return session.words.text(key::CLI_CONFLICTS_NONE);
            }
            let told = disputes.iter().flat_map(|dispute| told(dispute, session.words, &plan));
            told.collect::<Vec<_>>().join("\n")
        },
        || json!({"ok": true, "conflicts": disputes}),
    )
}

fn told(dispute: &Dispute, words: &Words, plan: &Plan) -> Vec<String> {
    let title = dispute.title.as_ref().map(|title| words.readable(title));
    let kind = words.kind(dispute.kind);
    let name = match title.filter(|title| !title.is_empty()) {
        Some(title) => {
            let args = [("kind", kind.into()), ("id", dispute.id.as_str().into()), ("text", title.into())];
            words.format(key::CLI_SEARCH_HIT, &args)
        }
        None => format!("{kind} {}", dispute.id),
    };
    let field = if dispute.field == DELETED.1 { DELETED.0 } else { &dispute.field };
    let head = [("name", name.into()), ("field", words.field(&dispute.field).into())];
    let mut lines = vec![words.format(key::CLI_CONFLICTS_FIELD, &head)];
    let teller = Teller::new(words, plan);
    for version in &dispute.versions {
        lines.push(format!("  {}", teller.entry(&version.entry).line(words)));
        let whole = teller.with_texts(dispute.kind, &dispute.field, &version.value);
        lines.extend(whole.map(|value| {
            format!("    {}", words.format(key::CLI_CONFLICTS_HOLDS, &[("value", value.into())]))
        }));
        lines.push(format!("    jalon resolve {} {field} --choose {}", dispute.id, version.change));
    }
    lines
}

/// Makes a disputed field hold one of its versions, or another value.
pub fn resolve(session: &Session) -> Outcome {
    let mut store = session.store()?;
    let plan = store.plan()?;
    let said = session.text("id").unwrap_or_default();
    let id = find::id(&plan, said).ok_or_else(|| Failure::new("failure-store-unknown").text("id", said))?;
    let field = session.text("field").unwrap_or_default();
    let field = if field == DELETED.0 { DELETED.1 } else { field };
    let context = session.context(&store, session.on_behalf(&plan)?)?;
    // The versions are those of this moment: should another come between, it is refused.
    let bases = shown(&store, &id, field)?;
    let value = match session.text("choose") {
        Some(change) => {
            let disputes = store.disputes(&context.actor)?;
            let Some(dispute) = disputes.iter().find(|it| it.id == id && it.field == field) else {
                store.must_be_disputed(&id, field, &context.actor)?;
                let hidden = Failure::new("failure-resolve-no-conflict").text("id", id.as_str());
                return Err(hidden.text("field", session.words.field(field)).into());
            };
            chosen(dispute, change)?
        }
        None => given(session.text("value").unwrap_or_default())?,
    };
    let changes = store.act(&context, &Action::Resolve { id, field: field.to_owned(), value, bases })?;
    session.output.answer(
        || session.words.format(key::CLI_RESOLVE_DONE, &[("field", session.words.field(field).into())]),
        || json!({"ok": true, "txn": changes.txn, "conflicts": changes.conflicts}),
    )
}

fn shown(store: &Store, id: &Id, field: &str) -> Result<Bases, Stop> {
    let heads = store.heads(id)?.remove(field).unwrap_or_default();
    Ok(Bases::from([(field.to_owned(), heads.into_iter().map(|head| head.change).collect())]))
}

fn chosen(dispute: &Dispute, change: &str) -> Result<Value, Failure> {
    let version = dispute.versions.iter().find(|version| version.change == change);
    let other = || Failure::new("failure-resolve-no-version").text("change", change);
    Ok(version.ok_or_else(other)?.value.clone())
}

fn given(text: &str) -> Result<Value, Stop> {
    serde_json::from_str(text)
        .map_err(|_| Stop::Usage(Failure::new("failure-resolve-not-json").text("value", text)))
}
