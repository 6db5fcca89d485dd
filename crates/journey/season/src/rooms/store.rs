//! The SQL of rooms. Everything is asked for with leave to see or run the season's gatherings.

use super::model::{Act, Step};
use crate::gatherings::rules::RunGathering;
use weft_kernel::Kernel;
use weft_kernel::clock::Time;
use weft_kernel::db::{Conn, Result};
use weft_kernel::ids::Id;
use weft_kernel::{args, row, sql};

pub(super) async fn steps(conn: &mut Conn, sitting: &Id) -> Result<Vec<Step>> {
    conn.all(
        sql!(
            "SELECT s.n AS n, s.act AS act, s.segment_id AS segment_id, p.display_name AS by_name, s.at AS at
            FROM room_step s
            LEFT JOIN person p ON p.id = s.by_id
            WHERE s.sitting_id = $1
            ORDER BY s.n"
        ),
        args![sitting],
    )
    .await
}

/// A step that is not written down yet.
pub(super) struct NewStep<'a> {
    pub n: i64,
    pub act: Act,
    pub segment: Option<&'a Id>,
    pub by: Option<&'a Id>,
    pub at: Time,
}

/// Writes a step down; false when someone else was first.
pub(super) async fn insert_step(conn: &mut Conn, sitting: &Id, step: NewStep<'_>) -> Result<bool> {
    Ok(conn
        .run(
            sql!(
                "INSERT INTO room_step (sitting_id, n, act, segment_id, by_id, at)
                VALUES ($1, $2, $3, $4, $5, $6)
                ON CONFLICT (sitting_id, n) DO NOTHING"
            ),
            args![sitting, step.n, step.act, step.segment, step.by, step.at],
        )
        .await?
        > 0)
}

row! { pub struct Round { id: Id, n: i64, mode: String, repeats: i64, posted_at: Option<Time>, changes: i64 } }

/// The newest seating of a sitting; only what is posted, where that is asked for.
pub(super) async fn round(conn: &mut Conn, sitting: &Id, posted: bool) -> Result<Option<Round>> {
    conn.opt(
        sql!(
            "SELECT id, n, mode, repeats, posted_at, changes
            FROM room_round
            WHERE sitting_id = $1 AND (CAST($2 AS BIGINT) = 0 OR posted_at IS NOT NULL)
            ORDER BY n DESC LIMIT 1"
        ),
        args![sitting, posted],
    )
    .await
}

row! {
    /// A seat; `team` names the home team that its table is, where tables are home teams.
    pub struct Seat { person_id: Id, name: String, email: Option<String>, room: i64, team: Option<String> }
}

/// Who sits where, room by room.
pub(super) async fn seats(conn: &mut Conn, round: &Id) -> Result<Vec<Seat>> {
    conn.all(
        sql!(
            "SELECT s.person_id AS person_id, p.display_name AS name,
                (SELECT o.value FROM mailbox o WHERE o.person_id = p.id) AS email, s.room AS room,
                CASE
                    WHEN r.mode = 'teams' THEN (
                        SELECT h.name
                        FROM home_team_member a
                        JOIN member m ON m.id = a.member_id
                        JOIN home_team h ON h.id = a.team_id
                        WHERE m.season_id = g.season_id AND a.until IS NULL AND h.position = s.room - 1
                        LIMIT 1
                    )
                    END AS team
            FROM room_seat s
            JOIN room_round r ON r.id = s.round_id
            JOIN sitting t ON t.id = r.sitting_id
            JOIN gathering g ON g.id = t.gathering_id
            JOIN person p ON p.id = s.person_id
            WHERE s.round_id = $1
            ORDER BY s.room, p.sort_key, p.id"
        ),
        args![round],
    )
    .await
}

/// A new seating in place of one that was not posted. Returns its number.
pub(super) async fn insert_round(
    kernel: &Kernel,
    conn: &mut Conn,
    sitting: &Id,
    mode: &str,
    repeats: usize,
    by: &Id,
) -> Result<(Id, i64)> {
    conn.run(
        sql!(
            "DELETE FROM room_seat
            WHERE round_id IN (SELECT id FROM room_round WHERE sitting_id = $1 AND posted_at IS NULL)"
        ),
        args![sitting],
    )
    .await?;
    conn.run(sql!("DELETE FROM room_round WHERE sitting_id = $1 AND posted_at IS NULL"), args![sitting]).await?;
    let id = kernel.id();
    let (n,): (i64,) = conn
        .one(
            sql!(
                "INSERT INTO room_round (id, sitting_id, n, mode, repeats, made_by, made_at)
                SELECT CAST($1 AS TEXT), CAST($2 AS TEXT), COALESCE(MAX(n), 0) + 1, CAST($3 AS TEXT),
                    CAST($4 AS BIGINT), CAST($5 AS TEXT), CAST($6 AS BIGINT)
                FROM room_round
                WHERE sitting_id = $2 RETURNING n"
            ),
            args![&id, sitting, mode, repeats, by, kernel.now()],
        )
        .await?;
    Ok((id, n))
}

pub(super) async fn seat(conn: &mut Conn, round: &Id, person: &Id, room: usize) -> Result<()> {
    conn.run(
        sql!(
            "INSERT INTO room_seat (round_id, person_id, room)
            VALUES ($1, $2, $3)
            ON CONFLICT (round_id, person_id) DO NOTHING"
        ),
        args![round, person, room],
    )
    .await
    .map(drop)
}

pub(super) async fn unseat(conn: &mut Conn, round: &Id, person: &Id) -> Result<()> {
    conn.run(sql!("DELETE FROM room_seat WHERE round_id = $1 AND person_id = $2"), args![round, person]).await.map(drop)
}

/// Holds a sitting: whoever else makes or shows tables of it waits for this transaction.
pub(super) async fn hold(conn: &mut Conn, sitting: &Id) -> Result<()> {
    conn.run(sql!("UPDATE sitting SET taken = taken WHERE id = $1"), args![sitting]).await.map(drop)
}

/// Counts a change of seats, so that pages look again.
pub(super) async fn changed(conn: &mut Conn, round: &Id) -> Result<()> {
    conn.run(sql!("UPDATE room_round SET changes = changes + 1 WHERE id = $1"), args![round]).await.map(drop)
}

/// Shows a seating to everyone, once.
pub(super) async fn post(conn: &mut Conn, sitting: &Id, n: i64, now: Time) -> Result<bool> {
    Ok(conn
        .run(
            sql!("UPDATE room_round SET posted_at = $3 WHERE sitting_id = $1 AND n = $2 AND posted_at IS NULL"),
            args![sitting, n, now],
        )
        .await?
        > 0)
}

/// Pairs who sat in one room of a posted seating of the season, and how often; without the newest seating of one
/// sitting, where that is made anew.
pub(super) async fn met(conn: &mut Conn, season: &Id) -> Result<Vec<(Id, Id, i64)>> {
    conn.all(
        sql!(
            "SELECT a.person_id, b.person_id, COUNT(*)
            FROM room_round r
            JOIN sitting t ON t.id = r.sitting_id
            JOIN gathering g ON g.id = t.gathering_id
            JOIN room_seat a ON a.round_id = r.id
            JOIN room_seat b ON b.round_id = r.id AND b.room = a.room AND a.person_id < b.person_id
            WHERE g.season_id = $1 AND r.posted_at IS NOT NULL
            GROUP BY a.person_id, b.person_id
            ORDER BY a.person_id, b.person_id"
        ),
        args![season],
    )
    .await
}

row! { pub struct Tie { name: String, times: i64, last_at: Time } }

/// Whom one person sat with, and when last.
pub(super) async fn own_ties(conn: &mut Conn, season: &Id, person: &Id) -> Result<Vec<Tie>> {
    conn.all(
        sql!(
            "SELECT p.display_name AS name, COUNT(*) AS times, MAX(t.starts_at) AS last_at
            FROM room_seat a
            JOIN room_round r ON r.id = a.round_id
            JOIN sitting t ON t.id = r.sitting_id
            JOIN gathering g ON g.id = t.gathering_id
            JOIN room_seat b ON b.round_id = r.id AND b.room = a.room AND b.person_id <> a.person_id
            JOIN person p ON p.id = b.person_id
            WHERE g.season_id = $1 AND a.person_id = $2 AND r.posted_at IS NOT NULL
            GROUP BY p.id, p.display_name
            ORDER BY p.sort_key, p.id"
        ),
        args![season, person],
    )
    .await
}

/// Members of one home team, as pairs.
pub(super) async fn team_pairs(conn: &mut Conn, run: &RunGathering) -> Result<Vec<(Id, Id)>> {
    conn.all(
        sql!(
            "SELECT m.person_id, n.person_id
            FROM home_team_member a
            JOIN home_team_member b ON b.team_id = a.team_id AND b.until IS NULL
            JOIN member m ON m.id = a.member_id
            JOIN member n ON n.id = b.member_id AND m.person_id < n.person_id
            WHERE a.until IS NULL AND m.season_id = $1 AND m.left_at IS NULL AND n.left_at IS NULL
            ORDER BY m.person_id, n.person_id"
        ),
        args![run.season()],
    )
    .await
}

/// Who takes part in the season, by name.
pub(super) async fn named(conn: &mut Conn, run: &RunGathering) -> Result<Vec<(Id, String)>> {
    conn.all(
        sql!(
            "SELECT p.id, p.display_name
            FROM taking_part k
            JOIN person p ON p.id = k.person_id
            WHERE k.season_id = $1
            ORDER BY p.sort_key, p.id"
        ),
        args![run.season()],
    )
    .await
}

/// Who takes part in the season.
pub(super) async fn people(conn: &mut Conn, season: &Id) -> Result<Vec<Id>> {
    let rows: Vec<(Id,)> = conn
        .all(sql!("SELECT person_id FROM taking_part WHERE season_id = $1 ORDER BY person_id"), args![season])
        .await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}
