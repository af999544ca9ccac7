//! What goes wrong is said in the window, and the file is left as it was.

use std::fs;

use jalon_tests::desk::at_a_desk;
use jalon_tests::{Outcome, ensure};

#[test]
fn a_file_that_is_no_plan_is_named_in_the_window_and_left_alone() -> Outcome {
    at_a_desk("foreign-file", async |desk| {
        let foreign = b"not a plan, whatever its name";
        fs::write(desk.store(), foreign)?;
        let window = desk.open().await?;
        let said = window.text("failed").await?;
        ensure!(said.contains("plan d’été.jalon"), "the file is not named: {said}");
        ensure!(fs::read(desk.store())? == foreign, "the file was changed");
        window.picture("6-failed").await?;

        fs::remove_file(desk.store())?;
        desk.jalon(&["init", "--sample"])?;
        window.click_on("[data-testid=way-try_again]").await?;
        window.find("board").await.map(drop)
    })
}

#[test]
fn a_file_that_goes_away_while_it_is_open_is_told_without_being_asked() -> Outcome {
    at_a_desk("file-gone", async |desk| {
        desk.jalon(&["init", "--sample"])?;
        let window = desk.open().await?;
        window.find("board").await?;
        fs::rename(desk.store(), desk.documents().join("moved.jalon"))?;
        window.shows("alert", "plan d’été.jalon").await?;
        window.picture("7-file-gone").await
    })
}

#[test]
fn a_second_start_brings_the_first_window_forward_and_says_which_plan_is_open() -> Outcome {
    at_a_desk("second-start", async |desk| {
        desk.jalon(&["init", "--sample"])?;
        let window = desk.open().await?;
        window.find("board").await?;
        let other = desk.documents().join("other.jalon");
        desk.start_again(&other).await?;
        window.shows("alert", "other.jalon").await?;
        ensure!(!other.exists(), "the second start made a plan");
        Ok(())
    })
}
