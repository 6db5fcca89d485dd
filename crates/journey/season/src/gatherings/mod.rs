//! Gatherings: retreats, sessions, group coaching and webinars of a season, with their times, their run of show,
//! the calendars that follow them, and who came.

pub mod acts;
pub mod agenda;
pub mod asking;
pub mod attendance;
pub mod calendar;
pub mod checks;
pub mod curriculum;
mod emails;
mod letters;
pub mod lint;
pub mod model;
mod pages;
mod part;
pub mod places;
pub mod recording;
pub mod reminders;
pub mod reports;
pub mod rules;
pub mod sources;
pub mod store;
pub use weft_kernel::when;
pub mod undoing;
mod weblinks;
pub mod zoom;

pub use part::PART;

use model::{Answer, Coming, Meeting};
use rules::SeeGatherings;
use weft_kernel::clock::Time;
use weft_kernel::db::{Conn, Result};
use weft_kernel::ids::Id;
use weft_people::rules::OwnRecord;

/// A season's gatherings as the reader may see them, in the order of their days. Two statements, however many there
/// are.
pub async fn of_season(conn: &mut Conn, permit: &SeeGatherings) -> Result<Vec<Meeting>> {
    let (gatherings, sittings) = store::season(conn, permit).await?;
    Ok(Meeting::all(gatherings, sittings))
}

/// What a season has announced, for anyone: days and hours, without a reader of one's own.
pub async fn announced(conn: &mut Conn, season: &Id) -> Result<Vec<Meeting>> {
    let (gatherings, sittings) = store::announced(conn, season).await?;
    Ok(Meeting::all(gatherings, sittings).into_iter().filter(|m| m.gathering.is_on()).collect())
}

/// What a person goes to next, over all her seasons: announced, not over, hers or still to choose. The soonest first,
/// at most `limit`; what she runs or helps with only where `is_staff`: she has shown her second factor.
pub async fn coming(conn: &mut Conn, own: &OwnRecord, is_staff: bool, now: Time, limit: i64) -> Result<Vec<Coming>> {
    store::places::coming(conn, own, is_staff, now, limit).await
}

/// What someone has answered to a gathering and when, by the season's slug and its number; only while it can be taken
/// back: before it begins, and without a note.
pub async fn just_said(
    conn: &mut Conn,
    own: &OwnRecord,
    season: &str,
    number: i64,
    now: Time,
) -> Result<Option<(Answer, Time)>> {
    store::places::just_said(conn, own, season, number, now).await
}

/// The season whose places someone finds on pages that belong to none, by its slug.
pub async fn own_season(conn: &mut Conn, own: &OwnRecord, now: Time) -> Result<Option<String>> {
    store::places::own_season(conn, own, now).await
}

/// One gathering by its number in the season.
pub async fn by_number(conn: &mut Conn, permit: &SeeGatherings, number: i64) -> Result<Option<Meeting>> {
    let (gatherings, sittings) = store::one(conn, permit, number).await?;
    Ok(Meeting::all(gatherings, sittings).into_iter().next())
}
