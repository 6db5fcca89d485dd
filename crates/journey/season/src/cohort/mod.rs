//! The cohort: its members, what each agreed to show, and the page that shows it.

mod model;
mod pages;
pub mod rules;
pub mod snapshot;
pub mod store;

pub use model::Member;

use weft_web::Route;

pub fn routes() -> Vec<Route> {
    pages::routes()
}
