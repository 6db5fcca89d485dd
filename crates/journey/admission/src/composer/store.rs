//! The SQL of the composer.

use super::model::{Composition, Step};
use crate::selection::rules::{Choose, SeeSelection};
use weft_kernel::Kernel;
use weft_kernel::clock::Time;
use weft_kernel::db::{Conn, Result};
use weft_kernel::ids::Id;
use weft_kernel::{args, sql};

/// Most steps a page shows.
pub const RECENT: i64 = 12;

pub async fn compositions(conn: &mut Conn, permit: &SeeSelection) -> Result<Vec<Composition>> {
    conn.all(
        sql!(
            "SELECT c.id AS id, c.number AS number, c.name AS name, c.step AS step, s.parent AS parent,
                s.cohort AS cohort, s.run_id AS run_id, c.created_at AS created_at, p.display_name AS actor
            FROM composition c
            JOIN composition_step s ON s.composition_id = c.id AND s.step = c.step
            LEFT JOIN person p ON p.id = c.created_by
            WHERE c.season_id = $1
            ORDER BY c.number DESC"
        ),
        args![permit.season()],
    )
    .await
}

pub async fn composition(conn: &mut Conn, permit: &SeeSelection, number: i64) -> Result<Option<Composition>> {
    conn.opt(
        sql!(
            "SELECT c.id AS id, c.number AS number, c.name AS name, c.step AS step, s.parent AS parent,
                s.cohort AS cohort, s.run_id AS run_id, c.created_at AS created_at, p.display_name AS actor
            FROM composition c
            JOIN composition_step s ON s.composition_id = c.id AND s.step = c.step
            LEFT JOIN person p ON p.id = c.created_by
            WHERE c.season_id = $1 AND c.number = $2"
        ),
        args![permit.season(), number],
    )
    .await
}

/// The last steps, newest first.
pub async fn steps(conn: &mut Conn, composition: &Id) -> Result<Vec<Step>> {
    conn.all(
        sql!(
            "SELECT s.step AS step, s.verb AS verb, s.about AS about, s.by_id AS by_id, p.display_name AS actor,
                s.at AS at
            FROM composition_step s
            LEFT JOIN person p ON p.id = s.by_id
            WHERE s.composition_id = $1
            ORDER BY s.step DESC LIMIT $2"
        ),
        args![composition, RECENT],
    )
    .await
}

/// The step to return to when the present one was undone, or `None`.
pub async fn newest_child(conn: &mut Conn, composition: &Id, step: i64) -> Result<Option<i64>> {
    let (child,): (Option<i64>,) = conn
        .one(
            sql!("SELECT MAX(step) FROM composition_step WHERE composition_id = $1 AND parent = $2"),
            args![composition, step],
        )
        .await?;
    Ok(child)
}

/// Begins a composition with its first step; its number comes back.
pub(super) async fn insert(
    kernel: &Kernel,
    conn: &mut Conn,
    permit: &Choose,
    name: &str,
    by: Option<&Id>,
) -> Result<(Id, i64)> {
    let id = kernel.id();
    let (number,): (i64,) = conn
        .one(
            sql!(
                "INSERT INTO composition (id, season_id, number, name, step, created_by, created_at)
                SELECT CAST($1 AS TEXT), CAST($2 AS TEXT), COALESCE(MAX(number), 0) + 1, CAST($3 AS TEXT), 1,
                    CAST($4 AS TEXT), CAST($5 AS BIGINT)
                FROM composition
                WHERE season_id = $2 RETURNING number"
            ),
            args![&id, permit.season(), name, by, kernel.now()],
        )
        .await?;
    Ok((id, number))
}

/// What a step says.
pub(super) struct NewStep<'a> {
    pub parent: Option<i64>,
    pub verb: &'a str,
    pub about: &'a str,
    pub cohort: &'a str,
    pub run: Option<&'a Id>,
    pub by: Option<&'a Id>,
    pub at: Time,
}

/// Adds a step and returns its number; the composition points there only after [`point`].
pub(super) async fn insert_step(conn: &mut Conn, composition: &Id, new: &NewStep<'_>) -> Result<i64> {
    let (step,): (i64,) = conn
        .one(
            sql!(
                "INSERT INTO composition_step (composition_id, step, parent, verb, about, cohort, run_id, by_id, at)
                SELECT CAST($1 AS TEXT), COALESCE(MAX(step), 0) + 1, CAST($2 AS BIGINT), CAST($3 AS TEXT),
                    CAST($4 AS TEXT), CAST($5 AS TEXT), CAST($6 AS TEXT), CAST($7 AS TEXT), CAST($8 AS BIGINT)
                FROM composition_step
                WHERE composition_id = $1 RETURNING step"
            ),
            args![composition, new.parent, new.verb, new.about, new.cohort, new.run, new.by, new.at],
        )
        .await?;
    Ok(step)
}

pub(super) async fn point(conn: &mut Conn, composition: &Id, step: i64) -> Result<()> {
    conn.run(sql!("UPDATE composition SET step = $2 WHERE id = $1"), args![composition, step]).await.map(drop)
}

/// Holds a composition for the rest of the transaction: whoever else moves waits. Returns whether there is one.
pub(super) async fn hold(conn: &mut Conn, permit: &Choose, number: i64) -> Result<bool> {
    Ok(conn
        .run(
            sql!("UPDATE composition SET step = step WHERE season_id = $1 AND number = $2"),
            args![permit.season(), number],
        )
        .await?
        > 0)
}

pub(super) async fn rename(conn: &mut Conn, permit: &Choose, number: i64, name: &str) -> Result<Option<Id>> {
    let found: Option<(Id,)> = conn
        .opt(
            sql!("UPDATE composition SET name = $3 WHERE season_id = $1 AND number = $2 RETURNING id"),
            args![permit.season(), number, name],
        )
        .await?;
    Ok(found.map(|(id,)| id))
}
