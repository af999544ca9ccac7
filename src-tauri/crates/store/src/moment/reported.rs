//! What was reported complete in a tabled deck and is not: what is to be corrected.

use chrono::DateTime;
use jalon_domain::action::ActionName;
use jalon_domain::problem::Objects;
use jalon_domain::{Action, Actor, Id, Kind, Lang, Role};
use jalon_words::Words;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::{ActError, Changes, Context, Moment, MomentError, Store, tell_correction, tell_since};

struct Desk {
    _folder: TempDir,
    store: Store,
    context: Context,
}

fn id(text: &str) -> Id {
    Id::parse(text).unwrap()
}

/// A plan with one milestone that is complete.
fn desk() -> Desk {
    let folder = tempfile::tempdir().unwrap();
    let now = DateTime::from_timestamp(1_568_124_300, 0).unwrap();
    let context = Context::new(Actor::new("C", Role::CoChair, Some(id("CA-AB"))), now);
    let mut store = Store::create(&folder.path().join("plan.jalon"), now).unwrap();
    let text = json!({"en": "Draft standard", "source": "en", "state": "missing"});
    let mut plan = Objects::new();
    let mut put = |kind: Kind, key: &str, mut object: Value| {
        object["id"] = json!(key);
        plan.entry(kind).or_default().insert(id(key), object);
    };
    put(
        Kind::Workplan,
        "w",
        json!({"position": "b", "title": text, "group": text, "group_abbreviation": text,
            "languages": ["en"], "state": "open"}),
    );
    put(Kind::Priority, "p", json!({"workplan": "w", "position": "b", "title": text}));
    put(
        Kind::Milestone,
        "m",
        json!({"priority": "p", "position": "b", "title": text, "due": "2019-06-30",
            "status": {"completion": "SP", "outlook": "on_track"}}),
    );
    put(Kind::Meeting, "meet", json!({"workplan": "w", "name": text, "date": "2019-09-25"}));
    put(Kind::Cycle, "cy", json!({"meeting": "meet", "state": "open"}));
    store.import(&context, &plan, false).unwrap();
    let mut desk = Desk { _folder: folder, store, context };
    desk.complete();
    desk
}

impl Desk {
    fn act(&mut self, action: Value) -> Result<Changes, ActError> {
        let action: Action = serde_json::from_value(action).unwrap();
        self.store.act_as_it_stands(&self.context, &action)
    }

    fn set(&mut self, status: Value) -> Result<Changes, ActError> {
        self.act(json!({"action": "set_milestone_status", "milestone": "m", "status": status}))
    }

    fn complete(&mut self) {
        self.set(json!({"completion": "C", "evidence": [{"en": "https://example.org/"}]})).unwrap();
    }

    fn withdraw(&mut self) {
        let reason = json!({"en": "Withdrawn", "source": "en", "state": "missing"});
        self.set(json!({"completion": "SP", "outlook": "on_track", "reason": reason})).unwrap();
    }

    /// Records that a deck over what stands now was tabled.
    fn table(&mut self, deck: &str, version: u32) {
        self.table_for("cy", deck, version);
    }

    fn table_for(&mut self, cycle: &str, deck: &str, version: u32) {
        let at = self.store.vector().unwrap();
        let fields = json!({"cycle": cycle, "version": version, "tabled_on": "2019-09-25", "content": "x",
            "at": at, "files": [{"name": "deck.pptx", "digest": "0".repeat(64), "size": 1}]});
        let tabled = self.store.transact(ActionName::Create, &self.context, |tx| {
            tx.make(Kind::TabledDeck, &id(deck))?;
            fields
                .as_object()
                .unwrap()
                .iter()
                .try_for_each(|(field, value)| tx.put(&id(deck), field, value.clone()))
        });
        tabled.unwrap();
    }

    fn corrections(&self) -> Vec<String> {
        let plan = self.store.plan().unwrap();
        let corrections = self.store.corrections().unwrap();
        corrections.iter().map(|it| tell_correction(it, Words::of(Lang::En), &plan)).collect()
    }

    fn moment(&self, said: &str) -> Result<Moment, MomentError> {
        self.store.moment(said, self.context.now)
    }
}

#[test]
fn what_was_reported_complete_and_is_not_is_flagged_with_its_reason_until_an_erratum() {
    let mut desk = desk();
    desk.table("deck", 1);
    assert!(desk.corrections().is_empty());
    desk.withdraw();
    assert_eq!(desk.corrections(), ["1.1 Draft standard: now Substantial progress: Withdrawn"]);
    let day = desk.context.today();
    assert!(desk.store.surroundings(day).unwrap().to_correct.contains(&id("m")));
    let now = desk.store.vector().unwrap();
    assert!(desk.store.surroundings_as_of(&now, day).unwrap().to_correct.contains(&id("m")));
    let since =
        desk.store.since(&desk.moment("tabled").unwrap(), &desk.moment("now").unwrap(), &desk.context.actor);
    let told = tell_since(&since.unwrap(), Words::of(Lang::En));
    let told: Vec<&str> = told.iter().map(|it| it.text.as_str()).collect();
    let gone_back = "1.1 Draft standard: Complete → Substantial progress: Withdrawn";
    let shown_by = "1.1 Draft standard, evidence removed: https://example.org/";
    assert_eq!(told, ["1.1 Draft standard: now Substantial progress: Withdrawn", gone_back, shown_by]);
    desk.table("erratum", 2);
    assert!(desk.corrections().is_empty());
    // What the erratum shows, it corrects; before it was tabled, that was owed.
    let to_correct = |moment: &Moment| desk.store.surroundings_at(moment).unwrap().to_correct;
    let (first, erratum) = (desk.moment("deck").unwrap(), desk.moment("tabled").unwrap());
    assert!(to_correct(&first).is_empty() && to_correct(&erratum).is_empty());
    assert!(desk.store.surroundings_as_of(&erratum.at, day).unwrap().to_correct.contains(&id("m")));
    let since = desk.store.since(&first, &erratum, &desk.context.actor).unwrap();
    assert!(since.corrections.is_empty() && !since.differences.is_empty());
}

#[test]
fn a_correction_that_is_owed_goes_over_to_the_next_plan_until_its_deck_is_tabled() {
    let mut desk = desk();
    desk.table("deck", 1);
    desk.withdraw();
    let title = json!({"en": "Next", "source": "en", "state": "missing"});
    desk.act(json!({"action": "clone_plan", "workplan": "w", "id": "w2", "title": title})).unwrap();
    let lessons = json!({"p": {"en": "Begin earlier", "source": "en", "state": "missing"}});
    desk.act(json!({"action": "close_plan", "workplan": "w", "lessons": lessons})).unwrap();
    let plan = desk.store.plan().unwrap();
    let carried = plan.milestones.values().find(|it| it.carried_from == Some(id("m"))).unwrap().id.clone();
    assert_eq!(desk.corrections(), ["1.1 Draft standard: now Substantial progress: Withdrawn"]);
    let day = desk.context.today();
    assert_eq!(desk.store.surroundings(day).unwrap().to_correct, [carried.clone()].into());
    let since = |desk: &Desk| {
        let [from, to] = ["deck", "now"].map(|said| desk.moment(said).unwrap());
        desk.store.since(&from, &to, &desk.context.actor).unwrap().corrections
    };
    assert_eq!(since(&desk)[0].milestone, carried);
    // It is set to complete again, as it was reported: to go back needs a reason here too.
    let set = |desk: &mut Desk, status: Value| {
        let milestone = carried.as_str();
        desk.act(json!({"action": "set_milestone_status", "milestone": milestone, "status": status}))
    };
    set(&mut desk, json!({"completion": "C", "evidence": [{"en": "https://example.org/"}]})).unwrap();
    assert!(desk.corrections().is_empty());
    let refused = desk.act(json!({"action": "undo"})).unwrap_err().failure();
    assert!(format!("{refused:?}").contains("regression-needs-reason"), "{refused:?}");
    let reason = json!({"en": "Withdrawn again", "source": "en", "state": "missing"});
    set(&mut desk, json!({"completion": "LP", "outlook": "on_track", "reason": reason})).unwrap();
    assert_eq!(desk.corrections(), ["1.1 Draft standard: now Limited progress: Withdrawn again"]);
    // Its own deck shows how it stands; the plan before takes no erratum any more.
    let open =
        json!({"action": "open_cycle", "id": "cy2", "workplan": "w2", "name": title, "date": "2020-02-26"});
    desk.act(open).unwrap();
    desk.table_for("cy2", "next", 1);
    assert!(desk.corrections().is_empty() && since(&desk).is_empty());
    assert!(desk.store.surroundings(day).unwrap().to_correct.is_empty());
}

#[test]
fn a_cycle_whose_deck_was_tabled_is_not_deleted_with_what_the_councils_were_told() {
    let mut desk = desk();
    desk.table("deck", 1);
    desk.withdraw();
    let refused = |desk: &mut Desk, action: Value| desk.act(action).unwrap_err().failure().code;
    let delete = |entity: &str| json!({"action": "delete", "id": entity});
    assert_eq!(refused(&mut desk, delete("cy")), "failure-store-tabled");
    assert_eq!(refused(&mut desk, delete("meet")), "failure-store-referred");
    assert_eq!(desk.corrections().len(), 1);
    let open = |cycle: &str, date: &str| {
        let name = json!({"en": "Councils", "source": "en", "state": "missing"});
        json!({"action": "open_cycle", "id": cycle, "workplan": "w", "name": name, "date": date})
    };
    desk.act(open("cy2", "2020-02-26")).unwrap();
    desk.act(delete("cy2")).expect("nothing was tabled for it");
    desk.act(open("cy3", "2020-06-24")).unwrap();
    let chair = desk.context.clone();
    desk.context = Context::new(Actor::secretariat(), chair.now);
    desk.table_for("cy3", "other", 1);
    desk.context = chair;
    assert_eq!(refused(&mut desk, json!({"action": "undo"})), "failure-store-tabled");
}

#[test]
fn undo_does_not_take_back_what_the_councils_were_told() {
    let mut desk = desk();
    let undo = || json!({"action": "undo"});
    desk.act(undo()).expect("nobody was told yet");
    desk.act(json!({"action": "redo"})).unwrap();
    let chair = desk.context.clone();
    // The secretariat tables; the co-chair's own latest action is still the status.
    desk.context = Context::new(Actor::secretariat(), chair.now);
    desk.table("deck", 1);
    desk.context = chair;
    let refused = desk.act(undo()).unwrap_err().failure();
    assert!(format!("{refused:?}").contains("regression-needs-reason"), "{refused:?}");
    desk.withdraw();
    desk.act(undo()).expect("complete again, as it was reported");
    desk.act(json!({"action": "redo"})).expect("with the reason that was given");
    assert_eq!(desk.corrections().len(), 1);
}

#[test]
fn a_moment_is_named_by_a_tabled_deck_or_its_id_and_by_nothing_unknown() {
    let mut desk = desk();
    let code = |named: Result<Moment, MomentError>| named.unwrap_err().failure().code;
    assert_eq!(code(desk.moment("tabled")), "failure-moment-nothing-tabled");
    desk.table("deck", 1);
    let stood = desk.store.plan_as_of(&desk.moment("tabled").unwrap().at).unwrap();
    desk.withdraw();
    for said in ["tabled", "deck", " deck "] {
        let moment = desk.moment(said).unwrap();
        assert_eq!(desk.store.plan_as_of(&moment.at).unwrap(), stood);
        let told = moment.told(Words::of(Lang::En));
        assert_eq!(told, "the deck tabled on September 25, 2019 (Draft standard)");
    }
    for said in ["", "yesterday", "2019-02-30", "2019-09", "m", "\u{0}"] {
        assert_eq!(code(desk.moment(said)), "failure-moment-unknown", "{said}");
    }
    assert_eq!(code(desk.moment("2019-09-12")), "failure-moment-future");
    assert_eq!(code(desk.moment("2019-09-10T23:00:00Z")), "failure-moment-future");
}
