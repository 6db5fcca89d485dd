//! Verbs: ask for times, answer, choose a time, cancel the meeting, delete.

use super::model::{Draft, MOST_CHANGES, Say, Stage};
use super::rules::Meet;
use super::{emails as kinds, letters, store};
use weft_kernel::db::Tx;
use weft_kernel::ids::Id;
use weft_kernel::{Kernel, events, outbox};
use weft_programs::Season;
use weft_programs::emails::Emails;
use weft_web::{Error, Result};

/// What came of asking for times.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Made {
    Done(Id),
    /// The team has as many open polls as any team may, or is not theirs to ask.
    Refused,
}

async fn record(
    kernel: &Kernel,
    tx: &mut Tx,
    permit: &Meet,
    verb: &'static str,
    (id, told): (&Id, Option<usize>),
) -> Result<()> {
    let event = events::Event {
        actor: Some(permit.person()),
        verb,
        subject: id,
        season: Some(permit.season()),
        detail: told.map(|n| n.to_string()),
    };
    Ok(events::record(kernel, tx, event).await?)
}

/// Asks a home team when it can meet: everyone of it but the asker gets an email.
pub async fn make(kernel: &Kernel, permit: &Meet, season: &Season, draft: &Draft) -> Result<Made> {
    let mut tx = kernel.begin_once().await?;
    let id = kernel.id();
    if !store::insert(kernel, &mut tx, permit, (&id, draft)).await? {
        return Ok(Made::Refused);
    }
    let poll = store::poll(&mut tx, permit, &id).await?.ok_or(Error::NotFound)?;
    let moments = store::moments(&mut tx, permit, &poll).await?;
    let emails = Emails::of(&mut tx, season).await?;
    let told = letters::open(kernel, &mut tx, &emails, (&poll, &moments)).await?;
    record(kernel, &mut tx, permit, "poll.made", (&id, Some(told))).await?;
    kernel.made(&mut tx, &id).await?;
    tx.commit().await?;
    Ok(Made::Done(id))
}

/// Someone of the team says when they can come. `false` where answers are no longer taken.
pub async fn answer(kernel: &Kernel, permit: &Meet, id: &Id, answers: &[(Id, Say)]) -> Result<bool> {
    let mut tx = kernel.db.begin().await?;
    let poll = store::hold(&mut tx, permit, id).await?.filter(|p| p.is_member).ok_or(Error::NotFound)?;
    if poll.stage(kernel.now()) != Stage::Open {
        return Ok(false);
    }
    let mut n = 0;
    for (option, say) in answers {
        n += usize::from(store::answer(&mut tx, permit, &poll, (option, *say), kernel.now()).await?);
    }
    if n == 0 {
        return Ok(false);
    }
    record(kernel, &mut tx, permit, "poll.answered", (id, None)).await?;
    tx.commit().await?;
    Ok(true)
}

/// What came of choosing a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chosen {
    Done,
    /// It was chosen already; nothing was to do.
    Same,
    /// It was changed as often as a meeting may be: each time writes to the whole team.
    Often,
    /// Someone else chose or canceled meanwhile, or the time has passed: nothing was changed.
    Late,
}

/// Makes the meeting at a time, or moves it there; everyone of the team gets an email with an entry for their calendar.
/// `seen` is the poll's sequence that the page showed: of two who press at once, one is late.
pub async fn choose(
    kernel: &Kernel,
    permit: &Meet,
    season: &Season,
    (id, option): (&Id, &Id),
    seen: i64,
) -> Result<Chosen> {
    let mut tx = kernel.db.begin().await?;
    let was = store::hold(&mut tx, permit, id).await?.ok_or(Error::NotFound)?;
    let stage = was.stage(kernel.now());
    if was.canceled_at.is_none() && was.option_id.as_ref() == Some(option) {
        return Ok(Chosen::Same);
    }
    if was.sequence >= MOST_CHANGES {
        return Ok(Chosen::Often);
    }
    let is_right = was.sequence == seen && matches!(stage, Stage::Open | Stage::Settled);
    if !is_right || !store::ahead(&mut tx, &was, option, kernel.now()).await? {
        return Ok(Chosen::Late);
    }
    store::settle(&mut tx, permit, &was, option, kernel.now()).await?;
    let poll = store::poll(&mut tx, permit, id).await?.ok_or(Error::NotFound)?;
    let (kind, verb) = if stage == Stage::Open {
        recall(kernel, &mut tx, &was).await?;
        (&kinds::MEETING, "poll.settled")
    } else {
        (&kinds::CHANGED, "poll.moved")
    };
    let emails = Emails::of(&mut tx, season).await?;
    let told = letters::tell(kernel, &mut tx, &emails, kind, &poll).await?;
    record(kernel, &mut tx, permit, verb, (id, Some(told))).await?;
    tx.commit().await?;
    Ok(Chosen::Done)
}

/// Cancels the meeting; everyone of the team gets an email that removes it from their calendar. `false` where the page
/// showed something older.
pub async fn cancel(kernel: &Kernel, permit: &Meet, season: &Season, id: &Id, seen: i64) -> Result<bool> {
    let mut tx = kernel.db.begin().await?;
    let was = store::hold(&mut tx, permit, id).await?.ok_or(Error::NotFound)?;
    if was.sequence != seen || was.stage(kernel.now()) != Stage::Settled {
        return Ok(false);
    }
    store::cancel(&mut tx, permit, &was, kernel.now()).await?;
    let poll = store::poll(&mut tx, permit, id).await?.ok_or(Error::NotFound)?;
    let emails = Emails::of(&mut tx, season).await?;
    let told = letters::tell(kernel, &mut tx, &emails, &kinds::OFF, &poll).await?;
    record(kernel, &mut tx, permit, "poll.canceled", (id, Some(told))).await?;
    tx.commit().await?;
    Ok(true)
}

/// Deletes one's own poll while no time was chosen. `false` where it is gone, another's, or settled.
pub async fn delete(kernel: &Kernel, permit: &Meet, id: &Id) -> Result<bool> {
    let mut tx = kernel.db.begin().await?;
    let found = store::hold(&mut tx, permit, id).await?;
    let Some(poll) = found.filter(|p| p.is_of(permit.person()) && p.option_id.is_none()) else { return Ok(false) };
    recall(kernel, &mut tx, &poll).await?;
    store::delete(&mut tx, &poll).await?;
    record(kernel, &mut tx, permit, "poll.deleted", (id, None)).await?;
    tx.commit().await?;
    Ok(true)
}

/// Nobody is asked any more: emails that have not left stay.
async fn recall(kernel: &Kernel, tx: &mut Tx, poll: &super::model::Poll) -> Result<()> {
    for who in store::addressees(tx, poll).await? {
        outbox::recall(tx, &letters::opening_key(&poll.id, &who.person_id), kernel.now()).await?;
    }
    Ok(())
}
