//! The owners of this house: there is always one, and one can hand over to another.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;

use super::catalog::house_roles;
use crate::acts::{self, Ending, Invitee};
use crate::model::{HeldRole, StaffInvitation};
use crate::rules::{self, KeepHouse};
use crate::store;
use weft_kernel::Kernel;
use weft_kernel::ids::Id;
use weft_people::Actor;
use weft_people::pages::proof;
use weft_web::{Error, Form, Page, Result, html, see, unaccepted};

#[derive(Template)]
#[template(path = "templates/owners.html")]
struct Show {
    page: Page,
    form: Form,
    owners: Vec<HeldRole>,
    open: Vec<StaffInvitation>,
    is_refused: bool,
}

async fn permit(kernel: &Kernel, actor: &Actor) -> Result<KeepHouse> {
    rules::may_keep_house(&house_roles(kernel, Some(actor)).await?).ok_or(Error::NotFound)
}

async fn load(kernel: &Kernel, permit: &KeepHouse, page: Page, form: Form) -> Result<Show> {
    let mut conn = kernel.db.read().await?;
    let owners = store::owners(&mut conn, permit).await?;
    let open = store::owner_invitations(&mut conn, permit, kernel.now()).await?;
    Ok(Show { page, form, owners, open, is_refused: false })
}

pub async fn show(State(kernel): State<Kernel>, page: Page, actor: Actor) -> Result<Response> {
    let permit = permit(&kernel, &actor).await?;
    html(&load(&kernel, &permit, page, Form::default()).await?)
}

pub async fn invite(State(kernel): State<Kernel>, page: Page, actor: Actor, mut form: Form) -> Result<Response> {
    let permit = permit(&kernel, &actor).await?;
    let (name, email) = (form.name("name"), form.email("email"));
    if !form.is_accepted() {
        return unaccepted(&load(&kernel, &permit, page, form).await?);
    }
    if let Some(ask) = proof::asked(&kernel, &page, &actor, &form, "/owners").await? {
        return Ok(ask);
    }
    let press = form.once(&kernel, Some(&actor.person_id), &page, "/owners");
    let who = Invitee { name: &name, email: &email, lang: page.t.0 };
    acts::invite_owner(&press, &permit, &actor.person_id, &who).await?;
    Ok(see("/owners"))
}

/// Ends an owner's role, one's own included; the last one stays.
pub async fn end(
    State(kernel): State<Kernel>,
    page: Page,
    actor: Actor,
    Path(id): Path<String>,
    form: Form,
) -> Result<Response> {
    let permit = permit(&kernel, &actor).await?;
    let id = Id::parse(&id).ok_or(Error::NotFound)?;
    if !store::owners(&mut kernel.db.read().await?, &permit).await?.iter().any(|o| o.id == id) {
        return Err(Error::NotFound);
    }
    if let Some(ask) = proof::asked(&kernel, &page, &actor, &form, &format!("/owners/{id}/end")).await? {
        return Ok(ask);
    }
    if acts::end_owner(&kernel, &permit, &actor.person_id, &id).await? == Ending::Ended {
        return Ok(see("/"));
    }
    let mut show = load(&kernel, &permit, page, Form::default()).await?;
    show.is_refused = true;
    unaccepted(&show)
}
