//! One durable status change against the floor of it: one bare SQLite commit of a
//! row of the same size, with the same settings (WAL, `synchronous=FULL`).
//!
//! The two take turns, so that a machine that changes its mind changes it for both.

use std::error::Error;
use std::time::Instant;

use jalon_domain::{Action, Actor, Bilingual, Completion, Id, Lang, Outlook, Role, Status};
use jalon_store::{Context, Store};
use jalon_tests::measure::{Samples, report};

const ROUNDS: usize = 300;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = tempfile::tempdir()?;
    let now = chrono::Utc::now();
    let mut store = Store::create(&folder.path().join("plan.jalon"), now)?;
    store.install_sample(&jalon_exchange::sample(), now)?;
    let floor = floor(&folder.path().join("floor.db"))?;

    let chair = Actor::new("", Role::CoChair, Id::parse("CA-AB"));
    let context = Context::new(chair, now);
    let (mut ours, mut bare) = (Samples::default(), Samples::default());
    for round in 0..ROUNDS {
        let action = status_change(&store, round)?;
        let begun = Instant::now();
        store.act(&context, &action)?;
        ours.add(begun.elapsed());

        let row = serde_json::to_string(&action)?;
        let begun = Instant::now();
        floor.execute("INSERT INTO row (value) VALUES (?1)", [&row])?;
        bare.add(begun.elapsed());
    }
    report("a durable status change", &ours, "a bare FULL commit of a row of that size", &bare);
    Ok(())
}

fn floor(path: &std::path::Path) -> rusqlite::Result<rusqlite::Connection> {
    let connection = rusqlite::Connection::open(path)?;
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.execute_batch("CREATE TABLE row (n INTEGER PRIMARY KEY, value TEXT NOT NULL) STRICT")?;
    Ok(connection)
}

/// A change that is never the one before, based on what stands now.
fn status_change(store: &Store, round: usize) -> Result<Action, Box<dyn Error>> {
    let completion = [Completion::LimitedProgress, Completion::SubstantialProgress][round % 2];
    let reason = Bilingual::from_source(Lang::En, format!("Draft {round} of the standard circulated"));
    let status =
        Status { completion, outlook: Some(Outlook::OnTrack), reason: Some(reason), ..Status::default() };
    let milestone = Id::parse("milestone-2-1").ok_or("an id")?;
    let mut action =
        Action::SetMilestoneStatus { milestone, status, bases: Default::default(), holds: false };
    let heads = store.bases_for(&action)?;
    action.set_bases(heads);
    Ok(action)
}
