//! Catching up on a gathering: whoever missed it, or someone of the team who was there, says that they did it together.

use askama::Template;
use axum::extract::{Path, State as Shared};
use axum::response::Response;
use jiff::civil::Date;
use serde::Deserialize;

use crate::home_team::acts;
use crate::home_team::model::{Missed, There};
use crate::home_team::rules::Belong;
use crate::home_team::store::attendance;
use weft_kernel::Kernel;
use weft_kernel::db::Conn;
use weft_kernel::ids::Id;
use weft_kernel::when;
use weft_programs::{InSeason, May};
use weft_web::{Error, Form, Page, Result, html, see, unaccepted};

#[derive(Deserialize)]
pub struct At {
    number: i64,
}

#[derive(Template)]
#[template(path = "home_team/templates/catch_up.html")]
struct Show {
    page: Page,
    s: InSeason,
    form: Form,
    /// The gathering; the reader themselves stands here where they missed it.
    missed: Missed,
    is_own: bool,
    /// Whom the reader did it with: those who were there, or those who missed it.
    others: Vec<(String, String)>,
}

/// The gathering as the reader finds it: what they missed, or where they were and others were not.
struct Known {
    missed: Missed,
    is_own: bool,
    others: Vec<(Id, String)>,
}

async fn known(kernel: &Kernel, conn: &mut Conn, permit: &Belong, number: i64) -> Result<Option<Known>> {
    let missed = attendance::missed(conn, permit, kernel.now()).await?;
    let of: Vec<Missed> = missed.into_iter().filter(|m| m.number == number).collect();
    let Some(first) = of.first().cloned() else { return Ok(None) };
    let there: Vec<There> = attendance::there(conn, permit).await?;
    let there: Vec<There> = there.into_iter().filter(|t| t.gathering_id == first.gathering_id).collect();
    if let Some(own) = of.iter().find(|m| m.person_id == *permit.person()) {
        let others = there.into_iter().map(|t| (t.person_id, t.name)).collect();
        return Ok(Some(Known { missed: own.clone(), is_own: true, others }));
    }
    if !there.iter().any(|t| t.person_id == *permit.person()) {
        return Ok(None);
    }
    let others = of.into_iter().map(|m| (m.person_id, m.name)).collect();
    Ok(Some(Known { missed: first, is_own: false, others }))
}

fn page(s: InSeason, known: Known, form: Form) -> Show {
    let Known { missed, is_own, others } = known;
    let mut choices: Vec<(String, String)> = others.into_iter().map(|(id, name)| (id.to_string(), name)).collect();
    if choices.len() > 1 {
        choices.insert(0, (String::new(), s.page.t.t("choose")));
    }
    Show { page: s.page.clone(), s, form, missed, is_own, others: choices }
}

impl Show {
    fn day(&self) -> String {
        self.page.t.date(self.missed.starts_at, &self.s.season.zone)
    }

    fn title(&self) -> String {
        self.page.t.a("catch-up-title", "gathering", self.missed.title(&self.page.t))
    }

    fn action(&self) -> String {
        self.s.season.path(&format!("home-team/gatherings/{}", self.missed.number))
    }
}

pub async fn show(
    Shared(kernel): Shared<Kernel>,
    May { permit, s }: May<Belong>,
    Path(at): Path<At>,
) -> Result<Response> {
    let mut conn = kernel.db.read().await?;
    let known = known(&kernel, &mut conn, &permit, at.number).await?.ok_or(Error::NotFound)?;
    let today = kernel.now().date_in(&s.season.zone).to_string();
    html(&page(s, known, Form::of(&[("day", &today)])))
}

pub async fn add(
    Shared(kernel): Shared<Kernel>,
    May { permit, s }: May<Belong>,
    Path(at): Path<At>,
    mut form: Form,
) -> Result<Response> {
    let mut conn = kernel.db.read().await?;
    let home = s.season.path("home-team#caught-up");
    let Some(known) = known(&kernel, &mut conn, &permit, at.number).await? else {
        // It was said already, by this press or by the other one.
        let said = attendance::caught_up(&mut conn, &permit).await?;
        let is_said = said.iter().any(|c| c.number == at.number && c.is_of(permit.person()));
        return if is_said { Ok(see(&home)) } else { Err(Error::NotFound) };
    };
    let typed = Id::stored(form.value("with").to_owned());
    let said = attendance::caught_up(&mut conn, &permit).await?;
    if said.iter().any(|c| c.number == at.number && c.is_of(permit.person()) && c.is_of(&typed)) {
        return Ok(see(&home));
    }
    drop(conn);
    let other = known.others.iter().find(|(id, _)| id.as_str() == form.value("with")).map(|(id, _)| id.clone());
    if other.is_none() {
        form.reject("with", "wrong-choice");
    }
    let day: Option<Date> = form.date("day").parse().ok();
    if let Some(day) = day {
        let zone = &s.season.zone;
        if day > kernel.now().date_in(zone) {
            form.reject("day", "wrong-catch-up-ahead");
        } else if day < when::wall(known.missed.starts_at, zone).date() {
            form.reject("day", "wrong-catch-up-before");
        }
    }
    if let (Some(other), Some(day), true) = (&other, day, form.is_accepted()) {
        let me = permit.person();
        let (who, mate) = if known.is_own { (me, other) } else { (other, me) };
        acts::catch_up(&kernel, &permit, &known.missed.gathering_id, (who, mate, &day.to_string())).await?;
        return Ok(see(&home));
    }
    unaccepted(&page(s, known, form))
}

pub async fn undo(
    Shared(kernel): Shared<Kernel>,
    May { permit, s }: May<Belong>,
    Path(at): Path<At>,
    form: Form,
) -> Result<Response> {
    acts::undo_catch_up(&kernel, &permit, at.number, &Id::stored(form.value("who").to_owned())).await?;
    Ok(see(&s.season.path("home-team#caught-up")))
}
