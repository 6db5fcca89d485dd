//! The SQL of support lines, and of who is asked for help.

use super::model::{Answer, Draft, Line, MOST, Picked, Picker};
use super::rules::{KeepLines, PickPerson, SeeLines};
use weft_kernel::clock::Time;
use weft_kernel::db::{Conn, Result};
use weft_kernel::ids::Id;
use weft_kernel::{args, sql};
use weft_people::model::Addressee;

/// The lines of a season's program in their order, each with where the reader lives.
pub async fn lines(conn: &mut Conn, permit: &SeeLines) -> Result<Vec<Line>> {
    conn.all(
        sql!(
            "SELECT l.id AS id, l.name AS name, l.state AS state, l.phone AS phone, l.text_to AS text_to,
                l.word_en AS word_en, l.word_es AS word_es, l.url AS url, l.languages AS languages,
                l.hours_en AS hours_en, l.hours_es AS hours_es, l.note_en AS note_en, l.note_es AS note_es,
                l.suggested AS suggested, l.removed_at AS removed_at,
                (
                    SELECT a.state
                    FROM member m
                    JOIN application a ON a.id = m.application_id
                    WHERE m.season_id = s.id AND m.person_id = $2 AND m.left_at IS NULL
                    ORDER BY m.joined_at DESC
                    LIMIT 1
                ) AS own_state
            FROM season s
            JOIN support_line l ON l.program_id = s.program_id AND l.removed_at IS NULL
            WHERE s.id = $1
            ORDER BY l.position, l.id"
        ),
        args![permit.season(), permit.person()],
    )
    .await
}

/// Every line that a program has or had, in their order.
pub async fn all(conn: &mut Conn, permit: &KeepLines) -> Result<Vec<Line>> {
    conn.all(
        sql!(
            "SELECT l.id AS id, l.name AS name, l.state AS state, l.phone AS phone, l.text_to AS text_to,
                l.word_en AS word_en, l.word_es AS word_es, l.url AS url, l.languages AS languages,
                l.hours_en AS hours_en, l.hours_es AS hours_es, l.note_en AS note_en, l.note_es AS note_es,
                l.suggested AS suggested, l.removed_at AS removed_at, CAST(NULL AS TEXT) AS own_state
            FROM support_line l
            WHERE l.program_id = $1
            ORDER BY l.position, l.id"
        ),
        args![permit.program()],
    )
    .await
}

/// Those there are, held until the transaction ends: two who write come one after the other.
pub(super) async fn hold(conn: &mut Conn, permit: &KeepLines) -> Result<Vec<Line>> {
    conn.run(sql!("UPDATE program SET slug = slug WHERE id = $1"), args![permit.program()]).await?;
    let mut all = all(conn, permit).await?;
    all.retain(|l| l.removed_at.is_none());
    Ok(all)
}

/// Adds a line behind those of [`hold`]; false where there are as many as may be, or this suggestion is there.
pub(super) async fn insert(
    conn: &mut Conn,
    permit: &KeepLines,
    (id, draft): (&Id, &Draft),
    held: &[Line],
    now: Time,
) -> Result<bool> {
    let is_there = !draft.suggested.is_empty() && held.iter().any(|l| l.suggested == draft.suggested);
    if held.len() >= MOST || is_there {
        return Ok(false);
    }
    let Draft { name, state, phone, text_to, word, url, languages, hours, note, suggested } = draft;
    conn.run(
        sql!(
            "INSERT INTO support_line (
                id, program_id, position, name, state, phone, text_to, word_en, word_es, url, languages, hours_en,
                hours_es, note_en, note_es, suggested, changed_at
            )
            VALUES (
                $1, $2, (SELECT COALESCE(MAX(o.position), 0) + 1 FROM support_line o WHERE o.program_id = $2), $3, $4,
                $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16
            )"
        ),
        args![
            id,
            permit.program(),
            name.as_str(),
            state.as_str(),
            phone.as_str(),
            text_to.as_str(),
            word[0].as_str(),
            word[1].as_str(),
            url.as_str(),
            languages.as_str(),
            hours[0].as_str(),
            hours[1].as_str(),
            note[0].as_str(),
            note[1].as_str(),
            *suggested,
            now
        ],
    )
    .await?;
    Ok(true)
}

pub(super) async fn update(conn: &mut Conn, permit: &KeepLines, id: &Id, draft: &Draft, now: Time) -> Result<bool> {
    let Draft { name, state, phone, text_to, word, url, languages, hours, note, .. } = draft;
    let changed = conn
        .run(
            sql!(
                "UPDATE support_line
                SET name = $3, state = $4, phone = $5, text_to = $6, word_en = $7, word_es = $8, url = $9,
                    languages = $10, hours_en = $11, hours_es = $12, note_en = $13, note_es = $14, changed_at = $15
                WHERE program_id = $1 AND id = $2 AND removed_at IS NULL"
            ),
            args![
                permit.program(),
                id,
                name.as_str(),
                state.as_str(),
                phone.as_str(),
                text_to.as_str(),
                word[0].as_str(),
                word[1].as_str(),
                url.as_str(),
                languages.as_str(),
                hours[0].as_str(),
                hours[1].as_str(),
                note[0].as_str(),
                note[1].as_str(),
                now
            ],
        )
        .await?;
    Ok(changed > 0)
}

/// Puts a line where it stands in the order.
pub(super) async fn place(conn: &mut Conn, permit: &KeepLines, id: &Id, position: i64) -> Result<()> {
    conn.run(
        sql!("UPDATE support_line SET position = $3 WHERE program_id = $1 AND id = $2"),
        args![permit.program(), id, position],
    )
    .await
    .map(drop)
}

/// Takes a line off everyone's page; false where it is off.
pub(super) async fn remove(conn: &mut Conn, permit: &KeepLines, id: &Id, now: Time) -> Result<bool> {
    Ok(conn
        .run(
            sql!("UPDATE support_line SET removed_at = $3 WHERE program_id = $1 AND id = $2 AND removed_at IS NULL"),
            args![permit.program(), id, now],
        )
        .await?
        > 0)
}

/// Puts a line back that was removed.
pub(super) async fn restore(conn: &mut Conn, permit: &KeepLines, id: &Id) -> Result<bool> {
    Ok(conn
        .run(
            sql!(
                "UPDATE support_line
                SET removed_at = NULL
                WHERE program_id = $1
                    AND id = $2
                    AND removed_at IS NOT NULL
                    AND NOT EXISTS (
                        SELECT 1
                        FROM support_line o
                        WHERE o.program_id = $1
                            AND o.suggested = support_line.suggested
                            AND o.suggested <> ''
                            AND o.removed_at IS NULL
                    )"
            ),
            args![permit.program(), id],
        )
        .await?
        > 0)
}

/// Whom someone of the cohort picked.
pub async fn picked(conn: &mut Conn, permit: &PickPerson) -> Result<Option<Picked>> {
    conn.opt(
        sql!(
            "SELECT k.helper_id AS helper_id, p.display_name AS name, COALESCE(p.language, '') AS language,
                k.state AS state,
                CASE
                    WHEN EXISTS (
                        SELECT 1
                        FROM support_choice c
                        WHERE c.season_id = k.season_id AND c.person_id = k.person_id AND c.helper_id = k.helper_id
                    ) THEN 1
                    ELSE 0
                END AS is_there,
                CASE WHEN b.id IS NULL THEN 0 ELSE 1 END AS has_mailbox,
                CASE WHEN m.norm IS NULL THEN 0 ELSE 1 END AS is_returned
            FROM support_person k
            LEFT JOIN person p ON p.id = k.helper_id
            LEFT JOIN mailbox b ON b.person_id = k.helper_id
            LEFT JOIN address_mark m ON m.norm = b.norm
            WHERE k.season_id = $1 AND k.person_id = $2"
        ),
        args![permit.season(), permit.person()],
    )
    .await
}

/// Whom someone of the cohort may pick: who, their name, and how near they are. Those who are nearest come first.
pub async fn choices(conn: &mut Conn, permit: &PickPerson) -> Result<Vec<(Id, String, i64)>> {
    conn.all(
        sql!(
            "SELECT p.id, p.display_name, MIN(c.near)
            FROM support_choice c
            JOIN person p ON p.id = c.helper_id
            WHERE c.season_id = $1 AND c.person_id = $2
            GROUP BY p.id, p.display_name, p.sort_key
            ORDER BY MIN(c.near), p.sort_key, p.id"
        ),
        args![permit.season(), permit.person()],
    )
    .await
}

/// Who picked the reader and is still in the cohort, by name.
pub async fn pickers(conn: &mut Conn, permit: &SeeLines) -> Result<Vec<Picker>> {
    conn.all(
        sql!(
            "SELECT p.id AS person_id, p.display_name AS name, k.state AS state
            FROM support_person k
            JOIN person p ON p.id = k.person_id
            JOIN support_choice c
                ON c.season_id = k.season_id AND c.person_id = k.person_id AND c.helper_id = k.helper_id
            WHERE k.season_id = $1 AND k.helper_id = $2 AND k.state <> 'no'
            GROUP BY p.id, p.display_name, p.sort_key, k.state
            ORDER BY p.sort_key, p.id"
        ),
        args![permit.season(), permit.person()],
    )
    .await
}

/// Asks someone whom the reader may pick, instead of whoever was asked before. False where nothing changes: a no holds
/// for a day.
pub(super) async fn pick(conn: &mut Conn, permit: &PickPerson, helper: &Id, now: Time) -> Result<bool> {
    Ok(conn
        .run(
            sql!(
                "INSERT INTO support_person (season_id, person_id, helper_id, state, asked_at)
                SELECT DISTINCT c.season_id, c.person_id, c.helper_id, 'asked', CAST($4 AS BIGINT)
                FROM support_choice c
                WHERE c.season_id = $1 AND c.person_id = $2 AND c.helper_id = $3
                ON CONFLICT (season_id, person_id) DO UPDATE SET helper_id = excluded.helper_id, state = 'asked',
                    asked_at = excluded.asked_at, answered_at = NULL
                WHERE support_person.helper_id IS NULL
                    OR support_person.helper_id <> excluded.helper_id
                    OR (support_person.state = 'no' AND support_person.answered_at < $4 - 86400000000)"
            ),
            args![permit.season(), permit.person(), helper, now],
        )
        .await?
        > 0)
}

pub(super) async fn end(conn: &mut Conn, permit: &PickPerson) -> Result<bool> {
    Ok(conn
        .run(
            sql!("DELETE FROM support_person WHERE season_id = $1 AND person_id = $2"),
            args![permit.season(), permit.person()],
        )
        .await?
        > 0)
}

/// Whoever was asked answers; false where they are not asked any more, or have said so already.
pub(super) async fn answer(
    conn: &mut Conn,
    permit: &SeeLines,
    (person, say): (&Id, Answer),
    now: Time,
) -> Result<bool> {
    Ok(conn
        .run(
            sql!(
                "UPDATE support_person
                SET state = $4, answered_at = $5
                WHERE season_id = $1 AND helper_id = $2 AND person_id = $3 AND state <> $4 AND state <> 'no'"
            ),
            args![permit.season(), permit.person(), person, say, now],
        )
        .await?
        > 0)
}

/// Who gets the message of someone of the cohort: whoever agreed, and is still there.
pub(super) async fn helper(conn: &mut Conn, permit: &PickPerson) -> Result<Option<Addressee>> {
    conn.opt(
        sql!(
            "SELECT p.id AS person_id, p.display_name AS name, b.value AS email, p.language AS language, p.zone AS zone
            FROM support_person k
            JOIN person p ON p.id = k.helper_id
            JOIN mailbox b ON b.person_id = p.id
            WHERE k.season_id = $1
                AND k.person_id = $2
                AND k.state = 'yes'
                AND EXISTS (
                    SELECT 1
                    FROM support_choice c
                    WHERE c.season_id = k.season_id AND c.person_id = k.person_id AND c.helper_id = k.helper_id
                )"
        ),
        args![permit.season(), permit.person()],
    )
    .await
}

/// Forgets whom those had picked who have left the cohort.
pub(super) async fn sweep(conn: &mut Conn) -> Result<u64> {
    conn.run(
        sql!(
            "DELETE FROM support_person
            WHERE NOT EXISTS (
                SELECT 1
                FROM member m
                WHERE m.season_id = support_person.season_id
                    AND m.person_id = support_person.person_id
                    AND m.left_at IS NULL
            )"
        ),
        args![],
    )
    .await
}
