//! Checks on a deck's bytes.
