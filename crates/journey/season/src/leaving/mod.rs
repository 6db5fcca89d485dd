//! Leaving a cohort: a lead ends a membership, with its day and a reason that leads alone read. What the person sees
//! ends at once, history stays; for a day it can be undone, then what only members keep is erased.

pub mod acts;
mod pages;
mod part;
pub mod rules;
pub mod store;

pub use part::PART;
