//! Importing in the browser, the other steps: where each column goes, what would happen to each row, and only then the
//! import itself.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use serde::Deserialize;

use super::import_columns::{self, Columns};
use crate::applications::acts::{self, Options};
use crate::applications::model::{Change, Kind, Parsed, Report};
use crate::applications::rules;
use crate::applications::waiting::{self, Waiting};
use weft_kernel::{Kernel, secret};
use weft_programs::InSeason;
use weft_web::{Error, Form, Page, Result, download, html, see};

/// Rows of the preview.
const SHOWN: usize = 3;

#[derive(Template)]
#[template(path = "applications/templates/import_check.html")]
struct Check {
    page: Page,
    s: InSeason,
    file: Waiting,
    report: Report,
    people: Vec<Parsed>,
    form: Form,
}

impl Check {
    /// What the button stands for: pressed on a page that is older than the mapping, it imports nothing.
    fn seen(&self) -> String {
        secret::hash(&self.file.plan.json())
    }

    fn is_done(&self) -> bool {
        self.file.result.is_some()
    }

    fn has_columns(&self) -> bool {
        self.file.kind == Kind::Applications
    }

    fn to_import(&self) -> usize {
        self.report.imported + self.report.changed
    }

    /// What a fact or an answer that changes is called.
    fn name(&self, change: &Change) -> String {
        if change.label.is_empty() {
            import_columns::target_name(self.page.t, &change.field)
        } else {
            change.label.said(&self.page.t).to_owned()
        }
    }

    /// A fault of all rows stands in none of them.
    fn is_whole(&self) -> bool {
        self.report.refused == self.report.read && self.report.faults.iter().all(|f| f.line <= 1)
    }

    /// The first lines whose addresses were cleaned.
    fn cleaned_lines(&self) -> String {
        let lines: Vec<String> = self.report.cleaned.iter().take(20).map(ToString::to_string).collect();
        lines.join(", ")
    }

    fn path(&self) -> String {
        self.s.season.path(&format!("imports/{}", self.file.id))
    }

    fn sent(&self, p: &Parsed) -> String {
        p.submitted_at.map_or_else(String::new, |at| self.page.t.moment(at, &self.s.season.zone))
    }
}

#[derive(Deserialize)]
pub struct At {
    id: String,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Wants {
    step: String,
}

fn options(s: &InSeason, kernel: &Kernel, is_dry_run: bool, all_or_nothing: bool) -> Options {
    Options {
        is_dry_run,
        all_or_nothing,
        may_empty: 0,
        zone: s.season.zone.clone(),
        actor: s.actor_id().cloned(),
        is_demo: kernel.is_demo,
    }
}

/// The step that a file is at: its columns, then what would happen, then what did.
pub async fn show(
    State(kernel): State<Kernel>,
    s: InSeason,
    Path(at): Path<At>,
    Query(wants): Query<Wants>,
) -> Result<Response> {
    let permit = rules::may_fill_pool(&s).ok_or(Error::NotFound)?;
    let mut file = waiting::load(&kernel, &permit, &at.id).await?;
    if let Some(report) = file.result.take() {
        file.result = Some(report.clone());
        let (people, form) = (Vec::new(), Form::default());
        return html(&Check { page: s.page.clone(), s, file, report, people, form });
    }
    if !file.is_confirmed || (wants.step == "columns" && file.kind == Kind::Applications) {
        return html(&Columns::new(s, file, Form::default()));
    }
    let look = options(&s, &kernel, true, false);
    let report = waiting::run(&kernel, &permit, &file, &look).await?;
    let people = first(&kernel, &permit, &file, &look).await?;
    html(&Check { page: s.page.clone(), s, file, report, people, form: Form::default() })
}

/// The first rows of a file, where they are people's.
async fn first(kernel: &Kernel, permit: &rules::FillPool, file: &Waiting, look: &Options) -> Result<Vec<Parsed>> {
    match file.kind {
        Kind::Applications => acts::first_rows(kernel, permit, &file.table, &file.plan, (look, SHOWN)).await,
        _ => Ok(Vec::new()),
    }
}

/// Saves where the columns go, or imports what was seen.
pub async fn run(State(kernel): State<Kernel>, s: InSeason, Path(at): Path<At>, mut form: Form) -> Result<Response> {
    let permit = rules::may_fill_pool(&s).ok_or(Error::NotFound)?;
    let file = waiting::load(&kernel, &permit, &at.id).await?;
    let here = s.season.path(&format!("imports/{}", file.id));
    if file.result.is_some() {
        return Ok(see(&here));
    }
    match form.value("act") {
        "columns" => {
            let plan = import_columns::said(&file, &mut form);
            if !form.is_accepted() {
                return weft_web::unaccepted(&Columns::new(s, Waiting { plan, ..file }, form));
            }
            waiting::confirm(&kernel, &permit, &file, &plan).await?;
        }
        "import" if file.is_confirmed && form.value("seen") == secret::hash(&file.plan.json()) => {
            let options = Options {
                may_empty: form.value("may-empty").parse().unwrap_or_default(),
                ..options(&s, &kernel, false, form.is_checked("all", "yes"))
            };
            let report = waiting::run(&kernel, &permit, &file, &options).await?;
            if report.is_stopped {
                form.reject("may-empty", "wrong-may-empty");
                let people = first(&kernel, &permit, &file, &options).await?;
                return weft_web::unaccepted(&Check { page: s.page.clone(), s, file, report, people, form });
            }
            if !(options.all_or_nothing && report.refused > 0) {
                waiting::finish(&kernel, &file, &report).await?;
            }
        }
        _ => {}
    }
    Ok(see(&here))
}

/// The rows that cannot be imported, as a file to mend.
pub async fn refused(State(kernel): State<Kernel>, s: InSeason, Path(at): Path<At>) -> Result<Response> {
    let permit = rules::may_fill_pool(&s).ok_or(Error::NotFound)?;
    let file = waiting::load(&kernel, &permit, &at.id).await?;
    let report = match &file.result {
        Some(report) => report.clone(),
        None => waiting::run(&kernel, &permit, &file, &options(&s, &kernel, true, false)).await?,
    };
    Ok(download::csv("refused-rows.csv", &waiting::refused(&s.page.t, &file, &report)))
}
