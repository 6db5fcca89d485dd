//! The SQL of runs of show, and of the mix of blocks that a season wants.

use crate::gatherings::agenda::{Block, Target};
use crate::gatherings::model::Segment;
use crate::gatherings::rules::{PlanGatherings, RunGathering};
use weft_kernel::Kernel;
use weft_kernel::db::{Column, Conn, FromRow, Result, Row, Value};
use weft_kernel::ids::Id;
use weft_kernel::{args, sql};

/// The blocks of all parts of a gathering, in order.
pub async fn blocks(conn: &mut Conn, gathering: &Id) -> Result<Vec<Segment>> {
    conn.all(
        sql!(
            "SELECT id, part, position, kind, title_en, title_es, minutes, owner, materials, cue
            FROM segment
            WHERE gathering_id = $1
            ORDER BY part, position"
        ),
        args![gathering],
    )
    .await
}

/// A block with the number of its gathering.
struct Placed(i64, Segment);

impl FromRow for Placed {
    fn from_row(row: &Row) -> Result<Self> {
        Ok(Self(i64::read(row, Some("number"), 0)?, Segment::from_row(row)?))
    }
}

/// Every block of a season with the number of its gathering.
pub async fn of_season(conn: &mut Conn, permit: &RunGathering) -> Result<Vec<(i64, Segment)>> {
    let rows: Vec<Placed> = conn
        .all(
            sql!(
                "SELECT g.number AS number, b.id AS id, b.part AS part, b.position AS position, b.kind AS kind,
                    b.title_en AS title_en, b.title_es AS title_es, b.minutes AS minutes, b.owner AS owner,
                    b.materials AS materials, b.cue AS cue
                FROM segment b
                JOIN gathering g ON g.id = b.gathering_id
                WHERE g.season_id = $1
                ORDER BY g.number, b.part, b.position"
            ),
            args![permit.season()],
        )
        .await?;
    Ok(rows.into_iter().map(|Placed(number, block)| (number, block)).collect())
}

/// The mix that a season wants, if its lead said so.
pub async fn target(conn: &mut Conn, permit: &RunGathering) -> Result<Option<Target>> {
    let row: Option<(i64, i64, i64)> = conn
        .opt(
            sql!("SELECT content, reflection, application FROM mix_target WHERE season_id = $1"),
            args![permit.season()],
        )
        .await?;
    Ok(row.map(|(content, reflection, application)| Target { content, reflection, application }))
}

pub async fn set_target(conn: &mut Conn, permit: &PlanGatherings, target: Target) -> Result<()> {
    conn.run(
        sql!(
            "INSERT INTO mix_target (season_id, content, reflection, application)
            VALUES ($1, $2, $3, $4)
            ON CONFLICT (season_id) DO UPDATE SET content = excluded.content, reflection = excluded.reflection,
                application = excluded.application"
        ),
        args![permit.season(), target.content, target.reflection, target.application],
    )
    .await
    .map(drop)
}

/// Holds a gathering: whoever else changes its run of show waits for this transaction.
pub async fn hold(conn: &mut Conn, gathering: &Id) -> Result<()> {
    conn.run(sql!("UPDATE gathering SET changed_at = changed_at WHERE id = $1"), args![gathering]).await.map(drop)
}

/// What is written of a block, as both statements want it.
fn written(block: &Block) -> Vec<Value> {
    args![&block.kind, &block.title.en, &block.title.es, block.minutes, &block.owner, &block.materials, &block.cue]
}

pub async fn insert(
    kernel: &Kernel,
    conn: &mut Conn,
    gathering: &Id,
    part: i64,
    position: usize,
    block: &Block,
) -> Result<()> {
    conn.run(
        sql!(
            "INSERT INTO segment (
                id, gathering_id, part, position, kind, title_en, title_es, minutes, owner, materials, cue
            )
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)"
        ),
        [args![kernel.id(), gathering, part, position], written(block)].concat(),
    )
    .await
    .map(drop)
}

pub async fn update(conn: &mut Conn, gathering: &Id, id: &Id, block: &Block) -> Result<()> {
    conn.run(
        sql!(
            "UPDATE segment
            SET kind = $3, title_en = $4, title_es = $5, minutes = $6, owner = $7, materials = $8, cue = $9
            WHERE gathering_id = $1 AND id = $2"
        ),
        [args![gathering, id], written(block)].concat(),
    )
    .await
    .map(drop)
}

/// Puts a block at a position of its part that no other has.
pub async fn set_position(conn: &mut Conn, gathering: &Id, id: &Id, position: i64) -> Result<()> {
    conn.run(
        sql!("UPDATE segment SET position = $3 WHERE gathering_id = $1 AND id = $2"),
        args![gathering, id, position],
    )
    .await
    .map(drop)
}

pub async fn remove(conn: &mut Conn, gathering: &Id, id: &Id) -> Result<()> {
    conn.run(sql!("DELETE FROM segment WHERE gathering_id = $1 AND id = $2"), args![gathering, id]).await.map(drop)
}

/// Empties a part.
pub async fn clear(conn: &mut Conn, gathering: &Id, part: i64) -> Result<()> {
    conn.run(sql!("DELETE FROM segment WHERE gathering_id = $1 AND part = $2"), args![gathering, part]).await.map(drop)
}
