//! The SQL of who of a home team came, who missed what, and who caught up with whom.

use crate::home_team::model::{CaughtUp, Missed, There, Turnout};
use crate::home_team::rules::{Belong, Look};
use weft_kernel::clock::Time;
use weft_kernel::db::{Conn, Result};
use weft_kernel::ids::Id;
use weft_kernel::{args, sql};

/// How many of each team came to what has ended: of one's own team where `person` is given.
async fn turnout(conn: &mut Conn, season: &Id, person: Option<&Id>, now: Time) -> Result<Vec<Turnout>> {
    conn.all(
        sql!(
            "SELECT h.id AS gathering_id, h.number AS number, h.title_en AS title_en, h.title_es AS title_es,
                h.starts_at AS starts_at, i.team_id AS team_id, COUNT(*) AS people,
                CAST(SUM(CASE WHEN t.is_here = 1 THEN 1 ELSE 0 END) AS BIGINT) AS came,
                CAST(
                    SUM(
                        CASE
                            WHEN t.is_here = 1 THEN 0
                            WHEN t.is_here = 0 OR c.person_id IS NOT NULL THEN 1
                            ELSE 0
                        END
                    ) AS BIGINT
                ) AS caught_up
            FROM held_gathering h
            JOIN (SELECT DISTINCT gathering_id, person_id FROM gathering_guest WHERE season_id = $1) k
                ON k.gathering_id = h.id
            LEFT JOIN in_team i ON i.season_id = $1 AND i.person_id = k.person_id
            LEFT JOIN (
                SELECT a.gathering_id AS gathering_id, a.person_id AS person_id,
                    MAX(CASE WHEN a.state = 'present' THEN 1 ELSE 0 END) AS is_here
                FROM held_gathering o
                JOIN attendance a ON a.gathering_id = o.id
                WHERE o.season_id = $1
                GROUP BY a.gathering_id, a.person_id
            ) t ON t.gathering_id = h.id AND t.person_id = k.person_id
            LEFT JOIN catch_up c ON c.gathering_id = h.id AND c.person_id = k.person_id
            WHERE h.season_id = $1
                AND h.ends_at <= $3
                AND (
                    CAST($2 AS TEXT) IS NULL
                        OR EXISTS (SELECT 1 FROM in_team o WHERE o.team_id = i.team_id AND o.person_id = $2)
                )
            GROUP BY h.id, h.number, h.title_en, h.title_es, h.starts_at, i.team_id
            ORDER BY h.starts_at, h.id, i.team_id"
        ),
        args![season, person, now],
    )
    .await
}

/// Every team's.
pub async fn of_all(conn: &mut Conn, permit: &Look, now: Time) -> Result<Vec<Turnout>> {
    turnout(conn, permit.season(), None, now).await
}

/// One's own team's.
pub async fn of_team(conn: &mut Conn, permit: &Belong, now: Time) -> Result<Vec<Turnout>> {
    turnout(conn, permit.season(), Some(permit.person()), now).await
}

/// Who of the team missed what has ended and has not caught up on it.
pub async fn missed(conn: &mut Conn, permit: &Belong, now: Time) -> Result<Vec<Missed>> {
    conn.all(
        sql!(
            "SELECT h.number AS number, h.id AS gathering_id, h.title_en AS title_en, h.title_es AS title_es,
                h.starts_at AS starts_at, p.id AS person_id, p.display_name AS name
            FROM in_team i
            JOIN missed_gathering m ON m.team_id = i.team_id
            JOIN held_gathering h ON h.id = m.gathering_id
            JOIN person p ON p.id = m.person_id
            WHERE i.season_id = $1
                AND i.person_id = $2
                AND h.ends_at <= $3
                AND NOT EXISTS (
                    SELECT 1
                    FROM catch_up c
                    WHERE c.gathering_id = m.gathering_id AND c.person_id = m.person_id
                )
            ORDER BY h.starts_at DESC, h.id, CASE WHEN p.id = $2 THEN 0 ELSE 1 END, p.sort_key, p.id"
        ),
        args![permit.season(), permit.person(), now],
    )
    .await
}

/// Who of the team was at the gatherings that someone of it missed.
pub async fn there(conn: &mut Conn, permit: &Belong) -> Result<Vec<There>> {
    conn.all(
        sql!(
            "SELECT DISTINCT a.gathering_id AS gathering_id, p.id AS person_id, p.display_name AS name,
                p.sort_key AS sort_key
            FROM in_team i
            JOIN missed_gathering m ON m.team_id = i.team_id
            JOIN attendance a ON a.gathering_id = m.gathering_id AND a.state = 'present'
            JOIN in_team o ON o.team_id = i.team_id AND o.person_id = a.person_id
            JOIN person p ON p.id = a.person_id
            WHERE i.season_id = $1 AND i.person_id = $2
            ORDER BY a.gathering_id, p.sort_key, p.id"
        ),
        args![permit.season(), permit.person()],
    )
    .await
}

/// Who of the team caught up with whom, the newest first.
pub async fn caught_up(conn: &mut Conn, permit: &Belong) -> Result<Vec<CaughtUp>> {
    conn.all(
        sql!(
            "SELECT h.number AS number, h.title_en AS title_en, h.title_es AS title_es, h.starts_at AS starts_at,
                p.id AS person_id, p.display_name AS name, m.id AS mate_id, m.display_name AS mate,
                c.on_day AS on_day
            FROM in_team i
            JOIN in_team o ON o.team_id = i.team_id
            JOIN catch_up c ON c.person_id = o.person_id
            JOIN held_gathering h ON h.id = c.gathering_id AND h.season_id = i.season_id
            JOIN person p ON p.id = c.person_id
            LEFT JOIN person m ON m.id = c.mate_id
            WHERE i.season_id = $1 AND i.person_id = $2
            ORDER BY c.on_day DESC, c.at DESC, p.sort_key, p.id"
        ),
        args![permit.season(), permit.person()],
    )
    .await
}

/// Says that `who` caught up on a gathering with `mate`: one of the two is the reader, `who` missed it, `mate` was
/// there and both are in the reader's team. `false` where that is not so, or was said before.
pub async fn insert(
    conn: &mut Conn,
    permit: &Belong,
    gathering: &Id,
    (who, mate, day): (&Id, &Id, &str),
    now: Time,
) -> Result<bool> {
    Ok(conn
        .run(
            sql!(
                "INSERT INTO catch_up (gathering_id, person_id, mate_id, on_day, at)
                SELECT m.gathering_id, m.person_id, o.person_id, CAST($6 AS TEXT), CAST($7 AS BIGINT)
                FROM in_team i
                JOIN missed_gathering m ON m.team_id = i.team_id
                JOIN in_team o ON o.team_id = i.team_id
                WHERE i.season_id = $1
                    AND i.person_id = $2
                    AND m.gathering_id = $3
                    AND m.person_id = $4
                    AND o.person_id = $5
                    AND (m.person_id = $2 OR o.person_id = $2)
                    AND EXISTS (
                        SELECT 1
                        FROM attendance a
                        WHERE a.gathering_id = $3 AND a.person_id = $5 AND a.state = 'present'
                    )
                    AND EXISTS (SELECT 1 FROM held_gathering h WHERE h.id = $3 AND h.ends_at <= $7)
                ON CONFLICT (gathering_id, person_id) DO NOTHING"
            ),
            args![permit.season(), permit.person(), gathering, who, mate, day, now],
        )
        .await?
        > 0)
}

/// Takes that back, as one of the two.
pub async fn remove(conn: &mut Conn, permit: &Belong, number: i64, who: &Id) -> Result<Option<Id>> {
    let gone: Option<(Id,)> = conn
        .opt(
            sql!(
                "DELETE FROM catch_up
                WHERE person_id = $4
                    AND (person_id = $2 OR mate_id = $2)
                    AND gathering_id IN (SELECT g.id FROM gathering g WHERE g.season_id = $1 AND g.number = $3)
                RETURNING gathering_id"
            ),
            args![permit.season(), permit.person(), number, who],
        )
        .await?;
    Ok(gone.map(|(id,)| id))
}

/// The numbers of a season's gatherings that have time for home teams.
pub async fn with_time(conn: &mut Conn, permit: &Belong) -> Result<Vec<i64>> {
    let rows: Vec<(i64,)> = conn
        .all(
            sql!(
                "SELECT DISTINCT g.number
                FROM gathering g
                JOIN segment b ON b.gathering_id = g.id AND b.kind = 'home-team'
                WHERE g.season_id = $1"
            ),
            args![permit.season()],
        )
        .await?;
    Ok(rows.into_iter().map(|(n,)| n).collect())
}
