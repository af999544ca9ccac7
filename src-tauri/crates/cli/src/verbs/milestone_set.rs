//! `jalon milestone set ID …`.

use jalon_domain::{Bilingual, Completion, Failure, Lang, Link, Outlook, Status};
use jalon_words::{Words, completion_named, key, outlook_named};
use serde_json::json;

use super::Outcome;
use crate::find;
use crate::session::Session;
use crate::stop::Stop;

/// Sets what was given of a milestone's status, and keeps the rest.
pub fn milestone_set(session: &Session) -> Outcome {
    let given = ["completion", "outlook", "reason"].iter().any(|name| session.text(name).is_some());
    if !given && session.arguments.get_many::<String>("evidence").is_none() {
        return Err(Stop::Usage(Failure::new("failure-usage-nothing-to-set")));
    }
    let axes = Axes {
        completion: value(session, "completion", completion_named, Words::completions)?,
        outlook: value(session, "outlook", outlook_named, Words::outlooks)?,
    };
    let mut store = session.store()?;
    let plan = store.plan()?;
    let said = session.text("id").unwrap_or_default();
    let unknown = || Failure::new("failure-milestone-unknown").text("milestone", said);
    let (number, milestone) = find::milestone(&plan, said).ok_or_else(unknown)?;
    let context = session.context(&store, session.on_behalf(&plan)?)?;
    let holds = session.arguments.get_flag("holds");
    let changes =
        store.change_status(&context, &milestone.id, |before| status(session, axes, before), holds)?;
    let after = store.plan()?;
    let completion =
        after.milestones.get(&milestone.id).map_or(milestone.status.completion, |it| it.status.completion);
    session.output.answer(
        || {
            let completion = session.words.completion(completion);
            let done = [("number", number.as_str().into()), ("completion", completion.into())];
            session.words.format(key::CLI_MILESTONE_DONE, &done)
        },
        || json!({"ok": true, "txn": changes.txn, "conflicts": changes.conflicts}),
    )
}

/// What was given of the two axes.
#[derive(Clone, Copy)]
struct Axes {
    completion: Option<Completion>,
    outlook: Option<Outlook>,
}

/// A value by its code or its word, if one is given.
fn value<T>(
    session: &Session,
    name: &str,
    named: impl Fn(&str) -> Option<T>,
    all: impl Fn(&Words) -> String,
) -> Result<Option<T>, Stop> {
    let Some(said) = session.text(name) else { return Ok(None) };
    let wrong = || {
        let wrong = Failure::new("failure-usage-value").text("argument", format!("--{name}"));
        wrong.text("value", said).pair("allowed", Lang::BOTH.map(|lang| all(Words::of(lang))))
    };
    named(said).map(Some).ok_or_else(|| Stop::Usage(wrong()))
}

/// The status before, with what was given in place of what it had. An outlook is
/// dropped with a completion that has none, and comes back as "on track". A reason
/// was given for an outlook, or for giving up: it goes when that changes.
fn status(session: &Session, axes: Axes, before: &Status) -> Status {
    let mut status = before.clone();
    if let Some(completion) = axes.completion {
        status.completion = completion;
        status.outlook = completion.is_open().then(|| before.outlook.unwrap_or_default());
    }
    if let Some(outlook) = axes.outlook {
        status.outlook = Some(outlook);
    }
    let same_case = status.completion.is_open() || status.completion == before.completion;
    if !(same_case && status.outlook == before.outlook) {
        status.reason = None;
    }
    if let Some(reason) = session.text("reason") {
        let empty = reason.trim().is_empty();
        status.reason = (!empty).then(|| Bilingual::from_source(session.words.lang(), reason));
    }
    if let Some(addresses) = session.arguments.get_many::<String>("evidence") {
        let addresses: Vec<&str> = addresses.map(String::as_str).collect();
        status.evidence = evidence(session.words.lang(), &before.evidence, &addresses);
    }
    status
}

/// Links to these addresses, and to no others. One that was there stays as it is, with its
/// label and the address of its page in the other language.
fn evidence(lang: Lang, before: &[Link], addresses: &[&str]) -> Vec<Link> {
    let mut links: Vec<Link> = Vec::new();
    for address in addresses {
        let named = |link: &&Link| [&link.en, &link.fr].into_iter().flatten().any(|known| known == address);
        // Both addresses of one link may be named.
        if links.iter().any(|link| named(&link)) {
            continue;
        }
        let own = Some((*address).to_owned());
        links.push(match (before.iter().find(named), lang) {
            (Some(known), _) => known.clone(),
            (None, Lang::En) => Link { en: own, ..Link::default() },
            (None, Lang::Fr) => Link { fr: own, ..Link::default() },
        });
    }
    links
}
