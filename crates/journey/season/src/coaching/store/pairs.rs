//! The SQL of pairs and their signatures.

use std::collections::BTreeSet;

use crate::coaching::model::{EndedBy, Pair, Side};
use crate::coaching::rules::{Arrange, Own};
use weft_kernel::Kernel;
use weft_kernel::clock::Time;
use weft_kernel::db::{Conn, Result};
use weft_kernel::ids::Id;
use weft_kernel::{args, row, sql};

/// The pairs of someone, as coach or member: open ones first, by name.
pub async fn own(conn: &mut Conn, permit: &Own) -> Result<Vec<Pair>> {
    conn.all(
        sql!(
            "SELECT t.*
            FROM coaching_told t
            WHERE t.season_id = $1 AND (t.coach_id = $2 OR t.member_id = $3)
            ORDER BY CASE WHEN t.ended_at IS NULL THEN 0 ELSE 1 END, t.member_name, t.began_at DESC, t.id"
        ),
        args![permit.season(), permit.coach(), permit.member()],
    )
    .await
}

/// One of them, or nothing.
pub async fn one(conn: &mut Conn, permit: &Own, id: &Id) -> Result<Option<Pair>> {
    conn.opt(
        sql!(
            "SELECT t.*
            FROM coaching_told t
            WHERE t.season_id = $1 AND (t.coach_id = $2 OR t.member_id = $3) AND t.id = $4"
        ),
        args![permit.season(), permit.coach(), permit.member(), id],
    )
    .await
}

/// The same for the program, which arranges it.
pub async fn arranged(conn: &mut Conn, permit: &Arrange, id: &Id) -> Result<Option<Pair>> {
    conn.opt(sql!("SELECT t.* FROM coaching_told t WHERE t.season_id = $1 AND t.id = $2"), args![permit.season(), id])
        .await
}

/// The same for chores.
pub(in crate::coaching) async fn by_id(conn: &mut Conn, id: &Id) -> Result<Option<Pair>> {
    conn.opt(sql!("SELECT t.* FROM coaching_told t WHERE t.id = $1"), args![id]).await
}

/// Holds an open pair until the transaction ends; false where it is not open.
pub(in crate::coaching) async fn hold(conn: &mut Conn, id: &Id) -> Result<bool> {
    let n = conn
        .run(sql!("UPDATE coaching_pair SET began_at = began_at WHERE id = $1 AND ended_at IS NULL"), args![id])
        .await?;
    Ok(n > 0)
}

/// Pairs someone of the cohort with a coach who is held, while the coach has room. Nothing where there is none, where
/// the member has a coach, or where they are not of the cohort.
pub(in crate::coaching) async fn insert(
    kernel: &Kernel,
    conn: &mut Conn,
    permit: &Arrange,
    (member, coach, text): (&Id, &Id, &Id),
) -> Result<Option<Id>> {
    let id = kernel.id();
    let n = conn
        .run(
            sql!(
                "INSERT INTO coaching_pair (id, season_id, coach_id, member_id, text_id, began_at)
                SELECT CAST($1 AS TEXT), c.season_id, c.person_id, m.person_id, CAST($5 AS TEXT), CAST($6 AS BIGINT)
                FROM coach c
                JOIN member m ON m.season_id = c.season_id AND m.person_id = $3 AND m.left_at IS NULL
                WHERE c.season_id = $2
                    AND c.person_id = $4
                    AND c.person_id <> m.person_id
                    AND (
                        SELECT COUNT(*)
                        FROM coaching_pair k
                        WHERE k.season_id = c.season_id AND k.coach_id = c.person_id AND k.ended_at IS NULL
                    ) < c.most
                ON CONFLICT DO NOTHING"
            ),
            args![&id, permit.season(), member, coach, text, kernel.now()],
        )
        .await?;
    Ok((n > 0).then_some(id))
}

/// Signs, once for each side. False where that side has signed.
pub(in crate::coaching) async fn sign(
    kernel: &Kernel,
    conn: &mut Conn,
    pair: &Id,
    (side, person, name): (Side, &Id, &str),
) -> Result<bool> {
    let n = conn
        .run(
            sql!(
                "INSERT INTO coaching_signature (pair_id, side, person_id, name, at)
                VALUES ($1, $2, $3, $4, $5)
                ON CONFLICT DO NOTHING"
            ),
            args![pair, side, person, name, kernel.now()],
        )
        .await?;
    Ok(n > 0)
}

/// Holds every open pair of a season until the transaction ends: nobody signs one meanwhile.
pub(in crate::coaching) async fn hold_all(conn: &mut Conn, season: &Id) -> Result<()> {
    conn.run(
        sql!("UPDATE coaching_pair SET began_at = began_at WHERE season_id = $1 AND ended_at IS NULL"),
        args![season],
    )
    .await
    .map(drop)
}

/// Signs for the program every open pair of one version of the agreement that has its name not yet. Returns how many.
pub(in crate::coaching) async fn sign_all(
    kernel: &Kernel,
    conn: &mut Conn,
    permit: &Arrange,
    (text, name): (&Id, &str),
) -> Result<u64> {
    conn.run(
        sql!(
            "INSERT INTO coaching_signature (pair_id, side, person_id, name, at)
            SELECT p.id, 'program', CAST($2 AS TEXT), CAST($3 AS TEXT), CAST($4 AS BIGINT)
            FROM coaching_pair p
            WHERE p.season_id = $1 AND p.ended_at IS NULL AND p.text_id = $5
            ON CONFLICT DO NOTHING"
        ),
        args![permit.season(), permit.person(), name, kernel.now(), text],
    )
    .await
}

row! {
    /// A signature.
    pub struct Signature { side: Side, name: String, at: Time }
}

pub async fn signatures(conn: &mut Conn, pair: &Id) -> Result<Vec<Signature>> {
    conn.all(sql!("SELECT side, name, at FROM coaching_signature WHERE pair_id = $1 ORDER BY at, side"), args![pair])
        .await
}

/// Ends a pair that is open; false where it is not.
pub(in crate::coaching) async fn end(conn: &mut Conn, id: &Id, by: EndedBy, now: Time) -> Result<bool> {
    let n = conn
        .run(
            sql!("UPDATE coaching_pair SET ended_at = $2, ended_by = $3 WHERE id = $1 AND ended_at IS NULL"),
            args![id, now, by],
        )
        .await?;
    Ok(n > 0)
}

/// Sessions of a pair that lie ahead.
pub(in crate::coaching) async fn ahead(conn: &mut Conn, pair: &Id, now: Time) -> Result<Vec<Id>> {
    let rows: Vec<(Id,)> = conn
        .all(
            sql!(
                "SELECT t.id
                FROM coaching_session_told t
                WHERE t.pair_id = $1 AND t.canceled_at IS NULL AND t.starts_at > $2
                ORDER BY t.starts_at, t.id"
            ),
            args![pair, now],
        )
        .await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// Open pairs of which one is no longer there: a coach who coaches no more, a member who left, someone who was erased.
pub(in crate::coaching) async fn left(conn: &mut Conn) -> Result<Vec<(Id, String)>> {
    conn.all(
        sql!(
            "SELECT p.id, s.slug
            FROM coaching_pair p
            JOIN season s ON s.id = p.season_id
            WHERE p.ended_at IS NULL
                AND (
                    NOT EXISTS (
                        SELECT 1
                        FROM role r
                        WHERE r.season_id = p.season_id
                            AND r.person_id = p.coach_id
                            AND r.role = 'coach'
                            AND r.until IS NULL
                    )
                        OR NOT EXISTS (
                            SELECT 1
                            FROM member m
                            WHERE m.season_id = p.season_id AND m.person_id = p.member_id AND m.left_at IS NULL
                        )
                )
            ORDER BY p.id"
        ),
        args![],
    )
    .await
}

/// Forgets pairs in which nobody is named any more, with their sessions.
pub(in crate::coaching) async fn sweep(conn: &mut Conn) -> Result<()> {
    conn.run(
        sql!(
            "DELETE FROM coaching_session
            WHERE pair_id IN (
                SELECT id
                FROM coaching_pair
                WHERE coach_id IS NULL AND member_id IS NULL AND ended_at IS NOT NULL
            )"
        ),
        args![],
    )
    .await?;
    conn.run(
        sql!(
            "DELETE FROM coaching_signature
            WHERE pair_id IN (
                SELECT id
                FROM coaching_pair
                WHERE coach_id IS NULL AND member_id IS NULL AND ended_at IS NOT NULL
            )"
        ),
        args![],
    )
    .await?;
    conn.run(
        sql!("DELETE FROM coaching_pair WHERE coach_id IS NULL AND member_id IS NULL AND ended_at IS NOT NULL"),
        args![],
    )
    .await?;
    // The time and the links of one that was canceled are gone before.
    conn.run(
        sql!(
            "DELETE FROM appointment
            WHERE kind = 'coaching'
                AND host_id IS NULL
                AND guest_id IS NULL
                AND NOT EXISTS (SELECT 1 FROM coaching_session x WHERE x.appointment_id = appointment.id)
                AND NOT EXISTS (SELECT 1 FROM credit k WHERE k.appointment_id = appointment.id)
                AND NOT EXISTS (SELECT 1 FROM appointment_cell c WHERE c.appointment_id = appointment.id)
                AND NOT EXISTS (SELECT 1 FROM appointment_key y WHERE y.appointment_id = appointment.id)"
        ),
        args![],
    )
    .await
    .map(drop)
}

/// Who had which coach before: nobody is proposed to go back.
pub(in crate::coaching) async fn had(conn: &mut Conn, permit: &Arrange) -> Result<BTreeSet<(Id, Id)>> {
    let rows: Vec<(Id, Id)> = conn
        .all(
            sql!(
                "SELECT DISTINCT member_id, coach_id
                FROM coaching_pair
                WHERE season_id = $1 AND ended_at IS NOT NULL AND member_id IS NOT NULL AND coach_id IS NOT NULL"
            ),
            args![permit.season()],
        )
        .await?;
    Ok(rows.into_iter().collect())
}

/// Holds a pair, open or not, until the transaction ends.
pub(in crate::coaching) async fn hold_pair(conn: &mut Conn, id: &Id) -> Result<()> {
    conn.run(sql!("UPDATE coaching_pair SET began_at = began_at WHERE id = $1"), args![id]).await.map(drop)
}

row! {
    /// One of the two, as emails need them. Without an address they get none.
    pub struct Party {
        person_id: Id,
        given_name: String,
        display_name: String,
        email: Option<String>,
        language: String,
        zone: Option<String>,
        is_coach: bool,
        /// Whether they coach or take part now.
        is_there: bool,
    }
}

/// The two of a pair who are still on record.
pub(in crate::coaching) async fn parties(conn: &mut Conn, pair: &Id) -> Result<Vec<Party>> {
    conn.all(
        sql!(
            "SELECT p.id AS person_id, p.given_name AS given_name, p.display_name AS display_name, x.value AS email,
                p.language AS language, p.zone AS zone, CASE WHEN p.id = k.coach_id THEN 1 ELSE 0 END AS is_coach,
                CASE WHEN h.person_id IS NULL THEN 0 ELSE 1 END AS is_there
            FROM coaching_pair k
            JOIN person p ON p.id IN (k.coach_id, k.member_id)
            LEFT JOIN held_role h ON h.season_id = k.season_id
                AND h.person_id = p.id
                AND h.role = CASE WHEN p.id = k.coach_id THEN 'coach' ELSE 'participant' END
            LEFT JOIN mailbox x ON x.person_id = p.id
            WHERE k.id = $1
            ORDER BY p.id"
        ),
        args![pair],
    )
    .await
}
