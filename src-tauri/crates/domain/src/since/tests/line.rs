//! What was carried over more than once.

use super::*;
use crate::carry::carried_id;

/// Carries something of a list over: a copy of it that says where it comes from.
pub(super) fn carry(it: &mut Value, list: &str, from: &str, to: &str, fields: Value) {
    let mut copy = it[list][from].clone();
    copy["id"] = json!(to);
    copy["carried_from"] = json!(from);
    copy.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
    it[list][to] = copy;
}

pub(super) fn read(it: Value) -> Plan {
    serde_json::from_value(it).unwrap()
}

#[test]
fn over_three_cycles_what_was_carried_over_is_neither_new_nor_gone() {
    let text = |en: &str| json!({"en": en, "source": "en"});
    let mut it = json!(plan(&[]));
    it["meetings"]["t"] = json!({"id": "t", "workplan": "w", "name": text("Councils"), "date": "2019-09-25"});
    for cycle in ["c", "c2", "c3"] {
        it["cycles"][cycle] = json!({"id": cycle, "meeting": "t", "state": "open"});
    }
    it["next_steps"]["n"] = json!({"id": "n", "cycle": "c", "position": "b", "text": text("Meet")});
    it["progress"]["g"] =
        json!({"id": "g", "cycle": "c", "priority": "p", "position": "b", "text": text("Drafted")});
    it["achievements"]["a"] = json!({"id": "a", "cycle": "c", "jurisdiction": "CA-YT", "position": "b",
        "text": text("Portal"), "ongoing": true});
    it["challenges"]["h"] =
        json!({"id": "h", "cycle": "c", "position": "b", "text": text("Money"), "attribution": "anonymous"});
    let before = read(it.clone());
    let once = |it: &mut Value, from: &str, to: &str| {
        for (list, id) in [("next_steps", "n"), ("progress", "g"), ("achievements", "a"), ("challenges", "h")]
        {
            carry(it, list, &format!("{id}{from}"), &format!("{id}{to}"), json!({"cycle": format!("c{to}")}));
        }
    };
    once(&mut it, "", "2");
    assert_eq!(found(&before, &read(it.clone())), [""; 0]);
    once(&mut it, "2", "3");
    assert_eq!(found(&before, &read(it.clone())), [""; 0]);
    // What was said otherwise on the way is told, by what it is now.
    it["next_steps"]["n3"]["text"]["en"] = json!("Meet twice");
    it["achievements"]["a3"]["links"] = json!([{"en": "https://example.org/"}]);
    it["challenges"]["h3"]["done"] = json!(true);
    let told = since(&before, &read(it));
    let ids: Vec<&str> = told
        .iter()
        .map(|it| match it {
            Difference::Translation { id, .. } | Difference::Otherwise { id, .. } => id.as_str(),
            other => panic!("{other:?}"),
        })
        .collect();
    // A link of one language is shown in both decks.
    assert_eq!(ids, ["n3", "a3", "a3", "h3"]);
}

#[test]
fn over_three_plans_what_was_carried_over_is_neither_new_nor_gone() {
    let text = json!({"en": "About", "source": "en"});
    let mut it = json!(plan(&[milestone("LP", "2019-Q3")]));
    it["priorities"]["p"]["leads"] = json!([{"jurisdiction": "CA-QC"}]);
    it["slides"]["s"] = json!({"id": "s", "workplan": "w", "position": "b", "role": "about", "title": text});
    it["points"]["b"] = json!({"id": "b", "owner": "s", "position": "b", "text": text});
    let before = read(it.clone());
    let (mut slide, mut point) = ("s".to_owned(), "b".to_owned());
    for (from, to) in [("", "2"), ("2", "3")] {
        let [w, p, m] = ["w", "p", "m"].map(|id| [format!("{id}{from}"), format!("{id}{to}")]);
        carry(&mut it, "workplans", &w[0], &w[1], json!({"title": {"en": "Next", "source": "en"}}));
        carry(&mut it, "priorities", &p[0], &p[1], json!({"workplan": w[1]}));
        carry(&mut it, "milestones", &m[0], &m[1], json!({"priority": p[1]}));
        let copied = |id: &str| carried_id(&Id::parse(id).unwrap(), &Id::parse(&w[1]).unwrap()).to_string();
        let (slide_to, point_to) = (copied(&slide), copied(&point));
        for (list, from, to, under) in [
            ("slides", &slide, &slide_to, json!({"workplan": w[1]})),
            ("points", &point, &point_to, json!({"owner": slide_to})),
        ] {
            carry(&mut it, list, from, to, under);
            it[list][to].as_object_mut().unwrap().remove("carried_from");
        }
        (slide, point) = (slide_to, point_to);
        it["workplans"][&w[0]]["state"] = json!("closed");
    }
    // That the plan was closed, and that nothing was said of its milestone.
    assert_eq!(found(&before, &read(it.clone())), ["silent", "otherwise"]);
    it["priorities"]["p3"]["leads"] = json!([{"jurisdiction": "CA-AB"}]);
    it["milestones"]["m3"]["status"]["completion"] = json!("SP");
    it["points"][&point]["text"]["en"] = json!("About us");
    assert_eq!(found(&before, &read(it.clone())), ["restated", "leads", "translation", "otherwise"]);
    // Completed in the plan between, it was not taken along.
    it["milestones"].as_object_mut().unwrap().remove("m3");
    it["milestones"]["m2"]["status"]["completion"] = json!("C");
    assert_eq!(found(&before, &read(it)), ["completed", "leads", "translation", "otherwise"]);
}
