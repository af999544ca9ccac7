//! What a command line asks for before it is parsed: help and usage are already in the
//! user's language, and even a command line that is not understood may ask for JSON.

use std::ffi::OsString;

use jalon_domain::Lang;
use jalon_exchange::host;
use jalon_words::Words;

use crate::grammar;

/// What many programs take for a command.
const HELP: &str = "help";

/// What is asked for, as far as it can be told.
pub struct Asked {
    /// `--lang`, else the system's language. After `deck` the option means the deck's
    /// languages, not that of the words.
    pub words: &'static Words,
    /// Whether answers are to be JSON.
    pub json: bool,
    /// What stands there that is no option: the verb first, then what it is done to.
    pub plain: Vec<String>,
}

impl Asked {
    /// Looks through the arguments, the program's own name first.
    pub fn of(arguments: &[OsString]) -> Asked {
        let with_value = grammar::options_with_values(&grammar::command(Words::of(Lang::En)));
        let mut rest = arguments.iter().skip(1).map(|argument| argument.to_string_lossy());
        let mut plain: Vec<String> = Vec::new();
        let (mut said, mut json) = (None, false);
        while let Some(argument) = rest.next() {
            let words_option = plain.first().is_none_or(|verb| verb != "deck");
            match argument.split_once('=').unwrap_or((&argument, "")) {
                ("--", _) => break,
                ("--json", _) => json = true,
                ("--lang", "") => {
                    said = rest.next().and_then(|code| lang(&code)).filter(|_| words_option).or(said)
                }
                ("--lang", code) => said = lang(code).filter(|_| words_option).or(said),
                (option, "") if with_value.iter().any(|it| it == option) => drop(rest.next()),
                (option, _) if option.starts_with('-') && option != "-" => {}
                _ => plain.push(argument.into_owned()),
            }
        }
        Asked { words: Words::of(said.unwrap_or_else(host::language)), json, plain }
    }

    /// Asks in place of `jalon help board` for the same as `jalon board --help`.
    pub fn turn_help_into_an_option(&mut self, arguments: &mut Vec<OsString>) {
        let asked = self.plain.first().is_some_and(|verb| verb == HELP);
        let Some(place) = arguments.iter().position(|it| it == HELP).filter(|_| asked) else { return };
        arguments.remove(place);
        arguments.push(OsString::from("--help"));
        self.plain.remove(0);
    }
}

fn lang(code: &str) -> Option<Lang> {
    Lang::BOTH.into_iter().find(|lang| lang.code() == code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_of_the_words_is_told_from_that_of_the_deck() {
        let check = |line: &str, lang: Lang, verb: &str| {
            let arguments: Vec<OsString> = line.split(' ').map(OsString::from).collect();
            let asked = Asked::of(&arguments);
            let said = asked.plain.first().map(String::as_str).unwrap_or_default();
            assert_eq!((asked.words.lang(), said), (lang, verb), "{line}");
        };
        check("jalon --lang fr deck --lang en", Lang::Fr, "deck");
        check("jalon --lang=fr deck --lang=en", Lang::Fr, "deck");
        check("jalon --lang en deck --lang fr", Lang::En, "deck");
        check("jalon search deck --lang fr", Lang::Fr, "search");
        check("jalon --store deck --lang fr board", Lang::Fr, "board");
        check("jalon board --lang fr -- --lang en", Lang::Fr, "board");
    }
}
