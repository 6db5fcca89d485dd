//! What is offered, by whom and when: organizations, programs, seasons, and the roles people hold in
//! them.
//!
//! Other slices take [`InSeason`] as the door to a season's pages: it knows the season, who asks and
//! which roles she holds there.

pub mod access;
pub mod acts;
pub mod bounces;
mod declared;
pub mod digest;
pub mod emails;
mod extract;
pub mod following;
pub mod held;
pub mod look;
pub mod model;
mod pages;
pub mod part;
pub mod rules;
pub mod setup;
pub mod states;
pub mod store;
pub mod todo;

pub use declared::PART;
pub use extract::{InSeason, May, Permit, accompany, furnish, furnish_program};
pub use model::{Role, Season};
pub use rules::{RunSeason, SeeSeason, TakePart, may_take_part};
pub use store::counts;
