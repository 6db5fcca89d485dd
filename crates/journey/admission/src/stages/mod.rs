//! Choosing in stages: a short form first, a longer form for those who go on, a conversation with fewer still. Each
//! stage has its own questions, reviewers, criteria and day; what reviewers do in it is in [`crate::reviews`].

pub mod acts;
mod emails;
pub mod model;
pub mod pages;
mod part;
mod reminders;
pub mod rules;
pub mod store;

pub use part::PART;
