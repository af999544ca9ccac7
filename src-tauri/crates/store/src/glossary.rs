//! Of each term the glossary says one thing: a term that stands there twice, or that another
//! one forbids, would have proofreading point at every text that holds it. What a file or
//! another store brings is taken as it is, so that a plan comes back whole.

use std::collections::BTreeSet;

use jalon_domain::action::ActionName;
use jalon_domain::{Id, Kind, Lang};
use serde_json::Value;

use crate::act_error::FieldError;
use crate::journal::row::Row;
use crate::tx::Tx;
use crate::{ActError, fields};

/// Checks a term that somebody has written, against all others.
pub(crate) fn check(tx: &mut Tx<'_>, row: &Row, before: &Row) -> Result<(), ActError> {
    const TEXTS: [&str; 4] = ["term", "abbreviation", "forbidden_en", "forbidden_fr"];
    let same = |name: &str| {
        let field = Kind::Term.def().field(name);
        field.is_some_and(|field| fields::plan_value(row, field) == fields::plan_value(before, field))
    };
    let written = matches!(tx.action(), ActionName::Create | ActionName::Edit);
    if row.kind != Kind::Term || !written || before.is_live() && TEXTS.into_iter().all(same) {
        return Ok(());
    }
    let said = Said::of(row);
    for id in terms(tx)? {
        let other = tx.row(&id)?.clone();
        if !other.is_live() {
            continue;
        }
        let known = Said::of(&other);
        let wrong = |what| Err(Tx::wrong(Kind::Term, &row.id, "term", what));
        if id == row.id {
            if said.forbids_of(&said) {
                return wrong(FieldError::TermForbidsItself);
            }
            continue;
        }
        if said.is_twice(&known) {
            return wrong(FieldError::TermThere(id));
        }
        if said.forbids_of(&known) || known.forbids_of(&said) {
            return wrong(FieldError::TermForbidden(id));
        }
    }
    Ok(())
}

fn terms(tx: &Tx<'_>) -> Result<Vec<Id>, ActError> {
    let mut query = tx.sql.prepare_cached("SELECT id FROM term WHERE deleted = 0 ORDER BY id")?;
    let ids = query.query_map([], |row| row.get::<_, String>(0))?.collect::<Result<Vec<_>, _>>()?;
    let mut all: BTreeSet<Id> = ids.iter().filter_map(|id| Id::parse(id)).collect();
    all.extend(tx.in_hand().filter(|row| row.kind == Kind::Term).map(|row| row.id.clone()));
    Ok(all.into_iter().collect())
}

/// What a term says, English first: the term, all that it asks for, what it forbids.
struct Said {
    term: [Option<String>; 2],
    asks: [BTreeSet<String>; 2],
    forbids: [BTreeSet<String>; 2],
}

impl Said {
    fn of(row: &Row) -> Said {
        let text = |value: &Value| value.as_str().map(compared).filter(|text| !text.is_empty());
        let side = |field: &str, lang: Lang| text(row.value(&fields::side(field, lang)));
        let forbidden = |lang: Lang| {
            let list = row.value(&format!("forbidden_{}", lang.code())).as_array();
            list.into_iter().flatten().filter_map(text).collect()
        };
        let asked = |lang| [side("term", lang), side("abbreviation", lang)].into_iter().flatten().collect();
        Said {
            term: [Lang::En, Lang::Fr].map(|lang| side("term", lang)),
            asks: [Lang::En, Lang::Fr].map(asked),
            forbids: [Lang::En, Lang::Fr].map(forbidden),
        }
    }

    /// Whether both are the same term: in English, which may be said in French in several
    /// ways, or in French where one of the two has no English.
    fn is_twice(&self, other: &Said) -> bool {
        let same = |side: usize| self.term[side].is_some() && self.term[side] == other.term[side];
        same(0) || same(1) && (self.term[0].is_none() || other.term[0].is_none())
    }

    fn forbids_of(&self, other: &Said) -> bool {
        self.forbids.iter().zip(&other.asks).any(|(forbids, asks)| !forbids.is_disjoint(asks))
    }
}

/// A text as terms are compared: case, and what kinds of spaces and apostrophes stand in it
/// and how many spaces, make no difference.
fn compared(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").to_lowercase().replace('\'', "’")
}
