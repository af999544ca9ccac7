//! Who has to approve the deck of a cycle, and who has.
//!
//! The group has as many chairs as its people say: one, two or three. The co-chair of
//! a jurisdiction approves, or its recorded alternate; a chair that is vacant is stood
//! in for by its alternate, and one without an alternate either is nobody's to fill.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

use crate::actor::{Actor, OnBehalf, Role, RoleHeld};
use crate::content::content;
use crate::entity::{Approval, Person};
use crate::id::Id;
use crate::plan::{Plan, in_order};
use crate::policy::Denied;

/// A chair of the group, as it is filled on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Chair {
    /// Whose chair it is.
    pub jurisdiction: Id,
    /// Those who hold it; nobody while it is vacant.
    pub holders: Vec<Id>,
    /// Those who may stand in.
    pub alternates: Vec<Id>,
}

/// What a chair has said of a deck.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// It approved what the deck shows now.
    Approved,
    /// It has not approved.
    Missing,
    /// It approved, and the deck shows something else now.
    Void,
}

/// A chair, and where its approval stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked<'p> {
    /// The chair.
    pub chair: Chair,
    /// Where its approval stands.
    pub standing: Standing,
    /// The approval, void or not.
    pub approval: Option<&'p Approval>,
}

/// Why nobody can approve for a jurisdiction, or this actor cannot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotTheChair {
    /// The policy table says no.
    Denied(Denied),
    /// The plan records co-chairs, and this jurisdiction has none today.
    NoChair(Id),
    /// It is not, or no longer, the actor's term.
    NotNow(Id),
    /// The actor is an alternate, and the plan records none for this jurisdiction.
    NoAlternate(Id),
}

/// Those who chair the group on a day, alternates left out.
pub fn co_chairs(plan: &Plan, day: NaiveDate) -> Vec<&Person> {
    let chairs = |person: &&Person| chairing(person, day).any(|held| !held.alternate);
    plan.people.values().filter(chairs).collect()
}

/// The chairs whose word is asked for on a day, in protocol order; none when the plan
/// records no co-chair.
pub fn chairs(plan: &Plan, day: NaiveDate) -> Vec<Chair> {
    let mut found: BTreeMap<&Id, Chair> = BTreeMap::new();
    for person in plan.people.values() {
        for held in chairing(person, day) {
            let Some(jurisdiction) = &held.jurisdiction else { continue };
            let chair = found.entry(jurisdiction).or_insert_with(|| Chair {
                jurisdiction: jurisdiction.clone(),
                holders: Vec::new(),
                alternates: Vec::new(),
            });
            if held.alternate { &mut chair.alternates } else { &mut chair.holders }.push(person.id.clone());
        }
    }
    let order: Vec<&Id> = in_order(plan.jurisdictions.values()).into_iter().map(|it| &it.id).collect();
    let mut chairs: Vec<Chair> = found.into_values().collect();
    chairs.sort_by_key(|chair| order.iter().position(|id| **id == chair.jurisdiction));
    chairs
}

fn chairing(person: &Person, day: NaiveDate) -> impl Iterator<Item = &RoleHeld> {
    person.roles.iter().filter(move |held| held.role == Role::CoChair && held.held_on(day))
}

/// The id of a chair's approval of a cycle's deck: there is one for both, in every store.
pub fn approval_id(cycle: &Id, jurisdiction: &Id) -> Id {
    Id::derived("approval", &[cycle, jurisdiction])
}

/// What each chair has said of the deck of a cycle, in protocol order; empty when the
/// plan records no co-chair.
pub fn approvals<'p>(plan: &'p Plan, cycle: &Id, today: NaiveDate) -> Vec<Asked<'p>> {
    let shown = content(plan, cycle).map(|content| content.hash());
    let asked = |chair: Chair| {
        let approval = plan.approvals.get(&approval_id(cycle, &chair.jurisdiction));
        let standing = match approval {
            None => Standing::Missing,
            Some(approval) if Some(&approval.content) == shown.as_ref() => Standing::Approved,
            Some(_) => Standing::Void,
        };
        Asked { chair, standing, approval }
    };
    chairs(plan, today).into_iter().map(asked).collect()
}

/// The jurisdiction whose chair somebody speaks for when they do not say: that of the
/// one on whose behalf it is, else of the role as co-chair that the actor holds on the day.
pub fn own_chair<'a>(actor: &'a Actor, on_behalf: Option<&'a OnBehalf>) -> Option<&'a Id> {
    let own = || actor.roles.iter().find(|held| held.role == Role::CoChair)?.jurisdiction.as_ref();
    on_behalf.map(|principal| &principal.jurisdiction).or_else(own)
}

/// Whether an actor, or the one on whose behalf it is, may speak for a chair today. The
/// policy table has been asked already whether the role may approve at all.
///
/// # Errors
/// Why not.
pub fn speaks_for(
    plan: &Plan,
    jurisdiction: &Id,
    actor: &Actor,
    on_behalf: Option<&OnBehalf>,
    today: NaiveDate,
) -> Result<(), NotTheChair> {
    let chairs = chairs(plan, today);
    let chair = chairs.iter().find(|chair| &chair.jurisdiction == jurisdiction);
    if !chairs.is_empty() && chair.is_none() {
        return Err(NotTheChair::NoChair(jurisdiction.clone()));
    }
    if let Some(principal) = on_behalf {
        let own = principal.role == Role::CoChair && &principal.jurisdiction == jurisdiction;
        return if own { Ok(()) } else { Err(NotTheChair::Denied(Denied::PrincipalMayNot)) };
    }
    let own: Vec<&RoleHeld> = actor
        .on_record()
        .filter(|held| held.role == Role::CoChair && held.jurisdiction.as_ref() == Some(jurisdiction))
        .collect();
    if own.is_empty() {
        return Err(NotTheChair::Denied(Denied::NotOwn));
    }
    let now: Vec<&RoleHeld> = own.into_iter().filter(|held| held.held_on(today)).collect();
    if now.is_empty() {
        return Err(NotTheChair::NotNow(jurisdiction.clone()));
    }
    let recorded = chair.is_none_or(|chair| !chair.alternates.is_empty());
    if now.iter().all(|held| held.alternate) && !recorded {
        return Err(NotTheChair::NoAlternate(jurisdiction.clone()));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    fn id(text: &str) -> Id {
        Id::parse(text).unwrap()
    }

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    /// Alberta is before Canada and British Columbia in this protocol order.
    fn plan(people: &[(&str, Value)]) -> Plan {
        let text = json!({"en": "Text", "fr": "Texte", "source": "en", "state": "approved"});
        let jurisdiction = |id: &str, position: &str| json!({"id": id, "position": position, "level": "provincial", "name": text, "abbreviation": text});
        let people: serde_json::Map<String, Value> = people
            .iter()
            .map(|(name, roles)| ((*name).to_owned(), json!({"id": name, "name": name, "roles": roles})))
            .collect();
        let plan = json!({
            "jurisdictions": {"AB": jurisdiction("AB", "b"), "CA": jurisdiction("CA", "c"),
                "BC": jurisdiction("BC", "d")},
            "people": people,
            "workplans": {"w": {"id": "w", "position": "b", "title": text, "group": text,
                "group_abbreviation": text, "languages": ["en", "fr"], "state": "open"}},
            "meetings": {"m": {"id": "m", "workplan": "w", "name": text, "date": "2019-09-25"}},
            "cycles": {"c": {"id": "c", "meeting": "m", "state": "open"}},
        });
        serde_json::from_value(plan).unwrap()
    }

    fn chair(jurisdiction: &str) -> Value {
        json!([{"role": "co_chair", "jurisdiction": jurisdiction}])
    }

    fn approve(plan: &mut Plan, jurisdiction: &str) {
        let approval = Approval {
            id: approval_id(&id("c"), &id(jurisdiction)),
            cycle: id("c"),
            jurisdiction: id(jurisdiction),
            content: content(plan, &id("c")).unwrap().hash(),
            at: crate::Vector::default(),
        };
        plan.approvals.insert(approval.id.clone(), approval);
    }

    fn standings(plan: &Plan) -> Vec<(String, Standing)> {
        let asked = approvals(plan, &id("c"), day("2019-09-13"));
        asked.into_iter().map(|it| (it.chair.jurisdiction.to_string(), it.standing)).collect()
    }

    #[test]
    fn every_chair_is_asked_whether_there_are_one_two_or_three() {
        let all = [("p", chair("CA")), ("q", chair("BC")), ("r", chair("AB"))];
        let expected: [&[&str]; 4] = [&[], &["CA"], &["CA", "BC"], &["AB", "CA", "BC"]];
        for (n, expected) in expected.into_iter().enumerate() {
            let asked: Vec<String> = standings(&plan(&all[..n])).into_iter().map(|(id, _)| id).collect();
            assert_eq!(asked, expected);
        }
    }

    #[test]
    fn an_approval_holds_until_the_deck_says_something_else() {
        let mut plan = plan(&[("p", chair("CA")), ("q", chair("AB"))]);
        approve(&mut plan, "CA");
        let of = |standing: [Standing; 2]| {
            ["AB", "CA"].map(String::from).into_iter().zip(standing).collect::<Vec<_>>()
        };
        assert_eq!(standings(&plan), of([Standing::Missing, Standing::Approved]));
        plan.meetings.get_mut("m").unwrap().name.fr = "Conseils".into();
        assert_eq!(standings(&plan), of([Standing::Missing, Standing::Void]));
        approve(&mut plan, "CA");
        assert_eq!(standings(&plan), of([Standing::Missing, Standing::Approved]));
    }

    #[test]
    fn a_vacant_chair_is_stood_in_for_by_its_alternate_and_else_left_out() {
        let alternate = json!([{"role": "co_chair", "jurisdiction": "AB", "alternate": true}]);
        let ended = json!([{"role": "co_chair", "jurisdiction": "AB", "to": "2019-09-12"}]);
        let later = json!([{"role": "co_chair", "jurisdiction": "BC", "from": "2019-09-14"}]);
        let filled = plan(&[("p", alternate), ("q", ended.clone()), ("r", chair("CA"))]);
        let asked = chairs(&filled, day("2019-09-13"));
        assert_eq!(asked.iter().map(|it| it.jurisdiction.as_str()).collect::<Vec<_>>(), ["AB", "CA"]);
        assert_eq!((asked[0].holders.len(), &asked[0].alternates[..]), (0, &[id("p")][..]));
        let vacant = plan(&[("q", ended), ("r", chair("CA")), ("s", later)]);
        assert_eq!(chairs(&vacant, day("2019-09-13")).len(), 1);
        assert_eq!(
            co_chairs(&filled, day("2019-09-13")).iter().map(|it| &it.id).collect::<Vec<_>>(),
            [&id("r")]
        );
    }

    #[test]
    fn only_the_chair_of_a_jurisdiction_speaks_for_it() {
        use NotTheChair::{Denied as No, NoAlternate, NoChair, NotNow};
        let today = day("2019-09-13");
        let recorded = plan(&[("p", chair("AB"))]);
        let bare = plan(&[]);
        let held = |role, jurisdiction: &str| RoleHeld::new(role, Some(id(jurisdiction)));
        let check = |plan: &Plan, jurisdiction: &str, held: RoleHeld, expected: Result<(), NotTheChair>| {
            let actor = Actor::holding("A", vec![held]);
            assert_eq!(speaks_for(plan, &id(jurisdiction), &actor, None, today), expected);
        };
        let co_chair = || held(Role::CoChair, "AB");
        check(&recorded, "AB", co_chair(), Ok(()));
        check(&recorded, "CA", held(Role::CoChair, "CA"), Err(NoChair(id("CA"))));
        check(&bare, "CA", held(Role::CoChair, "CA"), Ok(()));
        check(&recorded, "AB", held(Role::CoChair, "CA"), Err(No(Denied::NotOwn)));
        check(&recorded, "AB", held(Role::Lead, "AB"), Err(No(Denied::NotOwn)));
        check(&recorded, "AB", RoleHeld { to: Some(day("2019-09-12")), ..co_chair() }, Err(NotNow(id("AB"))));
        check(&recorded, "AB", RoleHeld { alternate: true, ..co_chair() }, Err(NoAlternate(id("AB"))));
        let principal = |jurisdiction: &str, role| OnBehalf {
            role,
            jurisdiction: id(jurisdiction),
            how: "e-mail".into(),
            when: today,
        };
        let recorded_for = |principal: OnBehalf| {
            speaks_for(&recorded, &id("AB"), &Actor::secretariat(), Some(&principal), today)
        };
        assert_eq!(recorded_for(principal("AB", Role::CoChair)), Ok(()));
        assert_eq!(recorded_for(principal("CA", Role::CoChair)), Err(No(Denied::PrincipalMayNot)));
        assert_eq!(recorded_for(principal("AB", Role::Lead)), Err(No(Denied::PrincipalMayNot)));
    }
}
