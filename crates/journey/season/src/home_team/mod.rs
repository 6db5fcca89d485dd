//! The home team's place: who is in it as each shares, what comes next, what it agreed on, what it missed and made up.
//! Polls, consults and commitments keep what is theirs; this page brings them together.

pub mod acts;
pub mod model;
mod pages;
mod part;
pub mod rules;
pub mod store;

pub use acts::own_data;
pub use part::PART;
