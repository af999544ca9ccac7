//! When somebody answered, against when there was what they answered about.

use chrono::{Days, Local, NaiveTime, TimeZone as _, Utc};
use jalon_domain::Plan;

use crate::moment::{at_time, plan_as_of};
use crate::tx::Tx;
use crate::{ActError, CouncilError};

/// Refuses what is recorded as answered on a day at whose end what it is about did not
/// stand here as it does now. `stood` says of a past plan whether it did.
pub(crate) fn check(tx: &Tx<'_>, stood: impl Fn(&Plan) -> bool) -> Result<(), ActError> {
    let Some(when) = tx.context.on_behalf.as_ref().map(|principal| principal.when) else { return Ok(()) };
    if when >= tx.context.today() {
        return Ok(());
    }
    let next = when.checked_add_days(Days::new(1)).unwrap_or(when).and_time(NaiveTime::MIN);
    // A night in which the clock is put forward may have no midnight.
    let ended = Local
        .from_local_datetime(&next)
        .earliest()
        .map_or_else(|| next.and_utc(), |it| it.with_timezone(&Utc));
    let then = plan_as_of(tx.sql, &at_time(tx.sql, ended)?)?;
    if stood(&then) { Ok(()) } else { Err(CouncilError::AnsweredBefore(when).into()) }
}
