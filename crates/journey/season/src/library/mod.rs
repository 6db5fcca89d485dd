//! The library of a program: frameworks, practices, modules, handouts, and worksheets that nobody but their writer
//! reads.

pub mod acts;
pub mod model;
mod pages;
mod part;
pub mod protocols;
pub mod rules;
pub mod starter;
pub mod store;

pub use part::PART;
