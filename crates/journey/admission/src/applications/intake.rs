//! Importing a pool. What a file holds is read and judged first, beside everyone else; what is written takes one short
//! transaction at the end.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::acts::{AboutThem, compartments, judge};
use super::columns::{self, Column};
use super::compare::Tally;
use super::duplicates::Pool;
use super::fill::Batch;
use super::mapping::Plan;
use super::model::{Change, Facts, Matched, Options, Parsed, Report, Sender};
use super::places::Regions;
use super::rules::FillPool;
use super::store::{self, Holder};
use super::{choices, parse};
use weft_kernel::db::{Conn, Tx};
use weft_kernel::{Kernel, events};
use weft_media::table::{Fault, Table};
use weft_people::model::norm_email;
use weft_people::store as people;
use weft_web::Result;

/// A row as it comes: its line and cells, or why the file cannot be read on.
pub type Incoming<'r> = std::result::Result<(usize, std::borrow::Cow<'r, [String]>), Fault>;

/// Imports applications. Known ids whose rows are the same are left alone; a person is found by their address; a likely
/// second application of one person is flagged and kept out of selection. Dates are read as they settle themselves.
pub async fn import_applications(
    kernel: &Kernel,
    permit: &FillPool,
    table: &Table,
    mapping: &[String],
    options: &Options,
) -> Result<Report> {
    let mut plan = Plan::of(mapping);
    plan.settle(&table.rows);
    import_table(kernel, permit, table, &plan, options).await
}

/// As [`import_applications`], with what a person said of the columns.
pub async fn import_table(
    kernel: &Kernel,
    permit: &FillPool,
    table: &Table,
    plan: &Plan,
    options: &Options,
) -> Result<Report> {
    let rows = table.rows.iter().map(|(line, cells)| Ok((*line, std::borrow::Cow::Borrowed(cells.as_slice()))));
    import_rows(kernel, permit, &table.headers, rows, plan, options).await
}

/// As [`import_table`], from rows that come one by one. A file that breaks off is refused whole.
pub async fn import_rows(
    kernel: &Kernel,
    permit: &FillPool,
    headers: &[String],
    rows: impl Iterator<Item = Incoming<'_>>,
    plan: &Plan,
    options: &Options,
) -> Result<Report> {
    let mut conn = kernel.db.read().await?;
    let columns = columns::of_file(kernel, &mut conn, permit, headers, plan).await?;
    let beside = Beside::of(&mut conn, permit).await?;
    // Nobody waits for a connection while a file is read.
    drop(conn);
    let (mut parsed, mut report) = read(&columns, rows, options, &beside).await;
    report.is_dry_run = options.is_dry_run;
    if options.all_or_nothing && report.refused > 0 {
        report.refuse_all([]);
    }
    if report.refused == report.read || options.is_dry_run {
        let mut conn = kernel.db.read().await?;
        let known = Pool::new(store::known(&mut conn, permit).await?);
        let held = store::holders(&mut conn, permit, None).await?;
        if report.refused < report.read {
            (report.changes, report.emptied) = compare(&mut conn, permit, &parsed).await?;
            foresee(&mut conn, &parsed, known, held, &mut report).await?;
        }
        return Ok(report);
    }
    let (changes, emptied) = compare(&mut kernel.db.read().await?, permit, &parsed).await?;
    report.changes = changes;
    report.emptied = emptied;
    if emptied > options.may_empty {
        report.is_stopped = true;
        return Ok(report);
    }
    let mut tx = kernel.db.begin().await?;
    let ids = columns::record(&mut tx, permit, headers, &columns).await?;
    let renamed: HashMap<&str, &String> =
        columns.iter().map(|c| c.id.as_str()).zip(&ids).filter(|(was, is)| was != is).collect();
    for answer in parsed.iter_mut().flat_map(|p| &mut p.answers) {
        if let Some(id) = renamed.get(answer.id.as_str()) {
            (*id).clone_into(&mut answer.id);
        }
    }
    if let Some(file) = &options.file {
        store::take_file(&mut tx, file, kernel.now()).await?;
    }
    write(kernel, &mut tx, permit, &parsed, options, &mut report).await?;
    if report.imported + report.changed > 0 {
        let detail = Some(format!("{} new, {} changed", report.imported, report.changed));
        let event = events::Event {
            actor: options.actor.as_ref(),
            verb: "applications.imported",
            subject: permit.season(),
            season: Some(permit.season()),
            detail,
        };
        events::record(kernel, &mut tx, event).await?;
    }
    tx.commit().await?;
    Ok(report)
}

/// The first rows of a file that can be taken, as they would be.
pub async fn first_rows(
    kernel: &Kernel,
    permit: &FillPool,
    table: &Table,
    plan: &Plan,
    (options, most): (&Options, usize),
) -> Result<Vec<Parsed>> {
    let mut conn = kernel.db.read().await?;
    let columns = columns::of_file(kernel, &mut conn, permit, &table.headers, plan).await?;
    let beside = Beside::of(&mut conn, permit).await?;
    drop(conn);
    let rows = table.rows.iter().take(50).map(|(line, c)| Ok((*line, std::borrow::Cow::Borrowed(c.as_slice()))));
    let (mut parsed, _) = read(&columns, rows, options, &beside).await;
    parsed.truncate(most);
    Ok(parsed)
}

/// What the season says about rows of a file.
struct Beside {
    regions: Regions,
    /// Issue areas that applications have named and that the call's forms offer; some hold commas.
    issues: Vec<String>,
    /// Values of the program's lists and of the call's forms.
    known: choices::Known,
}

impl Beside {
    async fn of(conn: &mut Conn, permit: &FillPool) -> Result<Self> {
        let mut issues = store::issue_areas(conn, permit).await?;
        let mut known = choices::Known::default();
        for form in store::forms(conn, permit).await? {
            issues.extend(read_form(permit, choices::offered(&form))?);
            for (field, value) in read_form(permit, choices::stored(&form))? {
                known.add(&field, &value);
            }
        }
        for (list, value) in store::listed(conn, permit).await? {
            known.add(&list, &value);
        }
        let regions = store::regions(conn, permit).await?;
        for (region, _) in &regions {
            known.add("region", region);
        }
        Ok(Self { regions: Regions::new(regions), issues, known })
    }

    /// Takes values for those that the program knows, where they differ in capitals and accents only.
    fn match_known(&self, p: &mut Parsed, matched: &mut BTreeMap<(&'static str, String, String), usize>) {
        for field in choices::Known::fields() {
            let Some(value) = p.texts.get_mut(field) else { continue };
            if let Some(meant) = self.known.meant(field, value) {
                *matched.entry((field, value.clone(), meant.to_owned())).or_default() += 1;
                meant.clone_into(value);
            }
        }
        if let Some(others) = p.texts.get_mut("other_issue_areas") {
            let one = |value: &str| match self.known.meant("primary_issue_area", value) {
                Some(meant) => {
                    *matched.entry(("issue_areas", value.to_owned(), meant.to_owned())).or_default() += 1;
                    meant.to_owned()
                }
                None => value.to_owned(),
            };
            *others = others.split('|').map(one).collect::<Vec<_>>().join("|");
        }
    }

    /// A state as the program writes it, with its region where the file has none.
    fn place(&self, p: &mut Parsed) {
        if let Some((region, state)) = p.texts.get("state").and_then(|state| self.regions.of(state)) {
            p.texts.insert("state", state.to_owned());
            p.texts.entry("region").or_insert_with(|| region.to_owned());
        }
    }
}

fn read_form<T>(permit: &FillPool, read: serde_json::Result<T>) -> Result<T> {
    read.map_err(|e| weft_web::Error::Internal(format!("the form of season {} cannot be read: {e}", permit.season())))
}

/// Rows that are read before others have their turn.
const TURN: usize = 200;

/// Reads every row: what can be taken, and a report of what cannot. Nothing is written, and no connection is held.
async fn read(
    columns: &[Column],
    rows: impl Iterator<Item = Incoming<'_>>,
    options: &Options,
    beside: &Beside,
) -> (Vec<Parsed>, Report) {
    let (mut parsed, mut report) = (Vec::new(), Report::default());
    let mut seen: HashMap<String, (usize, String)> = HashMap::new();
    for row in rows {
        let (line, cells) = match row {
            Ok(row) => row,
            Err(fault) => {
                report.read += 1;
                report.refuse_all([fault]);
                return (Vec::new(), report);
            }
        };
        report.read += 1;
        if report.read.is_multiple_of(TURN) {
            tokio::task::yield_now().await;
        }
        let mut p = match parse::row(columns, line, &cells, &options.zone) {
            Ok(p) => p,
            Err(faults) => {
                report.refuse(faults);
                continue;
            }
        };
        if let Some((first, hash)) = seen.get(&p.external_id) {
            if *hash == p.content_hash {
                report.unchanged += 1;
            } else {
                let id = columns.iter().find(|c| c.target == "application_id");
                report.refuse([Fault {
                    line,
                    column: id.map_or_else(String::new, |c| c.header.clone()),
                    value: p.external_id.clone(),
                    advice: "fault-id-twice".into(),
                    first: Some(*first),
                }]);
            }
            continue;
        }
        seen.insert(p.external_id.clone(), (line, p.content_hash.clone()));
        beside.place(&mut p);
        report.cleaned.extend(p.is_cleaned.then_some(line));
        parsed.push(p);
    }
    if !columns.iter().any(|c| c.target == "email") {
        report.faults.clear();
        report.refuse_all([Fault { line: 1, ..Fault::of("fault-no-email") }]);
        return (Vec::new(), report);
    }
    // A choice that holds a comma is known from the column of single ones, above or below.
    let named = parsed.iter().filter_map(|p| p.texts.get("primary_issue_area")).filter(|issue| issue.contains(','));
    let known: BTreeSet<String> = named.chain(&beside.issues).cloned().collect();
    let known: Vec<String> = known.into_iter().collect();
    for others in parsed.iter_mut().filter_map(|p| p.texts.get_mut("other_issue_areas")) {
        *others = choices::split(others, &known).join("|");
    }
    let mut matched = BTreeMap::new();
    for p in &mut parsed {
        beside.match_known(p, &mut matched);
    }
    report.matched = matched
        .into_iter()
        .map(|((field, from, to), rows)| Matched { field: field.to_owned(), from, to, rows })
        .collect();
    (parsed, report)
}

/// What these would change of applications that are here already, and for how many people something becomes empty.
async fn compare(conn: &mut Conn, permit: &FillPool, parsed: &[Parsed]) -> Result<(Vec<Change>, usize)> {
    let known = store::hashes(conn, permit).await?;
    let known: HashMap<&str, &str> = known.iter().map(|(id, hash)| (id.as_str(), hash.as_str())).collect();
    let is_changed = |p: &&Parsed| known.get(p.external_id.as_str()).is_some_and(|hash| *hash != p.content_hash);
    let mut tally = Tally::default();
    if parsed.iter().any(|p| is_changed(&p)) {
        let stored = store::facts(conn, permit).await?;
        let stored: HashMap<&str, &Facts> = stored.iter().map(|f| (f.external_id.as_str(), f)).collect();
        for p in parsed.iter().filter(is_changed) {
            if let Some(facts) = stored.get(p.external_id.as_str()) {
                tally.row(facts, p)?;
            }
        }
    }
    Ok(tally.end())
}

/// Says what writing these would do.
async fn foresee(
    conn: &mut Conn,
    parsed: &[Parsed],
    mut known: Pool,
    held: Vec<Holder>,
    report: &mut Report,
) -> Result<()> {
    let proved: BTreeSet<String> = held.into_iter().filter(|h| h.is_known && h.is_proved).map(|h| h.norm).collect();
    for p in parsed {
        let speaks = !p.identity.is_empty() || p.access_need.is_some();
        match known.by_id.get(&p.external_id) {
            Some((_, hash)) if *hash == p.content_hash => report.unchanged += 1,
            Some((id, _)) => {
                report.changed += 1;
                report.left_out += usize::from(speaks && people::is_proved(conn, &id.1).await?);
            }
            None => {
                let like = known.like(p, &Sender::Team);
                known.add(p, &Sender::Team);
                report.duplicates.extend(like.second().map(|first| (p.external_id.clone(), first.to_owned())));
                report.imported += 1;
                report.left_out += usize::from(speaks && proved.contains(&norm_email(&p.email)));
            }
        }
    }
    find_duplicates(parsed, report);
    Ok(())
}

/// Where in the file those stand that look like one person's, and what they are called.
fn find_duplicates(parsed: &[Parsed], report: &mut Report) {
    let meant: BTreeSet<&String> = report.duplicates.iter().flat_map(|(second, first)| [second, first]).collect();
    let found: Vec<&Parsed> = parsed.iter().filter(|p| meant.contains(&p.external_id)).collect();
    for p in found {
        report.rows.insert(p.external_id.clone(), p.line);
        let name = format!("{} {}", p.first_name, p.last_name).trim().to_owned();
        report.names.insert(p.external_id.clone(), name);
    }
}

async fn write(
    kernel: &Kernel,
    tx: &mut Tx,
    permit: &FillPool,
    parsed: &[Parsed],
    options: &Options,
    report: &mut Report,
) -> Result<()> {
    let mut known = Pool::new(store::known(tx, permit).await?);
    let held = store::holders(tx, permit, None).await?;
    let mut batch = Batch::new(kernel, permit, options, Sender::Team, held);
    let mut later = store::later_answers(tx, permit).await?;
    for p in parsed {
        match known.by_id.get(&p.external_id) {
            Some((_, hash)) if *hash == p.content_hash => report.unchanged += 1,
            Some((id, _)) => {
                if let Some(later) = later.remove(&id.0) {
                    let answers = [p.answers.clone(), later].concat();
                    store::update(tx, &id.0, &Parsed { answers, ..p.clone() }).await?;
                } else {
                    store::update(tx, &id.0, p).await?;
                }
                judge(kernel, tx, &id.0, p).await?;
                let said = compartments(kernel, tx, permit, &id.1, p).await?;
                report.left_out += usize::from(matches!(said, AboutThem::LeftOut));
                batch.changed(&id.0);
                report.changed += 1;
            }
            None => {
                let like = known.like(p, &Sender::Team);
                batch.add(tx, p, &like).await?;
                known.add(p, &Sender::Team);
                report.duplicates.extend(like.second().map(|first| (p.external_id.clone(), first.to_owned())));
                report.imported += 1;
            }
        }
    }
    batch.flush(tx).await?;
    report.left_out += batch.left_out;
    find_duplicates(parsed, report);
    Ok(())
}
