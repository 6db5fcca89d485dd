//! The SQL of running a reading; that of a reader's own and of calibration stands below. What a reader may not see is
//! in no statement that takes her permit.

mod calibration;
mod conversations;
mod own;
mod terms;

pub use calibration::*;
pub use conversations::*;
pub use own::*;
pub(super) use terms::*;

use super::conflicts::Side;
use super::model::{Criterion, CriterionRow, Progress, Reading, Whole};
use super::rules::RunReading;
use crate::applications::model::State;
use weft_kernel::Kernel;
use weft_kernel::clock::Time;
use weft_kernel::db::dialect::Bulk;
use weft_kernel::db::{Conn, Result};
use weft_kernel::ids::Id;
use weft_kernel::{args, row, sql};

/// A structured value as it is stored.
fn json(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

pub async fn criteria(conn: &mut Conn, season: &Id) -> Result<Vec<Criterion>> {
    let rows: Vec<CriterionRow> = conn
        .all(
            sql!(
                "SELECT key, title, guidance, anchors, weight, is_independent
                FROM criterion
                WHERE season_id = $1
                ORDER BY position, key"
            ),
            args![season],
        )
        .await?;
    Ok(rows.into_iter().map(Criterion::from).collect())
}

pub(super) async fn clear_criteria(conn: &mut Conn, permit: &RunReading) -> Result<()> {
    let sql = sql!(
        "DELETE FROM stage_criterion
        WHERE season_id = $1 AND stage = (SELECT n.stage FROM season n WHERE n.id = $1)"
    );
    conn.run(sql, args![permit.season()]).await.map(drop)
}

pub(super) async fn insert_criterion(
    conn: &mut Conn,
    permit: &RunReading,
    position: usize,
    c: &Criterion,
) -> Result<()> {
    conn.run(
        sql!(
            "INSERT INTO stage_criterion (
                season_id, stage, key, position, title, guidance, anchors, weight, is_independent
            )
            VALUES ($1, (SELECT n.stage FROM season n WHERE n.id = $1), $2, $3, $4, $5, $6, $7, $8)"
        ),
        args![
            permit.season(),
            &c.key,
            position,
            json(&c.title),
            json(&c.guidance),
            json(&c.anchors),
            c.weight,
            c.is_independent
        ],
    )
    .await
    .map(drop)
}

pub async fn reading(conn: &mut Conn, season: &Id) -> Result<Option<Reading>> {
    conn.opt(
        sql!(
            "SELECT reads_each, most_each, wide_gap, visible, due_on, remind_days, opened_at, closed_at
            FROM reading
            WHERE season_id = $1"
        ),
        args![season],
    )
    .await
}

pub(super) async fn save_reading(conn: &mut Conn, permit: &RunReading, r: &Reading) -> Result<()> {
    conn.run(
        sql!(
            "INSERT INTO stage_reading (
                season_id, stage, reads_each, most_each, wide_gap, visible, due_on, remind_days
            )
            VALUES ($1, (SELECT n.stage FROM season n WHERE n.id = $1), $2, $3, $4, $5, $6, $7)
            ON CONFLICT (season_id, stage) DO UPDATE SET reads_each = excluded.reads_each,
                most_each = excluded.most_each, wide_gap = excluded.wide_gap, visible = excluded.visible,
                due_on = excluded.due_on, remind_days = excluded.remind_days"
        ),
        args![permit.season(), r.reads_each, r.most_each, r.wide_gap, &r.visible, r.due_on.clone(), r.remind_days],
    )
    .await
    .map(drop)
}

/// Opens the reading, or holds an open one against others until the caller's transaction ends. `false` when it is
/// closed or not set up.
pub(super) async fn open(conn: &mut Conn, permit: &RunReading, now: Time) -> Result<bool> {
    Ok(conn
        .run(
            sql!(
                "UPDATE stage_reading
                SET opened_at = COALESCE(opened_at, $2)
                WHERE season_id = $1
                    AND stage = (SELECT n.stage FROM season n WHERE n.id = $1)
                    AND closed_at IS NULL"
            ),
            args![permit.season(), now],
        )
        .await?
        > 0)
}

pub(super) async fn close(conn: &mut Conn, permit: &RunReading, now: Time) -> Result<bool> {
    Ok(conn
        .run(
            sql!(
                "UPDATE stage_reading
                SET closed_at = $2
                WHERE season_id = $1
                    AND stage = (SELECT n.stage FROM season n WHERE n.id = $1)
                    AND opened_at IS NOT NULL
                    AND closed_at IS NULL"
            ),
            args![permit.season(), now],
        )
        .await?
        > 0)
}

/// Opens a closed reading again, while no decisions were sent since the stage began.
pub(super) async fn reopen(conn: &mut Conn, permit: &RunReading) -> Result<bool> {
    // Inviting to the next stage comes before or after.
    conn.run(sql!("UPDATE season SET stage = stage WHERE id = $1"), args![permit.season()]).await?;
    Ok(conn
        .run(
            sql!(
                "UPDATE stage_reading
                SET closed_at = NULL
                WHERE season_id = $1
                    AND stage = (SELECT n.stage FROM season n WHERE n.id = $1)
                    AND closed_at IS NOT NULL
                    AND COALESCE(
                        (SELECT MAX(r.sent_at) FROM decision_round r WHERE r.season_id = $1), 0
                    ) < CASE WHEN stage = 1 THEN 1 ELSE closed_at END"
            ),
            args![permit.season()],
        )
        .await?
        > 0)
}

/// Whether decisions were sent: then what was closed stays closed.
pub async fn is_told(conn: &mut Conn, season: &Id) -> Result<bool> {
    let (n,): (i64,) = conn
        .one(
            sql!(
                "SELECT COUNT(*)
                FROM decision_round r
                JOIN season n ON n.id = r.season_id
                LEFT JOIN reading g ON g.season_id = r.season_id
                WHERE r.season_id = $1 AND r.sent_at IS NOT NULL AND (n.stage = 1 OR r.sent_at >= g.closed_at)"
            ),
            args![season],
        )
        .await?;
    Ok(n > 0)
}

/// Reviews that are assigned and not finished: of a reviewer, or of all.
pub async fn open_reviews(conn: &mut Conn, permit: &RunReading, reader: Option<&Id>) -> Result<i64> {
    let (n,): (i64,) = conn
        .one(
            sql!(
                "SELECT COUNT(*)
                FROM assignment
                WHERE season_id = $1
                    AND finished_at IS NULL
                    AND returned_at IS NULL
                    AND (CAST($2 AS TEXT) IS NULL OR reader_id = $2)"
            ),
            args![permit.season(), reader],
        )
        .await?;
    Ok(n)
}

row! {
    pub(super) struct ToRead {
        id: Id,
        external_id: String,
        organization: Option<String>,
        collaborative: Option<String>,
        language: String,
        stands: State,
        name: String,
    }
}

impl ToRead {
    pub(super) fn side(&self) -> Side<'_> {
        Side {
            organization: self.organization.as_deref(),
            collaborative: self.collaborative.as_deref(),
            person: &self.name,
        }
    }
}

/// The stage that choosing is at, from 1.
pub async fn stage(conn: &mut Conn, season: &Id) -> Result<i64> {
    Ok(conn.one::<(i64,)>(sql!("SELECT stage FROM season WHERE id = $1"), args![season]).await?.0)
}

/// Applications that are to be read: at this stage, not withdrawn, nobody's second one, not decided to be ineligible.
pub(super) async fn to_read(conn: &mut Conn, permit: &RunReading) -> Result<Vec<ToRead>> {
    conn.all(
        sql!(
            "SELECT a.id AS id, a.external_id AS external_id, a.organization AS organization,
                a.collaborative AS collaborative, a.language AS language, x.state AS stands, p.display_name AS name
            FROM application a
            JOIN application_state x ON x.application_id = a.id
            JOIN in_stage i ON i.application_id = a.id
            JOIN person p ON p.id = a.person_id
            WHERE a.season_id = $1 AND x.state IN ('eligible', 'undecided', 'late')
            ORDER BY a.id"
        ),
        args![permit.season()],
    )
    .await
}

row! {
    /// Someone who holds the reviewer's role now, with what they declared.
    pub(super) struct Holder { id: Id, display_name: String, ties: Option<String> }
}

pub(super) async fn readers(conn: &mut Conn, permit: &RunReading) -> Result<Vec<Holder>> {
    conn.all(
        sql!(
            "SELECT r.person_id AS id, p.display_name AS display_name, t.ties AS ties
            FROM role r
            JOIN person p ON p.id = r.person_id
            LEFT JOIN reader_ties t ON t.season_id = r.season_id AND t.reader_id = r.person_id
            WHERE r.season_id = $1
                AND r.role = 'reviewer'
                AND r.until IS NULL
                AND (
                    NOT EXISTS (
                        SELECT 1
                        FROM stage_reviewer v
                        JOIN season n ON n.id = v.season_id AND n.stage = v.no
                        WHERE v.season_id = r.season_id
                    )
                        OR EXISTS (
                            SELECT 1
                            FROM stage_reviewer v
                            JOIN season n ON n.id = v.season_id AND n.stage = v.no
                            WHERE v.season_id = r.season_id AND v.person_id = r.person_id
                        )
                )
            ORDER BY r.person_id"
        ),
        args![permit.season()],
    )
    .await
}

/// Reviewers who were asked to recommend an applicant: their person and the application. The address says who it is.
pub(super) async fn recommends(conn: &mut Conn, permit: &RunReading) -> Result<Vec<(Id, Id)>> {
    conn.all(
        sql!(
            "SELECT DISTINCT c.person_id, f.application_id
            FROM recommendation_for f
            JOIN recommendation r ON r.id = f.recommendation_id
            JOIN contact_point c ON c.norm = r.norm AND c.kind = 'email' AND c.is_apart = 0
            WHERE f.season_id = $1"
        ),
        args![permit.season()],
    )
    .await
}

/// The languages in which reviewers review: as was said, or else English and the language in which they use this site.
pub(super) async fn languages(conn: &mut Conn, permit: &RunReading) -> Result<Vec<(Id, String)>> {
    conn.all(
        sql!(
            "SELECT l.reader_id, l.language
            FROM reader_language l
            WHERE l.season_id = $1
            UNION
            SELECT r.person_id, p.language
            FROM role r
            JOIN person p ON p.id = r.person_id
            WHERE r.season_id = $1
                AND r.role = 'reviewer'
                AND r.until IS NULL
                AND NOT EXISTS (
                    SELECT 1
                    FROM reader_language l
                    WHERE l.season_id = r.season_id AND l.reader_id = r.person_id
                )
            UNION
            SELECT r.person_id, 'en'
            FROM role r
            WHERE r.season_id = $1
                AND r.role = 'reviewer'
                AND r.until IS NULL
                AND NOT EXISTS (
                    SELECT 1
                    FROM reader_language l
                    WHERE l.season_id = r.season_id AND l.reader_id = r.person_id
                )"
        ),
        args![permit.season()],
    )
    .await
}

pub(super) async fn workplaces(conn: &mut Conn, permit: &RunReading) -> Result<Vec<(Id, String)>> {
    conn.all(
        sql!(
            "SELECT r.person_id, f.organization_name
            FROM role r
            JOIN affiliation f ON f.person_id = r.person_id
            WHERE r.season_id = $1 AND r.role = 'reviewer' AND r.until IS NULL"
        ),
        args![permit.season()],
    )
    .await
}

pub(super) async fn conflicts(conn: &mut Conn, permit: &RunReading) -> Result<Vec<(Id, Id)>> {
    conn.all(sql!("SELECT reader_id, application_id FROM reader_conflict WHERE season_id = $1"), args![permit.season()])
        .await
}

row! {
    /// A review that was assigned; one that has gone back is not given to the same reviewer again.
    pub(super) struct Assignment { reader_id: Id, application_id: Id, is_returned: bool, is_finished: bool }
}

pub(super) async fn assigned(conn: &mut Conn, permit: &RunReading) -> Result<Vec<Assignment>> {
    conn.all(
        sql!(
            "SELECT reader_id, application_id, CASE WHEN returned_at IS NULL THEN 0 ELSE 1 END AS is_returned,
                CASE WHEN finished_at IS NULL THEN 0 ELSE 1 END AS is_finished
            FROM assignment
            WHERE season_id = $1"
        ),
        args![permit.season()],
    )
    .await
}

/// The mean of each finished read, by application.
pub(super) async fn means(conn: &mut Conn, permit: &RunReading) -> Result<Vec<(Id, f64)>> {
    conn.all(sql!("SELECT application_id, mean FROM read_mean WHERE season_id = $1"), args![permit.season()]).await
}

/// Reader's name, application, and mean of each finished read, for the look at severity once the reading is closed.
pub(super) async fn reads_by_reader(conn: &mut Conn, permit: &RunReading) -> Result<Vec<(String, String, f64)>> {
    conn.all(sql!("SELECT reader, application_id, mean FROM shown_mean WHERE season_id = $1"), args![permit.season()])
        .await
}

pub(super) async fn last_places(conn: &mut Conn, permit: &RunReading) -> Result<Vec<(Id, i64)>> {
    conn.all(
        sql!(
            "SELECT s.reader_id, MAX(s.place)
            FROM stage_assignment s
            JOIN season n ON n.id = s.season_id AND n.stage = s.stage
            WHERE s.season_id = $1
            GROUP BY s.reader_id"
        ),
        args![permit.season()],
    )
    .await
}

const ASSIGNMENT: Bulk = Bulk {
    table: "stage_assignment",
    columns: &["id", "season_id", "stage", "application_id", "reader_id", "place", "assigned_at"],
    after: "",
};

/// Writes reviews that were planned: application, reviewer, place in their list.
pub(super) async fn insert_assignments(
    kernel: &Kernel,
    conn: &mut Conn,
    permit: &RunReading,
    gives: &[(Id, Id, i64)],
) -> Result<()> {
    let stage = stage(conn, permit.season()).await?;
    let row = |(application, reader, place): &(Id, Id, i64)| {
        args![kernel.id(), permit.season(), stage, application, reader, *place, kernel.now()]
    };
    ASSIGNMENT.insert(conn, gives.iter().map(row).collect()).await
}

/// A reader's unfinished reads go back to the pool; what she began to score is gone with them.
pub(super) async fn return_unfinished(conn: &mut Conn, permit: &RunReading, reader: &Id, now: Time) -> Result<u64> {
    conn.run(
        sql!(
            "UPDATE stage_assignment
            SET returned_at = $3
            WHERE season_id = $1
                AND stage = (SELECT n.stage FROM season n WHERE n.id = $1)
                AND reader_id = $2
                AND finished_at IS NULL
                AND returned_at IS NULL"
        ),
        args![permit.season(), reader, now],
    )
    .await
}

/// Why a reader does not read an application: how it was found, and what she says of it.
pub(super) struct Conflict<'a> {
    pub season: &'a Id,
    pub reader: &'a Id,
    pub application: &'a Id,
    pub found: &'a str,
    pub reason: Option<&'a str>,
}

pub(super) async fn insert_conflict(conn: &mut Conn, new: &Conflict<'_>, now: Time) -> Result<()> {
    conn.run(
        sql!(
            "INSERT INTO reader_conflict (season_id, reader_id, application_id, found, reason, at)
            VALUES ($1, $2, $3, $4, $5, $6)
            ON CONFLICT (reader_id, application_id) DO NOTHING"
        ),
        args![new.season, new.reader, new.application, new.found, new.reason, now],
    )
    .await
    .map(drop)
}

/// How far each reader is.
pub async fn progress(conn: &mut Conn, permit: &RunReading) -> Result<Vec<Progress>> {
    conn.all(
        sql!(
            "SELECT p.id AS reader_id, p.display_name AS display_name,
                COUNT(CASE WHEN a.returned_at IS NULL THEN a.id END) AS assigned, COUNT(a.finished_at) AS finished,
                COUNT(CASE WHEN d.state = 'begun' AND a.returned_at IS NULL THEN 1 END) AS begun,
                MAX(d.submitted_at) AS last_at,
                CASE
                    WHEN EXISTS (SELECT 1 FROM reader_ties t WHERE t.season_id = $1 AND t.reader_id = p.id) THEN 1
                    ELSE 0
                    END AS has_ties,
                CASE
                    WHEN EXISTS (
                        SELECT 1
                        FROM role r
                        WHERE r.season_id = $1 AND r.person_id = p.id AND r.role = 'reviewer' AND r.until IS NULL
                    ) THEN 1
                    ELSE 0
                    END AS is_reader
            FROM person p
            LEFT JOIN assignment a ON a.reader_id = p.id AND a.season_id = $1
            LEFT JOIN read d ON d.season_id = $1 AND d.external_id = a.id
            WHERE p.id IN (
                SELECT reader_id
                FROM assignment
                WHERE season_id = $1
                UNION
                SELECT person_id
                FROM role
                WHERE season_id = $1 AND role = 'reviewer' AND until IS NULL
            )
            GROUP BY p.id, p.display_name
            ORDER BY p.sort_key, p.id"
        ),
        args![permit.season()],
    )
    .await
}

/// The whole: applications to read; of them, those with all their reads, and those that lack a reader. One whose reads
/// are far apart needs one read more, so it is in one of the two at most; how many those are stands apart.
pub async fn whole(conn: &mut Conn, permit: &RunReading) -> Result<Whole> {
    conn.one(
        sql!(
            "SELECT COUNT(*) AS to_read,
                COUNT(
                    CASE WHEN t.finished >= g.reads_each + CASE WHEN t.gap >= g.wide_gap THEN 1 ELSE 0 END THEN 1 END
                ) AS complete,
                COUNT(
                    CASE WHEN t.living < g.reads_each + CASE WHEN t.gap >= g.wide_gap THEN 1 ELSE 0 END THEN 1 END
                ) AS short, COUNT(CASE WHEN t.gap >= g.wide_gap THEN 1 END) AS wide
            FROM (
                SELECT a.id,
                    (
                        SELECT COUNT(*)
                        FROM assignment s
                        WHERE s.application_id = a.id AND s.returned_at IS NULL
                    ) AS living,
                    (
                        SELECT COUNT(*)
                        FROM assignment s
                        WHERE s.application_id = a.id AND s.finished_at IS NOT NULL
                    ) AS finished,
                    (SELECT MAX(m.mean) - MIN(m.mean) FROM read_mean m WHERE m.application_id = a.id) AS gap
                FROM application a
                JOIN in_stage i ON i.application_id = a.id
                WHERE a.season_id = $1
                    AND EXISTS (
                        SELECT 1
                        FROM application_state x
                        WHERE x.application_id = a.id AND x.state IN ('eligible', 'undecided', 'late')
                    )
            ) t
            JOIN reading g ON g.season_id = $1"
        ),
        args![permit.season()],
    )
    .await
}

/// The answers of every application that is to be reviewed, for saying what reviewers see.
pub(super) async fn answer_texts(conn: &mut Conn, permit: &RunReading) -> Result<Vec<(Id, String)>> {
    conn.all(
        sql!(
            "SELECT a.id, a.answers
            FROM application a
            JOIN application_state x ON x.application_id = a.id
            JOIN in_stage i ON i.application_id = a.id
            WHERE a.season_id = $1 AND x.state IN ('eligible', 'undecided', 'late')
            ORDER BY a.submitted_at, a.id"
        ),
        args![permit.season()],
    )
    .await
}
