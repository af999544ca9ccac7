//! Who acts. On one machine identity is declared, not proven.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::id::Id;

/// A role in the working group.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS,
)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Reads.
    Reader,
    /// Speaks for a jurisdiction.
    Lead,
    /// Runs the cycle and makes the deck.
    Secretariat,
    /// One of the co-chairs, or the alternate of one.
    CoChair,
}

impl Role {
    /// All, in the order of the policy table's columns.
    pub const ALL: [Role; 4] = [Role::Reader, Role::Lead, Role::Secretariat, Role::CoChair];

    /// The code used in files and on the command line.
    pub fn code(self) -> &'static str {
        match self {
            Role::Reader => "reader",
            Role::Lead => "lead",
            Role::Secretariat => "secretariat",
            Role::CoChair => "co_chair",
        }
    }
}

/// A role held for a jurisdiction, as recorded for a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct RoleHeld {
    /// The role.
    pub role: Role,
    /// The jurisdiction; the secretariat and readers may have none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub jurisdiction: Option<Id>,
    /// A co-chair's alternate.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    #[ts(optional, as = "Option<bool>")]
    pub alternate: bool,
    /// First day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub from: Option<NaiveDate>,
    /// Last day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub to: Option<NaiveDate>,
}

impl RoleHeld {
    /// A role held now, with no dates.
    pub fn new(role: Role, jurisdiction: Option<Id>) -> Self {
        RoleHeld { role, jurisdiction, alternate: false, from: None, to: None }
    }

    /// Whether it is the same role of the same jurisdiction, in whatever term.
    fn is_office_of(&self, other: &RoleHeld) -> bool {
        (self.role, &self.jurisdiction) == (other.role, &other.jurisdiction)
    }

    /// Whether it is held on that day.
    pub fn held_on(&self, day: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }
}

/// Who does something: a name, and the roles that this person holds.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Actor {
    /// The person's name as history shows it; empty for an office without a name.
    pub name: String,
    /// All roles held; of somebody who acts or reads, those of that day. See [`Actor::on`].
    pub roles: Vec<RoleHeld>,
    /// Roles on record that had ended by that day.
    #[serde(skip)]
    #[ts(skip)]
    pub ended: Vec<RoleHeld>,
    /// Roles on record that had not begun on that day.
    #[serde(skip)]
    #[ts(skip)]
    pub coming: Vec<RoleHeld>,
}

impl Actor {
    /// An actor who holds one role.
    pub fn new(name: impl Into<String>, role: Role, jurisdiction: Option<Id>) -> Self {
        Actor::holding(name, vec![RoleHeld::new(role, jurisdiction)])
    }

    /// An actor with these roles on record.
    pub fn holding(name: impl Into<String>, roles: Vec<RoleHeld>) -> Self {
        Actor { name: name.into(), roles, ..Actor::default() }
    }

    /// Somebody without a name and without any role: the program itself, or anybody.
    pub fn nobody() -> Self {
        Actor::default()
    }

    /// This actor on a day: of the roles on record only those count that are held then.
    #[must_use]
    pub fn on(&self, day: NaiveDate) -> Actor {
        let mut then = Actor::holding(self.name.clone(), Vec::new());
        for held in self.on_record() {
            let list = match held {
                _ if held.held_on(day) => &mut then.roles,
                _ if held.to.is_some_and(|to| to < day) => &mut then.ended,
                _ => &mut then.coming,
            };
            list.push(held.clone());
        }
        then
    }

    /// Every role on record, held or not.
    pub fn on_record(&self) -> impl Iterator<Item = &RoleHeld> {
        self.roles.iter().chain(&self.ended).chain(&self.coming)
    }

    /// What the journal says of whoever acts: the roles of the day; of somebody who holds
    /// none any more, those on record with their terms, lest it read as done by nobody.
    #[must_use]
    pub fn to_record(&self) -> Actor {
        let roles = match self.roles.is_empty() {
            true => self.on_record().cloned().collect(),
            false => self.roles.clone(),
        };
        Actor::holding(self.name.clone(), roles)
    }

    /// Whether what this actor once did is `now`'s own: the same person, although roles may
    /// have begun or ended since, or the same office, where nobody is named. Whoever has
    /// this name and never held one of the roles with which it was done is somebody else.
    pub fn is(&self, now: &Actor) -> bool {
        let has = |roles: &[RoleHeld], held: &RoleHeld| roles.iter().any(|it| it.is_office_of(held));
        let recorded: Vec<RoleHeld> = now.on_record().cloned().collect();
        let known = self.name == now.name && self.roles.iter().all(|held| has(&recorded, held));
        known && (!self.name.is_empty() || now.roles.iter().all(|held| has(&self.roles, held)))
    }

    /// The secretariat, unnamed.
    pub fn secretariat() -> Self {
        Actor::new("", Role::Secretariat, None)
    }

    /// Whether a role that was held once is held on this day, in whatever term.
    pub fn still_holds(&self, once: &RoleHeld) -> bool {
        self.roles.iter().any(|held| held.is_office_of(once))
    }

    /// Whether the role is held, for whichever jurisdiction.
    pub fn holds(&self, role: Role) -> bool {
        self.roles.iter().any(|held| held.role == role)
    }

    /// Whether the actor is a lead or co-chair of that jurisdiction.
    pub fn belongs_to(&self, jurisdiction: &Id) -> bool {
        self.roles.iter().any(|held| {
            matches!(held.role, Role::Lead | Role::CoChair)
                && held.jurisdiction.as_ref() == Some(jurisdiction)
        })
    }
}

/// For whom somebody acts who was answered by e-mail.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct OnBehalf {
    /// The role of the one who answered.
    pub role: Role,
    /// Their jurisdiction.
    pub jurisdiction: Id,
    /// How they answered ("e-mail", "telephone"), in the recorder's words.
    pub how: String,
    /// The day of the answer.
    pub when: NaiveDate,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn held(role: Role, jurisdiction: &str, from: Option<&str>, to: Option<&str>) -> RoleHeld {
        let day = |text: Option<&str>| text.map(|text| text.parse().unwrap());
        RoleHeld { from: day(from), to: day(to), ..RoleHeld::new(role, Id::parse(jurisdiction)) }
    }

    #[test]
    fn of_the_roles_on_record_those_of_the_day_count() {
        let quebec = held(Role::CoChair, "CA-QC", None, Some("2019-06-30"));
        let alberta = held(Role::CoChair, "CA-AB", Some("2019-07-01"), None);
        let marie = Actor::holding("Marie", vec![quebec.clone(), alberta.clone()]);
        let on = |day: &str| marie.on(day.parse().unwrap());
        assert_eq!(
            (on("2019-06-30").roles, on("2019-06-30").coming),
            (vec![quebec.clone()], vec![alberta.clone()])
        );
        assert_eq!((on("2019-07-01").roles, on("2019-07-01").ended), (vec![alberta], vec![quebec]));
        // Asked again, of another day, nothing is lost.
        assert_eq!(on("2019-07-01").on("2019-06-30".parse().unwrap()), on("2019-06-30"));
    }

    #[test]
    fn what_somebody_did_stays_their_own_when_roles_begin_and_end() {
        let lead = |to| held(Role::Lead, "CA-QC", None, to);
        let chair = || held(Role::CoChair, "CA-QC", Some("2019-07-01"), None);
        let then = Actor::holding("Marie", vec![lead(None)]);
        let today = |roles: Vec<RoleHeld>| Actor::holding("Marie", roles).on("2019-09-10".parse().unwrap());
        assert!(then.is(&today(vec![lead(None)])) && then.is(&today(vec![lead(None), chair()])));
        assert!(then.is(&today(vec![lead(Some("2019-06-30"))])));
        // Another Marie, and other offices without a name.
        assert!(!then.is(&today(vec![chair()])));
        let office = |roles: Vec<RoleHeld>| Actor::holding("", roles);
        assert!(office(vec![lead(None)]).is(&office(vec![lead(Some("2020-01-31"))])));
        assert!(!office(vec![lead(None)]).is(&office(vec![lead(None), chair()])));
        assert!(!Actor::nobody().is(&office(vec![lead(None)])));
    }
}
