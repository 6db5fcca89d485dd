//! Verbs of those who take part: choose a time, give it back, answer, join a season, leave it. One transaction each.

use super::acts::{own, record};
use super::letters::{self, Moves, News, Why};
use super::model::{Answer, Meeting, PlaceState, Sitting};
use super::rules::PlanGatherings;
use super::store;
use weft_kernel::Kernel;
use weft_kernel::clock::Time;
use weft_kernel::db::{Conn, Tx};
use weft_kernel::ids::Id;
use weft_people::store as people;
use weft_programs::Season;
use weft_programs::TakePart;
use weft_programs::emails::Emails;
use weft_web::{Error, Result};

/// What came of choosing a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    Held,
    /// It is full; she is on its list.
    Waiting,
    /// The day until which one may choose is over.
    TooLate,
}

/// Takes a place in a sitting, or one on its list; a place in another sitting of the part is given up only for a place.
pub async fn choose(kernel: &Kernel, permit: &TakePart, season: &Season, number: i64, sitting: &Id) -> Result<Choice> {
    let mut tx = kernel.db.begin().await?;
    let meeting = owned(&mut tx, permit, number).await?;
    let wanted = meeting.sitting(sitting).ok_or(Error::NotFound)?.clone();
    if !meeting.is_chosen(wanted.part) || !meeting.gathering.is_on() {
        return Err(Error::NotFound);
    }
    if !is_open(kernel, &meeting, &wanted) {
        return Ok(Choice::TooLate);
    }
    if wanted.is_own() {
        return Ok(Choice::Held);
    }
    let (id, person, part) = (&meeting.gathering.id, permit.person(), wanted.part);
    if !store::places::take_seat(&mut tx, sitting).await? {
        store::places::wait(&mut tx, id, part, person, sitting, kernel.now()).await?;
        record(kernel, &mut tx, Some(person), "sitting.waited", sitting, permit.season()).await?;
        tx.commit().await?;
        return Ok(Choice::Waiting);
    }
    let left = store::places::drop_place(&mut tx, id, part, person, PlaceState::Held).await?;
    store::places::drop_place(&mut tx, id, part, person, PlaceState::Waiting).await?;
    if !store::places::hold(&mut tx, id, part, person, sitting, kernel.now()).await? {
        // The same person chose twice at once: the other choice stands.
        return Ok(Choice::Held);
    }
    if let Some(left) = &left {
        store::places::give_seat_back(&mut tx, left).await?;
    }
    if let Some(who) = people::addressee(&mut tx, person).await? {
        let is = owned(&mut tx, permit, number).await?;
        let before: Vec<Id> = left.iter().cloned().collect();
        let emails = Emails::of(&mut tx, season).await?;
        let news = News { emails: &emails, was: Some(&meeting), is: &is, why: &Why::Chosen };
        letters::tell(kernel, &mut tx, news, &who, Moves { before: &before, after: std::slice::from_ref(sitting) })
            .await?;
    }
    if let Some(left) = &left {
        promote(kernel, &mut tx, season, &meeting, left, Freed::Left).await?;
    }
    record(kernel, &mut tx, Some(person), "sitting.chosen", sitting, permit.season()).await?;
    tx.commit().await?;
    Ok(Choice::Held)
}

/// Gives a place, or one on the list, back. Twice is once.
pub async fn leave(kernel: &Kernel, permit: &TakePart, season: &Season, number: i64, sitting: &Id) -> Result<Choice> {
    let mut tx = kernel.db.begin().await?;
    let meeting = owned(&mut tx, permit, number).await?;
    let own = meeting.sitting(sitting).ok_or(Error::NotFound)?.clone();
    if !is_open(kernel, &meeting, &own) {
        return Ok(Choice::TooLate);
    }
    if !own.is_own() && !own.is_waited_for() {
        // Given back already; what she has of another time of this part stays.
        return Ok(Choice::Held);
    }
    let state = if own.is_own() { PlaceState::Held } else { PlaceState::Waiting };
    let left = store::places::drop_place(&mut tx, &meeting.gathering.id, own.part, permit.person(), state).await?;
    if let (Some(left), PlaceState::Held) = (&left, state) {
        store::places::give_seat_back(&mut tx, left).await?;
        if let Some(who) = people::addressee(&mut tx, permit.person()).await? {
            let emails = Emails::of(&mut tx, season).await?;
            let news = News { emails: &emails, was: Some(&meeting), is: &meeting, why: &Why::Chosen };
            letters::tell(kernel, &mut tx, news, &who, Moves { before: std::slice::from_ref(left), after: &[] })
                .await?;
        }
        promote(kernel, &mut tx, season, &meeting, left, Freed::Left).await?;
    }
    record(kernel, &mut tx, Some(permit.person()), "sitting.left", sitting, permit.season()).await?;
    tx.commit().await?;
    Ok(Choice::Held)
}

/// Someone joins a season: invitations to everything that lies ahead, or the question which time suits her. What was
/// announced after `since` she has heard of.
pub async fn welcome(kernel: &Kernel, tx: &mut Tx, season: &Season, person: &Id, since: Time) -> Result<()> {
    let Some(who) = people::addressee(tx, person).await? else { return Ok(()) };
    let emails = Emails::of(tx, season).await?;
    for meeting in
        ahead(kernel, tx, season).await?.into_iter().filter(|m| m.gathering.published_at.is_some_and(|p| p <= since))
    {
        let held = store::places::held(tx, &meeting.gathering.id).await?;
        let after = own(&meeting, &who, &held);
        let news = News { emails: &emails, was: None, is: &meeting, why: &Why::Joined };
        letters::tell(kernel, tx, news, &who, Moves { before: &[], after: &after }).await?;
        if meeting.parts().iter().any(|(p, s)| meeting.is_chosen(*p) && !s.iter().any(|s| after.contains(&s.id))) {
            letters::ask_to_choose(kernel, tx, &emails, &meeting, &who, &Why::Joined).await?;
        }
    }
    Ok(())
}

/// Someone leaves a season: what lies ahead goes out of her calendar, and her seats to those who wait.
pub async fn farewell(kernel: &Kernel, tx: &mut Tx, season: &Season, person: &Id) -> Result<()> {
    let emails = Emails::of(tx, season).await?;
    for meeting in ahead(kernel, tx, season).await? {
        let held = store::places::held(tx, &meeting.gathering.id).await?;
        if let Some(who) = people::addressee(tx, person).await? {
            let before = own(&meeting, &who, &held);
            let news = News { emails: &emails, was: Some(&meeting), is: &meeting, why: &Why::Chosen };
            letters::tell(kernel, tx, news, &who, Moves { before: &before, after: &[] }).await?;
        }
        store::places::drop_answer(tx, &meeting.gathering.id, person).await?;
        for (part, _) in meeting.parts() {
            store::places::drop_place(tx, &meeting.gathering.id, part, person, PlaceState::Waiting).await?;
            if let Some(left) =
                store::places::drop_place(tx, &meeting.gathering.id, part, person, PlaceState::Held).await?
            {
                store::places::give_seat_back(tx, &left).await?;
                promote(kernel, tx, season, &meeting, &left, Freed::Left).await?;
            }
        }
    }
    Ok(())
}

/// How many gatherings lie ahead that someone goes to: what a farewell takes out of their calendar.
pub async fn count_ahead(kernel: &Kernel, conn: &mut Conn, season: &Id, person: &Id) -> Result<usize> {
    let (gatherings, sittings) = store::announced(conn, season).await?;
    let all = Meeting::all(gatherings, sittings);
    let mut n = 0;
    for meeting in all.iter().filter(|m| m.gathering.is_on() && !m.is_over(kernel.now())) {
        let held = store::places::held(conn, &meeting.gathering.id).await?;
        let goes = |s: &Sitting| !meeting.is_chosen(s.part) || held.iter().any(|(p, h)| p == person && *h == s.id);
        n += usize::from(meeting.sittings.iter().any(goes));
    }
    Ok(n)
}

/// What is announced, on, and not over.
async fn ahead(kernel: &Kernel, tx: &mut Conn, season: &Season) -> Result<Vec<Meeting>> {
    let permit = PlanGatherings::by_itself(&season.id);
    store::hold_season(tx, &permit).await?;
    store::hold_gatherings(tx, &season.id, 0).await?;
    let (gatherings, sittings) = store::plan(tx, &permit, 0).await?;
    Ok(Meeting::all(gatherings, sittings)
        .into_iter()
        .filter(|m| m.gathering.is_on() && !m.is_over(kernel.now()))
        .collect())
}

async fn owned(tx: &mut Conn, permit: &TakePart, number: i64) -> Result<Meeting> {
    store::hold_gatherings(tx, permit.season(), number).await?;
    let (gatherings, sittings) = store::own(tx, permit, number).await?;
    Meeting::all(gatherings, sittings).into_iter().next().ok_or(Error::NotFound)
}

/// Whether one may still choose: until the end of the day that was set, or until it begins.
pub fn is_open(kernel: &Kernel, meeting: &Meeting, sitting: &Sitting) -> bool {
    let until = meeting
        .gathering
        .choose_until
        .as_deref()
        .and_then(|d| d.parse().ok())
        .map(|d| Time::end_of_day(d, &sitting.zone));
    kernel.now() < sitting.starts_at && until.is_none_or(|u| kernel.now() <= u)
}

/// Seats that came free, and why they may be given on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Freed {
    /// Someone left: while people may choose, those who wait move up, and are told.
    Left,
    /// A lead made seats: those who wait move up even when choosing is over; the lead's own act tells them.
    ByLead,
}

/// Gives free seats of a sitting to those who wait for it, and what they leave to those who wait there. Nobody moves up
/// once a sitting has begun.
pub(super) async fn promote(
    kernel: &Kernel,
    tx: &mut Tx,
    season: &Season,
    meeting: &Meeting,
    sitting: &Id,
    freed: Freed,
) -> Result<()> {
    let writes = freed == Freed::Left;
    let mut open = vec![sitting.clone()];
    while let Some(sitting) = open.pop() {
        let Some(of) = meeting.sitting(&sitting) else { continue };
        let part = of.part;
        let may_move = match freed {
            Freed::Left => is_open(kernel, meeting, of),
            Freed::ByLead => kernel.now() < of.starts_at,
        };
        if !may_move || !meeting.gathering.is_on() {
            continue;
        }
        while store::places::take_seat(tx, &sitting).await? {
            let Some(person) = store::places::first_waiting(tx, &sitting).await? else {
                store::places::give_seat_back(tx, &sitting).await?;
                break;
            };
            let left = store::places::drop_place(tx, &meeting.gathering.id, part, &person, PlaceState::Held).await?;
            store::places::hold(tx, &meeting.gathering.id, part, &person, &sitting, kernel.now()).await?;
            if writes && let Some(who) = people::addressee(tx, &person).await? {
                let before: Vec<Id> = left.iter().cloned().collect();
                let emails = Emails::of(tx, season).await?;
                let news = News { emails: &emails, was: Some(meeting), is: meeting, why: &Why::Opened };
                letters::tell(kernel, tx, news, &who, Moves { before: &before, after: std::slice::from_ref(&sitting) })
                    .await?;
            }
            record(kernel, tx, None, "sitting.opened", &sitting, &season.id).await?;
            if let Some(left) = left {
                store::places::give_seat_back(tx, &left).await?;
                open.push(left);
            }
        }
    }
    Ok(())
}

/// Says yes, no, or yes with a need. The last word counts. Returns when it was said.
pub async fn answer(kernel: &Kernel, permit: &TakePart, number: i64, answer: Answer, note: &str) -> Result<Time> {
    let mut tx = kernel.db.begin().await?;
    let meeting = owned(&mut tx, permit, number).await?;
    if !meeting.gathering.is_on() || meeting.is_over(kernel.now()) {
        return Err(Error::NotFound);
    }
    let now = kernel.now();
    store::places::answer(&mut tx, permit, &meeting.gathering.id, answer, note, now).await?;
    record(kernel, &mut tx, Some(permit.person()), "gathering.answered", &meeting.gathering.id, permit.season())
        .await?;
    tx.commit().await?;
    Ok(now)
}

/// The same with one press, from a page that shows no note: what was noted stays, and so does a yes that came with a
/// need. Returns when it was said, where it is their first answer.
pub async fn answer_at_once(kernel: &Kernel, permit: &TakePart, number: i64, said: Answer) -> Result<Option<Time>> {
    let was = owned(&mut kernel.db.read().await?, permit, number).await?.gathering;
    let is_said = was.answer == Some(said) || (said == Answer::Yes && was.answer == Some(Answer::Need));
    if is_said {
        return Ok(None);
    }
    let at = answer(kernel, permit, number, said, was.note.as_deref().unwrap_or_default()).await?;
    Ok(Some(at).filter(|_| was.answer.is_none()))
}

/// What came of taking an answer back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unsaid {
    /// There is none now.
    Gone,
    /// Another answer was given since: that one stays.
    Changed,
    /// The gathering has begun: what was said stays.
    Begun,
}

/// Takes back the very answer that was given at a moment, as if it had not been given. Idempotent.
pub async fn unanswer(kernel: &Kernel, permit: &TakePart, number: i64, said: Answer, at: Time) -> Result<Unsaid> {
    let mut tx = kernel.db.begin().await?;
    let meeting = owned(&mut tx, permit, number).await?;
    let id = &meeting.gathering.id;
    if meeting.gathering.answer.is_none() {
        return Ok(Unsaid::Gone);
    }
    if meeting.starts_at().is_none_or(|starts| starts <= kernel.now()) || !meeting.gathering.is_on() {
        return Ok(Unsaid::Begun);
    }
    if !store::places::take_back(&mut tx, permit, id, said, at).await? {
        return Ok(Unsaid::Changed);
    }
    record(kernel, &mut tx, Some(permit.person()), "gathering.unanswered", id, permit.season()).await?;
    tx.commit().await?;
    Ok(Unsaid::Gone)
}
