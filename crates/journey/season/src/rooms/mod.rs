//! Rooms: a sitting as it happens. The facilitator moves through the run of show, every page follows, and people sit at
//! tables with those whom they have not met yet.

pub mod acts;
pub mod model;
mod pages;
mod part;
mod store;
pub mod tables;

pub(crate) use pages::line;
pub use part::PART;
