//! The SQL of who came.

use std::collections::BTreeMap;

use crate::gatherings::attendance::{Attended, Came, Counts};
use crate::gatherings::model::Sitting;
use crate::gatherings::undoing::{Change, Credit};
use weft_kernel::Kernel;
use weft_kernel::clock::Time;
use weft_kernel::db::{Column as _, Conn, FromRow, Result, Row};
use weft_kernel::ids::Id;
use weft_kernel::{args, sql};
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
                gathering_id, part, person_id, sitting_id, state, source, first_at, last_at, minutes, by_id, at,
                spans
            )
            VALUES ($1, $2, $3, $4, 'present', $5, $6, $7, $8, $9, $10, $11)
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
                    END, minutes = COALESCE(excluded.minutes, attendance.minutes),
                spans = CASE WHEN excluded.minutes IS NULL THEN attendance.spans ELSE excluded.spans END,
                how = '', by_id = excluded.by_id, at = excluded.at"
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
            kernel.now(),
            serde_json::to_string(came.spans).unwrap_or_default()
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
                first_at = NULL, last_at = NULL, minutes = NULL, spans = '[]', how = excluded.how,
                by_id = excluded.by_id, at = excluded.at"
        ),
        args![&sitting.gathering_id, sitting.part, person, &sitting.id, how, by, kernel.now()],
    )
    .await
    .map(drop)
}

/// Each gathering of a season that has a time, in numbers: its guests, what they answered, and who came.
pub async fn counts(conn: &mut Conn, season: &Id) -> Result<Vec<Counts>> {
    conn.all(
        sql!(
            "SELECT k.gathering_id AS gathering_id, COUNT(*) AS people,
                CAST(SUM(CASE WHEN a.answer = 'yes' THEN 1 ELSE 0 END) AS BIGINT) AS yes,
                CAST(SUM(CASE WHEN a.answer = 'no' THEN 1 ELSE 0 END) AS BIGINT) AS no,
                CAST(SUM(CASE WHEN a.answer = 'need' THEN 1 ELSE 0 END) AS BIGINT) AS needs,
                CAST(SUM(CASE WHEN t.is_here = 1 THEN 1 ELSE 0 END) AS BIGINT) AS came,
                CAST(SUM(CASE WHEN t.is_here = 0 THEN 1 ELSE 0 END) AS BIGINT) AS made_up
            FROM (SELECT DISTINCT gathering_id, person_id FROM gathering_guest WHERE season_id = $1) k
            LEFT JOIN gathering_answer a ON a.gathering_id = k.gathering_id AND a.person_id = k.person_id
            LEFT JOIN (
                SELECT c.gathering_id AS gathering_id, c.person_id AS person_id,
                    MAX(CASE WHEN c.state = 'present' THEN 1 ELSE 0 END) AS is_here
                FROM gathering g
                JOIN attendance c ON c.gathering_id = g.id
                WHERE g.season_id = $1
                GROUP BY c.gathering_id, c.person_id
            ) t ON t.gathering_id = k.gathering_id AND t.person_id = k.person_id
            GROUP BY k.gathering_id
            ORDER BY k.gathering_id"
        ),
        args![season],
    )
    .await
}

/// What a person was at in a season, of what has begun. Her minutes are those on record, or the length of the sitting.
pub async fn of_person(conn: &mut Conn, permit: &TakePart, now: Time) -> Result<Vec<Attended>> {
    conn.all(
        sql!(
            "SELECT g.title_en AS title_en, g.title_es AS title_es, s.starts_at AS starts_at, s.zone AS zone,
                COALESCE(CASE WHEN a.minutes > s.minutes THEN s.minutes ELSE a.minutes END, s.minutes) AS minutes,
                a.state AS state
            FROM attendance a
            JOIN gathering g ON g.id = a.gathering_id
            JOIN sitting s ON s.id = a.sitting_id
            WHERE g.season_id = $1 AND a.person_id = $2 AND g.cancelled_at IS NULL AND s.starts_at <= $3
            ORDER BY s.starts_at, s.id"
        ),
        args![permit.season(), permit.person(), now],
    )
    .await
}

/// The gatherings that someone missed and caught up on with their home team.
pub async fn caught_up(conn: &mut Conn, permit: &TakePart) -> Result<Vec<Id>> {
    let rows: Vec<(Id,)> = conn
        .all(
            sql!(
                "SELECT c.gathering_id
                FROM catch_up c
                JOIN gathering g ON g.id = c.gathering_id
                WHERE g.season_id = $1 AND c.person_id = $2
                ORDER BY c.gathering_id"
            ),
            args![permit.season(), permit.person()],
        )
        .await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// What is on record of everyone for a part, whole.
pub(in crate::gatherings) async fn credits(conn: &mut Conn, gathering: &Id, part: i64) -> Result<BTreeMap<Id, Credit>> {
    let rows: Vec<Owned> = conn
        .all(
            sql!(
                "SELECT person_id, sitting_id, state, source, first_at, last_at, minutes, how, by_id, at, spans
                FROM attendance
                WHERE gathering_id = $1 AND part = $2"
            ),
            args![gathering, part],
        )
        .await?;
    Ok(rows.into_iter().map(|Owned(person, credit)| (person, credit)).collect())
}

/// A credit and whose it is.
struct Owned(Id, Credit);

impl FromRow for Owned {
    fn from_row(row: &Row) -> Result<Self> {
        Ok(Self(Id::read(row, Some("person_id"), 0)?, Credit::from_row(row)?))
    }
}

/// Puts a record back to what it was before a change, unless it is not what the change made of it any more.
pub(in crate::gatherings) async fn give_back(
    conn: &mut Conn,
    sitting: &Sitting,
    person: &Id,
    change: &Change,
) -> Result<bool> {
    let now: Option<Credit> = conn
        .opt(
            sql!(
                "SELECT sitting_id, state, source, first_at, last_at, minutes, how, by_id, at, spans
                FROM attendance
                WHERE gathering_id = $1 AND part = $2 AND person_id = $3"
            ),
            args![&sitting.gathering_id, sitting.part, person],
        )
        .await?;
    if now.as_ref() != Some(&change.became.0) {
        return Ok(false);
    }
    let at = change.became.at;
    let Some(was) = &change.was else {
        let sql = sql!("DELETE FROM attendance WHERE gathering_id = $1 AND part = $2 AND person_id = $3 AND at = $4");
        return Ok(conn.run(sql, args![&sitting.gathering_id, sitting.part, person, at]).await? > 0);
    };
    let sql = sql!(
        "UPDATE attendance
        SET sitting_id = $5, state = $6, source = $7, first_at = $8, last_at = $9, minutes = $10, how = $11,
            by_id = $12, at = $13, spans = $14
        WHERE gathering_id = $1 AND part = $2 AND person_id = $3 AND at = $4"
    );
    let values = args![
        &sitting.gathering_id,
        sitting.part,
        person,
        at,
        &was.sitting_id,
        &was.state,
        &was.source,
        was.first_at,
        was.last_at,
        was.minutes,
        &was.how,
        was.by_id.clone(),
        was.at,
        &was.spans
    ];
    Ok(conn.run(sql, values).await? > 0)
}
