//! The public page of a cohort, and the same numbers as a file.

use askama::Template;
use axum::extract::State;
use axum::response::Response;

use super::staff::charts;
use crate::cohort::snapshot::{self, Snapshot};
use crate::cohort::{rules, store};
use weft_kernel::Kernel;
use weft_programs::InSeason;
use weft_programs::model::Objective;
use weft_web::{Page, Result, download, html};

#[derive(Template)]
#[template(path = "cohort/templates/public.html")]
struct Show {
    page: Page,
    s: InSeason,
    snapshot: Snapshot,
    objectives: Vec<Objective>,
}

impl Show {
    fn charts(&self) -> Vec<String> {
        charts(&self.page, &self.snapshot, "held-back")
    }

    fn holds_back(&self) -> bool {
        self.snapshot.tables.iter().any(|t| t.holds_back)
    }
}

async fn load(kernel: &Kernel, s: &InSeason) -> Result<Snapshot> {
    let permit = rules::may_publish(&s.season);
    let mut conn = kernel.db.read().await?;
    let members = store::members_to_publish(&mut conn, &permit).await?;
    Ok(snapshot::for_public(&members, &store::consents(&mut conn, &permit).await?))
}

pub async fn show(State(kernel): State<Kernel>, mut s: InSeason) -> Result<Response> {
    let snapshot = load(&kernel, &s).await?;
    let objectives = weft_programs::store::objectives(&mut kernel.db.read().await?, &s.season.id).await?;
    s.page.rail.clear();
    html(&Show { page: s.page.clone(), s, snapshot, objectives })
}

pub async fn csv(State(kernel): State<Kernel>, s: InSeason) -> Result<Response> {
    let snapshot = load(&kernel, &s).await?;
    let t = s.page.t;
    let row = |cells: [String; 3]| cells.to_vec();
    let mut rows = vec![
        row(["field".into(), "value".into(), "people".into()]),
        row(["members".into(), String::new(), snapshot.members.to_string()]),
    ];
    for table in &snapshot.tables {
        for bar in &table.bars {
            rows.push(row([table.field.into(), bar.label.clone(), bar.count.unwrap_or_default().to_string()]));
        }
        if table.holds_back {
            rows.push(row([table.field.into(), String::new(), t.t("held-back")]));
        }
    }
    if let Some(y) = &snapshot.years {
        rows.push(row(["years_in_role".into(), "n".into(), y.n.to_string()]));
        rows.push(row(["years_in_role".into(), "mean".into(), format!("{:.1}", y.mean)]));
        rows.push(row(["years_in_role".into(), "median".into(), format!("{:.1}", y.median)]));
    }
    Ok(download::csv("snapshot.csv", &rows))
}
