//! Reading applications: the rubric, who reads what, reading without names, and how far it is. Scores reach those who
//! choose when the reading is closed.

pub mod acts;
mod assigning;
pub mod conflicts;
pub mod conversations;
mod letters;
pub mod model;
mod pages;
mod part;
mod planning;
pub mod reminders;
pub mod rules;
mod sight;
pub mod starter;
pub mod store;

pub use part::PART;
