//! The SQL of what someone has read, hears by email, and when they want quiet.

use weft_kernel::clock::Time;
use weft_kernel::db::{Conn, Result};
use weft_kernel::ids::Id;
use weft_kernel::{args, row, secret, sql};

use crate::conversations::model::{How, Kind};
use crate::conversations::rules::Talk;

/// Someone has read a topic up to a message. Reading it again changes nothing.
pub async fn read(conn: &mut Conn, permit: &Talk, topic: &Id, n: i64) -> Result<()> {
    conn.run(
        sql!(
            "INSERT INTO topic_read (topic_id, person_id, n, told)
            SELECT t.id, CAST($2 AS TEXT), CAST($3 AS BIGINT), CAST(0 AS BIGINT)
            FROM topic t
            WHERE t.id = $1
                AND EXISTS (
                    SELECT 1
                    FROM place_reader r
                    WHERE r.place_id = t.place_id AND r.person_id = $2 AND r.since <= t.at
                )
            ON CONFLICT (topic_id, person_id) DO UPDATE SET n = excluded.n
            WHERE topic_read.n < excluded.n"
        ),
        args![topic, permit.person(), n],
    )
    .await
    .map(drop)
}

/// Someone has read everything that they read in a season.
pub async fn read_all(conn: &mut Conn, permit: &Talk) -> Result<()> {
    conn.run(
        sql!(
            "INSERT INTO topic_read (topic_id, person_id, n, told)
            SELECT t.id, r.person_id, t.messages, CAST(0 AS BIGINT)
            FROM topic t
            JOIN topic_reader r ON r.topic_id = t.id AND r.person_id = $2
            WHERE t.season_id = $1 AND (r.is_staff = 0 OR CAST($3 AS BIGINT) = 1)
            ON CONFLICT (topic_id, person_id) DO UPDATE SET n = excluded.n
            WHERE topic_read.n < excluded.n"
        ),
        args![permit.season(), permit.person(), permit.is_staff()],
    )
    .await
    .map(drop)
}

/// What someone hears of a place by email, where they are there.
pub async fn choose(conn: &mut Conn, permit: &Talk, place: &Id, how: How) -> Result<()> {
    conn.run(
        sql!(
            "INSERT INTO place_choice (place_id, person_id, how)
            SELECT r.place_id, r.person_id, CAST($4 AS TEXT)
            FROM place_reader r
            WHERE r.season_id = $1 AND r.person_id = $2 AND r.place_id = $3
            GROUP BY r.place_id, r.person_id
            ON CONFLICT (place_id, person_id) DO UPDATE SET how = excluded.how"
        ),
        args![permit.season(), permit.person(), place, how],
    )
    .await
    .map(drop)
}

/// Ends emails about the place of a topic, or about every place of its season of which someone hears daily.
pub(in crate::conversations) async fn end_emails(conn: &mut Conn, holder: &Holder, is_daily: bool) -> Result<()> {
    conn.run(
        sql!(
            "INSERT INTO place_choice (place_id, person_id, how)
            SELECT r.place_id, r.person_id, 'none'
            FROM place_reader r
            LEFT JOIN place_choice c ON c.place_id = r.place_id AND c.person_id = r.person_id
            WHERE r.person_id = $1
                AND r.season_id = $2
                AND CASE
                    WHEN CAST($4 AS BIGINT) = 0 THEN r.place_id = $3
                    ELSE COALESCE(c.how, CASE r.place WHEN 'team' THEN 'each' ELSE 'daily' END) = 'daily'
                    END
            GROUP BY r.place_id, r.person_id
            ON CONFLICT (place_id, person_id) DO UPDATE SET how = 'none'"
        ),
        args![&holder.person_id, &holder.season_id, &holder.place_id, is_daily],
    )
    .await
    .map(drop)
}

/// When someone wants no email, in minutes of their day: from and to; nothing where they said no such thing.
pub async fn quiet(conn: &mut Conn, permit: &Talk) -> Result<Option<(i64, i64)>> {
    let row: Option<(Option<i64>, Option<i64>)> = conn
        .opt(sql!("SELECT from_minute, to_minute FROM quiet_hours WHERE person_id = $1"), args![permit.person()])
        .await?;
    Ok(row.and_then(|(from, to)| Some((from?, to?))))
}

pub async fn set_quiet(conn: &mut Conn, permit: &Talk, hours: Option<(i64, i64)>) -> Result<()> {
    let (from, to) = hours.unzip();
    conn.run(
        sql!(
            "INSERT INTO quiet_hours (person_id, from_minute, to_minute) VALUES ($1, $2, $3)
            ON CONFLICT (person_id) DO UPDATE
            SET from_minute = excluded.from_minute, to_minute = excluded.to_minute"
        ),
        args![permit.person(), from, to],
    )
    .await
    .map(drop)
}

row! {
    /// A topic of which someone has not read something that nobody told them by email. `told` is up to where they read
    /// or were told.
    pub struct Due {
        topic_id: Id,
        season_slug: String,
        kind: Kind,
        place_id: Id,
        place_name: String,
        title: String,
        messages: i64,
        told: i64,
        person_id: Id,
        name: String,
        email: String,
        language: String,
        zone: Option<String>,
        how: Option<How>,
        from_minute: Option<i64>,
        to_minute: Option<i64>,
        digest_on: Option<String>,
        last_at: Time,
    }
}

/// What has been there for a while, and for three days at most, and was neither read nor told, of people whose address
/// takes email: by person, then by place and topic. What goes out daily, or all else: what someone wants each of, or is
/// named in.
pub async fn due(conn: &mut Conn, since: Time, before: Time, is_daily: bool) -> Result<Vec<Due>> {
    conn.all(
        sql!(
            "SELECT t.id AS topic_id, s.slug AS season_slug, t.place AS kind, t.place_id AS place_id,
                COALESCE(h.name, x.name, '') AS place_name, t.title AS title, t.messages AS messages, u.told AS told,
                p.id AS person_id, p.given_name AS name, b.value AS email, p.language AS language, p.zone AS zone,
                c.how AS how,
                q.from_minute AS from_minute, q.to_minute AS to_minute, q.digest_on AS digest_on,
                t.last_at AS last_at
            FROM (
                SELECT t.id AS topic_id, r.person_id AS person_id,
                    CASE WHEN COALESCE(k.n, 0) > COALESCE(k.told, 0) THEN COALESCE(k.n, 0) ELSE COALESCE(k.told, 0) END
                        AS told
                FROM topic t
                JOIN topic_reader r ON r.topic_id = t.id
                LEFT JOIN topic_read k ON k.topic_id = r.topic_id AND k.person_id = r.person_id
                WHERE t.last_at > $1
            ) u
            JOIN topic t ON t.id = u.topic_id
            JOIN season s ON s.id = t.season_id
            JOIN person p ON p.id = u.person_id
            JOIN mailbox b ON b.person_id = p.id
            LEFT JOIN address_mark d ON d.norm = b.norm
            LEFT JOIN home_team h ON h.id = t.place_id
            LEFT JOIN space x ON x.id = t.place_id
            LEFT JOIN place_choice c ON c.place_id = t.place_id AND c.person_id = p.id
            LEFT JOIN quiet_hours q ON q.person_id = p.id
            WHERE d.norm IS NULL
                AND t.messages > u.told
                AND CASE
                    WHEN c.how = 'none' THEN 0
                    WHEN COALESCE(c.how, CASE t.place WHEN 'team' THEN 'each' ELSE 'daily' END) = 'each'
                        OR EXISTS (
                            SELECT 1
                            FROM mention w
                            JOIN message m ON m.topic_id = w.topic_id AND m.n = w.n
                            WHERE w.topic_id = t.id
                                AND w.person_id = p.id
                                AND w.n > u.told
                                AND m.at <= $2
                                AND m.removed_at IS NULL
                        ) THEN 1 - CAST($3 AS BIGINT)
                    ELSE CAST($3 AS BIGINT)
                    END = 1
                AND EXISTS (
                    SELECT 1
                    FROM message m
                    WHERE m.topic_id = t.id
                        AND m.n > u.told
                        AND m.at > $1
                        AND m.at <= $2
                        AND m.removed_at IS NULL
                        AND (m.person_id IS NULL OR m.person_id <> p.id)
                )
            ORDER BY p.id, CASE t.place WHEN 'team' THEN 0 WHEN 'cohort' THEN 1 ELSE 2 END, t.place_id, t.last_at,
                t.id"
        ),
        args![since, before, is_daily],
    )
    .await
}

/// Says that someone was told of a topic up to a message; false where another did meanwhile, where they have read it,
/// or where they are not there any more.
pub async fn set_told(conn: &mut Conn, due: &Due, n: i64) -> Result<bool> {
    Ok(conn
        .run(
            sql!(
                "INSERT INTO topic_read (topic_id, person_id, n, told)
                SELECT t.id, CAST($2 AS TEXT), CAST(0 AS BIGINT), CAST($3 AS BIGINT)
                FROM topic t
                WHERE t.id = $1
                    AND EXISTS (
                        SELECT 1
                        FROM place_reader r
                        WHERE r.place_id = t.place_id AND r.person_id = $2 AND r.since <= t.at
                    )
                ON CONFLICT (topic_id, person_id) DO UPDATE SET told = excluded.told
                WHERE topic_read.told < excluded.told AND topic_read.n < excluded.told"
            ),
            args![&due.topic_id, &due.person_id, n],
        )
        .await?
        > 0)
}

/// Says that someone got their digest of a day; false where they have it.
pub async fn set_digest(conn: &mut Conn, person: &Id, day: &str) -> Result<bool> {
    Ok(conn
        .run(
            sql!(
                "INSERT INTO quiet_hours (person_id, digest_on) VALUES ($1, $2)
                ON CONFLICT (person_id) DO UPDATE SET digest_on = excluded.digest_on
                WHERE quiet_hours.digest_on IS NULL OR quiet_hours.digest_on < excluded.digest_on"
            ),
            args![person, day],
        )
        .await?
        > 0)
}

/// The sealed key with which someone answers a topic by email, where there is one.
pub async fn key(conn: &mut Conn, topic: &Id, person: &Id) -> Result<Option<String>> {
    let row: Option<(Option<String>,)> = conn
        .opt(sql!("SELECT key_sealed FROM topic_read WHERE topic_id = $1 AND person_id = $2"), args![topic, person])
        .await?;
    Ok(row.and_then(|(key,)| key))
}

pub async fn set_key(
    conn: &mut Conn,
    (topic, person): (&Id, &Id),
    sealed: &str,
    (key_hash, stop_hash): (String, String),
) -> Result<()> {
    conn.run(
        sql!(
            "UPDATE topic_read
            SET key_sealed = $3, key_hash = $4, stop_hash = $5
            WHERE topic_id = $1 AND person_id = $2"
        ),
        args![topic, person, sealed, key_hash, stop_hash],
    )
    .await
    .map(drop)
}

/// What a key is for.
#[derive(Clone, Copy, Debug)]
pub enum Key<'k> {
    Answers(&'k str),
    Ends(&'k str),
}

row! {
    /// Who answers which topic with a key. `reads` says whether they read it now.
    pub struct Holder {
        topic_id: Id,
        season_id: Id,
        season_slug: String,
        place_id: Id,
        kind: Kind,
        place_name: String,
        title: String,
        person_id: Id,
        language: String,
        reads: bool,
        is_closed: bool,
    }
}

/// By the key of an answer, or by that of the link that ends emails: one opens nothing in the other's place.
pub async fn holder(conn: &mut Conn, key: Key<'_>) -> Result<Option<Holder>> {
    let (answers, ends) = match key {
        Key::Answers(key) => (Some(secret::hash(key)), None),
        Key::Ends(key) => (None, Some(secret::hash(key))),
    };
    conn.opt(
        sql!(
            "SELECT t.id AS topic_id, t.season_id AS season_id, s.slug AS season_slug, t.place_id AS place_id,
                t.place AS kind, COALESCE(h.name, x.name, '') AS place_name, t.title AS title, p.id AS person_id,
                p.language AS language,
                CASE
                    WHEN EXISTS (
                        SELECT 1 FROM topic_reader r WHERE r.topic_id = t.id AND r.person_id = p.id
                    ) THEN 1
                    ELSE 0
                END AS reads,
                CASE WHEN t.closed_at IS NULL THEN 0 ELSE 1 END AS is_closed
            FROM topic_read k
            JOIN topic t ON t.id = k.topic_id
            JOIN season s ON s.id = t.season_id
            JOIN person p ON p.id = k.person_id
            LEFT JOIN home_team h ON h.id = t.place_id
            LEFT JOIN space x ON x.id = t.place_id
            WHERE k.key_hash = $1 OR k.stop_hash = $2"
        ),
        args![answers, ends],
    )
    .await
}

/// Whether an address is one of a person's own.
pub async fn is_address_of(conn: &mut Conn, person: &Id, norm: &str) -> Result<bool> {
    let (n,): (i64,) = conn
        .one(
            sql!(
                "SELECT COUNT(*)
                FROM contact_point
                WHERE person_id = $1 AND kind = 'email' AND norm = $2 AND until IS NULL AND is_apart = 0"
            ),
            args![person, norm],
        )
        .await?;
    Ok(n > 0)
}
