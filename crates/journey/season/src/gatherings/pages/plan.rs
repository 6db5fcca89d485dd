//! The plan of a season: what to check, the mix of its blocks, moving all of it, taking over another season's.

use std::borrow::Borrow;

use askama::Template;
use axum::extract::State;
use axum::response::Response;

use super::path;
use crate::gatherings::acts::{Moved, Shift};
use crate::gatherings::agenda::{self, Mix, Target};
use crate::gatherings::checks::{self, Finding};
use crate::gatherings::lint;
use crate::gatherings::model::Meeting;
use crate::gatherings::rules::PlanGatherings;
use crate::gatherings::{acts, calendar, of_season, rules, when};
use weft_kernel::Kernel;
use weft_kernel::clock::Time;
use weft_kernel::ids::Id;
use weft_programs::{InSeason, store as programs};
use weft_web::{Error, Form, Page, Result, html, see, unaccepted};

#[derive(Template)]
#[template(path = "gatherings/templates/plan.html")]
struct Show {
    page: Page,
    s: InSeason,
    form: Form,
    meetings: Vec<Meeting>,
    findings: Vec<Finding>,
    mix: Mix,
    target: Option<Target>,
    /// The mix of each gathering that has blocks.
    mixes: Vec<(i64, Mix)>,
    seasons: Vec<(String, String)>,
    /// The first time that lies ahead: a shift applies to a plan that still begins there.
    first: Option<Time>,
    plans: bool,
    /// What a shift would move, before anyone hears of it.
    preview: Vec<Moved>,
}

async fn load(kernel: &Kernel, s: InSeason, form: Form) -> Result<Show> {
    let run = rules::may_run(&s).ok_or(Error::NotFound)?;
    let plans = rules::may_plan(&s).is_some();
    let mut conn = kernel.db.read().await?;
    let meetings = of_season(&mut conn, run.see()).await?;
    let blocks = agenda::of_season(&mut conn, &run).await?;
    let target = agenda::target(&mut conn, &run).await?;
    let terms: Vec<String> =
        programs::glossary(&mut conn, &s.season.program_id).await?.into_iter().map(|t| t.term).collect();
    let words = lint::of_season(&mut conn, &run).await?;
    let mut seasons = match (&s.actor, plans) {
        (Some(a), true) => calendar::led_seasons(&mut conn, &a.person_id).await?,
        _ => Vec::new(),
    };
    seasons.retain(|(slug, _)| *slug != s.season.slug);
    let on = |n: i64| meetings.iter().any(|m| m.gathering.number == n && m.gathering.cancelled_at.is_none());
    let mut mixes: Vec<(i64, Mix)> = Vec::new();
    for (number, b) in blocks.iter().filter(|(n, _)| on(*n)) {
        match mixes.iter_mut().find(|(n, _)| n == number) {
            Some((_, mix)) => mix.add(&b.kind, b.minutes),
            None => mixes.push((*number, Mix::of([b]))),
        }
    }
    // The form shows what the season wants so far.
    let mut form = form;
    if let Some(w) = target.filter(|_| form.is_accepted()) {
        for (name, share) in [("content", w.content), ("reflection", w.reflection), ("application", w.application)] {
            form.set(name, share.to_string());
        }
    }
    Ok(Show {
        findings: checks::of_season(&s.season, &meetings, &blocks, &terms, &words, kernel.now()),
        mix: Mix::of(blocks.iter().filter(|(n, _)| on(*n)).map(|(_, b)| b)),
        page: s.page.clone(),
        first: acts::first_ahead(kernel, &meetings),
        mixes,
        meetings,
        target,
        seasons,
        plans,
        preview: Vec::new(),
        form,
        s,
    })
}

impl Show {
    fn name(&self, number: impl Borrow<i64>) -> String {
        self.meetings
            .iter()
            .find(|m| m.gathering.number == *number.borrow())
            .map_or_else(String::new, |m| m.gathering.name(&self.page.t))
    }

    /// Whether a shift brings a gathering to a day outside the season.
    fn is_outside(&self, m: &Moved) -> bool {
        m.is.sittings.iter().any(|x| checks::is_outside(&self.s.season, when::wall(x.starts_at, &x.zone).date()))
    }

    fn emails(&self) -> i64 {
        self.preview.iter().map(|m| m.emails).sum()
    }

    /// The gathering that a finding is about.
    fn about(&self, f: &Finding) -> String {
        f.number.map_or_else(String::new, |n| self.name(n))
    }

    fn path(&self, number: impl Borrow<i64>) -> String {
        path(&self.s, *number.borrow())
    }

    fn text(&self, f: &Finding) -> String {
        let t = self.page.t;
        let arg = match f.key {
            "check-clash" => self.name(f.arg.parse::<i64>().unwrap_or(0)),
            "check-holiday" => t.t(&format!("holiday-{}", f.arg)),
            _ => f.arg.clone(),
        };
        match arg.parse::<i64>() {
            // A number chooses the form of its sentence.
            Ok(n) if f.key == "check-in-person" => t.a(f.key, "arg", n),
            _ => t.a(f.key, "arg", arg),
        }
    }

    /// Where a finding is mended.
    fn cure(&self, f: &Finding) -> Option<String> {
        let number = f.number?;
        Some(match f.key {
            "check-no-agenda" | "check-agenda-sum" => {
                let m = self.meetings.iter().find(|m| m.gathering.number == number)?;
                format!("{}/agenda/{}", self.path(number), m.sittings.first()?.part)
            }
            _ if self.plans => format!("{}/edit", self.path(number)),
            _ => self.path(number),
        })
    }
}

pub async fn show(State(kernel): State<Kernel>, s: InSeason) -> Result<Response> {
    html(&load(&kernel, s, Form::default()).await?)
}

fn planner(s: &InSeason) -> Result<(PlanGatherings, Id)> {
    let permit = rules::may_plan(s).ok_or(Error::NotFound)?;
    Ok((permit, s.actor_id().cloned().ok_or(Error::NotFound)?))
}

/// Moves everything that lies ahead by days.
pub async fn shift(State(kernel): State<Kernel>, s: InSeason, mut form: Form) -> Result<Response> {
    let (permit, actor) = planner(&s)?;
    let days = form.number("days", -366..=366);
    if days == 0 {
        form.reject_with("days", "wrong-number", "-366–366".into());
    }
    if form.is_accepted() {
        let first = form.value("first").parse().map_or(Time(0), Time);
        let by = Shift { season: &s.season, first, days };
        if form.value("sure") != "yes" {
            let (planned, moved) = acts::preview_shift(&kernel, &permit, by).await?;
            let Some(fault) = planned.fault() else {
                let mut page = load(&kernel, s, form).await?;
                page.preview = moved;
                return html(&page);
            };
            form.reject("days", fault);
            return unaccepted(&load(&kernel, s, form).await?);
        }
        let press = form.once(&kernel, Some(&actor), &s.page, &s.season.path("gatherings"));
        match acts::shift(&press, &permit, Some(&actor), by).await?.fault() {
            None => return Ok(see(&s.season.path("gatherings"))),
            Some(fault) => form.reject("days", fault),
        }
    }
    unaccepted(&load(&kernel, s, form).await?)
}

/// Takes over the gatherings of a season that the same person leads, as drafts.
pub async fn copy(State(kernel): State<Kernel>, s: InSeason, mut form: Form) -> Result<Response> {
    let (permit, actor) = planner(&s)?;
    let slug = form.required("from");
    let press = form.once(&kernel, Some(&actor), &s.page, &s.season.path("gatherings"));
    let from = calendar::led(&mut kernel.db.read().await?, &actor, &slug).await?;
    match from {
        Some(old) if !old.is(&s.season) => {
            match acts::copy(&press, &permit, Some(&actor), &s.season, &old).await?.fault() {
                None => return Ok(see(&s.season.path("gatherings"))),
                Some(fault) => form.reject("from", fault),
            }
        }
        _ => form.reject("from", "wrong-choice"),
    }
    unaccepted(&load(&kernel, s, form).await?)
}

/// Says what mix the season wants.
pub async fn mix(State(kernel): State<Kernel>, s: InSeason, mut form: Form) -> Result<Response> {
    let (permit, actor) = planner(&s)?;
    let [content, reflection, application] = ["content", "reflection", "application"].map(|n| form.number(n, 0..=100));
    if form.is_accepted() && content + reflection + application != 100 {
        form.reject_with("content", "wrong-mix", (content + reflection + application).to_string());
    }
    if !form.is_accepted() {
        return unaccepted(&load(&kernel, s, form).await?);
    }
    agenda::set_target(&kernel, &permit, &actor, Target { content, reflection, application }).await?;
    Ok(see(&s.season.path("season-plan")))
}
