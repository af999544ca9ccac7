//! Of each term the glossary says one thing.

mod common;

use common::*;
use jalon_domain::{Kind, Lang};
use jalon_words::Words;
use serde_json::{Value, json};

fn term(id: &str, en: &str, fr: &str, forbidden_fr: &[&str]) -> Value {
    let mut fields = json!({"term": text(en, fr)});
    if !forbidden_fr.is_empty() {
        fields["forbidden_fr"] = json!(forbidden_fr);
    }
    json!({"action": "create", "kind": "term", "id": id, "fields": fields})
}

#[test]
fn a_term_stands_in_the_glossary_once_and_is_forbidden_by_no_other() {
    let mut desk = Desk::new();
    desk.act(&secretariat(), term("t1", "open data", "données ouvertes", &["données libres"])).unwrap();
    desk.act(&secretariat(), term("t2", "record", "document", &[])).unwrap();
    let check = |desk: &mut Desk, action: Value, expected: &str| {
        let failure = desk.act(&secretariat(), action.clone()).expect_err("a refusal").failure();
        assert_eq!(failure.code, expected, "{action}");
        for lang in Lang::BOTH {
            assert!(Words::of(lang).failure(&failure).ends_with('.'));
        }
    };
    check(&mut desk, term("t3", "Open data", "données ouvertes", &[]), "failure-store-term-there");
    check(&mut desk, term("t3", "free data", "Données libres", &[]), "failure-store-term-forbidden");
    check(&mut desk, term("t3", "file", "dossier", &["document"]), "failure-store-term-forbidden");
    let itself = "failure-store-term-forbids-itself";
    check(&mut desk, term("t3", "file", "dossier", &["dossier"]), itself);
    check(&mut desk, term("t3", "file", "dossier  ouvert", &["Dossier\u{a0}ouvert"]), itself);
    check(&mut desk, edit("t2", json!({"forbidden_en": ["Record"]})), itself);
    check(&mut desk, term("t3", "Open  data", "données", &[]), "failure-store-term-there");
    let french = json!({"term": {"fr": "Données\u{a0}ouvertes", "source": "fr", "state": "missing"}});
    let french = json!({"action": "create", "kind": "term", "id": "t3", "fields": french});
    check(&mut desk, french, "failure-store-term-there");
    check(&mut desk, term("t3", "free data", "données  libres", &[]), "failure-store-term-forbidden");
    check(&mut desk, edit("t2", json!({"term.en": "open data"})), "failure-store-term-there");
    check(
        &mut desk,
        edit("t2", json!({"forbidden_fr": ["données ouvertes"]})),
        "failure-store-term-forbidden",
    );
    desk.act(&secretariat(), term("t3", "public data", "données ouvertes", &[])).unwrap();
    desk.act(&secretariat(), edit("t1", json!({"note": text("Of governments", "")}))).unwrap();
    desk.act(&secretariat(), json!({"action": "delete", "id": "t2"})).unwrap();
    desk.act(&secretariat(), term("t4", "record", "document", &[])).unwrap();
    // A plan file comes in as it is.
    let twice = json!({"id": "t5", "term": text("record", "pièce")});
    desk.store.import(&secretariat(), &objects(&[(Kind::Term, twice)]), false).unwrap();
}
