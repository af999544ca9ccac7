//! Which layout of a template serves which purpose. Chosen by the layout's type and
//! its placeholders, never by its name: names are in any language, and people change
//! them.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::resolve::{Resolved, Use};
use crate::geometry::{Geometry, LayoutGeometry, LayoutRole, Rect};

/// A layout of the template.
#[derive(Debug, Clone, PartialEq)]
pub struct Layout {
    /// Its part.
    pub part: String,
    /// Its `type`, when it says one.
    pub kind: String,
    /// Which master it belongs to, from 0: earlier masters are preferred.
    pub master: usize,
    /// The scheme colour that headings and header rows take.
    pub accent: &'static str,
    /// Its placeholders.
    pub placeholders: Vec<Resolved>,
}

impl Layout {
    /// Its title.
    pub fn title(&self) -> Option<&Resolved> {
        self.placeholders.iter().find(|p| p.purpose == Use::Title && !p.vertical)
    }

    /// Its text placeholders, from left to right, then from the top.
    pub fn bodies(&self) -> Vec<&Resolved> {
        let mut bodies: Vec<&Resolved> =
            self.placeholders.iter().filter(|p| p.purpose == Use::Text && !p.vertical).collect();
        bodies.sort_by_key(|p| (p.placeholder.rect.x, p.placeholder.rect.y));
        bodies
    }

    /// The first placeholder of a purpose.
    pub fn of(&self, purpose: Use) -> Option<&Resolved> {
        self.placeholders.iter().find(|p| p.purpose == purpose)
    }

    /// How well it serves a purpose; `None` when it cannot.
    fn fitness(&self, role: LayoutRole) -> Option<u32> {
        let title = self.title()?;
        let bodies = self.bodies();
        let kind = self.kind.as_str();
        let no_other = self.of(Use::Other).is_none();
        let no_text = self.of(Use::Text).is_none();
        match role {
            LayoutRole::Title => {
                let centred = title.placeholder.slot.kind == "ctrTitle";
                let subtitle = bodies.first().is_some_and(|b| b.placeholder.slot.kind == "subTitle");
                let score = u32::from(kind == "title") * 4 + u32::from(centred) * 2 + u32::from(subtitle);
                (score > 0 && !bodies.is_empty()).then_some(score)
            }
            LayoutRole::Body => (bodies.len() == 1 && bodies[0].placeholder.slot.kind != "subTitle")
                .then_some(match kind {
                    "obj" => 4,
                    "tx" => 3,
                    _ if no_other => 2,
                    _ => 1,
                }),
            LayoutRole::TwoBodies => (bodies.len() == 2 && side_by_side(&bodies)).then_some(match kind {
                "twoObj" => 4,
                "twoColTx" => 3,
                _ if no_other => 2,
                _ => 1,
            }),
            LayoutRole::TitleOnly => (no_text && no_other).then_some(if kind == "titleOnly" { 2 } else { 1 }),
        }
    }

    fn text_area(&self) -> i64 {
        self.bodies().iter().map(|b| b.placeholder.rect.w * b.placeholder.rect.h).sum()
    }
}

fn side_by_side(bodies: &[&Resolved]) -> bool {
    let (left, right) = (bodies[0].placeholder.rect, bodies[1].placeholder.rect);
    left.x + left.w <= right.x && left.y < right.y + right.h && right.y < left.y + left.h
}

/// The layout for each role. A template without a title slide or a layout with a
/// title alone uses its body layout for them; one without two columns has no
/// `TwoBodies`. `None` when there is no body layout at all.
pub fn choose(layouts: &[Layout]) -> Option<BTreeMap<LayoutRole, usize>> {
    let best = |role: LayoutRole| {
        let rank = |(index, layout): (usize, &Layout)| {
            let score = layout.fitness(role)?;
            Some((layout.master, Reverse(score), Reverse(layout.text_area()), index))
        };
        layouts.iter().enumerate().filter_map(rank).min().map(|(.., index)| index)
    };
    let body = best(LayoutRole::Body)?;
    let mut chosen = BTreeMap::from([
        (LayoutRole::Body, body),
        (LayoutRole::Title, best(LayoutRole::Title).unwrap_or(body)),
        (LayoutRole::TitleOnly, best(LayoutRole::TitleOnly).unwrap_or(body)),
    ]);
    if let Some(two) = best(LayoutRole::TwoBodies) {
        chosen.insert(LayoutRole::TwoBodies, two);
    }
    Some(chosen)
}

/// What layout must know of the chosen layouts.
pub fn geometry(
    page: (i64, i64),
    layouts: &[Layout],
    chosen: &BTreeMap<LayoutRole, usize>,
) -> Option<Geometry> {
    let of_role = |(&role, &index): (&LayoutRole, &usize)| {
        let layout = &layouts[index];
        let bodies = match role {
            LayoutRole::TitleOnly => Vec::new(),
            _ => layout.bodies().into_iter().map(|body| body.placeholder.clone()).collect(),
        };
        Some(LayoutGeometry { role, title: layout.title()?.placeholder.clone(), bodies })
    };
    let body = layouts[*chosen.get(&LayoutRole::Body)?].bodies().first()?.placeholder.rect;
    let title = layouts[*chosen.get(&LayoutRole::TitleOnly)?].title()?.placeholder.rect;
    // A body that begins above the title's end (a title at the left) is left as it is.
    let top = if title.y + title.h < body.y + body.h / 2 { body.y.max(title.y + title.h) } else { body.y };
    Some(Geometry {
        width: page.0,
        height: page.1,
        content: Rect { x: body.x, y: top, w: body.w, h: body.y + body.h - top },
        layouts: chosen.iter().filter_map(of_role).collect(),
    })
}
