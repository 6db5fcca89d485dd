//! One person, once: names, contact points, affiliations, what she says of herself in a store of its
//! own, her consents, and how she signs in.
//!
//! Other slices use what this file re-exports. An [`Actor`] is someone signed in; [`acts`] start and
//! end that.

pub mod acts;
pub mod address;
mod browser;
pub mod contacts;
pub mod digest;
pub mod forget;
mod forms;
mod join;
mod keeps;
pub mod kept;
pub mod merge;
pub mod model;
pub mod names;
pub mod needs;
pub mod pages;
pub mod photo;
pub mod rules;
mod second_factor;
pub mod shares;
pub mod store;
pub mod tries;

pub use keeps::KEEPS;
pub use model::{ASKED, Actor, ContactKind, PUBLISH, Strength};

use weft_web::Route;

pub fn routes() -> Vec<Route> {
    pages::routes()
}
