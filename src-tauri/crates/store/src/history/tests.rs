use chrono::DateTime;
use jalon_domain::action::ActionName;
use jalon_domain::problem::Objects;
use jalon_domain::{Actor, Audience, Id, Kind, Role};
use serde_json::{Value, json};

use super::HistoryEntry;
use crate::import::bring_in;
use crate::{Context, Store};

fn objects(list: &[(Kind, Value)]) -> Objects {
    let mut objects = Objects::new();
    for (kind, object) in list {
        let id = Id::parse(object["id"].as_str().unwrap()).unwrap();
        objects.entry(*kind).or_default().insert(id, object.clone());
    }
    objects
}

#[test]
fn what_an_earlier_version_wrote_together_does_not_say_whose_the_challenges_are() {
    let folder = tempfile::tempdir().unwrap();
    let now = DateTime::from_timestamp(1_568_124_300, 0).unwrap();
    let mut store = Store::create(&folder.path().join("plan.jalon"), now).unwrap();
    let text = |en: &str| json!({"en": en, "source": "en", "state": "missing"});
    let around = objects(&[
        (
            Kind::Workplan,
            json!({"id": "w", "position": "b", "title": text("Plan"), "group": text("Group"),
                "group_abbreviation": text("G"), "languages": ["en", "fr"], "state": "open"}),
        ),
        (
            Kind::Meeting,
            json!({"id": "meet", "workplan": "w", "name": text("Councils"), "date": "2019-09-25"}),
        ),
        (Kind::Cycle, json!({"id": "cy", "meeting": "meet", "opens": "2019-07-31", "state": "open"})),
    ]);
    store.import(&Context::new(Actor::secretariat(), now), &around, false).unwrap();
    let file = objects(&[
        (
            Kind::Achievement,
            json!({"id": "ach", "cycle": "cy", "jurisdiction": "CA-YT", "position": "b", "text": text("Portal")}),
        ),
        (
            Kind::Challenge,
            json!({"id": "ch", "cycle": "cy", "position": "b", "attribution": "anonymous",
                "origins": ["CA-YT"], "text": text("Nobody helps")}),
        ),
    ]);
    let yukon = Actor::new("Y", Role::Lead, Id::parse("CA-YT"));
    let context = Context { reason: Some("our own".into()), ..Context::new(yukon.clone(), now) };
    store.transact(ActionName::Import, &context, |tx| bring_in(tx, &file).map(drop)).unwrap();

    let told = |of: Option<&str>, reader: &Actor| -> Option<HistoryEntry> {
        let of = of.and_then(Id::parse);
        let entries = store.history(of.as_ref()).unwrap();
        entries.into_iter().next().unwrap().for_reader(reader)
    };
    for reader in [Actor::new("R", Role::Reader, None), Actor::new("L", Role::Lead, Id::parse("CA-QC"))] {
        for of in [None, Some("ach")] {
            let entry = told(of, &reader).unwrap();
            assert_eq!((&entry.actor, entry.audience), (&Some(yukon.clone()), Audience::All));
            let said = serde_json::to_string(&entry).unwrap();
            assert!(
                said.contains("\"ach\"") && !said.contains("\"ch\"") && !said.contains("our own"),
                "{said}"
            );
        }
        assert_eq!(told(Some("ch"), &reader), None);
    }
    for reader in [yukon.clone(), Actor::secretariat()] {
        let entry = told(None, &reader).unwrap();
        assert!(entry.changes.iter().any(|change| change.id.as_str() == "ch"), "{entry:?}");
        assert!(told(Some("ch"), &reader).unwrap().reason.is_some());
    }
}
