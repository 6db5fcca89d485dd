//! The SQL of answers.

use super::model::{Addressee, Choice, Round, Wanted};
use super::rules::Decide;
use weft_kernel::Kernel;
use weft_kernel::clock::Time;
use weft_kernel::db::{Conn, Result};
use weft_kernel::ids::Id;
use weft_kernel::{args, sql};

/// Everyone who still waits for an answer: no seat, no invitation that is open or accepted, not withdrawn, nobody's
/// second application, and no answer yet.
pub async fn waiting(conn: &mut Conn, permit: &Decide, now: Time) -> Result<Vec<Addressee>> {
    conn.all(
        sql!(
            "SELECT a.id AS application_id, a.person_id AS person_id, a.external_id AS external_id,
                p.display_name AS display_name, a.language AS language,
                CASE
                    WHEN COALESCE(
                        (SELECT e.is_eligible FROM latest_eligibility e WHERE e.application_id = a.id), 1
                    ) = 1 THEN 'seats'
                    WHEN a.late_reason IS NOT NULL THEN 'late'
                    ELSE 'not-eligible'
                    END AS reason
            FROM application a
            JOIN person p ON p.id = a.person_id
            WHERE a.season_id = $1
                AND a.duplicate_of IS NULL
                AND NOT EXISTS (SELECT 1 FROM withdrawal v WHERE v.application_id = a.id)
                AND NOT EXISTS (SELECT 1 FROM member m WHERE m.application_id = a.id)
                AND NOT EXISTS (
                    SELECT 1
                    FROM invitation i
                    LEFT JOIN invitation_answer n ON n.invitation_id = i.id
                    WHERE i.application_id = a.id AND (n.answer IS NOT NULL OR i.expires_at > $2)
                )
                AND NOT EXISTS (SELECT 1 FROM outcome o WHERE o.application_id = a.id AND o.outcome = 'not-chosen')
            ORDER BY p.sort_key, a.external_id"
        ),
        args![permit.season(), now],
    )
    .await
}

pub(super) async fn insert_round(
    kernel: &Kernel,
    conn: &mut Conn,
    permit: &Decide,
    letter: &str,
    by: &Id,
) -> Result<Option<Id>> {
    let id = kernel.id();
    let inserted = conn
        .run(
            sql!(
                "INSERT INTO decision_round (id, season_id, letter, staged_by, staged_at)
                VALUES ($1, $2, $3, $4, $5)
                ON CONFLICT (season_id)
                WHERE sent_at IS NULL AND cancelled_at IS NULL DO NOTHING"
            ),
            args![&id, permit.season(), letter, by, kernel.now()],
        )
        .await?;
    Ok((inserted > 0).then_some(id))
}

pub(super) async fn insert_decision(conn: &mut Conn, round: &Id, application: &Id, reason: &str) -> Result<()> {
    conn.run(
        sql!("INSERT INTO decision (round_id, application_id, reason) VALUES ($1, $2, $3)"),
        args![round, application, reason],
    )
    .await
    .map(drop)
}

/// Rounds of the season that were not taken back, the newest first.
pub async fn rounds(conn: &mut Conn, permit: &Decide) -> Result<Vec<Round>> {
    conn.all(
        sql!(
            "SELECT r.id AS id, r.letter AS letter, r.staged_by AS staged_by, p.display_name AS stager,
                r.staged_at AS staged_at, s.display_name AS sender, r.sent_at AS sent_at,
                (SELECT COUNT(*) FROM decision d WHERE d.round_id = r.id) AS people
            FROM decision_round r
            JOIN person p ON p.id = r.staged_by
            LEFT JOIN person s ON s.id = r.sent_by
            WHERE r.season_id = $1 AND r.cancelled_at IS NULL
            ORDER BY r.staged_at DESC, r.id DESC"
        ),
        args![permit.season()],
    )
    .await
}

pub async fn addressees(conn: &mut Conn, permit: &Decide, round: &Id) -> Result<Vec<Addressee>> {
    conn.all(
        sql!(
            "SELECT a.id AS application_id, a.person_id AS person_id, a.external_id AS external_id,
                p.display_name AS display_name, a.language AS language, d.reason AS reason
            FROM decision d
            JOIN decision_round r ON r.id = d.round_id
            JOIN application a ON a.id = d.application_id
            JOIN person p ON p.id = a.person_id
            WHERE r.season_id = $1 AND d.round_id = $2
            ORDER BY p.sort_key, a.external_id"
        ),
        args![permit.season(), round],
    )
    .await
}

/// Takes someone out of a round that has not been sent.
pub(super) async fn remove(conn: &mut Conn, permit: &Decide, external_id: &str) -> Result<u64> {
    conn.run(
        sql!(
            "DELETE FROM decision
            WHERE round_id IN (
                SELECT id
                FROM decision_round
                WHERE season_id = $1 AND sent_at IS NULL AND cancelled_at IS NULL
            )
                AND application_id IN (SELECT id FROM application WHERE season_id = $1 AND external_id = $2)"
        ),
        args![permit.season(), external_id],
    )
    .await
}

pub(super) async fn cancel(conn: &mut Conn, permit: &Decide, now: Time) -> Result<u64> {
    conn.run(
        sql!(
            "UPDATE decision_round
            SET cancelled_at = $2
            WHERE season_id = $1 AND sent_at IS NULL AND cancelled_at IS NULL"
        ),
        args![permit.season(), now],
    )
    .await
}

/// Marks the open round as sent, once, by someone other than who made it ready.
pub(super) async fn send(conn: &mut Conn, permit: &Decide, by: &Id, now: Time) -> Result<Option<(Id, String)>> {
    conn.opt(
        sql!(
            "UPDATE decision_round
            SET sent_by = $2, sent_at = $3
            WHERE season_id = $1 AND sent_at IS NULL AND cancelled_at IS NULL AND staged_by <> $2
            RETURNING id, letter"
        ),
        args![permit.season(), by, now],
    )
    .await
}

/// By what was judged, for the log: goals and criteria as they stand.
pub(super) async fn judged_by(conn: &mut Conn, permit: &Decide) -> Result<(i64, i64)> {
    conn.one(
        sql!(
            "SELECT (SELECT COALESCE(MAX(version), 0) FROM goal_set WHERE season_id = $1),
                (SELECT COUNT(*) FROM criterion WHERE season_id = $1)"
        ),
        args![permit.season()],
    )
    .await
}

pub(super) async fn insert_outcome(
    kernel: &Kernel,
    conn: &mut Conn,
    application: &Id,
    reason: &str,
    by: &Id,
) -> Result<()> {
    conn.run(
        sql!(
            "INSERT INTO outcome (id, application_id, outcome, reason, actor_id, at)
            VALUES ($1, $2, 'not-chosen', $3, $4, $5)"
        ),
        args![kernel.id(), application, reason, by, kernel.now()],
    )
    .await
    .map(drop)
}

pub(super) async fn insert_choice(kernel: &Kernel, conn: &mut Conn, application: &Id, token_hash: &str) -> Result<()> {
    conn.run(
        sql!(
            "INSERT INTO application_choice (application_id, token_hash, made_at)
            VALUES ($1, $2, $3)
            ON CONFLICT (application_id) DO NOTHING"
        ),
        args![application, token_hash, kernel.now()],
    )
    .await
    .map(drop)
}

pub async fn choice(conn: &mut Conn, token_hash: &str) -> Result<Option<Choice>> {
    conn.opt(
        sql!(
            "SELECT c.application_id AS application_id, g.name || ' · ' || s.name AS season_title,
                g.support_name AS support_name, g.support_email AS support_email, c.choice AS choice,
                c.made_at AS made_at,
                CASE
                    WHEN EXISTS (SELECT 1 FROM erasure e WHERE e.application_id = c.application_id) THEN 1
                    ELSE 0
                    END AS is_erased
            FROM application_choice c
            JOIN application a ON a.id = c.application_id
            JOIN season s ON s.id = a.season_id
            JOIN program g ON g.id = s.program_id
            WHERE c.token_hash = $1"
        ),
        args![token_hash],
    )
    .await
}

pub(super) async fn set_choice(conn: &mut Conn, application: &Id, choice: Wanted, now: Time) -> Result<()> {
    conn.run(
        sql!("UPDATE application_choice SET choice = $2, chosen_at = $3 WHERE application_id = $1"),
        args![application, choice, now],
    )
    .await
    .map(drop)
}

/// Applications whose twelve months are over and whose person has not asked to keep them.
pub(super) async fn overdue(conn: &mut Conn, before: Time) -> Result<Vec<(Id,)>> {
    conn.all(
        sql!(
            "SELECT c.application_id
            FROM application_choice c
            WHERE c.made_at < $1
                AND COALESCE(c.choice, '') <> 'keep'
                AND NOT EXISTS (SELECT 1 FROM erasure e WHERE e.application_id = c.application_id)"
        ),
        args![before],
    )
    .await
}
