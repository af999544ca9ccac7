//! `jalon challenge merge ID ID …`.

use jalon_domain::{Action, Failure, Id};
use jalon_words::key;

use super::{Outcome, act};
use crate::session::Session;
use crate::stop::Stop;

/// Makes one challenge of several.
pub fn merge(session: &Session) -> Outcome {
    let text = session.needed_pair()?;
    let said = session.arguments.get_many::<String>("ids").into_iter().flatten();
    let parse = |said: &String| -> Result<Id, Stop> {
        Ok(Id::parse(said).ok_or_else(|| Failure::new("failure-store-unknown").text("id", said))?)
    };
    let challenges = said.map(parse).collect::<Result<Vec<Id>, Stop>>()?;
    let mut store = session.store()?;
    let count = challenges.len();
    let action = Action::MergeChallenges {
        challenges,
        id: session.id("id")?,
        text,
        attribution: session.text("attribution").unwrap_or_default().to_owned(),
        links: None,
    };
    act(session, &mut store, &action, || {
        session.words.format(key::CLI_CHALLENGE_MERGED, &[("count", count.into())])
    })
}
