//! A person's calendar: a secret address that calendars subscribe to. It shows the gatherings of every season they
//! belong to, their appointments, both without links into them, and the meetings of their home teams.

use super::letters;
use super::model::{Gathering, Meeting, Sitting};
use super::store::calendar::{self as store, Row};
pub use super::store::calendar::{led_seasons, since};
use crate::appointments;
use crate::polls;
use weft_kernel::clock::Time;
use weft_kernel::db::Conn;
use weft_kernel::i18n::Words;
use weft_kernel::i18n::{Lang, Tr};
use weft_kernel::ical::{self, Method};
use weft_kernel::ids::Id;
use weft_kernel::once::Stop;
use weft_kernel::{Kernel, events, secret};
use weft_people::rules::{OwnRecord, own_record_of_reader};
use weft_programs::Season;
use weft_programs::part;
use weft_programs::store as programs;
use weft_web::Result;

/// Makes a new address; the old one ends. The token is shown once and stored as a hash. Seasons that she runs stand in
/// it only where `is_staff`: she made it with her second factor.
pub async fn make(kernel: &Kernel, own: &OwnRecord, is_staff: bool) -> Result<String> {
    // Pressed again, the same address is shown, which was made already.
    let token = kernel.once.token("calendar").unwrap_or_else(|| secret::token(&kernel.rng));
    let mut tx = match kernel.begin_once().await {
        Err(Stop::Again(_)) => return Ok(token),
        begun => begun?,
    };
    store::end_keys(&mut tx, own, kernel.now()).await?;
    store::insert_key(&mut tx, own, &secret::hash(&token), is_staff, kernel.now()).await?;
    let event = events::Event {
        actor: Some(own.person()),
        verb: "calendar.made",
        subject: own.person(),
        season: None,
        detail: None,
    };
    events::record(kernel, &mut tx, event).await?;
    tx.commit().await?;
    Ok(token)
}

/// Ends the address; whatever subscribes to it finds nothing from now on.
pub async fn revoke(kernel: &Kernel, own: &OwnRecord) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    if store::end_keys(&mut tx, own, kernel.now()).await? > 0 {
        let event = events::Event {
            actor: Some(own.person()),
            verb: "calendar.ended",
            subject: own.person(),
            season: None,
            detail: None,
        };
        events::record(kernel, &mut tx, event).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// The zone a person reads times in; `None` for the season's own.
pub async fn set_zone(kernel: &Kernel, own: &OwnRecord, zone: Option<&str>) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    store::set_zone(&mut tx, own, zone).await?;
    let event = events::Event {
        actor: Some(own.person()),
        verb: "zone.set",
        subject: own.person(),
        season: None,
        detail: None,
    };
    events::record(kernel, &mut tx, event).await?;
    Ok(tx.commit().await?)
}

/// What a calendar gets that knows the address, if it still is one.
pub async fn feed(kernel: &Kernel, token: &str) -> Result<Option<String>> {
    let mut conn = kernel.db.read().await?;
    let Some(who) = store::subscriber(&mut conn, &secret::hash(token)).await? else { return Ok(None) };
    let rows = store::rows(&mut conn, &who).await?;
    let t = Tr(Lang::parse(&who.language).unwrap_or_default());
    let mut stamp = Time(0);
    let mut entries = Vec::with_capacity(rows.len());
    for row in &rows {
        stamp = stamp.max(row.changed_at);
        let is_chosen = row.siblings > 1 || row.capacity.is_some();
        if row.takes_part && is_chosen && row.own.is_none() {
            continue;
        }
        entries.push(row.entry(kernel, t));
    }
    let (appointments, changed) = appointments::calendar::entries(kernel, &mut conn, &who.person_id, t).await?;
    stamp = stamp.max(changed);
    entries.extend(appointments);
    for (changed, entry) in
        polls::calendar::entries(kernel, &mut conn, &own_record_of_reader(&who.person_id), t).await?
    {
        stamp = stamp.max(changed);
        entries.push(entry);
    }
    for of_slice in part::calendars() {
        for (changed, entry) in of_slice(kernel, &mut conn, &own_record_of_reader(&who.person_id), t).await? {
            stamp = stamp.max(changed);
            entries.push(entry);
        }
    }
    // The same content is the same text, so that a calendar that asks again is told nothing new.
    Ok(Some(ical::calendar(Method::Publish, &t.a("calendar-name", "name", who.name), stamp, &entries)))
}

impl Row {
    fn entry(&self, kernel: &Kernel, t: Tr) -> ical::Event {
        let title = Words { en: self.title_en.clone(), es: self.title_es.clone() };
        let purpose = Words { en: self.purpose_en.clone(), es: self.purpose_es.clone() };
        let shown = letters::Shown {
            program: &self.program_name,
            title: title.said(&t),
            purpose: purpose.of(t.0),
            page: format!("{}/s/{}/gatherings/{}", kernel.config.base_url, self.season_slug, self.number),
            sitting: &self.sitting_id,
            part: self.part,
            parts: self.parts,
            sequence: self.sequence,
            starts_local: &self.starts_local,
            zone: &self.zone,
            minutes: self.minutes,
            place: &self.place,
            is_off: self.cancelled_at.is_some(),
            is_tentative: self.is_tentative,
        };
        letters::event(t, shown)
    }
}

/// One gathering as a file for a calendar; only the reader's own times where there are several to choose from.
pub fn file(kernel: &Kernel, season: &Season, meeting: &Meeting, t: Tr) -> String {
    let g: &Gathering = &meeting.gathering;
    let own: Vec<&Sitting> = if meeting.own().is_empty() { meeting.sittings.iter().collect() } else { meeting.own() };
    let entries: Vec<ical::Event> =
        own.into_iter().map(|s| letters::entry(kernel, season, meeting, s, t, g.cancelled_at.is_some())).collect();
    ical::calendar(Method::Publish, &season.title(), g.changed_at, &entries)
}

/// A season of which it is known that the same person leads it.
pub struct Led(pub(super) Season);

impl Led {
    pub fn is(&self, season: &Season) -> bool {
        self.0.id == season.id
    }
}

/// A season the same person leads, by its slug.
pub async fn led(conn: &mut Conn, person: &Id, slug: &str) -> Result<Option<Led>> {
    let Some(season) = programs::season_by_slug(conn, slug).await? else { return Ok(None) };
    let roles = programs::roles_in(conn, person, &season.id).await?;
    let leads = roles.iter().any(|r| matches!(r, weft_programs::Role::Lead | weft_programs::Role::CoLead));
    Ok(leads.then_some(Led(season)))
}
