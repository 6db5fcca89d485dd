//! Verbs: write a version, agree, celebrate, take out.

use super::rules::{BeTogether, WriteAgreements};
use super::store;
use weft_kernel::ids::Id;
use weft_kernel::{Kernel, events};
use weft_web::Result;

/// Longest celebration, in characters.
pub const LONGEST: usize = 1_000;

async fn record(
    kernel: &Kernel,
    tx: &mut weft_kernel::db::Tx,
    actor: &Id,
    verb: &'static str,
    season: &Id,
    detail: Option<String>,
) -> Result<()> {
    Ok(events::record(
        kernel,
        tx,
        events::Event { actor: Some(actor), verb, subject: season, season: Some(season), detail },
    )
    .await?)
}

/// What came of writing a version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Written {
    Done,
    /// The version it began from is no longer the newest.
    Late,
}

/// Writes a new version; everyone is asked anew.
pub async fn write(kernel: &Kernel, permit: &WriteAgreements, actor: &Id, seen: i64, text: &str) -> Result<Written> {
    let mut tx = kernel.begin_once().await?;
    if !store::insert_agreement(kernel, &mut tx, permit, seen, text, actor).await? {
        return Ok(Written::Late);
    }
    record(kernel, &mut tx, actor, "agreements.written", permit.season(), Some(seen.saturating_add(1).to_string()))
        .await?;
    tx.commit().await?;
    Ok(Written::Done)
}

/// Agrees to the version one has read. Twice is once.
pub async fn agree(kernel: &Kernel, permit: &BeTogether, version: i64) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    if store::agree(&mut tx, permit, version, kernel.now()).await? {
        record(kernel, &mut tx, permit.person(), "agreements.agreed", permit.season(), Some(version.to_string()))
            .await?;
        tx.commit().await?;
    }
    Ok(())
}

pub async fn celebrate(kernel: &Kernel, permit: &BeTogether, text: &str) -> Result<()> {
    let mut tx = kernel.begin_once().await?;
    tell(kernel, &mut tx, (permit.season(), permit.person()), text).await?;
    Ok(tx.commit().await?)
}

/// The same in a transaction that is more than that: `who` is the season and the person. Returns its id.
pub async fn tell(kernel: &Kernel, tx: &mut weft_kernel::db::Tx, who: (&Id, &Id), text: &str) -> Result<Id> {
    let id = store::insert_celebration(kernel, tx, who, text).await?;
    record(kernel, tx, who.1, "celebration.told", who.0, None).await?;
    Ok(id)
}

pub async fn take_out(kernel: &Kernel, permit: &BeTogether, id: &Id) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    if store::remove_celebration(&mut tx, permit, id, kernel.now()).await? {
        record(kernel, &mut tx, permit.person(), "celebration.removed", permit.season(), None).await?;
        tx.commit().await?;
    }
    Ok(())
}
