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

    /// Whether it is held on that day.
    pub fn held_on(&self, day: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }
}

/// Who does something: a name, and the roles that this person holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Actor {
    /// The person's name as history shows it; empty for an office without a name.
    pub name: String,
    /// All roles held.
    pub roles: Vec<RoleHeld>,
}

impl Actor {
    /// An actor who holds one role.
    pub fn new(name: impl Into<String>, role: Role, jurisdiction: Option<Id>) -> Self {
        Actor { name: name.into(), roles: vec![RoleHeld::new(role, jurisdiction)] }
    }

    /// The secretariat, unnamed.
    pub fn secretariat() -> Self {
        Actor::new("", Role::Secretariat, None)
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
