//! Busy times from the calendar that someone keeps elsewhere, so that nobody books an appointment over them. The
//! address is a secret and sealed; of what is in the calendar, only from when to when is kept.

pub mod acts;
pub mod model;
mod pages;
mod part;
pub mod reading;
pub mod rules;
pub mod store;

pub use part::PART;
