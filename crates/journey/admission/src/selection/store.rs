//! The SQL of goals, marks and runs; that of invitations and of filling open seats stands below.

mod cancel;
mod filling;
mod invitations;

pub use cancel::*;
pub use filling::*;
pub use invitations::*;

use super::model::{Beside, GoalSet, Mark, MarkKind, Run, RunLine};
use super::rules::{Choose, SeeSelection};
use weft_kernel::Kernel;
use weft_kernel::clock::Time;
use weft_kernel::db::{Conn, Result};
use weft_kernel::ids::Id;
use weft_kernel::{args, sql};

pub async fn goals(conn: &mut Conn, season: &Id) -> Result<Option<GoalSet>> {
    conn.opt(
        sql!(
            "SELECT g.id AS id, g.version AS version, g.goals AS goals, p.display_name AS protected_by,
                g.protected_reason AS protected_reason, g.created_at AS created_at
            FROM goal_set g
            LEFT JOIN person p ON p.id = g.protected_by
            WHERE g.season_id = $1
            ORDER BY g.version DESC LIMIT 1"
        ),
        args![season],
    )
    .await
}

/// Adds a version of the goals. Earlier ones stay for the record.
pub(super) async fn insert_goals(
    kernel: &Kernel,
    conn: &mut Conn,
    permit: &Choose,
    goals: &str,
    protected: Option<(&Id, &str)>,
    by: Option<&Id>,
) -> Result<()> {
    conn.run(
        sql!(
            "INSERT INTO goal_set (
                id, season_id, version, goals, protected_by, protected_reason, created_by, created_at
            )
            SELECT CAST($1 AS TEXT), CAST($2 AS TEXT), COALESCE(MAX(version), 0) + 1, CAST($3 AS TEXT),
                CAST($4 AS TEXT), CAST($5 AS TEXT), CAST($6 AS TEXT), CAST($7 AS BIGINT)
            FROM goal_set
            WHERE season_id = $2"
        ),
        args![kernel.id(), permit.season(), goals, protected.map(|p| p.0), protected.map(|p| p.1), by, kernel.now()],
    )
    .await
    .map(drop)
}

/// A run with its transcript, as it is kept.
pub(super) struct NewRun<'a> {
    pub rule: &'a str,
    pub input_hash: &'a str,
    pub transcript: &'a str,
    pub by: Option<&'a Id>,
}

pub(super) async fn insert_run(kernel: &Kernel, conn: &mut Conn, permit: &Choose, new: &NewRun<'_>) -> Result<Id> {
    let id = kernel.id();
    conn.run(
        sql!(
            "INSERT INTO selection_run (id, season_id, rule, input_hash, transcript, created_by, created_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7)"
        ),
        args![&id, permit.season(), new.rule, new.input_hash, new.transcript, new.by, kernel.now()],
    )
    .await?;
    Ok(id)
}

pub async fn runs(conn: &mut Conn, permit: &SeeSelection) -> Result<Vec<RunLine>> {
    conn.all(
        sql!(
            "SELECT r.id AS id, r.rule AS rule, r.created_at AS created_at, r.confirmed_at AS confirmed_at,
                p.display_name AS actor
            FROM selection_run r
            LEFT JOIN person p ON p.id = r.created_by
            WHERE r.season_id = $1
            ORDER BY r.id DESC LIMIT 30"
        ),
        args![permit.season()],
    )
    .await
}

pub async fn run(conn: &mut Conn, permit: &SeeSelection, id: &Id) -> Result<Option<Run>> {
    conn.opt(
        sql!(
            "SELECT id, rule, input_hash, transcript, created_at, confirmed_at
            FROM selection_run
            WHERE season_id = $1 AND id = $2"
        ),
        args![permit.season(), id],
    )
    .await
}

/// Who is locked or set aside, and why.
pub async fn marks(conn: &mut Conn, permit: &SeeSelection) -> Result<Vec<Mark>> {
    conn.all(
        sql!(
            "SELECT a.external_id AS external_id, p.display_name AS display_name, m.mark AS mark, m.reason AS reason,
                b.display_name AS marked_by
            FROM selection_mark m
            JOIN application a ON a.id = m.application_id
            JOIN person p ON p.id = a.person_id
            LEFT JOIN person b ON b.id = m.by_id
            WHERE m.season_id = $1
            ORDER BY p.sort_key, a.external_id"
        ),
        args![permit.season()],
    )
    .await
}

/// What stands beside each application for a run, by its number.
pub async fn marked(conn: &mut Conn, season: &Id, now: Time) -> Result<Vec<(String, Beside)>> {
    conn.all(
        sql!(
            "SELECT a.external_id, m.mark
            FROM selection_mark m
            JOIN application a ON a.id = m.application_id
            WHERE m.season_id = $1
            UNION ALL
            SELECT a.external_id, 'invited'
            FROM invitation i
            JOIN application a ON a.id = i.application_id
            WHERE i.season_id = $1
                AND i.expires_at > $2
                AND NOT EXISTS (SELECT 1 FROM invitation_answer n WHERE n.invitation_id = i.id)
                AND NOT EXISTS (SELECT 1 FROM withdrawal v WHERE v.application_id = a.id)
            ORDER BY 1, 2"
        ),
        args![season, now],
    )
    .await
}

/// A mark, for which application, why, and by whom.
pub(super) struct NewMark<'a> {
    pub external_id: &'a str,
    pub mark: MarkKind,
    pub reason: &'a str,
    pub by: Option<&'a Id>,
}

/// Sets or replaces a mark. Returns whom it is about.
pub(super) async fn set_mark(conn: &mut Conn, permit: &Choose, new: &NewMark<'_>, now: Time) -> Result<Option<Id>> {
    let found: Option<(Id,)> = conn
        .opt(
            sql!(
                "INSERT INTO selection_mark (season_id, application_id, mark, reason, by_id, at)
                SELECT season_id, id, CAST($3 AS TEXT), CAST($4 AS TEXT), CAST($5 AS TEXT), CAST($6 AS BIGINT)
                FROM application
                WHERE season_id = $1 AND external_id = $2
                ON CONFLICT (season_id, application_id) DO UPDATE SET mark = excluded.mark, reason = excluded.reason,
                    by_id = excluded.by_id, at = excluded.at
                RETURNING application_id"
            ),
            args![permit.season(), new.external_id, new.mark, new.reason, new.by, now],
        )
        .await?;
    Ok(found.map(|(id,)| id))
}

pub(super) async fn lift_mark(conn: &mut Conn, permit: &Choose, external_id: &str) -> Result<Option<Id>> {
    let found: Option<(Id,)> = conn
        .opt(
            sql!(
                "DELETE FROM selection_mark
                WHERE season_id = $1
                    AND application_id IN (SELECT id FROM application WHERE season_id = $1 AND external_id = $2)
                RETURNING application_id"
            ),
            args![permit.season(), external_id],
        )
        .await?;
    Ok(found.map(|(id,)| id))
}

/// Marks a run as the one invitations come from; only the first caller succeeds.
pub(super) async fn confirm(conn: &mut Conn, permit: &Choose, id: &Id, now: Time) -> Result<bool> {
    Ok(conn
        .run(
            sql!(
                "UPDATE selection_run
                SET confirmed_at = $3
                WHERE id = $1 AND season_id = $2 AND confirmed_at IS NULL"
            ),
            args![id, permit.season(), now],
        )
        .await?
        > 0)
}

pub(super) async fn has_confirmed(conn: &mut Conn, permit: &Choose) -> Result<bool> {
    let (n,): (i64,) = conn
        .one(
            sql!("SELECT COUNT(*) FROM selection_run WHERE season_id = $1 AND confirmed_at IS NOT NULL"),
            args![permit.season()],
        )
        .await?;
    Ok(n > 0)
}

/// Counts a value of a field as another one. What was counted as it follows.
pub(super) async fn set_merge(
    conn: &mut Conn,
    permit: &Choose,
    (field, value, counted_as): (&str, &str, &str),
    by: Option<&Id>,
    now: Time,
) -> Result<()> {
    conn.run(
        sql!(
            "INSERT INTO value_merge (season_id, field, value, counted_as, by_id, at)
            VALUES ($1, $2, $3, $4, $5, $6)
            ON CONFLICT (season_id, field, value) DO UPDATE SET counted_as = excluded.counted_as,
                by_id = excluded.by_id, at = excluded.at"
        ),
        args![permit.season(), field, value, counted_as, by, now],
    )
    .await?;
    conn.run(
        sql!("UPDATE value_merge SET counted_as = $4 WHERE season_id = $1 AND field = $2 AND counted_as = $3"),
        args![permit.season(), field, value, counted_as],
    )
    .await
    .map(drop)
}

pub(super) async fn lift_merge(conn: &mut Conn, permit: &Choose, field: &str, value: &str) -> Result<bool> {
    Ok(conn
        .run(
            sql!("DELETE FROM value_merge WHERE season_id = $1 AND field = $2 AND value = $3"),
            args![permit.season(), field, value],
        )
        .await?
        > 0)
}
