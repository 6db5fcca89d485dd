//! The dashboard: how far the season is, by what its kind has, with what needs a person now. Counts only.

use std::borrow::Borrow;

use askama::Template;
use axum::extract::State;
use axum::response::Response;

use weft_kernel::Kernel;
use weft_kernel::clock::Time;
use weft_kernel::events::{self, Recorded};
use weft_programs::counts::{self, Loom};
use weft_programs::model::{Element, Objective};
use weft_programs::setup::{self, Setup};
use weft_programs::todo::{self, Line};
use weft_programs::{InSeason, Role, rules, store};
use weft_season::gatherings::model::{Meeting, Sitting};
use weft_season::gatherings::{agenda, of_season, rules as meets, store as gatherings, when};
use weft_season::gatherings::{checks, lint};
use weft_season::rooms::tables::{self, Ties};
use weft_web::{Error, Page, Result, html};

#[derive(Template)]
#[template(path = "app/templates/loom.html")]
struct Show {
    page: Page,
    s: InSeason,
    loom: Loom,
    objectives: Vec<Objective>,
    elements: Vec<Element>,
    history: Vec<Recorded>,
    runs: bool,
    headline: String,
    meetings: Vec<Meeting>,
    /// The next gathering that is on, by its number, and the share of its blocks in words.
    next: Option<i64>,
    mix: Option<String>,
    /// What waits for the team, the most urgent first.
    todo: Vec<Line>,
    setup: Setup,
    ties: Option<Ties>,
    /// How many take part: members, or those who registered.
    people: i64,
    now: Time,
}

pub async fn show(State(kernel): State<Kernel>, s: InSeason) -> Result<Response> {
    let see = rules::may_see(&s.season, &s.roles).ok_or(Error::NotFound)?;
    let run = rules::may_run(&s.season, &s.roles);
    let runs = run.is_some();
    let mut conn = kernel.db.read().await?;
    let loom = counts::loom(&mut conn, &see, kernel.now()).await?;
    let objectives = store::objectives(&mut conn, &s.season.id).await?;
    let elements = store::elements(&mut conn, &see).await?;
    let history = if runs { events::of_season(&mut conn, &s.season.id, 5).await? } else { Vec::new() };
    let now = kernel.now();
    let meetings = match meets::may_see(&s) {
        Some(permit) => of_season(&mut conn, &permit).await?,
        None => Vec::new(),
    };
    let next = meetings.iter().find(|m| m.gathering.is_on() && !m.is_over(now));
    let (mut findings, mut mix, mut ties) = (0, None, None);
    if let Some(run) = meets::may_run(&s).filter(|_| !meetings.is_empty()) {
        let blocks = agenda::of_season(&mut conn, &run).await?;
        let terms: Vec<String> =
            store::glossary(&mut conn, &s.season.program_id).await?.into_iter().map(|t| t.term).collect();
        let words = lint::of_season(&mut conn, &run).await?;
        findings = checks::of_season(&s.season, &meetings, &blocks, &terms, &words, now).len();
        let of_next = agenda::Mix::of(
            blocks.iter().filter(|(n, _)| next.is_some_and(|m| m.gathering.number == *n)).map(|(_, b)| b),
        );
        mix = (of_next.whole() > 0).then(|| of_next.words(&s.page.t));
        ties = Some(tables::ties(&mut conn, &run).await?).filter(|t| t.met > 0);
    }
    let setup = match &run {
        Some(run) => setup::of(&mut conn, run, &s).await?,
        None => Setup::default(),
    };
    let mut todo = if runs { todo::of_team(&mut conn, &s, now).await? } else { Vec::new() };
    if findings > 0 {
        let link = Some((s.season.path("season-plan"), s.page.t.t("todo-plan-act")));
        todo.push(Line { text: s.page.t.a("todo-plan", "n", findings), season: String::new(), link, due: None });
    }
    let people = if meetings.is_empty() { 0 } else { gatherings::count_taking_part(&mut conn, &s.season.id).await? };
    let headline = headline(&s, &loom, next.filter(|_| people > 0), now);
    html(&Show {
        page: s.page.clone(),
        next: next.map(|m| m.gathering.number),
        s,
        loom,
        objectives,
        elements,
        history,
        runs,
        headline,
        meetings,
        mix,
        todo,
        setup,
        ties,
        people,
        now,
    })
}

/// One sentence that says where the season stands.
fn headline(s: &InSeason, loom: &Loom, next: Option<&Meeting>, now: Time) -> String {
    let t = s.page.t;
    if let Some((m, first)) = next.and_then(|m| m.sittings.iter().find(|x| x.ends_at() > now).map(|x| (m, x))) {
        let days = (when::wall(first.starts_at, &first.zone).date() - when::wall(now, &first.zone).date()).get_days();
        let title = m.gathering.name(&t);
        return match days {
            ..=0 => t.a("loom-today", "title", title),
            1..=7 => t.args(
                "loom-soon",
                &[
                    ("yes", (m.gathering.yes + m.gathering.needs).into()),
                    ("title", title.into()),
                    ("days", days.into()),
                ],
            ),
            _ => t.a2("loom-next", "title", title, "day", when::date(t, first.starts_at, &first.zone)),
        };
    }
    if s.season.registers() && !(s.season.has_pool && loom.registered == 0) {
        if loom.registered > 0 {
            t.a("loom-registered", "n", loom.registered)
        } else if loom.is_open {
            t.t("loom-open")
        } else {
            t.t("loom-empty")
        }
    } else if loom.members >= s.season.seats {
        t.a("loom-full", "members", loom.members)
    } else if loom.waiting > 0 {
        t.a2("loom-waiting", "waiting", loom.waiting, "members", loom.members)
    } else if loom.applications > 0 {
        t.a2("loom-pool", "applications", loom.applications, "seats", s.season.seats)
    } else {
        t.t("loom-empty")
    }
}

impl Show {
    /// Whether the call is hers to make.
    fn leads(&self) -> bool {
        self.s.is(&[Role::Lead, Role::CoLead])
    }

    /// How many registered, of how many where places are limited.
    fn registered(&self) -> String {
        let t = self.page.t;
        let n = self.loom.registered;
        match self.loom.capacity {
            Some(of) => t.a2("loom-registration-of", "n", n, "of", of),
            None => t.a("loom-registered", "n", n),
        }
    }

    /// Where a gathering stands on the thread.
    fn knot(&self, m: &Meeting) -> &'static str {
        match (m.is_over(self.now), self.next == Some(m.gathering.number)) {
            _ if m.gathering.cancelled_at.is_some() => "off",
            (true, _) => "done",
            (_, true) => "now",
            _ => "later",
        }
    }

    fn is_next(&self, m: &Meeting) -> bool {
        self.next == Some(m.gathering.number)
    }

    fn is_over(&self, m: &Meeting) -> bool {
        m.is_over(self.now)
    }

    fn answers(&self, m: &Meeting) -> String {
        let g = &m.gathering;
        self.page.t.args("gathering-answers", &[("yes", g.yes.into()), ("no", g.no.into()), ("needs", g.needs.into())])
    }

    /// Those who were there, at the part with the most.
    fn present(m: &Meeting) -> i64 {
        m.parts().iter().map(|(_, s)| s.iter().map(|s| s.present).sum()).max().unwrap_or(0)
    }

    /// The sitting that runs now or within the hour, for the console.
    fn soon<'m>(&self, m: &'m Meeting) -> Option<&'m Sitting> {
        m.sittings
            .iter()
            .find(|x| x.ends_at() > self.now && x.starts_at <= self.now.plus_seconds(3600))
            .filter(|_| meets::may_run(&self.s).is_some())
    }

    /// Which month of how many this is, once the season has begun.
    fn month(&self) -> Option<String> {
        let (from, to) = (
            self.s.season.starts_on.parse::<jiff::civil::Date>().ok()?,
            self.s.season.ends_on.parse::<jiff::civil::Date>().ok()?,
        );
        let today = when::wall(self.now, &self.s.season.zone).date();
        let months = |a: jiff::civil::Date, b: jiff::civil::Date| {
            i64::from(b.year() - a.year()) * 12 + i64::from(b.month() - a.month()) + 1
        };
        (from <= today && today <= to)
            .then(|| self.page.t.a2("loom-month", "n", months(from, today), "of", months(from, to)))
    }

    fn today(&self) -> String {
        when::day(self.page.t, self.now, &self.s.season.zone)
    }

    fn share(ties: &Ties) -> usize {
        (ties.met * 100).checked_div(ties.pairs).unwrap_or(0)
    }

    /// How a knot of the thread looks: behind us, now, or to come.
    fn state(done: impl Borrow<bool>, now: impl Borrow<bool>) -> &'static str {
        if *done.borrow() {
            "done"
        } else if *now.borrow() {
            "now"
        } else {
            "later"
        }
    }
}
