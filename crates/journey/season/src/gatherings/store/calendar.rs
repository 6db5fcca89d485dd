//! The SQL of calendars that follow a person's gatherings, of the zone she reads times in, and of plans to copy.

use crate::gatherings::model::PlaceState;
use weft_kernel::clock::Time;
use weft_kernel::db::{Conn, Result};
use weft_kernel::ids::Id;
use weft_kernel::{args, row, sql};
use weft_people::rules::OwnRecord;

/// Keeps the hash of a new address.
pub async fn insert_key(conn: &mut Conn, own: &OwnRecord, hash: &str, is_staff: bool, now: Time) -> Result<()> {
    conn.run(
        sql!("INSERT INTO calendar_key (token_hash, person_id, is_staff, made_at) VALUES ($1, $2, $3, $4)"),
        args![hash, own.person(), is_staff, now],
    )
    .await
    .map(drop)
}

/// Ends every address of a person. Returns how many there were.
pub async fn end_keys(conn: &mut Conn, own: &OwnRecord, now: Time) -> Result<u64> {
    conn.run(
        sql!("UPDATE calendar_key SET revoked_at = $2 WHERE person_id = $1 AND revoked_at IS NULL"),
        args![own.person(), now],
    )
    .await
}

/// Since when there is an address.
pub async fn since(conn: &mut Conn, own: &OwnRecord) -> Result<Option<Time>> {
    let row: Option<(Time,)> = conn
        .opt(sql!("SELECT made_at FROM calendar_key WHERE person_id = $1 AND revoked_at IS NULL"), args![own.person()])
        .await?;
    Ok(row.map(|(at,)| at))
}

pub async fn set_zone(conn: &mut Conn, own: &OwnRecord, zone: Option<&str>) -> Result<()> {
    conn.run(sql!("UPDATE person SET zone = $2 WHERE id = $1"), args![own.person(), zone]).await.map(drop)
}

row! {
    /// Whoever an address belongs to.
    pub struct Subscriber { person_id: Id, name: String, language: String, is_staff: bool }
}

/// Whose address has this hash, while it is one.
pub async fn subscriber(conn: &mut Conn, hash: &str) -> Result<Option<Subscriber>> {
    conn.opt(
        sql!(
            "SELECT k.person_id AS person_id, p.display_name AS name, p.language AS language,
                k.is_staff AS is_staff
            FROM calendar_key k
            JOIN person p ON p.id = k.person_id
            WHERE k.token_hash = $1 AND k.revoked_at IS NULL"
        ),
        args![hash],
    )
    .await
}

row! {
    /// A sitting that stands in someone's calendar, or may.
    pub struct Row {
        season_slug: String,
        program_name: String,
        number: i64,
        title_en: String,
        title_es: String,
        purpose_en: String,
        purpose_es: String,
        changed_at: Time,
        cancelled_at: Option<Time>,
        sitting_id: Id,
        starts_local: String,
        zone: String,
        minutes: i64,
        place: String,
        capacity: Option<i64>,
        sequence: i64,
        own: Option<PlaceState>,
        siblings: i64,
        part: i64,
        parts: i64,
        takes_part: bool,
        is_tentative: bool,
    }
}

/// The announced sittings of every season that a subscriber belongs to.
pub async fn rows(conn: &mut Conn, who: &Subscriber) -> Result<Vec<Row>> {
    conn.all(
        sql!(
            "SELECT e.slug AS season_slug, m.name AS program_name, g.number AS number, g.title_en AS title_en,
                g.title_es AS title_es, g.purpose_en AS purpose_en, g.purpose_es AS purpose_es,
                g.changed_at AS changed_at, g.cancelled_at AS cancelled_at, s.id AS sitting_id,
                s.starts_local AS starts_local, s.zone AS zone, s.minutes AS minutes, s.place AS place,
                s.capacity AS capacity, s.sequence + COALESCE(u.n, 0) AS sequence, p.state AS own,
                (
                    SELECT COUNT(*)
                    FROM sitting o
                    WHERE o.gathering_id = g.id AND o.part = s.part AND o.removed_at IS NULL
                ) AS siblings, s.part AS part,
                (
                    SELECT COUNT(DISTINCT o.part)
                    FROM sitting o
                    WHERE o.gathering_id = g.id AND o.removed_at IS NULL
                ) AS parts,
                CASE
                    WHEN EXISTS (
                        SELECT 1
                        FROM taking_part k
                        WHERE k.season_id = g.season_id AND k.person_id = $1
                    ) THEN 1
                    ELSE 0
                    END AS takes_part,
                CASE WHEN e.unconfirmed_at IS NULL THEN 0 ELSE 1 END AS is_tentative
            FROM gathering g
            JOIN season e ON e.id = g.season_id
            JOIN program m ON m.id = e.program_id
            JOIN sitting s ON s.gathering_id = g.id
            LEFT JOIN sitting_place p ON p.sitting_id = s.id AND p.person_id = $1 AND p.state = 'held'
            LEFT JOIN calendar_turn u ON u.sitting_id = s.id AND u.person_id = $1
            WHERE g.published_at IS NOT NULL
                AND s.removed_at IS NULL
                AND (
                    EXISTS (SELECT 1 FROM taking_part k WHERE k.season_id = g.season_id AND k.person_id = $1)
                        OR (
                            CAST($2 AS BIGINT) = 1
                                AND EXISTS (
                                    SELECT 1
                                    FROM role r
                                    WHERE r.season_id = g.season_id
                                        AND r.person_id = $1
                                        AND r.until IS NULL
                                        AND r.role IN (
                                            'program-lead', 'co-lead', 'facilitator', 'coach', 'faculty',
                                                'support'
                                        )
                                )
                        )
                )
            ORDER BY s.starts_at, s.id"
        ),
        args![&who.person_id, who.is_staff],
    )
    .await
}

/// Seasons whose gatherings can be copied into another: those that the same person leads.
pub async fn led_seasons(conn: &mut Conn, person: &Id) -> Result<Vec<(String, String)>> {
    conn.all(
        sql!(
            "SELECT s.slug, p.name || ' · ' || s.name
            FROM role r
            JOIN season s ON s.id = r.season_id
            JOIN program p ON p.id = s.program_id
            WHERE r.person_id = $1
                AND r.until IS NULL
                AND r.role IN ('program-lead', 'co-lead')
                AND EXISTS (SELECT 1 FROM gathering g WHERE g.season_id = s.id)
            ORDER BY s.starts_on DESC, s.slug"
        ),
        args![person],
    )
    .await
}
