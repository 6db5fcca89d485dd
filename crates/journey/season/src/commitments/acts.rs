//! Verbs: make, change, check in, ask a witness, answer, celebrate, delete.

use super::model::{Draft, SeenBy, State, Witnessing, next_at};
use super::rules::Commit;
use super::store::{self, Dates, KeyHolder};
use weft_community::together;
use weft_kernel::clock::Time;
use weft_kernel::db::Tx;
use weft_kernel::ids::Id;
use weft_kernel::zone::USUAL_ZONE;
use weft_kernel::{Kernel, events, secret};
use weft_web::Result;

/// For how many seconds the same check-in counts once.
const AGAIN: i64 = 600;

/// What came of making one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Made {
    Done(Id),
    /// They have as many as anyone may.
    Enough,
}

async fn record(kernel: &Kernel, tx: &mut Tx, permit: &Commit, verb: &'static str, id: &Id) -> Result<()> {
    let event =
        events::Event { actor: Some(permit.person()), verb, subject: id, season: Some(permit.season()), detail: None };
    Ok(events::record(kernel, tx, event).await?)
}

/// The last moment of a day as it was typed.
fn end_of(day: Option<&str>, zone: &str) -> Option<Time> {
    day.and_then(|d| d.parse().ok()).map(|d| Time::end_of_day(d, zone))
}

/// Asks the witness that a draft names, or ends what was asked.
async fn arrange(kernel: &Kernel, tx: &mut Tx, permit: &Commit, id: &Id, draft: &Draft, zone: &str) -> Result<()> {
    match draft.witness.as_ref().filter(|_| draft.seen_by != SeenBy::Me) {
        Some(with) => {
            let until = end_of(with.until_on.as_deref(), zone);
            if store::ask(tx, permit, id, with, until, kernel.now()).await? {
                record(kernel, tx, permit, "commitment.witness-asked", id).await?;
            }
        }
        None => {
            store::unask(tx, permit, id).await?;
        }
    }
    Ok(())
}

/// Makes one; `zone` is where the person is.
pub async fn make(kernel: &Kernel, permit: &Commit, draft: &Draft, zone: &str) -> Result<Made> {
    let mut tx = kernel.begin_once().await?;
    let id = kernel.id();
    let now = kernel.now();
    let dates = Dates { now, next: next_at(State::Open, draft.rhythm, now, zone) };
    if !store::insert(&mut tx, permit, (&id, draft), dates).await? {
        return Ok(Made::Enough);
    }
    arrange(kernel, &mut tx, permit, &id, draft, zone).await?;
    record(kernel, &mut tx, permit, "commitment.made", &id).await?;
    kernel.made(&mut tx, &id).await?;
    tx.commit().await?;
    Ok(Made::Done(id))
}

/// Changes what one's own says. Another rhythm counts from today. `false` where it is gone, or another's.
pub async fn change(kernel: &Kernel, permit: &Commit, id: &Id, draft: &Draft, zone: &str) -> Result<bool> {
    let mut tx = kernel.db.begin().await?;
    let Some(was) = store::hold(&mut tx, permit, id).await? else { return Ok(false) };
    let now = kernel.now();
    let next = if was.rhythm == draft.rhythm { was.next_at } else { next_at(was.state, draft.rhythm, now, zone) };
    store::update(&mut tx, permit, id, draft, Dates { now, next }).await?;
    arrange(kernel, &mut tx, permit, id, draft, zone).await?;
    record(kernel, &mut tx, permit, "commitment.changed", id).await?;
    tx.commit().await?;
    Ok(true)
}

/// Says how it goes. `false` where it is gone, or another's.
pub async fn check_in(
    kernel: &Kernel,
    permit: &Commit,
    id: &Id,
    (state, learning): (State, &str),
    zone: &str,
) -> Result<bool> {
    let mut tx = kernel.begin_once().await?;
    let is_done = check(kernel, &mut tx, permit, id, (state, learning), zone).await?;
    if is_done {
        tx.commit().await?;
    }
    Ok(is_done)
}

async fn check(
    kernel: &Kernel,
    tx: &mut Tx,
    permit: &Commit,
    id: &Id,
    (state, learning): (State, &str),
    zone: &str,
) -> Result<bool> {
    let Some(was) = store::hold(tx, permit, id).await? else { return Ok(false) };
    // A second press of the same button says nothing new.
    if store::was_said(tx, id, (state, learning), kernel.now().plus_seconds(-AGAIN)).await? {
        return Ok(true);
    }
    let next = next_at(state, was.rhythm, kernel.now(), zone);
    store::check(kernel, tx, (id, &was), (state, learning), next).await?;
    record(kernel, tx, permit, "commitment.checked", id).await?;
    Ok(true)
}

/// The same by the link of an email. `false` where the link was used before.
pub async fn check_in_by_link(
    kernel: &Kernel,
    token: &str,
    of: &KeyHolder,
    (state, learning): (State, &str),
) -> Result<bool> {
    let permit = Commit::by_link(of);
    let mut tx = kernel.db.begin().await?;
    if !store::use_key(&mut tx, &secret::hash(token), kernel.now()).await? {
        return Ok(false);
    }
    let zone = of.zone.as_deref().unwrap_or(USUAL_ZONE);
    check(kernel, &mut tx, &permit, &of.commitment_id, (state, learning), zone).await?;
    tx.commit().await?;
    Ok(true)
}

/// Takes the last check-in back, if it is the one that is named.
pub async fn undo(kernel: &Kernel, permit: &Commit, id: &Id, named: &Id) -> Result<bool> {
    let mut tx = kernel.db.begin().await?;
    if store::hold(&mut tx, permit, id).await?.is_none() || !store::undo(&mut tx, id, named).await? {
        return Ok(false);
    }
    record(kernel, &mut tx, permit, "commitment.check-undone", id).await?;
    tx.commit().await?;
    Ok(true)
}

/// Whoever was asked to be a witness answers, or stops being one. Twice is harmless.
pub async fn answer(kernel: &Kernel, permit: &Commit, id: &Id, is_yes: bool) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    let (answer, verb) = if is_yes {
        (Witnessing::Yes, "commitment.witness-agreed")
    } else {
        (Witnessing::No, "commitment.witness-declined")
    };
    if store::answer(&mut tx, permit, id, answer, kernel.now()).await? {
        record(kernel, &mut tx, permit, verb, id).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// Shares one's own, which was kept, as a celebration that everyone in the season reads. Twice is harmless.
pub async fn celebrate(kernel: &Kernel, permit: &Commit, id: &Id) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    let Some(own) = store::hold(&mut tx, permit, id).await? else { return Ok(()) };
    let text = own.what.as_str();
    let celebration = together::acts::tell(kernel, &mut tx, (permit.season(), permit.person()), text).await?;
    if store::celebrated(&mut tx, permit, id, &celebration).await? {
        record(kernel, &mut tx, permit, "commitment.celebrated", id).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// Deletes one's own with its check-ins. `false` where it is gone, or another's.
pub async fn delete(kernel: &Kernel, permit: &Commit, id: &Id) -> Result<bool> {
    let mut tx = kernel.db.begin().await?;
    if !store::delete(&mut tx, permit, id).await? {
        return Ok(false);
    }
    record(kernel, &mut tx, permit, "commitment.deleted", id).await?;
    tx.commit().await?;
    Ok(true)
}
