//! Pages of home teams.

mod builder;

use weft_web::Route;
use weft_web::route::{get, post};

pub fn routes() -> Vec<Route> {
    vec![
        get("/s/{season}/teams", builder::show),
        post("/s/{season}/teams/proposal", builder::propose),
        post("/s/{season}/teams/move", builder::move_member),
        post("/s/{season}/teams/acceptance", builder::accept),
    ]
}
