//! The SQL of conversations. Every statement that reads or changes what someone wrote asks `topic_reader` or
//! `place_reader` whether they are there now.

pub mod keeping;
pub mod marks;
pub mod writing;

use weft_kernel::clock::Time;
use weft_kernel::collate;
use weft_kernel::db::{Conn, Result};
use weft_kernel::ids::Id;
use weft_kernel::{args, row, sql};
use weft_people::rules::OwnRecord;

use super::model::{Message, PAGE, Place, Reader, Topic};
use super::rules::{Keep, Talk};

/// Where someone is: the cohort first, then their home team, then spaces.
pub async fn places(conn: &mut Conn, permit: &Talk) -> Result<Vec<Place>> {
    conn.all(
        sql!(
            "SELECT r.place_id AS id, r.place AS kind, COALESCE(h.name, x.name, '') AS name,
                (SELECT COUNT(DISTINCT o.person_id) FROM place_reader o WHERE o.place_id = r.place_id) AS people,
                MIN(r.is_staff) AS is_staff, w.since AS staff_since, c.how AS how
            FROM place_reader r
            LEFT JOIN home_team h ON h.id = r.place_id
            LEFT JOIN space x ON x.id = r.place_id
            LEFT JOIN team_staff w ON w.team_id = r.place_id
            LEFT JOIN place_choice c ON c.place_id = r.place_id AND c.person_id = r.person_id
            WHERE r.season_id = $1 AND r.person_id = $2 AND (r.is_staff = 0 OR CAST($3 AS BIGINT) = 1)
            GROUP BY r.place_id, r.place, h.name, h.position, x.name, w.since, c.how
            ORDER BY CASE r.place WHEN 'cohort' THEN 0 WHEN 'team' THEN 1 ELSE 2 END, h.position, x.name, r.place_id"
        ),
        args![permit.season(), permit.person(), permit.is_staff()],
    )
    .await
}

/// Topics that someone reads in a season, or those of one place: pinned ones first, then the newest.
pub async fn topics(conn: &mut Conn, permit: &Talk) -> Result<Vec<Topic>> {
    conn.all(
        sql!(
            "SELECT t.id AS id, t.season_id AS season_id, t.place AS kind, t.place_id AS place_id,
                COALESCE(h.name, x.name, '') AS place_name, t.title AS title, t.starter_id AS starter_id, t.at AS at,
                t.messages AS messages,
                (
                    SELECT COUNT(*)
                    FROM message m
                    WHERE m.topic_id = t.id
                        AND m.n > COALESCE(k.n, 0)
                        AND m.removed_at IS NULL
                        AND (m.person_id IS NULL OR m.person_id <> $2)
                ) AS unread,
                COALESCE(k.n, 0) AS seen, t.last_at AS last_at,
                (
                    SELECT p.display_name
                    FROM message m
                    JOIN person p ON p.id = m.person_id
                    WHERE m.topic_id = t.id AND m.removed_at IS NULL
                    ORDER BY m.n DESC
                    LIMIT 1
                ) AS last_name,
                t.changes AS changes, t.pinned_at AS pinned_at, t.closed_at AS closed_at, r.is_staff AS is_staff
            FROM topic t
            JOIN topic_reader r ON r.topic_id = t.id AND r.person_id = $2
            LEFT JOIN home_team h ON h.id = t.place_id
            LEFT JOIN space x ON x.id = t.place_id
            LEFT JOIN topic_read k ON k.topic_id = t.id AND k.person_id = $2
            WHERE t.season_id = $1 AND (r.is_staff = 0 OR CAST($3 AS BIGINT) = 1)
            ORDER BY CASE WHEN t.pinned_at IS NULL THEN 1 ELSE 0 END, t.last_at DESC, t.id DESC
            LIMIT 500"
        ),
        args![permit.season(), permit.person(), permit.is_staff()],
    )
    .await
}

/// A topic that someone reads.
pub async fn topic(conn: &mut Conn, permit: &Talk, id: &Id) -> Result<Option<Topic>> {
    conn.opt(
        sql!(
            "SELECT t.id AS id, t.season_id AS season_id, t.place AS kind, t.place_id AS place_id,
                COALESCE(h.name, x.name, '') AS place_name, t.title AS title, t.starter_id AS starter_id, t.at AS at,
                t.messages AS messages, CAST(0 AS BIGINT) AS unread, COALESCE(k.n, 0) AS seen, t.last_at AS last_at,
                CAST(NULL AS TEXT) AS last_name, t.changes AS changes, t.pinned_at AS pinned_at,
                t.closed_at AS closed_at, r.is_staff AS is_staff
            FROM topic t
            JOIN topic_reader r ON r.topic_id = t.id AND r.person_id = $2
            LEFT JOIN home_team h ON h.id = t.place_id
            LEFT JOIN space x ON x.id = t.place_id
            LEFT JOIN topic_read k ON k.topic_id = t.id AND k.person_id = $2
            WHERE t.season_id = $1 AND t.id = $4 AND (r.is_staff = 0 OR CAST($3 AS BIGINT) = 1)"
        ),
        args![permit.season(), permit.person(), permit.is_staff(), id],
    )
    .await
}

/// A page of a topic's messages in their order: those up to number `to`.
pub async fn messages(conn: &mut Conn, _: &Talk, topic: &Topic, to: i64) -> Result<Vec<Message>> {
    between(conn, &topic.id, to.saturating_sub(PAGE), to).await
}

/// What came after number `n`, at most a page of it.
pub async fn news(conn: &mut Conn, _: &Talk, topic: &Topic, n: i64) -> Result<Vec<Message>> {
    between(conn, &topic.id, n, n.saturating_add(PAGE)).await
}

/// What someone is told of by email: what came after they read or were told last.
pub(super) async fn after(conn: &mut Conn, due: &marks::Due) -> Result<Vec<Message>> {
    between(conn, &due.topic_id, due.told, due.messages).await
}

async fn between(conn: &mut Conn, topic: &Id, after: i64, to: i64) -> Result<Vec<Message>> {
    conn.all(
        sql!(
            "SELECT m.n AS n, m.person_id AS person_id, p.display_name AS name, m.text AS text,
                m.mentioned AS mentioned, m.at AS at, m.edited_at AS edited_at, m.removed_at AS removed_at,
                m.remover_id AS remover_id, CASE WHEN m.mail_hash IS NULL THEN 0 ELSE 1 END AS by_email,
                f.id AS file_id, f.media AS file_media, f.bytes AS file_bytes, f.name AS file_name,
                f.about AS file_about
            FROM message m
            LEFT JOIN person p ON p.id = m.person_id
            LEFT JOIN message_file f ON f.topic_id = m.topic_id AND f.n = m.n
            WHERE m.topic_id = $1 AND m.n > $2 AND m.n <= $3
            ORDER BY m.n"
        ),
        args![topic, after, to],
    )
    .await
}

/// Everyone who reads what is written in a topic now.
pub async fn readers(conn: &mut Conn, _: &Talk, topic: &Topic) -> Result<Vec<Reader>> {
    conn.all(
        sql!(
            "SELECT p.id AS id, p.display_name AS name, p.search_key AS search_key, r.is_staff AS is_staff
            FROM place_reader r
            JOIN person p ON p.id = r.person_id
            WHERE r.place_id = $1 AND r.since <= $2
            ORDER BY p.sort_key, p.id"
        ),
        args![&topic.place_id, topic.at],
    )
    .await
}

/// Everyone who reads what is begun in a place now, for someone who is there.
pub async fn people(conn: &mut Conn, _: &Talk, place: &Place) -> Result<Vec<Reader>> {
    conn.all(
        sql!(
            "SELECT p.id AS id, p.display_name AS name, p.search_key AS search_key, r.is_staff AS is_staff
            FROM place_reader r
            JOIN person p ON p.id = r.person_id
            WHERE r.place_id = $1
            ORDER BY p.sort_key, p.id"
        ),
        args![&place.id],
    )
    .await
}

row! {
    /// A message that a search found.
    pub struct Found {
        topic_id: Id,
        title: String,
        kind: super::model::Kind,
        place_name: String,
        n: i64,
        name: Option<String>,
        text: String,
        at: Time,
    }
}

/// How many messages a search shows at most.
pub const MOST_FOUND: i64 = 50;

/// Messages, and first messages of topics, with these words in text or title: the newest first.
pub async fn search(conn: &mut Conn, permit: &Talk, words: &str) -> Result<Vec<Found>> {
    let pattern = collate::pattern(words);
    if pattern.is_empty() {
        return Ok(Vec::new());
    }
    conn.all(
        sql!(
            "SELECT t.id AS topic_id, t.title AS title, t.place AS kind, COALESCE(h.name, x.name, '') AS place_name,
                m.n AS n, p.display_name AS name, m.text AS text, m.at AS at
            FROM topic t
            JOIN topic_reader r ON r.topic_id = t.id AND r.person_id = $2
            JOIN message m ON m.topic_id = t.id AND m.removed_at IS NULL
            LEFT JOIN person p ON p.id = m.person_id
            LEFT JOIN home_team h ON h.id = t.place_id
            LEFT JOIN space x ON x.id = t.place_id
            WHERE t.season_id = $1
                AND (r.is_staff = 0 OR CAST($3 AS BIGINT) = 1)
                AND (m.search_key LIKE $4 ESCAPE '!' OR (m.n = 1 AND t.title_key LIKE $4 ESCAPE '!'))
            ORDER BY m.at DESC, t.id, m.n DESC
            LIMIT $5"
        ),
        args![permit.season(), permit.person(), permit.is_staff(), pattern, MOST_FOUND + 1],
    )
    .await
}

row! {
    /// What someone wrote, for a file of their own.
    pub struct Wrote { title: String, kind: super::model::Kind, place_name: String, text: String, at: Time }
}

/// Everything that someone wrote in a season and did not remove, topic by topic.
pub async fn wrote(conn: &mut Conn, permit: &Talk) -> Result<Vec<Wrote>> {
    conn.all(
        sql!(
            "SELECT
                CASE
                    WHEN t.starter_id = $2
                        OR EXISTS (SELECT 1 FROM topic_reader r WHERE r.topic_id = t.id AND r.person_id = $2)
                        THEN t.title
                    ELSE ''
                END AS title, t.place AS kind, COALESCE(h.name, x.name, '') AS place_name, m.text AS text, m.at AS at
            FROM message m
            JOIN topic t ON t.id = m.topic_id
            LEFT JOIN home_team h ON h.id = t.place_id
            LEFT JOIN space x ON x.id = t.place_id
            WHERE t.season_id = $1 AND m.person_id = $2 AND m.removed_at IS NULL
            ORDER BY t.at, t.id, m.n"
        ),
        args![permit.season(), permit.person()],
    )
    .await
}

row! {
    /// A file of a message: what it is, and what it is called.
    pub struct File { id: Id, media: String, name: String }
}

/// A file of a topic that someone reads, while its message is there.
pub async fn file(conn: &mut Conn, permit: &Talk, topic: &Id, id: &Id) -> Result<Option<File>> {
    conn.opt(
        sql!(
            "SELECT f.id AS id, f.media AS media, f.name AS name
            FROM message_file f
            JOIN message m ON m.topic_id = f.topic_id AND m.n = f.n AND m.removed_at IS NULL
            JOIN topic t ON t.id = f.topic_id AND t.season_id = $1
            JOIN topic_reader r ON r.topic_id = t.id AND r.person_id = $2
            WHERE f.id = $5
                AND f.topic_id = $4
                AND (r.is_staff = 0 OR CAST($3 AS BIGINT) = 1)"
        ),
        args![permit.season(), permit.person(), permit.is_staff(), topic, id],
    )
    .await
}

row! {
    /// What is new for someone in a season: in how many topics, and how many messages.
    pub struct News { season_slug: String, season: String, topics: i64, messages: i64, topic_id: Id, title: String }
}

/// What is new for someone, by season; the newest topic stands for itself where it is the only one.
pub async fn unread(conn: &mut Conn, own: &OwnRecord, is_staff: bool) -> Result<Vec<News>> {
    conn.all(
        sql!(
            "SELECT s.slug AS season_slug, g.name || ' · ' || s.name AS season, COUNT(*) AS topics,
                CAST(SUM(u.n) AS BIGINT) AS messages, MAX(u.id) AS topic_id,
                COALESCE(NULLIF(MAX(u.title), ''), '…') AS title
            FROM (
                SELECT t.id AS id, t.title AS title, t.season_id AS season_id,
                    (
                        SELECT COUNT(*)
                        FROM message m
                        WHERE m.topic_id = t.id
                            AND m.n > COALESCE(k.n, 0)
                            AND m.removed_at IS NULL
                            AND (m.person_id IS NULL OR m.person_id <> $1)
                    ) AS n
                FROM topic t
                JOIN topic_reader r ON r.topic_id = t.id AND r.person_id = $1
                LEFT JOIN topic_read k ON k.topic_id = t.id AND k.person_id = $1
                WHERE (r.is_staff = 0 OR CAST($2 AS BIGINT) = 1) AND t.messages > COALESCE(k.n, 0)
            ) u
            JOIN season s ON s.id = u.season_id
            JOIN program g ON g.id = s.program_id
            WHERE u.n > 0
            GROUP BY s.id, s.slug, s.name, g.name
            ORDER BY s.slug"
        ),
        args![own.person(), is_staff],
    )
    .await
}

/// For how many days after a season's end its conversations are kept, where its leads chose.
pub async fn keep_days(conn: &mut Conn, season: &Id) -> Result<Option<i64>> {
    let row: Option<(i64,)> =
        conn.opt(sql!("SELECT keep_days FROM conversation_terms WHERE season_id = $1"), args![season]).await?;
    Ok(row.map(|(days,)| days))
}

/// How many topics and messages a season has, over all places: for those who say how long they are kept.
pub async fn counts(conn: &mut Conn, permit: &Keep) -> Result<(i64, i64)> {
    conn.one(
        sql!(
            "SELECT COUNT(DISTINCT t.id), COUNT(m.n)
            FROM topic t
            LEFT JOIN message m ON m.topic_id = t.id AND m.removed_at IS NULL
            WHERE t.season_id = $1"
        ),
        args![permit.season()],
    )
    .await
}
