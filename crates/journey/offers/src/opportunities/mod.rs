//! What someone can take part in, here and elsewhere: one public board of open calls, offers and listings, the public
//! page of a gathering that anyone may come to, and what can come after a program.

pub mod acts;
pub mod links;
pub mod model;
mod pages;
mod part;
pub mod rules;
pub mod store;

pub use part::PART;
