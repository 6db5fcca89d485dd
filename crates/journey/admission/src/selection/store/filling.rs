//! The SQL of filling open seats: the declared rule, the alternates, seats that are left, where someone stands.

use crate::selection::model::{Alternate, Filling, FillingRule, Standing};
use crate::selection::rules::Choose;
use weft_kernel::clock::Time;
use weft_kernel::db::{Conn, Result};
use weft_kernel::ids::Id;
use weft_kernel::{args, sql};
use weft_people::rules::OwnRecord;

pub async fn filling(conn: &mut Conn, season: &Id) -> Result<Option<Filling>> {
    conn.opt(
        sql!(
            "SELECT f.rule AS rule, f.beyond AS over, p.display_name AS declared_by, f.at AS at
            FROM filling f
            LEFT JOIN person p ON p.id = f.by_id
            WHERE f.season_id = $1"
        ),
        args![season],
    )
    .await
}

pub(in crate::selection) async fn set_filling(
    conn: &mut Conn,
    permit: &Choose,
    rule: FillingRule,
    over: i64,
    by: Option<&Id>,
    now: Time,
) -> Result<()> {
    conn.run(
        sql!(
            "INSERT INTO filling (season_id, rule, beyond, by_id, at)
            VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (season_id) DO UPDATE SET rule = excluded.rule, beyond = excluded.beyond,
                by_id = excluded.by_id, at = excluded.at"
        ),
        args![permit.season(), rule, over, by, now],
    )
    .await
    .map(drop)
}

pub async fn alternates(conn: &mut Conn, season: &Id) -> Result<Vec<Alternate>> {
    conn.all(
        sql!(
            "SELECT l.place AS place, a.external_id AS external_id, p.display_name AS display_name
            FROM alternate l
            JOIN application a ON a.id = l.application_id
            JOIN person p ON p.id = a.person_id
            WHERE l.season_id = $1
            ORDER BY l.place"
        ),
        args![season],
    )
    .await
}

pub(in crate::selection) async fn clear_alternates(conn: &mut Conn, permit: &Choose) -> Result<()> {
    conn.run(sql!("DELETE FROM alternate WHERE season_id = $1"), args![permit.season()]).await.map(drop)
}

/// Returns whether there is such an application.
pub(in crate::selection) async fn insert_alternate(
    conn: &mut Conn,
    permit: &Choose,
    place: i64,
    external_id: &str,
) -> Result<bool> {
    Ok(conn
        .run(
            sql!(
                "INSERT INTO alternate (season_id, place, application_id)
                SELECT season_id, CAST($2 AS BIGINT), id
                FROM application
                WHERE season_id = $1 AND external_id = $3"
            ),
            args![permit.season(), place, external_id],
        )
        .await?
        > 0)
}

/// Holds the season for the rest of the transaction and tells seats, seats taken, and invitations that wait for an
/// answer.
pub(in crate::selection) async fn hold_seats(conn: &mut Conn, season: &Id, now: Time) -> Result<(i64, i64, i64)> {
    conn.run(sql!("UPDATE season SET seats_taken = seats_taken WHERE id = $1"), args![season]).await?;
    seats(conn, season, now).await
}

/// Seats, seats taken, and invitations that wait for an answer.
pub async fn seats(conn: &mut Conn, season: &Id, now: Time) -> Result<(i64, i64, i64)> {
    conn.one(
        sql!(
            "SELECT s.seats, s.seats_taken,
                (
                    SELECT COUNT(*)
                    FROM invitation i
                    WHERE i.season_id = s.id
                        AND i.expires_at > $2
                        AND NOT EXISTS (SELECT 1 FROM invitation_answer n WHERE n.invitation_id = i.id)
                        AND NOT EXISTS (SELECT 1 FROM withdrawal v WHERE v.application_id = i.application_id)
                )
            FROM season s
            WHERE s.id = $1"
        ),
        args![season, now],
    )
    .await
}

/// The first draw that was confirmed: what every later one's seed begins with. And how many draws were confirmed since.
pub(in crate::selection) async fn commitment(conn: &mut Conn, permit: &Choose) -> Result<Option<(String, i64)>> {
    conn.opt(
        sql!(
            "SELECT r.transcript,
                (
                    SELECT COUNT(*)
                    FROM selection_run n
                    WHERE n.season_id = r.season_id AND n.rule = 'draw' AND n.confirmed_at IS NOT NULL
                )
            FROM selection_run r
            WHERE r.season_id = $1 AND r.rule = 'draw' AND r.confirmed_at IS NOT NULL
            ORDER BY r.confirmed_at, r.id LIMIT 1"
        ),
        args![permit.season()],
    )
    .await
}

/// Where someone stands in each season that has chosen and has not yet answered her.
pub async fn standings(conn: &mut Conn, own: &OwnRecord) -> Result<Vec<Standing>> {
    conn.all(
        sql!(
            "SELECT g.name || ' · ' || s.name AS season_title, a.external_id AS external_id, f.rule AS rule,
                l.place AS place, r.transcript AS transcript
            FROM application a
            JOIN season s ON s.id = a.season_id
            JOIN program g ON g.id = s.program_id
            JOIN filling f ON f.season_id = s.id
            JOIN selection_run r ON r.id = (
                SELECT n.id
                FROM selection_run n
                WHERE n.season_id = s.id AND n.confirmed_at IS NOT NULL
                ORDER BY n.confirmed_at DESC, n.id DESC LIMIT 1
            )
            LEFT JOIN alternate l ON l.application_id = a.id
            WHERE a.person_id = $1
                AND a.duplicate_of IS NULL
                AND NOT EXISTS (SELECT 1 FROM invitation i WHERE i.application_id = a.id AND i.canceled_at IS NULL)
                AND NOT EXISTS (SELECT 1 FROM outcome o WHERE o.application_id = a.id)
                AND NOT EXISTS (SELECT 1 FROM withdrawal v WHERE v.application_id = a.id)
            ORDER BY a.submitted_at DESC"
        ),
        args![own.person()],
    )
    .await
}
