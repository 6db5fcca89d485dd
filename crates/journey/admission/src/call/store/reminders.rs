//! The SQL of reminders to people whose draft was not sent.

use crate::call::reminders::Which;
use crate::call::rules::MakeCall;
use weft_kernel::clock::Time;
use weft_kernel::db::{Conn, Result};
use weft_kernel::ids::Id;
use weft_kernel::{args, row, sql};

/// How many days before the deadline the first reminder goes; `None` while reminders are off.
pub async fn remind_days(conn: &mut Conn, permit: &MakeCall) -> Result<Option<i64>> {
    let found: Option<(Option<i64>,)> =
        conn.opt(sql!("SELECT remind_days FROM call WHERE season_id = $1"), args![permit.season()]).await?;
    Ok(found.and_then(|(days,)| days))
}

pub(in crate::call) async fn set_remind_days(conn: &mut Conn, permit: &MakeCall, days: Option<i64>) -> Result<()> {
    conn.run(sql!("UPDATE call SET remind_days = $2 WHERE season_id = $1"), args![permit.season(), days])
        .await
        .map(drop)
}

row! {
    /// A draft whose address is to be reminded, with its deadline or the address's own.
    pub struct Unsent {
        id: Id,
        season_id: Id,
        slug: String,
        zone: String,
        email: String,
        norm: String,
        language: String,
        started_at: Time,
        until: Time,
        remind_days: i64,
    }
}

/// Drafts of calls that remind and are not over: with a proved address that has sent nothing in the season and has not
/// asked for no reminders.
pub(in crate::call) async fn unsent_drafts(conn: &mut Conn, now: Time) -> Result<Vec<Unsent>> {
    conn.all(
        sql!(
            "SELECT *
            FROM (
                SELECT d.id AS id, d.season_id AS season_id, s.slug AS slug, s.zone AS zone, d.email AS email,
                    d.email_norm AS norm, d.language AS language, d.started_at AS started_at,
                    CASE
                        WHEN e.until IS NOT NULL AND e.until > c.closes_at THEN e.until
                        ELSE c.closes_at
                        END AS until, c.remind_days AS remind_days
                FROM call c
                JOIN season s ON s.id = c.season_id
                JOIN draft d ON d.season_id = c.season_id
                LEFT JOIN extension e ON e.season_id = d.season_id AND e.norm = d.email_norm
                WHERE c.remind_days IS NOT NULL
                    AND c.published_version IS NOT NULL
                    AND d.submitted_at IS NULL
                    AND d.changes_of IS NULL
                    AND d.stage = 1
                    AND d.proved_at IS NOT NULL
                    AND d.email IS NOT NULL
                    AND NOT EXISTS (
                        SELECT 1
                        FROM reminder_refusal r
                        WHERE r.program_id = s.program_id AND r.norm = d.email_norm
                    )
                    AND NOT EXISTS (
                        SELECT 1
                        FROM draft o
                        WHERE o.season_id = d.season_id
                            AND o.email_norm = d.email_norm
                            AND o.submitted_at IS NOT NULL
                    )
            ) u
            WHERE u.until >= $1
            ORDER BY u.started_at, u.id"
        ),
        args![now],
    )
    .await
}

/// One reminder of a draft, with the key that ends reminders.
pub(in crate::call) struct NewReminder<'a> {
    pub draft: &'a Unsent,
    pub which: Which,
    pub due: Time,
    pub token_hash: &'a str,
}

/// Puts a reminder on record, once for an address, if the draft is still to be reminded. `false` when it is not.
pub(in crate::call) async fn insert_reminder(conn: &mut Conn, new: &NewReminder<'_>, now: Time) -> Result<bool> {
    // Held, so that sending it comes before or after.
    conn.run(sql!("UPDATE draft SET revision = revision WHERE id = $1"), args![&new.draft.id]).await?;
    Ok(conn
        .run(
            sql!(
                "INSERT INTO draft_reminder (season_id, norm, kind, due_at, token_hash, at)
                SELECT d.season_id, d.email_norm, CAST($2 AS TEXT), CAST($3 AS BIGINT), CAST($4 AS TEXT),
                    CAST($5 AS BIGINT)
                FROM draft d
                JOIN season s ON s.id = d.season_id
                WHERE d.id = $1
                    AND d.submitted_at IS NULL
                    AND d.email_norm = $6
                    AND NOT EXISTS (
                        SELECT 1
                        FROM reminder_refusal r
                        WHERE r.program_id = s.program_id AND r.norm = d.email_norm
                    )
                ON CONFLICT (season_id, norm, kind, due_at) DO NOTHING"
            ),
            args![&new.draft.id, new.which, new.due, new.token_hash, now, &new.draft.norm],
        )
        .await?
        > 0)
}

row! {
    /// Whose reminders a link ends: an address and the program's.
    pub struct Reminded {
        norm: String,
        program_id: Id,
        program_name: String,
        season_slug: String,
        is_refused: bool,
    }
}

pub async fn reminded(conn: &mut Conn, token_hash: &str) -> Result<Option<Reminded>> {
    conn.opt(
        sql!(
            "SELECT m.norm AS norm, g.id AS program_id, g.name AS program_name, s.slug AS season_slug,
                CASE
                    WHEN EXISTS (
                        SELECT 1
                        FROM reminder_refusal r
                        WHERE r.program_id = g.id AND r.norm = m.norm
                    ) THEN 1
                    ELSE 0
                    END AS is_refused
            FROM draft_reminder m
            JOIN season s ON s.id = m.season_id
            JOIN program g ON g.id = s.program_id
            WHERE m.token_hash = $1"
        ),
        args![token_hash],
    )
    .await
}

pub(in crate::call) async fn refuse_reminders(conn: &mut Conn, asked: &Reminded, now: Time) -> Result<()> {
    conn.run(
        sql!(
            "INSERT INTO reminder_refusal (program_id, norm, at)
            VALUES ($1, $2, $3)
            ON CONFLICT (program_id, norm) DO NOTHING"
        ),
        args![&asked.program_id, &asked.norm, now],
    )
    .await?;
    // What was written and has not left yet does not leave.
    conn.run(
        sql!(
            "DELETE FROM outbox
            WHERE state = 'waiting'
                AND norm = $2
                AND dedupe_key IN (
                    SELECT 'draft-reminder:' || d.id || ':' || m.kind || ':' || CAST(m.due_at AS TEXT)
                    FROM draft_reminder m
                    JOIN season s ON s.id = m.season_id
                    JOIN draft d ON d.season_id = m.season_id AND d.email_norm = m.norm
                    WHERE s.program_id = $1 AND m.norm = $2
                )"
        ),
        args![&asked.program_id, &asked.norm],
    )
    .await
    .map(drop)
}

row! {
    /// Drafts of a season that were not sent: whose addresses would be reminded, who has shown no address, who asked
    /// for no reminders, whose address has sent another application. Addresses count once.
    pub struct Reach { reached: i64, unproved: i64, refused: i64, sent: i64 }
}

pub async fn reach(conn: &mut Conn, permit: &MakeCall) -> Result<Reach> {
    conn.one(
        sql!(
            "SELECT COUNT(DISTINCT CASE WHEN u.is_proved = 1 AND u.is_refused = 0 AND u.is_sent = 0 THEN u.norm END)
                    AS reached,
                COUNT(CASE WHEN u.is_proved = 0 THEN 1 END) AS unproved,
                COUNT(DISTINCT CASE WHEN u.is_proved = 1 AND u.is_refused = 1 AND u.is_sent = 0 THEN u.norm END)
                    AS refused,
                COUNT(DISTINCT CASE WHEN u.is_proved = 1 AND u.is_sent = 1 THEN u.norm END) AS sent
            FROM (
                SELECT d.email_norm AS norm,
                    CASE WHEN d.proved_at IS NULL OR d.email IS NULL THEN 0 ELSE 1 END AS is_proved,
                    CASE
                        WHEN EXISTS (
                            SELECT 1
                            FROM reminder_refusal r
                            WHERE r.program_id = s.program_id AND r.norm = d.email_norm
                        ) THEN 1
                        ELSE 0
                        END AS is_refused,
                    CASE
                        WHEN EXISTS (
                            SELECT 1
                            FROM draft o
                            WHERE o.season_id = d.season_id
                                AND o.email_norm = d.email_norm
                                AND o.submitted_at IS NOT NULL
                        ) THEN 1
                        ELSE 0
                        END AS is_sent
                FROM draft d
                JOIN season s ON s.id = d.season_id
                WHERE d.season_id = $1 AND d.submitted_at IS NULL AND d.changes_of IS NULL AND d.stage = 1
            ) u"
        ),
        args![permit.season()],
    )
    .await
}
