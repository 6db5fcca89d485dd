//! Reviews that were made elsewhere, from a file. A reviewer whose address is on the season's team is that person; the
//! others are kept under the name that the file has.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::elsewhere::{Cells, day_advice, missing, order_of, rows};
use super::headings;
use super::model::{Kind, Options, Report};
use super::parse;
use super::rules::FillPool;
use super::store::{self, Made, NewRead};
use weft_kernel::clock::Time;
use weft_kernel::db::Tx;
use weft_kernel::ids::Id;
use weft_kernel::moment::Order;
use weft_kernel::{Kernel, address, events};
use weft_media::table::{Fault, Table};
use weft_web::Result;

/// Columns of a file of reviews that are no criteria.
pub(super) const NO_CRITERIA: &[&str] = &[
    "review_id",
    "application_id",
    "email",
    "reviewer_id",
    "read",
    "order_in_queue",
    "submitted_at",
    "minutes_spent",
    "state",
    "late_reason",
    "comment",
];

/// A review as it will stand.
#[derive(Debug)]
struct Review<'t> {
    external_id: &'t str,
    application: Id,
    reader: String,
    reader_id: Option<Id>,
    read_no: i64,
    submitted_at: Option<Time>,
    minutes: Option<i64>,
    made: Made,
}

/// What the season knows of applications and of the reviews there are.
struct Known {
    applications: HashMap<String, Id>,
    /// By address: whoever is on the team, and how they are called.
    team: HashMap<String, (Id, String)>,
    reads: HashMap<String, Made>,
    /// Reviewers and applications, each with the number of their review.
    pairs: HashMap<(Id, Id), String>,
}

/// Imports reviews: every further column is a criterion, scored in whole numbers. Only those in state `counted` count.
pub async fn import_reviews(kernel: &Kernel, permit: &FillPool, table: &Table, options: &Options) -> Result<Report> {
    let mut report = Report { read: table.rows.len(), is_dry_run: options.is_dry_run, ..Report::default() };
    let mut conn = kernel.db.read().await?;
    let table = &headings::named(&mut conn, permit, table, Kind::Reviews).await?;
    report.refuse_all(missing(table, &["review_id", "application_id", "reviewer_id"]));
    if !report.faults.is_empty() {
        return Ok(report);
    }
    report.refused = 0;
    let known = Known {
        applications: store::ids(&mut conn, permit).await?.into_iter().collect(),
        team: store::team(&mut conn, permit).await?.into_iter().map(|(norm, id, name)| (norm, (id, name))).collect(),
        reads: store::reads_as_they_are(&mut conn, permit).await?,
        pairs: store::reviewed(&mut conn, permit).await?.into_iter().map(|(who, what, no)| ((who, what), no)).collect(),
    };
    let elsewhere: std::collections::HashSet<String> =
        store::of_other_stages(&mut conn, permit).await?.into_iter().map(|(id,)| id).collect();
    drop(conn);
    let criteria: Vec<&String> = table.headers.iter().filter(|h| !NO_CRITERIA.contains(&h.as_str())).collect();
    let order = order_of(table, "submitted_at");
    let (mut planned, mut seen, mut apart) = (Vec::new(), HashMap::new(), BTreeSet::new());
    for row in rows(table) {
        let review = match plan(&row, &criteria, &known, (order, &options.zone)) {
            Ok(review) => review,
            Err(fault) => {
                report.refuse([fault]);
                continue;
            }
        };
        if elsewhere.contains(review.external_id) {
            report.refuse([row.fault("review_id", "fault-other-stage")]);
            continue;
        }
        if let Some(first) = seen.get(review.external_id) {
            report.refuse([Fault { first: Some(*first), ..row.fault("review_id", "fault-id-twice") }]);
            continue;
        }
        seen.insert(review.external_id, row.line);
        if review.reader_id.is_some() {
            report.joined += 1;
        } else {
            apart.insert(review.reader.clone());
        }
        match known.reads.get(review.external_id) {
            Some(made) if *made == review.made => report.unchanged += 1,
            Some(_) => {
                report.changed += 1;
                planned.push(review);
            }
            None => {
                report.imported += 1;
                planned.push(review);
            }
        }
    }
    report.apart = apart.into_iter().collect();
    if options.all_or_nothing && report.refused > 0 {
        report.refuse_all([]);
    }
    if options.is_dry_run || report.imported + report.changed == 0 {
        return Ok(report);
    }
    let mut tx = kernel.db.begin().await?;
    write(kernel, &mut tx, permit, &planned).await?;
    let event = events::Event {
        actor: options.actor.as_ref(),
        verb: "reviews.imported",
        subject: permit.season(),
        season: Some(permit.season()),
        detail: Some(format!("{} new, {} changed", report.imported, report.changed)),
    };
    events::record(kernel, &mut tx, event).await?;
    tx.commit().await?;
    Ok(report)
}

fn new_read<'a>(r: &'a Review<'_>) -> NewRead<'a> {
    NewRead {
        external_id: r.external_id,
        application: &r.application,
        reader: &r.reader,
        reader_id: r.reader_id.as_ref(),
        read_no: r.read_no,
        submitted_at: r.submitted_at,
        minutes: r.minutes,
        state: &r.made.state,
        comment: r.made.comment.as_deref(),
    }
}

/// Writes what was planned, many rows at a time: only a review that was there before has scores to clear.
async fn write(kernel: &Kernel, tx: &mut Tx, permit: &FillPool, planned: &[Review<'_>]) -> Result<()> {
    let before = store::read_ids(tx, permit).await?;
    let all: Vec<NewRead<'_>> = planned.iter().map(new_read).collect();
    store::upsert_reads(kernel, tx, permit, &all).await?;
    for read in planned.iter().filter_map(|r| before.get(r.external_id)) {
        store::clear_scores(tx, read).await?;
    }
    let ids = store::read_ids(tx, permit).await?;
    let scores: Vec<(&Id, &str, i64)> = planned
        .iter()
        .filter_map(|r| Some((ids.get(r.external_id)?, &r.made.scores)))
        .flat_map(|(id, scores)| scores.iter().map(move |(criterion, score)| (id, criterion.as_str(), *score)))
        .collect();
    Ok(store::insert_scores(tx, &scores).await?)
}

/// Reads one row.
fn plan<'t>(
    row: &Cells<'t>,
    criteria: &[&String],
    known: &Known,
    (order, zone): (Option<Order>, &str),
) -> std::result::Result<Review<'t>, Fault> {
    let application = known.applications.get(row.get("application_id")).ok_or_else(|| row.unknown())?;
    let external_id = row.get("review_id");
    let said = row.get("reviewer_id");
    if external_id.is_empty() || said.is_empty() {
        return Err(row.fault(if said.is_empty() { "reviewer_id" } else { "review_id" }, "fault-id"));
    }
    let state = if row.get("state").is_empty() { "counted" } else { row.get("state") };
    let mut scores = BTreeMap::new();
    for criterion in criteria {
        match row.get(criterion).parse::<i64>() {
            Ok(score) if (0..=100).contains(&score) => {
                scores.insert((*criterion).clone(), score);
            }
            _ if state == "counted" || !row.get(criterion).is_empty() => {
                return Err(row.fault(criterion, "fault-score"));
            }
            _ => {}
        }
    }
    let number = |column: &str| match row.get(column) {
        "" => Ok(None),
        text => text.parse().map(Some).map_err(|_| row.fault(column, "fault-number")),
    };
    let submitted_at = match row.get("submitted_at") {
        "" => None,
        text => Some(parse::moment(text, order, zone).map_err(|advice| row.fault("submitted_at", day_advice(advice)))?),
    };
    let person = known.team.get(&address::norm(said));
    let reader_id = person.map(|(id, _)| id.clone());
    if let Some(other) = reader_id.as_ref().and_then(|id| known.pairs.get(&(id.clone(), application.clone())))
        && other != external_id
    {
        return Err(row.fault("reviewer_id", "fault-reviewed-here"));
    }
    let comment = Some(row.get("comment")).filter(|c| !c.is_empty()).map(str::to_owned);
    Ok(Review {
        external_id,
        application: application.clone(),
        reader: person.map_or_else(|| said.to_owned(), |(_, name)| name.clone()),
        read_no: number("read")?.unwrap_or(1),
        submitted_at,
        minutes: number("minutes_spent")?,
        made: Made { state: state.to_owned(), scores, comment, reader_id: reader_id.clone() },
        reader_id,
    })
}
