//! What differences between two moments are told among.

use jalon_words::{Words, key};
use serde::Serialize;
use ts_rs::TS;

/// What a difference is told among, in the order in which they are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SinceGroup {
    /// Reported complete, and not complete any more.
    ToCorrect,
    /// Complete now.
    Completed,
    /// Due later than before.
    Slipped,
    /// Due at another time, and not later.
    Rescheduled,
    /// Less complete than before.
    Regressed,
    /// Not there before.
    New,
    /// No longer there, or no longer pursued.
    Dropped,
    /// Another completion or outlook.
    Restated,
    /// Under another priority.
    Moved,
    /// Open, and nothing was said of it.
    Silent,
    /// Led by others.
    Leads,
    /// Texts that read differently.
    Translations,
    /// Anything else: a figure, a link, a mark, who holds a role, what stands where.
    Otherwise,
}

impl SinceGroup {
    /// All of them, in the order in which they are told.
    pub const ALL: [SinceGroup; 13] = [
        SinceGroup::ToCorrect,
        SinceGroup::Completed,
        SinceGroup::Slipped,
        SinceGroup::Rescheduled,
        SinceGroup::Regressed,
        SinceGroup::New,
        SinceGroup::Dropped,
        SinceGroup::Restated,
        SinceGroup::Moved,
        SinceGroup::Silent,
        SinceGroup::Leads,
        SinceGroup::Translations,
        SinceGroup::Otherwise,
    ];

    /// Its heading.
    pub fn told(self, words: &Words) -> String {
        words.text(match self {
            SinceGroup::ToCorrect => key::SINCE_TO_CORRECT,
            SinceGroup::Completed => key::SINCE_COMPLETED,
            SinceGroup::Slipped => key::SINCE_SLIPPED,
            SinceGroup::Rescheduled => key::SINCE_RESCHEDULED,
            SinceGroup::Regressed => key::SINCE_REGRESSED,
            SinceGroup::New => key::SINCE_NEW,
            SinceGroup::Dropped => key::SINCE_DROPPED,
            SinceGroup::Restated => key::SINCE_RESTATED,
            SinceGroup::Moved => key::SINCE_MOVED,
            SinceGroup::Silent => key::SINCE_SILENT,
            SinceGroup::Leads => key::SINCE_LEADS,
            SinceGroup::Translations => key::SINCE_TRANSLATIONS,
            SinceGroup::Otherwise => key::SINCE_OTHERWISE,
        })
    }
}
