//! `jalon translations [approve ID FIELD]` and `jalon translate ID FIELD`.

use jalon_domain::problem::objects;
use jalon_domain::registry::KINDS;
use jalon_domain::texts::pair_at;
use jalon_domain::{Action, Bilingual, Failure, Id, Lang, Plan};
use jalon_store::ToTranslate;
use jalon_words::{Key, Words, key};
use serde_json::{Map, Value, json};

use super::{Outcome, act};
use crate::find;
use crate::session::Session;
use crate::stop::Stop;

/// Lists what is missing, stale or not approved.
pub fn translations(session: &Session) -> Outcome {
    let store = session.store_to_read()?;
    let (state, into) = (session.text("state"), session.text("into"));
    let wanted = |it: &ToTranslate| {
        let code = json!(it.queued.state);
        state.is_none_or(|state| code == state)
            && into.is_none_or(|into| it.queued.into_lang().code() == into)
    };
    let queue: Vec<ToTranslate> = store.translations(None)?.into_iter().filter(wanted).collect();
    session.output.answer(
        || {
            if queue.is_empty() {
                return session.words.text(key::CLI_TRANSLATIONS_NONE);
            }
            let mut lines: Vec<String> = queue.iter().map(|it| told(it, session.words)).collect();
            lines.push(session.words.format(key::CLI_TRANSLATIONS_COUNT, &[("count", queue.len().into())]));
            lines.join("\n")
        },
        || json!({"ok": true, "translations": queue}),
    )
}

fn told(it: &ToTranslate, words: &Words) -> String {
    let queued = &it.queued;
    let head = [
        ("kind", words.kind(queued.kind).into()),
        ("id", queued.id.as_str().into()),
        ("field", (&queued.field).into()),
        ("state", words.translation(queued.state).into()),
        ("source", words.language(queued.source).into()),
        ("target", words.language(queued.into_lang()).into()),
    ];
    let side = |lang: Lang, text: &str| {
        let args = [("language", words.language(lang).into()), ("text", text.into())];
        format!("   {}", words.format(key::CLI_TRANSLATIONS_SIDE, &args))
    };
    let mut lines = vec![words.format(key::CLI_TRANSLATIONS_ITEM, &head), side(queued.source, &queued.text)];
    if !queued.translation.is_empty() {
        lines.push(side(queued.into_lang(), &queued.translation));
    }
    lines.join("\n")
}

/// Approves the translation of one text as it stands.
pub fn approve(session: &Session) -> Outcome {
    let mut store = session.store()?;
    let plan = store.plan()?;
    let (id, field, _) = named(session, &plan)?;
    let told = told_of(session, &plan, key::CLI_TRANSLATIONS_APPROVED, &id, &field);
    act(session, &mut store, &Action::ApproveTranslation { id, field, bases: Default::default() }, || told)
}

/// Writes one side of a text or both, or says that a translation still holds.
pub fn translate(session: &Session) -> Outcome {
    let holds = session.arguments.get_flag("holds");
    if !holds && Lang::BOTH.iter().all(|lang| session.text(lang.code()).is_none()) {
        return Err(Stop::Usage(Failure::new("failure-usage-nothing-to-translate")));
    }
    let emptied =
        Lang::BOTH.into_iter().find(|lang| session.text(lang.code()).is_some_and(|it| it.trim().is_empty()));
    if let Some(lang) = emptied.filter(|_| !session.arguments.get_flag("clear")) {
        return Err(Stop::Usage(Failure::new("failure-usage-empties").text("argument", lang.code())));
    }
    let mut store = session.store()?;
    let plan = store.plan()?;
    let (id, field, pair) = named(session, &plan)?;
    let mut fields: Map<String, Value> = Map::new();
    for lang in Lang::BOTH {
        // Of a translation that holds, what stands is said again.
        let stands = (holds && lang != pair.source).then(|| pair.side(lang));
        if let Some(text) = session.text(lang.code()).or(stands) {
            fields.insert(format!("{field}.{}", lang.code()), json!(text));
        }
    }
    let told = told_of(session, &plan, key::CLI_TRANSLATE_DONE, &id, &field);
    act(session, &mut store, &Action::Edit { id, fields, bases: Default::default(), holds }, || told)
}

/// What was done to a text, of what it is by its name and by the id that a next command
/// takes.
fn told_of(session: &Session, plan: &Plan, key: Key, id: &Id, field: &str) -> String {
    let words = session.words;
    let title = KINDS.iter().find_map(|def| plan.title(def.kind, id)).unwrap_or_default();
    let (id, name) = (id.as_str(), words.readable(&title));
    words.format(key, &[("id", id.into()), ("field", field.into()), ("name", name.into())])
}

/// The text that was named, and where it stands.
fn named(session: &Session, plan: &Plan) -> Result<(Id, String, Bilingual), Stop> {
    let said = session.text("id").unwrap_or_default();
    let field = session.text("field").unwrap_or_default();
    let unknown = || Failure::new("failure-store-unknown").text("id", said);
    let id = find::id(plan, said).ok_or_else(unknown)?;
    let objects = objects(plan);
    let found = KINDS.iter().find_map(|def| Some((def, objects.get(&def.kind)?.get(&id)?)));
    let (def, object) = found.ok_or_else(unknown)?;
    let none = || Failure::new("failure-no-such-text").text("id", id.as_str()).text("field", field);
    let pair = pair_at(def, object, field).ok_or_else(none)?;
    Ok((id, field.to_owned(), pair))
}
