//! The first run: whoever holds the token that `weft serve` printed once becomes the owner.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;

use super::password::to_second_step;
use crate::model::NewPerson;
use crate::{acts, address, rules, store};
use weft_kernel::{Kernel, events, secret};
use weft_web::{Error, Form, Page, Result, html, unaccepted};

/// The setting that holds the hash of the owner token until it is used.
pub const OWNER_TOKEN: &str = "owner_token";

#[derive(Template)]
#[template(path = "templates/first_run.html")]
struct FirstRun {
    page: Page,
    form: Form,
    token: String,
}

async fn is_open(kernel: &Kernel, token: &str) -> Result<bool> {
    let stored = store::setting(&mut kernel.db.read().await?, OWNER_TOKEN).await?;
    Ok(stored.is_some_and(|s| secret::same(&s, &secret::hash(token))))
}

pub async fn ask(State(kernel): State<Kernel>, page: Page, Path(token): Path<String>) -> Result<Response> {
    if !is_open(&kernel, &token).await? {
        return Err(Error::NotFound);
    }
    html(&FirstRun { page, form: Form::default(), token })
}

pub async fn make_owner(
    State(kernel): State<Kernel>,
    page: Page,
    Path(token): Path<String>,
    mut form: Form,
) -> Result<Response> {
    if !is_open(&kernel, &token).await? {
        return Err(Error::NotFound);
    }
    let (given_name, family_name) = (form.value("given_name").to_owned(), form.value("family_name").to_owned());
    if given_name.is_empty() && family_name.is_empty() {
        form.reject("given_name", "wrong-name-missing");
    }
    let email = form.email("email");
    let password = form.required("password");
    if let Some(fault) = rules::password_fault(&password, &email) {
        form.reject("password", fault);
    }
    if !form.is_accepted() {
        return unaccepted(&FirstRun { page, form, token });
    }
    let hash = acts::hash_password(&password).await?;
    let mut tx = kernel.db.begin().await?;
    if address::is_held(&mut tx, &address::Typed::new(&email)).await? {
        form.reject("email", "wrong-address-held");
        return unaccepted(&FirstRun { page, form, token });
    }
    if !store::take_setting(&mut tx, OWNER_TOKEN, &secret::hash(&token)).await? {
        return Err(Error::NotFound);
    }
    let new = NewPerson { given_name, family_name, email, lang: page.t.0, ..NewPerson::default() };
    let person = store::insert_person(&kernel, &mut tx, &new).await?;
    store::insert_owner_role(&kernel, &mut tx, &person).await?;
    store::set_password(&kernel, &mut tx, &person, &hash).await?;
    let event =
        events::Event { actor: Some(&person), verb: "owner.made", subject: &person, season: None, detail: None };
    events::record(&kernel, &mut tx, event).await?;
    tx.commit().await?;
    let step = acts::second_step(&kernel, &person, true).await?;
    Ok(to_second_step(&kernel, &step))
}
