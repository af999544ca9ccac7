//! A plan's year: leads come and go, dates move, the plan is closed and followed.

mod common;

use common::*;
use jalon_domain::board::board;
use jalon_domain::date::PlanDate;
use jalon_domain::lineage::lineage;
use jalon_domain::{Completion, Lang, Lead, Plan};
use jalon_store::{ActError, Changes};
use jalon_words::Words;
use serde_json::{Value, json};

fn add_lead(jurisdiction: &str, more: Value) -> Value {
    let mut action = json!({"action": "add_lead", "priority": "p1", "jurisdiction": jurisdiction});
    action.as_object_mut().unwrap().extend(fields(more));
    action
}

fn end_lead(jurisdiction: &str, to: &str) -> Value {
    json!({"action": "end_lead", "priority": "p1", "jurisdiction": jurisdiction, "to": to})
}

fn leads(plan: &Plan) -> Vec<String> {
    let told = |lead: &Lead| {
        let day = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
        format!("{} {}..{}", lead.jurisdiction, day(lead.from), day(lead.to))
    };
    plan.priorities["p1"].leads.iter().map(told).collect()
}

#[test]
fn leads_begin_and_end_within_the_year_and_the_others_keep_their_order() {
    let mut desk = Desk::new();
    desk.act(&secretariat(), add_lead("CA-QC", json!({"from": "2019-10-01"}))).unwrap();
    desk.act(&co_chair(), add_lead("CA-NS", json!({"place": 1}))).unwrap();
    desk.act(&secretariat(), end_lead("CA-ON", "2019-09-30")).unwrap();
    let expected = ["CA-NS ..", "CA-ON ..2019-09-30", "CA-QC 2019-10-01.."];
    assert_eq!(leads(&desk.store.plan().unwrap()), expected);
    let refused = |done: Result<Changes, ActError>| done.expect_err("a refusal").failure().code;
    assert_eq!(refused(desk.act(&secretariat(), end_lead("CA-BC", "2019-09-30"))), "failure-cycle-not-lead");
    assert_eq!(refused(desk.act(&secretariat(), end_lead("CA-QC", "2019-09-30"))), "failure-cycle-not-lead");
    assert_eq!(refused(desk.act(&secretariat(), add_lead("CA-NS", json!({})))), "failure-leads-twice");
    assert_eq!(refused(desk.act(&secretariat(), add_lead("XX", json!({})))), "failure-problem");
    desk.act(&secretariat(), add_lead("CA-ON", json!({"from": "2020-01-01"}))).unwrap();
    desk.act(&secretariat(), json!({"action": "undo"})).unwrap();
    assert_eq!(leads(&desk.store.plan().unwrap()), expected);
}

#[test]
fn the_first_due_date_stays_when_the_date_moves() {
    let mut desk = Desk::new();
    let dates = |desk: &Desk| {
        let plan = desk.store.plan().unwrap();
        let shown = |date: &Option<PlanDate>| date.as_ref().map(|date| json!(date));
        (shown(&plan.milestones["m1"].baseline_due), shown(&plan.milestones["m1"].due))
    };
    let day = |text: &str| Some(json!(text));
    desk.act(&secretariat(), edit("m1", json!({"due": "2020-Q1"}))).unwrap();
    assert_eq!(dates(&desk), (day("2019-Q4"), day("2020-Q1")));
    desk.act(&secretariat(), edit("m1", json!({"due": "2020-Q2"}))).unwrap();
    assert_eq!(dates(&desk), (day("2019-Q4"), day("2020-Q2")));
    desk.act(&secretariat(), json!({"action": "undo"})).unwrap();
    desk.act(&secretariat(), json!({"action": "undo"})).unwrap();
    assert_eq!(dates(&desk), (None, day("2019-Q4")));
    desk.act(&secretariat(), edit("m1", json!({"due": null}))).unwrap();
    assert_eq!(dates(&desk), (day("2019-Q4"), None));
    // What has no date is due on none, be it the first.
    let board = board(&desk.store.plan().unwrap(), &desk.store.surroundings(now().date_naive()).unwrap());
    let card = &board.unwrap().columns[0].cards[0];
    assert_eq!((&card.due, &card.moved_from), (&None, &PlanDate::parse("2019-Q4")));
    // Saying another baseline is an edit like any other, for those who may.
    desk.act(&secretariat(), edit("m1", json!({"baseline_due": "2019-Q3", "due": "2019-Q3"}))).unwrap();
    assert_eq!(dates(&desk), (day("2019-Q3"), day("2019-Q3")));
    desk.act(&secretariat(), edit("m2", json!({"due": "2020"}))).unwrap();
    assert_eq!(
        desk.store.plan().unwrap().milestones["m2"].baseline_due,
        None,
        "the first date has not moved"
    );
}

#[test]
fn a_plan_file_that_moves_a_date_keeps_the_first_one_and_changes_nothing_the_second_time() {
    let mut desk = Desk::new();
    let mut file = plan();
    file.get_mut(&jalon_domain::Kind::Milestone).unwrap().get_mut(&id("m1")).unwrap()["due"] =
        json!("2020-Q1");
    for times in 0..2 {
        let import = desk.store.import(&secretariat(), &file, false).unwrap();
        assert_eq!(import.edited.len(), 1 - times);
        assert_eq!(json!(desk.store.plan().unwrap().milestones["m1"].baseline_due), json!("2019-Q4"));
    }
}

fn close(lessons: Value) -> Value {
    json!({"action": "close_plan", "workplan": "w", "lessons": lessons})
}

fn closed() -> Desk {
    let mut desk = Desk::new();
    desk.act(&secretariat(), close(json!({"p1": text("Begin earlier", "Commencer plus tôt")}))).unwrap();
    desk
}

#[test]
fn a_plan_is_closed_with_lessons_for_each_priority_and_pins_the_moment() {
    let mut desk = Desk::new();
    let other = json!({"action": "create", "kind": "priority", "id": "p2",
        "fields": {"workplan": "w", "title": text("Search", "Recherche")}});
    desk.act(&secretariat(), other).unwrap();
    let one = || json!({"p1": text("Begin earlier", "Commencer plus tôt")});
    let refused = desk.act(&secretariat(), close(one())).expect_err("p2 has none").failure();
    assert_eq!(refused.code, "failure-cycle-no-lessons");
    let told = Words::of(Lang::En).failure(&refused);
    assert!(told.ends_with("by their numbers: 2."), "{told}");
    assert_eq!(desk.store.plan().unwrap().priorities["p1"].lessons, None, "all or nothing");
    desk.act(&secretariat(), edit("p2", json!({"lessons": text("Ask users", "")}))).unwrap();
    let again = json!({"p1": text("A", "B"), "p2": text("Other words", "")});
    assert_eq!(code(desk.act(&secretariat(), close(again))), "failure-cycle-lessons-there");
    assert_eq!(
        code(desk.act(&secretariat(), close(json!({"m1": text("A", "B")})))),
        "failure-cycle-other-kind"
    );
    desk.act(&co_chair(), close(one())).unwrap();
    let plan = desk.store.plan().unwrap();
    assert_eq!((plan.workplans["w"].state.as_str(), plan.closings.len()), ("closed", 1));
    let closing = plan.closings.values().next().unwrap();
    assert_eq!((closing.workplan.as_str(), closing.closed_on), ("w", now().date_naive()));
    let newest = desk.store.history(None).unwrap().len() as i64;
    let pinned: i64 = closing.at.devices().map(|(_, seq)| seq).sum();
    assert_eq!(pinned, newest, "the closing itself is inside");
    assert_eq!(code(desk.act(&co_chair(), json!({"action": "undo"}))), "failure-store-cannot-be-undone");
    assert_eq!(code(desk.act(&co_chair(), close(json!({})))), "failure-cycle-plan-closed");
}

#[test]
fn nothing_of_a_closed_plan_changes_by_any_verb_until_it_is_reopened() {
    let next_step = json!({"cycle": "cy", "text": text("A", "B")});
    let item = json!({"cycle": "cy", "jurisdiction": "CA-ON", "text": text("Portal", "")});
    let create =
        |kind: &str, fields: Value| json!({"action": "create", "kind": kind, "id": "new", "fields": fields});
    let refused = [
        set_status("m1", status("SP", "on_track")),
        edit("m1", json!({"title.fr": "Norme"})),
        edit("w", json!({"ends": "2020-12-31"})),
        edit("p1", json!({"lessons": text("Other", "")})),
        edit("ch", json!({"text.en": "Money"})),
        json!({"action": "delete", "id": "n1"}),
        create("next_step", next_step),
        create("achievement", item),
        add_lead("CA-QC", json!({})),
        json!({"action": "approve_translation", "id": "m1", "field": "title"}),
        json!({"action": "close_cycle", "cycle": "cy"}),
        json!({"action": "open_cycle", "workplan": "w", "name": text("A", ""), "date": "2020-02-26"}),
        json!({"action": "set_submission", "cycle": "cy", "jurisdiction": "CA-AB", "state": "draft"}),
    ];
    for action in refused {
        let mut desk = closed();
        let before = desk.store.plan().unwrap();
        let by = if action["action"] == "set_submission" || action["action"] == "set_milestone_status" {
            co_chair()
        } else {
            secretariat()
        };
        assert_eq!(code(desk.act(&by, action.clone())), "failure-cycle-plan-closed", "{action}");
        assert_eq!(desk.store.plan().unwrap(), before);
    }
    let mut desk = closed();
    let mut file = plan();
    file.get_mut(&jalon_domain::Kind::Milestone).unwrap().get_mut(&id("m1")).unwrap()["due"] = json!("2021");
    let import = desk.store.import(&secretariat(), &file, false).expect_err("a closed plan").failure();
    assert!(
        ["failure-cycle-plan-closed", "failure-store-by-verb"].contains(&import.code.as_str()),
        "{import:?}"
    );
    // What is of no plan goes on.
    desk.act(
        &secretariat(),
        json!({"action": "create", "kind": "person", "id": "who", "fields": {"name": "A"}}),
    )
    .unwrap();
    desk.act(&secretariat(), edit("CA-ON", json!({"name.fr": "Ontario (Ont.)"}))).unwrap();
}

#[test]
fn a_plan_is_reopened_for_a_reason_and_its_closing_stays_on_record() {
    let reopen = |reason: &str| json!({"action": "reopen_plan", "workplan": "w", "reason": reason});
    let mut desk = closed();
    assert_eq!(code(desk.act(&secretariat(), reopen(" "))), "failure-cycle-no-reason");
    assert_eq!(code(desk.act(&lead("CA-ON"), reopen("Late figures"))), "failure-denied-role");
    desk.act(&secretariat(), reopen("Late figures")).unwrap();
    assert_eq!(desk.store.history(None).unwrap()[0].reason.as_deref(), Some("Late figures"));
    desk.act(&co_chair(), set_status("m1", status("SP", "on_track"))).unwrap();
    assert_eq!(code(desk.act(&secretariat(), reopen("Again"))), "failure-cycle-plan-open");
    desk.act(&secretariat(), close(json!({}))).unwrap();
    assert_eq!(desk.store.plan().unwrap().closings.len(), 2);
}

#[test]
fn a_plan_is_closed_neither_by_an_edit_nor_by_a_plan_file() {
    let mut desk = Desk::new();
    assert_eq!(
        code(desk.act(&secretariat(), edit("w", json!({"state": "closed"})))),
        "failure-store-by-verb"
    );
    let mut file = plan();
    file.get_mut(&jalon_domain::Kind::Workplan).unwrap().get_mut(&id("w")).unwrap()["state"] =
        json!("closed");
    let refused = desk.store.import(&secretariat(), &file, false).expect_err("not by a file");
    assert_eq!(refused.failure().code, "failure-store-by-verb");
    let folder = tempfile::tempdir().unwrap();
    let mut empty = jalon_store::Store::create(&folder.path().join("plan.jalon"), now()).unwrap();
    empty.import(&secretariat(), &file, false).expect("a record of what was closed elsewhere");
    assert_eq!(empty.plan().unwrap().workplans["w"].state, "closed");
    act(&mut empty, &secretariat(), json!({"action": "undo"})).expect("what came in goes again");
}

fn clone(more: Value) -> Value {
    let mut action = json!({"action": "clone_plan", "workplan": "w", "id": "w2", "title": text("Next plan", "Plan suivant")});
    action.as_object_mut().unwrap().extend(fields(more));
    action
}

#[test]
fn the_next_plan_takes_over_what_is_open_and_knows_where_it_comes_from() {
    let mut desk = Desk::new();
    let complete = json!({"completion": "C", "evidence": [{"en": "https://example.org"}]});
    desk.act(&co_chair(), set_status("m2", complete)).unwrap();
    desk.act(&secretariat(), edit("m1", json!({"due": "2020-Q1"}))).unwrap();
    desk.act(&secretariat(), add_lead("CA-QC", json!({"from": "2019-10-01"}))).unwrap();
    desk.act(&secretariat(), end_lead("CA-ON", "2019-12-31")).unwrap();
    let slide = json!({"action": "create", "kind": "slide", "id": "s1",
        "fields": {"workplan": "w", "role": "about", "title": text("Us", "Nous")}});
    desk.act(&secretariat(), slide).unwrap();
    let point = json!({"action": "create", "kind": "point", "id": "pt1", "fields": {"owner": "s1", "text": text("A", "B")}});
    desk.act(&secretariat(), point).unwrap();
    desk.act(&secretariat(), close(json!({"p1": text("Begin earlier", "")}))).unwrap();
    let before = desk.store.plan().unwrap();
    desk.act(&secretariat(), clone(json!({"starts": "2020-01-01", "ends": "2020-12-31"}))).unwrap();
    let plan = desk.store.plan().unwrap();
    let next = plan.current_workplan().unwrap();
    assert_eq!(
        (next.id.as_str(), next.state.as_str(), next.carried_from.as_ref()),
        ("w2", "open", Some(&id("w")))
    );
    assert_eq!(next.languages, plan.workplans["w"].languages);
    let [priority] = plan.priorities_of(&next.id)[..] else { panic!("one priority") };
    assert_eq!((priority.carried_from.as_ref(), &priority.lessons), (Some(&id("p1")), &None));
    let leading: Vec<_> =
        priority.leads.iter().map(|lead| (lead.jurisdiction.as_str(), lead.from, lead.to)).collect();
    assert_eq!(leading, [("CA-QC", None, None)]);
    let [milestone] = plan.milestones_of(&priority.id)[..] else { panic!("the open one") };
    assert_eq!(
        (&milestone.status, &milestone.title),
        (&plan.milestones["m1"].status, &plan.milestones["m1"].title)
    );
    assert_eq!(json!([milestone.baseline_due, milestone.due]), json!(["2019-Q4", "2020-Q1"]));
    assert_eq!(lineage(&plan, &id("m1")).carried_to, std::slice::from_ref(&milestone.id));
    assert_eq!(lineage(&plan, &milestone.id).carried_from, [id("m1")]);
    assert_eq!(lineage(&plan, &id("w")).carried_to, [id("w2")]);
    let slides: Vec<_> = plan.slides.values().filter(|slide| slide.workplan == next.id).collect();
    assert_eq!((slides.len(), plan.points_of(&slides[0].id).len()), (1, 1));
    assert_eq!(plan.milestones["m2"].status.completion, Completion::Complete);
    assert!(
        jalon_domain::problem::problems(&plan).is_empty(),
        "{:?}",
        jalon_domain::problem::problems(&plan)
    );
    desk.act(&secretariat(), json!({"action": "undo"})).unwrap();
    assert_eq!(desk.store.plan().unwrap(), before);
}

#[test]
fn a_plan_may_be_followed_before_it_is_closed_and_progress_finds_its_new_place() {
    let mut desk = Desk::new();
    let progress = json!({"action": "create", "kind": "progress", "id": "r1",
        "fields": {"priority": "p1", "cycle": "cy", "milestone": "m1", "text": text("Drafted", "")}});
    desk.act(&secretariat(), progress).unwrap();
    desk.act(&secretariat(), clone(json!({}))).unwrap();
    let open = json!({"action": "open_cycle", "id": "cy2", "workplan": "w2", "name": text("C", "C"), "date": "2020-02-26"});
    desk.act(&secretariat(), open).unwrap();
    desk.act(&secretariat(), close(json!({"p1": text("Begin earlier", "")}))).unwrap();
    desk.store.carry_over(&secretariat(), &id("cy"), &id("cy2")).unwrap();
    let plan = desk.store.plan().unwrap();
    let carried = plan.progress.values().find(|it| it.cycle == id("cy2")).unwrap();
    assert_eq!(plan.priorities[&carried.priority].carried_from, Some(id("p1")));
    assert_eq!(plan.milestones[carried.milestone.as_ref().unwrap()].carried_from, Some(id("m1")));
}
