//! What published texts say about a season's dates, beside what is planned. While two of them differ the season is
//! unconfirmed: its pages say so and name both, the lead decides, and then those who take part are told (R124, C1).
//! Nothing is ever picked silently.

use super::letters;
use super::model::{Meeting, Sitting};
use super::rules::{PlanGatherings, SeeGatherings};
pub use super::store::sources::of_season;
use super::{store, when};
use weft_kernel::clock::Time;
use weft_kernel::db::{Conn, Tx};
use weft_kernel::i18n::Tr;
use weft_kernel::ids::Id;
use weft_kernel::row;
use weft_kernel::{Kernel, events};
use weft_programs::Season;
use weft_programs::emails::Emails;
use weft_web::Result;

row! {
    /// A published text and what it says. Days are ISO dates; what it does not say is none.
    pub struct Source {
        id: Id,
        name: String,
        url: String,
        first_on: Option<String>,
        last_on: Option<String>,
        sessions: Option<i64>,
        minutes: Option<i64>,
        days: String,
        made_at: Time,
        settled_at: Option<Time>,
        settled_by: Option<String>,
        reason: String,
    }
}

/// A source as it is typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    pub name: String,
    pub url: String,
    pub first_on: Option<String>,
    pub last_on: Option<String>,
    pub sessions: Option<i64>,
    pub minutes: Option<i64>,
    /// The days it names, one each.
    pub days: Vec<String>,
}

/// One thing a source says and the plan does not: what, what the source says, what the plan says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clash {
    pub key: &'static str,
    pub source: String,
    pub plan: String,
}

impl Source {
    pub fn listed(&self) -> Vec<&str> {
        self.days.split_whitespace().collect()
    }

    /// Where the source and the plan differ.
    pub fn clashes(&self, t: &Tr, plan: &Plan) -> Vec<Clash> {
        let mut out = Vec::new();
        // Before anything is announced there is nothing to differ from.
        if plan.sessions == 0 {
            return out;
        }
        let mut differ = |key: &'static str, source: Option<String>, plan: Option<String>| {
            if let Some(source) = source
                && plan.as_ref() != Some(&source)
            {
                out.push(Clash { key, source, plan: plan.unwrap_or_default() });
            }
        };
        let day = |d: &Option<String>| d.as_deref().map(|d| t.iso_day(d));
        differ("source-first", day(&self.first_on), day(&plan.first_on));
        differ("source-last", day(&self.last_on), day(&plan.last_on));
        differ("source-count", self.sessions.map(|n| n.to_string()), Some(plan.sessions.to_string()));
        differ("source-length", self.minutes.map(|m| when::length(t, m)), Some(when::length(t, plan.minutes)));
        for listed in self.listed().into_iter().filter(|d| !plan.days.iter().any(|p| p == d)) {
            differ("source-day", Some(t.iso_day(listed)), None);
        }
        out
    }
}

/// What is planned, counted from the sittings; empty before anything is announced.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    pub first_on: Option<String>,
    pub last_on: Option<String>,
    pub sessions: i64,
    pub minutes: i64,
    pub days: Vec<String>,
}

impl Plan {
    pub fn of(meetings: &[Meeting]) -> Self {
        // Gatherings are announced one after another; what is still to be announced counts too, or each would seem to
        // contradict the texts.
        if !meetings.iter().any(|m| m.gathering.is_on()) {
            return Self::default();
        }
        let on: Vec<&Meeting> =
            meetings.iter().filter(|m| m.gathering.cancelled_at.is_none() && !m.sittings.is_empty()).collect();
        let day = |s: &Sitting| when::wall(s.starts_at, &s.zone).date().to_string();
        let mut days: Vec<String> = on.iter().flat_map(|m| m.sittings.iter().map(day)).collect();
        days.sort();
        days.dedup();
        Self {
            first_on: days.first().cloned(),
            last_on: days.last().cloned(),
            sessions: on.len() as i64,
            minutes: on.iter().map(|m| m.minutes()).sum(),
            days,
        }
    }
}

/// The plan that texts are compared with, the same for every reader.
pub async fn plan(conn: &mut Conn, permit: &SeeGatherings) -> Result<Plan> {
    let (gatherings, sittings) = store::whole(conn, permit).await?;
    Ok(Plan::of(&Meeting::all(gatherings, sittings)))
}

/// Takes down what a text says.
pub async fn add(kernel: &Kernel, permit: &PlanGatherings, actor: &Id, season: &Season, said: &Said) -> Result<()> {
    let mut tx = kernel.begin_once().await?;
    store::hold_season(&mut tx, permit).await?;
    store::sources::insert(kernel, &mut tx, permit, actor, said).await?;
    record(kernel, &mut tx, Some(actor), "source.added", permit.season()).await?;
    check(kernel, &mut tx, permit, season).await?;
    Ok(tx.commit().await?)
}

/// Says that a source is out of date, and why. Twice is once.
pub async fn settle(
    kernel: &Kernel,
    permit: &PlanGatherings,
    actor: &Id,
    season: &Season,
    source: &Id,
    reason: &str,
) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    store::hold_season(&mut tx, permit).await?;
    if store::sources::settle(kernel, &mut tx, permit, source, actor, reason).await? {
        record(kernel, &mut tx, Some(actor), "source.settled", permit.season()).await?;
        check(kernel, &mut tx, permit, season).await?;
        tx.commit().await?;
    }
    Ok(())
}

async fn record(kernel: &Kernel, tx: &mut Tx, actor: Option<&Id>, verb: &'static str, season: &Id) -> Result<()> {
    Ok(events::record(kernel, tx, events::Event { actor, verb, subject: season, season: Some(season), detail: None })
        .await?)
}

/// Marks the season as unconfirmed while any source that was not settled differs from the plan, and tells those who
/// take part when that ends. Called inside every act that changes one or the other.
pub(super) async fn check(kernel: &Kernel, tx: &mut Tx, permit: &PlanGatherings, season: &Season) -> Result<()> {
    let sources = of_season(tx, permit.season()).await?;
    if sources.is_empty() {
        return Ok(());
    }
    let (gatherings, sittings) = store::plan(tx, permit, 0).await?;
    let meetings = Meeting::all(gatherings, sittings);
    let plan = Plan::of(&meetings);
    if plan.sessions == 0 {
        return Ok(());
    }
    let differs = sources.iter().any(|s| s.settled_at.is_none() && !s.clashes(&Tr::default(), &plan).is_empty());
    if differs {
        store::sources::mark_unconfirmed(tx, permit, kernel.now()).await?;
        return Ok(());
    }
    if !store::sources::mark_confirmed(tx, permit).await? {
        return Ok(());
    }
    record(kernel, tx, None, "season.confirmed", permit.season()).await?;
    let mut known = Vec::new();
    for meeting in meetings.into_iter().filter(|m| m.gathering.is_on()) {
        let held = store::places::held(tx, &meeting.gathering.id).await?;
        known.push((meeting, held));
    }
    let emails = Emails::of(tx, season).await?;
    for who in store::addressees(tx, permit.season()).await? {
        letters::confirmed(kernel, tx, &emails, &known, &who).await?;
    }
    Ok(())
}
