//! Plan files in and out, decks of an earlier moment, answers to packages, and the check of
//! the whole, as the window's commands do them.

use std::fs;
use std::path::Path;

use jalon_domain::{Action, Actor, Id, Lang, Role};
use jalon_shell::clock::Clock;
use jalon_shell::failure::Refused;
use jalon_shell::shell::Shell;
use jalon_shell::view::{ExportRequest, Imported};
use jalon_store::Receiver;
use jalon_words::Words;
use serde_json::{Value, json};
use tempfile::TempDir;

const MILESTONE: &str = "milestone-2-1";

fn id(text: &str) -> Id {
    Id::parse(text).unwrap()
}

/// A shell over a new plan, with the sample in it or empty, its user the secretariat.
fn shell(path: &Path, sample: bool) -> Shell {
    let clock = Clock::Fixed("2019-09-14T12:00:00Z".parse().unwrap());
    let shell = Shell::new(Ok(path.to_owned()), clock);
    shell.create_plan(sample, &Actor::secretariat(), Lang::En).unwrap();
    shell
}

fn user(shell: &Shell, role: Role, of: &str) {
    shell.with(|session| session.set_identity(&Actor::new("N", role, Some(id(of))))).unwrap();
}

/// Renames a milestone in both languages.
fn rename(shell: &Shell, title: &str) {
    let heads = shell.with(|session| session.view()).unwrap().heads[&id(MILESTONE)].clone();
    let bases = heads.into_iter().filter(|(field, _)| field.starts_with("title")).collect();
    let fields = json!({"title.en": title}).as_object().unwrap().clone();
    let edit = Action::Edit { id: id(MILESTONE), fields, bases, holds: true };
    shell.with(|session| session.act(&edit, None)).unwrap();
}

fn import(shell: &Shell, path: &Path, dry_run: bool) -> Result<Imported, Refused> {
    shell.with(|session| session.import_plan(path, dry_run, None))
}

fn title(shell: &Shell) -> String {
    shell.with(|session| session.view()).unwrap().plan.milestones[MILESTONE].title.en.clone()
}

#[test]
fn a_plan_goes_out_and_comes_in_and_is_tried_first() {
    let folder = TempDir::new().unwrap();
    let here = shell(&folder.path().join("here.jalon"), true);
    let file = folder.path().join("plan.json");
    here.with(|session| session.export_plan(&file, None, false)).unwrap();
    rename(&here, "Standards, at last");
    let tried = import(&here, &file, true).unwrap();
    assert_eq!((tried.created.len(), tried.edited.len(), tried.patch.is_none()), (0, 1, true));
    assert_eq!(tried.edited[0].1, id(MILESTONE));
    assert!(tried.differences.iter().any(|it| it.field == "title.en"), "{:?}", tried.differences);
    assert_eq!(title(&here), "Standards, at last");
    let imported = import(&here, &file, false).unwrap();
    assert_eq!(imported.patch.unwrap().changes.upserted.len(), 1);
    assert_ne!(title(&here), "Standards, at last");
    let again = import(&here, &file, false).unwrap();
    assert!(again.edited.is_empty() && again.patch.is_none() && again.unchanged > 50);
    // An empty plan takes all of it in.
    let there = shell(&folder.path().join("there.jalon"), false);
    assert!(import(&there, &file, false).unwrap().created.len() > 50);
    assert_eq!(title(&there), title(&here));
}

#[test]
fn everything_that_is_wrong_with_a_plan_file_is_told_and_nothing_comes_in() {
    let folder = TempDir::new().unwrap();
    let shell = shell(&folder.path().join("plan.jalon"), true);
    let file = folder.path().join("plan.json");
    shell.with(|session| session.export_plan(&file, None, false)).unwrap();
    let mut plan: Value = serde_json::from_slice(&fs::read(&file).unwrap()).unwrap();
    plan["milestones"][0]["due"] = json!("soon");
    plan["milestones"][1]["due"] = json!("later");
    fs::write(&file, plan.to_string()).unwrap();
    let refused = import(&shell, &file, false).unwrap_err();
    assert_eq!(refused.details.len(), 1, "the second fault: {refused:?}");
    let missing = import(&shell, &folder.path().join("none.json"), true).unwrap_err();
    assert_eq!(missing.failure.code, "failure-load-missing");
    user(&shell, Role::Reader, "CA-QC");
    fs::write(
        &file,
        fs::read_to_string(&file).unwrap().replace("\"soon\"", "\"2020\"").replace("\"later\"", "\"2020\""),
    )
    .unwrap();
    assert!(import(&shell, &file, false).is_err(), "readers bring nothing in");
}

#[test]
fn origins_go_out_with_the_secretariat_alone_and_an_earlier_moment_as_it_stood() {
    let folder = TempDir::new().unwrap();
    let shell = shell(&folder.path().join("plan.jalon"), true);
    let before = title(&shell);
    let txn = shell.with(|session| session.history(None)).unwrap().lines[0].txn.clone();
    rename(&shell, "Standards, at last");
    let file = folder.path().join("plan.json");
    let export = |as_of: Option<&str>, confidential| {
        shell.with(|session| session.export_plan(&file, as_of, confidential))?;
        Ok::<_, Refused>(fs::read_to_string(&file).unwrap())
    };
    let then = export(Some(&txn), false).unwrap();
    assert!(then.contains(&before) && !then.contains("Standards, at last"));
    assert!(export(None, true).unwrap().contains("Standards, at last"));
    assert_eq!(export(Some("one day"), false).unwrap_err().failure.code, "failure-moment-unknown");
    assert!(export(Some("1999-01-01"), false).is_err(), "nothing was recorded then");
    user(&shell, Role::Lead, "CA-YT");
    let refused = export(None, true).unwrap_err();
    let told = Lang::BOTH.map(|lang| Words::of(lang).failure(&refused.failure));
    assert!(told[0].contains("secretariat") && told[1].contains("secrétariat"), "{told:?}");
}

#[test]
fn a_draft_as_of_a_moment_shows_what_stood_then_and_no_deck_of_then_is_final() {
    let folder = TempDir::new().unwrap();
    let shell = shell(&folder.path().join("plan.jalon"), true);
    let (then, now) = (folder.path().join("then"), folder.path().join("now"));
    let txn = shell.with(|session| session.history(None)).unwrap().lines[0].txn.clone();
    let to = |folder: &Path| {
        fs::create_dir_all(folder).unwrap();
        let folder = Some(folder.to_string_lossy().into_owned());
        ExportRequest { langs: vec![Lang::En], folder, ..ExportRequest::default() }
    };
    let before = shell.with(|session| session.export_deck(&to(&then))).unwrap().files;
    let stood = fs::read(then.join(&before[0])).unwrap();
    let heads = shell.with(|session| session.view()).unwrap().heads[&id("slide-purpose")].clone();
    let bases = heads.into_iter().filter(|(field, _)| field.starts_with("title")).collect();
    let fields = json!({"title.en": "What this is about"}).as_object().unwrap().clone();
    let edit = Action::Edit { id: id("slide-purpose"), fields, bases, holds: true };
    shell.with(|session| session.act(&edit, None)).unwrap();
    shell.with(|session| session.export_deck(&to(&now))).unwrap();
    assert_ne!(fs::read(now.join(&before[0])).unwrap(), stood);
    // The same bytes: nothing that stands there is written over.
    let as_of = ExportRequest { as_of: Some(txn.clone()), ..to(&then) };
    shell.with(|session| session.export_deck(&as_of)).unwrap();
    let refused = shell.with(|session| session.export_deck(&ExportRequest { final_: true, ..as_of }));
    let refused = refused.unwrap_err().failure;
    assert_eq!(refused.code, "failure-shell-final-as-of");
    assert!(!Words::of(Lang::Fr).failure(&refused).contains("--"));
}

#[test]
fn an_answer_holds_only_what_a_package_lacks_and_a_package_is_tried_first() {
    let folder = TempDir::new().unwrap();
    let here = shell(&folder.path().join("here.jalon"), true);
    let there = shell(&folder.path().join("there.jalon"), false);
    let package = |name: &str| folder.path().join(name);
    let write = |shell: &Shell, name: &str, after: Option<&Path>| {
        shell.with(|session| session.write_package(&package(name), Receiver::Everybody, after)).unwrap()
    };
    write(&here, "all", None);
    let read = |dry_run| there.with(|session| session.read_package(&package("all"), dry_run)).unwrap();
    let tried = read(true);
    assert!(tried.applied > 0 && tried.patch.is_none(), "{tried:?}");
    assert!(there.with(|session| session.view()).unwrap().board.is_none());
    assert_eq!(read(false).applied, tried.applied);
    write(&there, "theirs", None);
    rename(&here, "Standards, at last");
    let answer = write(&here, "answer", Some(&package("theirs")));
    assert_eq!(answer.transactions, 1, "only what is new");
    there.with(|session| session.read_package(&package("answer"), false)).unwrap();
    assert_eq!(title(&there), "Standards, at last");
}

#[test]
fn a_check_says_what_is_to_be_settled_as_far_as_the_user_may_know() {
    let folder = TempDir::new().unwrap();
    let shell = shell(&folder.path().join("plan.jalon"), true);
    let sound = shell.with(|session| session.check()).unwrap();
    assert!(sound.found.is_empty() && sound.transactions >= 1 && sound.entities > 50, "{sound:?}");
    // Another process writes at once to what this window renamed.
    let other = TempDir::new().unwrap();
    let there = self::shell(&other.path().join("plan.jalon"), false);
    let package = folder.path().join("package");
    shell.with(|session| session.write_package(&package, Receiver::Everybody, None)).unwrap();
    there.with(|session| session.read_package(&package, false)).unwrap();
    rename(&there, "Norms");
    rename(&shell, "Standards, at last");
    there.with(|session| session.write_package(&package, Receiver::Everybody, None)).unwrap();
    shell.with(|session| session.read_package(&package, false)).unwrap();
    let found = shell.with(|session| session.check()).unwrap().found;
    let conflicts: Vec<_> = found.iter().filter(|it| it.code == "failure-check-conflict").collect();
    let told = Lang::BOTH.map(|lang| Words::of(lang).failure(conflicts[0]));
    assert!(told[0].contains("Title") || told[0].contains("title"), "{told:?}");
    assert!(told[1].contains("itre"), "each in its own language: {told:?}");
}
