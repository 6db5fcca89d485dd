//! What was done elsewhere, from files: events of applications, a cohort.

use std::collections::HashMap;

use super::acts::finish;
use super::model::{Happening, Options, Report};
use super::parse;
use super::rules::FillPool;
use super::store::{self, NewSeat, Seated};
use weft_kernel::Kernel;
use weft_kernel::clock::Time;
use weft_kernel::db::Tx;
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

    pub fn fault(&self, column: &str, advice: &str) -> Fault {
        Fault {
            line: self.line,
            column: column.into(),
            value: self.get(column).chars().take(60).collect(),
            advice: advice.into(),
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
    report.refuse_all(missing(table, &["application_id", "at", "event"]));
    let order = order_of(table, "at");
    let mut tx = kernel.db.begin().await?;
    if !report.faults.is_empty() {
        return finish(kernel, tx, permit, options, "application-events.imported", report).await;
    }
    report.refused = 0;
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
                report.refuse([row.fault("at", advice)]);
                continue;
            }
        };
        let Some((application, _)) = store::id_of(&mut tx, permit, row.get("application_id")).await? else {
            report.refuse([row.fault("application_id", "fault-unknown-application")]);
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
    let mut report = Report { read: table.rows.len(), ..Report::default() };
    report.refuse_all(missing(table, &["application_id"]));
    let mut tx = kernel.db.begin().await?;
    if !report.faults.is_empty() {
        return finish(kernel, tx, permit, options, "cohort.imported", report).await;
    }
    report.refused = 0;
    let mut people_of: HashMap<String, Id> = HashMap::new();
    for row in rows(table) {
        let Some((application, person)) = store::id_of(&mut tx, permit, row.get("application_id")).await? else {
            report.refuse([row.fault("application_id", "fault-unknown-application")]);
            continue;
        };
        if store::happened(&mut tx, &application).await?.iter().any(|h| h.is(Happening::Withdrawn)) {
            report.refuse([row.fault("application_id", "fault-withdrawn")]);
            continue;
        }
        let day = row.get("joined_on").parse().ok();
        if day.is_none() && !row.get("joined_on").is_empty() {
            report.refuse([row.fault("joined_on", "fault-day")]);
            continue;
        }
        let joined = day.map_or(kernel.now(), |day| Time::end_of_day(day, &options.zone));
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
                report.refuse_all([row.fault("application_id", "fault-seats")]);
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
            // A picture and words of one's own are agreed to by name alone.
            let is_usual = !matches!(**f, "photo" | "bio");
            (field == "all" && is_usual) || field == **f || is_yes(f) || (is_usual && is_yes("all"))
        });
        for f in given.copied().collect::<Vec<_>>() {
            people::give_consent(kernel, tx, person, permit.season(), &format!("publish:{f}")).await?;
        }
        people::answer_share(kernel, tx, person, permit.season()).await?;
    }
    Ok(())
}
