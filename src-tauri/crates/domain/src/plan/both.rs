//! What is in two plans.

use std::collections::BTreeMap;

use crate::id::Id;

/// What two lists both hold, each with its id, as the one has it and as the other does; in
/// the order of their ids. Both lists stand in that order, and each is walked through once:
/// to look thousands of ids up takes several times as long.
pub(crate) fn both<'p, T>(
    ours: &'p BTreeMap<Id, T>,
    theirs: &'p BTreeMap<Id, T>,
) -> impl Iterator<Item = (&'p Id, &'p T, &'p T)> {
    let mut ours = ours.iter().peekable();
    theirs.iter().filter_map(move |(id, their)| {
        while ours.next_if(|(our_id, _)| *our_id < id).is_some() {}
        let (_, our) = ours.next_if(|(our_id, _)| *our_id == id)?;
        Some((id, our, their))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_in_both_is_handed_over_in_the_order_of_ids() {
        let list = |ids: &[&str], mark: char| -> BTreeMap<Id, String> {
            ids.iter().map(|id| (Id::parse(id).unwrap(), format!("{id}{mark}"))).collect()
        };
        let check = |ours: &[&str], theirs: &[&str], shared: &[&str]| {
            let (ours, theirs) = (list(ours, '1'), list(theirs, '2'));
            let found: Vec<[String; 3]> = both(&ours, &theirs)
                .map(|(id, our, their)| [id.to_string(), our.clone(), their.clone()])
                .collect();
            let expected: Vec<[String; 3]> =
                shared.iter().map(|id| [(*id).to_owned(), format!("{id}1"), format!("{id}2")]).collect();
            assert_eq!(found, expected);
        };
        check(&[], &["a"], &[]);
        check(&["a"], &[], &[]);
        check(&["a", "b", "c"], &["a", "b", "c"], &["a", "b", "c"]);
        check(&["b", "d", "e"], &["a", "b", "c", "e", "f"], &["b", "e"]);
        check(&["a", "b", "c", "e", "f"], &["b", "d", "e"], &["b", "e"]);
    }
}
