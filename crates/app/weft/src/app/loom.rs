//! The dashboard: how far the season is, by what its kind has, with what needs a person now. Counts only.

use askama::Template;
use axum::extract::State;
use axum::response::Response;

use weft_kernel::Kernel;
use weft_kernel::clock::Time;
use weft_kernel::events::{self, Recorded};
use weft_kernel::i18n::Tr;
use weft_programs::counts::{self, Loom};
use weft_programs::model::{Element, Objective};
use weft_programs::setup::{self, Setup};
use weft_programs::todo::{self, Line};
use weft_programs::{InSeason, rules, store};
use weft_season::gatherings::attendance::{self, Counts};
use weft_season::gatherings::model::Meeting;
use weft_season::gatherings::{agenda, of_season, rules as meets, store as gatherings, when};
use weft_season::gatherings::{checks, lint};
use weft_season::rooms::tables::{self, Ties};
use weft_web::{Error, Page, Result, html};

use super::timeline::{self, Known, Point};

/// How many things to do stand in sight; the others fold.
const IN_SIGHT: usize = 6;

/// How many lines of what happened lately.
const LATELY: usize = 6;

#[derive(Template)]
#[template(path = "app/templates/loom.html")]
struct Show {
    page: Page,
    s: InSeason,
    objectives: Vec<Objective>,
    elements: Vec<Element>,
    lately: Vec<Day>,
    runs: bool,
    headline: String,
    past: Vec<Point>,
    ahead: Vec<Point>,
    /// What waits for the team, the most urgent first.
    todo: Vec<Line>,
    setup: Setup,
    ties: Option<Ties>,
    now: Time,
}

/// What happened on one day, the newest first.
struct Day {
    day: String,
    lines: Vec<Happened>,
}

struct Happened {
    what: String,
    /// By whom; empty for what happened by itself.
    who: String,
    times: usize,
}

pub async fn show(State(kernel): State<Kernel>, s: InSeason) -> Result<Response> {
    let see = rules::may_see(&s.season, &s.roles).ok_or(Error::NotFound)?;
    let run = rules::may_run(&s.season, &s.roles);
    let runs = run.is_some();
    let mut conn = kernel.db.read().await?;
    let loom = counts::loom(&mut conn, &see, kernel.now()).await?;
    let objectives = store::objectives(&mut conn, &s.season.id).await?;
    let elements = store::elements(&mut conn, &see).await?;
    let history = if runs { events::of_season(&mut conn, &s.season.id, 20).await? } else { Vec::new() };
    let now = kernel.now();
    let meetings = match meets::may_see(&s) {
        Some(permit) => of_season(&mut conn, &permit).await?,
        None => Vec::new(),
    };
    let next = meetings.iter().find(|m| m.gathering.is_on() && !m.is_over(now));
    let (mut findings, mut mix, mut ties, mut counts) = (0, None, None, Vec::new());
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
        counts = attendance::counts(&mut conn, &run).await?;
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
    let headline = headline(&s, &loom, next.filter(|_| people > 0), &counts, now);
    let headline = headline.unwrap_or_else(|| ready(&s, runs));
    let next = next.map(|m| m.gathering.number);
    let known = Known { s: &s, loom: &loom, meetings: &meetings, next, counts: &counts, mix: mix.as_deref(), now };
    let (past, ahead) = timeline::of(&known);
    let t = s.page.t;
    html(&Show {
        page: s.page.clone(),
        lately: days(t, &history, &s.season.zone),
        todo,
        s,
        objectives,
        elements,
        runs,
        headline,
        past,
        ahead,
        setup,
        ties,
        now,
    })
}

/// The newest events by day; what one person did several times in a row is one line.
fn days(t: Tr, history: &[Recorded], zone: &str) -> Vec<Day> {
    let mut out: Vec<Day> = Vec::new();
    let mut lines = 0;
    for e in history {
        let (day, who) = (when::date(t, e.at, zone), e.actor.clone().unwrap_or_default());
        let what = t.t(&format!("event-{}", e.verb.replace('.', "-")));
        if let Some(last) = out.last_mut().filter(|d| d.day == day) {
            if let Some(same) = last.lines.iter_mut().find(|l| l.what == what && l.who == who) {
                same.times += 1;
                continue;
            }
            if lines < LATELY {
                last.lines.push(Happened { what, who, times: 1 });
            }
        } else if lines < LATELY {
            out.push(Day { day, lines: vec![Happened { what, who, times: 1 }] });
        }
        lines += 1;
        if lines > LATELY {
            break;
        }
    }
    out
}

/// What heads the page of a season of which nothing can be said yet: only who sets it up has something to get ready.
fn ready(s: &InSeason, runs: bool) -> String {
    if runs { s.page.t.t("loom-empty") } else { s.season.title() }
}

/// One sentence that says where the season stands, when there is something to say.
fn headline(s: &InSeason, loom: &Loom, next: Option<&Meeting>, counts: &[Counts], now: Time) -> Option<String> {
    let t = s.page.t;
    if let Some((m, first)) =
        next.and_then(|m| m.sittings.iter().find(|x| x.ends_at() > now && !x.is_ended()).map(|x| (m, x)))
    {
        let days = (when::wall(first.starts_at, &first.zone).date() - when::wall(now, &first.zone).date()).get_days();
        let title = m.gathering.name(&t);
        return Some(match days {
            ..=0 => t.a("loom-today", "title", title),
            1..=7 => t.args(
                "loom-soon",
                &[
                    ("yes", Counts::of(counts, m).map_or(0, |c| c.yes + c.needs).into()),
                    ("title", title.into()),
                    ("days", days.into()),
                ],
            ),
            _ => t.a2("loom-next", "title", title, "day", when::date(t, first.starts_at, &first.zone)),
        });
    }
    if s.season.registers() && !(s.season.has_pool && loom.registered == 0) {
        if loom.registered > 0 {
            Some(t.a("loom-registered", "n", loom.registered))
        } else {
            loom.is_open.then(|| t.t("loom-open"))
        }
    } else if loom.members >= s.season.seats {
        Some(t.a("loom-full", "members", loom.members))
    } else if loom.waiting > 0 {
        Some(t.a2("loom-waiting", "waiting", loom.waiting, "members", loom.members))
    } else {
        (loom.applications > 0).then(|| t.a2("loom-pool", "applications", loom.applications, "seats", s.season.seats))
    }
}

impl Show {
    /// In how many days a line is due, where that is within two weeks.
    fn soon(&self, line: &Line) -> String {
        let Some(due) = line.due.filter(|d| *d >= self.now) else { return String::new() };
        let day = |at: Time| when::wall(at, &self.s.season.zone).date();
        let days = (day(due) - day(self.now)).get_days();
        if days <= 14 { self.page.t.a("todo-in-days", "n", days) } else { String::new() }
    }

    fn in_sight(&self) -> &[Line] {
        &self.todo[..self.todo.len().min(IN_SIGHT)]
    }

    fn folded(&self) -> &[Line] {
        &self.todo[self.todo.len().min(IN_SIGHT)..]
    }

    /// The names of what is behind, for the line that folds it.
    fn past_names(&self) -> String {
        self.past.iter().map(|p| p.title.as_str()).collect::<Vec<_>>().join(", ")
    }

    /// Steps of setting up that are open, or not.
    fn steps(&self, is_open: bool) -> impl Iterator<Item = &(&'static setup::Step, setup::State)> {
        self.setup.0.iter().filter(move |(_, state)| (*state == setup::State::Open) == is_open)
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
}
