//! The SQL of what leads put beside applications: notes and tags.

use crate::applications::rules::{FillPool, ReadPool};
use weft_kernel::Kernel;
use weft_kernel::clock::Time;
use weft_kernel::db::{Conn, Result};
use weft_kernel::ids::Id;
use weft_kernel::{args, row, sql};

row! {
    /// A lead's note on an application. `by` is empty where its author's record was erased.
    pub struct Note { id: Id, by: Option<String>, by_id: Option<Id>, text: String, at: Time }
}

pub(in crate::applications) async fn notes(conn: &mut Conn, permit: &FillPool, application: &Id) -> Result<Vec<Note>> {
    conn.all(
        sql!(
            "SELECT n.id AS id, p.display_name AS by, n.by_id AS by_id, n.text AS text, n.at AS at
            FROM application_note n
            JOIN application a ON a.id = n.application_id
            LEFT JOIN person p ON p.id = n.by_id
            WHERE a.season_id = $1 AND n.application_id = $2
            ORDER BY n.at, n.id"
        ),
        args![permit.season(), application],
    )
    .await
}

pub(in crate::applications) async fn insert_note(
    kernel: &Kernel,
    conn: &mut Conn,
    application: &Id,
    by: &Id,
    text: &str,
) -> Result<()> {
    conn.run(
        sql!("INSERT INTO application_note (id, application_id, by_id, text, at) VALUES ($1, $2, $3, $4, $5)"),
        args![kernel.id(), application, by, text, kernel.now()],
    )
    .await
    .map(drop)
}

/// Deletes a note, by its author alone. `false` when there is no such note of theirs.
pub(in crate::applications) async fn delete_note(
    conn: &mut Conn,
    permit: &FillPool,
    (application, note, by): (&Id, &Id, &Id),
) -> Result<bool> {
    let sql = sql!(
        "DELETE FROM application_note
        WHERE id = $3
            AND application_id = $2
            AND by_id = $4
            AND EXISTS (SELECT 1 FROM application a WHERE a.id = $2 AND a.season_id = $1)"
    );
    Ok(conn.run(sql, args![permit.season(), application, note, by]).await? > 0)
}

/// The tags of a season's applications: id and tag.
pub(in crate::applications) async fn tags(conn: &mut Conn, permit: &ReadPool) -> Result<Vec<(Id, String)>> {
    conn.all(
        sql!(
            "SELECT t.application_id, t.tag
            FROM application_tag t
            JOIN application a ON a.id = t.application_id
            WHERE a.season_id = $1 AND t.off_batch IS NULL
            ORDER BY t.tag"
        ),
        args![permit.season()],
    )
    .await
}

/// Every tag that the season's program has used, in any season.
pub(in crate::applications) async fn known_tags(conn: &mut Conn, season: &Id) -> Result<Vec<(String,)>> {
    conn.all(
        sql!(
            "SELECT DISTINCT t.tag
            FROM application_tag t
            JOIN application a ON a.id = t.application_id
            JOIN season s ON s.id = a.season_id
            WHERE s.program_id = (SELECT o.program_id FROM season o WHERE o.id = $1)
            ORDER BY t.tag"
        ),
        args![season],
    )
    .await
}

/// Puts a tag on an application of the season. `false` when it is on already, or there is no such application.
pub(in crate::applications) async fn put_tag(
    conn: &mut Conn,
    permit: &FillPool,
    (application, tag): (&Id, &str),
    batch: &Id,
    now: Time,
) -> Result<bool> {
    let sql = sql!(
        "INSERT INTO application_tag (application_id, tag, batch, at)
        SELECT a.id, CAST($3 AS TEXT), CAST($4 AS TEXT), CAST($5 AS BIGINT)
        FROM application a
        WHERE a.season_id = $1 AND a.id = $2
        ON CONFLICT (application_id, tag) DO UPDATE SET batch = excluded.batch, at = excluded.at, off_batch = NULL
        WHERE application_tag.off_batch IS NOT NULL"
    );
    Ok(conn.run(sql, args![permit.season(), application, tag, batch, now]).await? > 0)
}

/// Takes a tag off an application of the season. `false` when it was not on.
pub(in crate::applications) async fn take_tag(
    conn: &mut Conn,
    permit: &FillPool,
    (application, tag): (&Id, &str),
    batch: &Id,
) -> Result<bool> {
    let sql = sql!(
        "UPDATE application_tag
        SET off_batch = $4
        WHERE application_id = $2
            AND tag = $3
            AND off_batch IS NULL
            AND EXISTS (SELECT 1 FROM application a WHERE a.id = $2 AND a.season_id = $1)"
    );
    Ok(conn.run(sql, args![permit.season(), application, tag, batch]).await? > 0)
}

/// Undoes what one act did with tags, as far as nobody has changed it since. Returns how many.
pub(in crate::applications) async fn undo_tags(
    conn: &mut Conn,
    permit: &FillPool,
    batch: &Id,
    undo: &Id,
) -> Result<u64> {
    let on = sql!(
        "UPDATE application_tag
        SET off_batch = $3
        WHERE batch = $2
            AND off_batch IS NULL
            AND application_id IN (SELECT a.id FROM application a WHERE a.season_id = $1)"
    );
    let off = sql!(
        "UPDATE application_tag
        SET off_batch = NULL
        WHERE off_batch = $2 AND application_id IN (SELECT a.id FROM application a WHERE a.season_id = $1)"
    );
    let put = conn.run(on, args![permit.season(), batch, undo]).await?;
    Ok(put + conn.run(off, args![permit.season(), batch]).await?)
}

/// How many applications one act on tags holds for now.
pub(in crate::applications) async fn tag_batch_size(conn: &mut Conn, permit: &ReadPool, batch: &Id) -> Result<i64> {
    let sql = sql!(
        "SELECT COUNT(*)
        FROM application_tag t
        JOIN application a ON a.id = t.application_id
        WHERE a.season_id = $1 AND ((t.batch = $2 AND t.off_batch IS NULL) OR t.off_batch = $2)"
    );
    Ok(conn.one::<(i64,)>(sql, args![permit.season(), batch]).await?.0)
}

/// How someone can be reached: `email` or `phone`, and what.
pub(in crate::applications) async fn reached_at(
    conn: &mut Conn,
    permit: &ReadPool,
    application: &Id,
) -> Result<Vec<(String, String)>> {
    conn.all(
        sql!(
            "SELECT c.kind, c.value
            FROM contact_point c
            JOIN application a ON a.person_id = c.person_id
            WHERE a.season_id = $1 AND a.id = $2 AND c.until IS NULL
            ORDER BY c.kind, c.is_apart, c.is_primary DESC, c.since"
        ),
        args![permit.season(), application],
    )
    .await
}

row! {
    /// Everything of an application that an export may hold: never access needs or self-descriptions.
    pub(in crate::applications) struct Exported {
        id: Id,
        external_id: String,
        name: String,
        sort_key: String,
        pronouns: Option<String>,
        email: Option<String>,
        phone: Option<String>,
        stands: crate::applications::model::State,
        submitted_at: Time,
        changed_at: Option<Time>,
        language: String,
        answer_format: Option<String>,
        city: Option<String>,
        state: Option<String>,
        region: Option<String>,
        setting: Option<String>,
        scope: Option<String>,
        body_type: Option<String>,
        organization: Option<String>,
        collaborative: Option<String>,
        role_title: Option<String>,
        role_level: Option<String>,
        years_in_role: Option<f64>,
        years_in_field: Option<f64>,
        primary_issue_area: Option<String>,
        other_issue_areas: Option<String>,
        health_focus: Option<String>,
        late_reason: Option<String>,
        answers: String,
        reads: i64,
        score: Option<f64>,
        lowest: Option<f64>,
        highest: Option<f64>,
        priority: Option<String>,
        outcome: Option<String>,
        recommendations: i64,
    }
}

/// All applications of a season as an export may hold them. Scores are there once reviewing is closed.
pub(in crate::applications) async fn exported(conn: &mut Conn, permit: &ReadPool) -> Result<Vec<Exported>> {
    conn.all(
        sql!(
            "SELECT a.id AS id, a.external_id AS external_id, p.display_name AS name, p.sort_key AS sort_key,
                p.pronouns AS pronouns,
                (SELECT m.value FROM mailbox m WHERE m.person_id = a.person_id) AS email,
                (
                    SELECT c.value
                    FROM contact_point c
                    WHERE c.person_id = a.person_id AND c.kind = 'phone' AND c.until IS NULL
                    ORDER BY c.is_apart, c.is_primary DESC, c.since LIMIT 1
                ) AS phone, x.state AS stands, a.submitted_at AS submitted_at, a.changed_at AS changed_at,
                a.language AS language, a.answer_format AS answer_format, a.city AS city, a.state AS state,
                a.region AS region, a.setting AS setting, a.scope AS scope, a.body_type AS body_type,
                a.organization AS organization, a.collaborative AS collaborative, a.role_title AS role_title,
                a.role_level AS role_level, a.years_in_role AS years_in_role, a.years_in_field AS years_in_field,
                a.primary_issue_area AS primary_issue_area, a.other_issue_areas AS other_issue_areas,
                a.health_focus AS health_focus, a.late_reason AS late_reason, a.answers AS answers,
                COALESCE(m.reads, 0) AS reads, m.score AS score, m.lowest AS lowest, m.highest AS highest,
                (
                    SELECT y.priority
                    FROM priority y
                    WHERE y.application_id = a.id
                    ORDER BY y.at DESC, y.id DESC LIMIT 1
                ) AS priority,
                (
                    SELECT o.outcome
                    FROM outcome o
                    WHERE o.application_id = a.id
                    ORDER BY o.at DESC, o.id DESC LIMIT 1
                ) AS outcome,
                COALESCE(v.n, 0) AS recommendations
            FROM application a
            JOIN application_state x ON x.application_id = a.id
            JOIN person p ON p.id = a.person_id
            LEFT JOIN (
                SELECT t.application_id AS application_id, COUNT(*) AS reads, AVG(t.mean) AS score,
                    MIN(t.mean) AS lowest, MAX(t.mean) AS highest
                FROM last_mean t
                WHERE t.season_id = $1
                GROUP BY t.application_id
            ) m ON m.application_id = a.id
            LEFT JOIN (
                SELECT f.application_id AS application_id, COUNT(*) AS n
                FROM recommendation_for f
                JOIN recommendation r ON r.id = f.recommendation_id
                WHERE f.season_id = $1 AND r.sent_at IS NOT NULL
                GROUP BY f.application_id
            ) v ON v.application_id = a.id
            WHERE a.season_id = $1
                AND NOT EXISTS (SELECT 1 FROM erasure e WHERE e.application_id = a.id)
            ORDER BY p.sort_key, a.external_id"
        ),
        args![permit.season()],
    )
    .await
}
