//! Folding: what search compares, so that accents, ligatures and the kind of
//! apostrophe make no difference.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Folds a text for search: lower case, no accents, ligatures taken apart,
/// apostrophes, quotation marks, hyphens and spaces of one kind each.
///
/// ```
/// use jalon_words::fold;
///
/// assert!(fold("Mise en œuvre").contains("oeuvre"));
/// assert_eq!(fold("Littératie  en matière\u{a0}de données"), "litteratie en matiere de donnees");
/// assert_eq!(fold("l’adoption"), fold("L'ADOPTION"));
/// ```
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut space = false;
    let lower = text.nfkd().flat_map(char::to_lowercase);
    for c in lower.filter(|c| !is_combining_mark(*c) && !is_invisible(*c)) {
        if c.is_whitespace() {
            space = true;
            continue;
        }
        if space && !folded.is_empty() {
            folded.push(' ');
        }
        space = false;
        match c {
            'œ' => folded.push_str("oe"),
            'æ' => folded.push_str("ae"),
            'ß' => folded.push_str("ss"),
            'ø' => folded.push('o'),
            'ł' => folded.push('l'),
            'đ' => folded.push('d'),
            '’' | '‘' | '‛' | 'ʼ' | '`' | '´' | '′' => folded.push('\''),
            '“' | '”' | '„' | '«' | '»' | '″' => folded.push('"'),
            '\u{2010}'..='\u{2015}' | '\u{2212}' => folded.push('-'),
            _ => folded.push(c),
        }
    }
    folded
}

/// The soft hyphen and characters without width, which no reader sees.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn search_ignores_accents_ligatures_and_the_kind_of_space_hyphen_and_quotation_mark() {
        let check = |text: &str, expected: &str| assert_eq!(fold(text), expected, "{text}");
        check("MISE EN ŒUVRE", "mise en oeuvre");
        check("Littératie", "litteratie");
        check("Litte\u{301}ratie", "litteratie");
        check(" Île-du-Prince\u{2011}Édouard ", "ile-du-prince-edouard");
        check("«\u{a0}Données\u{a0}»", "\" donnees \"");
        check("2\u{202f}600", "2 600");
        check("Straße, ex æquo, Łódź", "strasse, ex aequo, lodz");
        check("gouverne\u{ad}ment", "gouvernement");
        check("ᐃᓄᒃᑎᑐᑦ", "ᐃᓄᒃᑎᑐᑦ");
        check(" \u{a0} ", "");
    }
}
