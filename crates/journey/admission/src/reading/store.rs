//! The SQL of reading. What a reader may not see is in no statement that takes her permit.

use super::model::{Blind, CalibrationLine, Compared, Criterion, CriterionRow, Note, OnList, Progress, Reading, Whole};
use super::rules::{Read, ReadOne, RunReading};
use weft_kernel::Kernel;
use weft_kernel::clock::Time;
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
    conn.run(sql!("DELETE FROM criterion WHERE season_id = $1"), args![permit.season()]).await.map(drop)
}

pub(super) async fn insert_criterion(
    conn: &mut Conn,
    permit: &RunReading,
    position: usize,
    c: &Criterion,
) -> Result<()> {
    conn.run(
        sql!(
            "INSERT INTO criterion (season_id, key, position, title, guidance, anchors, weight, is_independent)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"
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
            "SELECT reads_each, most_each, wide_gap, visible, due_on, opened_at, closed_at
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
            "INSERT INTO reading (season_id, reads_each, most_each, wide_gap, visible, due_on)
            VALUES ($1, $2, $3, $4, $5, $6)
            ON CONFLICT (season_id) DO UPDATE SET reads_each = excluded.reads_each, most_each = excluded.most_each,
                wide_gap = excluded.wide_gap, visible = excluded.visible, due_on = excluded.due_on"
        ),
        args![permit.season(), r.reads_each, r.most_each, r.wide_gap, &r.visible, r.due_on.clone()],
    )
    .await
    .map(drop)
}

/// Opens the reading, or holds an open one against others until the caller's transaction ends. `false` when it is
/// closed or not set up.
pub(super) async fn open(conn: &mut Conn, permit: &RunReading, now: Time) -> Result<bool> {
    Ok(conn
        .run(
            sql!("UPDATE reading SET opened_at = COALESCE(opened_at, $2) WHERE season_id = $1 AND closed_at IS NULL"),
            args![permit.season(), now],
        )
        .await?
        > 0)
}

pub(super) async fn close(conn: &mut Conn, permit: &RunReading, now: Time) -> Result<bool> {
    Ok(conn
        .run(
            sql!(
                "UPDATE reading
                SET closed_at = $2
                WHERE season_id = $1 AND opened_at IS NOT NULL AND closed_at IS NULL"
            ),
            args![permit.season(), now],
        )
        .await?
        > 0)
}

row! {
    pub(super) struct ToRead {
        id: Id,
        external_id: String,
        organization_norm: Option<String>,
        collaborative: Option<String>,
        name: String,
    }
}

/// Applications that are to be read: not withdrawn, nobody's second one, not found to be ineligible.
pub(super) async fn to_read(conn: &mut Conn, permit: &RunReading) -> Result<Vec<ToRead>> {
    conn.all(
        sql!(
            "SELECT a.id AS id, a.external_id AS external_id, a.organization_norm AS organization_norm,
                a.collaborative AS collaborative, p.display_name AS name
            FROM application a
            JOIN person p ON p.id = a.person_id
            WHERE a.season_id = $1
                AND a.duplicate_of IS NULL
                AND NOT EXISTS (SELECT 1 FROM withdrawal e WHERE e.application_id = a.id)
                AND COALESCE((SELECT l.is_eligible FROM latest_eligibility l WHERE l.application_id = a.id), 1) = 1
            ORDER BY a.id"
        ),
        args![permit.season()],
    )
    .await
}

/// People who hold the reviewer's role now, with what they are tied with and where they work, joined by line breaks.
pub(super) async fn readers(conn: &mut Conn, permit: &RunReading) -> Result<Vec<(Id, String, Option<String>)>> {
    conn.all(
        sql!(
            "SELECT r.person_id, p.display_name, t.ties
            FROM role r
            JOIN person p ON p.id = r.person_id
            LEFT JOIN reader_ties t ON t.season_id = r.season_id AND t.reader_id = r.person_id
            WHERE r.season_id = $1 AND r.role = 'reviewer' AND r.until IS NULL
            ORDER BY r.person_id"
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

/// Reader, application, and whether the read has gone back: she does not get it again.
pub(super) async fn assigned(conn: &mut Conn, permit: &RunReading) -> Result<Vec<(Id, Id, bool)>> {
    conn.all(
        sql!(
            "SELECT reader_id, application_id, CASE WHEN returned_at IS NULL THEN 0 ELSE 1 END
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
        sql!("SELECT reader_id, MAX(place) FROM assignment WHERE season_id = $1 GROUP BY reader_id"),
        args![permit.season()],
    )
    .await
}

pub(super) async fn insert_assignment(
    kernel: &Kernel,
    conn: &mut Conn,
    permit: &RunReading,
    application: &Id,
    reader: &Id,
    place: i64,
) -> Result<bool> {
    Ok(conn
        .run(
            sql!(
                "INSERT INTO assignment (id, season_id, application_id, reader_id, place, assigned_at)
                VALUES ($1, $2, $3, $4, $5, $6)
                ON CONFLICT (application_id, reader_id) DO NOTHING"
            ),
            args![kernel.id(), permit.season(), application, reader, place, kernel.now()],
        )
        .await?
        > 0)
}

/// A reader's unfinished reads go back to the pool; what she began to score is gone with them.
pub(super) async fn return_unfinished(conn: &mut Conn, permit: &RunReading, reader: &Id, now: Time) -> Result<u64> {
    conn.run(
        sql!(
            "UPDATE assignment
            SET returned_at = $3
            WHERE season_id = $1 AND reader_id = $2 AND finished_at IS NULL AND returned_at IS NULL"
        ),
        args![permit.season(), reader, now],
    )
    .await
}

pub(super) async fn insert_conflict(
    conn: &mut Conn,
    season: &Id,
    reader: &Id,
    application: &Id,
    found: &str,
    reason: Option<&str>,
    now: Time,
) -> Result<()> {
    conn.run(
        sql!(
            "INSERT INTO reader_conflict (season_id, reader_id, application_id, found, reason, at)
            VALUES ($1, $2, $3, $4, $5, $6)
            ON CONFLICT (reader_id, application_id) DO NOTHING"
        ),
        args![season, reader, application, found, reason, now],
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
            ORDER BY p.display_name, p.id"
        ),
        args![permit.season()],
    )
    .await
}

/// The whole: applications to read, those with all their reads, those that lack some, those whose reads are far apart.
pub async fn whole(conn: &mut Conn, permit: &RunReading) -> Result<Whole> {
    conn.one(
        sql!(
            "SELECT COUNT(*) AS to_read, COUNT(CASE WHEN t.finished >= g.reads_each THEN 1 END) AS complete,
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
                WHERE a.season_id = $1
                    AND a.duplicate_of IS NULL
                    AND NOT EXISTS (SELECT 1 FROM withdrawal e WHERE e.application_id = a.id)
                    AND COALESCE(
                        (SELECT l.is_eligible FROM latest_eligibility l WHERE l.application_id = a.id), 1
                    ) = 1
            ) t
            JOIN reading g ON g.season_id = $1"
        ),
        args![permit.season()],
    )
    .await
}

/// Questions of the pool's answers, each once, for choosing what readers see.
pub async fn answer_texts(conn: &mut Conn, permit: &RunReading) -> Result<Vec<(String,)>> {
    conn.all(
        sql!("SELECT answers FROM application WHERE season_id = $1 ORDER BY submitted_at LIMIT 400"),
        args![permit.season()],
    )
    .await
}

// A reader's own -----------------------------------------------------------------------------------------------

row! {
    /// Where a reader stands: what she is tied with, if she has said so, and how the reading is set.
    pub struct Standing {
        ties: Option<String>,
        due_on: Option<String>,
        opened_at: Option<Time>,
        closed_at: Option<Time>,
    }
}

pub async fn standing(conn: &mut Conn, permit: &Read) -> Result<Standing> {
    conn.one(
        sql!(
            "SELECT t.ties AS ties, g.due_on AS due_on, g.opened_at AS opened_at, g.closed_at AS closed_at
            FROM season s
            LEFT JOIN reading g ON g.season_id = s.id
            LEFT JOIN reader_ties t ON t.season_id = s.id AND t.reader_id = $2
            WHERE s.id = $1"
        ),
        args![permit.season(), permit.reader()],
    )
    .await
}

/// Sets what a reader is tied with. Returns whether it is the first they say.
pub(super) async fn set_ties(conn: &mut Conn, permit: &Read, ties: &str, now: Time) -> Result<bool> {
    let args = || args![permit.season(), permit.reader(), ties, now];
    let new = conn
        .run(
            sql!(
                "INSERT INTO reader_ties (season_id, reader_id, ties, at)
                VALUES ($1, $2, $3, $4)
                ON CONFLICT (season_id, reader_id) DO NOTHING"
            ),
            args(),
        )
        .await?;
    if new == 0 {
        conn.run(sql!("UPDATE reader_ties SET ties = $3, at = $4 WHERE season_id = $1 AND reader_id = $2"), args())
            .await?;
    }
    Ok(new > 0)
}

row! {
    /// A read that is not finished, with what its reader is tied with and whose application it is.
    pub(super) struct Unfinished {
        reader_id: Id,
        application_id: Id,
        ties: String,
        organization_norm: Option<String>,
        collaborative: Option<String>,
        name: String,
    }
}

/// Reads of the season that are not finished. Only for taking back what ties forbid; nothing of it is shown.
pub(super) async fn unfinished(conn: &mut Conn, permit: &RunReading) -> Result<Vec<Unfinished>> {
    let sql = sql!(
        "SELECT s.reader_id AS reader_id, s.application_id AS application_id, t.ties AS ties,
            a.organization_norm AS organization_norm, a.collaborative AS collaborative, p.display_name AS name
        FROM assignment s
        JOIN reader_ties t ON t.season_id = s.season_id AND t.reader_id = s.reader_id
        JOIN application a ON a.id = s.application_id
        JOIN person p ON p.id = a.person_id
        WHERE s.season_id = $1 AND s.finished_at IS NULL AND s.returned_at IS NULL
        ORDER BY s.id"
    );
    conn.all(sql, args![permit.season()]).await
}

pub(super) async fn return_tied(
    conn: &mut Conn,
    permit: &RunReading,
    reader: &Id,
    application: &Id,
    now: Time,
) -> Result<bool> {
    let sql = sql!(
        "UPDATE assignment
        SET returned_at = $4
        WHERE season_id = $1
            AND reader_id = $2
            AND application_id = $3
            AND finished_at IS NULL
            AND returned_at IS NULL"
    );
    Ok(conn.run(sql, args![permit.season(), reader, application, now]).await? > 0)
}

/// Her unfinished applications that what she is tied with names: organization, collaborative, person. Only for taking
/// them off her list; nothing of it is shown.
pub(super) async fn own_unfinished(
    conn: &mut Conn,
    permit: &Read,
) -> Result<Vec<(Id, Option<String>, Option<String>, String)>> {
    conn.all(
        sql!(
            "SELECT a.id, a.organization_norm, a.collaborative, p.display_name
            FROM assignment s
            JOIN application a ON a.id = s.application_id
            JOIN person p ON p.id = a.person_id
            WHERE s.season_id = $1 AND s.reader_id = $2 AND s.finished_at IS NULL AND s.returned_at IS NULL"
        ),
        args![permit.season(), permit.reader()],
    )
    .await
}

pub(super) async fn return_one(conn: &mut Conn, permit: &Read, application: &Id, now: Time) -> Result<bool> {
    Ok(conn
        .run(
            sql!(
                "UPDATE assignment
                SET returned_at = $4
                WHERE season_id = $1
                    AND reader_id = $2
                    AND application_id = $3
                    AND finished_at IS NULL
                    AND returned_at IS NULL"
            ),
            args![permit.season(), permit.reader(), application, now],
        )
        .await?
        > 0)
}

/// Her list: the calibration set first, then the others in their random order.
pub async fn list(conn: &mut Conn, permit: &Read) -> Result<Vec<OnList>> {
    conn.all(
        sql!(
            "SELECT s.place AS place,
                CASE WHEN s.finished_at IS NOT NULL THEN 'finished'
                    WHEN d.id IS NOT NULL THEN 'begun'
                    ELSE 'open'
                    END AS state, CASE WHEN s.skipped_at IS NULL THEN 0 ELSE 1 END AS is_skipped, k.letter AS letter
            FROM assignment s
            LEFT JOIN read d ON d.season_id = s.season_id AND d.external_id = s.id
            LEFT JOIN calibration k ON k.application_id = s.application_id AND k.season_id = s.season_id
            WHERE s.season_id = $1 AND s.reader_id = $2 AND s.returned_at IS NULL
            ORDER BY CASE WHEN k.letter IS NULL THEN 1 ELSE 0 END, s.place"
        ),
        args![permit.season(), permit.reader()],
    )
    .await
}

/// One read of hers, while the reading is open and she has said with whom she is tied. Until she has finished the
/// calibration set, only reads of it open.
pub async fn one(conn: &mut Conn, permit: &Read, place: i64) -> Result<Option<ReadOne>> {
    let found: Option<(Id, Id)> = conn
        .opt(
            sql!(
                "SELECT s.id, s.application_id
                FROM assignment s
                JOIN reading g ON g.season_id = s.season_id AND g.opened_at IS NOT NULL AND g.closed_at IS NULL
                JOIN reader_ties t ON t.season_id = s.season_id AND t.reader_id = s.reader_id
                WHERE s.season_id = $1
                    AND s.reader_id = $2
                    AND s.place = $3
                    AND s.returned_at IS NULL
                    AND (
                        EXISTS (
                            SELECT 1
                            FROM calibration k
                            WHERE k.season_id = s.season_id AND k.application_id = s.application_id
                        )
                            OR NOT EXISTS (
                                SELECT 1
                                FROM assignment o
                                JOIN calibration k ON k.application_id = o.application_id
                                    AND k.season_id = o.season_id
                                WHERE o.season_id = s.season_id
                                    AND o.reader_id = s.reader_id
                                    AND o.returned_at IS NULL
                                    AND o.finished_at IS NULL
                            )
                    )"
            ),
            args![permit.season(), permit.reader(), place],
        )
        .await?;
    Ok(found.map(|(assignment, application)| ReadOne {
        assignment,
        application,
        season: permit.season().clone(),
        reader: permit.reader().clone(),
    }))
}

/// What is kept of an application without names, places of work and contact. All answers are in it: only
/// [`super::sight`] shows them.
pub(super) async fn blind(conn: &mut Conn, one: &ReadOne) -> Result<Option<Blind>> {
    conn.opt(
        sql!(
            "SELECT a.language AS language, a.state AS state, a.region AS region, a.setting AS setting,
                a.scope AS scope, a.body_type AS body_type, a.role_level AS role_level,
                a.years_in_role AS years_in_role, a.years_in_field AS years_in_field,
                a.primary_issue_area AS primary_issue_area, a.other_issue_areas AS other_issue_areas,
                a.health_focus AS health_focus, a.answers AS answers, g.visible AS visible, v.form AS form
            FROM application a
            LEFT JOIN reading g ON g.season_id = a.season_id
            LEFT JOIN call c ON c.season_id = a.season_id
            LEFT JOIN form_version v ON v.season_id = c.season_id AND v.version = c.published_version
            WHERE a.id = $1 AND a.season_id = $2"
        ),
        args![&one.application, &one.season],
    )
    .await
}

#[derive(Clone, Debug)]
pub struct OwnRead {
    pub state: String,
    pub comment: Option<String>,
}

/// State, comment, criterion and score.
type ReadRow = (String, Option<String>, Option<String>, Option<i64>);

/// Her read with its scores, as far as it is.
pub async fn own_read(conn: &mut Conn, one: &ReadOne) -> Result<(Option<OwnRead>, Vec<(String, i64)>)> {
    let rows: Vec<ReadRow> = conn
        .all(
            sql!(
                "SELECT r.state, r.comment, s.criterion, s.score
                FROM read r
                LEFT JOIN read_score s ON s.read_id = r.id
                WHERE r.season_id = $1 AND r.external_id = $2"
            ),
            args![&one.season, &one.assignment],
        )
        .await?;
    let read = rows.first().map(|(state, comment, ..)| OwnRead { state: state.clone(), comment: comment.clone() });
    Ok((read, rows.into_iter().filter_map(|(_, _, criterion, score)| Some((criterion?, score?))).collect()))
}

pub(super) async fn reader_name(conn: &mut Conn, one: &ReadOne) -> Result<String> {
    let (name,): (String,) =
        conn.one(sql!("SELECT display_name FROM person WHERE id = $1"), args![&one.reader]).await?;
    Ok(name)
}

/// Writes her read, unless it is final already.
pub(super) async fn upsert_read(
    kernel: &Kernel,
    conn: &mut Conn,
    one: &ReadOne,
    name: &str,
    state: &str,
    comment: Option<&str>,
) -> Result<Option<Id>> {
    let found: Option<(Id,)> = conn
        .opt(
            sql!(
                "INSERT INTO read (
                    id, season_id, application_id, external_id, reader, read_no, submitted_at, state, comment,
                        reader_id
                )
                VALUES (
                    $1, $2, $3, $4, $5, 1 + (SELECT COUNT(*) FROM read o WHERE o.application_id = $3), $6, $7, $8, $9
                )
                ON CONFLICT (season_id, external_id) DO UPDATE SET state = excluded.state, comment = excluded.comment,
                    submitted_at = excluded.submitted_at
                WHERE read.state <> 'counted' RETURNING id"
            ),
            args![
                kernel.id(),
                &one.season,
                &one.application,
                &one.assignment,
                name,
                kernel.now(),
                state,
                comment,
                &one.reader
            ],
        )
        .await?;
    Ok(found.map(|(id,)| id))
}

pub(super) async fn finish(conn: &mut Conn, one: &ReadOne, now: Time) -> Result<()> {
    conn.run(
        sql!("UPDATE assignment SET finished_at = $2 WHERE id = $1 AND finished_at IS NULL"),
        args![&one.assignment, now],
    )
    .await
    .map(drop)
}

pub(super) async fn skip(conn: &mut Conn, one: &ReadOne, now: Time) -> Result<()> {
    conn.run(
        sql!("UPDATE assignment SET skipped_at = $2 WHERE id = $1 AND finished_at IS NULL"),
        args![&one.assignment, now],
    )
    .await
    .map(drop)
}

// Calibration and notes -----------------------------------------------------------------------------------------

pub(super) async fn clear_calibration(conn: &mut Conn, permit: &RunReading) -> Result<()> {
    conn.run(sql!("DELETE FROM calibration WHERE season_id = $1"), args![permit.season()]).await.map(drop)
}

pub(super) async fn insert_calibration(
    conn: &mut Conn,
    permit: &RunReading,
    application: &Id,
    letter: &str,
) -> Result<()> {
    conn.run(
        sql!("INSERT INTO calibration (season_id, application_id, letter) VALUES ($1, $2, $3)"),
        args![permit.season(), application, letter],
    )
    .await
    .map(drop)
}

pub(super) async fn calibration_ids(conn: &mut Conn, permit: &RunReading) -> Result<Vec<(Id,)>> {
    conn.all(
        sql!("SELECT application_id FROM calibration WHERE season_id = $1 ORDER BY letter"),
        args![permit.season()],
    )
    .await
}

/// The calibration set with how many have to read each of it, and have.
pub async fn calibration(conn: &mut Conn, permit: &RunReading) -> Result<Vec<CalibrationLine>> {
    conn.all(
        sql!(
            "SELECT k.letter AS letter, a.external_id AS external_id,
                (
                    SELECT COUNT(*)
                    FROM assignment s
                    WHERE s.application_id = k.application_id AND s.returned_at IS NULL
                ) AS readers,
                (
                    SELECT COUNT(*)
                    FROM assignment s
                    WHERE s.application_id = k.application_id AND s.finished_at IS NOT NULL
                ) AS finished
            FROM calibration k
            JOIN application a ON a.id = k.application_id
            WHERE k.season_id = $1
            ORDER BY k.letter"
        ),
        args![permit.season()],
    )
    .await
}

/// What all readers gave to those calibration reads that this reader has finished herself.
pub async fn compared(conn: &mut Conn, permit: &Read) -> Result<Vec<Compared>> {
    conn.all(
        sql!(
            "SELECT k.letter AS letter, r.reader AS reader, c.criterion AS criterion, c.score AS score,
                r.comment AS comment
            FROM calibration k
            JOIN assignment mine ON mine.application_id = k.application_id
                AND mine.reader_id = $2
                AND mine.finished_at IS NOT NULL
            JOIN read r ON r.application_id = k.application_id AND r.state = 'counted'
            JOIN read_score c ON c.read_id = r.id
            WHERE k.season_id = $1
            ORDER BY k.letter, r.reader, r.id, c.criterion"
        ),
        args![permit.season(), permit.reader()],
    )
    .await
}

/// The same for leads: those that nobody still has to read.
pub async fn compared_by_all(conn: &mut Conn, permit: &RunReading) -> Result<Vec<Compared>> {
    conn.all(
        sql!(
            "SELECT k.letter AS letter, r.reader AS reader, c.criterion AS criterion, c.score AS score,
                r.comment AS comment
            FROM calibration k
            JOIN read r ON r.application_id = k.application_id AND r.state = 'counted'
            JOIN read_score c ON c.read_id = r.id
            WHERE k.season_id = $1
                AND NOT EXISTS (
                    SELECT 1
                    FROM assignment s
                    WHERE s.application_id = k.application_id AND s.returned_at IS NULL AND s.finished_at IS NULL
                )
            ORDER BY k.letter, r.reader, r.id, c.criterion"
        ),
        args![permit.season()],
    )
    .await
}

/// What was said about an application, to a reader whose own read of it is final.
pub async fn notes(conn: &mut Conn, one: &ReadOne) -> Result<Vec<Note>> {
    conn.all(
        sql!(
            "SELECT p.display_name AS author, n.text AS text, n.at AS at
            FROM read_note n
            JOIN person p ON p.id = n.by_id
            WHERE n.application_id = $1
                AND EXISTS (SELECT 1 FROM assignment s WHERE s.id = $2 AND s.finished_at IS NOT NULL)
            ORDER BY n.at, n.id"
        ),
        args![&one.application, &one.assignment],
    )
    .await
}

/// Adds a note, if her own read is final.
pub(super) async fn insert_note(kernel: &Kernel, conn: &mut Conn, one: &ReadOne, text: &str) -> Result<bool> {
    Ok(conn
        .run(
            sql!(
                "INSERT INTO read_note (id, season_id, application_id, by_id, text, at)
                SELECT CAST($1 AS TEXT), season_id, application_id, reader_id, CAST($3 AS TEXT), CAST($4 AS BIGINT)
                FROM assignment
                WHERE id = $2 AND finished_at IS NOT NULL"
            ),
            args![kernel.id(), &one.assignment, text, kernel.now()],
        )
        .await?
        > 0)
}

/// Readers' addresses, for giving out reads by hand.
pub(super) async fn addresses(conn: &mut Conn, permit: &RunReading) -> Result<Vec<(Id, String)>> {
    conn.all(
        sql!(
            "SELECT r.person_id, c.norm
            FROM role r
            JOIN contact_point c ON c.person_id = r.person_id AND c.kind = 'email' AND c.until IS NULL
            WHERE r.season_id = $1 AND r.role = 'reviewer' AND r.until IS NULL"
        ),
        args![permit.season()],
    )
    .await
}
