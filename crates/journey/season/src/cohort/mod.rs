//! The cohort: its members, what each agreed to show, and the page that shows it.

pub mod acts;
mod model;
mod pages;
mod part;
pub mod rules;
pub mod snapshot;
pub mod store;

pub use model::{Member, Named};
pub use part::PART;
