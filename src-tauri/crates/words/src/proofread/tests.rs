use jalon_domain::Plan;
use serde_json::{Value, json};

use super::*;

fn text(en: &str, fr: &str) -> Value {
    json!({"en": en, "fr": fr, "source": "en", "state": "draft"})
}

/// A glossary, and one next step that says this in both languages.
fn plan(en: &str, fr: &str) -> Plan {
    let term = |id: &str, pair: Value, more: Value| {
        let mut term = json!({"id": id, "term": pair});
        term.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        term
    };
    let none = || json!({});
    serde_json::from_value(json!({
        "terms": {
            "charter": term("charter",
                text("International Open Data Charter", "Charte internationale sur les données ouvertes"),
                json!({"forbidden_fr": ["Charte internationale des données ouvertes"]})),
            "data": term("data", text("open data", "données ouvertes"),
                json!({"forbidden_en": ["Open data"], "forbidden_fr": ["données libres", "donnees ouvertes"]})),
            "government": term("government", text("open government", "gouvernement ouvert"),
                json!({"abbreviation": text("OG", "GO")})),
            "group": term("group", text("Canada Open Government Working Group",
                "Groupe de travail sur le gouvernement ouvert du Canada"),
                json!({"abbreviation": text("COGWG", "GTGOC"), "forbidden_fr": ["GTC"],
                    "note": text("Never GTC", "Jamais GTC")})),
            "meeting": term("meeting", text("meeting", "réunion"), none()),
            "session": term("session", text("meeting", "rencontre"), none()),
        },
        "next_steps": {"n": {"id": "n", "cycle": "c", "position": "b", "text": text(en, fr)}},
    }))
    .unwrap()
}

/// What is found: the place, what is wrong, what is offered.
fn found(en: &str, fr: &str) -> Vec<String> {
    let told = |it: Finding| {
        let place: String = it.text.chars().skip(it.start).take(it.end - it.start).collect();
        let what = it.what.code.trim_start_matches("proofread-").to_owned();
        let offered = it.offered.map(|offered| format!(" > {offered}")).unwrap_or_default();
        format!("{} {what}: {place}{offered}", it.lang.code()).replace('\u{a0}', "~")
    };
    proofread(&plan(en, fr), None).into_iter().map(told).collect()
}

#[test]
fn what_is_forbidden_is_found_as_a_whole_word_and_the_right_term_offered() {
    let check = |fr: &str, expected: &[&str]| {
        let forbidden: Vec<_> = found("", fr).into_iter().filter(|it| !it.contains("lacks")).collect();
        assert_eq!(forbidden, expected, "{fr}");
    };
    check("Données libres", &["fr forbidden: Données libres > Données ouvertes"]);
    check("Une donnée libre", &["fr forbidden: donnée libre"]);
    check("Les donnees ouvertes", &["fr forbidden: donnees ouvertes > données ouvertes"]);
    check("Les DONNÉES OUVERTES, une donnée ouverte", &[]);
    check("Le GTC se réunit", &["fr forbidden: GTC > GTGOC"]);
    check("Le GTCA, le gtc et l’UGTC", &[]);
    check("Le GTCOG se réunit", &["fr slip: GTCOG > GTGOC"]);
    check(
        "La Charte internationale des données ouvertes",
        &[
            "fr forbidden: Charte internationale des données ouvertes > Charte internationale sur les données ouvertes",
        ],
    );
}

#[test]
fn case_matters_where_a_forbidden_word_differs_by_nothing_else() {
    assert_eq!(
        found("The Open data portal", "Le portail de données ouvertes"),
        ["en forbidden: Open data > Open data"]
    );
}

#[test]
fn a_term_that_only_one_language_has_is_told_of_the_other() {
    let check = |en: &str, fr: &str, expected: &[&str]| assert_eq!(found(en, fr), expected, "{en} / {fr}");
    check("Share open data", "Partager l’information", &["fr lacks-french: Partager l’information"]);
    check("Share information", "Partager des données ouvertes", &["en lacks-english: Share information"]);
    check("Share open data", "L’accès aux données ouvertes", &[]);
    check("More OG", "Plus de gouvernements ouverts", &[]);
    check("Go there", "Y aller", &[]);
    check("The International Open Data Charter", "La Charte internationale sur les données ouvertes", &[]);
    // Half of a longer term is not the shorter one.
    check("The International Open Data Charter", "La Charte", &["fr lacks-french: La Charte"]);
    check("The COGWG", "Le groupe", &["fr lacks-french: Le groupe"]);
    // A term may have two renderings.
    check("A meeting", "Une réunion", &[]);
    check("A meeting", "Une rencontre", &[]);
    check("Share open data", "", &[]);
}

#[test]
fn typography_is_told_once_a_place_with_what_mends_it() {
    assert_eq!(
        found("", "Deux défis : l'accès ; 2 600 élus"),
        ["fr colon:  : > ~:", "fr apostrophe: ' > ’", "fr no-space:  ; > ;", "fr grouping: 2 600 > 2~600",]
    );
    assert_eq!(found("2600  people", ""), ["en grouping: 2600 > 2,600", "en double-space:    >  "]);
}

#[test]
fn one_language_can_be_read_alone() {
    let plan = plan("It's open data", "C'est fini");
    let langs = |lang| -> Vec<Lang> { proofread(&plan, lang).into_iter().map(|it| it.lang).collect() };
    assert_eq!(langs(Some(Lang::En)), [Lang::En]);
    assert_eq!(langs(Some(Lang::Fr)), [Lang::Fr, Lang::Fr]);
    assert_eq!(langs(None).len(), 3);
}

#[test]
fn every_finding_has_words() {
    let broken = "L'accès : « oui» à 95% le 29 mai, le 1 avril, 2 600 \"don\u{ad}nées\" libres ; GTC, GTCOG, l’informa-tion...  \
                  2\u{202f}600";
    let mut findings = proofread(&plan("Share open data", broken), None);
    findings.extend(proofread(&plan("Share", "données ouvertes"), None));
    let codes: BTreeSet<&str> = findings.iter().map(|it| it.what.code.as_str()).collect();
    assert_eq!(codes.len(), 18, "{codes:?}");
    for finding in &findings {
        for lang in Lang::BOTH {
            let words = crate::Words::of(lang).failure(&finding.what);
            assert!(!words.contains("proofread-") && words.ends_with(['.', '?']), "{words}");
        }
    }
}
