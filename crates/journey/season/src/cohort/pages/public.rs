//! The public page of a cohort, and the same numbers as a file: for everyone once it is published, before that for its
//! members and team.

use askama::Template;
use axum::extract::State;
use axum::response::Response;

use super::staff::charts;
use crate::cohort::model::Release;
use crate::cohort::rules::Reading;
use crate::cohort::snapshot::{self, Snapshot};
use crate::cohort::{rules, store};
use weft_kernel::Kernel;
use weft_programs::InSeason;
use weft_programs::model::Objective;
use weft_web::{Error, Page, Result, download, html};

#[derive(Template)]
#[template(path = "cohort/templates/public.html")]
struct Show {
    page: Page,
    s: InSeason,
    snapshot: Snapshot,
    objectives: Vec<Objective>,
    release: Option<Release>,
    is_preview: bool,
}

impl Show {
    fn charts(&self) -> Vec<String> {
        charts(&self.page, &self.snapshot)
    }
}

async fn load(kernel: &Kernel, s: &InSeason) -> Result<(Snapshot, Option<Release>, Reading)> {
    let mut conn = kernel.db.read().await?;
    let release = store::release(&mut conn, &s.season.id).await?;
    let (permit, reading) = rules::may_read_public(s, release.as_ref(), kernel.now()).ok_or(Error::NotFound)?;
    let members = store::members_to_publish(&mut conn, &permit).await?;
    Ok((snapshot::for_public(&members, &store::consents(&mut conn, &permit).await?), release, reading))
}

pub async fn show(State(kernel): State<Kernel>, mut s: InSeason) -> Result<Response> {
    let (snapshot, release, reading) = load(&kernel, &s).await?;
    let objectives = weft_programs::store::objectives(&mut kernel.db.read().await?, &s.season.id).await?;
    s.page.rail.clear();
    let text = s.page.t.a2(
        "public-lead",
        "from",
        s.page.t.iso_day(&s.season.starts_on),
        "to",
        s.page.t.iso_day(&s.season.ends_on),
    );
    let title = s.season.title();
    s.page.share(&kernel.config.base_url, &title, &text);
    let is_preview = reading == Reading::Preview;
    html(&Show { page: s.page.clone(), s, snapshot, objectives, release, is_preview })
}

pub async fn csv(State(kernel): State<Kernel>, s: InSeason) -> Result<Response> {
    let (snapshot, _, _) = load(&kernel, &s).await?;
    let row = |cells: [String; 3]| cells.to_vec();
    let mut rows = vec![
        row(["field".into(), "value".into(), "people".into()]),
        row(["shown_by_name".into(), String::new(), snapshot.faces.len().to_string()]),
    ];
    for table in &snapshot.tables {
        for bar in &table.bars {
            rows.push(row([table.field.into(), bar.label.clone(), bar.count.unwrap_or_default().to_string()]));
        }
    }
    if let Some(y) = &snapshot.years {
        rows.push(row(["years_in_role".into(), "n".into(), y.n.to_string()]));
        rows.push(row(["years_in_role".into(), "mean".into(), format!("{:.1}", y.mean)]));
        rows.push(row(["years_in_role".into(), "median".into(), format!("{:.1}", y.median)]));
    }
    Ok(download::csv("snapshot.csv", &rows))
}
