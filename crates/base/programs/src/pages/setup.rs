//! A step of a season's setup that is not needed, and is again.

use axum::extract::{Path, State};
use axum::response::Response;

use crate::{May, acts, rules, setup};
use weft_kernel::Kernel;
use weft_web::{Error, Form, Result, see};

pub async fn skip(
    State(kernel): State<Kernel>,
    May { permit: run, s }: May<rules::RunSeason>,
    Path((_, step)): Path<(String, String)>,
    form: Form,
) -> Result<Response> {
    let is_needed = match form.value("act") {
        "skip" => false,
        "undo" => true,
        _ => return Err(Error::BadRequest),
    };
    if !setup::has(&s, &step) {
        return Err(Error::NotFound);
    }
    let actor = s.actor_id().ok_or(Error::NotFound)?;
    acts::need_step(&kernel, &run, actor, &step, is_needed).await?;
    Ok(see(&format!("{}#setup", s.season.path(""))))
}
