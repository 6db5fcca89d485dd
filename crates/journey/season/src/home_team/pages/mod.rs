//! Pages of a home team: its place, what it agreed on, catching up, and attendance of all teams.

mod agreement;
mod attendance;
mod catch_up;
mod place;

use weft_web::Route;
use weft_web::route::{get, post};

pub fn routes() -> Vec<Route> {
    vec![
        get("/s/{season}/home-team", place::show),
        get("/s/{season}/home-team/agreement", agreement::show),
        post("/s/{season}/home-team/agreement", agreement::save),
        get("/s/{season}/home-team/agreement/edit", agreement::edit),
        post("/s/{season}/home-team/agreement/yes", agreement::agree),
        post("/s/{season}/home-team/agreement/yes/removal", agreement::take_back),
        get("/s/{season}/home-team/gatherings/{number}", catch_up::show),
        post("/s/{season}/home-team/gatherings/{number}", catch_up::add),
        post("/s/{season}/home-team/gatherings/{number}/removal", catch_up::undo),
        get("/s/{season}/teams/attendance", attendance::show),
    ]
}
