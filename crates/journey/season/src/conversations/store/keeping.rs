//! The SQL of what is kept for how long, and of files.

use weft_kernel::clock::Time;
use weft_kernel::db::{Conn, Result};
use weft_kernel::ids::Id;
use weft_kernel::{args, row, sql};

/// Empties what was removed before a time: nobody can put it back any more.
pub(in crate::conversations) async fn empty_removed(conn: &mut Conn, before: Time) -> Result<()> {
    for sql in [
        sql!(
            "DELETE FROM mention
            WHERE EXISTS (
                SELECT 1
                FROM message m
                WHERE m.topic_id = mention.topic_id AND m.n = mention.n AND m.removed_at <= $1
            )"
        ),
        sql!(
            "UPDATE message
            SET text = '', search_key = '', mentioned = '[]', emptied_at = COALESCE(emptied_at, removed_at)
            WHERE removed_at <= $1 AND (emptied_at IS NULL OR text <> '')"
        ),
    ] {
        conn.run(sql, args![before]).await?;
    }
    Ok(())
}

/// Files whose messages are gone for good, some of them at a time.
pub(in crate::conversations) async fn gone_files(conn: &mut Conn) -> Result<Vec<Id>> {
    let rows: Vec<(Id,)> = conn
        .all(
            sql!(
                "SELECT f.id
                FROM message_file f
                JOIN message m ON m.topic_id = f.topic_id AND m.n = f.n
                WHERE m.emptied_at IS NOT NULL
                ORDER BY f.id
                LIMIT 200"
            ),
            args![],
        )
        .await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

pub(in crate::conversations) async fn files_of(conn: &mut Conn, topic: &Id) -> Result<Vec<Id>> {
    let rows: Vec<(Id,)> =
        conn.all(sql!("SELECT id FROM message_file WHERE topic_id = $1 ORDER BY id"), args![topic]).await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

pub(in crate::conversations) async fn delete_file(conn: &mut Conn, id: &Id) -> Result<()> {
    conn.run(sql!("DELETE FROM message_file WHERE id = $1"), args![id]).await.map(drop)
}

row! {
    /// A topic whose season ended, or whose space is closed.
    pub(in crate::conversations) struct Ended {
        id: Id,
        ends_on: String,
        zone: String,
        keep_days: Option<i64>,
        is_closed: bool,
    }
}

pub(in crate::conversations) async fn ended(conn: &mut Conn, today: &str) -> Result<Vec<Ended>> {
    conn.all(
        sql!(
            "SELECT t.id AS id, s.ends_on AS ends_on, s.zone AS zone, w.keep_days AS keep_days,
                CASE WHEN x.closed_at IS NULL THEN 0 ELSE 1 END AS is_closed
            FROM topic t
            JOIN season s ON s.id = t.season_id
            LEFT JOIN conversation_terms w ON w.season_id = s.id
            LEFT JOIN space x ON x.id = t.place_id
            WHERE x.closed_at IS NOT NULL OR s.ends_on < $1
            ORDER BY t.id"
        ),
        args![today],
    )
    .await
}

/// Deletes a topic with everything in it; false where it is gone already.
pub(in crate::conversations) async fn delete_topic(conn: &mut Conn, topic: &Id) -> Result<bool> {
    for sql in [
        sql!("DELETE FROM mention WHERE topic_id = $1"),
        sql!("DELETE FROM message_file WHERE topic_id = $1"),
        sql!("DELETE FROM topic_read WHERE topic_id = $1"),
        sql!("DELETE FROM message WHERE topic_id = $1"),
    ] {
        conn.run(sql, args![topic]).await?;
    }
    Ok(conn.run(sql!("DELETE FROM topic WHERE id = $1"), args![topic]).await? > 0)
}

/// Files of someone's own messages that are there, with what they are.
pub async fn files_of_person(conn: &mut Conn, person: &Id) -> Result<Vec<(Id, String)>> {
    conn.all(
        sql!(
            "SELECT f.id, f.media
            FROM message_file f
            JOIN message m ON m.topic_id = f.topic_id AND m.n = f.n
            WHERE m.person_id = $1 AND m.removed_at IS NULL
            ORDER BY m.at, f.id"
        ),
        args![person],
    )
    .await
}
