//! Why a deck cannot be approved or tabled.

use chrono::NaiveDate;
use jalon_domain::approvals::NotTheChair;
use jalon_domain::{Failure, Id, Lang, TabledDeck, WordChange};
use jalon_words::{Words, council};

/// Why a deck cannot be approved or tabled. The store is as it was.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CouncilError {
    /// Whoever acts may not speak for that chair.
    #[error("not the chair: {0:?}")]
    NotTheChair(NotTheChair),
    /// The cycle has no meeting or workplan that a deck could show.
    #[error("nothing to show for cycle {0}")]
    NothingToShow(Id),
    /// The deck shows something else than what was seen.
    #[error("changed since in {} places", .0.len())]
    Changed(Vec<WordChange>),
    /// The deck shows something else, and nobody knows what was seen.
    #[error("not what the deck shows")]
    Unseen,
    /// So many places are here without their content, which was not issued either: the
    /// deck may show more elsewhere.
    #[error("{0} places without content")]
    Withheld(usize),
    /// On the day on which it was answered, this did not stand here as it does now.
    #[error("answered on {0}, before it was as it is")]
    AnsweredBefore(NaiveDate),
    /// The chair has not approved, so there is nothing to take back.
    #[error("no approval of {0}")]
    NoApproval(Id),
    /// The plan records no co-chair, so nobody has approved.
    #[error("no co-chair is recorded")]
    NoChair,
    /// These chairs have not approved what the deck shows.
    #[error("not approved by {0:?}")]
    NotApproved(Vec<Id>),
    /// These jurisdictions have not cleared items that name them.
    #[error("not cleared by {0:?}")]
    NotCleared(Vec<Id>),
    /// Something is wrong with the plan, or a field has several heads.
    #[error("{0} things are wrong with the plan")]
    Unsound(usize),
    /// Other governments do not have these as they stand here.
    #[error("not issued: {0:?}")]
    Unissued(Vec<Id>),
    /// The cycle's deck was tabled already; what follows is an erratum.
    #[error("version {0} is tabled already")]
    TabledAlready(u32),
    /// Nothing of this cycle, as each language names it, was tabled yet, so there is nothing
    /// to correct.
    #[error("nothing tabled for {}", .0[0])]
    NothingTabled([String; 2]),
    /// An erratum corrects the version that was tabled last.
    #[error("not the last version tabled: {0}")]
    NotTheLast(Id),
    /// Unlike decks bear that number: what each is named by, and its day.
    #[error("version {0} was tabled {n} times", n = .1.len())]
    Several(u32, Vec<(Id, NaiveDate)>),
    /// The erratum would be what it corrects: that version.
    #[error("the same as version {0}")]
    NothingToCorrect(u32),
    /// An erratum says what it corrects.
    #[error("an erratum without a note")]
    ErratumWithoutNote,
    /// A deck is not tabled on a day to come.
    #[error("tabled after today")]
    TabledInFuture,
    /// Nor before this day, on which its cycle opened or what it corrects was tabled.
    #[error("tabled before {0}")]
    TabledTooEarly(NaiveDate),
    /// No file was given.
    #[error("no file")]
    NoFile,
    /// It is not the name of a file, without its folder.
    #[error("not a file's name: {0}")]
    FileName(String),
    /// Two files have the same name.
    #[error("two files named {0}")]
    FileTwice(String),
    /// The file holds nothing.
    #[error("empty: {0}")]
    FileEmpty(String),
    /// The file is larger than the store keeps: its name, and the most in MiB.
    #[error("larger than {1} MiB: {0}")]
    FileTooLarge(String, u64),
}

impl CouncilError {
    /// That the number of these decks does not say which of them is meant.
    pub fn several<'d>(decks: impl IntoIterator<Item = &'d TabledDeck>) -> Self {
        let decks: Vec<&TabledDeck> = decks.into_iter().collect();
        let version = decks.first().map_or(0, |deck| deck.version);
        CouncilError::Several(version, decks.into_iter().map(|it| (it.id.clone(), it.tabled_on)).collect())
    }

    /// What the user is told.
    pub fn failure(&self) -> Failure {
        let number = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
        let list = |ids: &[Id]| ids.iter().map(Id::as_str).collect::<Vec<_>>().join(", ");
        match self {
            CouncilError::NotTheChair(no) => council::not_the_chair(no),
            CouncilError::NothingToShow(cycle) => {
                Failure::new("failure-council-nothing-to-show").text("id", cycle.as_str())
            }
            CouncilError::Changed(changes) => council::changed(changes),
            CouncilError::Unseen => Failure::new("failure-council-unseen"),
            CouncilError::Withheld(count) => {
                Failure::new("failure-council-withheld").number("count", number(*count))
            }
            CouncilError::AnsweredBefore(day) => {
                Failure::new("failure-council-answered-before").pair("day", written(*day))
            }
            CouncilError::NoApproval(id) => {
                Failure::new("failure-council-no-approval").text("id", id.as_str())
            }
            CouncilError::NoChair => Failure::new("failure-council-no-chair"),
            CouncilError::NotApproved(ids) => {
                Failure::new("failure-council-not-approved").text("ids", list(ids))
            }
            CouncilError::NotCleared(ids) => {
                Failure::new("failure-council-not-cleared").text("ids", list(ids))
            }
            CouncilError::Unsound(count) => {
                Failure::new("failure-council-unsound").number("count", number(*count))
            }
            CouncilError::Unissued(ids) => Failure::new("failure-council-unissued").text("ids", list(ids)),
            CouncilError::TabledAlready(version) => {
                Failure::new("failure-council-tabled-already").number("version", i64::from(*version))
            }
            CouncilError::NothingTabled(cycle) => {
                Failure::new("failure-council-nothing-tabled").pair("cycle", cycle.clone())
            }
            CouncilError::NotTheLast(id) => {
                Failure::new("failure-council-not-the-last").text("id", id.as_str())
            }
            CouncilError::Several(version, decks) => {
                let told = |words: &Words| {
                    let decks = decks.iter().map(|(id, day)| format!("{id} ({})", words.day(*day)));
                    decks.collect::<Vec<_>>().join(", ")
                };
                let several = Failure::new("failure-council-several").number("version", i64::from(*version));
                several.pair("decks", Lang::BOTH.map(|lang| told(Words::of(lang))))
            }
            CouncilError::NothingToCorrect(version) => {
                Failure::new("failure-council-nothing-to-correct").number("version", i64::from(*version))
            }
            CouncilError::ErratumWithoutNote => Failure::new("failure-council-erratum-without-note"),
            CouncilError::TabledInFuture => Failure::new("failure-council-tabled-in-future"),
            CouncilError::TabledTooEarly(first) => {
                Failure::new("failure-council-tabled-too-early").pair("first", written(*first))
            }
            CouncilError::NoFile => Failure::new("failure-council-no-file"),
            CouncilError::FileName(name) => Failure::new("failure-council-file-name").text("name", name),
            CouncilError::FileTwice(name) => Failure::new("failure-council-file-twice").text("name", name),
            CouncilError::FileEmpty(name) => Failure::new("failure-council-file-empty").text("name", name),
            CouncilError::FileTooLarge(name, most) => Failure::new("failure-council-file-too-large")
                .text("name", name)
                .number("most", i64::try_from(*most).unwrap_or(i64::MAX)),
        }
    }
}

/// A day as each language writes it.
pub(crate) fn written(day: NaiveDate) -> [String; 2] {
    Lang::BOTH.map(|lang| Words::of(lang).day(day))
}
