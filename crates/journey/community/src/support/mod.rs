//! When it is too much: where people of a program find support, by place, as the program wrote it; and the one person
//! whom someone of the cohort can ask to get in touch. Nobody else reads who that is, and of a message nothing is kept.

pub mod acts;
mod letters;
pub mod model;
mod pages;
mod part;
pub mod rules;
pub mod store;

pub use model::Foot;
pub use pages::KEPT_NOWHERE;
pub use pages::foot;
pub use part::PART;
