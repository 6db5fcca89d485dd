//! The SQL of how programs look.

use super::{Look, Parts, State};
use crate::rules::EditProgram;
use weft_kernel::clock::Time;
use weft_kernel::db::{Conn, Result};
use weft_kernel::ids::Id;
use weft_kernel::{Kernel, args, sql};

/// The look of a program that is in a state.
pub async fn in_state(conn: &mut Conn, program: &Id, state: State) -> Result<Option<Look>> {
    conn.opt(
        sql!(
            "SELECT id, state, logo_id, width, height, plate, color, postal, replaces_id, at
            FROM look
            WHERE program_id = $1 AND state = $2"
        ),
        args![program, state],
    )
    .await
}

/// A look with the program it belongs to.
pub async fn by_id(conn: &mut Conn, id: &Id) -> Result<Option<(Look, String)>> {
    let look: Option<Look> = conn
        .opt(
            sql!(
                "SELECT id, state, logo_id, width, height, plate, color, postal, replaces_id, at
                FROM look
                WHERE id = $1"
            ),
            args![id],
        )
        .await?;
    let Some(look) = look else { return Ok(None) };
    let (slug,): (String,) = conn
        .one(sql!("SELECT p.slug FROM look l JOIN program p ON p.id = l.program_id WHERE l.id = $1"), args![id])
        .await?;
    Ok(Some((look, slug)))
}

/// A program, or the one that a season belongs to, and what it is called.
pub(super) async fn program_of(
    conn: &mut Conn,
    program: Option<&Id>,
    season: Option<&Id>,
) -> Result<Option<(Id, String)>> {
    conn.opt(
        sql!(
            "SELECT p.id, p.name
            FROM program p
            WHERE p.id = COALESCE(CAST($1 AS TEXT), (SELECT s.program_id FROM season s WHERE s.id = $2))"
        ),
        args![program, season],
    )
    .await
}

pub(super) async fn insert(
    kernel: &Kernel,
    conn: &mut Conn,
    permit: &EditProgram,
    parts: &Parts,
    state: State,
    replaces: Option<&Id>,
) -> Result<Id> {
    let id = kernel.id();
    let logo = parts.logo.as_ref();
    conn.run(
        sql!(
            "INSERT INTO look (
                id, program_id, state, logo_id, width, height, plate, color, postal, replaces_id, at
            )
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)"
        ),
        args![
            &id,
            permit.program(),
            state,
            logo.map(|l| l.id.clone()),
            logo.map_or(0, |l| l.width),
            logo.map_or(0, |l| l.height),
            logo.map(|l| l.plate).unwrap_or_default(),
            parts.color.map_or_else(String::new, |c| c.to_string()),
            &parts.postal,
            replaces,
            kernel.now()
        ],
    )
    .await?;
    Ok(id)
}

/// Drops what is previewed.
pub(super) async fn discard(conn: &mut Conn, permit: &EditProgram) -> Result<()> {
    // Kept as past, for the sweep to take with its files.
    conn.run(sql!("UPDATE look SET state = 'past' WHERE program_id = $1 AND state = 'draft'"), args![permit.program()])
        .await
        .map(drop)
}

/// Ends the look that is shown. Returns it.
pub(super) async fn retire(conn: &mut Conn, permit: &EditProgram) -> Result<Option<Id>> {
    let found: Option<(Id,)> = conn
        .opt(
            sql!("UPDATE look SET state = 'past' WHERE program_id = $1 AND state = 'shown' RETURNING id"),
            args![permit.program()],
        )
        .await?;
    Ok(found.map(|(id,)| id))
}

/// Shows what was previewed in place of another one.
pub(super) async fn show(conn: &mut Conn, permit: &EditProgram, draft: &Id, before: Option<&Id>) -> Result<bool> {
    Ok(conn
        .run(
            sql!(
                "UPDATE look
                SET state = 'shown', replaces_id = $3
                WHERE id = $2 AND program_id = $1 AND state = 'draft'"
            ),
            args![permit.program(), draft, before],
        )
        .await?
        > 0)
}

/// Shows again what another one replaced.
pub(super) async fn bring_back(conn: &mut Conn, permit: &EditProgram, past: &Id) -> Result<()> {
    conn.run(
        sql!("UPDATE look SET state = 'shown' WHERE id = $2 AND program_id = $1 AND state = 'past'"),
        args![permit.program(), past],
    )
    .await
    .map(drop)
}

/// Looks that nothing leads back to: at most 200.
pub(super) async fn gone(conn: &mut Conn, old: Time) -> Result<Vec<Look>> {
    conn.all(
        sql!(
            "SELECT id, state, logo_id, width, height, plate, color, postal, replaces_id, at
            FROM look l
            WHERE (
                    l.state = 'past'
                    AND NOT EXISTS (SELECT 1 FROM look n WHERE n.replaces_id = l.id AND n.state = 'shown')
                )
                OR (l.state = 'draft' AND l.at < $1)
            ORDER BY l.id
            LIMIT 200"
        ),
        args![old],
    )
    .await
}

/// Deletes a look; what replaced it leads back to Weft's own.
pub(super) async fn delete(conn: &mut Conn, id: &Id) -> Result<()> {
    conn.run(sql!("UPDATE look SET replaces_id = NULL WHERE replaces_id = $1"), args![id]).await?;
    conn.run(sql!("DELETE FROM look WHERE id = $1"), args![id]).await.map(drop)
}

/// Whether a look has this logo.
pub(super) async fn has_logo(conn: &mut Conn, logo: &Id) -> Result<bool> {
    let (n,): (i64,) = conn.one(sql!("SELECT COUNT(*) FROM look WHERE logo_id = $1"), args![logo]).await?;
    Ok(n > 0)
}
