//! `jalon challenge merge ID ID …` and `jalon challenge issue`.

use jalon_domain::{Action, Failure, Id};
use jalon_store::ActError;
use jalon_words::key;
use serde_json::json;

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

/// Issues anew, as the secretariat, what other governments cannot see. Done twice, it does
/// nothing the second time.
pub fn issue(session: &Session) -> Outcome {
    let mut store = session.store()?;
    let context = session.context(&store, None)?;
    let open = store.unissued(&context.actor)?;
    let txn = match store.act(&context, &Action::IssueChallenges) {
        Ok(changes) => Some(changes.txn),
        Err(ActError::NothingChanges) => None,
        Err(error) => return Err(error.into()),
    };
    session.output.answer(
        || match txn {
            Some(_) => session.words.format(key::CLI_CHALLENGE_ISSUED, &[("count", open.len().into())]),
            None => session.words.text(key::CLI_CHALLENGE_ISSUED_BEFORE),
        },
        || json!({"ok": true, "txn": txn, "issued": open}),
    )
}
