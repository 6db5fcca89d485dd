//! Conversations: topics in the whole cohort, in a home team, in a space, each with its messages. Who reads one is the
//! view `topic_reader`, and nothing else.

pub mod acts;
mod answering;
mod emails;
mod ending;
pub mod files;
pub mod model;
mod pages;
mod part;
mod reply;
pub mod rules;
pub mod store;
mod telling;

pub use answering::{Answered, Refusal, take as take_answer};
pub use part::PART;
pub use reply::read as read_answer;
