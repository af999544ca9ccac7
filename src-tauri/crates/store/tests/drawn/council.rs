//! Steps that are no action line: tabling, with everything that it asks for, and bringing in
//! a plan file.

use jalon_domain::actor::OnBehalf;
use jalon_domain::clearance::{Clearing, clearances};
use jalon_domain::problem::objects;
use jalon_domain::{Actor, Bilingual, Id, Kind, Role};
use jalon_store::{ActError, Context, Tabling};
use serde_json::{Value, json};

use super::super::common::*;

/// What the deck of the small plan's cycle shows, by its hash.
pub fn shown(desk: &Desk) -> String {
    let approvals =
        desk.store.approvals(Some(&id("cy")), now().date_naive(), &Actor::secretariat()).expect("readable");
    approvals.map(|it| it.content).unwrap_or_default()
}

/// The secretariat, for somebody who answered.
fn answered(role: Role, jurisdiction: Id) -> Context {
    let on_behalf = OnBehalf { role, jurisdiction, how: "e-mail".into(), when: now().date_naive() };
    Context { on_behalf: Some(on_behalf), ..secretariat() }
}

/// Records that everybody agrees, and tables the deck, or an erratum to the one that was
/// tabled; how many actions were done.
pub fn table(desk: &mut Desk) -> Result<usize, ActError> {
    let mut done = usize::from(desk.act(&secretariat(), json!({"action": "issue_challenges"})).is_ok());
    for open in clearances(&desk.store.plan()?, &id("cy")) {
        if open.state != Clearing::Cleared {
            let clear = json!({"action": "clear_item", "item": open.item, "jurisdiction": open.jurisdiction,
                "content": open.content});
            done += usize::from(desk.act(&answered(Role::Lead, open.jurisdiction), clear).is_ok());
        }
    }
    let chairs =
        desk.store.approvals(Some(&id("cy")), now().date_naive(), &Actor::secretariat())?.map(|it| it.chairs);
    for chair in chairs.into_iter().flatten().map(|it| it.chair.jurisdiction) {
        let approve = json!({"action": "approve_deck", "cycle": "cy", "jurisdiction": chair,
            "content": shown(desk)});
        done += usize::from(desk.act(&answered(Role::CoChair, chair), approve).is_ok());
    }
    let last = desk.store.last_tabled(&id("cy"))?.pop();
    let number = last.as_ref().map_or(0, |it| it.version);
    let tabling = Tabling {
        cycle: id("cy"),
        content: shown(desk),
        tabled_on: now().date_naive(),
        note: last.as_ref().map(|_| Bilingual::from_source(jalon_domain::Lang::En, "A name was wrong")),
        erratum_of: last.map(|it| it.id),
    };
    // Files finished by hand: an erratum corrects them where the plan stayed as it is.
    let bytes = format!("{} {number}", tabling.content).into_bytes();
    match desk.store.table(&secretariat(), &tabling, &[("deck.pptx", &bytes)]) {
        Err(ActError::Trouble(trouble)) => Err(trouble.into()),
        tabled => Ok(done + usize::from(tabled.is_ok())),
    }
}

/// Brings in a plan file: what `who` may see of the plan, with other words in one place
/// and one thing more.
pub fn bring_in(desk: &mut Desk, who: &Context, words: &str) -> Result<(), ActError> {
    let mut file = objects(&desk.store.plan_for(&who.actor)?);
    // Records come by their verbs, never by a file.
    file.retain(|kind, _| !kind.def().record);
    if let Some(milestone) = file.entry(Kind::Milestone).or_default().get_mut(&id("m1")) {
        milestone["title"] = text(words, "");
    }
    let more: Value = json!({"id": "new-0", "priority": "p1", "position": "e", "title": text("New", words),
        "status": status("NS", "on_track")});
    file.entry(Kind::Milestone).or_default().entry(id("new-0")).or_insert(more);
    desk.store.import(who, &file, false).map(|_| ())
}
