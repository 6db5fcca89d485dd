//! What published texts say about the dates, beside the plan.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use serde::Deserialize;

use crate::gatherings::sources::{self, Plan, Said, Source};
use crate::gatherings::{rules, store, when};
use weft_kernel::Kernel;
use weft_kernel::ids::Id;
use weft_programs::{InSeason, May};
use weft_web::{Error, Form, Page, Result, html, see, unaccepted};

#[derive(Template)]
#[template(path = "gatherings/templates/sources.html")]
struct Show {
    page: Page,
    s: InSeason,
    form: Form,
    sources: Vec<Source>,
    plan: Plan,
    plans: bool,
    /// Who hears that the dates are confirmed once nothing differs.
    told: i64,
}

async fn load(kernel: &Kernel, s: InSeason, form: Form) -> Result<Show> {
    let permit = rules::may_see(&s).filter(|p| p.is_inside).ok_or(Error::NotFound)?;
    let mut conn = kernel.db.read().await?;
    let plan = sources::plan(&mut conn, &permit).await?;
    let sources = sources::of_season(&mut conn, permit.season()).await?;
    let plans = rules::may_plan(&s).is_some();
    let told = if plans { store::count_taking_part(&mut conn, permit.season()).await? } else { 0 };
    Ok(Show { page: s.page.clone(), plan, plans, told, sources, form, s })
}

impl Show {
    fn span(&self) -> String {
        let t = self.page.t;
        let day = |d: &Option<String>| d.as_deref().map_or_else(|| "–".into(), |d| t.iso_day(d));
        let args = [
            ("from", day(&self.plan.first_on).into()),
            ("to", day(&self.plan.last_on).into()),
            ("n", self.plan.sessions.into()),
            ("length", when::length(t, self.plan.minutes).into()),
        ];
        t.args("sources-plan", &args)
    }

    fn clashes(&self, source: &Source) -> Vec<sources::Clash> {
        source.clashes(&self.page.t, &self.plan)
    }

    fn text(&self, clash: &sources::Clash) -> String {
        self.page.t.a2(clash.key, "source", clash.source.clone(), "plan", clash.plan.clone())
    }
}

pub async fn show(State(kernel): State<Kernel>, s: InSeason) -> Result<Response> {
    html(&load(&kernel, s, Form::default()).await?)
}

fn read(form: &mut Form) -> Said {
    let name = form.required("name");
    let url = form.value("url").to_owned();
    if !url.is_empty() && !weft_web::is_link(&url) {
        form.reject("url", "wrong-link");
    }
    let mut day = |field: &str| {
        let value = form.optional(field)?;
        let day = value.parse::<jiff::civil::Date>().ok().map(|d| d.to_string());
        if day.is_none() {
            form.reject(field, "wrong-date");
        }
        day
    };
    let (first_on, last_on) = (day("first_on"), day("last_on"));
    let sessions = if form.value("sessions").is_empty() { None } else { Some(form.number("sessions", 1..=400)) };
    let minutes = if form.value("minutes").is_empty() { None } else { Some(form.number("minutes", 1..=100_000)) };
    let days: Vec<String> =
        form.value("days").split([' ', ',', ';', '\n', '\r']).filter(|d| !d.is_empty()).map(str::to_owned).collect();
    let named: Vec<String> =
        days.iter().filter_map(|d| d.parse::<jiff::civil::Date>().ok()).map(|d| d.to_string()).collect();
    if days.len() > 100 || named.len() < days.len() {
        form.reject("days", "wrong-date");
    }
    if form.is_accepted()
        && first_on.is_none()
        && last_on.is_none()
        && sessions.is_none()
        && minutes.is_none()
        && days.is_empty()
    {
        form.reject("first_on", "wrong-source-silent");
    }
    Said { name, url, first_on, last_on, sessions, minutes, days: named }
}

pub async fn add(
    State(kernel): State<Kernel>,
    May { permit, s }: May<rules::PlanGatherings>,
    mut form: Form,
) -> Result<Response> {
    let actor = s.actor_id().cloned().ok_or(Error::NotFound)?;
    let said = read(&mut form);
    if !form.is_accepted() {
        return unaccepted(&load(&kernel, s, form).await?);
    }
    let to = s.season.path("sources");
    sources::add(&form.once(&kernel, Some(&actor), &s.page, &to), &permit, &actor, &s.season, &said).await?;
    Ok(see(&to))
}

#[derive(Deserialize)]
pub struct At {
    id: String,
}

pub async fn settle(
    State(kernel): State<Kernel>,
    May { permit, s }: May<rules::PlanGatherings>,
    Path(at): Path<At>,
    form: Form,
) -> Result<Response> {
    let actor = s.actor_id().cloned().ok_or(Error::NotFound)?;
    let reason: String = form.value("reason").chars().take(1_000).collect();
    sources::settle(&kernel, &permit, &actor, &s.season, &Id::stored(at.id), &reason).await?;
    Ok(see(&s.season.path("sources")))
}
