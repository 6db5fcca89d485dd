//! What people need to come to a gathering in person: travel, lodging, food, access, care, whom to call, what to pay
//! back. Each says it to one named person, and it is erased sixty days after.

pub mod acts;
mod emails;
mod model;
mod pages;
mod part;
pub mod rules;
pub mod store;

pub use model::{KEPT_DAYS, Sheet};
pub use part::PART;
pub use weft_kernel::money::amount as money;
