//! The season as a thread: every gathering in the order of its days, and one's own hours.

use askama::Template;
use axum::extract::State;
use axum::response::Response;

use super::path;
use crate::gatherings::attendance::{self, Attended, Counts};
use crate::gatherings::model::{Meeting, Sitting};
use crate::gatherings::{of_season, rules, when};
use crate::library::model::Card;
use crate::library::{rules as library_rules, store as library};
use weft_kernel::Kernel;
use weft_kernel::clock::Time;
use weft_kernel::i18n::Tr;
use weft_kernel::ids::Id;
use weft_programs::may_take_part;
use weft_programs::{InSeason, May};
use weft_web::{Error, Page, Result, html};

#[derive(Template)]
#[template(path = "gatherings/templates/season.html")]
struct Show {
    page: Page,
    s: InSeason,
    meetings: Vec<Meeting>,
    /// For whoever runs them: each in numbers, and how many came to those that are over.
    counts: Vec<Counts>,
    turnouts: Vec<Turned>,
    /// The next one that is on, by its number.
    next: Option<i64>,
    zone: Option<String>,
    now: Time,
    plans: bool,
    is_inside: bool,
}

/// A gathering that is over, and who came.
struct Turned {
    /// Its number, and that of its first part.
    number: i64,
    part: i64,
    name: String,
    day: String,
    /// Who came and who caught up, of how many; nothing where nobody kept a record.
    came: Option<(i64, i64, i64)>,
}

/// The same for someone who takes part: what is past folded, the next one open, and their own answers.
#[derive(Template)]
#[template(path = "gatherings/templates/own_season.html")]
struct Own {
    page: Page,
    s: InSeason,
    meetings: Vec<Meeting>,
    next: Option<i64>,
    zone: Option<String>,
    now: Time,
    /// What the next one uses.
    cards: Vec<Card>,
    /// What they missed and caught up on with their home team.
    caught_up: Vec<Id>,
}

pub async fn show(State(kernel): State<Kernel>, May { permit, s }: May<rules::SeeGatherings>) -> Result<Response> {
    let meetings = of_season(&mut kernel.db.read().await?, &permit).await?;
    let now = kernel.now();
    if may_take_part(&s).is_some() && rules::may_run(&s).is_none() {
        return own(&kernel, s, meetings).await;
    }
    let counts = match rules::may_run(&s) {
        Some(run) => attendance::counts(&mut kernel.db.read().await?, &run).await?,
        None => Vec::new(),
    };
    let page = Show {
        turnouts: turned(s.page.t, &meetings, &counts, now),
        counts,
        next: next(&meetings, now),
        zone: s.own_zone(),
        plans: rules::may_plan(&s).is_some(),
        is_inside: permit.is_inside,
        page: s.page.clone(),
        meetings,
        now,
        s,
    };
    html(&page)
}

/// Gatherings that are over, in their order. Where none has a record there is nothing to show.
fn turned(t: Tr, meetings: &[Meeting], counts: &[Counts], now: Time) -> Vec<Turned> {
    let over = meetings.iter().filter(|m| m.gathering.is_on() && m.is_over(now));
    let all: Vec<Turned> = over
        .map(|m| Turned {
            number: m.gathering.number,
            part: m.sittings.first().map_or(1, |x| x.part),
            name: m.gathering.name(&t),
            day: m.sittings.first().map(|x| when::date(t, x.starts_at, &x.zone)).unwrap_or_default(),
            came: Counts::of(counts, m).filter(|c| c.came + c.made_up > 0).map(|c| (c.came, c.made_up, c.people)),
        })
        .collect();
    if all.iter().any(|x| x.came.is_some()) { all } else { Vec::new() }
}

/// What is said of them all: how many, how long, how many in person, from when to when. All of it counted.
fn sum(t: Tr, meetings: &[Meeting]) -> String {
    let on: Vec<&Meeting> = meetings.iter().filter(|m| m.gathering.is_on()).collect();
    let first = on.iter().filter_map(|m| m.sittings.iter().min_by_key(|s| s.starts_at)).min_by_key(|s| s.starts_at);
    let last = on.iter().filter_map(|m| m.sittings.iter().max_by_key(|s| s.starts_at)).max_by_key(|s| s.starts_at);
    let (Some(first), Some(last)) = (first, last) else { return t.t("gatherings-none-told") };
    let minutes: i64 = on.iter().map(|m| m.minutes()).sum();
    let in_person = on.iter().filter(|m| m.gathering.is_in_person()).count();
    let span = t.args(
        "gatherings-sum",
        &[
            ("n", on.len().into()),
            ("from", when::date(t, first.starts_at, &first.zone).into()),
            ("to", when::date(t, last.starts_at, &last.zone).into()),
            ("length", when::length(t, minutes).into()),
        ],
    );
    format!("{span} {}", t.a("gatherings-in-person", "n", in_person))
}

/// The next one that is on, by its number.
fn next(meetings: &[Meeting], now: Time) -> Option<i64> {
    meetings.iter().find(|m| m.gathering.is_on() && !m.is_over(now)).map(|m| m.gathering.number)
}

async fn own(kernel: &Kernel, s: InSeason, meetings: Vec<Meeting>) -> Result<Response> {
    let now = kernel.now();
    let next = next(&meetings, now);
    let cards = match meetings.iter().find(|m| next == Some(m.gathering.number)) {
        Some(m) if library_rules::may_read(&s).is_some() => {
            library::of_gathering(&mut kernel.db.read().await?, &m.gathering.id).await?
        }
        _ => Vec::new(),
    };
    let has_missed = meetings.iter().any(|m| m.is_over(now) && m.came() == 0);
    let caught_up = match may_take_part(&s).filter(|_| has_missed) {
        Some(permit) => attendance::caught_up(&mut kernel.db.read().await?, &permit).await?,
        None => Vec::new(),
    };
    html(&Own { page: s.page.clone(), zone: s.own_zone(), meetings, next, now, cards, caught_up, s })
}

impl Own {
    fn sum(&self) -> String {
        sum(self.page.t, &self.meetings)
    }

    fn path(&self, m: &Meeting) -> String {
        path(&self.s, m.gathering.number)
    }

    fn past(&self) -> Vec<&Meeting> {
        self.meetings.iter().filter(|m| m.is_over(self.now)).collect()
    }

    fn ahead(&self) -> Vec<&Meeting> {
        self.meetings.iter().filter(|m| !m.is_over(self.now)).collect()
    }

    fn has_later(&self) -> bool {
        self.ahead().iter().any(|m| !self.is_next(m))
    }

    fn is_next(&self, m: &Meeting) -> bool {
        self.next == Some(m.gathering.number)
    }

    /// Their own times, or those to choose from.
    fn times(m: &Meeting) -> Vec<&Sitting> {
        let own = m.own();
        if own.is_empty() { m.sittings.iter().collect() } else { own }
    }

    /// Whether a time has still to be chosen.
    fn must_choose(&self, m: &Meeting) -> bool {
        let has_own = |part: i64| m.sittings.iter().any(|s| s.part == part && (s.is_own() || s.is_waited_for()));
        m.gathering.is_on() && !m.is_over(self.now) && m.parts().iter().any(|(p, _)| m.is_chosen(*p) && !has_own(*p))
    }
}

impl Show {
    fn sum(&self) -> String {
        sum(self.page.t, &self.meetings)
    }

    /// What people answered, for whoever runs it.
    fn answers(&self, m: &Meeting) -> String {
        let counts = Counts::of(&self.counts, m).filter(|_| m.gathering.published_at.is_some());
        counts.map_or_else(String::new, |c| format!(" · {}", c.words(&self.page.t)))
    }

    /// How long a bar is, of a hundred.
    fn part(n: impl std::borrow::Borrow<i64>, of: impl std::borrow::Borrow<i64>) -> i64 {
        n.borrow() * 100 / of.borrow().max(&1)
    }

    fn state(&self, m: &Meeting) -> &'static str {
        if m.gathering.cancelled_at.is_some() {
            "off"
        } else if m.is_over(self.now) {
            "done"
        } else if self.next == Some(m.gathering.number) {
            "now"
        } else {
            "later"
        }
    }
}

#[derive(Template)]
#[template(path = "gatherings/templates/certificate.html")]
struct Certificate {
    page: Page,
    s: InSeason,
    name: String,
    attended: Vec<Attended>,
    minutes: i64,
    today: String,
}

impl Certificate {
    fn text(&self) -> String {
        let season = &self.s.season;
        let length = when::length(self.page.t, self.minutes);
        let args = [
            ("name", self.name.as_str().into()),
            ("program", season.program_name.as_str().into()),
            ("season", season.name.as_str().into()),
            ("length", length.into()),
        ];
        self.page.t.args("certificate-text", &args)
    }
}

/// The hours that one was there, as a sheet to print.
pub async fn certificate(State(kernel): State<Kernel>, s: InSeason) -> Result<Response> {
    let permit = may_take_part(&s).ok_or(Error::NotFound)?;
    let attended = attendance::of_person(&mut kernel.db.read().await?, &permit, kernel.now()).await?;
    html(&Certificate {
        name: s.actor.as_ref().map(|a| a.name.clone()).unwrap_or_default(),
        minutes: attended.iter().map(|a| a.minutes).sum(),
        today: s.page.t.date(kernel.now(), &s.season.zone),
        page: s.page.clone(),
        s,
        attended,
    })
}
