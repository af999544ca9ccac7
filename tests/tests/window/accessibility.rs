//! axe-core finds nothing wrong with any room, in either language or any look.

use jalon_tests::desk::at_a_desk;
use jalon_tests::pages::ROOMS;
use jalon_tests::window::Window;
use jalon_tests::{Outcome, ensure};

const LANGUAGES: [&str; 2] = ["en", "fr"];

#[test]
fn axe_finds_no_barrier_in_any_room_in_either_language_or_any_look() -> Outcome {
    at_a_desk("accessibility", async |desk| {
        let window = desk.open().await?;
        window.find("first-run").await?;
        for language in LANGUAGES {
            check(&window, &format!("first-run-{language}")).await?;
            window.switch_language().await?;
        }
        ensure!(!with_a_barrier(&window).await?.is_empty(), "axe-core does not see a picture without a text");
        window.begin_with_the_sample("Marie Côté").await?;
        // So that the list of backups has a line to look at.
        window.go("settings").await?;
        window.click("make-backup").await?;
        window
            .until("the backup is listed", "document.querySelector('[data-testid=backups] table') !== null")
            .await?;
        for theme in ["light", "dark", "contrast"] {
            window.choose_theme(theme).await?;
            for language in LANGUAGES {
                every_room(&window, &format!("{theme}-{language}")).await?;
                window.switch_language().await?;
            }
        }
        Ok(())
    })
}

/// What axe finds while a picture without a text stands in the page.
async fn with_a_barrier(window: &Window) -> Outcome<Vec<String>> {
    window.value("document.querySelector('main').append(new Image())").await?;
    let found = window.barriers().await?;
    window.value("document.querySelector('main > img').remove()").await?;
    Ok(found)
}

async fn every_room(window: &Window, look: &str) -> Outcome {
    for room in ROOMS {
        window.go(room).await?;
        let filled = match room {
            "history" => "document.querySelector('[data-testid=history] li') !== null",
            "deck" => "document.querySelector('[data-testid=deck] code').innerText !== ''",
            _ => "true",
        };
        window.until(&format!("{room} has asked for what it shows"), filled).await?;
        check(window, &format!("{room}-{look}")).await?;
        stands_still(window, room).await?;
    }
    window.go("board").await?;
    window.open_card("milestone-3-2").await?;
    window.find("drawer").await?;
    check(window, &format!("drawer-{look}")).await?;
    stands_still(window, "drawer").await?;
    window.click("drawer-close").await?;
    window.until("the drawer is closed", "document.querySelector('[data-testid=drawer]') === null").await
}

/// A room scrolls within the house; the house itself fits the window. What is hidden from
/// sight, out of the room's scrolling, would let the whole page slide away below it.
async fn stands_still(window: &Window, view: &str) -> Outcome {
    let beyond = window.value("document.documentElement.scrollHeight - window.innerHeight").await?;
    ensure!(
        beyond.as_i64().is_some_and(|pixels| pixels <= 0),
        "{view}: the page goes {beyond} pixels below its window"
    );
    Ok(())
}

async fn check(window: &Window, view: &str) -> Outcome {
    // What is still moving has other colours than what is read.
    window
        .until("nothing moves", "document.getAnimations().every((it) => it.playState !== 'running')")
        .await?;
    window.picture(view).await?;
    let barriers = window.barriers().await?;
    ensure!(barriers.is_empty(), "{view}: {}", barriers.join("\n"));
    Ok(())
}
