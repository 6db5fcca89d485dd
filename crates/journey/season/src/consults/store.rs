//! The SQL of consults. Who reads which is part of every statement: the home team, those with a place, the client.

use super::model::{Consult, MOST_WAITING, Offer, Protocol, To, Turn};
use super::rules::{Count, Take};
use crate::rooms::model::{Act, Step};
use weft_kernel::clock::Time;
use weft_kernel::db::{Conn, Result};
use weft_kernel::ids::Id;
use weft_kernel::{args, sql};
use weft_people::model::Addressee;
use weft_people::rules::OwnRecord;

/// What someone may read: that of their home team, what is open to the cohort and not over, and their own.
pub async fn all(conn: &mut Conn, permit: &Take) -> Result<Vec<Consult>> {
    conn.all(
        sql!(
            "SELECT t.*, CASE WHEN v.person_id IS NULL THEN 0 ELSE 1 END AS is_seated
            FROM consult_told t
            LEFT JOIN consult_seat v ON v.consult_id = t.id AND v.person_id = $2
            WHERE t.season_id = $1
                AND (
                    t.client_id = $2
                        OR (
                            (t.is_client_there = 1 OR t.begun_at IS NOT NULL)
                                AND EXISTS (SELECT 1 FROM in_team i WHERE i.team_id = t.team_id AND i.person_id = $2)
                        )
                        OR (t.team_id IS NULL AND t.ended_at IS NULL)
                )
            ORDER BY COALESCE(t.last_at, 0), t.asked_at, t.id"
        ),
        args![permit.season(), permit.person()],
    )
    .await
}

/// One of those, or nothing. Whoever came to an open one reads that it has ended.
pub async fn one(conn: &mut Conn, permit: &Take, id: &Id) -> Result<Option<Consult>> {
    conn.opt(
        sql!(
            "SELECT t.*, CASE WHEN v.person_id IS NULL THEN 0 ELSE 1 END AS is_seated
            FROM consult_told t
            LEFT JOIN consult_seat v ON v.consult_id = t.id AND v.person_id = $2
            WHERE t.season_id = $1
                AND t.id = $3
                AND (
                    t.client_id = $2
                        OR (
                            (t.is_client_there = 1 OR t.begun_at IS NOT NULL)
                                AND EXISTS (SELECT 1 FROM in_team i WHERE i.team_id = t.team_id AND i.person_id = $2)
                        )
                        OR t.team_id IS NULL
                )"
        ),
        args![permit.season(), permit.person(), id],
    )
    .await
}

/// The same, held until the transaction ends: two presses come one after the other.
pub(super) async fn hold(conn: &mut Conn, permit: &Take, id: &Id) -> Result<Option<Consult>> {
    let held = sql!("UPDATE consult SET asked_at = asked_at WHERE id = $1 AND season_id = $2");
    conn.run(held, args![id, permit.season()]).await?;
    one(conn, permit, id).await
}

/// The home teams of someone, with their names.
pub async fn teams(conn: &mut Conn, permit: &Take) -> Result<Vec<(Id, String)>> {
    conn.all(
        sql!(
            "SELECT t.id, t.name
            FROM in_team i
            JOIN home_team t ON t.id = i.team_id
            WHERE i.season_id = $1 AND i.person_id = $2
            ORDER BY t.position, t.id"
        ),
        args![permit.season(), permit.person()],
    )
    .await
}

/// Who of one's home team was the client when, whoever was it least recently first.
pub async fn turns(conn: &mut Conn, permit: &Take) -> Result<Vec<Turn>> {
    conn.all(
        sql!(
            "SELECT p.id AS person_id, p.display_name AS name, COUNT(c.id) AS n, MAX(c.begun_at) AS last_at
            FROM in_team i
            JOIN in_team o ON o.team_id = i.team_id
            JOIN person p ON p.id = o.person_id
            LEFT JOIN consult c ON c.team_id = o.team_id AND c.client_id = p.id AND c.ended_at IS NOT NULL
            WHERE i.season_id = $1 AND i.person_id = $2
            GROUP BY p.id, p.display_name, p.sort_key
            ORDER BY COALESCE(MAX(c.begun_at), 0), p.sort_key, p.id"
        ),
        args![permit.season(), permit.person()],
    )
    .await
}

/// How many consults of a season have ended.
pub async fn ended(conn: &mut Conn, permit: &Count) -> Result<i64> {
    let sql =
        sql!("SELECT COUNT(*) FROM consult WHERE season_id = $1 AND begun_at IS NOT NULL AND ended_at IS NOT NULL");
    Ok(conn.one::<(i64,)>(sql, args![permit.season()]).await?.0)
}

/// What someone brings. `false` where they have as many waiting as anyone may, or the team is not theirs.
pub(super) async fn insert(
    conn: &mut Conn,
    permit: &Take,
    (id, sealed): (&Id, &str),
    to: &To,
    now: Time,
) -> Result<bool> {
    let (team, offer) = match to {
        To::Team(team) => (Some(team), None),
        To::Cohort(offer) => (None, Some(offer)),
    };
    let starts = offer.map(|o: &Offer| (o.starts_local.as_str(), o.starts_at)).unzip();
    let name = offer.map(|o| o.protocol.name.clone()).unwrap_or_default();
    let steps = offer.map(|o| json(&o.protocol));
    // Two of one person come one after the other: there are so many at most.
    let held = sql!("UPDATE member SET joined_at = joined_at WHERE season_id = $1 AND person_id = $2");
    conn.run(held, args![permit.season(), permit.person()]).await?;
    Ok(conn
        .run(
            sql!(
                "INSERT INTO consult (
                    id, season_id, team_id, client_id, words_sealed, asked_at, starts_local, starts_at, zone, place,
                    seats, taken, protocol_en, protocol_es, minutes, steps
                )
                SELECT CAST($1 AS TEXT), k.season_id, CAST($4 AS TEXT), k.person_id, CAST($5 AS TEXT),
                    CAST($6 AS BIGINT), CAST($7 AS TEXT), CAST($8 AS BIGINT), COALESCE(CAST($9 AS TEXT), s.zone),
                    CAST($10 AS TEXT),
                    CAST($11 AS BIGINT), 0, CAST($12 AS TEXT), CAST($13 AS TEXT), CAST($14 AS BIGINT),
                    CAST($15 AS TEXT)
                FROM taking_part k
                JOIN season s ON s.id = k.season_id
                WHERE k.season_id = $2
                    AND k.person_id = $3
                    AND (
                        CAST($4 AS TEXT) IS NULL
                            OR EXISTS (SELECT 1 FROM in_team i WHERE i.team_id = $4 AND i.person_id = $3)
                    )
                    AND (
                        SELECT COUNT(*)
                        FROM consult o
                        WHERE o.season_id = $2
                            AND o.client_id = $3
                            AND o.begun_at IS NULL
                            AND o.ended_at IS NULL
                    ) < $16"
            ),
            args![
                id,
                permit.season(),
                permit.person(),
                team,
                sealed,
                now,
                starts.0,
                starts.1,
                offer.map(|o| o.zone.as_str()),
                offer.map_or("", |o| o.place.as_str()),
                offer.map_or(0, |o| o.seats),
                name.en.as_str(),
                name.es.as_str(),
                offer.map_or(0, |o| o.protocol.minutes()),
                steps,
                MOST_WAITING
            ],
        )
        .await?
        > 0)
}

fn json(protocol: &Protocol) -> String {
    serde_json::to_string(&protocol.steps).unwrap_or_default()
}

/// Other words for what waits, by its client alone.
pub(super) async fn set_words(conn: &mut Conn, permit: &Take, id: &Id, sealed: &str) -> Result<bool> {
    let sql = sql!(
        "UPDATE consult SET words_sealed = $3
        WHERE id = $1 AND client_id = $2 AND begun_at IS NULL AND ended_at IS NULL"
    );
    Ok(conn.run(sql, args![id, permit.person(), sealed]).await? > 0)
}

/// Takes away what waits, with the places in it.
pub(super) async fn delete(conn: &mut Conn, id: &Id) -> Result<()> {
    conn.run(sql!("DELETE FROM consult_seat WHERE consult_id = $1"), args![id]).await?;
    conn.run(sql!("DELETE FROM consult_step WHERE consult_id = $1"), args![id]).await?;
    conn.run(sql!("DELETE FROM consult WHERE id = $1"), args![id]).await.map(drop)
}

/// Begins what waits, which [`hold`] holds, unless its team is in another one. Whoever begins keeps time. An open one
/// has its protocol already.
pub(super) async fn begin(
    conn: &mut Conn,
    permit: &Take,
    c: &Consult,
    protocol: Option<&Protocol>,
    now: Time,
) -> Result<bool> {
    // Two of one team come one after the other.
    let held = sql!("UPDATE home_team SET name = name WHERE id = $1");
    conn.run(held, args![c.team_id.as_ref()]).await?;
    let begun = conn
        .run(
            sql!(
                "UPDATE consult SET begun_at = $2, keeper_id = $3
                WHERE id = $1
                    AND begun_at IS NULL
                    AND ended_at IS NULL
                    AND NOT EXISTS (
                        SELECT 1
                        FROM consult o
                        WHERE o.team_id = consult.team_id AND o.begun_at IS NOT NULL AND o.ended_at IS NULL
                    )"
            ),
            args![&c.id, now, permit.person()],
        )
        .await?;
    if begun == 0 {
        return Ok(false);
    }
    if let Some(p) = protocol {
        conn.run(
            sql!("UPDATE consult SET protocol_en = $2, protocol_es = $3, minutes = $4, steps = $5 WHERE id = $1"),
            args![&c.id, p.name.en.as_str(), p.name.es.as_str(), p.minutes(), json(p)],
        )
        .await?;
    }
    insert_step(conn, &c.id, (1, Act::Begin, Some(0)), now).await
}

/// Takes the beginning back. An open one keeps its protocol, for it was offered with it.
pub(super) async fn put_back(conn: &mut Conn, c: &Consult) -> Result<()> {
    conn.run(sql!("DELETE FROM consult_step WHERE consult_id = $1"), args![&c.id]).await?;
    conn.run(sql!("UPDATE consult SET begun_at = NULL, keeper_id = NULL WHERE id = $1"), args![&c.id]).await?;
    if !c.is_open() {
        conn.run(
            sql!("UPDATE consult SET protocol_en = '', protocol_es = '', minutes = 0, steps = NULL WHERE id = $1"),
            args![&c.id],
        )
        .await?;
    }
    Ok(())
}

/// How one went on so far.
pub async fn steps(conn: &mut Conn, id: &Id) -> Result<Vec<Step>> {
    conn.all(
        sql!(
            "SELECT n, act, step AS segment_id, CAST(NULL AS TEXT) AS by_name, at
            FROM consult_step
            WHERE consult_id = $1
            ORDER BY n"
        ),
        args![id],
    )
    .await
}

/// A press, as the next one; `false` where somebody was faster.
pub(super) async fn insert_step(
    conn: &mut Conn,
    id: &Id,
    (n, act, step): (i64, Act, Option<usize>),
    now: Time,
) -> Result<bool> {
    Ok(conn
        .run(
            sql!(
                "INSERT INTO consult_step (consult_id, n, act, step, at)
                VALUES ($1, $2, $3, $4, $5)
                ON CONFLICT (consult_id, n) DO NOTHING"
            ),
            args![id, n, act, step.map(|i| i.to_string()), now],
        )
        .await?
        > 0)
}

/// Ends one that is on: its steps, the places in it, and who kept time go.
pub(super) async fn end(conn: &mut Conn, id: &Id, now: Time) -> Result<bool> {
    let ended = conn
        .run(
            sql!(
                "UPDATE consult SET ended_at = $2, keeper_id = NULL, steps = NULL, place = '', seats = 0, taken = 0
                WHERE id = $1 AND begun_at IS NOT NULL AND ended_at IS NULL"
            ),
            args![id, now],
        )
        .await?;
    if ended == 0 {
        return Ok(false);
    }
    conn.run(sql!("DELETE FROM consult_step WHERE consult_id = $1"), args![id]).await?;
    conn.run(sql!("DELETE FROM consult_seat WHERE consult_id = $1"), args![id]).await?;
    Ok(true)
}

/// Someone who is in it keeps time from now on.
pub(super) async fn set_keeper(conn: &mut Conn, permit: &Take, id: &Id) -> Result<bool> {
    let sql = sql!(
        "UPDATE consult SET keeper_id = $2
        WHERE id = $1 AND begun_at IS NOT NULL AND ended_at IS NULL AND COALESCE(keeper_id, '') <> $2"
    );
    Ok(conn.run(sql, args![id, permit.person()]).await? > 0)
}

/// What the client keeps of one that ended; nothing deletes it.
pub(super) async fn set_note(conn: &mut Conn, permit: &Take, id: &Id, sealed: Option<&str>) -> Result<bool> {
    let sql = sql!("UPDATE consult SET note_sealed = $3 WHERE id = $1 AND client_id = $2 AND ended_at IS NOT NULL");
    Ok(conn.run(sql, args![id, permit.person(), sealed]).await? > 0)
}

/// Deletes the words of one that ended.
pub(super) async fn clear_words(conn: &mut Conn, permit: &Take, id: &Id) -> Result<bool> {
    let sql = sql!(
        "UPDATE consult SET words_sealed = NULL
        WHERE id = $1 AND client_id = $2 AND ended_at IS NOT NULL AND words_sealed IS NOT NULL"
    );
    Ok(conn.run(sql, args![id, permit.person()]).await? > 0)
}

/// A place in an open one for someone of the cohort who is not its client. `false` where it is full, or they have one.
pub(super) async fn take_seat(conn: &mut Conn, permit: &Take, id: &Id, now: Time) -> Result<bool> {
    let seated = conn
        .run(
            sql!(
                "INSERT INTO consult_seat (consult_id, person_id, at)
                SELECT c.id, k.person_id, CAST($3 AS BIGINT)
                FROM consult c
                JOIN taking_part k ON k.season_id = c.season_id AND k.person_id = $2
                WHERE c.id = $1 AND c.team_id IS NULL AND c.ended_at IS NULL AND c.client_id <> $2
                ON CONFLICT (consult_id, person_id) DO NOTHING"
            ),
            args![id, permit.person(), now],
        )
        .await?;
    if seated == 0 {
        return Ok(false);
    }
    let counted = sql!("UPDATE consult SET taken = taken + 1 WHERE id = $1 AND taken < seats AND ended_at IS NULL");
    Ok(conn.run(counted, args![id]).await? > 0)
}

pub(super) async fn leave_seat(conn: &mut Conn, person: &Id, id: &Id) -> Result<bool> {
    let gone = sql!("DELETE FROM consult_seat WHERE consult_id = $1 AND person_id = $2");
    if conn.run(gone, args![id, person]).await? == 0 {
        return Ok(false);
    }
    conn.run(sql!("UPDATE consult SET taken = taken - 1 WHERE id = $1"), args![id]).await?;
    Ok(true)
}

/// Who comes to an open one, by name.
pub async fn seated(conn: &mut Conn, _: &Take, id: &Id) -> Result<Vec<String>> {
    let rows: Vec<(String,)> = conn
        .all(
            sql!(
                "SELECT p.display_name
                FROM consult_seat v
                JOIN person p ON p.id = v.person_id
                WHERE v.consult_id = $1
                ORDER BY p.sort_key, p.id"
            ),
            args![id],
        )
        .await?;
    Ok(rows.into_iter().map(|(name,)| name).collect())
}

/// Who gets email about an open one: those who come, and the client.
pub(super) async fn addressees(conn: &mut Conn, c: &Consult) -> Result<Vec<Addressee>> {
    conn.all(
        sql!(
            "SELECT p.id AS person_id, p.display_name AS name, e.value AS email, p.language AS language, p.zone AS zone
            FROM person p
            JOIN mailbox e ON e.person_id = p.id
            WHERE p.id IN (SELECT v.person_id FROM consult_seat v WHERE v.consult_id = $1)
                OR p.id = COALESCE(CAST($2 AS TEXT), '')
            ORDER BY p.id"
        ),
        args![&c.id, c.client_id.as_ref()],
    )
    .await
}

/// Open consults that someone brings or comes to, for their calendar and their start page: one that begins late is
/// there for four hours.
pub async fn ahead(conn: &mut Conn, own: &OwnRecord, now: Time) -> Result<Vec<Consult>> {
    conn.all(
        sql!(
            "SELECT t.*, CASE WHEN v.person_id IS NULL THEN 0 ELSE 1 END AS is_seated
            FROM consult_told t
            LEFT JOIN consult_seat v ON v.consult_id = t.id AND v.person_id = $1
            WHERE t.team_id IS NULL
                AND t.ended_at IS NULL
                AND (t.client_id = $1 OR v.person_id IS NOT NULL)
                AND (t.begun_at IS NOT NULL OR t.starts_at + 14400000000 > $2)
            ORDER BY t.starts_at, t.id"
        ),
        args![own.person(), now],
    )
    .await
}

/// Consults of someone's home teams that are on.
pub async fn on_now(conn: &mut Conn, own: &OwnRecord) -> Result<Vec<Consult>> {
    conn.all(
        sql!(
            "SELECT t.*, 0 AS is_seated
            FROM consult_told t
            JOIN in_team i ON i.team_id = t.team_id AND i.person_id = $1
            WHERE t.begun_at IS NOT NULL AND t.ended_at IS NULL
            ORDER BY t.begun_at, t.id"
        ),
        args![own.person()],
    )
    .await
}

/// What someone brought and kept, sealed, for their own file.
pub(super) async fn own(conn: &mut Conn, own: &OwnRecord) -> Result<Vec<Consult>> {
    conn.all(
        sql!("SELECT t.*, 0 AS is_seated FROM consult_told t WHERE t.client_id = $1 ORDER BY t.asked_at, t.id"),
        args![own.person()],
    )
    .await
}

/// What is over by itself: begun too long ago, or open and never begun, before `$1`; brought by someone who left the
/// cohort before `$2`, until when that may be undone, or who was erased.
pub(super) async fn stale(conn: &mut Conn, before: Time, left_before: Time) -> Result<Vec<Consult>> {
    conn.all(
        sql!(
            "SELECT t.*, 0 AS is_seated
            FROM consult_told t
            WHERE t.ended_at IS NULL
                AND (
                    (t.begun_at IS NOT NULL AND t.begun_at < $1)
                        OR (t.begun_at IS NULL AND t.starts_at IS NOT NULL AND t.starts_at < $1)
                        OR (
                            t.begun_at IS NULL
                                AND NOT EXISTS (
                                    SELECT 1
                                    FROM member e
                                    WHERE e.season_id = t.season_id
                                        AND e.person_id = t.client_id
                                        AND (e.left_at IS NULL OR e.left_at > $2)
                                )
                                AND t.is_client_there = 0
                        )
                )
            ORDER BY t.id"
        ),
        args![before, left_before],
    )
    .await
}

/// One of those again, held until the transaction ends.
pub(super) async fn still(conn: &mut Conn, was: &Consult) -> Result<Option<Consult>> {
    conn.run(sql!("UPDATE consult SET asked_at = asked_at WHERE id = $1"), args![&was.id]).await?;
    let now: Option<Consult> =
        conn.opt(sql!("SELECT t.*, 0 AS is_seated FROM consult_told t WHERE t.id = $1"), args![&was.id]).await?;
    Ok(now.filter(|c| c.begun_at == was.begun_at && c.ended_at == was.ended_at))
}

/// Brings what waits to the home team that its client is in now.
pub(super) async fn move_to(conn: &mut Conn, permit: &Take, id: &Id, team: &Id) -> Result<()> {
    conn.run(
        sql!(
            "UPDATE consult SET team_id = $3
            WHERE id = $1 AND client_id = $2 AND begun_at IS NULL AND team_id IS NOT NULL"
        ),
        args![id, permit.person(), team],
    )
    .await
    .map(drop)
}

/// Deletes notes of people who left the cohort before this.
pub(super) async fn sweep_notes(conn: &mut Conn, before: Time) -> Result<usize> {
    let sql = sql!(
        "UPDATE consult SET note_sealed = NULL
        WHERE note_sealed IS NOT NULL
            AND NOT EXISTS (
                SELECT 1
                FROM member e
                WHERE e.season_id = consult.season_id
                    AND e.person_id = consult.client_id
                    AND (e.left_at IS NULL OR e.left_at > $1)
            )"
    );
    Ok(usize::try_from(conn.run(sql, args![before]).await?).unwrap_or(0))
}

/// Places in open consults of people who left the cohort.
pub(super) async fn left_seats(conn: &mut Conn) -> Result<Vec<(Id, Id)>> {
    conn.all(
        sql!(
            "SELECT v.consult_id, v.person_id
            FROM consult_seat v
            JOIN consult c ON c.id = v.consult_id
            WHERE NOT EXISTS (
                SELECT 1
                FROM taking_part k
                WHERE k.season_id = c.season_id AND k.person_id = v.person_id
            )
            ORDER BY v.consult_id, v.person_id"
        ),
        args![],
    )
    .await
}

/// Deletes the words of those that ended before this.
pub(super) async fn sweep_words(conn: &mut Conn, before: Time) -> Result<usize> {
    let sql = sql!("UPDATE consult SET words_sealed = NULL WHERE words_sealed IS NOT NULL AND ended_at < $1");
    Ok(usize::try_from(conn.run(sql, args![before]).await?).unwrap_or(0))
}
