//! Choosing a cohort in the open: goals, proposals and drawings with their transcripts, invitations and
//! answers.

pub mod acts;
pub mod band;
pub mod cancel;
mod emails;
pub mod filling;
pub mod goals;
pub mod model;
mod pages;
mod part;
pub mod reminders;
pub mod rules;
pub mod store;
pub mod words;

pub use part::PART;

use weft_kernel::db::Conn;
use weft_people::Actor;
use weft_web::Result;

/// Where the person who asks stands in each season that has chosen and not yet answered her.
pub async fn standings(conn: &mut Conn, actor: &Actor) -> Result<Vec<filling::Place>> {
    store::standings(conn, &weft_people::rules::own_record(actor)).await?.iter().map(filling::place).collect()
}
