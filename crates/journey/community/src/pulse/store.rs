//! The SQL of pulses.

use super::model::{Answer, Pulse, SETTLED_AFTER};
use super::rules::{AskPulse, SeePulse};
use weft_kernel::Kernel;
use weft_kernel::clock::Time;
use weft_kernel::db::{Conn, Result};
use weft_kernel::ids::Id;
use weft_kernel::{args, sql};
use weft_programs::TakePart;

/// A season's pulses, the newest first.
pub async fn all(conn: &mut Conn, permit: &SeePulse) -> Result<Vec<Pulse>> {
    conn.all(
        sql!(
            "SELECT p.id AS id, p.stressors AS stressors, p.opened_at AS opened_at, p.closes_at AS closes_at,
                (SELECT COUNT(*) FROM anonymous_answer a WHERE a.topic = p.id) AS said,
                CASE
                    WHEN EXISTS (SELECT 1 FROM anonymous_mark m WHERE m.topic = p.id AND m.person_id = $2) THEN 1
                    ELSE 0
                    END AS is_said
            FROM pulse p
            WHERE p.season_id = $1
            ORDER BY p.opened_at DESC, p.id DESC"
        ),
        args![permit.season(), permit.reader()],
    )
    .await
}

/// The answers of all pulses of a season that are settled, by pulse; nothing of one that is open or just closed.
pub async fn settled_answers(conn: &mut Conn, permit: &SeePulse, now: Time) -> Result<Vec<(Id, Answer)>> {
    let rows: Vec<(Id, String)> = conn
        .all(
            sql!(
                "SELECT a.topic, a.answer
                FROM anonymous_answer a
                JOIN pulse p ON p.id = a.topic
                WHERE p.season_id = $1 AND p.closes_at <= $2
                ORDER BY a.id"
            ),
            args![permit.season(), now.plus_seconds(-SETTLED_AFTER)],
        )
        .await?;
    rows.into_iter()
        .map(|(pulse, text)| Ok((pulse, serde_json::from_str(&text).map_err(|e| sqlx::Error::Decode(Box::new(e)))?)))
        .collect()
}

/// Opens a pulse; false while another is open. Whoever opens holds the season, so that two do not at once.
pub(super) async fn open(
    kernel: &Kernel,
    conn: &mut Conn,
    permit: &AskPulse,
    stressors: &str,
    closes_at: Time,
) -> Result<bool> {
    conn.run(sql!("UPDATE season SET slug = slug WHERE id = $1"), args![permit.season()]).await?;
    Ok(conn
        .run(
            sql!(
                "INSERT INTO pulse (id, season_id, stressors, opened_at, closes_at)
                SELECT CAST($1 AS TEXT), CAST($2 AS TEXT), CAST($3 AS TEXT), CAST($4 AS BIGINT), CAST($5 AS BIGINT)
                WHERE NOT EXISTS (SELECT 1 FROM pulse p WHERE p.season_id = $2 AND p.closes_at > $4)"
            ),
            args![kernel.id(), permit.season(), stressors, kernel.now(), closes_at],
        )
        .await?
        > 0)
}

pub(super) async fn close(conn: &mut Conn, permit: &AskPulse, id: &Id, now: Time) -> Result<bool> {
    Ok(conn
        .run(
            sql!("UPDATE pulse SET closes_at = $3 WHERE season_id = $1 AND id = $2 AND closes_at > $3"),
            args![permit.season(), id, now],
        )
        .await?
        > 0)
}

/// Whether someone is marked as having answered an open pulse; nothing when there is no such pulse or it is closed.
pub(super) async fn is_marked(conn: &mut Conn, permit: &TakePart, pulse: &Id, now: Time) -> Result<Option<bool>> {
    let found: Option<(bool,)> = conn
        .opt(
            sql!(
                "SELECT CASE
                    WHEN EXISTS (SELECT 1 FROM anonymous_mark m WHERE m.topic = p.id AND m.person_id = $3) THEN 1
                    ELSE 0
                    END
                FROM pulse p
                WHERE p.season_id = $1 AND p.id = $2 AND p.closes_at > $4"
            ),
            args![permit.season(), pulse, permit.person(), now],
        )
        .await?;
    Ok(found.map(|(is,)| is))
}

/// When a pulse closes; nothing for topics of others.
pub(super) async fn closes_at(conn: &mut Conn, pulse: &Id) -> Result<Option<Time>> {
    let found: Option<(Time,)> = conn.opt(sql!("SELECT closes_at FROM pulse WHERE id = $1"), args![pulse]).await?;
    Ok(found.map(|(at,)| at))
}

/// Forgets who has answered pulses that closed before a moment.
pub(super) async fn forget_marks(conn: &mut Conn, before: Time) -> Result<u64> {
    conn.run(
        sql!("DELETE FROM anonymous_mark WHERE topic IN (SELECT id FROM pulse WHERE closes_at <= $1)"),
        args![before],
    )
    .await
}

/// How many take part in the season.
pub async fn count_people(conn: &mut Conn, permit: &AskPulse) -> Result<i64> {
    let sql = sql!("SELECT COUNT(*) FROM taking_part WHERE season_id = $1");
    Ok(conn.one::<(i64,)>(sql, args![permit.season()]).await?.0)
}
