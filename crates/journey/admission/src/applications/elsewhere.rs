//! What was done elsewhere, from files: reads, events of applications, a cohort.

use std::collections::{BTreeMap, HashMap};

use super::acts::finish;
use super::model::{Happening, Options, Report};
use super::rules::FillPool;
use super::store::{self, NewRead, NewSeat, Seated};
use weft_kernel::Kernel;
use weft_kernel::clock::Time;
use weft_kernel::db::Tx;
use weft_kernel::ids::Id;
use weft_media::table::{Fault, Table};
use weft_people::PUBLISH;
use weft_people::store as people;
use weft_web::Result;

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
        let joined = match row.get("joined_on") {
            "" => kernel.now(),
            day => {
                let Ok(day) = day.parse() else {
                    report.faults.push(row.fault("joined_on", "fault-date"));
                    continue;
                };
                Time::end_of_day(day, &options.zone)
            }
        };
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
