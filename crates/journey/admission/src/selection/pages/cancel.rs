//! The page on which a lead cancels one invitation: what happens, and what the person reads.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use serde::Deserialize;

use crate::selection::cancel::{self, Said};
use crate::selection::rules::Choose;
use crate::selection::store::{self, Waiting};
use weft_kernel::Kernel;
use weft_programs::emails::{Emails, Written};
use weft_programs::{InSeason, May};
use weft_web::{Error, Form, Page, Result, html, see, unaccepted};

#[derive(Template)]
#[template(path = "selection/templates/cancel.html")]
struct Show {
    page: Page,
    s: InSeason,
    form: Form,
    of: Waiting,
    email: Written,
}

#[derive(Deserialize)]
pub struct At {
    external_id: String,
}

/// `None` when nothing waits for an answer any more.
async fn load(kernel: &Kernel, permit: &Choose, s: InSeason, (at, form): (&At, Form)) -> Result<Option<Show>> {
    let mut conn = kernel.db.read().await?;
    let of = store::waiting(&mut conn, permit.see(), &at.external_id, kernel.now()).await?;
    let Some(of) = of else { return Ok(None) };
    let email = cancel::notice(&Emails::of(&mut conn, &s.season).await?, &of, form.value("message"));
    Ok(Some(Show { page: s.page.clone(), s, form, of, email }))
}

pub async fn show(
    State(kernel): State<Kernel>,
    May { permit, s }: May<Choose>,
    Path(at): Path<At>,
) -> Result<Response> {
    let show = load(&kernel, &permit, s, (&at, Form::default())).await?.ok_or(Error::NotFound)?;
    html(&show)
}

pub async fn cancel(
    State(kernel): State<Kernel>,
    May { permit, s }: May<Choose>,
    Path(at): Path<At>,
    mut form: Form,
) -> Result<Response> {
    let words = form.value("message").replace("\r\n", "\n");
    if words.chars().count() > 2_000 {
        form.reject("message", "wrong-note-long");
    }
    let back = s.season.path("invitations");
    let Some(show) = load(&kernel, &permit, s, (&at, form)).await? else {
        // Answered, over or canceled: the list says which.
        return Ok(see(&format!("{back}?canceled=no")));
    };
    if !show.form.is_accepted() {
        return unaccepted(&show);
    }
    let season = &show.s.season;
    let reason = if words.is_empty() { show.page.t.t("cancel-invitation-reason") } else { words.clone() };
    let said = Said { words: &words, aside: show.form.is_checked("aside", "yes").then_some(reason.as_str()) };
    let is_done = cancel::cancel(&kernel, &permit, show.s.actor_id(), season, (&show.of, said)).await?;
    Ok(see(&format!("{back}?canceled={}", if is_done { "yes" } else { "no" })))
}
