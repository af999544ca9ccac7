//! What the page can ask for: one file a noun. A command unpacks, calls and
//! converts; it decides nothing. All run off the main thread, so that the window
//! never waits for the disk.

mod actions;
mod council;
mod cycle;
mod deck;
mod delivery;
mod history;
mod identity;
mod links;
mod milestone;
mod moments;
mod plan;
mod safety;
mod search;
mod settings;
mod transfer;
mod translations;

use tauri::ipc::Invoke;

/// All commands, for the builder.
pub(crate) fn all() -> impl Fn(Invoke) -> bool + Send + Sync + 'static {
    tauri::generate_handler![
        actions::act,
        actions::redo,
        actions::undo,
        council::deck_approvals,
        council::table_chosen_files,
        council::table_deck,
        council::tabled_diff,
        council::tabled_versions,
        council::write_tabled_files,
        cycle::carry_over,
        cycle::clearances,
        cycle::lineage,
        cycle::outstanding,
        cycle::submissions,
        deck::choose_export_folder,
        deck::deck_blockers,
        deck::deck_warnings,
        deck::export_deck,
        deck::export_folder,
        delivery::disputes,
        delivery::read_package,
        delivery::renew_device,
        delivery::waiting,
        delivery::write_package,
        history::field_heads,
        history::history,
        identity::set_identity,
        links::open_folder,
        links::open_link,
        milestone::set_milestone_status,
        moments::since,
        moments::view_as_of,
        plan::create_plan,
        plan::late_changes,
        plan::late_in_cycle,
        plan::left_open,
        plan::new_plan,
        plan::open_plan,
        plan::start,
        plan::view,
        safety::backups,
        safety::export_readable,
        safety::make_backup,
        safety::move_plan,
        safety::open_moved,
        safety::open_read_only,
        safety::redact,
        safety::restore_backup,
        safety::verify_backup,
        safety::ways_out,
        search::search,
        settings::set_language,
        transfer::check,
        transfer::export_plan,
        transfer::import_plan,
        translations::approve_translation,
        translations::proofread,
        translations::translate,
        translations::translations,
    ]
}
