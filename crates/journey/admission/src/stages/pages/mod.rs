//! Pages of stages: which there are and how far they are, who goes on, inviting them.

mod choose;
mod invite;
mod plan;

use super::model::Stage;
use super::store;
use weft_kernel::db::Conn;
use weft_programs::InSeason;
use weft_web::route::{get, post};
use weft_web::{Error, Result, Route};

pub fn routes() -> Vec<Route> {
    vec![
        get("/s/{season}/stages", plan::show),
        post("/s/{season}/stages", plan::add),
        get("/s/{season}/stages/{no}", choose::show),
        post("/s/{season}/stages/{no}", choose::save),
        get("/s/{season}/stages/{no}/plan", plan::ask_change),
        post("/s/{season}/stages/{no}/plan", plan::change),
        post("/s/{season}/stages/{no}/removal", plan::remove),
        post("/s/{season}/stages/{no}/reviewers", plan::set_reviewers),
        get("/s/{season}/stages/{no}/invitations", invite::show),
        post("/s/{season}/stages/{no}/invitations", invite::send),
    ]
}

/// The number of a stage in a path.
#[derive(serde::Deserialize)]
struct At {
    no: String,
}

/// A later stage of the path with the one before it; anything else is a missing page.
async fn later(conn: &mut Conn, s: &InSeason, at: &At) -> Result<(Stage, Stage)> {
    let no: i64 = at.no.parse().map_err(|_| Error::NotFound)?;
    let mut stages = store::stages(conn, &s.season.id).await?;
    let place = stages.iter().position(|g| g.no == no).filter(|i| *i > 0).ok_or(Error::NotFound)?;
    let stage = stages.remove(place);
    Ok((stages.remove(place - 1), stage))
}
