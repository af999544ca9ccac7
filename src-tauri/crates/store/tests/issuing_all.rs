//! What is said to be issued is: whom a challenge no longer names.

mod common;
mod offices;

use common::*;
use jalon_domain::{Actor, Vector};
use jalon_store::Receiver;
use offices::Stores;
use serde_json::{Value, json};

fn create(attribution: &str, more: Value) -> Value {
    let mut fields = json!({"cycle": "cy", "text": text("Law", "Droit"), "attribution": attribution,
        "origins": ["CA-ON"]});
    fields.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    json!({"action": "create", "kind": "challenge", "id": "ch2", "fields": fields})
}

#[test]
fn whom_it_named_while_it_was_named_is_taken_back_with_its_mark() {
    for (mark, nobody) in [("anonymous", json!([])), ("anonymous", Value::Null), ("internal", json!([]))] {
        let mut all = Stores::new();
        let named = create("named", json!({"jurisdictions": ["CA-ON"]}));
        all.secretariat.act(&secretariat(), named).unwrap();
        all.round();
        assert_eq!(all.alberta.store.plan().unwrap().challenges["ch2"].jurisdictions, [id("CA-ON")]);
        all.lead_does(edit(
            "ch2",
            json!({"attribution": mark, "jurisdictions": nobody, "origins": ["CA-ON"]}),
        ));
        all.issued();
        for desk in [&all.alberta, &all.ontario, &all.secretariat] {
            let shown = &desk.store.plan().unwrap().challenges["ch2"];
            assert_eq!((shown.attribution.as_str(), shown.jurisdictions.len()), (mark, 0));
            assert_eq!(desk.store.problems().unwrap(), []);
        }
        let sent =
            all.secretariat.store.outgoing(&Vector::default(), Receiver::Everybody, &Actor::secretariat());
        let sent = sent.unwrap();
        let issued = sent.iter().map(|item| item.to_line()).find(|line| line.contains("issue_challenges"));
        assert!(!issued.unwrap().contains("CA-ON"), "that it names nobody any more is all that goes out");
    }
}
