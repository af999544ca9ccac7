//! `jalon submission set JURISDICTION STATE`.

use jalon_domain::{Action, Failure};
use jalon_words::key;

use super::{Outcome, act};
use crate::given::abbreviation;
use crate::session::Session;

/// Says where a jurisdiction stands in a cycle.
pub fn set(session: &Session) -> Outcome {
    let mut store = session.store()?;
    let plan = store.plan()?;
    let (meeting, cycle) = session.cycle(&plan, session.text("cycle"), None)?;
    let none = || Failure::new("failure-no-cycle");
    let jurisdiction = session.jurisdiction(&plan)?.ok_or_else(none)?;
    let state = session.text("state").unwrap_or_default();
    let action = Action::SetSubmission {
        cycle: cycle.id.clone(),
        jurisdiction: jurisdiction.clone(),
        state: state.to_owned(),
        bases: Default::default(),
    };
    act(session, &mut store, &action, || {
        let args = [
            ("jurisdiction", abbreviation(&plan, &jurisdiction, session).into()),
            ("state", session.words.code("submission", state).into()),
            ("meeting", session.words.readable(&meeting.name).into()),
            ("date", session.words.day(meeting.date).into()),
        ];
        session.words.format(key::CLI_SUBMISSION_DONE, &args)
    })
}
