//! Ways around the policy table that are closed: naming others, approving by the
//! back door, setting a status by deleting and bringing in, acting for anybody.

mod common;

use chrono::Days;
use common::*;
use jalon_domain::problem::Objects;
use jalon_domain::{Actor, Kind, Role, Translation};
use jalon_store::{ActError, Changes, Context, Store};
use serde_json::{Value, json};

fn create(kind: &str, fields: Value) -> Value {
    json!({"action": "create", "kind": kind, "id": "new", "fields": fields})
}

fn reader() -> Context {
    Context::new(Actor::new("R", Role::Reader, Some(id("CA-ON"))), now())
}

/// The secretariat, for Ontario's lead.
fn for_ontario() -> Context {
    let mut context = for_alberta();
    let principal = context.on_behalf.as_mut().unwrap();
    (principal.role, principal.jurisdiction) = (Role::Lead, id("CA-ON"));
    context
}

/// `ok`, or the code of the refusal without what all codes begin with.
fn outcome(done: Result<Changes, ActError>) -> String {
    match done {
        Ok(_) => "ok".into(),
        Err(error) => error.failure().code.replace("failure-", ""),
    }
}

fn named(jurisdictions: &[&str], origins: &[&str]) -> Value {
    json!({"cycle": "cy", "text": text("Law", "Droit"), "attribution": "named",
        "jurisdictions": jurisdictions, "origins": origins})
}

#[test]
fn nobody_but_the_secretariat_names_another_government_in_a_challenge() {
    let cases = [
        (reader(), ["denied-role"; 3]),
        (lead("CA-ON"), ["ok", "denied-not-own", "denied-not-own"]),
        (lead("CA-QC"), ["denied-not-own"; 3]),
        (co_chair(), ["denied-not-own"; 3]),
        (for_ontario(), ["ok", "denied-principal-may-not", "denied-principal-may-not"]),
        (secretariat(), ["ok"; 3]),
    ];
    for (context, expected) in cases {
        let who = context.actor.clone();
        let found = [
            named(&["CA-ON"], &["CA-ON"]),
            named(&["CA-QC"], &["CA-ON"]),
            named(&["CA-ON", "CA-QC"], &["CA-ON"]),
        ]
        .map(|fields| outcome(Desk::new().act(&context, create("challenge", fields))));
        assert_eq!(found, expected, "{who:?}");
        let rename = json!({"attribution": "named", "jurisdictions": ["CA-QC"]});
        let renamed = outcome(Desk::new().act(&context, edit("ch", rename)));
        assert_eq!(renamed == "ok", who.holds(Role::Secretariat) && context.on_behalf.is_none(), "{renamed}");
    }
    let mut desk = Desk::new();
    let both = [lead("CA-ON"), lead("CA-QC")].into_iter().flat_map(|it| it.actor.roles);
    let both = Actor::holding("B", both.collect());
    let both = Context::new(both, now());
    desk.act(&both, create("challenge", named(&["CA-ON", "CA-QC"], &["CA-ON"]))).unwrap();
}

fn achievement(fields: Value) -> Value {
    let mut whole = json!({"cycle": "cy", "jurisdiction": "CA-ON", "text": text("Portal", "Portail")});
    whole.as_object_mut().unwrap().extend(common::fields(fields));
    create("achievement", whole)
}

fn same(en: &str) -> Value {
    json!({"en": en, "source": "en", "state": "same"})
}

#[test]
fn who_may_not_approve_does_not_say_that_both_languages_are_the_same() {
    for (context, may) in [(lead("CA-ON"), false), (for_ontario(), false), (secretariat(), true)] {
        let mut desk = Desk::new();
        let made = outcome(desk.act(&context, achievement(json!({"text": same("Open data portal")}))));
        assert_eq!(made == "ok", may, "{made}");
        if !may {
            desk.act(&context, achievement(json!({}))).unwrap();
        }
        desk.act(&context, edit("new", json!({"text": same("Portal launched")}))).unwrap();
        let state = desk.store.plan().unwrap().achievements["new"].text.state;
        assert_eq!(state, if may { Translation::Same } else { Translation::Missing });
        // Once somebody who may has said so, that holds for those words only.
        desk.act(&secretariat(), edit("new", json!({"text": same("ArcGIS")}))).unwrap();
        desk.act(&context, edit("new", json!({"text.en": "ArcGIS is here"}))).unwrap();
        let state = desk.store.plan().unwrap().achievements["new"].text.state;
        assert_eq!(state, if may { Translation::Same } else { Translation::Missing });
    }
}

#[test]
fn texts_inside_a_value_are_approved_by_those_who_may_only() {
    let label = |en: &str, state: &str| json!({"en": en, "fr": "Page", "source": "en", "state": state});
    let link = |label: Value| json!({"label": label, "en": "https://example.org"});
    let states = |desk: &Desk| -> Vec<Translation> {
        let plan = desk.store.plan().unwrap();
        let links = plan.achievements["new"].links.iter();
        links.map(|link| link.label.as_ref().unwrap().state).collect()
    };
    let draft_or = |may: bool, state| if may { state } else { Translation::Draft };
    for (context, may) in [(lead("CA-ON"), false), (for_ontario(), false), (secretariat(), true)] {
        let mut desk = Desk::new();
        let links = json!([link(label("Site", "approved")), link(label("Page", "same"))]);
        desk.act(&context, achievement(json!({"links": links}))).unwrap();
        let expected = [draft_or(may, Translation::Approved), draft_or(may, Translation::Same)];
        assert_eq!(states(&desk), expected);
        // What stands approved stays so, wherever it stands in the list.
        desk.act(&secretariat(), edit("new", json!({"links": [link(label("Site", "approved"))]}))).unwrap();
        let links =
            json!([link(same("New")), link(label("Other", "approved")), link(label("Site", "approved"))]);
        desk.act(&context, edit("new", json!({"links": links}))).unwrap();
        let missing = if may { Translation::Same } else { Translation::Missing };
        assert_eq!(states(&desk), [missing, draft_or(may, Translation::Approved), Translation::Approved]);
    }
    let mut desk = Desk::new();
    let mut at_risk = status("LP", "at_risk");
    at_risk["reason"] = label("Late", "approved");
    desk.act(&co_chair(), set_status("m1", at_risk)).unwrap();
    let reason = desk.store.plan().unwrap().milestones["m1"].status.reason.clone().unwrap();
    assert_eq!(reason.state, Translation::Approved, "co-chairs approve");
}

/// The small plan with another status of one milestone.
fn plan_with(milestone: &str, status: &Value) -> Objects {
    let mut plan = plan();
    let milestones = plan.get_mut(&Kind::Milestone).unwrap();
    let mut object = milestones[&id("m2")].clone();
    object["id"] = json!(milestone);
    object["status"] = status.clone();
    milestones.insert(id(milestone), object);
    plan
}

#[test]
fn a_status_is_set_neither_by_delete_and_import_nor_by_create() {
    let complete = json!({"completion": "C", "evidence": [{"en": "https://example.org"}]});
    let not_started = status("NS", "on_track");
    let made = |context: &Context, status: &Value| {
        let fields = json!({"priority": "p1", "title": text("New", "Nouveau"), "status": status});
        outcome(Desk::new().act(context, create("milestone", fields)))
    };
    let brought = |context: &Context, milestone: &str, status: &Value, delete: bool| {
        let mut desk = Desk::new();
        if delete {
            desk.act(&secretariat(), json!({"action": "delete", "id": milestone})).unwrap();
        }
        // Whether origins are those that stand is told to nobody who may not write them:
        // files are written without them.
        let mut file = plan_with(milestone, status);
        for challenge in file.get_mut(&Kind::Challenge).unwrap().values_mut() {
            challenge.as_object_mut().unwrap().remove("origins");
        }
        let done = desk.store.import(context, &file, false);
        outcome(done.map(|import| import.changes.unwrap()))
    };
    let needs = "denied-needs-on-behalf";
    for (context, free, set) in [
        (reader(), "denied-role", "denied-role"),
        (lead("CA-ON"), "denied-role", "denied-role"),
        (secretariat(), "ok", needs),
        (for_alberta(), "ok", "ok"),
        (co_chair(), "ok", "ok"),
    ] {
        assert_eq!(made(&context, &not_started), free);
        assert_eq!(made(&context, &complete), set);
        assert_eq!(brought(&context, "new", &not_started, false), free);
        assert_eq!(brought(&context, "new", &complete, false), set);
        assert_eq!(brought(&context, "m2", &complete, true), set, "delete and import");
        assert_eq!(brought(&context, "m2", &status("LP", "on_track"), true), free, "as it last was");
    }
}

#[test]
fn what_an_empty_store_takes_in_is_a_record_for_those_who_may_write_the_plan() {
    let complete = json!({"completion": "C", "evidence": [{"en": "https://example.org"}]});
    for (context, expected) in
        [(reader(), "denied-role"), (lead("CA-ON"), "denied-role"), (secretariat(), "ok"), (co_chair(), "ok")]
    {
        let folder = tempfile::tempdir().unwrap();
        let mut store = Store::create(&folder.path().join("plan.jalon"), now()).unwrap();
        let mut plan = plan_with("m2", &complete);
        let submission =
            json!({"id": "sub", "cycle": "cy", "jurisdiction": "CA-QC", "state": "nothing_to_report"});
        plan.entry(Kind::Submission).or_default().insert(id("sub"), submission.clone());
        let done = store.import(&context, &plan, false);
        assert_eq!(outcome(done.map(|import| import.changes.unwrap())), expected, "{:?}", context.actor);
        if expected == "ok" {
            // From then on, a submission is its jurisdiction's own again.
            let submissions = plan.get_mut(&Kind::Submission).unwrap();
            submissions.get_mut(&id("sub")).unwrap()["state"] = json!("submitted");
            store.import(&context, &plan, false).expect_err("nobody's word");
        }
    }
}

#[test]
fn on_behalf_is_of_somebody_who_answered_and_sits_in_the_chair() {
    let chair = |jurisdiction: &str| json!([{"role": "co_chair", "jurisdiction": jurisdiction}]);
    let person = |roles: Value| json!({"action": "create", "kind": "person", "id": "who", "fields": {"name": "A", "roles": roles}});
    let set = || set_status("m1", status("SP", "on_track"));
    let mut desk = Desk::new();
    let mut tomorrow = for_alberta();
    let when = &mut tomorrow.on_behalf.as_mut().unwrap().when;
    *when = when.checked_add_days(Days::new(1)).unwrap();
    assert_eq!(outcome(desk.act(&tomorrow, set())), "store-behalf-in-future");
    // Where no co-chair is on record, none can be compared with.
    let lead = json!([{"role": "lead", "jurisdiction": "CA-QC"}]);
    desk.act(&secretariat(), person(lead)).unwrap();
    desk.act(&for_alberta(), set()).unwrap();
    desk.act(&secretariat(), edit("who", json!({"roles": chair("CA")}))).unwrap();
    let back = || set_status("m1", status("LP", "at_risk"));
    assert_eq!(outcome(desk.act(&for_alberta(), back())), "store-behalf-not-co-chair");
    desk.act(&secretariat(), edit("who", json!({"roles": chair("CA-AB")}))).unwrap();
    desk.act(&for_alberta(), set_status("m2", status("SP", "on_track"))).unwrap();
    for role in [Role::Secretariat, Role::Reader] {
        let mut context = for_alberta();
        context.on_behalf.as_mut().unwrap().role = role;
        assert_eq!(
            outcome(desk.act(&context, edit("w", json!({"starts": "2019-01-01"})))),
            "denied-principal-may-not"
        );
    }
}
