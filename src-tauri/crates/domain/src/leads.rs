//! Who leads a priority, in the group's own order.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::id::Id;

/// One lead jurisdiction of a priority. The order of a priority's leads is the
/// group's own and is never sorted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Lead {
    /// The jurisdiction.
    pub jurisdiction: Id,
    /// First day, when it did not lead from the start.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub from: Option<NaiveDate>,
    /// Last day, when it no longer leads.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub to: Option<NaiveDate>,
}

/// Why a list of leads is refused: which of them, by the position in the list, from 0, and
/// the jurisdiction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LeadsFault {
    /// The same jurisdiction leads twice at the same time.
    Twice(usize, Id),
    /// `from` is after `to`.
    FromAfterTo(usize, Id),
}

impl Lead {
    /// Whether it leads on that day.
    pub fn leads_on(&self, day: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }

    fn overlaps(&self, other: &Lead) -> bool {
        let before =
            |a: Option<NaiveDate>, b: Option<NaiveDate>| matches!((a, b), (Some(a), Some(b)) if a < b);
        !before(self.to, other.from) && !before(other.to, self.from)
    }
}

/// Checks a list of leads: no jurisdiction twice over the same days, no period
/// that ends before it begins.
///
/// # Errors
/// The first fault, with its place in the list.
pub fn check(leads: &[Lead]) -> Result<(), LeadsFault> {
    for (n, lead) in leads.iter().enumerate() {
        if matches!((lead.from, lead.to), (Some(from), Some(to)) if from > to) {
            return Err(LeadsFault::FromAfterTo(n, lead.jurisdiction.clone()));
        }
        let earlier = &leads[..n];
        if earlier.iter().any(|other| other.jurisdiction == lead.jurisdiction && other.overlaps(lead)) {
            return Err(LeadsFault::Twice(n, lead.jurisdiction.clone()));
        }
    }
    Ok(())
}

/// The list with one more lead: at that place among the others (from 0), or after them.
pub fn added(leads: &[Lead], lead: Lead, place: Option<usize>) -> Vec<Lead> {
    let mut list = leads.to_vec();
    list.insert(place.unwrap_or(list.len()).min(list.len()), lead);
    list
}

/// The list in which a jurisdiction leads up to a day, that day included, the others as
/// they were; `None` when it does not lead on that day.
pub fn ended(leads: &[Lead], jurisdiction: &Id, last: NaiveDate) -> Option<Vec<Lead>> {
    let mut list = leads.to_vec();
    let own = |lead: &&mut Lead| &lead.jurisdiction == jurisdiction;
    let on_it = list.iter_mut().filter(own).find(|lead| lead.leads_on(last));
    on_it?.to = Some(last);
    Some(list)
}

/// Those who lead on a day or later, in their order; who leads by then does so from the
/// start.
pub fn from_day_on(leads: &[Lead], day: NaiveDate) -> Vec<Lead> {
    let still = leads.iter().filter(|lead| lead.to.is_none_or(|to| day <= to)).cloned();
    still.map(|lead| Lead { from: lead.from.filter(|from| *from > day), ..lead }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_begins_or_ends_leaves_the_others_in_their_order() {
        let codes = |list: &[Lead]| list.iter().map(|it| it.jurisdiction.to_string()).collect::<Vec<_>>();
        let (ns, ca) = (lead("CA-NS", None, None), lead("CA", Some((2019, 1, 1)), None));
        let list = [ns.clone(), ca.clone()];
        let on = lead("CA-ON", None, None);
        assert_eq!(codes(&added(&list, on.clone(), None)), ["CA-NS", "CA", "CA-ON"]);
        assert_eq!(codes(&added(&list, on.clone(), Some(1))), ["CA-NS", "CA-ON", "CA"]);
        assert_eq!(codes(&added(&list, on, Some(9))), ["CA-NS", "CA", "CA-ON"]);
        let last = NaiveDate::from_ymd_opt(2019, 6, 30).unwrap();
        assert_eq!(
            ended(&list, &ns.jurisdiction, last),
            Some(vec![lead("CA-NS", None, Some((2019, 6, 30))), ca.clone()])
        );
        assert_eq!(ended(&list, &Id::parse("CA-QC").unwrap(), last), None);
        let before = NaiveDate::from_ymd_opt(2018, 6, 30).unwrap();
        assert_eq!(ended(&list, &ca.jurisdiction, before), None, "it did not lead yet");
    }

    fn lead(code: &str, from: Option<(i32, u32, u32)>, to: Option<(i32, u32, u32)>) -> Lead {
        let day = |d: Option<(i32, u32, u32)>| d.and_then(|(y, m, d)| NaiveDate::from_ymd_opt(y, m, d));
        Lead { jurisdiction: Id::parse(code).unwrap(), from: day(from), to: day(to) }
    }

    #[test]
    fn a_jurisdiction_may_lead_again_later_but_not_twice_at_once() {
        let first = lead("CA-ON", None, Some((2018, 12, 31)));
        let again = lead("CA-ON", Some((2019, 1, 1)), None);
        assert_eq!(check(&[first.clone(), again]), Ok(()));
        let twice = LeadsFault::Twice(1, first.jurisdiction.clone());
        assert_eq!(check(&[first, lead("CA-ON", Some((2018, 12, 31)), None)]), Err(twice));
    }

    #[test]
    fn a_period_that_ends_before_it_begins_is_refused() {
        let backwards = lead("CA-QC", Some((2019, 2, 1)), Some((2019, 1, 1)));
        let fault = LeadsFault::FromAfterTo(0, backwards.jurisdiction.clone());
        assert_eq!(check(&[backwards]), Err(fault));
    }
}
