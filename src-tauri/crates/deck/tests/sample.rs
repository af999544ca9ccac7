//! The decks of the sample plan hold what the real one held.

#[path = "support/decks.rs"]
mod decks;
mod support;

use jalon_deck::laid_out::Shape;
use jalon_deck::model::{Body, ParagraphStyle};
use jalon_domain::{Lang, Plan};

use decks::{composed, id, joined, laid_out, sample, texts};

#[test]
fn both_decks_are_the_twelve_slides_with_nothing_to_remark() {
    for lang in Lang::BOTH {
        let deck = laid_out(&sample(), lang);
        let ids: Vec<&str> = deck.slides.iter().map(|slide| slide.id.as_str()).collect();
        let expected = [
            "title",
            "slide-purpose",
            "slide-context",
            "slide-about",
            "event-summit",
            "event-summit.outcomes",
            "event-local",
            "event-four-countries",
            "event-round-table",
            "matrix",
            "jurisdictions",
            "next-steps",
        ];
        assert_eq!(ids, expected, "{lang:?}");
        assert_eq!(deck.remarks, [], "{lang:?}");
    }
}

/// The facts of the real deck, slide by slide (`~` is a no-break space).
const FACTS: [(usize, &[&str], &[&str]); 12] = [
    (
        1,
        &["Canada Open Government Working Group", "COGWG", "Joint Councils", "September 25, 2019"],
        &[
            "Groupe de travail sur le gouvernement ouvert du Canada",
            "GTGOC",
            "Conseils mixtes",
            "25~septembre 2019",
        ],
    ),
    (2, &["OGP"], &["PGO"]),
    (3, &["all Canadians"], &["tous les Canadiens"]),
    (4, &["Alberta"], &["Alberta"]),
    (
        5,
        &["Ottawa, May 29 to 31, 2019", "22", "5", "95", "2,600", "115", "20"],
        &["Ottawa, du 29 au 31~mai 2019", "22", "5", "95", "2~600", "115", "20"],
    ),
    (6, &["50,000", "350", "50", "(i)~", "(ii)~"], &["50~000", "350", "50", "(i)~", "(ii)~"]),
    (7, &["(May~29,~2019)", "200", "video"], &["(29~mai~2019)", "200", "vidéo"]),
    (8, &["(May~29,~2019)", "25"], &["(29~mai~2019)", "25"]),
    (9, &["(May~30,~2019)", "Eric Caire", "Bill Walker"], &["(30~mai~2019)", "Eric Caire", "Bill Walker"]),
    (
        10,
        &["Ont. | GC Que. | N.S. GC B.C. | N.S. Sask. | Alta.", "1\n", "5\n"],
        &["Ont. | GC Qc | N.-É. GC C.-B. | N.-É. Sask. | Alb."],
    ),
    (
        11,
        &["Yukon", "Northwest Territories", "Ontario", "Quebec", "Saskatchewan", "in progress"],
        &["Yukon", "Territoires du Nord-Ouest", "Ontario", "Québec", "Saskatchewan", "en cours"],
    ),
    (
        12,
        &["2018-2019", "late fall or early winter", "5th"],
        &["2018-2019", "fin de l’automne ou début de l’hiver", "5e"],
    ),
];

#[test]
fn every_fact_stands_on_its_slide_in_both_languages() {
    let [en, fr] = Lang::BOTH.map(|lang| texts(&laid_out(&sample(), lang)));
    for (number, english, french) in FACTS {
        for (texts, facts) in [(&en, english), (&fr, french)] {
            for fact in facts {
                let fact = fact.replace('~', "\u{A0}");
                assert!(
                    texts[number - 1].contains(&fact),
                    "slide {number} lacks {fact}: {}",
                    texts[number - 1]
                );
            }
        }
    }
}

#[test]
fn links_lead_to_encoded_addresses_and_every_run_has_its_language() {
    for (lang, count) in [(Lang::En, 6), (Lang::Fr, 6)] {
        let deck = laid_out(&sample(), lang);
        let mut links = Vec::new();
        for shape in deck.slides.iter().flat_map(|slide| &slide.shapes) {
            let Shape::Text { text, .. } = shape else { continue };
            for run in text.paragraphs.iter().flat_map(|it| &it.paragraph.runs) {
                assert_eq!(run.lang, lang, "{}", run.text);
                links.extend(run.link.as_ref().map(ToString::to_string));
            }
        }
        assert_eq!(links.len(), count, "{links:?}");
        assert!(links.iter().all(|link| link.is_ascii()), "{links:?}");
        assert!(links.iter().any(|link| link.contains("d%E2%80%99une-politique-t%C3%A9moignant")));
    }
}

#[test]
fn french_ordinals_are_raised() {
    let deck = composed(&sample(), Lang::Fr);
    let Some(Body::Text(steps)) = deck.slides.last().map(|slide| &slide.body) else { panic!("next steps") };
    let raised: Vec<&str> = steps
        .iter()
        .flat_map(|it| &it.runs)
        .filter(|run| run.superscript)
        .map(|run| run.text.as_str())
        .collect();
    assert_eq!(raised, ["e"]);
    assert_eq!(steps.iter().filter(|it| it.style == ParagraphStyle::Bullet(1)).count(), 1);
}

#[test]
fn the_notes_of_the_matrix_name_leads_in_full_and_where_milestones_stand() {
    let deck = composed(&sample(), Lang::En);
    let notes = deck.slides[9].notes.join("\n");
    for said in
        ["Leads: Nova Scotia, Government of Canada and British Columbia", "Complete", "September 25, 2019"]
    {
        assert!(notes.contains(said), "{said}: {notes}");
    }
    assert!(deck.slides[10].notes.iter().any(|note| note.ends_with("https://open.yukon.ca/data/fr")));
}

#[test]
fn an_anonymous_challenge_names_nobody_and_an_internal_one_is_not_shown() {
    let mut plan = sample();
    let challenge = |plan: &mut Plan, n: usize, attribution: &str| {
        let it = plan.challenges.get_mut(&id(&format!("challenge-{n}"))).expect("the challenge");
        it.attribution = attribution.into();
        it.jurisdictions = vec![id("CA-ON"), id("CA-NS")];
        it.origins = vec![id("CA-BC")];
        it.text.en.clone()
    };
    challenge(&mut plan, 1, "anonymous");
    challenge(&mut plan, 2, "named");
    let internal = challenge(&mut plan, 3, "internal");
    let deck = composed(&plan, Lang::En);
    let Body::Columns(columns) = &deck.slides[10].body else { panic!("columns") };
    let shown: Vec<String> = columns[1].paragraphs.iter().map(|it| joined(&it.runs)).collect();
    assert_eq!(shown.len(), 3);
    assert!(!shown[0].contains("Ont."), "{shown:?}");
    assert!(shown[1].ends_with("(Ont. and N.S.)"), "{shown:?}");
    let everything = format!("{deck:?}");
    assert!(!everything.contains(&internal) && !everything.contains("British Columbia:"));
}
