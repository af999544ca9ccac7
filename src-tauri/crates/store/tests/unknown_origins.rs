//! Whoever may write only their own does not write a challenge of which their store does not
//! know all that it speaks for.

mod common;
mod offices;

use common::*;
use jalon_domain::{Lang, Vector};
use jalon_store::{Context, Receiver};
use jalon_words::Words;
use offices::{Stores, issue};
use serde_json::{Value, json};

fn challenge(entity: &str, more: Value) -> Value {
    let mut given = json!({"cycle": "cy", "text": text(entity, "Défi")});
    given.as_object_mut().unwrap().extend(fields(more));
    json!({"action": "create", "kind": "challenge", "id": entity, "fields": given})
}

/// Stores in which the secretariat has made one challenge of an anonymous one of the
/// Northwest Territories and one that names Ontario, and has issued it.
fn merged(context: &Context) -> Stores {
    let mut all = Stores::new();
    let desk = &mut all.secretariat;
    let theirs = json!({"attribution": "anonymous", "origins": ["CA-NT"]});
    desk.act(&secretariat(), challenge("theirs", theirs)).unwrap();
    let ours = json!({"attribution": "named", "jurisdictions": ["CA-ON"]});
    desk.act(&secretariat(), challenge("ours", ours)).unwrap();
    let merge = json!({"action": "merge_challenges", "id": "m", "challenges": ["theirs", "ours"],
        "attribution": "named", "text": text("Both", "Les deux")});
    desk.act(context, merge).unwrap();
    desk.act(&secretariat(), issue()).unwrap();
    all.round();
    all
}

/// What would do away with it.
fn ways() -> [Value; 3] {
    let merge = json!({"action": "merge_challenges", "id": "m2", "challenges": ["m", "mine"],
        "attribution": "named", "text": text("Mine", "")});
    [json!({"action": "delete", "id": "m"}), edit("m", json!({"text.en": "Ours alone"})), merge]
}

#[test]
fn a_challenge_that_also_speaks_for_another_government_is_no_leads_own() {
    // With a reason it travels to the lead as a place without content, and is issued anew.
    for context in [secretariat(), Context { reason: Some("The premiers asked".into()), ..secretariat() }] {
        let mut all = merged(&context);
        let named = all.ontario.store.plan().unwrap().challenges["m"].clone();
        assert_eq!((named.jurisdictions, named.origins), (vec![id("CA-ON")], Vec::new()));
        let own = json!({"attribution": "named", "jurisdictions": ["CA-ON"]});
        all.lead_does(challenge("mine", own));
        let before = all.ontario.store.plan().unwrap();
        for action in ways() {
            let refused = all.ontario.act(&lead("CA-ON"), action.clone()).unwrap_err().failure();
            assert_eq!(refused.code, "failure-cycle-origins-hidden", "{action}");
            for lang in Lang::BOTH {
                let told = Words::of(lang).failure(&refused);
                assert!(
                    !told.contains("CA-NT") && !told.contains("North") && !told.contains("Nord"),
                    "{told}"
                );
            }
            assert_eq!(code(all.secretariat.act(&lead("CA-ON"), action.clone())), "failure-denied-not-own");
            assert_eq!(code(all.ontario.act(&lead("CA-QC"), action)), "failure-denied-not-own");
        }
        assert_eq!(all.ontario.store.plan().unwrap(), before);
        // The secretariat may, also where it does not see it.
        all.ontario.act(&secretariat(), edit("m", json!({"text.en": "Both of them"}))).unwrap();
    }
}

#[test]
fn what_is_a_leads_own_stays_so_when_it_is_issued_and_named() {
    let mut all = Stores::new();
    all.lead_does(challenge("own", json!({"attribution": "anonymous", "origins": ["CA-ON"]})));
    let named = json!({"attribution": "named", "jurisdictions": ["CA-ON"]});
    all.secretariat.act(&secretariat(), edit("own", named)).unwrap();
    all.secretariat.act(&secretariat(), issue()).unwrap();
    all.round();
    all.lead_does(edit("own", json!({"text.en": "In other words"})));
    // Of another of its offices, which has only what goes to everybody, that is not known.
    let mut other = offices::empty();
    all.secretariat.act(&secretariat(), issue()).unwrap();
    let items = all.secretariat.store.outgoing(&Vector::default(), Receiver::Everybody, &secretariat().actor);
    other.store.receive(now(), items.unwrap(), false).unwrap();
    let reworded = edit("own", json!({"text.en": "Otherwise"}));
    assert_eq!(code(other.act(&lead("CA-ON"), reworded)), "failure-cycle-origins-hidden");
}
