//! Approving and tabling the council deck, as the window's commands do it.

use std::fs;

use jalon_domain::approvals::Standing;
use jalon_domain::clearance::clearances;
use jalon_domain::{Action, Actor, Bilingual, Failure, Id, Lang, Role};
use jalon_exchange::TableRequest;
use jalon_shell::clock::Clock;
use jalon_shell::failure::Outcome;
use jalon_shell::shell::Shell;
use jalon_shell::view::{DeckApprovals, ExportRequest};
use jalon_store::Receiver;
use jalon_words::Words;
use serde_json::json;
use tempfile::TempDir;

fn id(text: &str) -> Id {
    Id::parse(text).unwrap()
}

fn become_(shell: &Shell, actor: &Actor) {
    shell.with(|session| session.set_identity(actor)).unwrap();
}

/// A shell over the sample plan.
fn with_the_sample(folder: &TempDir) -> Shell {
    let clock = Clock::Fixed("2019-09-14T12:00:00Z".parse().unwrap());
    let shell = Shell::new(Ok(folder.path().join("plan.jalon")), clock);
    shell.create_plan(true, &Actor::secretariat(), Lang::En).unwrap();
    let decks = folder.path().join("decks");
    fs::create_dir(&decks).unwrap();
    shell.with(|session| session.set_export_folder(&decks)).unwrap();
    shell
}

fn approvals(shell: &Shell) -> DeckApprovals {
    shell.with(|session| session.deck_approvals(None)).unwrap().unwrap()
}

/// Has every jurisdiction that the deck names clear what names it.
fn clear(shell: &Shell) {
    let plan = shell.with(|session| session.view()).unwrap().plan;
    for word in clearances(&plan, &approvals(shell).cycle) {
        become_(shell, &Actor::new("L", Role::Lead, Some(word.jurisdiction.clone())));
        let (item, jurisdiction, content) = (word.item, word.jurisdiction, word.content);
        let action = Action::ClearItem { item, jurisdiction, content };
        shell.with(|session| session.act(&action, None)).unwrap();
    }
    become_(shell, &Actor::secretariat());
}

/// Has both chairs approve, each for itself, and the secretariat sit down again.
fn approve(shell: &Shell) {
    let DeckApprovals { cycle, content, .. } = approvals(shell);
    for jurisdiction in ["CA", "CA-AB"].map(id) {
        become_(shell, &Actor::new("C", Role::CoChair, Some(jurisdiction.clone())));
        let action = Action::ApproveDeck { cycle: cycle.clone(), jurisdiction, content: content.clone() };
        shell.with(|session| session.act(&action, None)).unwrap();
    }
    become_(shell, &Actor::secretariat());
}

fn code<T: std::fmt::Debug>(refused: Outcome<T>) -> String {
    refused.unwrap_err().failure.code
}

#[test]
fn the_page_is_told_who_approved_and_which_words_changed_since() {
    let folder = TempDir::new().unwrap();
    let shell = with_the_sample(&folder);
    assert!(!approvals(&shell).complete);
    approve(&shell);
    assert!(approvals(&shell).complete);
    let fields = json!({"title.en": "Purpose of this deck"}).as_object().unwrap().clone();
    let of = id("slide-purpose");
    let heads = shell.with(|session| session.view()).unwrap().heads[&of].clone();
    let bases = heads.into_iter().filter(|(field, _)| field.starts_with("title")).collect();
    let edit = Action::Edit { id: of, fields, bases, holds: false };
    shell.with(|session| session.act(&edit, None)).unwrap();
    let found = approvals(&shell);
    assert!(!found.complete && found.chairs.iter().all(|chair| chair.standing == Standing::Void));
    let [changed] = found.chairs[0].changed.as_slice() else { panic!("{found:?}") };
    assert!(changed.en.contains("Purpose of this deck") && changed.fr.contains("Purpose of this deck"));
    assert_ne!(changed.en, changed.fr);
    let blockers = shell.with(|session| session.deck_blockers(&Lang::BOTH, None)).unwrap();
    assert!(blockers.iter().any(|blocker| blocker.code == "failure-deck-approval-void"), "{blockers:?}");
}

#[test]
fn where_the_two_decks_differ_is_named_before_a_final_one_is_asked_for_and_when_it_is_refused() {
    let folder = TempDir::new().unwrap();
    let shell = with_the_sample(&folder);
    let of = id("point-summit-1");
    let view = shell.with(|session| session.view()).unwrap();
    let text = &view.plan.points[of.as_str()].text;
    let fields = json!({"text": {"en": text.en, "fr": text.fr.replace("115", "151"), "source": "en",
        "state": "draft"}});
    let bases = view.heads[&of].clone().into_iter().filter(|(field, _)| field.starts_with("text")).collect();
    let fields = fields.as_object().unwrap().clone();
    let edit = Action::Edit { id: of.clone(), fields, bases, holds: false };
    shell.with(|session| session.act(&edit, None)).unwrap();
    let heads = shell.with(|session| session.view()).unwrap().heads[&of].clone();
    let bases = heads.into_iter().filter(|(field, _)| field.starts_with("text")).collect();
    shell.with(|session| session.approve_translation(of, "text".to_owned(), bases, None)).unwrap();
    clear(&shell);
    approve(&shell);
    let codes = |found: &[Failure]| found.iter().map(|it| it.code.clone()).collect::<Vec<_>>();
    let blockers = |langs: &[Lang]| shell.with(|session| session.deck_blockers(langs, None)).unwrap();
    assert_eq!(codes(&blockers(&Lang::BOTH)), ["failure-deck-figures-differ"]);
    assert_eq!(blockers(&[Lang::Fr]), [], "one language differs from nothing");
    let told = Lang::BOTH.map(|lang| Words::of(lang).failure(&blockers(&Lang::BOTH)[0]));
    assert!(told[0].contains("115") && told[1].contains("Diapositive"), "{told:?}");
    let request = ExportRequest { langs: Lang::BOTH.into(), final_: true, ..ExportRequest::default() };
    let refused = shell.with(|session| session.export_deck(&request)).unwrap_err();
    assert_eq!(refused.failure.code, "failure-deck-parity");
    assert_eq!(codes(&refused.details), ["failure-deck-figures-differ"]);
    let refused = shell.with(|session| session.table_deck(TableRequest::default())).unwrap_err();
    assert_eq!(codes(&refused.details), ["failure-deck-figures-differ"]);
    let page = serde_json::to_value(&refused).unwrap();
    assert_eq!(page["code"], "failure-deck-parity");
    assert_eq!(page["details"][0]["code"], "failure-deck-figures-differ");
}

#[test]
fn a_deck_is_tabled_corrected_and_given_back() {
    let folder = TempDir::new().unwrap();
    let shell = with_the_sample(&folder);
    assert_eq!(
        code(shell.with(|session| session.table_deck(TableRequest::default()))),
        "failure-deck-not-final"
    );
    approve(&shell);
    assert_eq!(
        code(shell.with(|session| session.table_deck(TableRequest::default()))),
        "failure-deck-not-final"
    );
    clear(&shell);
    let first = shell.with(|session| session.table_deck(TableRequest::default())).unwrap();
    assert_eq!(first.patch.changes.upserted.len(), 1);
    let by_hand = folder.path().join("by hand.pptx");
    fs::write(&by_hand, "PK by hand").unwrap();
    let note = Bilingual::from_source(Lang::En, "A name");
    let files = [by_hand];
    let corrected = TableRequest { erratum: Some(note), ..TableRequest::default() };
    let second = shell.with(|session| session.table_files(&files, corrected.clone())).unwrap();
    let again = shell.with(|session| session.table_files(&files, corrected.clone()));
    assert_eq!(code(again), "failure-council-nothing-to-correct");
    let found = shell.with(|session| session.tabled_diff(&first.deck, &second.deck)).unwrap();
    assert_eq!((found.words.len(), found.files.len()), (0, 3), "two files went, one came");
    let written = shell.with(|session| session.write_tabled_files(&second.deck, false)).unwrap();
    assert_eq!(written.files, ["by hand.pptx"]);
    let given_back = folder.path().join("decks/by hand.pptx");
    assert_eq!(fs::read(&given_back).unwrap(), b"PK by hand");
    fs::write(&given_back, "PK worked on").unwrap();
    let again = |replace| shell.with(|session| session.write_tabled_files(&second.deck, replace));
    assert_eq!(code(again(false)), "failure-shell-file-taken");
    assert_eq!(fs::read(&given_back).unwrap(), b"PK worked on");
    again(true).unwrap();
    assert_eq!(fs::read(&given_back).unwrap(), b"PK by hand");
    become_(&shell, &Actor::new("C", Role::CoChair, Some(id("CA"))));
    let refused = shell.with(|session| session.table_deck(corrected));
    assert_eq!(code(refused), "failure-denied-role");
    assert_eq!(
        code(shell.with(|session| session.tabled_diff(&id("x"), &second.deck))),
        "failure-store-unknown"
    );
}

#[test]
fn two_decks_under_one_number_are_told_apart_and_of_and_an_erratum_names_the_one_it_corrects() {
    let folder = TempDir::new().unwrap();
    let shell = with_the_sample(&folder);
    clear(&shell);
    approve(&shell);
    let package = |name: &str| folder.path().join(name);
    shell.with(|session| session.write_package(&package("all.jalonpkg"), Receiver::Everybody, None)).unwrap();
    let other = TempDir::new().unwrap();
    let there = Shell::new(
        Ok(other.path().join("plan.jalon")),
        Clock::Fixed("2019-09-14T12:00:00Z".parse().unwrap()),
    );
    there.create_plan(false, &Actor::secretariat(), Lang::En).unwrap();
    there.with(|session| session.read_package(&package("all.jalonpkg"), false)).unwrap();
    assert_eq!(shell.with(|session| session.deck_warnings(None)).unwrap(), []);
    for (shell, name) in [(&shell, "here.pptx"), (&there, "there.pptx")] {
        let file = folder.path().join(name);
        fs::write(&file, name).unwrap();
        shell.with(|session| session.table_files(&[file], TableRequest::default())).unwrap();
    }
    there
        .with(|session| session.write_package(&package("there.jalonpkg"), Receiver::Everybody, None))
        .unwrap();
    shell.with(|session| session.read_package(&package("there.jalonpkg"), false)).unwrap();
    let [warning] = &shell.with(|session| session.deck_warnings(None)).unwrap()[..] else { panic!("one") };
    let told = Lang::BOTH.map(|lang| Words::of(lang).failure(warning));
    assert!(told[0].contains("same number") && told[1].contains("même numéro"), "{told:?}");
    assert_eq!(shell.with(|session| session.deck_blockers(&Lang::BOTH, None)).unwrap(), []);
    let versions = shell.with(|session| session.tabled_versions(None)).unwrap();
    let [first, second] = &versions[..] else { panic!("{versions:?}") };
    assert_eq!((first.version, second.version), (1, 1));
    assert_eq!(
        (&first.namesakes[..], &second.namesakes[..]),
        (&[second.deck.clone()][..], &[first.deck.clone()][..])
    );
    let who = first.who.as_ref().unwrap();
    assert!(
        who.en.contains("ecretariat") && who.fr.contains("ecrétariat") && first.when.is_some(),
        "{who:?}"
    );
    let note = Some(Bilingual::from_source(Lang::En, "The other one stands"));
    let erratum = TableRequest { erratum: note, ..TableRequest::default() };
    let refused = shell.with(|session| session.table_deck(erratum.clone()));
    assert_eq!(code(refused), "failure-council-several");
    let named = TableRequest { corrects: Some(first.deck.clone()), ..erratum };
    let tabled = shell.with(|session| session.table_deck(named)).unwrap();
    let versions = shell.with(|session| session.tabled_versions(None)).unwrap();
    assert_eq!((versions[2].version, &versions[2].deck), (2, &tabled.deck));
    assert_eq!(versions[2].corrects.as_ref(), Some(&first.deck));
    assert_eq!(shell.with(|session| session.deck_warnings(None)).unwrap(), []);
}
