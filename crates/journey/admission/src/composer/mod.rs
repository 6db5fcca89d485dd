//! The composer: a cohort put together by hand and by solver, in named compositions that several people may work on.

pub mod acts;
pub mod model;
mod pages;
mod part;
pub mod pool;
pub mod store;

pub use part::PART;
