//! A plan's year by the window's own commands, through the bridge that its page uses: what
//! the page has no room for yet is there for whoever asks.

use std::collections::BTreeMap;
use std::fs;

use jalon_tests::desk::{Desk, at_a_desk};
use jalon_tests::window::Window;
use jalon_tests::{Outcome, ensure};
use serde_json::{Value, json};

const CYCLE: &str = "cycle-2019-09";
const PLAN: &str = "workplan-2018-2019";

#[test]
fn a_reporting_cycle_is_followed_cleared_approved_and_tabled_by_the_windows_commands() -> Outcome {
    at_a_desk("cycle", async |desk| {
        let window = begin(desk).await?;
        let submissions = window.done("submissions", &json!({"cycle": CYCLE})).await?;
        let state = |all: &Value| {
            let of_yukon = list(all).iter().find(|it| it["jurisdiction"] == "CA-YT").cloned();
            of_yukon.unwrap_or_default()["state"].clone()
        };
        ensure!(state(&submissions) == "outstanding", "{submissions}");
        let answered =
            json!({"jurisdiction": "CA-YT", "role": "lead", "how": "e-mail", "when": "2019-09-10"});
        let submission = json!({"action": "set_submission", "cycle": CYCLE, "jurisdiction": "CA-YT",
            "state": "nothing_to_report"});
        window.done("act", &json!({"action": submission, "on_behalf": answered})).await?;
        let submissions = window.done("submissions", &json!({"cycle": CYCLE})).await?;
        ensure!(state(&submissions) == "nothing_to_report", "{submissions}");

        let blocked = window.done("deck_blockers", &json!({"langs": ["en", "fr"]})).await?;
        ensure!(list(&blocked).iter().any(|it| it["code"] == "failure-deck-clearance-missing"), "{blocked}");
        for word in list(&window.done("clearances", &json!({"cycle": CYCLE})).await?) {
            window.sit_down("lead", &word["jurisdiction"]).await?;
            let clear = json!({"action": "clear_item", "item": word["item"], "jurisdiction": word["jurisdiction"],
                "content": word["content"]});
            window.act(clear).await?;
        }
        let content = window.done("deck_approvals", &json!({})).await?["content"].clone();
        for chair in ["CA", "CA-AB"] {
            window.sit_down("co_chair", &json!(chair)).await?;
            let approve =
                json!({"action": "approve_deck", "cycle": CYCLE, "jurisdiction": chair, "content": content});
            window.act(approve).await?;
        }
        let refused = window.refused("table_deck", &json!({})).await?;
        ensure!(refused["code"] == "failure-denied-role", "a co-chair tabled the deck: {refused}");
        window.sit_down("secretariat", &Value::Null).await?;
        let tabled = window.done("table_deck", &json!({"tabled_on": "2019-09-14"})).await?;
        let kept = window.done("write_tabled_files", &json!({"deck": tabled["deck"]})).await?;
        for file in list(&kept["files"]) {
            let path = desk.documents().join(file.as_str().ok_or("a file")?);
            ensure!(fs::metadata(&path)?.len() > 10_000, "{} is no deck", path.display());
        }
        let versions = window.done("tabled_versions", &json!({})).await?;
        ensure!(list(&versions).len() == 1 && versions[0]["version"] == 1, "{versions}");

        let open = json!({"action": "open_cycle", "id": "next", "workplan": PLAN, "date": "2020-02-26",
            "name": {"en": "Joint Councils", "fr": "Conseils mixtes", "source": "en", "state": "draft"}});
        window.act(open).await?;
        let carried = window.done("carry_over", &json!({"from": CYCLE, "to": "next"})).await?;
        ensure!(!list(&carried["patch"]["changes"]["upserted"]).is_empty(), "{carried}");
        let lineage = window.done("lineage", &json!({"id": "next-step-1"})).await?;
        ensure!(list(&lineage["carried_to"]).len() == 1, "{lineage}");
        let open = window.done("outstanding", &json!({"cycle": CYCLE})).await?;
        ensure!(open["next"] == "next" && open["unfinished"] == 0, "{open}");
        window
            .act(json!({"action": "close_cycle", "cycle": CYCLE, "bases": window.heads(CYCLE).await?}))
            .await?;
        let late = window.done("late_in_cycle", &json!({"cycle": CYCLE})).await?;
        ensure!(list(&late["lines"]).is_empty(), "{late}");
        Ok(())
    })
}

#[test]
fn what_was_done_is_looked_back_on_and_taken_back_by_the_windows_commands() -> Outcome {
    at_a_desk("looking-back", async |desk| {
        let window = begin(desk).await?;
        window.sit_down("co_chair", &json!("CA-AB")).await?;
        let before = window.done("view", &json!({})).await?["plan"].clone();
        let status = json!({"completion": "C",
            "evidence": [{"en": "https://open.canada.ca/"}]});
        let set = json!({"milestone": "milestone-2-1", "status": status, "holds": false,
            "bases": window.heads("milestone-2-1").await?});
        window.done("set_milestone_status", &set).await?;
        window.value("location.reload()").await?;
        window.card_shows("milestone-2-1", "Complete").await?;
        window.picture("8-complete-by-command").await?;

        let history = window.done("history", &json!({"id": "milestone-2-1"})).await?;
        let (en, fr) = (&history["lines"][0]["what"]["en"], &history["lines"][0]["what"]["fr"]);
        ensure!(en.to_string().contains("Complete") && fr.to_string().contains("Réalisé"), "{history}");
        let start = list(&window.done("history", &json!({})).await?["lines"])[1]["txn"].clone();
        let since = window.done("since", &json!({"from": start})).await?;
        ensure!(since["groups"][0]["group"] == "completed", "{since}");
        let past = window.done("view_as_of", &json!({"moment": start})).await?;
        ensure!(past["plan"] == before, "the plan as of the moment before is another one");
        let found = window.done("search", &json!({"text": "donnees ouvertes"})).await?;
        ensure!(!list(&found["hits"]).is_empty(), "{found}");

        window.done("undo", &json!({})).await?;
        ensure!(window.done("view", &json!({})).await?["plan"] == before, "undo left something");
        window.done("redo", &json!({})).await?;
        let again = window.done("view", &json!({})).await?["plan"]["milestones"]["milestone-2-1"].clone();
        ensure!(again["status"]["completion"] == "C", "{again}");

        window.sit_down("secretariat", &Value::Null).await?;
        let refused = json!({"action": "close_plan", "workplan": PLAN, "bases": window.heads(PLAN).await?});
        let refused = window.refused("act", &json!({ "action": refused })).await?;
        ensure!(refused["code"] == "failure-cycle-no-lessons", "closed without a lesson: {refused}");
        let lesson =
            json!({"en": "Begin earlier", "fr": "Commencer plus tôt", "source": "en", "state": "draft"});
        let lessons: BTreeMap<String, Value> =
            (1..=5).map(|number| (format!("priority-{number}"), lesson.clone())).collect();
        let close = json!({"action": "close_plan", "workplan": PLAN, "lessons": lessons,
            "bases": window.heads(PLAN).await?});
        let left = window.done("left_open", &json!({"workplan": PLAN})).await?;
        ensure!(list(&left["cycles"]).len() == 1, "{left}");
        window.act(close).await?;
        let clone = json!({"action": "clone_plan", "workplan": PLAN, "id": "plan-2020",
            "title": {"en": "Workplan 2020", "fr": "Plan 2020", "source": "en", "state": "draft"}});
        window.act(clone).await?;
        let since = window.done("since", &json!({"from": start, "workplan": "plan-2020"})).await?;
        ensure!(since["groups"][0]["group"] == "completed", "{since}");
        let malformed = window.refused("lineage", &json!({"id": "no id"})).await?;
        ensure!(malformed["code"].is_string(), "{malformed}");
        Ok(())
    })
}

#[test]
fn texts_are_translated_and_words_removed_and_brought_back_by_the_windows_commands() -> Outcome {
    at_a_desk("texts", async |desk| {
        let window = begin(desk).await?;
        let edit = json!({"action": "edit", "id": "milestone-2-1", "fields": {"title.en": "Standards for four datasets"},
            "bases": window.heads("milestone-2-1").await?});
        window.act(edit).await?;
        let queue = window.done("translations", &json!({"into": "fr"})).await?;
        ensure!(list(&queue).len() == 1 && queue[0]["state"] == "stale", "{queue}");
        let answer = json!({"id": "milestone-2-1", "field": "title", "lang": "fr", "holds": false,
            "text": "Normes du GTCOG", "bases": queue[0]["bases"]});
        window.done("translate", &json!({"asked": answer})).await?;
        let draft = window.done("translations", &json!({})).await?;
        ensure!(draft[0]["translation"] == "Normes du GTCOG" && draft[0]["state"] == "draft", "{draft}");
        let found = window.done("proofread", &json!({"lang": "fr"})).await?;
        ensure!(list(&found).iter().any(|it| it["id"] == "milestone-2-1"), "{found}");
        let approve = json!({"id": "milestone-2-1", "field": "title", "bases": draft[0]["bases"]});
        window.done("approve_translation", &approve).await?;
        ensure!(list(&window.done("translations", &json!({})).await?).is_empty(), "it was not approved");

        let backup = window.done("make_backup", &json!({})).await?["backup"]["name"].clone();
        let held = window.done("verify_backup", &json!({"name": backup})).await?;
        let redact = json!({"id": "milestone-2-1", "field": "title.fr", "changes": [], "reason": "A name"});
        let redacted = window.done("redact", &redact).await?;
        ensure!(list(&redacted["scrubbed"]["backups"]).contains(&backup), "{redacted}");
        let checked = window.done("check", &json!({})).await?;
        ensure!(checked["transactions"].as_i64() > held.as_i64(), "{checked} after a backup of {held}");
        let found = window.done("search", &json!({"text": "normes du gtcog"})).await?;
        ensure!(list(&found["hits"]).is_empty(), "what was redacted is found: {found}");

        let known = list(&window.done("backups", &json!({})).await?).len();
        window.done("restore_backup", &json!({"name": backup})).await?;
        let title =
            window.done("view", &json!({})).await?["plan"]["milestones"]["milestone-2-1"]["title"].clone();
        ensure!(title["en"] == "Standards for four datasets" && title["fr"] != "Normes du GTCOG", "{title}");
        ensure!(
            list(&window.done("backups", &json!({})).await?).len() > known,
            "what was replaced was not kept"
        );
        for (command, none) in [("disputes", json!([])), ("waiting", json!({"waiting": [], "asks": []}))] {
            let answer = window.done(command, &json!({})).await?;
            ensure!(answer == none, "{command}: {answer}");
        }
        Ok(())
    })
}

/// The sample plan in a window of the secretariat's.
async fn begin(desk: &Desk) -> Outcome<Window> {
    desk.jalon(&["init", "--sample"])?;
    let window = desk.open().await?;
    window.find("board").await?;
    window.sit_down("secretariat", &Value::Null).await?;
    Ok(window)
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}
