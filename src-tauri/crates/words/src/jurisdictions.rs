//! Which jurisdiction somebody names: by its code, its abbreviation or its name, in
//! either language.

use std::collections::BTreeSet;

use jalon_domain::plan::in_order;
use jalon_domain::{Failure, Id, Jurisdiction, Lang, Plan};

use crate::{Words, fold};

/// A name is taken for a slip of another one up to so many letters.
const SLIPS: usize = 2;

/// The jurisdiction of the plan that `said` names: its code, whole (`CA-QC`) or without
/// the country (`QC`), its abbreviation (`C.-B.`) or its name, of either language. Case,
/// accents, points, hyphens and spaces make no difference.
///
/// # Errors
/// It names none, or more than one; in words, with those that are likely to be meant.
pub fn jurisdiction(plan: &Plan, said: &str) -> Result<Id, Failure> {
    if let Some(exact) = plan.jurisdictions.get(said) {
        return Ok(exact.id.clone());
    }
    let sought = letters(said);
    let all = in_order(plan.jurisdictions.values());
    let named: Vec<&Jurisdiction> =
        all.iter().copied().filter(|it| names(it).any(|name| letters(&name) == sought)).collect();
    let (code, known) = match named.as_slice() {
        [one] => return Ok(one.id.clone()),
        [] => match likely(&all, said) {
            none if none.is_empty() => ("failure-jurisdiction-none", all),
            likely => ("failure-jurisdiction-unknown", likely),
        },
        _ => ("failure-jurisdiction-several", named),
    };
    let told = |lang: Lang| {
        let words = Words::of(lang);
        let line = |it: &&Jurisdiction| format!("{} ({})", words.readable(&it.name), it.id);
        known.iter().map(line).collect::<Vec<_>>().join(", ")
    };
    Err(Failure::new(code).text("value", said).pair("known", Lang::BOTH.map(told)))
}

/// Everything that it goes by.
fn names(it: &Jurisdiction) -> impl Iterator<Item = String> {
    let code = it.id.as_str();
    let short = code.split_once('-').map(|(_, short)| short);
    let texts = [&it.abbreviation, &it.name].into_iter().flat_map(|text| [&text.en, &text.fr]);
    let all: BTreeSet<String> =
        [code].into_iter().chain(short).chain(texts.map(String::as_str)).map(str::to_owned).collect();
    all.into_iter().filter(|name| !letters(name).is_empty())
}

/// The letters and digits of a name, folded.
fn letters(text: &str) -> String {
    fold(text).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Those of which a word begins as what was said, or whose name differs in a few letters.
fn likely<'p>(all: &[&'p Jurisdiction], said: &str) -> Vec<&'p Jurisdiction> {
    let (folded, sought) = (fold(said), letters(said));
    if sought.is_empty() {
        return Vec::new();
    }
    let begins = |name: &String| {
        let name = fold(name);
        let words = name.split(|c: char| !c.is_alphanumeric());
        words.filter(|word| !word.is_empty()).any(|word| word.starts_with(&folded))
            || letters(&name).starts_with(&sought)
    };
    // Of short names, nearly all are a slip of each other.
    let slipped = |name: &String| {
        let name = letters(name);
        name.chars().count() > 2 * SLIPS && distance(&name, &sought) <= SLIPS
    };
    all.iter().copied().filter(|it| names(it).any(|name| begins(&name) || slipped(&name))).collect()
}

/// How many letters are to be put in, left out or replaced between two words.
fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (n, letter) in one.chars().enumerate() {
        let mut before = row[0];
        row[0] = n + 1;
        for (m, theirs) in other.iter().enumerate() {
            let replaced = before + usize::from(letter != *theirs);
            before = row[m + 1];
            row[m + 1] = replaced.min(row[m] + 1).min(before + 1);
        }
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Map, Value, json};

    fn plan() -> Plan {
        let known = [
            ("CA", ["Government of Canada", "GC", "Gouvernement du Canada", "GC"]),
            ("CA-QC", ["Quebec", "Que.", "Québec", "Qc"]),
            ("CA-NS", ["Nova Scotia", "N.S.", "Nouvelle-Écosse", "N.-É."]),
            ("CA-BC", ["British Columbia", "B.C.", "Colombie-Britannique", "C.-B."]),
            ("CA-PE", ["Prince Edward Island", "P.E.I.", "Île-du-Prince-Édouard", "Î.-P.-É."]),
            ("CA-NL", ["Newfoundland and Labrador", "N.L.", "Terre-Neuve-et-Labrador", "T.-N.-L."]),
            ("CA-NT", ["Northwest Territories", "N.W.T.", "Territoires du Nord-Ouest", "T.N.-O."]),
            ("CA-NU", ["Nunavut", "Nun.", "Nunavut", "Nt"]),
            (
                "X-FCM",
                [
                    "Federation of Canadian Municipalities",
                    "FCM",
                    "Fédération canadienne des municipalités",
                    "FCM",
                ],
            ),
        ];
        let jurisdictions: Map<String, Value> = known
            .iter()
            .enumerate()
            .map(|(n, (id, [name_en, abbr_en, name_fr, abbr_fr]))| {
                let pair =
                    |en: &str, fr: &str| json!({"en": en, "fr": fr, "source": "en", "state": "approved"});
                let it = json!({"id": id, "position": format!("a{n}"), "level": "provincial",
                    "name": pair(name_en, name_fr), "abbreviation": pair(abbr_en, abbr_fr)});
                ((*id).to_owned(), it)
            })
            .collect();
        serde_json::from_value(json!({"jurisdictions": jurisdictions})).unwrap()
    }

    #[test]
    fn a_jurisdiction_goes_by_its_code_its_abbreviation_and_its_name_in_either_language() {
        let plan = plan();
        let check = |id: &str, names: &[&str]| {
            for said in names {
                assert_eq!(jurisdiction(&plan, said).map(|it| it.to_string()), Ok(id.to_owned()), "{said}");
            }
        };
        check("CA", &["CA", "ca", "GC", "gouvernement du canada", "Government of  Canada"]);
        check("CA-QC", &["CA-QC", "ca-qc", "QC", "Qc", "Que.", "qué", "Québec", "quebec", "QUÉBEC"]);
        check("CA-NS", &["NS", "N.S.", "N.-É.", "né", "Nouvelle Ecosse"]);
        check(
            "CA-BC",
            &["C.-B.", "CB", "bc", "British Columbia", "Colombie-Britannique", "colombie britannique"],
        );
        check("CA-PE", &["PEI", "Ile du Prince-Edouard", "Î.\u{2011}P.\u{2011}É."]);
        check("CA-NL", &["NL", "T.-N.-L.", "TNL", "Terre-Neuve-et-Labrador"]);
        check("CA-NU", &["nunavut", "NU"]);
        check("X-FCM", &["fcm", "x-fcm"]);
    }

    #[test]
    fn what_names_none_or_two_is_refused_with_the_likely_ones_in_each_language() {
        let plan = plan();
        let check = |said: &str, code: &str, english: &str, french: &str| {
            let failure = jurisdiction(&plan, said).unwrap_err();
            assert_eq!(failure.code, code, "{said}");
            let told = Lang::BOTH.map(|lang| Words::of(lang).failure(&failure));
            assert!(told[0].contains(english) && told[1].contains(french), "{told:?}");
        };
        // The code of one, and how French shortens the other.
        let both = [
            "Northwest Territories (CA-NT), Nunavut (CA-NU)",
            "Territoires du Nord-Ouest (CA-NT), Nunavut (CA-NU)",
        ];
        check("NT", "failure-jurisdiction-several", both[0], both[1]);
        check(
            "CA-XX",
            "failure-jurisdiction-none",
            "Government of Canada (CA), Quebec",
            "Gouvernement du Canada (CA), Québec",
        );
        check("Qubec", "failure-jurisdiction-unknown", "Quebec (CA-QC)", "Québec (CA-QC)");
        check(
            "Columbia",
            "failure-jurisdiction-unknown",
            "British Columbia (CA-BC)",
            "Colombie-Britannique (CA-BC)",
        );
        check(
            "Canada",
            "failure-jurisdiction-unknown",
            "Government of Canada (CA)",
            "Gouvernement du Canada (CA)",
        );
        check("", "failure-jurisdiction-none", "Nunavut (CA-NU)", "Nunavut (CA-NU)");
    }
}
