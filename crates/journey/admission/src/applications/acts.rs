//! Verbs: import a pool, reads, events, a cohort. Each is one transaction, and doing it twice changes
//! nothing.

use std::collections::BTreeMap;

use super::columns::Column;
use super::duplicates::Pool;
pub use super::elsewhere::{import_cohort, import_events};
use super::fill::Batch;
pub use super::intake::{Incoming, first_rows, import_applications, import_rows, import_table};
pub use super::model::Options;
use super::model::{Happening, Parsed, Report, Sender, State};
pub use super::review_imports::import_reviews;
use super::rules::FillPool;
use super::store;
use super::{mapping, parse, sources};
use weft_kernel::db::Tx;
use weft_kernel::ids::Id;
use weft_kernel::secret;
use weft_kernel::{Kernel, events};
use weft_people::address::{self, Proved};
use weft_people::model::norm_email;
use weft_people::rules::OwnRecord;
use weft_people::{merge, needs, store as people};
use weft_programs::Season;
use weft_web::{Error, Result};

/// Ends an import that was planned in its transaction: takes it back if it was a look, or if a fault stops it.
pub(super) async fn finish(
    kernel: &Kernel,
    mut tx: Tx,
    permit: &FillPool,
    options: &Options,
    verb: &'static str,
    mut report: Report,
) -> Result<Report> {
    report.is_dry_run = options.is_dry_run;
    let stops = options.all_or_nothing && !report.faults.is_empty();
    if stops {
        report.refuse_all([]);
    }
    if options.is_dry_run || stops {
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
        may_empty: usize::MAX,
        zone: season.zone.clone(),
        actor: None,
        file: None,
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
    store::end_invitation(tx, application, kernel.now()).await?;
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

/// Decides of chosen applications whether they may apply: of those that are in, and not of somebody's second one.
/// Returns what the act is undone by, and how many that were.
pub async fn decide_chosen(
    kernel: &Kernel,
    permit: &FillPool,
    actor: &Id,
    applications: &[Id],
    (is_eligible, reason): (bool, Option<&str>),
) -> Result<(Id, usize)> {
    let mut tx = kernel.db.begin().await?;
    let batch = kernel.id();
    let mut n = 0;
    for id in applications {
        if store::may_be_decided(&mut tx, permit, id, (is_eligible, reason)).await? {
            store::insert_eligibility(kernel, &mut tx, id, (is_eligible, reason), Some(&batch)).await?;
            n += 1;
        }
    }
    if n > 0 {
        let event = events::Event {
            actor: Some(actor),
            verb: if is_eligible { "eligibility.given" } else { "eligibility.refused" },
            subject: permit.season(),
            season: Some(permit.season()),
            detail: Some(format!("{n} at once")),
        };
        events::record(kernel, &mut tx, event).await?;
    }
    tx.commit().await?;
    Ok((batch, n))
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
pub(super) enum AboutThem {
    Written,
    /// A file does not speak for someone who has shown that the record is theirs.
    LeftOut,
}

/// What goes into stores of its own: words about oneself, access needs.
pub(super) async fn compartments(
    kernel: &Kernel,
    tx: &mut Tx,
    permit: &FillPool,
    person: &Id,
    p: &Parsed,
) -> Result<AboutThem> {
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
pub(super) async fn judge(kernel: &Kernel, tx: &mut Tx, application: &Id, p: &Parsed) -> Result<()> {
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

/// Forgets files that were read and never imported, and the rows that an import refused.
pub async fn forget_unfinished(kernel: &Kernel) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    store::forget_unfinished(&mut tx, kernel.now().plus_days(-UNFINISHED_DAYS)).await?;
    tx.commit().await?;
    sources::sweep(kernel).await
}

/// Recognized columns, with what was given in a file (column = target) laid over them.
pub fn mapping_for(headers: &[String], given: Option<&str>) -> std::result::Result<Vec<String>, String> {
    let Some(text) = given else { return Ok(mapping::recognise(headers)) };
    let given: BTreeMap<String, String> = serde_json::from_str(text)
        .or_else(|_| toml::from_str(text))
        .map_err(|_| "the mapping is neither JSON nor TOML of column = target".to_owned())?;
    mapping::apply(headers, &given)
}
