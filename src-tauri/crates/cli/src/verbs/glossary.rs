//! `jalon glossary list`, `add`, `edit` and `remove`.

use jalon_domain::{Action, Bilingual, Failure, Id, Kind, Lang, Term};
use jalon_store::Store;
use jalon_words::{Words, key};
use serde_json::{Map, Value, json};

use super::{Outcome, act};
use crate::session::Session;
use crate::stop::Stop;

/// Lists the terms, as each language sorts them.
pub fn list(session: &Session) -> Outcome {
    let store = session.store_to_read()?;
    let plan = store.plan()?;
    let lang = session.words.lang();
    let mut terms: Vec<&Term> = plan.terms.values().collect();
    terms.sort_by(|a, b| jalon_words::compare(lang, a.term.readable(lang).0, b.term.readable(lang).0));
    session.output.answer(
        || {
            if terms.is_empty() {
                return session.words.text(key::CLI_GLOSSARY_NONE);
            }
            terms.iter().map(|term| told(term, session.words)).collect::<Vec<_>>().join("\n")
        },
        || json!({"ok": true, "terms": terms}),
    )
}

fn told(term: &Term, words: &Words) -> String {
    let side = |lang: Lang, forbidden: &[String]| {
        let mut side = term.term.shown(lang).to_owned();
        let abbreviation = term.abbreviation.as_ref().map_or("", |it| it.shown(lang));
        if !abbreviation.is_empty() {
            side = format!("{side} ({abbreviation})");
        }
        if !forbidden.is_empty() {
            let not = words.format(key::CLI_GLOSSARY_NOT, &[("words", forbidden.join(", ").into())]);
            side = format!("{side}, {not}");
        }
        side
    };
    let args = [
        ("id", term.id.as_str().into()),
        ("english", side(Lang::En, &term.forbidden_en).into()),
        ("french", side(Lang::Fr, &term.forbidden_fr).into()),
    ];
    words.format(key::CLI_GLOSSARY_TERM, &args)
}

/// What was given of a term, as the fields of an action. A list that is given as one empty
/// text is emptied.
fn given(session: &Session) -> Map<String, Value> {
    let mut fields: Map<String, Value> = Map::new();
    for lang in Lang::BOTH.map(Lang::code) {
        for (field, name) in [("term", lang.to_owned()), ("abbreviation", format!("abbreviation-{lang}"))] {
            if let Some(text) = session.text(&name) {
                fields.insert(format!("{field}.{lang}"), json!(text));
            }
        }
        if let Some(words) = session.arguments.get_many::<String>(&format!("forbid-{lang}")) {
            let words: Vec<&String> = words.collect();
            let none = words.iter().all(|word| word.is_empty());
            fields.insert(format!("forbidden_{lang}"), if none { Value::Null } else { json!(words) });
        }
    }
    fields
}

/// Adds a term.
pub fn add(session: &Session) -> Outcome {
    let mut fields = given(session);
    if !fields.keys().any(|name| name.starts_with("term.")) {
        return Err(Stop::Usage(Failure::new("failure-usage-no-term")));
    }
    if let Some(note) = session.text("note") {
        fields.insert("note".to_owned(), json!(Bilingual::from_source(session.words.lang(), note)));
    }
    let id = session.text("id").map(id).transpose()?;
    let mut store = session.store()?;
    let context = session.context(&store, session.on_behalf(&store.plan()?)?)?;
    let changes = store.act(&context, &Action::Create { kind: Kind::Term, id, fields })?;
    let id = changes.heads.keys().next().cloned().unwrap_or_default();
    session.output.answer(
        || session.words.format(key::CLI_GLOSSARY_ADDED, &[("id", id.as_str().into())]),
        || json!({"ok": true, "id": id, "txn": changes.txn}),
    )
}

/// Changes what is given of a term, and keeps the rest.
pub fn edit(session: &Session) -> Outcome {
    let mut fields = given(session);
    if let Some(note) = session.text("note") {
        fields.insert(format!("note.{}", session.words.lang().code()), json!(note));
    }
    if fields.is_empty() {
        return Err(Stop::Usage(Failure::new("failure-usage-no-term")));
    }
    let mut store = session.store()?;
    let id = known(session, &store)?;
    let action = Action::Edit { id: id.clone(), fields, bases: Default::default(), holds: false };
    let context = session.context(&store, session.on_behalf(&store.plan()?)?)?;
    let changes = store.act_as_it_stands(&context, &action)?;
    let after = store.plan()?;
    let term = after.terms.get(&id);
    session.output.answer(
        || term.map(|term| told(term, session.words)).unwrap_or_default(),
        || json!({"ok": true, "txn": changes.txn, "conflicts": changes.conflicts, "term": term}),
    )
}

/// The term that is named.
fn known(session: &Session, store: &Store) -> Result<Id, Stop> {
    let said = session.text("id").unwrap_or_default();
    let id = id(said)?;
    let unknown = || Failure::new("failure-store-unknown").text("id", said).into();
    if store.plan()?.terms.contains_key(&id) { Ok(id) } else { Err(unknown()) }
}

/// Takes a term out. Its history stays.
pub fn remove(session: &Session) -> Outcome {
    let mut store = session.store()?;
    let id = known(session, &store)?;
    let told = session.words.format(key::CLI_GLOSSARY_REMOVED, &[("id", id.as_str().into())]);
    act(session, &mut store, &Action::Delete { id, bases: Default::default() }, || told)
}

fn id(said: &str) -> Result<Id, Failure> {
    Id::parse(said).ok_or_else(|| Failure::new("failure-store-unknown").text("id", said))
}
