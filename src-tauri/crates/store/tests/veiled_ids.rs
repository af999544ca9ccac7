//! A clearance's id follows from what it says: whoever may not know of it learns nothing by
//! asking for it.

mod cleared;
mod common;

use cleared::{desk, others};
use common::*;
use jalon_domain::Id;
use jalon_store::Context;
use serde_json::json;

#[test]
fn asking_for_it_by_its_id_is_answered_as_for_what_is_not_there() {
    let (mut desk, cleared, _) = desk(&lead("CA-ON"));
    for other in others() {
        let context = Context::new(other.clone(), now());
        let answers = |desk: &mut Desk, asked: &Id| {
            let field = "$deleted";
            let edit = json!({"action": "edit", "id": asked, "fields": {"item": "ch"}, "bases": {}});
            let choice =
                json!({"action": "resolve", "id": asked, "field": field, "value": true, "bases": {}});
            let delete = json!({"action": "delete", "id": asked, "bases": {}});
            let mut codes: Vec<String> =
                [edit, choice, delete].map(|action| code(desk.store.act(&context, &read(action)))).into();
            codes.extend(desk.store.must_be_disputed(asked, field, &other).err().map(|it| it.failure().code));
            codes
        };
        let there = answers(&mut desk, &cleared);
        assert_eq!(there, answers(&mut desk, &id("nothing-there")), "{other:?}");
        assert_eq!(there.len(), 4);
    }
}
