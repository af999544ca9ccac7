//! What the sentences of history are.

use super::*;
use crate::history::HistoryChange;
use jalon_domain::actor::OnBehalf;
use jalon_domain::{Actor, Audience, Bilingual, Jurisdiction, Kind, Lang, Role};
use serde_json::{Value, json};

fn change(field: &str, before: Value, after: Value) -> HistoryChange {
    let title =
        Bilingual { en: "Common template".into(), fr: "Modèle commun".into(), ..Bilingual::default() };
    let id = jalon_domain::Id::parse("milestone-2-2").unwrap();
    let (title, field) = (Some(title), field.into());
    HistoryChange { kind: Kind::Milestone, id, title, field, before, after, redacted: false }
}

#[test]
fn a_status_change_is_told_with_what_it_was_and_why() {
    let before = json!({"completion": "LP", "outlook": "on_track"});
    let reason = json!({"en": "Draft circulated", "source": "en"});
    let after = json!({"completion": "SP", "outlook": "on_track", "reason": reason});
    let check = |before: &Value, after: &Value, lang, expected: &str| {
        let change = change("status", before.clone(), after.clone());
        let told = Teller::new(Words::of(lang), &Plan::default()).field(&change, "").join("; ");
        assert_eq!(told, expected.replace('~', "\u{a0}"));
    };
    let from_to =
        "Milestone “Common template” from Limited progress to Substantial progress: Draft circulated";
    check(&before, &after, Lang::En, from_to);
    let from_to = "Jalon «~Modèle commun~»~: Progrès limité, puis Progrès important~: [en] Draft circulated";
    check(&before, &after, Lang::Fr, from_to);
    // A translation that was made from other words would tell another reason.
    let stale = json!({"en": "Draft circulated", "fr": "Mots d’avant", "source": "en", "state": "stale"});
    check(&before, &json!({"completion": "SP", "outlook": "on_track", "reason": stale}), Lang::Fr, from_to);
    let worse = json!({"completion": "LP", "outlook": "at_risk", "reason": reason});
    let from_to = "Milestone “Common template” from Limited progress, On track to Limited progress, At risk: Draft circulated";
    check(&before, &worse, Lang::En, from_to);
    let still = json!({"completion": "LP", "outlook": "on_track", "reason": reason});
    check(
        &before,
        &still,
        Lang::En,
        "Milestone “Common template” still Limited progress, On track: Draft circulated",
    );
    let complete = json!({"completion": "C", "evidence": [{"en": "https://example.org/"}]});
    let completed = "Milestone “Common template” from Limited progress to Complete; Milestone “Common template”, evidence added: https://example.org/";
    check(&before, &complete, Lang::En, completed);
    // How it looks from then on does not follow from its completion.
    let reopened = json!({"completion": "SP", "outlook": "off_track", "reason": reason,
        "evidence": [{"en": "https://example.org/"}]});
    let from_to =
        "Milestone “Common template” from Complete to Substantial progress, Off track: Draft circulated";
    check(&complete, &reopened, Lang::En, from_to);
    let from_to =
        "Jalon «~Modèle commun~»~: Réalisé, puis Progrès important, Compromis~: [en] Draft circulated";
    check(&complete, &reopened, Lang::Fr, from_to);
    let on_track = json!({"completion": "SP", "outlook": "on_track", "reason": reason,
        "evidence": [{"en": "https://example.org/"}]});
    let from_to = "Milestone “Common template” from Complete to Substantial progress: Draft circulated";
    check(&complete, &on_track, Lang::En, from_to);
    // What shows it may change alone.
    let page = json!({"completion": "C", "evidence": [{"en": "https://example.org/page", "fr": "https://example.org/fr"}]});
    let told = "Milestone “Common template”, evidence added: https://example.org/page · https://example.org/fr; Milestone “Common template”, evidence removed: https://example.org/";
    check(&complete, &page, Lang::En, told);
    let told = "Jalon «~Modèle commun~», preuves ajoutées~: https://example.org/page · https://example.org/fr; Jalon «~Modèle commun~», preuve retirée~: https://example.org/";
    check(&complete, &page, Lang::Fr, told);
    check(&Value::Null, &before, Lang::En, "Milestone “Common template”: Limited progress, On track");
}

#[test]
fn a_text_is_quoted_in_the_readers_way() {
    let change = change("title.fr", json!("Modèle"), json!("Modèle commun"));
    let told = Teller::new(Words::of(Lang::Fr), &Plan::default()).field(&change, "").join("; ");
    assert!(told.contains("«\u{a0}Modèle commun\u{a0}»"), "{told}");
}

#[test]
fn jurisdictions_are_called_as_the_plan_calls_them() {
    let alberta = json!({"id": "CA-AB", "position": "a1", "level": "provincial",
        "name": {"en": "Alberta", "source": "en", "state": "same"},
        "abbreviation": {"en": "Alta.", "fr": "Alb.", "source": "en", "state": "approved"}});
    let alberta: Jurisdiction = serde_json::from_value(alberta).unwrap();
    let id = alberta.id.clone();
    let mut plan = Plan::default();
    plan.jurisdictions.insert(id.clone(), alberta);
    let mut entry = HistoryEntry {
        txn: "t".into(),
        local_n: 1,
        made_at: "2019-09-10T14:05:00Z".parse().unwrap(),
        actor: Some(Actor::new("", Role::CoChair, Some(id.clone()))),
        on_behalf: None,
        reason: None,
        action: jalon_domain::action::ActionName::Edit,
        undoes: None,
        audience: Audience::All,
        changes: Vec::new(),
        nameless: Default::default(),
        authors: Vec::new(),
        day_only: false,
    };
    let check = |entry: &HistoryEntry, lang, expected: &str| {
        assert_eq!(tell(entry, Words::of(lang), &plan).who, expected);
    };
    check(&entry, Lang::En, "Alberta co-chair");
    check(&entry, Lang::Fr, "Coprésidence, Alberta");
    entry.actor = Some(Actor::new("R. Roy", Role::CoChair, Some(id.clone())));
    check(&entry, Lang::Fr, "R. Roy (Coprésidence, Alberta)");
    entry.actor = Some(Actor::secretariat());
    let when = "2019-09-01".parse().unwrap();
    entry.on_behalf = Some(OnBehalf { role: Role::CoChair, jurisdiction: id, how: "e-mail".into(), when });
    check(&entry, Lang::En, "Secretariat, on behalf of the Alberta co-chair (e-mail, September 1, 2019)");
    entry.actor = None;
    check(&entry, Lang::En, "Somebody of the group");
    check(&entry, Lang::Fr, "Un membre du groupe");
    let leads = json!([{"jurisdiction": "CA-AB", "to": "2019-06-30"}, {"jurisdiction": "CA-XX"}]);
    let change = HistoryChange { kind: Kind::Priority, ..change("leads", Value::Null, leads) };
    let told = Teller::new(Words::of(Lang::Fr), &plan).field(&change, "").join("; ");
    assert!(told.ends_with("Alb. (jusqu’au 30\u{a0}juin 2019), CA-XX"), "{told}");
}

#[test]
fn a_number_stands_before_the_title_and_a_reason_is_said_once() {
    let title = json!({"en": "Common template", "source": "en"});
    let plan: Plan = serde_json::from_value(json!({
        "workplans": {"w": {"id": "w", "position": "b", "title": title, "group": title,
            "group_abbreviation": title, "languages": ["en"], "state": "open"}},
        "priorities": {"p": {"id": "p", "workplan": "w", "position": "b", "title": title}},
        "milestones": {"milestone-2-2": {"id": "milestone-2-2", "priority": "p", "position": "b",
            "title": title, "status": {"completion": "LP", "outlook": "on_track"}}},
    }))
    .unwrap();
    let reason = json!({"en": "Elections", "source": "en"});
    let after = json!({"completion": "NP", "reason": reason});
    let change = change("status", json!({"completion": "LP", "outlook": "on_track"}), after);
    let teller = Teller::new(Words::of(Lang::En), &plan);
    let told = "Milestone 1.1 “Common template” from Limited progress to Not being pursued";
    assert_eq!(teller.field(&change, "Elections"), [told]);
    assert_eq!(teller.field(&change, "Asked for"), [format!("{told}: Elections")]);
}

fn told_of(action: ActionName, undoes: Option<ActionName>, change: HistoryChange, lang: Lang) -> String {
    let entry = HistoryEntry {
        txn: "t".into(),
        local_n: 1,
        made_at: "2019-09-10T14:05:00Z".parse().unwrap(),
        actor: Some(Actor::secretariat()),
        on_behalf: None,
        reason: None,
        action,
        undoes,
        audience: Audience::All,
        changes: vec![change],
        nameless: Default::default(),
        authors: Vec::new(),
        day_only: false,
    };
    tell(&entry, Words::of(lang), &Plan::default()).what.join("; ").replace('\u{a0}', "~")
}

fn with_reason(completion: &str, en: &str, fr: &str, state: &str) -> Value {
    let reason = json!({"en": en, "fr": fr, "source": "en", "state": state});
    json!({"completion": completion, "outlook": "on_track", "reason": reason})
}

#[test]
fn a_reason_is_told_where_it_was_given_and_not_where_it_still_stands() {
    let before = with_reason("LP", "Link was dead", "", "missing");
    let after = with_reason("SP", "Link was dead", "Lien mort", "draft");
    let told = told_of(ActionName::SetMilestoneStatus, None, change("status", before, after), Lang::En);
    assert_eq!(told, "Milestone “Common template” from Limited progress to Substantial progress");
}

#[test]
fn a_translation_inside_a_status_is_told_alike_in_both_languages() {
    let missing = with_reason("LP", "Two people left", "", "missing");
    let written = with_reason("LP", "Two people left", "Deux personnes sont parties", "draft");
    let approved = with_reason("LP", "Two people left", "Deux personnes sont parties", "approved");
    let check = |before: &Value, after: &Value, english: &str, french: &str| {
        let change = change("status", before.clone(), after.clone());
        let told = |lang| told_of(ActionName::Edit, None, change.clone(), lang);
        assert_eq!(told(Lang::En), format!("Milestone “Common template”, {english}"));
        assert_eq!(told(Lang::Fr), format!("Jalon «~Modèle commun~», {french}"));
    };
    check(
        &missing,
        &written,
        "Reason (French): “Deux personnes sont parties”",
        "Motif (français)~: «~Deux personnes sont parties~»",
    );
    check(&written, &approved, "Reason (translation): reviewed", "Motif (traduction)~: révision");
    check(&written, &missing, "Reason (French): emptied", "Motif (français)~: contenu effacé");
}

#[test]
fn a_choice_between_versions_is_told_as_one_with_what_was_chosen() {
    let chosen = with_reason("LP", "Two people left", "Deux personnes sont parties", "draft");
    // What was shown already may be what is chosen.
    for before in [chosen.clone(), with_reason("LP", "Two people left", "", "missing")] {
        let change = change("status", before, chosen.clone());
        let told = |lang| told_of(ActionName::Resolve, None, change.clone(), lang);
        assert_eq!(
            told(Lang::En),
            "Milestone “Common template”, Status: of several versions, this one was chosen: Limited progress, \
             On track; Reason (English): “Two people left”; Reason (French): “Deux personnes sont parties”"
        );
        assert_eq!(
            told(Lang::Fr),
            "Jalon «~Modèle commun~», Statut~: choix entre plusieurs versions~: Progrès limité, En bonne voie; \
             Motif (anglais)~: «~Two people left~»; Motif (français)~: «~Deux personnes sont parties~»"
        );
    }
    let title = change("title.fr", json!("Modèle"), json!("Modèle"));
    let told = told_of(ActionName::Resolve, None, title, Lang::En);
    assert!(told.ends_with("Title (French): of several versions, this one was chosen: “Modèle”"), "{told}");
    let gone = change("$deleted", json!(true), json!(true));
    let told = told_of(ActionName::Resolve, None, gone, Lang::En);
    assert!(told.ends_with("of several versions, the deletion was chosen"), "{told}");
}

#[test]
fn what_is_taken_back_done_again_or_imported_says_so() {
    let check = |action, undoes, change: HistoryChange, english: &str, french: &str| {
        let told = |lang| told_of(action, undoes, change.clone(), lang);
        assert_eq!(told(Lang::En), format!("{english} deleted"));
        assert_eq!(told(Lang::Fr), format!("{french}~: suppression"));
    };
    let gone = || change("$deleted", Value::Null, json!(true));
    let (name, nom) = ("Milestone “Common template”", "Jalon «~Modèle commun~»");
    let create = Some(ActionName::Create);
    let told = (format!("Undo: Addition; {name}"), format!("Annulation~: Ajout; {nom}"));
    check(ActionName::Undo, create, gone(), &told.0, &told.1);
    // Of what was undone elsewhere nothing may be known here.
    check(ActionName::Undo, None, gone(), &format!("Undo; {name}"), &format!("Annulation; {nom}"));
    let told = (format!("Redo: Deletion; {name}"), format!("Rétablissement~: Suppression; {nom}"));
    check(ActionName::Redo, Some(ActionName::Delete), gone(), &told.0, &told.1);
    let told = told_of(ActionName::Import, None, change("title.en", json!("A"), json!("B")), Lang::En);
    assert!(told.starts_with("Import of a plan file; Milestone"), "{told}");
}

#[test]
fn a_line_of_history_is_one_line() {
    let told = ToldEntry {
        txn: "t".into(),
        when: "September 10, 2019, 2:05 p.m.".into(),
        who: "Secretariat".into(),
        action: "Edit".into(),
        what: vec!["Title: “one\n  two”".into()],
        why: "first\r\nsecond".into(),
    };
    let line = "September 10, 2019, 2:05 p.m., Secretariat: Title: “one two”: first second";
    assert_eq!(told.line(Words::of(Lang::En)), line);
}

#[test]
fn roles_languages_and_what_is_referred_to_are_told_in_words() {
    let item = |id: &str, en: &str, fr: &str| {
        json!({"id": id, "cycle": "c", "position": "b", "text": {"en": en, "fr": fr, "source": "en"},
            "attribution": "anonymous"})
    };
    let mut step = item("next-step-1", "Meet again", "Se réunir");
    step.as_object_mut().unwrap().remove("attribution");
    let plan = json!({"challenges": {"challenge-2": item("challenge-2", "Money", "Argent")},
        "next_steps": {"next-step-1": step}});
    let plan: Plan = serde_json::from_value(plan).unwrap();
    let check = |kind, field: &str, after: Value, english: &str, french: &str| {
        for (lang, expected) in [(Lang::En, english), (Lang::Fr, french)] {
            let change = HistoryChange { kind, ..change(field, Value::Null, after.clone()) };
            let told = Teller::new(Words::of(lang), &plan).field(&change, "").join("; ");
            assert!(told.ends_with(&expected.replace('~', "\u{a0}")), "{told}");
        }
    };
    let chair = json!([{"role": "co_chair", "jurisdiction": "CA-AB"}]);
    check(Kind::Person, "roles", chair, ": CA-AB co-chair", "~: Coprésidence, CA-AB");
    check(Kind::Workplan, "languages", json!(["en", "fr"]), ": English and French", "~: anglais et français");
    let merged = json!(["challenge-2", "gone"]);
    let french = "~: Défi «~Argent~» et gone";
    check(Kind::Challenge, "merged_from", merged, ": Challenge “Money” and gone", french);
    let french = "~: Prochaine étape «~Se réunir~»";
    check(Kind::NextStep, "parent", json!("next-step-1"), ": Next step “Meet again”", french);
    check(Kind::NextStep, "parent", json!("gone"), ": gone", "~: gone");
    check(Kind::Term, "forbidden_en", json!(["a", "b"]), ": “a” and “b”", ": «~a~» et «~b~»");
}
