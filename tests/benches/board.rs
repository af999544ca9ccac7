//! Time to the board on a warm machine, against the floor of it: a bare Tauri window
//! that shows a static page. Both are started by WebKit's driver, in turn, and timed
//! from the request for the window until their page shows what it is for.

use std::time::Instant;

use jalon_tests::Outcome;
use jalon_tests::desk::{Desk, at_a_desk};
use jalon_tests::measure::{Samples, report};
use jalon_tests::programs::program;

const ROUNDS: usize = 10;

fn main() -> Outcome {
    let (mut ours, mut bare) = (Samples::default(), Samples::default());
    at_a_desk("bench-board", async |desk: &Desk| {
        // The first run asks who the user is; both programs are then warm.
        let window = desk.open().await?;
        window.begin_with_the_sample("Marie Côté").await?;
        desk.close(window).await?;
        time_to_bare_page(desk).await?;
        for _ in 0..ROUNDS {
            ours.add(time_to_board(desk).await?);
            bare.add(time_to_bare_page(desk).await?);
        }
        Ok(())
    })?;
    report("time to the board", &ours, "time to a bare window's page", &bare);
    Ok(())
}

async fn time_to_board(desk: &Desk) -> Outcome<std::time::Duration> {
    let begun = Instant::now();
    let window = desk.open().await?;
    window.until("the board", "document.querySelector('[data-card]') !== null").await?;
    let taken = begun.elapsed();
    desk.close(window).await?;
    Ok(taken)
}

async fn time_to_bare_page(desk: &Desk) -> Outcome<std::time::Duration> {
    let bare = program("JALON_BARE", "examples/bare")?;
    let begun = Instant::now();
    let window = desk.open_program(&bare, &[], "document.querySelector('h1') !== null").await?;
    let taken = begun.elapsed();
    desk.close(window).await?;
    Ok(taken)
}
