//! Signing in as a persona of the demo. Outside a demo there is nothing here.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::Response;

use weft_kernel::ids::Id;
use weft_kernel::{Kernel, secret};
use weft_people::pages::{agent, signed_in};
use weft_people::{Strength, acts, store};
use weft_web::route::{get, post};
use weft_web::{Error, Page, Result, Route, html};

#[derive(Template)]
#[template(path = "templates/door.html")]
struct Door {
    page: Page,
    token: String,
    name: String,
}

pub fn routes() -> Vec<Route> {
    vec![get("/demo/{token}", show), post("/demo/{token}", enter)]
}

async fn persona(kernel: &Kernel, token: &str) -> Result<(Id, String)> {
    if !kernel.is_demo {
        return Err(Error::NotFound);
    }
    let mut conn = kernel.db.read().await?;
    let id =
        store::setting(&mut conn, &format!("{}{}", super::LINK, secret::hash(token))).await?.ok_or(Error::NotFound)?;
    let id = Id::stored(id);
    let person = store::person(&mut conn, &id).await?.ok_or(Error::NotFound)?;
    Ok((id, person.display_name))
}

async fn show(State(kernel): State<Kernel>, page: Page, Path(token): Path<String>) -> Result<Response> {
    let (_, name) = persona(&kernel, &token).await?;
    html(&Door { page, token, name })
}

async fn enter(State(kernel): State<Kernel>, headers: HeaderMap, Path(token): Path<String>) -> Result<Response> {
    let (id, _) = persona(&kernel, &token).await?;
    let mut tx = kernel.db.begin().await?;
    let cookie = acts::start(&kernel, &mut tx, &id, Strength::Demo, &agent(&headers)).await?;
    tx.commit().await?;
    Ok(signed_in(&kernel, &headers, &cookie))
}
