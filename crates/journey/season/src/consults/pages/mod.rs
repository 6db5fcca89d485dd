//! Pages of consults: what waits and what is open, bringing one, one as it waits, goes on and has ended.

mod after;
mod ask;
mod list;
mod one;

use serde::Deserialize;

use weft_kernel::ids::Id;
use weft_programs::InSeason;
use weft_web::Route;
use weft_web::route::{get, post};

pub fn routes() -> Vec<Route> {
    vec![
        get("/s/{season}/consults", list::show),
        post("/s/{season}/consults", ask::make),
        get("/s/{season}/consults/new", ask::fresh),
        get("/s/{season}/consults/{id}", one::show),
        post("/s/{season}/consults/{id}", ask::change),
        get("/s/{season}/consults/{id}/edit", ask::edit),
        post("/s/{season}/consults/{id}/removal", ask::withdraw),
        post("/s/{season}/consults/{id}/beginning", one::begin),
        post("/s/{season}/consults/{id}/steps", one::press),
        post("/s/{season}/consults/{id}/timekeeper", one::keep_time),
        get("/s/{season}/consults/{id}/live", one::live),
        post("/s/{season}/consults/{id}/place", list::take),
        post("/s/{season}/consults/{id}/place/removal", list::give_back),
        post("/s/{season}/consults/{id}/note", after::keep),
        post("/s/{season}/consults/{id}/words/removal", after::let_go),
        post("/s/{season}/consults/{id}/again", after::bring_again),
        post("/s/{season}/consults/{id}/commitment", after::commit),
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

fn path(s: &InSeason, id: &Id) -> String {
    s.season.path(&format!("consults/{id}"))
}
