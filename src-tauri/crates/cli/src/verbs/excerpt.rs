//! A text in short, with the places that matter between brackets.

/// How many characters stand around a place.
const AROUND: usize = 48;

/// The part of a text around the first of `marks` (stretches of characters, in order),
/// each mark in brackets; one that is the whole text has none.
pub fn excerpt(text: &str, marks: &[(usize, usize)]) -> String {
    let chars: Vec<char> = text.chars().collect();
    let Some((first, end)) = marks.first().filter(|mark| **mark != (0, chars.len())).copied() else {
        return text.replace('\n', " ");
    };
    let from = first.saturating_sub(AROUND);
    let to = (end + AROUND).min(chars.len());
    let mut short = String::from(if from > 0 { "…" } else { "" });
    for (n, c) in chars.iter().enumerate().take(to).skip(from) {
        if marks.iter().any(|mark| mark.0 == n) {
            short.push('[');
        }
        short.push(if *c == '\n' { ' ' } else { *c });
        if marks.iter().any(|mark| mark.1 == n + 1) {
            short.push(']');
        }
    }
    if to < chars.len() {
        short.push('…');
    }
    short
}

#[cfg(test)]
mod tests {
    use super::excerpt;

    #[test]
    fn a_place_is_shown_in_brackets_with_what_stands_around_it() {
        assert_eq!(excerpt("Mise en œuvre", &[(8, 13)]), "Mise en [œuvre]");
        assert_eq!(excerpt("Mise\nen œuvre", &[(0, 13)]), "Mise en œuvre");
        assert_eq!(excerpt("Réunion du GTCOG", &[(0, 7), (11, 16)]), "[Réunion] du [GTCOG]");
        let long = format!("{}GTCOG{}", "é".repeat(100), "à".repeat(100));
        let expected = format!("…{}[GTCOG]{}…", "é".repeat(48), "à".repeat(48));
        assert_eq!(excerpt(&long, &[(100, 105)]), expected);
    }
}
