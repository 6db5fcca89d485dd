//! The SQL of agreements and celebrations.

use super::rules::{BeTogether, WriteAgreements};
use weft_kernel::Kernel;
use weft_kernel::clock::Time;
use weft_kernel::db::{Conn, Result};
use weft_kernel::ids::Id;
use weft_kernel::{args, row, sql};
use weft_people::rules::OwnRecord;

row! {
    /// A version of the agreements, how many agree, and whether the reader does.
    pub struct Agreement {
        id: Id,
        version: i64,
        text: String,
        by_name: Option<String>,
        made_at: Time,
        yes: i64,
        own_at: Option<Time>,
    }
}

impl Agreement {
    /// One agreement a line.
    pub fn lines(&self) -> Vec<&str> {
        self.text.lines().map(str::trim).filter(|l| !l.is_empty()).collect()
    }
}

/// All versions, the newest first.
pub async fn agreements(conn: &mut Conn, permit: &BeTogether) -> Result<Vec<Agreement>> {
    conn.all(
        sql!(
            "SELECT a.id AS id, a.version AS version, a.text AS text, p.display_name AS by_name, a.made_at AS made_at,
                (SELECT COUNT(*) FROM agreement_yes y WHERE y.agreement_id = a.id) AS yes, o.at AS own_at
            FROM agreement a
            LEFT JOIN person p ON p.id = a.made_by
            LEFT JOIN agreement_yes o ON o.agreement_id = a.id AND o.person_id = $2
            WHERE a.season_id = $1
            ORDER BY a.version DESC"
        ),
        args![permit.season(), permit.person()],
    )
    .await
}

/// A new version after `seen`; false when someone else wrote one meanwhile.
pub(super) async fn insert_agreement(
    kernel: &Kernel,
    conn: &mut Conn,
    permit: &WriteAgreements,
    seen: i64,
    text: &str,
    by: &Id,
) -> Result<bool> {
    Ok(conn
        .run(
            sql!(
                "INSERT INTO agreement (id, season_id, version, text, made_by, made_at)
                SELECT CAST($1 AS TEXT), CAST($2 AS TEXT), CAST($3 AS BIGINT) + 1, CAST($4 AS TEXT), CAST($5 AS TEXT),
                    CAST($6 AS BIGINT)
                WHERE $3 = (SELECT COALESCE(MAX(a.version), 0) FROM agreement a WHERE a.season_id = $2)
                ON CONFLICT (season_id, version) DO NOTHING"
            ),
            args![kernel.id(), permit.season(), seen, text, by, kernel.now()],
        )
        .await?
        > 0)
}

/// Agrees to the newest version, and to no other.
pub(super) async fn agree(conn: &mut Conn, permit: &BeTogether, version: i64, now: Time) -> Result<bool> {
    Ok(conn
        .run(
            sql!(
                "INSERT INTO agreement_yes (agreement_id, person_id, at)
                SELECT a.id, CAST($2 AS TEXT), CAST($4 AS BIGINT)
                FROM agreement a
                WHERE a.season_id = $1
                    AND a.version = $3
                    AND NOT EXISTS (SELECT 1 FROM agreement b WHERE b.season_id = $1 AND b.version > $3)
                ON CONFLICT (agreement_id, person_id) DO NOTHING"
            ),
            args![permit.season(), permit.person(), version, now],
        )
        .await?
        > 0)
}

row! { pub struct Celebration { id: Id, person_id: Id, name: String, text: String, at: Time } }

/// What was celebrated, the newest first.
pub async fn celebrations(conn: &mut Conn, permit: &BeTogether, limit: i64) -> Result<Vec<Celebration>> {
    conn.all(
        sql!(
            "SELECT c.id AS id, c.person_id AS person_id, p.display_name AS name, c.text AS text, c.at AS at
            FROM celebration c
            JOIN person p ON p.id = c.person_id
            WHERE c.season_id = $1 AND c.removed_at IS NULL
            ORDER BY c.at DESC, c.id DESC LIMIT $2"
        ),
        args![permit.season(), limit],
    )
    .await
}

row! { pub struct Joy { season_slug: String, name: String, text: String, at: Time } }

/// The newest celebrations of the seasons someone takes part in or leads, for her start page; of those she leads only
/// where `is_staff`: she has shown her second factor.
pub async fn lately(conn: &mut Conn, own: &OwnRecord, is_staff: bool, since: Time) -> Result<Vec<Joy>> {
    conn.all(
        sql!(
            "SELECT e.slug AS season_slug, p.display_name AS name, c.text AS text, c.at AS at
            FROM celebration c
            JOIN season e ON e.id = c.season_id
            JOIN person p ON p.id = c.person_id
            WHERE c.removed_at IS NULL
                AND c.at >= $2
                AND (
                    EXISTS (SELECT 1 FROM taking_part k WHERE k.season_id = c.season_id AND k.person_id = $1)
                        OR (
                            CAST($3 AS BIGINT) = 1
                                AND EXISTS (
                                    SELECT 1
                                    FROM role r
                                    WHERE r.season_id = c.season_id
                                        AND r.person_id = $1
                                        AND r.until IS NULL
                                        AND r.role IN ('program-lead', 'co-lead', 'facilitator')
                                )
                        )
                )
            ORDER BY c.at DESC, c.id DESC LIMIT 2"
        ),
        args![own.person(), since, is_staff],
    )
    .await
}

pub(super) async fn insert_celebration(
    kernel: &Kernel,
    conn: &mut Conn,
    (season, person): (&Id, &Id),
    text: &str,
) -> Result<Id> {
    let id = kernel.id();
    conn.run(
        sql!("INSERT INTO celebration (id, season_id, person_id, text, at) VALUES ($1, $2, $3, $4, $5)"),
        args![&id, season, person, text, kernel.now()],
    )
    .await?;
    Ok(id)
}

/// Takes one's own words out, or another's where one tends the season; the words go at once.
pub(super) async fn remove_celebration(conn: &mut Conn, permit: &BeTogether, id: &Id, now: Time) -> Result<bool> {
    Ok(conn
        .run(
            sql!(
                "UPDATE celebration
                SET removed_at = $4, text = ''
                WHERE season_id = $1 AND id = $3 AND removed_at IS NULL AND (person_id = $2 OR CAST($5 AS BIGINT) = 1)"
            ),
            args![permit.season(), permit.person(), id, now, permit.tends],
        )
        .await?
        > 0)
}
