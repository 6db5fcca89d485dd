//! The page of an applicant who has no form of ours: a link that we sent opens it.

use axum::Extension;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use serde::Deserialize;

use super::mine::{self, Found, Which};
use crate::recommendations::model::Plan;
use crate::recommendations::store;
use weft_kernel::{Kernel, secret};
use weft_people::pages::{ClientAddress, address};
use weft_programs::{furnish, store as programs};
use weft_web::{Error, Form, Page, Result, html};

async fn found(kernel: &Kernel, token: &str) -> Result<Found> {
    let mut conn = kernel.db.read().await?;
    let (a, own) = store::named_by_link(&mut conn, &secret::hash(token)).await?.ok_or(Error::NotFound)?;
    let plan = store::plan(&mut conn, &a.season_id).await?.filter(Plan::is_on).ok_or(Error::NotFound)?;
    let slug = store::season_slug(&mut conn, &a.season_id).await?.ok_or(Error::NotFound)?;
    let season = programs::season_by_slug(&mut conn, &slug).await?.ok_or(Error::NotFound)?;
    if a.stands == "withdrawn" {
        return Err(Error::NotFound);
    }
    Ok(Found {
        own,
        season,
        plan,
        base: format!("/recommenders/{token}"),
        back: None,
        name: a.display_name,
        is_sent: true,
    })
}

fn furnished(mut page: Page, f: &Found) -> Page {
    furnish(&mut page, &f.season);
    page
}

pub async fn show(
    State(kernel): State<Kernel>,
    page: Page,
    Path(token): Path<String>,
    Query(which): Query<Which>,
) -> Result<Response> {
    let f = found(&kernel, &token).await?;
    let page = furnished(page, &f);
    html(&mine::load(&kernel, page, f, &which.replace, None).await?)
}

pub async fn name(
    State(kernel): State<Kernel>,
    page: Page,
    client: Option<Extension<ClientAddress>>,
    Path(token): Path<String>,
    form: Form,
) -> Result<Response> {
    let f = found(&kernel, &token).await?;
    let page = furnished(page, &f);
    mine::named(&kernel, (None, page), f, &address(client.as_ref()), form).await
}

#[derive(Deserialize)]
pub struct At {
    token: String,
    id: String,
}

pub async fn change(State(kernel): State<Kernel>, Path(at): Path<At>, form: Form) -> Result<Response> {
    let f = found(&kernel, &at.token).await?;
    mine::changed(&kernel, &f, &at.id, &form).await
}
