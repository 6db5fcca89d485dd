//! Beginning changes to what was sent, and giving them up.

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;

use super::{own_now, published};
use crate::call::{changes, stages};
use weft_kernel::Kernel;
use weft_programs::InSeason;
use weft_web::{Error, Form, Result, see};

pub async fn begin(State(kernel): State<Kernel>, s: InSeason, headers: HeaderMap, form: Form) -> Result<Response> {
    let mut conn = kernel.db.read().await?;
    let (call, _) = published(&mut conn, &s).await?;
    let (own, _) = own_now(&kernel, &mut conn, &s, &headers).await?.ok_or(Error::NotFound)?;
    drop(conn);
    let base = format!("/call/{}/application", s.season.slug);
    let is_open = if own.draft().stage > 1 {
        stages::begin_changes(&kernel, &own).await?
    } else {
        changes::begin(&kernel, &own, &call, s.actor.as_ref()).await?
    };
    Ok(see(&match form.value("go") {
        _ if !is_open => base,
        "check" => format!("{base}/check"),
        _ => format!("{base}/1"),
    }))
}

pub async fn discard(State(kernel): State<Kernel>, s: InSeason, headers: HeaderMap) -> Result<Response> {
    let mut conn = kernel.db.read().await?;
    published(&mut conn, &s).await?;
    let (own, _) = own_now(&kernel, &mut conn, &s, &headers).await?.ok_or(Error::NotFound)?;
    drop(conn);
    changes::discard(&kernel, &own).await?;
    Ok(see(&format!("/call/{}/application?given-up=1", s.season.slug)))
}
