//! Writing to a group: composed once in both languages, read as each person gets it, counted, sent through the outbox.

pub mod acts;
pub mod model;
mod pages;
pub mod rules;
pub mod store;

use weft_web::Route;

pub fn routes() -> Vec<Route> {
    pages::routes()
}
