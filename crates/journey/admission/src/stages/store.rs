//! The SQL of stages.

use super::model::{Candidate, Count, Stage};
use super::rules::RunStages;
use crate::call::store::GoesOn;
use weft_kernel::clock::Time;
use weft_kernel::db::{Conn, Result};
use weft_kernel::ids::Id;
use weft_kernel::{args, row, sql};

/// The stages of a season in their order; none where there is one only.
pub async fn stages(conn: &mut Conn, season: &Id) -> Result<Vec<Stage>> {
    conn.all(
        sql!(
            "SELECT no, kind, title, due_on, due_at, opened_at
            FROM stage
            WHERE season_id = $1
            ORDER BY no"
        ),
        args![season],
    )
    .await
}

/// The stage that choosing is at, from 1.
pub async fn now_at(conn: &mut Conn, permit: &RunStages) -> Result<i64> {
    Ok(conn.one::<(i64,)>(sql!("SELECT stage FROM season WHERE id = $1"), args![permit.season()]).await?.0)
}

/// A stage as it is planned.
pub(super) struct Planned<'a> {
    pub no: i64,
    pub kind: super::model::Kind,
    pub title: &'a str,
    pub due_on: Option<&'a str>,
    pub due_at: Option<Time>,
}

pub(super) async fn insert(conn: &mut Conn, permit: &RunStages, new: &Planned<'_>) -> Result<bool> {
    let sql = sql!(
        "INSERT INTO stage (season_id, no, kind, title, due_on, due_at)
        VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT (season_id, no) DO NOTHING"
    );
    let values = args![permit.season(), new.no, new.kind, new.title, new.due_on, new.due_at];
    Ok(conn.run(sql, values).await? > 0)
}

/// Changes a stage; what people do in it stays as it is once the first were invited.
pub(super) async fn update(conn: &mut Conn, permit: &RunStages, new: &Planned<'_>) -> Result<bool> {
    let sql = sql!(
        "UPDATE stage
        SET title = $4, due_on = $5, due_at = $6, kind = CASE WHEN opened_at IS NULL THEN $3 ELSE kind END
        WHERE season_id = $1 AND no = $2"
    );
    let values = args![permit.season(), new.no, new.kind, new.title, new.due_on, new.due_at];
    Ok(conn.run(sql, values).await? > 0)
}

/// Removes the last stage, to which nobody was invited; with the last later one goes the first. Returns how many people
/// had been chosen for it; `None` when it stays.
pub(super) async fn remove(conn: &mut Conn, permit: &RunStages, no: i64) -> Result<Option<u64>> {
    let sql = sql!(
        "DELETE FROM stage
        WHERE season_id = $1
            AND no = $2
            AND no > 1
            AND opened_at IS NULL
            AND NOT EXISTS (SELECT 1 FROM stage l WHERE l.season_id = $1 AND l.no > $2)"
    );
    if conn.run(sql, args![permit.season(), no]).await? == 0 {
        return Ok(None);
    }
    conn.run(sql!("DELETE FROM stage_reviewer WHERE season_id = $1 AND no = $2"), args![permit.season(), no]).await?;
    let sql = sql!("DELETE FROM stage_entry WHERE season_id = $1 AND no = $2 AND told_at IS NULL");
    let chosen = conn.run(sql, args![permit.season(), no]).await?;
    if no == 2 {
        conn.run(sql!("DELETE FROM stage WHERE season_id = $1 AND no = 1"), args![permit.season()]).await?;
    }
    Ok(Some(chosen))
}

pub async fn counts(conn: &mut Conn, permit: &RunStages) -> Result<Vec<Count>> {
    conn.all(
        sql!(
            "SELECT e.no AS no, COUNT(e.told_at) AS told,
                COUNT(
                    CASE WHEN e.told_at IS NULL AND x.state = 'eligible' THEN 1 END
                ) AS chosen,
                COUNT(CASE WHEN x.state IN ('eligible', 'undecided') THEN e.submitted_at END) AS submitted,
                COUNT(
                    CASE
                        WHEN e.told_at IS NOT NULL
                            AND e.submitted_at IS NULL
                            AND x.state IN ('eligible', 'undecided') THEN 1
                        END
                ) AS missing,
                COUNT(
                    CASE WHEN e.told_at IS NOT NULL AND x.state NOT IN ('eligible', 'undecided') THEN 1 END
                ) AS out
            FROM stage_entry e
            JOIN application_state x ON x.application_id = e.application_id
            WHERE e.season_id = $1
            GROUP BY e.no"
        ),
        args![permit.season()],
    )
    .await
}

/// Applications of the season, nobody's second ones; and of them, those that were withdrawn or are not eligible.
pub async fn applied(conn: &mut Conn, permit: &RunStages) -> Result<(i64, i64)> {
    let sql = sql!(
        "SELECT COUNT(*), COUNT(CASE WHEN state IN ('withdrawn', 'not-eligible') THEN 1 END)
        FROM application_state
        WHERE season_id = $1 AND state <> 'duplicate'"
    );
    conn.one(sql, args![permit.season()]).await
}

/// Everyone at the stage before this one, best scores first.
pub async fn candidates(conn: &mut Conn, permit: &RunStages, no: i64) -> Result<Vec<Candidate>> {
    conn.all(
        sql!(
            "SELECT a.id AS id, a.external_id AS external_id, p.display_name AS display_name, a.region AS region,
                x.state AS stands, m.score AS score, COALESCE(m.n, 0) AS reviews,
                CASE
                    WHEN b.no IS NULL OR f.kind = 'conversation' OR b.submitted_at IS NOT NULL THEN 1
                    ELSE 0
                    END AS is_complete, CASE WHEN e.no IS NULL THEN 0 ELSE 1 END AS is_chosen,
                CASE WHEN e.told_at IS NULL THEN 0 ELSE 1 END AS is_told
            FROM application a
            JOIN application_state x ON x.application_id = a.id
            JOIN person p ON p.id = a.person_id
            LEFT JOIN stage_entry e ON e.application_id = a.id AND e.no = $2
            LEFT JOIN stage_entry b ON b.application_id = a.id AND b.no = $2 - 1 AND b.told_at IS NOT NULL
            LEFT JOIN stage f ON f.season_id = a.season_id AND f.no = $2 - 1
            LEFT JOIN (
                SELECT t.application_id AS application_id, AVG(t.mean) AS score, COUNT(*) AS n
                FROM stage_read_mean t
                WHERE t.season_id = $1
                    AND t.stage = $2 - 1
                    AND NOT EXISTS (
                        SELECT 1
                        FROM stage_reading g
                        WHERE g.season_id = t.season_id
                            AND g.stage = t.stage
                            AND g.opened_at IS NOT NULL
                            AND g.closed_at IS NULL
                    )
                GROUP BY t.application_id
            ) m ON m.application_id = a.id
            WHERE a.season_id = $1
                AND (
                    $2 = 2
                        OR b.no IS NOT NULL
                        OR EXISTS (
                            -- Whoever applied after later stages had begun.
                            SELECT 1
                            FROM application_stage k
                            WHERE k.application_id = a.id AND k.is_current = 0 AND k.is_waiting = 1
                        )
                )
                AND x.state <> 'duplicate'
                AND NOT EXISTS (SELECT 1 FROM outcome o WHERE o.application_id = a.id AND e.no IS NULL)
            ORDER BY CASE WHEN m.score IS NULL THEN 1 ELSE 0 END, m.score DESC, p.sort_key, a.external_id"
        ),
        args![permit.season(), no],
    )
    .await
}

/// Puts someone among those who go on to a stage, unless they are there.
pub(super) async fn choose(
    conn: &mut Conn,
    permit: &RunStages,
    (no, application): (i64, &Id),
    by: Option<&Id>,
    now: Time,
) -> Result<bool> {
    let sql = sql!(
        "INSERT INTO stage_entry (season_id, application_id, no, by_id, at)
        VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (application_id, no) DO NOTHING"
    );
    Ok(conn.run(sql, args![permit.season(), application, no, by, now]).await? > 0)
}

/// Takes someone out again who was not invited yet.
pub(super) async fn unchoose(conn: &mut Conn, permit: &RunStages, no: i64, application: &Id) -> Result<bool> {
    let sql = sql!(
        "DELETE FROM stage_entry
        WHERE season_id = $1 AND application_id = $2 AND no = $3 AND told_at IS NULL"
    );
    Ok(conn.run(sql, args![permit.season(), application, no]).await? > 0)
}

/// Those who were chosen to go on and not invited yet, and who have not withdrawn meanwhile.
pub async fn to_invite(conn: &mut Conn, permit: &RunStages, no: i64) -> Result<Vec<GoesOn>> {
    conn.all(
        sql!(
            "SELECT a.id AS application_id, a.person_id AS person_id, a.external_id AS external_id,
                p.display_name AS display_name, a.language AS language, c.value AS email
            FROM stage_entry e
            JOIN application a ON a.id = e.application_id
            JOIN application_state x ON x.application_id = a.id
            JOIN person p ON p.id = a.person_id
            LEFT JOIN mailbox c ON c.person_id = a.person_id
            WHERE e.season_id = $1
                AND e.no = $2
                AND e.told_at IS NULL
                AND x.state = 'eligible'
                AND NOT EXISTS (SELECT 1 FROM outcome o WHERE o.application_id = a.id)
                AND NOT EXISTS (SELECT 1 FROM erasure o WHERE o.application_id = a.id)
            ORDER BY p.sort_key, a.external_id"
        ),
        args![permit.season(), no],
    )
    .await
}

pub(super) async fn mark_told(conn: &mut Conn, no: i64, application: &Id, now: Time) -> Result<bool> {
    let sql = sql!(
        "UPDATE stage_entry
        SET told_at = $3
        WHERE application_id = $1 AND no = $2 AND told_at IS NULL"
    );
    Ok(conn.run(sql, args![application, no, now]).await? > 0)
}

/// Holds a season's row for the rest of the transaction: inviting, sending decisions and opening reviews again come one
/// after the other.
pub(crate) async fn hold_season(conn: &mut Conn, season: &Id) -> Result<()> {
    conn.run(sql!("UPDATE season SET stage = stage WHERE id = $1"), args![season]).await.map(drop)
}

/// Brings choosing to a stage, from the one before. `false` when it is elsewhere.
pub(super) async fn open(conn: &mut Conn, permit: &RunStages, no: i64, now: Time) -> Result<bool> {
    let sql = sql!("UPDATE season SET stage = $2 WHERE id = $1 AND stage IN ($2 - 1, $2)");
    if conn.run(sql, args![permit.season(), no]).await? == 0 {
        return Ok(false);
    }
    let sql = sql!("UPDATE stage SET opened_at = COALESCE(opened_at, $3) WHERE season_id = $1 AND no = $2");
    Ok(conn.run(sql, args![permit.season(), no, now]).await? > 0)
}

/// How many at a stage have not submitted its form, which is due after `now`.
pub async fn still_answering(conn: &mut Conn, permit: &RunStages, no: i64, now: Time) -> Result<i64> {
    let sql = sql!(
        "SELECT COUNT(*)
        FROM stage_entry e
        JOIN stage g ON g.season_id = e.season_id AND g.no = e.no AND g.kind = 'form' AND g.due_at > $3
        JOIN application_state x ON x.application_id = e.application_id AND x.state IN ('eligible', 'undecided')
        WHERE e.season_id = $1 AND e.no = $2 AND e.told_at IS NOT NULL AND e.submitted_at IS NULL"
    );
    Ok(conn.one::<(i64,)>(sql, args![permit.season(), no, now]).await?.0)
}

row! {
    /// Someone who reviews for the season, and whether they are listed for a stage.
    pub struct Reviewer { id: Id, display_name: String, no: Option<i64> }
}

/// Everyone who reviews for the season, once for each stage that they are listed for.
pub async fn reviewers(conn: &mut Conn, permit: &RunStages) -> Result<Vec<Reviewer>> {
    conn.all(
        sql!(
            "SELECT p.id AS id, p.display_name AS display_name, v.no AS no
            FROM role r
            JOIN person p ON p.id = r.person_id
            LEFT JOIN stage_reviewer v ON v.season_id = r.season_id AND v.person_id = r.person_id
            WHERE r.season_id = $1 AND r.role = 'reviewer' AND r.until IS NULL
            ORDER BY p.sort_key, p.id"
        ),
        args![permit.season()],
    )
    .await
}

pub(super) async fn clear_reviewers(conn: &mut Conn, permit: &RunStages, no: i64) -> Result<()> {
    let sql = sql!("DELETE FROM stage_reviewer WHERE season_id = $1 AND no = $2");
    conn.run(sql, args![permit.season(), no]).await.map(drop)
}

pub(super) async fn insert_reviewer(conn: &mut Conn, permit: &RunStages, no: i64, person: &Id) -> Result<()> {
    let sql = sql!("INSERT INTO stage_reviewer (season_id, no, person_id) VALUES ($1, $2, $3)");
    conn.run(sql, args![permit.season(), no, person]).await.map(drop)
}

/// Whether reviews of the stage that choosing is at are open.
pub async fn is_reviewing(conn: &mut Conn, permit: &RunStages) -> Result<bool> {
    let sql = sql!(
        "SELECT COUNT(*)
        FROM reading
        WHERE season_id = $1 AND opened_at IS NOT NULL AND closed_at IS NULL"
    );
    Ok(conn.one::<(i64,)>(sql, args![permit.season()]).await?.0 > 0)
}

row! {
    /// A form that is due soon and was not submitted.
    pub struct Due {
        season_id: Id,
        slug: String,
        no: i64,
        title: weft_kernel::db::Json<weft_kernel::i18n::Words>,
        due_at: Time,
        draft_id: Id,
        application_id: Id,
        display_name: String,
        language: String,
        email: String,
        norm: String,
    }
}

/// Forms of the stage that choosing is at, due after `now` and by `until`, of people who were invited before `before`
/// and were not reminded.
pub(super) async fn due(conn: &mut Conn, now: Time, until: Time, before: Time) -> Result<Vec<Due>> {
    conn.all(
        sql!(
            "SELECT n.id AS season_id, n.slug AS slug, g.no AS no, g.title AS title, g.due_at AS due_at,
                d.id AS draft_id, e.application_id AS application_id, p.display_name AS display_name,
                d.language AS language, d.email AS email, d.email_norm AS norm
            FROM stage g
            JOIN season n ON n.id = g.season_id AND n.stage = g.no
            JOIN stage_entry e ON e.season_id = g.season_id AND e.no = g.no
            JOIN application a ON a.id = e.application_id
            JOIN person p ON p.id = a.person_id
            JOIN application_state x ON x.application_id = a.id AND x.state IN ('eligible', 'undecided')
            JOIN draft d ON d.application_id = e.application_id
                AND d.stage = e.no
                AND d.stage > 1
                AND d.changes_of IS NULL
            WHERE g.due_at > $1
                AND g.due_at <= $2
                AND e.told_at <= $3
                AND e.submitted_at IS NULL
                AND e.reminded_at IS NULL
                AND d.email IS NOT NULL
                AND NOT EXISTS (SELECT 1 FROM outcome o WHERE o.application_id = e.application_id)
            ORDER BY n.id, a.external_id"
        ),
        args![now, until, before],
    )
    .await
}

/// Keeps that someone was reminded, once, unless they have submitted it meanwhile.
pub(super) async fn mark_reminded(conn: &mut Conn, due: &Due, now: Time) -> Result<bool> {
    let sql = sql!(
        "UPDATE stage_entry
        SET reminded_at = $3
        WHERE application_id = $1 AND no = $2 AND reminded_at IS NULL AND submitted_at IS NULL"
    );
    Ok(conn.run(sql, args![&due.application_id, due.no, now]).await? > 0)
}
