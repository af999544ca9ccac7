//! The sample is a valid plan, and it is the real one.

use jalon_domain::problem::Objects;
use jalon_domain::{Completion, Id, Kind, Lang, Outlook, Plan, Translation, plan::Entity};
use jalon_exchange::{read, sample, sample::SAMPLE, write};
use jalon_words::proofread::proofread;
use jalon_words::typography_faults;
use serde_json::Value;

fn plan() -> Plan {
    let mut plan = Plan::default();
    for (kind, by_id) in sample() {
        by_id.into_values().for_each(|object| plan.put(Entity::from_value(kind, object).unwrap()));
    }
    plan
}

fn id(text: &str) -> Id {
    Id::parse(text).unwrap()
}

#[test]
fn the_sample_has_no_fault_and_comes_back_as_the_same_bytes() {
    let read = read(SAMPLE.as_bytes(), &Objects::new());
    assert_eq!(read, Ok(sample()));
    assert_eq!(String::from_utf8(write(&plan(), true)).unwrap(), SAMPLE);
    assert_eq!(write(&plan(), false), SAMPLE.as_bytes(), "the sample holds nothing confidential");
}

#[test]
fn priorities_have_their_leads_in_the_groups_own_order_and_their_progress_points() {
    let plan = plan();
    let workplan = plan.current_workplan().unwrap();
    let found: Vec<(String, usize)> = plan
        .priorities_of(&workplan.id)
        .into_iter()
        .map(|priority| {
            let leads: Vec<_> = priority
                .leads
                .iter()
                .map(|lead| plan.jurisdictions[&lead.jurisdiction].abbreviation.shown(Lang::Fr))
                .collect();
            let points = plan.progress.values().filter(|point| point.priority == priority.id).count();
            (leads.join(" "), points)
        })
        .collect();
    let expected = [("Ont.", 2), ("GC Qc", 2), ("N.-É. GC C.-B.", 3), ("N.-É. Sask.", 1), ("Alb.", 1)];
    assert_eq!(found, expected.map(|(leads, points)| (leads.to_owned(), points)));
}

#[test]
fn every_completion_and_outlook_occurs_and_the_note_says_that_milestones_are_invented() {
    let plan = plan();
    for completion in Completion::ALL {
        assert!(plan.milestones.values().any(|it| it.status.completion == completion), "{completion:?}");
    }
    for outlook in Outlook::ALL {
        assert!(plan.milestones.values().any(|it| it.status.outlook == Some(outlook)), "{outlook:?}");
    }
    assert!(plan.milestones.values().any(|it| it.due != it.baseline_due));
    let note = plan.current_workplan().unwrap().note.clone().unwrap();
    assert!(note.en.contains("invented") && note.fr.contains("inventés"));
}

#[test]
fn the_facts_are_those_of_the_reference() {
    let check = |lang: &str, facts: &[&str]| {
        let mut texts = Vec::new();
        sides(&serde_json::from_str(SAMPLE).unwrap(), lang, &mut texts);
        let all = texts.join("\n").replace('\u{a0}', " ");
        for fact in facts {
            assert!(all.contains(fact), "{lang}: {fact}");
        }
    };
    check(
        "fr",
        &[
            "GTGOC",
            "Groupe de travail sur le gouvernement ouvert du Canada",
            "Conseils mixtes",
            "2 600 participants",
            "115 pays",
            "plus de 20 ministres",
            "Argentine",
            "Allemagne",
            "50 000 gazouillis",
            "350 fonctionnaires",
            "50 ministères",
            "ACS+",
            "(IA)",
            "200 participants",
            "25 participants",
            "Six panélistes",
            "Eric Caire (Québec)",
            "l’honorable Bill Walker (Ontario)",
            "quatre jeux de données",
            "Cinq administrations locales",
            "5e Plan d’action",
            "https://www.youtube.com/watch?v=RepYPARcIs4",
            "https://open.yukon.ca/data/fr",
            "https://www.gov.nt.ca/fr/newsroom/le-gouvernement-se-dote-d’une-politique-témoignant-de-sa-volonté-d’être-plus-ouvert",
            "https://www.eia.gov.nt.ca/fr/priorities/le-gouvernement-ouvert",
            "https://news.ontario.ca/mgs/fr/2019/04/avec-son-nouveau-plan-numerique-le-gouvernement-de-lontario-offre-des-services-simplifies-acceleres.html",
            "https://www.quebec.ca/gouv/politiques-orientations/transformation-numerique/",
        ],
    );
    check(
        "en",
        &[
            "COGWG",
            "2,600 participants",
            "115 countries",
            "50,000 tweets",
            "350 officials",
            "GBA+",
            "Eric Caire (Quebec)",
            "the Honourable Bill Walker (Ontario)",
            "late fall or early winter",
            "200 participants",
            "25 participants",
        ],
    );
    let mut plan = plan();
    let glossary = std::mem::take(&mut plan.terms);
    assert!(glossary.values().any(|term| term.forbidden_fr.contains(&"GTCOG".to_owned())));
    let without = String::from_utf8(write(&plan, false)).unwrap();
    assert!(!without.contains("GTCOG"), "the reference's slip is not ours");
    let figures: Vec<i64> = plan.figures.values().map(|figure| figure.value).collect();
    assert_eq!(figures, [95, 5, 22]);
    assert_eq!(plan.next_steps[&id("next-step-5")].parent, Some(id("next-step-4")));
    assert!(plan.challenges.values().all(|it| it.attribution == "anonymous" && it.jurisdictions.is_empty()));
    let counts =
        [plan.achievements.len(), plan.challenges.len(), plan.next_steps.len(), plan.resolutions.len()];
    assert_eq!(counts, [5, 4, 5, 2]);
    let cycle = &plan.cycles[&id("cycle-2019-09")];
    let days = [cycle.opens, cycle.submissions_due, cycle.approvals_due].map(|day| day.unwrap().to_string());
    assert_eq!(days, ["2019-07-31", "2019-08-14", "2019-09-11"]);
}

#[test]
fn every_text_is_complete_in_both_languages_and_approved() {
    let file: Value = serde_json::from_str(SAMPLE).unwrap();
    let mut states = Vec::new();
    pairs(&file, &mut |pair| {
        states.push(pair["state"].clone());
        assert!(
            ["en", "fr"].iter().all(|side| pair[side].as_str().is_some_and(|it| !it.is_empty())),
            "{pair}"
        );
    });
    let done = [Translation::Approved, Translation::Same].map(|it| serde_json::to_value(it).unwrap());
    assert!(states.len() > 150 && states.iter().all(|state| done.contains(state)));
}

#[test]
fn points_of_the_matrix_are_short() {
    for point in plan().progress.values() {
        for lang in Lang::BOTH {
            assert!(point.text.side(lang).chars().count() <= 90, "{}", point.text.side(lang));
        }
    }
}

#[test]
fn both_languages_are_set_as_they_are_in_canada() {
    for lang in Lang::BOTH {
        let mut texts = Vec::new();
        sides(&serde_json::from_str(SAMPLE).unwrap(), lang.code(), &mut texts);
        for text in texts.iter().filter(|text| !text.starts_with("https:")) {
            assert_eq!(typography_faults(lang, text), [], "{text}");
        }
    }
}

#[test]
fn proofreading_has_nothing_to_say_of_the_sample_and_finds_what_is_put_into_it() {
    let mut plan = plan();
    assert_eq!(proofread(&plan, None), []);
    // The slip of the reference, with and without a word on it in the glossary.
    let event = plan.events.get_mut(&id("event-four-countries")).unwrap();
    event.title.fr = event.title.fr.replace("GTGOC", "GTCOG");
    let codes = |plan: &Plan| -> Vec<String> {
        proofread(plan, Some(Lang::Fr)).into_iter().map(|finding| finding.what.code).collect()
    };
    assert_eq!(codes(&plan), ["proofread-lacks-french", "proofread-forbidden"]);
    plan.terms.clear();
    assert_eq!(codes(&plan), ["proofread-slip"]);
    assert_eq!(proofread(&plan, None)[0].offered.as_deref(), Some("GTGOC"));
}

fn pairs(value: &Value, seen: &mut impl FnMut(&Value)) {
    match value {
        Value::Object(object) if object.contains_key("source") => seen(value),
        Value::Object(object) => object.values().for_each(|value| pairs(value, seen)),
        Value::Array(items) => items.iter().for_each(|value| pairs(value, seen)),
        _ => {}
    }
}

/// All texts and addresses of one language.
fn sides(value: &Value, lang: &str, texts: &mut Vec<String>) {
    match value {
        Value::Object(object) => {
            texts.extend(object.get(lang).and_then(Value::as_str).map(str::to_owned));
            object.values().for_each(|value| sides(value, lang, texts));
        }
        Value::Array(items) => items.iter().for_each(|value| sides(value, lang, texts)),
        _ => {}
    }
}

#[test]
fn the_sample_names_the_kinds_that_a_plan_consists_of() {
    let sample = sample();
    let empty: Vec<Kind> =
        sample.iter().filter(|(_, by_id)| by_id.is_empty()).map(|(kind, _)| *kind).collect();
    assert_eq!(empty.into_iter().filter(|kind| !kind.def().record).collect::<Vec<_>>(), [Kind::Submission]);
}
