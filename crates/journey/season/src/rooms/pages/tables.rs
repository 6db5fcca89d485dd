//! Making, posting and exporting tables.

use axum::extract::{Path, State};
use axum::response::Response;

use super::console::load;
use super::{At, find, path};
use crate::gatherings::rules::RunGathering;
use crate::rooms::tables::{self, How, MODES};
use weft_kernel::Kernel;
use weft_programs::May;
use weft_web::{Error, Form, Result, download, see, unaccepted};

pub async fn make(
    State(kernel): State<Kernel>,
    May { permit: run, s }: May<RunGathering>,
    Path(at): Path<At>,
    mut form: Form,
) -> Result<Response> {
    let actor = s.actor_id().cloned().ok_or(Error::NotFound)?;
    let (_, x) = find(&mut kernel.db.read().await?, run.see(), &at).await?;
    let mode = form.required("mode");
    if !mode.is_empty() && !MODES.contains(&mode.as_str()) {
        form.reject("mode", "wrong-choice");
    }
    let size = if mode == "fresh" { form.number("size", 2..=12) } else { 4 };
    let asked = s.page.clone();
    let mut page = load(&kernel, &run, s, &at).await?;
    if form.is_accepted() {
        let press = form.once(&kernel, Some(&actor), &asked, &format!("{}/console#tables", page.path()));
        let how = How { mode: &mode, size: usize::try_from(size).unwrap_or(4) };
        match tables::make(&press, &run, &actor, &x, &page.here(), how).await?.fault() {
            None => return Ok(see(&format!("{}/console#tables", page.path()))),
            Some(fault) => form.reject("mode", fault),
        }
    }
    page.form = form;
    unaccepted(&page)
}

pub async fn post(
    State(kernel): State<Kernel>,
    May { permit: run, s }: May<RunGathering>,
    Path(at): Path<At>,
    form: Form,
) -> Result<Response> {
    let actor = s.actor_id().cloned().ok_or(Error::NotFound)?;
    let (m, x) = find(&mut kernel.db.read().await?, run.see(), &at).await?;
    let n = form.value("n").parse().map_err(|_| Error::BadRequest)?;
    tables::post(&kernel, &run, &actor, &x, n).await?;
    Ok(see(&format!("{}/console#tables", path(&s, m.gathering.number, &x.id))))
}

/// Seats those who came later, and frees the seats of those who are away.
pub async fn reseat(
    State(kernel): State<Kernel>,
    May { permit: run, s }: May<RunGathering>,
    Path(at): Path<At>,
) -> Result<Response> {
    let actor = s.actor_id().cloned().ok_or(Error::NotFound)?;
    let (_, x) = find(&mut kernel.db.read().await?, run.see(), &at).await?;
    let page = load(&kernel, &run, s, &at).await?;
    tables::reseat(&kernel, &run, &actor, &x, &page.here()).await?;
    Ok(see(&format!("{}/console#tables", page.path())))
}

/// The newest seating as meeting services take it: a room and an address in each row.
pub async fn export(
    State(kernel): State<Kernel>,
    May { permit: run, s }: May<RunGathering>,
    Path(at): Path<At>,
) -> Result<Response> {
    let mut conn = kernel.db.read().await?;
    let (_, x) = find(&mut conn, run.see(), &at).await?;
    let (_, seats) = tables::newest(&mut conn, &x.id, false).await?.ok_or(Error::NotFound)?;
    let mut rows = vec![vec!["Pre-assign Room Name".to_owned(), "Email Address".to_owned()]];
    rows.extend(seats.into_iter().map(|seat| vec![seat.table(&s.page.t), seat.email.unwrap_or_default()]));
    Ok(download::csv("breakout-rooms.csv", &rows))
}
