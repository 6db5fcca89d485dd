//! The SQL of beginning topics, writing, changing and removing.

use weft_kernel::clock::Time;
use weft_kernel::collate;
use weft_kernel::db::{Conn, Result};
use weft_kernel::ids::Id;
use weft_kernel::{Kernel, args, sql};

use crate::conversations::files::Cleaned;
use crate::conversations::model::{Kind, Meant, UNDO_MINUTES};
use crate::conversations::rules::{Keep, Talk, Tend};

/// Begins a topic in a place where someone is now; false where they are not.
pub async fn insert_topic(
    conn: &mut Conn,
    permit: &Talk,
    id: &Id,
    (place, title): (&Id, &str),
    now: Time,
) -> Result<bool> {
    Ok(conn
        .run(
            sql!(
                "INSERT INTO topic (
                    id, season_id, place, place_id, title, title_key, starter_id, at, messages, last_at, changes
                )
                SELECT $4, r.season_id, r.place, r.place_id, $6, $8, $2, $7, 0, $7, 0
                FROM place_reader r
                WHERE r.season_id = $1
                    AND r.person_id = $2
                    AND r.place_id = $5
                    AND (r.is_staff = 0 OR CAST($3 AS BIGINT) = 1)
                LIMIT 1"
            ),
            args![
                permit.season(),
                permit.person(),
                permit.is_staff(),
                id,
                place,
                title,
                now,
                collate::search_key(title)
            ],
        )
        .await?
        > 0)
}

/// Takes the next number of a topic that someone reads and that is open; nothing where it is not.
pub async fn next(conn: &mut Conn, permit: &Talk, topic: &Id, now: Time) -> Result<Option<i64>> {
    let row: Option<(i64,)> = conn
        .opt(
            sql!(
                "UPDATE topic
                SET messages = messages + 1, last_at = $5, changes = changes + 1
                WHERE id = $4
                    AND season_id = $1
                    AND closed_at IS NULL
                    AND EXISTS (
                        SELECT 1
                        FROM topic_reader r
                        WHERE r.topic_id = topic.id
                            AND r.person_id = $2
                            AND (r.is_staff = 0 OR CAST($3 AS BIGINT) = 1)
                    )
                RETURNING messages"
            ),
            args![permit.season(), permit.person(), permit.is_staff(), topic, now],
        )
        .await?;
    Ok(row.map(|(n,)| n))
}

/// A new message, before it has a number.
pub struct New<'a> {
    pub text: &'a str,
    pub meant: &'a Meant,
    pub file: Option<&'a Cleaned>,
    pub mail_hash: Option<&'a str>,
}

fn written(meant: &Meant) -> String {
    serde_json::to_string(&meant.written()).unwrap_or_else(|_| "[]".into())
}

/// False where the same email was taken before.
pub async fn insert(kernel: &Kernel, conn: &mut Conn, permit: &Talk, at: (&Id, i64), new: &New<'_>) -> Result<bool> {
    let (topic, n) = at;
    let is_new = conn
        .run(
            sql!(
                "INSERT INTO message (topic_id, n, person_id, text, search_key, mentioned, at, mail_hash)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
                ON CONFLICT DO NOTHING"
            ),
            args![
                topic,
                n,
                permit.person(),
                new.text,
                collate::search_key(new.text),
                written(new.meant),
                kernel.now(),
                new.mail_hash
            ],
        )
        .await?
        > 0;
    if !is_new {
        return Ok(false);
    }
    insert_mentions(conn, at, new.meant).await?;
    if let Some(file) = new.file {
        conn.run(
            sql!(
                "INSERT INTO message_file (id, topic_id, n, media, bytes, name, about)
                VALUES ($1, $2, $3, $4, $5, $6, $7)"
            ),
            args![&file.id, topic, n, file.media.mime(), file.bytes, &file.name, &file.about],
        )
        .await?;
    }
    Ok(true)
}

async fn insert_mentions(conn: &mut Conn, (topic, n): (&Id, i64), meant: &Meant) -> Result<()> {
    for (person, _) in &meant.people {
        conn.run(
            sql!("INSERT INTO mention (topic_id, n, person_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING"),
            args![topic, n, person],
        )
        .await?;
    }
    Ok(())
}

/// Changes what someone wrote themselves where they still read it; false where it is not there or another's.
pub async fn update(
    conn: &mut Conn,
    permit: &Talk,
    (topic, n): (&Id, i64),
    (text, meant): (&str, &Meant),
    now: Time,
) -> Result<bool> {
    let changed = conn
        .run(
            sql!(
                "UPDATE message
                SET text = $6, search_key = $7, mentioned = $8, edited_at = $9
                WHERE topic_id = $4
                    AND n = $5
                    AND person_id = $2
                    AND removed_at IS NULL
                    AND EXISTS (
                        SELECT 1
                        FROM topic_reader r
                        JOIN topic t ON t.id = r.topic_id AND t.season_id = $1
                        WHERE r.topic_id = message.topic_id
                            AND r.person_id = $2
                            AND (r.is_staff = 0 OR CAST($3 AS BIGINT) = 1)
                    )"
            ),
            args![
                permit.season(),
                permit.person(),
                permit.is_staff(),
                topic,
                n,
                text,
                collate::search_key(text),
                written(meant),
                now
            ],
        )
        .await?;
    if changed == 0 {
        return Ok(false);
    }
    conn.run(sql!("DELETE FROM mention WHERE topic_id = $1 AND n = $2"), args![topic, n]).await?;
    insert_mentions(conn, (topic, n), meant).await?;
    Ok(true)
}

/// Removes a message: one's own, or any of the whole cohort's by whoever looks after it. False where it is neither, or
/// removed already.
pub async fn remove(
    conn: &mut Conn,
    permit: &Talk,
    tend: Option<&Tend>,
    (topic, n): (&Id, i64),
    now: Time,
) -> Result<bool> {
    Ok(conn
        .run(
            sql!(
                "UPDATE message
                SET removed_at = $6, remover_id = $2
                WHERE topic_id = $4
                    AND n = $5
                    AND removed_at IS NULL
                    AND EXISTS (
                        SELECT 1
                        FROM topic_reader r
                        JOIN topic t ON t.id = r.topic_id AND t.season_id = $1
                        WHERE r.topic_id = message.topic_id
                            AND r.person_id = $2
                            AND (r.is_staff = 0 OR CAST($3 AS BIGINT) = 1)
                            AND (message.person_id = $2 OR (CAST($7 AS BIGINT) = 1 AND t.place = 'cohort'))
                    )"
            ),
            args![permit.season(), permit.person(), permit.is_staff(), topic, n, now, tend.is_some()],
        )
        .await?
        > 0)
}

/// Puts back what someone removed a moment ago themselves; false where it is too late.
pub async fn put_back(conn: &mut Conn, permit: &Talk, (topic, n): (&Id, i64), now: Time) -> Result<bool> {
    Ok(conn
        .run(
            sql!(
                "UPDATE message
                SET removed_at = NULL, remover_id = NULL
                WHERE topic_id = $4
                    AND n = $5
                    AND remover_id = $2
                    AND emptied_at IS NULL
                    AND removed_at > $6
                    AND EXISTS (
                        SELECT 1
                        FROM topic_reader r
                        JOIN topic t ON t.id = r.topic_id AND t.season_id = $1
                        WHERE r.topic_id = message.topic_id
                            AND r.person_id = $2
                            AND (r.is_staff = 0 OR CAST($3 AS BIGINT) = 1)
                    )"
            ),
            args![permit.season(), permit.person(), permit.is_staff(), topic, n, now.plus_seconds(-60 * UNDO_MINUTES)],
        )
        .await?
        > 0)
}

/// Says that a topic reads otherwise now.
pub async fn touch(conn: &mut Conn, topic: &Id) -> Result<i64> {
    let row: Option<(i64,)> =
        conn.opt(sql!("UPDATE topic SET changes = changes + 1 WHERE id = $1 RETURNING changes"), args![topic]).await?;
    Ok(row.map_or(0, |(n,)| n))
}

/// What can be changed of a topic itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    Pin,
    Unpin,
    Close,
    Open,
}

impl State {
    pub fn parse(word: &str) -> Option<Self> {
        Some(match word {
            "pin" => Self::Pin,
            "unpin" => Self::Unpin,
            "close" => Self::Close,
            "open" => Self::Open,
            _ => return None,
        })
    }
}

/// Pins or closes a topic. In the cohort that is for whoever looks after it, elsewhere for anyone who is there. False
/// where it may not be, or is so already.
pub async fn set_state(
    conn: &mut Conn,
    permit: &Talk,
    tend: Option<&Tend>,
    topic: &Id,
    state: State,
    now: Time,
) -> Result<bool> {
    let (pins, on) = match state {
        State::Pin => (true, Some(now)),
        State::Unpin => (true, None),
        State::Close => (false, Some(now)),
        State::Open => (false, None),
    };
    Ok(conn
        .run(
            sql!(
                "UPDATE topic
                SET pinned_at = CASE WHEN CAST($5 AS BIGINT) = 1 THEN $6 ELSE pinned_at END,
                    closed_at = CASE WHEN CAST($5 AS BIGINT) = 1 THEN closed_at ELSE $6 END, changes = changes + 1
                WHERE id = $4
                    AND season_id = $1
                    AND (
                        (CAST($5 AS BIGINT) = 1 AND (pinned_at IS NULL) <> (CAST($6 AS BIGINT) IS NULL))
                            OR (CAST($5 AS BIGINT) = 0 AND (closed_at IS NULL) <> (CAST($6 AS BIGINT) IS NULL))
                    )
                    AND EXISTS (
                        SELECT 1
                        FROM topic_reader r
                        WHERE r.topic_id = topic.id
                            AND r.person_id = $2
                            AND (r.is_staff = 0 OR CAST($3 AS BIGINT) = 1)
                            AND CASE
                                WHEN topic.place = 'cohort' THEN CAST($7 AS BIGINT) = 1
                                ELSE r.is_staff = 0
                                END
                    )"
            ),
            args![permit.season(), permit.person(), permit.is_staff(), topic, pins, on, tend.is_some()],
        )
        .await?
        > 0)
}

/// Names a topic otherwise: whoever began it, or whoever looks after the cohort's.
pub async fn rename(conn: &mut Conn, permit: &Talk, tend: Option<&Tend>, (topic, title): (&Id, &str)) -> Result<bool> {
    Ok(conn
        .run(
            sql!(
                "UPDATE topic
                SET title = $5, title_key = $7, changes = changes + 1
                WHERE id = $4
                    AND season_id = $1
                    AND title <> $5
                    AND (starter_id = $2 OR (place = 'cohort' AND CAST($6 AS BIGINT) = 1))
                    AND EXISTS (
                        SELECT 1
                        FROM topic_reader r
                        WHERE r.topic_id = topic.id
                            AND r.person_id = $2
                            AND (r.is_staff = 0 OR CAST($3 AS BIGINT) = 1)
                    )"
            ),
            args![
                permit.season(),
                permit.person(),
                permit.is_staff(),
                topic,
                title,
                tend.is_some(),
                collate::search_key(title)
            ],
        )
        .await?
        > 0)
}

/// Lets staff read what a home team begins from now on, or no longer: for members of that team. False where it is so.
pub async fn let_staff_in(conn: &mut Conn, permit: &Talk, team: &Id, is_in: bool, now: Time) -> Result<bool> {
    let sql = if is_in {
        sql!(
            "INSERT INTO team_staff (team_id, since, by_id)
            SELECT i.team_id, $4, $2
            FROM in_team i
            WHERE i.season_id = $1 AND i.person_id = $2 AND i.team_id = $3
            ON CONFLICT (team_id) DO NOTHING"
        )
    } else {
        sql!(
            "DELETE FROM team_staff
            WHERE team_id = $3
                AND CAST($4 AS BIGINT) > 0
                AND EXISTS (
                    SELECT 1
                    FROM in_team i
                    WHERE i.season_id = $1 AND i.person_id = $2 AND i.team_id = team_staff.team_id
                )"
        )
    };
    Ok(conn.run(sql, args![permit.season(), permit.person(), team, now]).await? > 0)
}

pub async fn set_keep_days(conn: &mut Conn, permit: &Keep, days: i64) -> Result<()> {
    conn.run(
        sql!(
            "INSERT INTO conversation_terms (season_id, keep_days) VALUES ($1, $2)
            ON CONFLICT (season_id) DO UPDATE SET keep_days = excluded.keep_days"
        ),
        args![permit.season(), days],
    )
    .await
    .map(drop)
}

/// What kind of place a topic is in.
pub async fn kind_of(conn: &mut Conn, topic: &Id) -> Result<Option<Kind>> {
    let row: Option<(Kind,)> = conn.opt(sql!("SELECT place FROM topic WHERE id = $1"), args![topic]).await?;
    Ok(row.map(|(kind,)| kind))
}
