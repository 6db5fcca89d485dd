//! The outbox: what waits, what could not be delivered, what was sent. For the owner.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;

use crate::kernel::Kernel;
use crate::kernel::ids::Id;
use crate::kernel::outbox::{self, Letter};
use crate::people::Actor;
use crate::programs::rules::{self, KeepHouse};
use crate::programs::store;
use crate::web::route::{get, post};
use crate::web::{Error, Page, Result, Route, html, see};

#[derive(Template)]
#[template(path = "app/templates/outbox.html")]
struct Show {
    page: Page,
    letters: Vec<Letter>,
}

pub fn routes() -> Vec<Route> {
    vec![get("/outbox", show), post("/outbox/{id}/resend", resend)]
}

async fn permit(kernel: &Kernel, actor: &Actor) -> Result<KeepHouse> {
    let held = store::house_roles(&mut kernel.db.read().await?, &actor.person_id).await?;
    rules::may_keep_house(&rules::effective(held, actor.strength)).ok_or(Error::NotFound)
}

async fn show(State(kernel): State<Kernel>, page: Page, actor: Actor) -> Result<Response> {
    permit(&kernel, &actor).await?;
    let letters = outbox::letters(&mut kernel.db.read().await?).await?;
    html(&Show { page, letters })
}

async fn resend(State(kernel): State<Kernel>, actor: Actor, Path(id): Path<String>) -> Result<Response> {
    permit(&kernel, &actor).await?;
    let id = Id::parse(&id).ok_or(Error::NotFound)?;
    if !outbox::resend(&kernel, &actor.person_id, &id).await? {
        return Err(Error::NotFound);
    }
    Ok(see("/outbox"))
}
