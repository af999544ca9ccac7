//! Translations, and what looks wrong in the texts.

use jalon_domain::action::Bases;
use jalon_domain::actor::OnBehalf;
use jalon_domain::{Id, Lang};
use jalon_store::ToTranslate;
use jalon_words::proofread::Finding;
use tauri::State;

use crate::failure::Outcome;
use crate::given::Given;
use crate::session::Translate;
use crate::shell::Shell;
use crate::view::Patch;

/// What is missing, stale or unapproved, into one language or either.
#[tauri::command(async, rename_all = "snake_case")]
pub(super) fn translations(shell: State<'_, Shell>, into: Option<Lang>) -> Outcome<Vec<ToTranslate>> {
    shell.with(|session| session.translations(into))
}

/// Writes one side of a text.
#[tauri::command(async, rename_all = "snake_case")]
pub(super) fn translate(
    shell: State<'_, Shell>,
    asked: Given<Translate>,
    on_behalf: Given<Option<OnBehalf>>,
) -> Outcome<Patch> {
    shell.with(|session| session.translate(asked.0, on_behalf.0))
}

/// Approves a translation as it was shown.
#[tauri::command(async, rename_all = "snake_case")]
pub(super) fn approve_translation(
    shell: State<'_, Shell>,
    id: Given<Id>,
    field: String,
    bases: Bases,
    on_behalf: Given<Option<OnBehalf>>,
) -> Outcome<Patch> {
    shell.with(|session| session.approve_translation(id.0, field, bases, on_behalf.0))
}

/// What looks wrong in the plan's texts, in one language or both.
#[tauri::command(async, rename_all = "snake_case")]
pub(super) fn proofread(shell: State<'_, Shell>, lang: Option<Lang>) -> Outcome<Vec<Finding>> {
    shell.with(|session| session.proofread(lang))
}
