//! Verbs: import a pool, reads, events, a cohort. Each is one transaction, and doing it twice changes
//! nothing.

use std::collections::{BTreeMap, HashMap};

use super::columns::Column;
use super::duplicates::Pool;
pub use super::elsewhere::{import_cohort, import_events, import_reviews};
use super::fill::Batch;
pub use super::model::Options;
use super::model::{Happening, Parsed, Report, Sender, State};
use super::rules::FillPool;
use super::store;
use super::{columns, mapping, parse};
use weft_kernel::db::Tx;
use weft_kernel::ids::Id;
use weft_kernel::secret;
use weft_kernel::{Kernel, events};
use weft_media::table::{Fault, Table};
use weft_people::address::{self, Proved};
use weft_people::model::norm_email;
use weft_people::rules::OwnRecord;
use weft_people::{merge, needs, store as people};
use weft_programs::Season;
use weft_web::{Error, Result};

pub(super) async fn finish(
    kernel: &Kernel,
    mut tx: Tx,
    permit: &FillPool,
    options: &Options,
    verb: &'static str,
    mut report: Report,
) -> Result<Report> {
    report.refused = report.faults.iter().map(|f| f.line).collect::<std::collections::BTreeSet<_>>().len();
    report.is_dry_run = options.is_dry_run;
    let stops = options.all_or_nothing && !report.faults.is_empty();
    if options.is_dry_run || stops {
        if stops {
            (report.imported, report.changed, report.refused) = (0, 0, report.read);
        }
        return Ok(report);
    }
    if report.imported + report.changed > 0 {
        let detail = Some(format!("{} new, {} changed", report.imported, report.changed));
        let event = events::Event {
            actor: options.actor.as_ref(),
            verb,
            subject: permit.season(),
            season: Some(permit.season()),
            detail,
        };
        events::record(kernel, &mut tx, event).await?;
    }
    tx.commit().await?;
    Ok(report)
}

/// Imports applications. Known ids whose rows are the same are left alone; a person is found by her
/// address; a likely second application of one person is flagged and kept out of selection.
///
/// Rows are taken one by one, so that a file of any length passes through little memory.
pub async fn import_applications(
    kernel: &Kernel,
    permit: &FillPool,
    table: &Table,
    mapping: &[String],
    options: &Options,
) -> Result<Report> {
    let rows = table.rows.iter().map(|(line, cells)| Ok((*line, std::borrow::Cow::Borrowed(cells.as_slice()))));
    import_rows(kernel, permit, &table.headers, rows, mapping, options).await
}

/// A row as it comes: its line and cells, or why the file cannot be read on.
pub type Incoming<'r> = std::result::Result<(usize, std::borrow::Cow<'r, [String]>), Fault>;

/// As [`import_applications`], from rows that come one by one. A file that breaks off is refused whole.
pub async fn import_rows(
    kernel: &Kernel,
    permit: &FillPool,
    headers: &[String],
    rows: impl Iterator<Item = Incoming<'_>>,
    mapping: &[String],
    options: &Options,
) -> Result<Report> {
    let mut report = Report::default();
    let mut seen: HashMap<String, usize> = HashMap::new();
    let mut tx = kernel.db.begin().await?;
    let mut known = Pool::new(store::known(&mut tx, permit).await?);
    let held = store::holders(&mut tx, permit, None).await?;
    let mut batch = Batch::new(kernel, permit, options, Sender::Team, held);
    let columns = columns::of_file(kernel, &mut tx, permit, headers, mapping).await?;
    for row in rows {
        let (line, cells) = match row {
            Ok(row) => row,
            Err(fault) => {
                report.faults.push(fault);
                let whole = Options { all_or_nothing: true, ..options.clone() };
                return finish(kernel, tx, permit, &whole, "applications.imported", report).await;
            }
        };
        report.read += 1;
        let p = match parse::row(&columns, line, &cells, &options.zone) {
            Ok(p) => p,
            Err(faults) => {
                report.faults.extend(faults);
                continue;
            }
        };
        if let Some(first) = seen.insert(p.external_id.clone(), line) {
            let column =
                headers.iter().zip(mapping).find(|(_, t)| *t == "application_id").map_or("", |(h, _)| h.as_str());
            report.faults.push(Fault {
                line,
                column: column.into(),
                value: format!("{} ({first})", p.external_id),
                advice: "fault-id-twice".into(),
            });
            continue;
        }
        if let Some((id, hash)) = known.by_id.get(&p.external_id) {
            if *hash == p.content_hash {
                report.unchanged += 1;
            } else {
                store::update(&mut tx, &id.0, &p).await?;
                judge(kernel, &mut tx, &id.0, &p).await?;
                let said = compartments(kernel, &mut tx, permit, &id.1, &p).await?;
                report.left_out += usize::from(matches!(said, AboutThem::LeftOut));
                report.changed += 1;
            }
            continue;
        }
        let like = known.like(&p, &Sender::Team);
        batch.add(&mut tx, &p, &like).await?;
        known.add(&p, &Sender::Team);
        report.duplicates.extend(like.second().map(|first| (p.external_id.clone(), first.to_owned())));
        report.imported += 1;
    }
    batch.flush(&mut tx).await?;
    report.left_out += batch.left_out;
    finish(kernel, tx, permit, options, "applications.imported", report).await
}

/// An application that was taken into the pool.
pub struct Taken {
    pub id: Id,
    pub person: Id,
    pub external_id: String,
}

/// Reads one row. What does not fit its typed field is kept as an answer: nothing that was written is lost.
pub fn read_row(mut columns: Vec<Column>, cells: &[String]) -> Parsed {
    loop {
        let (parsed, faults) = parse::read(&columns, 1, cells, "UTC");
        let unread: Vec<usize> =
            faults.iter().filter_map(|(at, _)| *at).filter(|at| columns[*at].target != mapping::ANSWER).collect();
        if unread.is_empty() {
            return parsed;
        }
        for at in unread {
            mapping::ANSWER.clone_into(&mut columns[at].target);
        }
    }
}

/// Takes one application into the pool, inside the caller's transaction. It gets an id that can be said on the phone;
/// its person is whoever proved the address, or a record apart; a likely second application of one person is flagged.
pub async fn take(
    kernel: &Kernel,
    tx: &mut Tx,
    permit: &FillPool,
    season: &Season,
    sender: Sender,
    mut p: Parsed,
) -> Result<Taken> {
    let year = season.starts_on.get(2..4).unwrap_or("00");
    p.external_id = loop {
        let id = format!("W{year}-{}", &secret::token(&kernel.rng)[..5].to_uppercase());
        if store::id_of(tx, permit, &id).await?.is_none() {
            break id;
        }
    };
    let like = Pool::new(store::known(tx, permit).await?).like(&p, &sender);
    let norm = norm_email(&p.email);
    // Asked in any case, so that the work does not tell whether someone is known.
    let held = store::holders(tx, permit, Some(&norm)).await?;
    let options = Options {
        is_dry_run: false,
        all_or_nothing: true,
        zone: season.zone.clone(),
        actor: None,
        is_demo: kernel.is_demo,
    };
    let is_proved = sender.is_proved();
    let mut batch = Batch::new(kernel, permit, &options, sender, held);
    batch.add(tx, &p, &like).await?;
    batch.flush(tx).await?;
    let (id, person) = store::id_of(tx, permit, &p.external_id).await?.ok_or(Error::NotFound)?;
    if is_proved {
        store::yield_to(tx, permit, &id, &p.external_id, &norm).await?;
    }
    Ok(Taken { id, person, external_id: p.external_id })
}

/// The address of an application was proved by its link: the application becomes its holder's, and is nobody's second
/// one any more unless the first was proved as well. Said twice, done once. Returns whose it is.
pub async fn prove(
    kernel: &Kernel,
    tx: &mut Tx,
    permit: &FillPool,
    application: &Id,
    address: &Proved,
) -> Result<Option<Id>> {
    let Some(person) = store::person_of(tx, permit, application).await? else { return Ok(None) };
    let holder = address::claim(kernel, tx, &person, address).await?;
    if let Some(external_id) = store::mark_proved(tx, permit, application, kernel.now()).await? {
        store::yield_to(tx, permit, application, &external_id, address.norm()).await?;
        store::stand_up(tx, permit, application).await?;
        let event = events::Event {
            actor: Some(&holder),
            verb: "application.confirmed",
            subject: &holder,
            season: Some(permit.season()),
            detail: Some(external_id),
        };
        events::record(kernel, tx, event).await?;
    }
    Ok(Some(holder))
}

/// Takes an application back, once; returns whose it was.
pub async fn withdraw(
    kernel: &Kernel,
    tx: &mut Tx,
    permit: &FillPool,
    application: &Id,
    reason: Option<&str>,
) -> Result<Option<Id>> {
    if store::is_withdrawn(tx, permit, application).await? {
        return Ok(None);
    }
    store::insert_event(kernel, tx, application, kernel.now(), Happening::Withdrawn, reason).await?;
    Ok(store::person_of(tx, permit, application).await?)
}

/// The holder of its address says that an application is not theirs: it is withdrawn, and what was said beside it about
/// needs, oneself and work is erased, also where the team has merged its record into another. Returns whose application
/// it was.
pub async fn disown(
    kernel: &Kernel,
    tx: &mut Tx,
    permit: &FillPool,
    application: &Id,
    address: &Proved,
) -> Result<Option<Id>> {
    let Some(person) = store::person_of(tx, permit, application).await? else { return Ok(None) };
    withdraw(kernel, tx, permit, application, Some("not-theirs")).await?;
    let typed = merge::that_moved(tx, &person, application).await?.map_or_else(|| person.clone(), |m| m.merged_id);
    address::give_up(kernel, tx, &typed, address).await?;
    store::end_draft(tx, permit, application, kernel.now()).await?;
    Ok(Some(person))
}

/// Whoever has proved an address says whether an application is theirs that was sent with it before anyone had shown
/// whose it is: theirs becomes part of their record, another is withdrawn. Returns its season; `None` when it was
/// answered before, or never the reader's: then nothing is done.
pub async fn say_whose(kernel: &Kernel, tx: &mut Tx, own: &OwnRecord, id: &str, is_mine: bool) -> Result<Option<Id>> {
    let Some(a) = store::unconfirmed(tx, own).await?.into_iter().find(|a| a.id.as_str() == id) else {
        return Ok(None);
    };
    let Some(proved) = address::shared(tx, own, &a.person_id).await? else { return Ok(None) };
    let permit = FillPool::for_unconfirmed(&a);
    if is_mine {
        prove(kernel, tx, &permit, &a.id, &proved).await?;
    } else {
        disown(kernel, tx, &permit, &a.id, &proved).await?;
    }
    Ok(Some(a.season_id))
}

/// Decides whether someone may apply; the earlier decisions stay on record.
pub async fn decide(
    kernel: &Kernel,
    permit: &FillPool,
    actor: Option<&Id>,
    external_id: &str,
    is_eligible: bool,
    reason: Option<&str>,
) -> Result<()> {
    let mut tx = kernel.begin_once().await?;
    let (id, person) = store::id_of(&mut tx, permit, external_id).await?.ok_or(Error::NotFound)?;
    store::insert_eligibility(kernel, &mut tx, &id, (is_eligible, reason), None).await?;
    let verb = if is_eligible { "eligibility.given" } else { "eligibility.refused" };
    let event = events::Event {
        actor,
        verb,
        subject: &person,
        season: Some(permit.season()),
        detail: Some(external_id.to_owned()),
    };
    events::record(kernel, &mut tx, event).await?;
    tx.commit().await?;
    Ok(())
}

/// Marks all applications in an open state eligible: those that came in time, or those that came late; never both in
/// one act. Returns how many, and what the act is undone by.
pub async fn decide_open(
    kernel: &Kernel,
    permit: &FillPool,
    actor: Option<&Id>,
    state: State,
) -> Result<Option<(Id, usize)>> {
    if !state.is_open() {
        return Err(Error::BadRequest);
    }
    let mut tx = kernel.db.begin().await?;
    let open = store::in_state(&mut tx, permit, state).await?;
    let batch = kernel.id();
    for (id,) in &open {
        store::insert_eligibility(kernel, &mut tx, id, (true, None), Some(&batch)).await?;
    }
    if !open.is_empty() {
        let event = events::Event {
            actor,
            verb: "eligibility.given",
            subject: permit.season(),
            season: Some(permit.season()),
            detail: Some(format!("{} at once ({state})", open.len())),
        };
        events::record(kernel, &mut tx, event).await?;
    }
    tx.commit().await?;
    Ok((!open.is_empty()).then_some((batch, open.len())))
}

/// Which decisions on eligibility are undone.
pub enum Undo<'a> {
    /// Those of one act.
    Batch(&'a Id),
    /// The latest one of an application, by its number.
    Latest(&'a str),
}

/// Undoes decisions on eligibility; what was decided before counts again, or nothing. Not where someone has been told
/// what came of their application. Returns how many; said again, none.
pub async fn undo_eligibility(kernel: &Kernel, permit: &FillPool, actor: Option<&Id>, undo: Undo<'_>) -> Result<usize> {
    let mut tx = kernel.begin_once().await?;
    let application = match undo {
        Undo::Latest(id) => Some(store::id_of(&mut tx, permit, id).await?.ok_or(Error::NotFound)?.0),
        Undo::Batch(_) => None,
    };
    let batch = if let Undo::Batch(id) = undo { Some(id) } else { None };
    let undone = store::undo_eligibility(&mut tx, permit, (batch, application.as_ref()), kernel.now()).await?.len();
    if undone > 0 {
        let event = events::Event {
            actor,
            verb: "eligibility.undone",
            subject: application.as_ref().unwrap_or_else(|| permit.season()),
            season: Some(permit.season()),
            detail: Some(undone.to_string()),
        };
        events::record(kernel, &mut tx, event).await?;
    }
    tx.commit().await?;
    Ok(undone)
}

/// What became of what a row says about a person.
enum AboutThem {
    Written,
    /// A file does not speak for someone who has shown that the record is theirs.
    LeftOut,
}

/// What goes into stores of its own: words about oneself, access needs.
async fn compartments(kernel: &Kernel, tx: &mut Tx, permit: &FillPool, person: &Id, p: &Parsed) -> Result<AboutThem> {
    if (!p.identity.is_empty() || p.access_need.is_some()) && people::is_proved(tx, person).await? {
        return Ok(AboutThem::LeftOut);
    }
    for said in &p.identity {
        people::add_self_description(kernel, tx, person, &said.key(permit.season()), &said.label(), &said.value)
            .await?;
    }
    if let Some(need) = &p.access_need {
        needs::set(kernel, tx, person, permit.season(), need).await?;
    }
    Ok(AboutThem::Written)
}

/// Eligibility and priority are records of their own: a changed row adds new ones, the earlier ones stay.
async fn judge(kernel: &Kernel, tx: &mut Tx, application: &Id, p: &Parsed) -> Result<()> {
    if let Some(text) = p.text("eligibility")
        && let Some(is_eligible) = parse::is_eligible(&text)
    {
        let reason = (!is_eligible).then_some(text.as_str());
        store::insert_eligibility(kernel, tx, application, (is_eligible, reason), None).await?;
    }
    if let Some(priority) = p.text("priority") {
        store::insert_priority(kernel, tx, application, &priority).await?;
    }
    Ok(())
}
/// Days that a file waits whose import nobody finishes.
pub const UNFINISHED_DAYS: i64 = 14;

/// Forgets files that were read and never imported.
pub async fn forget_unfinished(kernel: &Kernel) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    store::forget_unfinished(&mut tx, kernel.now().plus_days(-UNFINISHED_DAYS)).await?;
    Ok(tx.commit().await?)
}

/// Recognized columns, with what was given in a file (column = target) laid over them.
pub fn mapping_for(headers: &[String], given: Option<&str>) -> std::result::Result<Vec<String>, String> {
    let Some(text) = given else { return Ok(mapping::recognise(headers)) };
    let given: BTreeMap<String, String> = serde_json::from_str(text)
        .or_else(|_| toml::from_str(text))
        .map_err(|_| "the mapping is neither JSON nor TOML of column = target".to_owned())?;
    mapping::apply(headers, &given)
}

/// Where each column went the last time a file with these headers was imported; else what is recognized.
pub fn mapping_saved(headers: &[String], saved: Option<&str>) -> Vec<String> {
    let saved = saved.and_then(|text| serde_json::from_str::<Vec<String>>(text).ok());
    saved
        .filter(|m| m.len() == headers.len() && m.iter().all(|target| mapping::targets().any(|t| t == target)))
        .unwrap_or_else(|| mapping::recognise(headers))
}
