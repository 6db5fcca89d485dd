//! Pages of agreements and celebrations.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use serde::Deserialize;

use super::acts::{self, Written};
use super::store::{Agreement, Celebration};
use super::{rules, store};
use weft_kernel::Kernel;
use weft_kernel::ids::Id;
use weft_programs::{InSeason, May};
use weft_web::route::{get, post};
use weft_web::{Error, Form, Page, Result, Route, html, see, unaccepted};

/// Most celebrations on their page.
const MOST: i64 = 300;

pub fn routes() -> Vec<Route> {
    vec![
        get("/s/{season}/agreements", agreements),
        post("/s/{season}/agreements", write),
        post("/s/{season}/agreements/yes", agree),
        get("/s/{season}/celebrations", celebrations),
        post("/s/{season}/celebrations", celebrate),
        post("/s/{season}/celebrations/{id}/removal", take_out),
    ]
}

#[derive(Template)]
#[template(path = "together/templates/agreements.html")]
struct Agreements {
    page: Page,
    s: InSeason,
    form: Form,
    versions: Vec<Agreement>,
    writes: bool,
    /// Someone else wrote a version meanwhile.
    is_late: bool,
}

async fn load(kernel: &Kernel, s: InSeason) -> Result<Agreements> {
    let permit = rules::may_be(&s).ok_or(Error::NotFound)?;
    let versions = store::agreements(&mut kernel.db.read().await?, &permit).await?;
    let mut form = Form::default();
    form.set("text", versions.first().map(|a| a.text.clone()).unwrap_or_default());
    Ok(Agreements { page: s.page.clone(), writes: rules::may_write(&s).is_some(), is_late: false, versions, form, s })
}

impl Agreements {
    fn seen(&self) -> i64 {
        self.versions.first().map_or(0, |a| a.version)
    }
}

async fn agreements(State(kernel): State<Kernel>, s: InSeason) -> Result<Response> {
    html(&load(&kernel, s).await?)
}

async fn write(
    State(kernel): State<Kernel>,
    May { permit, s }: May<rules::WriteAgreements>,
    mut form: Form,
) -> Result<Response> {
    let actor = s.actor_id().cloned().ok_or(Error::NotFound)?;
    let text = form.required("text");
    let seen = form.value("seen").parse().unwrap_or(0);
    let press = form.once(&kernel, Some(&actor), &s.page, &s.season.path("agreements"));
    if form.is_accepted() && acts::write(&press, &permit, &actor, seen, &text).await? == Written::Done {
        return Ok(see(&s.season.path("agreements")));
    }
    let mut page = load(&kernel, s).await?;
    page.is_late = form.is_accepted();
    page.form = form;
    unaccepted(&page)
}

async fn agree(
    State(kernel): State<Kernel>,
    May { permit, s }: May<rules::BeTogether>,
    form: Form,
) -> Result<Response> {
    acts::agree(&kernel, &permit, form.value("version").parse().unwrap_or(0)).await?;
    Ok(see(&s.season.path("agreements")))
}

#[derive(Template)]
#[template(path = "together/templates/celebrations.html")]
struct Celebrations {
    page: Page,
    s: InSeason,
    form: Form,
    list: Vec<Celebration>,
    person: Id,
    tends: bool,
}

async fn told(kernel: &Kernel, s: InSeason, form: Form) -> Result<Celebrations> {
    let permit = rules::may_be(&s).ok_or(Error::NotFound)?;
    let list = store::celebrations(&mut kernel.db.read().await?, &permit, MOST).await?;
    Ok(Celebrations { page: s.page.clone(), person: permit.person().clone(), tends: permit.tends, list, form, s })
}

impl Celebrations {
    fn is_own(&self, c: &Celebration) -> bool {
        self.tends || c.person_id == self.person
    }
}

async fn celebrations(State(kernel): State<Kernel>, s: InSeason) -> Result<Response> {
    html(&told(&kernel, s, Form::default()).await?)
}

async fn celebrate(
    State(kernel): State<Kernel>,
    May { permit, s }: May<rules::BeTogether>,
    mut form: Form,
) -> Result<Response> {
    let text = form.required("text");
    if text.chars().count() > acts::LONGEST {
        form.reject("text", "wrong-celebration-long");
    }
    if !form.is_accepted() {
        return unaccepted(&told(&kernel, s, form).await?);
    }
    acts::celebrate(
        &form.once(&kernel, Some(permit.person()), &s.page, &s.season.path("celebrations")),
        &permit,
        &text,
    )
    .await?;
    Ok(see(&s.season.path("celebrations")))
}

#[derive(Deserialize)]
struct At {
    id: String,
}

async fn take_out(
    State(kernel): State<Kernel>,
    May { permit, s }: May<rules::BeTogether>,
    Path(at): Path<At>,
) -> Result<Response> {
    acts::take_out(&kernel, &permit, &Id::stored(at.id)).await?;
    Ok(see(&s.season.path("celebrations")))
}
