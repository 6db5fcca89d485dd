//! Commitments: what people of a cohort mean to do, in their own words. Each says who may read it; they check in when
//! they want to, and may keep it, adapt it, pause it or let it go. The team counts, and reads what is shared with it.

pub mod acts;
mod emails;
pub mod model;
mod pages;
mod part;
mod reminders;
pub mod rules;
pub mod store;

pub use part::PART;
