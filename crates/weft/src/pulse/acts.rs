//! Verbs: open, close, answer. An answer leaves no event: when someone answered would say whose it is.

use super::model::Answer;
use super::rules::AskPulse;
use super::store;
use crate::gatherings::rules::TakePart;
use crate::kernel::clock::Time;
use crate::kernel::db::Tx;
use crate::kernel::ids::Id;
use crate::kernel::{Kernel, events};
use crate::web::Result;

async fn record(kernel: &Kernel, tx: &mut Tx, actor: Option<&Id>, verb: &'static str, season: &Id) -> Result<()> {
    Ok(events::record(kernel, tx, events::Event { actor, verb, subject: season, season: Some(season), detail: None }).await?)
}

/// Asks. False while another pulse is open.
pub async fn open(kernel: &Kernel, permit: &AskPulse, actor: Option<&Id>, stressors: &[String], closes_at: Time) -> Result<bool> {
    let mut tx = kernel.begin_once().await?;
    if !store::open(kernel, &mut tx, permit, &stressors.join("\n"), closes_at).await? {
        return Ok(false);
    }
    record(kernel, &mut tx, actor, "pulse.opened", permit.season()).await?;
    tx.commit().await?;
    Ok(true)
}

/// Ends it before its day.
pub async fn close(kernel: &Kernel, permit: &AskPulse, actor: Option<&Id>, id: &Id) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    if store::close(&mut tx, permit, id, kernel.now()).await? {
        record(kernel, &mut tx, actor, "pulse.closed", permit.season()).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// Answers an open pulse, once. False where that was done, or it has closed.
pub async fn answer(kernel: &Kernel, permit: &TakePart, pulse: &Id, answer: Answer) -> Result<bool> {
    let mut tx = kernel.db.begin().await?;
    if !store::first(&mut tx, permit, pulse, kernel.now()).await? {
        return Ok(false);
    }
    store::add(kernel, &mut tx, pulse, answer).await?;
    tx.commit().await?;
    Ok(true)
}
