//! What stands in several versions, one of which others cannot see, is not issued before
//! somebody has chosen.

mod common;
mod offices;

use common::*;
use jalon_domain::Actor;
use offices::{Stores, hash, issue, unissued};
use serde_json::{Value, json};

const ALL: [&str; 6] = ["h1", "h2", "h3", "h4", "h5", "h6"];

fn create(entity: &str) -> Value {
    let fields = json!({"cycle": "cy", "text": text("Law", "Droit"), "attribution": "anonymous", "origins": ["CA-ON"]});
    json!({"action": "create", "kind": "challenge", "id": entity, "fields": fields})
}

#[test]
fn a_rewording_that_others_cannot_see_is_settled_before_anything_is_issued() {
    let mut all = Stores::new();
    for entity in ALL {
        all.ontario.act(&lead("CA-ON"), create(entity)).unwrap();
    }
    all.round();
    all.secretariat.act(&secretariat(), issue()).unwrap();
    all.round();
    assert_eq!(unissued(&all.secretariat), Vec::<String>::new());
    // Which of two versions is shown first is drawn: of six some are the others'.
    for entity in ALL {
        all.ontario.act(&lead("CA-ON"), edit(entity, json!({"text.en": "Privacy law"}))).unwrap();
        all.secretariat.act(&secretariat(), edit(entity, json!({"text.en": "Statutes"}))).unwrap();
    }
    all.round();
    let open = all.secretariat.store.disputes(&Actor::secretariat()).unwrap();
    assert_eq!(open.len(), ALL.len());
    assert_eq!(all.alberta.store.disputes(&Actor::secretariat()).unwrap(), []);
    let lacking = all.secretariat.store.unissued(&Actor::secretariat()).unwrap();
    assert!(lacking.iter().all(|it| it.in_conflict));
    assert_eq!(unissued(&all.secretariat), ALL);
    let refused = all.secretariat.act(&secretariat(), issue());
    assert_eq!(code(refused), "failure-cycle-issued-in-conflict");
    for dispute in open {
        let chosen = dispute.versions.iter().find(|it| it.value == "Privacy law").unwrap();
        let heads: Vec<&String> = dispute.versions.iter().map(|it| &it.change).collect();
        let choose = json!({"action": "resolve", "id": dispute.id, "field": dispute.field, "value": chosen.value,
            "bases": {dispute.field.as_str(): heads}});
        all.secretariat.act(&secretariat(), choose).unwrap();
    }
    all.round();
    assert_eq!(unissued(&all.secretariat), Vec::<String>::new(), "chosen in the secretariat’s name");
    all.secretariat.act(&secretariat(), issue()).unwrap();
    all.round();
    for desk in [&all.ontario, &all.alberta] {
        assert_eq!(desk.store.disputes(&Actor::secretariat()).unwrap(), []);
        assert_eq!((hash(desk), desk.store.unseen().unwrap()), (hash(&all.secretariat), 0));
    }
}
