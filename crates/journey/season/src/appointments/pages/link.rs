//! The same for a guest who comes by an email's link: it opens this one appointment, and changes nothing by itself.

use axum::extract::{Path, Query, State};
use axum::response::Response;

use super::one::{message, page_of};
use super::times::{Asked, chosen, of_own, refuse};
use crate::appointments::acts::{self, Booked};
use crate::appointments::rules::Own;
use crate::appointments::store;
use weft_kernel::db::Conn;
use weft_kernel::{Kernel, secret};
use weft_programs::{Season, furnish, store as programs};
use weft_web::{Error, Form, Page, Result, html, see, unaccepted};

/// What a link opens.
struct Opened {
    page: Page,
    season: Season,
    own: Own,
    key: store::KeyHolder,
    path: String,
    zone: String,
}

async fn open(kernel: &Kernel, conn: &mut Conn, mut page: Page, token: &str) -> Result<Opened> {
    let key = store::by_key(conn, &secret::hash(token), kernel.now()).await?.ok_or(Error::NotFound)?;
    let season = programs::season_by_slug(conn, &key.season_slug).await?.ok_or(Error::NotFound)?;
    furnish(&mut page, &season);
    let zone = key.zone.clone().unwrap_or_else(|| season.zone.clone());
    Ok(Opened { page, season, own: Own::by_link(&key), path: format!("/appointment/{token}"), zone, key })
}

pub async fn show(State(kernel): State<Kernel>, page: Page, Path(token): Path<String>) -> Result<Response> {
    let mut conn = kernel.db.read().await?;
    let o = open(&kernel, &mut conn, page, &token).await?;
    let a = store::one(&mut conn, &o.own, &o.key.appointment_id).await?.ok_or(Error::NotFound)?;
    let of = (o.zone, o.path, true);
    html(&page_of(&kernel, (o.page, o.season), (a, o.key.guest_id), Form::default(), of))
}

pub async fn times(
    State(kernel): State<Kernel>,
    page: Page,
    Path(token): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response> {
    let mut conn = kernel.db.read().await?;
    let o = open(&kernel, &mut conn, page, &token).await?;
    let paths = (format!("{}/times", o.path), o.path);
    let own = (&o.own, &o.key.appointment_id);
    let with = (Form::default(), &asked);
    html(&of_own(&mut conn, o.page, own, with, paths, (kernel.now(), o.zone)).await?)
}

pub async fn shift(
    State(kernel): State<Kernel>,
    page: Page,
    Path(token): Path<String>,
    Query(asked): Query<Asked>,
    mut form: Form,
) -> Result<Response> {
    let o = open(&kernel, &mut kernel.db.read().await?, page, &token).await?;
    let start = chosen(&mut form);
    let own = (&o.own, &o.key.appointment_id);
    if form.is_accepted() {
        match acts::shift(&kernel, own.0, &o.season, own.1, start).await? {
            Booked::Done(_) => return Ok(see(&o.path)),
            came => refuse(&mut form, &came)?,
        }
    }
    let paths = (format!("{}/times", o.path), o.path);
    let mut conn = kernel.db.read().await?;
    let with = (form, &asked);
    unaccepted(&of_own(&mut conn, o.page, own, with, paths, (kernel.now(), o.zone)).await?)
}

pub async fn cancel(
    State(kernel): State<Kernel>,
    page: Page,
    Path(token): Path<String>,
    mut form: Form,
) -> Result<Response> {
    let o = open(&kernel, &mut kernel.db.read().await?, page, &token).await?;
    let words = message(&mut form);
    if !form.is_accepted() {
        let mut conn = kernel.db.read().await?;
        let a = store::one(&mut conn, &o.own, &o.key.appointment_id).await?.ok_or(Error::NotFound)?;
        let of = (o.zone, o.path, true);
        return unaccepted(&page_of(&kernel, (o.page, o.season), (a, o.key.guest_id), form, of));
    }
    acts::cancel(&kernel, &o.own, &o.season, &o.key.appointment_id, &words).await?;
    Ok(see(&o.path))
}
