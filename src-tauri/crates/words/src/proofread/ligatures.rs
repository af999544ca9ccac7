//! French words that are written with `œ`, and stand there with `oe`.

use jalon_domain::{Failure, Lang};

use super::Remark;

/// What such words have in them; no word that is written with two letters does.
const WITHIN: &[&str] = &[
    "oeuvr", "soeur", "coeur", "choeur", "voeu", "noeud", "moeurs", "boeuf", "oeil", "oeuf", "oecum",
    "foetus",
];

/// The words of a French text that lack their ligature.
pub(super) fn ligatures(lang: Lang, text: &str) -> Vec<Remark> {
    if lang != Lang::Fr {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut start = 0;
    for word in text.split(|c: char| !c.is_alphabetic()) {
        let at = text[start..].find(word).map_or(start, |more| start + more);
        start = at + word.len();
        let lower = word.to_lowercase();
        if WITHIN.iter().any(|part| lower.contains(part)) {
            let by = word.replace("oe", "œ").replace("Oe", "Œ").replace("OE", "Œ");
            let what = Failure::new("proofread-ligature");
            found.push(Remark { place: at..start, what, offered: Some(by) });
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(lang: Lang, text: &str, expected: &[(&str, &str)]) {
        let found = ligatures(lang, text);
        let found: Vec<(&str, &str)> =
            found.iter().map(|it| (&text[it.place.clone()], it.offered.as_deref().unwrap())).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn a_word_without_its_ligature_is_named_with_how_it_is_written() {
        check(Lang::Fr, "Mise en oeuvre", &[("oeuvre", "œuvre")]);
        check(
            Lang::Fr,
            "L’oeil, le coeur et le voeu d’une soeur\u{a0}: Oeuvres, NOEUD",
            &[
                ("oeil", "œil"),
                ("coeur", "cœur"),
                ("voeu", "vœu"),
                ("soeur", "sœur"),
                ("Oeuvres", "Œuvres"),
                ("NOEUD", "NŒUD"),
            ],
        );
        check(Lang::Fr, "Mise en œuvre, coexister, coefficient, poésie, moelle", &[]);
        check(Lang::En, "an oeuvre", &[]);
    }
}
