//! Pages of the composer.

mod board;
mod compare;
mod list;
mod person;

use weft_web::Route;
use weft_web::route::{get, post};

pub fn routes() -> Vec<Route> {
    vec![
        get("/s/{season}/composer", list::show),
        post("/s/{season}/composer", list::begin),
        get("/s/{season}/composer/compare", compare::show),
        get("/s/{season}/composer/{number}", board::show),
        post("/s/{season}/composer/{number}", board::play),
        post("/s/{season}/composer/{number}/search", board::search),
        post("/s/{season}/composer/{number}/stop", board::stop),
        get("/s/{season}/composer/{number}/work.json", board::work),
        post("/s/{season}/composer/{number}/name", list::rename),
        post("/s/{season}/composer/{number}/run", board::hand_on),
        get("/s/{season}/composer/{number}/people/{external_id}", person::show),
        post("/s/{season}/composer/{number}/people/{external_id}", person::mark),
    ]
}
