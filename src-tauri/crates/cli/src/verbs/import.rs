//! `jalon import FILE [--dry-run] [--for WHOM --how HOW --when DAY]`.

use std::path::Path;

use jalon_domain::problem::{Objects, objects};
use jalon_domain::{Bilingual, FieldType, Id, Kind};
use jalon_store::Teller;
use jalon_words::{Key, Words, key};
use serde_json::{Value, json};

use super::Outcome;
use crate::session::Session;

/// The most that is shown of what an entity is called, in characters.
const TITLE: usize = 80;

/// Brings a plan file in: creates and edits by id, never deletes; all or nothing.
pub fn import(session: &Session) -> Outcome {
    let path = session.path("file").unwrap_or(Path::new(""));
    let bytes = jalon_exchange::load(path)?;
    let mut store = session.store()?;
    let context = session.context(&store, session.on_behalf(&store.plan()?)?)?;
    let dry_run = session.arguments.get_flag("dry-run");
    let import = jalon_exchange::import_plan(&mut store, &context, &bytes, dry_run)?;
    let plan = store.plan_for(&context.actor)?;
    let coming = match dry_run {
        true => jalon_exchange::read(&bytes, &objects(&store.plan()?)).unwrap_or_default(),
        false => Objects::default(),
    };
    session.output.answer(
        || {
            let named = |key: Key, list: &[(Kind, Id)]| {
                let line = |(kind, id): &(Kind, Id)| {
                    let what = called(*kind, id, &coming, session.words);
                    session.words.format(key, &[("what", what.into())])
                };
                list.iter().map(line).collect::<Vec<_>>()
            };
            let mut lines = Vec::new();
            if dry_run {
                lines.push(session.words.text(key::CLI_IMPORT_DRY));
                lines.extend(named(key::CLI_IMPORT_CREATED, &import.created));
                let teller = Teller::new(session.words, &plan);
                for (edited, line) in import.edited.iter().zip(named(key::CLI_IMPORT_EDITED, &import.edited))
                {
                    let of_it: Vec<_> = import.differences.iter().filter(|it| it.id == edited.1).collect();
                    lines.push(line);
                    lines.extend(teller.changes(&of_it).into_iter().map(|told| format!("   {told}")));
                }
            }
            let counts = [
                ("created", import.created.len().into()),
                ("edited", import.edited.len().into()),
                ("unchanged", import.unchanged.into()),
            ];
            lines.push(session.words.format(key::CLI_IMPORT_COUNTS, &counts));
            lines.join("\n")
        },
        || {
            json!({
                "ok": true,
                "dry_run": dry_run,
                "created": import.created,
                "edited": import.edited,
                "differences": import.differences,
                "unchanged": import.unchanged,
            })
        },
    )
}

/// `Milestone milestone-2-1: Standards for four datasets`, as the file calls it.
fn called(kind: Kind, id: &Id, coming: &Objects, words: &Words) -> String {
    let object = coming.get(&kind).and_then(|by_id| by_id.get(id));
    let text = object.and_then(|object| title(kind, object, words)).unwrap_or_default();
    if text.is_empty() {
        return format!("{} {id}", words.kind(kind));
    }
    let short: String = text.chars().take(TITLE).collect();
    let short = if short.len() < text.len() { format!("{short}…") } else { short };
    let args = [("kind", words.kind(kind).into()), ("id", id.as_str().into()), ("text", short.into())];
    words.format(key::CLI_SEARCH_HIT, &args)
}

/// The first of its texts.
fn title(kind: Kind, object: &Value, words: &Words) -> Option<String> {
    kind.def().fields.iter().find_map(|field| {
        let value = object.get(field.name)?;
        match field.ty {
            FieldType::Text => value.as_str().map(str::to_owned),
            FieldType::Bilingual => {
                let text: Bilingual = serde_json::from_value(value.clone()).ok()?;
                Some(words.readable(&text))
            }
            _ => None,
        }
    })
}
