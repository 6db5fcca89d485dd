//! Verbs: change the text of an email, bring an earlier one back, set who signs.

use super::{EmailKind, Sender, Text, default_text, store};
use crate::rules::RunSeason;
use weft_kernel::db::Tx;
use weft_kernel::ids::Id;
use weft_kernel::{Kernel, events};
use weft_web::{Error, Result};

/// What saving a text did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saved {
    /// It is the text now. The version before it; 0 for the default text.
    Now(i64),
    /// It was the text already.
    Same,
    /// Somebody else has changed it since it was read.
    Meanwhile,
}

async fn record(
    kernel: &Kernel,
    tx: &mut Tx,
    run: &RunSeason,
    actor: Option<&Id>,
    verb: &'static str,
    detail: &str,
) -> Result<()> {
    let event = events::Event {
        actor,
        verb,
        subject: run.season(),
        season: Some(run.season()),
        detail: Some(detail.to_owned()),
    };
    Ok(events::record(kernel, tx, event).await?)
}

/// Keeps a text as the season's own. `read` is the version that its writer saw, 0 where there was none.
pub async fn save(
    kernel: &Kernel,
    run: &RunSeason,
    actor: Option<&Id>,
    kind: &EmailKind,
    text: Text,
    read: i64,
) -> Result<Saved> {
    let text = text.without(&default_text(kind));
    let mut tx = kernel.begin_once().await?;
    let (last, now) = store::last(&mut tx, run, kind.key).await?.unwrap_or_default();
    if now == text {
        return Ok(Saved::Same);
    }
    if last != read {
        return Ok(Saved::Meanwhile);
    }
    keep(kernel, &mut tx, run, (actor, kind, &text, last)).await?;
    tx.commit().await?;
    Ok(Saved::Now(last))
}

async fn keep(
    kernel: &Kernel,
    tx: &mut Tx,
    run: &RunSeason,
    (actor, kind, text, last): (Option<&Id>, &EmailKind, &Text, i64),
) -> Result<()> {
    let json = serde_json::to_string(text).map_err(|e| Error::Internal(e.to_string()))?;
    let new = store::New { kind: kind.key, version: last + 1, text: &json, by: actor, at: kernel.now() };
    if !store::insert(tx, run, new).await? {
        return Err(Error::Internal("two people changed the text of an email at once".into()));
    }
    let verb = if text.is_default() { "email.reset" } else { "email.changed" };
    record(kernel, tx, run, actor, verb, kind.key).await
}

/// Makes an earlier version the text again; 0 is the default text. Repeats change nothing.
pub async fn restore(kernel: &Kernel, run: &RunSeason, actor: &Id, kind: &EmailKind, version: i64) -> Result<Saved> {
    let mut tx = kernel.begin_once().await?;
    let text = if version == 0 {
        Text::default()
    } else {
        store::version(&mut tx, run, kind.key, version).await?.ok_or(Error::NotFound)?
    };
    let (last, now) = store::last(&mut tx, run, kind.key).await?.unwrap_or_default();
    if now == text {
        return Ok(Saved::Same);
    }
    keep(kernel, &mut tx, run, (Some(actor), kind, &text, last)).await?;
    tx.commit().await?;
    Ok(Saved::Now(last))
}

/// Sets where answers go and who signs. Repeats change nothing.
pub async fn save_sender(kernel: &Kernel, run: &RunSeason, actor: Option<&Id>, sender: &Sender) -> Result<()> {
    let mut tx = kernel.begin_once().await?;
    if store::sender(&mut tx, run.season()).await? == *sender {
        return Ok(());
    }
    store::set_sender(&mut tx, run, sender, actor, kernel.now()).await?;
    record(kernel, &mut tx, run, actor, "email.sender", "").await?;
    Ok(tx.commit().await?)
}
