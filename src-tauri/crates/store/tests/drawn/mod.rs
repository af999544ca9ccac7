//! Steps drawn by chance: whatever people may think of doing to the small plan, valid
//! mostly. Resolving is not drawn but done where something is disputed. Not drawn are the
//! sample and the jurisdictions, which are other plans, and restoring a backup, which puts
//! another file in this one's place: both have proofs of their own.

pub mod council;

use jalon_store::Context;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::common::*;

/// What somebody may think of doing.
#[derive(Debug, Clone)]
pub struct Step {
    /// Who, of [`people`].
    pub who: usize,
    /// What, as an action line.
    pub action: Value,
    /// The form was shown some steps ago.
    pub stale: bool,
}

/// Mostly texts as people write them; some that are empty, blank or not allowed.
fn texts() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[a-zéœ’ ]{0,10}[a-z]",
        2 => Just("Mise en œuvre".to_owned()),
        1 => Just(String::new()),
        1 => "[a-z’\"\\\\\u{0}\u{202E}𝒳 ]{0,12}",
    ]
}

fn statuses() -> impl Strategy<Value = Value> {
    let open =
        (prop::sample::select(vec!["NS", "LP", "SP"]), prop::sample::select(vec!["on_track", "on_hold"]));
    prop_oneof![
        4 => open.prop_map(|(completion, outlook)| status(completion, outlook)),
        2 => texts().prop_map(|why| json!({"completion": "NP", "reason": text(&why, "")})),
        2 => Just(json!({"completion": "C", "evidence": [{"en": "https://example.org/é"}]})),
        1 => Just(json!({"completion": "C", "outlook": "on_track"})),
    ]
}

fn one_of(names: &'static [&'static str]) -> impl Strategy<Value = String> {
    prop::sample::select(names).prop_map(str::to_owned)
}

/// There from the beginning, or perhaps made since.
const MILESTONES: &[&str] = &["m1", "m2", "new-0", "new-1"];
const NOTES: &[&str] = &["ch", "n1", "note-0", "note-1"];
const ENTITIES: &[&str] = &["m1", "m2", "new-0", "new-1", "ch", "n1", "note-0", "note-1", "p1", "cy", "w"];

/// Fields of what mostly has them.
fn edits() -> impl Strategy<Value = (String, Value)> {
    let titled = prop_oneof![
        texts().prop_map(|text| json!({"title.en": text})),
        texts().prop_map(|text| json!({"title.fr": text})),
        (texts(), texts()).prop_map(|(en, fr)| json!({"title": text(&en, &fr)})),
    ];
    let milestone = prop_oneof![
        (texts(), texts()).prop_map(|(en, fr)| json!({"description": text(&en, &fr)})),
        Just(json!({"description": null})),
        prop::sample::select(&["2019-Q4", "2020", "soon"]).prop_map(|due| json!({"due": due})),
        Just(json!({"due": null, "position": "d"})),
    ];
    let note = prop_oneof![
        texts().prop_map(|text| json!({"text.en": text})),
        texts().prop_map(|text| json!({"text.fr": text})),
        Just(json!({"position": "c"})),
        Just(json!({"done": true, "links": [{"en": "https://example.org", "label": text("Report", "")}]})),
    ];
    let challenge = prop_oneof![
        Just(json!({"origins": []})),
        Just(json!({"attribution": "named", "jurisdictions": ["CA-ON"], "origins": []})),
    ];
    let leads = json!({"leads": [{"jurisdiction": "CA-QC"}, {"jurisdiction": "CA-ON", "to": "2019-01-01"}]});
    prop_oneof![
        3 => (one_of(&["m1", "m2", "new-0", "p1", "w"]), titled),
        3 => (one_of(MILESTONES), milestone),
        3 => (one_of(NOTES), note),
        1 => (one_of(&["ch", "note-0"]), challenge),
        1 => Just(("p1".to_owned(), leads)),
        1 => Just(("cy".to_owned(), json!({"opens": "2019-08-01", "submissions_due": "2019-08-15"}))),
    ]
}

/// Notes of a cycle, whosesoever they are.
fn notes() -> impl Strategy<Value = Value> {
    let note = |kind: &'static str, fields: Value| {
        (0..2_usize, texts()).prop_map(move |(n, words)| {
            let mut fields = fields.clone();
            fields["cycle"] = json!("cy");
            fields["text"] = text(&words, "");
            json!({"action": "create", "kind": kind, "id": format!("note-{n}"), "fields": fields})
        })
    };
    prop_oneof![
        note("progress", json!({"priority": "p1", "milestone": "m1"})),
        note("achievement", json!({"jurisdiction": "CA-ON", "ongoing": true})),
        note("challenge", json!({"attribution": "anonymous", "origins": ["CA-ON"]})),
        note("challenge", json!({"attribution": "named", "jurisdictions": ["CA-QC"], "merged_from": ["ch"]})),
        note("next_step", json!({"when": "2020-Q1", "parent": "n1"})),
    ]
}

/// What the councils are told: approvals and what is tabled. `table` and `import` are no
/// action lines; see [`council`]. `?` stands for the
/// content that the deck then shows, and for some clearance.
fn councils() -> impl Strategy<Value = Value> {
    let chair = || one_of(&["CA-AB", "CA"]);
    prop_oneof![
        2 => Just(json!({"action": "create", "kind": "person", "id": "ada",
            "fields": {"name": "Ada", "roles": [{"role": "co_chair", "jurisdiction": "CA-AB"}]}})),
        2 => chair().prop_map(|chair| {
            json!({"action": "approve_deck", "cycle": "cy", "jurisdiction": chair, "content": "?"})
        }),
        1 => chair().prop_map(|chair| json!({"action": "withdraw_approval", "cycle": "cy", "jurisdiction": chair})),
        1 => Just(json!({"action": "withdraw_clearance", "clearance": "none"})),
        1 => Just(json!({"action": "issue_challenges"})),
        2 => Just(json!({"action": "table"})),
        2 => texts().prop_map(|words| json!({"action": "import", "words": words})),
    ]
}

/// What happens around a meeting and at the end of a plan's year. `?` stands for the
/// content that the item has when it is cleared.
fn life() -> impl Strategy<Value = Value> {
    let cycle = |action: &'static str| {
        one_of(&["cy", "next"]).prop_map(move |cycle| json!({"action": action, "cycle": cycle}))
    };
    let submission = (one_of(&["CA-ON", "CA-QC"]), one_of(&["outstanding", "draft", "submitted", "nothing_to_report"]))
        .prop_map(|(of, state)| {
            json!({"action": "set_submission", "cycle": "cy", "jurisdiction": of, "state": state})
        });
    let merge = (prop::sample::subsequence(vec!["ch", "note-0", "note-1"], 2..=3), texts()).prop_map(
        |(challenges, words)| {
            json!({"action": "merge_challenges", "challenges": challenges, "text": text(&words, ""),
                "attribution": "anonymous"})
        },
    );
    let next = json!({"action": "open_cycle", "id": "next", "workplan": "w", "name": text("Next", "Suivante"),
        "date": "2020-02-26"});
    let next_plan =
        json!({"action": "clone_plan", "workplan": "w", "id": "w2", "title": text("Next plan", "")});
    prop_oneof![
        2 => Just(next),
        1 => cycle("close_cycle"),
        1 => cycle("reopen_cycle"),
        3 => submission,
        2 => (one_of(&["note-0", "note-1", "ch"]), one_of(&["CA-ON", "CA-QC"])).prop_map(|(item, of)| {
            json!({"action": "clear_item", "item": item, "jurisdiction": of, "content": "?"})
        }),
        2 => merge,
        2 => any::<bool>().prop_map(|confidential| {
            json!({"action": "carry_over", "from": "cy", "to": "next", "confidential": confidential})
        }),
        1 => one_of(&["CA-QC", "CA-NS"]).prop_map(|jurisdiction| {
            json!({"action": "add_lead", "priority": "p1", "jurisdiction": jurisdiction, "place": 1})
        }),
        1 => one_of(&["CA-QC", "CA-ON"]).prop_map(|jurisdiction| {
            json!({"action": "end_lead", "priority": "p1", "jurisdiction": jurisdiction, "to": "2019-08-31"})
        }),
        1 => Just(json!({"action": "close_plan", "workplan": "w", "lessons": {"p1": text("Begin earlier", "")}})),
        2 => Just(json!({"action": "reopen_plan", "workplan": "w", "reason": "Late news"})),
        1 => Just(next_plan),
        1 => one_of(NOTES).prop_map(|id| json!({"action": "redact", "id": id, "field": "text.en"})),
    ]
}

fn actions() -> impl Strategy<Value = Value> {
    let create = (0..2_usize, texts()).prop_map(|(n, title)| {
        json!({"action": "create", "kind": "milestone", "id": format!("new-{n}"),
            "fields": {"priority": "p1", "title": text("New", &title), "status": status("NS", "on_track")}})
    });
    prop_oneof![
        3 => (one_of(MILESTONES), statuses()).prop_map(|(id, status)| set_status(&id, status)),
        5 => (edits(), any::<bool>()).prop_map(|((id, fields), holds)| {
            let mut action = edit(&id, fields);
            action["holds"] = json!(holds);
            action
        }),
        2 => create,
        3 => notes(),
        4 => life(),
        3 => councils(),
        1 => one_of(ENTITIES).prop_map(|id| json!({"action": "delete", "id": id})),
        1 => one_of(MILESTONES).prop_map(|id| json!({"action": "approve_translation", "id": id, "field": "title"})),
        2 => Just(json!({"action": "undo"})),
        1 => Just(json!({"action": "redo"})),
    ]
}

/// Some steps, one after the other.
pub fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = (0..people().len(), actions(), prop::bool::weighted(0.2));
    prop::collection::vec(step.prop_map(|(who, action, stale)| Step { who, action, stale }), 1..40)
}

/// Those who may think of it.
pub fn people() -> [Context; 4] {
    [secretariat(), co_chair(), for_alberta(), lead("CA-ON")]
}
