//! Weft: one program for people who run cohort-based leadership programs, and for the leaders in them.
//!
//! ARCHITECTURE.md draws the crates; this one puts them together.

pub mod app;
pub mod built_in;
pub mod cli;
