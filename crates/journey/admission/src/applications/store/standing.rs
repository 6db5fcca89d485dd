//! The SQL of whose an application is: who holds its address, what was proved, which one counts.

use crate::applications::rules::FillPool;
use weft_kernel::clock::Time;
use weft_kernel::db::{Conn, Result};
use weft_kernel::ids::Id;
use weft_kernel::{args, row, sql};
use weft_people::rules::OwnRecord;

row! {
    /// Who holds an address: whether this program knows them, and whether they have shown that it is theirs.
    pub(in crate::applications) struct Holder { norm: String, person_id: Id, is_known: bool, is_proved: bool }
}

/// Whoever holds the address `norm`; without one, everyone who holds an address. A program knows whom it gave a role or
/// has an application of; not what a visitor typed.
pub(in crate::applications) async fn holders(
    conn: &mut Conn,
    permit: &FillPool,
    norm: Option<&str>,
) -> Result<Vec<Holder>> {
    conn.all(
        sql!(
            "SELECT c.norm AS norm, c.person_id AS person_id,
                CASE WHEN c.proved_at IS NULL THEN 0 ELSE 1 END AS is_proved,
                CASE
                    WHEN EXISTS (
                        SELECT 1
                        FROM role r
                        JOIN season s ON s.id = r.season_id
                        WHERE r.person_id = c.person_id
                            AND s.program_id = (SELECT program_id FROM season WHERE id = $1)
                    )
                        OR EXISTS (
                            SELECT 1
                            FROM taking_part k
                            JOIN season s ON s.id = k.season_id
                            WHERE k.person_id = c.person_id
                                AND s.program_id = (SELECT program_id FROM season WHERE id = $1)
                        ) THEN 1
                    ELSE 0
                    END AS is_known
            FROM contact_point c
            WHERE c.kind = 'email'
                AND c.until IS NULL
                AND c.is_apart = 0
                AND c.norm IN (
                    SELECT CAST($2 AS TEXT)
                    UNION ALL
                    SELECT e.norm
                    FROM contact_point e
                    WHERE CAST($2 AS TEXT) IS NULL
                )"
        ),
        args![permit.season(), norm],
    )
    .await
}

/// Marks an application's address as proved, once; returns its external id where that is news.
pub(in crate::applications) async fn mark_proved(
    conn: &mut Conn,
    permit: &FillPool,
    application: &Id,
    now: Time,
) -> Result<Option<String>> {
    let sql = sql!(
        "UPDATE application
        SET proved_at = $3
        WHERE season_id = $1 AND id = $2 AND is_own = 1 AND proved_at IS NULL RETURNING external_id"
    );
    Ok(conn.opt::<(String,)>(sql, args![permit.season(), application, now]).await?.map(|(id,)| id))
}

/// Applications that somebody typed with an address which was now proved for another one become its second ones; not
/// those that were decided already.
pub(in crate::applications) async fn yield_to(
    conn: &mut Conn,
    permit: &FillPool,
    application: &Id,
    external_id: &str,
    norm: &str,
) -> Result<()> {
    conn.run(
        sql!(
            "UPDATE application
            SET duplicate_of = $3
            WHERE season_id = $1
                AND id <> $2
                AND is_own = 1
                AND proved_at IS NULL
                AND duplicate_of IS NULL
                AND NOT EXISTS (SELECT 1 FROM outcome o WHERE o.application_id = application.id)
                AND NOT EXISTS (
                    SELECT 1
                    FROM stage_entry e
                    WHERE e.application_id = application.id AND e.told_at IS NOT NULL
                )
                AND person_id IN (SELECT c.person_id FROM contact_point c WHERE c.norm = $4 AND c.kind = 'email')"
        ),
        args![permit.season(), application, external_id, norm],
    )
    .await
    .map(drop)
}

/// The draft of an application that is not its address's holder's: no mail goes there for it any more.
pub(in crate::applications) async fn end_draft(
    conn: &mut Conn,
    permit: &FillPool,
    application: &Id,
    now: Time,
) -> Result<()> {
    let sql = sql!(
        "UPDATE draft_key
        SET revoked_at = $3, kind = 'disowned'
        WHERE kind = 'link'
            AND revoked_at IS NULL
            AND draft_id IN (
                SELECT d.id
                FROM draft d
                WHERE d.season_id = $1 AND d.application_id = $2 AND d.proved_at IS NULL
            )"
    );
    conn.run(sql, args![permit.season(), application, now]).await?;
    let sql = sql!(
        "UPDATE draft
        SET email = NULL, email_norm = NULL
        WHERE season_id = $1 AND application_id = $2 AND proved_at IS NULL"
    );
    conn.run(sql, args![permit.season(), application]).await.map(drop)
}

/// A proved application stays the second one of another proved one alone; of any other it is a hint.
pub(in crate::applications) async fn stand_up(conn: &mut Conn, permit: &FillPool, application: &Id) -> Result<()> {
    conn.run(
        sql!(
            "UPDATE application
            SET resembles = duplicate_of, duplicate_of = NULL
            WHERE season_id = $1
                AND id = $2
                AND duplicate_of IN (
                    SELECT o.external_id
                    FROM application o
                    WHERE o.season_id = $1 AND o.proved_at IS NULL
                )"
        ),
        args![permit.season(), application],
    )
    .await
    .map(drop)
}

/// Takes an application for the second one of the one that it resembles, because someone of the team says so.
pub(in crate::applications) async fn set_duplicate(
    conn: &mut Conn,
    permit: &FillPool,
    application: &Id,
) -> Result<bool> {
    let sql = sql!(
        "UPDATE application
        SET duplicate_of = resembles, resembles = NULL
        WHERE season_id = $1
            AND id = $2
            AND duplicate_of IS NULL
            AND resembles IS NOT NULL
            AND NOT EXISTS (SELECT 1 FROM stage_entry e WHERE e.application_id = $2 AND e.told_at IS NOT NULL)"
    );
    Ok(conn.run(sql, args![permit.season(), application]).await? > 0)
}

row! {
    /// Something that was sent with an address of the reader, and that nobody has confirmed: whose record it stands in,
    /// under which name.
    pub struct Unconfirmed {
        id: Id,
        person_id: Id,
        season_id: Id,
        season_title: String,
        zone: String,
        name: String,
        at: Time,
    }
}

/// Applications that were sent with an address which the reader has proved, and which nobody has confirmed or
/// withdrawn.
pub async fn unconfirmed(conn: &mut Conn, own: &OwnRecord) -> Result<Vec<Unconfirmed>> {
    conn.all(
        sql!(
            "SELECT DISTINCT a.id AS id, a.person_id AS person_id, a.season_id AS season_id,
                g.name || ' · ' || s.name AS season_title, s.zone AS zone, p.display_name AS name,
                a.submitted_at AS at
            FROM application a
            JOIN person p ON p.id = a.person_id
            JOIN season s ON s.id = a.season_id
            JOIN program g ON g.id = s.program_id
            JOIN contact_point c ON c.person_id = a.person_id AND c.kind = 'email' AND c.until IS NULL
            JOIN contact_point o ON o.norm = c.norm
                AND o.kind = 'email'
                AND o.until IS NULL
                AND o.is_apart = 0
                AND o.proved_at IS NOT NULL
            WHERE o.person_id = $1
                AND a.is_own = 1
                AND a.proved_at IS NULL
                AND NOT EXISTS (SELECT 1 FROM withdrawal v WHERE v.application_id = a.id)
            ORDER BY at, id"
        ),
        args![own.person()],
    )
    .await
}

/// An invitation to a seat that waits for its answer ends with a withdrawal; its seat is free again.
pub(in crate::applications) async fn end_invitation(conn: &mut Conn, application: &Id, now: Time) -> Result<()> {
    let sql = sql!(
        "UPDATE invitation
        SET canceled_at = $2, expires_at = $2
        WHERE application_id = $1
            AND expires_at > $2
            AND canceled_at IS NULL
            AND NOT EXISTS (SELECT 1 FROM invitation_answer a WHERE a.invitation_id = invitation.id)"
    );
    conn.run(sql, args![application, now]).await.map(drop)
}
