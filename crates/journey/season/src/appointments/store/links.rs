//! The SQL of links with which a guest moves or cancels from an email.

use weft_kernel::clock::Time;
use weft_kernel::db::{Conn, Result};
use weft_kernel::ids::Id;
use weft_kernel::{args, row, sql};

pub(in crate::appointments) async fn insert_key(
    conn: &mut Conn,
    appointment: &Id,
    token_hash: &str,
    now: Time,
) -> Result<()> {
    conn.run(
        sql!("INSERT INTO appointment_key (token_hash, appointment_id, made_at) VALUES ($1, $2, $3)"),
        args![token_hash, appointment, now],
    )
    .await
    .map(drop)
}

row! {
    /// What a link opens: one appointment, for its guest while they take part.
    pub struct KeyHolder {
        appointment_id: Id,
        season_id: Id,
        season_slug: String,
        guest_id: Id,
        zone: Option<String>,
    }
}

/// The appointment of a link, until it begins; canceled ones too, which say so.
pub async fn by_key(conn: &mut Conn, token_hash: &str, now: Time) -> Result<Option<KeyHolder>> {
    conn.opt(
        sql!(
            "SELECT a.id AS appointment_id, a.season_id AS season_id, s.slug AS season_slug, a.guest_id AS guest_id,
                p.zone AS zone
            FROM appointment_key k
            JOIN appointment a ON a.id = k.appointment_id
            JOIN season s ON s.id = a.season_id
            JOIN person p ON p.id = a.guest_id
            JOIN member m ON m.season_id = a.season_id AND m.person_id = a.guest_id AND m.left_at IS NULL
            WHERE k.token_hash = $1 AND a.starts_at > $2"
        ),
        args![token_hash, now],
    )
    .await
}
