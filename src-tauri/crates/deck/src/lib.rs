//! Plan and words to slides, to layout, to PowerPoint.
//!
//! The deck is a pure function of the plan, the language and the template: the
//! same input gives the same bytes.

pub mod geometry;
pub mod laid_out;
pub mod layout;
pub mod model;
pub mod pptx;
