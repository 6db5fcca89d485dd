//! The SQL of kept forms.

use weft_kernel::clock::Time;
use weft_kernel::db::{Conn, Result};
use weft_kernel::ids::Id;
use weft_kernel::{args, row, sql};

row! {
    pub(crate) struct Row {
        id: Id,
        key_hash: String,
        person_id: Id,
        sealed: String,
    }
}

/// Who was signed in with a token, whether or not that sign-in still lives.
pub(crate) async fn was_signed_in(conn: &mut Conn, token_hash: &str) -> Result<Option<Id>> {
    let found: Option<(Id,)> =
        conn.opt(sql!("SELECT person_id FROM sign_in WHERE token_hash = $1"), args![token_hash]).await?;
    Ok(found.map(|(id,)| id))
}

pub(crate) async fn insert(conn: &mut Conn, row: &Row, now: Time) -> Result<()> {
    conn.run(
        sql!("INSERT INTO kept_form (id, key_hash, person_id, sealed, kept_at) VALUES ($1, $2, $3, $4, $5)"),
        args![&row.id, &row.key_hash, &row.person_id, &row.sealed, now],
    )
    .await
    .map(drop)
}

/// Leaves the newest `most` forms of a person.
pub(crate) async fn make_room(conn: &mut Conn, person: &Id, most: i64) -> Result<()> {
    conn.run(
        sql!(
            "DELETE FROM kept_form
            WHERE person_id = $1
                AND id NOT IN (SELECT id FROM kept_form WHERE person_id = $1 ORDER BY kept_at DESC, id DESC LIMIT $2)"
        ),
        args![person, most],
    )
    .await
    .map(drop)
}

pub(crate) async fn of_browser(conn: &mut Conn, person: &Id, key_hash: &str, since: Time) -> Result<Vec<Row>> {
    conn.all(
        sql!(
            "SELECT id, key_hash, person_id, sealed
            FROM kept_form
            WHERE key_hash = $2 AND person_id = $1 AND kept_at >= $3
            ORDER BY kept_at DESC, id DESC"
        ),
        args![person, key_hash, since],
    )
    .await
}

pub(crate) async fn remove(conn: &mut Conn, person: &Id, key_hash: &str, id: &Id) -> Result<()> {
    conn.run(
        sql!("DELETE FROM kept_form WHERE id = $3 AND person_id = $1 AND key_hash = $2"),
        args![person, key_hash, id],
    )
    .await
    .map(drop)
}

pub(crate) async fn forget(conn: &mut Conn, before: Time) -> Result<()> {
    conn.run(sql!("DELETE FROM kept_form WHERE kept_at < $1"), args![before]).await.map(drop)
}
