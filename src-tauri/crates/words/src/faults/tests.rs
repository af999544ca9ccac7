//! Every fault has words, with its place.

use super::*;
use crate::Words;
use jalon_domain::Lang;
use jalon_domain::problem::{Objects, problems_of};
use serde_json::json;

fn check(failure: &Failure, english: &str, french: &str) {
    let [en, fr] = Lang::BOTH.map(|lang| Words::of(lang).failure(failure));
    assert_eq!((en.as_str(), fr.replace('\u{a0}', " ").as_str()), (english, french));
}

/// Words of its own in both languages, with nothing left to fill in.
fn has_words(failure: &Failure) {
    for lang in Lang::BOTH {
        let words = Words::of(lang).failure(failure);
        assert!(!words.contains(&failure.code) && !words.contains(['{', '}']), "{words}");
        assert!(words.ends_with('.'), "{words}");
    }
}

#[test]
fn every_fault_of_the_domain_has_words() {
    use Denied::{MayNotActForOthers, NeedsOnBehalf, NotOwn, PrincipalMayNot, Role};
    use StatusFault::{HasOutlook, NeedsEvidence, NeedsOutlook, NeedsReason, RegressionNeedsReason};
    for fault in [Role, NotOwn, NeedsOnBehalf, MayNotActForOthers, PrincipalMayNot] {
        has_words(&denied(fault));
    }
    let statuses = [NeedsEvidence, NeedsReason, NeedsOutlook, HasOutlook, RegressionNeedsReason];
    let ontario = || Id::parse("CA-ON").unwrap();
    let leads = [LeadsFault::Twice(0, ontario()), LeadsFault::FromAfterTo(1, ontario())];
    let links = [
        LinkFault::NoAddress,
        LinkFault::Malformed,
        LinkFault::Scheme,
        LinkFault::UserInfo,
        LinkFault::Disguise,
    ];
    let expected = [
        Expected::Text,
        Expected::BilingualText,
        Expected::Code(&["open", "closed"]),
        Expected::Count,
        Expected::Flag,
        Expected::Day,
        Expected::Date,
        Expected::Position,
        Expected::Id,
        Expected::Ids,
        Expected::Status,
        Expected::Leads,
        Expected::Links,
        Expected::Roles,
        Expected::Langs,
        Expected::Texts,
        Expected::Vector,
        Expected::Files,
    ];
    let faults = statuses
        .map(FaultKind::Status)
        .into_iter()
        .chain(leads.map(FaultKind::Leads))
        .chain(links.map(FaultKind::Link))
        .chain(expected.map(FaultKind::Expected))
        .chain([FaultKind::Character { character: '\0', index: 3 }]);
    for what in faults {
        let fault = FieldFault { at: "[1]".into(), what };
        has_words(&fault_at("priorities[0].leads", &fault));
        has_words(&field_fault("leads", &fault));
    }
}

#[test]
fn a_fault_in_a_file_is_named_with_its_place() {
    let fault = FieldType::Flag.check(&json!("yes")).unwrap_err();
    check(
        &fault_at("figures[3].more_than", &fault),
        "figures[3].more_than: true or false is needed.",
        "figures[3].more_than : il faut « true » ou « false ».",
    );
}

#[test]
fn a_character_that_may_not_stand_in_a_text_is_named_with_its_place() {
    let fault = FieldType::Text.check(&json!("ab\u{1b}")).unwrap_err();
    check(
        &field_fault("name", &fault),
        "Name: character number 3 is U+001B, which no text may hold. Take it out.",
        "Nom : le caractère numéro 3 est U+001B, qu’aucun texte ne peut contenir. Enlevez-le.",
    );
}

#[test]
fn a_fault_in_a_form_is_named_with_its_field() {
    let fault = FieldType::Text.check(&json!(" ")).unwrap_err();
    check(&field_fault("name", &fault), "Name: a text is needed.", "Nom : il faut un texte.");
    let twice = FieldFault {
        at: "[1]".into(),
        what: FaultKind::Leads(LeadsFault::Twice(1, Id::parse("CA-ON").unwrap())),
    };
    check(
        &field_fault("leads", &twice),
        "CA-ON (lead number 2) already leads over the same days.",
        "CA-ON (responsable numéro 2) l’est déjà pour les mêmes jours.",
    );
}

#[test]
fn a_problem_of_a_plan_is_named_with_its_entity_or_with_its_place_in_a_file() {
    let id = Id::parse("priority-2").unwrap();
    let title = json!({"en": "Title", "source": "en"});
    let object = json!({"id": "priority-2", "workplan": "w", "position": "a", "title": title,
        "leads": [{"jurisdiction": "XX"}]});
    let objects = Objects::from([(Kind::Priority, [(id, object)].into())]);
    let found = problems_of(&objects);
    let leads = found.iter().find(|problem| problem.field == "leads").unwrap();
    check(
        &problem(leads),
        "Priority priority-2, Leads: no jurisdiction 'XX'.",
        "Priorité priority-2, Responsables : aucun secteur de compétence « XX ».",
    );
    check(
        &problem_at("priorities[2]", leads),
        "priorities[2].leads[0]: no jurisdiction 'XX'.",
        "priorities[2].leads[0] : aucun secteur de compétence « XX ».",
    );
    found.iter().for_each(|found| has_words(&problem(found)));
}

#[test]
fn what_refers_to_what_was_deleted_is_told_with_the_ways_out() {
    let title = |en: &str, fr: &str| Some(Bilingual { en: en.into(), fr: fr.into(), ..Bilingual::default() });
    let of = |kind, field, by| {
        let id = |text: &str| Id::parse(text).unwrap();
        let gone = Gone { id: id("gone"), title: title("Literacy", "Littératie"), by };
        Problem { kind, id: id("it"), field, what: ProblemKind::Deleted(Box::new(gone)) }
    };
    check(
        &problem(&of(Kind::Milestone, "priority", title("A step", "Une étape"))),
        "Milestone it, Priority: “A step” belongs to “Literacy” (gone), which was deleted: no board and no deck shows it. Move it elsewhere or delete it, or have whoever deleted gone undo that.",
        "Jalon it, Priorité : « Une étape » se trouve sous « Littératie » (gone), élément qui a été supprimé : aucun tableau ni aucune présentation n’en montre rien. Déplacez-le ou supprimez-le, ou demandez à qui a supprimé gone d’annuler cette suppression.",
    );
    // What has no words goes by its id.
    check(
        &problem(&of(Kind::Progress, "milestone", None)),
        "Progress point it, Milestone: “it” refers to “Literacy” (gone), which was deleted. Name another one there or none, or have whoever deleted gone undo that.",
        "Point de progrès it, Jalon : « it » renvoie à « Littératie » (gone), élément qui a été supprimé. Nommez-en un autre à cet endroit, ou aucun, ou demandez à qui a supprimé gone d’annuler cette suppression.",
    );
    // Nobody moves a record.
    let record = problem(&of(Kind::TabledDeck, "cycle", title("Councils", "Conseils")));
    has_words(&record);
    assert_eq!(record.args["what"], jalon_domain::failure::Arg::Message("problem-deleted-record".into()));
}
