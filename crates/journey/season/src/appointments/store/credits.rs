//! The SQL of coaching sessions as they are counted: entries are added, and none is changed.

use crate::appointments::model::Entry;
use weft_kernel::Kernel;
use weft_kernel::clock::Time;
use weft_kernel::db::{Conn, Result};
use weft_kernel::ids::Id;
use weft_kernel::{args, row, sql};

/// An entry before it is written.
pub struct NewEntry<'a> {
    pub season: &'a Id,
    pub person: &'a Id,
    pub appointment: Option<&'a Id>,
    pub kind: Entry,
    pub change: i64,
    pub reason: &'a str,
    pub by: Option<&'a Id>,
}

/// Adds an entry; false where it is there already: granted once in a season, taken and given back once for an
/// appointment.
pub async fn enter(kernel: &Kernel, conn: &mut Conn, new: NewEntry<'_>) -> Result<bool> {
    let n = conn
        .run(
            sql!(
                "INSERT INTO credit (id, season_id, person_id, appointment_id, kind, change, reason, by_id, at)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
                ON CONFLICT DO NOTHING"
            ),
            args![
                kernel.id(),
                new.season,
                new.person,
                new.appointment,
                new.kind,
                new.change,
                new.reason,
                new.by,
                kernel.now()
            ],
        )
        .await?;
    Ok(n > 0)
}

/// How many sessions someone has left.
pub async fn sessions_left(conn: &mut Conn, season: &Id, person: &Id) -> Result<i64> {
    let (n,): (i64,) = conn
        .one(
            sql!(
                "SELECT COALESCE(CAST(SUM(change) AS BIGINT), 0)
                FROM credit
                WHERE season_id = $1 AND person_id = $2"
            ),
            args![season, person],
        )
        .await?;
    Ok(n)
}

row! {
    /// An entry as its owner reads it; the time of its appointment where it has one.
    pub struct Line { kind: Entry, change: i64, reason: String, at: Time, starts_at: Option<Time> }
}

/// All entries of someone in a season, in order.
pub async fn entries(conn: &mut Conn, season: &Id, person: &Id) -> Result<Vec<Line>> {
    conn.all(
        sql!(
            "SELECT k.kind AS kind, k.change AS change, k.reason AS reason, k.at AS at, a.starts_at AS starts_at
            FROM credit k
            LEFT JOIN appointment a ON a.id = k.appointment_id
            WHERE k.season_id = $1 AND k.person_id = $2
            ORDER BY k.at, k.id"
        ),
        args![season, person],
    )
    .await
}
