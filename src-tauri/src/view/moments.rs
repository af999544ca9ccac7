//! Moments as the window shows them.

use jalon_domain::board::Surroundings;
use jalon_domain::{Id, Kind, Plan};
use jalon_store::{Moment, SinceGroup, ToldDifference};
use jalon_words::Words;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Board, Header, Pair, board, header};

/// The plan as of a moment. It is looked at and not written to.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Past {
    /// The moment, by its name.
    pub moment: Pair,
    /// Every entity.
    pub plan: Plan,
    /// The board; absent where there was no workplan.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub board: Option<Board>,
    /// What stands over every room; absent where there was no workplan.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub header: Option<Header>,
}

/// What is different between two moments.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SinceView {
    /// The first, by its name.
    pub from: Pair,
    /// The second.
    pub to: Pair,
    /// The kinds of differences that there are.
    pub groups: Vec<SinceBlock>,
}

/// Differences of one kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SinceBlock {
    /// Which.
    pub group: SinceGroup,
    /// Its heading.
    pub title: Pair,
    /// One line a difference.
    pub lines: Vec<SinceLine>,
}

/// One difference.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SinceLine {
    /// Kind of the entity.
    pub kind: Kind,
    /// The entity.
    pub id: Id,
    /// In words.
    pub text: Pair,
}

/// Which part of history is asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(default)]
pub struct HistoryRequest {
    /// What was done to everything below the entity, too.
    #[ts(optional, as = "Option<bool>")]
    pub with_children: bool,
    /// Only what was done after this moment.
    #[ts(optional)]
    pub from: Option<String>,
    /// Only what was done up to this moment.
    #[ts(optional)]
    pub to: Option<String>,
    /// Only what comes before the line with this number: the last one of a page.
    #[ts(optional, type = "number")]
    pub before: Option<i64>,
    /// At most so many lines.
    #[ts(optional, type = "number")]
    pub limit: Option<usize>,
}

/// The plan as of a moment.
pub(crate) fn past(moment: &Moment, plan: Plan, around: &Surroundings) -> Past {
    Past {
        moment: Pair::of(|words| moment.told(words)),
        board: board::of(&plan, around),
        header: header(&plan, around),
        plan,
    }
}

/// Differences in both languages.
pub(crate) fn since(
    from: &Moment,
    to: &Moment,
    tell: impl Fn(&'static Words) -> Vec<ToldDifference>,
) -> SinceView {
    let [en, fr] = jalon_domain::Lang::BOTH.map(|lang| tell(Words::of(lang)));
    let told: Vec<(ToldDifference, String)> = en.into_iter().zip(fr.into_iter().map(|it| it.text)).collect();
    let block = |group: SinceGroup| {
        let of_group = told.iter().filter(|(difference, _)| difference.group == group);
        let line = |(it, fr): &(ToldDifference, String)| {
            let text = Pair { en: it.text.clone(), fr: fr.clone() };
            SinceLine { kind: it.kind, id: it.id.clone(), text }
        };
        let lines: Vec<SinceLine> = of_group.map(line).collect();
        (!lines.is_empty()).then(|| SinceBlock { group, title: Pair::of(|words| group.told(words)), lines })
    };
    SinceView {
        from: Pair::of(|words| from.told(words)),
        to: Pair::of(|words| to.told(words)),
        groups: SinceGroup::ALL.into_iter().filter_map(block).collect(),
    }
}
