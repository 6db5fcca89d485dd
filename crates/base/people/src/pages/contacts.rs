//! Ways to reach a person: several, each from a day to a day. A new address counts once the link sent to it
//! was used, and the old addresses are told.

use askama::Template;
use axum::Extension;
use axum::extract::{Path, State};
use axum::response::Response;

use super::{ClientAddress, address, me, proof};
use crate::contacts::{self, Confirmation, Ending};
use crate::{Actor, ContactKind, acts, rules};
use weft_kernel::Kernel;
use weft_kernel::ids::Id;
use weft_web::{Error, Form, Page, Result, html, see, unaccepted};

#[derive(Template)]
#[template(path = "templates/confirm_address.html")]
struct Confirm {
    page: Page,
    token: String,
    is_refused: bool,
}

pub async fn add(
    State(kernel): State<Kernel>,
    page: Page,
    actor: Actor,
    client: Option<Extension<ClientAddress>>,
    mut form: Form,
) -> Result<Response> {
    let is_email = ContactKind::parse(form.value("kind")) != Some(ContactKind::Phone);
    let value = if is_email { form.email("contact") } else { form.required("contact") };
    if !is_email && (value.chars().filter(char::is_ascii_digit).count() < 7 || value.chars().count() > 40) {
        form.reject("contact", "wrong-phone");
    }
    if !form.is_accepted() {
        return unaccepted(&me::with_form(&kernel, page, &actor, form).await?);
    }
    if let Some(ask) = proof::asked(&kernel, &page, &actor, &form, "/me/contacts").await? {
        return Ok(ask);
    }
    if is_email {
        acts::throttle(&kernel, "contact", actor.person_id.as_str(), &address(client.as_ref()), "").await?;
        contacts::ask_to_confirm(
            &form.once(&kernel, Some(&actor.person_id), &page, "/me?sent=1#contacts"),
            &actor,
            &value,
        )
        .await?;
        return Ok(see("/me?sent=1#contacts"));
    }
    contacts::add_phone(
        &form.once(&kernel, Some(&actor.person_id), &page, "/me#contacts"),
        &rules::own_record(&actor),
        &value,
    )
    .await?;
    Ok(see("/me#contacts"))
}

pub async fn end(State(kernel): State<Kernel>, actor: Actor, Path(id): Path<String>) -> Result<Response> {
    let id = Id::parse(&id).ok_or(Error::NotFound)?;
    match contacts::end(&kernel, &rules::own_record(&actor), &id).await? {
        Ending::Ended => Ok(see("/me#contacts")),
        Ending::Stays => Err(Error::NotFound),
    }
}

pub async fn ask(page: Page, Path(token): Path<String>) -> Result<Response> {
    html(&Confirm { page, token, is_refused: false })
}

pub async fn confirm(
    State(kernel): State<Kernel>,
    page: Page,
    actor: Actor,
    Path(token): Path<String>,
) -> Result<Response> {
    match contacts::confirm(&kernel, &actor, &token).await? {
        Confirmation::Taken => Ok(see("/me#contacts")),
        // One answer for both: whose an address is, is not said.
        Confirmation::NoLink | Confirmation::Held => unaccepted(&Confirm { page, token, is_refused: true }),
    }
}
