//! The SQL of names' keys.

use weft_kernel::collate::Keys;
use weft_kernel::db::{Conn, Result};
use weft_kernel::ids::Id;
use weft_kernel::{args, sql};

/// People by id, after one: id and the name shown.
pub(crate) async fn after(conn: &mut Conn, id: &str, most: i64) -> Result<Vec<(Id, String)>> {
    conn.all(sql!("SELECT id, display_name FROM person WHERE id > $1 ORDER BY id LIMIT $2"), args![id, most]).await
}

pub(crate) async fn set(conn: &mut Conn, person: &Id, keys: &Keys) -> Result<()> {
    conn.run(
        sql!("UPDATE person SET sort_key = $2, search_key = $3 WHERE id = $1"),
        args![person, &keys.sort, &keys.search],
    )
    .await
    .map(drop)
}
