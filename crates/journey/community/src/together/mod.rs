//! What a cohort makes together: its agreements, version by version, and what it celebrates.

pub mod acts;
mod pages;
mod part;
pub mod rules;
pub mod store;

pub use part::PART;
