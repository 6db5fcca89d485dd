//! The SQL of peers.

use super::Answer;
use super::rules::{BeFound, Find};
use weft_kernel::Kernel;
use weft_kernel::clock::Time;
use weft_kernel::collate;
use weft_kernel::db::{Conn, Result};
use weft_kernel::ids::Id;
use weft_kernel::{args, row, sql};

row! {
    /// Someone in the list, in her own words; issues are lines.
    pub struct Peer {
        id: Id,
        person_id: Id,
        name: String,
        pronouns: Option<String>,
        place: String,
        issues: String,
        talk: String,
    }
}

impl Peer {
    pub fn issues(&self) -> Vec<&str> {
        self.issues.lines().map(str::trim).filter(|l| !l.is_empty()).collect()
    }
}

row! {
    /// A word, and the other one of the two. Her address is there once both have said yes.
    pub struct Word {
        id: Id,
        name: String,
        text: String,
        at: Time,
        answer: Option<Answer>,
        is_mine: bool,
        email: Option<String>,
    }
}

impl Word {
    pub fn is_yes(&self) -> bool {
        self.answer == Some(Answer::Yes)
    }
}

row! {
    /// A season someone takes part in, and whether its people may find them.
    pub struct PeerSeason { id: Id, title: String, is_open: bool, is_chosen: bool }
}

/// The seasons someone takes part in. `is_open`: anyone may join it.
pub async fn seasons(conn: &mut Conn, person: &Id) -> Result<Vec<PeerSeason>> {
    conn.all(
        sql!(
            "SELECT s.id AS id, g.name || ' · ' || s.name AS title,
                CASE WHEN g.kind = 'cohort' THEN 0 ELSE 1 END AS is_open,
                CASE
                    WHEN EXISTS (
                        SELECT 1
                        FROM peer_season c
                        WHERE c.person_id = k.person_id AND c.season_id = s.id
                    ) THEN 1
                    ELSE 0
                    END AS is_chosen
            FROM taking_part k
            JOIN season s ON s.id = k.season_id
            JOIN program g ON g.id = s.program_id
            WHERE k.person_id = $1
            ORDER BY s.starts_on DESC, s.id"
        ),
        args![person],
    )
    .await
}

pub(super) async fn stands_in(conn: &mut Conn, of: &BeFound) -> Result<bool> {
    Ok(conn.one::<(i64,)>(sql!("SELECT COUNT(*) FROM peer WHERE person_id = $1"), args![of.person()]).await?.0 > 0)
}

/// How many on the list could be found by someone who is not on it yet: in the seasons they take part in.
pub async fn count(conn: &mut Conn, of: &BeFound) -> Result<i64> {
    let sql = sql!(
        "SELECT COUNT(DISTINCT b.person_id)
        FROM taking_part k
        JOIN season sa ON sa.id = k.season_id
        JOIN program g ON g.id = sa.program_id
        JOIN season sb ON sb.program_id = sa.program_id AND (sb.id = sa.id OR g.kind = 'cohort')
        JOIN peer_season b ON b.season_id = sb.id
        WHERE k.person_id = $1
            AND b.person_id <> $1
            AND EXISTS (SELECT 1 FROM taking_part t WHERE t.season_id = b.season_id AND t.person_id = b.person_id)"
    );
    Ok(conn.one::<(i64,)>(sql, args![of.person()]).await?.0)
}

pub async fn own(conn: &mut Conn, of: &BeFound) -> Result<Option<Peer>> {
    conn.opt(
        sql!(
            "SELECT r.id AS id, r.person_id AS person_id, p.display_name AS name, p.pronouns AS pronouns,
                r.place AS place, r.issues AS issues, r.talk AS talk
            FROM peer r
            JOIN person p ON p.id = r.person_id
            WHERE r.person_id = $1"
        ),
        args![of.person()],
    )
    .await
}

/// Issue areas of the programs someone takes part in, to choose from.
pub async fn issue_areas(conn: &mut Conn, of: &BeFound) -> Result<Vec<String>> {
    let mut rows: Vec<(String,)> = conn
        .all(
            sql!(
                "SELECT DISTINCT i.value
                FROM held_role r
                JOIN season s ON s.id = r.season_id
                JOIN list_item i ON i.program_id = s.program_id AND i.list = 'issue_area'
                WHERE r.person_id = $1"
            ),
            args![of.person()],
        )
        .await?;
    collate::sort_by_name(&mut rows, |(area,)| area);
    Ok(rows.into_iter().map(|(v,)| v).collect())
}

/// Everyone else in the list with whom the reader shares a season, and who has not asked them to stay away.
pub async fn others(conn: &mut Conn, permit: &Find) -> Result<Vec<Peer>> {
    conn.all(
        sql!(
            "SELECT r.id AS id, r.person_id AS person_id, p.display_name AS name, p.pronouns AS pronouns,
                r.place AS place, r.issues AS issues, r.talk AS talk
            FROM peer r
            JOIN person p ON p.id = r.person_id
            WHERE r.person_id <> $1
                AND r.person_id IN (SELECT w.other_id FROM peer_pair w WHERE w.person_id = $1)
                AND NOT EXISTS (
                    SELECT 1
                    FROM peer_word w
                    WHERE w.from_id = $1 AND w.to_id = r.person_id AND w.answer = 'never'
                )
                AND NOT EXISTS (
                    SELECT 1
                    FROM peer_word w
                    WHERE w.to_id = $1 AND w.from_id = r.person_id AND w.answer = 'never'
                )
            ORDER BY r.at DESC, r.id"
        ),
        args![permit.person()],
    )
    .await
}

pub(super) async fn put(
    kernel: &Kernel,
    conn: &mut Conn,
    of: &BeFound,
    place: &str,
    issues: &str,
    talk: &str,
) -> Result<()> {
    conn.run(
        sql!(
            "INSERT INTO peer (id, person_id, place, issues, talk, at)
            VALUES ($1, $2, $3, $4, $5, $6)
            ON CONFLICT (person_id) DO UPDATE SET place = excluded.place, issues = excluded.issues,
                talk = excluded.talk"
        ),
        args![kernel.id(), of.person(), place, issues, talk, kernel.now()],
    )
    .await
    .map(drop)
}

/// Which seasons' people may find someone: those they chose among their own.
pub(super) async fn set_seasons(conn: &mut Conn, of: &BeFound, seasons: &[Id]) -> Result<()> {
    conn.run(sql!("DELETE FROM peer_season WHERE person_id = $1"), args![of.person()]).await?;
    for season in seasons {
        conn.run(
            sql!(
                "INSERT INTO peer_season (person_id, season_id)
                SELECT k.person_id, k.season_id
                FROM taking_part k
                WHERE k.person_id = $1 AND k.season_id = $2
                ON CONFLICT (person_id, season_id) DO NOTHING"
            ),
            args![of.person(), season],
        )
        .await?;
    }
    Ok(())
}

/// Out of the list; words without a yes go with it, those that were answered with no like those that were not.
pub(super) async fn leave(conn: &mut Conn, of: &BeFound) -> Result<bool> {
    let letters = sql!(
        "DELETE FROM outbox
        WHERE state <> 'sent'
            AND dedupe_key IN (
                SELECT 'peer-word:' || w.id
                FROM peer_word w
                WHERE (w.from_id = $1 OR w.to_id = $1) AND (w.answer IS NULL OR w.answer = 'no')
            )"
    );
    conn.run(letters, args![of.person()]).await?;
    conn.run(
        sql!(
            "DELETE FROM peer_word
            WHERE (from_id = $1 OR to_id = $1) AND (answer IS NULL OR answer = 'no')"
        ),
        args![of.person()],
    )
    .await?;
    conn.run(sql!("DELETE FROM peer_season WHERE person_id = $1"), args![of.person()]).await?;
    Ok(conn.run(sql!("DELETE FROM peer WHERE person_id = $1"), args![of.person()]).await? > 0)
}

/// What came of saying a word.
#[derive(Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The word's id, and whom it goes to.
    Said(Id, Id),
    /// One of hers is on its way already; whether it was turned down makes no difference.
    OnItsWay,
    /// Whoever it was for does not stand there any more, or for her.
    Gone,
}

/// A word to someone in the list: one at a time, and not where either said never.
pub(super) async fn say(kernel: &Kernel, conn: &mut Conn, permit: &Find, to: &Id, text: &str) -> Result<Outcome> {
    let found = sql!(
        "SELECT r.person_id
        FROM peer r
        WHERE r.id = $2
            AND r.person_id <> $1
            AND r.person_id IN (SELECT w.other_id FROM peer_pair w WHERE w.person_id = $1)
            AND NOT EXISTS (
                SELECT 1
                FROM peer_word w
                WHERE w.answer = 'never'
                    AND ((w.from_id = $1 AND w.to_id = r.person_id) OR (w.to_id = $1 AND w.from_id = r.person_id))
            )"
    );
    let Some((person,)) = conn.opt::<(Id,)>(found, args![permit.person(), to]).await? else { return Ok(Outcome::Gone) };
    let id = kernel.id();
    let said = conn
        .run(
            sql!(
                "INSERT INTO peer_word (id, from_id, to_id, text, at)
                SELECT CAST($1 AS TEXT), CAST($2 AS TEXT), CAST($3 AS TEXT), CAST($4 AS TEXT), CAST($5 AS BIGINT)
                WHERE NOT EXISTS (
                    SELECT 1
                    FROM peer_word w
                    WHERE w.from_id = $2 AND w.to_id = $3 AND (w.answer IS NULL OR w.answer = 'no')
                )
                ON CONFLICT DO NOTHING"
            ),
            args![&id, permit.person(), &person, text, kernel.now()],
        )
        .await?;
    Ok(if said > 0 { Outcome::Said(id, person) } else { Outcome::OnItsWay })
}

/// Answers a word to oneself, once; returns who wrote it.
pub(super) async fn answer(conn: &mut Conn, of: &BeFound, word: &Id, answer: Answer, now: Time) -> Result<Option<Id>> {
    let row: Option<(Id,)> = conn
        .opt(
            sql!(
                "UPDATE peer_word
                SET answer = $3, answered_at = $4
                WHERE id = $2
                    AND to_id = $1
                    AND (answer IS NULL OR (answer <> 'never' AND CAST($3 AS TEXT) = 'never'))
                RETURNING from_id"
            ),
            args![of.person(), word, answer, now],
        )
        .await?;
    Ok(row.map(|(id,)| id))
}

/// Words from and to someone, the newest first. What the other answered with no is not told apart from silence.
pub async fn words(conn: &mut Conn, of: &BeFound) -> Result<Vec<Word>> {
    conn.all(
        sql!(
            "SELECT w.id AS id, p.display_name AS name, w.text AS text, w.at AS at,
                CASE WHEN w.from_id = $1 AND w.answer <> 'yes' THEN NULL ELSE w.answer END AS answer,
                CASE WHEN w.from_id = $1 THEN 1 ELSE 0 END AS is_mine,
                CASE WHEN w.answer = 'yes' THEN (SELECT c.value FROM mailbox c WHERE c.person_id = p.id) END AS email
            FROM peer_word w
            JOIN person p ON p.id = CASE WHEN w.from_id = $1 THEN w.to_id ELSE w.from_id END
            WHERE (w.from_id = $1 AND COALESCE(w.answer, '') <> 'never') OR w.to_id = $1
            ORDER BY w.id DESC LIMIT 200"
        ),
        args![of.person()],
    )
    .await
}
