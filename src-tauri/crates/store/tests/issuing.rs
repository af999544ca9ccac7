//! The secretariat issues anew what others cannot see, since its author would tell where it
//! came from.

mod common;
mod offices;

use common::*;
use jalon_domain::approvals::Standing;
use jalon_domain::content::content;
use jalon_domain::{Actor, Lang, Translation, Vector};
use jalon_store::{Context, Receiver, Store, tell};
use jalon_words::Words;
use offices::{Stores, hash, issue, send, unissued};
use serde_json::{Value, json};

fn create(entity: &str, attribution: &str, more: Value) -> Value {
    let mut fields = json!({"cycle": "cy", "text": text("Law", "Droit"), "attribution": attribution});
    fields.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    json!({"action": "create", "kind": "challenge", "id": entity, "fields": fields})
}

fn own() -> Value {
    json!({"origins": ["CA-ON"]})
}

#[test]
fn what_a_lead_wrote_reaches_everybody_in_the_secretariat_s_name() {
    let mut all = Stores::new();
    assert_eq!(unissued(&all.secretariat), Vec::<String>::new());
    all.lead_does(create("ch2", "anonymous", own()));
    assert_eq!(unissued(&all.secretariat), ["ch2"]);
    assert_ne!(hash(&all.alberta), hash(&all.secretariat));
    assert_eq!(all.alberta.store.unseen().unwrap(), 1);
    let approved = json!({"action": "approve_translation", "id": "ch2", "field": "text"});
    all.secretariat.act(&secretariat(), approved).unwrap();
    all.issued();
    let shown = &all.alberta.store.plan().unwrap().challenges["ch2"];
    assert_eq!((shown.text.fr.as_str(), shown.text.state), ("Droit", Translation::Approved));
    assert_eq!(all.alberta.store.plan().unwrap(), all.alberta.another().plan().unwrap());
}

#[test]
fn a_co_chair_approves_nothing_where_words_may_be_missing() {
    let mut all = Stores::new();
    all.lead_does(create("ch2", "anonymous", own()));
    let approve = |desk: &mut Desk, context: &Context| {
        let content = hash(desk);
        let action =
            json!({"action": "approve_deck", "cycle": "cy", "jurisdiction": "CA-AB", "content": content});
        desk.act(context, action)
    };
    assert_eq!(code(approve(&mut all.alberta, &co_chair())), "failure-council-withheld");
    let told = all.alberta.store.approvals(None, now().date_naive(), &Actor::secretariat()).unwrap().unwrap();
    assert_eq!(told.unseen, 1);
    all.issued();
    approve(&mut all.alberta, &co_chair()).unwrap();
    all.agree();
    let held = all.secretariat.store.plan().unwrap();
    assert_eq!(held.approvals.values().next().unwrap().content, hash(&all.secretariat));
    // The secretariat records what was answered before everybody could see it.
    all.lead_does(edit("ch2", json!({"text.en": "Privacy law"})));
    approve(&mut all.secretariat, &for_alberta()).unwrap();
}

#[test]
fn what_is_reworded_afterwards_is_to_be_issued_again() {
    let mut all = Stores::new();
    all.lead_does(create("ch2", "anonymous", own()));
    all.issued();
    for words in ["Privacy law", "Access law"] {
        all.lead_does(edit("ch2", json!({"text.en": words})));
        assert_eq!(unissued(&all.secretariat), ["ch2"]);
        all.issued();
        assert_eq!(all.alberta.store.plan().unwrap().challenges["ch2"].text.en, words);
    }
    all.lead_does(json!({"action": "delete", "id": "ch2"}));
    assert!(all.alberta.store.plan().unwrap().challenges.contains_key("ch2"));
    all.secretariat.act(&secretariat(), issue()).unwrap();
    all.round();
    for desk in [&all.secretariat, &all.ontario, &all.alberta] {
        assert!(!desk.store.plan().unwrap().challenges.contains_key("ch2"));
        assert_eq!(desk.store.disputes(&Actor::secretariat()).unwrap(), []);
    }
}

#[test]
fn what_became_anonymous_and_what_an_older_package_brought_end_as_one() {
    let mut all = Stores::new();
    // Named first, so that everybody reads it; anonymous then, and reworded by its lead.
    all.lead_does(create("ch2", "named", json!({"jurisdictions": ["CA-ON"], "origins": ["CA-ON"]})));
    all.lead_does(edit("ch2", json!({"attribution": "anonymous", "jurisdictions": null})));
    all.lead_does(edit("ch2", json!({"text.fr": "Le droit"})));
    all.issued();
    // What the secretariat words itself builds on what others do not see.
    all.lead_does(edit("ch2", json!({"text.en": "Statutes"})));
    all.secretariat.act(&secretariat(), edit("ch2", json!({"text.en": "Acts"}))).unwrap();
    all.round();
    assert_eq!(all.alberta.store.disputes(&Actor::secretariat()).unwrap(), []);
    assert_eq!(all.alberta.store.plan().unwrap().challenges["ch2"].text.en, "Acts");
    // Whom it names again is for everybody to see, once it is issued.
    let named = json!({"attribution": "named", "jurisdictions": ["CA-ON"]});
    all.secretariat.act(&secretariat(), edit("ch2", named)).unwrap();
    all.issued();
    assert_eq!(all.alberta.store.plan().unwrap().challenges["ch2"].jurisdictions, [id("CA-ON")]);
}

#[test]
fn internal_ones_keep_their_words_and_leave_the_deck_everywhere() {
    let mut all = Stores::new();
    all.lead_does(create("ch2", "anonymous", own()));
    all.issued();
    all.lead_does(edit("ch2", json!({"attribution": "internal", "text.en": "Our minister"})));
    assert_eq!(unissued(&all.secretariat), ["ch2"]);
    all.secretariat.act(&secretariat(), issue()).unwrap();
    all.round();
    let there = &all.alberta.store.plan().unwrap().challenges["ch2"];
    assert_eq!((there.attribution.as_str(), there.text.en.as_str()), ("internal", "Law"));
    assert_eq!(hash(&all.alberta), hash(&all.secretariat));
    assert_eq!(unissued(&all.secretariat), Vec::<String>::new());
    // One that never was anything else has nothing to issue, and others are told so.
    all.lead_does(create("ch3", "internal", own()));
    assert_eq!(unissued(&all.secretariat), Vec::<String>::new());
    assert_eq!(all.alberta.store.unseen().unwrap(), 1);
    all.secretariat.act(&secretariat(), issue()).unwrap();
    all.round();
    assert_eq!(all.alberta.store.unseen().unwrap(), 0);
    assert!(!all.alberta.store.plan().unwrap().challenges.contains_key("ch3"));
}

#[test]
fn merged_and_carried_over_they_read_the_same_everywhere() {
    let merge = |into: &str, from: [&str; 2]| {
        json!({"action": "merge_challenges", "id": into, "challenges": from, "attribution": "anonymous",
            "text": text("Law and staff", "Droit et personnel")})
    };
    let mut all = Stores::new();
    all.lead_does(create("a", "anonymous", own()));
    all.lead_does(create("b", "anonymous", own()));
    all.secretariat.act(&secretariat(), issue()).unwrap();
    all.round();
    // By the lead, of what was issued before.
    all.lead_does(merge("ch2", ["a", "b"]));
    assert_eq!(unissued(&all.secretariat), ["ch2"]);
    all.issued();
    assert!(!unissued(&all.secretariat).contains(&"a".to_owned()));
    let meeting = json!({"action": "open_cycle", "id": "cy2", "workplan": "w", "date": "2020-02-26",
        "name": text("Next", "Prochaine")});
    all.secretariat.act(&secretariat(), meeting).unwrap();
    all.secretariat.store.carry_over(&secretariat(), &id("cy"), &id("cy2")).unwrap();
    all.agree();
    let of = |desk: &Desk| content(&desk.store.plan().unwrap(), &id("cy2")).unwrap().hash();
    assert_eq!(of(&all.alberta), of(&all.secretariat));
    // By the secretariat, of what nobody else has seen.
    all.lead_does(create("c", "anonymous", own()));
    all.lead_does(create("d", "anonymous", own()));
    all.secretariat.act(&secretariat(), merge("e", ["c", "d"])).unwrap();
    all.round();
    assert_eq!(unissued(&all.secretariat), Vec::<String>::new());
    assert_eq!(hash(&all.alberta), hash(&all.secretariat));
}

/// What a store hands to somebody in whatever way.
fn read_by(store: &Store, reader: &Actor) -> String {
    let history = store.history(None).unwrap().into_iter().filter_map(|entry| entry.for_reader(reader));
    let history: Vec<_> = history.filter(|entry| entry.action.code() == "issue_challenges").collect();
    let plan = store.plan_for(reader).unwrap();
    let lines: Vec<String> = Lang::BOTH
        .into_iter()
        .flat_map(|lang| history.iter().map(move |entry| (lang, entry)))
        .map(|(lang, entry)| tell(entry, Words::of(lang), &plan).line(Words::of(lang)))
        .collect();
    let heads = store.heads_for(&id("ch2"), reader).unwrap();
    let hits = store.search("law", reader).unwrap().hits;
    let sent = store.outgoing(&Vector::default(), Receiver::Everybody, reader).unwrap();
    let sent: Vec<String> = sent.iter().map(|item| item.to_line()).collect();
    let sent: Vec<&String> = sent.iter().filter(|line| line.contains("ch2")).collect();
    format!(
        "{}{}{}{hits:?}{sent:?}{:?}{}",
        json!(history),
        lines.join("\n"),
        json!(heads),
        store.unissued(reader).unwrap(),
        json!(plan.challenges)
    )
}

#[test]
fn nobody_learns_from_it_where_a_challenge_came_from() {
    let mut all = Stores::new();
    all.lead_does(create("ch2", "anonymous", own()));
    all.lead_does(edit("ch2", json!({"text.fr": "Le droit"})));
    all.issued();
    let readers = [Actor::new("R", jalon_domain::Role::Reader, None), co_chair().actor, lead("CA-YT").actor];
    for reader in &readers {
        for desk in [&all.secretariat, &all.alberta] {
            let read = read_by(&desk.store, reader);
            assert!(!read.contains("CA-ON") && !read.contains("\"L\""), "{read}");
            assert!(read.contains("Challenge “Law” issued"), "{read}");
            assert!(read.contains("Défi «\u{a0}Le droit\u{a0}»\u{a0}: diffusion"), "{read}");
        }
        let refused = all.alberta.store.act(&Context::new(reader.clone(), now()), &common::read(issue()));
        let failure = refused.expect_err("a refusal").failure();
        assert_eq!(failure.code, "failure-denied-role");
    }
    // That the secretariat issued it is told as what it is.
    let entries = all.alberta.store.history(Some(&id("ch2"))).unwrap();
    let entry = entries[0].clone().for_reader(&readers[0]).unwrap();
    assert_eq!(entry.actor, Some(Actor::secretariat()));
    // Later than that, the lead takes nothing back, and is told why.
    let refused = all.ontario.act(&lead("CA-ON"), json!({"action": "undo"}));
    assert_eq!(code(refused), "failure-store-changed-since");
    let reasoned = Context { reason: Some("Ontario asked".into()), ..secretariat() };
    assert_eq!(code(all.secretariat.act(&reasoned, issue())), "failure-cycle-issued-with-reason");
}

#[test]
fn what_the_secretariat_does_not_have_itself_is_not_said_to_be_issued() {
    let mut all = Stores::new();
    all.ontario.act(&lead("CA-ON"), create("ch2", "anonymous", own())).unwrap();
    let Stores { secretariat: ours, ontario, alberta } = &mut all;
    // A package for everybody came first, with a place where the words are.
    send(ontario, ours, Receiver::Everybody, &lead("CA-ON").actor);
    send(ontario, alberta, Receiver::Everybody, &lead("CA-ON").actor);
    assert_eq!(ours.store.unseen().unwrap(), 1);
    assert_eq!(code(ours.act(&secretariat(), issue())), "failure-store-nothing-changes");
    send(ours, alberta, Receiver::Everybody, &Actor::secretariat());
    assert_eq!(alberta.store.unseen().unwrap(), 1);
    all.round();
    all.issued();
}

#[test]
fn an_approval_of_what_cannot_be_shown_here_says_so() {
    let mut all = Stores::new();
    let roles = json!([{"role": "co_chair", "jurisdiction": "CA-AB"}]);
    let person =
        json!({"action": "create", "kind": "person", "id": "ada", "fields": {"name": "Ada", "roles": roles}});
    all.secretariat.act(&secretariat(), person).unwrap();
    all.round();
    let own = json!({"origins": ["CA-AB"]});
    all.alberta.act(&co_chair(), create("ch2", "anonymous", own)).unwrap();
    let approve = json!({"action": "approve_deck", "cycle": "cy", "jurisdiction": "CA-AB", "content": hash(&all.alberta)});
    all.alberta.act(&co_chair(), approve).unwrap();
    all.round();
    let said = |desk: &Desk| {
        let told = desk.store.approvals(None, now().date_naive(), &Actor::secretariat()).unwrap().unwrap();
        (told.chairs[0].standing, told.chairs[0].changed.len(), told.chairs[0].unknown)
    };
    assert_eq!(said(&all.secretariat), (Standing::Approved, 0, false));
    assert_eq!(said(&all.ontario), (Standing::Void, 0, true));
    all.issued();
    assert_eq!(said(&all.ontario), (Standing::Approved, 0, false));
}
