//! Verbs of listings. One transaction each.

use super::model::Listing;
use super::rules::KeepListings;
use super::store;
use weft_kernel::clock::Time;
use weft_kernel::db::Tx;
use weft_kernel::ids::Id;
use weft_kernel::{Kernel, events};
use weft_web::Result;

async fn record(
    kernel: &Kernel,
    tx: &mut Tx,
    permit: &KeepListings,
    actor: Option<&Id>,
    verb: &'static str,
    subject: &Id,
) -> Result<()> {
    let season = Some(permit.season());
    Ok(events::record(kernel, tx, events::Event { actor, verb, subject, season, detail: None }).await?)
}

/// Writes a listing down that only the program's leads see.
pub async fn make(kernel: &Kernel, permit: &KeepListings, actor: Option<&Id>, listing: &Listing) -> Result<Id> {
    let mut tx = kernel.begin_once().await?;
    let id = store::insert(kernel, &mut tx, permit, actor, listing).await?;
    record(kernel, &mut tx, permit, actor, "listing.made", &id).await?;
    tx.commit().await?;
    Ok(id)
}

/// What came of writing a listing anew.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Changed {
    Done,
    /// Someone else wrote it meanwhile.
    Moved,
}

/// Writes a listing anew.
pub async fn change(
    kernel: &Kernel,
    permit: &KeepListings,
    actor: Option<&Id>,
    id: &Id,
    seen: Time,
    listing: &Listing,
) -> Result<Changed> {
    let mut tx = kernel.begin_once().await?;
    if !store::update(&mut tx, permit, id, seen, listing, kernel.now()).await? {
        return Ok(Changed::Moved);
    }
    record(kernel, &mut tx, permit, actor, "listing.changed", id).await?;
    tx.commit().await?;
    Ok(Changed::Done)
}

/// What came of showing a listing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Published {
    Done,
    /// Something is missing from it.
    Incomplete,
}

/// Shows a listing on the board, where nothing is missing from it. Twice is once.
pub async fn publish(
    kernel: &Kernel,
    permit: &KeepListings,
    actor: Option<&Id>,
    listing: &Listing,
) -> Result<Published> {
    if !listing.is_complete() {
        return Ok(Published::Incomplete);
    }
    let mut tx = kernel.db.begin().await?;
    if store::publish(&mut tx, permit, listing, Some(kernel.now())).await? {
        record(kernel, &mut tx, permit, actor, "listing.published", &listing.id).await?;
        tx.commit().await?;
    }
    Ok(Published::Done)
}

/// Takes a listing off the board.
pub async fn withdraw(kernel: &Kernel, permit: &KeepListings, actor: Option<&Id>, listing: &Listing) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    if store::publish(&mut tx, permit, listing, None).await? {
        record(kernel, &mut tx, permit, actor, "listing.withdrawn", &listing.id).await?;
        tx.commit().await?;
    }
    Ok(())
}

pub async fn remove(kernel: &Kernel, permit: &KeepListings, actor: Option<&Id>, id: &Id) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    if store::remove(&mut tx, permit, id).await? {
        record(kernel, &mut tx, permit, actor, "listing.removed", id).await?;
        tx.commit().await?;
    }
    Ok(())
}
