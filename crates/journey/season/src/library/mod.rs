//! The library of a program: frameworks, practices, modules, handouts, and worksheets that nobody but their writer
//! reads.

pub mod acts;
pub mod model;
mod pages;
pub mod rules;
pub mod starter;
pub mod store;

use weft_web::Route;

pub fn routes() -> Vec<Route> {
    pages::routes()
}
