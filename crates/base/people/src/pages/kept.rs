//! What was typed after a sign-in had ended, to be sent now or discarded.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::Response;

use super::{KEPT, cookie};
use crate::Actor;
use crate::kept::{self, Kept};
use weft_kernel::Kernel;
use weft_kernel::ids::Id;
use weft_web::error::typed;
use weft_web::{Error, Page, Result, html, see};

#[derive(Template)]
#[template(path = "templates/kept_forms.html")]
struct Show {
    page: Page,
    kept: Vec<Kept>,
}

impl Show {
    fn typed<'k>(&self, kept: &'k Kept) -> Vec<(String, &'k str)> {
        typed(self.page.t, &kept.typed.fields)
    }
}

pub async fn show(State(kernel): State<Kernel>, page: Page, actor: Actor, headers: HeaderMap) -> Result<Response> {
    let key = cookie(&kernel, &headers, KEPT).unwrap_or_default();
    let kept = kept::all(&kernel, &actor, key).await?;
    html(&Show { page, kept })
}

pub async fn discard(
    State(kernel): State<Kernel>,
    actor: Actor,
    headers: HeaderMap,
    Path(id): Path<String>,
) -> Result<Response> {
    let id = Id::parse(&id).ok_or(Error::NotFound)?;
    kept::discard(&kernel, &actor, cookie(&kernel, &headers, KEPT).unwrap_or_default(), &id).await?;
    Ok(see("/kept-forms?discarded=1"))
}
