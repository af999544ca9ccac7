//! Tables: header, grid, sizes.

use super::slides::small_text;
use super::{Fault, Rule};
use crate::pptx::xml::{Element, Ns};

/// Smallest text in a cell, in hundredths of a point.
const FLOOR: i64 = 1_200;

/// Faults of a slide's tables.
pub fn check(part: &str, slide: &Element) -> Vec<Fault> {
    slide.all(Ns::A, "tbl").flat_map(|table| of_table(part, table)).collect()
}

fn of_table(part: &str, table: &Element) -> Vec<Fault> {
    let mut faults = small_text(part, table, FLOOR);
    let first_row = table.child(Ns::A, "tblPr").and_then(|properties| properties.attr("firstRow"));
    if !matches!(first_row, Some("1" | "true")) {
        faults.push(Fault::new(Rule::HeaderRow, part, ""));
    }
    let columns = table.child(Ns::A, "tblGrid").map_or(0, |grid| grid.children_of(Ns::A, "gridCol").count());
    for (number, row) in (1..).zip(table.children_of(Ns::A, "tr")) {
        if row.children_of(Ns::A, "tc").count() != columns {
            faults.push(Fault::new(Rule::RaggedTable, part, i64::to_string(&number)));
        }
    }
    faults
}
