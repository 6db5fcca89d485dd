//! The page on which a lead publishes the cohort's page: what everyone will see, how many people are on it, and from
//! when on.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use jiff::civil;

use crate::cohort::model::Release;
use crate::cohort::rules::ReleasePage;
use crate::cohort::snapshot::{self, Snapshot};
use crate::cohort::{acts, store};
use weft_kernel::clock::Time;
use weft_kernel::{Kernel, when};
use weft_programs::{InSeason, May};
use weft_web::{Form, Page, Result, html, see, unaccepted};

#[derive(Template)]
#[template(path = "cohort/templates/release.html")]
struct Show {
    page: Page,
    s: InSeason,
    form: Form,
    release: Option<Release>,
    snapshot: Snapshot,
    members: usize,
    /// Names of those who have not said yet what is shown of them.
    unasked: Vec<String>,
    now: Time,
}

impl Show {
    fn is_out(&self) -> bool {
        self.release.as_ref().is_some_and(|r| r.public_at <= self.now)
    }

    /// How many said what is shown and are not on the page by name.
    fn unnamed(&self) -> usize {
        self.members - self.unasked.len() - self.snapshot.faces.len()
    }

    fn charts(&self) -> Vec<String> {
        super::staff::charts(&self.page, &self.snapshot)
    }
}

async fn load(kernel: &Kernel, permit: &ReleasePage, s: InSeason, mut form: Form) -> Result<Show> {
    let mut conn = kernel.db.read().await?;
    let members = store::members_to_publish(&mut conn, permit.page()).await?;
    let consents = store::consents(&mut conn, permit.page()).await?;
    let release = store::release(&mut conn, permit.season()).await?;
    let now = kernel.now();
    if form.fields().is_empty() {
        let planned = release.as_ref().filter(|r| r.public_at > now);
        let first = planned.map_or_else(
            || when::wall(now.plus_days(7), &s.season.zone).date().at(9, 0, 0, 0),
            |r| when::wall(r.public_at, &s.season.zone),
        );
        form.set("when", if planned.is_some() { "later" } else { "now" });
        form.set("day", first.date().to_string());
        form.set("time", first.strftime("%H:%M").to_string());
    }
    Ok(Show {
        snapshot: snapshot::for_public(&members, &consents),
        members: members.len(),
        // Whoever agreed to something has answered, however that came about.
        unasked: members
            .iter()
            .filter(|m| !m.has_answered && !consents.contains_key(m.person_id.as_str()))
            .map(|m| m.display_name.clone())
            .collect(),
        page: s.page.clone(),
        s,
        form,
        release,
        now,
    })
}

pub async fn show(State(kernel): State<Kernel>, May { permit, s }: May<ReleasePage>) -> Result<Response> {
    html(&load(&kernel, &permit, s, Form::default()).await?)
}

/// The moment that a form asks for, in the season's zone; what is wrong with it is said in the form.
fn asked(form: &mut Form, zone: &str, now: Time) -> Time {
    if form.value("when") == "now" {
        return now;
    }
    if form.value("when") != "later" {
        form.reject("when", "wrong-choice");
    }
    let day = form.date("day").parse::<civil::Date>().ok();
    let time = form.required("time").parse::<civil::Time>().ok();
    if time.is_none() && !form.value("time").is_empty() {
        form.reject("time", "wrong-clock");
    }
    let Some((day, time)) = day.zip(time) else { return now };
    match when::moment(day.to_datetime(time), zone) {
        Ok(at) if at > now => at,
        Ok(_) => {
            form.reject("day", "wrong-release-past");
            now
        }
        Err(_) => {
            form.reject("time", "wrong-skipped-hour");
            now
        }
    }
}

pub async fn publish(
    State(kernel): State<Kernel>,
    May { permit, s }: May<ReleasePage>,
    mut form: Form,
) -> Result<Response> {
    let at = asked(&mut form, &s.season.zone, kernel.now());
    if !form.is_accepted() {
        return unaccepted(&load(&kernel, &permit, s, form).await?);
    }
    let to = s.season.path("public-page");
    let kernel = form.once(&kernel, s.actor_id(), &s.page, &to);
    acts::publish(&kernel, &permit, s.actor_id(), at).await?;
    Ok(see(&to))
}

pub async fn take_down(State(kernel): State<Kernel>, May { permit, s }: May<ReleasePage>) -> Result<Response> {
    acts::take_down(&kernel, &permit, s.actor_id()).await?;
    Ok(see(&s.season.path("public-page")))
}
