//! The SQL of who has a place where, who waits for one, and what people answered.

use crate::gatherings::model::{Answer, Answered, Coming, Guest, PlaceState};
use crate::gatherings::rules::{PlanGatherings, RunGathering};
use weft_kernel::clock::Time;
use weft_kernel::db::{Conn, Result};
use weft_kernel::ids::Id;
use weft_kernel::{args, sql};
use weft_people::rules::OwnRecord;
use weft_programs::TakePart;

/// Who holds which sitting of a gathering: person and sitting.
pub async fn held(conn: &mut Conn, gathering: &Id) -> Result<Vec<(Id, Id)>> {
    conn.all(
        sql!("SELECT person_id, sitting_id FROM sitting_place WHERE gathering_id = $1 AND state = 'held'"),
        args![gathering],
    )
    .await
}

/// Takes a seat if there is one. Two who press at once cannot both get the last.
pub async fn take_seat(conn: &mut Conn, sitting: &Id) -> Result<bool> {
    let sql = sql!(
        "UPDATE sitting
        SET taken = taken + 1
        WHERE id = $1 AND removed_at IS NULL AND (capacity IS NULL OR taken < capacity)"
    );
    Ok(conn.run(sql, args![sitting]).await? > 0)
}

pub async fn give_seat_back(conn: &mut Conn, sitting: &Id) -> Result<()> {
    conn.run(sql!("UPDATE sitting SET taken = taken - 1 WHERE id = $1 AND taken > 0"), args![sitting]).await.map(drop)
}

/// Ends someone's place of a part; returns the sitting it was in.
pub async fn drop_place(
    conn: &mut Conn,
    gathering: &Id,
    part: i64,
    person: &Id,
    state: PlaceState,
) -> Result<Option<Id>> {
    let row: Option<(Id,)> = conn
        .opt(
            sql!(
                "DELETE FROM sitting_place
                WHERE gathering_id = $1 AND part = $2 AND person_id = $3 AND state = $4
                RETURNING sitting_id"
            ),
            args![gathering, part, person, state],
        )
        .await?;
    Ok(row.map(|(id,)| id))
}

/// Puts someone into a sitting; false when she got a place of this part in the same moment elsewhere.
pub async fn hold(conn: &mut Conn, gathering: &Id, part: i64, person: &Id, sitting: &Id, now: Time) -> Result<bool> {
    Ok(conn
        .run(
            sql!(
                "INSERT INTO sitting_place (gathering_id, part, person_id, sitting_id, state, at)
                VALUES ($1, $2, $3, $4, 'held', $5)
                ON CONFLICT (gathering_id, part, person_id, state) DO NOTHING"
            ),
            args![gathering, part, person, sitting, now],
        )
        .await?
        > 0)
}

/// Puts someone on the list of a full sitting; her turn counts from now when she waited for another.
pub async fn wait(conn: &mut Conn, gathering: &Id, part: i64, person: &Id, sitting: &Id, now: Time) -> Result<()> {
    conn.run(
        sql!(
            "INSERT INTO sitting_place (gathering_id, part, person_id, sitting_id, state, at)
            VALUES ($1, $2, $3, $4, 'waiting', $5)
            ON CONFLICT (gathering_id, part, person_id, state) DO UPDATE SET at = CASE
                WHEN sitting_place.sitting_id = excluded.sitting_id THEN sitting_place.at
                ELSE excluded.at
                END, sitting_id = excluded.sitting_id"
        ),
        args![gathering, part, person, sitting, now],
    )
    .await
    .map(drop)
}

/// Takes the first off a sitting's list.
pub async fn first_waiting(conn: &mut Conn, sitting: &Id) -> Result<Option<Id>> {
    let row: Option<(Id,)> = conn
        .opt(
            sql!(
                "DELETE FROM sitting_place
                WHERE sitting_id = $1
                    AND state = 'waiting'
                    AND person_id = (
                        SELECT w.person_id
                        FROM sitting_place w
                        WHERE w.sitting_id = $1 AND w.state = 'waiting'
                        ORDER BY w.at, w.person_id LIMIT 1
                    )
                RETURNING person_id"
            ),
            args![sitting],
        )
        .await?;
    Ok(row.map(|(id,)| id))
}

/// Gives everyone who takes part and has no place of a part one in this sitting.
pub async fn seat_everyone(
    conn: &mut Conn,
    permit: &PlanGatherings,
    gathering: &Id,
    part: i64,
    sitting: &Id,
    now: Time,
) -> Result<()> {
    let seated = conn
        .run(
            sql!(
                "INSERT INTO sitting_place (gathering_id, part, person_id, sitting_id, state, at)
                SELECT CAST($2 AS TEXT), CAST($3 AS BIGINT), k.person_id, CAST($4 AS TEXT), 'held', CAST($5 AS BIGINT)
                FROM taking_part k
                WHERE k.season_id = $1
                ON CONFLICT (gathering_id, part, person_id, state) DO NOTHING"
            ),
            args![permit.season(), gathering, part, sitting, now],
        )
        .await?;
    conn.run(sql!("UPDATE sitting SET taken = taken + $2 WHERE id = $1"), args![sitting, seated as i64]).await.map(drop)
}

/// How many take part in a season.
pub async fn count_taking_part(conn: &mut Conn, season: &Id) -> Result<i64> {
    Ok(conn.one::<(i64,)>(sql!("SELECT COUNT(*) FROM taking_part WHERE season_id = $1"), args![season]).await?.0)
}

pub async fn answer(
    conn: &mut Conn,
    permit: &TakePart,
    gathering: &Id,
    answer: Answer,
    note: &str,
    now: Time,
) -> Result<()> {
    conn.run(
        sql!(
            "INSERT INTO gathering_answer (gathering_id, person_id, answer, note, at)
            VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (gathering_id, person_id) DO UPDATE SET answer = excluded.answer, note = excluded.note,
                at = excluded.at"
        ),
        args![gathering, permit.person(), answer, note, now],
    )
    .await
    .map(drop)
}

/// Takes back the answer of someone who does not take part any more.
pub async fn drop_answer(conn: &mut Conn, gathering: &Id, person: &Id) -> Result<()> {
    conn.run(sql!("DELETE FROM gathering_answer WHERE gathering_id = $1 AND person_id = $2"), args![gathering, person])
        .await
        .map(drop)
}

/// Takes back an answer without a note, if it is still the one that was given at a moment.
pub async fn take_back(conn: &mut Conn, permit: &TakePart, gathering: &Id, said: Answer, at: Time) -> Result<bool> {
    let sql = sql!(
        "DELETE FROM gathering_answer
        WHERE gathering_id = $1 AND person_id = $2 AND answer = $3 AND at = $4 AND note = ''"
    );
    Ok(conn.run(sql, args![gathering, permit.person(), said, at]).await? > 0)
}

/// What someone answered to a gathering of a season by its slug, and when; only while it can be taken back.
pub async fn just_said(
    conn: &mut Conn,
    own: &OwnRecord,
    season: &str,
    number: i64,
    now: Time,
) -> Result<Option<(Answer, Time)>> {
    conn.opt(
        sql!(
            "SELECT a.answer, a.at
            FROM gathering_answer a
            JOIN gathering g ON g.id = a.gathering_id
            JOIN season e ON e.id = g.season_id
            JOIN taking_part k ON k.season_id = g.season_id AND k.person_id = a.person_id
            WHERE a.person_id = $1
                AND e.slug = $2
                AND g.number = $3
                AND g.cancelled_at IS NULL
                AND a.note = ''
                AND EXISTS (SELECT 1 FROM sitting s WHERE s.gathering_id = g.id AND s.removed_at IS NULL)
                AND NOT EXISTS (
                    SELECT 1
                    FROM sitting s
                    WHERE s.gathering_id = g.id AND s.removed_at IS NULL AND s.starts_at <= $4
                )"
        ),
        args![own.person(), season, number, now],
    )
    .await
}

/// What a gathering's guests answered, by name.
pub async fn answers(conn: &mut Conn, permit: &RunGathering, gathering: &Id) -> Result<Vec<Answered>> {
    conn.all(
        sql!(
            "SELECT p.id AS person_id, p.display_name AS name, a.answer AS answer, a.note AS note
            FROM (SELECT DISTINCT person_id FROM gathering_guest WHERE season_id = $1 AND gathering_id = $2) k
            JOIN gathering_answer a ON a.gathering_id = $2 AND a.person_id = k.person_id
            JOIN person p ON p.id = a.person_id
            ORDER BY p.sort_key, p.id"
        ),
        args![permit.season(), gathering],
    )
    .await
}

/// What someone goes to next, over all seasons she belongs to.
pub async fn coming(conn: &mut Conn, own: &OwnRecord, is_staff: bool, now: Time, limit: i64) -> Result<Vec<Coming>> {
    conn.all(
        sql!(
            "SELECT e.slug AS season_slug, m.name || ' · ' || e.name AS season_title, g.number AS number,
                g.title_en AS title_en, g.title_es AS title_es, g.format AS format, g.open_before AS open_before,
                s.id AS sitting_id, s.starts_at AS starts_at, s.zone AS zone, s.minutes AS minutes, s.place AS place,
                s.join_url AS join_url, a.answer AS answer,
                CASE
                    WHEN s.capacity IS NOT NULL
                        OR (
                            SELECT COUNT(*)
                            FROM sitting o
                            WHERE o.gathering_id = g.id AND o.part = s.part AND o.removed_at IS NULL
                        ) > 1 THEN 1
                    ELSE 0
                    END AS is_chosen, CASE WHEN p.state IS NULL THEN 0 ELSE 1 END AS is_own,
                CASE WHEN k.person_id IS NULL THEN 0 ELSE 1 END AS takes_part,
                CASE
                    WHEN CAST($4 AS BIGINT) = 1
                        AND EXISTS (
                            SELECT 1
                            FROM role r
                            WHERE r.season_id = g.season_id
                                AND r.person_id = $1
                                AND r.until IS NULL
                                AND r.role IN ('program-lead', 'co-lead', 'facilitator')
                        ) THEN 1
                    ELSE 0
                    END AS runs, CASE WHEN e.unconfirmed_at IS NULL THEN 0 ELSE 1 END AS is_unconfirmed,
                CASE
                    WHEN 'end' <> (SELECT r.act FROM room_step r WHERE r.sitting_id = s.id ORDER BY r.n DESC LIMIT 1)
                        THEN 1
                    ELSE 0
                    END AS is_running
            FROM gathering g
            JOIN season e ON e.id = g.season_id
            JOIN program m ON m.id = e.program_id
            JOIN sitting s ON s.gathering_id = g.id
            LEFT JOIN sitting_place p ON p.sitting_id = s.id AND p.person_id = $1 AND p.state = 'held'
            LEFT JOIN gathering_answer a ON a.gathering_id = g.id AND a.person_id = $1
            LEFT JOIN taking_part k ON k.season_id = g.season_id AND k.person_id = $1
            WHERE g.published_at IS NOT NULL
                AND g.cancelled_at IS NULL
                AND s.removed_at IS NULL
                AND s.starts_at + s.minutes * 60000000 > $2
                AND NOT EXISTS (
                    SELECT 1
                    FROM room_step d
                    WHERE d.sitting_id = s.id
                        AND d.act = 'end'
                        AND d.at >= s.starts_at
                        AND NOT EXISTS (SELECT 1 FROM room_step l WHERE l.sitting_id = s.id AND l.n > d.n)
                )
                AND (
                    k.person_id IS NOT NULL
                        OR (
                            CAST($4 AS BIGINT) = 1
                                AND EXISTS (
                                    SELECT 1
                                    FROM role r
                                    WHERE r.season_id = g.season_id
                                        AND r.person_id = $1
                                        AND r.until IS NULL
                                        AND r.role IN (
                                            'program-lead', 'co-lead', 'facilitator', 'coach', 'faculty', 'support'
                                        )
                                )
                        )
                )
                AND (
                    k.person_id IS NULL
                        OR p.state IS NOT NULL
                        OR NOT EXISTS (
                            SELECT 1
                            FROM sitting_place q
                            WHERE q.gathering_id = g.id AND q.part = s.part AND q.person_id = $1 AND q.state = 'held'
                        )
                )
            ORDER BY s.starts_at, s.id LIMIT $3"
        ),
        args![own.person(), now, limit, is_staff],
    )
    .await
}

/// Whom one part of a gathering counts, and how it stands for each.
pub async fn guests(conn: &mut Conn, permit: &RunGathering, gathering: &Id, part: i64) -> Result<Vec<Guest>> {
    conn.all(
        sql!(
            "SELECT p.id AS person_id, p.display_name AS name,
                (SELECT o.value FROM mailbox o WHERE o.person_id = p.id) AS email, p.language AS language,
                h.name AS team, h.position AS position, a.answer AS answer, s.sitting_id AS held,
                w.sitting_id AS waits, t.state AS state, t.source AS source, t.minutes AS minutes, t.how AS how,
                t.at AS marked_at,
                (
                    SELECT m.display_name
                    FROM catch_up c
                    JOIN person m ON m.id = c.mate_id
                    WHERE c.gathering_id = $2 AND c.person_id = k.person_id
                ) AS caught_up_with
            FROM gathering_guest k
            JOIN person p ON p.id = k.person_id
            LEFT JOIN member m ON m.person_id = p.id AND m.season_id = $1 AND m.left_at IS NULL
            LEFT JOIN home_team_member hm ON hm.member_id = m.id AND hm.until IS NULL
            LEFT JOIN home_team h ON h.id = hm.team_id
            LEFT JOIN gathering_answer a ON a.gathering_id = $2 AND a.person_id = p.id
            LEFT JOIN sitting_place s ON s.gathering_id = $2
                AND s.part = $3
                AND s.person_id = p.id
                AND s.state = 'held'
            LEFT JOIN sitting_place w ON w.gathering_id = $2
                AND w.part = $3
                AND w.person_id = p.id
                AND w.state = 'waiting'
            LEFT JOIN attendance t ON t.gathering_id = $2 AND t.part = $3 AND t.person_id = p.id
            WHERE k.season_id = $1 AND k.gathering_id = $2 AND k.part = $3
            ORDER BY p.sort_key, p.id"
        ),
        args![permit.season(), gathering, part],
    )
    .await
}

/// The season that someone takes part in, by its slug: of several the one whose next time is soonest, or else the last
/// to begin.
pub async fn own_season(conn: &mut Conn, own: &OwnRecord, now: Time) -> Result<Option<String>> {
    let found: Option<(String,)> = conn
        .opt(
            sql!(
                "SELECT e.slug
                FROM taking_part k
                JOIN season e ON e.id = k.season_id
                LEFT JOIN gathering g ON g.season_id = e.id AND g.published_at IS NOT NULL AND g.cancelled_at IS NULL
                LEFT JOIN sitting s ON s.gathering_id = g.id
                    AND s.removed_at IS NULL
                    AND s.starts_at + s.minutes * 60000000 > $2
                WHERE k.person_id = $1
                GROUP BY e.id, e.slug, e.starts_on
                ORDER BY CASE WHEN MIN(s.starts_at) IS NULL THEN 1 ELSE 0 END, MIN(s.starts_at), e.starts_on DESC,
                    e.slug
                LIMIT 1"
            ),
            args![own.person(), now],
        )
        .await?;
    Ok(found.map(|(slug,)| slug))
}
