//! One's own coaching: for someone of the cohort their coach, for a coach the people they coach.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use jiff::civil::Date;

use super::pair;
use crate::coaching::group::Group;
use crate::coaching::model::{Coach, Pair, Profile, Session, Side, Standing, Talk, Wish};
use crate::coaching::{acts, rules, store};
use weft_community::support::{self, Foot};
use weft_kernel::Kernel;
use weft_kernel::clock::Time;
use weft_kernel::ids::Id;
use weft_programs::InSeason;
use weft_web::{Error, Form, Page, Result, html, see};

#[derive(Template)]
#[template(path = "coaching/templates/mine.html")]
struct Mine {
    page: Page,
    s: InSeason,
    foot: Foot,
    /// Whether they coach here.
    coaches: bool,
    profile: Option<Profile>,
    has_hours: bool,
    /// Whom someone of the cohort may get, and what they say of each.
    choices: Vec<Coach>,
    wishes: BTreeMap<Id, Wish>,
    /// With how many coaches they can have a first talk, and those they booked.
    most_talks: i64,
    talks: Vec<Talk>,
    pairs: Vec<Pair>,
    groups: Vec<Group>,
    /// Whether the program asks someone of the cohort what they say of it.
    is_asking: bool,
    sessions: Vec<Session>,
    zone: String,
    today: Date,
    now: Time,
}

impl Mine {
    /// When they talk to a coach, if they booked that.
    fn talk(&self, c: &Coach) -> Option<(String, String)> {
        let talk = self.talks.iter().find(|t| t.coach_id == c.person_id)?;
        Some((talk.appointment_id.to_string(), talk.when(self.page.t, &self.zone)))
    }

    fn can_talk(&self, c: &Coach) -> bool {
        c.has_hours && self.pairs.is_empty() && (self.talks.len() as i64) < self.most_talks
    }

    /// What can be said of a coach: the word that is sent, its text, and whether it is what was said.
    fn says(&self, of: &Id) -> [(&'static str, &'static str, bool); 3] {
        let said = self.wishes.get(of).copied();
        [
            ("like", "coaching-wish-like", said == Some(Wish::Like)),
            ("", "coaching-wish-none", said.is_none()),
            ("avoid", "coaching-wish-avoid", said == Some(Wish::Avoid)),
        ]
    }

    /// Whom they coach.
    fn open(&self) -> Vec<&Pair> {
        self.pairs.iter().filter(|p| p.is_open() && self.s.actor_id().is_some_and(|me| p.is_coached_by(me))).collect()
    }

    /// Their own coach, for someone of the cohort who coaches too.
    fn own(&self) -> Option<&Pair> {
        self.pairs.iter().find(|p| p.is_open() && self.s.actor_id().is_some_and(|me| !p.is_coached_by(me)))
    }

    fn over(&self) -> Vec<&Pair> {
        self.pairs.iter().filter(|p| !p.is_open()).collect()
    }

    fn name(&self, p: &Pair) -> String {
        let other = self.s.actor_id().and_then(|me| p.other(me));
        other.map_or_else(|| self.page.t.t("appointment-someone"), str::to_owned)
    }

    /// When the two meet next.
    fn next(&self, p: &Pair) -> Option<String> {
        let next = self.sessions.iter().find(|s| s.pair_id == p.id && s.is_ahead(self.now))?;
        Some(next.when(self.page.t, &self.zone))
    }

    /// How many sessions are over of which the coach has not said what became of them.
    fn unsaid(&self, p: &Pair) -> usize {
        let is_unsaid = |s: &&Session| {
            s.pair_id == p.id && s.has_begun(self.now) && s.coach_says.is_none() && s.program_says.is_none()
        };
        self.sessions.iter().filter(is_unsaid).count()
    }

    /// What is missing until sessions can be booked.
    fn missing(&self, p: &Pair) -> Option<String> {
        let unsigned = p.unsigned();
        let key = match unsigned.as_slice() {
            [] => return None,
            [Side::Program] => "coaching-waits-program",
            all if all.contains(&Side::Coach) => "coaching-waits-you",
            _ => "coaching-waits-member",
        };
        Some(self.page.t.a("coaching-waits", "what", self.page.t.t(key)))
    }

    fn standing(&self) -> Option<String> {
        let t = self.page.t;
        match self.profile.as_ref()?.standing(self.today) {
            Standing::None | Standing::Good => None,
            Standing::Ending(day) => Some(t.a("coaching-credential-ends", "day", t.day(day))),
            Standing::Over(day) => Some(t.a("coaching-credential-over", "day", t.day(day))),
        }
    }
}

pub async fn show(State(kernel): State<Kernel>, s: InSeason) -> Result<Response> {
    let own = rules::may_own(&s).filter(|_| rules::may_open(&s)).ok_or(Error::NotFound)?;
    let mut conn = kernel.db.read().await?;
    let pairs = store::own(&mut conn, &own).await?;
    let coaching = rules::may_coach(&s);
    if coaching.is_none()
        && let Some(one) = pairs.iter().position(Pair::is_open)
    {
        return html(&pair::load(&kernel, &mut conn, s, (&own, pairs.into_iter().nth(one)), Form::default()).await?);
    }
    let profile = match &coaching {
        Some(permit) => store::profile(&mut conn, permit).await?,
        None => None,
    };
    let mut all = store::coaches(&mut conn, own.season()).await?;
    let has_hours = all.iter().any(|c| c.person_id == *own.person() && c.has_hours);
    // Whom they had is not proposed again.
    let had = |c: &Coach| pairs.iter().any(|p| p.coach_id.as_ref() == Some(&c.person_id));
    all.retain(|c| c.is_ready && coaching.is_none() && !had(c));
    let wishes = store::wishes(&mut conn, &own).await?;
    let foot = support::foot(&mut conn, &s).await?;
    let terms = store::terms(&mut conn, own.season()).await?;
    let is_asking = pairs.iter().any(|p| p.member_id.as_ref() == Some(own.person()))
        && !own.member().is_empty()
        && store::is_asking(&mut conn, own.season(), kernel.now()).await?;
    html(&Mine {
        foot,
        page: s.page.clone(),
        coaches: coaching.is_some(),
        profile,
        has_hours,
        choices: all,
        wishes,
        most_talks: terms.map_or(0, |t| t.talks),
        talks: store::talks(&mut conn, &own).await?,
        is_asking,
        groups: store::own_groups(&mut conn, &own).await?,
        sessions: store::own_sessions(&mut conn, &own).await?,
        zone: s.zone(),
        today: kernel.now().date_in(&s.zone()),
        now: kernel.now(),
        pairs,
        s,
    })
}

/// What someone of the cohort says of coaches; what is not said is no wish.
pub async fn wish(State(kernel): State<Kernel>, s: InSeason, form: Form) -> Result<Response> {
    let own = rules::may_own(&s).filter(|_| rules::may_open(&s) && rules::may_coach(&s).is_none());
    let own = own.ok_or(Error::NotFound)?;
    let said = |(name, value): &(String, String)| {
        Some((Id::stored(name.strip_prefix("wish-")?.to_owned()), Wish::parse(value)?))
    };
    acts::wish(&kernel, &own, &form.fields().iter().filter_map(said).collect()).await?;
    Ok(see(&s.season.path("coaching")))
}
