//! Verbs of a session: booked, said what became of it, given back, settled by the program.

use super::acts::record;
use super::letters;
use super::model::{Became, DIFFER_DAYS, Pair, Session};
use super::rules::{Arrange, Own};
use super::store;
use crate::appointments::acts::{self as appointments, Booked, Wish};
use crate::appointments::model::{Entry, Kind};
use crate::appointments::rules::Book;
use crate::appointments::store::{NewEntry, enter, offer_id, sessions_left};
use weft_kernel::Kernel;
use weft_kernel::clock::Time;
use weft_kernel::db::Tx;
use weft_kernel::ids::Id;
use weft_programs::Season;
use weft_web::{Error, Result};

/// What came of booking a session.
#[derive(Debug, PartialEq, Eq)]
pub enum Paid {
    Came(Booked),
    /// They have no session left.
    None,
    /// Not everyone has signed, or the two no longer meet.
    Unsigned,
}

/// Books a session with one's coach, which takes one of one's own. Of several at once for the last one, one is booked.
pub async fn book(
    kernel: &Kernel,
    (own, permit): (&Own, &Book),
    season: &Season,
    (pair, starts_at): (&Id, Time),
) -> Result<Paid> {
    let mut tx = kernel.begin_once().await?;
    if !store::hold(&mut tx, pair).await? {
        return Ok(Paid::Unsigned);
    }
    let pair = store::one(&mut tx, own, pair).await?.ok_or(Error::NotFound)?;
    let Some(coach) = pair.coach_id.as_ref().filter(|_| pair.is_agreed()) else { return Ok(Paid::Unsigned) };
    if pair.is_coached_by(own.person()) {
        return Err(Error::NotFound);
    }
    // Whoever coaches no more takes nobody new, and is held for those who pair with them at the same time.
    if !store::hold_coach(&mut tx, own.season(), coach).await? {
        return Ok(Paid::Unsigned);
    }
    let terms = store::terms(&mut tx, own.season()).await?.ok_or(Error::NotFound)?;
    let Some(host) = offer_id(&mut tx, own.season(), coach).await? else { return Ok(Paid::Came(Booked::Gone)) };
    let offer = appointments::offered(&mut tx, permit, &host).await?;
    let Some(offer) = offer.map(|o| o.to_coach(terms.minutes)) else { return Ok(Paid::Came(Booked::Gone)) };
    if sessions_left(&mut tx, own.season(), own.person()).await? < 1 {
        return Ok(Paid::None);
    }
    let wish = Wish { offer: &offer, starts_at, kind: Kind::Coaching, note: "" };
    let came = appointments::book_in(kernel, &mut tx, permit, season, wish).await?;
    if let Booked::Done(id) = &came {
        store::insert_session(&mut tx, id, &pair.id).await?;
        enter(kernel, &mut tx, of(own.season(), own.person(), id, Entry::Booked, -1)).await?;
        kernel.made(&mut tx, id).await?;
        tx.commit().await?;
    }
    Ok(Paid::Came(came))
}

fn of<'a>(season: &'a Id, person: &'a Id, appointment: &'a Id, kind: Entry, change: i64) -> NewEntry<'a> {
    NewEntry { season, person, appointment: Some(appointment), kind, change, reason: "", by: None }
}

fn entry(became: Became) -> Entry {
    match became {
        Became::Held => Entry::Held,
        Became::Missed => Entry::Missed,
    }
}

/// What came of saying what became of a session.
#[derive(Debug, PartialEq, Eq)]
pub enum Said {
    Done,
    /// It has not begun yet, or was canceled.
    TooEarly,
    /// The program has settled it, or it was given back.
    Settled,
}

/// How often a coach can say what became of a session.
const MOST_SAID: i64 = 6;

/// Says, as one of the two, what became of a session. Where they say different things, both are told, once.
pub async fn say(kernel: &Kernel, permit: &Own, season: &Season, id: &Id, says: Became) -> Result<Said> {
    let mut tx = kernel.db.begin().await?;
    let (was, pair) = held(&mut tx, permit, id).await?;
    if !was.has_begun(kernel.now()) {
        return Ok(Said::TooEarly);
    }
    let by_coach = pair.is_coached_by(permit.person());
    if was.said(by_coach) == Some(says) {
        return Ok(Said::Done);
    }
    if was.is_settled(kernel.now()) || (by_coach && store::times_said(&mut tx, id).await? >= MOST_SAID) {
        return Ok(Said::Settled);
    }
    if !store::say(&mut tx, id, (by_coach, says), kernel.now()).await? {
        return Ok(Said::Done);
    }
    // What the coach says counts; what the member says is a question.
    if let (true, Some(member)) = (by_coach, &pair.member_id) {
        enter(kernel, &mut tx, of(permit.season(), member, id, entry(says), 0)).await?;
    }
    let now = store::own_session(&mut tx, permit, id).await?.ok_or(Error::NotFound)?;
    if now.is_open_question() {
        letters::differ(kernel, &mut tx, season, (&pair, &now)).await?;
    }
    let verb = match says {
        Became::Held => "coaching.said-held",
        Became::Missed => "coaching.said-missed",
    };
    record(kernel, &mut tx, (Some(permit.person()), permit.season()), verb, id).await?;
    tx.commit().await?;
    Ok(Said::Done)
}

/// One's own session and its pair, which is held: whatever is done to sessions of a pair comes one after the other.
async fn held(tx: &mut Tx, permit: &Own, id: &Id) -> Result<(Session, Pair)> {
    let seen = store::own_session(tx, permit, id).await?.ok_or(Error::NotFound)?;
    store::hold_pair(tx, &seen.pair_id).await?;
    let session = store::own_session(tx, permit, id).await?.ok_or(Error::NotFound)?;
    let pair = store::one(tx, permit, &session.pair_id).await?.ok_or(Error::NotFound)?;
    Ok((session, pair))
}

/// Gives a session back that was missed or canceled late, as its coach. Given back again, it changes nothing. What the
/// program has settled stays so.
pub async fn give_back(kernel: &Kernel, permit: &Own, id: &Id) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    let (s, pair) = held(&mut tx, permit, id).await?;
    let is_lost = s.program_says.is_none() && (s.is_late || s.coach_says == Some(Became::Missed));
    let Some(member) = pair.member_id.as_ref().filter(|_| is_lost && pair.is_coached_by(permit.person())) else {
        return Err(Error::NotFound);
    };
    if !enter(kernel, &mut tx, of(permit.season(), member, id, Entry::Returned, 1)).await? {
        return Ok(());
    }
    store::agree(&mut tx, id).await?;
    record(kernel, &mut tx, (Some(permit.person()), permit.season()), "coaching.given-back", id).await?;
    Ok(tx.commit().await?)
}

/// Settles, for the program, what became of a session of which its two say different things: it counts as held, or it
/// is given back. False where it is no question any more.
pub async fn settle(kernel: &Kernel, permit: &Arrange, id: &Id, says: Became) -> Result<bool> {
    let mut tx = kernel.db.begin().await?;
    let before = kernel.now().plus_days(-DIFFER_DAYS);
    let Some(seen) = store::questions(&mut tx, permit, before).await?.into_iter().find(|q| q.id == *id) else {
        return Ok(false);
    };
    store::hold_pair(&mut tx, &seen.pair_id).await?;
    let again = store::questions(&mut tx, permit, before).await?;
    let Some(question) = again.into_iter().find(|q| q.id == *id) else { return Ok(false) };
    if !store::settle(&mut tx, id, says).await? {
        return Ok(false);
    }
    if let Some(member) = &question.member_id {
        let mut line = of(permit.season(), member, id, entry(says), 0);
        line.by = Some(permit.person());
        enter(kernel, &mut tx, line).await?;
        if says == Became::Missed {
            enter(kernel, &mut tx, of(permit.season(), member, id, Entry::Returned, 1)).await?;
        }
    }
    record(kernel, &mut tx, (Some(permit.person()), permit.season()), "coaching.settled", id).await?;
    tx.commit().await?;
    Ok(true)
}
