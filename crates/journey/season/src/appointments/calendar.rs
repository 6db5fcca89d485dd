//! Appointments in someone's own calendar feed.

use super::letters::entry;
use super::store;
use weft_kernel::Kernel;
use weft_kernel::clock::Time;
use weft_kernel::db::{Conn, Result};
use weft_kernel::i18n::Tr;
use weft_kernel::ical::Event;
use weft_kernel::ids::Id;

/// How many days an appointment that is over stays in the feed.
const BACK: i64 = 400;

/// Their entries, and when the last of them changed.
pub async fn entries(kernel: &Kernel, conn: &mut Conn, person: &Id, t: Tr) -> Result<(Vec<Event>, Time)> {
    let all = store::for_calendar(conn, person, kernel.now().plus_days(-BACK)).await?;
    let changed = all.iter().map(|a| a.canceled_at.unwrap_or(a.booked_at)).max().unwrap_or_default();
    Ok((all.iter().map(|a| entry(kernel, t, a)).collect(), changed))
}
