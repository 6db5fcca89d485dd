//! Asking to be told, and the page behind the link: confirm, or leave.

use askama::Template;
use axum::Extension;
use axum::extract::{Path, State};
use axum::response::Response;

use super::acts::{self, Wish};
use super::store::{self, Interest};
use weft_kernel::{Kernel, secret};
use weft_people::pages::{ClientAddress, address};
use weft_programs::model::Program;
use weft_programs::{furnish_program, store as programs};
use weft_web::route::{get, post};
use weft_web::{self as web, Error, Form, Page, Result, Route, html, unaccepted};

pub fn routes() -> Vec<Route> {
    vec![
        get("/programs/{program}/interest", show),
        post("/programs/{program}/interest", ask),
        get("/interest/{token}", open),
        post("/interest/{token}", act),
    ]
}

#[derive(Template)]
#[template(path = "interest/templates/ask.html")]
struct Ask {
    page: Page,
    program: Program,
    form: Form,
    scopes: Vec<(String, String)>,
    is_sent: bool,
}

/// Wide enough to say where the work is without a list of one's own in every program.
const SCOPES: [&str; 5] = ["neighborhood", "city", "region", "state", "national"];

async fn page_of(kernel: &Kernel, mut page: Page, slug: &str) -> Result<Ask> {
    let program = programs::program_by_slug(&mut kernel.db.read().await?, slug).await?.ok_or(Error::NotFound)?;
    let t = page.t;
    furnish_program(&mut page, &program);
    let mut scopes = vec![(String::new(), t.t("choose"))];
    scopes.extend(SCOPES.iter().map(|s| ((*s).to_owned(), t.t(&format!("interest-scope-{s}")))));
    Ok(Ask { page, program, form: Form::default(), scopes, is_sent: false })
}

async fn show(State(kernel): State<Kernel>, page: Page, Path(slug): Path<String>) -> Result<Response> {
    html(&page_of(&kernel, page, &slug).await?)
}

async fn ask(
    State(kernel): State<Kernel>,
    page: Page,
    Path(slug): Path<String>,
    client: Option<Extension<ClientAddress>>,
    mut form: Form,
) -> Result<Response> {
    let mut ask = page_of(&kernel, page, &slug).await?;
    let email = form.email("email");
    let short = |form: &Form, name: &str| form.value(name).chars().take(200).collect::<String>();
    let (name, source) = (short(&form, "name"), short(&form, "source"));
    let scope = form.value("scope").to_owned();
    if !scope.is_empty() && !SCOPES.contains(&scope.as_str()) {
        form.reject("scope", "wrong-choice");
    }
    if !form.is_checked("agree", "yes") {
        form.reject("agree", "wrong-agree");
    }
    if !form.is_accepted() {
        ask.form = form;
        return unaccepted(&ask);
    }
    let wish = Wish { email: &email, name: &name, scope: &scope, source: &source };
    let press = form.once(&kernel, None, &ask.page, "");
    match web::in_even_time(acts::ask(&press, &ask.program, ask.page.t.0, &wish, &address(client.as_ref()))).await {
        // Pressed again: the same page, and no second letter.
        Ok(()) | Err(Error::Again(_)) => {}
        Err(e) => return Err(e),
    }
    // The same words whether the address was known or not.
    ask.is_sent = true;
    html(&ask)
}

#[derive(Template)]
#[template(path = "interest/templates/mine.html")]
struct Mine {
    page: Page,
    of: Interest,
    token: String,
    has_left: bool,
}

async fn load(kernel: &Kernel, mut page: Page, token: String) -> Result<Mine> {
    let mut conn = kernel.db.read().await?;
    let of = store::by_key(&mut conn, &secret::hash(&token)).await?.ok_or(Error::NotFound)?;
    if let Some(program) = programs::program_by_slug(&mut conn, &of.program_slug).await? {
        furnish_program(&mut page, &program);
    }
    Ok(Mine { page, of, token, has_left: false })
}

async fn open(State(kernel): State<Kernel>, page: Page, Path(token): Path<String>) -> Result<Response> {
    html(&load(&kernel, page, token).await?)
}

async fn act(State(kernel): State<Kernel>, page: Page, Path(token): Path<String>, form: Form) -> Result<Response> {
    let mut mine = load(&kernel, page, token).await?;
    match form.value("act") {
        "confirm" => {
            acts::confirm(&kernel, &mine.of, &secret::hash(&mine.token)).await?;
            mine.of.confirmed_at = Some(kernel.now());
        }
        "leave" => {
            acts::leave(&kernel, &mine.of).await?;
            mine.has_left = true;
        }
        _ => return Err(Error::BadRequest),
    }
    html(&mine)
}
