use super::*;
use serde_json::{Value, json};

fn plan(achievement: &Value, clearances: &[(&str, &str)]) -> Plan {
    let clearance = |(of, content): &(&str, &str)| {
        let id = format!("{of}-{content}");
        (id.clone(), json!({"id": id, "item": "a", "jurisdiction": of, "content": content}))
    };
    serde_json::from_value(json!({
        "achievements": {"a": achievement},
        "clearances": clearances.iter().map(clearance).collect::<serde_json::Map<_, _>>(),
    }))
    .unwrap()
}

fn achievement(change: impl FnOnce(&mut Value)) -> Value {
    let mut it = json!({"id": "a", "cycle": "c", "jurisdiction": "CA-YT", "position": "b",
        "text": {"en": "Portal", "fr": "Portail", "source": "en", "state": "draft"},
        "links": [{"en": "https://example.org"}]});
    change(&mut it);
    it
}

fn state(achievement: &Value, clearances: &[(&str, &str)]) -> Clearing {
    let found = super::clearances(&plan(achievement, clearances), &Id::parse("c").unwrap());
    assert_eq!(found.len(), 1);
    found[0].state
}

#[test]
fn a_clearance_holds_for_what_was_shown_and_for_who_gave_it() {
    let as_it_is = achievement(|_| {});
    let content = content(&plan(&as_it_is, &[]), &Id::parse("a").unwrap()).unwrap();
    assert_eq!(state(&as_it_is, &[]), Clearing::Missing);
    assert_eq!(state(&as_it_is, &[("CA-ON", &content)]), Clearing::Missing);
    assert_eq!(state(&as_it_is, &[("CA-YT", "0000")]), Clearing::Outdated);
    assert_eq!(state(&as_it_is, &[("CA-YT", "0000"), ("CA-YT", &content)]), Clearing::Cleared);
    assert_eq!(state(&as_it_is, &[("CA-YT", &content), ("CA-YT", "zzzz")]), Clearing::Cleared);
}

#[test]
fn whatever_a_deck_shows_of_an_item_is_part_of_its_content() {
    let digest = |it: &Value| content(&plan(it, &[]), &Id::parse("a").unwrap()).unwrap();
    let before = digest(&achievement(|_| {}));
    let changes: [fn(&mut Value); 7] = [
        |it| it["text"]["en"] = json!("Portals"),
        |it| it["text"]["fr"] = json!("Portails"),
        |it| it["links"] = json!([]),
        |it| it["links"][0]["en"] = json!("https://example.com"),
        |it| it["links"][0]["label"] = json!({"en": "Site", "source": "en"}),
        |it| it["ongoing"] = json!(true),
        |it| it["jurisdiction"] = json!("CA-NT"),
    ];
    for (n, change) in changes.into_iter().enumerate() {
        assert_ne!(digest(&achievement(change)), before, "{n}");
    }
    let unseen: [fn(&mut Value); 3] = [
        |it| it["text"]["state"] = json!("approved"),
        |it| it["position"] = json!("z"),
        |it| it["carried_from"] = json!("a0"),
    ];
    for (n, change) in unseen.into_iter().enumerate() {
        assert_eq!(digest(&achievement(change)), before, "{n}");
    }
}

#[test]
fn only_who_is_named_clears_and_what_was_merged_needs_nobody() {
    let challenge = |id: &str, attribution: &str, of: &[&str], from: &[&str]| {
        json!({"id": id, "cycle": "c", "position": "b", "text": {"en": id, "source": "en"},
            "attribution": attribution, "jurisdictions": of, "origins": ["CA-NU"], "merged_from": from})
    };
    let plan: Plan = serde_json::from_value(json!({"challenges": {
        "h1": challenge("h1", "named", &["CA-ON"], &[]),
        "h2": challenge("h2", "anonymous", &[], &[]),
        "h3": challenge("h3", "named", &["CA-ON", "CA-QC"], &["h1", "h2"]),
        "h4": challenge("h4", "internal", &[], &[]),
    }}))
    .unwrap();
    let found: Vec<_> = super::clearances(&plan, &Id::parse("c").unwrap())
        .into_iter()
        .map(|it| (it.item.to_string(), it.jurisdiction.to_string()))
        .collect();
    let expected = [("h3", "CA-ON"), ("h3", "CA-QC")].map(|(item, of)| (item.to_owned(), of.to_owned()));
    assert_eq!(found, expected);
}
