//! An approval names the content of a deck: nothing that the deck shows may change
//! while its hash stays.

mod support;

use chrono::{Days, NaiveDate};
use jalon_deck::compose::{ComposeOptions, compose};
use jalon_deck::model::Deck;
use jalon_domain::content::content;
use jalon_domain::plan::Entity;
use jalon_domain::problem::{Objects, objects};
use jalon_domain::registry::KINDS;
use jalon_domain::since::{Difference, since};
use jalon_domain::{FieldDef, FieldType, Id, Kind, Lang, Plan};
use serde_json::{Value, json};

fn id(text: &str) -> Id {
    Id::parse(text).expect("an id")
}

fn meeting_day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2019, 9, 25).expect("a day")
}

fn hash(plan: &Plan) -> Option<String> {
    let workplan = plan.current_workplan()?;
    let (_, cycle) = plan.current_cycle(&workplan.id)?;
    Some(content(plan, &cycle.id)?.hash())
}

/// Both final decks, made a month before the meeting.
fn composed(plan: &Plan) -> [Deck; 2] {
    let options = ComposeOptions { day: meeting_day() - Days::new(30), draft: false };
    Lang::BOTH.map(|lang| compose(plan, lang, &options))
}

/// The sample, with what a deck can show besides.
fn full() -> Plan {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../exchange/sample/plan.json");
    let mut plan = support::read(&std::fs::read(file).expect("the sample is there")).expect("and is a plan");
    for (n, attribution) in [(1, "named"), (2, "anonymous"), (3, "internal")] {
        let it = plan.challenges.get_mut(&id(&format!("challenge-{n}"))).expect("the challenge");
        it.attribution = attribution.into();
        it.jurisdictions = vec![id("CA-ON"), id("CA-MB")];
        it.origins = vec![id("CA-BC")];
    }
    let people = json!({
        "a": {"id": "a", "name": "Ada", "roles": [{"role": "co_chair", "jurisdiction": "CA"}]},
        "b": {"id": "b", "name": "Bea", "roles": [{"role": "co_chair", "jurisdiction": "CA-AB", "alternate": true}]},
        "c": {"id": "c", "name": "Cy", "roles": [{"role": "co_chair", "jurisdiction": "CA-AB", "to": "2019-09-01"}]},
        "d": {"id": "d", "name": "Di", "roles": [{"role": "lead", "jurisdiction": "CA-ON"}]},
    });
    plan.people = serde_json::from_value(people).expect("people");
    plan
}

fn pair(en: &str, fr: &str) -> Value {
    json!({"en": en, "fr": fr, "source": "en", "state": "approved"})
}

/// Other values that a field may hold, most of them unlike `now`.
fn others(field: &FieldDef, now: &Value, all: &Objects) -> Vec<Value> {
    let ids = |kinds: &[Kind]| -> Vec<Value> {
        kinds.iter().flat_map(|kind| all[kind].keys().map(|id| json!(id))).collect()
    };
    let list = now.as_array().cloned().unwrap_or_default();
    let with = |more: Value| json!([list.clone(), vec![more]].concat());
    let without_first = || json!(list.iter().skip(1).collect::<Vec<_>>());
    let reversed = || json!(list.iter().rev().collect::<Vec<_>>());
    let mut values = match field.ty {
        FieldType::Text => vec![json!("Somebody else")],
        FieldType::Bilingual => {
            let side = |lang: &str| {
                let mut other = if now.is_object() { now.clone() } else { pair("Here", "Ici") };
                other[lang] = json!("Other words");
                other
            };
            let same = json!({"en": "One for both", "source": "en", "state": "same"});
            vec![side("en"), side("fr"), same, json!({"en": "Alone", "source": "en"})]
        }
        FieldType::OneOf(codes) => codes.iter().map(|code| json!(code)).collect(),
        FieldType::Count => vec![json!(7777)],
        FieldType::Flag => vec![json!(true), json!(false)],
        FieldType::Day => vec![json!("2019-08-30"), json!("2020-02-01")],
        FieldType::Date => {
            vec![
                json!("2019-03-04"),
                json!("2021-Q1"),
                json!({"words": pair("in late fall", "en fin d’automne")}),
            ]
        }
        FieldType::Position => vec![json!("01"), json!("zz")],
        FieldType::Ref(kinds) => ids(kinds),
        FieldType::Refs(kind) => {
            let more = ids(&[kind]).into_iter().map(with);
            more.chain([without_first(), reversed()]).collect()
        }
        FieldType::Status => {
            let reason = pair("because of elections", "à cause des élections");
            vec![
                json!({"completion": "NS", "outlook": "on_track"}),
                json!({"completion": "SP", "outlook": "at_risk", "reason": reason}),
                json!({"completion": "C", "evidence": [{"en": "https://example.org/done"}]}),
                json!({"completion": "NP", "reason": reason}),
            ]
        }
        FieldType::Leads => vec![
            with(json!({"jurisdiction": "CA-MB"})),
            with(json!({"jurisdiction": "CA-PE", "from": "2019-09-25"})),
            with(json!({"jurisdiction": "CA-PE", "to": "2019-09-01"})),
            without_first(),
            reversed(),
        ],
        FieldType::Links => vec![
            with(json!({"en": "https://example.org/a"})),
            with(json!({"fr": "https://example.org/b", "label": pair("page", "page web")})),
            without_first(),
            reversed(),
        ],
        FieldType::Roles => vec![
            json!([{"role": "co_chair", "jurisdiction": "CA-QC"}]),
            json!([{"role": "co_chair", "jurisdiction": "CA-QC", "from": "2019-09-20"}]),
            json!([{"role": "co_chair", "jurisdiction": "CA-QC", "alternate": true}]),
        ],
        FieldType::Langs => vec![json!(["en"]), json!(["fr"])],
        // No deck shows the glossary or a record.
        FieldType::Texts | FieldType::Vector | FieldType::Files => Vec::new(),
    };
    if !field.required {
        values.push(Value::Null);
    }
    values.retain(|value| value != now);
    values
}

/// Looks at every plan that differs from this one in one field of one entity, or lacks
/// one entity, and says where it does.
fn each_neighbour(plan: &Plan, mut look: impl FnMut(&str, &Plan)) {
    let all = objects(plan);
    let mut other = plan.clone();
    for def in KINDS {
        for (id, object) in &all[&def.kind] {
            let entity = |object: &Value| Entity::from_value(def.kind, object.clone());
            let original = entity(object).expect("it came from one");
            other.remove(def.kind, id);
            look(&format!("without {} {id}", def.name), &other);
            for field in def.fields {
                let now = object.get(field.name).cloned().unwrap_or_default();
                for value in others(field, &now, &all) {
                    let mut changed = object.clone();
                    let fields = changed.as_object_mut().expect("an object");
                    match &value {
                        Value::Null => drop(fields.remove(field.name)),
                        value => drop(fields.insert(field.name.to_owned(), value.clone())),
                    }
                    // A value that the entity cannot hold makes no neighbour.
                    let Ok(changed) = entity(&changed) else { continue };
                    other.put(changed);
                    look(&format!("{} {id}, {}: {value}", def.name, field.name), &other);
                }
            }
            other.put(original);
        }
    }
}

#[test]
fn no_deck_changes_while_the_hash_of_its_content_stays() {
    let plan = full();
    let (approved, shown) = (hash(&plan), composed(&plan));
    let (mut voided, mut unseen) = (0, 0);
    each_neighbour(&plan, |place, other| {
        if hash(other) != approved {
            voided += 1;
            return;
        }
        unseen += 1;
        for (deck, before) in composed(other).iter().zip(&shown) {
            assert!(deck == before, "{place}: the {:?} deck changes under its approval", deck.lang);
        }
    });
    assert!(voided > 1000 && unseen > 500, "{voided} {unseen}");
}

#[test]
fn whatever_changes_what_a_deck_shows_is_told_of_two_moments() {
    let plan = full();
    let shown = hash(&plan);
    let mut told = 0;
    each_neighbour(&plan, |place, other| {
        for (before, after) in [(&plan, other), (other, &plan)] {
            if hash(other) != shown {
                told += 1;
                // That nothing was said of a milestone is no news.
                let news = |it: &Difference| !matches!(it, Difference::Silent { .. });
                assert!(since(before, after).iter().any(news), "{place}: nothing is told");
            }
        }
    });
    assert!(told > 2000, "{told}");
    let same = since(&plan, &plan);
    assert!(same.iter().all(|it| matches!(it, Difference::Silent { .. })), "{same:?}");
}

#[test]
fn a_final_deck_is_the_same_on_whatever_day_it_is_made() {
    let plan = full();
    for lang in Lang::BOTH {
        let on = |days| {
            let day = meeting_day() - Days::new(days);
            compose(&plan, lang, &ComposeOptions { day, draft: false })
        };
        assert_eq!(on(60), on(0));
    }
}
