//! The SQL of calls; that of drafts, of files as answers and of an employer's acknowledgement stands below.

mod acknowledgements;
mod changes;
mod deadline;
mod drafts;
mod recommended;
mod reminders;
mod stages;
mod uploads;

pub use acknowledgements::*;
pub use changes::*;
pub use deadline::*;
pub use drafts::*;
pub use recommended::*;
pub use reminders::*;
pub use stages::*;
pub use uploads::*;

use super::model::{Call, CallForm, Extension};
use super::rules::{MakeCall, OwnDraft};
use weft_kernel::Kernel;
use weft_kernel::clock::Time;
use weft_kernel::db::{Conn, Result};
use weft_kernel::ids::Id;
use weft_kernel::{args, row, sql};
use weft_people::model::norm_email;

pub async fn call(conn: &mut Conn, season: &Id) -> Result<Option<Call>> {
    conn.opt(
        sql!(
            "SELECT season_id, form, opens_at, closes_at, decision_on, published_version
            FROM call
            WHERE season_id = $1"
        ),
        args![season],
    )
    .await
}

pub(super) async fn save_form(kernel: &Kernel, conn: &mut Conn, permit: &MakeCall, form: &str) -> Result<()> {
    conn.run(
        sql!(
            "INSERT INTO call (season_id, form, changed_at)
            VALUES ($1, $2, $3)
            ON CONFLICT (season_id) DO UPDATE SET form = excluded.form, changed_at = excluded.changed_at"
        ),
        args![permit.season(), form, kernel.now()],
    )
    .await
    .map(drop)
}

/// The form as it is being edited, held against others until the caller's transaction ends.
pub(super) async fn hold_form(kernel: &Kernel, conn: &mut Conn, permit: &MakeCall) -> Result<Option<String>> {
    let found: Option<(String,)> = conn
        .opt(
            sql!("UPDATE call SET changed_at = $2 WHERE season_id = $1 RETURNING form"),
            args![permit.season(), kernel.now()],
        )
        .await?;
    Ok(found.map(|(f,)| f))
}

pub(super) async fn save_dates(
    kernel: &Kernel,
    conn: &mut Conn,
    permit: &MakeCall,
    opens: Time,
    closes: Time,
    decision_on: Option<&str>,
) -> Result<()> {
    conn.run(
        sql!("UPDATE call SET opens_at = $2, closes_at = $3, decision_on = $4, changed_at = $5 WHERE season_id = $1"),
        args![permit.season(), opens, closes, decision_on, kernel.now()],
    )
    .await
    .map(drop)
}

/// The form that applicants answer.
pub async fn published_form(conn: &mut Conn, season: &Id) -> Result<Option<String>> {
    let found: Option<(String,)> = conn
        .opt(
            sql!(
                "SELECT v.form
                FROM form_version v
                JOIN call c ON c.season_id = v.season_id AND c.published_version = v.version
                WHERE v.season_id = $1"
            ),
            args![season],
        )
        .await?;
    Ok(found.map(|(f,)| f))
}

/// A form as it is stored.
pub fn form(text: &str) -> weft_web::Result<CallForm> {
    serde_json::from_str(text).map_err(|e| weft_web::Error::Internal(format!("the form of a call cannot be read: {e}")))
}

/// The same, read. A form that cannot be read is an error: without it nothing says what readers must not see.
pub async fn published(conn: &mut Conn, season: &Id) -> weft_web::Result<Option<CallForm>> {
    published_form(conn, season).await?.as_deref().map(form).transpose()
}

/// Every form that was published for a season, the newest first.
pub async fn all_versions(conn: &mut Conn, season: &Id) -> weft_web::Result<Vec<CallForm>> {
    let all: Vec<(String,)> = conn
        .all(sql!("SELECT form FROM form_version WHERE season_id = $1 ORDER BY version DESC"), args![season])
        .await?;
    all.iter().map(|(text,)| form(text)).collect()
}

pub(super) async fn insert_version(
    kernel: &Kernel,
    conn: &mut Conn,
    permit: &MakeCall,
    version: i64,
    form: &str,
    by: Option<&Id>,
) -> Result<bool> {
    let inserted = conn
        .run(
            sql!(
                "INSERT INTO form_version (season_id, version, form, published_by, published_at)
                VALUES ($1, $2, $3, $4, $5)
                ON CONFLICT (season_id, version) DO NOTHING"
            ),
            args![permit.season(), version, form, by, kernel.now()],
        )
        .await?;
    if inserted > 0 {
        conn.run(sql!("UPDATE call SET published_version = $2 WHERE season_id = $1"), args![permit.season(), version])
            .await?;
    }
    Ok(inserted > 0)
}

row! {
    /// How applying goes: counts only.
    pub struct Progress { drafts: i64, with_address: i64, sent: i64, late: i64, fitting: i64, drifting: i64 }
}

pub async fn progress(conn: &mut Conn, permit: &MakeCall) -> Result<Progress> {
    conn.one(
        sql!(
            "SELECT COUNT(CASE WHEN submitted_at IS NULL THEN 1 END) AS drafts,
                COUNT(CASE WHEN submitted_at IS NULL AND email IS NOT NULL THEN 1 END) AS with_address,
                COUNT(submitted_at) AS sent,
                COUNT(CASE WHEN submitted_at IS NOT NULL AND late_reason IS NOT NULL THEN 1 END) AS late,
                (
                    SELECT CAST(COALESCE(SUM(n), 0) AS BIGINT)
                    FROM fit_count f
                    WHERE f.season_id = $1 AND f.fits = 1
                ) AS fitting,
                (
                    SELECT CAST(COALESCE(SUM(n), 0) AS BIGINT)
                    FROM fit_count f
                    WHERE f.season_id = $1 AND f.fits = 0
                ) AS drifting
            FROM draft
            WHERE season_id = $1 AND changes_of IS NULL AND stage = 1"
        ),
        args![permit.season()],
    )
    .await
}

/// Counts one answer to the questions before the call.
pub(super) async fn count_fit(conn: &mut Conn, season: &Id, day: &str, fits: bool) -> Result<()> {
    conn.run(
        sql!(
            "INSERT INTO fit_count (season_id, day, fits, n)
            VALUES ($1, $2, $3, 1)
            ON CONFLICT (season_id, day, fits) DO UPDATE SET n = fit_count.n + 1"
        ),
        args![season, day, fits],
    )
    .await
    .map(drop)
}

pub async fn extensions(conn: &mut Conn, permit: &MakeCall) -> Result<Vec<Extension>> {
    conn.all(
        sql!(
            "SELECT id, email, until, reason
            FROM extension
            WHERE season_id = $1
            ORDER BY until DESC, id"
        ),
        args![permit.season()],
    )
    .await
}

/// More time for whoever applies from an address.
pub(super) struct NewExtension<'a> {
    pub email: &'a str,
    pub until: Time,
    pub reason: &'a str,
    pub by: &'a Id,
}

pub(super) async fn set_extension(
    kernel: &Kernel,
    conn: &mut Conn,
    permit: &MakeCall,
    new: &NewExtension<'_>,
) -> Result<()> {
    conn.run(
        sql!(
            "INSERT INTO extension (id, season_id, email, norm, until, reason, given_by, given_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            ON CONFLICT (season_id, norm) DO UPDATE SET until = excluded.until, reason = excluded.reason,
                given_by = excluded.given_by, given_at = excluded.given_at"
        ),
        args![
            kernel.id(),
            permit.season(),
            new.email,
            norm_email(new.email),
            new.until,
            new.reason,
            new.by,
            kernel.now()
        ],
    )
    .await
    .map(drop)
}

/// Until when someone with this address may send, where she was given more time.
pub async fn extended_until(conn: &mut Conn, season: &Id, email: &str) -> Result<Option<Time>> {
    let found: Option<(Time,)> = conn
        .opt(sql!("SELECT until FROM extension WHERE season_id = $1 AND norm = $2"), args![season, norm_email(email)])
        .await?;
    Ok(found.map(|(t,)| t))
}

weft_kernel::row! {
    /// How far an application that was sent is, as its author may know: how many people review it, how many have,
    /// whether reviews have begun and ended, whether it still waits for a decision because it came late, when its
    /// author was told something, and whether that was that they are not in this year's cohort.
    pub struct HowFar {
        reviewers: i64,
        reviewed: i64,
        has_begun: bool,
        has_ended: bool,
        is_late: bool,
        is_refused: bool,
        told_at: Option<Time>,
    }
}

pub(super) async fn how_far(conn: &mut Conn, own: &OwnDraft) -> Result<Option<HowFar>> {
    conn.opt(
        sql!(
            "SELECT
                (
                    SELECT COUNT(*)
                    FROM stage_assignment s
                    WHERE s.application_id = a.id AND s.stage = k.no AND s.returned_at IS NULL
                ) AS reviewers,
                (
                    SELECT COUNT(*)
                    FROM stage_read r
                    WHERE r.application_id = a.id AND r.stage = k.no AND r.state = 'counted'
                ) AS reviewed,
                CASE WHEN g.opened_at IS NULL THEN 0 ELSE 1 END AS has_begun,
                CASE WHEN g.closed_at IS NULL THEN 0 ELSE 1 END AS has_ended,
                CASE WHEN x.state = 'late' THEN 1 ELSE 0 END AS is_late,
                CASE
                    WHEN EXISTS (
                        SELECT 1
                        FROM outcome o
                        WHERE o.application_id = a.id
                            AND o.outcome = 'not-chosen'
                            AND NOT EXISTS (
                                SELECT 1
                                FROM outbox e
                                WHERE e.dedupe_key = 'decision:' || a.id AND e.state <> 'sent'
                            )
                    ) THEN 1
                    ELSE 0
                END AS is_refused,
                (
                    SELECT MAX(t.at)
                    FROM (
                        SELECT o.at AS at
                        FROM outcome o
                        WHERE o.application_id = a.id
                            AND o.outcome = 'invited'
                            AND NOT EXISTS (
                                SELECT 1
                                FROM invitation i
                                JOIN outbox e ON e.dedupe_key = 'invitation:' || i.id || ':' || i.run_id
                                WHERE i.application_id = a.id AND e.state <> 'sent'
                            )
                        UNION ALL
                        SELECT o.at
                        FROM outcome o
                        WHERE o.application_id = a.id
                            AND o.outcome = 'not-chosen'
                            AND NOT EXISTS (
                                SELECT 1
                                FROM outbox e
                                WHERE e.dedupe_key = 'decision:' || a.id AND e.state <> 'sent'
                            )
                        UNION ALL
                        SELECT l.at
                        FROM alternate_notice l
                        WHERE l.application_id = a.id
                            AND NOT EXISTS (
                                SELECT 1
                                FROM outbox e
                                WHERE e.dedupe_key = 'alternate:' || a.id AND e.state <> 'sent'
                            )
                    ) t
                ) AS told_at
            FROM draft d
            JOIN application a ON a.id = d.application_id
            JOIN application_state x ON x.application_id = a.id
            JOIN application_stage k ON k.application_id = a.id
            LEFT JOIN stage_reading g ON g.season_id = a.season_id AND g.stage = k.no
            WHERE d.id = $1"
        ),
        args![own.id()],
    )
    .await
}
