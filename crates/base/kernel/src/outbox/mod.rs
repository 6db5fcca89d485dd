//! Work that leaves the house, such as mail. An act writes an outbox row in its own transaction; a worker delivers it
//! later, at least once. Whoever writes a letter names its lane: what soon expires never waits behind bulk. A worker
//! claims each letter for a short while just before it sends it. What cannot be delivered, comes too late, or waits for
//! its address to work again stays visible.

pub mod held;
mod marks;
mod queue;
mod sender;
mod shown;

pub use marks::{How, OnMark, accepted_for, address_of, is_known, lift, mark};
pub use queue::{drop_all, forget_recipients, recall};
pub use sender::{Pace, Round, Sender};
pub use shown::{
    Letter, STATES, backlog, counts, letters, marked_address, resend, resend_all, send_unsent, sent, unlisted, unsent,
};

use super::Kernel;
use super::clock::Time;
use super::db::{Conn, Result};
use super::ids::Id;
use super::mail::{Mail, norm};
use crate::args;
use crate::sql;
use crate::{db::OneOf, one_of};

one_of! {
    /// How far a letter is.
    pub enum State in "outbox.state" {
        Waiting = "waiting",
        Sent = "sent",
        /// Refused for good; someone may send it again.
        Dead = "dead",
        /// Not sent in time, and no use now.
        Expired = "expired",
    }
}

/// How it is known that an address leads nowhere, as [`How`] is kept.
pub const MARKED: OneOf = OneOf { columns: &["address_mark.how"], words: &["refused", "report", "hand"] };

/// Why a letter is written, which decides who goes first: lanes in order, within a lane what expires first, then the
/// oldest. The time is when the letter makes no sense any more; it is not sent later than that.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lane {
    /// What its reader waits for and what soon expires: sign-in links and codes, links to a draft, proofs of an
    /// address. Always tried.
    Urgent(Time),
    /// What looks like [`Lane::Urgent`] from outside and is sent to nobody, so that the work done tells no one who is
    /// known.
    Decoy(Time),
    /// What one person's act causes for one person.
    Personal(Option<Time>),
    /// Letters to many: invitations to a gathering, decisions, reminders, letters to a group. Held while their address
    /// is marked.
    Bulk(Option<Time>),
}

impl Lane {
    fn number(self) -> i64 {
        match self {
            Self::Urgent(_) | Self::Decoy(_) => URGENT,
            Self::Personal(_) => 1,
            Self::Bulk(_) => BULK,
        }
    }

    fn until(self) -> Option<Time> {
        match self {
            Self::Urgent(until) | Self::Decoy(until) => Some(until),
            Self::Personal(until) | Self::Bulk(until) => until,
        }
    }
}

/// Where letters stand, for [`Seal`](super::seal::Seal).
const SEALED: &str = "outbox.payload";

const URGENT: i64 = 0;
const BULK: i64 = 2;

/// Who may see on the outbox page that a letter goes to someone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Listed {
    /// Whoever keeps this site.
    ToOwners,
    /// Nobody: who writes to whom is theirs alone.
    ToNobody,
    /// Nobody, and nothing is left of it: its row is deleted when the letter has left or is given up, its subject and
    /// what a mail server says of it are never written, and the log does not speak of it. See [`Mail::otherwise`].
    NoTrace,
}

/// A letter for the outbox. `key` names its cause: the same cause never sends twice. What stands before the key's first
/// colon names its kind, in the log too.
pub struct New<'a> {
    pub key: &'a str,
    pub lane: Lane,
    pub listed: Listed,
    /// The season whose team may read the email while it waits and after. `None` for what is private: sign-in links,
    /// codes, links that prove an address, what people write to each other, and what one person alone arranges.
    pub season: Option<&'a Id>,
    pub mail: &'a Mail,
}

/// Puts a letter into the outbox. Returns whether it is new.
pub async fn enqueue(kernel: &Kernel, conn: &mut Conn, new: New<'_>) -> Result<bool> {
    let New { key, lane, listed, season, mail } = new;
    // What nobody may see in the list is no team's either.
    let season = season.filter(|_| listed == Listed::ToOwners);
    debug_assert!(season.is_none() || mail.kind.is_some(), "an email of a season is of a declared kind: {key}");
    let id = kernel.id();
    let text = serde_json::to_string(mail).map_err(|e| sqlx::Error::Encode(Box::new(e)))?;
    // It may hold a link that signs in: whoever reads the database alone gets none.
    let payload = kernel.seal.seal(&kernel.rng, SEALED, id.as_str(), &text);
    let is_traceless = listed == Listed::NoTrace;
    let subject = if is_traceless { "" } else { mail.listed.as_ref().unwrap_or(&mail.subject) };
    let is_decoy = matches!(lane, Lane::Decoy(_));
    let added = conn
        .run(
            sql!(
                "INSERT INTO outbox (
                    id, dedupe_key, recipient, norm, subject, payload, lane, is_private, is_decoy, waits_for_mark,
                        is_traceless, created_at, due_at, expires_at, season_id, held_at, attempts, state
                )
                VALUES (
                    $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $14, $11, $11, $12, $13, (
                        SELECT CAST($11 AS BIGINT)
                        FROM season s
                        WHERE s.id = $13 AND s.holds_email = 1 AND CAST($10 AS BIGINT) = 1
                    ), 0, 'waiting'
                )
                ON CONFLICT (dedupe_key) DO NOTHING"
            ),
            args![
                id,
                key,
                &mail.to,
                norm(&mail.to),
                subject,
                payload,
                lane.number(),
                listed != Listed::ToOwners,
                is_decoy,
                lane.number() == BULK,
                kernel.now(),
                lane.until(),
                season,
                is_traceless
            ],
        )
        .await?;
    Ok(added > 0)
}
