//! Coaching: a coach for each of the cohort, an agreement before the first session, sessions that are counted, and a
//! change of coach that nobody has to explain. The program reads counts; what the two talk about is theirs.

pub mod acts;
mod emails;
mod ending;
pub mod feedback;
pub mod group;
mod group_letters;
pub mod groups;
pub mod heard;
mod letters;
mod locked;
pub mod model;
pub mod notes;
mod pages;
mod part;
mod propose;
pub mod rules;
mod sessions;
pub mod store;
pub mod talks;

pub use part::PART;
