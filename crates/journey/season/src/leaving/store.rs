//! The SQL of who left a cohort.

use super::rules::EndSeats;
use weft_kernel::Kernel;
use weft_kernel::clock::Time;
use weft_kernel::db::{Conn, Result};
use weft_kernel::ids::Id;
use weft_kernel::{args, row, sql};

row! {
    /// A member, and what would end with the membership.
    pub struct Staying { id: Id, person_id: Id, name: String, email: Option<String>, team: Option<String>, spaces: i64 }
}

/// The members of a season now, by name.
pub async fn staying(conn: &mut Conn, permit: &EndSeats) -> Result<Vec<Staying>> {
    conn.all(
        sql!(
            "SELECT m.id AS id, m.person_id AS person_id, p.display_name AS name,
                (SELECT o.value FROM mailbox o WHERE o.person_id = p.id) AS email,
                (
                    SELECT t.name
                    FROM home_team_member h
                    JOIN home_team t ON t.id = h.team_id
                    WHERE h.member_id = m.id AND h.until IS NULL LIMIT 1
                ) AS team,
                (
                    SELECT COUNT(*)
                    FROM space_member k
                    JOIN space c ON c.id = k.space_id
                    WHERE c.season_id = m.season_id AND k.person_id = m.person_id AND k.state = 'in'
                ) AS spaces
            FROM member m
            JOIN person p ON p.id = m.person_id
            WHERE m.season_id = $1 AND m.left_at IS NULL
            ORDER BY p.sort_key, m.id"
        ),
        args![permit.season()],
    )
    .await
}

row! {
    /// Someone who left, on which day, and why.
    pub struct Gone {
        id: Id,
        person_id: Id,
        name: String,
        left_on: String,
        reason: String,
        frees_seat: bool,
        spaces: String,
        by_name: Option<String>,
        at: Time,
        finished_at: Option<Time>,
    }
}

/// Those who left a season, the last first.
pub async fn gone(conn: &mut Conn, permit: &EndSeats) -> Result<Vec<Gone>> {
    conn.all(
        sql!(
            "SELECT m.id AS id, m.person_id AS person_id, p.display_name AS name, l.left_on AS left_on,
                l.reason AS reason, l.frees_seat AS frees_seat, l.spaces AS spaces, b.display_name AS by_name,
                l.at AS at, l.finished_at AS finished_at
            FROM member_leaving l
            JOIN member m ON m.id = l.member_id
            JOIN person p ON p.id = m.person_id
            LEFT JOIN person b ON b.id = l.by_id
            WHERE m.season_id = $1
            ORDER BY l.at DESC, m.id"
        ),
        args![permit.season()],
    )
    .await
}

/// Ends a membership; false when it had ended.
pub(super) async fn end(conn: &mut Conn, permit: &EndSeats, member: &Id, now: Time) -> Result<bool> {
    let sql = sql!("UPDATE member SET left_at = $3 WHERE id = $1 AND season_id = $2 AND left_at IS NULL");
    Ok(conn.run(sql, args![member, permit.season(), now]).await? > 0)
}

/// A membership that ended and is not written down yet.
pub(super) struct New<'a> {
    pub member: &'a Id,
    pub person: &'a Id,
    pub left_on: &'a str,
    pub reason: &'a str,
    pub frees_seat: bool,
    /// Ids of the spaces the person was in, as JSON.
    pub spaces: &'a str,
}

pub(super) async fn insert(kernel: &Kernel, conn: &mut Conn, by: &Id, new: New<'_>) -> Result<()> {
    conn.run(
        sql!(
            "INSERT INTO member_leaving (member_id, person_id, left_on, reason, frees_seat, spaces, by_id, at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"
        ),
        args![new.member, new.person, new.left_on, new.reason, new.frees_seat, new.spaces, by, kernel.now()],
    )
    .await
    .map(drop)
}

pub(super) async fn free_seat(conn: &mut Conn, permit: &EndSeats) -> Result<()> {
    let sql = sql!("UPDATE season SET seats_taken = seats_taken - 1 WHERE id = $1 AND seats_taken > 0");
    conn.run(sql, args![permit.season()]).await.map(drop)
}

/// Takes a seat if there is one.
pub(super) async fn take_seat(conn: &mut Conn, permit: &EndSeats) -> Result<bool> {
    let sql = sql!("UPDATE season SET seats_taken = seats_taken + 1 WHERE id = $1 AND seats_taken < seats");
    Ok(conn.run(sql, args![permit.season()]).await? > 0)
}

/// Out of the home team, as of now.
pub(super) async fn leave_team(conn: &mut Conn, member: &Id, now: Time) -> Result<()> {
    conn.run(sql!("UPDATE home_team_member SET until = $2 WHERE member_id = $1 AND until IS NULL"), args![member, now])
        .await
        .map(drop)
}

/// Back into the home team that ended at that moment.
pub(super) async fn rejoin_team(conn: &mut Conn, member: &Id, ended: Time) -> Result<()> {
    conn.run(sql!("UPDATE home_team_member SET until = NULL WHERE member_id = $1 AND until = $2"), args![member, ended])
        .await
        .map(drop)
}

/// Out of the season's spaces; what was said there stays until it is finished. Returns the spaces.
pub(super) async fn leave_spaces(conn: &mut Conn, permit: &EndSeats, person: &Id) -> Result<Vec<Id>> {
    let rows: Vec<(Id,)> = conn
        .all(
            sql!(
                "SELECT k.space_id
                FROM space_member k
                JOIN space c ON c.id = k.space_id
                WHERE c.season_id = $1 AND k.person_id = $2 AND k.state = 'in'
                ORDER BY k.space_id"
            ),
            args![permit.season(), person],
        )
        .await?;
    conn.run(
        sql!(
            "DELETE FROM space_member
            WHERE person_id = $2 AND space_id IN (SELECT c.id FROM space c WHERE c.season_id = $1)"
        ),
        args![permit.season(), person],
    )
    .await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

pub(super) async fn rejoin_space(conn: &mut Conn, space: &str, person: &Id) -> Result<()> {
    conn.run(
        sql!(
            "INSERT INTO space_member (space_id, person_id, state)
            SELECT c.id, CAST($2 AS TEXT), 'in'
            FROM space c
            WHERE c.id = $1 AND c.closed_at IS NULL
            ON CONFLICT (space_id, person_id) DO UPDATE SET state = 'in'"
        ),
        args![space, person],
    )
    .await
    .map(drop)
}

/// Takes back that somebody left since a moment; false when that is over, or was taken back.
pub(super) async fn undo(conn: &mut Conn, permit: &EndSeats, member: &Id, since: Time) -> Result<bool> {
    let undone = conn
        .run(
            sql!("DELETE FROM member_leaving WHERE member_id = $1 AND at >= $2 AND finished_at IS NULL"),
            args![member, since],
        )
        .await?;
    if undone == 0 {
        return Ok(false);
    }
    let sql = sql!("UPDATE member SET left_at = NULL WHERE id = $1 AND season_id = $2 AND left_at IS NOT NULL");
    Ok(conn.run(sql, args![member, permit.season()]).await? > 0)
}

/// Memberships that ended before a moment and are not finished: member, person, season.
pub(super) async fn due(conn: &mut Conn, before: Time) -> Result<Vec<(Id, Id, Id)>> {
    conn.all(
        sql!(
            "SELECT m.id, m.person_id, m.season_id
            FROM member_leaving l
            JOIN member m ON m.id = l.member_id
            WHERE l.finished_at IS NULL AND l.at < $1
            ORDER BY l.at, m.id LIMIT 200"
        ),
        args![before],
    )
    .await
}

/// Erases what somebody said of their needs for this season, once; false when it was finished.
pub(super) async fn finish(conn: &mut Conn, (member, person, season): (&Id, &Id, &Id), now: Time) -> Result<bool> {
    let sql =
        sql!("UPDATE member_leaving SET finished_at = $2, spaces = '[]' WHERE member_id = $1 AND finished_at IS NULL");
    if conn.run(sql, args![member, now]).await? == 0 {
        return Ok(false);
    }
    conn.run(sql!("DELETE FROM access_need WHERE person_id = $1 AND season_id = $2"), args![person, season]).await?;
    Ok(true)
}
