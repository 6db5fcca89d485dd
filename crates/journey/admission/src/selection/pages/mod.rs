//! Pages of selection.

mod cancel;
mod goals;
mod invitation;
mod invitations;
mod overview;
mod run;
mod why;

use weft_web::Route;
use weft_web::route::{get, post};

pub fn routes() -> Vec<Route> {
    vec![
        get("/s/{season}/selection", overview::show),
        post("/s/{season}/selection/proposal", overview::propose),
        post("/s/{season}/selection/drawing", overview::draw),
        get("/s/{season}/selection/goals", goals::show),
        post("/s/{season}/selection/goals", goals::save),
        post("/s/{season}/selection/goals-file", goals::upload),
        post("/s/{season}/selection/merge", goals::merge),
        post("/s/{season}/selection/merge/undo", goals::part),
        get("/s/{season}/selection/runs/{id}", run::show),
        get("/s/{season}/selection/runs/{id}/transcript.json", run::transcript),
        post("/s/{season}/selection/runs/{id}/confirmation", run::confirm),
        get("/s/{season}/selection/runs/{id}/people/{external_id}", why::person),
        post("/s/{season}/selection/runs/{id}/people/{external_id}", why::mark),
        get("/s/{season}/selection/runs/{id}/goals/{number}", why::goal),
        get("/s/{season}/invitations", invitations::show),
        post("/s/{season}/invitations/rule", invitations::declare),
        post("/s/{season}/invitations/filling", invitations::fill),
        get("/s/{season}/invitations/{external_id}/cancellation", cancel::show),
        post("/s/{season}/invitations/{external_id}/cancellation", cancel::cancel),
        get("/invitation/{token}", invitation::show),
        post("/invitation/{token}", invitation::answer),
    ]
}
