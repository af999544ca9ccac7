//! Page objects: what a person does in each room of the window.

use fantoccini::key::Key;
use serde_json::json;

use crate::Outcome;
use crate::window::Window;

/// The rooms, by the names of their buttons.
pub const ROOMS: [&str; 4] = ["board", "deck", "history", "settings"];

impl Window {
    /// Goes through the first run as a co-chair of Alberta, with the sample plan.
    ///
    /// # Errors
    /// The board does not come.
    pub async fn begin_with_the_sample(&self, name: &str) -> Outcome {
        self.find("who-name").await?.send_keys(name).await?;
        self.click("role-co_chair").await?;
        self.find("jurisdiction").await?.select_by_value("CA-AB").await?;
        self.click("plan-sample").await?;
        self.click("first-run-begin").await?;
        self.find("board").await.map(drop)
    }

    /// Notes from now on what the page's own policy refuses it.
    ///
    /// # Errors
    /// The driver refuses.
    pub async fn note_refusals(&self) -> Outcome {
        let listen = "(window.refused = [], document.addEventListener('securitypolicyviolation',
            (it) => window.refused.push(`${it.effectiveDirective} ${it.blockedURI}`)), true)";
        self.value(listen).await.map(drop)
    }

    /// What was noted since [`Window::note_refusals`].
    ///
    /// # Errors
    /// Nothing was asked to be noted.
    pub async fn refusals(&self) -> Outcome<String> {
        let refused = self.value("window.refused.join('; ')").await?;
        Ok(refused.as_str().ok_or("nothing was noted")?.to_owned())
    }

    /// Opens a milestone's drawer by clicking on its card.
    ///
    /// # Errors
    /// It is not on the board.
    pub async fn open_card(&self, milestone: &str) -> Outcome {
        self.click(&format!("card\"][data-id=\"{milestone}")).await?;
        self.find("drawer").await.map(drop)
    }

    /// Waits until a milestone's card shows a text.
    ///
    /// # Errors
    /// It does not.
    pub async fn card_shows(&self, milestone: &str, text: &str) -> Outcome {
        self.shows(&format!("card\"][data-id=\"{milestone}"), text).await
    }

    /// Moves to a milestone by arrow keys alone, column after column, and opens its
    /// drawer with Enter. A card must have the focus.
    ///
    /// # Errors
    /// The arrows do not lead there.
    pub async fn open_by_keyboard(&self, milestone: &str) -> Outcome {
        let column = |id: &str| id.split('-').nth(1).and_then(|n| n.parse::<u32>().ok());
        for _ in 0..30 {
            let at = self.focused("it.dataset.card ?? ''").await?;
            let at = at.as_str().unwrap_or_default();
            if at == milestone {
                self.press(Key::Enter).await?;
                return self.find("drawer").await.map(drop);
            }
            let key = match column(at).cmp(&column(milestone)) {
                std::cmp::Ordering::Less => Key::Right,
                std::cmp::Ordering::Greater => Key::Left,
                std::cmp::Ordering::Equal if at < milestone => Key::Down,
                std::cmp::Ordering::Equal => Key::Up,
            };
            self.press(key).await?;
        }
        Err(format!("the arrow keys do not lead to {milestone}").into())
    }

    /// Goes on with Tab until an expression over the focused element `it` is true.
    ///
    /// # Errors
    /// Forty stops further on it still is not.
    pub async fn tab_to(&self, expression: &str) -> Outcome {
        for _ in 0..40 {
            if self.focused(expression).await? == json!(true) {
                return Ok(());
            }
            self.press(Key::Tab).await?;
        }
        let at = self.focused("it.outerHTML").await?;
        Err(format!("Tab does not lead to {expression}; the focus is on {at}").into())
    }

    /// Goes to a room.
    ///
    /// # Errors
    /// It does not come.
    pub async fn go(&self, room: &str) -> Outcome {
        self.click(&format!("room-{room}")).await?;
        self.find(room).await.map(drop)
    }

    /// Chooses how the window looks: `light`, `dark` or `contrast`.
    ///
    /// # Errors
    /// It does not change.
    pub async fn choose_theme(&self, theme: &str) -> Outcome {
        self.go("settings").await?;
        self.click(&format!("theme-{theme}")).await?;
        let shown = match theme {
            "contrast" => "document.documentElement.dataset.contrast === 'more'".to_owned(),
            theme => format!("document.documentElement.dataset.theme === {}", json!(theme)),
        };
        self.until(&format!("the window is {theme}"), &shown).await
    }

    /// Switches to the other language by its button.
    ///
    /// # Errors
    /// The page does not say that it is in it.
    pub async fn switch_language(&self) -> Outcome {
        let before = self.value("document.documentElement.lang").await?;
        self.click("language-switch").await?;
        self.until("the language is another", &format!("document.documentElement.lang !== {before}")).await
    }
}
