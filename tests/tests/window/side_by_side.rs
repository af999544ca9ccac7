//! The command line beside the window, on one file.

use jalon_tests::desk::at_a_desk;
use jalon_tests::{Outcome, ensure};

const MILESTONE: &str = "milestone-2-3";

#[test]
fn a_change_by_the_command_line_appears_in_the_open_window() -> Outcome {
    at_a_desk("side-by-side", async |desk| {
        let window = desk.open().await?;
        window.begin_with_the_sample("Marie Côté").await?;
        window.card_shows(MILESTONE, "Substantial progress").await?;

        let outlook = ["--completion", "LP", "--outlook", "at_risk", "--reason", "No room for the meeting"];
        desk.jalon(&[&["--as", "co-chair:CA-AB", "milestone", "set", MILESTONE][..], &outlook].concat())?;

        window.card_shows(MILESTONE, "Limited progress").await?;
        window.card_shows(MILESTONE, "At risk").await?;
        window.shows("status-line", "changed elsewhere").await?;
        window.go("history").await?;
        window.shows("history", "Community of practice in place").await
    })
}

#[test]
fn a_form_that_has_gone_stale_keeps_what_was_typed_and_lets_a_person_choose() -> Outcome {
    at_a_desk("stale-form", async |desk| {
        let window = desk.open().await?;
        window.begin_with_the_sample("Marie Côté").await?;
        window.open_card(MILESTONE).await?;
        window.click("outlook-at_risk").await?;
        let typed = "Two of four facilitators have left";
        window.find("reason").await?.send_keys(typed).await?;

        let theirs = ["--outlook", "on_hold", "--reason", "Paused until the fall"];
        desk.jalon(&[&["--as", "co-chair:CA-AB", "milestone", "set", MILESTONE][..], &theirs].concat())?;

        window.shows("changed-meanwhile", "Paused until the fall").await?;
        window.shows("changed-meanwhile", typed).await?;
        let reason = window.find("reason").await?.prop("value").await?;
        ensure!(reason.as_deref() == Some(typed), "what was typed is gone: {reason:?}");
        window.card_shows(MILESTONE, "On hold").await?;
        window.picture("5-stale-form").await?;

        window.click("keep-mine").await?;
        window.card_shows(MILESTONE, "At risk").await?;
        let history = desk.jalon(&["history", MILESTONE])?;
        ensure!(history.contains("Marie Côté"), "history does not tell who kept theirs: {history}");
        Ok(())
    })
}
