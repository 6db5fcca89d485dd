//! Pages of the cohort: for staff and members, for the public, and each member's own say.

mod consent;
mod needs;
mod photo;
mod public;
mod release;
mod staff;

use weft_web::Route;
use weft_web::route::{get, post};

pub fn routes() -> Vec<Route> {
    vec![
        get("/s/{season}/cohort", staff::show),
        get("/s/{season}/cohort.csv", staff::csv),
        get("/s/{season}/public-page", release::show),
        post("/s/{season}/public-page", release::publish),
        post("/s/{season}/public-page/down", release::take_down),
        get("/s/{season}/access-needs", needs::show),
        get("/s/{season}/consent", consent::show),
        post("/s/{season}/consent", consent::save),
        get("/photos/{id}", photo::show),
        get("/cohorts/{season}", public::show),
        get("/cohorts/{season}/snapshot.csv", public::csv),
    ]
}
