//! Meetings of home teams as calendars show them: the same in emails and to whoever subscribes. Unlike a gathering, a
//! team's own meeting counts nobody at its door, so where to meet stands in the entry.

use super::model::Poll;
use super::store;
use weft_kernel::Kernel;
use weft_kernel::clock::Time;
use weft_kernel::db::{Conn, Result};
use weft_kernel::i18n::Tr;
use weft_kernel::ical;
use weft_people::rules::OwnRecord;

/// The entry of a poll's meeting; none while no time was chosen.
pub(super) fn event(kernel: &Kernel, t: Tr, poll: &Poll) -> Option<ical::Event> {
    let page = format!("{}{}", kernel.config.base_url, poll.path());
    Some(ical::Event {
        uid: format!("{}@weft", poll.id),
        sequence: poll.sequence,
        starts: poll.starts_local.as_ref()?.parse().ok()?,
        zone: poll.zone.clone(),
        minutes: poll.minutes,
        summary: format!("{} · {}", poll.program_name, poll.name(&t)),
        description: page.clone(),
        location: poll.place.clone(),
        url: page,
        is_cancelled: poll.canceled_at.is_some(),
        is_tentative: false,
        parties: None,
    })
}

/// The meetings of a person's home teams, each with when it last changed. One statement.
pub async fn entries(kernel: &Kernel, conn: &mut Conn, own: &OwnRecord, t: Tr) -> Result<Vec<(Time, ical::Event)>> {
    let all = store::meetings(conn, own).await?;
    let changed = |p: &Poll| p.canceled_at.or(p.settled_at).unwrap_or(p.made_at);
    Ok(all.iter().filter_map(|p| Some((changed(p), event(kernel, t, p)?))).collect())
}
