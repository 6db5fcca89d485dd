//! The SQL of adding an address and ending a contact point.

use crate::address::Mailed;
use crate::rules::OwnRecord;
use weft_kernel::clock::Time;
use weft_kernel::db::{Conn, Result};
use weft_kernel::ids::Id;
use weft_kernel::{args, row, sql};

/// Writes down the link that was mailed to an address which a person wants to add.
pub(super) async fn insert_request(
    conn: &mut Conn,
    token_hash: &str,
    person: &Id,
    email: &str,
    expires: Time,
) -> Result<()> {
    conn.run(
        sql!("INSERT INTO contact_request (token_hash, person_id, mailed_to, expires_at) VALUES ($1, $2, $3, $4)"),
        args![token_hash, person, email, expires],
    )
    .await
    .map(drop)
}

row! { struct Used { mailed_to: Mailed } }

/// Uses up a link that a person asked for, once and in time. Returns where it was mailed.
pub(super) async fn use_request(conn: &mut Conn, token_hash: &str, person: &Id, now: Time) -> Result<Option<Mailed>> {
    let used: Option<Used> = conn
        .opt(
            sql!(
                "UPDATE contact_request
                SET used_at = $3
                WHERE token_hash = $1 AND person_id = $2 AND used_at IS NULL AND expires_at > $3
                RETURNING mailed_to"
            ),
            args![token_hash, person, now],
        )
        .await?;
    Ok(used.map(|u| u.mailed_to))
}

/// The addresses a person holds.
pub(super) async fn addresses(conn: &mut Conn, person: &Id) -> Result<Vec<(String,)>> {
    conn.all(
        sql!(
            "SELECT value
            FROM contact_point
            WHERE person_id = $1 AND kind = 'email' AND until IS NULL AND is_apart = 0"
        ),
        args![person],
    )
    .await
}

/// Ends one of one's own contact points, but not the last address. Returns how many rows that changed: one or none.
pub(super) async fn end(conn: &mut Conn, own: &OwnRecord, id: &Id, now: Time) -> Result<u64> {
    conn.run(
        sql!(
            "UPDATE contact_point
            SET until = $3
            WHERE id = $1
                AND person_id = $2
                AND until IS NULL
                AND (
                    kind <> 'email'
                        OR is_apart = 1
                        OR (
                            SELECT COUNT(*)
                            FROM contact_point
                            WHERE person_id = $2 AND kind = 'email' AND until IS NULL AND is_apart = 0
                        ) > 1
                )"
        ),
        args![id, own.person(), now],
    )
    .await
}
