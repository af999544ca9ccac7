//! What changes within a plan's year, and what the deck of a meeting keeps.

#[path = "support/decks.rs"]
mod decks;
mod support;

use chrono::NaiveDate;
use jalon_deck::compose::{ComposeOptions, compose};
use jalon_deck::layout::layout;
use jalon_deck::pptx::Template;
use jalon_domain::{Challenge, Lang, Plan, leads};
use serde_json::json;

use decks::{id, laid_out, sample, texts};

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

/// The row of leads of the matrix, in a deck made on that day.
fn leads_row(plan: &Plan, made_on: &str, draft: bool) -> String {
    let deck = compose(plan, Lang::En, &ComposeOptions { day: day(made_on), draft });
    let slides = texts(&layout(&deck, Template::ours().geometry()));
    slides[9].lines().last().expect("a row").to_owned()
}

#[test]
fn the_deck_of_a_meeting_keeps_those_who_led_on_its_day() {
    let mut plan = sample();
    let first = plan.priorities.get_mut(&id("priority-1")).expect("the priority");
    first.leads = leads::ended(&first.leads, &id("CA-ON"), day("2019-09-30")).expect("Ontario leads");
    let quebec =
        serde_json::from_value(json!({"jurisdiction": "CA-QC", "from": "2019-10-01"})).expect("a lead");
    first.leads = leads::added(&first.leads, quebec, None);
    for (made_on, draft) in [("2019-09-25", true), ("2020-03-01", true), ("2020-03-01", false)] {
        assert!(leads_row(&plan, made_on, draft).contains("Ont. | GC Que."), "{made_on} {draft}");
    }
    plan.meetings.values_mut().for_each(|meeting| meeting.date = day("2020-02-26"));
    assert!(leads_row(&plan, "2019-09-25", true).contains("Ont. | GC Que."), "a draft of today shows today");
    assert!(leads_row(&plan, "2020-02-26", true).contains("Que. | GC Que."));
}

#[test]
fn what_was_merged_is_said_once_and_what_is_internal_never() {
    let mut plan = sample();
    let challenge = |entity: &str, attribution: &str, merged_from: &[&str]| -> Challenge {
        let text = json!({"en": format!("Words of {entity}"), "fr": format!("Mots de {entity}"), "source": "en",
            "state": "approved"});
        serde_json::from_value(json!({"id": entity, "cycle": "cycle-2019-09", "position": "b1", "text": text,
            "attribution": attribution, "merged_from": merged_from, "origins": ["CA-NU"]}))
        .expect("a challenge")
    };
    for it in [
        challenge("c1", "anonymous", &[]),
        challenge("c2", "internal", &[]),
        challenge("c3", "anonymous", &["c1", "challenge-1"]),
    ] {
        plan.challenges.insert(it.id.clone(), it);
    }
    for lang in Lang::BOTH {
        let deck = laid_out(&plan, lang);
        let all = format!("{}\n{deck:?}", texts(&deck).join("\n"));
        let said = |en: &str, fr: &str| all.contains(if lang == Lang::En { en } else { fr });
        assert!(said("Words of c3", "Mots de c3"));
        assert!(!said("Words of c1", "Mots de c1") && !said("Words of c2", "Mots de c2"));
        assert!(!said("Resources:", "effectifs et fonds"), "challenge-1 is part of c3 now");
        assert!(!all.contains("Nunavut") && !all.contains("CA-NU"));
    }
}
