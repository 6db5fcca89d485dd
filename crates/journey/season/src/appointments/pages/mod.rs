//! Pages of appointments: whom one can meet and what one has, when one can be met, free times, one appointment, and
//! the same by an email's link.

mod hours;
mod link;
mod list;
mod one;
pub(crate) mod times;

use weft_web::Route;
use weft_web::route::{get, post};

pub fn routes() -> Vec<Route> {
    vec![
        get("/s/{season}/appointments", list::show),
        get("/s/{season}/appointments/hours", hours::show),
        post("/s/{season}/appointments/hours", hours::save),
        get("/s/{season}/appointments/with/{id}", times::show),
        post("/s/{season}/appointments/with/{id}", times::book),
        get("/s/{season}/appointments/{id}", one::show),
        get("/s/{season}/appointments/{id}/times", times::move_to),
        post("/s/{season}/appointments/{id}/times", times::shift),
        post("/s/{season}/appointments/{id}/cancellation", one::cancel),
        get("/appointment/{token}", link::show),
        get("/appointment/{token}/times", link::times),
        post("/appointment/{token}/times", link::shift),
        post("/appointment/{token}/cancellation", link::cancel),
    ]
}

/// With a capital at its beginning, which weekdays have not in Spanish.
fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |c| c.to_uppercase().chain(letters).collect())
}
