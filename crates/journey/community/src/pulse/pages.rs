//! The page of a season's pulse: to answer, to ask, to see what came of it.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use serde::Deserialize;

use super::acts::{self, Asked};
use super::model::{Answer, FEWEST, LEVELS, Pulse, Weight, totals};
use super::{rules, store};
use crate::support::{self, Foot};
use weft_kernel::Kernel;
use weft_kernel::anonymous::Taken;
use weft_kernel::clock::Time;
use weft_kernel::ids::Id;
use weft_programs::may_take_part;
use weft_programs::{InSeason, May};
use weft_web::route::{get, post};
use weft_web::{Error, Form, Page, Result, Route, html, see, unaccepted};

pub fn routes() -> Vec<Route> {
    vec![
        get("/s/{season}/pulse", show),
        post("/s/{season}/pulse", open),
        post("/s/{season}/pulse/{id}/answer", answer),
        post("/s/{season}/pulse/{id}/end", close),
    ]
}

/// A closed pulse and what may be said of it.
struct Heard {
    pulse: Pulse,
    is_settled: bool,
    totals: Option<(Vec<Weight>, Vec<String>)>,
}

#[derive(Template)]
#[template(path = "pulse/templates/pulse.html")]
struct Show {
    page: Page,
    s: InSeason,
    form: Form,
    open: Option<Pulse>,
    /// Whether the reader's answer to the open one is not written yet.
    waits: bool,
    closed: Vec<Heard>,
    answers: bool,
    asks: bool,
    /// How many take part, where that is fewer than the answers that totals need.
    few: Option<i64>,
    now: Time,
    foot: Foot,
    /// What someone wrote into a pulse that had closed meanwhile.
    late: Option<String>,
}

async fn load(kernel: &Kernel, s: InSeason, form: Form) -> Result<Show> {
    let permit = rules::may_see(&s).ok_or(Error::NotFound)?;
    let mut conn = kernel.db.read().await?;
    let now = kernel.now();
    let all = store::all(&mut conn, &permit).await?;
    let said = store::settled_answers(&mut conn, &permit, now).await?;
    let mut open = None;
    let mut waits = false;
    let mut closed = Vec::new();
    for mut pulse in all {
        if pulse.is_open(&now) {
            waits = kernel.anonymous.has(&pulse.id, permit.reader());
            pulse.said += i64::try_from(kernel.anonymous.count(&pulse.id)).unwrap_or_default();
            open = Some(pulse);
            continue;
        }
        let answers: Vec<Answer> =
            said.iter().filter(|(id, _)| *id == pulse.id).map(|(_, answer)| answer.clone()).collect();
        closed.push(Heard { totals: totals(&pulse.stressors(), &answers), is_settled: pulse.is_settled(&now), pulse });
    }
    let (answers, ask) = (may_take_part(&s).is_some(), rules::may_ask(&s));
    let few = match &ask {
        Some(ask) => Some(store::count_people(&mut conn, ask).await?).filter(|n| *n < FEWEST as i64),
        None => None,
    };
    let foot = support::foot(&mut conn, &s).await?;
    Ok(Show {
        page: s.page.clone(),
        foot,
        answers,
        asks: ask.is_some(),
        few,
        form,
        open,
        waits,
        closed,
        now,
        late: None,
        s,
    })
}

impl Show {
    fn path(&self) -> String {
        self.s.season.path("pulse")
    }

    fn day(&self, at: impl std::borrow::Borrow<Time>) -> String {
        self.page.t.date(*at.borrow(), self.s.season.zone.as_str())
    }

    /// What was asked last, to ask it again.
    fn before(&self) -> String {
        let typed = self.form.value("stressors");
        if typed.is_empty() {
            self.closed.first().map_or_else(|| self.page.t.t("pulse-starter"), |r| r.pulse.stressors.clone())
        } else {
            typed.to_owned()
        }
    }

    fn is_over(&self) -> bool {
        self.s.season.ends_on < self.now.date_in(&self.s.season.zone).to_string()
    }
}

async fn show(State(kernel): State<Kernel>, s: InSeason) -> Result<Response> {
    html(&load(&kernel, s, Form::of(&[("days", "7")])).await?)
}

async fn open(
    State(kernel): State<Kernel>,
    May { permit, s }: May<rules::AskPulse>,
    mut form: Form,
) -> Result<Response> {
    let stressors: Vec<String> =
        form.required("stressors").lines().map(str::trim).filter(|l| !l.is_empty()).map(str::to_owned).collect();
    if stressors.len() > 8 || stressors.iter().any(|l| l.chars().count() > 160) {
        form.reject("stressors", "wrong-stressors");
    }
    let days = form.number("days", 1..=30);
    if form.is_accepted() {
        let last = kernel.now().plus_days(days).date_in(&s.season.zone);
        let press = form.once(&kernel, s.actor_id(), &s.page, &s.season.path("pulse"));
        let closes_at = Time::end_of_day(last, &s.season.zone);
        match acts::open(&press, &permit, s.actor_id(), &stressors, closes_at).await? {
            Asked::Done => return Ok(see(&s.season.path("pulse"))),
            Asked::AnotherIsOpen => form.reject("stressors", "wrong-pulse-open"),
        }
    }
    unaccepted(&load(&kernel, s, form).await?)
}

#[derive(Deserialize)]
struct At {
    id: String,
}

async fn answer(State(kernel): State<Kernel>, s: InSeason, Path(at): Path<At>, mut form: Form) -> Result<Response> {
    let permit = may_take_part(&s).ok_or(Error::NotFound)?;
    let page = load(&kernel, s.clone(), Form::default()).await?;
    let was_asked = page.open.iter().chain(page.closed.iter().map(|c| &c.pulse)).any(|p| p.id.as_str() == at.id);
    let Some(pulse) = page.open.filter(|p| p.id.as_str() == at.id) else {
        return if was_asked { late(&kernel, s, &form).await } else { Err(Error::NotFound) };
    };
    let mut levels = Vec::new();
    for n in 0..pulse.stressors().len() {
        let name = format!("level-{n}");
        // Left out is an answer too.
        let level = form.value(&name).to_owned();
        if !level.is_empty() && !LEVELS.contains(&level.as_str()) {
            form.reject(&name, "wrong-choice");
        }
        levels.push(LEVELS.iter().position(|l| *l == level).map(|p| p.to_string()).unwrap_or_default());
    }
    let words = form.value("words").to_owned();
    if words.chars().count() > 600 {
        form.reject_with("words", "wrong-longer-than", "600".into());
    }
    if levels.iter().all(String::is_empty) && words.is_empty() {
        form.reject("words", "wrong-nothing-said");
    }
    if !form.is_accepted() {
        return unaccepted(&load(&kernel, s, form).await?);
    }
    // Answered already is no fault; closed in this moment is said.
    match acts::answer(&kernel, &permit, &pulse.id, &Answer { levels: levels.join(","), words }).await? {
        Taken::Closed if !pulse.is_said && !page.waits => late(&kernel, s, &form).await,
        _ => Ok(see(&s.season.path("pulse"))),
    }
}

async fn late(kernel: &Kernel, s: InSeason, form: &Form) -> Result<Response> {
    let mut page = load(kernel, s, Form::of(&[("days", "7")])).await?;
    page.late = Some(form.value("words").to_owned());
    unaccepted(&page)
}

async fn close(
    State(kernel): State<Kernel>,
    May { permit, s }: May<rules::AskPulse>,
    Path(at): Path<At>,
) -> Result<Response> {
    acts::close(&kernel, &permit, s.actor_id(), &Id::stored(at.id)).await?;
    Ok(see(&s.season.path("pulse")))
}
