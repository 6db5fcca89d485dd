//! Recommendations: applicants name people who know their work, each of whom gets a link and writes without an account.
//! Reviewers may read what came in, below their own form; nothing here decides anything about an application.

pub mod acts;
mod exports;
mod letters;
pub mod masks;
pub mod model;
mod pages;
mod part;
mod reminders;
pub mod rules;
pub mod starter;
pub mod store;
pub mod writing;

pub use part::PART;
