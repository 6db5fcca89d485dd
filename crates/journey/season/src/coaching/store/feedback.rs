//! The SQL of what members say of coaching: themes and who shares them, sealed, and the times at which they are asked.

use std::collections::BTreeMap;

use crate::coaching::heard::{Round, Theme};
use crate::coaching::rules::{Arrange, Own};
use weft_kernel::Kernel;
use weft_kernel::anonymous::SETTLED_AFTER;
use weft_kernel::clock::Time;
use weft_kernel::db::{Conn, Result};
use weft_kernel::ids::Id;
use weft_kernel::{args, row, sql};
use weft_people::rules::OwnRecord;

/// A season's themes in their order, those that are offered no more last.
pub async fn themes(conn: &mut Conn, season: &Id) -> Result<Vec<Theme>> {
    conn.all(
        sql!(
            "SELECT id, name_en, name_es, is_offered, chosen
            FROM coaching_theme
            WHERE season_id = $1
            ORDER BY is_offered DESC, place, id"
        ),
        args![season],
    )
    .await
}

/// How many people were counted last.
pub async fn counted_people(conn: &mut Conn, permit: &Arrange) -> Result<i64> {
    let found: Option<(i64,)> =
        conn.opt(sql!("SELECT people FROM coaching_theme_count WHERE season_id = $1"), args![permit.season()]).await?;
    Ok(found.map_or(0, |(n,)| n))
}

/// Holds a season's count until the transaction ends: whoever shares, takes back or counts comes one after the other.
/// Returns how many of those counted have taken theirs back since.
pub(in crate::coaching) async fn hold_count(conn: &mut Conn, season: &Id) -> Result<i64> {
    let (gone,): (i64,) = conn
        .one(
            sql!(
                "INSERT INTO coaching_theme_count (season_id, people, gone)
                VALUES ($1, 0, 0)
                ON CONFLICT (season_id) DO UPDATE SET people = coaching_theme_count.people
                RETURNING gone"
            ),
            args![season],
        )
        .await?;
    Ok(gone)
}

/// Keeps the list that is offered. What is not in it any more stays for those who shared it.
pub(in crate::coaching) async fn keep_themes(
    kernel: &Kernel,
    conn: &mut Conn,
    permit: &Arrange,
    names: &[(String, String)],
) -> Result<()> {
    conn.run(sql!("UPDATE coaching_theme SET is_offered = 0 WHERE season_id = $1"), args![permit.season()]).await?;
    for (place, (en, es)) in (0_i64..).zip(names) {
        let n = conn
            .run(
                sql!(
                    "UPDATE coaching_theme
                    SET is_offered = 1, place = $4
                    WHERE season_id = $1 AND name_en = $2 AND name_es = $3"
                ),
                args![permit.season(), en.as_str(), es.as_str(), place],
            )
            .await?;
        if n == 0 {
            conn.run(
                sql!(
                    "INSERT INTO coaching_theme (id, season_id, place, name_en, name_es, is_offered, chosen)
                    VALUES ($1, $2, $3, $4, $5, 1, 0)"
                ),
                args![kernel.id(), permit.season(), place, en.as_str(), es.as_str()],
            )
            .await?;
        }
    }
    Ok(())
}

/// What someone shares, sealed.
pub(in crate::coaching) async fn share(conn: &mut Conn, permit: &Own) -> Result<Option<String>> {
    let found: Option<(String,)> = conn
        .opt(
            sql!("SELECT themes_sealed FROM coaching_theme_share WHERE season_id = $1 AND person_id = $2"),
            args![permit.season(), permit.member()],
        )
        .await?;
    Ok(found.map(|(text,)| text))
}

/// Keeps what someone shares: they are counted anew, and no longer as they were.
pub(in crate::coaching) async fn put_share(conn: &mut Conn, permit: &Own, sealed: &str) -> Result<()> {
    delete_share(conn, permit).await?;
    conn.run(
        sql!(
            "INSERT INTO coaching_theme_share (season_id, person_id, themes_sealed, is_counted)
            VALUES ($1, $2, $3, 0)"
        ),
        args![permit.season(), permit.member(), sealed],
    )
    .await
    .map(drop)
}

pub(in crate::coaching) async fn delete_share(conn: &mut Conn, permit: &Own) -> Result<()> {
    let found: Option<(bool,)> = conn
        .opt(
            sql!("DELETE FROM coaching_theme_share WHERE season_id = $1 AND person_id = $2 RETURNING is_counted"),
            args![permit.season(), permit.member()],
        )
        .await?;
    if found == Some((true,)) {
        let gone = sql!("UPDATE coaching_theme_count SET gone = gone + 1 WHERE season_id = $1");
        conn.run(gone, args![permit.season()]).await?;
    }
    Ok(())
}

row! {
    /// What someone shares.
    pub(in crate::coaching) struct Share { person_id: Id, themes_sealed: String, is_counted: bool }
}

pub(in crate::coaching) async fn shares(conn: &mut Conn, season: &Id) -> Result<Vec<Share>> {
    conn.all(
        sql!(
            "SELECT person_id, themes_sealed, is_counted
            FROM coaching_theme_share
            WHERE season_id = $1
            ORDER BY person_id"
        ),
        args![season],
    )
    .await
}

/// What someone shares in each season, sealed.
pub(in crate::coaching) async fn own_shares(conn: &mut Conn, own: &OwnRecord) -> Result<Vec<(Id, String)>> {
    conn.all(
        sql!("SELECT season_id, themes_sealed FROM coaching_theme_share WHERE person_id = $1 ORDER BY season_id"),
        args![own.person()],
    )
    .await
}

/// Whoever left the cohort can't take theirs back any more: it is taken back for them.
pub(in crate::coaching) async fn drop_left_shares(conn: &mut Conn) -> Result<()> {
    conn.run(
        sql!(
            "UPDATE coaching_theme_count
            SET gone = gone + (
                SELECT COUNT(*)
                FROM coaching_theme_share x
                JOIN member m ON m.season_id = x.season_id AND m.person_id = x.person_id AND m.left_at IS NOT NULL
                WHERE x.season_id = coaching_theme_count.season_id AND x.is_counted = 1
            )
            WHERE EXISTS (
                SELECT 1
                FROM coaching_theme_share x
                JOIN member m ON m.season_id = x.season_id AND m.person_id = x.person_id AND m.left_at IS NOT NULL
                WHERE x.season_id = coaching_theme_count.season_id
            )"
        ),
        args![],
    )
    .await?;
    conn.run(
        sql!(
            "DELETE FROM coaching_theme_share
            WHERE EXISTS (
                SELECT 1
                FROM member m
                WHERE m.season_id = coaching_theme_share.season_id
                    AND m.person_id = coaching_theme_share.person_id
                    AND m.left_at IS NOT NULL
            )"
        ),
        args![],
    )
    .await
    .map(drop)
}

/// Seasons in which so many people are new or took theirs back.
pub(in crate::coaching) async fn changed_seasons(conn: &mut Conn, fewest: i64) -> Result<Vec<Id>> {
    let rows: Vec<(Id,)> = conn
        .all(
            sql!(
                "SELECT c.season_id
                FROM coaching_theme_count c
                WHERE c.gone >= $1
                    OR (
                        SELECT COUNT(*)
                        FROM coaching_theme_share x
                        WHERE x.season_id = c.season_id AND x.is_counted = 0
                    ) >= $1
                ORDER BY c.season_id"
            ),
            args![fewest],
        )
        .await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// Writes a count: of how many people, and how many chose each theme.
pub(in crate::coaching) async fn put_count(
    conn: &mut Conn,
    season: &Id,
    (people, chosen): (i64, &BTreeMap<Id, i64>),
) -> Result<()> {
    let counted = sql!("UPDATE coaching_theme_count SET people = $2, gone = 0 WHERE season_id = $1");
    conn.run(counted, args![season, people]).await?;
    conn.run(sql!("UPDATE coaching_theme_share SET is_counted = 1 WHERE season_id = $1"), args![season]).await?;
    conn.run(sql!("UPDATE coaching_theme SET chosen = 0 WHERE season_id = $1"), args![season]).await?;
    for (theme, n) in chosen {
        let set = sql!("UPDATE coaching_theme SET chosen = $3 WHERE season_id = $1 AND id = $2");
        conn.run(set, args![season, theme, *n]).await?;
    }
    Ok(())
}

/// The times at which a season's members were asked, the newest first, with a reader's mark if there is a reader.
pub async fn rounds(conn: &mut Conn, season: &Id, reader: Option<&Id>) -> Result<Vec<Round>> {
    conn.all(
        sql!(
            "SELECT r.id AS id, r.opened_at AS opened_at, r.closes_at AS closes_at,
                (SELECT COUNT(*) FROM anonymous_answer a WHERE a.topic = r.id) AS said,
                CASE
                    WHEN EXISTS (SELECT 1 FROM anonymous_mark m WHERE m.topic = r.id AND m.person_id = $2) THEN 1
                    ELSE 0
                END AS is_said
            FROM coaching_round r
            WHERE r.season_id = $1
            ORDER BY r.opened_at DESC, r.id DESC"
        ),
        args![season, reader.map_or("", Id::as_str)],
    )
    .await
}

pub(in crate::coaching) async fn insert_round(
    kernel: &Kernel,
    conn: &mut Conn,
    permit: &Arrange,
    closes_at: Time,
) -> Result<()> {
    conn.run(
        sql!("INSERT INTO coaching_round (id, season_id, opened_at, closes_at) VALUES ($1, $2, $3, $4)"),
        args![kernel.id(), permit.season(), kernel.now(), closes_at],
    )
    .await
    .map(drop)
}

pub(in crate::coaching) async fn end_round(conn: &mut Conn, permit: &Arrange, id: &Id, now: Time) -> Result<bool> {
    let n = conn
        .run(
            sql!("UPDATE coaching_round SET closes_at = $3 WHERE season_id = $1 AND id = $2 AND closes_at > $3"),
            args![permit.season(), id, now],
        )
        .await?;
    Ok(n > 0)
}

/// When one closes; nothing for topics of others.
pub(in crate::coaching) async fn closes_at(conn: &mut Conn, round: &Id) -> Result<Option<Time>> {
    let sql = sql!("SELECT closes_at FROM coaching_round WHERE id = $1");
    let found: Option<(Time,)> = conn.opt(sql, args![round]).await?;
    Ok(found.map(|(at,)| at))
}

/// The answers of all that are settled, by round, as they are kept; nothing of one that is open or just closed.
pub(in crate::coaching) async fn settled_answers(
    conn: &mut Conn,
    permit: &Arrange,
    now: Time,
) -> Result<Vec<(Id, String)>> {
    conn.all(
        sql!(
            "SELECT a.topic, a.answer
            FROM anonymous_answer a
            JOIN coaching_round r ON r.id = a.topic
            WHERE r.season_id = $1 AND r.closes_at <= $2
            ORDER BY a.id"
        ),
        args![permit.season(), now.plus_seconds(-SETTLED_AFTER)],
    )
    .await
}

pub(in crate::coaching) async fn forget_marks(conn: &mut Conn, before: Time) -> Result<()> {
    conn.run(
        sql!("DELETE FROM anonymous_mark WHERE topic IN (SELECT id FROM coaching_round WHERE closes_at <= $1)"),
        args![before],
    )
    .await
    .map(drop)
}

/// Whether someone of the cohort had a session here, or a coaching that has ended.
pub async fn was_coached(conn: &mut Conn, permit: &Own, now: Time) -> Result<bool> {
    let (n,): (i64,) = conn
        .one(
            sql!(
                "SELECT (
                    SELECT COUNT(*)
                    FROM coaching_session_told t
                    WHERE t.season_id = $1 AND t.member_id = $2 AND t.became = 'held' AND t.starts_at <= $3
                ) + (
                    SELECT COUNT(*)
                    FROM coaching_pair p
                    WHERE p.season_id = $1 AND p.member_id = $2 AND p.ended_at <= $3
                )"
            ),
            args![permit.season(), permit.member(), now],
        )
        .await?;
    Ok(n > 0)
}

/// Whether a season offers themes or asks how coaching goes.
pub async fn is_asking(conn: &mut Conn, season: &Id, now: Time) -> Result<bool> {
    let (n,): (i64,) = conn
        .one(
            sql!(
                "SELECT (SELECT COUNT(*) FROM coaching_theme t WHERE t.season_id = $1 AND t.is_offered = 1)
                    + (SELECT COUNT(*) FROM coaching_round r WHERE r.season_id = $1 AND r.closes_at > $2)"
            ),
            args![season, now],
        )
        .await?;
    Ok(n > 0)
}

/// How many of the cohort had at least so many sessions.
pub async fn had_sessions(conn: &mut Conn, permit: &Arrange, (least, now): (i64, Time)) -> Result<i64> {
    let (n,): (i64,) = conn
        .one(
            sql!(
                "SELECT COUNT(*)
                FROM member m
                WHERE m.season_id = $1
                    AND m.left_at IS NULL
                    AND (
                        SELECT COUNT(*)
                        FROM coaching_session_told t
                        WHERE t.season_id = m.season_id
                            AND t.member_id = m.person_id
                            AND t.became = 'held'
                            AND t.starts_at <= $3
                    ) >= $2"
            ),
            args![permit.season(), least, now],
        )
        .await?;
    Ok(n)
}
