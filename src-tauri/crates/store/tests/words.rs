//! Every error of the store has words in both languages.

mod common;

use std::path::PathBuf;

use common::{id, now};
use jalon_domain::action::ActionName;
use jalon_domain::approvals::NotTheChair;
use jalon_domain::policy::Denied;
use jalon_domain::registry::FieldFault;
use jalon_domain::registry::check::{Expected, FaultKind};
use jalon_domain::{Bilingual, Failure, Kind, Lang, WordChange};
use jalon_store::{
    ActError, CouncilError, CycleError, FieldError, ItemFault, OpenError, Refusal, Refused, RenewError,
    Trouble,
};
use jalon_words::Words;
use serde_json::json;

fn has_words(failure: &Failure) {
    for lang in Lang::BOTH {
        let words = Words::of(lang).failure(failure);
        assert!(!words.contains("failure-") && !words.contains(['{', '}']), "{words}");
        assert!(words.ends_with('.'), "{words}");
        if lang == Lang::Fr {
            assert!(jalon_words::typography_faults(lang, &words).is_empty(), "{words}");
        }
    }
}

#[test]
fn every_trouble_has_words() {
    let path = || PathBuf::from("plan.jalon");
    for trouble in [
        Trouble::Full,
        Trouble::Unwritable(path()),
        Trouble::Busy,
        Trouble::Damaged("page 3".into()),
        Trouble::Gone(path()),
        Trouble::Replaced(path()),
        Trouble::ReadOnly,
        Trouble::Unverified,
        Trouble::Io("short read".into()),
        Trouble::from(rusqlite::Error::InvalidQuery),
    ] {
        has_words(&trouble.failure());
        has_words(&OpenError::Trouble(trouble).failure());
    }
    for error in [
        OpenError::NotFound(path()),
        OpenError::Folder(path()),
        OpenError::NoFile(path()),
        OpenError::Exists(path()),
        OpenError::Foreign(path()),
        OpenError::Newer { path: path(), found: 9, known: 1 },
        OpenError::Damaged { path: path(), damage: vec![Failure::new("failure-store-full")] },
        OpenError::Unreadable(path()),
        OpenError::OldSqlite("3.7.0".into()),
    ] {
        has_words(&error.failure());
    }
}

#[test]
fn every_refusal_has_words() {
    let changed = |actor: &str, redo| ActError::ChangedSince {
        id: id("m1"),
        field: "title.fr".into(),
        action: ActionName::Edit,
        actor: actor.into(),
        redo,
    };
    let mut refusals = vec![
        ActError::NothingChanges,
        ActError::Denied(Denied::Role),
        ActError::BehalfWithoutHow,
        ActError::BehalfInFuture,
        ActError::BehalfNotCoChair(id("CA-ON")),
        ActError::Record(Kind::Approval),
        ActError::Unknown(id("m1")),
        ActError::Deleted(id("m1")),
        ActError::Taken(id("m1")),
        ActError::Referred { id: id("p1"), kind: Kind::NextStep, by: id("m1") },
        ActError::NothingToUndo,
        ActError::NothingToRedo,
        changed("", false),
        changed("", true),
        changed("Somebody", false),
        changed("Somebody", true),
        ActError::NotEmpty,
        ActError::SampleBefore,
    ];
    refusals.extend(
        [
            CycleError::OtherKind(id("m1"), Kind::Cycle),
            CycleError::NoMeeting,
            CycleError::TwoMeetings,
            CycleError::OutOfOrder("date"),
            CycleError::MeetingHasCycle(id("meet")),
            CycleError::CycleClosed(id("cy")),
            CycleError::NotNamed { item: id("ch"), jurisdiction: id("CA-ON") },
            CycleError::ContentChanged(id("ch")),
            CycleError::TooFew,
            CycleError::OtherCycle(id("ch")),
            CycleError::Merged(id("ch")),
            CycleError::NamesNobody,
            CycleError::IssuedInClosed { items: vec![id("ch")], plans: vec![id("w")] },
            CycleError::OriginsHidden(id("ch")),
            CycleError::LeftToCarry(1),
            CycleError::LeftToCarry(3),
            CycleError::SameCycle,
            CycleError::NotLead(id("CA-ON")),
            CycleError::PlanClosed(id("w")),
            CycleError::PlanOpen(id("w")),
            CycleError::NoLessons(vec![1, 2]),
            CycleError::OtherPlan(id("p1")),
            CycleError::LessonsThere(id("p1")),
            CycleError::NoReason,
        ]
        .map(ActError::Cycle),
    );
    refusals.extend(ActionName::ALL.iter().copied().map(ActError::CannotBeUndone));
    let value = FieldFault { at: String::new(), what: FaultKind::Expected(Expected::Date) };
    for (field, what) in [
        ("titel", FieldError::NoSuchField),
        ("due", FieldError::Missing),
        ("due", FieldError::Value(value)),
        ("priority", FieldError::Dangling(String::new(), id("p9"))),
        ("carried_from", FieldError::Loop),
        ("due", FieldError::Named),
        ("title.fr", FieldError::BasesMissing),
        ("title.fr", FieldError::BasesUnknown("x".into())),
        ("$deleted", FieldError::Conflict),
        ("text.en", FieldError::ConflictToCopy),
        ("status", FieldError::OtherHeads),
        ("$deleted", FieldError::NoConflict),
        ("title", FieldError::TextChanged),
        ("title", FieldError::NoTranslation),
        ("title.fr", FieldError::WholeAndSide),
        ("date", FieldError::DayNeeded),
        ("term", FieldError::TermForbidsItself),
        ("position", FieldError::NoRoom),
        ("due", FieldError::Order),
        ("status", FieldError::ByVerb),
    ] {
        refusals.push(ActError::Field { kind: Kind::Milestone, id: id("m1"), field: field.into(), what });
    }
    refusals.iter().for_each(|refusal| has_words(&refusal.failure()));
}

#[test]
fn everything_that_does_not_come_in_has_words() {
    for fault in [ItemFault::NotUnderstood, ItemFault::Changed, ItemFault::Malformed("bases")] {
        has_words(&fault.failure());
    }
    for why in [Refusal::Copied, Refusal::Taken("t".into())] {
        for (own, count) in [(true, 1), (true, 2), (false, 1), (false, 2)] {
            has_words(&Refused { device: "d".into(), seq: 3, count, why: why.clone(), own }.failure());
        }
    }
}

#[test]
fn why_nothing_is_issued_anew_has_words() {
    let device = || "d".to_owned();
    has_words(&RenewError::NothingThere { device: device(), seq: 3 }.failure());
    has_words(&RenewError::Pinned { device: device(), seq: 3 }.failure());
}

#[test]
fn every_refusal_of_an_approval_or_a_tabling_has_words() {
    let text = Bilingual::from_source(Lang::En, "Words");
    let words = |lang| WordChange::Words {
        kind: Kind::Point,
        id: id("p1"),
        text: text.clone(),
        field: "text".into(),
        lang,
        before: json!("a"),
        after: json!("b"),
    };
    let moved = WordChange::Moved { kind: Kind::Point, id: id("p1"), text: text.clone() };
    let added = WordChange::Added { kind: Kind::Event, id: id("e1"), text: text.clone() };
    let removed = WordChange::Removed { kind: Kind::Event, id: id("e1"), text: text.clone() };
    let cycle = WordChange::Cycle { before: id("c"), after: id("d") };
    for error in [
        CouncilError::NotTheChair(NotTheChair::Denied(Denied::NotOwn)),
        CouncilError::NotTheChair(NotTheChair::NoChair(id("CA-AB"))),
        CouncilError::NotTheChair(NotTheChair::NotNow(id("CA-AB"))),
        CouncilError::NotTheChair(NotTheChair::NoAlternate(id("CA-AB"))),
        CouncilError::NothingToShow(id("c")),
        CouncilError::Changed(vec![words(Some(Lang::Fr)), moved.clone()]),
        CouncilError::Changed(vec![words(Some(Lang::En)), moved.clone(), moved.clone()]),
        CouncilError::Changed(vec![words(None)]),
        CouncilError::Changed(vec![moved]),
        CouncilError::Changed(vec![added]),
        CouncilError::Changed(vec![removed]),
        CouncilError::Changed(vec![cycle]),
        CouncilError::Unseen,
        CouncilError::NoApproval(id("CA-AB")),
        CouncilError::NoChair,
        CouncilError::NotApproved(vec![id("CA"), id("CA-AB")]),
        CouncilError::NotCleared(vec![id("CA-YT")]),
        CouncilError::Unsound(1),
        CouncilError::Unsound(3),
        CouncilError::TabledAlready(1),
        CouncilError::NothingTabled(["Councils".into(), "Conseils".into()]),
        CouncilError::NotTheLast(id("t")),
        CouncilError::Several(1, vec![(id("t"), now().date_naive()), (id("u"), now().date_naive())]),
        CouncilError::NothingToCorrect(1),
        CouncilError::ErratumWithoutNote,
        CouncilError::TabledInFuture,
        CouncilError::TabledTooEarly(now().date_naive()),
        CouncilError::NoFile,
        CouncilError::FileName("a/b".into()),
        CouncilError::FileTwice("a".into()),
        CouncilError::FileEmpty("a".into()),
        CouncilError::FileTooLarge("a".into(), 64),
    ] {
        has_words(&error.failure());
        has_words(&ActError::from(error).failure());
    }
    has_words(&Failure::new("failure-council-damage-bytes").text("digest", "00"));
    has_words(&Failure::new("failure-council-damage-missing").text("name", "deck.pptx"));
}
