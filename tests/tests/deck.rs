//! The council deck of the sample, read back with python-pptx: every figure, name,
//! link and lead of the real deck is there, in both languages.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use chrono::{DateTime, NaiveDate, Utc};
use jalon_domain::clearance::clearances;
use jalon_domain::{Action, Actor, Lang, Role};
use jalon_exchange::{DeckRequest, Over, export_decks, sample};
use jalon_store::{Context, Store};
use serde_json::Value;

/// The decks of a fresh sample store: English, French.
fn decks(is_final: bool) -> [Value; 2] {
    let folder = tempfile::tempdir().unwrap();
    let now = chrono::DateTime::parse_from_rfc3339("2019-09-13T12:00:00Z").unwrap().to_utc();
    let mut store = Store::create(&folder.path().join("plan.jalon"), now).unwrap();
    store.install_sample(&sample(), now).unwrap();
    let day = NaiveDate::from_ymd_opt(2019, 9, 13).unwrap();
    if is_final {
        agree(&mut store, now);
    }
    let request = DeckRequest {
        langs: &Lang::BOTH,
        folder: folder.path(),
        is_final,
        day,
        over: Over::Anything,
        cycle: None,
    };
    let written = export_decks(&store, &Actor::secretariat(), &request).unwrap();
    for deck in &written {
        assert_eq!(deck.remarks, [], "layout noticed something in {}", deck.path.display());
    }
    [read(&written[0].path), read(&written[1].path)]
}

/// Has everybody say yes to what the deck shows.
fn agree(store: &mut Store, now: DateTime<Utc>) {
    let plan = store.plan().unwrap();
    for word in clearances(&plan, plan.cycles.keys().next().unwrap()) {
        let lead = Actor::new("", Role::Lead, Some(word.jurisdiction.clone()));
        let (item, jurisdiction, content) = (word.item, word.jurisdiction, word.content);
        store.act(&Context::new(lead, now), &Action::ClearItem { item, jurisdiction, content }).unwrap();
    }
    let approvals = store.approvals(None, now.date_naive(), &Actor::secretariat()).unwrap().unwrap();
    for chair in approvals.chairs {
        let jurisdiction = chair.chair.jurisdiction;
        let co_chair = Actor::new("", Role::CoChair, Some(jurisdiction.clone()));
        let (cycle, content) = (approvals.cycle.clone(), approvals.content.clone());
        let action = Action::ApproveDeck { cycle, jurisdiction, content };
        store.act(&Context::new(co_chair, now), &action).unwrap();
    }
}

/// The Python that `cargo verify` sets up, with python-pptx.
fn python() -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    env::var_os("JALON_PYTHON").map_or_else(|| root.join("target/xtask/venv/bin/python"), PathBuf::from)
}

fn read(path: &Path) -> Value {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("python/read_deck.py");
    let output = Command::new(python()).arg(script).arg(path).output();
    let output = output.expect("python-pptx reads the deck back; `cargo verify` installs it");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

fn slides(deck: &Value) -> &[Value] {
    deck["slides"].as_array().unwrap()
}

/// All text of a slide, no-break spaces as they are.
fn text(slide: &Value) -> String {
    let texts = slide["texts"].as_array().unwrap().iter().map(|text| text.as_str().unwrap());
    texts.collect::<Vec<_>>().join("\n")
}

fn links(deck: &Value) -> Vec<String> {
    let all = slides(deck).iter().flat_map(|slide| slide["links"].as_array().unwrap());
    all.map(|link| link.as_str().unwrap().to_owned()).collect()
}

/// Checks that a slide, by its number, says all of these. A title may hold a date
/// together with more no-break spaces than its language asks for.
fn says(deck: &Value, slide: usize, facts: &[&str]) {
    let text = text(&slides(deck)[slide - 1]);
    let (title, body) = text.split_once('\n').unwrap_or((&text, ""));
    let loose = |text: &str| text.replace('\u{a0}', " ");
    for fact in facts {
        let said = body.contains(fact) || loose(title).contains(&loose(fact));
        assert!(said, "slide {slide} does not say {fact:?}:\n{text}");
    }
}

#[test]
fn the_english_deck_says_every_fact_of_the_council_meeting() {
    let [deck, _] = decks(false);
    assert_eq!(slides(&deck).len(), 12);
    says(
        &deck,
        1,
        &["Canada Open Government Working Group", "COGWG", "Joint Councils", "September 25, 2019"],
    );
    says(&deck, 5, &["22", "5", "95", "2,600", "115", "20", "May 29 to 31, 2019", "Argentina", "Germany"]);
    says(&deck, 6, &["50,000", "350", "50", "(i)", "(ii)"]);
    says(&deck, 7, &["200", "May 29, 2019"]);
    says(&deck, 8, &["25", "Mexico", "Argentina", "United States", "May 29, 2019"]);
    says(&deck, 9, &["Eric Caire", "Bill Walker", "May 30, 2019"]);
    says(&deck, 11, &["Yukon", "Northwest Territories", "Ontario", "Quebec", "Saskatchewan"]);
}

#[test]
fn the_french_deck_says_every_fact_of_the_council_meeting() {
    let [_, deck] = decks(false);
    assert_eq!(slides(&deck).len(), 12);
    says(
        &deck,
        1,
        &["Groupe de travail sur le gouvernement ouvert du Canada", "GTGOC", "25\u{a0}septembre 2019"],
    );
    says(
        &deck,
        5,
        &["22", "5", "95", "2\u{a0}600", "115", "20", "du 29 au 31\u{a0}mai 2019", "Argentine", "Allemagne"],
    );
    says(&deck, 6, &["50\u{a0}000", "350", "50", "(i)", "(ii)"]);
    says(&deck, 7, &["200", "29\u{a0}mai 2019"]);
    says(&deck, 8, &["25", "Mexique", "Argentine", "États-Unis", "GTGOC", "29\u{a0}mai 2019"]);
    says(&deck, 9, &["Eric Caire", "Bill Walker", "30\u{a0}mai 2019"]);
    says(&deck, 11, &["Yukon", "Territoires du Nord-Ouest", "Ontario", "Québec", "Saskatchewan"]);
    let whole: String = slides(&deck).iter().map(text).collect();
    assert!(!whole.contains("GTCOG"));
}

#[test]
fn the_matrix_is_a_table_with_the_priorities_and_their_leads_in_the_groups_own_order() {
    let expected = [
        [["Ont."].as_slice(), &["GC", "Que."], &["N.S.", "GC", "B.C."], &["N.S.", "Sask."], &["Alta."]],
        [["Ont."].as_slice(), &["GC", "Qc"], &["N.-É.", "GC", "C.-B."], &["N.-É.", "Sask."], &["Alb."]],
    ];
    let titles = [
        "Promote adoption of the International Open Data Charter|High-value dataset standardization|Expanded federated open data search|Open data literacy|Inclusion and public engagement",
        "Promouvoir l’adoption de la Charte internationale sur les données ouvertes|Normalisation des jeux de données de grande valeur|Recherche fédérée élargie de données ouvertes|Littératie en matière de données ouvertes|Inclusion et mobilisation du public",
    ];
    for ((deck, expected), titles) in decks(false).iter().zip(expected).zip(titles) {
        let rows = slides(deck)[9]["table"].as_array().expect("slide 10 has a native table").clone();
        let cells = |row: usize| -> Vec<String> {
            rows[row].as_array().unwrap().iter().map(|cell| cell.as_str().unwrap().to_owned()).collect()
        };
        let (head, progress, leads) = (cells(0), cells(1), cells(rows.len() - 1));
        let first = head.len() - 5;
        for (n, title) in titles.split('|').enumerate() {
            assert!(head[first + n].contains(title), "{:?}", head[first + n]);
            assert!(head[first + n].contains(&(n + 1).to_string()));
            let found: Vec<&str> = leads[first + n].split_whitespace().collect();
            assert_eq!(found, expected[n]);
        }
        let points: Vec<usize> = progress[first..].iter().map(|cell| cell.lines().count()).collect();
        assert_eq!(points, [2, 2, 3, 1, 1]);
    }
}

#[test]
fn both_decks_link_to_every_address() {
    let addresses = [
        "https://www.youtube.com/watch?v=RepYPARcIs4",
        "https://open.yukon.ca/data/fr",
        "https://www.gov.nt.ca/fr/newsroom/le-gouvernement-se-dote-d%E2%80%99une-politique-t%C3%A9moignant-de-sa-volont%C3%A9-d%E2%80%99%C3%AAtre-plus-ouvert",
        "https://www.eia.gov.nt.ca/fr/priorities/le-gouvernement-ouvert",
        "https://news.ontario.ca/mgs/fr/2019/04/avec-son-nouveau-plan-numerique-le-gouvernement-de-lontario-offre-des-services-simplifies-acceleres.html",
        "https://www.quebec.ca/gouv/politiques-orientations/transformation-numerique/",
    ];
    for deck in decks(false) {
        let found = links(&deck);
        for address in addresses {
            assert!(found.iter().any(|link| link == address), "no link to {address} among {found:#?}");
        }
    }
}

#[test]
fn every_slide_has_a_title_of_its_own_a_language_on_every_run_notes_and_nothing_outside() {
    for (deck, lang) in decks(true).iter().zip(Lang::BOTH) {
        assert_eq!(deck["language"], lang.tag());
        let titles: Vec<&str> = slides(deck).iter().map(|slide| slide["title"].as_str().unwrap()).collect();
        let unique: std::collections::BTreeSet<&&str> = titles.iter().collect();
        assert_eq!(unique.len(), titles.len(), "{titles:?}");
        for slide in slides(deck) {
            assert_eq!(slide["outside"], serde_json::json!([]), "{}", slide["title"]);
            let langs: Vec<&str> =
                slide["langs"].as_array().unwrap().iter().map(|it| it.as_str().unwrap()).collect();
            assert!(langs.iter().all(|lang| ["en-CA", "fr-CA"].contains(lang)), "{langs:?}");
            assert!(langs.contains(&lang.tag()));
            let smallest = if slide["table"].is_null() { 18.0 } else { 12.0 };
            let body = slide["sizes"].as_array().unwrap().iter().map(|size| size.as_f64().unwrap());
            assert!(body.into_iter().all(|size| size >= smallest), "{}: {}", slide["title"], slide["sizes"]);
        }
        // What the audience does not see: dates and places, addresses, full names, milestones.
        for slide in [5, 7, 8, 9, 10, 11].map(|number| &slides(deck)[number - 1]) {
            assert!(!slide["notes"].as_str().unwrap().trim().is_empty(), "{} has no notes", slide["title"]);
        }
    }
}

#[test]
fn the_two_decks_have_the_same_figures_slide_by_slide() {
    let [en, fr] = decks(true);
    for (n, (english, french)) in slides(&en).iter().zip(slides(&fr)).enumerate() {
        assert_eq!(figures(&text(english)), figures(&text(french)), "slide {}", n + 1);
    }
}

/// The numbers in a text, thousands joined, in order of size.
fn figures(text: &str) -> Vec<u64> {
    let chars: Vec<char> = text.chars().collect();
    let mut joined = String::new();
    for (n, c) in chars.iter().enumerate() {
        let between = |c: Option<&char>| c.is_some_and(char::is_ascii_digit);
        let grouped = matches!(c, ',' | '\u{a0}')
            && n > 0
            && between(chars.get(n - 1))
            && chars[n + 1..].iter().take_while(|c| c.is_ascii_digit()).count() == 3;
        if !grouped {
            joined.push(if c.is_ascii_digit() { *c } else { ' ' });
        }
    }
    let mut found: Vec<u64> = joined.split_whitespace().filter_map(|digits| digits.parse().ok()).collect();
    found.sort_unstable();
    found
}
