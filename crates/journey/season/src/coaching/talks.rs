//! A first talk with a coach, before anyone is paired: an appointment that takes no session, with a few coaches at
//! most.

use super::rules::Own;
use super::store;
use crate::appointments::acts::{self as appointments, Booked, Wish};
use crate::appointments::model::Kind;
use crate::appointments::rules::Book;
use crate::appointments::store::offer_id;
use weft_kernel::Kernel;
use weft_kernel::clock::Time;
use weft_kernel::ids::Id;
use weft_programs::Season;
use weft_web::{Error, Result};

/// What came of booking one.
#[derive(Debug, PartialEq, Eq)]
pub enum Talked {
    Came(Booked),
    /// They have one with this coach.
    Again,
    /// They have as many as anyone may.
    Enough(i64),
}

/// Books a first talk, while one has no coach and never had one. Of several at once for the last one, one is booked.
pub async fn book(
    kernel: &Kernel,
    (own, permit): (&Own, &Book),
    season: &Season,
    (coach, starts_at): (&Id, Time),
    note: &str,
) -> Result<Talked> {
    let mut tx = kernel.begin_once().await?;
    let terms = store::terms(&mut tx, own.season()).await?.filter(|t| t.talks > 0).ok_or(Error::NotFound)?;
    if !store::hold_unpaired(&mut tx, own).await? {
        return Err(Error::NotFound);
    }
    let had = store::talks(&mut tx, own).await?;
    if had.iter().any(|t| t.coach_id == *coach) {
        return Ok(Talked::Again);
    }
    if had.len() as i64 >= terms.talks {
        return Ok(Talked::Enough(terms.talks));
    }
    if !store::hold_coach(&mut tx, own.season(), coach).await? {
        return Ok(Talked::Came(Booked::Gone));
    }
    let Some(host) = offer_id(&mut tx, own.season(), coach).await? else { return Ok(Talked::Came(Booked::Gone)) };
    let offer = appointments::offered(&mut tx, permit, &host).await?;
    let Some(offer) = offer.map(|o| o.to_coach(terms.talk_minutes)) else { return Ok(Talked::Came(Booked::Gone)) };
    let wish = Wish { offer: &offer, starts_at, kind: Kind::Talk, note };
    let came = appointments::book_in(kernel, &mut tx, permit, season, wish).await?;
    if let Booked::Done(id) = &came {
        store::mark_first(&mut tx, id).await?;
        kernel.made(&mut tx, id).await?;
        tx.commit().await?;
    }
    Ok(Talked::Came(came))
}
