//! What one said one needs: who reads it, and handing it over to someone who is named later. By sign-in on one's own
//! page, or by the link of a letter for those without an account. Looking changes nothing; buttons do.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;

use crate::needs::{self, Need, OwnNeed, Standing};
use crate::{Actor, rules};
use weft_kernel::Kernel;
use weft_kernel::i18n::Tr;
use weft_kernel::ids::Id;
use weft_web::{Error, Form, Page, Result, Support, html, see, unaccepted};

/// Longest need, in characters.
const LONGEST: usize = 2_000;

#[derive(Template)]
#[template(path = "templates/needs.html")]
struct Show {
    page: Page,
    form: Form,
    action: String,
    need: Option<Need>,
    /// What was done just now.
    done: Option<String>,
}

/// What was done just now with a need, in words: `is_after` says whether the page's address names it.
pub fn said(t: Tr, need: &Need, is_after: impl Fn(&str) -> bool) -> Option<String> {
    match ["shared", "kept", "changed"].into_iter().find(|what| is_after(what))? {
        "shared" => Some(t.a("need-done-shared", "name", need.name())).filter(|_| need.standing() == Standing::Shared),
        "kept" => Some(t.t("need-done-kept")),
        _ => Some(t.t("need-done-changed")),
    }
}

impl Show {
    /// The page of a need, with whom to ask about its season.
    fn of(mut page: Page, form: Form, action: String, need: &Need) -> Self {
        page.support = Support {
            name: need.support_name.clone(),
            email: need.support_email.clone(),
            phone: need.support_phone.clone(),
        };
        let done = said(page.t, need, |what| page.is_after(&format!("done={what}")));
        Self { page, form, action, need: Some(need.clone()), done }
    }
}

/// What a button did, as a page's address says it.
fn done(form: &Form) -> &'static str {
    match form.value("act") {
        "share" => "shared",
        "keep" => "kept",
        "change" => "changed",
        _ => "removed",
    }
}

/// Does what a button asks for; the form keeps what is wrong with it.
async fn act(kernel: &Kernel, own: &OwnNeed, form: &mut Form) -> Result<()> {
    let shown = form.value("reader").to_owned();
    let outcome = match form.value("act") {
        "share" => needs::share(kernel, own, &shown).await?,
        "keep" => needs::keep(kernel, own, &shown).await?,
        "remove" => {
            needs::remove(kernel, own).await?;
            return Ok(());
        }
        "change" => {
            let text = form.required("need");
            if text.chars().count() > LONGEST {
                form.reject_with("need", "wrong-longer-than", LONGEST.to_string());
            }
            if !form.is_accepted() {
                return Ok(());
            }
            needs::change(kernel, own, &text, &shown).await?
        }
        _ => return Err(Error::BadRequest),
    };
    if let Some(fault) = outcome.fault() {
        form.reject("need", fault);
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
    html(&Show::of(page, filled(own.need()), format!("/access-needs/{token}"), own.need()))
}

pub async fn answer(
    State(kernel): State<Kernel>,
    page: Page,
    Path(token): Path<String>,
    mut form: Form,
) -> Result<Response> {
    let own = by_link(&kernel, &token).await?;
    act(&kernel, &own, &mut form).await?;
    let action = format!("/access-needs/{token}");
    if !form.is_accepted() {
        let need = by_link(&kernel, &token).await?.need().clone();
        return unaccepted(&Show::of(page, form, action, &need));
    }
    if form.value("act") == "remove" {
        return html(&Show { need: None, form: Form::default(), ..Show::of(page, form, action, own.need()) });
    }
    Ok(see(&format!("{action}?done={}", done(&form))))
}

pub async fn of_own(
    State(kernel): State<Kernel>,
    page: Page,
    actor: Actor,
    Path(id): Path<String>,
    mut form: Form,
) -> Result<Response> {
    let record = rules::own_record(&actor);
    let id = Id::parse(&id).ok_or(Error::NotFound)?;
    let own = needs::one(&mut kernel.db.read().await?, &record, &id).await?.ok_or(Error::NotFound)?;
    act(&kernel, &own, &mut form).await?;
    if form.is_accepted() {
        // Once it is deleted there may be no such part of the page.
        let place = if form.value("act") == "remove" { "" } else { "#access-needs" };
        return Ok(see(&format!("/me?need-{}={id}{place}", done(&form))));
    }
    let need = needs::one(&mut kernel.db.read().await?, &record, &id).await?.ok_or(Error::NotFound)?.need().clone();
    unaccepted(&Show::of(page, form, format!("/me/access-needs/{id}"), &need))
}
