//! The SQL of reminders, and of invitations for those who got their seat late.

use crate::gatherings::model::Answer;
use crate::gatherings::rules::RunGathering;
use weft_kernel::clock::Time;
use weft_kernel::db::{Conn, Result};
use weft_kernel::ids::Id;
use weft_kernel::{args, row, sql};
use weft_people::rules::OwnRecord;

row! {
    /// A sitting of which people are to be reminded.
    pub struct Due { sitting_id: Id, season_slug: String, season_id: Id, number: i64, starts_at: Time }
}

/// Sittings that begin after `late` and not after `until`, whose reminder of this kind has not gone out and that were
/// announced by `announced`.
pub async fn due(conn: &mut Conn, kind: &str, announced: Time, late: Time, until: Time) -> Result<Vec<Due>> {
    conn.all(
        sql!(
            "SELECT s.id AS sitting_id, e.slug AS season_slug, e.id AS season_id, g.number AS number,
                s.starts_at AS starts_at
            FROM sitting s
            JOIN gathering g ON g.id = s.gathering_id
            JOIN season e ON e.id = g.season_id
            WHERE g.published_at <= $1
                AND g.cancelled_at IS NULL
                AND s.removed_at IS NULL
                AND s.starts_at > $2
                AND s.starts_at <= $3
                AND NOT EXISTS (
                    SELECT 1
                    FROM sitting_reminder r
                    WHERE r.sitting_id = s.id AND r.kind = $4 AND r.starts_at = s.starts_at
                )
            ORDER BY s.starts_at, s.id"
        ),
        args![announced, late, until, kind],
    )
    .await
}

/// Says that a reminder goes out now; false where one did before.
pub async fn mark_sent(conn: &mut Conn, due: &Due, kind: &str, now: Time) -> Result<bool> {
    Ok(conn
        .run(
            sql!(
                "INSERT INTO sitting_reminder (sitting_id, kind, starts_at, at)
                VALUES ($1, $2, $3, $4)
                ON CONFLICT (sitting_id, kind, starts_at) DO NOTHING"
            ),
            args![&due.sitting_id, kind, due.starts_at, now],
        )
        .await?
        > 0)
}

row! {
    /// What someone who takes part wants to be reminded of, and what she answered.
    pub struct Wish { person_id: Id, reminders: String, answer: Option<Answer> }
}

pub async fn wishes(conn: &mut Conn, season: &Id, gathering: &Id) -> Result<Vec<Wish>> {
    conn.all(
        sql!(
            "SELECT p.id AS person_id, p.reminders AS reminders, a.answer AS answer
            FROM taking_part k
            JOIN person p ON p.id = k.person_id
            LEFT JOIN gathering_answer a ON a.gathering_id = $2 AND a.person_id = p.id
            WHERE k.season_id = $1"
        ),
        args![season, gathering],
    )
    .await
}

row! {
    /// A member who came after gatherings were announced.
    pub struct Late { person_id: Id, season_id: Id, season_slug: String, joined_at: Time }
}

/// Members who got their seat after gatherings were announced and have no invitations yet.
pub async fn late(conn: &mut Conn) -> Result<Vec<Late>> {
    conn.all(
        sql!(
            "SELECT m.person_id AS person_id, m.season_id AS season_id, e.slug AS season_slug,
                m.joined_at AS joined_at
            FROM member m
            JOIN season e ON e.id = m.season_id
            WHERE m.left_at IS NULL
                AND EXISTS (
                    SELECT 1
                    FROM gathering g
                    WHERE g.season_id = m.season_id AND g.published_at < m.joined_at AND g.cancelled_at IS NULL
                )
                AND NOT EXISTS (
                    SELECT 1
                    FROM season_welcome w
                    WHERE w.season_id = m.season_id AND w.person_id = m.person_id
                )
            ORDER BY m.id"
        ),
        args![],
    )
    .await
}

/// Says that a member has her invitations now; false where she had them before.
pub async fn mark_welcomed(conn: &mut Conn, one: &Late, now: Time) -> Result<bool> {
    Ok(conn
        .run(
            sql!(
                "INSERT INTO season_welcome (season_id, person_id, at)
                VALUES ($1, $2, $3)
                ON CONFLICT (season_id, person_id) DO NOTHING"
            ),
            args![&one.season_id, &one.person_id, now],
        )
        .await?
        > 0)
}

/// How a person wants to be reminded.
pub async fn choice(conn: &mut Conn, own: &OwnRecord) -> Result<String> {
    let (choice,): (String,) =
        conn.one(sql!("SELECT reminders FROM person WHERE id = $1"), args![own.person()]).await?;
    Ok(choice)
}

pub async fn choose(conn: &mut Conn, own: &OwnRecord, choice: &str) -> Result<()> {
    conn.run(sql!("UPDATE person SET reminders = $2 WHERE id = $1"), args![own.person(), choice]).await.map(drop)
}

row! {
    /// Someone who takes part and has not answered, with what decides whether a reminder goes to them.
    pub struct Silent {
        person_id: Id,
        name: String,
        email: Option<String>,
        language: String,
        zone: Option<String>,
        is_returned: bool,
        is_off: bool,
        is_reminded: bool,
    }
}

/// Under what name the outbox knows a reminder to answer: one for a gathering, a person and a day.
pub fn silent_key(gathering: &Id, person: &Id, day: &str) -> String {
    format!("rsvp:{gathering}:{person}:{day}")
}

/// Who takes part and has not answered, by name; `day` says, as in [`silent_key`], when a reminder counts.
pub async fn silent(conn: &mut Conn, permit: &RunGathering, gathering: &Id, day: &str) -> Result<Vec<Silent>> {
    conn.all(
        sql!(
            "SELECT p.id AS person_id, p.display_name AS name, c.value AS email, p.language AS language,
                p.zone AS zone, CASE WHEN m.norm IS NULL THEN 0 ELSE 1 END AS is_returned,
                CASE WHEN p.reminders = 'none' THEN 1 ELSE 0 END AS is_off,
                CASE WHEN o.id IS NULL THEN 0 ELSE 1 END AS is_reminded
            FROM taking_part k
            JOIN person p ON p.id = k.person_id
            LEFT JOIN mailbox c ON c.person_id = p.id
            LEFT JOIN address_mark m ON m.norm = c.norm
            LEFT JOIN outbox o
                ON o.dedupe_key = 'rsvp:' || CAST($2 AS TEXT) || ':' || p.id || ':' || CAST($3 AS TEXT)
            WHERE k.season_id = $1
                AND NOT EXISTS (SELECT 1 FROM gathering_answer a WHERE a.gathering_id = $2 AND a.person_id = p.id)
            ORDER BY p.sort_key, p.id"
        ),
        args![permit.season(), gathering, day],
    )
    .await
}
