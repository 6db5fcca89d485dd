//! What one has ahead and had, whom one can meet, and for the team what they offer.

use askama::Template;
use axum::extract::State;
use axum::response::Response;

use super::capital;
use crate::appointments::model::{Appointment, Host, Hours, Terms};
use crate::appointments::{rules, store};
use crate::busy;
use weft_kernel::Kernel;
use weft_kernel::clock::Time;
use weft_kernel::ids::Id;
use weft_kernel::when;
use weft_programs::{InSeason, Role};
use weft_web::{Error, Page, Result, html};

/// How many days back the page goes.
const BACK: i64 = 90;

#[derive(Template)]
#[template(path = "appointments/templates/list.html")]
struct List {
    page: Page,
    s: InSeason,
    me: Id,
    all: Vec<Appointment>,
    /// Whom someone of the cohort can meet; none for the team.
    hosts: Option<Vec<Host>>,
    /// Whether they are of the team, and what they offer, if they said so.
    takes: bool,
    offer: Option<(Terms, Hours)>,
    /// Their own calendar, if they connected one.
    calendar: Option<busy::model::State>,
    /// The zone they chose, if they did.
    own_zone: Option<String>,
    now: Time,
}

impl List {
    fn zone<'a>(&'a self, a: &'a Appointment) -> &'a str {
        a.read_in(&self.me, self.own_zone.as_deref(), &self.s.season.zone)
    }

    fn ahead(&self) -> Vec<&Appointment> {
        self.all.iter().filter(|a| a.canceled_at.is_none() && a.ends_at() > self.now).collect()
    }

    /// What is over or was canceled, the newest first.
    fn over(&self) -> Vec<&Appointment> {
        let mut over: Vec<&Appointment> =
            self.all.iter().filter(|a| a.canceled_at.is_some() || a.ends_at() <= self.now).collect();
        over.reverse();
        over
    }

    fn is_coach(&self) -> bool {
        self.s.is(&[Role::Coach])
    }

    fn other<'a>(&self, a: &'a Appointment) -> &'a str {
        a.other(&self.me).unwrap_or_default()
    }

    fn path(&self, a: &Appointment) -> String {
        self.s.season.path(&format!("appointments/{}", a.id))
    }

    /// The hours of a week in words: each day that has some.
    fn week(&self, hours: &Hours) -> Vec<String> {
        let t = self.page.t;
        let noon = |minute: i64| {
            let minute = minute.min(1439);
            let (h, m) = (i8::try_from(minute / 60).unwrap_or(0), i8::try_from(minute % 60).unwrap_or(0));
            when::clock(t, jiff::civil::date(2000, 1, 1).at(h, m, 0, 0))
        };
        let said = |(n, ranges): (usize, &Vec<crate::appointments::model::Range>)| {
            let all: Vec<String> = ranges.iter().map(|r| format!("{}–{}", noon(r.from), noon(r.to))).collect();
            let day = t.t(&format!("weekday-{}", n + 1));
            (!all.is_empty()).then(|| format!("{}: {}", capital(&day), all.join(", ")))
        };
        hours.week.iter().enumerate().filter_map(said).collect()
    }
}

pub async fn show(State(kernel): State<Kernel>, s: InSeason) -> Result<Response> {
    let own = rules::may_own(&s).filter(|_| rules::may_open(&s)).ok_or(Error::NotFound)?;
    let mut conn = kernel.db.read().await?;
    let all = store::own(&mut conn, &own, kernel.now().plus_days(-BACK)).await?;
    let hosts = match rules::may_book(&s) {
        Some(permit) => Some(store::hosts(&mut conn, &permit).await?),
        None => None,
    };
    let takes = rules::may_take(&s);
    let offer = match &takes {
        Some(permit) => {
            let terms = store::own_terms(&mut conn, permit).await?;
            terms.zip(Some(store::own_hours(&mut conn, permit).await?))
        }
        None => None,
    };
    let calendar = match &takes {
        Some(_) => busy::store::state(&mut conn, own.person()).await?,
        None => None,
    };
    html(&List {
        takes: takes.is_some(),
        calendar,
        page: s.page.clone(),
        me: own.person().clone(),
        own_zone: s.own_zone(),
        now: kernel.now(),
        all,
        hosts,
        offer,
        s,
    })
}
