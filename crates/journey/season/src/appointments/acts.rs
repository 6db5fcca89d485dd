//! Verbs: say when one can be met, book, move, cancel, end what someone left.

use super::letters::{self, What};
use super::model::{Appointment, By, Entry, Hours, Kind, MOST_A_DAY, Terms};
use super::rules::{Book, Own, Take};
use super::store::{self, New, NewEntry, Offer, Waiting};
use weft_kernel::clock::Time;
use weft_kernel::db::{Conn, Tx};
use weft_kernel::ids::Id;
use weft_kernel::{Kernel, events};
use weft_people::rules::OwnRecord;
use weft_programs::{Season, store as programs};
use weft_web::Result;

/// Where a note is sealed.
pub(super) const NOTE: &str = "appointment.note_sealed";

/// What came of booking or moving.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Booked {
    Done(Id),
    /// Someone else was first, or the host is not there at that time.
    Taken,
    /// They have as many ahead with this host as anyone may.
    Enough(i64),
    /// They booked and canceled too often with this host today.
    Often,
    /// It is too late to move it, or it was moved too often.
    Fixed,
    Gone,
}

pub(crate) async fn record(
    kernel: &Kernel,
    tx: &mut Tx,
    (actor, season): (Option<&Id>, &Id),
    verb: &'static str,
    subject: &Id,
) -> Result<()> {
    let event = events::Event { actor, verb, subject, season: Some(season), detail: None };
    Ok(events::record(kernel, tx, event).await?)
}

/// Says when one can be met, and on which terms. What is booked stays.
pub async fn offer(kernel: &Kernel, permit: &Take, terms: &Terms, hours: &Hours) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    let host = store::keep(kernel, &mut tx, permit, terms, hours).await?;
    let by = (Some(permit.person()), permit.season());
    record(kernel, &mut tx, by, "appointment.hours-saved", &host).await?;
    Ok(tx.commit().await?)
}

/// Books a time with a host.
pub async fn book(
    kernel: &Kernel,
    permit: &Book,
    season: &Season,
    (host, starts_at): (&Id, Time),
    note: &str,
) -> Result<Booked> {
    let mut tx = kernel.begin_once().await?;
    let offer = offered(&mut tx, permit, host).await?.filter(|o| o.terms.is_open);
    let Some(offer) = offer else { return Ok(Booked::Gone) };
    let came =
        book_in(kernel, &mut tx, permit, season, Wish { offer: &offer, starts_at, kind: Kind::Talk, note }).await?;
    if let Booked::Done(id) = &came {
        kernel.made(&mut tx, id).await?;
        tx.commit().await?;
    }
    Ok(came)
}

/// What someone wants to book.
pub struct Wish<'a> {
    pub offer: &'a Offer,
    pub starts_at: Time,
    pub kind: Kind,
    pub note: &'a str,
}

/// What a host offers, held until the transaction ends.
pub async fn offered(tx: &mut Tx, permit: &Book, host: &Id) -> Result<Option<Offer>> {
    store::hold(tx, host).await?;
    let offer = store::offer(tx, permit.season(), host).await?;
    Ok(offer.filter(|o| o.person_id != *permit.person()))
}

/// Books as a part of what someone else begins and commits; the offer is held.
pub async fn book_in(kernel: &Kernel, tx: &mut Tx, permit: &Book, season: &Season, wish: Wish<'_>) -> Result<Booked> {
    let Wish { offer, starts_at, kind, note } = wish;
    let now = kernel.now();
    let seen = store::seen(tx, offer, permit.person(), None, now).await?;
    if seen.is_enough() {
        return Ok(Booked::Enough(offer.terms.per_person));
    }
    let today = store::booked_since(tx, &offer.person_id, permit.person(), now.plus_days(-1)).await?;
    if today >= MOST_A_DAY {
        return Ok(Booked::Often);
    }
    let id = kernel.id();
    let note_sealed = (!note.is_empty()).then(|| kernel.seal.seal(&kernel.rng, NOTE, id.as_str(), note));
    let new = New { id: &id, offer, starts_at, kind, note_sealed, now };
    if !seen.is_free(starts_at) || !store::insert(tx, permit, new).await? {
        return Ok(Booked::Taken);
    }
    let Some(a) = store::by_id(tx, &id).await? else { return Ok(Booked::Gone) };
    letters::tell(kernel, tx, season, &a, What::Booked).await?;
    record(kernel, tx, (Some(permit.person()), permit.season()), "appointment.booked", &id).await?;
    Ok(Booked::Done(id))
}

/// What becomes of a session of coaching that is canceled: its guest's to use again, unless they canceled late.
async fn settle(kernel: &Kernel, tx: &mut Tx, season: &Id, a: &Appointment) -> Result<()> {
    let (Some(guest), true) = (&a.guest_id, a.is_coaching()) else { return Ok(()) };
    let (kind, change) = if a.is_late() { (Entry::Late, 0) } else { (Entry::Returned, 1) };
    let new = NewEntry { season, person: guest, appointment: Some(&a.id), kind, change, reason: "", by: None };
    store::enter(kernel, tx, new).await?;
    Ok(())
}

/// Moves one's own, as its guest. To where it is already is harmless.
pub async fn shift(kernel: &Kernel, permit: &Own, season: &Season, id: &Id, to: Time) -> Result<Booked> {
    let mut tx = kernel.db.begin().await?;
    let now = kernel.now();
    let Some((was, offer)) = held(&mut tx, permit, id).await? else { return Ok(Booked::Gone) };
    if !was.is_ahead(now) {
        return Ok(Booked::Gone);
    }
    if was.starts_at == to {
        return Ok(Booked::Done(was.id));
    }
    if !was.is_movable(now) {
        return Ok(Booked::Fixed);
    }
    let seen = store::seen(&mut tx, &offer, permit.person(), Some(id), now).await?;
    if !seen.is_free(to) || !store::shift(&mut tx, permit, &was, &offer, to).await? {
        return Ok(Booked::Taken);
    }
    let Some(a) = store::by_id(&mut tx, id).await? else { return Ok(Booked::Gone) };
    letters::tell(kernel, &mut tx, season, &a, What::Moved).await?;
    record(kernel, &mut tx, (Some(permit.person()), permit.season()), "appointment.moved", id).await?;
    tx.commit().await?;
    Ok(Booked::Done(was.id))
}

/// What a guest has, and the offer it was booked from, whose host is held: the appointment is read after that.
async fn held(tx: &mut Tx, permit: &Own, id: &Id) -> Result<Option<(Appointment, Offer)>> {
    let Some(seen) = store::one(tx, permit, id).await? else { return Ok(None) };
    let Some(host) = seen.host_id.filter(|h| h != permit.person()) else { return Ok(None) };
    let Some(offer) = store::offer_id(tx, permit.season(), &host).await? else { return Ok(None) };
    store::hold(tx, &offer).await?;
    let was = store::one(tx, permit, id).await?;
    let offer = store::offer(tx, permit.season(), &offer).await?;
    Ok(was.zip(offer).map(|(was, offer)| {
        let offer = offer.to_move(&was);
        (was, offer)
    }))
}

/// Cancels one's own, with a message to the other. False where there is nothing ahead to cancel; twice is harmless.
pub async fn cancel(kernel: &Kernel, permit: &Own, season: &Season, id: &Id, message: &str) -> Result<bool> {
    let mut tx = kernel.db.begin().await?;
    if !store::cancel(&mut tx, permit, id, kernel.now()).await? {
        return Ok(false);
    }
    let Some(a) = store::by_id(&mut tx, id).await? else { return Ok(false) };
    settle(kernel, &mut tx, &season.id, &a).await?;
    letters::tell(kernel, &mut tx, season, &a, What::Canceled(Some((permit.person(), message)))).await?;
    record(kernel, &mut tx, (Some(permit.person()), permit.season()), "appointment.canceled", id).await?;
    tx.commit().await?;
    Ok(true)
}

/// Ends one of which someone left the season, and tells the other.
pub(super) async fn end(kernel: &Kernel, of: &Waiting) -> Result<bool> {
    let mut tx = kernel.db.begin().await?;
    let Some(season) = programs::season_by_slug(&mut tx, &of.season_slug).await? else { return Ok(false) };
    if !end_in(kernel, &mut tx, &season, &of.id).await? {
        return Ok(false);
    }
    tx.commit().await?;
    Ok(true)
}

/// The same as a part of what someone else begins and commits, when the two no longer meet. False where it was
/// canceled meanwhile.
pub async fn end_in(kernel: &Kernel, tx: &mut Tx, season: &Season, id: &Id) -> Result<bool> {
    if !store::end(tx, id, By::Nobody, kernel.now()).await? {
        return Ok(false);
    }
    let Some(a) = store::by_id(tx, id).await? else { return Ok(false) };
    settle(kernel, tx, &season.id, &a).await?;
    letters::tell(kernel, tx, season, &a, What::Canceled(None)).await?;
    record(kernel, tx, (None, &season.id), "appointment.canceled", id).await?;
    Ok(true)
}

/// When someone has appointments, and what they wrote that they want to talk about.
pub async fn own_notes(kernel: &Kernel, conn: &mut Conn, own: &OwnRecord) -> Result<Vec<(Time, String)>> {
    let sealed = store::notes(conn, own).await?;
    let open = |(id, at, text): (Id, Time, String)| Some((at, kernel.seal.open(NOTE, id.as_str(), &text)?));
    Ok(sealed.into_iter().filter_map(open).collect())
}
