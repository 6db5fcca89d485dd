//! A record that stood apart becomes part of the record of whoever proved its address. What the holder has said stands;
//! what is missing there comes over; rows that both have stay the holder's.

use weft_kernel::db::{Conn, Result, Tx};
use weft_kernel::ids::Id;
use weft_kernel::{Kernel, args, events, keeps, sql};

/// Whether a record is nothing but one apart: no password, no sign-in, no address that is its own.
pub(super) async fn is_apart(conn: &mut Conn, person: &Id) -> Result<bool> {
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
pub(super) async fn forget_words(conn: &mut Conn, person: &Id) -> Result<()> {
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

/// Joins a record apart to the holder's.
pub(super) async fn join(kernel: &Kernel, tx: &mut Tx, apart: &Id, holder: &Id) -> Result<()> {
    keeps::join(tx, apart, holder).await?;
    let sql = sql!("UPDATE role SET until = $3 WHERE person_id = $1 AND until IS NULL AND CAST($2 AS TEXT) <> ''");
    tx.run(sql, args![apart, holder, kernel.now()]).await?;
    let event =
        events::Event { actor: Some(holder), verb: "people.joined", subject: holder, season: None, detail: None };
    events::record(kernel, tx, event).await
}
