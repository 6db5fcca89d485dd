//! The SQL of letters to groups.

use super::model::{Addressee, Counts, Letter};
use super::rules::Write;
use weft_kernel::Kernel;
use weft_kernel::clock::Time;
use weft_kernel::db::{Conn, Result};
use weft_kernel::ids::Id;
use weft_kernel::{args, sql};
use weft_people::model::norm_email;

pub(super) async fn insert(
    kernel: &Kernel,
    conn: &mut Conn,
    permit: &Write,
    group: &str,
    words: [&str; 4],
    by: &Id,
) -> Result<Id> {
    let id = kernel.id();
    conn.run(
        sql!(
            "INSERT INTO letter (id, season_id, group_name, subject_en, subject_es, text_en, text_es, made_by, made_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
        ),
        args![&id, permit.season(), group, words[0], words[1], words[2], words[3], by, kernel.now()],
    )
    .await?;
    Ok(id)
}

pub async fn letters(conn: &mut Conn, permit: &Write) -> Result<Vec<Letter>> {
    conn.all(
        sql!(
            "SELECT l.id AS id, l.group_name AS group_name, l.subject_en AS subject_en, l.subject_es AS subject_es,
                l.text_en AS text_en, l.text_es AS text_es, m.display_name AS maker, l.made_at AS made_at,
                s.display_name AS sender, l.sent_at AS sent_at, l.sent_to AS sent_to,
                (SELECT COUNT(*) FROM letter_recipient r WHERE r.letter_id = l.id) AS chosen
            FROM letter l
            LEFT JOIN person m ON m.id = l.made_by
            LEFT JOIN person s ON s.id = l.sent_by
            WHERE l.season_id = $1 AND l.discarded_at IS NULL
            ORDER BY l.made_at DESC, l.id DESC LIMIT 100"
        ),
        args![permit.season()],
    )
    .await
}

pub async fn letter(conn: &mut Conn, permit: &Write, id: &Id) -> Result<Option<Letter>> {
    conn.opt(
        sql!(
            "SELECT l.id AS id, l.group_name AS group_name, l.subject_en AS subject_en, l.subject_es AS subject_es,
                l.text_en AS text_en, l.text_es AS text_es, m.display_name AS maker, l.made_at AS made_at,
                s.display_name AS sender, l.sent_at AS sent_at, l.sent_to AS sent_to,
                (SELECT COUNT(*) FROM letter_recipient r WHERE r.letter_id = l.id) AS chosen
            FROM letter l
            LEFT JOIN person m ON m.id = l.made_by
            LEFT JOIN person s ON s.id = l.sent_by
            WHERE l.season_id = $1 AND l.id = $2 AND l.discarded_at IS NULL"
        ),
        args![permit.season(), id],
    )
    .await
}

/// Marks a letter as sent, once.
pub(super) async fn send(conn: &mut Conn, permit: &Write, id: &Id, to: usize, by: &Id, now: Time) -> Result<bool> {
    Ok(conn
        .run(
            sql!(
                "UPDATE letter
                SET sent_by = $3, sent_at = $4, sent_to = $5
                WHERE season_id = $1 AND id = $2 AND sent_at IS NULL AND discarded_at IS NULL"
            ),
            args![permit.season(), id, by, now, to],
        )
        .await?
        > 0)
}

pub(super) async fn discard(conn: &mut Conn, permit: &Write, id: &Id, now: Time) -> Result<bool> {
    Ok(conn
        .run(
            sql!(
                "UPDATE letter
                SET discarded_at = $3
                WHERE season_id = $1 AND id = $2 AND sent_at IS NULL AND discarded_at IS NULL"
            ),
            args![permit.season(), id, now],
        )
        .await?
        > 0)
}

/// Chosen applications of the season, by their numbers.
pub async fn of_numbers(conn: &mut Conn, permit: &Write, numbers: &[&str]) -> Result<Vec<Id>> {
    let sql = sql!("SELECT external_id, id FROM application WHERE season_id = $1 ORDER BY external_id");
    let all: Vec<(String, Id)> = conn.all(sql, args![permit.season()]).await?;
    Ok(all.into_iter().filter(|(number, _)| numbers.contains(&number.as_str())).map(|(_, id)| id).collect())
}

/// A letter goes to these applications alone.
pub(super) async fn insert_recipients(conn: &mut Conn, letter: &Id, applications: &[Id]) -> Result<()> {
    for application in applications {
        conn.run(
            sql!("INSERT INTO letter_recipient (letter_id, application_id) VALUES ($1, $2)"),
            args![letter, application],
        )
        .await?;
    }
    Ok(())
}

/// Those whose applications were chosen for a letter and who have an address; nobody for any other letter.
async fn chosen(conn: &mut Conn, permit: &Write, letter: &Id) -> Result<Vec<Addressee>> {
    let all: Vec<Addressee> = conn
        .all(
            sql!(
                "SELECT a.id AS key, p.display_name AS name, c.value AS email, a.language AS language
            FROM letter_recipient r
            JOIN application a ON a.id = r.application_id
            JOIN person p ON p.id = a.person_id
            JOIN mailbox c ON c.person_id = p.id
            WHERE a.season_id = $1 AND r.letter_id = $2
            ORDER BY p.sort_key, a.id"
            ),
            args![permit.season(), letter],
        )
        .await?;
    let mut seen = std::collections::BTreeSet::new();
    Ok(all.into_iter().filter(|a| seen.insert(norm_email(&a.email))).collect())
}

/// Everyone who has an address and to whom a letter goes, each once: its group, or those who were chosen for it.
pub async fn addressees(conn: &mut Conn, permit: &Write, letter: &Letter) -> Result<Vec<Addressee>> {
    if letter.chosen > 0 {
        return chosen(conn, permit, &letter.id).await;
    }
    let sql = match letter.group_name.as_str() {
        "drafts" => sql!(
            "SELECT d.id AS key, '' AS name, d.email AS email, d.language AS language
            FROM draft d
            WHERE d.season_id = $1
                AND d.submitted_at IS NULL
                AND d.changes_of IS NULL
                AND d.stage = 1
                AND d.email IS NOT NULL
            ORDER BY d.id"
        ),
        "applicants" | "waiting" => return applicants(conn, permit, letter.group_name == "waiting").await,
        "members" => sql!(
            "SELECT m.id AS key, p.display_name AS name, c.value AS email, p.language AS language
            FROM member m
            JOIN person p ON p.id = m.person_id
            JOIN mailbox c ON c.person_id = p.id
            WHERE m.season_id = $1 AND m.left_at IS NULL
            ORDER BY p.sort_key, m.id"
        ),
        "readers" => sql!(
            "SELECT p.id AS key, p.display_name AS name, c.value AS email, p.language AS language
            FROM person p
            JOIN mailbox c ON c.person_id = p.id
            WHERE EXISTS (
                SELECT 1
                FROM role r
                WHERE r.person_id = p.id AND r.season_id = $1 AND r.role = 'reviewer' AND r.until IS NULL
            )
            ORDER BY p.sort_key, p.id"
        ),
        "staff" => sql!(
            "SELECT p.id AS key, p.display_name AS name, c.value AS email, p.language AS language
            FROM person p
            JOIN mailbox c ON c.person_id = p.id
            WHERE EXISTS (
                SELECT 1
                FROM role r
                WHERE r.person_id = p.id
                    AND r.season_id = $1
                    AND r.role NOT IN ('applicant', 'funder', 'alum', 'employer-contact')
                    AND r.until IS NULL
            )
            ORDER BY p.sort_key, p.id"
        ),
        "interested" => sql!(
            "SELECT i.id AS key, i.name AS name, i.email AS email, i.language AS language
            FROM interest i
            JOIN season s ON s.program_id = i.program_id
            WHERE s.id = $1 AND i.confirmed_at IS NOT NULL
            ORDER BY i.id"
        ),
        // An unknown group is nobody.
        _ => return Ok(Vec::new()),
    };
    conn.all(sql, args![permit.season()]).await
}

/// Those who have applied, or of them those who wait for an answer.
async fn applicants(conn: &mut Conn, permit: &Write, is_waiting: bool) -> Result<Vec<Addressee>> {
    conn.all(
        sql!(
            "SELECT a.id AS key, p.display_name AS name, c.value AS email, a.language AS language
            FROM application a
            JOIN person p ON p.id = a.person_id
            JOIN mailbox c ON c.person_id = p.id
            WHERE a.season_id = $1
                AND a.duplicate_of IS NULL
                AND NOT EXISTS (SELECT 1 FROM withdrawal v WHERE v.application_id = a.id)
                AND (
                    $2 = 0
                        OR (
                            NOT EXISTS (SELECT 1 FROM outcome u WHERE u.application_id = a.id)
                                AND NOT EXISTS (SELECT 1 FROM member m WHERE m.application_id = a.id)
                        )
                )
            ORDER BY p.sort_key, a.id"
        ),
        args![permit.season(), is_waiting],
    )
    .await
}

/// How many are in each group now, who have an address.
pub async fn counts(conn: &mut Conn, permit: &Write) -> Result<Counts> {
    conn.one(
        sql!(
            "SELECT (
                SELECT COUNT(*)
                FROM draft d
                WHERE d.season_id = $1
                    AND d.submitted_at IS NULL
                    AND d.changes_of IS NULL
                    AND d.stage = 1
                    AND d.email IS NOT NULL
            ) AS drafts, p.applicants AS applicants, p.waiting AS waiting,
                (
                    SELECT COUNT(*)
                    FROM member m
                    WHERE m.season_id = $1
                        AND m.left_at IS NULL
                        AND EXISTS (
                            SELECT 1
                            FROM contact_point c
                            WHERE c.person_id = m.person_id AND c.kind = 'email' AND c.until IS NULL
                        )
                ) AS members, t.readers AS readers, t.staff AS staff,
                (
                    SELECT COUNT(*)
                    FROM interest i
                    JOIN season s ON s.program_id = i.program_id
                    WHERE s.id = $1 AND i.confirmed_at IS NOT NULL
                ) AS interested
            FROM (
                SELECT COUNT(*) AS applicants,
                    COUNT(
                        CASE
                            WHEN NOT EXISTS (SELECT 1 FROM outcome u WHERE u.application_id = a.id)
                                AND NOT EXISTS (SELECT 1 FROM member m WHERE m.application_id = a.id) THEN 1
                            END
                    ) AS waiting
                FROM application a
                WHERE a.season_id = $1
                    AND a.duplicate_of IS NULL
                    AND EXISTS (
                        SELECT 1
                        FROM contact_point c
                        WHERE c.person_id = a.person_id AND c.kind = 'email' AND c.until IS NULL
                    )
                    AND NOT EXISTS (SELECT 1 FROM withdrawal v WHERE v.application_id = a.id)
            ) p
            CROSS JOIN (
                SELECT COUNT(DISTINCT CASE WHEN r.role = 'reviewer' THEN r.person_id END) AS readers,
                    COUNT(
                        DISTINCT CASE
                            WHEN r.role NOT IN ('applicant', 'funder', 'alum', 'employer-contact') THEN r.person_id
                            END
                    ) AS staff
                FROM role r
                JOIN contact_point c ON c.person_id = r.person_id AND c.kind = 'email' AND c.until IS NULL
                WHERE r.season_id = $1 AND r.until IS NULL
            ) t"
        ),
        args![permit.season()],
    )
    .await
}
