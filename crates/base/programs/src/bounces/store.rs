//! The SQL of addresses that are marked because mail to them came back.

use super::Marked;
use crate::rules::RunSeason;
use weft_kernel::db::{Conn, Result};
use weft_kernel::ids::Id;
use weft_kernel::{args, row, sql};

/// Contact points with an address, and whose they are.
pub(super) async fn holders(conn: &mut Conn, norm: &str) -> Result<Vec<(Id, Id)>> {
    conn.all(
        sql!(
            "SELECT id, person_id
            FROM contact_point
            WHERE norm = $1 AND kind = 'email' AND until IS NULL"
        ),
        args![norm],
    )
    .await
}

row! {
    /// A lead of a season, to be told of someone's address there.
    pub(super) struct Told {
        season_slug: String,
        lead_id: Id,
        lead_name: String,
        language: String,
    }
}

/// The leads of the seasons that a person takes part in, without that person.
pub(super) async fn leads(conn: &mut Conn, person: &Id) -> Result<Vec<Told>> {
    conn.all(
        sql!(
            "SELECT s.slug AS season_slug, l.id AS lead_id, l.display_name AS lead_name, l.language AS language
            FROM season s
            JOIN role r ON r.season_id = s.id AND r.until IS NULL AND r.role IN ('program-lead', 'co-lead')
            JOIN person l ON l.id = r.person_id
            WHERE l.id <> $1
                AND EXISTS (
                    SELECT 1
                    FROM held_role h
                    WHERE h.season_id = s.id AND h.person_id = $1
                )
            ORDER BY s.slug, l.id"
        ),
        args![person],
    )
    .await
}

/// Marked addresses of those who take part in a season, newest mark first.
pub(super) async fn marked(conn: &mut Conn, permit: &RunSeason) -> Result<Vec<Marked>> {
    conn.all(
        sql!(
            "SELECT c.id AS contact_id, p.display_name AS name, c.value AS address, m.at AS at, m.how AS how,
                m.code AS code,
                (
                    SELECT COUNT(*)
                    FROM outbox o
                    WHERE o.norm = m.norm AND o.state = 'waiting' AND o.waits_for_mark = 1 AND o.is_private = 0
                ) AS held
            FROM address_mark m
            JOIN contact_point c ON c.norm = m.norm AND c.kind = 'email' AND c.until IS NULL
            JOIN person p ON p.id = c.person_id
            WHERE EXISTS (
                SELECT 1
                FROM held_role r
                WHERE r.season_id = $1 AND r.person_id = c.person_id
            )
            ORDER BY m.at DESC, p.sort_key, c.id"
        ),
        args![permit.season()],
    )
    .await
}
