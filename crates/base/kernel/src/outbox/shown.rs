//! The outbox as its page shows it. Private letters are left out: who gets one is not for whoever keeps this site. Nor
//! are decoys there.

use super::super::clock::Time;
use super::super::db::{Conn, Result};
use super::super::ids::Id;
use super::super::{Kernel, events};
use crate::args;
use crate::sql;

/// The states of a letter, as the page counts them. `sending` and `held` are waiting ones: claimed, and waiting for a
/// mark to lift.
/// `review` ones are held by their season's team. `unsent` ones were kept as files while no mail server was set.
pub const STATES: [&str; 9] =
    ["review", "dead", "held", "unsent", "waiting", "sending", "expired", "discarded", "sent"];

crate::row! {
    /// A letter as the outbox page shows it. The body is not shown: it may hold a link that signs in. Nor is the
    /// subject of an urgent one, which may hold a code.
    pub struct Letter {
        id: Id,
        recipient: String,
        subject: String,
        state: String,
        attempts: i64,
        created_at: Time,
        due_at: Time,
        last_error: Option<String>,
        marked_at: Option<Time>,
        waits_for_mark: bool,
    }
}

/// The newest hundred letters in a state, or in any: what needs someone first, then what waits, expired, was sent.
pub async fn letters(conn: &mut Conn, now: Time, state: &str) -> Result<Vec<Letter>> {
    list(conn, None, now, state).await
}

/// How many letters are in each of [`STATES`]; together, all that are listed.
pub async fn counts(conn: &mut Conn, now: Time) -> Result<Vec<(&'static str, i64)>> {
    count(conn, None, now).await
}

/// The newest hundred of a season, or of all: in the order in which they need someone.
pub(super) async fn list(conn: &mut Conn, season: Option<&Id>, now: Time, state: &str) -> Result<Vec<Letter>> {
    conn.all(
        sql!(
            "SELECT l.id AS id, l.recipient AS recipient, l.subject AS subject, l.stage AS state,
                l.attempts AS attempts, l.created_at AS created_at, l.due_at AS due_at, l.last_error AS last_error,
                l.marked_at AS marked_at, l.waits_for_mark AS waits_for_mark
            FROM (
                SELECT v.*, CASE WHEN v.claimed_until > $1 THEN 'sending' ELSE v.state END AS stage
                FROM (
                    SELECT s.*
                    FROM listed_email s
                    WHERE s.season_id = $3 AND s.lane > 0
                    UNION ALL
                    SELECT a.*
                    FROM listed_email a
                    WHERE CAST($3 AS TEXT) IS NULL
                ) v
            ) l
            WHERE CAST($2 AS TEXT) = '' OR l.stage = $2
            ORDER BY CASE l.stage WHEN 'review' THEN 0 WHEN 'dead' THEN 1 WHEN 'held' THEN 2 WHEN 'unsent' THEN 2
                WHEN 'expired' THEN 4
                WHEN 'discarded' THEN 5
                WHEN 'sent' THEN 6
                ELSE 3
                END, l.id DESC LIMIT 100"
        ),
        args![now, state, season],
    )
    .await
}

/// How many of a season, or of all, are in each of [`STATES`].
pub(super) async fn count(conn: &mut Conn, season: Option<&Id>, now: Time) -> Result<Vec<(&'static str, i64)>> {
    let counted: Vec<(String, i64)> = conn
        .all(
            sql!(
                "SELECT l.stage, COUNT(*)
                FROM (
                    SELECT CASE WHEN v.claimed_until > $1 THEN 'sending' ELSE v.state END AS stage
                    FROM (
                        SELECT s.*
                        FROM listed_email s
                        WHERE s.season_id = $2 AND s.lane > 0
                        UNION ALL
                        SELECT a.*
                        FROM listed_email a
                        WHERE CAST($2 AS TEXT) IS NULL
                    ) v
                ) l
                GROUP BY l.stage"
            ),
            args![now, season],
        )
        .await?;
    Ok(STATES.iter().map(|s| (*s, counted.iter().find(|(name, _)| name == s).map_or(0, |(_, n)| *n))).collect())
}

/// A letter that was sent and is not private: whom it went to, and when it was written.
pub async fn sent(conn: &mut Conn, id: &Id) -> Result<Option<(String, Time)>> {
    conn.opt(
        sql!(
            "SELECT recipient, created_at
            FROM outbox
            WHERE id = $1 AND is_private = 0 AND is_decoy = 0 AND state = 'sent'"
        ),
        args![id],
    )
    .await
}

/// Private letters that wait, and that could not be delivered: how many, and nothing else.
pub async fn unlisted(conn: &mut Conn) -> Result<(i64, i64)> {
    conn.one(
        sql!(
            "SELECT COUNT(CASE WHEN state = 'waiting' THEN 1 END), COUNT(CASE WHEN state = 'dead' THEN 1 END)
            FROM outbox
            WHERE is_private = 1 AND is_decoy = 0 AND is_traceless = 0"
        ),
        args![],
    )
    .await
}

/// How many letters wait and how many are dead, private ones too.
pub async fn backlog(conn: &mut Conn) -> Result<(i64, i64)> {
    conn.one(
        sql!(
            "SELECT COUNT(CASE WHEN state = 'waiting' THEN 1 END), COUNT(CASE WHEN state = 'dead' THEN 1 END)
            FROM outbox
            WHERE is_decoy = 0 AND state IN ('waiting', 'dead')"
        ),
        args![],
    )
    .await
}

/// Puts a dead letter back into the queue. `false` when there is none, or when it would come too late.
pub async fn resend(kernel: &Kernel, actor: &Id, letter: &Id) -> Result<bool> {
    let mut tx = kernel.db.begin().await?;
    let changed = tx
        .run(
            sql!(
                "UPDATE outbox
                SET state = 'waiting', attempts = 0, refused_at = NULL, due_at = $2
                WHERE id = $1 AND is_private = 0 AND state = 'dead' AND (expires_at IS NULL OR expires_at > $2)"
            ),
            args![letter, kernel.now()],
        )
        .await?;
    if changed > 0 {
        let event =
            events::Event { actor: Some(actor), verb: "mail.resent", subject: letter, season: None, detail: None };
        events::record(kernel, &mut tx, event).await?;
    }
    tx.commit().await?;
    Ok(changed > 0)
}

/// How many letters were kept while no mail server was set and could be sent now, private ones too.
pub async fn unsent(conn: &mut Conn, now: Time) -> Result<i64> {
    let (n,): (i64,) = conn
        .one(
            sql!(
                "SELECT COUNT(*)
                FROM outbox
                WHERE kept_at IS NOT NULL AND payload <> '' AND (expires_at IS NULL OR expires_at > $1)"
            ),
            args![now],
        )
        .await?;
    Ok(n)
}

/// Sends what was kept while no mail server was set: one listed letter, or all of them, private ones too. What would
/// come too late stays. Returns how many.
pub async fn send_unsent(kernel: &Kernel, actor: &Id, letter: Option<&Id>) -> Result<u64> {
    let mut tx = kernel.db.begin().await?;
    let changed = tx
        .run(
            sql!(
                "UPDATE outbox
                SET state = 'waiting', kept_at = NULL, attempts = 0, due_at = $1
                WHERE kept_at IS NOT NULL
                    AND payload <> ''
                    AND (expires_at IS NULL OR expires_at > $1)
                    AND (CAST($2 AS TEXT) IS NULL OR (id = $2 AND is_private = 0))"
            ),
            args![kernel.now(), letter],
        )
        .await?;
    if changed > 0 {
        let event = events::Event {
            actor: Some(actor),
            verb: "mail.resent",
            subject: letter.unwrap_or(actor),
            season: None,
            detail: Some(changed.to_string()),
        };
        events::record(kernel, &mut tx, event).await?;
    }
    tx.commit().await?;
    Ok(changed)
}

/// Puts every dead letter back into the queue, private ones too: after a fault of the mail server. Returns how many.
pub async fn resend_all(kernel: &Kernel, actor: &Id) -> Result<u64> {
    let mut tx = kernel.db.begin().await?;
    let changed = tx
        .run(
            sql!(
                "UPDATE outbox
                SET state = 'waiting', attempts = 0, refused_at = NULL, due_at = $1
                WHERE state = 'dead' AND (expires_at IS NULL OR expires_at > $1)"
            ),
            args![kernel.now()],
        )
        .await?;
    if changed > 0 {
        let event = events::Event {
            actor: Some(actor),
            verb: "mail.resent",
            subject: actor,
            season: None,
            detail: Some(changed.to_string()),
        };
        events::record(kernel, &mut tx, event).await?;
    }
    tx.commit().await?;
    Ok(changed)
}

/// The marked address of a listed letter.
pub async fn marked_address(conn: &mut Conn, letter: &Id) -> Result<Option<String>> {
    let found: Option<(String,)> = conn
        .opt(
            sql!(
                "SELECT o.norm
                FROM outbox o
                JOIN address_mark m ON m.norm = o.norm
                WHERE o.id = $1 AND o.is_private = 0"
            ),
            args![letter],
        )
        .await?;
    Ok(found.map(|(norm,)| norm))
}
