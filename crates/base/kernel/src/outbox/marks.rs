//! Addresses that refused mail. A mark holds bulk back, nothing else: what is urgent, or written to one person, is
//! always tried. A mark lifts when mail is taken again, when the address proves that it works, or by hand.

use super::super::Kernel;
use super::super::clock::Time;
use super::super::db::{Conn, Result, Tx};
use super::super::ids::Id;
use super::super::mail::Face;
use super::super::smtp::Code;
use crate::args;
use crate::sql;

/// How it is known that an address leads nowhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// The mail server said so when a letter was handed over. The next letter that it takes lifts the mark.
    Refused(Code),
    /// A delivery report said so after the server had taken the letter. That it takes another proves little: the mark
    /// lifts only after three days without a new report.
    Report(Code),
    /// Someone who looks after this site said so.
    Hand,
}

/// Days without a new report after which taken mail lifts a mark that a report set.
const QUIET_DAYS: i64 = 3;

/// What the floors above do when an address is marked or its mark lifts, in the same transaction.
pub trait OnMark: Send + Sync + 'static {
    fn marked(&self, kernel: &Kernel, tx: &mut Tx, norm: &str) -> impl Future<Output = Result<()>> + Send;
    fn lifted(&self, kernel: &Kernel, tx: &mut Tx, norm: &str) -> impl Future<Output = Result<()>> + Send;

    /// How an email looks that a program sends, or that is about a season.
    fn face(
        &self,
        _: &Kernel,
        _program: Option<&Id>,
        _season: Option<&Id>,
    ) -> impl Future<Output = Option<Face>> + Send {
        std::future::ready(None)
    }
}

/// Marks an address, in the form that [`norm`](crate::mail::norm) gives. `false` when it was marked before; then the
/// mark stays as it is, and mail taken before counts no more.
pub async fn mark(conn: &mut Conn, norm: &str, how: How, now: Time) -> Result<bool> {
    let (name, code) = match how {
        How::Refused(code) => ("refused", code.to_string()),
        How::Report(code) => ("report", code.to_string()),
        How::Hand => ("hand", String::new()),
    };
    let new = conn
        .run(
            sql!(
                "INSERT INTO address_mark (norm, at, how, code)
                VALUES ($1, $2, $3, $4)
                ON CONFLICT (norm) DO NOTHING"
            ),
            args![norm, now, name, code],
        )
        .await?;
    if new == 0 {
        let again = sql!(
            "UPDATE address_mark
            SET accepted_at = NULL, how = CASE WHEN CAST($2 AS TEXT) = 'refused' THEN how ELSE $2 END
            WHERE norm = $1"
        );
        conn.run(again, args![norm, name]).await?;
    }
    Ok(new > 0)
}

/// Lifts the mark of an address: what was held is due. `false` when there was none.
pub async fn lift(conn: &mut Conn, norm: &str) -> Result<bool> {
    Ok(conn.run(sql!("DELETE FROM address_mark WHERE norm = $1"), args![norm]).await? > 0)
}

/// A letter to this address was taken. Returns whether that lifts its mark.
pub(super) async fn accepted(conn: &mut Conn, norm: &str, now: Time) -> Result<bool> {
    if conn.run(sql!("DELETE FROM address_mark WHERE norm = $1 AND how = 'refused'"), args![norm]).await? > 0 {
        return Ok(true);
    }
    conn.run(
        sql!("UPDATE address_mark SET accepted_at = $2 WHERE norm = $1 AND accepted_at IS NULL"),
        args![norm, now],
    )
    .await?;
    Ok(false)
}

/// Marked addresses that took mail long enough ago, without a report since.
pub async fn accepted_for(conn: &mut Conn, now: Time) -> Result<Vec<String>> {
    let rows: Vec<(String,)> = conn
        .all(
            sql!("SELECT norm FROM address_mark WHERE accepted_at <= $1 ORDER BY norm"),
            args![now.plus_days(-QUIET_DAYS)],
        )
        .await?;
    Ok(rows.into_iter().map(|(norm,)| norm).collect())
}

/// Whether a letter was ever written to an address.
pub async fn is_known(conn: &mut Conn, norm: &str) -> Result<bool> {
    Ok(conn
        .opt::<(Id,)>(sql!("SELECT id FROM outbox WHERE norm = $1 AND is_decoy = 0 LIMIT 1"), args![norm])
        .await?
        .is_some())
}

/// The address that the letter of this cause went to.
pub async fn address_of(conn: &mut Conn, key: &str) -> Result<Option<String>> {
    Ok(conn
        .opt::<(String,)>(sql!("SELECT norm FROM outbox WHERE dedupe_key = $1 AND is_decoy = 0"), args![key])
        .await?
        .map(|(norm,)| norm))
}
