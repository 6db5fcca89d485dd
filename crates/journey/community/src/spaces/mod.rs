//! Spaces that people of a season make for themselves: their own members, their own words on what stays inside. No role
//! opens one.

pub mod acts;
mod pages;
pub mod rules;
pub mod store;

use weft_web::Route;

pub fn routes() -> Vec<Route> {
    pages::routes()
}
