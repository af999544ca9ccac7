//! What keeps decks from going final, and what final decks promise.

#[path = "support/decks.rs"]
mod decks;
mod support;

use std::collections::BTreeSet;

use jalon_deck::blockers::{Blocker, final_blockers};
use jalon_deck::laid_out::Remark;
use jalon_deck::parity::{Difference, parity};
use jalon_deck::{DeckError, Options, make, make_all};
use jalon_domain::approvals::{approval_id, approvals};
use jalon_domain::clearance::{self, Clearing, clearances};
use jalon_domain::content::content;
use jalon_domain::plan::Entity;
use jalon_domain::problem::problems;
use jalon_domain::{Approval, Clearance, Kind, Lang, Plan, Translation, Vector};
use jalon_words::{Key, Words};

use decks::{composed, id, laid_out, meeting_day, sample, texts};

/// The plan once every jurisdiction that it names and every chair has said yes to what
/// its deck shows.
fn agreed(mut plan: Plan) -> Plan {
    let workplan = plan.current_workplan().expect("a workplan").id.clone();
    let cycle = plan.current_cycle(&workplan).expect("a cycle").1.id.clone();
    for it in clearances(&plan, &cycle) {
        let id = clearance::id_of(&it.item, &it.jurisdiction, &it.content);
        let Clearing::Missing = it.state else { continue };
        let (item, jurisdiction, content) = (it.item, it.jurisdiction, it.content);
        plan.put(Entity::Clearance(Clearance { id, item, jurisdiction, content }));
    }
    for asked in approvals(&plan.clone(), &cycle, meeting_day()) {
        let jurisdiction = asked.chair.jurisdiction;
        let id = approval_id(&cycle, &jurisdiction);
        let content = content(&plan, &cycle).expect("content").hash();
        let at = Vector::default();
        plan.put(Entity::Approval(Approval { id, cycle: cycle.clone(), jurisdiction, content, at }));
    }
    plan
}

/// Removes a text's side, as if nobody had written it.
fn forget(plan: &mut Plan, point: &str, lang: Lang) {
    let text = &mut plan.points.get_mut(&id(point)).expect("the point").text;
    text.side_mut(lang).clear();
    text.source = lang.other();
    text.state = Translation::Missing;
}

#[test]
fn the_two_decks_agree_and_a_figure_changed_in_one_language_is_named() {
    let mut plan = sample();
    let both = |plan: &Plan| parity(&composed(plan, Lang::En), &composed(plan, Lang::Fr));
    assert_eq!(both(&plan), []);
    let text = &mut plan.points.get_mut(&id("point-summit-1")).expect("the point").text;
    text.fr = text.fr.replace("115", "151");
    let found = both(&plan);
    assert!(matches!(&found[..], [Difference::Figures(5, ..)]), "{found:?}");
    let options = Options { day: meeting_day(), is_final: true, ..Options::default() };
    let plan = agreed(plan);
    let refused = make_all(&plan, &Lang::BOTH, &options);
    assert!(matches!(refused, Err(DeckError::Parity(_))), "{refused:?}");
    assert!(make(&plan, Lang::Fr, &options).is_ok(), "one language alone has nothing to agree with");
}

#[test]
fn the_same_plan_gives_the_same_bytes_and_the_sample_may_go_final() {
    let options = Options { day: meeting_day(), is_final: true, ..Options::default() };
    let plan = agreed(sample());
    let first = make_all(&plan, &Lang::BOTH, &options).expect("final decks");
    assert_eq!(first, make_all(&plan, &Lang::BOTH, &options).expect("final decks"));
    assert_ne!(first[0].bytes, first[1].bytes);
}

#[test]
fn what_others_have_not_said_yes_to_blocks_a_final_deck_and_is_named() {
    let blocked = |plan: &Plan| final_blockers(plan, Lang::En, meeting_day(), &BTreeSet::new(), &[]);
    let mut plan = sample();
    let (mut clearances, mut chairs) = (0, Vec::new());
    for blocker in blocked(&plan) {
        match blocker {
            Blocker::Clearance { state: Clearing::Missing, .. } => clearances += 1,
            Blocker::NotApproved(id) => chairs.push(id),
            other => panic!("{other:?}"),
        }
    }
    assert_eq!((clearances, chairs), (5, vec![id("CA"), id("CA-AB")]));
    plan = agreed(plan);
    assert_eq!(blocked(&plan), []);
    plan.achievements.get_mut(&id("achievement-yt")).expect("it").text.en = "Other words".into();
    let outdated = Blocker::Clearance {
        kind: Kind::Achievement,
        id: id("achievement-yt"),
        jurisdiction: id("CA-YT"),
        state: Clearing::Outdated,
    };
    let void = ["CA", "CA-AB"].map(|chair| Blocker::ApprovalVoid(id(chair)));
    assert_eq!(blocked(&plan), [vec![outdated], void.to_vec()].concat());
    plan.people.clear();
    assert_eq!(blocked(&plan).last(), Some(&Blocker::NoChair));
}

#[test]
fn what_blocks_a_deck_is_called_by_its_words_and_whose_word_is_missing_by_its_name() {
    let plan = sample();
    let blocked = final_blockers(&plan, Lang::En, meeting_day(), &BTreeSet::from([id("point-about-1")]), &[]);
    let told = |lang| -> Vec<String> {
        let told = blocked.iter().map(|blocker| Words::of(lang).failure(&blocker.failure(&plan)));
        told.map(|line| line.replace('\u{a0}', "~")).collect()
    };
    let [en, fr] = Lang::BOTH.map(told);
    assert!(en[0].contains("(point-about-1): two versions of a field"), "{en:?}");
    assert_eq!(
        en[1],
        "Achievement “Yukon put its open data portal online” (achievement-yt): Yukon, which it names, \
         has not cleared it."
    );
    assert_eq!(
        fr[1],
        "Réalisation «~Le Yukon a mis en ligne son portail de données ouvertes~» (achievement-yt)~: accord \
         manquant (Yukon y figure)."
    );
    assert_eq!(
        en.last().map(String::as_str),
        Some("The co-chair for Alberta (CA-AB) has not approved what the deck shows.")
    );
    assert_eq!(
        fr.last().map(String::as_str),
        Some("Coprésidence (Alberta, CA-AB)~: ce que montre la présentation n’est pas approuvé.")
    );
}

#[test]
fn a_missing_text_says_so_in_a_draft_and_blocks_a_final_deck_of_its_language() {
    let mut plan = sample();
    forget(&mut plan, "point-about-1", Lang::Fr);
    let draft = texts(&laid_out(&plan, Lang::Fr));
    assert!(draft[3].contains("Traduction à venir"), "{}", draft[3]);
    assert!(!draft[3].contains("Mandate"), "never the other language's text");
    // What others have to say of it is not what this is about.
    let blocked = |plan: &Plan, lang| {
        let mut found = final_blockers(&agreed(plan.clone()), lang, meeting_day(), &BTreeSet::new(), &[]);
        found.retain(|it| !matches!(it, Blocker::Clearance { .. }));
        found
    };
    let text = |state| Blocker::Text {
        kind: Kind::Point,
        id: id("point-about-1"),
        field: "text",
        lang: Lang::Fr,
        state,
    };
    assert_eq!(blocked(&plan, Lang::Fr), [text(Translation::Missing)]);
    assert_eq!(blocked(&plan, Lang::En), []);
    plan.points.get_mut(&id("point-about-2")).expect("the point").text.state = Translation::Stale;
    assert_eq!(blocked(&plan, Lang::Fr).len(), 2);
}

#[test]
fn an_empty_plan_still_gives_a_deck_and_says_what_blocks_it() {
    let bare = Plan::default();
    assert_eq!(composed(&bare, Lang::Fr).slides.len(), 1);
    assert_eq!(final_blockers(&bare, Lang::Fr, meeting_day(), &BTreeSet::new(), &[]), [Blocker::NoWorkplan]);
    let sample = sample();
    let plan = Plan { workplans: sample.workplans, jurisdictions: sample.jurisdictions, ..Plan::default() };
    let deck = laid_out(&plan, Lang::En);
    let ids: Vec<&str> = deck.slides.iter().map(|slide| slide.id.as_str()).collect();
    assert_eq!(ids, ["title", "matrix", "jurisdictions", "next-steps"]);
    let blockers = final_blockers(&plan, Lang::En, meeting_day(), &BTreeSet::new(), &[]);
    assert_eq!(blockers, [Blocker::NoMeeting]);
    let draft = Options { day: meeting_day(), ..Options::default() };
    assert!(Lang::BOTH.into_iter().all(|lang| make(&plan, lang, &draft).is_ok()));
}

#[test]
fn what_is_wrong_with_the_plan_or_stands_twice_blocks_a_final_deck() {
    let mut plan = sample();
    plan.priorities.get_mut(&id("priority-1")).expect("it").leads[0].jurisdiction = id("XX");
    assert!(!problems(&plan).is_empty());
    let conflicted = BTreeSet::from([id("priority-2")]);
    let found = final_blockers(&agreed(plan), Lang::En, meeting_day(), &conflicted, &[]);
    assert!(matches!(&found[..], [Blocker::Problem(_), Blocker::Conflict(_)]), "{found:?}");
}

#[test]
fn every_failure_and_remark_has_words_in_both_languages() {
    let text = |state| Blocker::Text { kind: Kind::Point, id: id("p"), field: "text", lang: Lang::En, state };
    let clearance =
        |state| Blocker::Clearance { kind: Kind::Challenge, id: id("p"), jurisdiction: id("CA-ON"), state };
    let blockers = vec![
        Blocker::NoWorkplan,
        Blocker::NoMeeting,
        Blocker::Unissued(Kind::Challenge, id("p"), false),
        Blocker::Unissued(Kind::Challenge, id("p"), true),
        Blocker::Language(Lang::Fr),
        text(Translation::Missing),
        text(Translation::Draft),
        text(Translation::Stale),
        Blocker::Link(Kind::Point, id("p"), "x".into()),
        Blocker::Conflict(id("p")),
        Blocker::Conflict(id("priority-1")),
        clearance(Clearing::Missing),
        clearance(Clearing::Outdated),
        Blocker::NoChair,
        Blocker::NotApproved(id("CA")),
        Blocker::ApprovalVoid(id("CA")),
    ];
    let differences = vec![
        Difference::Slides(12, 13),
        Difference::Figures(1, vec!["1".into()], vec![]),
        Difference::Links(1, 0, 1),
        Difference::Leads(1, vec![1], vec![2]),
        Difference::Statuses(1),
    ];
    let remarks = [
        Remark::NoGlyph(1, 'x'),
        Remark::DoesNotFit(1),
        Remark::TitleShortened(1),
        Remark::OtherTypeface("Papyrus".into()),
    ];
    let plan = sample();
    let blockers = blockers.iter().map(|blocker| blocker.failure(&plan)).collect();
    let errors = [DeckError::NotFinal(blockers), DeckError::Parity(differences)];
    let failures = errors.iter().flat_map(|error| [vec![error.failure()], error.details()].concat());
    for failure in failures.chain(remarks.iter().map(Remark::failure)) {
        let key = Key::named(&failure.code).unwrap_or_else(|| panic!("{} has no words", failure.code));
        let given: BTreeSet<&str> = failure.args.keys().map(String::as_str).collect();
        assert_eq!(key.variables().collect::<BTreeSet<_>>(), given, "{}", failure.code);
        for lang in Lang::BOTH {
            assert!(!Words::of(lang).failure(&failure).is_empty());
        }
    }
}
