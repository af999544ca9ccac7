//! What is told beside milestones, dates and texts.

use super::*;

fn text(en: &str) -> Value {
    json!({"en": en, "source": "en"})
}

fn with(change: impl FnOnce(&mut Value)) -> Plan {
    let mut it = json!(plan(&[]));
    it["meetings"]["t"] = json!({"id": "t", "workplan": "w", "name": text("Councils"), "date": "2019-09-25"});
    it["cycles"]["c"] = json!({"id": "c", "meeting": "t", "state": "open"});
    it["events"]["e"] = json!({"id": "e", "cycle": "c", "position": "b", "title": text("Summit")});
    it["figures"]["f"] =
        json!({"id": "f", "event": "e", "position": "b", "value": 22, "label": text("side events")});
    it["people"]["a"] =
        json!({"id": "a", "name": "Ada", "roles": [{"role": "co_chair", "jurisdiction": "CA-AB"}]});
    it["challenges"] = json!({});
    for (id, position) in [("h1", "b"), ("h2", "c"), ("h3", "d")] {
        it["challenges"][id] = json!({"id": id, "cycle": "c", "position": position, "text": text(id),
            "attribution": "anonymous"});
    }
    change(&mut it);
    serde_json::from_value(it).unwrap()
}

#[test]
fn a_fact_that_is_another_is_told_with_what_it_was() {
    let told = since(
        &with(|_| {}),
        &with(|it| {
            it["figures"]["f"]["value"] = json!(23);
            it["people"]["a"]["roles"] = json!([]);
            it["challenges"]["h1"]["done"] = json!(true);
            it["challenges"]["h2"]["attribution"] = json!("internal");
        }),
    );
    let facts: Vec<String> = told
        .iter()
        .map(|it| match it {
            Difference::Otherwise { id, field, lang: None, before, after, .. } => {
                format!("{id} {field} {before} {after}")
            }
            other => panic!("{other:?}"),
        })
        .collect();
    let chair = r#"a roles [{"role":"co_chair","jurisdiction":"CA-AB"}] []"#;
    let expected = [chair, "h1 done false true", r#"h2 attribution "anonymous" "internal""#, "f value 22 23"];
    assert_eq!(facts, expected);
}

#[test]
fn of_links_each_language_is_told_that_shows_others() {
    let links = |links: Value| {
        with(|it| {
            it["points"]["b"] =
                json!({"id": "b", "owner": "e", "position": "b", "text": text("A"), "links": links});
        })
    };
    let pair = |fr: &str| json!([{"en": "https://example.org/en", "fr": fr}]);
    let told = since(&links(pair("https://example.org/fr")), &links(pair("https://example.org/b")));
    let [Difference::Otherwise { field, lang: Some(Lang::Fr), .. }] = &told[..] else { panic!("{told:?}") };
    assert_eq!(field, "links");
}

#[test]
fn what_stands_at_another_place_is_told_alone() {
    let first = |it: &mut Value| it["challenges"]["h3"]["position"] = json!("a");
    let told = since(&with(|_| {}), &with(first));
    let [Difference::Reordered { id, .. }] = &told[..] else { panic!("{told:?}") };
    assert_eq!(id.as_str(), "h3");
    // Another key, and the same order.
    assert!(since(&with(|_| {}), &with(|it| it["challenges"]["h3"]["position"] = json!("x"))).is_empty());
}

#[test]
fn challenges_that_were_merged_have_left_the_deck() {
    let merge = |it: &mut Value| {
        it["challenges"]["m"] = json!({"id": "m", "cycle": "c", "position": "e", "text": text("One"),
            "attribution": "anonymous", "merged_from": ["h1", "h2"]});
    };
    let further = |it: &mut Value| {
        merge(it);
        it["challenges"]["k"] = json!({"id": "k", "cycle": "c", "position": "f", "text": text("All"),
            "attribution": "anonymous", "merged_from": ["m", "h3"]});
    };
    let merged = |before: &Plan, after: &Plan| -> Vec<String> {
        let told = since(before, after).into_iter().map(|it| match it {
            Difference::Merged { challenge, into } => format!("{challenge} {into}"),
            Difference::Added { id, .. } => format!("new {id}"),
            Difference::Removed { id, .. } => format!("gone {id}"),
            other => panic!("{other:?}"),
        });
        told.collect()
    };
    let plain = with(|_| {});
    assert_eq!(merged(&plain, &with(merge)), ["new m", "h1 m", "h2 m"]);
    assert_eq!(merged(&plain, &with(further)), ["new k", "h1 k", "h2 k", "h3 k"]);
    assert_eq!(merged(&with(merge), &with(further)), ["new k", "h3 k", "m k"]);
    // Taken apart again, they are back.
    assert_eq!(merged(&with(merge), &plain), ["new h1", "new h2", "gone m"]);
}

#[test]
fn what_stands_under_something_new_or_gone_is_not_told_besides() {
    let bare = with(|it| {
        it["events"] = json!({});
        it["figures"] = json!({});
    });
    assert_eq!(found(&bare, &with(|_| {})), ["added"]);
    assert_eq!(found(&with(|_| {}), &bare), ["removed"]);
    assert_eq!(found(&with(|it| it["figures"] = json!({})), &with(|_| {})), ["added"]);
    let none = with(|it| {
        it["meetings"] = json!({});
        it["cycles"] = json!({});
        it["events"] = json!({});
        it["figures"] = json!({});
        it["challenges"] = json!({});
    });
    let empty = with(|it| {
        it["events"] = json!({});
        it["figures"] = json!({});
        it["challenges"] = json!({});
    });
    // A meeting, whose cycle goes without saying.
    assert_eq!(found(&none, &empty), ["added"]);
    assert_eq!(found(&empty, &none), ["removed"]);
}
