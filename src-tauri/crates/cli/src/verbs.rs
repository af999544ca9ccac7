//! One file a verb.

mod apply;
mod approvals;
mod approve;
mod backup;
mod board;
mod challenge;
mod check;
mod clear;
mod conflicts;
mod cycle;
mod deck;
mod device;
mod excerpt;
mod export;
mod glossary;
mod history;
mod identity;
mod import;
mod init;
mod late;
mod lead;
mod left;
mod lineage;
mod milestone_set;
mod package;
mod plan;
mod proofread;
mod redact;
mod relocate;
mod salvage;
mod schema;
mod search;
mod since;
mod submission;
mod table;
mod tabled;
mod translations;
mod undo;
mod waiting;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::ArgMatches;
use jalon_domain::Action;
use jalon_store::Store;
use serde_json::json;

use crate::output::Output;
use crate::session::Session;
use crate::stop::Stop;

/// What a verb ends with: an exit code, or why it was not done.
pub type Outcome = Result<ExitCode, Stop>;

/// What a command does.
type Verb = fn(&Session) -> Outcome;

/// Every command of the grammar that does something, with those above it.
const VERBS: &[(&str, Verb)] = &[
    ("init", init::init),
    ("import", import::import),
    ("export", export::export),
    ("schema", schema::schema),
    ("apply", apply::apply),
    ("undo", undo::undo),
    ("redo", undo::redo),
    ("check", check::check),
    ("whoami", identity::whoami),
    ("identity set", identity::set),
    ("board", board::board),
    ("milestone set", milestone_set::milestone_set),
    ("deck", deck::deck),
    ("approvals", approvals::approvals),
    ("approve", approve::approve),
    ("table", table::table),
    ("erratum", table::erratum),
    ("tabled list", tabled::list),
    ("tabled show", tabled::show),
    ("tabled files", tabled::files),
    ("tabled diff", tabled::diff),
    ("history", history::history),
    ("lineage", lineage::lineage),
    ("search", search::search),
    ("since", since::since),
    ("package write", package::write),
    ("package read", package::read),
    ("waiting", waiting::waiting),
    ("conflicts", conflicts::conflicts),
    ("resolve", conflicts::resolve),
    ("device renew", device::renew),
    ("cycle list", cycle::list),
    ("cycle status", cycle::status),
    ("cycle open", cycle::open),
    ("cycle close", cycle::close),
    ("cycle reopen", cycle::reopen),
    ("cycle late", late::of_cycles),
    ("cycle carry-over", cycle::carry_over),
    ("submission set", submission::set),
    ("clear", clear::clear),
    ("challenge merge", challenge::merge),
    ("challenge issue", challenge::issue),
    ("plan list", plan::list),
    ("plan close", plan::close),
    ("plan reopen", plan::reopen),
    ("plan clone", plan::clone),
    ("plan late", late::of_plans),
    ("lead add", lead::add),
    ("lead end", lead::end),
    ("backup make", backup::make),
    ("backup list", backup::list),
    ("backup verify", backup::verify),
    ("backup restore", backup::restore),
    ("move", relocate::relocate_store),
    ("salvage", salvage::salvage),
    ("redact", redact::redact),
    ("translations", translations::translations),
    ("translations approve", translations::approve),
    ("translate", translations::translate),
    ("proofread", proofread::proofread),
    ("glossary list", glossary::list),
    ("glossary add", glossary::add),
    ("glossary edit", glossary::edit),
    ("glossary remove", glossary::remove),
];

/// Does an action, on behalf of somebody where that was said, and answers.
fn act(session: &Session, store: &mut Store, action: &Action, told: impl FnOnce() -> String) -> Outcome {
    let context = session.context(store, session.on_behalf(&store.plan()?)?)?;
    let changes = store.act_as_it_stands(&context, action)?;
    session.output.answer(told, || json!({"ok": true, "txn": changes.txn, "conflicts": changes.conflicts}))
}

/// Runs the verb that was asked for.
pub fn run(matches: &ArgMatches, output: Output<'_>) -> ExitCode {
    let Some((name, arguments)) = matches.subcommand() else { return ExitCode::from(2) };
    let (name, arguments) = match arguments.subcommand() {
        Some((nested, arguments)) => (format!("{name} {nested}"), arguments),
        None => (name.to_owned(), arguments),
    };
    let Some((_, verb)) = VERBS.iter().find(|(known, _)| *known == name) else { return ExitCode::from(2) };
    let output = output.on(arguments.get_one::<PathBuf>("store").map(PathBuf::as_path));
    Session::new(arguments, output)
        .and_then(|session| verb(&session))
        .unwrap_or_else(|stop| output.stop(&stop))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jalon_domain::Lang;
    use jalon_words::Words;

    #[test]
    fn every_command_of_the_grammar_does_something() {
        let grammar = crate::grammar::command(Words::of(Lang::En));
        let mut commands = Vec::new();
        for command in grammar.get_subcommands() {
            let below = command.get_subcommands();
            commands.extend(below.map(|it| format!("{} {}", command.get_name(), it.get_name())));
            if !command.is_subcommand_required_set() {
                commands.push(command.get_name().to_owned());
            }
        }
        let mut verbs: Vec<&str> = VERBS.iter().map(|(name, _)| *name).collect();
        commands.sort();
        verbs.sort_unstable();
        assert_eq!(commands, verbs);
    }
}
