//! Registration for offers that anyone may join: once for a whole series, with seats, a list, and a link to leave or
//! pass one's place on.

pub mod acts;
mod emails;
pub mod model;
mod pages;
mod part;
pub mod places;
pub mod rules;
pub mod store;

pub use part::PART;
