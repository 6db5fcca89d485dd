//! The composer: a cohort put together by hand and by solver, in named compositions that several people may work on.

pub mod acts;
pub mod model;
mod pages;
pub mod pool;
pub mod store;

use weft_web::Route;

pub fn routes() -> Vec<Route> {
    pages::routes()
}
