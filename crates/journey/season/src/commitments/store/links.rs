//! The SQL of emails that ask for a check-in, and of the links in them.

use weft_kernel::clock::Time;
use weft_kernel::db::{Conn, Result};
use weft_kernel::ids::Id;
use weft_kernel::{args, row, sql};

use crate::commitments::model::State;

/// How many days a link works.
pub const LINK_DAYS: i64 = 30;

row! {
    /// A check-in that is due and of which no email went out.
    pub struct Due {
        commitment_id: Id,
        person_id: Id,
        season_slug: String,
        next_at: Time,
        name: String,
        email: String,
        language: String,
    }
}

/// Check-ins that became due in the last week, of people who take part, want reminders and whose address takes email.
pub async fn due(conn: &mut Conn, now: Time) -> Result<Vec<Due>> {
    conn.all(
        sql!(
            "SELECT c.id AS commitment_id, c.person_id AS person_id, s.slug AS season_slug, c.next_at AS next_at,
                p.given_name AS name, x.value AS email, p.language AS language
            FROM commitment c
            JOIN season s ON s.id = c.season_id
            JOIN person p ON p.id = c.person_id
            JOIN member m ON m.season_id = c.season_id AND m.person_id = c.person_id AND m.left_at IS NULL
            JOIN mailbox x ON x.person_id = c.person_id
            LEFT JOIN address_mark d ON d.norm = x.norm
            WHERE c.next_at <= $1
                AND c.next_at > $1 - 604800000000
                AND c.state IN ('open', 'adapted')
                AND (c.asked_at IS NULL OR c.asked_at < c.next_at)
                AND p.reminders <> 'none'
                AND d.norm IS NULL
            ORDER BY c.next_at, c.id"
        ),
        args![now],
    )
    .await
}

/// Says that an email asks for it now; false where one did before, or where it was checked in on meanwhile.
pub(in crate::commitments) async fn mark_asked(conn: &mut Conn, due: &Due) -> Result<bool> {
    Ok(conn
        .run(
            sql!(
                "UPDATE commitment
                SET asked_at = $2
                WHERE id = $1 AND next_at = $2 AND (asked_at IS NULL OR asked_at < $2)"
            ),
            args![&due.commitment_id, due.next_at],
        )
        .await?
        > 0)
}

pub(in crate::commitments) async fn insert_key(
    conn: &mut Conn,
    commitment: &Id,
    token_hash: &str,
    now: Time,
) -> Result<()> {
    conn.run(
        sql!("INSERT INTO commitment_key (token_hash, commitment_id, made_at) VALUES ($1, $2, $3)"),
        args![token_hash, commitment, now],
    )
    .await
    .map(drop)
}

row! {
    /// What a link opens, while its author takes part.
    pub struct KeyHolder {
        commitment_id: Id,
        season_id: Id,
        season_slug: String,
        person_id: Id,
        zone: Option<String>,
        what: String,
        cue: String,
        state: State,
        used_at: Option<Time>,
    }
}

/// The commitment of a link that was mailed in the last 30 days.
pub async fn by_key(conn: &mut Conn, token_hash: &str, now: Time) -> Result<Option<KeyHolder>> {
    conn.opt(
        sql!(
            "SELECT c.id AS commitment_id, c.season_id AS season_id, s.slug AS season_slug, c.person_id AS person_id,
                p.zone AS zone, c.what AS what, c.cue AS cue, c.state AS state, k.used_at AS used_at
            FROM commitment_key k
            JOIN commitment c ON c.id = k.commitment_id
            JOIN season s ON s.id = c.season_id
            JOIN person p ON p.id = c.person_id
            JOIN member m ON m.season_id = c.season_id AND m.person_id = c.person_id AND m.left_at IS NULL
            WHERE k.token_hash = $1 AND k.made_at > $2"
        ),
        args![token_hash, now.plus_days(-LINK_DAYS)],
    )
    .await
}

/// Uses a link; false where it was used before.
pub(in crate::commitments) async fn use_key(conn: &mut Conn, token_hash: &str, now: Time) -> Result<bool> {
    Ok(conn
        .run(
            sql!("UPDATE commitment_key SET used_at = $2 WHERE token_hash = $1 AND used_at IS NULL"),
            args![token_hash, now],
        )
        .await?
        > 0)
}

/// Forgets links that open nothing any more.
pub(in crate::commitments) async fn forget_keys(conn: &mut Conn, now: Time) -> Result<()> {
    conn.run(sql!("DELETE FROM commitment_key WHERE made_at <= $1"), args![now.plus_days(-LINK_DAYS)]).await.map(drop)
}
