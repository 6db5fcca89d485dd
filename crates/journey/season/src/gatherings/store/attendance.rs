//! The SQL of who came, and of reports that meetings leave behind.

use crate::gatherings::attendance::{Attended, Came, Report};
use crate::gatherings::model::Sitting;
use crate::gatherings::rules::RunGathering;
use crate::gatherings::zoom::Seen;
use weft_kernel::Kernel;
use weft_kernel::clock::Time;
use weft_kernel::db::{Conn, Result};
use weft_kernel::ids::Id;
use weft_kernel::{args, row, sql};
use weft_programs::TakePart;

/// Writes one credit. A second word about the same part widens the time and never takes anything away.
pub async fn credit(
    kernel: &Kernel,
    conn: &mut Conn,
    sitting: &Sitting,
    came: &Came<'_>,
    by: Option<&Id>,
) -> Result<()> {
    conn.run(
        sql!(
            "INSERT INTO attendance (
                gathering_id, part, person_id, sitting_id, state, source, first_at, last_at, minutes, by_id, at
            )
            VALUES ($1, $2, $3, $4, 'present', $5, $6, $7, $8, $9, $10)
            ON CONFLICT (gathering_id, part, person_id) DO UPDATE SET state = 'present',
                sitting_id = excluded.sitting_id,
                source = CASE
                    WHEN attendance.state = 'present' AND excluded.minutes IS NULL THEN attendance.source
                    ELSE excluded.source
                    END,
                first_at = CASE
                    WHEN attendance.first_at < excluded.first_at THEN attendance.first_at
                    ELSE COALESCE(excluded.first_at, attendance.first_at)
                    END,
                last_at = CASE WHEN attendance.last_at > excluded.last_at THEN attendance.last_at
                    ELSE COALESCE(excluded.last_at, attendance.last_at)
                    END, minutes = COALESCE(excluded.minutes, attendance.minutes), how = '', by_id = excluded.by_id,
                at = excluded.at"
        ),
        args![
            &sitting.gathering_id,
            sitting.part,
            came.person,
            &sitting.id,
            came.source,
            came.first_at,
            came.last_at,
            came.minutes,
            by,
            kernel.now()
        ],
    )
    .await
    .map(drop)
}

/// Says of a credit that it was written down earlier than it arrived.
pub async fn date_back(conn: &mut Conn, sitting: &Sitting, person: &Id, at: Time) -> Result<()> {
    conn.run(
        sql!(
            "UPDATE attendance
            SET at = $4
            WHERE gathering_id = $1 AND part = $2 AND person_id = $3 AND at > $4"
        ),
        args![&sitting.gathering_id, sitting.part, person, at],
    )
    .await
    .map(drop)
}

/// Takes a credit away.
pub async fn remove(conn: &mut Conn, sitting: &Sitting, person: &Id) -> Result<()> {
    conn.run(
        sql!("DELETE FROM attendance WHERE gathering_id = $1 AND part = $2 AND person_id = $3"),
        args![&sitting.gathering_id, sitting.part, person],
    )
    .await
    .map(drop)
}

/// Writes the credit of someone who missed a part and made up for it.
pub async fn make_up(
    kernel: &Kernel,
    conn: &mut Conn,
    sitting: &Sitting,
    person: &Id,
    how: &str,
    by: Option<&Id>,
) -> Result<()> {
    conn.run(
        sql!(
            "INSERT INTO attendance (
                gathering_id, part, person_id, sitting_id, state, source, how, by_id, at
            )
            VALUES ($1, $2, $3, $4, 'made-up', 'hand', $5, $6, $7)
            ON CONFLICT (gathering_id, part, person_id) DO UPDATE SET state = 'made-up', source = 'hand',
                first_at = NULL, last_at = NULL, minutes = NULL, how = excluded.how,
                by_id = excluded.by_id, at = excluded.at"
        ),
        args![&sitting.gathering_id, sitting.part, person, &sitting.id, how, by, kernel.now()],
    )
    .await
    .map(drop)
}

/// What a person was at in a season. Her minutes are those on record, or the length of the sitting.
pub async fn of_person(conn: &mut Conn, permit: &TakePart) -> Result<Vec<Attended>> {
    conn.all(
        sql!(
            "SELECT g.title_en AS title_en, g.title_es AS title_es, s.starts_at AS starts_at, s.zone AS zone,
                COALESCE(CASE WHEN a.minutes > s.minutes THEN s.minutes ELSE a.minutes END, s.minutes) AS minutes,
                a.state AS state
            FROM attendance a
            JOIN gathering g ON g.id = a.gathering_id
            JOIN sitting s ON s.id = a.sitting_id
            WHERE g.season_id = $1 AND a.person_id = $2 AND g.cancelled_at IS NULL
            ORDER BY s.starts_at, s.id"
        ),
        args![permit.season(), permit.person()],
    )
    .await
}

/// Keeps a report until someone has said who is who.
pub async fn insert_report(kernel: &Kernel, conn: &mut Conn, sitting: &Id, seen: &[Seen], by: &Id) -> Result<Id> {
    let id = kernel.id();
    conn.run(
        sql!("INSERT INTO meeting_report (id, sitting_id, rows, made_by, made_at) VALUES ($1, $2, $3, $4, $5)"),
        args![&id, sitting, serde_json::to_string(seen).unwrap_or_default(), by, kernel.now()],
    )
    .await?;
    Ok(id)
}

/// One report of a season.
pub async fn report(conn: &mut Conn, permit: &RunGathering, id: &Id) -> Result<Option<Report>> {
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
