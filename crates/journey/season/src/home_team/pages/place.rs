//! The place of one's home team: who is in it, what comes next, what it shares, agreed on, missed and made up.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::State as Shared;
use axum::response::Response;

use crate::cohort::snapshot::{self, Face};
use crate::cohort::{Named, rules as cohort_rules, store as cohort};
use crate::commitments::model::{Commitment, SeenBy};
use crate::commitments::{rules as commitment_rules, store as commitments};
use crate::consults::model::{Brought, Consult, Turn};
use crate::consults::{rules as consult_rules, store as consults};
use crate::conversations::model::Topic;
use crate::conversations::{rules as talk_rules, store as conversations};
use crate::gatherings::model::Coming;
use crate::gatherings::{self, when};
use crate::home_team::model::{CaughtUp, Missed, Team, There, Turnout, Version};
use crate::home_team::rules::Belong;
use crate::home_team::store::{self, attendance};
use crate::polls::model::{Poll, Stage};
use crate::polls::{rules as poll_rules, store as polls};
use weft_community::support::{self, Foot};
use weft_kernel::Kernel;
use weft_kernel::clock::Time;
use weft_kernel::db::Conn;
use weft_kernel::i18n::Moment;
use weft_kernel::ids::Id;
use weft_people::rules::own_record;
use weft_programs::{InSeason, May};
use weft_web::{Error, Page, Result, html};

/// How many topics are shown.
const TOPICS: usize = 3;

/// How many gatherings ahead are looked through.
const AHEAD: i64 = 12;

#[derive(Template)]
#[template(path = "home_team/templates/place.html")]
struct Show {
    page: Page,
    s: InSeason,
    me: Id,
    /// Nothing before there are teams.
    team: Option<Team>,
    mates: Vec<(Named, Option<Face>)>,
    /// What comes next, the soonest first.
    touches: Vec<Touch>,
    /// Polls that wait for the reader's answer.
    asks: Vec<Poll>,
    /// A consult of the team that is on.
    on: Vec<Consult>,
    queue: Vec<(Consult, Option<Brought>)>,
    turns: Vec<Turn>,
    commitments: Vec<Commitment>,
    /// What the team talks about: the newest topics.
    topics: Vec<Topic>,
    /// What the team agreed on, if anything.
    agreement: Option<Version>,
    missed: Vec<Missed>,
    there: Vec<There>,
    caught_up: Vec<CaughtUp>,
    turnout: Vec<Turnout>,
    foot: Foot,
}

/// Something ahead: what it is, as a key, and when, by its own clock and by the reader's.
struct Touch {
    at: Time,
    kind: &'static str,
    name: String,
    path: String,
    time: String,
    yours: Option<String>,
}

impl Show {
    /// The one whose turn it is: whoever was the client least recently. Nobody where it is everyone's.
    fn turn(&self) -> Option<&Turn> {
        self.turns.first().filter(|_| self.turns.len() > 1 && self.turns.iter().any(|t| t.last_at.is_some()))
    }

    /// Whether there is anything to catch up on, or was.
    fn has_gaps(&self) -> bool {
        !self.missed.is_empty() || !self.caught_up.is_empty()
    }

    fn is_me(&self, id: &Id) -> bool {
        self.me == *id
    }

    /// Whether the reader can say that someone caught up: it is their own, or they were there.
    fn can_say(&self, m: &Missed) -> bool {
        let was_there = |t: &There| t.gathering_id == m.gathering_id && t.person_id == self.me;
        if self.is_me(&m.person_id) { !self.who_was_there(m).is_empty() } else { self.there.iter().any(was_there) }
    }

    /// Names of those of the team who were there.
    fn who_was_there(&self, m: &Missed) -> String {
        let names: Vec<&str> =
            self.there.iter().filter(|t| t.gathering_id == m.gathering_id).map(|t| t.name.as_str()).collect();
        names.join(", ")
    }

    fn day(&self, at: impl Moment) -> String {
        self.page.t.date(at, &self.s.season.zone)
    }

    fn is_own(&self, c: &Commitment) -> bool {
        c.is_of(&self.me)
    }
}

/// The newest topics of the team.
async fn topics(conn: &mut Conn, show: &Show) -> Result<Vec<Topic>> {
    let (Some(permit), Some(team)) = (talk_rules::may_talk(&show.s), &show.team) else { return Ok(Vec::new()) };
    let mut all = conversations::topics(conn, &permit).await?;
    all.retain(|t| t.place_id == team.id);
    all.truncate(TOPICS);
    Ok(all)
}

pub async fn show(Shared(kernel): Shared<Kernel>, May { permit, s }: May<Belong>) -> Result<Response> {
    let mut conn = kernel.db.read().await?;
    let foot = support::foot(&mut conn, &s).await?;
    let mut show = Show {
        page: s.page.clone(),
        me: permit.person().clone(),
        team: store::team(&mut conn, &permit).await?,
        mates: Vec::new(),
        touches: Vec::new(),
        asks: Vec::new(),
        on: Vec::new(),
        queue: Vec::new(),
        turns: Vec::new(),
        commitments: Vec::new(),
        topics: Vec::new(),
        agreement: None,
        missed: Vec::new(),
        there: Vec::new(),
        caught_up: Vec::new(),
        turnout: Vec::new(),
        foot,
        s,
    };
    if show.team.is_none() {
        return html(&show);
    }
    let now = kernel.now();
    show.mates = mates(&mut conn, &permit, &show.s).await?;
    show.agreement = store::versions(&mut conn, &permit).await?.into_iter().next();
    show.missed = attendance::missed(&mut conn, &permit, now).await?;
    show.there = attendance::there(&mut conn, &permit).await?;
    show.caught_up = attendance::caught_up(&mut conn, &permit).await?;
    show.turnout = attendance::of_team(&mut conn, &permit, now).await?;
    coming(&mut conn, &permit, &mut show, now).await?;
    show.topics = topics(&mut conn, &show).await?;
    if let Some(permit) = poll_rules::may_meet(&show.s) {
        let mut all = polls::polls(&mut conn, &permit).await?;
        all.retain(|p| p.is_member);
        let zone = show.s.own_zone();
        for p in &all {
            if let (Stage::Settled, Some(at)) = (p.stage(now), p.starts_at) {
                let t = show.page.t;
                show.touches.push(Touch {
                    at,
                    kind: "meeting",
                    name: p.name(&t),
                    path: p.path(),
                    time: p.time(&t, &at),
                    yours: p.yours(&t, &at, zone.as_ref()),
                });
            }
        }
        all.retain(|p| p.stage(now) == Stage::Open && !p.is_answered);
        show.asks = all;
    }
    if let Some(permit) = consult_rules::may_take(&show.s) {
        show.turns = consults::turns(&mut conn, &permit).await?;
        queue(&kernel, &mut show, consults::all(&mut conn, &permit).await?, now);
    }
    if let Some(permit) = commitment_rules::may_commit(&show.s) {
        let is_shared = |c: &Commitment| c.is_team && matches!(c.seen_by, SeenBy::Team | SeenBy::Cohort);
        let mut all = commitments::readable(&mut conn, &permit).await?;
        all.retain(|c| is_shared(c) && c.state.is_active());
        show.commitments = all;
    }
    show.touches.sort_by_key(|x| x.at);
    html(&show)
}

/// Who is in the team, each as they show themselves to the cohort.
async fn mates(conn: &mut Conn, permit: &Belong, s: &InSeason) -> Result<Vec<(Named, Option<Face>)>> {
    let see = cohort_rules::may_see_names(s).ok_or(Error::NotFound)?;
    let ids = store::mates(conn, permit).await?;
    let names = cohort::names(conn, &see).await?;
    let publish = cohort_rules::may_compare(&see);
    let consents = cohort::consents(conn, &publish).await?;
    let members = cohort::members_to_publish(conn, &publish).await?;
    let mut faces: BTreeMap<Id, Face> =
        members.iter().filter_map(|m| snapshot::face(m, &consents)).map(|f| (f.person.clone(), f)).collect();
    let ours = names.into_iter().filter(|n| ids.contains(&n.person_id));
    let with_face = |n: Named| {
        let face = faces.remove(&n.person_id);
        (n, face)
    };
    Ok(ours.map(with_face).collect())
}

/// The next gathering, and the next one with time for home teams.
async fn coming(conn: &mut Conn, permit: &Belong, show: &mut Show, now: Time) -> Result<()> {
    let Some(actor) = show.s.actor.clone() else { return Ok(()) };
    let with_time = attendance::with_time(conn, permit).await?;
    let mut all = gatherings::coming(conn, &own_record(&actor), false, now, AHEAD).await?;
    all.retain(|c| c.takes_part && c.season_slug == show.s.season.slug);
    let has_time = |c: &Coming| with_time.contains(&c.number);
    let next = all.iter().find(|c| has_time(c)).or(all.first());
    let Some(c) = next else { return Ok(()) };
    let t = show.page.t;
    show.touches.push(Touch {
        at: c.starts_at,
        kind: if has_time(c) { "session" } else { "gathering" },
        name: c.name(&t),
        path: c.path(),
        time: format!("{}, {}", when::day(t, c.starts_at, &c.zone), c.hours(&t)),
        yours: c.elsewhere(&t, actor.zone.as_ref()).filter(|_| c.format != "in-person"),
    });
    Ok(())
}

/// Sorts consults: what is on, what waits, and the open ones that the reader brings or comes to.
fn queue(kernel: &Kernel, show: &mut Show, all: Vec<Consult>, now: Time) {
    let (t, zone) = (show.page.t, show.s.own_zone());
    for c in all {
        if c.is_on() && c.is_inside(&show.me) {
            show.on.push(c);
        } else if c.is_open() && c.is_waiting() && c.is_inside(&show.me) {
            let Some(at) = c.starts_at.filter(|at| *at > now) else { continue };
            show.touches.push(Touch {
                at,
                kind: "consult",
                name: t.a("consult-of", "name", c.client(&t)),
                path: c.path(),
                time: c.time(&t),
                yours: c.yours(&t, zone.as_ref()),
            });
        } else if !c.is_open() && c.is_waiting() && c.is_client_there {
            let brought = c.brought(&kernel.seal);
            show.queue.push((c, brought));
        }
    }
}
