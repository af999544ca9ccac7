use super::*;
use serde_json::Map;

fn text(en: &str) -> Value {
    json!({"en": en, "source": "en"})
}

fn by_id(list: &[Value]) -> Map<String, Value> {
    list.iter().map(|it| (it["id"].as_str().unwrap().to_owned(), it.clone())).collect()
}

fn with(mut base: Value, more: Value) -> Value {
    base.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    base
}

fn step(id: &str, more: Value) -> Value {
    with(json!({"id": id, "cycle": "c1", "position": "b", "text": text(id)}), more)
}

fn achievement(id: &str, more: Value) -> Value {
    with(step(id, json!({"jurisdiction": "CA-YT"})), more)
}

fn challenge(id: &str, more: Value) -> Value {
    with(step(id, json!({"attribution": "anonymous"})), more)
}

fn progress(id: &str, more: Value) -> Value {
    with(step(id, json!({"priority": "p1", "milestone": "m1"})), more)
}

/// Cycles c1 and c2 of plan w, and c3 of plan w2, which has taken priority p1 over as q1.
fn plan(lists: &Value) -> Plan {
    let workplan = |id: &str| {
        json!({"id": id, "position": id, "title": text(id), "group": text("G"), "languages": ["en"],
            "group_abbreviation": text("G"), "state": "open"})
    };
    let meeting =
        |id: &str, of: &str| json!({"id": id, "workplan": of, "name": text(id), "date": "2019-09-25"});
    let cycle = |id: &str, of: &str| json!({"id": id, "meeting": of, "state": "open"});
    let priority = |id: &str, of: &str, more| {
        with(json!({"id": id, "workplan": of, "position": "b", "title": text(id)}), more)
    };
    let base = json!({
        "workplans": by_id(&[workplan("w"), workplan("w2")]),
        "meetings": by_id(&[meeting("t1", "w"), meeting("t2", "w"), meeting("t3", "w2")]),
        "cycles": by_id(&[cycle("c1", "t1"), cycle("c2", "t2"), cycle("c3", "t3")]),
        "priorities": by_id(&[
            priority("p1", "w", json!({})), priority("p2", "w", json!({})),
            priority("q1", "w2", json!({"carried_from": "p1"})),
        ]),
    });
    serde_json::from_value(with(base, lists.clone())).unwrap()
}

fn carry(plan: &Plan, from: &str, to: &str, confidential: bool) -> Vec<(String, Map<String, Value>)> {
    carry_with(plan, from, to, &[], confidential)
}

fn carry_with(
    plan: &Plan,
    from: &str,
    to: &str,
    nameless: &[&str],
    confidential: bool,
) -> Vec<(String, Map<String, Value>)> {
    let nameless = nameless.iter().map(|id| Id::parse(id).unwrap()).collect();
    let copies = over(plan, &plan.cycles[from], &plan.cycles[to], &nameless, confidential);
    let told = |copy: Copy| {
        assert_eq!(copy.id, carried_id(&copy.source, &Id::parse(to).unwrap()));
        assert_eq!(copy.fields["carried_from"], json!(copy.source));
        let fields = copy.fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
        (copy.source.to_string(), fields)
    };
    copies.into_iter().map(told).collect()
}

fn sources(carried: &[(String, Map<String, Value>)]) -> Vec<&str> {
    carried.iter().map(|(source, _)| source.as_str()).collect()
}

#[test]
fn only_what_is_unfinished_comes_along() {
    let plan = plan(&json!({
        "progress": by_id(&[progress("r1", json!({})), progress("r2", json!({"done": true}))]),
        "achievements": by_id(&[achievement("a1", json!({"ongoing": true})), achievement("a2", json!({}))]),
        "challenges": by_id(&[
            challenge("h1", json!({"attribution": "named", "jurisdictions": ["CA-YT"]})), challenge("h2", json!({"done": true})),
            challenge("h3", json!({"origins": ["CA-YT"]})), challenge("h4", json!({})),
            challenge("h5", json!({"merged_from": ["h4"]})), challenge("h6", json!({"cycle": "c2"})),
        ]),
        "next_steps": by_id(&[step("n1", json!({})), step("n2", json!({"done": true}))]),
    }));
    let all = carry(&plan, "c1", "c2", false);
    assert_eq!(sources(&all), ["r1", "a1", "h1", "n1"]);
    assert!(all.iter().all(|(_, fields)| fields["cycle"] == "c2"));
    let apart = carry(&plan, "c1", "c2", true);
    assert_eq!(sources(&apart), ["h3", "h5"]);
    assert_eq!(apart[1].1["merged_from"], Value::Null, "the sources stay where they are");
}

#[test]
fn a_challenge_that_once_named_nobody_travels_with_those_that_do_not() {
    let named = |id: &str, more| challenge(id, with(json!({"attribution": "named"}), more));
    let plan = plan(&json!({"challenges": by_id(&[
        named("h1", json!({})), named("h2", json!({})),
        named("h3", json!({"merged_from": ["x"]})),
        named("x2", json!({"cycle": "c2", "carried_from": "x"})),
    ])}));
    let apart = |nameless: &[&str]| {
        [false, true].map(|confidential| {
            let carried = carry_with(&plan, "c1", "c2", nameless, confidential);
            sources(&carried).into_iter().map(str::to_owned).collect::<Vec<_>>()
        })
    };
    assert_eq!(apart(&[]), [vec!["h1", "h2", "h3"], vec![]]);
    assert_eq!(apart(&["h2"]), [vec!["h1", "h3"], vec!["h2"]]);
    // It would say of one that names nobody where that came from.
    assert_eq!(apart(&["x2"]), [vec!["h1", "h2"], vec!["h3"]]);
}

#[test]
fn what_was_merged_here_and_carried_over_elsewhere_is_told_once() {
    let of = |id: &str, more| challenge(id, with(json!({"attribution": "named"}), more));
    let merged = |id: &str, from: &[&str]| of(id, json!({"merged_from": from}));
    let copy = |id: &str, from: &str| of(id, json!({"cycle": "c2", "carried_from": from}));
    let joined = |list: &[Value], to: &str| {
        let plan = plan(&json!({"challenges": by_id(list)}));
        let carried = carry(&plan, "c1", to, false);
        assert_eq!(sources(&carried), ["m"], "{list:?}");
        carried[0].1["merged_from"].clone()
    };
    let base = || vec![of("a", json!({})), of("b", json!({})), merged("m", &["a", "b"])];
    let and = |more: &[Value]| [base(), more.to_vec()].concat();
    assert_eq!(joined(&base(), "c2"), Value::Null, "the sources stay where they are");
    assert_eq!(joined(&and(&[copy("a2", "a"), copy("b2", "b")]), "c2"), json!(["a2", "b2"]));
    assert_eq!(joined(&and(&[copy("a2", "a")]), "c2"), json!(["a2"]), "one of them alone");
    assert_eq!(joined(&and(&[copy("a2", "a")]), "c3"), Value::Null, "of another cycle");
    let over = of("a3", json!({"cycle": "c3", "carried_from": "a2"}));
    assert_eq!(joined(&and(&[copy("a2", "a"), over]), "c3"), json!(["a3"]), "over a cycle in between");
    // Of what was merged before, and of what is merged there already.
    let twice =
        [of("a", json!({})), of("b", json!({})), merged("ab", &["a", "b"]), merged("m", &["ab", "c"])];
    let there = of("d", json!({"cycle": "c2", "merged_from": ["b2"], "done": true}));
    let all = [twice.to_vec(), vec![copy("a2", "a"), copy("b2", "b"), there]].concat();
    assert_eq!(joined(&all, "c2"), json!(["a2"]));
}

#[test]
fn what_came_before_directly_or_over_another_cycle_does_not_come_twice() {
    let came = |id: &str, cycle: &str, from: &str| step(id, json!({"cycle": cycle, "carried_from": from}));
    let plan = plan(&json!({"next_steps": by_id(&[
        step("n1", json!({})), step("n2", json!({})), step("n3", json!({})),
        came("n1b", "c2", "n1"), came("n2b", "c2", "n2"), came("n2c", "c3", "n2b"),
    ])}));
    assert_eq!(sources(&carry(&plan, "c1", "c2", false)), ["n3"]);
    assert_eq!(sources(&carry(&plan, "c1", "c3", false)), ["n1", "n3"]);
    assert_eq!(sources(&carry(&plan, "c2", "c3", false)), ["n1b"]);
}

#[test]
fn a_next_step_keeps_the_nearest_parent_that_is_there() {
    let under = |id: &str, parent: &str| step(id, json!({"parent": parent}));
    let mut done = under("n2", "n1");
    done["done"] = json!(true);
    let plan = plan(&json!({"next_steps": by_id(&[
        step("n1", json!({})), done, under("n3", "n2"), under("n4", "n3"),
        step("o1", json!({})), step("o1b", json!({"cycle": "c2", "carried_from": "o1"})), under("o2", "o1"),
        under("x", "y"), under("y", "x"),
    ])}));
    let all = carry(&plan, "c1", "c2", false);
    let parent = |id: &str| all.iter().find(|(source, _)| source == id).unwrap().1["parent"].clone();
    let carried = |id: &str| json!(carried_id(&Id::parse(id).unwrap(), &Id::parse("c2").unwrap()));
    assert_eq!(parent("n1"), Value::Null);
    assert_eq!(parent("n3"), carried("n1"));
    assert_eq!(parent("n4"), carried("n3"));
    assert_eq!(parent("o2"), json!("o1b"));
    assert_eq!((parent("x"), parent("y")), (carried("y"), carried("x")), "a circle stays what it was");
}

#[test]
fn progress_finds_its_priority_in_the_next_plan_or_stays_behind() {
    let milestone = |id: &str, of: &str, more| {
        with(
            json!({"id": id, "priority": of, "position": "b", "title": text(id),
            "status": {"completion": "NS", "outlook": "on_track"}}),
            more,
        )
    };
    let plan = plan(&json!({
        "milestones": by_id(&[
            milestone("m1", "p1", json!({})), milestone("k1", "q1", json!({"carried_from": "m1"})),
        ]),
        "progress": by_id(&[
            progress("r1", json!({})), progress("r2", json!({"milestone": "m9"})),
            progress("r3", json!({"priority": "p2"})),
        ]),
    }));
    let all = carry(&plan, "c1", "c3", false);
    assert_eq!(sources(&all), ["r1", "r2"]);
    assert_eq!((&all[0].1["priority"], &all[0].1["milestone"]), (&json!("q1"), &json!("k1")));
    assert_eq!((&all[1].1["priority"], &all[1].1["milestone"]), (&json!("q1"), &Value::Null));
}

#[test]
fn the_next_plan_takes_over_open_milestones_those_who_still_lead_and_the_narrative() {
    let milestone = |id: &str, status: Value| json!({"id": id, "priority": "p1", "position": "b", "title": text(id), "status": status});
    let open = json!({"completion": "SP", "outlook": "on_hold"});
    let mut plan = plan(&json!({
        "milestones": by_id(&[
            milestone("m1", open),
            milestone("m2", json!({"completion": "C", "evidence": [{"en": "https://example.org"}]})),
            milestone("m3", json!({"completion": "NP", "reason": text("No money")})),
        ]),
        "slides": by_id(&[json!({"id": "s", "workplan": "w", "position": "b", "role": "about", "title": text("Us")})]),
        "points": by_id(&[json!({"id": "pt", "owner": "s", "position": "b", "text": text("A")})]),
    }));
    let lead = |of: &str, from: Value, to: Value| json!({"jurisdiction": of, "from": from, "to": to});
    let leads = json!([
        lead("CA-NS", Value::Null, Value::Null),
        lead("CA-ON", Value::Null, json!("2020-03-31")),
        lead("CA", json!("2019-01-01"), json!("2020-12-31")),
        lead("CA-BC", json!("2020-06-01"), Value::Null),
    ]);
    plan.priorities.values_mut().filter(|it| it.id.as_str() == "p1").for_each(|it| {
        it.leads = serde_json::from_value(leads.clone()).unwrap();
    });
    let day = NaiveDate::from_ymd_opt(2020, 4, 1).unwrap();
    let id = |id: &str| Id::parse(id).unwrap();
    let copies = into_next_plan(&plan, &id("w"), &id("next"), day);
    let sources: Vec<&str> = copies.iter().map(|copy| copy.source.as_str()).collect();
    assert_eq!(sources, ["p1", "m1", "p2", "s", "pt"]);
    let expected = json!([
        {"jurisdiction": "CA-NS"}, {"jurisdiction": "CA", "to": "2020-12-31"},
        {"jurisdiction": "CA-BC", "from": "2020-06-01"},
    ]);
    assert_eq!(copies[0].fields["leads"], expected);
    assert_eq!(copies[1].fields["priority"], json!(copies[0].id));
    assert_eq!(copies[4].fields, BTreeMap::from([("owner", json!(copies[3].id))]));
}
