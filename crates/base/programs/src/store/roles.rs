//! The SQL of roles: who holds which, who is invited to one, who owns the site.

use crate::model::{HeldRole, Role, StaffInvitation};
use crate::rules::{KeepHouse, RunSeason};
use weft_kernel::Kernel;
use weft_kernel::clock::Time;
use weft_kernel::db::{Conn, Result};
use weft_kernel::ids::Id;
use weft_kernel::{args, row, sql};
use weft_people::Strength;

/// The roles a person holds in a season, the owner's included.
pub async fn roles_in(conn: &mut Conn, person: &Id, season: &Id) -> Result<Vec<Role>> {
    let rows: Vec<(Role,)> = conn
        .all(
            sql!(
                "SELECT role
                FROM held_role
                WHERE person_id = $1 AND (season_id = $2 OR season_id IS NULL)"
            ),
            args![person, season],
        )
        .await?;
    Ok(rows.into_iter().map(|(r,)| r).collect())
}

row! {
    /// A sign-in that was not ended, and a role its person holds; without one, the person is the season's access
    /// contact.
    pub(crate) struct SignedIn {
        sign_in_id: Id,
        strength: Strength,
        created_at: Time,
        seen_at: Time,
        role: Option<Role>,
    }
}

/// Everyone who is signed in and is something in a season, role by role.
pub(crate) async fn signed_in(conn: &mut Conn, season: &Id) -> Result<Vec<SignedIn>> {
    conn.all(
        sql!(
            "SELECT s.id AS sign_in_id, s.strength AS strength, s.created_at AS created_at, s.seen_at AS seen_at,
                r.role AS role
            FROM held_role r
            JOIN sign_in s ON s.person_id = r.person_id
            WHERE (r.season_id = $1 OR r.season_id IS NULL) AND s.ended_at IS NULL
            UNION ALL
            SELECT s.id AS sign_in_id, s.strength AS strength, s.created_at AS created_at, s.seen_at AS seen_at,
                NULL AS role
            FROM season e
            JOIN sign_in s ON s.person_id = e.access_contact_id
            WHERE e.id = $1 AND s.ended_at IS NULL"
        ),
        args![season],
    )
    .await
}

/// The roles a person holds in any season of a program, and in the house.
pub async fn roles_in_program(conn: &mut Conn, person: &Id, program: &Id) -> Result<Vec<Role>> {
    let rows: Vec<(Role,)> = conn
        .all(
            sql!(
                "SELECT DISTINCT r.role
                FROM held_role r
                LEFT JOIN season s ON s.id = r.season_id
                WHERE r.person_id = $1 AND (r.season_id IS NULL OR s.program_id = $2)"
            ),
            args![person, program],
        )
        .await?;
    Ok(rows.into_iter().map(|(r,)| r).collect())
}

/// The roles a person holds in the house itself.
pub async fn house_roles(conn: &mut Conn, person: &Id) -> Result<Vec<Role>> {
    let rows: Vec<(Role,)> = conn
        .all(sql!("SELECT role FROM role WHERE person_id = $1 AND season_id IS NULL AND until IS NULL"), args![person])
        .await?;
    Ok(rows.into_iter().map(|(r,)| r).collect())
}

pub async fn held_roles(conn: &mut Conn, run: &RunSeason) -> Result<Vec<HeldRole>> {
    conn.all(
        sql!(
            "SELECT r.id AS id, r.person_id AS person_id, p.display_name AS display_name, r.role AS role,
                r.since AS since
            FROM role r
            JOIN person p ON p.id = r.person_id
            WHERE r.season_id = $1
                AND r.until IS NULL
                AND r.role NOT IN ('applicant', 'alum')
            ORDER BY r.role, p.sort_key, p.id"
        ),
        args![run.season()],
    )
    .await
}

pub async fn open_invitations(conn: &mut Conn, run: &RunSeason, now: Time) -> Result<Vec<StaffInvitation>> {
    conn.all(
        sql!(
            "SELECT id, mailed_to, name, season_id, role, expires_at,
                (SELECT s.slug FROM season s WHERE s.id = staff_invitation.season_id) AS season_slug
            FROM staff_invitation
            WHERE season_id = $1 AND used_at IS NULL AND revoked_at IS NULL AND expires_at > $2
            ORDER BY id"
        ),
        args![run.season(), now],
    )
    .await
}

pub(crate) async fn invitation_by_token(
    conn: &mut Conn,
    token_hash: &str,
    now: Time,
) -> Result<Option<StaffInvitation>> {
    conn.opt(
        sql!(
            "SELECT id, mailed_to, name, season_id, role, expires_at,
                (SELECT s.slug FROM season s WHERE s.id = staff_invitation.season_id) AS season_slug
            FROM staff_invitation
            WHERE token_hash = $1 AND used_at IS NULL AND revoked_at IS NULL AND expires_at > $2"
        ),
        args![token_hash, now],
    )
    .await
}

pub(crate) async fn use_invitation(conn: &mut Conn, id: &Id, now: Time) -> Result<bool> {
    Ok(conn
        .run(
            sql!(
                "UPDATE staff_invitation
                SET used_at = $2
                WHERE id = $1 AND used_at IS NULL AND revoked_at IS NULL AND expires_at > $2"
            ),
            args![id, now],
        )
        .await?
        > 0)
}

pub(crate) async fn revoke_invitation(conn: &mut Conn, run: &RunSeason, id: &Id, now: Time) -> Result<bool> {
    Ok(conn
        .run(
            sql!(
                "UPDATE staff_invitation
                SET revoked_at = $3
                WHERE id = $1 AND season_id = $2 AND used_at IS NULL AND revoked_at IS NULL"
            ),
            args![id, run.season(), now],
        )
        .await?
        > 0)
}

pub(crate) struct NewInvitation<'a> {
    pub email: &'a str,
    pub name: &'a str,
    pub role: Role,
    pub token_hash: &'a str,
    pub by: Option<&'a Id>,
}

/// Invites someone to a role in a season.
pub(crate) async fn insert_invitation(
    kernel: &Kernel,
    conn: &mut Conn,
    run: &RunSeason,
    new: &NewInvitation<'_>,
) -> Result<Id> {
    insert(kernel, conn, Some(run.season()), new).await
}

/// Invites someone to own the site.
pub(crate) async fn insert_owner_invitation(
    kernel: &Kernel,
    conn: &mut Conn,
    _: &KeepHouse,
    new: &NewInvitation<'_>,
) -> Result<Id> {
    insert(kernel, conn, None, new).await
}

async fn insert(kernel: &Kernel, conn: &mut Conn, season: Option<&Id>, new: &NewInvitation<'_>) -> Result<Id> {
    let id = kernel.id();
    let now = kernel.now();
    conn.run(
        sql!(
            "INSERT INTO staff_invitation (
                id, mailed_to, name, season_id, role, token_hash, invited_by, created_at, expires_at
            )
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
        ),
        args![&id, new.email, new.name, season, new.role, new.token_hash, new.by, now, now.plus_days(7)],
    )
    .await?;
    Ok(id)
}

/// Gives a role from now on, never that of taking part, which follows from a seat or a registration. Giving it twice
/// changes nothing.
pub async fn grant_role(kernel: &Kernel, conn: &mut Conn, person: &Id, season: &Id, role: Role) -> Result<bool> {
    Ok(conn
        .run(
            sql!(
                "INSERT INTO role (id, person_id, season_id, role, since)
                VALUES ($1, $2, $3, $4, $5)
                ON CONFLICT (person_id, season_id, role)
                WHERE until IS NULL DO NOTHING"
            ),
            args![kernel.id(), person, season, role, kernel.now()],
        )
        .await?
        > 0)
}

/// Ends a role held in a season. The last program lead of a season stays until another one is there.
pub(crate) async fn end_role(conn: &mut Conn, run: &RunSeason, id: &Id, now: Time) -> Result<bool> {
    Ok(conn
        .run(
            sql!(
                "UPDATE role
                SET until = $3
                WHERE id = $1
                    AND season_id = $2
                    AND until IS NULL
                    AND (
                        role <> 'program-lead'
                            OR (
                                SELECT COUNT(*)
                                FROM role
                                WHERE season_id = $2 AND role = 'program-lead' AND until IS NULL
                            ) > 1
                    )"
            ),
            args![id, run.season(), now],
        )
        .await?
        > 0)
}

pub async fn person_of_role(conn: &mut Conn, run: &RunSeason, id: &Id) -> Result<Option<(Id, Role)>> {
    conn.opt(
        sql!("SELECT person_id, role FROM role WHERE id = $1 AND season_id = $2 AND until IS NULL"),
        args![id, run.season()],
    )
    .await
}

pub async fn owners(conn: &mut Conn, _: &KeepHouse) -> Result<Vec<HeldRole>> {
    conn.all(
        sql!(
            "SELECT r.id AS id, r.person_id AS person_id, p.display_name AS display_name, r.role AS role,
                r.since AS since
            FROM role r
            JOIN person p ON p.id = r.person_id
            WHERE r.season_id IS NULL AND r.role = 'owner' AND r.until IS NULL
            ORDER BY p.sort_key, p.id"
        ),
        args![],
    )
    .await
}

pub async fn owner_invitations(conn: &mut Conn, _: &KeepHouse, now: Time) -> Result<Vec<StaffInvitation>> {
    conn.all(
        sql!(
            "SELECT id, mailed_to, name, season_id, role, expires_at,
                (SELECT s.slug FROM season s WHERE s.id = staff_invitation.season_id) AS season_slug
            FROM staff_invitation
            WHERE season_id IS NULL AND used_at IS NULL AND revoked_at IS NULL AND expires_at > $1
            ORDER BY id"
        ),
        args![now],
    )
    .await
}

/// Ends an owner's role, unless it is the last one: check and end are one statement.
pub(crate) async fn end_owner(conn: &mut Conn, _: &KeepHouse, id: &Id, now: Time) -> Result<bool> {
    Ok(conn
        .run(
            sql!(
                "UPDATE role
                SET until = $2
                WHERE id = $1
                    AND season_id IS NULL
                    AND role = 'owner'
                    AND until IS NULL
                    AND (SELECT COUNT(*) FROM role WHERE season_id IS NULL AND role = 'owner' AND until IS NULL) > 1"
            ),
            args![id, now],
        )
        .await?
        > 0)
}

row! {
    /// A lead or co-lead of a season, to be written to.
    pub struct Lead {
        person_id: Id,
        name: String,
        language: String,
    }
}

/// Those who lead a season, each once.
pub async fn leads(conn: &mut Conn, season: &Id) -> Result<Vec<Lead>> {
    conn.all(
        sql!(
            "SELECT p.id AS person_id, p.display_name AS name, p.language AS language
            FROM person p
            WHERE EXISTS (
                SELECT 1
                FROM role r
                WHERE r.person_id = p.id
                    AND r.season_id = $1
                    AND r.until IS NULL
                    AND r.role IN ('program-lead', 'co-lead')
            )
            ORDER BY p.sort_key, p.id"
        ),
        args![season],
    )
    .await
}
