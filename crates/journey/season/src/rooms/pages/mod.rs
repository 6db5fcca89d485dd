//! Pages of rooms.

mod console;
mod met;
mod room;
mod screen;
mod tables;

pub(crate) use room::line;

use serde::Deserialize;

use crate::gatherings::by_number;
use crate::gatherings::model::{Meeting, Sitting};
use crate::gatherings::rules::{self, SeeGatherings};
use weft_kernel::db::Conn;
use weft_kernel::ids::Id;
use weft_programs::InSeason;
use weft_web::route::{get, post};
use weft_web::{Error, Page, Result, Route};

pub fn routes() -> Vec<Route> {
    vec![
        get("/s/{season}/gatherings/{number}/room/{sitting}", room::show),
        get("/s/{season}/gatherings/{number}/room/{sitting}/live", room::live),
        get("/s/{season}/gatherings/{number}/room/{sitting}/console", console::show),
        post("/s/{season}/gatherings/{number}/room/{sitting}/console", console::press),
        get("/s/{season}/gatherings/{number}/room/{sitting}/screen", screen::show),
        post("/s/{season}/gatherings/{number}/room/{sitting}/groups", tables::make),
        post("/s/{season}/gatherings/{number}/room/{sitting}/groups/posting", tables::post),
        post("/s/{season}/gatherings/{number}/room/{sitting}/groups/seating", tables::reseat),
        get("/s/{season}/gatherings/{number}/room/{sitting}/groups.csv", tables::export),
        get("/s/{season}/groups", met::show),
    ]
}

#[derive(Deserialize)]
pub struct At {
    number: String,
    sitting: String,
}

/// The sitting of a path, for someone who takes part in it or helps to run it.
async fn find(conn: &mut Conn, see: &SeeGatherings, at: &At) -> Result<(Meeting, Sitting)> {
    let number = at.number.parse().ok().filter(|n: &i64| *n > 0).ok_or(Error::NotFound)?;
    let meeting = by_number(conn, see, number).await?.filter(|m| m.gathering.is_on()).ok_or(Error::NotFound)?;
    let sitting = meeting.sitting(&Id::stored(at.sitting.clone())).ok_or(Error::NotFound)?.clone();
    Ok((meeting, sitting))
}

/// Leave to be in a room: of someone who takes part or helps to run it.
fn inside(s: &InSeason) -> Result<SeeGatherings> {
    rules::may_see(s).filter(|p| p.is_inside).ok_or(Error::NotFound)
}

fn path(s: &InSeason, number: i64, sitting: &Id) -> String {
    s.season.path(&format!("gatherings/{number}/room/{sitting}"))
}

/// The frame of a room: what happens now has the screen, so the tabs of the place it belongs to are left out.
fn bare(s: &InSeason) -> Page {
    Page { tabs: Vec::new(), below: Vec::new(), ..s.page.clone() }
}
