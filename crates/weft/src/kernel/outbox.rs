//! Work that leaves the house, such as mail. An act writes an outbox row in its own transaction;
//! a worker delivers it later, at least once, with growing pauses between tries. What cannot be
//! delivered stays visible as a dead letter and can be sent again.

use super::clock::Time;
use super::db::{Conn, Result};
use super::ids::Id;
use super::mail::{Mail, Transport, Undelivered};
use super::{Kernel, events};
use crate::{args, sql};

/// Pauses before the next try, in seconds; after the last one the letter is dead.
const BACKOFF: [i64; 7] = [30, 120, 600, 1_800, 7_200, 21_600, 43_200];

/// Where letters stand, for [`Seal`](super::seal::Seal).
const SEALED: &str = "outbox.payload";

/// Puts a mail into the outbox. `key` names its cause: the same cause never sends twice.
/// A mail that makes no sense after `expires` is not sent late. Returns whether it is new.
pub async fn enqueue(kernel: &Kernel, conn: &mut Conn, key: &str, mail: &Mail, expires: Option<Time>) -> Result<bool> {
    let id = kernel.id();
    let text = serde_json::to_string(mail).map_err(|e| sqlx::Error::Encode(Box::new(e)))?;
    // It may hold a link that signs in: whoever reads the database alone gets none.
    let payload = kernel.seal.seal(&kernel.rng, SEALED, id.as_str(), &text);
    let subject = mail.listed.as_ref().unwrap_or(&mail.subject);
    let new = conn
        .run(
        sql!("INSERT INTO outbox (id, dedupe_key, recipient, subject, payload, created_at, due_at, expires_at, attempts, state) VALUES ($1, $2, $3, $4, $5, $6, $6, $7, 0, 'waiting') ON CONFLICT (dedupe_key) DO NOTHING"),
        args![id, key, &mail.to, subject, payload, kernel.now(), expires],
    )
    .await?;
    Ok(new > 0)
}

crate::row! {
    struct Due { id: Id, recipient: String, payload: String, attempts: i64, expires_at: Option<Time> }
}

crate::row! {
    /// A letter as the outbox page shows it. The body is not shown: it may hold a link that signs in.
    pub struct Letter { id: Id, recipient: String, subject: String, state: String, attempts: i64, created_at: Time, last_error: Option<String> }
}

/// What one round of the worker did.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Round {
    /// Addresses that the mail server does not know.
    pub refused: Vec<String>,
    pub sent: usize,
    pub failed: usize,
    pub expired: usize,
}

/// Delivers what is due, up to 50 letters. Claims each first, so that two workers do not send the same one.
pub async fn deliver(kernel: &Kernel, transport: &Transport) -> Result<Round> {
    let now = kernel.now();
    let mut tx = kernel.db.begin().await?;
    let mut due: Vec<Due> = tx
        .all(
            sql!("UPDATE outbox SET due_at = $2, attempts = attempts + 1 WHERE id IN (SELECT id FROM outbox WHERE state = 'waiting' AND due_at <= $1 ORDER BY id LIMIT 50) AND state = 'waiting' AND due_at <= $1 RETURNING id AS id, recipient AS recipient, payload AS payload, attempts AS attempts, expires_at AS expires_at"),
            args![now, now.plus_seconds(600)],
        )
        .await?;
    tx.commit().await?;
    due.sort_by(|a, b| a.id.cmp(&b.id));
    let mut round = Round::default();
    for letter in due {
        if letter.expires_at.is_some_and(|e| e <= now) {
            round.expired += 1;
            settle(kernel, &letter.id, "expired", None, now).await?;
            continue;
        }
        let opened = kernel.seal.open(SEALED, letter.id.as_str(), &letter.payload);
        let sent = match opened.and_then(|text| serde_json::from_str::<Mail>(&text).ok()) {
            Some(mail) => transport.send(kernel, &letter.id, &mail).await,
            None => Err(Undelivered { why: "sealed with a key that is not here (secret_key_file)".into(), is_address_refused: false }),
        };
        match sent {
            Ok(()) => {
                round.sent += 1;
                settle(kernel, &letter.id, "sent", None, now).await?;
            }
            Err(Undelivered { why: error, is_address_refused }) => {
                round.failed += 1;
                if is_address_refused {
                    round.refused.push(letter.recipient);
                }
                tracing::warn!(letter = %letter.id, attempts = letter.attempts, "a mail could not be delivered: {error}");
                let pause = (!is_address_refused).then_some(()).and_then(|()| usize::try_from(letter.attempts - 1).ok().and_then(|i| BACKOFF.get(i)));
                let state = if pause.is_some() { "waiting" } else { "dead" };
                settle(kernel, &letter.id, state, Some(&error), now.plus_seconds(pause.copied().unwrap_or(0))).await?;
            }
        }
    }
    Ok(round)
}

async fn settle(kernel: &Kernel, id: &Id, state: &str, error: Option<&str>, due: Time) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    // A sent letter's body may hold a link: it is emptied at once.
    tx.run(
        sql!("UPDATE outbox SET state = $2, last_error = $3, due_at = $4, payload = CASE WHEN $2 IN ('sent', 'expired') THEN '' ELSE payload END WHERE id = $1"),
        args![id, state, error, due],
    )
    .await?;
    tx.commit().await
}

/// Letters that wait or are dead, newest first, and then the latest that were sent. Letters among people, and into their spaces, are left
/// out: who gets one is not for whoever keeps the house.
pub async fn letters(conn: &mut Conn) -> Result<Vec<Letter>> {
    conn.all(
        sql!("SELECT id, recipient, subject, state, attempts, created_at, last_error FROM outbox WHERE dedupe_key NOT LIKE 'peer-%' AND dedupe_key NOT LIKE 'space:%' ORDER BY CASE state WHEN 'dead' THEN 0 WHEN 'waiting' THEN 1 ELSE 2 END, id DESC LIMIT 100"),
        args![],
    )
    .await
}

/// How many letters wait and how many are dead.
pub async fn backlog(conn: &mut Conn) -> Result<(i64, i64)> {
    conn.one(sql!("SELECT COUNT(CASE WHEN state = 'waiting' THEN 1 END), COUNT(CASE WHEN state = 'dead' THEN 1 END) FROM outbox"), args![]).await
}

/// Puts a dead letter back at the front of the queue. Returns whether there was one.
pub async fn resend(kernel: &Kernel, actor: &Id, letter: &Id) -> Result<bool> {
    let mut tx = kernel.db.begin().await?;
    let changed = tx.run(sql!("UPDATE outbox SET state = 'waiting', attempts = 0, due_at = $2 WHERE id = $1 AND state = 'dead'"), args![letter, kernel.now()]).await?;
    if changed > 0 {
        let event = events::Event { actor: Some(actor), verb: "mail.resent", subject: letter, season: None, detail: None };
        events::record(kernel, &mut tx, event).await?;
    }
    tx.commit().await?;
    Ok(changed > 0)
}
