//! Verbs: import a pool, reads, events, a cohort. Each is one transaction, and doing it twice changes
//! nothing.

use std::collections::{BTreeMap, HashMap};

use super::columns::Column;
use super::duplicates::Pool;
use super::fill::Batch;
pub use super::model::Options;
use super::model::{Happening, Parsed, Report, Sender};
use super::rules::FillPool;
use super::store::{self, NewRead, NewSeat, Seated};
use super::{columns, mapping, parse};
use weft_kernel::clock::Time;
use weft_kernel::db::Tx;
use weft_kernel::ids::Id;
use weft_kernel::secret;
use weft_kernel::{Kernel, events};
use weft_media::table::Fault;
use weft_media::table::Table;
use weft_people::PUBLISH;
use weft_people::address::{self, Proved};
use weft_people::model::norm_email;
use weft_people::rules::OwnRecord;
use weft_people::{merge, needs, store as people};
use weft_programs::Season;
use weft_web::{Error, Result};

async fn finish(
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
    store::insert_eligibility(kernel, &mut tx, &id, is_eligible, reason).await?;
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

/// Everyone of whom nothing was decided, who is nobody's second application and sent in time, may apply. Returns how
/// many.
pub async fn decide_undecided(kernel: &Kernel, permit: &FillPool, actor: Option<&Id>) -> Result<usize> {
    let mut tx = kernel.db.begin().await?;
    let open = store::undecided(&mut tx, permit).await?;
    for (id,) in &open {
        store::insert_eligibility(kernel, &mut tx, id, true, None).await?;
    }
    if !open.is_empty() {
        let event = events::Event {
            actor,
            verb: "eligibility.given",
            subject: permit.season(),
            season: Some(permit.season()),
            detail: Some(format!("{} at once", open.len())),
        };
        events::record(kernel, &mut tx, event).await?;
    }
    tx.commit().await?;
    Ok(open.len())
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
    if let Some(text) = p.text("eligibility") {
        let is_eligible = parse::is_eligible(&text);
        store::insert_eligibility(kernel, tx, application, is_eligible, (!is_eligible).then_some(text.as_str()))
            .await?;
    }
    if let Some(priority) = p.text("priority") {
        store::insert_priority(kernel, tx, application, &priority).await?;
    }
    Ok(())
}

/// The cells of a row by column name.
struct Cells<'t> {
    line: usize,
    headers: &'t [String],
    row: &'t [String],
}

impl<'t> Cells<'t> {
    fn get(&self, name: &str) -> &'t str {
        self.headers.iter().position(|h| h == name).and_then(|i| self.row.get(i)).map_or("", |c| c.trim())
    }

    fn fault(&self, column: &str, advice: &str) -> Fault {
        Fault {
            line: self.line,
            column: column.into(),
            value: self.get(column).chars().take(60).collect(),
            advice: advice.into(),
        }
    }
}

fn rows(table: &Table) -> impl Iterator<Item = Cells<'_>> {
    table.rows.iter().map(|(line, cells)| Cells { line: *line, headers: &table.headers, row: cells })
}

/// Columns a file must have, and no two alike where columns are found by their names; what is wrong is a fault of the
/// header.
fn missing(table: &Table, names: &[&str]) -> Vec<Fault> {
    let fault = |column: &str, advice: &str| Fault {
        line: 1,
        column: column.to_owned(),
        value: String::new(),
        advice: advice.into(),
    };
    let absent =
        names.iter().filter(|n| !table.headers.iter().any(|h| h == *n)).map(|n| fault(n, "fault-column-missing"));
    let twice = table
        .headers
        .iter()
        .enumerate()
        .filter(|(i, h)| !h.is_empty() && table.headers[..*i].contains(h))
        .map(|(_, h)| fault(h, "fault-header-twice"));
    absent.chain(twice).collect()
}

/// Columns of a reads file that are no criteria.
const READ_COLUMNS: &[&str] = &[
    "review_id",
    "application_id",
    "reviewer_id",
    "read",
    "order_in_queue",
    "submitted_at",
    "minutes_spent",
    "state",
    "late_reason",
    "comment",
];

/// Days that a file waits whose import nobody finishes.
pub const UNFINISHED_DAYS: i64 = 14;

/// Forgets files that were read and never imported.
pub async fn forget_unfinished(kernel: &Kernel) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    store::forget_unfinished(&mut tx, kernel.now().plus_days(-UNFINISHED_DAYS)).await?;
    Ok(tx.commit().await?)
}

/// Imports reads: every further column is a criterion, scored 1 to 5. Only those in state `counted` count.
pub async fn import_reviews(kernel: &Kernel, permit: &FillPool, table: &Table, options: &Options) -> Result<Report> {
    let mut report = Report {
        read: table.rows.len(),
        faults: missing(table, &["review_id", "application_id", "reviewer_id"]),
        ..Report::default()
    };
    let criteria: Vec<&String> = table.headers.iter().filter(|h| !READ_COLUMNS.contains(&h.as_str())).collect();
    let mut tx = kernel.db.begin().await?;
    if !report.faults.is_empty() {
        return finish(kernel, tx, permit, options, "reviews.imported", report).await;
    }
    for row in rows(table) {
        let Some((application, _)) = store::id_of(&mut tx, permit, row.get("application_id")).await? else {
            report.faults.push(row.fault("application_id", "fault-unknown-application"));
            continue;
        };
        let scores: Vec<(&str, Option<i64>)> =
            criteria.iter().map(|c| (c.as_str(), row.get(c).parse().ok().filter(|s| (0..=100).contains(s)))).collect();
        let state = if row.get("state").is_empty() { "counted" } else { row.get("state") };
        if let Some((column, _)) = scores.iter().find(|(_, s)| s.is_none() && state == "counted") {
            report.faults.push(row.fault(column, "fault-score"));
            continue;
        }
        let comment = Some(row.get("comment")).filter(|c| !c.is_empty());
        let new = NewRead {
            external_id: row.get("review_id"),
            application: &application,
            reader: row.get("reviewer_id"),
            read_no: row.get("read").parse().unwrap_or(1),
            submitted_at: Time::parse(row.get("submitted_at")),
            minutes: row.get("minutes_spent").parse().ok(),
            state,
            comment,
        };
        let given: BTreeMap<String, i64> = scores.iter().filter_map(|(c, s)| Some(((*c).to_owned(), (*s)?))).collect();
        if store::read_as_it_is(&mut tx, permit, new.external_id).await? == Some((state.to_owned(), given.clone())) {
            report.unchanged += 1;
            continue;
        }
        let read = store::upsert_read(kernel, &mut tx, permit, &new).await?;
        store::clear_scores(&mut tx, &read).await?;
        for (criterion, score) in &given {
            store::set_score(&mut tx, &read, criterion, *score).await?;
        }
        report.imported += 1;
    }
    finish(kernel, tx, permit, options, "reviews.imported", report).await
}

/// Imports what happened with applications. Someone who withdrew is never seated.
pub async fn import_events(kernel: &Kernel, permit: &FillPool, table: &Table, options: &Options) -> Result<Report> {
    let mut report = Report {
        read: table.rows.len(),
        faults: missing(table, &["application_id", "at", "event"]),
        ..Report::default()
    };
    let mut tx = kernel.db.begin().await?;
    if !report.faults.is_empty() {
        return finish(kernel, tx, permit, options, "application-events.imported", report).await;
    }
    for row in rows(table) {
        let kind = match row.get("event").to_lowercase().as_str() {
            "withdrawn" | "withdrawn by applicant" => Happening::Withdrawn,
            "late accepted" => Happening::LateAccepted,
            "duplicate merged" => Happening::DuplicateMerged,
            _ => {
                report.faults.push(row.fault("event", "fault-event"));
                continue;
            }
        };
        let Some(at) = Time::parse(row.get("at")) else {
            report.faults.push(row.fault("at", "fault-date"));
            continue;
        };
        let Some((application, _)) = store::id_of(&mut tx, permit, row.get("application_id")).await? else {
            report.faults.push(row.fault("application_id", "fault-unknown-application"));
            continue;
        };
        let reason = Some(row.get("reason")).filter(|r| !r.is_empty());
        if store::insert_event(kernel, &mut tx, &application, at, kind, reason).await? {
            report.imported += 1;
        } else {
            report.unchanged += 1;
        }
    }
    finish(kernel, tx, permit, options, "application-events.imported", report).await
}

/// Imports a cohort that was decided elsewhere, and what its members agreed to show.
pub async fn import_cohort(
    kernel: &Kernel,
    permit: &FillPool,
    table: &Table,
    consents: Option<&Table>,
    options: &Options,
) -> Result<Report> {
    let mut report =
        Report { read: table.rows.len(), faults: missing(table, &["application_id"]), ..Report::default() };
    let mut tx = kernel.db.begin().await?;
    if !report.faults.is_empty() {
        return finish(kernel, tx, permit, options, "cohort.imported", report).await;
    }
    let mut people_of: HashMap<String, Id> = HashMap::new();
    for row in rows(table) {
        let Some((application, person)) = store::id_of(&mut tx, permit, row.get("application_id")).await? else {
            report.faults.push(row.fault("application_id", "fault-unknown-application"));
            continue;
        };
        if store::happened(&mut tx, &application).await?.iter().any(|h| h.is(Happening::Withdrawn)) {
            report.faults.push(row.fault("application_id", "fault-withdrawn"));
            continue;
        }
        let joined = row.get("joined_on").parse().map_or(kernel.now(), |d| Time::end_of_day(d, &options.zone));
        let external = Some(row.get("participant_id")).filter(|p| !p.is_empty());
        let from = if row.get("seat_from").is_empty() { "import" } else { row.get("seat_from") };
        for key in [row.get("application_id"), row.get("participant_id")] {
            people_of.insert(key.to_owned(), person.clone());
        }
        let new = NewSeat { application: &application, person: &person, external_id: external, from, at: joined };
        match store::seat(kernel, &mut tx, permit, &new).await? {
            Seated::Already => report.unchanged += 1,
            Seated::Now => report.imported += 1,
            // The seat row falls with the transaction: a cohort larger than its seats is refused whole.
            Seated::Full => {
                report.faults.push(row.fault("application_id", "fault-seats"));
                let options = Options { all_or_nothing: true, ..options.clone() };
                return finish(kernel, tx, permit, &options, "cohort.imported", report).await;
            }
        }
    }
    if let Some(table) = consents {
        give_consents(kernel, &mut tx, permit, table, &people_of, &mut report).await?;
    }
    finish(kernel, tx, permit, options, "cohort.imported", report).await
}

/// Rows with `application_id` or `participant_id` and either a `field` (one of [`PUBLISH`](people::PUBLISH), or `all`)
/// or a yes/no column per field.
async fn give_consents(
    kernel: &Kernel,
    tx: &mut Tx,
    permit: &FillPool,
    table: &Table,
    people_of: &HashMap<String, Id>,
    report: &mut Report,
) -> Result<()> {
    for row in rows(table) {
        let found = ["participant_id", "application_id"].iter().find_map(|c| people_of.get(row.get(c)));
        let Some(person) = found else {
            report.faults.push(row.fault("application_id", "fault-unknown-application"));
            continue;
        };
        let field = row.get("field");
        let is_yes = |f: &str| matches!(row.get(f).to_lowercase().as_str(), "yes" | "y" | "1" | "true" | "sí");
        let given = PUBLISH.iter().filter(|f| {
            (field == "all" && **f != "photo") || field == **f || is_yes(f) || (**f != "photo" && is_yes("all"))
        });
        for f in given.copied().collect::<Vec<_>>() {
            people::give_consent(kernel, tx, person, permit.season(), &format!("publish:{f}")).await?;
        }
    }
    Ok(())
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
