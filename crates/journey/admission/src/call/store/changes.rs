//! The SQL of changes to what was sent, which are a draft of their own.

use crate::call::model::Draft;
use crate::call::rules::OwnDraft;
use weft_kernel::Kernel;
use weft_kernel::clock::Time;
use weft_kernel::db::{Conn, Result};
use weft_kernel::ids::Id;
use weft_kernel::{args, row, sql};

/// The changes to what was sent, if some were begun: whoever has the key of the one has the other.
pub async fn changes(conn: &mut Conn, own: &OwnDraft) -> Result<Option<OwnDraft>> {
    let found: Option<Draft> = conn
        .opt(
            sql!(
                "SELECT id, season_id, language, email, revision, started_at, saved_at, submitted_at, application_id,
                    external_id, late_reason, entered_by, entered_from, proved_at, changes_of, dropped_at, stage
                FROM draft
                WHERE changes_of = $1"
            ),
            args![own.id()],
        )
        .await?;
    Ok(found.map(OwnDraft::opened))
}

/// What was sent, by the id of its draft: for ending changes to it, nothing of which is shown.
pub(in crate::call) async fn sent(conn: &mut Conn, id: &Id) -> Result<Option<OwnDraft>> {
    let found: Option<Draft> = conn
        .opt(
            sql!(
                "SELECT id, season_id, language, email, revision, started_at, saved_at, submitted_at, application_id,
                    external_id, late_reason, entered_by, entered_from, proved_at, changes_of, dropped_at, stage
                FROM draft
                WHERE id = $1 AND submitted_at IS NOT NULL"
            ),
            args![id],
        )
        .await?;
    Ok(found.map(OwnDraft::opened))
}

/// Begins changes with the answers as they were sent, unless some were begun.
pub(in crate::call) async fn begin_changes(kernel: &Kernel, conn: &mut Conn, own: &OwnDraft) -> Result<()> {
    let (id, now) = (kernel.id(), kernel.now());
    let begun = conn
        .run(
            sql!(
                "INSERT INTO draft (
                    id, season_id, language, email, email_norm, revision, started_at, saved_at, application_id,
                        external_id, entered_by, entered_from, proved_at, stage, changes_of
                )
                SELECT CAST($2 AS TEXT), season_id, language, email, email_norm, 0, CAST($3 AS BIGINT),
                    CAST($3 AS BIGINT), application_id, external_id, entered_by, entered_from, proved_at, stage, id
                FROM draft
                WHERE id = $1
                ON CONFLICT (changes_of) DO NOTHING"
            ),
            args![own.id(), &id, now],
        )
        .await?;
    if begun == 0 {
        return Ok(());
    }
    conn.run(
        sql!(
            "INSERT INTO draft_answer (draft_id, question, value, revision)
            SELECT CAST($2 AS TEXT), question, value, 0
            FROM draft_answer
            WHERE draft_id = $1"
        ),
        args![own.id(), &id],
    )
    .await?;
    conn.run(sql!("UPDATE draft SET dropped_at = NULL WHERE id = $1"), args![own.id()]).await.map(drop)
}

/// Deletes changes; files that came with them go with the next sweep.
pub(in crate::call) async fn delete_changes(conn: &mut Conn, changes: &OwnDraft, now: Time) -> Result<()> {
    conn.run(
        sql!(
            "UPDATE upload
            SET removed_at = $2
            WHERE draft_id = $1 AND application_id IS NULL AND removed_at IS NULL"
        ),
        args![changes.id(), now],
    )
    .await?;
    conn.run(sql!("DELETE FROM draft_answer WHERE draft_id = $1"), args![changes.id()]).await?;
    conn.run(sql!("DELETE FROM draft WHERE id = $1 AND changes_of IS NOT NULL"), args![changes.id()]).await.map(drop)
}

/// The answers of changes become those that were sent, and the changes are over.
pub(in crate::call) async fn take_over(
    conn: &mut Conn,
    own: &OwnDraft,
    changes: &OwnDraft,
    language: &str,
    now: Time,
) -> Result<()> {
    let both = || args![own.id(), changes.id()];
    conn.run(sql!("UPDATE upload SET draft_id = $1 WHERE draft_id = $2 AND application_id IS NOT NULL"), both())
        .await?;
    conn.run(sql!("DELETE FROM draft_answer WHERE draft_id = $1"), args![own.id()]).await?;
    conn.run(sql!("UPDATE draft_answer SET draft_id = $1 WHERE draft_id = $2"), both()).await?;
    conn.run(
        sql!("UPDATE draft SET language = $2, saved_at = $3, dropped_at = NULL WHERE id = $1"),
        args![own.id(), language, now],
    )
    .await?;
    delete_changes(conn, changes, now).await
}

/// Takes out a file that was sent and that a change has replaced.
pub(in crate::call) async fn take_out_sent(conn: &mut Conn, application: &Id, id: &Id, now: Time) -> Result<()> {
    conn.run(
        sql!("UPDATE upload SET removed_at = $3 WHERE id = $2 AND application_id = $1 AND removed_at IS NULL"),
        args![application, id, now],
    )
    .await
    .map(drop)
}

/// Whether somebody was told what came of an application, or has its seat: then it does not change any more.
pub(in crate::call) async fn is_decided(conn: &mut Conn, own: &OwnDraft) -> Result<bool> {
    let sql = sql!(
        "SELECT (SELECT COUNT(*) FROM outcome o WHERE o.application_id = d.application_id)
            + (SELECT COUNT(*) FROM member m WHERE m.application_id = d.application_id)
            + (SELECT COUNT(*) FROM alternate_notice l WHERE l.application_id = d.application_id)
            + (SELECT COUNT(*) FROM erasure e WHERE e.application_id = d.application_id)
        FROM draft d
        WHERE d.id = $1"
    );
    Ok(conn.one::<(i64,)>(sql, args![own.id()]).await?.0 > 0)
}

row! {
    /// Changes that are too late: the draft of what was sent, and its season.
    pub(in crate::call) struct Overdue { sent_id: Id, slug: String }
}

pub(in crate::call) async fn overdue_changes(conn: &mut Conn, now: Time) -> Result<Vec<Overdue>> {
    conn.all(
        sql!(
            "SELECT d.id AS sent_id, s.slug AS slug
            FROM draft c
            JOIN draft d ON d.id = c.changes_of
            JOIN season s ON s.id = c.season_id
            JOIN call l ON l.season_id = c.season_id
            LEFT JOIN stage g ON g.season_id = c.season_id AND g.no = c.stage AND g.no > 1
            WHERE (c.stage > 1 AND (g.due_at < $1 OR s.stage <> c.stage))
                OR (
                    c.stage = 1
                        AND l.closes_at < $1
                        AND NOT EXISTS (
                            SELECT 1
                            FROM extension e
                            WHERE e.season_id = c.season_id AND e.norm = d.email_norm AND e.until >= $1
                        )
                )
            ORDER BY d.id"
        ),
        args![now],
    )
    .await
}

pub(in crate::call) async fn mark_dropped(conn: &mut Conn, own: &OwnDraft, now: Time) -> Result<()> {
    conn.run(sql!("UPDATE draft SET dropped_at = $2 WHERE id = $1"), args![own.id(), now]).await.map(drop)
}

/// When what was sent was last changed, if it was.
pub async fn changed_at(conn: &mut Conn, own: &OwnDraft) -> Result<Option<Time>> {
    let sql = sql!(
        "SELECT a.changed_at
        FROM draft d
        JOIN application a ON a.id = d.application_id
        WHERE d.id = $1"
    );
    let found: Option<(Option<Time>,)> = conn.opt(sql, args![own.id()]).await?;
    Ok(found.and_then(|(at,)| at))
}
