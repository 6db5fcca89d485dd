//! The SQL of the curriculum, and of cards and approaches of gatherings.

use crate::gatherings::curriculum::{Column, Line};
use crate::gatherings::rules::RunGathering;
use crate::library::rules::KeepLibrary;
use weft_kernel::db::{Conn, Result};
use weft_kernel::ids::Id;
use weft_kernel::{args, sql};
use weft_programs::rules::SeeSeason;

/// What the season's program wants to answer, in order.
pub async fn lines(conn: &mut Conn, permit: &SeeSeason) -> Result<Vec<Line>> {
    conn.all(
        sql!(
            "SELECT l.need AS need, l.approach AS approach
            FROM curriculum_line l
            JOIN season s ON s.program_id = l.program_id
            WHERE s.id = $1
            ORDER BY l.position"
        ),
        args![permit.season()],
    )
    .await
}

/// The season's gatherings that are not called off, in the order of their days.
pub async fn columns(conn: &mut Conn, permit: &SeeSeason) -> Result<Vec<Column>> {
    conn.all(
        sql!(
            "SELECT g.id AS id, g.number AS number, g.title_en AS title_en, g.title_es AS title_es,
                (
                    SELECT MIN(x.starts_at)
                    FROM sitting x
                    WHERE x.gathering_id = g.id AND x.removed_at IS NULL
                ) AS starts_at
            FROM gathering g
            WHERE g.season_id = $1 AND g.cancelled_at IS NULL
            ORDER BY 5, g.number"
        ),
        args![permit.season()],
    )
    .await
}

/// Gathering and approach.
pub async fn marks(conn: &mut Conn, permit: &SeeSeason) -> Result<Vec<(String, String)>> {
    conn.all(
        sql!(
            "SELECT a.gathering_id, a.approach
            FROM gathering_approach a
            JOIN gathering g ON g.id = a.gathering_id
            WHERE g.season_id = $1"
        ),
        args![permit.season()],
    )
    .await
}

/// Each skill of the program with the number of a gathering whose cards touch it, or with none.
pub async fn skills(conn: &mut Conn, permit: &SeeSeason) -> Result<Vec<(String, Option<i64>)>> {
    conn.all(
        sql!(
            "SELECT i.value, g.number
            FROM season s
            JOIN list_item i ON i.program_id = s.program_id AND i.list = 'skills'
            LEFT JOIN card_tag t ON t.list = 'skills'
                AND t.value = i.value
                AND t.card_id IN (SELECT c.id FROM card c WHERE c.program_id = s.program_id)
            LEFT JOIN gathering_card k ON k.card_id = t.card_id
            LEFT JOIN gathering g ON g.id = k.gathering_id AND g.season_id = s.id AND g.cancelled_at IS NULL
            WHERE s.id = $1
            ORDER BY i.position, g.number"
        ),
        args![permit.season()],
    )
    .await
}

/// Writes a program's lines anew; whoever else does so waits for this transaction.
pub async fn replace_lines(conn: &mut Conn, permit: &KeepLibrary, lines: &[(String, String)]) -> Result<()> {
    conn.run(sql!("UPDATE program SET slug = slug WHERE id = $1"), args![permit.program()]).await?;
    conn.run(sql!("DELETE FROM curriculum_line WHERE program_id = $1"), args![permit.program()]).await?;
    for (position, (need, approach)) in lines.iter().enumerate() {
        conn.run(
            sql!("INSERT INTO curriculum_line (program_id, need, approach, position) VALUES ($1, $2, $3, $4)"),
            args![permit.program(), need, approach, position],
        )
        .await?;
    }
    Ok(())
}

/// Writes the marks of a season's gatherings anew: number and approach.
pub async fn replace_marks(conn: &mut Conn, permit: &RunGathering, marks: &[(i64, String)]) -> Result<()> {
    conn.run(
        sql!(
            "DELETE FROM gathering_approach
            WHERE gathering_id IN (SELECT id FROM gathering WHERE season_id = $1 AND cancelled_at IS NULL)"
        ),
        args![permit.season()],
    )
    .await?;
    for (number, approach) in marks {
        conn.run(
            sql!(
                "INSERT INTO gathering_approach (gathering_id, approach)
                SELECT g.id, CAST($3 AS TEXT)
                FROM gathering g
                WHERE g.season_id = $1 AND g.number = $2 AND g.cancelled_at IS NULL
                ON CONFLICT (gathering_id, approach) DO NOTHING"
            ),
            args![permit.season(), *number, approach],
        )
        .await?;
    }
    Ok(())
}

/// Takes cards and approaches of a gathering over to another of the same program; another program has its own.
pub async fn copy(conn: &mut Conn, from: &Id, to: &Id) -> Result<()> {
    let all = [
        sql!(
            "INSERT INTO gathering_card (gathering_id, card_id, position)
            SELECT n.id, k.card_id, k.position
            FROM gathering_card k
            JOIN card c ON c.id = k.card_id
            JOIN gathering n ON n.id = $2
            JOIN season s ON s.id = n.season_id AND s.program_id = c.program_id
            WHERE k.gathering_id = $1"
        ),
        sql!(
            "INSERT INTO gathering_approach (gathering_id, approach)
            SELECT n.id, a.approach
            FROM gathering_approach a
            JOIN gathering g ON g.id = a.gathering_id
            JOIN season o ON o.id = g.season_id
            JOIN gathering n ON n.id = $2
            JOIN season s ON s.id = n.season_id AND s.program_id = o.program_id
            WHERE a.gathering_id = $1"
        ),
    ];
    for statement in all {
        conn.run(statement, args![from, to]).await?;
    }
    Ok(())
}
