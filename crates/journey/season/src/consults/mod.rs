//! Peer consults: someone of the cohort brings a challenge, others help with it in steps that everyone's page follows.
//! Nothing remains but day, home team, client and protocol, and what the client keeps for themselves.

pub mod acts;
mod calendar;
mod emails;
mod ending;
mod letters;
pub mod model;
pub mod open;
mod pages;
mod part;
pub mod rules;
pub mod store;

pub use acts::own_data;
pub use part::PART;
