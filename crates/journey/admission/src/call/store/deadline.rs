//! The SQL of a deadline that is brought forward: whom it would take time from.

use crate::call::rules::MakeCall;
use weft_kernel::clock::Time;
use weft_kernel::db::{Conn, Result};
use weft_kernel::{args, row, sql};

row! {
    /// What is unfinished and would have less time: applications, how many of them gave an email address, and changes
    /// to submitted applications.
    pub struct Cut { drafts: i64, with_address: i64, changes: i64 }
}

/// What is unfinished in a season, without those whose address has time of its own until the old deadline or later.
pub async fn cut(conn: &mut Conn, permit: &MakeCall, old: Time) -> Result<Cut> {
    let sql = sql!(
        "SELECT COUNT(CASE WHEN d.changes_of IS NULL THEN 1 END) AS drafts,
            COUNT(CASE WHEN d.changes_of IS NULL AND d.email IS NOT NULL THEN 1 END) AS with_address,
            COUNT(d.changes_of) AS changes
        FROM draft d
        WHERE d.season_id = $1
            AND d.stage = 1
            AND d.submitted_at IS NULL
            AND NOT EXISTS (
                SELECT 1
                FROM extension e
                WHERE e.season_id = d.season_id AND e.norm = d.email_norm AND e.until >= $2
            )"
    );
    conn.one(sql, args![permit.season(), old]).await
}
