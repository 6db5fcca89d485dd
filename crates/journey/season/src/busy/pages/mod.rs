//! The page of one's own calendar.

mod calendar;

use weft_web::Route;
use weft_web::route::{get, post};

pub fn routes() -> Vec<Route> {
    vec![
        get("/s/{season}/appointments/calendar", calendar::show),
        post("/s/{season}/appointments/calendar", calendar::connect),
        post("/s/{season}/appointments/calendar/reading", calendar::read_now),
        post("/s/{season}/appointments/calendar/removal", calendar::disconnect),
    ]
}
