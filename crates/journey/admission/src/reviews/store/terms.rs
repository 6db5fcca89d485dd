//! The SQL of the terms on which someone reviews: languages, answers on names that look alike, emails.

use crate::reviews::rules::RunReading;
use weft_kernel::clock::Time;
use weft_kernel::db::{Conn, Result};
use weft_kernel::i18n::Lang;
use weft_kernel::ids::Id;
use weft_kernel::{args, row, sql};

/// Sets the languages in which someone reviews.
pub(in crate::reviews) async fn set_languages(
    conn: &mut Conn,
    season: &Id,
    reader: &Id,
    languages: &[Lang],
) -> Result<()> {
    conn.run(sql!("DELETE FROM reader_language WHERE season_id = $1 AND reader_id = $2"), args![season, reader])
        .await?;
    for language in languages {
        conn.run(
            sql!("INSERT INTO reader_language (season_id, reader_id, language) VALUES ($1, $2, $3)"),
            args![season, reader, language.tag()],
        )
        .await?;
    }
    Ok(())
}

/// The languages that someone has said they review in; none when nobody has said so.
pub(in crate::reviews) async fn languages_of(conn: &mut Conn, season: &Id, reader: &Id) -> Result<Vec<(String,)>> {
    conn.all(
        sql!("SELECT language FROM reader_language WHERE season_id = $1 AND reader_id = $2 ORDER BY language"),
        args![season, reader],
    )
    .await
}

/// What was said of names that look alike: reviewer, both names as they are compared, whether they are the same.
pub(in crate::reviews) async fn conflict_answers(
    conn: &mut Conn,
    permit: &RunReading,
) -> Result<Vec<(Id, String, String, bool)>> {
    conn.all(
        sql!("SELECT reader_id, named, other, is_same FROM conflict_answer WHERE season_id = $1"),
        args![permit.season()],
    )
    .await
}

/// An answer on two names that look alike.
pub(in crate::reviews) struct NewAnswer<'a> {
    pub season: &'a Id,
    pub reader: &'a Id,
    pub named: &'a str,
    pub other: &'a str,
    pub is_same: bool,
    pub by: &'a Id,
}

pub(in crate::reviews) async fn set_conflict_answer(conn: &mut Conn, new: &NewAnswer<'_>, now: Time) -> Result<()> {
    conn.run(
        sql!(
            "INSERT INTO conflict_answer (season_id, reader_id, named, other, is_same, by_id, at)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            ON CONFLICT (season_id, reader_id, named, other) DO UPDATE SET is_same = excluded.is_same,
                by_id = excluded.by_id, at = excluded.at"
        ),
        args![new.season, new.reader, new.named, new.other, new.is_same, new.by, now],
    )
    .await
    .map(drop)
}

/// The address of a season's pages.
pub(in crate::reviews) async fn slug(conn: &mut Conn, season: &Id) -> Result<Option<String>> {
    let found: Option<(String,)> = conn.opt(sql!("SELECT slug FROM season WHERE id = $1"), args![season]).await?;
    Ok(found.map(|(slug,)| slug))
}

row! {
    /// A reviewer who is written to. `place` is the highest number on their list.
    pub(in crate::reviews) struct Written {
        id: Id,
        display_name: String,
        language: String,
        has_declared: bool,
        place: i64,
        open: i64,
    }
}

/// A season's reviewers with what they have to do.
pub(in crate::reviews) async fn written(conn: &mut Conn, season: &Id) -> Result<Vec<Written>> {
    conn.all(
        sql!(
            "SELECT p.id AS id, p.display_name AS display_name, p.language AS language,
                CASE
                    WHEN EXISTS (SELECT 1 FROM reader_ties t WHERE t.season_id = $1 AND t.reader_id = p.id) THEN 1
                    ELSE 0
                    END AS has_declared, MAX(s.place) AS place,
                COUNT(CASE WHEN s.finished_at IS NULL AND s.returned_at IS NULL THEN 1 END) AS open
            FROM assignment s
            JOIN person p ON p.id = s.reader_id
            WHERE s.season_id = $1
                AND EXISTS (
                    SELECT 1
                    FROM role r
                    WHERE r.season_id = $1 AND r.person_id = p.id AND r.role = 'reviewer' AND r.until IS NULL
                )
            GROUP BY p.id, p.display_name, p.language
            ORDER BY p.id"
        ),
        args![season],
    )
    .await
}

row! {
    /// An open reading with a day on which reviews are due.
    pub(in crate::reviews) struct WithDay {
        season_id: Id,
        slug: String,
        zone: String,
        due_on: String,
        remind_days: i64,
    }
}

pub(in crate::reviews) async fn with_day(conn: &mut Conn) -> Result<Vec<WithDay>> {
    conn.all(
        sql!(
            "SELECT g.season_id AS season_id, s.slug AS slug, s.zone AS zone, g.due_on AS due_on,
                g.remind_days AS remind_days
            FROM reading g
            JOIN season s ON s.id = g.season_id
            WHERE g.opened_at IS NOT NULL AND g.closed_at IS NULL AND g.due_on IS NOT NULL AND g.remind_days > 0
            ORDER BY g.season_id"
        ),
        args![],
    )
    .await
}

/// Keeps that someone is reminded of the day on which reviews are due, once. `false` when they were reminded before.
pub(in crate::reviews) async fn mark_reminded(conn: &mut Conn, due: &WithDay, reader: &Id, now: Time) -> Result<bool> {
    Ok(conn
        .run(
            sql!(
                "INSERT INTO reader_reminder (season_id, reader_id, due_on, at)
                VALUES ($1, $2, $3, $4)
                ON CONFLICT (season_id, reader_id, due_on) DO NOTHING"
            ),
            args![&due.season_id, reader, &due.due_on, now],
        )
        .await?
        > 0)
}
