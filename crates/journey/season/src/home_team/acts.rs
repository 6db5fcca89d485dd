//! Verbs: write what the team agrees on, agree, say who caught up. What is written is in no event.

use super::model::{Answers, ENDED_DAYS, Merged, merge};
use super::rules::Belong;
use super::store;
use super::store::attendance;
use weft_kernel::db::{Conn, Tx};
use weft_kernel::ids::Id;
use weft_kernel::{Kernel, events};
use weft_people::rules::OwnRecord;
use weft_web::{Error, Result};

async fn record(kernel: &Kernel, tx: &mut Tx, permit: &Belong, verb: &'static str, subject: &Id) -> Result<()> {
    let event =
        events::Event { actor: Some(permit.person()), verb, subject, season: Some(permit.season()), detail: None };
    Ok(events::record(kernel, tx, event).await?)
}

/// What came of saving an agreement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Saved {
    Done,
    /// It says what is there.
    Same,
    /// Someone else changed the same prompts meanwhile: nothing was saved.
    Both(Box<Both>),
    /// There are as many versions as any team may have.
    Enough,
}

/// What two wrote at the same time: the answers to go on from, the numbers of the prompts that both changed, what
/// stands there now, and the version that is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Both {
    pub merged: Answers,
    pub at: Vec<usize>,
    pub now: Answers,
    pub version: i64,
}

/// Saves answers that began from version `seen`, or from nothing where that is 0. Whoever saves agrees; everyone else
/// of the team is asked again. What others changed meanwhile stays.
pub async fn save(kernel: &Kernel, permit: &Belong, of: &Id, seen: i64, mine: &Answers) -> Result<Saved> {
    let mut tx = kernel.db.begin().await?;
    let team = store::hold(&mut tx, permit).await?.filter(|t| t.id == *of).ok_or(Error::NotFound)?;
    let versions = store::versions(&mut tx, permit).await?;
    let at = |n: i64| versions.iter().find(|v| v.version == n).and_then(|v| v.answers(&kernel.seal));
    let newest = versions.first().map_or(0, |v| v.version);
    let now = at(newest).unwrap_or_default();
    let merged = match merge(&at(seen).unwrap_or_default(), &now, mine) {
        Merged::Same => return Ok(Saved::Same),
        Merged::Both(merged, at) => return Ok(Saved::Both(Box::new(Both { merged, at, now, version: newest }))),
        Merged::New(answers) => answers,
    };
    let (id, version) = (kernel.id(), newest.saturating_add(1));
    let sealed = merged.seal(kernel, &id);
    if !store::insert(&mut tx, permit, &team, (&id, version, &sealed), kernel.now()).await? {
        return Ok(Saved::Enough);
    }
    store::agree(&mut tx, permit, version, kernel.now()).await?;
    record(kernel, &mut tx, permit, "team-agreement.saved", &id).await?;
    tx.commit().await?;
    Ok(Saved::Done)
}

/// Agrees to the version one has read. Again, it changes nothing. `false` where there is a newer one.
pub async fn agree(kernel: &Kernel, permit: &Belong, of: &Id, version: i64) -> Result<bool> {
    let mut tx = kernel.db.begin().await?;
    store::hold(&mut tx, permit).await?.filter(|t| t.id == *of).ok_or(Error::NotFound)?;
    if let Some(id) = store::agree(&mut tx, permit, version, kernel.now()).await? {
        record(kernel, &mut tx, permit, "team-agreement.agreed", &id).await?;
        tx.commit().await?;
        return Ok(true);
    }
    let newest = store::versions(&mut tx, permit).await?;
    Ok(newest.first().is_some_and(|v| v.version == version))
}

/// Takes one's yes back. Again, it changes nothing.
pub async fn take_back(kernel: &Kernel, permit: &Belong, version: i64) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    if let Some(id) = store::take_back(&mut tx, permit, version).await? {
        record(kernel, &mut tx, permit, "team-agreement.taken-back", &id).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// Says that someone who missed a gathering caught up on it with someone who was there. `false` where it cannot be
/// said, or was said before.
pub async fn catch_up(
    kernel: &Kernel,
    permit: &Belong,
    gathering: &Id,
    (who, mate, day): (&Id, &Id, &str),
) -> Result<bool> {
    let mut tx = kernel.db.begin().await?;
    if !attendance::insert(&mut tx, permit, gathering, (who, mate, day), kernel.now()).await? {
        return Ok(false);
    }
    record(kernel, &mut tx, permit, "catch-up.added", gathering).await?;
    tx.commit().await?;
    Ok(true)
}

/// Takes that back, as one of the two. Again, it changes nothing.
pub async fn undo_catch_up(kernel: &Kernel, permit: &Belong, number: i64, who: &Id) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    if let Some(gathering) = attendance::remove(&mut tx, permit, number, who).await? {
        record(kernel, &mut tx, permit, "catch-up.removed", &gathering).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// Deletes what ended teams agreed on, and the older versions of seasons that are over.
pub(super) async fn sweep(kernel: &Kernel) -> Result<usize> {
    // In every zone, a season whose last day was the day before yesterday is over.
    let last = kernel.now().plus_days(-1).date_in("UTC").to_string();
    let mut tx = kernel.db.begin().await?;
    let n = store::sweep(&mut tx, kernel.now().plus_days(-ENDED_DAYS), &last).await?;
    tx.commit().await?;
    Ok(n)
}

/// What someone wrote for their team, for their own file.
pub async fn own_data(kernel: &Kernel, conn: &mut Conn, own: &OwnRecord) -> Result<Vec<serde_json::Value>> {
    let all = store::written(conn, own).await?;
    let text = |w: store::Written| {
        let answers = Answers::open(&kernel.seal, &w.id, &w.words_sealed)?;
        Some(serde_json::json!({ "at": w.at.iso(), "answers": answers.0 }))
    };
    Ok(all.into_iter().filter_map(text).collect())
}
