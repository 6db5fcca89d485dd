//! The SQL of calibration and of notes beside a read.

use crate::reviews::model::{CalibrationLine, Compared, Note};
use crate::reviews::rules::{Read, ReadOne, RunReading};
use weft_kernel::Kernel;
use weft_kernel::db::{Conn, Result};
use weft_kernel::ids::Id;
use weft_kernel::{args, sql};

pub(in crate::reviews) async fn clear_calibration(conn: &mut Conn, permit: &RunReading) -> Result<()> {
    let sql = sql!(
        "DELETE FROM stage_calibration
        WHERE season_id = $1 AND stage = (SELECT n.stage FROM season n WHERE n.id = $1)"
    );
    conn.run(sql, args![permit.season()]).await.map(drop)
}

pub(in crate::reviews) async fn insert_calibration(
    conn: &mut Conn,
    permit: &RunReading,
    application: &Id,
    letter: &str,
) -> Result<()> {
    conn.run(
        sql!(
            "INSERT INTO stage_calibration (season_id, stage, application_id, letter)
            VALUES ($1, (SELECT n.stage FROM season n WHERE n.id = $1), $2, $3)"
        ),
        args![permit.season(), application, letter],
    )
    .await
    .map(drop)
}

pub(in crate::reviews) async fn calibration_ids(conn: &mut Conn, permit: &RunReading) -> Result<Vec<(Id,)>> {
    conn.all(
        sql!("SELECT application_id FROM calibration WHERE season_id = $1 ORDER BY letter"),
        args![permit.season()],
    )
    .await
}

/// The calibration set with how many have to read each of it, and have.
pub async fn calibration(conn: &mut Conn, permit: &RunReading) -> Result<Vec<CalibrationLine>> {
    conn.all(
        sql!(
            "SELECT k.letter AS letter, a.external_id AS external_id,
                (
                    SELECT COUNT(*)
                    FROM assignment s
                    WHERE s.application_id = k.application_id AND s.returned_at IS NULL
                ) AS readers,
                (
                    SELECT COUNT(*)
                    FROM assignment s
                    WHERE s.application_id = k.application_id AND s.finished_at IS NOT NULL
                ) AS finished
            FROM calibration k
            JOIN application a ON a.id = k.application_id
            WHERE k.season_id = $1
            ORDER BY k.letter"
        ),
        args![permit.season()],
    )
    .await
}

/// What all readers gave to those calibration reads that this reader has finished herself.
pub async fn compared(conn: &mut Conn, permit: &Read) -> Result<Vec<Compared>> {
    conn.all(
        sql!(
            "SELECT k.letter AS letter, r.reader AS reader, c.criterion AS criterion, c.score AS score,
                r.comment AS comment
            FROM calibration k
            JOIN assignment mine ON mine.application_id = k.application_id
                AND mine.reader_id = $2
                AND mine.finished_at IS NOT NULL
            JOIN read r ON r.application_id = k.application_id AND r.state = 'counted'
            JOIN read_score c ON c.read_id = r.id
            WHERE k.season_id = $1
            ORDER BY k.letter, r.reader, r.id, c.criterion"
        ),
        args![permit.season(), permit.reader()],
    )
    .await
}

/// The same for leads: those that nobody still has to read.
pub async fn compared_by_all(conn: &mut Conn, permit: &RunReading) -> Result<Vec<Compared>> {
    conn.all(
        sql!(
            "SELECT k.letter AS letter, r.reader AS reader, c.criterion AS criterion, c.score AS score,
                r.comment AS comment
            FROM calibration k
            JOIN read r ON r.application_id = k.application_id AND r.state = 'counted'
            JOIN read_score c ON c.read_id = r.id
            WHERE k.season_id = $1
                AND NOT EXISTS (
                    SELECT 1
                    FROM assignment s
                    WHERE s.application_id = k.application_id AND s.returned_at IS NULL AND s.finished_at IS NULL
                )
            ORDER BY k.letter, r.reader, r.id, c.criterion"
        ),
        args![permit.season()],
    )
    .await
}

/// What was said about an application, to a reader whose own read of it is final.
pub async fn notes(conn: &mut Conn, one: &ReadOne) -> Result<Vec<Note>> {
    conn.all(
        sql!(
            "SELECT p.display_name AS author, n.text AS text, n.at AS at
            FROM read_note n
            JOIN person p ON p.id = n.by_id
            WHERE n.application_id = $1
                AND EXISTS (
                    SELECT 1
                    FROM stage_assignment s
                    WHERE s.id = $2 AND s.stage = n.stage AND s.finished_at IS NOT NULL
                )
            ORDER BY n.at, n.id"
        ),
        args![&one.application, &one.assignment],
    )
    .await
}

/// Adds a note, if her own read is final.
pub(in crate::reviews) async fn insert_note(
    kernel: &Kernel,
    conn: &mut Conn,
    one: &ReadOne,
    text: &str,
) -> Result<bool> {
    Ok(conn
        .run(
            sql!(
                "INSERT INTO read_note (id, season_id, stage, application_id, by_id, text, at)
                SELECT CAST($1 AS TEXT), season_id, stage, application_id, reader_id, CAST($3 AS TEXT),
                    CAST($4 AS BIGINT)
                FROM stage_assignment
                WHERE id = $2 AND finished_at IS NOT NULL"
            ),
            args![kernel.id(), &one.assignment, text, kernel.now()],
        )
        .await?
        > 0)
}

/// Readers' addresses, for giving out reads by hand.
pub(in crate::reviews) async fn addresses(conn: &mut Conn, permit: &RunReading) -> Result<Vec<(Id, String)>> {
    conn.all(
        sql!(
            "SELECT r.person_id, c.norm
            FROM role r
            JOIN contact_point c ON c.person_id = r.person_id AND c.kind = 'email' AND c.until IS NULL
            WHERE r.season_id = $1 AND r.role = 'reviewer' AND r.until IS NULL"
        ),
        args![permit.season()],
    )
    .await
}
