//! Verbs: open, close, answer. An answer leaves no event: when someone answered would say whose it is.

use super::model::{Answer, SETTLED_AFTER};
use super::rules::AskPulse;
use super::store;
use weft_kernel::anonymous::{self, Taken};
use weft_kernel::clock::Time;
use weft_kernel::db::Tx;
use weft_kernel::ids::Id;
use weft_kernel::{Kernel, events};
use weft_programs::TakePart;
use weft_web::{Error, Result};

async fn record(kernel: &Kernel, tx: &mut Tx, actor: Option<&Id>, verb: &'static str, season: &Id) -> Result<()> {
    Ok(events::record(kernel, tx, events::Event { actor, verb, subject: season, season: Some(season), detail: None })
        .await?)
}

/// What came of asking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    Done,
    /// Another pulse is open.
    AnotherIsOpen,
}

/// Asks, while no other pulse is open.
pub async fn open(
    kernel: &Kernel,
    permit: &AskPulse,
    actor: Option<&Id>,
    stressors: &[String],
    closes_at: Time,
) -> Result<Asked> {
    let mut tx = kernel.begin_once().await?;
    if !store::open(kernel, &mut tx, permit, &stressors.join("\n"), closes_at).await? {
        return Ok(Asked::AnotherIsOpen);
    }
    record(kernel, &mut tx, actor, "pulse.opened", permit.season()).await?;
    tx.commit().await?;
    Ok(Asked::Done)
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

/// Answers an open pulse, once. The answer waits in memory: see [`anonymous`].
pub async fn answer(kernel: &Kernel, permit: &TakePart, pulse: &Id, answer: &Answer) -> Result<Taken> {
    let is_marked = store::is_marked(&mut kernel.db.read().await?, permit, pulse, kernel.now()).await?;
    match is_marked {
        None => Ok(Taken::Closed),
        Some(true) => Ok(Taken::Already),
        Some(false) => Ok(kernel.anonymous.take(
            pulse,
            permit.person(),
            serde_json::to_string(answer).map_err(|e| Error::Internal(e.to_string()))?,
        )),
    }
}

/// Writes what is due of the answers that wait: see [`anonymous::keep`]. Returns how many answers were written.
pub async fn keep(kernel: &Kernel, is_ending: bool) -> Result<usize> {
    let mut kept = 0;
    for pulse in kernel.anonymous.all() {
        let closes_at = store::closes_at(&mut kernel.db.read().await?, &pulse).await?;
        let Some(closes_at) = closes_at else { continue };
        kept += anonymous::keep(kernel, &pulse, closes_at, is_ending).await?;
    }
    Ok(kept)
}

/// Forgets who has answered pulses that are closed: it only kept people from answering twice.
pub async fn sweep(kernel: &Kernel) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    store::forget_marks(&mut tx, kernel.now().plus_seconds(-SETTLED_AFTER)).await?;
    tx.commit().await?;
    Ok(())
}
