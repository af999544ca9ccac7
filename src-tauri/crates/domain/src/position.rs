//! Order keys among siblings: fractional keys, so that putting one entity between
//! two others changes that one alone.

use crate::registry::check::is_position;

const DIGITS: &[u8; 36] = b"0123456789abcdefghijklmnopqrstuvwxyz";

/// A key that sorts after `before` and before `after`; without them, at the very
/// beginning or end. `None` when one of them is no key, when they do not stand in
/// that order, or when no room is left within the longest key.
///
/// ```
/// use jalon_domain::position::between;
/// assert_eq!(between(Some("b"), Some("d")).as_deref(), Some("c"));
/// assert_eq!(between(Some("b"), Some("c")).as_deref(), Some("bi"));
/// assert_eq!(between(Some("b"), None).as_deref(), Some("c"));
/// ```
pub fn between(before: Option<&str>, after: Option<&str>) -> Option<String> {
    let in_order = match (before, after) {
        (Some(before), Some(after)) => before < after,
        _ => true,
    };
    let known = before.into_iter().chain(after).all(is_position);
    let key =
        (known && in_order).then(|| middle(before.unwrap_or("").as_bytes(), after.map(str::as_bytes)))?;
    String::from_utf8(key).ok().filter(|key| is_position(key))
}

fn digit(byte: u8) -> usize {
    DIGITS.iter().position(|digit| *digit == byte).unwrap_or(0)
}

fn middle(before: &[u8], after: Option<&[u8]>) -> Vec<u8> {
    let tail = |n: usize| before.get(n..).unwrap_or_default();
    if let Some(after) = after {
        let zero_padded = |n: usize| before.get(n).copied().unwrap_or(b'0');
        let shared = (0..after.len()).take_while(|&n| zero_padded(n) == after[n]).count();
        if shared > 0 {
            return [&after[..shared], &middle(tail(shared), Some(&after[shared..]))].concat();
        }
    }
    let low = before.first().map_or(0, |byte| digit(*byte));
    let high = after.and_then(|after| after.first()).map_or(DIGITS.len(), |byte| digit(*byte));
    if high > low + 1 {
        // Keys are mostly appended: one step on leaves the most room behind.
        let step = if after.is_none() && !before.is_empty() { low + 1 } else { (low + high) / 2 };
        return vec![DIGITS[step]];
    }
    match after {
        Some(after) if after.len() > 1 => vec![after[0]],
        _ => [&DIGITS[low..=low], &middle(tail(1), None)].concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_stands_between_its_neighbours_however_often_one_asks() {
        for (mut low, mut high) in [("1".to_owned(), "2".to_owned()), ("01".into(), "z".into())] {
            for n in 0..60 {
                let key = between(Some(&low), Some(&high)).expect("room is left");
                assert!(low < key && key < high, "{low} {key} {high}");
                if n % 2 == 0 { low = key } else { high = key }
            }
        }
    }

    #[test]
    fn a_thousand_can_be_appended_and_a_hundred_put_in_front() {
        let mut keys = vec![between(None, None).unwrap()];
        for _ in 0..1000 {
            keys.push(between(keys.last().map(String::as_str), None).unwrap());
        }
        for _ in 0..100 {
            keys.insert(0, between(None, keys.first().map(String::as_str)).unwrap());
        }
        assert!(keys.is_sorted());
    }

    #[test]
    fn what_is_no_key_or_stands_the_wrong_way_round_gives_none() {
        assert_eq!(between(Some("b"), Some("a")), None);
        assert_eq!(between(Some("b"), Some("b")), None);
        assert_eq!(between(Some("B"), None), None);
        assert_eq!(between(Some("a0"), None), None);
    }
}
