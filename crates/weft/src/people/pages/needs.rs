//! What one said one needs: who reads it, and handing it over to someone who is named later. By sign-in on one's own page, or by the link
//! of a letter for those without an account. Looking changes nothing; buttons do.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;

use crate::kernel::Kernel;
use crate::kernel::ids::Id;
use crate::people::needs::{self, Need, OwnNeed};
use crate::people::{Actor, rules};
use crate::web::{Error, Form, Page, Result, html, see, unaccepted};

/// Longest need, in characters.
const LONGEST: usize = 2_000;

#[derive(Template)]
#[template(path = "people/templates/needs.html")]
struct Show {
    page: Page,
    form: Form,
    action: String,
    need: Option<Need>,
}

/// Does what a button asks for; the form keeps what is wrong with it.
async fn act(kernel: &Kernel, own: &OwnNeed, form: &mut Form) -> Result<()> {
    let shown = form.value("reader").to_owned();
    let is_done = match form.value("act") {
        "share" => needs::share(kernel, own, &shown).await?,
        "keep" => needs::keep(kernel, own, &shown).await?,
        "remove" => {
            needs::remove(kernel, own).await?;
            true
        }
        "change" => {
            let text = form.required("need");
            if text.chars().count() > LONGEST {
                form.reject_with("need", "wrong-longer-than", LONGEST.to_string());
            }
            !form.is_accepted() || needs::change(kernel, own, &text, &shown).await?
        }
        _ => return Err(Error::BadRequest),
    };
    if !is_done {
        // The page showed someone who is not named any more.
        form.reject("need", "wrong-reader");
    }
    Ok(())
}

async fn by_link(kernel: &Kernel, token: &str) -> Result<OwnNeed> {
    needs::by_token(kernel, &mut kernel.db.read().await?, token).await?.ok_or(Error::NotFound)
}

fn filled(need: &Need) -> Form {
    Form::of(&[("need", &need.value)])
}

pub async fn show(State(kernel): State<Kernel>, page: Page, Path(token): Path<String>) -> Result<Response> {
    let own = by_link(&kernel, &token).await?;
    html(&Show { page, form: filled(own.need()), action: format!("/access-needs/{token}"), need: Some(own.need().clone()) })
}

pub async fn answer(State(kernel): State<Kernel>, page: Page, Path(token): Path<String>, mut form: Form) -> Result<Response> {
    let own = by_link(&kernel, &token).await?;
    act(&kernel, &own, &mut form).await?;
    let action = format!("/access-needs/{token}");
    if !form.is_accepted() {
        let need = by_link(&kernel, &token).await?.need().clone();
        return unaccepted(&Show { page, form, action, need: Some(need) });
    }
    if form.value("act") == "remove" { html(&Show { page, form: Form::default(), action, need: None }) } else { Ok(see(&action)) }
}

pub async fn of_own(State(kernel): State<Kernel>, page: Page, actor: Actor, Path(id): Path<String>, mut form: Form) -> Result<Response> {
    let record = rules::own_record(&actor);
    let id = Id::parse(&id).ok_or(Error::NotFound)?;
    let own = needs::one(&mut kernel.db.read().await?, &record, &id).await?.ok_or(Error::NotFound)?;
    act(&kernel, &own, &mut form).await?;
    if form.is_accepted() {
        return Ok(see("/me#access-needs"));
    }
    let need = needs::one(&mut kernel.db.read().await?, &record, &id).await?.ok_or(Error::NotFound)?.need().clone();
    unaccepted(&Show { page, form, action: format!("/me/access-needs/{id}"), need: Some(need) })
}
