//! The SQL of polls of times and of the meetings they end in.

use super::model::{Draft, Given, MOST_POLLS, Moment, Poll, Say};
use super::rules::Meet;
use weft_kernel::Kernel;
use weft_kernel::clock::Time;
use weft_kernel::db::{Conn, Result};
use weft_kernel::ids::Id;
use weft_kernel::{args, row, sql};
use weft_people::model::Addressee;
use weft_people::rules::OwnRecord;

/// Every poll that someone may read, the newest first.
pub async fn polls(conn: &mut Conn, permit: &Meet) -> Result<Vec<Poll>> {
    conn.all(
        sql!(
            "SELECT t.*,
                CASE WHEN i.person_id IS NULL THEN 0 ELSE 1 END AS is_member,
                CASE
                    WHEN EXISTS (
                        SELECT 1
                        FROM poll_answer a
                        JOIN poll_option o ON o.id = a.option_id
                        WHERE o.poll_id = t.id AND a.person_id = $2
                    ) THEN 1
                    ELSE 0
                END AS is_answered
            FROM poll_told t
            LEFT JOIN in_team i ON i.team_id = t.team_id AND i.person_id = $2
            WHERE t.season_id = $1 AND (i.person_id IS NOT NULL OR CAST($3 AS BIGINT) = 1)
            ORDER BY t.made_at DESC, t.id DESC"
        ),
        args![permit.season(), permit.person(), permit.is_staff()],
    )
    .await
}

/// One of those, or nothing.
pub async fn poll(conn: &mut Conn, permit: &Meet, id: &Id) -> Result<Option<Poll>> {
    conn.opt(
        sql!(
            "SELECT t.*,
                CASE WHEN i.person_id IS NULL THEN 0 ELSE 1 END AS is_member,
                CASE
                    WHEN EXISTS (
                        SELECT 1
                        FROM poll_answer a
                        JOIN poll_option o ON o.id = a.option_id
                        WHERE o.poll_id = t.id AND a.person_id = $2
                    ) THEN 1
                    ELSE 0
                END AS is_answered
            FROM poll_told t
            LEFT JOIN in_team i ON i.team_id = t.team_id AND i.person_id = $2
            WHERE t.season_id = $1 AND (i.person_id IS NOT NULL OR CAST($3 AS BIGINT) = 1) AND t.id = $4"
        ),
        args![permit.season(), permit.person(), permit.is_staff(), id],
    )
    .await
}

/// The same, held until the transaction ends: two presses come one after the other.
pub(super) async fn hold(conn: &mut Conn, permit: &Meet, id: &Id) -> Result<Option<Poll>> {
    conn.run(sql!("UPDATE poll SET made_at = made_at WHERE id = $1 AND season_id = $2"), args![id, permit.season()])
        .await?;
    poll(conn, permit, id).await
}

/// The times of a poll that one may read.
pub async fn moments(conn: &mut Conn, _: &Meet, poll: &Poll) -> Result<Vec<Moment>> {
    conn.all(sql!("SELECT id, starts_at FROM poll_option WHERE poll_id = $1 ORDER BY starts_at"), args![&poll.id]).await
}

/// What everyone of the team answered, by name. Whoever left the team does not count.
pub async fn given(conn: &mut Conn, _: &Meet, poll: &Poll) -> Result<Vec<Given>> {
    conn.all(
        sql!(
            "SELECT a.option_id AS option_id, a.person_id AS person_id, p.display_name AS name, a.answer AS answer
            FROM poll_option o
            JOIN poll_answer a ON a.option_id = o.id
            JOIN in_team i ON i.team_id = $2 AND i.person_id = a.person_id
            JOIN person p ON p.id = a.person_id
            WHERE o.poll_id = $1
            ORDER BY p.sort_key, p.id, o.starts_at"
        ),
        args![&poll.id, &poll.team_id],
    )
    .await
}

/// The home teams one may ask for, with how many people are in each.
pub async fn teams(conn: &mut Conn, permit: &Meet) -> Result<Vec<(Id, String, i64)>> {
    conn.all(
        sql!(
            "SELECT t.id, t.name, COUNT(*)
            FROM home_team t
            JOIN in_team i ON i.team_id = t.id
            WHERE t.season_id = $1
                AND (
                    CAST($3 AS BIGINT) = 1
                        OR EXISTS (SELECT 1 FROM in_team o WHERE o.team_id = t.id AND o.person_id = $2)
                )
            GROUP BY t.id, t.name, t.position
            ORDER BY t.position, t.id"
        ),
        args![permit.season(), permit.person(), permit.is_staff()],
    )
    .await
}

/// Writes a new poll with its times; false where the team is not one that they may ask for, or has as many open polls
/// as any team may.
pub(super) async fn insert(
    kernel: &Kernel,
    conn: &mut Conn,
    permit: &Meet,
    (id, draft): (&Id, &Draft),
) -> Result<bool> {
    let (by_on, by_at) = draft.answer_by.as_ref().map(|(on, at)| (on.as_str(), *at)).unzip();
    let made = conn
        .run(
            sql!(
                "INSERT INTO poll (
                    id, season_id, team_id, maker_id, title, minutes, place, zone, answer_by_on, answer_by_at, made_at
                )
                SELECT CAST($1 AS TEXT), t.season_id, t.id, CAST($3 AS TEXT), CAST($6 AS TEXT), CAST($7 AS BIGINT),
                    CAST($8 AS TEXT), CAST($9 AS TEXT), CAST($10 AS TEXT), CAST($11 AS BIGINT), CAST($12 AS BIGINT)
                FROM home_team t
                WHERE t.id = $5
                    AND t.season_id = $2
                    AND EXISTS (
                        SELECT 1
                        FROM in_team i
                        WHERE i.team_id = t.id AND (i.person_id = $3 OR CAST($4 AS BIGINT) = 1)
                    )
                    AND (
                        SELECT COUNT(*)
                        FROM poll p
                        WHERE p.team_id = t.id
                            AND NOT EXISTS (SELECT 1 FROM team_meeting g WHERE g.poll_id = p.id)
                            AND EXISTS (SELECT 1 FROM poll_option o WHERE o.poll_id = p.id AND o.starts_at > $12)
                    ) < $13
                    AND (
                        SELECT COUNT(*)
                        FROM poll p
                        WHERE p.team_id = t.id AND p.made_at > $12 - 86400000000
                    ) < $13 * 3"
            ),
            args![
                id,
                permit.season(),
                permit.person(),
                permit.is_staff(),
                &draft.team,
                draft.title.as_str(),
                draft.minutes,
                draft.place.as_str(),
                draft.zone.as_str(),
                by_on,
                by_at,
                kernel.now(),
                MOST_POLLS
            ],
        )
        .await?;
    if made == 0 {
        return Ok(false);
    }
    for slot in &draft.slots {
        conn.run(
            sql!(
                "INSERT INTO poll_option (id, poll_id, starts_local, starts_at)
                VALUES ($1, $2, $3, $4)
                ON CONFLICT (poll_id, starts_at) DO NOTHING"
            ),
            args![kernel.id(), id, slot.starts.to_string(), slot.starts_at],
        )
        .await?;
    }
    Ok(true)
}

/// Someone of the team answers to a time of a poll, which [`hold`] holds. What has passed keeps its answer.
pub(super) async fn answer(
    conn: &mut Conn,
    permit: &Meet,
    poll: &Poll,
    (option, say): (&Id, Say),
    now: Time,
) -> Result<bool> {
    Ok(conn
        .run(
            sql!(
                "INSERT INTO poll_answer (option_id, person_id, answer, at)
                SELECT o.id, i.person_id, CAST($4 AS TEXT), CAST($5 AS BIGINT)
                FROM poll_option o
                JOIN poll p ON p.id = o.poll_id
                JOIN in_team i ON i.team_id = p.team_id AND i.person_id = $2
                WHERE o.id = $3 AND p.id = $1 AND o.starts_at > $5
                ON CONFLICT (option_id, person_id) DO UPDATE SET answer = excluded.answer, at = excluded.at"
            ),
            args![&poll.id, permit.person(), option, say, now],
        )
        .await?
        > 0)
}

/// A time of a poll that lies ahead.
pub(super) async fn ahead(conn: &mut Conn, poll: &Poll, option: &Id, now: Time) -> Result<bool> {
    let found: Option<(Time,)> = conn
        .opt(
            sql!("SELECT starts_at FROM poll_option WHERE id = $1 AND poll_id = $2 AND starts_at > $3"),
            args![option, &poll.id, now],
        )
        .await?;
    Ok(found.is_some())
}

/// The meeting of a poll, which [`hold`] holds, is at this time now.
pub(super) async fn settle(conn: &mut Conn, permit: &Meet, poll: &Poll, option: &Id, now: Time) -> Result<()> {
    conn.run(
        sql!(
            "INSERT INTO team_meeting (poll_id, option_id, sequence, by_id, at)
            VALUES ($1, $2, 1, $3, $4)
            ON CONFLICT (poll_id) DO UPDATE SET option_id = excluded.option_id,
                sequence = team_meeting.sequence + 1, by_id = excluded.by_id, at = excluded.at"
        ),
        args![&poll.id, option, permit.person(), now],
    )
    .await
    .map(drop)
}

/// The meeting of a poll, which [`hold`] holds, is off.
pub(super) async fn cancel(conn: &mut Conn, permit: &Meet, poll: &Poll, now: Time) -> Result<()> {
    conn.run(
        sql!("UPDATE team_meeting SET sequence = sequence + 1, by_id = $2, canceled_at = $3 WHERE poll_id = $1"),
        args![&poll.id, permit.person(), now],
    )
    .await
    .map(drop)
}

/// Deletes a poll, which [`hold`] holds, with its times and answers.
pub(super) async fn delete(conn: &mut Conn, poll: &Poll) -> Result<()> {
    for sql in [
        sql!("DELETE FROM poll_answer WHERE option_id IN (SELECT id FROM poll_option WHERE poll_id = $1)"),
        sql!("DELETE FROM poll_option WHERE poll_id = $1"),
        sql!("DELETE FROM poll WHERE id = $1"),
    ] {
        conn.run(sql, args![&poll.id]).await?;
    }
    Ok(())
}

/// Who gets email about a poll: its team as it is now.
pub(super) async fn addressees(conn: &mut Conn, poll: &Poll) -> Result<Vec<Addressee>> {
    conn.all(
        sql!(
            "SELECT p.id AS person_id, p.display_name AS name, c.value AS email, p.language AS language, p.zone AS zone
            FROM in_team i
            JOIN person p ON p.id = i.person_id
            JOIN mailbox c ON c.person_id = p.id
            WHERE i.team_id = $1
            ORDER BY p.id"
        ),
        args![&poll.team_id],
    )
    .await
}

row! {
    /// Someone of the team who has not answered, with what decides whether a reminder goes to them.
    pub struct Silent {
        person_id: Id,
        name: String,
        email: Option<String>,
        language: String,
        zone: Option<String>,
        is_returned: bool,
        is_off: bool,
        is_reminded: bool,
    }
}

/// Under what name the outbox knows a reminder: one for a poll, a person and a day.
pub fn silent_key(poll: &Id, person: &Id, day: &str) -> String {
    format!("poll-reminder:{poll}:{person}:{day}")
}

/// Who of the team has not answered, by name; `day` says, as in [`silent_key`], when a reminder counts.
pub async fn silent(conn: &mut Conn, _: &Meet, poll: &Poll, day: &str) -> Result<Vec<Silent>> {
    conn.all(
        sql!(
            "SELECT p.id AS person_id, p.display_name AS name, c.value AS email, p.language AS language,
                p.zone AS zone, CASE WHEN m.norm IS NULL THEN 0 ELSE 1 END AS is_returned,
                CASE WHEN p.reminders = 'none' THEN 1 ELSE 0 END AS is_off,
                CASE WHEN o.id IS NULL THEN 0 ELSE 1 END AS is_reminded
            FROM in_team i
            JOIN person p ON p.id = i.person_id
            LEFT JOIN mailbox c ON c.person_id = p.id
            LEFT JOIN address_mark m ON m.norm = c.norm
            LEFT JOIN outbox o
                ON o.dedupe_key = 'poll-reminder:' || CAST($1 AS TEXT) || ':' || p.id || ':' || CAST($3 AS TEXT)
            WHERE i.team_id = $2
                AND NOT EXISTS (
                    SELECT 1
                    FROM poll_answer a
                    JOIN poll_option x ON x.id = a.option_id
                    WHERE x.poll_id = $1 AND a.person_id = p.id
                )
            ORDER BY p.sort_key, p.id"
        ),
        args![&poll.id, &poll.team_id, day],
    )
    .await
}

/// The meetings of home teams that someone is in, for their calendar.
pub async fn meetings(conn: &mut Conn, own: &OwnRecord) -> Result<Vec<Poll>> {
    conn.all(
        sql!(
            "SELECT t.*, 1 AS is_member, 0 AS is_answered
            FROM poll_told t
            JOIN in_team i ON i.team_id = t.team_id AND i.person_id = $1
            WHERE t.option_id IS NOT NULL
            ORDER BY t.starts_at, t.id"
        ),
        args![own.person()],
    )
    .await
}

/// Those that lie ahead and take place, the soonest first.
pub async fn coming(conn: &mut Conn, own: &OwnRecord, now: Time) -> Result<Vec<Poll>> {
    conn.all(
        sql!(
            "SELECT t.*, 1 AS is_member, 0 AS is_answered
            FROM poll_told t
            JOIN in_team i ON i.team_id = t.team_id AND i.person_id = $1
            WHERE t.canceled_at IS NULL AND t.starts_at + t.minutes * 60000000 > $2
            ORDER BY t.starts_at, t.id LIMIT 3"
        ),
        args![own.person(), now],
    )
    .await
}
