//! What is wrong with a plan file that comes in, and where.

use jalon_domain::policy::Denied;
use jalon_domain::registry::check::FaultKind;
use jalon_domain::registry::{FieldFault, Kind};
use jalon_domain::{Failure, Id};
use jalon_words::faults;

use crate::plan_file::{MAX_BYTES, MAX_DEPTH, MAX_VALUES, VERSION};

/// One fault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportFault {
    /// Where: `priorities[2].leads[0]`, counted from 0; empty for the whole file.
    pub place: String,
    /// What.
    pub what: What,
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// The file is larger than [`MAX_BYTES`].
    TooLarge,
    /// It holds more than [`MAX_VALUES`] values.
    TooManyValues,
    /// It is not UTF-8; the number of the byte where that shows, from 1.
    NotUtf8(usize),
    /// It ends in the middle: line and column, from 1.
    Truncated(usize, usize),
    /// It is not JSON: line and column, from 1.
    NotJson(usize, usize),
    /// Half of a surrogate pair without the other half: line and column, from 1.
    LoneSurrogate(usize, usize),
    /// Nested deeper than [`MAX_DEPTH`].
    TooDeep,
    /// JSON, and not a plan.
    NotAPlan,
    /// Of another format, which it names.
    OtherFormat(String),
    /// Its version is not a number from 1.
    BadVersion,
    /// Written by a newer version.
    Newer(u64),
    /// A key twice in one object.
    DuplicateKey,
    /// An id twice; the place of the first.
    DuplicateId(Id, String),
    /// An id that the store holds for an entity of another kind.
    OtherKind(Id, Kind),
    /// A field or list that the format does not have.
    Unknown,
    /// Not a list.
    NotAList,
    /// Not an object.
    NotAnObject,
    /// The id is absent or is none.
    BadId,
    /// A required field is absent.
    Missing,
    /// The value breaks a rule of its field.
    Value(FaultKind),
    /// There is no such entity; the kinds that it could be of.
    Dangling(Id, &'static [Kind]),
    /// It stands, over others, under itself.
    Loop,
    /// A challenge that is not marked as named names jurisdictions.
    Named,
    /// A date comes before one that it must follow.
    Order,
    /// The last day comes before the first one.
    EndsFirst,
    /// Whoever brings it in may not write it.
    Denied(Denied),
    /// The same thing was carried over to the same place before.
    CarriedTwice,
    /// A challenge in it was merged into another one before.
    MergedTwice,
    /// The jurisdiction has another submission in the same cycle, with this id.
    SubmittedTwice(String),
    /// So many more faults, not listed.
    More(usize),
}

impl ImportFault {
    /// A fault at a place.
    pub fn at(place: impl Into<String>, what: What) -> Self {
        ImportFault { place: place.into(), what }
    }

    /// A fault of the file as a whole.
    pub fn whole(what: What) -> Self {
        ImportFault::at("", what)
    }

    /// For the user: `failure-import-…` for the file as a whole, `failure-value` with
    /// the place for what is wrong somewhere in it.
    pub fn failure(&self) -> Failure {
        let whole = |code: &str| Failure::new(format!("failure-import-{code}"));
        let at = |failure: Failure, (line, column): (usize, usize)| {
            failure.number("line", number(line)).number("column", number(column))
        };
        match &self.what {
            What::TooLarge => whole("too-large").number("megabytes", (MAX_BYTES >> 20).cast_signed()),
            What::TooManyValues => whole("too-many-values").number("limit", number(MAX_VALUES)),
            What::NotUtf8(byte) => whole("not-utf8").number("byte", number(*byte)),
            What::Truncated(line, column) => at(whole("truncated"), (*line, *column)),
            What::NotJson(line, column) => at(whole("not-json"), (*line, *column)),
            What::LoneSurrogate(line, column) => at(whole("lone-surrogate"), (*line, *column)),
            What::NotAPlan => whole("not-a-plan"),
            What::OtherFormat(format) => whole("other-format").text("format", format),
            What::BadVersion => whole("bad-version"),
            What::Newer(version) => {
                let version = i64::try_from(*version).unwrap_or(i64::MAX);
                whole("newer").number("version", version).number("known", VERSION.cast_signed())
            }
            What::More(count) => whole("more").number("count", number(*count)),
            What::TooDeep => self.placed("import-too-deep").number("limit", number(MAX_DEPTH)),
            What::DuplicateKey => self.placed("import-duplicate-key"),
            What::DuplicateId(id, first) => {
                self.placed("import-duplicate-id").text("id", id.as_str()).text("first", first)
            }
            What::OtherKind(id, kind) => {
                self.placed("import-other-kind").text("id", id.as_str()).text("kind", kind.def().name)
            }
            What::Unknown => self.placed("import-unknown"),
            What::NotAList => self.placed("import-not-a-list"),
            What::NotAnObject => self.placed("import-not-an-object"),
            What::BadId => self.placed("expected-id"),
            What::Missing => self.placed("problem-missing"),
            What::Loop => self.placed("problem-loop"),
            What::Named => self.placed("problem-named"),
            What::Order => self.placed("problem-order"),
            What::Denied(denied) => self.placed(&faults::denied(*denied).code),
            What::EndsFirst => self.placed("problem-ends-first"),
            What::CarriedTwice => self.placed("problem-carried-twice"),
            What::MergedTwice => self.placed("problem-merged-twice"),
            What::SubmittedTwice(other) => self.placed("problem-submitted-twice").text("other", other),
            What::Dangling(id, kinds) => {
                let kind = if let [kind] = kinds { kind.def().name } else { "" };
                self.placed("problem-dangling").text("missing", id.as_str()).text("target", kind)
            }
            What::Value(what) => {
                let fault = FieldFault { at: String::new(), what: what.clone() };
                faults::fault_at(&self.place, &fault)
            }
        }
    }

    fn placed(&self, what: &str) -> Failure {
        Failure::new("failure-value").text("place", &self.place).message("what", what)
    }
}

fn number(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}
