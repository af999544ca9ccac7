//! A milestone's status: completion and outlook, two separate axes.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::link::Link;
use crate::text::Bilingual;

/// How far a milestone has come, in the vocabulary of the federal action-plan
/// tracker; set by co-chairs.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS, Default, PartialOrd, Ord,
)]
pub enum Completion {
    /// No work begun.
    #[default]
    #[serde(rename = "NS")]
    NotStarted,
    /// Begun; the main output is not drafted.
    #[serde(rename = "LP")]
    LimitedProgress,
    /// The main output exists, and is not adopted.
    #[serde(rename = "SP")]
    SubstantialProgress,
    /// Done, with evidence.
    #[serde(rename = "C")]
    Complete,
    /// Given up, with a reason; it stays visible.
    #[serde(rename = "NP")]
    NotPursued,
}

impl Completion {
    /// All, from the least to the most advanced, then *not being pursued*.
    pub const ALL: [Completion; 5] = [
        Completion::NotStarted,
        Completion::LimitedProgress,
        Completion::SubstantialProgress,
        Completion::Complete,
        Completion::NotPursued,
    ];

    /// The tracker's code.
    pub fn code(self) -> &'static str {
        match self {
            Completion::NotStarted => "NS",
            Completion::LimitedProgress => "LP",
            Completion::SubstantialProgress => "SP",
            Completion::Complete => "C",
            Completion::NotPursued => "NP",
        }
    }

    /// Whether work is still expected; only then is there an outlook.
    pub fn is_open(self) -> bool {
        !matches!(self, Completion::Complete | Completion::NotPursued)
    }
}

/// How an open milestone looks.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS, Default, PartialOrd, Ord,
)]
#[serde(rename_all = "snake_case")]
pub enum Outlook {
    /// It will be done when it is due.
    #[default]
    OnTrack,
    /// It may not; needs a reason.
    AtRisk,
    /// It will not; needs a reason.
    OffTrack,
    /// Nobody is working on it for now.
    OnHold,
}

impl Outlook {
    /// All, from the best to the worst, then *on hold*.
    pub const ALL: [Outlook; 4] = [Outlook::OnTrack, Outlook::AtRisk, Outlook::OffTrack, Outlook::OnHold];

    /// The code used in files and on the command line.
    pub fn code(self) -> &'static str {
        match self {
            Outlook::OnTrack => "on_track",
            Outlook::AtRisk => "at_risk",
            Outlook::OffTrack => "off_track",
            Outlook::OnHold => "on_hold",
        }
    }

    /// Whether a reason must be given.
    pub fn needs_reason(self) -> bool {
        matches!(self, Outlook::AtRisk | Outlook::OffTrack)
    }
}

/// Completion, outlook, reason and evidence: one field, because no rule can judge
/// one of them alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS, Default)]
#[serde(deny_unknown_fields)]
pub struct Status {
    /// How far it has come.
    pub completion: Completion,
    /// How it looks; open milestones only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub outlook: Option<Outlook>,
    /// Why it stands so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub reason: Option<Bilingual>,
    /// What shows that it is done.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(optional, as = "Option<Vec<Link>>")]
    pub evidence: Vec<Link>,
}

/// Why a status is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StatusFault {
    /// Complete needs an evidence link.
    NeedsEvidence,
    /// Not being pursued, at risk and off track need a reason.
    NeedsReason,
    /// An open milestone needs an outlook.
    NeedsOutlook,
    /// A milestone that is complete or not pursued has no outlook.
    HasOutlook,
    /// What was reported complete goes back only with a reason.
    RegressionNeedsReason,
}

impl Status {
    /// Whether two statuses say the same but for the translations of their texts.
    pub fn says_the_same(&self, other: &Status) -> bool {
        let reason = |status: &Status| {
            let reason = status.reason.as_ref().filter(|reason| !reason.is_empty());
            reason.map(|reason| (reason.source, reason.side(reason.source).to_owned()))
        };
        (self.completion, self.outlook) == (other.completion, other.outlook)
            && reason(self) == reason(other)
            && self.addresses().eq(other.addresses())
    }

    /// Whether the outlook is to be told beside the completion that came after `before`: it
    /// is not *on track*, or was another. That there is none any more follows from the
    /// completion, and so does *on track* where there was none.
    pub fn outlook_is_news(&self, before: &Status) -> bool {
        let Some(outlook) = self.outlook else { return false };
        outlook != Outlook::OnTrack || before.outlook.is_some_and(|before| before != outlook)
    }

    /// The addresses of what shows it, link after link.
    fn addresses(&self) -> impl Iterator<Item = [Option<&str>; 2]> {
        self.evidence.iter().map(|link| [link.en.as_deref(), link.fr.as_deref()])
    }

    /// The addresses that came after `before`, and those that went.
    pub fn evidence_since<'s>(&'s self, before: &'s Status) -> [Vec<&'s str>; 2] {
        let [was, is] =
            [before, self].map(|status| status.addresses().flatten().flatten().collect::<Vec<_>>());
        let only = |these: &[&'s str], those: &[&'s str]| {
            let mut only: Vec<&'s str> = Vec::new();
            for address in these.iter().filter(|address| !those.contains(address)) {
                if !only.contains(address) {
                    only.push(address);
                }
            }
            only
        };
        [only(&is, &was), only(&was, &is)]
    }

    /// Keeps the translations of the status before where this one only rewords what they
    /// were made from: the reason of the same completion and outlook (another one has
    /// another reason, not other words), and the label of a link to the same addresses.
    pub fn keep_translations(&mut self, before: &Status) {
        let same = (self.completion, self.outlook) == (before.completion, before.outlook);
        if let (true, Some(reason), Some(before)) = (same, &mut self.reason, &before.reason) {
            reason.keep_translation(before);
        }
        for link in &mut self.evidence {
            let same = before.evidence.iter().find(|it| (&it.en, &it.fr) == (&link.en, &link.fr));
            if let (Some(label), Some(before)) = (&mut link.label, same.and_then(|it| it.label.as_ref())) {
                label.keep_translation(before);
            }
        }
    }

    /// Checks the rules that a status must meet by itself (the domain's status
    /// table: evidence, reasons, outlook on open milestones only).
    ///
    /// # Errors
    /// The first rule that is not met.
    pub fn check(&self) -> Result<(), StatusFault> {
        let has_reason = self.reason.as_ref().is_some_and(|reason| !reason.is_empty());
        if self.completion.is_open() {
            let outlook = self.outlook.ok_or(StatusFault::NeedsOutlook)?;
            if outlook.needs_reason() && !has_reason {
                return Err(StatusFault::NeedsReason);
            }
        } else if self.outlook.is_some() {
            return Err(StatusFault::HasOutlook);
        }
        match self.completion {
            Completion::Complete if self.evidence.is_empty() => Err(StatusFault::NeedsEvidence),
            Completion::NotPursued if !has_reason => Err(StatusFault::NeedsReason),
            _ => Ok(()),
        }
    }

    /// Checks a change from `before` to this: what was complete goes back only
    /// with a reason.
    ///
    /// # Errors
    /// The first rule that is not met.
    pub fn check_change(&self, before: &Status) -> Result<(), StatusFault> {
        self.check()?;
        let regresses = before.completion == Completion::Complete && self.completion != Completion::Complete;
        let has_new_reason =
            self.reason.as_ref().is_some_and(|reason| !reason.is_empty()) && self.reason != before.reason;
        if regresses && !has_new_reason {
            return Err(StatusFault::RegressionNeedsReason);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;

    fn status(completion: Completion, outlook: Option<Outlook>) -> Status {
        Status { completion, outlook, ..Status::default() }
    }

    #[test]
    fn each_rule_of_the_status_table_is_asked() {
        use Completion::*;
        let with_reason =
            |status: Status| Status { reason: Some(Bilingual::from_source(Lang::En, "Elections")), ..status };
        let at_risk = status(LimitedProgress, Some(Outlook::AtRisk));
        let cases = [
            (status(NotStarted, Some(Outlook::OnTrack)), Ok(())),
            (status(NotStarted, None), Err(StatusFault::NeedsOutlook)),
            (at_risk.clone(), Err(StatusFault::NeedsReason)),
            (with_reason(at_risk), Ok(())),
            (status(LimitedProgress, Some(Outlook::OnHold)), Ok(())),
            (status(Complete, None), Err(StatusFault::NeedsEvidence)),
            (status(Complete, Some(Outlook::OnTrack)), Err(StatusFault::HasOutlook)),
            (Status { evidence: vec![Link::default()], ..status(Complete, None) }, Ok(())),
            (status(NotPursued, None), Err(StatusFault::NeedsReason)),
            (with_reason(status(NotPursued, None)), Ok(())),
        ];
        for (status, expected) in cases {
            assert_eq!(status.check(), expected, "{status:?}");
        }
    }

    #[test]
    fn what_was_complete_goes_back_only_with_a_new_reason() {
        let complete = Status { evidence: vec![Link::default()], ..status(Completion::Complete, None) };
        let back = status(Completion::SubstantialProgress, Some(Outlook::OnTrack));
        assert_eq!(back.check_change(&complete), Err(StatusFault::RegressionNeedsReason));
        let said = Status { reason: Some(Bilingual::from_source(Lang::Fr, "Version retirée")), ..back };
        assert_eq!(said.check_change(&complete), Ok(()));
    }
}
