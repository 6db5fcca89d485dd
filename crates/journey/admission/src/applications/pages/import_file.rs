//! Importing in the browser, the other steps: where each column goes, what would happen to each row, and only then the
//! import itself.

use std::collections::HashMap;

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use serde::Deserialize;

use super::import_columns::{self, Columns};
use super::import_reading;
use crate::applications::acts::{self, Options};
use crate::applications::model::{Change, Kind, Matched, Parsed, Report};
use crate::applications::undoing;
use crate::applications::waiting::{self, Waiting};
use crate::applications::{rules, store};
use weft_kernel::{Kernel, secret};
use weft_media::table::Wanted;
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
    /// Names of applicants who are here already, by their number; read only where the report tells of them.
    names: HashMap<String, String>,
    /// What undoing the import would do, where it can be undone.
    undo: Option<undoing::Plan>,
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

    fn is_undone(&self) -> bool {
        self.file.undone.is_some()
    }

    fn title(&self) -> &'static str {
        match (self.is_done(), self.is_undone()) {
            (_, true) => "import-undone-title",
            (true, false) => "import-done",
            (false, false) => "import-check",
        }
    }

    fn to_import(&self) -> usize {
        self.report.imported + self.report.changed
    }

    /// What a fact or an answer that changes is called.
    fn name(&self, change: &Change) -> String {
        if change.label.is_empty() {
            import_columns::target_name(self.page.t, self.file.kind, &change.field)
        } else {
            change.label.said(&self.page.t).to_owned()
        }
    }

    /// Whether an import of this kind is undone from its page.
    fn can_be_undone(&self) -> bool {
        self.file.kind == Kind::Applications
    }

    /// When the import was undone, and what that deleted.
    fn undone(&self) -> Option<String> {
        let (at, n) = self.file.undone?;
        Some(self.page.t.a2("unimport-done", "at", self.page.t.moment(at, &self.s.season.zone), "n", n))
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

    /// A value that is taken for a known one.
    fn matched(&self, m: &Matched) -> String {
        let t = self.page.t;
        t.args(
            "import-matched-value",
            &[
                ("field", weft_web::words::field(t, &m.field).into()),
                ("from", m.from.clone().into()),
                ("to", m.to.clone().into()),
                ("n", m.rows.into()),
            ],
        )
    }

    /// Someone whom the report names by their number: also their name, and the row of the file.
    fn who(&self, id: &str) -> String {
        let name = self.report.names.get(id).or_else(|| self.names.get(id)).cloned().unwrap_or_default();
        let t = self.page.t;
        let (name, number) = (("name", name.into()), ("id", id.to_owned().into()));
        match self.report.rows.get(id) {
            Some(row) => t.args("import-duplicate-row", &[name, number, ("n", (*row).into())]),
            None => t.args("import-duplicate-here", &[name, number]),
        }
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
        file: None,
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
        let undo = match file.taken_at.filter(|_| file.undone.is_none()) {
            Some(at) => Some(undoing::plan(&mut kernel.db.read().await?, &permit, &file.id, at).await?),
            None => None,
        };
        let (people, form) = (Vec::new(), Form::default());
        let names = names(&kernel, &permit, &report).await?;
        return html(&Check { page: s.page.clone(), s, file, report, people, names, undo, form });
    }
    if !file.is_confirmed || wants.step == "columns" {
        return html(&Columns::new(s, file, Form::default()));
    }
    let look = options(&s, &kernel, true, false);
    let report = waiting::run(&kernel, &permit, &file, &look).await?;
    let people = first(&kernel, &permit, &file, &look).await?;
    let names = names(&kernel, &permit, &report).await?;
    html(&Check { page: s.page.clone(), s, file, report, people, names, undo: None, form: Form::default() })
}

/// Names of applicants, where the report tells of some by their number.
async fn names(kernel: &Kernel, permit: &rules::FillPool, report: &Report) -> Result<HashMap<String, String>> {
    if report.duplicates.is_empty() {
        return Ok(HashMap::new());
    }
    let known = store::known(&mut kernel.db.read().await?, permit).await?;
    Ok(known.into_iter().map(|k| (k.external_id, k.display_name)).collect())
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
            let plan = import_columns::said(s.page.t, &file, &mut form);
            if !form.is_accepted() {
                return weft_web::unaccepted(&Columns::new(s, Waiting { plan, ..file }, form));
            }
            waiting::confirm(&kernel, &permit, &file, &plan).await?;
        }
        "read" => {
            let given = |name: &str| Some(form.value(name).to_owned()).filter(|v| !v.is_empty());
            let wanted = Wanted { encoding: given("encoding"), sheet: given("sheet") };
            match waiting::read_again(&kernel, &permit, &file, wanted).await? {
                Some(Ok(())) | None => {}
                Some(Err(fault)) => return weft_web::unaccepted(&Columns::unread(s, file, fault)),
            }
            return Ok(see(&format!("{here}?step=columns")));
        }
        "import" if file.is_confirmed && form.value("seen") == secret::hash(&file.plan.json()) => {
            let options = Options {
                may_empty: form.value("may-empty").parse().unwrap_or_default(),
                file: Some(file.id.clone()),
                ..options(&s, &kernel, false, form.is_checked("all", "yes"))
            };
            let report = waiting::run(&kernel, &permit, &file, &options).await?;
            if report.is_stopped {
                form.reject("may-empty", "wrong-may-empty");
                let people = first(&kernel, &permit, &file, &options).await?;
                let page = s.page.clone();
                let names = names(&kernel, &permit, &report).await?;
                return weft_web::unaccepted(&Check { page, s, file, report, people, names, undo: None, form });
            }
            if !(options.all_or_nothing && report.refused > 0) {
                waiting::finish(&kernel, &file, &report).await?;
            }
        }
        _ => {}
    }
    Ok(see(&here))
}

/// Undoes an import of applications, as far as its page says that it can be.
pub async fn undo(State(kernel): State<Kernel>, s: InSeason, Path(at): Path<At>) -> Result<Response> {
    let permit = rules::may_fill_pool(&s).ok_or(Error::NotFound)?;
    let actor = s.actor_id().ok_or(Error::NotFound)?;
    let file = waiting::load(&kernel, &permit, &at.id).await?;
    undoing::undo(&kernel, &permit, actor, &file.id).await?;
    Ok(see(&s.season.path(&format!("imports/{}", file.id))))
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
