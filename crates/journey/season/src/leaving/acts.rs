//! Verbs: end a membership, take that back, finish it after a day. One transaction each.

use super::rules::EndSeats;
use super::store::{self, Gone, New, Staying};
use crate::gatherings::places;
use weft_kernel::Kernel;
use weft_kernel::clock::Time;
use weft_kernel::db::Tx;
use weft_kernel::events::{self, Event};
use weft_kernel::ids::Id;
use weft_people::store as people;
use weft_programs::{Season, following};
use weft_web::{Error, Result};

/// For how long it can be taken back, in days.
pub const UNDO_DAYS: i64 = 1;

/// How a membership ends.
pub struct Leaving<'a> {
    pub member: &'a Staying,
    /// A calendar day.
    pub left_on: &'a str,
    pub reason: &'a str,
    pub frees_seat: bool,
}

async fn record(kernel: &Kernel, tx: &mut Tx, actor: &Id, verb: &'static str, permit: &EndSeats) -> Result<()> {
    let event =
        Event { actor: Some(actor), verb, subject: permit.season(), season: Some(permit.season()), detail: None };
    Ok(events::record(kernel, tx, event).await?)
}

/// Ends a membership: the seat, the team, the spaces, the gatherings ahead, and whatever follows live. Idempotent.
pub async fn end(kernel: &Kernel, permit: &EndSeats, actor: &Id, season: &Season, of: Leaving<'_>) -> Result<bool> {
    let (member, person) = (&of.member.id, &of.member.person_id);
    let mut tx = kernel.db.begin().await?;
    if !store::end(&mut tx, permit, member, kernel.now()).await? {
        return Ok(false);
    }
    store::leave_team(&mut tx, member, kernel.now()).await?;
    let spaces = store::leave_spaces(&mut tx, permit, person).await?;
    let spaces = serde_json::to_string(&spaces.iter().map(Id::as_str).collect::<Vec<_>>())
        .map_err(|e| Error::Internal(e.to_string()))?;
    let Leaving { left_on, reason, frees_seat, .. } = of;
    let new = New { member, person, left_on, reason, frees_seat, spaces: &spaces };
    store::insert(kernel, &mut tx, actor, new).await?;
    if of.frees_seat {
        store::free_seat(&mut tx, permit).await?;
    }
    places::farewell(kernel, &mut tx, season, person).await?;
    record(kernel, &mut tx, actor, "member.left", permit).await?;
    tx.commit().await?;
    // Lines that they follow end now, not with the next look.
    following::sweep(kernel).await?;
    Ok(true)
}

/// What came of taking it back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Undone {
    Done,
    /// The day is over, or somebody was faster.
    Late,
    /// Somebody else has the seat that was freed.
    NoSeat,
}

/// Takes back that somebody left, within a day: they are a member again, in their team and spaces, and hear of what
/// lies ahead. Times with limited seats they choose anew.
pub async fn undo(kernel: &Kernel, permit: &EndSeats, actor: &Id, season: &Season, gone: &Gone) -> Result<Undone> {
    let mut tx = kernel.db.begin().await?;
    if !store::undo(&mut tx, permit, &gone.id, kernel.now().plus_days(-UNDO_DAYS)).await? {
        return Ok(Undone::Late);
    }
    if gone.frees_seat && !store::take_seat(&mut tx, permit).await? {
        return Ok(Undone::NoSeat);
    }
    store::rejoin_team(&mut tx, &gone.id, gone.at).await?;
    let spaces: Vec<String> = serde_json::from_str(&gone.spaces)
        .map_err(|e| Error::Internal(format!("spaces of member {}: {e}", gone.id)))?;
    for space in &spaces {
        store::rejoin_space(&mut tx, space, &gone.person_id).await?;
    }
    places::welcome(kernel, &mut tx, season, &gone.person_id, Time(i64::MAX)).await?;
    record(kernel, &mut tx, actor, "member.returned", permit).await?;
    tx.commit().await?;
    Ok(Undone::Done)
}

/// Finishes what cannot be taken back any more: what they said in spaces, and what they need. Returns how many.
pub async fn finish(kernel: &Kernel) -> Result<usize> {
    let due = store::due(&mut kernel.db.read().await?, kernel.now().plus_days(-UNDO_DAYS)).await?;
    for (member, person, season) in &due {
        let mut tx = kernel.db.begin().await?;
        if store::finish(&mut tx, (member, person, season), kernel.now()).await? {
            people::leave_spaces(&mut tx, Some(season), person).await?;
            tx.commit().await?;
        }
    }
    Ok(due.len())
}
