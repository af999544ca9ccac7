//! The priority matrix: the priorities as numbered columns, each with its progress
//! points of the cycle and its leads, in the group's own order.

use jalon_domain::plan::in_order;
use jalon_domain::{Kind, Priority};
use jalon_words::key;

use crate::model::{Body, Matrix, MatrixColumn, Paragraph, Run, Slide};

use super::writer::{At, Piece, Writer, bullet, plain};
use super::{Scope, notes};

pub(super) fn slide(writer: &Writer<'_>, scope: &Scope<'_>) -> Slide {
    let workplan = scope.workplan;
    let at = |field| At(Kind::Workplan, &workplan.id, field);
    let group = writer.text(at("group_abbreviation"), &workplan.group_abbreviation);
    let plan = writer.text(at("title"), &workplan.title);
    let title = writer.fill(key::DECK_MATRIX, &[("group", Piece::Runs(group)), ("plan", Piece::Runs(plan))]);
    let priorities = writer.plan.priorities_of(&workplan.id);
    if priorities.is_empty() {
        let none = Body::Text(vec![plain(writer.say(key::DECK_NO_PRIORITIES))]);
        return writer.slide("matrix", title, none, Vec::new());
    }
    let count = i64::try_from(priorities.len()).unwrap_or(i64::MAX);
    let column = |(n, priority): (usize, &&Priority)| MatrixColumn {
        number: n + 1,
        title: writer.text(At(Kind::Priority, &priority.id, "title"), &priority.title),
        points: points(writer, scope, priority),
        leads: leads(writer, scope, priority),
    };
    let matrix = Matrix {
        alt: writer.tell(key::DECK_MATRIX_ALT, &[("count", Piece::Number(count))]),
        columns: priorities.iter().enumerate().map(column).collect(),
        priority_label: writer.words.text(key::DECK_MATRIX_PRIORITY),
        progress_label: writer.words.text(key::DECK_MATRIX_PROGRESS),
        leads_label: writer.words.text(key::DECK_MATRIX_LEADS),
    };
    writer.slide("matrix", title, Body::Matrix(matrix), notes::matrix(writer, scope, &priorities))
}

fn points(writer: &Writer<'_>, scope: &Scope<'_>, priority: &Priority) -> Vec<Paragraph> {
    let own = writer
        .plan
        .progress
        .values()
        .filter(|it| it.priority == priority.id && scope.cycle.is_some_and(|cycle| it.cycle == cycle.id));
    let points: Vec<Paragraph> = in_order(own)
        .into_iter()
        .map(|it| bullet(writer.text(At(Kind::Progress, &it.id, "text"), &it.text)))
        .collect();
    if points.is_empty() { vec![plain(writer.say(key::DECK_NO_PROGRESS))] } else { points }
}

/// The abbreviations of those who lead on the day, a run each, in stored order.
fn leads(writer: &Writer<'_>, scope: &Scope<'_>, priority: &Priority) -> Vec<Run> {
    let mut runs = Vec::new();
    for lead in priority.leads.iter().filter(|lead| lead.leads_on(scope.day)) {
        let Some(jurisdiction) = writer.plan.jurisdictions.get(&lead.jurisdiction) else { continue };
        if !runs.is_empty() {
            runs.push(Run::plain(" ", writer.lang));
        }
        let at = At(Kind::Jurisdiction, &jurisdiction.id, "abbreviation");
        runs.extend(writer.text(at, &jurisdiction.abbreviation));
    }
    if runs.is_empty() { writer.say(key::DECK_NO_LEADS) } else { runs }
}
