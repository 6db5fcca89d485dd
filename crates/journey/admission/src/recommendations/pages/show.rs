//! The recommendations of one application, for its leads: who was named, how far each is, and what came in.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use serde::Deserialize;

use crate::recommendations::model::{Recommendation, said};
use crate::recommendations::rules::RunRecommendations;
use crate::recommendations::store::Asking;
use crate::recommendations::{acts, store};
use weft_kernel::Kernel;
use weft_kernel::ids::Id;
use weft_programs::{InSeason, May};
use weft_web::{Error, Page, Result, html, see};

#[derive(Template)]
#[template(path = "recommendations/templates/show.html")]
struct Show {
    page: Page,
    s: InSeason,
    a: Asking,
    all: Vec<(Recommendation, Vec<(String, String)>)>,
}

#[derive(Deserialize)]
pub struct At {
    external_id: String,
}

pub async fn show(
    State(kernel): State<Kernel>,
    May { permit, s }: May<RunRecommendations>,
    Path(at): Path<At>,
) -> Result<Response> {
    let mut conn = kernel.db.read().await?;
    let asking = store::asking(&mut conn, &permit).await?;
    let a = asking.into_iter().find(|a| a.external_id == at.external_id).ok_or(Error::NotFound)?;
    let counted = store::counted_for(&mut conn, &permit).await?;
    let t = s.page.t;
    let all = store::of_season(&mut conn, &permit)
        .await?
        .into_iter()
        .filter(|r| counted.iter().any(|(id, of)| *id == r.id && *of == a.id))
        .map(|r| {
            let answers = r.answers.as_ref().map_or_else(Vec::new, |answers| said(t, answers));
            (r, answers)
        })
        .collect();
    html(&Show { page: s.page.clone(), s, a, all })
}

#[derive(Deserialize)]
pub struct AtOne {
    external_id: String,
    id: String,
}

/// Takes one out for good: for recommenders who ask for it and have no account to do it themselves.
pub async fn remove(
    State(kernel): State<Kernel>,
    May { permit, s }: May<RunRecommendations>,
    Path(at): Path<AtOne>,
) -> Result<Response> {
    let id = Id::parse(&at.id).ok_or(Error::NotFound)?;
    acts::delete(&kernel, &permit, s.actor_id(), &id).await?;
    Ok(see(&s.season.path(&format!("recommendations/of/{}", at.external_id))))
}
