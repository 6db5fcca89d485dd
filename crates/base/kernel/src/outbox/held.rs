//! A season's emails before they go out: held, read, edited, sent or discarded by its team. Only what was written with
//! a season is here (see [`New::season`](super::New)); sign-in links, codes and private emails never are.

use super::super::Kernel;
use super::super::clock::Time;
use super::super::db::{Conn, Result, Tx};
use super::super::ids::Id;
use super::super::mail::Mail;
use super::{Letter, SEALED, shown};
use crate::{args, sql, stored};

/// The newest hundred emails of a season in a state, or in any: what needs someone first.
pub async fn of_season(conn: &mut Conn, season: &Id, now: Time, state: &str) -> Result<Vec<Letter>> {
    shown::list(conn, Some(season), now, state).await
}

/// How many of a season's emails are in each of [`STATES`](super::STATES); together, all of them.
pub async fn counts_of_season(conn: &mut Conn, season: &Id, now: Time) -> Result<Vec<(&'static str, i64)>> {
    shown::count(conn, Some(season), now).await
}

crate::row! {
    struct Stored {
        id: Id,
        recipient: String,
        subject: String,
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
    /// One of [`STATES`](super::STATES).
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
                "SELECT o.id AS id, v.recipient AS recipient, v.subject AS subject, o.payload AS payload,
                    o.created_at AS created_at, o.expires_at AS expires_at, o.edited_at AS edited_at,
                    o.attempts AS attempts, CASE WHEN v.claimed_until > $3 THEN 'sending' ELSE v.state END AS state
                FROM listed_email v
                JOIN outbox o ON o.id = v.id
                WHERE v.id = $1 AND v.season_id = $2 AND v.lane > 0"
            ),
            args![id, season, kernel.now()],
        )
        .await?;
    let Some(stored) = found else { return Ok(None) };
    let mail = match kernel.seal.open(SEALED, id.as_str(), &stored.payload) {
        Some(text) => Some(stored::read("the email", id, &text).map_err(|e| sqlx::Error::Decode(Box::new(e)))?),
        None => None,
    };
    Ok(Some(Opened {
        id: stored.id,
        recipient: stored.recipient,
        subject: stored.subject,
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
