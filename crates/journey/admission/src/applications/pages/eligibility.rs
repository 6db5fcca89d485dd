//! Whether someone may apply: decided one by one with a reason, or at once for all of whom nothing speaks against it.

use axum::extract::{Path, State};
use axum::response::Response;

use super::show::{self, At};
use crate::applications::{acts, rules};
use weft_kernel::Kernel;
use weft_programs::May;
use weft_web::{Form, Result, see};

pub async fn decide(
    State(kernel): State<Kernel>,
    May { permit, s }: May<rules::KeepPool>,
    Path(at): Path<At>,
    mut form: Form,
) -> Result<Response> {
    let is_eligible = form.value("eligible") == "yes";
    let reason = form.optional("reason");
    if !is_eligible && reason.is_none() {
        form.reject("reason", "wrong-required");
        return show::again(&kernel, s, permit.read(), &at, form).await;
    }
    let to = s.season.path(&format!("applications/{}", at.external_id));
    acts::decide(
        &form.once(&kernel, s.actor_id(), &s.page, &to),
        permit.fill(),
        s.actor_id(),
        &at.external_id,
        is_eligible,
        reason.as_deref(),
    )
    .await?;
    Ok(see(&to))
}

pub async fn decide_all(State(kernel): State<Kernel>, May { permit, s }: May<rules::FillPool>) -> Result<Response> {
    acts::decide_undecided(&kernel, &permit, s.actor_id()).await?;
    Ok(see(&s.season.path("applications")))
}
