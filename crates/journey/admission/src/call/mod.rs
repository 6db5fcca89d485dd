//! The call for applications: its form, its public page, and applying without an account. What is sent joins the pool
//! of [`crate::applications`].

pub mod acts;
pub mod changes;
pub mod checks;
pub mod drafts;
pub mod labels;
mod letters;
pub mod model;
pub mod pages;
mod part;
pub mod proof;
pub mod quotas;
pub mod reminders;
pub mod rules;
pub mod starter;
pub mod store;
pub mod uploads;

pub use part::PART;
