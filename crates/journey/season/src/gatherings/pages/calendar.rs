//! One's own calendar: the zone one reads times in, and the secret address that calendars subscribe to.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};

use crate::gatherings::{calendar, reminders};
use weft_kernel::clock::Time;
use weft_kernel::{Kernel, secret, zone};
use weft_people::{Actor, rules};
use weft_web::{Error, Form, Page, Result, html, see, unaccepted};

#[derive(Template)]
#[template(path = "gatherings/templates/calendar.html")]
struct Show {
    page: Page,
    form: Form,
    since: Option<Time>,
    /// The address, shown once, right after it was made.
    address: Option<String>,
    choices: Vec<(String, String)>,
}

async fn load(kernel: &Kernel, page: Page, actor: &Actor) -> Result<Show> {
    let own = rules::own_record(actor);
    let since = calendar::since(&mut kernel.db.read().await?, &own).await?;
    let choice = reminders::choice(kernel, &own).await?;
    Ok(Show {
        since,
        form: Form::of(&[("zone", actor.zone.as_deref().unwrap_or_default()), ("reminders", &choice)]),
        choices: reminders::CHOICES.iter().map(|c| ((*c).to_owned(), page.t.t(&format!("remind-{c}")))).collect(),
        address: None,
        page,
    })
}

pub async fn show(State(kernel): State<Kernel>, page: Page, actor: Actor) -> Result<Response> {
    html(&load(&kernel, page, &actor).await?)
}

pub async fn zone(State(kernel): State<Kernel>, page: Page, actor: Actor, mut form: Form) -> Result<Response> {
    let zone = form.optional("zone");
    let found = zone.as_deref().and_then(zone::typed);
    if found.is_none() && zone.is_some() {
        form.reject("zone", "wrong-zone");
        let mut page = load(&kernel, page, &actor).await?;
        page.form = form;
        return unaccepted(&page);
    }
    calendar::set_zone(&kernel, &rules::own_record(&actor), found.as_deref()).await?;
    Ok(see("/me/calendar"))
}

/// When she wants to be reminded.
pub async fn remind(State(kernel): State<Kernel>, page: Page, actor: Actor, mut form: Form) -> Result<Response> {
    let choice = form.required("reminders");
    if !reminders::CHOICES.contains(&choice.as_str()) {
        form.reject("reminders", "wrong-choice");
        let mut page = load(&kernel, page, &actor).await?;
        page.form = form;
        return unaccepted(&page);
    }
    reminders::choose(&kernel, &rules::own_record(&actor), &choice).await?;
    Ok(see("/me/calendar"))
}

/// Makes a new address and shows it, this once.
pub async fn make(State(kernel): State<Kernel>, page: Page, actor: Actor, form: Form) -> Result<Response> {
    let press = form.once(&kernel, Some(&actor.person_id), &page, "/me/calendar");
    let token = calendar::make(&press, &rules::own_record(&actor), actor.strength.opens_staff_roles()).await?;
    let mut page = load(&kernel, page, &actor).await?;
    page.address = Some(format!("{}/calendars/{token}/calendar.ics", kernel.config.base_url));
    html(&page)
}

pub async fn revoke(State(kernel): State<Kernel>, actor: Actor) -> Result<Response> {
    calendar::revoke(&kernel, &rules::own_record(&actor)).await?;
    Ok(see("/me/calendar"))
}

/// What a calendar reads. One that has it already is told so.
pub async fn feed(State(kernel): State<Kernel>, headers: HeaderMap, Path(token): Path<String>) -> Result<Response> {
    let text = calendar::feed(&kernel, &token).await?.ok_or(Error::NotFound)?;
    let etag = format!("\"{}\"", &secret::hash(&text)[..32]);
    let cache = (header::CACHE_CONTROL, "private, no-cache".to_owned());
    let known = headers
        .get(header::IF_NONE_MATCH)
        .and_then(|v| v.to_str().ok())
        .is_some_and(|v| v.split(',').any(|e| e.trim().trim_start_matches("W/") == etag));
    if known {
        return Ok((StatusCode::NOT_MODIFIED, [(header::ETAG, etag), cache]).into_response());
    }
    Ok(([(header::CONTENT_TYPE, "text/calendar; charset=utf-8".to_owned()), (header::ETAG, etag), cache], text)
        .into_response())
}
