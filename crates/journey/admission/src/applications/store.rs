//! The SQL of applications.

use super::model::{Application, Candidate, Happened, ImportFile, Known, Listed, MyApplication, Parsed, Spread};
use super::rules::{FillPool, ReadPool};
use weft_kernel::Kernel;
use weft_kernel::clock::Time;
use weft_kernel::db::{Conn, Result};
use weft_kernel::ids::Id;
use weft_kernel::{args, sql};
use weft_people::rules::OwnRecord;

/// What a list is narrowed to; empty texts narrow nothing.
#[derive(Clone, Debug, Default, serde::Deserialize)]
#[serde(default)]
pub struct Filter {
    pub q: String,
    pub region: String,
    pub scope: String,
    pub state: String,
    pub page: u32,
}

/// Lines on a page of the list.
pub const PAGE: i64 = 50;

/// One page of the list, best scores first, then by arrival; one more line than a page tells that there is a next one.
pub async fn list(conn: &mut Conn, permit: &ReadPool, f: &Filter) -> Result<Vec<Listed>> {
    let like = format!("%{}%", f.q.trim().to_lowercase());
    conn.all(
        sql!(
            "SELECT *
            FROM (
                SELECT a.id AS id, a.external_id AS external_id, p.display_name AS display_name, a.region AS region,
                    a.scope AS scope, a.role_level AS role_level, a.organization AS organization,
                    a.primary_issue_area AS primary_issue_area, a.submitted_at AS submitted_at,
                    (SELECT e.is_eligible FROM latest_eligibility e WHERE e.application_id = a.id) AS is_eligible,
                    (SELECT e.reason FROM latest_eligibility e WHERE e.application_id = a.id) AS eligibility_reason,
                    CASE
                        WHEN EXISTS (SELECT 1 FROM withdrawal v WHERE v.application_id = a.id) THEN 1
                        ELSE 0
                        END AS is_withdrawn, a.duplicate_of AS duplicate_of,
                    (SELECT COUNT(*) FROM read r WHERE r.application_id = a.id AND r.state = 'counted') AS reads,
                    m.score AS score,
                    (
                        SELECT COUNT(*)
                        FROM contact_point c
                        JOIN address_mark m ON m.norm = c.norm
                        WHERE c.person_id = a.person_id AND c.kind = 'email' AND c.until IS NULL
                    ) AS bounced, CASE WHEN a.is_own = 1 AND a.proved_at IS NULL THEN 1 ELSE 0 END AS is_unproved,
                    a.resembles AS resembles
                FROM application a
                JOIN person p ON p.id = a.person_id
                LEFT JOIN (
                    SELECT t.application_id AS application_id, AVG(t.mean) AS score
                    FROM shown_mean t
                    WHERE t.season_id = $1
                    GROUP BY t.application_id
                ) m ON m.application_id = a.id
                WHERE a.season_id = $1
            ) l
            WHERE (
                CAST($2 AS TEXT) = '%%'
                    OR LOWER(l.display_name) LIKE $2
                    OR LOWER(l.external_id) LIKE $2
                    OR LOWER(COALESCE(l.organization, '')) LIKE $2
            )
                AND (CAST($3 AS TEXT) = '' OR l.region = $3)
                AND (CAST($4 AS TEXT) = '' OR l.scope = $4)
                AND (
                    CAST($5 AS TEXT) = ''
                        OR ($5 = 'eligible' AND l.is_eligible = 1 AND l.is_withdrawn = 0 AND l.duplicate_of IS NULL)
                        OR ($5 = 'not-eligible' AND l.is_eligible = 0)
                        OR ($5 = 'withdrawn' AND l.is_withdrawn = 1)
                        OR ($5 = 'duplicate' AND (l.duplicate_of IS NOT NULL OR l.resembles IS NOT NULL))
                        OR ($5 = 'unconfirmed' AND l.is_unproved = 1)
                )
            ORDER BY CASE WHEN l.score IS NULL THEN 1 ELSE 0 END, l.score DESC, l.submitted_at,
                l.external_id LIMIT $6 OFFSET $7"
        ),
        args![permit.season(), like, &f.region, &f.scope, &f.state, PAGE + 1, i64::from(f.page) * PAGE],
    )
    .await
}

/// The counts above the list, and its choices: what, value, how many.
pub async fn facets(conn: &mut Conn, permit: &ReadPool) -> Result<Vec<(String, String, i64)>> {
    conn.all(
        sql!(
            "SELECT 'all', '', COUNT(*)
            FROM application
            WHERE season_id = $1
            UNION ALL
            SELECT 'undecided', '', COUNT(*)
            FROM application a
            WHERE a.season_id = $1
                AND a.duplicate_of IS NULL
                AND a.late_reason IS NULL
                AND NOT EXISTS (SELECT 1 FROM eligibility e WHERE e.application_id = a.id)
                AND NOT EXISTS (SELECT 1 FROM withdrawal v WHERE v.application_id = a.id)
            UNION ALL
            SELECT 'region', region, COUNT(*)
            FROM application
            WHERE season_id = $1 AND region IS NOT NULL
            GROUP BY region
            UNION ALL
            SELECT 'scope', scope, COUNT(*)
            FROM application
            WHERE season_id = $1 AND scope IS NOT NULL
            GROUP BY scope
            ORDER BY 1, 2"
        ),
        args![permit.season()],
    )
    .await
}

pub async fn by_external_id(conn: &mut Conn, permit: &ReadPool, external_id: &str) -> Result<Option<Application>> {
    conn.opt(
        sql!(
            "SELECT a.id AS id, a.person_id AS person_id, a.external_id AS external_id, p.display_name AS display_name,
                p.pronunciation AS pronunciation, p.pronouns AS pronouns, a.submitted_at AS submitted_at,
                a.language AS language, a.answer_format AS answer_format, a.city AS city, a.state AS state,
                a.region AS region, a.setting AS setting, a.scope AS scope, a.body_type AS body_type,
                a.organization AS organization, a.collaborative AS collaborative, a.role_title AS role_title,
                a.role_level AS role_level, a.years_in_role AS years_in_role, a.years_in_field AS years_in_field,
                a.primary_issue_area AS primary_issue_area, a.other_issue_areas AS other_issue_areas,
                a.health_focus AS health_focus, a.answers AS answers, a.late_reason AS late_reason,
                a.duplicate_of AS duplicate_of, a.resembles AS resembles, a.is_own AS is_own, a.proved_at AS proved_at
            FROM application a
            JOIN person p ON p.id = a.person_id
            WHERE a.season_id = $1 AND a.external_id = $2"
        ),
        args![permit.season(), external_id],
    )
    .await
}

/// What happened with an application, in order: events, eligibility, outcome.
pub async fn happened(conn: &mut Conn, application: &Id) -> Result<Vec<Happened>> {
    conn.all(
        sql!(
            "SELECT kind, reason, at
            FROM application_event
            WHERE application_id = $1
            UNION ALL
            SELECT CASE WHEN is_eligible = 1 THEN 'eligible' ELSE 'not-eligible' END, reason, at
            FROM eligibility
            WHERE application_id = $1
            UNION ALL
            SELECT outcome, reason, at
            FROM outcome
            WHERE application_id = $1
            ORDER BY 3"
        ),
        args![application],
    )
    .await
}

/// Reads that count, with the mean of each.
pub async fn reads(conn: &mut Conn, application: &Id) -> Result<Vec<(String, i64, f64)>> {
    conn.all(
        sql!(
            "SELECT reader, read_no, mean
            FROM shown_mean
            WHERE application_id = $1
            ORDER BY read_no, reader"
        ),
        args![application],
    )
    .await
}

/// Everyone who might be chosen, as selection may see them.
pub async fn candidates(conn: &mut Conn, season: &Id) -> Result<Vec<Candidate>> {
    conn.all(
        sql!(
            "SELECT a.id AS id, a.external_id AS external_id, a.region AS region, a.state AS state,
                a.setting AS setting, a.scope AS scope, a.body_type AS body_type, a.organization AS organization,
                a.organization_norm AS organization_norm, a.role_level AS role_level,
                a.years_in_role AS years_in_role, a.years_in_field AS years_in_field,
                a.primary_issue_area AS primary_issue_area, a.health_focus AS health_focus, a.language AS language,
                (SELECT e.is_eligible FROM latest_eligibility e WHERE e.application_id = a.id) AS is_eligible,
                (SELECT e.reason FROM latest_eligibility e WHERE e.application_id = a.id) AS eligibility_reason,
                CASE WHEN EXISTS (SELECT 1 FROM withdrawal v WHERE v.application_id = a.id) THEN 1
                    ELSE 0
                    END AS is_withdrawn, a.duplicate_of AS duplicate_of, m.score AS score,
                CASE
                    WHEN EXISTS (
                        SELECT 1
                        FROM invitation i
                        JOIN invitation_answer n ON n.invitation_id = i.id
                        WHERE i.application_id = a.id AND n.answer = 'declined'
                    ) THEN 1
                    ELSE 0
                    END AS is_declined,
                CASE
                    WHEN EXISTS (SELECT 1 FROM member b WHERE b.application_id = a.id AND b.left_at IS NULL) THEN 1
                    ELSE 0
                    END AS is_member
            FROM application a
            LEFT JOIN (
                SELECT t.application_id AS application_id, AVG(t.mean) AS score
                FROM shown_mean t
                WHERE t.season_id = $1
                GROUP BY t.application_id
            ) m ON m.application_id = a.id
            WHERE a.season_id = $1
            ORDER BY a.external_id"
        ),
        args![season],
    )
    .await
}

/// How far the reads of each application lie apart; nothing while a reading is open.
pub async fn spreads(conn: &mut Conn, season: &Id) -> Result<Vec<Spread>> {
    conn.all(
        sql!(
            "SELECT a.external_id AS external_id, COUNT(*) AS reads, AVG(t.mean) AS mean,
                SUM(t.mean * t.mean) AS squares
            FROM shown_mean t
            JOIN application a ON a.id = t.application_id
            WHERE t.season_id = $1
            GROUP BY a.external_id"
        ),
        args![season],
    )
    .await
}

/// Names of applicants by external id, for staff pages that may show them.
pub async fn names(conn: &mut Conn, permit: &ReadPool) -> Result<Vec<(String, String)>> {
    conn.all(
        sql!(
            "SELECT a.external_id, p.display_name
            FROM application a
            JOIN person p ON p.id = a.person_id
            WHERE a.season_id = $1"
        ),
        args![permit.season()],
    )
    .await
}

pub async fn of_person(conn: &mut Conn, own: &OwnRecord) -> Result<Vec<MyApplication>> {
    conn.all(
        sql!(
            "SELECT g.name || ' · ' || s.name AS season_title, a.submitted_at AS submitted_at, s.zone AS zone,
                g.support_name AS support_name,
                CASE
                    WHEN EXISTS (SELECT 1 FROM outcome o WHERE o.application_id = a.id)
                        OR EXISTS (SELECT 1 FROM withdrawal v WHERE v.application_id = a.id) THEN 0
                    ELSE 1
                    END AS is_open
            FROM application a
            JOIN season s ON s.id = a.season_id
            JOIN program g ON g.id = s.program_id
            WHERE a.person_id = $1 AND a.duplicate_of IS NULL
            ORDER BY a.submitted_at DESC"
        ),
        args![own.person()],
    )
    .await
}

/// How many files came with an application.
pub(super) async fn files(conn: &mut Conn, application: &Id) -> Result<i64> {
    let (n,): (i64,) = conn
        .one(
            sql!(
                "SELECT COUNT(*)
                FROM upload
                WHERE application_id = $1 AND state = 'ready' AND removed_at IS NULL"
            ),
            args![application],
        )
        .await?;
    Ok(n)
}

// Importing ------------------------------------------------------------------------------------------------

pub(super) async fn known(conn: &mut Conn, permit: &FillPool) -> Result<Vec<Known>> {
    conn.all(
        sql!(
            "SELECT a.id AS id, a.person_id AS person_id, a.external_id AS external_id, a.content_hash AS content_hash,
                p.display_name AS display_name,
                (
                    SELECT norm
                    FROM contact_point c
                    WHERE c.person_id = a.person_id AND c.kind = 'email' AND c.until IS NULL
                    ORDER BY c.is_apart, c.is_primary DESC, c.since LIMIT 1
                ) AS email,
                (
                    SELECT value
                    FROM contact_point c
                    WHERE c.person_id = a.person_id AND c.kind = 'phone' AND c.until IS NULL
                    ORDER BY c.is_apart, c.is_primary DESC, c.since LIMIT 1
                ) AS phone, a.organization_norm AS organization_norm, a.is_own AS is_own, a.proved_at AS proved_at
            FROM application a
            JOIN person p ON p.id = a.person_id
            WHERE a.season_id = $1"
        ),
        args![permit.season()],
    )
    .await
}

/// What a row says of an application, in the order of its columns from `language` to `content_hash`.
pub(super) fn fields(p: &Parsed) -> Vec<weft_kernel::db::Value> {
    let organization = p.text("organization");
    let norm = organization.as_deref().map(weft_kernel::plain::norm);
    let health = p.health_focus.map(|h| if h { "yes" } else { "no" });
    let answers = super::model::answers_json(&p.answers);
    args![
        &p.language,
        p.text("answer_format"),
        p.text("city"),
        p.text("state"),
        p.text("region"),
        p.text("setting"),
        p.text("scope"),
        p.text("body_type"),
        organization,
        norm,
        p.text("collaborative_name"),
        p.text("role_title"),
        p.text("role_level"),
        p.years_in_role,
        p.years_in_field,
        p.text("primary_issue_area"),
        p.text("other_issue_areas"),
        health,
        answers,
        p.text("late_reason"),
        &p.content_hash
    ]
}

pub(super) async fn update(conn: &mut Conn, id: &Id, p: &Parsed) -> Result<()> {
    let mut all = args![id];
    all.extend(fields(p));
    conn.run(
        sql!(
            "UPDATE application
            SET language = $2, answer_format = $3, city = $4, state = $5, region = $6, setting = $7, scope = $8,
                body_type = $9, organization = $10, organization_norm = $11, collaborative = $12, role_title = $13,
                role_level = $14, years_in_role = $15, years_in_field = $16, primary_issue_area = $17,
                other_issue_areas = $18, health_focus = $19, answers = $20, late_reason = $21, content_hash = $22
            WHERE id = $1"
        ),
        all,
    )
    .await
    .map(drop)
}

pub(super) async fn insert_eligibility(
    kernel: &Kernel,
    conn: &mut Conn,
    application: &Id,
    is_eligible: bool,
    reason: Option<&str>,
) -> Result<()> {
    conn.run(
        sql!("INSERT INTO eligibility (id, application_id, is_eligible, reason, at) VALUES ($1, $2, $3, $4, $5)"),
        args![kernel.id(), application, is_eligible, reason, kernel.now()],
    )
    .await
    .map(drop)
}

pub(super) async fn insert_priority(kernel: &Kernel, conn: &mut Conn, application: &Id, priority: &str) -> Result<()> {
    conn.run(
        sql!("INSERT INTO priority (id, application_id, priority, at) VALUES ($1, $2, $3, $4)"),
        args![kernel.id(), application, priority, kernel.now()],
    )
    .await
    .map(drop)
}

/// The program's own words on priority, newest first.
pub async fn priorities(conn: &mut Conn, application: &Id) -> Result<Vec<(String,)>> {
    conn.all(
        sql!("SELECT priority FROM priority WHERE application_id = $1 ORDER BY at DESC, id DESC"),
        args![application],
    )
    .await
}

pub(super) async fn insert_event(
    kernel: &Kernel,
    conn: &mut Conn,
    application: &Id,
    at: Time,
    kind: &str,
    reason: Option<&str>,
) -> Result<bool> {
    Ok(conn
        .run(
            sql!(
                "INSERT INTO application_event (id, application_id, at, kind, reason)
                VALUES ($1, $2, $3, $4, $5)
                ON CONFLICT (application_id, kind, at) DO NOTHING"
            ),
            args![kernel.id(), application, at, kind, reason],
        )
        .await?
        > 0)
}

/// This application is nobody's second one after all.
pub(super) async fn clear_duplicate(conn: &mut Conn, permit: &FillPool, application: &Id) -> Result<()> {
    conn.run(
        sql!("UPDATE application SET duplicate_of = NULL, resembles = NULL WHERE id = $1 AND season_id = $2"),
        args![application, permit.season()],
    )
    .await
    .map(drop)
}

pub(super) async fn id_of(conn: &mut Conn, permit: &FillPool, external_id: &str) -> Result<Option<(Id, Id)>> {
    conn.opt(
        sql!("SELECT id, person_id FROM application WHERE season_id = $1 AND external_id = $2"),
        args![permit.season(), external_id],
    )
    .await
}

/// Applications that nothing was decided of, sent in time, nobody's second one, not withdrawn.
pub(super) async fn undecided(conn: &mut Conn, permit: &FillPool) -> Result<Vec<(Id,)>> {
    conn.all(
        sql!(
            "SELECT a.id
            FROM application a
            WHERE a.season_id = $1
                AND a.duplicate_of IS NULL
                AND a.late_reason IS NULL
                AND NOT EXISTS (SELECT 1 FROM eligibility e WHERE e.application_id = a.id)
                AND NOT EXISTS (SELECT 1 FROM withdrawal v WHERE v.application_id = a.id)"
        ),
        args![permit.season()],
    )
    .await
}

pub(super) async fn is_withdrawn(conn: &mut Conn, permit: &FillPool, application: &Id) -> Result<bool> {
    let found: Option<(i64,)> = conn
        .opt(
            sql!(
                "SELECT 1
                FROM application_event e
                JOIN application a ON a.id = e.application_id
                WHERE a.season_id = $1 AND a.id = $2 AND e.kind = 'withdrawn' LIMIT 1"
            ),
            args![permit.season(), application],
        )
        .await?;
    Ok(found.is_some())
}

pub(super) async fn person_of(conn: &mut Conn, permit: &FillPool, application: &Id) -> Result<Option<Id>> {
    let found: Option<(Id,)> = conn
        .opt(
            sql!("SELECT person_id FROM application WHERE season_id = $1 AND id = $2"),
            args![permit.season(), application],
        )
        .await?;
    Ok(found.map(|(id,)| id))
}

pub(super) struct NewRead<'a> {
    pub external_id: &'a str,
    pub application: &'a Id,
    pub reader: &'a str,
    pub read_no: i64,
    pub submitted_at: Option<Time>,
    pub minutes: Option<i64>,
    pub state: &'a str,
    pub comment: Option<&'a str>,
}

/// The state and scores of a read that is there already.
pub(super) async fn read_as_it_is(
    conn: &mut Conn,
    permit: &FillPool,
    external_id: &str,
) -> Result<Option<(String, std::collections::BTreeMap<String, i64>)>> {
    let rows: Vec<(String, Option<String>, Option<i64>)> = conn
        .all(
            sql!(
                "SELECT r.state, s.criterion, s.score
                FROM read r
                LEFT JOIN read_score s ON s.read_id = r.id
                WHERE r.season_id = $1 AND r.external_id = $2"
            ),
            args![permit.season(), external_id],
        )
        .await?;
    let state = rows.first().map(|(state, ..)| state.clone());
    Ok(state.map(|state| (state, rows.into_iter().filter_map(|(_, c, s)| Some((c?, s?))).collect())))
}

pub(super) async fn clear_scores(conn: &mut Conn, read: &Id) -> Result<()> {
    conn.run(sql!("DELETE FROM read_score WHERE read_id = $1"), args![read]).await.map(drop)
}

/// Writes a read, over what stood there under the same id.
pub(super) async fn upsert_read(kernel: &Kernel, conn: &mut Conn, permit: &FillPool, r: &NewRead<'_>) -> Result<Id> {
    let (id,): (Id,) = conn
        .one(
            sql!(
                "INSERT INTO read (
                    id, season_id, application_id, external_id, reader, read_no, submitted_at, minutes, state, comment
                )
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
                ON CONFLICT (season_id, external_id) DO UPDATE SET state = excluded.state, comment = excluded.comment,
                    minutes = excluded.minutes
                RETURNING id"
            ),
            args![
                kernel.id(),
                permit.season(),
                r.application,
                r.external_id,
                r.reader,
                r.read_no,
                r.submitted_at,
                r.minutes,
                r.state,
                r.comment
            ],
        )
        .await?;
    Ok(id)
}

pub async fn set_score(conn: &mut Conn, read: &Id, criterion: &str, score: i64) -> Result<()> {
    conn.run(
        sql!(
            "INSERT INTO read_score (read_id, criterion, score)
            VALUES ($1, $2, $3)
            ON CONFLICT (read_id, criterion) DO UPDATE SET score = excluded.score"
        ),
        args![read, criterion, score],
    )
    .await
    .map(drop)
}

/// Seats a person outright, for a cohort decided elsewhere. The seat is taken in one statement.
pub(super) async fn seat(
    kernel: &Kernel,
    conn: &mut Conn,
    permit: &FillPool,
    application: &Id,
    person: &Id,
    external: Option<&str>,
    from: &str,
    at: Time,
) -> Result<Seated> {
    let is_new = conn
        .run(
            sql!(
                "INSERT INTO member (id, season_id, person_id, application_id, external_id, seat_from, joined_at)
                VALUES ($1, $2, $3, $4, $5, $6, $7)
                ON CONFLICT (season_id, application_id) DO NOTHING"
            ),
            args![kernel.id(), permit.season(), person, application, external, from, at],
        )
        .await?
        > 0;
    if !is_new {
        return Ok(Seated::Already);
    }
    let taken = conn
        .run(
            sql!("UPDATE season SET seats_taken = seats_taken + 1 WHERE id = $1 AND seats_taken < seats"),
            args![permit.season()],
        )
        .await?;
    Ok(if taken > 0 { Seated::Now } else { Seated::Full })
}

pub(super) enum Seated {
    Now,
    Already,
    Full,
}

pub(super) async fn insert_file(
    kernel: &Kernel,
    conn: &mut Conn,
    permit: &FillPool,
    name: &str,
    headers: &str,
    mapping: &str,
    rows: usize,
    by: &Id,
) -> Result<Id> {
    let id = kernel.id();
    conn.run(
        sql!(
            "INSERT INTO import_file (id, season_id, name, headers, mapping, row_count, created_by, created_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"
        ),
        args![&id, permit.season(), name, headers, mapping, rows, by, kernel.now()],
    )
    .await?;
    Ok(id)
}

pub(super) async fn insert_file_row(conn: &mut Conn, file: &Id, line: usize, cells: &str) -> Result<()> {
    conn.run(sql!("INSERT INTO import_row (import_id, line, cells) VALUES ($1, $2, $3)"), args![file, line, cells])
        .await
        .map(drop)
}

pub(super) async fn file(conn: &mut Conn, permit: &FillPool, id: &Id) -> Result<Option<ImportFile>> {
    conn.opt(
        sql!(
            "SELECT id, name, headers, mapping, row_count, result
            FROM import_file
            WHERE season_id = $1 AND id = $2"
        ),
        args![permit.season(), id],
    )
    .await
}

pub(super) async fn file_rows(conn: &mut Conn, file: &Id, limit: i64) -> Result<Vec<(i64, String)>> {
    conn.all(sql!("SELECT line, cells FROM import_row WHERE import_id = $1 ORDER BY line LIMIT $2"), args![file, limit])
        .await
}

pub(super) async fn set_file_mapping(conn: &mut Conn, file: &Id, mapping: &str) -> Result<()> {
    conn.run(sql!("UPDATE import_file SET mapping = $2 WHERE id = $1"), args![file, mapping]).await.map(drop)
}

/// Keeps the result and drops the rows: what was imported has its place, the rest is not kept.
pub(super) async fn finish_file(conn: &mut Conn, file: &Id, result: &str) -> Result<()> {
    conn.run(sql!("UPDATE import_file SET result = $2 WHERE id = $1"), args![file, result]).await?;
    conn.run(sql!("DELETE FROM import_row WHERE import_id = $1"), args![file]).await.map(drop)
}

pub(super) async fn saved_mapping(conn: &mut Conn, permit: &FillPool, header_hash: &str) -> Result<Option<String>> {
    let found: Option<(String,)> = conn
        .opt(
            sql!("SELECT mapping FROM import_mapping WHERE season_id = $1 AND header_hash = $2"),
            args![permit.season(), header_hash],
        )
        .await?;
    Ok(found.map(|(m,)| m))
}

pub(super) async fn save_mapping(
    kernel: &Kernel,
    conn: &mut Conn,
    permit: &FillPool,
    header_hash: &str,
    mapping: &str,
) -> Result<()> {
    conn.run(
        sql!(
            "INSERT INTO import_mapping (id, season_id, header_hash, mapping, at)
            VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (season_id, header_hash) DO UPDATE SET mapping = excluded.mapping, at = excluded.at"
        ),
        args![kernel.id(), permit.season(), header_hash, mapping, kernel.now()],
    )
    .await
    .map(drop)
}
