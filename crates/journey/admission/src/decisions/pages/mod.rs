//! Pages of answers: the leads' and the page that a letter leads to.

mod choice;
mod round;

use weft_web::Route;
use weft_web::route::{get, post};

pub fn routes() -> Vec<Route> {
    vec![
        get("/s/{season}/decisions", round::show),
        post("/s/{season}/decisions", round::stage),
        post("/s/{season}/decisions/sending", round::send),
        post("/s/{season}/decisions/alone", round::send_alone),
        post("/s/{season}/decisions/stop", round::stop),
        post("/s/{season}/decisions/cancellation", round::cancel),
        post("/s/{season}/decisions/{external_id}/hold", round::hold_back),
        get("/application-choice/{token}", choice::show),
        post("/application-choice/{token}", choice::save),
    ]
}
