//! The versions of an application that was changed: who, when, and what differs from the one before.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;

use super::show::{At, log_look};
use crate::applications::changes::{Difference, differences};
use crate::applications::model::{Answer, Application};
use crate::applications::{rules, store};
use weft_kernel::Kernel;
use weft_programs::{InSeason, May};
use weft_web::{Error, Page, Result, html};

/// One version after the first.
struct Change {
    number: i64,
    at: String,
    by: Option<String>,
    what: Vec<Difference>,
}

#[derive(Template)]
#[template(path = "applications/templates/versions.html")]
struct Show {
    page: Page,
    s: InSeason,
    a: Application,
    /// The last one first.
    changes: Vec<Change>,
    /// What was sent first, and when.
    first: Vec<Answer>,
    first_at: String,
}

pub async fn show(
    State(kernel): State<Kernel>,
    May { permit, s }: May<rules::ReadPool>,
    Path(at): Path<At>,
) -> Result<Response> {
    let mut conn = kernel.db.read().await?;
    let a = store::by_external_id(&mut conn, &permit, &at.external_id).await?.ok_or(Error::NotFound)?;
    let versions = store::versions(&mut conn, &permit, &at.external_id).await?;
    drop(conn);
    log_look(&kernel, &s, &a.person_id, &a.external_id).await?;
    let first = versions.first().ok_or(Error::NotFound)?;
    let moment = |at| s.page.t.moment(at, &s.season.zone);
    let changes = versions.windows(2).rev().map(|pair| Change {
        number: pair[1].version,
        at: moment(pair[1].at),
        by: pair[1].by.clone(),
        what: differences(&pair[0].answers.0, &pair[1].answers.0),
    });
    html(&Show {
        page: s.page.clone(),
        changes: changes.collect(),
        first_at: moment(first.at),
        first: first.answers.0.clone(),
        a,
        s,
    })
}
