//! The French deck of the sample against python-pptx building the same slides:
//! in process, and as a whole process from the command line.

use std::env;
use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use chrono::NaiveDate;
use jalon_deck::compose::{ComposeOptions, compose};
use jalon_deck::model::{Body, Deck, Paragraph, ParagraphStyle, Run};
use jalon_deck::{Options, make};
use jalon_domain::Lang;
use jalon_exchange::sample;
use jalon_store::Store;
use jalon_tests::measure::{Samples, report};
use serde_json::{Value, json};

const ROUNDS: usize = 30;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("plan.jalon");
    let now = chrono::DateTime::parse_from_rfc3339("2019-09-13T12:00:00Z")?.to_utc();
    let mut store = Store::create(&path, now)?;
    store.install_sample(&sample(), now)?;
    let plan = store.plan()?;
    let day = NaiveDate::from_ymd_opt(2019, 9, 13).ok_or("a day")?;

    let deck = compose(&plan, Lang::Fr, &ComposeOptions { day, draft: false });
    let content = folder.path().join("content.json");
    std::fs::write(&content, serde_json::to_vec(&slides(&deck))?)?;

    in_process(&content, folder.path(), || {
        make(&plan, Lang::Fr, &Options { day, ..Options::default() }).map(drop).map_err(Into::into)
    })?;
    as_process(&content, &path, folder.path())
}

fn in_process(
    content: &Path,
    folder: &Path,
    ours_once: impl Fn() -> Result<(), Box<dyn Error>>,
) -> Result<(), Box<dyn Error>> {
    let (mut ours, mut peers) = (Samples::default(), Samples::default());
    ours_once()?;
    for _ in 0..ROUNDS {
        let begun = Instant::now();
        ours_once()?;
        ours.add(begun.elapsed());
    }
    let output = peer(content, ROUNDS, folder).output()?;
    for line in String::from_utf8(output.stdout)?.lines().skip(1) {
        peers.add(Duration::from_secs_f64(line.parse()?));
    }
    report("the French deck, in process", &ours, "python-pptx, in process", &peers);
    Ok(())
}

fn as_process(content: &Path, store: &Path, folder: &Path) -> Result<(), Box<dyn Error>> {
    let jalon = env::var_os("JALON_CLI").ok_or("JALON_CLI names the release build of jalon")?;
    let (mut ours, mut peers) = (Samples::default(), Samples::default());
    for _ in 0..ROUNDS {
        let mut command = Command::new(&jalon);
        command.arg("--store").arg(store).args(["deck", "--lang", "fr", "--out"]).arg(folder);
        ours.add(timed(&mut command)?);
        peers.add(timed(&mut peer(content, 1, folder))?);
    }
    report("the French deck, as a process", &ours, "python-pptx, as a process", &peers);
    Ok(())
}

fn timed(command: &mut Command) -> Result<Duration, Box<dyn Error>> {
    let begun = Instant::now();
    let output = command.output()?;
    let taken = begun.elapsed();
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into());
    }
    Ok(taken)
}

fn peer(content: &Path, rounds: usize, folder: &Path) -> Command {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let python = env::var_os("JALON_PYTHON")
        .map_or_else(|| root.join("../target/xtask/venv/bin/python"), PathBuf::from);
    let mut command = Command::new(python);
    command
        .arg(root.join("python/build_deck.py"))
        .arg(content)
        .arg(rounds.to_string())
        .arg(folder.join("peer.pptx"));
    command
}

/// The deck's content as the peer's script reads it.
fn slides(deck: &Deck) -> Value {
    let page = |slide: &jalon_deck::model::Slide| {
        let (kind, columns, rows) = body(&slide.body);
        let title = json!({"level": 0, "runs": runs(&slide.title)});
        json!({"kind": kind, "title": title, "columns": columns, "rows": rows, "notes": slide.notes})
    };
    json!({"slides": deck.slides.iter().map(page).collect::<Vec<_>>()})
}

fn body(body: &Body) -> (&'static str, Vec<Value>, Vec<Vec<Value>>) {
    match body {
        Body::Title(lines) => ("title", vec![paragraphs(lines)], vec![]),
        Body::Text(lines) => ("text", vec![paragraphs(lines)], vec![]),
        Body::Figures { figures, paragraphs: lines } => {
            let mut columns: Vec<Value> = figures
                .iter()
                .map(|figure| {
                    let value = json!({"level": 0, "runs": runs(&[Run::plain(&*figure.value, Lang::Fr)])});
                    json!([value, {"level": 0, "runs": runs(&figure.label)}])
                })
                .collect();
            columns.push(paragraphs(lines));
            ("columns", columns, vec![])
        }
        Body::Columns(columns) => {
            let with_heading = |column: &jalon_deck::model::Column| {
                let mut all = vec![json!({"level": 0, "runs": runs(&column.heading)})];
                all.extend(column.paragraphs.iter().map(paragraph));
                Value::Array(all)
            };
            ("columns", columns.iter().map(with_heading).collect(), vec![])
        }
        Body::Matrix(matrix) => {
            let head = matrix.columns.iter().map(|column| json!([{"level": 0, "runs": runs(&column.title)}]));
            let points = matrix.columns.iter().map(|column| paragraphs(&column.points));
            let leads =
                matrix.columns.iter().map(|column| json!([{"level": 0, "runs": runs(&column.leads)}]));
            ("table", vec![], vec![head.collect(), points.collect(), leads.collect()])
        }
    }
}

fn paragraphs(lines: &[Paragraph]) -> Value {
    lines.iter().map(paragraph).collect()
}

fn paragraph(line: &Paragraph) -> Value {
    let level = match line.style {
        ParagraphStyle::Bullet(level) | ParagraphStyle::Labelled(level) => level,
        _ => 0,
    };
    json!({"level": level, "runs": runs(&line.runs)})
}

fn runs(runs: &[Run]) -> Value {
    let piece = |run: &Run| {
        let link = run.link.as_ref().map(ToString::to_string);
        json!({"text": run.text, "lang": run.lang.tag(), "link": link, "strong": run.strong})
    };
    runs.iter().map(piece).collect()
}
