//! Importing in the browser: a file, what becomes of each column, a look at every faulty row, then the
//! import itself.

use askama::Template;
use axum::Extension;
use axum::extract::{Path, State};
use axum::response::Response;
use serde::Deserialize;

use crate::applications::acts::{self, Options};
use crate::applications::columns::{self, header_hash};
use crate::applications::mapping;
use crate::applications::model::Report;
use crate::applications::rules::{self, FillPool};
use crate::applications::store::{self, NewFile};
use weft_kernel::Kernel;
use weft_kernel::ids::Id;
use weft_kernel::once;
use weft_media::table::Fault;
use weft_media::table::{self, Table};
use weft_people::pages::{ClientAddress, address};
use weft_programs::InSeason;
use weft_web::parts::Parts;
use weft_web::{Error, Form, Page, Result, html, see, unaccepted, upload};

#[derive(Template)]
#[template(path = "applications/templates/import.html")]
struct Ask {
    page: Page,
    s: InSeason,
    fault: Option<Fault>,
    report: Option<Report>,
}

#[derive(Template)]
#[template(path = "applications/templates/import_preview.html")]
struct Preview {
    page: Page,
    s: InSeason,
    id: Id,
    name: String,
    columns: Vec<Column>,
    targets: Vec<(String, String)>,
    report: Option<Report>,
    is_done: bool,
    doubled: Option<String>,
}

struct Column {
    number: usize,
    name: String,
    target: String,
    store: String,
    samples: Vec<String>,
}

#[derive(Deserialize)]
pub struct At {
    id: String,
}

pub async fn ask(s: InSeason) -> Result<Response> {
    rules::may_fill_pool(&s).ok_or(Error::NotFound)?;
    html(&Ask { page: s.page.clone(), s, fault: None, report: None })
}

fn options(s: &InSeason, kernel: &Kernel, is_dry_run: bool, all_or_nothing: bool) -> Options {
    Options {
        is_dry_run,
        all_or_nothing,
        zone: s.season.zone.clone(),
        actor: s.actor_id().cloned(),
        is_demo: kernel.is_demo,
    }
}

pub async fn take(
    State(kernel): State<Kernel>,
    s: InSeason,
    client: Option<Extension<ClientAddress>>,
    parts: Parts,
) -> Result<Response> {
    let permit = rules::may_fill_pool(&s).ok_or(Error::NotFound)?;
    let received = upload::receive(&kernel, &address(client.as_ref()), "file", parts).await?;
    let bytes = upload::bytes(received.file.as_ref()).await?;
    let press = Form::once_with_file(
        received.form.value(once::FIELD),
        &bytes,
        &kernel,
        s.actor_id(),
        &s.page,
        &s.season.path("imports/{}"),
    );
    let table = match table::open(&kernel.readers, bytes).await {
        Ok(table) => table,
        Err(fault) => return unaccepted(&Ask { page: s.page.clone(), s, fault: Some(fault), report: None }),
    };
    let options = options(&s, &kernel, false, false);
    let report = match received.form.value("kind") {
        "reviews" => acts::import_reviews(&kernel, &permit, &table, &options).await?,
        "events" => acts::import_events(&kernel, &permit, &table, &options).await?,
        "cohort" => acts::import_cohort(&kernel, &permit, &table, None, &options).await?,
        _ => return stage(&press, &s, &permit, received.file.as_ref().map_or("", |f| &f.name), &table).await,
    };
    html(&Ask { page: s.page.clone(), s, fault: None, report: Some(report) })
}

/// Keeps the rows aside until the mapping is settled. Nothing is imported yet.
async fn stage(kernel: &Kernel, s: &InSeason, permit: &FillPool, name: &str, table: &Table) -> Result<Response> {
    let actor = s.actor_id().ok_or(Error::NotFound)?;
    let mut tx = kernel.begin_once().await?;
    let saved = store::saved_mapping(&mut tx, permit, &header_hash(&table.headers)).await?;
    let mapping = acts::mapping_saved(&table.headers, saved.as_deref());
    let json = |v: &[String]| serde_json::to_string(v).unwrap_or_default();
    let (headers, mapping) = (json(&table.headers), json(&mapping));
    let new = NewFile { name, headers: &headers, mapping: &mapping, rows: table.rows.len(), by: actor };
    let id = store::insert_file(kernel, &mut tx, permit, &new).await?;
    for (line, cells) in &table.rows {
        store::insert_file_row(&mut tx, &id, *line, &json(cells)).await?;
    }
    kernel.made(&mut tx, &id).await?;
    tx.commit().await?;
    Ok(see(&s.season.path(&format!("imports/{id}"))))
}

struct Staged {
    id: Id,
    name: String,
    table: Table,
    mapping: Vec<String>,
    result: Option<Report>,
}

async fn load(kernel: &Kernel, permit: &FillPool, id: &str, rows: i64) -> Result<Staged> {
    let id = Id::parse(id).ok_or(Error::NotFound)?;
    let mut conn = kernel.db.read().await?;
    let file = store::file(&mut conn, permit, &id).await?.ok_or(Error::NotFound)?;
    let list = |text: &str| -> Vec<String> { serde_json::from_str(text).unwrap_or_default() };
    let rows = store::file_rows(&mut conn, &id, rows).await?;
    let rows = rows.into_iter().map(|(line, cells)| (usize::try_from(line).unwrap_or(0), list(&cells))).collect();
    let table = Table { headers: list(&file.headers), rows };
    let result = file.result.as_deref().and_then(|r| serde_json::from_str(r).ok());
    Ok(Staged { id, name: file.name, table, mapping: list(&file.mapping), result })
}

fn draw(s: InSeason, staged: Staged, report: Option<Report>, doubled: Option<String>) -> Preview {
    let t = s.page.t;
    let columns = columns::labels(&staged.table.headers)
        .into_iter()
        .zip(&staged.mapping)
        .enumerate()
        .map(|(i, (name, target))| Column {
            number: i,
            name: name.said(&t).to_owned(),
            target: target.clone(),
            store: t.t(mapping::store_of(target)),
            samples: staged
                .table
                .rows
                .iter()
                .filter_map(|(_, c)| c.get(i))
                .filter(|c| !c.is_empty())
                .take(2)
                .map(|c| c.chars().take(70).collect())
                .collect(),
        })
        .collect();
    let targets = mapping::targets()
        .map(|n| {
            (
                n.to_owned(),
                if n == mapping::ANSWER || n == mapping::LEAVE_OUT {
                    t.t(&format!("target-{n}"))
                } else {
                    n.replace('_', " ")
                },
            )
        })
        .collect();
    let is_done = staged.result.is_some();
    let report = staged.result.or(report);
    Preview { page: s.page.clone(), s, id: staged.id, name: staged.name, columns, targets, report, is_done, doubled }
}

/// Shows where every column goes, and what a run would do.
pub async fn preview(State(kernel): State<Kernel>, s: InSeason, Path(at): Path<At>) -> Result<Response> {
    let permit = rules::may_fill_pool(&s).ok_or(Error::NotFound)?;
    let staged = load(&kernel, &permit, &at.id, i64::MAX).await?;
    let report = if staged.result.is_none() {
        Some(
            acts::import_applications(
                &kernel,
                &permit,
                &staged.table,
                &staged.mapping,
                &options(&s, &kernel, true, false),
            )
            .await?,
        )
    } else {
        None
    };
    html(&draw(s, staged, report, None))
}

/// Saves the mapping; with `import` also runs it.
pub async fn run(State(kernel): State<Kernel>, s: InSeason, Path(at): Path<At>, form: Form) -> Result<Response> {
    let permit = rules::may_fill_pool(&s).ok_or(Error::NotFound)?;
    let mut staged = load(&kernel, &permit, &at.id, i64::MAX).await?;
    let here = s.season.path(&format!("imports/{}", staged.id));
    if staged.result.is_some() {
        return Ok(see(&here));
    }
    for (i, target) in staged.mapping.iter_mut().enumerate() {
        let chosen = form.value(&format!("column-{i}"));
        if mapping::targets().any(|t| t == chosen) {
            chosen.clone_into(target);
        }
    }
    if let Some(twice) = mapping::doubled(&staged.mapping).cloned() {
        return unaccepted(&draw(s, staged, None, Some(twice)));
    }
    let json = serde_json::to_string(&staged.mapping).unwrap_or_default();
    let mut tx = kernel.db.begin().await?;
    store::set_file_mapping(&mut tx, &staged.id, &json).await?;
    store::save_mapping(&kernel, &mut tx, &permit, &header_hash(&staged.table.headers), &json).await?;
    tx.commit().await?;
    if form.value("act") == "import" {
        let options = options(&s, &kernel, false, form.is_checked("all", "yes"));
        let report = acts::import_applications(&kernel, &permit, &staged.table, &staged.mapping, &options).await?;
        if !(options.all_or_nothing && report.refused > 0) {
            let mut tx = kernel.db.begin().await?;
            store::finish_file(&mut tx, &staged.id, &serde_json::to_string(&report).unwrap_or_default()).await?;
            tx.commit().await?;
        }
    }
    Ok(see(&here))
}
