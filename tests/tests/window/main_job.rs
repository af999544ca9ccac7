//! The main job, end to end: first run, a status by keyboard, a restart, both decks.

use fantoccini::key::Key;
use jalon_tests::desk::{Desk, at_a_desk};
use jalon_tests::window::Window;
use jalon_tests::{Outcome, deck, ensure};
use serde_json::json;

const MILESTONE: &str = "milestone-4-1";

#[test]
fn a_status_set_by_keyboard_outlives_a_restart_and_both_decks_hold_the_facts() -> Outcome {
    at_a_desk("main-job", async |desk| {
        let window = desk.open().await?;
        window.find("first-run").await?;
        window.note_refusals().await?;
        window.picture("1-first-run").await?;
        window.begin_with_the_sample("Marie Côté").await?;
        window.shows("header", "Joint Councils").await?;
        ensure!(desk.store().is_file(), "no plan was made in {}", desk.store().display());

        complete_by_keyboard(&window).await?;
        window.card_shows(MILESTONE, "Complete").await?;
        window.picture("2-board").await?;
        let refused = window.refusals().await?;
        ensure!(refused.is_empty(), "the page does what its own policy refuses: {refused}");
        desk.close(window).await?;

        let window = desk.open().await?;
        window.card_shows(MILESTONE, "Complete").await?;
        window.shows("me", "Marie Côté").await?;
        window.switch_language().await?;
        window.card_shows(MILESTONE, "Réalisé").await?;
        window.shows("header", "Conseils mixtes").await?;
        window.picture("3-board-fr").await?;
        desk.close(window).await?;

        let window = desk.open().await?;
        window.card_shows(MILESTONE, "Réalisé").await?;
        export(desk, &window).await
    })
}

/// Completes the milestone with an evidence link; no pointer is used. The first run
/// leaves the focus on a card.
async fn complete_by_keyboard(window: &Window) -> Outcome {
    window.until("a card has the focus", "document.activeElement.dataset.card !== undefined").await?;
    window.open_by_keyboard(MILESTONE).await?;
    window.tab_to("it.name === 'completion'").await?;
    for _ in 0..5 {
        if window.focused("it.value").await? == json!("C") {
            break;
        }
        window.press(Key::Down).await?;
    }
    window.tab_to("it.dataset.testid === 'evidence-add'").await?;
    window.press(Key::Enter).await?;
    window.until("a row for a link", "document.activeElement.dataset.testid === 'evidence-address'").await?;
    window.type_text("https://example.org/en/learning-resources").await?;
    window.picture("drawer").await?;
    window.press_with(Key::Control, char::from(Key::Enter)).await?;
    window.shows("status-line", "Status saved").await
}

async fn export(desk: &Desk, window: &Window) -> Outcome {
    window.go("deck").await?;
    window.click("deck-both").await?;
    window.click("export").await?;
    window.shows("exported", "-fr-ebauche.pptx").await?;
    window.picture("4-deck-fr").await?;

    let english = deck::read(&desk.documents().join("COGWG-Joint-Councils-2019-09-25-en-draft.pptx"))?;
    let french = deck::read(&desk.documents().join("GTGOC-Conseils-mixtes-2019-09-25-fr-ebauche.pptx"))?;
    ensure!(english.slides.len() == french.slides.len(), "the decks differ in the number of slides");
    ensure!(english.slides.len() >= 12, "only {} slides", english.slides.len());
    let figures = ["22", "95", "115", "200", "25"];
    let english_facts = [
        "2,600",
        "50,000",
        "Joint Councils",
        "September 25, 2019",
        "May 29 to 31, 2019",
        "Open data literacy",
    ];
    let french_facts = [
        "2\u{a0}600",
        "50\u{a0}000",
        "Conseils mixtes",
        "25\u{a0}septembre 2019",
        "du 29 au 31\u{a0}mai 2019",
        "Littératie en matière de données ouvertes",
    ];
    holds(&english.whole(), figures.iter().chain(&english_facts))?;
    holds(&french.whole(), figures.iter().chain(&french_facts))?;
    // Who leads priority 3, in the group's own order.
    in_order(&english.whole(), &["N.S.", "GC", "B.C."])?;
    in_order(&french.whole(), &["N.-É.", "GC", "C.-B."])?;
    let links = ["https://open.yukon.ca/data/fr", "https://www.youtube.com/watch?v=RepYPARcIs4"];
    for link in links {
        ensure!(french.links.iter().any(|it| it == link), "the French deck does not lead to {link}");
    }
    Ok(())
}

fn holds<'a>(deck: &str, facts: impl Iterator<Item = &'a &'a str>) -> Outcome {
    for fact in facts {
        ensure!(deck.contains(fact), "the deck does not say “{fact}”: {deck}");
    }
    Ok(())
}

fn in_order(deck: &str, leads: &[&str]) -> Outcome {
    let mut rest = deck;
    for lead in leads {
        let (_, after) =
            rest.split_once(lead).ok_or_else(|| format!("{lead} is missing, or out of order"))?;
        rest = after;
    }
    Ok(())
}
