//! Verbs of a consult that is open to the cohort: take a place, give it back.

use super::acts::record;
use super::model::Consult;
use super::rules::Take;
use super::{letters, store};
use weft_kernel::Kernel;
use weft_kernel::ids::Id;
use weft_programs::Season;
use weft_web::{Error, Result};

/// What came of asking for a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seated {
    Done,
    /// They had one.
    Same,
    Full,
    /// It has ended, or is one's own.
    Gone,
}

/// Takes a place, with an entry for one's calendar. Two never take the last one.
pub async fn take(kernel: &Kernel, permit: &Take, season: &Season, id: &Id) -> Result<Seated> {
    let mut tx = kernel.db.begin().await?;
    // Withdrawn meanwhile.
    let Some(c) = store::hold(&mut tx, permit, id).await?.filter(Consult::is_open) else { return Ok(Seated::Gone) };
    if c.is_seated {
        return Ok(Seated::Same);
    }
    if c.is_of(permit.person()) || c.ended_at.is_some() || !c.is_client_there {
        return Ok(Seated::Gone);
    }
    if !store::take_seat(&mut tx, permit, id, kernel.now()).await? {
        return Ok(Seated::Full);
    }
    // Who comes is kept in the place alone, which goes with the end.
    record(kernel, &mut tx, (None, permit.season()), "consult.seat-taken", id).await?;
    let c = store::one(&mut tx, permit, id).await?.ok_or(Error::NotFound)?;
    letters::entry(kernel, &mut tx, season, (&c, permit.person())).await?;
    tx.commit().await?;
    Ok(Seated::Done)
}

/// Gives a place back before it begins; the entry leaves their calendar. Again, it changes nothing.
pub async fn give_back(kernel: &Kernel, permit: &Take, season: &Season, id: &Id) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    let Some(c) = store::hold(&mut tx, permit, id).await?.filter(Consult::is_open) else { return Ok(()) };
    // While it goes on, the page is how one is in it.
    if !c.is_waiting() {
        return Ok(());
    }
    if c.is_seated {
        letters::returned(kernel, &mut tx, season, (&c, permit.person())).await?;
    }
    if store::leave_seat(&mut tx, permit.person(), id).await? {
        record(kernel, &mut tx, (None, permit.season()), "consult.seat-returned", id).await?;
        tx.commit().await?;
    }
    Ok(())
}
