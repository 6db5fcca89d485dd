//! Before a grave act, such as giving someone a role or taking a list of people away, whoever signed in with two
//! factors shows the second one again, unless she did so in the last ten minutes. What she had typed waits in the form.

use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;

use super::{Next, off_for};
use crate::Actor;
use crate::acts::{self, Typed};
use weft_kernel::Kernel;
use weft_web::{Form, Page, Result, html, local_path, see, unaccepted};

#[derive(Template)]
#[template(path = "templates/proof.html")]
struct Ask {
    page: Page,
    form: Form,
    action: String,
    /// What was typed on the page before.
    kept: Vec<(String, String)>,
}

const CODE: &str = weft_web::form::PROOF;

/// The page that asks for the code and sends `form` on to `action`, or nothing when the act may go on.
pub async fn asked(kernel: &Kernel, page: &Page, actor: &Actor, form: &Form, action: &str) -> Result<Option<Response>> {
    if actor.is_fresh(kernel.now()) {
        return Ok(None);
    }
    let given = form.value(CODE).to_owned();
    let mut shown = Form::default();
    if !given.is_empty() {
        match acts::prove_again(kernel, actor, &given).await? {
            Typed::Right(()) => return Ok(None),
            Typed::Wrong => shown.reject(CODE, "wrong-totp"),
            Typed::Off(until) => shown.reject_with(CODE, "wrong-totp-off", off_for(kernel, page.t, until)),
            Typed::Lost => shown.reject(CODE, "wrong-factor-lost"),
        }
    }
    let kept = form.fields().iter().filter(|(n, _)| n != CODE).cloned().collect();
    let ask = Ask { page: page.clone(), form: shown, action: action.to_owned(), kept };
    if ask.form.is_accepted() { html(&ask).map(Some) } else { unaccepted(&ask).map(Some) }
}

/// For what is fetched, not sent, such as a file: off to the page that asks, and back after.
pub fn sent_away(kernel: &Kernel, actor: &Actor, back: &str) -> Option<Response> {
    let to = || see(&format!("/sign-in/again?{}", serde_urlencoded::to_string([("next", back)]).unwrap_or_default()));
    (!actor.is_fresh(kernel.now())).then(to)
}

pub async fn again(
    State(kernel): State<Kernel>,
    page: Page,
    actor: Actor,
    Query(next): Query<Next>,
) -> Result<Response> {
    let form = Form::of(&[("next", local_path(&next.next))]);
    Ok(asked(&kernel, &page, &actor, &form, "/sign-in/again").await?.unwrap_or_else(|| see(local_path(&next.next))))
}

pub async fn check(State(kernel): State<Kernel>, page: Page, actor: Actor, form: Form) -> Result<Response> {
    Ok(asked(&kernel, &page, &actor, &form, "/sign-in/again")
        .await?
        .unwrap_or_else(|| see(local_path(form.value("next")))))
}
