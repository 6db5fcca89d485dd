//! The SQL of records that stand apart.

use weft_kernel::db::{Conn, Result};
use weft_kernel::ids::Id;
use weft_kernel::{args, sql};

/// Whether a record is nothing but one apart: no password, no sign-in, no address that is its own.
pub(crate) async fn is_apart(conn: &mut Conn, person: &Id) -> Result<bool> {
    let (n,): (i64,) = conn
        .one(
            sql!(
                "SELECT (SELECT COUNT(*) FROM credential WHERE person_id = $1)
                    + (SELECT COUNT(*) FROM sign_in WHERE person_id = $1)
                    + (
                        SELECT COUNT(*)
                        FROM contact_point
                        WHERE person_id = $1 AND kind = 'email' AND until IS NULL AND is_apart = 0
                    )"
            ),
            args![person],
        )
        .await?;
    Ok(n == 0)
}

/// Erases what was said beside an address that was never proved: needs, self-descriptions, work, phone.
pub(crate) async fn forget_words(conn: &mut Conn, person: &Id) -> Result<()> {
    let all = [
        sql!("DELETE FROM access_need WHERE person_id = $1"),
        sql!("DELETE FROM identity_answer WHERE person_id = $1"),
        sql!("DELETE FROM affiliation WHERE person_id = $1"),
        sql!("DELETE FROM contact_point WHERE person_id = $1 AND kind <> 'email'"),
    ];
    for sql in all {
        conn.run(sql, args![person]).await?;
    }
    Ok(())
}
