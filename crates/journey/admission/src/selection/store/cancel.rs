//! The SQL of an invitation that is canceled.

use crate::selection::rules::{Choose, SeeSelection};
use weft_kernel::clock::Time;
use weft_kernel::db::{Conn, Result};
use weft_kernel::ids::Id;
use weft_kernel::{args, sql};

weft_kernel::row! {
    /// An invitation that waits for its answer. `run_id` is none where a cohort was decided elsewhere.
    pub struct Waiting {
        id: Id,
        run_id: Option<Id>,
        application_id: Id,
        person_id: Id,
        external_id: String,
        display_name: String,
        language: String,
        mailed_to: Option<String>,
        created_at: Time,
        expires_at: Time,
        /// How far its email is in the outbox.
        email: Option<String>,
        /// Whether its email may have been read, or a reminder of it.
        is_heard: bool,
    }
}

pub async fn waiting(conn: &mut Conn, permit: &SeeSelection, external_id: &str, now: Time) -> Result<Option<Waiting>> {
    conn.opt(
        sql!(
            "SELECT i.id AS id, i.run_id AS run_id, i.application_id AS application_id, a.person_id AS person_id,
                a.external_id AS external_id, p.display_name AS display_name, a.language AS language,
                i.mailed_to AS mailed_to, i.created_at AS created_at, i.expires_at AS expires_at, e.state AS email,
                CASE
                    WHEN e.state = 'sent' OR e.attempts > 0 OR e.claimed_until > $3 THEN 1
                    WHEN EXISTS (
                        SELECT 1
                        FROM invitation_reminder r
                        WHERE r.invitation_id = i.id AND r.expires_at = i.expires_at
                    ) THEN 1
                    ELSE 0
                    END AS is_heard
            FROM invitation i
            JOIN application a ON a.id = i.application_id
            JOIN person p ON p.id = a.person_id
            LEFT JOIN outbox e ON e.dedupe_key = 'invitation:' || i.id || ':' || i.run_id
            WHERE i.season_id = $1
                AND a.external_id = $2
                AND i.expires_at > $3
                AND NOT EXISTS (SELECT 1 FROM invitation_answer n WHERE n.invitation_id = i.id)"
        ),
        args![permit.season(), external_id, now],
    )
    .await
}

/// Ends an invitation that waits for its answer, and what was kept as its outcome. `false` when it was answered or ran
/// out meanwhile: one statement, so that an answer comes before or after.
pub(in crate::selection) async fn cancel(conn: &mut Conn, permit: &Choose, of: &Waiting, now: Time) -> Result<bool> {
    hold(conn, &of.id).await?;
    let sql = sql!(
        "UPDATE invitation
        SET canceled_at = $3, expires_at = $3
        WHERE id = $1
            AND season_id = $2
            AND expires_at = $4
            AND expires_at > $3
            AND NOT EXISTS (SELECT 1 FROM invitation_answer n WHERE n.invitation_id = invitation.id)"
    );
    if conn.run(sql, args![&of.id, permit.season(), now, of.expires_at]).await? == 0 {
        return Ok(false);
    }
    let sql = sql!("DELETE FROM outcome WHERE application_id = $1 AND outcome = 'invited' AND at >= $2");
    conn.run(sql, args![&of.application_id, of.created_at]).await?;
    Ok(true)
}

/// Holds an invitation until the transaction ends: whoever answers and whoever cancels come one after the other.
pub(in crate::selection) async fn hold(conn: &mut Conn, invitation: &Id) -> Result<()> {
    let sql = sql!("UPDATE invitation SET expires_at = expires_at WHERE id = $1");
    conn.run(sql, args![invitation]).await.map(drop)
}
