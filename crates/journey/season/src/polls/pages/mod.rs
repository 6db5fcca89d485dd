//! Pages of polls: a team's meetings, asking for times, and one poll.

mod ask;
mod list;
mod one;

use serde::Deserialize;

use weft_kernel::ids::Id;
use weft_web::Route;
use weft_web::route::{get, post};

pub fn routes() -> Vec<Route> {
    vec![
        get("/s/{season}/times", list::show),
        post("/s/{season}/times", ask::make),
        get("/s/{season}/times/new", ask::fresh),
        get("/s/{season}/times/{id}", one::show),
        post("/s/{season}/times/{id}/answers", one::answer),
        post("/s/{season}/times/{id}/choice", one::choose),
        post("/s/{season}/times/{id}/cancellation", one::cancel),
        post("/s/{season}/times/{id}/reminder", one::remind),
        post("/s/{season}/times/{id}/removal", one::delete),
    ]
}

#[derive(Deserialize)]
struct At {
    id: String,
}

impl At {
    fn id(&self) -> Id {
        Id::stored(self.id.clone())
    }
}
