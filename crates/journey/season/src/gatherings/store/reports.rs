//! The SQL of reports that meetings leave behind.

use crate::gatherings::reports::{Kept, OnRecord};
use crate::gatherings::rules::RunGathering;
use weft_kernel::Kernel;
use weft_kernel::clock::Time;
use weft_kernel::db::{Conn, Result};
use weft_kernel::ids::Id;
use weft_kernel::{args, row, sql};

/// Keeps a report until someone has said who is who.
pub async fn insert_report(kernel: &Kernel, conn: &mut Conn, sitting: &Id, rows: &str, by: &Id) -> Result<Id> {
    let id = kernel.id();
    conn.run(
        sql!("INSERT INTO meeting_report (id, sitting_id, rows, made_by, made_at) VALUES ($1, $2, $3, $4, $5)"),
        args![&id, sitting, rows, by, kernel.now()],
    )
    .await?;
    Ok(id)
}

/// One report of a season.
pub async fn report(conn: &mut Conn, permit: &RunGathering, id: &Id) -> Result<Option<Kept>> {
    conn.opt(
        sql!(
            "SELECT r.id AS id, r.sitting_id AS sitting_id, r.rows AS rows, r.taken_at AS taken_at
            FROM meeting_report r
            JOIN sitting s ON s.id = r.sitting_id
            JOIN gathering g ON g.id = s.gathering_id
            WHERE g.season_id = $1 AND r.id = $2"
        ),
        args![permit.season(), id],
    )
    .await
}

/// Empties a report that is taken in now; false where it was before.
pub async fn take_report(conn: &mut Conn, id: &Id, now: Time) -> Result<bool> {
    Ok(conn
        .run(
            sql!("UPDATE meeting_report SET taken_at = $2, rows = '[]' WHERE id = $1 AND taken_at IS NULL"),
            args![id, now],
        )
        .await?
        > 0)
}

/// Empties reports that nobody took in and that were read before this moment.
pub async fn empty_reports(conn: &mut Conn, before: Time) -> Result<()> {
    conn.run(sql!("UPDATE meeting_report SET rows = '[]' WHERE made_at < $1 AND rows <> '[]'"), args![before])
        .await
        .map(drop)
}

row! {
    /// An address that someone who takes part has or had.
    pub struct Known { person_id: Id, norm: String }
}

/// Every address of those who take part, proved ones first.
pub async fn addresses(conn: &mut Conn, permit: &RunGathering) -> Result<Vec<Known>> {
    conn.all(
        sql!(
            "SELECT c.person_id AS person_id, c.norm AS norm
            FROM contact_point c
            JOIN taking_part k ON k.person_id = c.person_id
            WHERE k.season_id = $1 AND c.kind = 'email'
            ORDER BY c.is_apart, c.id"
        ),
        args![permit.season()],
    )
    .await
}

/// What is on record of each person for a part.
pub async fn on_record(conn: &mut Conn, permit: &RunGathering, gathering: &Id, part: i64) -> Result<Vec<OnRecord>> {
    conn.all(
        sql!(
            "SELECT a.person_id AS person_id, a.minutes AS minutes, a.spans AS spans
            FROM attendance a
            JOIN gathering g ON g.id = a.gathering_id
            WHERE g.season_id = $1 AND a.gathering_id = $2 AND a.part = $3
            ORDER BY a.person_id"
        ),
        args![permit.season(), gathering, part],
    )
    .await
}
