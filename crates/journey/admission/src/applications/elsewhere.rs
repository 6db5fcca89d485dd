//! What was done elsewhere, from files: events of applications, a cohort.

use std::collections::{HashMap, HashSet};

use super::acts::finish;
use super::headings;
use super::model::{Happening, Kind, Options, Report};
use super::parse;
use super::rules::FillPool;
use super::store::{self, NewHappening, NewSeat, Seated};
use weft_kernel::Kernel;
use weft_kernel::clock::Time;
use weft_kernel::ids::Id;
use weft_kernel::moment::{self, Order, Settled};
use weft_media::table::{Fault, Table};
use weft_people::PUBLISH;
use weft_people::store as people;
use weft_web::Result;

/// The cells of a row by column name.
pub(super) struct Cells<'t> {
    pub line: usize,
    headers: &'t [String],
    row: &'t [String],
}

impl<'t> Cells<'t> {
    pub fn get(&self, name: &str) -> &'t str {
        self.headers.iter().position(|h| h == name).and_then(|i| self.row.get(i)).map_or("", |c| c.trim())
    }

    /// Nothing is known by the application's number or, where there is none, by the email.
    pub fn unknown(&self) -> Fault {
        let is_by_email = self.get("application_id").is_empty() && !self.get("email").is_empty();
        let (column, advice) = if is_by_email {
            ("email", "fault-unknown-email")
        } else {
            ("application_id", "fault-unknown-application")
        };
        self.fault(column, advice)
    }

    pub fn fault(&self, column: &str, advice: &str) -> Fault {
        Fault {
            line: self.line,
            column: column.into(),
            value: self.get(column).chars().take(60).collect(),
            advice: advice.into(),
            first: None,
        }
    }
}

pub(super) fn rows(table: &Table) -> impl Iterator<Item = Cells<'_>> {
    table.rows.iter().map(|(line, cells)| Cells { line: *line, headers: &table.headers, row: cells })
}

/// Columns a file must have, and no two alike where columns are found by their names; what is wrong is a fault of the
/// header.
pub(super) fn missing(table: &Table, names: &[&str]) -> Vec<Fault> {
    let fault = |column: &str, advice: &str| Fault {
        line: 1,
        column: column.to_owned(),
        value: String::new(),
        advice: advice.into(),
        first: None,
    };
    let absent = names
        .iter()
        .filter(|n| !table.headers.iter().any(|h| h == *n))
        .map(|n| fault(n, if *n == "application_id" { "fault-no-application" } else { "fault-column-missing" }));
    let twice = table
        .headers
        .iter()
        .enumerate()
        .filter(|(i, h)| !h.is_empty() && table.headers[..*i].contains(h))
        .map(|(_, h)| fault(h, "fault-header-twice"));
    absent.chain(twice).collect()
}

/// Where no order of dates is asked for, a date that reads two ways is to be written out.
pub(super) fn day_advice(advice: &'static str) -> &'static str {
    if matches!(advice, "fault-date-order" | "fault-date-other") { "fault-day-order" } else { advice }
}

/// Which number of a column's dates is the month, where a date of it tells.
pub(super) fn order_of(table: &Table, column: &str) -> Option<Order> {
    let cells: Vec<&str> = rows(table).map(|row| row.get(column)).collect();
    match moment::settle(cells.into_iter()) {
        Settled::Is(order) => Some(order),
        _ => None,
    }
}

/// Imports what happened with applications. Someone who withdrew is never seated.
pub async fn import_events(kernel: &Kernel, permit: &FillPool, table: &Table, options: &Options) -> Result<Report> {
    let mut report = Report { read: table.rows.len(), ..Report::default() };
    let mut conn = kernel.db.read().await?;
    let table = &headings::named(&mut conn, permit, table, Kind::Events).await?;
    report.refuse_all(missing(table, &["application_id", "at", "event"]));
    if !report.faults.is_empty() {
        return Ok(end(report, options));
    }
    report.refused = 0;
    let order = order_of(table, "at");
    let known: HashMap<String, Id> = store::ids(&mut conn, permit).await?.into_iter().collect();
    let mut there = store::events_of(&mut conn, permit).await?;
    // Nobody waits for a connection while a file is read.
    drop(conn);
    let mut planned = Vec::new();
    for row in rows(table) {
        let kind = match row.get("event").to_lowercase().as_str() {
            "withdrawn" | "withdrawn by applicant" => Happening::Withdrawn,
            "late accepted" => Happening::LateAccepted,
            "duplicate merged" => Happening::DuplicateMerged,
            _ => {
                report.refuse([row.fault("event", "fault-event")]);
                continue;
            }
        };
        let at = match parse::moment(row.get("at"), order, &options.zone) {
            Ok(at) => at,
            Err(advice) => {
                report.refuse([row.fault("at", day_advice(advice))]);
                continue;
            }
        };
        let Some(application) = known.get(row.get("application_id")) else {
            report.refuse([row.unknown()]);
            continue;
        };
        if !there.insert((application.clone(), at.0, kind.name().to_owned())) {
            report.unchanged += 1;
            continue;
        }
        report.imported += 1;
        let reason = Some(row.get("reason")).filter(|r| !r.is_empty());
        planned.push(NewHappening { application, at, kind, reason });
    }
    let report = end(report, options);
    if report.is_dry_run || report.imported == 0 {
        return Ok(report);
    }
    let mut tx = kernel.db.begin().await?;
    store::insert_events(kernel, &mut tx, &planned).await?;
    finish(kernel, tx, permit, options, "application-events.imported", report).await
}

/// A report as it is shown: a fault stops everything where nothing may be left out.
fn end(mut report: Report, options: &Options) -> Report {
    report.is_dry_run = options.is_dry_run;
    if options.all_or_nothing && !report.faults.is_empty() {
        report.refuse_all([]);
    }
    report
}

/// What is known before a cohort is read.
struct Pool {
    /// By number: application and person.
    applications: HashMap<String, (Id, Id)>,
    withdrawn: HashSet<Id>,
    seated: HashSet<Id>,
    free: i64,
}

/// Someone who is to be seated.
struct Coming<'t> {
    application: Id,
    person: Id,
    external_id: Option<&'t str>,
    from: &'t str,
    at: Time,
    row: Cells<'t>,
}

/// Imports a cohort that was decided elsewhere, and what its members agreed to show.
pub async fn import_cohort(
    kernel: &Kernel,
    permit: &FillPool,
    table: &Table,
    consents: Option<&Table>,
    options: &Options,
) -> Result<Report> {
    let mut report = Report { read: table.rows.len(), ..Report::default() };
    let mut conn = kernel.db.read().await?;
    let table = &headings::named(&mut conn, permit, table, Kind::Cohort).await?;
    report.refuse_all(missing(table, &["application_id"]));
    if !report.faults.is_empty() {
        return Ok(end(report, options));
    }
    report.refused = 0;
    let order = order_of(table, "joined_on");
    let mut pool = Pool {
        applications: store::numbered(&mut conn, permit).await?,
        withdrawn: store::withdrawn(&mut conn, permit).await?,
        seated: store::seated(&mut conn, permit).await?,
        free: store::free_seats(&mut conn, permit).await?,
    };
    drop(conn);
    let mut people_of: HashMap<String, Id> = HashMap::new();
    let mut planned = Vec::new();
    for row in rows(table) {
        let coming = match coming(kernel, &pool, row, (order, options)) {
            Ok(coming) => coming,
            Err(fault) => {
                report.refuse([fault]);
                continue;
            }
        };
        for key in [coming.row.get("application_id"), coming.row.get("participant_id")] {
            people_of.insert(key.to_owned(), coming.person.clone());
        }
        if !pool.seated.insert(coming.application.clone()) {
            report.unchanged += 1;
            continue;
        }
        pool.free -= 1;
        // A cohort larger than its seats is refused whole.
        if pool.free < 0 {
            report.refuse_all([coming.row.fault("application_id", "fault-seats")]);
            return Ok(end(report, &Options { all_or_nothing: true, ..options.clone() }));
        }
        report.imported += 1;
        planned.push(coming);
    }
    let given = consents.map_or_else(Vec::new, |table| given(table, &people_of, &mut report));
    let report = end(report, options);
    if report.is_dry_run || (options.all_or_nothing && !report.faults.is_empty()) {
        return Ok(report);
    }
    seat(kernel, permit, (planned, given), report, options).await
}

/// Reads one row.
fn coming<'t>(
    kernel: &Kernel,
    pool: &Pool,
    row: Cells<'t>,
    (order, options): (Option<Order>, &Options),
) -> std::result::Result<Coming<'t>, Fault> {
    let Some((application, person)) = pool.applications.get(row.get("application_id")).cloned() else {
        return Err(row.unknown());
    };
    if pool.withdrawn.contains(&application) {
        return Err(row.fault("application_id", "fault-withdrawn"));
    }
    let day = match row.get("joined_on") {
        "" => None,
        text => {
            let at = parse::moment(text, order, &options.zone);
            Some(at.map_err(|advice| row.fault("joined_on", day_advice(advice)))?.date_in(&options.zone))
        }
    };
    Ok(Coming {
        application,
        person,
        external_id: Some(row.get("participant_id")).filter(|p| !p.is_empty()),
        from: if row.get("seat_from").is_empty() { "import" } else { row.get("seat_from") },
        at: day.map_or(kernel.now(), |day| Time::end_of_day(day, &options.zone)),
        row,
    })
}

/// Writes what was planned. Seats are counted again as they are taken: where they have run out since, all is refused.
async fn seat(
    kernel: &Kernel,
    permit: &FillPool,
    (planned, given): (Vec<Coming<'_>>, Vec<Given>),
    mut report: Report,
    options: &Options,
) -> Result<Report> {
    let mut tx = kernel.db.begin().await?;
    let withdrawn = store::withdrawn(&mut tx, permit).await?;
    for c in planned {
        let new = NewSeat {
            application: &c.application,
            person: &c.person,
            external_id: c.external_id,
            from: c.from,
            at: c.at,
        };
        let advice = if withdrawn.contains(&c.application) {
            "fault-withdrawn"
        } else {
            match store::seat(kernel, &mut tx, permit, &new).await? {
                Seated::Now => continue,
                Seated::Already => {
                    report.imported -= 1;
                    report.unchanged += 1;
                    continue;
                }
                Seated::Full => "fault-seats",
            }
        };
        // The seats taken so far fall with the transaction.
        report.refuse_all([c.row.fault("application_id", advice)]);
        let options = Options { all_or_nothing: true, ..options.clone() };
        return finish(kernel, tx, permit, &options, "cohort.imported", report).await;
    }
    for (person, fields) in given {
        for field in fields {
            people::give_consent(kernel, &mut tx, &person, permit.season(), &format!("publish:{field}")).await?;
        }
        people::answer_share(kernel, &mut tx, &person, permit.season()).await?;
    }
    finish(kernel, tx, permit, options, "cohort.imported", report).await
}

/// Someone who said what of theirs is shown, and what.
type Given = (Id, Vec<&'static str>);

/// Who agreed to show what. Rows with `application_id` or `participant_id` and either a `field` (one of
/// [`PUBLISH`](people::PUBLISH), or `all`) or a yes/no column per field.
fn given(table: &Table, people_of: &HashMap<String, Id>, report: &mut Report) -> Vec<Given> {
    let mut out = Vec::new();
    for row in rows(table) {
        let found = ["participant_id", "application_id"].iter().find_map(|c| people_of.get(row.get(c)));
        let Some(person) = found else {
            report.faults.push(row.fault("application_id", "fault-unknown-application"));
            continue;
        };
        let field = row.get("field");
        let is_yes = |f: &str| matches!(row.get(f).to_lowercase().as_str(), "yes" | "y" | "1" | "true" | "sí");
        let given = PUBLISH.iter().filter(|f| {
            // A picture and words of one's own are agreed to by name alone.
            let is_usual = !matches!(**f, "photo" | "bio");
            (field == "all" && is_usual) || field == **f || is_yes(f) || (is_usual && is_yes("all"))
        });
        out.push((person.clone(), given.copied().collect()));
    }
    out
}
