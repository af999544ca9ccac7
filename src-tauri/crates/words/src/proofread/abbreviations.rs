//! Slips in abbreviations: `GTCOG` for `GTGOC`.

use std::collections::BTreeSet;

use jalon_domain::{Bilingual, Failure, Lang, Plan};

use super::Remark;
use crate::seek::words_of;

/// Shorter ones have too many neighbours that are abbreviations of something else.
const SHORTEST: usize = 4;

/// The abbreviations that the plan knows, of both languages.
pub(super) struct Abbreviations(BTreeSet<String>);

impl Abbreviations {
    /// Those of the working groups, of the glossary and of jurisdictions.
    pub fn of(plan: &Plan) -> Abbreviations {
        let groups = plan.workplans.values().map(|it| &it.group_abbreviation);
        let terms = plan.terms.values().filter_map(|it| it.abbreviation.as_ref());
        let jurisdictions = plan.jurisdictions.values().map(|it| &it.abbreviation);
        let sides = |pair: &Bilingual| Lang::BOTH.map(|lang| pair.side(lang).to_owned());
        let known = groups.chain(terms).chain(jurisdictions).flat_map(sides);
        Abbreviations(known.filter(|text| is_abbreviation(text)).collect())
    }

    /// What is one slip of the key away from an abbreviation, and is none itself: a
    /// letter too many, too few or another one, or letters that have changed places.
    pub fn slips(&self, text: &str) -> Vec<Remark> {
        let mut remarks = Vec::new();
        for place in words_of(text) {
            let found = &text[place.clone()];
            if !is_abbreviation(found) || self.0.contains(found) || found.chars().count() < SHORTEST {
                continue;
            }
            let long = self.0.iter().filter(|known| known.chars().count() >= SHORTEST);
            if let Some(known) = long.into_iter().find(|known| is_one_slip(known, found)) {
                let what = Failure::new("proofread-slip").text("found", found).text("known", known);
                remarks.push(Remark { place, what, offered: Some(known.clone()) });
            }
        }
        remarks
    }
}

fn is_abbreviation(text: &str) -> bool {
    text.chars().count() > 1 && text.chars().all(char::is_uppercase)
}

/// Whether one is the other with a letter more or less or another one, with two letters
/// that have changed places or, where it is long, with its letters in another order.
fn is_one_slip(known: &str, found: &str) -> bool {
    let [known, found] = [known, found].map(|text| text.chars().collect::<Vec<char>>());
    if known.len() == found.len() {
        let differ = known.iter().zip(&found).filter(|(a, b)| a != b).count();
        return differ == 1 || ((differ == 2 || known.len() > SHORTEST) && sorted(&known) == sorted(&found));
    }
    let (long, short) = if known.len() > found.len() { (known, found) } else { (found, known) };
    let same = long.iter().zip(&short).take_while(|(a, b)| a == b).count();
    long.len() == short.len() + 1 && long[same + 1..] == short[same..]
}

fn sorted(letters: &[char]) -> Vec<char> {
    let mut sorted = letters.to_vec();
    sorted.sort_unstable();
    sorted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_slip_of_the_key_is_told_from_another_abbreviation() {
        let known = Abbreviations(["GTGOC", "COGWG", "PSSDC", "PGO"].map(str::to_owned).into());
        let check = |text: &str, expected: &[&str]| {
            let slips = known.slips(text);
            let told: Vec<_> = slips.iter().map(|slip| &text[slip.place.clone()]).collect();
            assert_eq!(told, expected, "{text}");
        };
        check("le GTCOG et le GTGOC", &["GTCOG"]);
        check("GTGO, GTGOOC, GTGOD, TGGOC, GTOCG", &["GTGO", "GTGOOC", "GTGOD", "TGGOC", "GTOCG"]);
        check("COWGG and COGWG", &["COWGG"]);
        // Too short, too far, not capitals, known in the other language.
        check("PGE, PSPC, OCDE, SSPDCC, Gtcog, GTGOCs, COGWG", &[]);
        assert_eq!(known.slips("(GTCOG)")[0].offered.as_deref(), Some("GTGOC"));
    }
}
