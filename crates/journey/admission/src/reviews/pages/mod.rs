//! Pages of reading: a reader's list and desk, the leads' monitor, the rubric.

mod calibration;
mod conversation;
mod desk;
mod list;
mod monitor;
mod rubric;

use weft_web::Route;
use weft_web::route::{get, post};

pub fn routes() -> Vec<Route> {
    vec![
        get("/s/{season}/reviews", list::show),
        // Emails of before lead to the addresses of before.
        get("/s/{season}/reading", list::moved),
        get("/s/{season}/reading/{place}", desk::moved),
        get("/s/{season}/readers", monitor::moved),
        post("/s/{season}/reviews/conflicts", list::save_ties),
        post("/s/{season}/reviews/conflicts/answers", list::answer),
        get("/s/{season}/reviews/{place}", desk::show),
        post("/s/{season}/reviews/{place}", desk::save),
        post("/s/{season}/reviews/{place}/skip", desk::skip),
        post("/s/{season}/reviews/{place}/conflict", desk::conflict),
        post("/s/{season}/reviews/{place}/note", desk::note),
        get("/s/{season}/reviews/{place}/time.ics", conversation::calendar),
        post("/s/{season}/reviews/{place}/time", conversation::set),
        post("/s/{season}/reviews/{place}/time/removal", conversation::cancel),
        get("/s/{season}/reviews/{place}/files/{id}", desk::file),
        get("/s/{season}/calibration", calibration::show),
        post("/s/{season}/calibration", calibration::save),
        post("/s/{season}/reviewers/by-hand", monitor::by_hand),
        get("/s/{season}/reviewers", monitor::show),
        post("/s/{season}/reviewers", monitor::save),
        post("/s/{season}/reviewers/assignment", monitor::assign),
        post("/s/{season}/reviewers/closing", monitor::close),
        post("/s/{season}/reviewers/reopening", monitor::reopen),
        post("/s/{season}/reviewers/visible", monitor::show_more),
        post("/s/{season}/reviewers/conflicts", monitor::answer),
        post("/s/{season}/reviewers/{id}/languages", monitor::languages),
        post("/s/{season}/reviewers/{id}/replacement", monitor::replace),
        get("/s/{season}/rubric", rubric::show),
        post("/s/{season}/rubric", rubric::save),
    ]
}
