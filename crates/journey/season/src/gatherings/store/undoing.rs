//! The SQL of what imports of reports changed.

use crate::gatherings::rules::RunGathering;
use crate::gatherings::undoing::{Change, Credit, Fate, Import};
use weft_kernel::clock::Time;
use weft_kernel::db::dialect::Bulk;
use weft_kernel::db::{Conn, Result};
use weft_kernel::ids::Id;
use weft_kernel::{args, sql};

const CHANGE: Bulk = Bulk { table: "report_change", columns: &["report_id", "person_id", "was", "became"], after: "" };

fn json(credit: &Credit) -> String {
    serde_json::to_string(credit).unwrap_or_default()
}

/// Notes what an import changed: of whom, what was there before, and what is there now.
pub(in crate::gatherings) async fn insert(
    conn: &mut Conn,
    report: &Id,
    changed: &[(&Id, Option<&Credit>, &Credit)],
) -> Result<()> {
    let rows =
        changed.iter().map(|(person, was, became)| args![report, *person, was.map(json), json(became)]).collect();
    CHANGE.insert(conn, rows).await
}

/// The newest import for a part of a gathering.
pub(in crate::gatherings) async fn newest(
    conn: &mut Conn,
    permit: &RunGathering,
    gathering: &Id,
    part: i64,
) -> Result<Option<Import>> {
    conn.opt(
        sql!(
            "SELECT r.id AS id, r.taken_at AS taken_at, r.undone_at AS undone_at
            FROM meeting_report r
            JOIN sitting s ON s.id = r.sitting_id
            JOIN gathering g ON g.id = s.gathering_id
            WHERE g.season_id = $1 AND g.id = $2 AND s.part = $3 AND r.taken_at IS NOT NULL
            ORDER BY r.taken_at DESC, r.id DESC LIMIT 1"
        ),
        args![permit.season(), gathering, part],
    )
    .await
}

/// What an import changed, by name.
pub(in crate::gatherings) async fn changes(conn: &mut Conn, report: &Id) -> Result<Vec<Change>> {
    conn.all(
        sql!(
            "SELECT c.person_id AS person_id, p.display_name AS name, c.was AS was, c.became AS became,
                c.state AS state
            FROM report_change c
            JOIN person p ON p.id = c.person_id
            WHERE c.report_id = $1
            ORDER BY p.sort_key, p.id"
        ),
        args![report],
    )
    .await
}

/// False where it was undone before.
pub(in crate::gatherings) async fn mark_undone(conn: &mut Conn, report: &Id, now: Time) -> Result<bool> {
    Ok(conn
        .run(sql!("UPDATE meeting_report SET undone_at = $2 WHERE id = $1 AND undone_at IS NULL"), args![report, now])
        .await?
        > 0)
}

pub(in crate::gatherings) async fn settle(conn: &mut Conn, report: &Id, person: &Id, fate: Fate) -> Result<()> {
    conn.run(
        sql!("UPDATE report_change SET state = $3 WHERE report_id = $1 AND person_id = $2"),
        args![report, person, fate],
    )
    .await
    .map(drop)
}

/// Forgets what imports before this moment changed: they cannot be undone any more.
pub(in crate::gatherings) async fn forget(conn: &mut Conn, before: Time) -> Result<()> {
    conn.run(
        sql!(
            "DELETE FROM report_change
            WHERE report_id IN (SELECT r.id FROM meeting_report r WHERE r.taken_at < $1)"
        ),
        args![before],
    )
    .await
    .map(drop)
}
