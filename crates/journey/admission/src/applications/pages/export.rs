//! A list that leaves the site: what it is for, which columns, which applications; proof first.

use std::collections::BTreeSet;

use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;

use crate::applications::exports::{self, Purpose, Wanted};
use crate::applications::rules;
use crate::applications::store::{self, Filter};
use weft_kernel::Kernel;
use weft_people::pages::proof;
use weft_programs::{InSeason, May};
use weft_web::{Error, Form, Page, Result, download, html, unaccepted};

#[derive(Template)]
#[template(path = "applications/templates/export.html")]
struct Show {
    page: Page,
    s: InSeason,
    form: Form,
    filter: Filter,
    purpose: Purpose,
    /// How many applications the list holds.
    n: usize,
    /// The same page for each purpose.
    purposes: Vec<(Purpose, String)>,
}

impl Show {
    /// Whether a column is chosen: as it was sent, or as is usual.
    fn is_chosen(&self, column: &str) -> bool {
        if self.form.fields().is_empty() {
            self.purpose.is_usual(column)
        } else {
            self.form.is_checked("column", column)
        }
    }
}

async fn load(
    kernel: &Kernel,
    s: InSeason,
    permit: &rules::ReadPool,
    (filter, purpose): (Filter, Purpose),
    form: Form,
) -> Result<Show> {
    let n = store::matching(&mut kernel.db.read().await?, permit, &filter).await?.len();
    let purposes = Purpose::ALL.map(|p| {
        let own = filter.query(&[("purpose", p.name().to_owned())]);
        (p, s.season.path(&format!("applications/export?{own}")))
    });
    Ok(Show { page: s.page.clone(), s, form, filter, purpose, n, purposes: purposes.to_vec() })
}

#[derive(serde::Deserialize, Default)]
#[serde(default)]
pub struct For {
    purpose: String,
}

pub async fn show(
    State(kernel): State<Kernel>,
    May { permit, s }: May<rules::ReadPool>,
    Query(filter): Query<Filter>,
    Query(wants): Query<For>,
) -> Result<Response> {
    let purpose = Purpose::parse(&wants.purpose).unwrap_or(Purpose::Contacts);
    html(&load(&kernel, s, &permit, (filter, purpose), Form::default()).await?)
}

pub async fn make(
    State(kernel): State<Kernel>,
    May { permit, s }: May<rules::ReadPool>,
    mut form: Form,
) -> Result<Response> {
    let actor = s.actor.clone().ok_or(Error::NotFound)?;
    let purpose = Purpose::parse(form.value("purpose")).ok_or(Error::BadRequest)?;
    let filter = Filter::of(&form);
    let columns: Vec<&'static str> =
        purpose.columns().iter().copied().filter(|c| form.is_checked("column", c)).collect();
    if columns.is_empty() {
        form.reject("column", "wrong-export-columns");
        return unaccepted(&load(&kernel, s, &permit, (filter, purpose), form).await?);
    }
    if let Some(ask) = proof::asked(&kernel, &s.page, &actor, &form, &s.season.path("applications/export")).await? {
        return Ok(ask);
    }
    let found = store::matching(&mut kernel.db.read().await?, &permit, &filter).await?;
    let applications: BTreeSet<String> = found.into_iter().map(|l| l.id.to_string()).collect();
    let wanted = Wanted { purpose, columns, applications: &applications };
    let who = (&actor.person_id, s.page.t, s.season.zone.as_str());
    let rows = exports::make(&kernel, &permit, who, &wanted).await?;
    let name = format!("applications-{}", purpose.name());
    if form.value("format") == "xlsx" {
        download::xlsx(&format!("{name}.xlsx"), &rows)
    } else {
        Ok(download::csv(&format!("{name}.csv"), &rows))
    }
}
