//! The SQL of interest.

use weft_kernel::Kernel;
use weft_kernel::clock::Time;
use weft_kernel::db::{Conn, Result};
use weft_kernel::ids::Id;
use weft_kernel::{args, row, sql};
use weft_people::model::norm_email;

row! {
    pub struct Interest {
        id: Id,
        program_id: Id,
        program_slug: String,
        program_name: String,
        support_email: String,
        email: String,
        name: String,
        language: String,
        confirmed_at: Option<Time>,
    }
}

row! {
    /// Someone who is to be told of a call that has opened.
    pub struct ToTell {
        id: Id,
        email: String,
        name: String,
        language: String,
        season_id: Id,
        season_slug: String,
        season_title: String,
        zone: String,
        closes_at: Time,
        support_email: String,
    }
}

pub(super) struct New<'a> {
    pub program: &'a Id,
    pub email: &'a str,
    pub name: &'a str,
    pub scope: &'a str,
    pub source: &'a str,
    pub language: &'a str,
}

/// Adds an address, or finds it. What was typed beside it waits with the key that is mailed: see [`insert_key`].
pub(super) async fn upsert(kernel: &Kernel, conn: &mut Conn, n: &New<'_>) -> Result<Id> {
    conn.run(
        sql!(
            "INSERT INTO interest (id, program_id, email, email_norm, name, scope, source, language, at)
            VALUES ($1, $2, $3, $4, '', '', '', $5, $6)
            ON CONFLICT (program_id, email_norm) DO NOTHING"
        ),
        args![kernel.id(), n.program, n.email, norm_email(n.email), n.language, kernel.now()],
    )
    .await?;
    let (id,): (Id,) = conn
        .one(
            sql!("SELECT id FROM interest WHERE program_id = $1 AND email_norm = $2"),
            args![n.program, norm_email(n.email)],
        )
        .await?;
    Ok(id)
}

/// A key to an entry, with what was typed when it was mailed.
pub(super) async fn insert_key(
    kernel: &Kernel,
    conn: &mut Conn,
    interest: &Id,
    token_hash: &str,
    n: &New<'_>,
) -> Result<()> {
    conn.run(
        sql!(
            "INSERT INTO interest_key (token_hash, interest_id, made_at, name, scope, source, language)
            VALUES ($1, $2, $3, $4, $5, $6, $7)"
        ),
        args![token_hash, interest, kernel.now(), n.name, n.scope, n.source, n.language],
    )
    .await
    .map(drop)
}

pub async fn by_key(conn: &mut Conn, token_hash: &str) -> Result<Option<Interest>> {
    conn.opt(
        sql!(
            "SELECT i.id AS id, i.program_id AS program_id, g.slug AS program_slug, g.name AS program_name,
                g.support_email AS support_email, i.email AS email,
                CASE WHEN i.confirmed_at IS NULL THEN k.name ELSE i.name END AS name, i.language AS language,
                i.confirmed_at AS confirmed_at
            FROM interest_key k
            JOIN interest i ON i.id = k.interest_id
            JOIN program g ON g.id = i.program_id
            WHERE k.token_hash = $1"
        ),
        args![token_hash],
    )
    .await
}

/// Confirms with the words that were mailed with this key, once.
pub(super) async fn confirm(conn: &mut Conn, id: &Id, token_hash: &str, now: Time) -> Result<bool> {
    let sql = sql!(
        "UPDATE interest
        SET confirmed_at = $3, name = (SELECT k.name FROM interest_key k WHERE k.token_hash = $2),
            scope = (SELECT k.scope FROM interest_key k WHERE k.token_hash = $2),
            source = (SELECT k.source FROM interest_key k WHERE k.token_hash = $2),
            language = (
                SELECT COALESCE(NULLIF(k.language, ''), interest.language)
                FROM interest_key k
                WHERE k.token_hash = $2
            )
        WHERE id = $1 AND confirmed_at IS NULL"
    );
    Ok(conn.run(sql, args![id, token_hash, now]).await? > 0)
}

/// Forgets someone with all keys.
pub(super) async fn forget(conn: &mut Conn, id: &Id) -> Result<()> {
    conn.run(sql!("DELETE FROM interest_told WHERE interest_id = $1"), args![id]).await?;
    conn.run(sql!("DELETE FROM interest_key WHERE interest_id = $1"), args![id]).await?;
    conn.run(sql!("DELETE FROM interest WHERE id = $1"), args![id]).await.map(drop)
}

/// Confirmed people whose program has a call that is open, and who have not been told of it.
pub(super) async fn to_tell(conn: &mut Conn, now: Time) -> Result<Vec<ToTell>> {
    conn.all(
        sql!(
            "SELECT i.id AS id, i.email AS email, i.name AS name, i.language AS language, s.id AS season_id,
                s.slug AS season_slug, g.name || ' · ' || s.name AS season_title, s.zone AS zone,
                c.closes_at AS closes_at, g.support_email AS support_email
            FROM interest i
            JOIN season s ON s.program_id = i.program_id
            JOIN program g ON g.id = s.program_id
            JOIN call c ON c.season_id = s.id
            WHERE i.confirmed_at IS NOT NULL
                AND c.published_version IS NOT NULL
                AND c.opens_at <= $1
                AND c.closes_at >= $1
                AND NOT EXISTS (SELECT 1 FROM interest_told t WHERE t.interest_id = i.id AND t.season_id = s.id)
            ORDER BY i.id LIMIT 500"
        ),
        args![now],
    )
    .await
}

pub(super) async fn told(conn: &mut Conn, interest: &Id, season: &Id, now: Time) -> Result<bool> {
    Ok(conn
        .run(
            sql!(
                "INSERT INTO interest_told (interest_id, season_id, at)
                VALUES ($1, $2, $3)
                ON CONFLICT (interest_id, season_id) DO NOTHING"
            ),
            args![interest, season, now],
        )
        .await?
        > 0)
}

/// Those who never confirmed within a month, and everyone after three years without a word.
pub(super) async fn overdue(conn: &mut Conn, month_ago: Time, years_ago: Time) -> Result<Vec<(Id,)>> {
    conn.all(
        sql!("SELECT id FROM interest WHERE (confirmed_at IS NULL AND at < $1) OR at < $2 LIMIT 500"),
        args![month_ago, years_ago],
    )
    .await
}

/// Another key, for a letter to everyone on the list.
pub async fn add_key(kernel: &Kernel, conn: &mut Conn, interest: &str, token_hash: &str) -> Result<()> {
    conn.run(
        sql!(
            "INSERT INTO interest_key (token_hash, interest_id, made_at)
            SELECT CAST($1 AS TEXT), id, CAST($3 AS BIGINT)
            FROM interest
            WHERE id = $2"
        ),
        args![token_hash, interest, kernel.now()],
    )
    .await
    .map(drop)
}
