//! The SQL of reading the pool; that of filling it, of imported files, of whose an application is and of erasing it
//! stands below.

mod erasure;
mod filling;
mod imports;
mod keys;
mod reviews;
mod standing;
mod tags;
mod undoing;
mod versions;

pub use erasure::*;
pub use filling::*;
pub(super) use imports::*;
pub(super) use keys::{after, set_keys};
pub use reviews::*;
pub use standing::*;
pub use tags::*;
pub(super) use undoing::*;
pub use versions::*;

use super::merges::Merges;
use super::model::{Application, Candidate, Happened, Listed, MyApplication, Scored, Spread};
use super::rules::ReadPool;
use weft_kernel::collate;
use weft_kernel::db::{Conn, Json, Result};
use weft_kernel::ids::Id;
use weft_kernel::{args, sql};
use weft_people::rules::OwnRecord;

#[derive(Clone, Debug, Default, serde::Deserialize)]
#[serde(default)]
pub struct Filter {
    pub q: String,
    pub region: String,
    pub scope: String,
    pub state: String,
    pub tag: String,
    /// One of [`SORTS`], with a minus before it for the other direction.
    pub sort: String,
    pub page: u32,
    /// After an act: what it is undone by, and what was done.
    pub marked: String,
    pub did: String,
    /// After undoing: how many.
    pub undone: Option<i64>,
}

/// What a list is sorted by.
pub const SORTS: [&str; 6] = ["name", "region", "issue", "scope", "arrived", "score"];

impl Filter {
    /// As a form sends it on.
    pub fn of(form: &weft_web::Form) -> Self {
        let text = |name: &str| form.value(name).to_owned();
        Self {
            q: text("q"),
            region: text("region"),
            scope: text("scope"),
            state: text("state"),
            tag: text("filter-tag"),
            sort: text("sort"),
            page: form.value("page").parse().unwrap_or_default(),
            ..Self::default()
        }
    }

    /// What a form sends on so that it comes back to the same page of the list.
    pub fn here(&self) -> Vec<(&'static str, String)> {
        let page = (self.page > 0).then(|| ("page", self.page.to_string()));
        self.pairs().into_iter().map(|(n, v)| (n, v.to_owned())).chain(page).collect()
    }

    /// The same page of the list in an address, with more behind it.
    pub fn back(&self, more: &[(&str, String)]) -> String {
        let page = (self.page > 0).then(|| ("page", self.page.to_string()));
        let all: Vec<(&str, String)> = page.into_iter().chain(more.iter().cloned()).collect();
        self.query(&all)
    }

    /// Whether it leaves anything out.
    pub fn is_narrow(&self) -> bool {
        [&self.q, &self.region, &self.scope, &self.state, &self.tag].into_iter().any(|v| !v.is_empty())
    }

    /// What a form sends on: names and values that are not empty.
    pub fn pairs(&self) -> Vec<(&'static str, &str)> {
        let all = [
            ("q", &self.q),
            ("region", &self.region),
            ("scope", &self.scope),
            ("state", &self.state),
            ("filter-tag", &self.tag),
            ("sort", &self.sort),
        ];
        all.into_iter().filter(|(_, v)| !v.is_empty()).map(|(n, v)| (n, v.as_str())).collect()
    }

    /// The same list in an address, with more behind it.
    pub fn query(&self, more: &[(&str, String)]) -> String {
        let own = self.pairs().into_iter().map(|(n, v)| (if n == "filter-tag" { "tag" } else { n }, v.to_owned()));
        let all: Vec<(&str, String)> = own.chain(more.iter().map(|(n, v)| (*n, v.clone()))).collect();
        serde_urlencoded::to_string(all).unwrap_or_default()
    }

    /// What it is sorted by, and whether from the highest down: best scores first unless something else is said.
    pub fn sorted(&self) -> (&str, bool) {
        let (by, is_down) = self.sort.strip_prefix('-').map_or((self.sort.as_str(), false), |by| (by, true));
        if SORTS.contains(&by) { (by, is_down) } else { ("score", true) }
    }
}

/// Lines on a page of the list.
pub const PAGE: i64 = 100;

/// One page of the list. Each line says how many match on all pages.
pub async fn list(conn: &mut Conn, permit: &ReadPool, f: &Filter) -> Result<Vec<Listed>> {
    part_of_list(conn, permit, f, (PAGE, i64::from(f.page) * PAGE)).await
}

/// Everything that a list holds, on whatever page.
pub async fn matching(conn: &mut Conn, permit: &ReadPool, f: &Filter) -> Result<Vec<Listed>> {
    part_of_list(conn, permit, f, (i64::from(i32::MAX), 0)).await
}

/// A part of the list in its order: lines without what it is sorted by come last, and equal ones by arrival and number.
async fn part_of_list(conn: &mut Conn, permit: &ReadPool, f: &Filter, (most, from): (i64, i64)) -> Result<Vec<Listed>> {
    let like = collate::pattern(&f.q);
    let (by, is_down) = f.sorted();
    conn.all(
        sql!(
            "SELECT l.*, COUNT(*) OVER () AS matching
            FROM (
                SELECT a.id AS id, a.external_id AS external_id, p.display_name AS display_name, a.region AS region,
                    a.scope AS scope, a.role_level AS role_level, a.organization AS organization,
                    a.primary_issue_area AS primary_issue_area, a.submitted_at AS submitted_at,
                    x.state AS stands,
                    (
                        SELECT COUNT(*)
                        FROM stage_read r
                        WHERE r.application_id = a.id AND r.stage = k.no AND r.state = 'counted'
                    ) AS reads, m.score AS score, g.title AS stage_title,
                    (
                        SELECT COUNT(*)
                        FROM contact_point c
                        JOIN address_mark m ON m.norm = c.norm
                        WHERE c.person_id = a.person_id AND c.kind = 'email' AND c.until IS NULL
                    ) AS bounced, CASE WHEN a.is_own = 1 AND a.proved_at IS NULL THEN 1 ELSE 0 END AS is_unproved,
                    CASE
                        WHEN EXISTS (
                            SELECT 1
                            FROM changed_since y
                            WHERE y.application_id = a.id AND (y.decided_before = 1 OR y.reviewed_before > 0)
                        ) THEN 1
                        ELSE 0
                        END AS is_changed, a.resembles AS resembles, p.search_key AS name_key,
                    a.search_key AS search_key,
                    CASE CAST($9 AS TEXT)
                        WHEN 'name' THEN p.sort_key
                        WHEN 'region' THEN LOWER(a.region)
                        WHEN 'issue' THEN LOWER(a.primary_issue_area)
                        WHEN 'scope' THEN LOWER(a.scope)
                        ELSE ''
                        END AS text_key,
                    CASE CAST($9 AS TEXT)
                        -- Later stages first: scores of one are not those of another.
                        WHEN 'score' THEN CASE WHEN k.no > 1 THEN COALESCE(m.score, 0) + 1000 * k.no ELSE m.score END
                        WHEN 'arrived' THEN CAST(a.submitted_at AS DOUBLE PRECISION)
                        ELSE 0.0
                        END AS number_key
                FROM application a
                JOIN application_state x ON x.application_id = a.id
                JOIN application_stage k ON k.application_id = a.id
                JOIN person p ON p.id = a.person_id
                LEFT JOIN stage g ON g.season_id = a.season_id AND g.no = k.no AND g.no > 1
                LEFT JOIN (
                    SELECT t.application_id AS application_id, AVG(t.mean) AS score
                    FROM last_mean t
                    WHERE t.season_id = $1
                    GROUP BY t.application_id
                ) m ON m.application_id = a.id
                WHERE a.season_id = $1
            ) l
            WHERE (
                CAST($2 AS TEXT) = ''
                    OR l.name_key LIKE $2 ESCAPE '!'
                    OR l.search_key LIKE $2 ESCAPE '!'
            )
                AND (CAST($3 AS TEXT) = '' OR l.region = $3)
                AND (CAST($4 AS TEXT) = '' OR l.scope = $4)
                AND (
                    CAST($5 AS TEXT) = ''
                        OR $5 = l.stands
                        OR ($5 = 'resembles' AND l.resembles IS NOT NULL)
                        OR ($5 = 'unconfirmed' AND l.is_unproved = 1)
                        OR ($5 = 'changed' AND l.is_changed = 1)
                )
                AND (
                    CAST($8 AS TEXT) = ''
                        OR EXISTS (
                            SELECT 1
                            FROM application_tag g
                            WHERE g.application_id = l.id AND g.tag = $8 AND g.off_batch IS NULL
                        )
                )
            ORDER BY CASE WHEN l.text_key IS NULL OR l.number_key IS NULL THEN 1 ELSE 0 END,
                CASE WHEN $10 = 0 THEN l.text_key END,
                CASE WHEN $10 = 1 THEN l.text_key END DESC,
                CASE WHEN $10 = 0 THEN l.number_key END,
                CASE WHEN $10 = 1 THEN l.number_key END DESC,
                l.submitted_at, l.external_id LIMIT $6 OFFSET $7"
        ),
        args![permit.season(), like, &f.region, &f.scope, &f.state, most, from, &f.tag, by, is_down],
    )
    .await
}

/// The forms that a season has published, the newest first.
pub async fn published_forms(conn: &mut Conn, season: &Id) -> Result<Vec<super::choices::Form>> {
    let sql = sql!("SELECT form FROM form_version WHERE season_id = $1 ORDER BY version DESC");
    let all: Vec<(Json<super::choices::Form>,)> = conn.all(sql, args![season]).await?;
    Ok(all.into_iter().map(|(Json(form),)| form).collect())
}

/// The counts above the list, and its choices: what, value, how many.
pub async fn facets(conn: &mut Conn, permit: &ReadPool) -> Result<Vec<(String, String, i64)>> {
    conn.all(
        sql!(
            "SELECT 'all', '', COUNT(*)
            FROM application
            WHERE season_id = $1
            UNION ALL
            SELECT 'state', x.state, COUNT(*)
            FROM application_state x
            WHERE x.season_id = $1
            GROUP BY x.state
            UNION ALL
            SELECT 'resembles', '', COUNT(*)
            FROM application
            WHERE season_id = $1 AND resembles IS NOT NULL
            UNION ALL
            SELECT 'unconfirmed', '', COUNT(*)
            FROM application
            WHERE season_id = $1 AND is_own = 1 AND proved_at IS NULL
            UNION ALL
            SELECT 'changed', '', COUNT(*)
            FROM changed_since
            WHERE season_id = $1 AND (decided_before = 1 OR reviewed_before > 0)
            UNION ALL
            SELECT 'tag', t.tag, COUNT(*)
            FROM application_tag t
            JOIN application a ON a.id = t.application_id
            WHERE a.season_id = $1 AND t.off_batch IS NULL
            GROUP BY t.tag
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
                a.duplicate_of AS duplicate_of, a.resembles AS resembles, a.is_own AS is_own, x.state AS stands,
                a.proved_at AS proved_at, a.changed_at AS changed_at
            FROM application a
            JOIN application_state x ON x.application_id = a.id
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
            "SELECT kind AS kind, reason AS reason, at AS at, undone_at AS undone_at
            FROM application_event
            WHERE application_id = $1
            UNION ALL
            SELECT CASE WHEN is_eligible = 1 THEN 'eligible' ELSE 'not-eligible' END, reason, at, undone_at
            FROM eligibility
            WHERE application_id = $1
            UNION ALL
            SELECT outcome, reason, at, CAST(NULL AS BIGINT)
            FROM outcome
            WHERE application_id = $1
            UNION ALL
            SELECT 'alternate', CAST(NULL AS TEXT), at, CAST(NULL AS BIGINT)
            FROM alternate_notice
            WHERE application_id = $1
            UNION ALL
            SELECT 'went-on', g.title, e.told_at, CAST(NULL AS BIGINT)
            FROM stage_entry e
            JOIN stage g ON g.season_id = e.season_id AND g.no = e.no
            WHERE e.application_id = $1 AND e.told_at IS NOT NULL
            ORDER BY 3"
        ),
        args![application],
    )
    .await
}

/// Reviews that count, a row for each score of each; nothing while reviewing is open.
pub(super) async fn reviews(conn: &mut Conn, permit: &ReadPool, application: &Id) -> Result<Vec<Scored>> {
    conn.all(
        sql!(
            "SELECT m.read_id AS read_id, m.reader AS reader, m.mean AS mean, r.comment AS comment,
                s.criterion AS criterion, c.title AS title, COALESCE(c.is_independent, 0) AS is_independent,
                s.score AS score, m.stage AS stage, g.title AS stage_title
            FROM stage_read_mean m
            JOIN stage_read r ON r.id = m.read_id
            LEFT JOIN read_score s ON s.read_id = m.read_id
            LEFT JOIN stage_criterion c ON c.season_id = m.season_id AND c.stage = m.stage AND c.key = s.criterion
            LEFT JOIN stage g ON g.season_id = m.season_id AND g.no = m.stage
            WHERE m.application_id = $1
                AND m.season_id = $2
                AND NOT EXISTS (
                    SELECT 1
                    FROM stage_reading o
                    WHERE o.season_id = m.season_id
                        AND o.stage = m.stage
                        AND o.opened_at IS NOT NULL
                        AND o.closed_at IS NULL
                )
            ORDER BY m.stage DESC, m.read_no, m.reader, m.read_id, COALESCE(c.position, 999), s.criterion"
        ),
        args![application, permit.season()],
    )
    .await
}

/// Values of a season's fields that a lead counts as one: field, value, as what it is counted.
pub async fn merges(conn: &mut Conn, season: &Id) -> Result<Vec<(String, String, String)>> {
    conn.all(
        sql!("SELECT field, value, counted_as FROM value_merge WHERE season_id = $1 ORDER BY field, value"),
        args![season],
    )
    .await
}

/// Everyone at the stage that choosing is at who might be chosen, as selection may see them, with values merged that a
/// lead counts as one.
pub async fn candidates(conn: &mut Conn, season: &Id) -> Result<Vec<Candidate>> {
    let merges = Merges::new(merges(conn, season).await?);
    let mut all = as_they_are(conn, season).await?;
    for c in &mut all {
        merges.apply(c);
    }
    Ok(all)
}

async fn as_they_are(conn: &mut Conn, season: &Id) -> Result<Vec<Candidate>> {
    conn.all(
        sql!(
            "SELECT a.id AS id, a.external_id AS external_id, a.region AS region, a.state AS state,
                a.setting AS setting, a.scope AS scope, a.body_type AS body_type, a.organization AS organization,
                a.organization_norm AS organization_norm, a.role_level AS role_level,
                a.years_in_role AS years_in_role, a.years_in_field AS years_in_field,
                a.primary_issue_area AS primary_issue_area, a.health_focus AS health_focus, a.language AS language,
                x.state AS stands, m.score AS score,
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
                    WHEN EXISTS (
                        SELECT 1
                        FROM outcome o
                        WHERE o.application_id = a.id AND o.outcome = 'not-chosen'
                    ) THEN 1
                    ELSE 0
                    END AS is_refused,
                CASE
                    WHEN EXISTS (SELECT 1 FROM member b WHERE b.application_id = a.id AND b.left_at IS NULL) THEN 1
                    ELSE 0
                    END AS is_member
            FROM application a
            JOIN application_state x ON x.application_id = a.id
            LEFT JOIN (
                SELECT t.application_id AS application_id, AVG(t.mean) AS score
                FROM last_mean t
                WHERE t.season_id = $1
                GROUP BY t.application_id
            ) m ON m.application_id = a.id
            WHERE a.season_id = $1
                AND (
                    EXISTS (SELECT 1 FROM in_stage i WHERE i.application_id = a.id)
                        OR EXISTS (SELECT 1 FROM member b WHERE b.application_id = a.id)
                )
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
            FROM last_mean t
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
                    WHEN EXISTS (
                        SELECT 1
                        FROM outcome o
                        WHERE o.application_id = a.id
                            AND NOT EXISTS (
                                SELECT 1
                                FROM outbox e
                                WHERE e.dedupe_key = 'decision:' || a.id AND e.state <> 'sent'
                            )
                    )
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

/// How many people were named as recommenders for an application, how many recommendations came in, and how many its
/// season asks for.
pub(super) async fn recommended(conn: &mut Conn, application: &Id) -> Result<(i64, i64, i64)> {
    conn.one(
        sql!(
            "SELECT COUNT(r.id), COUNT(r.sent_at),
                COALESCE(
                    (
                        SELECT MAX(l.most)
                        FROM recommendation_plan l
                        JOIN application b ON b.season_id = l.season_id
                        WHERE b.id = $1
                    ), 0
                )
            FROM recommendation r
            WHERE r.ended_at IS NULL
                AND r.application_id IN (
                    SELECT k.id
                    FROM application k
                    WHERE k.id = $1
                    UNION ALL
                    SELECT o.id
                    FROM application k
                    JOIN application o ON o.season_id = k.season_id AND o.duplicate_of = k.external_id
                    WHERE k.id = $1
                )"
        ),
        args![application],
    )
    .await
}
