//! The demo: a synthetic season made by our own seeded generator, through the same acts that people use,
//! each at its date. Visibly labelled; its sign-in links may be used again.

mod appointments;
mod call;
mod coaching;
mod commitments;
mod compose;
mod consults;
mod conversations;
mod emails;
mod gatherings;
mod home_team;
mod imports;
mod leaving;
mod library;
mod logistics;
mod next;
mod opportunities;
mod pages;
mod peers;
mod people;
mod pictures;
mod polls;
mod pool;
mod recommendations;
mod rooms;
mod season;
mod seats;
mod shown;
mod stages;
mod support;
mod texts;
mod together;

pub use season::{Persona, ZONE, make};

use weft_web::Route;

/// The setting that marks a house as a demo, with the day it was made for.
pub const MARK: &str = "demo";

/// A setting per sign-in link: this, then the hash of its token.
const LINK: &str = "demo-link:";

pub fn routes() -> Vec<Route> {
    pages::routes()
}
