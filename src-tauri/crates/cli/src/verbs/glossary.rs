//! `jalon glossary list`, `add` and `remove`.

use jalon_domain::{Action, Bilingual, Failure, Id, Kind, Lang, Term};
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

/// Adds a term.
pub fn add(session: &Session) -> Outcome {
    let mut fields: Map<String, Value> = Map::new();
    for lang in Lang::BOTH.map(Lang::code) {
        for (field, name) in [("term", lang.to_owned()), ("abbreviation", format!("abbreviation-{lang}"))] {
            if let Some(text) = session.text(&name) {
                fields.insert(format!("{field}.{lang}"), json!(text));
            }
        }
        if let Some(words) = session.arguments.get_many::<String>(&format!("forbid-{lang}")) {
            fields.insert(format!("forbidden_{lang}"), json!(words.collect::<Vec<_>>()));
        }
    }
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

/// Takes a term out. Its history stays.
pub fn remove(session: &Session) -> Outcome {
    let said = session.text("id").unwrap_or_default();
    let mut store = session.store()?;
    let id = id(said)?;
    if !store.plan()?.terms.contains_key(&id) {
        return Err(Failure::new("failure-store-unknown").text("id", said).into());
    }
    let told = session.words.format(key::CLI_GLOSSARY_REMOVED, &[("id", id.as_str().into())]);
    act(session, &mut store, &Action::Delete { id, bases: Default::default() }, || told)
}

fn id(said: &str) -> Result<Id, Failure> {
    Id::parse(said).ok_or_else(|| Failure::new("failure-store-unknown").text("id", said))
}
