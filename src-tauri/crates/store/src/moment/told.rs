//! What is different between two moments, in words.

use std::cell::OnceCell;
use std::collections::BTreeMap;

use jalon_domain::corrections::Correction;
use jalon_domain::since::Difference;
use jalon_domain::{Completion, Id, Kind, Lead, Milestone, Plan, PlanDate, Status, lineage};
use jalon_words::{Words, key};
use serde::Serialize;
use ts_rs::TS;

use super::group::SinceGroup;
use super::since::Since;
use crate::told::{Teller, because, source};

/// One difference, told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ToldDifference {
    /// What it is told among.
    pub group: SinceGroup,
    /// Kind of the entity.
    pub kind: Kind,
    /// The entity.
    pub id: Id,
    /// In words.
    pub text: String,
}

/// Tells all differences in one language, group after group.
pub fn tell_since(since: &Since, words: &Words) -> Vec<ToldDifference> {
    let telling = Telling {
        since,
        words,
        before: Teller::new(words, &since.before),
        after: Teller::new(words, &since.after),
        carried: OnceCell::new(),
    };
    let mut told: Vec<ToldDifference> = since.corrections.iter().map(|it| telling.correction(it)).collect();
    told.extend(since.differences.iter().flat_map(|difference| telling.difference(difference)));
    // The order within a group stays as it is.
    told.sort_by_key(|difference| difference.group);
    told
}

/// A correction in words: `2.1 Common template: reported as complete in …; now …`.
pub fn tell_correction(correction: &Correction, words: &Words, plan: &Plan) -> String {
    let name = Teller::new(words, plan).milestone(&correction.milestone, &correction.title);
    let Some(status) = &correction.status else {
        return words.format(key::SINCE_CORRECT_GONE, &[("name", name.into())]);
    };
    let args = [("name", name.into()), ("status", words.completion(status.completion).into())];
    because(words, words.format(key::SINCE_CORRECT, &args), status.reason.as_ref(), "")
}

struct Telling<'a> {
    since: &'a Since,
    words: &'a Words,
    before: Teller<'a>,
    after: Teller<'a>,
    carried: OnceCell<BTreeMap<&'a Id, &'a Id>>,
}

impl Telling<'_> {
    fn correction(&self, correction: &Correction) -> ToldDifference {
        let text = tell_correction(correction, self.words, &self.since.after);
        self.of_milestone(SinceGroup::ToCorrect, &correction.milestone, text)
    }

    fn difference(&self, difference: &Difference) -> Vec<ToldDifference> {
        let of_milestone =
            |group, milestone: &Id, told: String| vec![self.of_milestone(group, milestone, told)];
        match difference {
            Difference::Completed { milestone } => {
                of_milestone(SinceGroup::Completed, milestone, self.completed(milestone))
            }
            Difference::Slipped { milestone, before, after } => {
                let told = self.became(milestone, self.words.date(before), self.words.date(after));
                of_milestone(SinceGroup::Slipped, milestone, told)
            }
            Difference::Rescheduled { milestone, before, after } => {
                let [before, after] = [before, after].map(|date| self.date(date.as_ref()));
                of_milestone(SinceGroup::Rescheduled, milestone, self.became(milestone, before, after))
            }
            Difference::Moved { milestone, before, after } => {
                let [before, after] = [(&self.before, before), (&self.after, after)]
                    .map(|(plan, priority)| plan.name_of(Kind::Priority, priority));
                of_milestone(SinceGroup::Moved, milestone, self.became(milestone, before, after))
            }
            Difference::Added { kind, id } => {
                vec![ToldDifference {
                    group: SinceGroup::New,
                    kind: *kind,
                    id: id.clone(),
                    text: self.after.name_of(*kind, id),
                }]
            }
            Difference::Merged { challenge, into } => {
                let [name, into] = [challenge, into].map(|id| self.after.name_of(Kind::Challenge, id));
                let text =
                    self.words.format(key::SINCE_MERGED, &[("name", name.into()), ("into", into.into())]);
                let (group, kind, id) = (SinceGroup::Dropped, Kind::Challenge, challenge.clone());
                vec![ToldDifference { group, kind, id, text }]
            }
            Difference::Removed { kind, id } => {
                let name = self.before.name_of(*kind, id);
                let text = self.words.format(key::SINCE_REMOVED, &[("name", name.into())]);
                vec![ToldDifference { group: SinceGroup::Dropped, kind: *kind, id: id.clone(), text }]
            }
            Difference::Regressed { milestone, before, after } => {
                let (stood, outlook) = (before, after.outlook_is_news(before));
                let [was, is] = [before, after].map(|status| self.after.standing(status, outlook));
                let told = self.with_reason(milestone, Some(stood), self.became(milestone, was, is));
                of_milestone(SinceGroup::Regressed, milestone, told)
            }
            Difference::New { milestone } => of_milestone(SinceGroup::New, milestone, self.came(milestone)),
            Difference::Dropped { milestone } => {
                of_milestone(SinceGroup::Dropped, milestone, self.dropped(milestone))
            }
            Difference::Restated { milestone, before, after } => {
                let told = self.became(milestone, self.status(before), self.status(after));
                of_milestone(SinceGroup::Restated, milestone, self.with_reason(milestone, Some(before), told))
            }
            Difference::Evidence { milestone, before, after } => {
                let told = self.after.evidence(&self.name(milestone), before, after).into_iter();
                told.map(|told| self.of_milestone(SinceGroup::Restated, milestone, told)).collect()
            }
            Difference::Silent { milestone } => {
                of_milestone(SinceGroup::Silent, milestone, self.stands(milestone))
            }
            Difference::Leads { priority, before, after } => {
                let title = self.since.after.priorities.get(priority).map(|it| &it.title);
                let args = [
                    ("name", self.after.name(Kind::Priority, priority, title).into()),
                    ("before", self.leads(before).into()),
                    ("after", self.leads(after).into()),
                ];
                let text = self.words.format(key::SINCE_FROM_TO, &args);
                vec![ToldDifference {
                    group: SinceGroup::Leads,
                    kind: Kind::Priority,
                    id: priority.clone(),
                    text,
                }]
            }
            Difference::Date { kind, id, field, before, after } => {
                let [before, after] = [before, after].map(|date| self.date(date.as_ref()));
                let text = self.changed(*kind, id, field, before, after);
                vec![ToldDifference { group: SinceGroup::Rescheduled, kind: *kind, id: id.clone(), text }]
            }
            Difference::Translation { kind, id, field, before, after } => {
                self.texts(*kind, id, field, before, after)
            }
            Difference::Otherwise { kind, id, field, lang, before, after } => {
                vec![self.otherwise(*kind, id, field, *lang, before, after)]
            }
            Difference::Reordered { kind, id } => {
                let args = [("name", self.after.name_of(*kind, id).into())];
                let text = self.words.format(key::COUNCIL_CHANGE_MOVED, &args);
                vec![ToldDifference { group: SinceGroup::Otherwise, kind: *kind, id: id.clone(), text }]
            }
        }
    }

    fn of_milestone(&self, group: SinceGroup, milestone: &Id, text: String) -> ToldDifference {
        ToldDifference { group, kind: Kind::Milestone, id: milestone.clone(), text }
    }

    fn standing(&self, milestone: &Id) -> Option<&Milestone> {
        self.since.after.milestones.get(milestone)
    }

    /// `2.1 Common template`; what has gone, by the number that it had.
    fn name(&self, id: &Id) -> String {
        match (self.standing(id), self.since.before.milestones.get(id)) {
            (Some(milestone), _) => self.after.milestone(id, &milestone.title),
            (None, Some(milestone)) => self.before.milestone(id, &milestone.title),
            (None, None) => id.to_string(),
        }
    }

    fn became(&self, milestone: &Id, before: String, after: String) -> String {
        let args =
            [("name", self.name(milestone).into()), ("before", before.into()), ("after", after.into())];
        self.words.format(key::SINCE_FROM_TO, &args)
    }

    /// With the reason, where that was given since it stood as `before`.
    fn with_reason(&self, milestone: &Id, before: Option<&Status>, told: String) -> String {
        let stood = before.and_then(|it| it.reason.as_ref());
        let reason = self.standing(milestone).and_then(|it| it.status.reason.as_ref());
        // What stood before the first moment explains nothing that came after it.
        let reason = reason.filter(|reason| source(Some(reason)) != source(stood));
        because(self.words, told, reason, "")
    }

    /// When it was completed, and how late.
    fn completed(&self, milestone: &Id) -> String {
        let name = self.name(milestone);
        let Some(day) = self.since.completed_on.get(milestone) else { return name };
        let due = self.standing(milestone).and_then(|it| it.due.as_ref());
        let args = vec![("name", name.into()), ("day", self.words.day(*day).into())];
        match due.map(|due| (due.ends_on(), due.days_overdue(*day))) {
            Some((_, Some(days))) => {
                self.words.format(key::SINCE_COMPLETED_LATE, &[args, vec![("days", days.into())]].concat())
            }
            Some((Some(_), None)) => self.words.format(key::SINCE_COMPLETED_IN_TIME, &args),
            // Words and no date at all are neither early nor late.
            _ => self.words.format(key::SINCE_COMPLETED_ON, &args),
        }
    }

    /// What is new: when it is due, and how it stands. When it was completed is told besides.
    fn came(&self, id: &Id) -> String {
        let name = self.name(id);
        let Some(milestone) = self.standing(id) else { return name };
        let told = match &milestone.due {
            Some(due) => {
                let args = [("name", name.into()), ("date", self.words.date(due).into())];
                self.words.format(key::SINCE_DUE, &args)
            }
            None => name,
        };
        if milestone.status.completion == Completion::Complete {
            return told;
        }
        let args = [("name", told.into()), ("status", self.status(&milestone.status).into())];
        self.with_reason(id, None, self.words.format(key::SINCE_STANDS, &args))
    }

    fn dropped(&self, id: &Id) -> String {
        let args = [("name", self.name(id).into())];
        match self.standing(id) {
            Some(milestone) if !milestone.status.completion.is_open() => {
                let status = self.words.completion(milestone.status.completion);
                let told =
                    self.words.format(key::SINCE_STANDS, &[&args[..], &[("status", status.into())]].concat());
                self.with_reason(id, self.stood(id).map(|it| &it.status), told)
            }
            _ => self.words.format(key::SINCE_GONE, &args),
        }
    }

    /// What something was at the first moment: itself, or what it was carried over from.
    fn stood(&self, id: &Id) -> Option<&Milestone> {
        let known = |id: &Id| self.since.before.milestones.get(id);
        let carried = || self.carried.get_or_init(|| lineage::carried(&self.since.after));
        known(id).or_else(|| lineage::ancestors(carried(), id).into_iter().find_map(known))
    }

    fn stands(&self, milestone: &Id) -> String {
        let Some(standing) = self.standing(milestone) else { return self.name(milestone) };
        let due = standing.due.as_ref();
        let mut status = vec![self.status(&standing.status)];
        let overdue = due.and_then(|due| due.days_overdue(self.since.day));
        status.extend(overdue.map(|days| self.words.overdue(days, self.since.day)));
        let args = [("name", self.name(milestone).into()), ("status", status.join(", ").into())];
        self.words.format(key::SINCE_STANDS, &args)
    }

    /// `Limited progress, At risk`.
    fn status(&self, status: &Status) -> String {
        let mut told = vec![self.words.completion(status.completion)];
        told.extend(status.outlook.map(|outlook| self.words.outlook(outlook)));
        told.join(", ")
    }

    fn leads(&self, leads: &[Lead]) -> String {
        if leads.is_empty() { self.words.text(key::SINCE_NOBODY) } else { self.after.leads(leads) }
    }

    fn date(&self, date: Option<&PlanDate>) -> String {
        date.map_or_else(|| self.words.text(key::SINCE_NO_DATE), |date| self.words.date(date))
    }

    /// `Meeting “Joint Councils”, Date: September 25, 2019 → October 9, 2019`.
    fn changed(&self, kind: Kind, id: &Id, field: &str, before: String, after: String) -> String {
        let args = [
            ("name", self.named(kind, id).into()),
            ("field", self.words.field(field).into()),
            ("before", before.into()),
            ("after", after.into()),
        ];
        self.words.format(key::SINCE_FIELD, &args)
    }
}

mod fields;
