//! What the sentences of history are.

use super::*;
use jalon_domain::actor::OnBehalf;
use jalon_domain::{Actor, Audience, Jurisdiction, Lang, Role};
use serde_json::json;

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
    let told = field(&change("status", before, after), Words::of(Lang::En), &Plan::default());
    for part in ["Common template", "Limited progress", "Substantial progress", "Draft circulated"] {
        assert!(told.contains(part), "{told}");
    }
}

#[test]
fn a_text_is_quoted_in_the_readers_way() {
    let change = change("title.fr", json!("Modèle"), json!("Modèle commun"));
    let told = field(&change, Words::of(Lang::Fr), &Plan::default());
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
    };
    let check = |entry: &HistoryEntry, lang, expected: &str| {
        assert_eq!(tell(entry, Words::of(lang), &plan).who, expected);
    };
    check(&entry, Lang::En, "Co-chair, Alta.");
    check(&entry, Lang::Fr, "Coprésidence, Alb.");
    entry.actor = Some(Actor::new("R. Roy", Role::CoChair, Some(id.clone())));
    check(&entry, Lang::Fr, "R. Roy (Coprésidence, Alb.)");
    entry.actor = Some(Actor::secretariat());
    let when = "2019-09-01".parse().unwrap();
    entry.on_behalf = Some(OnBehalf { role: Role::CoChair, jurisdiction: id, how: "e-mail".into(), when });
    check(&entry, Lang::En, "Secretariat, on behalf of Co-chair, Alta. (e-mail, September 1, 2019)");
    entry.actor = None;
    check(&entry, Lang::En, "Somebody of the group");
    check(&entry, Lang::Fr, "Un membre du groupe");
    let leads = json!([{"jurisdiction": "CA-AB"}, {"jurisdiction": "CA-XX"}]);
    let change = HistoryChange { kind: Kind::Priority, ..change("leads", Value::Null, leads) };
    assert!(field(&change, Words::of(Lang::Fr), &plan).ends_with("Alb., CA-XX"));
}
