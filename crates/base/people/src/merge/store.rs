//! The SQL of merges. Who may merge two records, and which, is shown by whoever calls.

use super::{Merge, Moved};
use crate::keeps;
use weft_kernel::clock::Time;
use weft_kernel::db::{Conn, Result, Sql, Tx};
use weft_kernel::ids::Id;
use weft_kernel::{Kernel, args, sql};

/// The merge that a record lives in now, if any.
pub(super) async fn of(conn: &mut Conn, merged: &Id) -> Result<Option<Merge>> {
    conn.opt(
        sql!(
            "SELECT id, kept_id, merged_id, moved, at
            FROM person_merge
            WHERE merged_id = $1 AND undone_at IS NULL"
        ),
        args![merged],
    )
    .await
}

/// The living merges into a person's record, newest first.
pub(super) async fn into(conn: &mut Conn, kept: &Id) -> Result<Vec<Merge>> {
    conn.all(
        sql!(
            "SELECT id, kept_id, merged_id, moved, at
            FROM person_merge
            WHERE kept_id = $1 AND undone_at IS NULL
            ORDER BY id DESC"
        ),
        args![kept],
    )
    .await
}

/// Whether a record is nothing but an applicant's or a member's of this season: no password, no other role, nothing
/// elsewhere.
pub(super) async fn is_plain(tx: &mut Tx, person: &Id, season: &Id) -> Result<bool> {
    let (n,): (i64,) = tx
        .one(
            sql!(
                "SELECT (SELECT COUNT(*) FROM credential WHERE person_id = $1)
                    + (
                        SELECT COUNT(*)
                        FROM role
                        WHERE person_id = $1
                            AND (season_id IS NULL OR season_id <> $2 OR role <> 'applicant')
                    )
                    + (SELECT COUNT(*) FROM member WHERE person_id = $1 AND season_id <> $2)
                    + (SELECT COUNT(*) FROM registration WHERE person_id = $1 AND confirmed_at IS NOT NULL)
                    + (SELECT COUNT(*) FROM application WHERE person_id = $1 AND season_id <> $2)"
            ),
            args![person, season],
        )
        .await?;
    Ok(n == 0)
}

/// Runs a statement that gives rows of `from` to `to`, and says which.
async fn take(tx: &mut Tx, sql: Sql, from: &Id, to: &Id) -> Result<Vec<String>> {
    let rows: Vec<(String,)> = tx.all(sql, args![from, to]).await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// Moves rows of the second record to the first, and says which.
pub(super) async fn move_rows(tx: &mut Tx, merged: &Id, kept: &Id) -> Result<Moved> {
    Ok(Moved {
        // Where the kept record has no address of its own, for somebody only typed one, it is the second's that opens
        // it.
        held: take(
            tx,
            sql!(
                "UPDATE contact_point
                SET is_apart = 1, is_primary = 0
                WHERE person_id = $1
                    AND kind = 'email'
                    AND until IS NULL
                    AND is_apart = 0
                    AND EXISTS (
                        SELECT 1
                        FROM contact_point k
                        WHERE k.person_id = $2 AND k.kind = 'email' AND k.until IS NULL AND k.is_apart = 0
                    )
                RETURNING id"
            ),
            merged,
            kept,
        )
        .await?,
        // An address that a visitor typed and nobody proved stays where it is: letters to the kept record never go
        // there.
        contacts: take(
            tx,
            sql!(
                "UPDATE contact_point
                SET person_id = $2
                WHERE person_id = $1 AND NOT (kind = 'email' AND by_visitor = 1 AND proved_at IS NULL)
                RETURNING id"
            ),
            merged,
            kept,
        )
        .await?,
        affiliations: take(
            tx,
            sql!("UPDATE affiliation SET person_id = $2 WHERE person_id = $1 RETURNING id"),
            merged,
            kept,
        )
        .await?,
        roles: take(
            tx,
            sql!(
                "UPDATE role
                SET person_id = $2
                WHERE person_id = $1
                    AND NOT EXISTS (
                        SELECT 1
                        FROM role o
                        WHERE o.person_id = $2
                            AND o.role = role.role
                            AND o.until IS NULL
                            AND (o.season_id = role.season_id OR (o.season_id IS NULL AND role.season_id IS NULL))
                    )
                RETURNING id"
            ),
            merged,
            kept,
        )
        .await?,
        applications: take(
            tx,
            sql!("UPDATE application SET person_id = $2 WHERE person_id = $1 RETURNING id"),
            merged,
            kept,
        )
        .await?,
        members: take(tx, sql!("UPDATE member SET person_id = $2 WHERE person_id = $1 RETURNING id"), merged, kept)
            .await?,
        consents: take(tx, keeps::MOVE_CONSENTS, merged, kept).await?,
    })
}

/// Writes down a merge, with what was moved.
pub(super) async fn insert(
    kernel: &Kernel,
    tx: &mut Tx,
    actor: Option<&Id>,
    kept: &Id,
    merged: &Id,
    moved: &str,
) -> Result<()> {
    tx.run(
        sql!(
            "INSERT INTO person_merge (id, kept_id, merged_id, moved, actor_id, at)
            VALUES ($1, $2, $3, $4, $5, $6)"
        ),
        args![kernel.id(), kept, merged, moved, actor, kernel.now()],
    )
    .await
    .map(drop)
}

/// Ends a person's open links.
pub(super) async fn end_links(tx: &mut Tx, person: &Id, now: Time) -> Result<()> {
    tx.run(sql!("UPDATE link_request SET used_at = $2 WHERE person_id = $1 AND used_at IS NULL"), args![person, now])
        .await
        .map(drop)
}

/// Writes down that a merge was undone. Returns how many rows that changed: one or, where it was before, none.
pub(super) async fn undo(tx: &mut Tx, merge: &Id, now: Time) -> Result<u64> {
    tx.run(sql!("UPDATE person_merge SET undone_at = $2 WHERE id = $1 AND undone_at IS NULL"), args![merge, now]).await
}

/// Puts rows that a merge has moved back where they were.
pub(super) async fn put_back(tx: &mut Tx, m: &Merge, moved: Moved) -> Result<()> {
    let back = [
        (sql!("UPDATE contact_point SET person_id = $2 WHERE id = $1 AND person_id = $3"), moved.contacts),
        (sql!("UPDATE affiliation SET person_id = $2 WHERE id = $1 AND person_id = $3"), moved.affiliations),
        (sql!("UPDATE role SET person_id = $2 WHERE id = $1 AND person_id = $3"), moved.roles),
        (sql!("UPDATE application SET person_id = $2 WHERE id = $1 AND person_id = $3"), moved.applications),
        (sql!("UPDATE member SET person_id = $2 WHERE id = $1 AND person_id = $3"), moved.members),
        (sql!("UPDATE consent SET person_id = $2 WHERE id = $1 AND person_id = $3"), moved.consents),
    ];
    for (sql, ids) in back {
        for id in ids {
            tx.run(sql, args![id, &m.merged_id, &m.kept_id]).await?;
        }
    }
    for id in moved.held {
        let sql = sql!(
            "UPDATE contact_point
            SET is_apart = 0, is_primary = 1
            WHERE id = $1
                AND person_id = $2
                AND NOT EXISTS (
                    SELECT 1
                    FROM contact_point o
                    WHERE o.norm = contact_point.norm AND o.kind = 'email' AND o.until IS NULL AND o.is_apart = 0
                )"
        );
        tx.run(sql, args![id, &m.merged_id]).await?;
    }
    Ok(())
}
