//! What a cohort makes together: its agreements, version by version, and what it celebrates.

pub mod acts;
mod pages;
pub mod rules;
pub mod store;

use weft_web::Route;

pub fn routes() -> Vec<Route> {
    pages::routes()
}
