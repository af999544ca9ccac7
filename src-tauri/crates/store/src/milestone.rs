//! What is done to milestones and to no other kind.

mod set_status;

pub(crate) use set_status::{change, may_follow, set_status, stays_as_reported};
