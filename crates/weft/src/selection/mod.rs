//! Choosing a cohort in the open: goals, proposals and drawings with their transcripts, invitations and
//! answers.

pub mod acts;
pub mod band;
pub mod goals;
pub mod model;
mod pages;
pub mod rules;
pub mod store;
pub mod words;

use crate::web::Route;

pub fn routes() -> Vec<Route> {
    pages::routes()
}
