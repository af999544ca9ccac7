//! Who acts, for whom, why and when.

use chrono::{DateTime, Local, NaiveDate, Utc};
use jalon_domain::Actor;
use jalon_domain::actor::OnBehalf;

/// What every action is done with. The moment comes from whoever asks: the store
/// reads no clock.
#[derive(Debug, Clone)]
pub struct Context {
    /// Who acts.
    pub actor: Actor,
    /// For whom, when the secretariat records what somebody answered.
    pub on_behalf: Option<OnBehalf>,
    /// Why, in the actor's words.
    pub reason: Option<String>,
    /// The moment, as history shows it. Nothing is ordered by it.
    pub now: DateTime<Utc>,
}

impl Context {
    /// An actor who acts for themselves and gives no reason, with the roles of that day.
    pub fn new(actor: Actor, now: DateTime<Utc>) -> Self {
        Context { actor, on_behalf: None, reason: None, now }.of_the_day()
    }

    /// The same with the roles that the actor holds on the day, and no others.
    #[must_use]
    pub fn of_the_day(self) -> Self {
        Context { actor: self.actor.on(self.today()), ..self }
    }

    /// The day where the user is, as the board has it: who leads today is asked of it.
    pub fn today(&self) -> NaiveDate {
        self.now.with_timezone(&Local).date_naive()
    }
}
