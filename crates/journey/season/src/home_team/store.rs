//! The SQL of a home team's place. Which team that is, is part of every statement: the one the person is in now.

pub mod attendance;

use super::model::{MOST_VERSIONS, Team, TeamLine, Version};
use super::rules::{Belong, Look};
use weft_kernel::clock::Time;
use weft_kernel::db::{Conn, Result};
use weft_kernel::ids::Id;
use weft_kernel::{args, row, sql};
use weft_people::rules::OwnRecord;

/// One's home team; nothing before there are teams.
pub async fn team(conn: &mut Conn, permit: &Belong) -> Result<Option<Team>> {
    conn.opt(
        sql!(
            "SELECT t.id AS id, t.name AS name, t.position AS position,
                (SELECT COUNT(*) FROM in_team o WHERE o.team_id = t.id) AS people
            FROM in_team i
            JOIN home_team t ON t.id = i.team_id
            WHERE i.season_id = $1 AND i.person_id = $2
            ORDER BY t.position, t.id LIMIT 1"
        ),
        args![permit.season(), permit.person()],
    )
    .await
}

/// The same, held until the transaction ends: of two who save at once, one comes after the other.
pub(super) async fn hold(conn: &mut Conn, permit: &Belong) -> Result<Option<Team>> {
    let Some(team) = team(conn, permit).await? else { return Ok(None) };
    conn.run(sql!("UPDATE home_team SET name = name WHERE id = $1"), args![&team.id]).await?;
    Ok(Some(team))
}

/// Who is in it, by person.
pub async fn mates(conn: &mut Conn, permit: &Belong) -> Result<Vec<Id>> {
    let rows: Vec<(Id,)> = conn
        .all(
            sql!(
                "SELECT o.person_id
                FROM in_team i
                JOIN in_team o ON o.team_id = i.team_id
                WHERE i.season_id = $1 AND i.person_id = $2"
            ),
            args![permit.season(), permit.person()],
        )
        .await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// What the team agreed on, version by version, the newest first.
pub async fn versions(conn: &mut Conn, permit: &Belong) -> Result<Vec<Version>> {
    conn.all(
        sql!(
            "SELECT a.id AS id, a.version AS version, a.words_sealed AS words_sealed, a.writer_id AS writer_id,
                p.display_name AS writer, a.at AS at,
                (
                    SELECT COUNT(*)
                    FROM team_agreement_yes y
                    JOIN in_team o ON o.team_id = a.team_id AND o.person_id = y.person_id
                    WHERE y.agreement_id = a.id
                ) AS yes,
                CASE
                    WHEN EXISTS (
                        SELECT 1
                        FROM team_agreement_yes y
                        WHERE y.agreement_id = a.id AND y.person_id = $2
                    ) THEN 1
                    ELSE 0
                END AS is_mine
            FROM in_team i
            JOIN team_agreement a ON a.team_id = i.team_id
            LEFT JOIN person p ON p.id = a.writer_id
            WHERE i.season_id = $1 AND i.person_id = $2
            ORDER BY a.version DESC"
        ),
        args![permit.season(), permit.person()],
    )
    .await
}

/// Who of the team as it is now has agreed to the newest version, by name.
pub async fn agreed(conn: &mut Conn, permit: &Belong) -> Result<Vec<String>> {
    let rows: Vec<(String,)> = conn
        .all(
            sql!(
                "SELECT p.display_name
                FROM in_team i
                JOIN in_team o ON o.team_id = i.team_id
                JOIN team_agreement a ON a.team_id = i.team_id
                JOIN team_agreement_yes y ON y.agreement_id = a.id AND y.person_id = o.person_id
                JOIN person p ON p.id = o.person_id
                WHERE i.season_id = $1
                    AND i.person_id = $2
                    AND a.version = (SELECT MAX(n.version) FROM team_agreement n WHERE n.team_id = a.team_id)
                ORDER BY p.sort_key, p.id"
            ),
            args![permit.season(), permit.person()],
        )
        .await?;
    Ok(rows.into_iter().map(|(name,)| name).collect())
}

/// Writes the next version of a team that [`hold`] holds. `false` where there are as many as any team may have.
pub(super) async fn insert(
    conn: &mut Conn,
    permit: &Belong,
    team: &Team,
    (id, version, sealed): (&Id, i64, &str),
    now: Time,
) -> Result<bool> {
    if version > MOST_VERSIONS {
        return Ok(false);
    }
    conn.run(
        sql!(
            "INSERT INTO team_agreement (id, team_id, version, words_sealed, writer_id, at)
            VALUES ($1, $2, $3, $4, $5, $6)"
        ),
        args![id, &team.id, version, sealed, permit.person(), now],
    )
    .await?;
    Ok(true)
}

/// Agrees to a version of one's team, where it is the newest. `false` where it is not, or was agreed to before.
pub(super) async fn agree(conn: &mut Conn, permit: &Belong, version: i64, now: Time) -> Result<Option<Id>> {
    let newest: Option<(Id,)> = conn
        .opt(
            sql!(
                "SELECT a.id
                FROM in_team i
                JOIN team_agreement a ON a.team_id = i.team_id
                WHERE i.season_id = $1
                    AND i.person_id = $2
                    AND a.version = $3
                    AND a.version = (SELECT MAX(n.version) FROM team_agreement n WHERE n.team_id = a.team_id)"
            ),
            args![permit.season(), permit.person(), version],
        )
        .await?;
    let Some((id,)) = newest else { return Ok(None) };
    let said = conn
        .run(
            sql!(
                "INSERT INTO team_agreement_yes (agreement_id, person_id, at)
                VALUES ($1, $2, $3)
                ON CONFLICT (agreement_id, person_id) DO NOTHING"
            ),
            args![&id, permit.person(), now],
        )
        .await?;
    Ok((said > 0).then_some(id))
}

/// Takes one's yes to a version of one's team back.
pub(super) async fn take_back(conn: &mut Conn, permit: &Belong, version: i64) -> Result<Option<Id>> {
    let gone: Option<(Id,)> = conn
        .opt(
            sql!(
                "DELETE FROM team_agreement_yes
                WHERE person_id = $2
                    AND agreement_id IN (
                        SELECT a.id
                        FROM in_team i
                        JOIN team_agreement a ON a.team_id = i.team_id
                        WHERE i.season_id = $1 AND i.person_id = $2 AND a.version = $3
                    )
                RETURNING agreement_id"
            ),
            args![permit.season(), permit.person(), version],
        )
        .await?;
    Ok(gone.map(|(id,)| id))
}

/// The teams there are, each with whether it has an agreement and how many agreed to the newest version.
pub async fn lines(conn: &mut Conn, permit: &Look) -> Result<Vec<TeamLine>> {
    conn.all(
        sql!(
            "SELECT t.id AS id, t.name AS name, t.position AS position, COUNT(*) AS people, a.version AS version,
                CAST(SUM(CASE WHEN y.person_id IS NULL THEN 0 ELSE 1 END) AS BIGINT) AS yes
            FROM home_team t
            JOIN in_team i ON i.team_id = t.id
            LEFT JOIN team_agreement a
                ON a.team_id = t.id
                    AND a.version = (SELECT MAX(n.version) FROM team_agreement n WHERE n.team_id = t.id)
            LEFT JOIN team_agreement_yes y ON y.agreement_id = a.id AND y.person_id = i.person_id
            WHERE t.season_id = $1
            GROUP BY t.id, t.name, t.position, a.version
            ORDER BY t.position, t.id"
        ),
        args![permit.season()],
    )
    .await
}

row! {
    /// A version that someone wrote, as it is sealed.
    pub struct Written { id: Id, words_sealed: String, at: Time }
}

/// What someone wrote for their team, sealed, for their own file.
pub(super) async fn written(conn: &mut Conn, own: &OwnRecord) -> Result<Vec<Written>> {
    conn.all(
        sql!("SELECT id, words_sealed, at FROM team_agreement WHERE writer_id = $1 ORDER BY at, id"),
        args![own.person()],
    )
    .await
}

/// Deletes what teams agreed on that ended before `$1`, and the older versions of seasons whose last day was before
/// `$2`. Returns how many.
pub(super) async fn sweep(conn: &mut Conn, ended_before: Time, last_day: &str) -> Result<usize> {
    let yes = sql!(
        "DELETE FROM team_agreement_yes
        WHERE agreement_id IN (
            SELECT a.id
            FROM team_agreement a
            JOIN home_team t ON t.id = a.team_id
            JOIN season s ON s.id = t.season_id
            WHERE NOT EXISTS (
                    SELECT 1
                    FROM home_team_member h
                    WHERE h.team_id = a.team_id AND (h.until IS NULL OR h.until > $1)
                )
                OR (
                    s.ends_on < $2
                        AND a.version < (SELECT MAX(n.version) FROM team_agreement n WHERE n.team_id = a.team_id)
                )
        )"
    );
    conn.run(yes, args![ended_before, last_day]).await?;
    let words = sql!(
        "DELETE FROM team_agreement
        WHERE id IN (
            SELECT a.id
            FROM team_agreement a
            JOIN home_team t ON t.id = a.team_id
            JOIN season s ON s.id = t.season_id
            WHERE NOT EXISTS (
                    SELECT 1
                    FROM home_team_member h
                    WHERE h.team_id = a.team_id AND (h.until IS NULL OR h.until > $1)
                )
                OR (
                    s.ends_on < $2
                        AND a.version < (SELECT MAX(n.version) FROM team_agreement n WHERE n.team_id = a.team_id)
                )
        )"
    );
    Ok(usize::try_from(conn.run(words, args![ended_before, last_day]).await?).unwrap_or(0))
}
