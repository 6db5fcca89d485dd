//! The SQL of spaces.

use super::MemberState;
use super::rules::{Inside, PayFor, SeeOwn};
use weft_kernel::Kernel;
use weft_kernel::clock::Time;
use weft_kernel::collate;
use weft_kernel::db::{Conn, Result};
use weft_kernel::ids::Id;
use weft_kernel::{args, row, sql};
use weft_people::names::told_apart;

row! {
    /// A space, and how its reader stands to it: in, invited, asking, or nothing.
    pub struct Space {
        id: Id,
        name: String,
        purpose: String,
        confidentiality: String,
        is_listed: bool,
        asks_money: bool,
        paid_by: String,
        people: i64,
        state: Option<MemberState>,
    }
}

impl Space {
    pub fn is_in(&self) -> bool {
        self.state == Some(MemberState::In)
    }

    pub fn is_invited(&self) -> bool {
        self.state == Some(MemberState::Invited)
    }

    pub fn is_asking(&self) -> bool {
        self.state == Some(MemberState::Asking)
    }
}

row! { pub struct Person { person_id: Id, name: String, state: MemberState } }

/// Spaces someone is in, is invited to or asks for; with those that are listed where she takes part.
pub async fn all(conn: &mut Conn, own: &SeeOwn) -> Result<Vec<Space>> {
    conn.all(
        sql!(
            "SELECT s.id AS id, s.name AS name, s.purpose AS purpose, s.confidentiality AS confidentiality,
                s.is_listed AS is_listed, s.asks_money AS asks_money, s.paid_by AS paid_by,
                (SELECT COUNT(*) FROM space_member k WHERE k.space_id = s.id AND k.state = 'in') AS people,
                m.state AS state
            FROM space s
            LEFT JOIN space_member m ON m.space_id = s.id AND m.person_id = $2
            WHERE s.season_id = $1
                AND s.closed_at IS NULL
                AND (m.state IS NOT NULL OR (s.is_listed = 1 AND CAST($3 AS BIGINT) = 1))
            ORDER BY CASE m.state WHEN 'in' THEN 0 WHEN 'invited' THEN 1 ELSE 2 END, s.at, s.id"
        ),
        args![own.season(), own.person(), own.takes_part],
    )
    .await
}

/// How someone stands to a space of the season that is open.
pub(super) async fn state_of(conn: &mut Conn, own: &SeeOwn, space: &Id) -> Result<Option<MemberState>> {
    let row: Option<(MemberState,)> = conn
        .opt(
            sql!(
                "SELECT m.state
                FROM space_member m
                JOIN space s ON s.id = m.space_id
                WHERE s.season_id = $1 AND m.person_id = $2 AND s.id = $3 AND s.closed_at IS NULL"
            ),
            args![own.season(), own.person(), space],
        )
        .await?;
    Ok(row.map(|(s,)| s))
}

pub async fn one(conn: &mut Conn, inside: &Inside) -> Result<Option<Space>> {
    conn.opt(
        sql!(
            "SELECT s.id AS id, s.name AS name, s.purpose AS purpose, s.confidentiality AS confidentiality,
                s.is_listed AS is_listed, s.asks_money AS asks_money, s.paid_by AS paid_by,
                (SELECT COUNT(*) FROM space_member k WHERE k.space_id = s.id AND k.state = 'in') AS people,
                'in' AS state
            FROM space s
            WHERE s.season_id = $1 AND s.id = $2 AND s.closed_at IS NULL"
        ),
        args![inside.season(), inside.space()],
    )
    .await
}

/// Who is in it, is invited or asks.
pub async fn people(conn: &mut Conn, inside: &Inside) -> Result<Vec<Person>> {
    conn.all(
        sql!(
            "SELECT m.person_id AS person_id, p.display_name AS name, m.state AS state
            FROM space_member m
            JOIN person p ON p.id = m.person_id
            WHERE m.space_id = $1
            ORDER BY p.sort_key, p.id"
        ),
        args![inside.space()],
    )
    .await
}

/// Those who run the season and, for readers who may know them, members of its cohort, who are not in the space yet.
pub async fn could_come(conn: &mut Conn, inside: &Inside) -> Result<Vec<(String, String)>> {
    let rows: Vec<(String, String, String)> = conn
        .all(
            sql!(
                "SELECT p.id, p.display_name,
                COALESCE(
                    (
                        SELECT t.name
                        FROM home_team_member h
                        JOIN home_team t ON t.id = h.team_id
                        JOIN member m ON m.id = h.member_id
                        WHERE m.person_id = p.id AND m.season_id = $1 AND m.left_at IS NULL AND h.until IS NULL LIMIT 1
                    ),
                    ''
                )
            FROM person p
            WHERE (
                (
                    CAST($3 AS BIGINT) = 1
                        AND EXISTS (
                            SELECT 1
                            FROM member m
                            WHERE m.season_id = $1 AND m.person_id = p.id AND m.left_at IS NULL
                        )
                )
                    OR EXISTS (
                        SELECT 1
                        FROM role r
                        WHERE r.season_id = $1
                            AND r.person_id = p.id
                            AND r.until IS NULL
                            AND r.role IN ('program-lead', 'co-lead', 'facilitator', 'coach', 'faculty')
                    )
            )
                AND NOT EXISTS (
                    SELECT 1
                    FROM space_member k
                    WHERE k.space_id = $2 AND k.person_id = p.id AND k.state IN ('in', 'invited')
                )
            ORDER BY p.sort_key, p.id"
            ),
            args![inside.season(), inside.space(), inside.knows_cohort],
        )
        .await?;
    Ok(told_apart(rows))
}

/// Names of spaces that ask for the program's money, and what they say of other money.
pub async fn asking_money(conn: &mut Conn, permit: &PayFor) -> Result<Vec<(String, String)>> {
    let mut all: Vec<(String, String)> = conn
        .all(
            sql!("SELECT name, paid_by FROM space WHERE season_id = $1 AND asks_money = 1 AND closed_at IS NULL"),
            args![permit.season()],
        )
        .await?;
    collate::sort_by_name(&mut all, |s| &s.0);
    Ok(all)
}

/// What a space says of itself.
#[derive(Debug)]
pub struct Draft {
    pub name: String,
    pub purpose: String,
    pub confidentiality: String,
    pub is_listed: bool,
    pub asks_money: bool,
    pub paid_by: String,
}

pub(super) async fn insert(kernel: &Kernel, conn: &mut Conn, own: &SeeOwn, d: &Draft) -> Result<Id> {
    let id = kernel.id();
    conn.run(
        sql!(
            "INSERT INTO space (id, season_id, name, purpose, confidentiality, is_listed, asks_money, paid_by, at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
        ),
        args![
            &id,
            own.season(),
            &d.name,
            &d.purpose,
            &d.confidentiality,
            d.is_listed,
            d.asks_money,
            &d.paid_by,
            kernel.now()
        ],
    )
    .await?;
    conn.run(
        sql!("INSERT INTO space_member (space_id, person_id, state) VALUES ($1, $2, 'in')"),
        args![&id, own.person()],
    )
    .await?;
    Ok(id)
}

pub(super) async fn update(conn: &mut Conn, inside: &Inside, d: &Draft) -> Result<()> {
    conn.run(
        sql!(
            "UPDATE space
            SET name = $2, purpose = $3, confidentiality = $4, is_listed = $5, asks_money = $6, paid_by = $7
            WHERE id = $1 AND closed_at IS NULL"
        ),
        args![inside.space(), &d.name, &d.purpose, &d.confidentiality, d.is_listed, d.asks_money, &d.paid_by],
    )
    .await
    .map(drop)
}

/// Holds a space: coming and going wait for each other, so that the last to leave knows that she is.
async fn hold(conn: &mut Conn, space: &Id) -> Result<()> {
    conn.run(sql!("UPDATE space SET at = at WHERE id = $1"), args![space]).await.map(drop)
}

/// Asks to come into a listed space, or takes an invitation; false where neither is possible.
pub(super) async fn join(conn: &mut Conn, own: &SeeOwn, space: &Id) -> Result<bool> {
    hold(conn, space).await?;
    let invited = sql!(
        "UPDATE space_member
        SET state = 'in'
        WHERE space_id = $1 AND person_id = $2 AND state = 'invited'"
    );
    if conn.run(invited, args![space, own.person()]).await? > 0 {
        return Ok(true);
    }
    let asks = sql!(
        "INSERT INTO space_member (space_id, person_id, state)
        SELECT s.id, CAST($3 AS TEXT), 'asking'
        FROM space s
        WHERE s.season_id = $1 AND s.id = $2 AND s.is_listed = 1 AND s.closed_at IS NULL AND CAST($4 AS BIGINT) = 1
        ON CONFLICT (space_id, person_id) DO NOTHING"
    );
    Ok(conn.run(asks, args![own.season(), space, own.person(), own.takes_part]).await? > 0)
}

/// Invites someone; whoever asks comes in at once. Returns her new state.
pub(super) async fn invite(conn: &mut Conn, inside: &Inside, person: &Id) -> Result<Option<MemberState>> {
    let row: Option<(MemberState,)> = conn
        .opt(
            sql!(
                "INSERT INTO space_member (space_id, person_id, state)
                VALUES ($1, $2, 'invited')
                ON CONFLICT (space_id, person_id) DO UPDATE SET state = 'in'
                WHERE space_member.state = 'asking' RETURNING state"
            ),
            args![inside.space(), person],
        )
        .await?;
    Ok(row.map(|(s,)| s))
}

/// Leaves with what one wrote there, or turns an invitation down, or stops asking; the last one to go closes the space.
pub(super) async fn leave(conn: &mut Conn, own: &SeeOwn, space: &Id, now: Time) -> Result<bool> {
    hold(conn, space).await?;
    let gone = conn
        .run(
            sql!(
                "DELETE FROM space_member
                WHERE person_id = $2 AND space_id = (SELECT s.id FROM space s WHERE s.season_id = $1 AND s.id = $3)"
            ),
            args![own.season(), own.person(), space],
        )
        .await?;
    let empty = sql!(
        "UPDATE message
        SET text = '', search_key = '', mentioned = '[]', removed_at = COALESCE(removed_at, at),
            emptied_at = COALESCE(emptied_at, at)
        WHERE (person_id = $2 OR CAST($2 AS TEXT) IS NULL)
            AND topic_id IN (SELECT t.id FROM topic t WHERE t.place = 'space' AND t.place_id = $1)"
    );
    conn.run(empty, args![space, own.person()]).await?;
    let untitled =
        sql!("UPDATE topic SET title = '', title_key = '' WHERE place = 'space' AND place_id = $1 AND starter_id = $2");
    conn.run(untitled, args![space, own.person()]).await?;
    let closed = sql!(
        "UPDATE space
        SET closed_at = $2
        WHERE id = $1
            AND closed_at IS NULL
            AND NOT EXISTS (SELECT 1 FROM space_member m WHERE m.space_id = $1 AND m.state = 'in')"
    );
    if conn.run(closed, args![space, now]).await? > 0 {
        conn.run(empty, args![space, None::<&Id>]).await?;
        conn.run(sql!("DELETE FROM space_member WHERE space_id = $1"), args![space]).await?;
        conn.run(
            sql!(
                "UPDATE space
                SET name = '', purpose = '', confidentiality = '', paid_by = '', asks_money = 0
                WHERE id = $1"
            ),
            args![space],
        )
        .await?;
    }
    Ok(gone > 0)
}
