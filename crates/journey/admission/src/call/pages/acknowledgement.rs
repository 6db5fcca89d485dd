//! An employer's word that she knows of the time a season takes: asked for by the applicant, given by link, seen by
//! nobody who judges.

use askama::Template;
use axum::Extension;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::Response;

use super::{own_draft, published};
use crate::call::drafts::{self, Employer, Writing};
use crate::call::store::{self, Asked};
use weft_kernel::{Kernel, secret};
use weft_people::pages::{ClientAddress, address};
use weft_programs::{InSeason, Season, furnish, store as programs};
use weft_web::{Error, Form, Page, Result, html, see, unaccepted};

#[derive(Template)]
#[template(path = "call/templates/acknowledgement.html")]
struct Show {
    page: Page,
    season: Season,
    asked: Asked,
    /// How often, what, and the rule of attendance.
    planned: Vec<(i64, String, String)>,
    form: Form,
    token: String,
}

async fn load(kernel: &Kernel, mut page: Page, token: String) -> Result<Show> {
    let mut conn = kernel.db.read().await?;
    let asked = store::asked(&mut conn, &secret::hash(&token)).await?.ok_or(Error::NotFound)?;
    let season = programs::season_by_slug(&mut conn, &asked.season_slug).await?.ok_or(Error::NotFound)?;
    furnish(&mut page, &season);
    let planned = programs::planned(&mut conn, &season.id).await?;
    Ok(Show { page, season, asked, planned, form: Form::default(), token })
}

pub async fn show(State(kernel): State<Kernel>, page: Page, Path(token): Path<String>) -> Result<Response> {
    html(&load(&kernel, page, token).await?)
}

pub async fn give(
    State(kernel): State<Kernel>,
    page: Page,
    Path(token): Path<String>,
    mut form: Form,
) -> Result<Response> {
    let mut show = load(&kernel, page, token).await?;
    let short = |text: String| text.chars().take(200).collect::<String>();
    let (name, title) = (short(form.required("name")), short(form.optional("title").unwrap_or_default()));
    if !form.is_accepted() {
        show.form = form;
        return unaccepted(&show);
    }
    drafts::acknowledge(&kernel, &show.asked, &name, &title).await?;
    show.asked.given_at = show.asked.given_at.or(Some(kernel.now()));
    html(&show)
}

/// The applicant asks; her application stands whatever comes of it.
pub async fn ask(
    State(kernel): State<Kernel>,
    s: InSeason,
    headers: HeaderMap,
    client: Option<Extension<ClientAddress>>,
    mut form: Form,
) -> Result<Response> {
    let mut conn = kernel.db.read().await?;
    let (_, call) = published(&mut conn, &s).await?;
    let found = own_draft(&kernel, &mut conn, &s, &headers).await?;
    drop(conn);
    let (own, _) = found.filter(|(own, _)| own.draft().application_id.is_some()).ok_or(Error::NotFound)?;
    let email = form.email("employer");
    let name: String = form.required("own_name").chars().take(200).collect();
    if form.is_accepted() {
        let w = Writing { season: &s.season, form: &call, lang: s.page.t.0, from: &address(client.as_ref()) };
        let press = form.once(&kernel, s.actor_id(), &s.page, &format!("/call/{}/application#employer", s.season.slug));
        match drafts::ask_employer(&press, &own, &w, &name, &email).await? {
            Employer::Asked => {}
            Employer::Enough => form.reject("employer", "wrong-employer-many"),
            Employer::Unproved => form.reject("employer", "wrong-employer-unproved"),
        }
    }
    if form.is_accepted() {
        return Ok(see(&format!("/call/{}/application#employer", s.season.slug)));
    }
    super::sent::with_form(&kernel, s, &headers, form).await
}
