//! Verbs: connect a calendar, read it now, disconnect it.

use super::model::{AGAIN, Address, EVERY, Read};
use super::reading::{self, PLACE};
use super::rules::Connect;
use super::store::{self, Sealed};
use weft_kernel::db::Tx;
use weft_kernel::{Kernel, events};
use weft_web::Result;

async fn record(kernel: &Kernel, tx: &mut Tx, permit: &Connect, verb: &'static str) -> Result<()> {
    let person = permit.person();
    let event =
        events::Event { actor: Some(person), verb, subject: person, season: Some(permit.season()), detail: None };
    Ok(events::record(kernel, tx, event).await?)
}

/// Connects a calendar that was just read; one that was connected before is forgotten.
pub async fn connect(kernel: &Kernel, permit: &Connect, address: &Address, read: &Read) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    let (id, now) = (kernel.id(), kernel.now());
    let sealed = kernel.seal.seal(&kernel.rng, PLACE, id.as_str(), &address.text);
    let at = Sealed { id: &id, address: &sealed, shown: address };
    store::connect(&mut tx, permit, at, read, (now, now.plus_seconds(EVERY * 60))).await?;
    record(kernel, &mut tx, permit, "calendar.connected").await?;
    Ok(tx.commit().await?)
}

/// Reads one's own now; `false` where that was less than a minute ago, or where there is none.
pub async fn read_now(kernel: &Kernel, permit: &Connect) -> Result<bool> {
    let now = kernel.now();
    let mut tx = kernel.db.begin().await?;
    let Some(due) = store::own(&mut tx, permit).await? else { return Ok(false) };
    let times = (now.plus_seconds(-AGAIN), now.plus_seconds(EVERY * 60));
    if !store::claim_own(&mut tx, &due, now, times).await? {
        return Ok(false);
    }
    tx.commit().await?;
    reading::refresh(kernel, &due).await?;
    Ok(true)
}

/// Deletes one's own with its busy times. Twice is harmless.
pub async fn disconnect(kernel: &Kernel, permit: &Connect) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    if store::disconnect(&mut tx, permit).await? {
        record(kernel, &mut tx, permit, "calendar.disconnected").await?;
        tx.commit().await?;
    }
    Ok(())
}
