//! The SQL of photos, and of agreeing to stand with one on the public team page.

use super::TEAM;
use weft_kernel::clock::Time;
use weft_kernel::db::{Conn, Result};
use weft_kernel::ids::Id;
use weft_kernel::{Kernel, args, sql};

pub(super) async fn insert(kernel: &Kernel, conn: &mut Conn, id: &Id, person: &Id) -> Result<()> {
    conn.run(sql!("INSERT INTO photo (id, person_id, at) VALUES ($1, $2, $3)"), args![id, person, kernel.now()])
        .await
        .map(drop)
}

/// Takes back the photo a person has now. Returns how many rows that changed: one or none.
pub(super) async fn take_back(conn: &mut Conn, person: &Id, now: Time) -> Result<u64> {
    conn.run(sql!("UPDATE photo SET removed_at = $2 WHERE person_id = $1 AND removed_at IS NULL"), args![person, now])
        .await
}

/// The photo a person has now.
pub(super) async fn of(conn: &mut Conn, person: &Id) -> Result<Option<Id>> {
    let found: Option<(Id,)> =
        conn.opt(sql!("SELECT id FROM photo WHERE person_id = $1 AND removed_at IS NULL"), args![person]).await?;
    Ok(found.map(|(id,)| id))
}

/// Photos that were taken back and whose files are there still: at most 200.
pub(super) async fn taken_back(conn: &mut Conn) -> Result<Vec<(Id,)>> {
    conn.all(sql!("SELECT id FROM photo WHERE removed_at IS NOT NULL LIMIT 200"), args![]).await
}

/// What was known of a photo that was taken back goes.
pub(super) async fn delete(conn: &mut Conn, id: &Id) -> Result<()> {
    conn.run(sql!("DELETE FROM photo WHERE id = $1 AND removed_at IS NOT NULL"), args![id]).await.map(drop)
}

pub(super) async fn agrees_to_team(conn: &mut Conn, person: &Id) -> Result<bool> {
    let found: Option<(Id,)> = conn
        .opt(
            sql!(
                "SELECT id
                FROM consent
                WHERE person_id = $1 AND season_id IS NULL AND purpose = $2 AND withdrawn_at IS NULL"
            ),
            args![person, TEAM],
        )
        .await?;
    Ok(found.is_some())
}

/// Returns how many rows that changed: one or, where the person agrees already, none.
pub(super) async fn agree_to_team(kernel: &Kernel, conn: &mut Conn, person: &Id) -> Result<u64> {
    let sql = sql!(
        "INSERT INTO consent (id, person_id, purpose, given_at)
        VALUES ($1, $2, $3, $4)
        ON CONFLICT DO NOTHING"
    );
    conn.run(sql, args![kernel.id(), person, TEAM, kernel.now()]).await
}

/// Returns how many rows that changed: one or, where the person does not agree, none.
pub(super) async fn withdraw_from_team(conn: &mut Conn, person: &Id, now: Time) -> Result<u64> {
    let sql = sql!(
        "UPDATE consent
        SET withdrawn_at = $3
        WHERE person_id = $1 AND season_id IS NULL AND purpose = $2 AND withdrawn_at IS NULL"
    );
    conn.run(sql, args![person, TEAM, now]).await
}
