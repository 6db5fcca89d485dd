//! The SQL of wrong digits.

use weft_kernel::clock::Time;
use weft_kernel::db::{Conn, Result};
use weft_kernel::ids::Id;
use weft_kernel::{args, row, sql};

/// Until when the digits of an account are off, if they are.
pub(super) async fn off_until(conn: &mut Conn, account: &str, now: Time) -> Result<Option<Time>> {
    let found: Option<(Time,)> = conn
        .opt(sql!("SELECT off_until FROM digit_tries WHERE account = $1 AND off_until > $2"), args![account, now])
        .await?;
    Ok(found.map(|(until,)| until))
}

/// Counts a try where digits are on, from one again where the last wrong one is not younger than `forgiven`. Returns
/// how many rows that changed: one, or none where they are off.
pub(super) async fn count(conn: &mut Conn, account: &str, now: Time, forgiven: Time) -> Result<u64> {
    conn.run(
        sql!(
            "INSERT INTO digit_tries (account, wrong, stage, off_until, wrong_at)
            VALUES ($1, 1, 0, 0, 0)
            ON CONFLICT (account) DO UPDATE SET wrong = CASE
                WHEN digit_tries.wrong_at <= $3 THEN 1
                ELSE digit_tries.wrong + 1
                END, stage = CASE WHEN digit_tries.wrong_at <= $3 THEN 0 ELSE digit_tries.stage END
            WHERE digit_tries.off_until <= $2"
        ),
        args![account, now, forgiven],
    )
    .await
}

/// Takes back the count of a try.
pub(super) async fn uncount(conn: &mut Conn, account: &str) -> Result<()> {
    conn.run(sql!("UPDATE digit_tries SET wrong = wrong - 1 WHERE account = $1 AND wrong > 0"), args![account])
        .await
        .map(drop)
}

row! {
    /// Wrong digits of an account since they were last off, and how often they were.
    pub(super) struct Count { wrong: i64, stage: i64 }
}

pub(super) async fn counted(conn: &mut Conn, account: &str) -> Result<Count> {
    conn.one(sql!("SELECT wrong, stage FROM digit_tries WHERE account = $1"), args![account]).await
}

/// Writes when the last wrong digits came.
pub(super) async fn set_wrong_at(conn: &mut Conn, account: &str, now: Time) -> Result<()> {
    conn.run(sql!("UPDATE digit_tries SET wrong_at = $2 WHERE account = $1"), args![account, now]).await.map(drop)
}

/// Puts the digits of an account off, one stage on.
pub(super) async fn put_off(conn: &mut Conn, account: &str, until: Time, now: Time) -> Result<()> {
    conn.run(
        sql!("UPDATE digit_tries SET wrong = 0, stage = stage + 1, off_until = $2, wrong_at = $3 WHERE account = $1"),
        args![account, until, now],
    )
    .await
    .map(drop)
}

/// Language and address of an account's holder.
pub(super) async fn holder(conn: &mut Conn, person: &Id) -> Result<Option<(String, String)>> {
    conn.opt(
        sql!(
            "SELECT p.language, c.value
            FROM person p
            JOIN contact_point c ON c.person_id = p.id
            WHERE p.id = $1 AND c.kind = 'email' AND c.until IS NULL
            ORDER BY c.is_apart, c.is_primary DESC, c.since LIMIT 1"
        ),
        args![person],
    )
    .await
}

/// Forgets accounts whose last wrong digits came before a moment and are not off now.
pub(super) async fn forget(conn: &mut Conn, before: Time, now: Time) -> Result<()> {
    conn.run(sql!("DELETE FROM digit_tries WHERE wrong_at < $1 AND off_until < $2"), args![before, now]).await.map(drop)
}
