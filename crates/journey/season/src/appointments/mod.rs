//! Appointments: someone of a season's team says when they can be met, and people of the cohort book, move and cancel.
//! What two people arranged is theirs: nobody else reads it.

pub mod acts;
pub mod calendar;
mod emails;
mod letters;
pub mod model;
pub(crate) mod pages;
mod part;
mod reminders;
pub mod rules;
pub mod slots;
pub mod store;

pub use part::PART;
