//! The page that ends someone's daily email: by the link in it, without signing in, and by a mail program's own button
//! (RFC 8058).

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;

use super::store;
use weft_kernel::{Kernel, secret};
use weft_people::digest::{self, Choice};
use weft_web::route::{get, post};
use weft_web::{Error, Form, Page, Result, Route, html};

pub fn routes() -> Vec<Route> {
    vec![get("/daily-email/{token}", show), post("/daily-email/{token}", stop)]
}

#[derive(Template)]
#[template(path = "templates/daily_email.html")]
struct Show {
    page: Page,
    key: String,
    choice: Choice,
    is_done: bool,
}

impl Show {
    fn is(&self, choice: impl std::borrow::Borrow<Choice>) -> bool {
        self.choice == *choice.borrow()
    }
}

async fn show(State(kernel): State<Kernel>, page: Page, Path(key): Path<String>) -> Result<Response> {
    let mut conn = kernel.db.read().await?;
    let person = store::of_key(&mut conn, &secret::hash(&key)).await?.ok_or(Error::NotFound)?;
    let choice = digest::choice(&mut conn, &person).await?;
    html(&Show { page, key, choice, is_done: false })
}

/// Ends them, or begins them again where the form says so. A mail program sends no such field.
async fn stop(State(kernel): State<Kernel>, page: Page, Path(key): Path<String>, form: Form) -> Result<Response> {
    let person = store::of_key(&mut kernel.db.read().await?, &secret::hash(&key)).await?.ok_or(Error::NotFound)?;
    let choice = Choice::parse(form.value("digest")).unwrap_or(Choice::Never);
    digest::choose(&kernel, &person, choice).await?;
    html(&Show { page, key, choice, is_done: true })
}
