//! The SQL of what was published about a season's dates.

use crate::gatherings::rules::PlanGatherings;
use crate::gatherings::sources::{Said, Source};
use weft_kernel::Kernel;
use weft_kernel::clock::Time;
use weft_kernel::db::{Conn, Result};
use weft_kernel::ids::Id;
use weft_kernel::{args, sql};

/// What was published about a season, the oldest first.
pub async fn of_season(conn: &mut Conn, season: &Id) -> Result<Vec<Source>> {
    conn.all(
        sql!(
            "SELECT u.id AS id, u.name AS name, u.url AS url, u.first_on AS first_on, u.last_on AS last_on,
                u.sessions AS sessions, u.minutes AS minutes, u.days AS days, u.made_at AS made_at,
                u.settled_at AS settled_at, p.display_name AS settled_by, u.reason AS reason
            FROM schedule_source u
            LEFT JOIN person p ON p.id = u.settled_by
            WHERE u.season_id = $1
            ORDER BY u.id"
        ),
        args![season],
    )
    .await
}

pub async fn insert(kernel: &Kernel, conn: &mut Conn, permit: &PlanGatherings, by: &Id, said: &Said) -> Result<()> {
    conn.run(
        sql!(
            "INSERT INTO schedule_source (
                id, season_id, name, url, first_on, last_on, sessions, minutes, days, made_by, made_at
            )
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)"
        ),
        args![
            kernel.id(),
            permit.season(),
            &said.name,
            &said.url,
            said.first_on.as_deref(),
            said.last_on.as_deref(),
            said.sessions,
            said.minutes,
            said.days.join(" "),
            by,
            kernel.now()
        ],
    )
    .await
    .map(drop)
}

/// Says that a source is out of date; false where that was said before.
pub async fn settle(
    kernel: &Kernel,
    conn: &mut Conn,
    permit: &PlanGatherings,
    source: &Id,
    by: &Id,
    reason: &str,
) -> Result<bool> {
    Ok(conn
        .run(
            sql!(
                "UPDATE schedule_source
                SET settled_at = $3, settled_by = $4, reason = $5
                WHERE season_id = $1 AND id = $2 AND settled_at IS NULL"
            ),
            args![permit.season(), source, kernel.now(), by, reason],
        )
        .await?
        > 0)
}

/// Says since when a season's dates do not agree.
pub async fn mark_unconfirmed(conn: &mut Conn, permit: &PlanGatherings, now: Time) -> Result<()> {
    conn.run(
        sql!("UPDATE season SET unconfirmed_at = $2 WHERE id = $1 AND unconfirmed_at IS NULL"),
        args![permit.season(), now],
    )
    .await
    .map(drop)
}

/// Says that a season's dates agree again; false where they did before.
pub async fn mark_confirmed(conn: &mut Conn, permit: &PlanGatherings) -> Result<bool> {
    Ok(conn
        .run(
            sql!("UPDATE season SET unconfirmed_at = NULL WHERE id = $1 AND unconfirmed_at IS NOT NULL"),
            args![permit.season()],
        )
        .await?
        > 0)
}
