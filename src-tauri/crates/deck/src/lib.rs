//! Plan and words to slides, to layout, to PowerPoint.
//!
//! The deck is a pure function of the plan, the language and the template: the
//! same input gives the same bytes. [`make()`] is the way in; what it calls, in
//! order: [`compose`], [`layout`], [`pptx`].

pub mod blockers;
pub mod compose;
pub mod geometry;
pub mod laid_out;
pub mod layout;
pub mod make;
pub mod model;
pub mod parity;
pub mod pptx;
pub mod remark;

pub use make::{DeckError, Made, Options, differences, make, make_all};
