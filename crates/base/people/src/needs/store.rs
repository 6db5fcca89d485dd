//! The SQL of needs. Whoever reads or changes one shows whose it is: an [`OwnRecord`], the link of a letter, or an
//! [`OwnNeed`] that one of the two has found.

use super::{Answer, Need, OwnNeed};
use crate::rules::OwnRecord;
use weft_kernel::clock::Time;
use weft_kernel::db::{Conn, Result};
use weft_kernel::ids::Id;
use weft_kernel::{Kernel, args, row, sql};

/// All needs a person has said.
pub(super) async fn all(conn: &mut Conn, own: &OwnRecord) -> Result<Vec<Need>> {
    conn.all(
        sql!(
            "SELECT n.id AS id, n.person_id AS person_id, g.name || ' · ' || s.name AS season,
                g.support_name AS support_name, g.support_email AS support_email,
                g.support_phone AS support_phone, n.value AS value, n.told_to AS told_to,
                n.kept_from AS kept_from, n.read_at AS read_at, s.access_contact_id AS contact_id,
                c.display_name AS contact
            FROM access_need n
            JOIN season s ON s.id = n.season_id
            JOIN program g ON g.id = s.program_id
            LEFT JOIN person c ON c.id = s.access_contact_id
            WHERE n.person_id = $1
            ORDER BY s.starts_on DESC, s.id"
        ),
        args![own.person()],
    )
    .await
}

/// The need whose key was made after a moment.
pub(super) async fn by_key(conn: &mut Conn, token_hash: &str, after: Time) -> Result<Option<Need>> {
    conn.opt(
        sql!(
            "SELECT n.id AS id, n.person_id AS person_id, g.name || ' · ' || s.name AS season,
                g.support_name AS support_name, g.support_email AS support_email,
                g.support_phone AS support_phone, n.value AS value, n.told_to AS told_to,
                n.kept_from AS kept_from, n.read_at AS read_at, s.access_contact_id AS contact_id,
                c.display_name AS contact
            FROM access_need_key k
            JOIN access_need n ON n.id = k.need_id
            JOIN season s ON s.id = n.season_id
            JOIN program g ON g.id = s.program_id
            LEFT JOIN person c ON c.id = s.access_contact_id
            WHERE k.token_hash = $1 AND k.made_at > $2"
        ),
        args![token_hash, after],
    )
    .await
}

/// Writes what someone needs in a season: told to whoever is named now, or to nobody yet.
pub(super) async fn set(kernel: &Kernel, conn: &mut Conn, person: &Id, season: &Id, value: &str) -> Result<()> {
    conn.run(
        sql!(
            "INSERT INTO access_need (id, person_id, season_id, value, told_to, at)
            VALUES ($1, $2, $3, $4, (SELECT s.access_contact_id FROM season s WHERE s.id = $3), $5)
            ON CONFLICT (person_id, season_id) DO UPDATE SET value = excluded.value, told_to = excluded.told_to,
                kept_from = NULL, read_at = NULL, at = excluded.at"
        ),
        args![kernel.id(), person, season, value, kernel.now()],
    )
    .await
    .map(drop)
}

pub(super) async fn unsay(conn: &mut Conn, person: &Id, season: &Id) -> Result<()> {
    conn.run(sql!("DELETE FROM access_need WHERE person_id = $1 AND season_id = $2"), args![person, season])
        .await
        .map(drop)
}

/// Who is named in a season to read what people need: id and name.
pub(super) async fn contact(conn: &mut Conn, season: &Id) -> Result<Option<(Id, String)>> {
    conn.opt(
        sql!(
            "SELECT p.id, p.display_name
            FROM season s
            JOIN person p ON p.id = s.access_contact_id
            WHERE s.id = $1"
        ),
        args![season],
    )
    .await
}

/// Writes whether whoever is named reads a need, if that is still who the person was shown. Returns how many rows that
/// changed: one or none.
pub(super) async fn answer(conn: &mut Conn, own: &OwnNeed, answer: Answer, shown: &str) -> Result<u64> {
    let sql = match answer {
        Answer::Share => sql!(
            "UPDATE access_need
            SET told_to = $2, kept_from = NULL, read_at = NULL
            WHERE id = $1
                AND EXISTS (
                    SELECT 1
                    FROM season s
                    WHERE s.id = access_need.season_id AND s.access_contact_id = $2
                )"
        ),
        Answer::Keep => sql!(
            "UPDATE access_need
            SET kept_from = $2, told_to = CASE WHEN told_to = $2 THEN NULL ELSE told_to END,
                read_at = CASE WHEN told_to = $2 THEN NULL ELSE read_at END
            WHERE id = $1
                AND EXISTS (
                    SELECT 1
                    FROM season s
                    WHERE s.id = access_need.season_id AND s.access_contact_id = $2
                )"
        ),
    };
    conn.run(sql, args![&own.need().id, shown]).await
}

/// Writes a need anew, told to whoever is named, if that is still who the person was shown. Returns how many rows that
/// changed: one or none.
pub(super) async fn change(conn: &mut Conn, own: &OwnNeed, value: &str, shown: &str, now: Time) -> Result<u64> {
    conn.run(
        sql!(
            "UPDATE access_need
            SET value = $2, at = $4, kept_from = NULL, read_at = NULL,
                told_to = (SELECT s.access_contact_id FROM season s WHERE s.id = access_need.season_id)
            WHERE id = $1
                AND EXISTS (
                    SELECT 1
                    FROM season s
                    WHERE s.id = access_need.season_id AND COALESCE(s.access_contact_id, '') = $3
                )"
        ),
        args![&own.need().id, value, shown, now],
    )
    .await
}

pub(super) async fn remove(conn: &mut Conn, own: &OwnNeed) -> Result<u64> {
    conn.run(sql!("DELETE FROM access_need WHERE id = $1"), args![&own.need().id]).await
}

/// Marks as read what a reader was told in a season and had not read. Returns whose needs those are.
pub(super) async fn mark_read(conn: &mut Conn, season: &Id, reader: &Id, now: Time) -> Result<Vec<(Id,)>> {
    conn.all(
        sql!(
            "UPDATE access_need
            SET read_at = $3
            WHERE season_id = $1 AND told_to = $2 AND read_at IS NULL RETURNING person_id"
        ),
        args![season, reader, now],
    )
    .await
}

/// Someone reads nothing more of what they were told in a season.
pub(super) async fn close_to(conn: &mut Conn, season: &Id, named: &Id) -> Result<()> {
    conn.run(
        sql!("UPDATE access_need SET told_to = NULL, read_at = NULL WHERE season_id = $1 AND told_to = $2"),
        args![season, named],
    )
    .await
    .map(drop)
}

row! {
    /// A season as letters name it.
    pub(super) struct Named { title: String, slug: String, support_email: String }
}

pub(super) async fn season(conn: &mut Conn, season: &Id) -> Result<Named> {
    conn.one(
        sql!(
            "SELECT g.name || ' · ' || s.name AS title, s.slug AS slug, g.support_email AS support_email
            FROM season s
            JOIN program g ON g.id = s.program_id
            WHERE s.id = $1"
        ),
        args![season],
    )
    .await
}

row! {
    /// Someone whom a change of the named person concerns: with a need, or with a travel sheet or money to come alone.
    pub(super) struct Concerned { person_id: Id, language: String, email: String, need_id: Option<Id> }
}

/// Everyone whom a change of the named person concerns in a season, and who holds an address.
pub(super) async fn concerned(conn: &mut Conn, season: &Id) -> Result<Vec<Concerned>> {
    conn.all(
        sql!(
            "SELECT p.id AS person_id, p.language AS language,
                (SELECT c.value FROM mailbox c WHERE c.person_id = p.id) AS email, n.id AS need_id
            FROM person p
            LEFT JOIN access_need n ON n.person_id = p.id AND n.season_id = $1
            WHERE (
                n.id IS NOT NULL
                    OR EXISTS (
                        SELECT 1
                        FROM logistics_sheet l
                        JOIN gathering g ON g.id = l.gathering_id
                        WHERE g.season_id = $1 AND l.person_id = p.id
                    )
                    OR EXISTS (
                        SELECT 1
                        FROM reimbursement r
                        JOIN gathering g ON g.id = r.gathering_id
                        WHERE g.season_id = $1 AND r.person_id = p.id AND r.state = 'asked'
                    )
            )
                AND EXISTS (
                    SELECT 1
                    FROM contact_point c
                    WHERE c.person_id = p.id AND c.kind = 'email' AND c.until IS NULL AND c.is_apart = 0
                )
            ORDER BY p.id"
        ),
        args![season],
    )
    .await
}

/// A need gets a key, which a letter's link holds.
pub(super) async fn insert_key(conn: &mut Conn, token_hash: &str, need: &Id, now: Time) -> Result<()> {
    conn.run(
        sql!("INSERT INTO access_need_key (token_hash, need_id, made_at) VALUES ($1, $2, $3)"),
        args![token_hash, need, now],
    )
    .await
    .map(drop)
}
