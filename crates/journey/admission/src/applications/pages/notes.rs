//! Notes and tags on one application's page.

use axum::extract::{Path, State};
use axum::response::Response;
use serde::Deserialize;

use super::show::{self, At};
use crate::applications::notes::{self, Tagging};
use crate::applications::{rules, store};
use weft_kernel::Kernel;
use weft_kernel::ids::Id;
use weft_programs::May;
use weft_web::{Error, Form, Result, see};

/// Characters of a note at most.
const MOST_NOTE: usize = 10_000;

pub async fn add(
    State(kernel): State<Kernel>,
    May { permit, s }: May<rules::KeepPool>,
    Path(at): Path<At>,
    mut form: Form,
) -> Result<Response> {
    let actor = s.actor_id().cloned().ok_or(Error::NotFound)?;
    let text: String = form.required("note").replace("\r\n", "\n").chars().take(MOST_NOTE).collect();
    if !form.is_accepted() {
        return show::again(&kernel, s, permit.read(), &at, form).await;
    }
    let to = s.season.path(&format!("applications/{}?noted=1#notes", at.external_id));
    notes::add(&form.once(&kernel, Some(&actor), &s.page, &to), permit.fill(), &actor, &at.external_id, &text).await?;
    Ok(see(&to))
}

#[derive(Deserialize)]
pub struct AtNote {
    external_id: String,
    id: String,
}

pub async fn remove(
    State(kernel): State<Kernel>,
    May { permit, s }: May<rules::FillPool>,
    Path(at): Path<AtNote>,
) -> Result<Response> {
    let actor = s.actor_id().cloned().ok_or(Error::NotFound)?;
    let note = Id::parse(&at.id).ok_or(Error::NotFound)?;
    notes::remove(&kernel, &permit, &actor, &at.external_id, &note).await?;
    Ok(see(&s.season.path(&format!("applications/{}?unnoted=1#notes", at.external_id))))
}

/// Puts a tag on, or takes one off.
pub async fn tag(
    State(kernel): State<Kernel>,
    May { permit, s }: May<rules::KeepPool>,
    Path(at): Path<At>,
    mut form: Form,
) -> Result<Response> {
    let actor = s.actor_id().cloned().ok_or(Error::NotFound)?;
    let a = store::by_external_id(&mut kernel.db.read().await?, permit.read(), &at.external_id).await?;
    let a = a.ok_or(Error::NotFound)?;
    let (what, typed) = match form.value("off") {
        "" => (Tagging::On, form.value("tag").to_owned()),
        off => (Tagging::Off, off.to_owned()),
    };
    let Some(tag) = notes::tag(&typed) else {
        form.reject("tag", "wrong-required");
        return show::again(&kernel, s, permit.read(), &at, form).await;
    };
    notes::tag_all(&kernel, permit.fill(), &actor, &[a.id], (what, &tag)).await?;
    Ok(see(&s.season.path(&format!("applications/{}#tags", at.external_id))))
}
