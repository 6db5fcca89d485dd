//! Asking again: whoever runs a gathering reminds those who have not answered, at most once a day each.

use super::acts::own;
use super::model::Meeting;
use super::rules::{PlanGatherings, RunGathering};
pub use super::store::reminders::Silent;
use super::store::reminders::{self, silent_key};
use super::{letters, store};
use weft_kernel::clock::Time;
use weft_kernel::db::Conn;
use weft_kernel::i18n::Lang;
use weft_kernel::ids::Id;
use weft_kernel::outbox::{self, Lane, Listed};
use weft_kernel::{Kernel, events};
use weft_people::model::Addressee;
use weft_programs::Season;
use weft_programs::digest;
use weft_programs::emails::Emails;
use weft_web::{Error, Result};

/// The to-do of a person that the reminder is about, as `part.rs` declares it.
const TODO: &str = "todo-answer";

/// Why a reminder does not go to someone, in the order in which it is said.
pub const WHY_NOT: [&str; 4] = ["no-address", "returned", "off", "today"];

impl Silent {
    /// Why no reminder goes to them now, one of [`WHY_NOT`].
    pub fn why_not(&self) -> Option<&'static str> {
        match self {
            Self { email: None, .. } => Some("no-address"),
            Self { is_returned: true, .. } => Some("returned"),
            Self { is_off: true, .. } => Some("off"),
            Self { is_reminded: true, .. } => Some("today"),
            _ => None,
        }
    }

    fn addressee(&self) -> Option<Addressee> {
        Some(Addressee {
            person_id: self.person_id.clone(),
            name: self.name.clone(),
            email: self.email.clone().filter(|_| self.why_not().is_none())?,
            language: self.language.clone(),
            zone: self.zone.clone(),
        })
    }
}

/// The last moment at which an answer is of use: when the last of its times begins.
fn until(meeting: &Meeting) -> Option<Time> {
    meeting.sittings.iter().map(|s| s.starts_at).max()
}

/// Whether people can still be asked: they know of it, and a time of it lies ahead.
pub fn is_open(meeting: &Meeting, now: Time) -> bool {
    meeting.gathering.is_on() && until(meeting).is_some_and(|at| now < at)
}

/// The day that counts for *once a day*: the season's.
fn today(kernel: &Kernel, season: &Season) -> String {
    kernel.now().date_in(&season.zone).to_string()
}

/// Where someone answers, as their to-do names it.
fn answered_at(season: &Season, number: i64) -> String {
    format!("{}#answer", season.path(&format!("gatherings/{number}")))
}

/// Who takes part and has not answered, by name. Whoever read it in today's daily email can still be reminded by hand.
pub async fn silent(
    kernel: &Kernel,
    conn: &mut Conn,
    run: &RunGathering,
    season: &Season,
    meeting: &Meeting,
) -> Result<Vec<Silent>> {
    Ok(reminders::silent(conn, run, &meeting.gathering.id, &today(kernel, season)).await?)
}

/// Reminds everyone who has not answered and whom a reminder reaches. Pressed again on the same day, it finds nobody.
/// Returns how many emails were written.
pub async fn remind(kernel: &Kernel, run: &RunGathering, actor: &Id, season: &Season, number: i64) -> Result<usize> {
    let mut tx = kernel.db.begin().await?;
    store::hold_gatherings(&mut tx, run.season(), number).await?;
    let (gatherings, sittings) = store::plan(&mut tx, &PlanGatherings::by_itself(run.season()), number).await?;
    let meeting = Meeting::all(gatherings, sittings).into_iter().next().ok_or(Error::NotFound)?;
    let id = &meeting.gathering.id;
    if !is_open(&meeting, kernel.now()) {
        return Ok(0);
    }
    let day = today(kernel, season);
    let held = store::places::held(&mut tx, id).await?;
    let emails = Emails::of(&mut tx, season).await?;
    let path = answered_at(season, number);
    let mut n = 0;
    for who in silent(kernel, &mut tx, run, season, &meeting).await?.iter().filter_map(Silent::addressee) {
        let lang = Lang::parse(&who.language).unwrap_or_default();
        let own = own(&meeting, &who, &held);
        let mail = letters::rsvp(kernel, &emails, &meeting, (lang, who.zone.as_ref()), &own).to(&who.email);
        let new = outbox::New {
            key: &silent_key(id, &who.person_id, &day),
            lane: Lane::Bulk(until(&meeting)),
            listed: Listed::ToOwners,
            season: Some(&season.id),
            mail: &mail,
        };
        if outbox::enqueue(kernel, &mut tx, new).await? {
            // The daily email does not say the same on the same day.
            digest::reminded(&mut tx, &who.person_id, TODO, &path, kernel.now()).await?;
            n += 1;
        }
    }
    if n == 0 {
        return Ok(0);
    }
    let event = events::Event {
        actor: Some(actor),
        verb: "rsvp.reminded",
        subject: id,
        season: Some(run.season()),
        detail: Some(n.to_string()),
    };
    events::record(kernel, &mut tx, event).await?;
    tx.commit().await?;
    Ok(n)
}
