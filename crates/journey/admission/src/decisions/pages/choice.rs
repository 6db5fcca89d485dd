//! The page a letter leads to: keep the application for the next call, or erase it now.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;

use crate::decisions::model::{Choice, Wanted};
use crate::decisions::{acts, store};
use weft_kernel::{Kernel, secret};
use weft_programs::{furnish, store as programs};
use weft_web::{Error, Form, Page, Result, html, see};

#[derive(Template)]
#[template(path = "decisions/templates/choice.html")]
struct Show {
    page: Page,
    token: String,
    c: Choice,
    until: String,
}

async fn find(kernel: &Kernel, token: &str) -> Result<Choice> {
    store::choice(&mut kernel.db.read().await?, &secret::hash(token)).await?.ok_or(Error::NotFound)
}

pub async fn show(State(kernel): State<Kernel>, mut page: Page, Path(token): Path<String>) -> Result<Response> {
    let c = find(&kernel, &token).await?;
    if let Some(season) = programs::season_by_slug(&mut kernel.db.read().await?, &c.season_slug).await? {
        furnish(&mut page, &season);
    }
    let until = page.t.date(c.made_at.plus_days(365), &page.zone);
    html(&Show { page, token, c, until })
}

pub async fn save(State(kernel): State<Kernel>, Path(token): Path<String>, form: Form) -> Result<Response> {
    let c = find(&kernel, &token).await?;
    match Wanted::parse(form.value("choice")) {
        Some(Wanted::Keep) if c.is_erased => {}
        Some(wanted) => acts::choose(&kernel, &c, wanted).await?,
        None => {}
    }
    Ok(see(&format!("/application-choice/{token}")))
}
