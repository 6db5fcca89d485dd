//! People who want to hear when a program's next call opens. Not an application: an address, confirmed by a link, and
//! gone with another.

pub mod acts;
mod pages;
mod part;
pub mod store;

pub use part::PART;
