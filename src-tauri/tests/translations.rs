//! Translating and proofreading, as the window asks for them.

use jalon_domain::{Action, Actor, Id, Lang, Role, Translation};
use jalon_shell::clock::Clock;
use jalon_shell::session::{Session, Translate};
use jalon_shell::shell::Shell;
use jalon_store::ToTranslate;
use serde_json::{Value, json};
use tempfile::TempDir;

const TITLE: &str = "title";

fn id(text: &str) -> Id {
    Id::parse(text).unwrap()
}

/// A shell over the sample plan, its user the secretariat.
fn with_the_sample(folder: &TempDir) -> Shell {
    let clock = Clock::Fixed("2019-09-14T12:00:00Z".parse().unwrap());
    let shell = Shell::new(Ok(folder.path().join("plan.jalon")), clock);
    shell.create_plan(true, &Actor::secretariat(), Lang::En).unwrap();
    shell
}

fn edit(session: &mut Session, entity: &str, fields: Value) {
    let heads = session.view().unwrap().heads[&id(entity)].clone();
    let action = json!({"action": "edit", "id": entity, "fields": fields, "bases": heads});
    let action: Action = serde_json::from_value(action).unwrap();
    session.act(&action, None).unwrap();
}

fn french(text: &ToTranslate, words: &str, holds: bool) -> Translate {
    let (id, field, bases) = (text.queued.id.clone(), text.queued.field.clone(), text.bases.clone());
    Translate { id, field, lang: Lang::Fr, text: words.into(), bases, holds }
}

#[test]
fn a_reworded_text_is_queued_translated_and_approved_and_a_stale_answer_is_kept_beside_it() {
    let folder = TempDir::new().unwrap();
    let shell = with_the_sample(&folder);
    shell
        .with(|session| {
            assert_eq!(session.translations(None).unwrap(), []);
            edit(session, "milestone-2-1", json!({"title.en": "Standards for four datasets"}));
            assert_eq!(session.translations(Some(Lang::En)).unwrap(), []);
            let [shown] = &session.translations(Some(Lang::Fr))?[..] else { panic!("one text") };
            let queued = &shown.queued;
            assert_eq!((queued.field.as_str(), queued.state), (TITLE, Translation::Stale));

            let patch = session.translate(french(shown, "Normes pour quatre jeux", false), None)?;
            assert!(patch.changes.conflicts.is_empty());
            let [draft] = &session.translations(None)?[..] else { panic!("one text") };
            assert_eq!(
                (draft.queued.translation.as_str(), draft.queued.state),
                ("Normes pour quatre jeux", Translation::Draft)
            );
            // Somebody else's answer to the words before it stands beside it.
            let late = session.translate(french(shown, "Quatre normes", false), None)?;
            assert_eq!(late.changes.conflicts.len(), 1, "{:?}", late.changes.conflicts);
            let bases = &session.view()?.heads[&id("milestone-2-1")]["title.fr"].clone();
            let resolve = json!({"action": "resolve", "id": "milestone-2-1", "field": "title.fr",
                "value": "Normes pour quatre jeux", "bases": {"title.fr": bases}});
            session.act(&serde_json::from_value(resolve).unwrap(), None)?;

            let [draft] = &session.translations(None)?[..] else { panic!("one text") };
            session.approve_translation(draft.queued.id.clone(), TITLE.into(), draft.bases.clone(), None)?;
            assert_eq!(session.translations(None).unwrap(), []);

            session.set_identity(&Actor::new("L", Role::Lead, Some(id("CA-YT"))))?;
            let refused = session.translate(french(draft, "Autre chose", false), None);
            assert!(refused.unwrap_err().failure.code.starts_with("failure-denied"));
            Ok(())
        })
        .unwrap();
}

#[test]
fn what_looks_wrong_is_pointed_out_with_and_without_a_glossary_and_nothing_is_rewritten() {
    let folder = TempDir::new().unwrap();
    let shell = with_the_sample(&folder);
    shell
        .with(|session| {
            assert_eq!(session.proofread(None).unwrap(), []);
            edit(session, "progress-1-1", json!({"text.fr": "Le GTCOG a publié des données libres"}));
            let found = session.proofread(Some(Lang::Fr))?;
            assert!(found.iter().any(|it| it.text[it.start..].starts_with("GTCOG")), "{found:?}");
            let before = found.len();
            let term = json!({"action": "create", "kind": "term", "fields": {
                "term": {"en": "shared data", "fr": "données partagées", "source": "en", "state": "draft"},
                "forbidden_fr": ["données libres"]}});
            session.act(&serde_json::from_value(term).unwrap(), None)?;
            let found = session.proofread(Some(Lang::Fr))?;
            assert!(found.len() > before, "{found:?}");
            assert_eq!(session.proofread(Some(Lang::En)).unwrap(), []);
            let text = &session.view()?.plan.progress["progress-1-1"].text;
            assert_eq!(text.fr, "Le GTCOG a publié des données libres");
            Ok(())
        })
        .unwrap();
}
