//! Files that wait to be imported: their rows are kept aside until someone has said where the columns go and has seen
//! what would happen. Rows that an import refuses wait on, to be mended.

use std::collections::{BTreeMap, BTreeSet};

use super::acts::{self, Options};
use super::columns::{header_hash, header_set_hash};
use super::mapping::{self, Plan};
use super::model::{Kind, Report};
use super::remembered;
use super::rules::FillPool;
use super::store::{self, NewFile, Said};
use weft_kernel::clock::Time;
use weft_kernel::i18n::{Lang, Tr};
use weft_kernel::ids::Id;
use weft_kernel::{Kernel, stored};
use weft_media::table::{How, Table};
use weft_web::{Error, Result};

/// A file that waits, or that was imported.
pub struct Waiting {
    pub id: Id,
    pub name: String,
    pub kind: Kind,
    pub table: Table,
    pub plan: Plan,
    /// Rows of the file; after the import `table` has those that were refused.
    pub row_count: i64,
    /// Someone has said where the columns go.
    pub is_confirmed: bool,
    /// When a mapping was saved that this one came from.
    pub saved_at: Option<Time>,
    /// Columns that the saved mapping does not know.
    pub fresh: Vec<usize>,
    pub result: Option<Report>,
}

fn json<T: serde::Serialize>(value: &T) -> String {
    serde_json::to_string(value).expect("texts are always JSON")
}

/// Columns that our own file of refused rows adds: a mended file is the one that was sent.
pub fn added_columns(t: &Tr) -> [String; 2] {
    [t.t("refused-line"), t.t("refused-why")]
}

/// Keeps the rows of a file aside. Nothing is imported yet.
pub async fn stage(
    kernel: &Kernel,
    permit: &FillPool,
    by: &Id,
    (name, kind): (&str, Kind),
    mut table: Table,
) -> Result<Id> {
    let ours: Vec<String> = [Lang::En, Lang::Es].iter().flat_map(|lang| added_columns(&Tr(*lang))).collect();
    let stays: Vec<bool> = table.headers.iter().map(|h| !ours.contains(h)).collect();
    let keep = |cells: &mut Vec<String>| {
        let mut at = stays.iter();
        cells.retain(|_| at.next().copied().unwrap_or(true));
    };
    keep(&mut table.headers);
    for (_, cells) in &mut table.rows {
        keep(cells);
    }
    let mut conn = kernel.db.read().await?;
    let Remembered { mut plan, at, .. } = saved_plan(&mut conn, permit, &table.headers).await?;
    if at.is_none() {
        mapping::prefer_filled(&mut plan.targets, &table.headers, &table.rows);
    }
    drop(conn);
    plan.doubt(&table.rows);
    plan.settle(&table.rows);
    let (headers, mapping, how) = (json(&table.headers), plan.json(), json(&table.how));
    let rows: Vec<(usize, String)> = table.rows.iter().map(|(line, cells)| (*line, json(cells))).collect();
    let new = NewFile { name, headers: &headers, mapping: &mapping, rows: rows.len(), by, kind, how: &how };
    let mut tx = kernel.begin_once().await?;
    let id = store::insert_file(kernel, &mut tx, permit, &new).await?;
    store::insert_file_rows(&mut tx, &id, rows).await?;
    kernel.made(&mut tx, &id).await?;
    tx.commit().await?;
    Ok(id)
}

/// Where the columns of a file go, as far as that was said before.
struct Remembered {
    plan: Plan,
    at: Option<Time>,
    fresh: Vec<usize>,
}

/// What was said of the columns of an earlier file with these headers, or with almost these, and when; else what is
/// proposed.
async fn saved_plan(conn: &mut weft_kernel::db::Conn, permit: &FillPool, headers: &[String]) -> Result<Remembered> {
    let saved = store::saved_mapping(conn, permit, &header_hash(headers), &header_set_hash(headers)).await?;
    if let Some((text, of, at)) = saved {
        let plan = Plan::read("the saved mapping of season", permit.season(), &text)?;
        let of: Vec<String> = match of {
            Some(of) => stored::read("the headers of a mapping of season", permit.season(), &of)?,
            None => headers.to_vec(),
        };
        if let Some(plan) = plan.moved(&of, headers) {
            return Ok(Remembered { plan, at: Some(at), fresh: Vec::new() });
        }
    }
    for (text, of, at) in store::mappings(conn, permit).await? {
        let plan = Plan::read("the saved mapping of season", permit.season(), &text)?;
        let of: Vec<String> = stored::read("the headers of a mapping of season", permit.season(), &of)?;
        if let Some((plan, fresh)) = remembered::again(&of, &plan, headers) {
            return Ok(Remembered { plan, at: Some(at), fresh });
        }
    }
    Ok(Remembered { plan: Plan::of(&mapping::recognise(headers)), at: None, fresh: Vec::new() })
}

pub async fn load(kernel: &Kernel, permit: &FillPool, id: &str) -> Result<Waiting> {
    let id = Id::parse(id).ok_or(Error::NotFound)?;
    let mut conn = kernel.db.read().await?;
    let file = store::file(&mut conn, permit, &id).await?.ok_or(Error::NotFound)?;
    let headers: Vec<String> = stored::read("the headers of file", &id, &file.headers)?;
    let how: How = stored::read("how was read file", &id, &file.how)?;
    let mut rows = Vec::new();
    for (line, cells) in store::file_rows(&mut conn, &id, i64::MAX).await? {
        let cells: Vec<String> = stored::read("a row of file", &id, &cells)?;
        rows.push((usize::try_from(line).unwrap_or_default(), cells));
    }
    let plan = Plan::read("the mapping of file", &id, &file.mapping)?;
    if plan.targets.len() != headers.len() {
        return Err(Error::Internal(format!("the mapping of file {id} is not of its columns")));
    }
    let result = file.result.map(|text| stored::read("the result of file", &id, &text)).transpose()?;
    let (saved_at, fresh) = match saved_plan(&mut conn, permit, &headers).await? {
        Remembered { plan: saved, at: Some(at), fresh } if saved.targets == plan.targets => (Some(at), fresh),
        _ => (None, Vec::new()),
    };
    Ok(Waiting {
        id,
        name: file.name,
        kind: file.kind,
        table: Table { headers, rows, how },
        plan,
        row_count: file.row_count,
        is_confirmed: file.confirmed_at.is_some() || file.kind != Kind::Applications,
        saved_at,
        fresh,
        result,
    })
}

/// Keeps what someone said of the columns, for this file and for the next one with the same headers.
pub async fn confirm(kernel: &Kernel, permit: &FillPool, file: &Waiting, plan: &Plan) -> Result<()> {
    let (mapping, headers) = (plan.json(), json(&file.table.headers));
    let said = Said {
        header_hash: &header_hash(&file.table.headers),
        set_hash: &header_set_hash(&file.table.headers),
        headers: &headers,
        mapping: &mapping,
    };
    let mut tx = kernel.db.begin().await?;
    store::set_file_mapping(&mut tx, &file.id, &mapping, Some(kernel.now())).await?;
    store::save_mapping(kernel, &mut tx, permit, &said).await?;
    Ok(tx.commit().await?)
}

/// What an import of the file does; with `is_dry_run`, what it would do.
pub async fn run(kernel: &Kernel, permit: &FillPool, file: &Waiting, options: &Options) -> Result<Report> {
    let table = &file.table;
    match file.kind {
        Kind::Applications => acts::import_table(kernel, permit, table, &file.plan, options).await,
        Kind::Reviews => acts::import_reviews(kernel, permit, table, options).await,
        Kind::Events => acts::import_events(kernel, permit, table, options).await,
        Kind::Cohort => acts::import_cohort(kernel, permit, table, None, options).await,
    }
}

/// Keeps what an import did. The rows it refused stay for two weeks, the others are where they belong.
pub async fn finish(kernel: &Kernel, file: &Waiting, report: &Report) -> Result<()> {
    let refused = lines(report);
    let rows = file.table.rows.iter().filter(|(line, _)| refused.contains(line));
    let rows = rows.map(|(line, cells)| (*line, json(cells))).collect();
    let mut tx = kernel.db.begin().await?;
    if store::finish_file(&mut tx, &file.id, &json(report)).await? {
        store::insert_file_rows(&mut tx, &file.id, rows).await?;
    }
    Ok(tx.commit().await?)
}

/// The lines of rows that a report refuses.
pub fn lines(report: &Report) -> BTreeSet<usize> {
    report.faults.iter().map(|f| f.line).collect()
}

/// The rows that a report refuses, as a file to mend: as they came, with their line and what to do.
pub fn refused(t: &Tr, file: &Waiting, report: &Report) -> Vec<Vec<String>> {
    let mut why: BTreeMap<usize, Vec<String>> = BTreeMap::new();
    for f in &report.faults {
        let advice = t.t(&f.advice);
        let said = if f.column.is_empty() { advice } else { format!("{}: {advice}", f.column) };
        why.entry(f.line).or_default().push(said);
    }
    // A fault of the whole file is one of every row.
    let is_whole = report.refused == report.read;
    let mut out = vec![file.table.headers.iter().cloned().chain(added_columns(t)).collect::<Vec<_>>()];
    for (line, cells) in &file.table.rows {
        let why = match why.get(line) {
            Some(why) => why.join(" "),
            None if is_whole => String::new(),
            None => continue,
        };
        out.push(cells.iter().cloned().chain([line.to_string(), why]).collect());
    }
    out
}
