//! The SQL of home teams.

use super::model::{MyRow, Plan};
use super::rules::{FormTeams, SeeTeams};
use weft_kernel::Kernel;
use weft_kernel::db::{Conn, Result};
use weft_kernel::ids::Id;
use weft_kernel::{args, sql};
use weft_people::rules::OwnRecord;

pub async fn latest(conn: &mut Conn, permit: &FormTeams) -> Result<Option<Plan>> {
    conn.opt(
        sql!(
            "SELECT id, version, settings, result, created_at, accepted_at
            FROM team_plan
            WHERE season_id = $1
            ORDER BY version DESC LIMIT 1"
        ),
        args![permit.season()],
    )
    .await
}

pub(super) async fn insert_plan(
    kernel: &Kernel,
    conn: &mut Conn,
    permit: &FormTeams,
    settings: &str,
    result: &str,
    by: &Id,
) -> Result<()> {
    conn.run(
        sql!(
            "INSERT INTO team_plan (id, season_id, version, settings, result, created_by, created_at)
            SELECT CAST($1 AS TEXT), CAST($2 AS TEXT), COALESCE(MAX(version), 0) + 1, CAST($3 AS TEXT),
                CAST($4 AS TEXT), CAST($5 AS TEXT), CAST($6 AS BIGINT)
            FROM team_plan
            WHERE season_id = $2"
        ),
        args![kernel.id(), permit.season(), settings, result, by, kernel.now()],
    )
    .await
    .map(drop)
}

pub(super) async fn accept_plan(
    conn: &mut Conn,
    permit: &FormTeams,
    plan: &Id,
    now: weft_kernel::clock::Time,
) -> Result<bool> {
    Ok(conn
        .run(
            sql!("UPDATE team_plan SET accepted_at = $3 WHERE id = $1 AND season_id = $2 AND accepted_at IS NULL"),
            args![plan, permit.season(), now],
        )
        .await?
        > 0)
}

/// Ends the teams there were; who was with whom stays on record.
pub(super) async fn end_teams(conn: &mut Conn, permit: &FormTeams, now: weft_kernel::clock::Time) -> Result<()> {
    conn.run(
        sql!(
            "UPDATE home_team_member
            SET until = $2
            WHERE until IS NULL AND team_id IN (SELECT id FROM home_team WHERE season_id = $1)"
        ),
        args![permit.season(), now],
    )
    .await
    .map(drop)
}

pub(super) async fn insert_team(
    kernel: &Kernel,
    conn: &mut Conn,
    permit: &FormTeams,
    plan: &Id,
    position: usize,
    name: &str,
) -> Result<Id> {
    let id = kernel.id();
    conn.run(
        sql!("INSERT INTO home_team (id, season_id, plan_id, position, name) VALUES ($1, $2, $3, $4, $5)"),
        args![&id, permit.season(), plan, position, name],
    )
    .await?;
    Ok(id)
}

pub(super) async fn insert_member(kernel: &Kernel, conn: &mut Conn, team: &Id, member: &Id) -> Result<()> {
    conn.run(
        sql!("INSERT INTO home_team_member (team_id, member_id, since) VALUES ($1, $2, $3)"),
        args![team, member, kernel.now()],
    )
    .await
    .map(drop)
}

/// Team and member names of the teams that hold now.
pub async fn teams(conn: &mut Conn, permit: &SeeTeams) -> Result<Vec<(String, i64, String)>> {
    conn.all(
        sql!(
            "SELECT t.name, t.position, p.display_name
            FROM home_team t
            JOIN home_team_member h ON h.team_id = t.id
            JOIN member m ON m.id = h.member_id
            JOIN person p ON p.id = m.person_id
            WHERE t.season_id = $1 AND h.until IS NULL AND m.left_at IS NULL
            ORDER BY t.position, p.sort_key, p.id"
        ),
        args![permit.season()],
    )
    .await
}

pub async fn of_person(conn: &mut Conn, own: &OwnRecord) -> Result<Vec<MyRow>> {
    conn.all(
        sql!(
            "SELECT s.slug AS season_slug, t.name AS team_name, t.position AS position, p.display_name AS member
            FROM member m
            JOIN season s ON s.id = m.season_id
            LEFT JOIN home_team_member h ON h.member_id = m.id AND h.until IS NULL
            LEFT JOIN home_team t ON t.id = h.team_id
            LEFT JOIN home_team_member o ON o.team_id = t.id AND o.until IS NULL
            LEFT JOIN member om ON om.id = o.member_id
            LEFT JOIN person p ON p.id = om.person_id
            WHERE m.person_id = $1 AND m.left_at IS NULL
            ORDER BY s.starts_on DESC, s.slug, p.sort_key, p.id"
        ),
        args![own.person()],
    )
    .await
}
