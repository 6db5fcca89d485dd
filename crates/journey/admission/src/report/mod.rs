//! What a pool says without saying who: the report on a season's applications, and themes coded by people from a
//! codebook.

pub mod acts;
pub mod model;
mod pages;
mod part;
pub mod pool;
pub mod rules;
pub mod starter;
pub mod store;

pub use part::PART;
