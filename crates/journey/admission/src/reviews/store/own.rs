//! The SQL of what a reader does: her ties, her list, one application without names, her read.

use crate::reviews::conflicts::Side;
use crate::reviews::model::{Blind, OnList};
use crate::reviews::rules::{Read, ReadOne, RunReading};
use weft_kernel::Kernel;
use weft_kernel::clock::Time;
use weft_kernel::db::{Conn, Result};
use weft_kernel::ids::Id;
use weft_kernel::{args, row, sql};

row! {
    /// Where a reader stands: what she is tied with, if she has said so, and how the reading is set.
    pub struct Standing {
        ties: Option<String>,
        due_on: Option<String>,
        opened_at: Option<Time>,
        closed_at: Option<Time>,
        /// Choosing is at a stage in which reviewers talk with applicants.
        is_talking: bool,
    }
}

pub async fn standing(conn: &mut Conn, permit: &Read) -> Result<Standing> {
    conn.one(
        sql!(
            "SELECT t.ties AS ties, g.due_on AS due_on, g.opened_at AS opened_at, g.closed_at AS closed_at,
                CASE
                    WHEN EXISTS (
                        SELECT 1
                        FROM stage k
                        WHERE k.season_id = s.id AND k.no = s.stage AND k.kind = 'conversation'
                    ) THEN 1
                    ELSE 0
                    END AS is_talking
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
pub(in crate::reviews) async fn set_ties(conn: &mut Conn, permit: &Read, ties: &str, now: Time) -> Result<bool> {
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
    pub(in crate::reviews) struct Unfinished {
        reader_id: Id,
        application_id: Id,
        ties: String,
        organization: Option<String>,
        collaborative: Option<String>,
        name: String,
    }
}

impl Unfinished {
    pub(in crate::reviews) fn side(&self) -> Side<'_> {
        Side {
            organization: self.organization.as_deref(),
            collaborative: self.collaborative.as_deref(),
            person: &self.name,
        }
    }
}

/// Reads of the season that are not finished. Only for taking back what ties forbid; nothing of it is shown.
pub(in crate::reviews) async fn unfinished(conn: &mut Conn, permit: &RunReading) -> Result<Vec<Unfinished>> {
    let sql = sql!(
        "SELECT s.reader_id AS reader_id, s.application_id AS application_id, t.ties AS ties,
            a.organization AS organization, a.collaborative AS collaborative, p.display_name AS name
        FROM assignment s
        JOIN reader_ties t ON t.season_id = s.season_id AND t.reader_id = s.reader_id
        JOIN application a ON a.id = s.application_id
        JOIN person p ON p.id = a.person_id
        WHERE s.season_id = $1 AND s.finished_at IS NULL AND s.returned_at IS NULL
        ORDER BY s.id"
    );
    conn.all(sql, args![permit.season()]).await
}

pub(in crate::reviews) async fn return_tied(
    conn: &mut Conn,
    permit: &RunReading,
    reader: &Id,
    application: &Id,
    now: Time,
) -> Result<bool> {
    let sql = sql!(
        "UPDATE stage_assignment
        SET returned_at = $4
        WHERE season_id = $1
            AND stage = (SELECT n.stage FROM season n WHERE n.id = $1)
            AND reader_id = $2
            AND application_id = $3
            AND finished_at IS NULL
            AND returned_at IS NULL"
    );
    Ok(conn.run(sql, args![permit.season(), reader, application, now]).await? > 0)
}

/// Her unfinished applications that what she is tied with names: organization, collaborative, person. Only for taking
/// them off her list; nothing of it is shown.
pub(in crate::reviews) async fn own_unfinished(conn: &mut Conn, permit: &Read) -> Result<Vec<Unfinished>> {
    conn.all(
        sql!(
            "SELECT s.reader_id AS reader_id, a.id AS application_id, '' AS ties, a.organization AS organization,
                a.collaborative AS collaborative, p.display_name AS name
            FROM assignment s
            JOIN application a ON a.id = s.application_id
            JOIN person p ON p.id = a.person_id
            WHERE s.season_id = $1 AND s.reader_id = $2 AND s.finished_at IS NULL AND s.returned_at IS NULL"
        ),
        args![permit.season(), permit.reader()],
    )
    .await
}

pub(in crate::reviews) async fn return_one(
    conn: &mut Conn,
    permit: &Read,
    application: &Id,
    now: Time,
) -> Result<bool> {
    Ok(conn
        .run(
            sql!(
                "UPDATE stage_assignment
                SET returned_at = $4
                WHERE season_id = $1
                    AND stage = (SELECT n.stage FROM season n WHERE n.id = $1)
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

/// Her list: the calibration set first, then the others in their random order. `changed` is a finished one whose
/// application has changed since.
pub async fn list(conn: &mut Conn, permit: &Read) -> Result<Vec<OnList>> {
    conn.all(
        sql!(
            "SELECT s.place AS place,
                CASE WHEN s.finished_at IS NOT NULL AND a.changed_at > d.submitted_at THEN 'changed'
                    WHEN s.finished_at IS NOT NULL THEN 'finished'
                    WHEN d.id IS NOT NULL THEN 'begun'
                    ELSE 'open'
                    END AS state, CASE WHEN s.skipped_at IS NULL THEN 0 ELSE 1 END AS is_skipped, k.letter AS letter,
                m.mean AS mean
            FROM assignment s
            JOIN application a ON a.id = s.application_id
            LEFT JOIN read d ON d.season_id = s.season_id AND d.external_id = s.id
            LEFT JOIN read_mean m ON m.read_id = d.id
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
/// [`crate::reviews::sight`] shows them.
pub(in crate::reviews) async fn blind(conn: &mut Conn, one: &ReadOne) -> Result<Option<Blind>> {
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
    /// When the application was changed after the review was finished.
    pub changed_at: Option<Time>,
}

/// State, comment, criterion and score, and when the application changed since.
type ReadRow = (String, Option<String>, Option<String>, Option<i64>, Option<Time>);

/// Her read with its scores, as far as it is.
pub async fn own_read(conn: &mut Conn, one: &ReadOne) -> Result<(Option<OwnRead>, Vec<(String, i64)>)> {
    let rows: Vec<ReadRow> = conn
        .all(
            sql!(
                "SELECT r.state, r.comment, s.criterion, s.score,
                    CASE WHEN r.state = 'counted' AND a.changed_at > r.submitted_at THEN a.changed_at END
                FROM read r
                JOIN application a ON a.id = r.application_id
                LEFT JOIN read_score s ON s.read_id = r.id
                WHERE r.season_id = $1 AND r.external_id = $2"
            ),
            args![&one.season, &one.assignment],
        )
        .await?;
    let read = rows.first().map(|(state, comment, _, _, changed_at)| OwnRead {
        state: state.clone(),
        comment: comment.clone(),
        changed_at: *changed_at,
    });
    Ok((read, rows.into_iter().filter_map(|(_, _, criterion, score, _)| Some((criterion?, score?))).collect()))
}

pub(in crate::reviews) async fn reader_name(conn: &mut Conn, one: &ReadOne) -> Result<String> {
    let (name,): (String,) =
        conn.one(sql!("SELECT display_name FROM person WHERE id = $1"), args![&one.reader]).await?;
    Ok(name)
}

/// Writes her read, unless it is final already; a final one is written anew, whole, where its application has changed
/// since.
pub(in crate::reviews) async fn upsert_read(
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
                "INSERT INTO stage_read (
                    id, season_id, stage, application_id, external_id, reader, read_no, submitted_at, state, comment,
                        reader_id
                )
                VALUES (
                    $1, $2, (SELECT n.stage FROM season n WHERE n.id = $2), $3, $4, $5,
                        1 + (SELECT COUNT(*) FROM stage_read o WHERE o.application_id = $3), $6, $7, $8, $9
                )
                ON CONFLICT (season_id, external_id) DO UPDATE SET state = excluded.state, comment = excluded.comment,
                    submitted_at = excluded.submitted_at
                WHERE stage_read.state <> 'counted'
                    OR (
                        excluded.state = 'counted'
                            AND EXISTS (
                                SELECT 1
                                FROM application a
                                WHERE a.id = stage_read.application_id AND a.changed_at > stage_read.submitted_at
                            )
                    )
                RETURNING id"
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

pub(in crate::reviews) async fn finish(conn: &mut Conn, one: &ReadOne, now: Time) -> Result<()> {
    conn.run(
        sql!("UPDATE stage_assignment SET finished_at = $2 WHERE id = $1 AND finished_at IS NULL"),
        args![&one.assignment, now],
    )
    .await
    .map(drop)
}

pub(in crate::reviews) async fn skip(conn: &mut Conn, one: &ReadOne, now: Time) -> Result<()> {
    conn.run(
        sql!("UPDATE stage_assignment SET skipped_at = $2 WHERE id = $1 AND finished_at IS NULL"),
        args![&one.assignment, now],
    )
    .await
    .map(drop)
}

/// Organizations and collaboratives that the season's applications name, each once: for asking a reviewer, who has been
/// shown nothing yet, whether one of them is what they mean. People are not among them.
pub(in crate::reviews) async fn workplaces_named(conn: &mut Conn, permit: &Read) -> Result<Vec<(String,)>> {
    conn.all(
        sql!(
            "SELECT organization
            FROM application
            WHERE season_id = $1 AND organization IS NOT NULL
            UNION
            SELECT collaborative
            FROM application
            WHERE season_id = $1 AND collaborative IS NOT NULL
            ORDER BY 1"
        ),
        args![permit.season()],
    )
    .await
}

/// What was said of names that look alike, for one's own conflicts.
pub(in crate::reviews) async fn own_answers(conn: &mut Conn, permit: &Read) -> Result<Vec<(String, String, bool)>> {
    conn.all(
        sql!("SELECT named, other, is_same FROM conflict_answer WHERE season_id = $1 AND reader_id = $2"),
        args![permit.season(), permit.reader()],
    )
    .await
}
