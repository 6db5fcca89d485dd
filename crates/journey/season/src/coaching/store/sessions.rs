//! The SQL of sessions, what became of them, and how many there are.

use crate::coaching::model::{Became, Counted, Month, Session};
use crate::coaching::rules::{Arrange, Own};
use weft_kernel::clock::Time;
use weft_kernel::db::{Conn, Result};
use weft_kernel::ids::Id;
use weft_kernel::{args, row, sql};
use weft_people::rules::OwnRecord;

pub(in crate::coaching) async fn insert_session(conn: &mut Conn, appointment: &Id, pair: &Id) -> Result<()> {
    conn.run(sql!("INSERT INTO coaching_session (appointment_id, pair_id) VALUES ($1, $2)"), args![appointment, pair])
        .await
        .map(drop)
}

/// The sessions of someone in a season, as coach or member, in order.
pub async fn own_sessions(conn: &mut Conn, permit: &Own) -> Result<Vec<Session>> {
    conn.all(
        sql!(
            "SELECT t.*
            FROM coaching_session_told t
            WHERE t.season_id = $1 AND (t.coach_id = $2 OR t.member_id = $3)
            ORDER BY t.starts_at, t.id"
        ),
        args![permit.season(), permit.coach(), permit.member()],
    )
    .await
}

/// One of them, or nothing.
pub(in crate::coaching) async fn own_session(conn: &mut Conn, permit: &Own, id: &Id) -> Result<Option<Session>> {
    conn.opt(
        sql!(
            "SELECT t.*
            FROM coaching_session_told t
            WHERE t.season_id = $1 AND (t.coach_id = $2 OR t.member_id = $3) AND t.id = $4"
        ),
        args![permit.season(), permit.coach(), permit.member(), id],
    )
    .await
}

/// How often its coach has said what became of a session.
pub(in crate::coaching) async fn times_said(conn: &mut Conn, id: &Id) -> Result<i64> {
    let (n,): (i64,) = conn
        .one(sql!("SELECT COUNT(*) FROM credit WHERE appointment_id = $1 AND kind IN ('held', 'missed')"), args![id])
        .await?;
    Ok(n)
}

/// Says that the two no longer differ: the session was given back.
pub(in crate::coaching) async fn agree(conn: &mut Conn, id: &Id) -> Result<()> {
    conn.run(sql!("UPDATE coaching_session SET differ_at = NULL WHERE appointment_id = $1"), args![id]).await.map(drop)
}

/// Says what became of a session that has begun and that the program has not settled. The two differ from when one says
/// another thing than the other, and from when the member alone says something: a coach may never answer. False where
/// nothing changed.
pub(in crate::coaching) async fn say(
    conn: &mut Conn,
    id: &Id,
    (by_coach, says): (bool, Became),
    now: Time,
) -> Result<bool> {
    let n = if by_coach {
        conn.run(
            sql!(
                "UPDATE coaching_session
                SET coach_says = $2,
                    differ_at = CASE
                        WHEN member_says IS NULL OR member_says = $2 THEN NULL
                        ELSE COALESCE(differ_at, CAST($3 AS BIGINT))
                    END
                WHERE appointment_id = $1 AND program_says IS NULL AND (coach_says IS NULL OR coach_says <> $2)"
            ),
            args![id, says, now],
        )
        .await?
    } else {
        conn.run(
            sql!(
                "UPDATE coaching_session
                SET member_says = $2,
                    differ_at = CASE
                        WHEN coach_says = $2 THEN NULL
                        ELSE COALESCE(differ_at, CAST($3 AS BIGINT))
                    END
                WHERE appointment_id = $1 AND program_says IS NULL AND (member_says IS NULL OR member_says <> $2)"
            ),
            args![id, says, now],
        )
        .await?
    };
    Ok(n > 0)
}

row! {
    /// A session of which its two say different things, as the program reads it: who and when, and nothing of what they
    /// say.
    pub struct Question {
        id: Id,
        pair_id: Id,
        member_id: Option<Id>,
        member_name: Option<String>,
        coach_name: Option<String>,
        starts_at: Time,
    }
}

/// Those for the program: the two had a week, or they no longer work together and nobody said what became of it.
/// Whoever coached it themselves does not judge it.
pub async fn questions(conn: &mut Conn, permit: &Arrange, before: Time) -> Result<Vec<Question>> {
    conn.all(
        sql!(
            "SELECT t.id AS id, t.pair_id AS pair_id, t.member_id AS member_id, m.display_name AS member_name,
                c.display_name AS coach_name, t.starts_at AS starts_at
            FROM coaching_session_told t
            LEFT JOIN person m ON m.id = t.member_id
            LEFT JOIN person c ON c.id = t.coach_id
            WHERE t.season_id = $1
                AND t.program_says IS NULL
                AND t.is_returned = 0
                AND t.canceled_at IS NULL
                AND (t.coach_id IS NULL OR t.coach_id <> $3)
                AND (
                    t.differ_at <= $2
                        OR (t.is_over = 1 AND t.coach_says IS NULL AND t.starts_at <= $2)
                )
            ORDER BY t.starts_at, t.id"
        ),
        args![permit.season(), before, permit.person()],
    )
    .await
}

/// Settles one; false where it is settled.
pub(in crate::coaching) async fn settle(conn: &mut Conn, id: &Id, says: Became) -> Result<bool> {
    let n = conn
        .run(
            sql!("UPDATE coaching_session SET program_says = $2 WHERE appointment_id = $1 AND program_says IS NULL"),
            args![id, says],
        )
        .await?;
    Ok(n > 0)
}

/// Everyone of the cohort, with their coach and their sessions: a line each, and every session in one of its counts.
pub async fn counted(conn: &mut Conn, permit: &Arrange, now: Time) -> Result<Vec<Counted>> {
    conn.all(
        sql!(
            "WITH told AS (
                SELECT t.member_id AS member_id, t.became AS became,
                    CASE WHEN t.starts_at > $2 THEN 1 ELSE 0 END AS is_ahead
                FROM coaching_session_told t
                WHERE t.season_id = $1 AND t.canceled_at IS NULL AND t.is_returned = 0
            ), booked AS (
                SELECT x.member_id AS member_id,
                    SUM(CASE WHEN x.is_ahead = 1 THEN 1 ELSE 0 END) AS booked,
                    SUM(CASE WHEN x.is_ahead = 0 AND x.became IS NULL THEN 1 ELSE 0 END) AS waiting,
                    SUM(CASE WHEN x.is_ahead = 0 AND x.became = 'held' THEN 1 ELSE 0 END) AS held,
                    SUM(CASE WHEN x.is_ahead = 0 AND x.became = 'missed' THEN 1 ELSE 0 END) AS missed
                FROM told x
                GROUP BY x.member_id
            ), given AS (
                SELECT k.person_id AS person_id,
                    SUM(CASE WHEN k.kind IN ('granted', 'extra') THEN k.change ELSE 0 END) AS granted,
                    SUM(CASE
                        WHEN k.kind = 'late' AND NOT EXISTS (
                            SELECT 1
                            FROM credit r
                            WHERE r.appointment_id = k.appointment_id AND r.kind = 'returned'
                        ) THEN 1
                        ELSE 0
                    END) AS late,
                    SUM(k.change) AS left_over
                FROM credit k
                WHERE k.season_id = $1
                GROUP BY k.person_id
            )
            SELECT p.id AS member_id, p.display_name AS name, p.language AS language, q.id AS pair_id,
                q.coach_id AS coach_id, q.coach_name AS coach_name, q.member_signed_at AS member_signed_at,
                q.coach_signed_at AS coach_signed_at, q.program_signed_at AS program_signed_at,
                (
                    SELECT COUNT(*)
                    FROM coaching_pair e
                    WHERE e.season_id = m.season_id AND e.member_id = p.id AND e.ended_at IS NOT NULL
                ) AS changes,
                CAST(COALESCE(g.granted, 0) AS BIGINT) AS granted, CAST(COALESCE(b.booked, 0) AS BIGINT) AS booked,
                CAST(COALESCE(b.waiting, 0) AS BIGINT) AS waiting, CAST(COALESCE(b.held, 0) AS BIGINT) AS held,
                CAST(COALESCE(b.missed, 0) AS BIGINT) AS missed, CAST(COALESCE(g.late, 0) AS BIGINT) AS late,
                CAST(COALESCE(g.left_over, 0) AS BIGINT) AS left_over
            FROM member m
            JOIN person p ON p.id = m.person_id
            LEFT JOIN coaching_told q ON q.season_id = m.season_id AND q.member_id = p.id AND q.ended_at IS NULL
            LEFT JOIN booked b ON b.member_id = p.id
            LEFT JOIN given g ON g.person_id = p.id
            WHERE m.season_id = $1 AND m.left_at IS NULL
            ORDER BY p.sort_key, p.id"
        ),
        args![permit.season(), now],
    )
    .await
}

row! {
    /// A session for the coach's hours: when, where the coach is, and what became of it.
    pub struct Worked {
        coach_id: Option<Id>,
        coach: Option<String>,
        starts_at: Time,
        minutes: i64,
        zone: String,
        became: Option<Became>,
        is_late: bool,
        is_group: bool,
    }
}

/// Every session that was to begin before `now`, also of groups, and those canceled late: what coaches are paid for.
pub(in crate::coaching) async fn worked(conn: &mut Conn, permit: &Arrange, now: Time) -> Result<Vec<Worked>> {
    conn.all(
        sql!(
            "SELECT t.coach_id AS coach_id, c.display_name AS coach, t.starts_at AS starts_at, t.minutes AS minutes,
                t.zone AS zone, t.became AS became, t.is_late AS is_late, 0 AS is_group, c.sort_key AS sort_key
            FROM coaching_session_told t
            LEFT JOIN person c ON c.id = t.coach_id
            WHERE t.season_id = $1
                AND t.starts_at <= $2
                AND (t.canceled_at IS NULL OR t.is_late = 1)
            UNION ALL
            SELECT g.coach_id, c.display_name, x.starts_at, x.minutes, x.zone, x.became, 0, 1, c.sort_key
            FROM coaching_group_session x
            JOIN coaching_group g ON g.id = x.group_id
            LEFT JOIN person c ON c.id = g.coach_id
            WHERE g.season_id = $1 AND x.starts_at <= $2 AND x.canceled_at IS NULL
            ORDER BY sort_key, coach_id, is_group, starts_at"
        ),
        args![permit.season(), now],
    )
    .await
}

/// The months of each coach, from what they did.
pub fn months(worked: &[Worked]) -> Vec<Month> {
    let mut all: Vec<Month> = Vec::new();
    for w in worked {
        let day = w.starts_at.date_in(&w.zone);
        let month = format!("{:04}-{:02}", day.year(), day.month());
        let is_same = |m: &Month| m.coach_id == w.coach_id && m.month == month && m.is_group == w.is_group;
        let at = all.iter().position(is_same).unwrap_or_else(|| {
            let (coach_id, coach, month, is_group) = (w.coach_id.clone(), w.coach.clone(), month.clone(), w.is_group);
            all.push(Month { coach_id, coach, month, is_group, held: 0, minutes: 0, missed: 0, late: 0, waiting: 0 });
            all.len() - 1
        });
        let m = &mut all[at];
        match (w.is_late, w.became) {
            (true, _) => m.late += 1,
            (false, Some(Became::Held)) => {
                m.held += 1;
                m.minutes += w.minutes;
            }
            (false, Some(Became::Missed)) => m.missed += 1,
            (false, None) => m.waiting += 1,
        }
    }
    all
}

row! {
    /// Someone's coaching on the start page.
    pub struct Mine {
        path: String,
        coach_name: Option<String>,
        left_over: i64,
        /// Whether everyone has signed and the coach said when they can be met.
        can_book: bool,
    }
}

/// The coach of someone, in each season that has one for them.
pub async fn mine(conn: &mut Conn, own: &OwnRecord) -> Result<Vec<Mine>> {
    conn.all(
        sql!(
            "SELECT '/s/' || t.season_slug || '/coaching' AS path, t.coach_name AS coach_name,
                t.left_over AS left_over,
                CASE
                    WHEN t.member_signed_at IS NOT NULL
                        AND t.coach_signed_at IS NOT NULL
                        AND t.program_signed_at IS NOT NULL
                        AND EXISTS (
                            SELECT 1
                            FROM appointment_host h
                            JOIN appointment_hours o ON o.host_id = h.id AND o.to_minute > o.from_minute
                            WHERE h.season_id = t.season_id AND h.person_id = t.coach_id
                        ) THEN 1
                    ELSE 0
                END AS can_book
            FROM coaching_told t
            JOIN member m ON m.season_id = t.season_id AND m.person_id = t.member_id AND m.left_at IS NULL
            WHERE t.member_id = $1 AND t.ended_at IS NULL
            ORDER BY t.began_at, t.id"
        ),
        args![own.person()],
    )
    .await
}
