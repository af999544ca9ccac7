//! Puts texts of the plan and words of the product into runs, and keeps account
//! of every text of the plan that is shown.

use std::cell::RefCell;

use jalon_domain::link::parse_address;
use jalon_domain::{Bilingual, Id, Kind, Lang, Link, Plan, Translation};
use jalon_words::{Key, Value, Words, key, stretches};
use unicode_normalization::UnicodeNormalization as _;

use crate::model::{Body, Paragraph, ParagraphStyle, Run, Slide};

use super::Shown;

/// Stands for runs while a message is put together: private-use characters, which
/// [`clean`] takes out of content.
const FIRST_MARK: u32 = 0xE000;

/// Where a text of the plan stands.
#[derive(Clone, Copy)]
pub(super) struct At<'a>(pub(super) Kind, pub(super) &'a Id, pub(super) &'static str);

/// What a variable of a message stands for.
pub(super) enum Piece {
    Runs(Vec<Run>),
    Text(String),
    Number(i64),
}

pub(super) struct Writer<'a> {
    pub(super) plan: &'a Plan,
    pub(super) lang: Lang,
    pub(super) words: &'static Words,
    shown: RefCell<Vec<Shown>>,
    bad_links: RefCell<Vec<(Kind, Id, String)>>,
}

impl<'a> Writer<'a> {
    pub(super) fn new(plan: &'a Plan, lang: Lang) -> Self {
        let words = Words::of(lang);
        Writer { plan, lang, words, shown: RefCell::default(), bad_links: RefCell::default() }
    }

    pub(super) fn finish(self) -> (Vec<Shown>, Vec<(Kind, Id, String)>) {
        let mut shown = self.shown.into_inner();
        let mut seen = std::collections::BTreeSet::new();
        shown.retain(|text| seen.insert(text.clone()));
        (shown, self.bad_links.into_inner())
    }

    pub(super) fn slide(&self, id: &str, title: Vec<Run>, body: Body, notes: Vec<String>) -> Slide {
        let continued = self.words.text(key::DECK_CONTINUED);
        Slide { id: id.to_owned(), title, body, notes, continued }
    }

    /// A text of the plan in the deck's language; what is missing says so, in its place.
    pub(super) fn text(&self, at: At<'_>, text: &Bilingual) -> Vec<Run> {
        let not_final = (!text.is_final(self.lang))
            .then(|| if text.shown(self.lang).is_empty() { Translation::Missing } else { text.state });
        self.shown.borrow_mut().push(Shown { kind: at.0, id: at.1.clone(), field: at.2, not_final });
        self.runs(text)
    }

    /// The same without account of it, for texts that are counted elsewhere.
    fn runs(&self, text: &Bilingual) -> Vec<Run> {
        let shown = clean(text.shown(self.lang));
        if shown.is_empty() {
            let pending = self.words.text(key::DECK_PENDING);
            return vec![Run { placeholder: true, ..Run::plain(pending, self.lang) }];
        }
        raised(self.lang, &shown)
    }

    /// A text of the plan as one string: for notes, properties, names of shapes.
    pub(super) fn line(&self, text: &Bilingual) -> String {
        joined(&self.runs(text))
    }

    /// A text of the plan for the notes, with account of it.
    pub(super) fn note(&self, at: At<'_>, text: &Bilingual) -> String {
        joined(&self.text(at, text))
    }

    /// Words without variables.
    pub(super) fn say(&self, key: Key) -> Vec<Run> {
        raised(self.lang, &self.words.text(key))
    }

    /// A message some of whose variables stand for runs.
    pub(super) fn fill(&self, key: Key, pieces: &[(&str, Piece)]) -> Vec<Run> {
        let mark = |n: usize| char::from_u32(FIRST_MARK + n as u32).unwrap_or('\u{E000}').to_string();
        let args: Vec<(&str, Value<'_>)> = pieces
            .iter()
            .enumerate()
            .map(|(n, (name, piece))| match piece {
                Piece::Runs(_) => (*name, Value::from(mark(n))),
                Piece::Text(text) => (*name, Value::from(text)),
                Piece::Number(number) => (*name, Value::from(*number)),
            })
            .collect();
        let message = self.words.format(key, &args);
        let mut runs = Vec::new();
        let mut from = 0;
        for (at, c) in message.char_indices() {
            let piece = u32::from(c).checked_sub(FIRST_MARK).and_then(|n| pieces.get(n as usize));
            if let Some((_, Piece::Runs(inner))) = piece {
                runs.extend(raised(self.lang, &message[from..at]));
                runs.extend(inner.iter().cloned());
                from = at + c.len_utf8();
            }
        }
        runs.extend(raised(self.lang, &message[from..]));
        runs
    }

    /// A message as one string.
    pub(super) fn tell(&self, key: Key, pieces: &[(&str, Piece)]) -> String {
        joined(&self.fill(key, pieces))
    }

    /// A text followed by its links, each as its label or its readable address.
    pub(super) fn with_links(&self, at: At<'_>, text: Vec<Run>, links: &[Link]) -> Vec<Run> {
        let mut all = Vec::new();
        for link in links {
            let Some(runs) = self.link(at, link) else { continue };
            if !all.is_empty() {
                all.push(Run::plain(", ", self.lang));
            }
            all.extend(runs);
        }
        if all.is_empty() {
            return text;
        }
        self.fill(key::DECK_WITH_LINKS, &[("text", Piece::Runs(text)), ("links", Piece::Runs(all))])
    }

    fn link(&self, at: At<'_>, link: &Link) -> Option<Vec<Run>> {
        let (address, page) = link.address(self.lang)?;
        let url = parse_address(address).ok();
        if url.is_none() {
            self.bad_links.borrow_mut().push((at.0, at.1.clone(), address.to_owned()));
        }
        let mut runs = match &link.label {
            Some(label) if !label.is_empty() => self.text(At(at.0, at.1, "links"), label),
            _ => vec![Run::plain(readable(address), page)],
        };
        runs.iter_mut().for_each(|run| run.link.clone_from(&url));
        Some(self.page_language(runs, page))
    }

    /// Says so when a page is in the other language, unless its label does already.
    fn page_language(&self, runs: Vec<Run>, page: Lang) -> Vec<Run> {
        let pieces = |address| [("address", address), ("language", Piece::Text(page.code().to_owned()))];
        let bare = self.tell(key::DECK_PAGE_LANGUAGE, &pieces(Piece::Text(String::new())));
        if page == self.lang || joined(&runs).contains(bare.trim()) {
            return runs;
        }
        self.fill(key::DECK_PAGE_LANGUAGE, &pieces(Piece::Runs(runs)))
    }

    /// The addresses of links in full, for the notes.
    pub(super) fn addresses(&self, links: &[Link]) -> Vec<String> {
        let line = |link: &Link| {
            let (address, _) = link.address(self.lang)?;
            let Some(label) = link.label.as_ref().filter(|label| !label.is_empty()) else {
                return Some(address.to_owned());
            };
            let pieces = [("label", Piece::Text(self.line(label))), ("address", Piece::Text(clean(address)))];
            Some(self.tell(key::DECK_NOTE_ADDRESS, &pieces))
        };
        links.iter().filter_map(line).collect()
    }
}

pub(super) fn plain(runs: Vec<Run>) -> Paragraph {
    Paragraph { runs, style: ParagraphStyle::Plain }
}

pub(super) fn bullet(runs: Vec<Run>) -> Paragraph {
    Paragraph { runs, style: ParagraphStyle::Bullet(0) }
}

/// The joined text of runs.
pub(super) fn joined(runs: &[Run]) -> String {
    runs.iter().map(|run| run.text.as_str()).collect()
}

/// Runs of a text, French ordinals raised.
fn raised(lang: Lang, text: &str) -> Vec<Run> {
    let run = |stretch: jalon_words::Stretch<'_>| Run {
        superscript: stretch.raised,
        ..Run::plain(stretch.text, lang)
    };
    stretches(lang, text).into_iter().filter(|stretch| !stretch.text.is_empty()).map(run).collect()
}

/// An address as people read it: without its scheme, not percent-encoded.
fn readable(address: &str) -> String {
    let text = clean(address);
    let text = text.strip_prefix("https://").or_else(|| text.strip_prefix("mailto:")).unwrap_or(&text);
    text.strip_suffix('/').unwrap_or(text).to_owned()
}

/// Content as slides hold it: NFC, one kind of no-break space, no soft hyphens,
/// and no character that XML or the layout could stumble over.
pub(super) fn clean(text: &str) -> String {
    let kept = text.nfc().filter_map(|c| match c {
        '\u{AD}' | '\u{FEFF}' | '\u{FFFE}' | '\u{FFFF}' | '\u{E000}'..='\u{F8FF}' => None,
        '\u{202F}' | '\u{2007}' => Some('\u{A0}'),
        '\u{2028}' | '\u{2029}' => Some(' '),
        c if c.is_control() => Some(' '),
        c => Some(c),
    });
    let text: String = kept.collect();
    let words: Vec<&str> = text.split(' ').filter(|word| !word.is_empty()).collect();
    words.join(" ")
}
