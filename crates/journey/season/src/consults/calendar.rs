//! Open consults as calendars show them: the same in emails and to whoever subscribes. The words of the client are not
//! in them: other people read calendars, too.

use super::model::Consult;
use super::store;
use weft_kernel::Kernel;
use weft_kernel::clock::Time;
use weft_kernel::db::{Conn, Result};
use weft_kernel::i18n::Tr;
use weft_kernel::ical;
use weft_people::rules::OwnRecord;

/// The entry of an open one.
/// The number of what is told of it grows with time: whoever gives a place back and takes one again hears each in
/// order.
pub(super) fn event(kernel: &Kernel, t: Tr, c: &Consult, is_off: bool) -> Option<ical::Event> {
    let seconds = (kernel.now().0 - c.asked_at.0).max(0) / 1_000_000;
    let page = format!("{}{}", kernel.config.base_url, c.path());
    Some(ical::Event {
        uid: format!("{}@weft", c.id),
        sequence: seconds * 2 + i64::from(is_off),
        starts: c.starts_local.as_ref()?.parse().ok()?,
        zone: c.zone.clone(),
        minutes: c.minutes,
        summary: format!("{} · {}", c.program_name, t.t("consult-calendar")),
        description: page.clone(),
        location: c.place.clone(),
        url: page,
        is_cancelled: is_off,
        is_tentative: false,
        parties: None,
    })
}

/// The open consults that a person brings or comes to, each with when it last changed. One statement.
pub async fn entries(kernel: &Kernel, conn: &mut Conn, own: &OwnRecord, t: Tr) -> Result<Vec<(Time, ical::Event)>> {
    let all = store::ahead(conn, own, Time(0)).await?;
    Ok(all
        .iter()
        .filter_map(|c| Some((c.asked_at, ical::Event { sequence: 0, ..event(kernel, t, c, false)? })))
        .collect())
}
