//! The types of the commands for the page, written from the Rust ones.
//! `JALON_UPDATE_GENERATED=1 cargo test -p jalon-app` writes them anew.
#![cfg(test)]

use std::any::TypeId;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use jalon_domain::clearance::ToClear;
use jalon_domain::lineage::Lineage;
use jalon_domain::submission::SubmissionState;
use jalon_domain::{Action, Failure, Id};
use jalon_store::{Found, Head, Hit, LeftOpen, Outstanding, Reissue, Renewed, ToTranslate};
use jalon_words::proofread::Finding;
use ts_rs::{Config, TS, TypeVisitor};

use crate::failure::Refused;
use crate::session::Translate;
use crate::view::{
    BackupLine, CarriedOver, Checked, DeckApprovals, Disputed, ExportRequest, Exported, FieldHead, History,
    HistoryRequest, Imported, Past, Patch, Reception, Redaction, Sent, SinceView, Start, Tabled, TabledDiff,
    TabledVersionLine, Waits,
};

const NOTE: &str = "\
// What the shell's commands take and give. Written from the Rust types by the tests
// of src-tauri, which fail when this file is behind them; never edited by hand.
";

/// Declarations by name, and the types that were seen.
struct Declarations<'a> {
    config: &'a Config,
    by_name: BTreeMap<String, String>,
    seen: BTreeSet<TypeId>,
}

impl Declarations<'_> {
    fn add<T: TS + 'static + ?Sized>(&mut self) {
        if !self.seen.insert(TypeId::of::<T>()) {
            return;
        }
        // A type that is declared nowhere (a number, a list) is written out where it is used.
        if T::output_path().is_some() {
            let docs = T::docs().unwrap_or_default();
            let declaration = format!("{docs}export {}\n", T::decl(self.config));
            self.by_name.insert(T::ident(self.config), declaration);
        }
        T::visit_dependencies(self);
        T::visit_generics(self);
    }
}

impl TypeVisitor for Declarations<'_> {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        self.add::<T>();
    }
}

fn types() -> String {
    let config = Config::new();
    let mut all = Declarations { config: &config, by_name: BTreeMap::new(), seen: BTreeSet::new() };
    all.add::<Start>();
    all.add::<Patch>();
    all.add::<Action>();
    all.add::<Failure>();
    all.add::<Refused>();
    all.add::<ExportRequest>();
    all.add::<Exported>();
    all.add::<History>();
    all.add::<FieldHead>();
    all.add::<HistoryRequest>();
    all.add::<Past>();
    all.add::<SinceView>();
    all.add::<Head>();
    all.add::<Found>();
    all.add::<Hit>();
    all.add::<ToTranslate>();
    all.add::<Translate>();
    all.add::<Finding>();
    all.add::<Id>();
    all.add::<DeckApprovals>();
    all.add::<Tabled>();
    all.add::<TabledDiff>();
    all.add::<TabledVersionLine>();
    all.add::<SubmissionState>();
    all.add::<ToClear>();
    all.add::<Lineage>();
    all.add::<Disputed>();
    all.add::<Reception>();
    all.add::<Sent>();
    all.add::<Waits>();
    all.add::<Outstanding>();
    all.add::<LeftOpen>();
    all.add::<Reissue>();
    all.add::<Renewed>();
    all.add::<BackupLine>();
    all.add::<Redaction>();
    all.add::<CarriedOver>();
    all.add::<Imported>();
    all.add::<Checked>();
    let declarations: Vec<String> = all.by_name.into_values().collect();
    format!("{NOTE}\n{}", tidy(&declarations.join("\n")))
}

/// One line for a short comment, and two spaces for each brace that is open.
fn tidy(text: &str) -> String {
    let mut tidy = String::new();
    let mut depth = 0usize;
    let mut lines = text.lines().map(str::trim).peekable();
    while let Some(line) = lines.next() {
        let mut line = line.to_owned();
        if line == "/**" {
            let comment: Vec<&str> = lines.by_ref().take_while(|line| *line != "*/").collect();
            line = match comment.as_slice() {
                [one] => format!("/** {} */", one.trim_start_matches("* ")),
                many => format!(
                    "/**\n{}\n */",
                    many.iter().map(|line| format!(" {line}")).collect::<Vec<_>>().join("\n")
                ),
            };
        }
        let (opened, closed) = (line.matches('{').count(), line.matches('}').count());
        let comment = line.starts_with("/**");
        if comment && depth == 0 && !tidy.is_empty() {
            tidy.push('\n');
        }
        let leading = if comment {
            0
        } else {
            line.chars().take_while(|c| "}, |".contains(*c)).filter(|c| *c == '}').count()
        };
        for part in line.lines() {
            let indent = "  ".repeat(depth.saturating_sub(leading));
            tidy.push_str(format!("{indent}{part}").trim_end());
            tidy.push('\n');
        }
        if !comment {
            depth = (depth + opened).saturating_sub(closed);
        }
    }
    tidy
}

#[test]
fn the_types_that_the_page_compiles_against_are_those_of_the_commands() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/src/generated/types.ts");
    let now = types();
    if std::env::var_os("JALON_UPDATE_GENERATED").is_some() {
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("writable");
        std::fs::write(&path, &now).expect("writable");
    }
    let written = std::fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
    assert!(written == now, "{} is behind the Rust types: set JALON_UPDATE_GENERATED=1", path.display());
}
