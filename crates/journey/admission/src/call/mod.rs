//! The call for applications: its form, its public page, and applying without an account. What is sent joins the pool
//! of [`crate::applications`].

pub mod acts;
pub mod changes;
pub mod checks;
pub mod drafts;
pub mod labels;
mod letters;
pub mod model;
pub mod pages;
mod part;
pub mod proof;
pub mod quotas;
pub mod reminders;
pub mod rules;
pub mod stages;
pub mod starter;
pub mod store;
pub mod uploads;

pub use part::PART;

use weft_kernel::clock::Time;
use weft_kernel::db::{Conn, Result};
use weft_kernel::ids::Id;

/// Until when applications of a season are open; `None` when they are not open now.
pub async fn open_until(conn: &mut Conn, season: &Id, now: Time) -> Result<Option<Time>> {
    let call = store::call(conn, season).await?.filter(|c| c.stage(now) == model::Stage::Open);
    Ok(call.and_then(|c| c.closes_at))
}
