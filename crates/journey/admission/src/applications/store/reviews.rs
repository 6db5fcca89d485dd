//! The SQL of reviews that come from a file.

use std::collections::{BTreeMap, HashMap};

use crate::applications::rules::FillPool;
use weft_kernel::Kernel;
use weft_kernel::clock::Time;
use weft_kernel::db::dialect::Bulk;
use weft_kernel::db::{Conn, Result};
use weft_kernel::ids::Id;
use weft_kernel::{args, sql};

pub(in crate::applications) struct NewRead<'a> {
    pub external_id: &'a str,
    pub application: &'a Id,
    pub reader: &'a str,
    /// The reviewer, when they are on the season's team.
    pub reader_id: Option<&'a Id>,
    pub read_no: i64,
    pub submitted_at: Option<Time>,
    pub minutes: Option<i64>,
    pub state: &'a str,
    pub comment: Option<&'a str>,
}

/// Numbers of reviews that were made in another stage than the current one.
pub(in crate::applications) async fn of_other_stages(conn: &mut Conn, permit: &FillPool) -> Result<Vec<(String,)>> {
    conn.all(
        sql!(
            "SELECT r.external_id
            FROM stage_read r
            JOIN season n ON n.id = r.season_id AND n.stage <> r.stage
            WHERE r.season_id = $1"
        ),
        args![permit.season()],
    )
    .await
}

/// What a review says and whose it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::applications) struct Made {
    pub state: String,
    pub scores: BTreeMap<String, i64>,
    pub comment: Option<String>,
    pub reader_id: Option<Id>,
}

type ReadRow = (String, String, Option<String>, Option<Id>, Option<String>, Option<i64>);

/// The reviews of a season that are there already, by their number.
pub(in crate::applications) async fn reads_as_they_are(
    conn: &mut Conn,
    permit: &FillPool,
) -> Result<HashMap<String, Made>> {
    let rows: Vec<ReadRow> = conn
        .all(
            sql!(
                "SELECT r.external_id, r.state, r.comment, r.reader_id, s.criterion, s.score
                FROM stage_read r
                LEFT JOIN read_score s ON s.read_id = r.id
                WHERE r.season_id = $1"
            ),
            args![permit.season()],
        )
        .await?;
    let mut out: HashMap<String, Made> = HashMap::new();
    for (external_id, state, comment, reader_id, criterion, score) in rows {
        let made = Made { state, scores: BTreeMap::new(), comment, reader_id };
        let made = out.entry(external_id).or_insert(made);
        made.scores.extend(criterion.zip(score));
    }
    Ok(out)
}

/// Who of the team has reviewed what: reviewer, application, and the number of the review.
pub(in crate::applications) async fn reviewed(conn: &mut Conn, permit: &FillPool) -> Result<Vec<(Id, Id, String)>> {
    conn.all(
        sql!(
            "SELECT reader_id, application_id, external_id
            FROM read
            WHERE season_id = $1 AND reader_id IS NOT NULL"
        ),
        args![permit.season()],
    )
    .await
}

/// Addresses of a season's team: address, person, name.
pub(in crate::applications) async fn team(conn: &mut Conn, permit: &FillPool) -> Result<Vec<(String, Id, String)>> {
    conn.all(
        sql!(
            "SELECT DISTINCT c.norm, p.id, p.display_name
            FROM role r
            JOIN person p ON p.id = r.person_id
            JOIN contact_point c ON c.person_id = p.id
            WHERE r.season_id = $1
                AND r.until IS NULL
                AND r.role IN (
                    'program-lead', 'co-lead', 'facilitator', 'coach', 'reviewer', 'evaluator', 'advisor', 'faculty',
                        'support'
                )
                AND c.kind = 'email'
                AND c.until IS NULL
                AND c.is_apart = 0"
        ),
        args![permit.season()],
    )
    .await
}

pub(in crate::applications) async fn clear_scores(conn: &mut Conn, read: &Id) -> Result<()> {
    conn.run(sql!("DELETE FROM read_score WHERE read_id = $1"), args![read]).await.map(drop)
}

const READ: Bulk = Bulk {
    table: "stage_read",
    columns: &[
        "id",
        "season_id",
        "stage",
        "application_id",
        "external_id",
        "reader",
        "read_no",
        "submitted_at",
        "minutes",
        "state",
        "comment",
        "reader_id",
    ],
    after: "ON CONFLICT (season_id, external_id) DO UPDATE SET state = excluded.state, comment = excluded.comment, \
            minutes = excluded.minutes, reader = excluded.reader, reader_id = excluded.reader_id",
};

const SCORE: Bulk = Bulk { table: "read_score", columns: &["read_id", "criterion", "score"], after: "" };

/// Writes reviews, each over what stood there under the same number, which differs from review to review.
pub(in crate::applications) async fn upsert_reads(
    kernel: &Kernel,
    conn: &mut Conn,
    permit: &FillPool,
    all: &[NewRead<'_>],
) -> Result<()> {
    let (stage,): (i64,) = conn.one(sql!("SELECT stage FROM season WHERE id = $1"), args![permit.season()]).await?;
    let row = |r: &NewRead<'_>| {
        args![
            kernel.id(),
            permit.season(),
            stage,
            r.application,
            r.external_id,
            r.reader,
            r.read_no,
            r.submitted_at,
            r.minutes,
            r.state,
            r.comment,
            r.reader_id
        ]
    };
    READ.insert(conn, all.iter().map(row).collect()).await
}

/// The reviews of a season by their numbers.
pub(in crate::applications) async fn read_ids(conn: &mut Conn, permit: &FillPool) -> Result<HashMap<String, Id>> {
    let rows: Vec<(String, Id)> =
        conn.all(sql!("SELECT external_id, id FROM stage_read WHERE season_id = $1"), args![permit.season()]).await?;
    Ok(rows.into_iter().collect())
}

/// Writes scores where there are none: review, criterion, score.
pub(in crate::applications) async fn insert_scores(conn: &mut Conn, all: &[(&Id, &str, i64)]) -> Result<()> {
    SCORE.insert(conn, all.iter().map(|(read, criterion, score)| args![*read, *criterion, *score]).collect()).await
}

pub async fn set_score(conn: &mut Conn, read: &Id, criterion: &str, score: i64) -> Result<()> {
    conn.run(
        sql!(
            "INSERT INTO read_score (read_id, criterion, score)
            VALUES ($1, $2, $3)
            ON CONFLICT (read_id, criterion) DO UPDATE SET score = excluded.score"
        ),
        args![read, criterion, score],
    )
    .await
    .map(drop)
}
