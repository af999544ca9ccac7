//! The real window, driven as a person would: by what is seen, keys and clicks.

use std::time::Duration;

use fantoccini::actions::{InputSource as _, KeyAction, KeyActions};
use fantoccini::elements::Element;
use fantoccini::key::Key;
use fantoccini::{Client, Locator};
use serde_json::{Value, json};
use tokio::time::{Instant, sleep};

use crate::programs::root;
use crate::{Outcome, desk};

/// No single wait takes longer.
const WAIT: Duration = Duration::from_secs(20);

/// A window under the driver's hand.
#[derive(Clone)]
pub struct Window {
    client: Client,
}

impl Window {
    pub(crate) fn new(client: Client) -> Window {
        Window { client }
    }

    pub(crate) async fn close(self) -> Outcome {
        Ok(self.client.close().await?)
    }

    /// The value of an expression in the page.
    ///
    /// # Errors
    /// It throws.
    pub async fn value(&self, expression: &str) -> Outcome<Value> {
        Ok(self.client.execute(&format!("return ({expression});"), Vec::new()).await?)
    }

    /// What a promise in the page is kept with.
    ///
    /// # Errors
    /// It is broken, or not kept in time.
    pub async fn wait_for(&self, promise: &str) -> Outcome<Value> {
        let script = format!("({promise}).then(arguments[arguments.length - 1]);");
        Ok(self.client.execute_async(&script, Vec::new()).await?)
    }

    /// Waits until an expression is true in the page; `what` says for people what that means.
    ///
    /// # Errors
    /// It is not within twenty seconds; the error says what the page shows instead.
    pub async fn until(&self, what: &str, expression: &str) -> Outcome {
        let end = Instant::now() + WAIT;
        loop {
            // While the page is being replaced there is nothing to ask.
            let now = self.value(expression).await;
            if matches!(now, Ok(Value::Bool(true))) {
                return Ok(());
            }
            if Instant::now() > end {
                let page = self.value("document.body.innerText").await;
                self.picture("failed").await?;
                return Err(format!("waited in vain until {what}: {now:?}; the page shows {page:?}").into());
            }
            sleep(Duration::from_millis(30)).await;
        }
    }

    /// The element of that `data-testid`, once it is there.
    ///
    /// # Errors
    /// It does not come.
    pub async fn find(&self, testid: &str) -> Outcome<Element> {
        self.find_in("", testid).await
    }

    /// The same, below what a CSS selector names.
    ///
    /// # Errors
    /// It does not come.
    pub async fn find_in(&self, above: &str, testid: &str) -> Outcome<Element> {
        let selector = format!("{above} [data-testid=\"{testid}\"]");
        let there = format!("document.querySelector({}) !== null", json!(selector));
        self.until(&format!("there is {selector}"), &there).await?;
        Ok(self.client.find(Locator::Css(selector.trim())).await?)
    }

    /// Clicks on the element of that `data-testid`.
    ///
    /// # Errors
    /// It does not come, or something covers it.
    pub async fn click(&self, testid: &str) -> Outcome {
        self.click_on(&format!("[data-testid=\"{testid}\"]")).await
    }

    /// Clicks on what a CSS selector names, once it stands still with nothing over it.
    /// The driver aims first and clicks afterwards: when WebKit lays the page out in
    /// between, the click falls beside, and is done again as a person would.
    ///
    /// # Errors
    /// It does not come, or something covers it.
    pub async fn click_on(&self, selector: &str) -> Outcome {
        let still = "new Promise((done) => {
            let last = '', frames = 0;
            const look = () => {
                const it = document.querySelector(SELECTOR);
                it?.scrollIntoView({ block: 'nearest' });
                const box = it?.getBoundingClientRect();
                const at = box ? `${box.x} ${box.y} ${box.width} ${box.height}` : '';
                const top = box && document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
                frames = at !== '' && at === last && !it.disabled && it.contains(top) ? frames + 1 : 0;
                last = at;
                if (frames < 3) return requestAnimationFrame(look);
                window.hit = false;
                it.addEventListener('click', () => (window.hit = true), { once: true, capture: true });
                done(true);
            };
            Promise.all([...document.fonts].map((face) => face.load())).then(look);
        })";
        let still = still.replace("SELECTOR", &json!(selector).to_string());
        for _ in 0..3 {
            let waited = self.wait_for(&still).await;
            waited.map_err(|error| format!("waited in vain until {selector} could be clicked: {error}"))?;
            self.client.find(Locator::Css(selector)).await?.click().await?;
            if self.value("window.hit").await? == json!(true) {
                return Ok(());
            }
        }
        Err(format!("three clicks on {selector} fell beside it").into())
    }

    /// The text of the element of that `data-testid`, as it is seen.
    ///
    /// # Errors
    /// It does not come.
    pub async fn text(&self, testid: &str) -> Outcome<String> {
        Ok(self.find(testid).await?.text().await?)
    }

    /// Waits until the element of that `data-testid` shows a text.
    ///
    /// # Errors
    /// It does not.
    pub async fn shows(&self, testid: &str, text: &str) -> Outcome {
        let selector = format!("[data-testid=\"{testid}\"]");
        let shown = format!(
            "[...document.querySelectorAll({})].some((it) => it.innerText.includes({}))",
            json!(selector),
            json!(text)
        );
        self.until(&format!("{testid} shows “{text}”"), &shown).await
    }

    /// Types text into whatever has the focus.
    ///
    /// # Errors
    /// The driver refuses.
    pub async fn type_text(&self, text: &str) -> Outcome {
        let press = |c: char| [KeyAction::Down { value: c }, KeyAction::Up { value: c }];
        self.perform(text.chars().flat_map(press)).await
    }

    /// Presses a key and lets it go.
    ///
    /// # Errors
    /// The driver refuses.
    pub async fn press(&self, key: Key) -> Outcome {
        let value = char::from(key);
        self.perform([KeyAction::Down { value }, KeyAction::Up { value }]).await
    }

    /// Presses a key while another is held down.
    ///
    /// # Errors
    /// The driver refuses.
    pub async fn press_with(&self, held: Key, key: char) -> Outcome {
        let held = char::from(held);
        let (down, up) = (KeyAction::Down { value: held }, KeyAction::Up { value: held });
        self.perform([down, KeyAction::Down { value: key }, KeyAction::Up { value: key }, up]).await
    }

    async fn perform(&self, keys: impl IntoIterator<Item = KeyAction>) -> Outcome {
        let actions = keys.into_iter().fold(KeyActions::new("keys".into()), |actions, key| actions.then(key));
        Ok(self.client.perform_actions(actions).await?)
    }

    /// What has the focus: an expression over `it`, the element.
    ///
    /// # Errors
    /// It throws.
    pub async fn focused(&self, expression: &str) -> Outcome<Value> {
        self.value(&format!("((it) => {expression})(document.activeElement)")).await
    }

    /// Keeps a picture of the page in `target/verify/window/`.
    ///
    /// # Errors
    /// It cannot be taken or written.
    pub async fn picture(&self, name: &str) -> Outcome {
        // What has just changed is painted in the next frame, and is in the one after.
        let frame =
            "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(null))))";
        self.wait_for(frame).await?;
        let picture = self.client.screenshot().await?;
        Ok(std::fs::write(desk::pictures()?.join(format!("{name}.png")), picture)?)
    }

    /// What axe-core finds wrong with the page as it stands, one line each.
    ///
    /// # Errors
    /// axe-core is not installed, or cannot run.
    pub async fn barriers(&self) -> Outcome<Vec<String>> {
        let axe = std::fs::read_to_string(root().join("ui/node_modules/axe-core/axe.min.js"))?;
        self.client.execute(&axe, Vec::new()).await?;
        let run = "const done = arguments[arguments.length - 1];
            axe.run(document, { resultTypes: ['violations'] }).then(
                (found) => done(found.violations.flatMap((it) => it.nodes.map(
                    (node) => `${it.id}: ${node.target.join(' ')}: ${node.failureSummary}`))),
                (error) => done([`axe: ${error}`]));";
        let found = self.client.execute_async(run, Vec::new()).await?;
        let found = found.as_array().ok_or("axe-core gave no list")?;
        Ok(found.iter().map(|line| line.as_str().unwrap_or_default().to_owned()).collect())
    }
}
