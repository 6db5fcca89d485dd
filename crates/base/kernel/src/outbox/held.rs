//! A season's emails before they go out: held, read, edited, sent or discarded by its team. Only what was written with
//! a season is here (see [`New::season`](super::New)); sign-in links, codes and private emails never are.

use super::super::Kernel;
use super::super::clock::Time;
use super::super::db::{Conn, Result, Tx};
use super::super::ids::Id;
use super::super::mail::Mail;
use super::{Letter, SEALED, STATES};
use crate::{args, sql, stored};

/// The newest hundred emails of a season in a state, or in any: what needs someone first.
pub async fn of_season(conn: &mut Conn, season: &Id, now: Time, state: &str) -> Result<Vec<Letter>> {
    conn.all(
        sql!(
            "SELECT l.id AS id, l.recipient AS recipient, l.subject AS subject, l.state AS state,
                l.attempts AS attempts, l.created_at AS created_at, l.due_at AS due_at, l.last_error AS last_error,
                l.marked_at AS marked_at, l.waits_for_mark AS waits_for_mark
            FROM (
                SELECT o.id AS id, o.recipient AS recipient, o.subject AS subject,
                    CASE WHEN o.discarded_at IS NOT NULL THEN 'discarded'
                        WHEN o.state <> 'waiting' THEN o.state
                        WHEN o.claimed_until > $1 THEN 'sending'
                        WHEN o.held_at IS NOT NULL THEN 'review'
                        WHEN o.waits_for_mark = 1 AND m.norm IS NOT NULL THEN 'held'
                        ELSE 'waiting'
                        END AS state, o.attempts AS attempts, o.created_at AS created_at, o.due_at AS due_at,
                    o.last_error AS last_error, m.at AS marked_at, o.waits_for_mark AS waits_for_mark
                FROM outbox o
                LEFT JOIN address_mark m ON m.norm = o.norm
                WHERE o.season_id = $3 AND o.is_private = 0 AND o.lane > 0
            ) l
            WHERE CAST($2 AS TEXT) = '' OR l.state = $2
            ORDER BY CASE l.state WHEN 'review' THEN 0 WHEN 'dead' THEN 1 WHEN 'held' THEN 2 WHEN 'expired' THEN 4
                WHEN 'discarded' THEN 5
                WHEN 'sent' THEN 6
                ELSE 3
                END, l.id DESC LIMIT 100"
        ),
        args![now, state, season],
    )
    .await
}

/// How many of a season's emails are in each of [`STATES`]; together, all of them.
pub async fn counts_of_season(conn: &mut Conn, season: &Id, now: Time) -> Result<Vec<(&'static str, i64)>> {
    let counted: Vec<(String, i64)> = conn
        .all(
            sql!(
                "SELECT l.state, COUNT(*)
                FROM (
                    SELECT CASE WHEN o.discarded_at IS NOT NULL THEN 'discarded'
                        WHEN o.state <> 'waiting' THEN o.state
                        WHEN o.claimed_until > $1 THEN 'sending'
                        WHEN o.held_at IS NOT NULL THEN 'review'
                        WHEN o.waits_for_mark = 1 AND m.norm IS NOT NULL THEN 'held'
                        ELSE 'waiting'
                        END AS state
                    FROM outbox o
                    LEFT JOIN address_mark m ON m.norm = o.norm
                    WHERE o.season_id = $2 AND o.is_private = 0 AND o.lane > 0
                ) l
                GROUP BY l.state"
            ),
            args![now, season],
        )
        .await?;
    Ok(STATES.iter().map(|s| (*s, counted.iter().find(|(name, _)| name == s).map_or(0, |(_, n)| *n))).collect())
}

crate::row! {
    struct Stored {
        id: Id,
        payload: String,
        state: String,
        created_at: Time,
        expires_at: Option<Time>,
        edited_at: Option<Time>,
        attempts: i64,
    }
}

/// One email of a season. Its content is there until it is sent, expires or is discarded.
pub struct Opened {
    pub id: Id,
    pub recipient: String,
    pub subject: String,
    /// One of [`STATES`].
    pub state: String,
    pub created_at: Time,
    pub expires_at: Option<Time>,
    pub edited_at: Option<Time>,
    /// Whether sending it was tried: its reader may have it.
    pub is_tried: bool,
    pub mail: Option<Mail>,
    /// As it is stored, to see whether it changed meanwhile.
    pub payload: String,
}

/// One email of a season.
pub async fn open(kernel: &Kernel, conn: &mut Conn, season: &Id, id: &Id) -> Result<Option<Opened>> {
    let found: Option<Stored> = conn
        .opt(
            sql!(
                "SELECT o.id AS id, o.payload AS payload, o.created_at AS created_at, o.expires_at AS expires_at,
                    o.edited_at AS edited_at, o.attempts AS attempts,
                    CASE WHEN o.discarded_at IS NOT NULL THEN 'discarded'
                        WHEN o.state <> 'waiting' THEN o.state
                        WHEN o.claimed_until > $3 THEN 'sending'
                        WHEN o.held_at IS NOT NULL THEN 'review'
                        WHEN o.waits_for_mark = 1
                            AND EXISTS (SELECT 1 FROM address_mark m WHERE m.norm = o.norm) THEN 'held'
                        ELSE 'waiting'
                        END AS state
                FROM outbox o
                WHERE o.id = $1 AND o.season_id = $2 AND o.is_private = 0 AND o.lane > 0"
            ),
            args![id, season, kernel.now()],
        )
        .await?;
    let Some(stored) = found else { return Ok(None) };
    let (recipient, subject): (String, String) =
        conn.one(sql!("SELECT recipient, subject FROM outbox WHERE id = $1"), args![id]).await?;
    let mail = match kernel.seal.open(SEALED, id.as_str(), &stored.payload) {
        Some(text) => Some(stored::read("the email", id, &text).map_err(|e| sqlx::Error::Decode(Box::new(e)))?),
        None => None,
    };
    Ok(Some(Opened {
        id: stored.id,
        recipient,
        subject,
        state: stored.state,
        created_at: stored.created_at,
        expires_at: stored.expires_at,
        edited_at: stored.edited_at,
        is_tried: stored.attempts > 0,
        mail,
        payload: stored.payload,
    }))
}

/// Whether a season's emails to many are held until its team sends them.
pub async fn holds(conn: &mut Conn, season: &Id) -> Result<bool> {
    let (holds,): (bool,) = conn.one(sql!("SELECT holds_email FROM season WHERE id = $1"), args![season]).await?;
    Ok(holds)
}

/// Holds a season's emails to many from now on, those that wait as well, or no longer; what is held by then stays held.
/// Returns how many that wait are held by it.
pub async fn set_holds(tx: &mut Tx, season: &Id, holds: bool, now: Time) -> Result<u64> {
    tx.run(sql!("UPDATE season SET holds_email = $2 WHERE id = $1"), args![season, holds]).await?;
    if !holds {
        return Ok(0);
    }
    tx.run(
        sql!(
            "UPDATE outbox
            SET held_at = $2
            WHERE season_id = $1
                AND state = 'waiting'
                AND lane = 2
                AND is_private = 0
                AND held_at IS NULL
                AND (claimed_until IS NULL OR claimed_until <= $2)"
        ),
        args![season, now],
    )
    .await
}

/// Holds one email. `false` when it is on its way, was sent, or is held.
pub async fn hold(tx: &mut Tx, season: &Id, id: &Id, now: Time) -> Result<bool> {
    let changed = tx
        .run(
            sql!(
                "UPDATE outbox
                SET held_at = $3
                WHERE id = $1
                    AND season_id = $2
                    AND state = 'waiting'
                    AND lane > 0
                    AND is_private = 0
                    AND held_at IS NULL
                    AND (claimed_until IS NULL OR claimed_until <= $3)"
            ),
            args![id, season, now],
        )
        .await?;
    Ok(changed > 0)
}

/// Lets one held email go. `false` when it is not held.
pub async fn release(tx: &mut Tx, season: &Id, id: &Id, now: Time) -> Result<bool> {
    let changed = tx
        .run(
            sql!(
                "UPDATE outbox
                SET held_at = NULL, due_at = $3
                WHERE id = $1 AND season_id = $2 AND state = 'waiting' AND held_at IS NOT NULL"
            ),
            args![id, season, now],
        )
        .await?;
    Ok(changed > 0)
}

/// Lets all held emails of a season go that were written up to `newest`: those that whoever asks has been shown.
/// Returns how many.
pub async fn release_all(tx: &mut Tx, season: &Id, newest: &Id, now: Time) -> Result<u64> {
    tx.run(
        sql!(
            "UPDATE outbox
            SET held_at = NULL, due_at = $3
            WHERE season_id = $1 AND state = 'waiting' AND held_at IS NOT NULL AND id <= $2"
        ),
        args![season, newest, now],
    )
    .await
}

/// Discards one held email for good: its content is gone. `false` when it is not held.
pub async fn discard(tx: &mut Tx, season: &Id, id: &Id, now: Time) -> Result<bool> {
    let changed = tx
        .run(
            sql!(
                "UPDATE outbox
                SET state = 'expired', payload = '', discarded_at = $3, held_at = NULL
                WHERE id = $1 AND season_id = $2 AND state = 'waiting' AND held_at IS NOT NULL"
            ),
            args![id, season, now],
        )
        .await?;
    Ok(changed > 0)
}

/// Changes what a held email says. `false` when it is not held any more, or changed since `before` was read.
pub async fn edit(kernel: &Kernel, tx: &mut Tx, season: &Id, before: &Opened, mail: &Mail) -> Result<bool> {
    let text = serde_json::to_string(mail).map_err(|e| sqlx::Error::Encode(Box::new(e)))?;
    let payload = kernel.seal.seal(&kernel.rng, SEALED, before.id.as_str(), &text);
    let changed = tx
        .run(
            sql!(
                "UPDATE outbox
                SET payload = $4, subject = $5, edited_at = $6
                WHERE id = $1 AND season_id = $2 AND state = 'waiting' AND held_at IS NOT NULL AND payload = $3"
            ),
            args![&before.id, season, &before.payload, payload, &mail.subject, kernel.now()],
        )
        .await?;
    Ok(changed > 0)
}
