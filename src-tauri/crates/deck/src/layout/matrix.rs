//! The priority matrix as a native table: a header row of numbers and titles, a
//! row of progress points, a row of leads; the rows' labels in a first column.
//! Many priorities, or words too long for their columns, go on to further slides;
//! a row of points that is too tall is split across slides.

use std::ops::Range;

use crate::geometry::{LayoutRole, Rect};
use crate::laid_out::{Align, Anchor, CELL_INSETS, Row, Shape, TextBlock, Tone};
use crate::model::{Matrix, MatrixColumn, Paragraph, ParagraphStyle, Run};

use super::CELL_FLOOR;
use super::block::{self, Look, Setting, emu, points};
use super::frame::Frame;
use super::partition::{self, Room, balance};
use super::shape::{Face, Shaped};

/// Priorities on one slide at most.
const PER_SLIDE: usize = 6;
/// The largest size of text in cells, in points.
const LARGEST: f32 = 18.0;
/// Size of a priority's number, in sizes of the text.
const NUMBER: f32 = 1.9;

/// The slides of a matrix; a matrix without priorities is only a title (its
/// composer says in words that there are none).
pub(super) fn matrix_slide(frame: &mut Frame<'_>, matrix: &Matrix) {
    let count = matrix.columns.len();
    if count == 0 {
        return frame.push(LayoutRole::TitleOnly, Vec::new());
    }
    let most = (1..=PER_SLIDE.min(count)).rev().find(|&n| {
        let groups = balance(&vec![1.0; count], 0.0, count.div_ceil(n));
        groups.into_iter().all(|group| {
            let mut table = Table::shape(frame, matrix, &matrix.columns[group]);
            table.widths(CELL_FLOOR).is_some()
        })
    });
    for group in balance(&vec![1.0; count], 0.0, count.div_ceil(most.unwrap_or(1))) {
        lay(frame, matrix, group);
    }
}

fn setting(size: f32) -> Setting {
    Setting { size, heading: (size * NUMBER).round(), spacing: 0.35 }
}

/// The text of a table, shaped; column 0 holds the rows' labels.
struct Table {
    heads: Vec<Vec<Shaped>>,
    points: Vec<Vec<Shaped>>,
    leads: Vec<Vec<Shaped>>,
    room: f32,
    height: f32,
}

impl Table {
    fn shape(frame: &mut Frame<'_>, matrix: &Matrix, columns: &[MatrixColumn]) -> Table {
        let free = frame.free();
        let face = free.face();
        let lang = columns.first().and_then(|column| column.title.first()).map(|run| run.lang);
        let lang = lang.unwrap_or(jalon_domain::Lang::En);
        let label = |text: &str| vec![plain(vec![Run { strong: true, ..Run::plain(text, lang) }])];
        let shaper = &mut frame.shaper;
        let mut heads = vec![shaper.shape_all(&label(&matrix.priority_label), face)];
        let mut points = vec![shaper.shape_all(&label(&matrix.progress_label), face)];
        let mut leads = vec![shaper.shape_all(&label(&matrix.leads_label), face)];
        for column in columns {
            let number = vec![Run::plain(column.number.to_string(), lang)];
            let number = Paragraph { runs: number, style: ParagraphStyle::Heading };
            let strong = |run: &Run| Run { strong: true, ..run.clone() };
            let title = plain(column.title.iter().map(strong).collect());
            heads.push(shaper.shape_all(&[number, title], face));
            points.push(shaper.shape_all(&column.points, face));
            leads.push(shaper.shape_all(&[plain(column.leads.iter().map(strong).collect())], face));
        }
        Table { heads, points, leads, room: free.width(), height: super::block::points(free.rect.h) }
    }

    /// Column widths, in points, at a size: the label column as narrow as its words
    /// allow, the others alike, wider only for a long word. `None` when words would break.
    fn widths(&mut self, size: f32) -> Option<Vec<f32>> {
        let insets = points(CELL_INSETS[0] + CELL_INSETS[2]);
        let setting = setting(size);
        let needs: Vec<f32> = (0..self.heads.len())
            .map(|n| {
                let cells = [&self.heads[n], &self.points[n], &self.leads[n]];
                let widest =
                    cells.map(|cell| block::narrowest(cell, setting)).into_iter().fold(0.0, f32::max);
                widest + insets
            })
            .collect();
        let (label, columns) = needs.split_first()?;
        let shared = share(self.room - label, columns)?;
        Some(std::iter::once(*label).chain(shared).collect())
    }

    /// Widths that keep all text on the slide when even the floor breaks words.
    fn even_widths(&self) -> Vec<f32> {
        vec![self.room / self.heads.len() as f32; self.heads.len()]
    }

    fn fixed_height(&mut self, widths: &[f32], size: f32) -> f32 {
        row_height(&mut self.heads, widths, size) + row_height(&mut self.leads, widths, size)
    }
}

fn plain(runs: Vec<Run>) -> Paragraph {
    Paragraph { runs, style: ParagraphStyle::Plain }
}

/// Shares a width among columns: alike, but none below its need.
fn share(room: f32, needs: &[f32]) -> Option<Vec<f32>> {
    if needs.iter().sum::<f32>() > room {
        return None;
    }
    let mut fixed = vec![false; needs.len()];
    loop {
        let taken: f32 = needs.iter().zip(&fixed).filter(|(_, fixed)| **fixed).map(|(need, _)| need).sum();
        let free = fixed.iter().filter(|fixed| !**fixed).count();
        let even = (room - taken) / free.max(1) as f32;
        let wider = (0..needs.len()).find(|&n| !fixed[n] && needs[n] > even);
        match wider {
            Some(n) => fixed[n] = true,
            None => {
                let width = |n: usize| if fixed[n] { needs[n] } else { even };
                return Some((0..needs.len()).map(width).collect());
            }
        }
    }
}

fn inner(width: f32) -> f32 {
    (width - points(CELL_INSETS[0] + CELL_INSETS[2])).max(1.0)
}

fn row_height(cells: &mut [Vec<Shaped>], widths: &[f32], size: f32) -> f32 {
    let insets = points(CELL_INSETS[1] + CELL_INSETS[3]);
    let heights = cells
        .iter_mut()
        .zip(widths)
        .map(|(cell, width)| block::height(cell, inner(*width), setting(size)) + insets);
    heights.fold(0.0, f32::max)
}

fn lay(frame: &mut Frame<'_>, matrix: &Matrix, group: Range<usize>) {
    let columns = &matrix.columns[group];
    let mut table = Table::shape(frame, matrix, columns);
    let whole = block::sizes(LARGEST, CELL_FLOOR).into_iter().find_map(|size| {
        let widths = table.widths(size)?;
        let height = table.fixed_height(&widths, size) + row_height(&mut table.points, &widths, size);
        (height <= table.height).then_some((size, widths))
    });
    if let Some((size, widths)) = whole {
        let points = record_row(&mut table.points, &widths, size, body_look);
        return push(frame, matrix, &mut table, &widths, size, points);
    }
    split_points(frame, matrix, columns, table);
}

/// Splits the row of points across slides, at the floor; header and leads are repeated.
fn split_points(frame: &mut Frame<'_>, matrix: &Matrix, columns: &[MatrixColumn], mut table: Table) {
    let size = CELL_FLOOR;
    let widths = table.widths(size).unwrap_or_else(|| table.even_widths());
    let left = table.height - table.fixed_height(&widths, size);
    if left < size * 3.0 {
        frame.remark_does_not_fit();
    }
    let insets = points(CELL_INSETS[1] + CELL_INSETS[3]);
    let height = (left - insets).max(size * 1.2);
    let typeface = frame.free().typeface;
    let face = Face { typeface: &typeface, bold: false };
    let rooms: Vec<Room> =
        widths[1..].iter().map(|&w| Room { width: inner(w), height, floor: setting(size) }).collect();
    let mut texts: Vec<Vec<Shaped>> = columns
        .iter()
        .zip(&rooms)
        .map(|(column, room)| partition::shape(&mut frame.shaper, &column.points, face, *room))
        .collect();
    let cuts: Vec<partition::Cuts> =
        texts.iter_mut().zip(&rooms).map(|(text, room)| partition::cuts(text, *room)).collect();
    let most = cuts.iter().map(partition::Cuts::fewest).max().unwrap_or(1);
    let parts: Vec<Vec<Range<usize>>> = cuts.iter().map(|cuts| cuts.parts(most)).collect();
    for n in 0..parts.iter().map(Vec::len).max().unwrap_or(1) {
        let mut cells: Vec<Vec<Shaped>> = vec![std::mem::take(&mut table.points[0])];
        for (text, parts) in texts.iter_mut().zip(&parts) {
            let count = parts.get(n).map_or(0, |part| part.len());
            cells.push(text.drain(..count).collect());
        }
        let row = record_row(&mut cells, &widths, size, body_look);
        table.points[0] = std::mem::take(&mut cells[0]);
        push(frame, matrix, &mut table, &widths, size, row);
    }
}

fn head_look(_: usize) -> Look {
    Look { align: Align::Left, anchor: Anchor::Top, tone: Tone::OnAccent }
}

fn body_look(column: usize) -> Look {
    if column == 0 { Look { tone: Tone::Accent, ..Look::PLAIN } } else { Look::PLAIN }
}

fn record_row(cells: &mut [Vec<Shaped>], widths: &[f32], size: f32, look: fn(usize) -> Look) -> Row {
    let height = emu(row_height(cells, widths, size));
    let cells: Vec<TextBlock> = cells
        .iter_mut()
        .zip(widths)
        .enumerate()
        .map(|(n, (cell, width))| block::record(cell, inner(*width), setting(size), look(n)))
        .collect();
    Row { height, cells }
}

fn push(frame: &mut Frame<'_>, matrix: &Matrix, table: &mut Table, widths: &[f32], size: f32, points: Row) {
    let head = record_row(&mut table.heads, widths, size, head_look);
    let leads = record_row(&mut table.leads, widths, size, body_look);
    let rows = vec![head, points, leads];
    let widths: Vec<i64> = widths.iter().map(|&width| (width * block::POINT).floor() as i64).collect();
    let content = frame.geometry.content;
    let rect = Rect {
        x: content.x,
        y: content.y,
        w: widths.iter().sum(),
        h: rows.iter().map(|row| row.height).sum(),
    };
    let name = matrix.progress_label.clone();
    let table = Shape::Table { name, alt: matrix.alt.clone(), rect, widths, rows, row_headers: true };
    frame.push(LayoutRole::TitleOnly, vec![table]);
}
