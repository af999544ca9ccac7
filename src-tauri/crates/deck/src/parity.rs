//! The two language decks of one plan must say the same: slides, figures, links,
//! leads, statuses.

use jalon_domain::{Completion, Failure, Lang, Outlook};
use jalon_words::Words;

use crate::model::{Body, Deck, Paragraph, Run, Slide};

/// A place where the two decks differ. Slides are counted from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Difference {
    /// The number of slides: English, French.
    Slides(usize, usize),
    /// The figures of a slide, in order of size: English, French.
    Figures(usize, Vec<String>, Vec<String>),
    /// The number of links of a slide: English, French.
    Links(usize, usize, usize),
    /// How many lead each priority on a slide: English, French.
    Leads(usize, Vec<usize>, Vec<usize>),
    /// The statuses named in a slide's notes.
    Statuses(usize),
}

impl Difference {
    /// The same as data, for words.
    pub fn failure(&self) -> Failure {
        let number = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
        let counts = |counts: &[usize]| counts.iter().map(usize::to_string).collect::<Vec<_>>().join(" ");
        let at = |code: &str, slide: usize| Failure::new(code).number("slide", number(slide));
        match self {
            Difference::Slides(en, fr) => {
                Failure::new("failure-deck-slides-differ").number("en", number(*en)).number("fr", number(*fr))
            }
            Difference::Figures(slide, en, fr) => {
                at("failure-deck-figures-differ", *slide).text("en", en.join(" ")).text("fr", fr.join(" "))
            }
            Difference::Links(slide, en, fr) => {
                at("failure-deck-links-differ", *slide).number("en", number(*en)).number("fr", number(*fr))
            }
            Difference::Leads(slide, en, fr) => {
                at("failure-deck-leads-differ", *slide).text("en", counts(en)).text("fr", counts(fr))
            }
            Difference::Statuses(slide) => at("failure-deck-statuses-differ", *slide),
        }
    }
}

/// Where the English and the French deck differ, in the order of slides.
pub fn parity(en: &Deck, fr: &Deck) -> Vec<Difference> {
    let mut found = Vec::new();
    if en.slides.len() != fr.slides.len() {
        found.push(Difference::Slides(en.slides.len(), fr.slides.len()));
    }
    for (n, (one, other)) in en.slides.iter().zip(&fr.slides).enumerate() {
        let slide = n + 1;
        let (texts, autres) = (texts(one), texts(other));
        let (numbers, nombres) = (figures(&texts), figures(&autres));
        if numbers != nombres {
            found.push(Difference::Figures(slide, numbers, nombres));
        }
        let (links, liens) = (links(&texts), links(&autres));
        if links != liens {
            found.push(Difference::Links(slide, links, liens));
        }
        let (leads, responsables) = (leads(one), leads(other));
        if leads != responsables {
            found.push(Difference::Leads(slide, leads, responsables));
        }
        if statuses(one, Lang::En) != statuses(other, Lang::Fr) {
            found.push(Difference::Statuses(slide));
        }
    }
    found
}

/// Everything that a slide shows, a text each.
fn texts(slide: &Slide) -> Vec<Vec<Run>> {
    let mut texts = vec![slide.title.clone()];
    let mut add = |paragraphs: &[Paragraph]| texts.extend(paragraphs.iter().map(|it| it.runs.clone()));
    match &slide.body {
        Body::Title(paragraphs) | Body::Text(paragraphs) => add(paragraphs),
        Body::Figures { figures, paragraphs } => {
            add(paragraphs);
            for figure in figures {
                texts.push(vec![Run::plain(figure.value.clone(), Lang::En)]);
                texts.push(figure.label.clone());
            }
        }
        Body::Columns(columns) => {
            for column in columns {
                add(&column.paragraphs);
            }
            texts.extend(columns.iter().map(|column| column.heading.clone()));
        }
        Body::Matrix(matrix) => {
            for column in &matrix.columns {
                add(&column.points);
            }
            texts.extend(matrix.columns.iter().map(|column| column.title.clone()));
        }
    }
    texts
}

/// The numbers of texts, without their separators, sorted.
fn figures(texts: &[Vec<Run>]) -> Vec<String> {
    let mut found: Vec<String> = texts
        .iter()
        .flat_map(|runs| {
            // An address differs by language, and so may the digits in it.
            let shown = runs.iter().filter(|run| run.link.is_none());
            numbers(&shown.map(|run| run.text.as_str()).collect::<String>())
        })
        .collect();
    found.sort();
    found
}

/// `2,600`, `2 600` and `2.600` are one number; a comma or point before other than
/// three digits is a decimal one.
fn numbers(text: &str) -> Vec<String> {
    let chars: Vec<char> = text.chars().collect();
    let digit = |n: usize| chars.get(n).is_some_and(char::is_ascii_digit);
    let mut found: Vec<String> = Vec::new();
    let mut n = 0;
    while n < chars.len() {
        if !digit(n) {
            n += 1;
            continue;
        }
        let mut number = String::new();
        loop {
            while digit(n) {
                number.push(chars[n]);
                n += 1;
            }
            let three = (1..=3).all(|k| digit(n + k)) && !digit(n + 4);
            match chars.get(n) {
                Some(',' | '\u{A0}' | '.') if three => n += 1,
                Some(',' | '.') if digit(n + 1) => {
                    number.push('.');
                    n += 1;
                }
                _ => break,
            }
        }
        found.push(number);
    }
    found
}

fn links(texts: &[Vec<Run>]) -> usize {
    let mut count = 0;
    for runs in texts {
        // A link may run over several runs (an ordinal in its label): it counts once.
        let links: Vec<_> = runs.iter().map(|run| run.link.as_ref()).collect();
        count +=
            (0..links.len()).filter(|&n| links[n].is_some() && (n == 0 || links[n - 1] != links[n])).count();
    }
    count
}

fn leads(slide: &Slide) -> Vec<usize> {
    let Body::Matrix(matrix) = &slide.body else { return Vec::new() };
    let shown = |runs: &Vec<Run>| runs.iter().filter(|run| !run.text.trim().is_empty()).count();
    matrix.columns.iter().map(|column| shown(&column.leads)).collect()
}

/// How often the notes name each completion and outlook.
fn statuses(slide: &Slide, lang: Lang) -> Vec<usize> {
    let words = Words::of(lang);
    let completions = Completion::ALL.map(|completion| words.completion(completion));
    let outlooks = Outlook::ALL.map(|outlook| words.outlook(outlook));
    let count = |name: &String| slide.notes.iter().map(|note| note.matches(name.as_str()).count()).sum();
    completions.iter().chain(&outlooks).map(count).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn separators_do_not_make_numbers_differ() {
        let cases = [
            ("more than 2,600 from 115", &["2600", "115"][..]),
            ("plus de 2\u{A0}600 de 115", &["2600", "115"]),
            ("3.5 and 3,5", &["3.5", "3.5"]),
            ("2018-2019, 5e", &["2018", "2019", "5"]),
            ("May 29, 2019", &["29", "2019"]),
            ("1,234,567", &["1234567"]),
        ];
        for (text, expected) in cases {
            assert_eq!(numbers(text), expected, "{text}");
        }
    }
}
