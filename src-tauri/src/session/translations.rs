//! Translations and proofreading of the open plan.

use jalon_domain::action::Bases;
use jalon_domain::actor::OnBehalf;
use jalon_domain::{Action, Id, Lang};
use jalon_store::ToTranslate;
use jalon_words::proofread::{Finding, proofread};
use serde_json::json;

use super::Session;
use crate::failure::Outcome;
use crate::view::Patch;

impl Session {
    /// What is missing, stale or unapproved, into one language or either.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn translations(&self, into: Option<Lang>) -> Outcome<Vec<ToTranslate>> {
        let mut queue = self.store.translations(None)?;
        queue.retain(|it| into.is_none_or(|into| it.queued.into_lang() == into));
        Ok(queue)
    }

    /// Writes one side of a text, wherever in its entity it stands. `holds`: the
    /// translation of a source that changed still holds.
    ///
    /// # Errors
    /// Why it is refused.
    pub fn translate(&mut self, asked: Translate, on_behalf: Option<OnBehalf>) -> Outcome<Patch> {
        let Translate { id, field, lang, text, bases, holds } = asked;
        let fields = [(format!("{field}.{}", lang.code()), json!(text))].into_iter().collect();
        self.act(&Action::Edit { id, fields, bases, holds }, on_behalf)
    }

    /// Approves a translation as the form showed it.
    ///
    /// # Errors
    /// Why it is refused.
    pub fn approve_translation(
        &mut self,
        id: Id,
        field: String,
        bases: Bases,
        on_behalf: Option<OnBehalf>,
    ) -> Outcome<Patch> {
        self.act(&Action::ApproveTranslation { id, field, bases }, on_behalf)
    }

    /// What looks wrong in the plan's texts, in one language or both.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn proofread(&self, lang: Option<Lang>) -> Outcome<Vec<Finding>> {
        Ok(proofread(&self.store.plan_for(&self.reader()?)?, lang))
    }
}

/// One side of a text, as a translator writes it.
#[derive(Debug, Clone, PartialEq, serde::Deserialize, ts_rs::TS)]
pub struct Translate {
    /// The entity.
    pub id: Id,
    /// Where in it the text stands: `title`, `status.reason`, `links[0].label`.
    pub field: String,
    /// The side.
    pub lang: Lang,
    /// What it shall say.
    pub text: String,
    /// The heads that came with the text.
    pub bases: Bases,
    /// The source has changed, and what stands here still holds.
    #[serde(default)]
    pub holds: bool,
}
