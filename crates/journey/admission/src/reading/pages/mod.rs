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
        get("/s/{season}/reading", list::show),
        post("/s/{season}/reading/ties", list::save_ties),
        post("/s/{season}/reading/ties/answers", list::answer),
        get("/s/{season}/reading/{place}", desk::show),
        post("/s/{season}/reading/{place}", desk::save),
        post("/s/{season}/reading/{place}/skip", desk::skip),
        post("/s/{season}/reading/{place}/conflict", desk::conflict),
        post("/s/{season}/reading/{place}/note", desk::note),
        get("/s/{season}/reading/{place}/time.ics", conversation::calendar),
        post("/s/{season}/reading/{place}/time", conversation::set),
        post("/s/{season}/reading/{place}/time/removal", conversation::cancel),
        get("/s/{season}/reading/{place}/files/{id}", desk::file),
        get("/s/{season}/calibration", calibration::show),
        post("/s/{season}/calibration", calibration::save),
        post("/s/{season}/readers/by-hand", monitor::by_hand),
        get("/s/{season}/readers", monitor::show),
        post("/s/{season}/readers", monitor::save),
        post("/s/{season}/readers/assignment", monitor::assign),
        post("/s/{season}/readers/closing", monitor::close),
        post("/s/{season}/readers/reopening", monitor::reopen),
        post("/s/{season}/readers/visible", monitor::show_more),
        post("/s/{season}/readers/conflicts", monitor::answer),
        post("/s/{season}/readers/{id}/languages", monitor::languages),
        post("/s/{season}/readers/{id}/replacement", monitor::replace),
        get("/s/{season}/rubric", rubric::show),
        post("/s/{season}/rubric", rubric::save),
    ]
}
