//! The pulse of a season: now and then, what weighs on people's work. Answers have no name, no time and no order;
//! totals are for the whole season, when it is closed and enough have answered.

pub mod acts;
pub mod model;
mod pages;
mod part;
pub mod rules;
pub mod store;

pub use part::PART;
