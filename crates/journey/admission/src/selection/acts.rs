//! Verbs: set goals, propose, draw, confirm, answer an invitation.

use std::collections::BTreeMap;

use weft_assign::selection::{Conflict, Error as SelectionError, Input, Transcript};

use super::band;
use super::emails::{self, Invitation};
use super::goals::Goals;
use super::model::{self, Answer, FIRST_OFFER, GoalSet, LATER_OFFER, MarkKind, Offered};
use super::rules::{Choose, OwnInvitation};
use super::store::{self, NewInvitation, NewMark, NewRun};
use crate::applications;
use crate::applications::rules::FillPool;
use weft_kernel::clock::Time;
use weft_kernel::db::Conn;
use weft_kernel::i18n::Lang;
use weft_kernel::ids::Id;
use weft_kernel::outbox::{self, Lane, Listed};
use weft_kernel::{Kernel, events, secret};
use weft_people::address::Proved;
use weft_people::shares::{self, Said};
use weft_people::{ASKED, store as people};
use weft_programs::Season;
use weft_programs::emails::Emails;
use weft_web::{Error, Result};

/// What a run is asked to do.
#[derive(Clone, Debug)]
pub enum Rule {
    Propose,
    /// With the public text the seed is made from, and how many tickets; `in_band` among those whom scores do not tell
    /// apart alone, clear accepts chosen and clear declines left out.
    Draw {
        public: String,
        tickets: u32,
        in_band: bool,
    },
}

/// What came of a run.
#[derive(Debug)]
pub enum Outcome {
    Chosen(Box<Transcript>),
    Infeasible(Box<Conflict>),
    Unscored(usize),
    Refused(String),
    Stopped,
}

/// Why a run gave no cohort, in a form that can be written down.
#[derive(Clone, Debug, serde::Serialize, serde::Deserialize)]
pub enum Refusal {
    /// There was a cohort.
    None,
    Infeasible(Box<Conflict>),
    Unscored(usize),
    /// What was asked contradicts itself.
    Refused(String),
    Stopped,
}

impl From<Outcome> for Refusal {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Infeasible(conflict) => Self::Infeasible(conflict),
            Outcome::Unscored(n) => Self::Unscored(n),
            Outcome::Stopped => Self::Stopped,
            Outcome::Refused(text) => Self::Refused(text),
            Outcome::Chosen(_) => Self::None,
        }
    }
}

/// How the names of all work on a cohort of the season begin.
pub fn works_of(permit: &Choose) -> String {
    format!("composition {} ", permit.season())
}

/// Stores goals as a new version. Protected attributes come with who turned them on and why. Saved again as they are,
/// they stay the version they are. What the solver said by other goals is forgotten.
pub async fn set_goals(
    kernel: &Kernel,
    permit: &Choose,
    actor: Option<&Id>,
    goals: &Goals,
    protected: Option<(&Id, &str)>,
) -> Result<()> {
    let text = serde_json::to_string(goals).map_err(|e| Error::Internal(e.to_string()))?;
    let mut tx = kernel.begin_once().await?;
    store::hold_seats(&mut tx, permit.season(), kernel.now()).await?;
    let reason = protected.map(|(_, reason)| reason);
    let is_same = |set: &GoalSet| set.goals.0 == *goals && set.protected_reason.as_deref() == reason;
    if store::goals(&mut tx, permit.season()).await?.as_ref().is_some_and(is_same) {
        return Ok(());
    }
    store::insert_goals(kernel, &mut tx, permit, &text, protected, actor).await?;
    let detail = protected.map(|(_, reason)| format!("protected attributes on: {reason}"));
    let event =
        events::Event { actor, verb: "goals.set", subject: permit.season(), season: Some(permit.season()), detail };
    events::record(kernel, &mut tx, event).await?;
    tx.commit().await?;
    kernel.works.forget_all(&works_of(permit));
    Ok(())
}

/// Counts a value of a field as another one, or no longer. Said twice, done once.
pub async fn merge_values(
    kernel: &Kernel,
    permit: &Choose,
    actor: Option<&Id>,
    (field, value): (&str, &str),
    counted_as: Option<&str>,
) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    let verb = match counted_as {
        Some(other) => {
            store::set_merge(&mut tx, permit, (field, value, other), actor, kernel.now()).await?;
            "values.merged"
        }
        None if store::lift_merge(&mut tx, permit, field, value).await? => "values.parted",
        None => return Ok(()),
    };
    let detail = Some(format!("{field}: {value} {}", counted_as.unwrap_or_default()));
    let event = events::Event { actor, verb, subject: permit.season(), season: Some(permit.season()), detail };
    events::record(kernel, &mut tx, event).await?;
    tx.commit().await?;
    kernel.works.forget_all(&works_of(permit));
    Ok(())
}

/// Runs the solver off the async threads, two questions at a time.
pub async fn off_thread<T: Send + 'static>(ask: impl FnOnce() -> T + Send + 'static) -> Result<T> {
    static PERMITS: tokio::sync::Semaphore = tokio::sync::Semaphore::const_new(2);
    let _slot = PERMITS.acquire().await.map_err(|e| Error::Internal(e.to_string()))?;
    tokio::task::spawn_blocking(ask).await.map_err(|e| Error::Internal(e.to_string()))
}

/// The mark that a form asks for; none lifts the one there is.
pub fn asked(text: &str) -> Result<Option<MarkKind>> {
    if text == "lift" { Ok(None) } else { MarkKind::parse(text).map(Some).ok_or(Error::BadRequest) }
}

/// Locks someone, sets her aside, or without a mark lifts either: later runs keep to it. Lifted twice is lifted.
pub async fn mark(
    kernel: &Kernel,
    permit: &Choose,
    actor: Option<&Id>,
    external_id: &str,
    mark: Option<MarkKind>,
    reason: &str,
) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    let found = match mark {
        Some(mark) => {
            let new = NewMark { external_id, mark, reason, by: actor };
            store::set_mark(&mut tx, permit, &new, kernel.now()).await?
        }
        None => store::lift_mark(&mut tx, permit, external_id).await?,
    };
    let Some(application) = found else { return if mark.is_none() { Ok(()) } else { Err(Error::NotFound) } };
    let verb = match mark {
        Some(MarkKind::Locked) => "mark.locked",
        Some(MarkKind::Aside) => "mark.aside",
        None => "mark.lifted",
    };
    let event = events::Event {
        actor,
        verb,
        subject: &application,
        season: Some(permit.season()),
        detail: Some(external_id.to_owned()),
    };
    events::record(kernel, &mut tx, event).await?;
    tx.commit().await?;
    kernel.works.forget_all(&works_of(permit));
    Ok(())
}

/// Solves without storing anything. Who is locked must be chosen, who is set aside cannot be; the transcript says so.
pub async fn solve(kernel: &Kernel, permit: &Choose, goals: &Goals, rule: Rule) -> Result<Outcome> {
    let mut conn = kernel.db.read().await?;
    let candidates = applications::candidates(&mut conn, permit.season()).await?;
    let marks = store::marked(&mut conn, permit.season(), kernel.now()).await?;
    let margins = band::margins(&applications::store::spreads(&mut conn, permit.season()).await?);
    drop(conn);
    solve_input(goals.marked_input(&candidates, &marks), &margins, rule, |_| true).await
}

/// The same for an input made before; `progress` is told how far the search is and may stop it.
pub async fn solve_input(
    input: Input,
    margins: &BTreeMap<String, f64>,
    rule: Rule,
    mut progress: impl FnMut(usize) -> bool + Send + 'static,
) -> Result<Outcome> {
    let input = match &rule {
        Rule::Draw { in_band: true, .. } => match band::of(&input, margins) {
            Some(found) => found.apply(&input),
            None => return Ok(Outcome::Unscored(input.people.iter().filter(|p| p.score.is_none()).count())),
        },
        _ => input,
    };
    let solved = off_thread(move || match rule {
        Rule::Propose => Transcript::of_proposal_by(input, &mut progress),
        Rule::Draw { public, tickets, .. } => Transcript::of_draw_by(input, tickets, &public, &mut progress),
    })
    .await?;
    match solved {
        Ok(transcript) => Ok(Outcome::Chosen(Box::new(transcript))),
        Err(SelectionError::Infeasible(conflict)) => Ok(Outcome::Infeasible(conflict)),
        Err(SelectionError::Unscored(n)) => Ok(Outcome::Unscored(n)),
        Err(SelectionError::Input(text)) => Ok(Outcome::Refused(text)),
        Err(SelectionError::Stopped) => Ok(Outcome::Stopped),
        Err(e @ SelectionError::Solver(_)) => Err(Error::Internal(e.to_string())),
    }
}

/// Stores a run with its transcript.
pub async fn keep(kernel: &Kernel, permit: &Choose, actor: Option<&Id>, transcript: &Transcript) -> Result<Id> {
    let mut tx = kernel.begin_once().await?;
    let new = NewRun {
        rule: &transcript.rule,
        input_hash: &transcript.input_hash,
        transcript: &transcript.to_json(),
        by: actor,
    };
    let id = store::insert_run(kernel, &mut tx, permit, &new).await?;
    let event = events::Event {
        actor,
        verb: "selection.run",
        subject: &id,
        season: Some(permit.season()),
        detail: Some(transcript.rule.clone()),
    };
    events::record(kernel, &mut tx, event).await?;
    kernel.made(&mut tx, &id).await?;
    tx.commit().await?;
    Ok(id)
}

/// What came of confirming a run: how many were invited; or how many it would have invited, when so many seats are not
/// free and nothing was done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Confirmed {
    pub invited: usize,
    pub beyond: usize,
    /// Nobody of it can be invited any more, so it was not confirmed.
    pub is_empty: bool,
}

/// The run that is confirmed, for which season, and for how many days its invitations stand.
#[derive(Clone, Copy)]
pub struct Confirming<'a> {
    pub season: &'a Season,
    pub run: &'a Id,
    pub transcript: &'a Transcript,
    pub days: i64,
}

/// Who of a cohort cannot be invited any more, and why, as [`Goals::barred`] has it: by the goals as they are now. Who
/// is not at the stage that choosing is at is not chosen either.
pub async fn barred(conn: &mut Conn, season: &Id, cohort: &[String], now: Time) -> Result<BTreeMap<String, String>> {
    let goals = store::goals(conn, season).await?.map(|g| g.goals.0).unwrap_or_default();
    let candidates = applications::candidates(conn, season).await?;
    let barred = goals.barred(&candidates, &store::marked(conn, season, now).await?);
    let is_there = |id: &String| candidates.iter().any(|c| c.external_id == *id);
    let why = |id: &String| match barred.get(id) {
        Some(reason) => Some((id.clone(), reason.clone())),
        None => (!is_there(id)).then(|| (id.clone(), "out-elsewhere".to_owned())),
    };
    Ok(cohort.iter().filter_map(why).collect())
}

/// Confirms a run: everyone in it who has no seat and no invitation yet, and who can still be chosen, is invited by
/// mail. Once. Seats taken and invitations open together never exceed the seats and what was declared beyond them.
/// `None` when the run was confirmed before.
pub async fn confirm(
    kernel: &Kernel,
    permit: &Choose,
    actor: Option<&Id>,
    confirming: Confirming<'_>,
) -> Result<Option<Confirmed>> {
    let Confirming { season, run, transcript, days } = confirming;
    let now = kernel.now();
    let mut tx = kernel.db.begin().await?;
    let (seats, taken, waiting) = store::hold_seats(&mut tx, permit.season(), now).await?;
    let over = store::filling(&mut tx, permit.season()).await?.map_or(0, |f| f.over);
    let room = (seats + over - taken - waiting).max(0);
    let seat_from = if store::has_confirmed(&mut tx, permit).await? { LATER_OFFER } else { FIRST_OFFER };
    if !store::confirm(&mut tx, permit, run, now).await? {
        return Ok(None);
    }
    // Through the end of the day that the email names.
    let expires = Time::end_of_day(now.plus_days(days).date_in(&season.zone), &season.zone);
    // Someone may have withdrawn, or been decided on, since the run was made and since its page was read.
    let barred = barred(&mut tx, permit.season(), &transcript.cohort, now).await?;
    let mut due = Vec::new();
    for external_id in transcript.cohort.iter().filter(|id| !barred.contains_key(*id)) {
        due.extend(
            store::invitee(&mut tx, permit, external_id, now)
                .await?
                .filter(|who| !who.is_settled)
                .map(|who| (external_id, who)),
        );
    }
    // Nobody of it can be invited: it is confirmed when somebody can.
    if due.is_empty() && !barred.is_empty() {
        return Ok(Some(Confirmed { is_empty: true, ..Confirmed::default() }));
    }
    // Whom to leave out is nobody's to choose here: the run is refused whole, and the rule asked again.
    if due.len() as i64 > room {
        return Ok(Some(Confirmed { beyond: due.len(), ..Confirmed::default() }));
    }
    let emails = Emails::of(&mut tx, season).await?;
    let mut done = Confirmed::default();
    for (external_id, who) in due {
        let token = secret::token(&kernel.rng);
        let to = people::address_of(&mut tx, &who.person_id).await?;
        let new = NewInvitation {
            application: &who.id,
            run,
            token_hash: &secret::hash(&token),
            seat_from,
            expires,
            mailed_to: to.as_deref(),
        };
        // Someone whose invitation ran out is asked again; who has answered or holds a seat is not.
        let invitation = if who.has_invitation {
            store::renew_invitation(kernel, &mut tx, permit, &new).await?
        } else {
            store::insert_invitation(kernel, &mut tx, permit, &new).await?
        };
        let Some(id) = invitation else { continue };
        let reason = format!("{} {}", transcript.rule, &transcript.input_hash[..12]);
        store::insert_outcome(kernel, &mut tx, &who.id, model::Outcome::Invited, &reason, actor).await?;
        let lang = Lang::parse(&who.language).unwrap_or_default();
        let letter = Invitation { name: &who.display_name, token: &token, expires, over }.write(kernel, &emails, lang);
        if let Some(to) = to {
            let key = format!("invitation:{id}:{run}");
            outbox::enqueue(
                kernel,
                &mut tx,
                outbox::New {
                    key: &key,
                    lane: Lane::Bulk(Some(expires)),
                    listed: Listed::ToOwners,
                    season: Some(&season.id),
                    mail: &letter.to(&to),
                },
            )
            .await?;
        }
        let event = events::Event {
            actor,
            verb: "invitation.made",
            subject: &who.person_id,
            season: Some(permit.season()),
            detail: Some(external_id.clone()),
        };
        events::record(kernel, &mut tx, event).await?;
        done.invited += 1;
    }
    let event = events::Event {
        actor,
        verb: "selection.confirmed",
        subject: run,
        season: Some(permit.season()),
        detail: Some(format!("{} invited", done.invited)),
    };
    events::record(kernel, &mut tx, event).await?;
    tx.commit().await?;
    Ok(Some(done))
}

/// How an answer was taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answered {
    Accepted,
    Declined,
    /// All seats went to others while the invitation lay there.
    Full,
    /// It was answered before, or its time is over.
    TooLate,
}

/// An answer to an invitation: `shown` are those of [`ASKED`] that the public page may show of whoever accepts.
#[derive(Clone, Copy, Debug)]
pub struct Reply<'a> {
    pub answer: Answer,
    pub note: Option<&'a str>,
    pub shown: &'a [&'a str],
}

/// Accepts or declines. The first answer in time stands; the last seat is given once.
pub async fn answer(kernel: &Kernel, own: &OwnInvitation, reply: Reply<'_>) -> Result<Answered> {
    let Reply { answer, note, shown } = reply;
    let now = kernel.now();
    let mut tx = kernel.db.begin().await?;
    if !store::answer(&mut tx, &own.id, answer, note, now).await? {
        return Ok(Answered::TooLate);
    }
    // Whoever answers has shown that the address is theirs to which the link was mailed, and what stood apart joins
    // their record.
    let mut o = Offered::clone(own);
    if let Some(mailed) = o.mailed_to.get().filter(|_| o.is_by_link).cloned() {
        let permit = FillPool::for_own_application(own);
        if let Some(holder) =
            applications::acts::prove(kernel, &mut tx, &permit, &o.application_id, &Proved::by_link(&mailed)).await?
        {
            o.person_id = holder;
        }
    }
    let o = &o;
    if answer == Answer::Accepted {
        if !store::take_seat(&mut tx, &o.season_id).await? {
            return Ok(Answered::Full);
        }
        store::insert_member(kernel, &mut tx, o).await?;
        let said = Said { among: &ASKED, shown };
        shares::say(kernel, &mut tx, &o.person_id, &o.season_id, said).await?;
    }
    let by = Some(&o.person_id);
    store::insert_outcome(kernel, &mut tx, &o.application_id, answer.into(), "answered by link", by).await?;
    let (verb, answered) = match answer {
        Answer::Accepted => ("invitation.accepted", Answered::Accepted),
        Answer::Declined => ("invitation.declined", Answered::Declined),
    };
    let event = events::Event {
        actor: by,
        verb,
        subject: &o.person_id,
        season: Some(&o.season_id),
        detail: Some(o.external_id.clone()),
    };
    events::record(kernel, &mut tx, event).await?;
    emails::answered(kernel, &mut tx, o, answer).await?;
    tx.commit().await?;
    Ok(answered)
}
