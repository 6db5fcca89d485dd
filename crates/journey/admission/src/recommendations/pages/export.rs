//! A list of recommendations that leaves the site: what it is for, which columns; proof first.

use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use serde::Deserialize;

use crate::recommendations::exports::{self, Purpose};
use crate::recommendations::rules::RunRecommendations;
use weft_kernel::Kernel;
use weft_people::pages::proof;
use weft_programs::{InSeason, May};
use weft_web::{Error, Form, Page, Result, download, html, unaccepted};

#[derive(Template)]
#[template(path = "recommendations/templates/export.html")]
struct Show {
    page: Page,
    s: InSeason,
    form: Form,
    purpose: Purpose,
}

impl Show {
    /// Whether a column is chosen: as it was sent, or all of them to begin with.
    fn is_chosen(&self, column: &str) -> bool {
        self.form.fields().is_empty() || self.form.is_checked("column", column)
    }

    fn path_for(&self, purpose: impl std::borrow::Borrow<Purpose>) -> String {
        self.s.season.path(&format!("recommendations/export?purpose={}", purpose.borrow().name()))
    }
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct For {
    purpose: String,
}

pub async fn show(May { permit: _, s }: May<RunRecommendations>, Query(wants): Query<For>) -> Result<Response> {
    let purpose = Purpose::parse(&wants.purpose).unwrap_or(Purpose::FollowUp);
    html(&Show { page: s.page.clone(), s, form: Form::default(), purpose })
}

pub async fn make(
    State(kernel): State<Kernel>,
    May { permit, s }: May<RunRecommendations>,
    mut form: Form,
) -> Result<Response> {
    let actor = s.actor.clone().ok_or(Error::NotFound)?;
    let purpose = Purpose::parse(form.value("purpose")).ok_or(Error::BadRequest)?;
    let columns: Vec<&'static str> =
        purpose.columns().iter().copied().filter(|c| form.is_checked("column", c)).collect();
    if columns.is_empty() {
        form.reject("column", "wrong-export-columns");
        return unaccepted(&Show { page: s.page.clone(), s, form, purpose });
    }
    let here = s.season.path("recommendations/export");
    if let Some(ask) = proof::asked(&kernel, &s.page, &actor, &form, &here).await? {
        return Ok(ask);
    }
    let who = (&actor.person_id, s.page.t, s.season.zone.as_str());
    let rows = exports::make(&kernel, &permit, who, (purpose, &columns)).await?;
    let name = format!("recommendations-{}", purpose.name());
    if form.value("format") == "xlsx" {
        download::xlsx(&format!("{name}.xlsx"), &rows)
    } else {
        Ok(download::csv(&format!("{name}.csv"), &rows))
    }
}
