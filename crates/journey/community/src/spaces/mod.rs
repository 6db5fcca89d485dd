//! Spaces that people of a season make for themselves: their own members, their own words on what stays inside. No role
//! opens one.

pub mod acts;
mod pages;
mod part;
pub mod rules;
pub mod store;

pub use part::PART;
