//! Pages of the library.

mod edit;
mod list;
mod lists;
mod mine;
mod show;

use serde::Deserialize;

use super::model::Card;
use super::rules::ReadLibrary;
use super::store;
use weft_kernel::db::Conn;
use weft_kernel::ids::Id;
use weft_programs::InSeason;
use weft_web::route::{get, post};
use weft_web::{Error, Result, Route};

pub fn routes() -> Vec<Route> {
    vec![
        get("/s/{season}/library", list::show),
        post("/s/{season}/library/beginning", list::begin),
        post("/s/{season}/library/protocols", list::add_protocols),
        get("/s/{season}/library-lists", lists::show),
        post("/s/{season}/library-lists", lists::save),
        get("/s/{season}/new-card", edit::new),
        post("/s/{season}/new-card", edit::make),
        get("/s/{season}/library/{card}", show::show),
        get("/s/{season}/library/{card}/edit", edit::edit),
        post("/s/{season}/library/{card}/edit", edit::save),
        post("/s/{season}/library/{card}/publication", show::publish),
        post("/s/{season}/library/{card}/withdrawal", show::withdraw),
        post("/s/{season}/library/{card}/removal", show::remove),
        get("/s/{season}/library/{card}/mine", mine::show),
        post("/s/{season}/library/{card}/mine", mine::write),
        get("/s/{season}/library/{card}/mine/{reflection}", mine::reopen),
        post("/s/{season}/library/{card}/mine/{reflection}", mine::write_over),
        post("/s/{season}/library/{card}/mine/{reflection}/removal", mine::forget),
    ]
}

/// What the paths of the library name.
#[derive(Deserialize)]
pub struct At {
    card: String,
    #[serde(default)]
    reflection: String,
}

impl At {
    fn number(&self) -> Result<i64> {
        self.card.parse().ok().filter(|n| *n > 0).ok_or(Error::NotFound)
    }

    fn reflection(&self) -> Id {
        Id::stored(self.reflection.clone())
    }
}

/// The card of a path, as the reader may see it.
async fn card(conn: &mut Conn, permit: &ReadLibrary, at: &At) -> Result<Card> {
    store::card(conn, permit, at.number()?).await?.ok_or(Error::NotFound)
}

fn path(s: &InSeason, number: i64) -> String {
    s.season.path(&format!("library/{number}"))
}
