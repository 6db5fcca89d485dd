//! Polls of times: a home team finds out when it can meet. Anyone of the team, or whoever leads or facilitates, asks;
//! the team answers, each in their own time zone; one press makes a meeting, with an entry for everyone's calendar.

pub mod acts;
pub mod asking;
pub mod calendar;
mod emails;
mod letters;
pub mod model;
mod pages;
mod part;
pub mod rules;
pub mod store;

pub use part::PART;
