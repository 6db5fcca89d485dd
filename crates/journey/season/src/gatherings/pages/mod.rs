//! Pages of gatherings.

mod attendance;
mod calendar;
mod curriculum;
mod door;
mod edit;
mod plan;
mod recording;
mod report;
mod run_of_show;
mod season;
mod show;
mod sources;

use serde::Deserialize;

use super::model::Meeting;
use super::rules::SeeGatherings;
use super::{by_number, zoom};
use weft_kernel::db::Conn;
use weft_kernel::i18n::Tr;
use weft_kernel::ids::Id;
use weft_programs::InSeason;
use weft_web::route::{get, post};
use weft_web::{Error, Result, Route};

pub fn routes() -> Vec<Route> {
    vec![
        get("/s/{season}/gatherings", season::show),
        get("/s/{season}/certificate", season::certificate),
        get("/s/{season}/season-plan", plan::show),
        post("/s/{season}/season-plan/shift", plan::shift),
        post("/s/{season}/season-plan/copy", plan::copy),
        post("/s/{season}/season-plan/mix", plan::mix),
        get("/s/{season}/sources", sources::show),
        post("/s/{season}/sources", sources::add),
        post("/s/{season}/sources/{id}/settled", sources::settle),
        get("/s/{season}/new-gathering", edit::new),
        post("/s/{season}/new-gathering", edit::make),
        get("/s/{season}/gatherings/{number}", show::show),
        get("/s/{season}/gatherings/{number}/edit", edit::edit),
        post("/s/{season}/gatherings/{number}/edit", edit::save),
        post("/s/{season}/gatherings/{number}/publication", edit::publish),
        post("/s/{season}/gatherings/{number}/cancellation", edit::cancel),
        post("/s/{season}/gatherings/{number}/removal", edit::discard),
        get("/s/{season}/gatherings/{number}/calendar.ics", show::calendar),
        post("/s/{season}/gatherings/{number}/recording", recording::save),
        get("/s/{season}/gatherings/{number}/cards", curriculum::cards),
        post("/s/{season}/gatherings/{number}/cards", curriculum::set_cards),
        get("/s/{season}/curriculum", curriculum::show),
        post("/s/{season}/curriculum", curriculum::lines),
        post("/s/{season}/curriculum/marks", curriculum::marks),
        post("/s/{season}/gatherings/{number}/answer", show::answer),
        post("/s/{season}/gatherings/{number}/rsvp-reminder", show::remind),
        post("/s/{season}/gatherings/{number}/sittings/{sitting}/choice", show::choose),
        post("/s/{season}/gatherings/{number}/sittings/{sitting}/departure", show::leave),
        post("/s/{season}/gatherings/{number}/sittings/{sitting}/arrival", show::arrive),
        get("/s/{season}/gatherings/{number}/sittings/{sitting}/way-in", show::way_in),
        get("/s/{season}/gatherings/{number}/agenda/{part}", run_of_show::show),
        post("/s/{season}/gatherings/{number}/agenda/{part}", run_of_show::add),
        post("/s/{season}/gatherings/{number}/agenda/{part}/template", run_of_show::fill),
        post("/s/{season}/gatherings/{number}/agenda/{part}/blocks/{block}", run_of_show::save),
        get("/s/{season}/gatherings/{number}/attendance/{part}", attendance::show),
        post("/s/{season}/gatherings/{number}/attendance/{part}", attendance::mark),
        post("/s/{season}/gatherings/{number}/attendance/{part}/report", report::read)
            .up_to(zoom::MOST_BYTES + 64 * 1024),
        get("/s/{season}/gatherings/{number}/door/{sitting}", door::show),
        post("/s/{season}/gatherings/{number}/door/{sitting}", door::mark),
        get("/s/{season}/gatherings/{number}/door/{sitting}/poster", door::poster),
        get("/s/{season}/gatherings/{number}/reports/{report}", report::report),
        post("/s/{season}/gatherings/{number}/reports/{report}", report::take),
        post("/s/{season}/gatherings/{number}/reports/{report}/undo", report::undo),
        get("/me/calendar", calendar::show),
        post("/me/calendar/zone", calendar::zone),
        post("/me/calendar/reminders", calendar::remind),
        post("/me/calendar/address", calendar::make),
        post("/me/calendar/end", calendar::revoke),
        get("/calendars/{token}/calendar.ics", calendar::feed),
    ]
}

/// What the paths of gatherings name.
#[derive(Deserialize)]
pub struct At {
    number: String,
    #[serde(default)]
    part: String,
    #[serde(default)]
    sitting: String,
    #[serde(default)]
    block: String,
    #[serde(default)]
    report: String,
}

impl At {
    fn number(&self) -> Result<i64> {
        self.number.parse().ok().filter(|n| *n > 0).ok_or(Error::NotFound)
    }

    fn sitting(&self) -> Id {
        Id::stored(self.sitting.clone())
    }

    /// The part of the path, where the gathering has it.
    fn part(&self, meeting: &Meeting) -> Result<i64> {
        let part = self.part.parse().map_err(|_| Error::NotFound)?;
        meeting.sittings.iter().any(|s| s.part == part).then_some(part).ok_or(Error::NotFound)
    }
}

/// The gathering of a path, as the reader may see it.
async fn meeting(conn: &mut Conn, permit: &SeeGatherings, at: &At) -> Result<Meeting> {
    by_number(conn, permit, at.number()?).await?.ok_or(Error::NotFound)
}

fn path(s: &InSeason, number: i64) -> String {
    s.season.path(&format!("gatherings/{number}"))
}

/// Zones to type with a list below: each by its IANA name, with its own name and city.
fn zones(t: Tr) -> Vec<(String, String)> {
    weft_kernel::zone::choices(&t, "", "").into_iter().flat_map(|(_, zones)| zones).collect()
}
