//! The SQL of the report.

use super::model::{AboutThem, Coding, Counted, Theme};
use super::rules::{Code, SeeReport, WriteCodebook};
use weft_kernel::Kernel;
use weft_kernel::clock::Time;
use weft_kernel::db::{Conn, Result};
use weft_kernel::ids::Id;
use weft_kernel::{args, sql};

/// Applications that were sent, each person once, without those taken back.
pub async fn counted(conn: &mut Conn, permit: &SeeReport) -> Result<Vec<Counted>> {
    conn.all(
        sql!(
            "SELECT a.id AS id, a.external_id AS external_id, a.region AS region, a.scope AS scope,
                a.setting AS setting, a.role_level AS role_level, a.body_type AS body_type,
                a.primary_issue_area AS primary_issue_area, a.other_issue_areas AS other_issue_areas,
                a.health_focus AS health_focus, a.language AS language, a.years_in_role AS years_in_role,
                COALESCE(
                    (SELECT e.is_eligible FROM latest_eligibility e WHERE e.application_id = a.id), 0
                ) AS is_eligible,
                CASE
                    WHEN EXISTS (
                        SELECT 1
                        FROM stage_read r
                        WHERE r.application_id = a.id AND r.state = 'counted'
                    ) THEN 1
                    ELSE 0
                    END AS is_read,
                CASE WHEN EXISTS (SELECT 1 FROM member m WHERE m.application_id = a.id) THEN 1 ELSE 0 END AS is_member
            FROM application a
            WHERE a.season_id = $1
                AND a.duplicate_of IS NULL
                AND NOT EXISTS (SELECT 1 FROM withdrawal v WHERE v.application_id = a.id)
            ORDER BY a.external_id"
        ),
        args![permit.season()],
    )
    .await
}

/// What those who are counted said of themselves, in totals alone: no row says whose it is.
pub async fn about_them(conn: &mut Conn, permit: &SeeReport) -> Result<Vec<AboutThem>> {
    conn.all(
        sql!(
            "SELECT i.field AS field, MAX(i.label) AS asked, i.value AS value, COUNT(*) AS people,
                COUNT(m.application_id) AS seated
            FROM application a
            JOIN application_state x ON x.application_id = a.id
            JOIN identity_answer i ON i.person_id = a.person_id
            LEFT JOIN member m ON m.application_id = a.id
            WHERE a.season_id = $1
                AND x.state IN ('eligible', 'not-eligible', 'undecided', 'late')
                AND (i.label = '' OR SUBSTR(i.field, 1, LENGTH(CAST($1 AS TEXT)) + 1) = CAST($1 AS TEXT) || ':')
            GROUP BY i.field, i.value
            ORDER BY i.field, i.value"
        ),
        args![permit.season()],
    )
    .await
}

/// Drafts that were begun, sent or not.
pub async fn begun(conn: &mut Conn, permit: &SeeReport) -> Result<i64> {
    let sql = sql!("SELECT COUNT(*) FROM draft WHERE season_id = $1 AND changes_of IS NULL AND stage = 1");
    let (n,): (i64,) = conn.one(sql, args![permit.season()]).await?;
    Ok(n)
}

pub async fn is_answered(conn: &mut Conn, season: &Id) -> Result<bool> {
    let (n,): (i64,) = conn
        .one(sql!("SELECT COUNT(*) FROM decision_round WHERE season_id = $1 AND sent_at IS NOT NULL"), args![season])
        .await?;
    Ok(n > 0)
}

/// All themes of a season, by question and place.
pub async fn themes(conn: &mut Conn, season: &Id) -> Result<Vec<Theme>> {
    conn.all(
        sql!(
            "SELECT question, code, label_en, label_es, definition, keywords, place
            FROM theme
            WHERE season_id = $1
            ORDER BY question, place, code"
        ),
        args![season],
    )
    .await
}

/// All codings of a season, the oldest first.
pub async fn codings(conn: &mut Conn, season: &Id) -> Result<Vec<Coding>> {
    conn.all(
        sql!(
            "SELECT c.application_id AS application_id, c.question AS question, c.codes AS codes, c.by_id AS by_id,
                c.at AS at
            FROM theme_coding c
            JOIN application a ON a.id = c.application_id
            WHERE a.season_id = $1
            ORDER BY c.at, c.application_id"
        ),
        args![season],
    )
    .await
}

/// Answers of those who were counted: number and the JSON of all of hers.
pub async fn answers(conn: &mut Conn, permit: &Code) -> Result<Vec<(Id, String, String)>> {
    conn.all(
        sql!(
            "SELECT a.id, a.external_id, a.answers
            FROM application a
            WHERE a.season_id = $1
                AND a.duplicate_of IS NULL
                AND NOT EXISTS (SELECT 1 FROM withdrawal v WHERE v.application_id = a.id)
            ORDER BY a.external_id"
        ),
        args![permit.season()],
    )
    .await
}

pub(super) async fn insert_theme(kernel: &Kernel, conn: &mut Conn, permit: &WriteCodebook, t: &Theme) -> Result<()> {
    conn.run(
        sql!(
            "INSERT INTO theme (id, season_id, question, code, label_en, label_es, definition, keywords, place)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            ON CONFLICT (season_id, question, code) DO UPDATE SET label_en = excluded.label_en,
                label_es = excluded.label_es, definition = excluded.definition, keywords = excluded.keywords,
                place = excluded.place"
        ),
        args![
            kernel.id(),
            permit.season(),
            &t.question,
            &t.code,
            &t.label_en,
            &t.label_es,
            &t.definition,
            &t.keywords,
            t.place
        ],
    )
    .await
    .map(drop)
}

pub(super) async fn delete_theme(conn: &mut Conn, permit: &WriteCodebook, question: &str, code: &str) -> Result<bool> {
    Ok(conn
        .run(
            sql!("DELETE FROM theme WHERE season_id = $1 AND question = $2 AND code = $3"),
            args![permit.season(), question, code],
        )
        .await?
        > 0)
}

/// Which answer is coded with which codes, as JSON, and by whom.
pub(super) struct NewCoding<'a> {
    pub external_id: &'a str,
    pub question: &'a str,
    pub codes: &'a str,
    pub by: &'a Id,
}

/// Stores one person's coding of one answer; coding it again replaces her own.
pub(super) async fn set_coding(conn: &mut Conn, permit: &Code, new: &NewCoding<'_>, now: Time) -> Result<Option<Id>> {
    let found: Option<(Id,)> = conn
        .opt(
            sql!(
                "INSERT INTO theme_coding (application_id, question, codes, by_id, at)
                SELECT id, CAST($3 AS TEXT), CAST($4 AS TEXT), CAST($5 AS TEXT), CAST($6 AS BIGINT)
                FROM application
                WHERE season_id = $1 AND external_id = $2
                ON CONFLICT (application_id, question, by_id) DO UPDATE SET codes = excluded.codes, at = excluded.at
                RETURNING application_id"
            ),
            args![permit.season(), new.external_id, new.question, new.codes, new.by, now],
        )
        .await?;
    Ok(found.map(|(id,)| id))
}
