//! The window's commands, asked for as its page asks for them.

use serde_json::{Value, json};

use crate::Outcome;
use crate::window::Window;

impl Window {
    /// What a command answers.
    ///
    /// # Errors
    /// It is refused.
    pub async fn done(&self, command: &str, arguments: &Value) -> Outcome<Value> {
        let answer = self.asked(command, arguments).await?;
        match answer.get("done") {
            Some(done) => Ok(done.clone()),
            None => Err(format!("{command} {arguments} was refused: {}", answer["refused"]).into()),
        }
    }

    /// What a command is refused with.
    ///
    /// # Errors
    /// It is done.
    pub async fn refused(&self, command: &str, arguments: &Value) -> Outcome<Value> {
        let answer = self.asked(command, arguments).await?;
        match answer.get("refused") {
            Some(refused) => Ok(refused.clone()),
            None => Err(format!("{command} {arguments} was done: {}", answer["done"]).into()),
        }
    }

    async fn asked(&self, command: &str, arguments: &Value) -> Outcome<Value> {
        let invoke = format!("window.__TAURI_INTERNALS__.invoke({}, {arguments})", json!(command));
        let kept = "(done) => ({ done: done ?? null }), (refused) => ({ refused: refused ?? null })";
        self.wait_for(&format!("{invoke}.then({kept})")).await
    }

    /// Does an action in one's own name; what it changed.
    ///
    /// # Errors
    /// It is refused.
    pub async fn act(&self, action: Value) -> Outcome<Value> {
        self.done("act", &json!({ "action": action })).await
    }

    /// Says who sits at the window from now on.
    ///
    /// # Errors
    /// It is refused.
    pub async fn sit_down(&self, role: &str, jurisdiction: &Value) -> Outcome {
        let mut held = json!({ "role": role });
        if !jurisdiction.is_null() {
            held["jurisdiction"] = jurisdiction.clone();
        }
        let identity = json!({"name": "Ada Lee", "roles": [held]});
        self.done("set_identity", &json!({ "identity": identity })).await.map(drop)
    }

    /// The heads of an entity's fields, as a form that shows it hands them back.
    ///
    /// # Errors
    /// The plan cannot be read.
    pub async fn heads(&self, entity: &str) -> Outcome<Value> {
        Ok(self.done("view", &json!({})).await?["heads"][entity].clone())
    }
}
