//! Eligibility: decided one by one with a reason, or at once for all that came in time, or all that came late; and
//! undone.

use axum::extract::{Path, State};
use axum::response::Response;

use super::show::{self, At};
use crate::applications::acts::{self, Undo};
use crate::applications::{model, rules};
use weft_kernel::Kernel;
use weft_kernel::db::Word as _;
use weft_kernel::ids::Id;
use weft_programs::May;
use weft_web::{Error, Form, Result, see};

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
    let to = s.season.path(&format!("applications/{}?decided=1", at.external_id));
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

/// Marks all that are undecided eligible; with `state=late`, all that came late.
pub async fn decide_all(
    State(kernel): State<Kernel>,
    May { permit, s }: May<rules::FillPool>,
    form: Form,
) -> Result<Response> {
    let state = model::State::parse(form.value("state")).unwrap_or(model::State::Undecided);
    Ok(see(&match acts::decide_open(&kernel, &permit, s.actor_id(), state).await? {
        Some((batch, _)) => s.season.path(&format!("applications?marked={batch}")),
        None => s.season.path("applications"),
    }))
}

/// Undoes what was decided in one act.
pub async fn undo_all(
    State(kernel): State<Kernel>,
    May { permit, s }: May<rules::FillPool>,
    form: Form,
) -> Result<Response> {
    let batch = Id::parse(form.value("batch")).ok_or(Error::BadRequest)?;
    let n = acts::undo_eligibility(&kernel, &permit, s.actor_id(), Undo::Batch(&batch)).await?;
    Ok(see(&s.season.path(&format!("applications?undone={n}"))))
}

/// Undoes the latest decision of one application.
pub async fn undo(
    State(kernel): State<Kernel>,
    May { permit, s }: May<rules::FillPool>,
    Path(at): Path<At>,
    form: Form,
) -> Result<Response> {
    let to = s.season.path(&format!("applications/{}?undone=1", at.external_id));
    let press = form.once(&kernel, s.actor_id(), &s.page, &to);
    acts::undo_eligibility(&press, &permit, s.actor_id(), Undo::Latest(&at.external_id)).await?;
    Ok(see(&to))
}
