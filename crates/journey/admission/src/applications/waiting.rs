//! Files that wait to be imported: their rows are kept aside until someone has said where the columns go and has seen
//! what would happen. Rows that an import refuses wait on, to be mended.

use std::collections::{BTreeMap, BTreeSet};

use super::acts::{self, Options};
use super::columns::{header_hash, header_set_hash};
use super::mapping::{self, Plan};
use super::model::{Kind, Report};
use super::remembered;
use super::rules::FillPool;
use super::store::{self, NewFile, Reread, Said};
use super::{matching, sources};
use weft_kernel::clock::Time;
use weft_kernel::db::Conn;
use weft_kernel::i18n::{Lang, Tr};
use weft_kernel::ids::Id;
use weft_kernel::{Kernel, stored};
use weft_media::table::{self, Fault, How, Table, Wanted};
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
    /// It is settled where the columns go.
    pub is_confirmed: bool,
    /// The file is kept as it was uploaded.
    pub has_source: bool,
    /// When a mapping was saved that this one came from.
    pub saved_at: Option<Time>,
    /// Columns that the saved mapping does not know.
    pub fresh: Vec<usize>,
    pub result: Option<Report>,
    /// When its rows were imported, by a version that can undo it.
    pub taken_at: Option<Time>,
    /// When the import was undone, and how many applications that removed.
    pub undone: Option<(Time, i64)>,
}

fn json<T: serde::Serialize>(value: &T) -> String {
    serde_json::to_string(value).expect("texts are always JSON")
}

/// Columns that our own file of refused rows adds: a mended file is the one that was sent.
pub fn added_columns(t: &Tr) -> [String; 2] {
    [t.t("refused-line"), t.t("refused-why")]
}

/// What the first of them was called in earlier versions.
const EARLIER: [&str; 2] = ["Line in the first file", "Línea en el primer archivo"];

/// Drops the columns that our own file of refused rows adds.
fn without_ours(table: &mut Table) {
    let ours: Vec<String> = [Lang::En, Lang::Es].iter().flat_map(|lang| added_columns(&Tr(*lang))).collect();
    let is_ours = |h: &String| ours.contains(h) || EARLIER.contains(&h.as_str());
    let stays: Vec<bool> = table.headers.iter().map(|h| !is_ours(h)).collect();
    let keep = |cells: &mut Vec<String>| {
        let mut at = stays.iter();
        cells.retain(|_| at.next().copied().unwrap_or(true));
    };
    keep(&mut table.headers);
    for (_, cells) in &mut table.rows {
        keep(cells);
    }
}

/// What is proposed for the columns of a file, and whether somebody has to look at it first.
async fn proposed(kernel: &Kernel, permit: &FillPool, kind: Kind, table: &Table) -> Result<(Plan, bool)> {
    let mut conn = kernel.db.read().await?;
    let Remembered { mut plan, at, is_settled, .. } = saved_plan(&mut conn, permit, kind, table).await?;
    drop(conn);
    if kind == Kind::Applications {
        if at.is_none() {
            mapping::prefer_filled(&mut plan.targets, &table.headers, &table.rows);
        }
        plan.doubt(&table.rows);
        plan.settle(&table.rows);
    }
    Ok((plan, is_settled))
}

/// Rows as they are kept.
fn kept_rows(table: &Table) -> Vec<(usize, String)> {
    table.rows.iter().map(|(line, cells)| (*line, json(cells))).collect()
}

/// A file as it was uploaded.
pub struct Upload<'a> {
    pub name: &'a str,
    pub kind: Kind,
    pub bytes: Vec<u8>,
}

/// Keeps a file and its rows aside. Nothing is imported yet.
pub async fn stage(kernel: &Kernel, permit: &FillPool, by: &Id, upload: Upload<'_>, mut table: Table) -> Result<Id> {
    without_ours(&mut table);
    let (plan, is_settled) = proposed(kernel, permit, upload.kind, &table).await?;
    let (headers, mapping, how) = (json(&table.headers), plan.json(), json(&table.how));
    let rows = kept_rows(&table);
    let new = NewFile {
        name: upload.name,
        headers: &headers,
        mapping: &mapping,
        rows: rows.len(),
        by,
        kind: upload.kind,
        how: &how,
        confirmed_at: is_settled.then(|| kernel.now()),
    };
    let source = sources::put(kernel, upload.bytes).await?;
    let write = async || {
        let mut tx = kernel.begin_once().await?;
        let id = store::insert_file(kernel, &mut tx, permit, &new).await?;
        store::insert_file_rows(&mut tx, &id, rows).await?;
        sources::note(&mut tx, &source, &id).await?;
        kernel.made(&mut tx, &id).await?;
        tx.commit().await?;
        Ok(id)
    };
    let written = write().await;
    if written.is_err() {
        // The form was sent twice, or cannot be kept.
        sources::drop(kernel, &source).await?;
    }
    written
}

/// Reads a file that waits again: another sheet of it, or in another encoding. `None` when the file is not kept any
/// more; a fault when it cannot be read so, and then all is as it was.
pub async fn read_again(
    kernel: &Kernel,
    permit: &FillPool,
    file: &Waiting,
    wanted: Wanted,
) -> Result<Option<std::result::Result<(), Fault>>> {
    let Some(bytes) = sources::of(kernel, &file.id).await? else { return Ok(None) };
    let mut table = match table::open_as(&kernel.readers, bytes, wanted).await {
        Ok(table) => table,
        Err(fault) => return Ok(Some(Err(fault))),
    };
    without_ours(&mut table);
    let (plan, is_settled) = proposed(kernel, permit, file.kind, &table).await?;
    let (headers, mapping, how) = (json(&table.headers), plan.json(), json(&table.how));
    let rows = kept_rows(&table);
    let new = Reread {
        headers: &headers,
        mapping: &mapping,
        how: &how,
        rows: rows.len(),
        confirmed_at: is_settled.then(|| kernel.now()),
    };
    let mut tx = kernel.db.begin().await?;
    // Somebody was forgotten meanwhile.
    if store::source(&mut tx, &file.id).await?.is_none() {
        return Ok(None);
    }
    if store::reread_file(&mut tx, &file.id, &new).await? {
        store::insert_file_rows(&mut tx, &file.id, rows).await?;
    }
    tx.commit().await?;
    Ok(Some(Ok(())))
}

/// Where the columns of a file go, as far as that was said before.
struct Remembered {
    plan: Plan,
    at: Option<Time>,
    fresh: Vec<usize>,
    /// Nobody has to look at it before the rows are checked.
    is_settled: bool,
}

/// Under which values the mapping of a file is kept: that of its headers in this order, and in any order. What is said
/// of other kinds of files is kept apart, and for this order alone.
fn hashes(kind: Kind, headers: &[String]) -> (String, String) {
    if kind == Kind::Applications {
        return (header_hash(headers), header_set_hash(headers));
    }
    let named: Vec<String> = [format!("{kind}:")].iter().chain(headers).cloned().collect();
    (header_hash(&named), header_hash(&named))
}

/// As [`saved_plan`], for files about what was done elsewhere.
async fn matched_plan(conn: &mut Conn, permit: &FillPool, kind: Kind, table: &Table) -> Result<Remembered> {
    let (hash, set) = hashes(kind, &table.headers);
    if let Some((text, _, at)) = store::saved_mapping(conn, permit, &hash, &set).await? {
        let plan = Plan::read("the saved mapping of season", permit.season(), &text)?;
        if plan.targets.len() == table.headers.len() && matching::fits(kind, &plan.targets) {
            return Ok(Remembered { plan, at: Some(at), fresh: Vec::new(), is_settled: true });
        }
    }
    let numbers = store::ids(conn, permit).await?.into_iter().map(|(number, _)| number).collect();
    let proposals = matching::propose(kind, table, &numbers);
    let is_settled = matching::is_settled(kind, &proposals);
    let targets: Vec<String> = proposals.into_iter().map(|p| p.target).collect();
    Ok(Remembered { plan: Plan::of(&targets), at: None, fresh: Vec::new(), is_settled })
}

/// What was said of the columns of an earlier file with these headers, or with almost these, and when; else what is
/// proposed.
async fn saved_plan(conn: &mut Conn, permit: &FillPool, kind: Kind, table: &Table) -> Result<Remembered> {
    let headers = &table.headers[..];
    if kind != Kind::Applications {
        return matched_plan(conn, permit, kind, table).await;
    }
    let saved = store::saved_mapping(conn, permit, &header_hash(headers), &header_set_hash(headers)).await?;
    if let Some((text, of, at)) = saved {
        let plan = Plan::read("the saved mapping of season", permit.season(), &text)?;
        let of: Vec<String> = match of {
            Some(of) => stored::read("the headers of a mapping of season", permit.season(), &of)?,
            None => headers.to_vec(),
        };
        if let Some(plan) = plan.moved(&of, headers) {
            return Ok(Remembered { plan, at: Some(at), fresh: Vec::new(), is_settled: false });
        }
    }
    for (text, of, at) in store::mappings(conn, permit).await? {
        let plan = Plan::read("the saved mapping of season", permit.season(), &text)?;
        let of: Vec<String> = stored::read("the headers of a mapping of season", permit.season(), &of)?;
        if let Some((plan, fresh)) = remembered::again(&of, &plan, headers) {
            return Ok(Remembered { plan, at: Some(at), fresh, is_settled: false });
        }
    }
    Ok(Remembered { plan: Plan::of(&mapping::recognise(headers)), at: None, fresh: Vec::new(), is_settled: false })
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
    let mut plan = Plan::read("the mapping of file", &id, &file.mapping)?;
    if plan.targets.len() != headers.len() {
        return Err(Error::Internal(format!("the mapping of file {id} is not of its columns")));
    }
    let result: Option<Report> = file.result.map(|text| stored::read("the result of file", &id, &text)).transpose()?;
    let (kind, table) = (file.kind, Table { headers, rows, how });
    let mut is_confirmed = file.confirmed_at.is_some();
    let (mut saved_at, mut fresh) = (None, Vec::new());
    if result.is_none() {
        let saved = saved_plan(&mut conn, permit, kind, &table).await?;
        if kind != Kind::Applications && !matching::fits(kind, &plan.targets) {
            // Read by a version that knew no columns of such files.
            (plan, is_confirmed) = (saved.plan, saved.is_settled);
        } else if saved.plan.targets == plan.targets && saved.at.is_some() {
            (saved_at, fresh) = (saved.at, saved.fresh);
        }
    }
    let has_source = store::source(&mut conn, &id).await?.is_some();
    Ok(Waiting {
        id,
        name: file.name,
        kind,
        table,
        plan,
        row_count: file.row_count,
        is_confirmed,
        has_source,
        saved_at,
        fresh,
        result,
        taken_at: file.taken_at,
        undone: file.undone_at.map(|at| (at, file.undone.unwrap_or_default())),
    })
}

/// Keeps what someone said of the columns, for this file and for the next one with the same headers.
pub async fn confirm(kernel: &Kernel, permit: &FillPool, file: &Waiting, plan: &Plan) -> Result<()> {
    let (mapping, headers) = (plan.json(), json(&file.table.headers));
    let (header_hash, set_hash) = hashes(file.kind, &file.table.headers);
    let said = Said {
        header_hash: &header_hash,
        set_hash: &set_hash,
        // Files of applications that are almost the same find this one.
        headers: (file.kind == Kind::Applications).then_some(&headers),
        mapping: &mapping,
    };
    let mut tx = kernel.db.begin().await?;
    store::set_file_mapping(&mut tx, &file.id, &mapping, Some(kernel.now())).await?;
    store::save_mapping(kernel, &mut tx, permit, &said).await?;
    Ok(tx.commit().await?)
}

/// What an import of the file does; with `is_dry_run`, what it would do.
pub async fn run(kernel: &Kernel, permit: &FillPool, file: &Waiting, options: &Options) -> Result<Report> {
    if file.kind == Kind::Applications {
        return acts::import_table(kernel, permit, &file.table, &file.plan, options).await;
    }
    let table = &matching::matched(&file.table, &file.plan);
    let mut report = match file.kind {
        Kind::Reviews => acts::import_reviews(kernel, permit, table, options).await?,
        Kind::Events => acts::import_events(kernel, permit, table, options).await?,
        Kind::Applications | Kind::Cohort => acts::import_cohort(kernel, permit, table, None, options).await?,
    };
    matching::as_in_the_file(&file.table, &file.plan, &mut report);
    Ok(report)
}

/// Keeps what an import did. The rows it refused stay for two weeks, the others are where they belong.
pub async fn finish(kernel: &Kernel, file: &Waiting, report: &Report) -> Result<()> {
    let refused = lines(report);
    let rows = file.table.rows.iter().filter(|(line, _)| refused.contains(line));
    let rows = rows.map(|(line, cells)| (*line, json(cells))).collect();
    let mut tx = kernel.db.begin().await?;
    if store::finish_file(&mut tx, &file.id, &json(report), (report.imported, report.changed)).await? {
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
        let first = f.first.map_or_else(String::new, |n| format!(" {}", t.a("fault-first", "n", n)));
        let advice = t.t(&f.advice) + &first;
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
