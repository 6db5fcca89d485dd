//! The SQL of filling the pool: what a row says, what was decided of it, reads and seats from elsewhere.

use std::collections::{HashMap, HashSet};

use crate::applications::model::{Facts, Happening, Known, Parsed, State, answers_json};
use crate::applications::rules::{FillPool, ReadPool};
use weft_kernel::Kernel;
use weft_kernel::clock::Time;
use weft_kernel::db::dialect::Bulk;
use weft_kernel::db::{Conn, Result, Word as _};
use weft_kernel::ids::Id;
use weft_kernel::{args, sql};

pub(in crate::applications) async fn known(conn: &mut Conn, permit: &FillPool) -> Result<Vec<Known>> {
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

/// Every application of a season by its external id.
pub(in crate::applications) async fn ids(conn: &mut Conn, permit: &FillPool) -> Result<Vec<(String, Id)>> {
    conn.all(sql!("SELECT external_id, id FROM application WHERE season_id = $1"), args![permit.season()]).await
}

/// Numbers of a season's applications, each with an address we write to their person at.
pub(in crate::applications) async fn numbers_by_email(
    conn: &mut Conn,
    permit: &FillPool,
) -> Result<Vec<(String, String)>> {
    conn.all(
        sql!(
            "SELECT a.external_id, m.value
            FROM application a
            JOIN mailbox m ON m.person_id = a.person_id
            WHERE a.season_id = $1
            ORDER BY a.external_id"
        ),
        args![permit.season()],
    )
    .await
}

/// The region scheme of the season's program: region and state.
pub(in crate::applications) async fn regions(conn: &mut Conn, permit: &FillPool) -> Result<Vec<(String, String)>> {
    conn.all(
        sql!(
            "SELECT r.region, r.state
            FROM region_state r
            JOIN season s ON s.program_id = r.program_id
            WHERE s.id = $1
            ORDER BY r.region, r.state"
        ),
        args![permit.season()],
    )
    .await
}

/// The lists of the season's program: list and value, in their order.
pub(in crate::applications) async fn listed(conn: &mut Conn, permit: &FillPool) -> Result<Vec<(String, String)>> {
    conn.all(
        sql!(
            "SELECT i.list, i.value
            FROM list_item i
            JOIN season s ON s.program_id = i.program_id
            WHERE s.id = $1
            ORDER BY i.list, i.position"
        ),
        args![permit.season()],
    )
    .await
}

/// The first issue areas that applications of a season have named.
pub(in crate::applications) async fn issue_areas(conn: &mut Conn, permit: &FillPool) -> Result<Vec<String>> {
    let rows: Vec<(String,)> = conn
        .all(
            sql!(
                "SELECT DISTINCT primary_issue_area
                FROM application
                WHERE season_id = $1 AND primary_issue_area IS NOT NULL"
            ),
            args![permit.season()],
        )
        .await?;
    Ok(rows.into_iter().map(|(area,)| area).collect())
}

/// The forms of the season's call: as it is edited, and as it was published.
pub(in crate::applications) async fn forms(conn: &mut Conn, permit: &FillPool) -> Result<Vec<String>> {
    let rows: Vec<(String,)> = conn
        .all(
            sql!(
                "SELECT form
                FROM call
                WHERE season_id = $1
                UNION
                SELECT form
                FROM form_version
                WHERE season_id = $1"
            ),
            args![permit.season()],
        )
        .await?;
    Ok(rows.into_iter().map(|(form,)| form).collect())
}

/// What a row says of an application, in the order of its columns from `language` to `search_key`.
pub(in crate::applications) fn fields(p: &Parsed) -> Vec<weft_kernel::db::Value> {
    let organization = p.text("organization");
    let norm = organization.as_deref().map(weft_kernel::plain::norm);
    let health = p.health_focus.map(|h| if h { "yes" } else { "no" });
    let answers = answers_json(&p.answers);
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
        &p.content_hash,
        super::keys::search_key(&p.external_id, p.text("organization").as_deref())
    ]
}

pub(in crate::applications) async fn update(conn: &mut Conn, id: &Id, p: &Parsed) -> Result<()> {
    let mut all = args![id];
    all.extend(fields(p));
    all.extend(args![p.submitted_at]);
    conn.run(
        sql!(
            "UPDATE application
            SET language = $2, answer_format = $3, city = $4, state = $5, region = $6, setting = $7, scope = $8,
                body_type = $9, organization = $10, organization_norm = $11, collaborative = $12, role_title = $13,
                role_level = $14, years_in_role = $15, years_in_field = $16, primary_issue_area = $17,
                other_issue_areas = $18, health_focus = $19, answers = $20, late_reason = $21, content_hash = $22,
                search_key = $23, submitted_at = COALESCE($24, submitted_at)
            WHERE id = $1"
        ),
        all,
    )
    .await
    .map(drop)
}

/// Every application of a season by its external id, with what tells whether a row is the same.
pub(in crate::applications) async fn hashes(conn: &mut Conn, permit: &FillPool) -> Result<Vec<(String, String)>> {
    conn.all(sql!("SELECT external_id, content_hash FROM application WHERE season_id = $1"), args![permit.season()])
        .await
}

/// What is stored of the applications of a season, as far as [`update`] writes over it.
pub(in crate::applications) async fn facts(conn: &mut Conn, permit: &FillPool) -> Result<Vec<Facts>> {
    conn.all(
        sql!(
            "SELECT external_id, language, answer_format, city, state, region, setting, scope, body_type, organization,
                collaborative, role_title, role_level, years_in_role, years_in_field, primary_issue_area,
                other_issue_areas, health_focus, late_reason, answers
            FROM application
            WHERE season_id = $1"
        ),
        args![permit.season()],
    )
    .await
}

/// A decision on eligibility. `batch` is shared by those that were made in one act.
pub(in crate::applications) async fn insert_eligibility(
    kernel: &Kernel,
    conn: &mut Conn,
    application: &Id,
    (is_eligible, reason): (bool, Option<&str>),
    batch: Option<&Id>,
) -> Result<()> {
    conn.run(
        sql!(
            "INSERT INTO eligibility (id, application_id, is_eligible, reason, at, batch)
            VALUES ($1, $2, $3, $4, $5, $6)"
        ),
        args![kernel.id(), application, is_eligible, reason, kernel.now(), batch],
    )
    .await
    .map(drop)
}

pub(in crate::applications) async fn insert_priority(
    kernel: &Kernel,
    conn: &mut Conn,
    application: &Id,
    priority: &str,
) -> Result<()> {
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

pub(in crate::applications) async fn insert_event(
    kernel: &Kernel,
    conn: &mut Conn,
    application: &Id,
    at: Time,
    kind: Happening,
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
pub(in crate::applications) async fn clear_duplicate(
    conn: &mut Conn,
    permit: &FillPool,
    application: &Id,
) -> Result<()> {
    conn.run(
        sql!("UPDATE application SET duplicate_of = NULL, resembles = NULL WHERE id = $1 AND season_id = $2"),
        args![application, permit.season()],
    )
    .await
    .map(drop)
}

pub(in crate::applications) async fn id_of(
    conn: &mut Conn,
    permit: &FillPool,
    external_id: &str,
) -> Result<Option<(Id, Id)>> {
    conn.opt(
        sql!("SELECT id, person_id FROM application WHERE season_id = $1 AND external_id = $2"),
        args![permit.season(), external_id],
    )
    .await
}

/// Applications in this state.
pub(in crate::applications) async fn in_state(conn: &mut Conn, permit: &FillPool, state: State) -> Result<Vec<(Id,)>> {
    conn.all(
        sql!("SELECT x.application_id FROM application_state x WHERE x.season_id = $1 AND x.state = $2"),
        args![permit.season(), state.name()],
    )
    .await
}

/// Whether deciding so on an application's eligibility changes something: it is in, nobody was told what came of it,
/// and it was not decided so already since it last changed. Held, so that two who decide come one after the other.
pub(in crate::applications) async fn may_be_decided(
    conn: &mut Conn,
    permit: &FillPool,
    application: &Id,
    (is_eligible, reason): (bool, Option<&str>),
) -> Result<bool> {
    conn.run(sql!("UPDATE application SET changed_at = changed_at WHERE id = $1"), args![application]).await?;
    let sql = sql!(
        "SELECT COUNT(*)
        FROM application_state x
        WHERE x.season_id = $1
            AND x.application_id = $2
            AND x.state NOT IN ('withdrawn', 'duplicate')
            AND NOT EXISTS (
                SELECT 1
                FROM latest_eligibility l
                JOIN application a ON a.id = l.application_id
                WHERE l.application_id = x.application_id
                    AND l.is_eligible = $3
                    AND COALESCE(l.reason, '') = $4
                    AND (a.changed_at IS NULL OR a.changed_at <= l.at)
            )
            AND NOT EXISTS (SELECT 1 FROM outcome o WHERE o.application_id = x.application_id)
            AND NOT EXISTS (SELECT 1 FROM member m WHERE m.application_id = x.application_id)"
    );
    let args = args![permit.season(), application, is_eligible, reason.unwrap_or_default()];
    Ok(conn.one::<(i64,)>(sql, args).await?.0 > 0)
}

/// Undoes decisions on eligibility of one act, or the latest one of an application: only while they are the latest, and
/// nobody has been told anything since. Returns whose applications they were.
pub(in crate::applications) async fn undo_eligibility(
    conn: &mut Conn,
    permit: &FillPool,
    (batch, application): (Option<&Id>, Option<&Id>),
    now: Time,
) -> Result<Vec<(Id,)>> {
    conn.all(
        sql!(
            "UPDATE eligibility
            SET undone_at = $4
            WHERE undone_at IS NULL
                AND (batch = $2 OR application_id = $3)
                AND id = (
                    SELECT o.id
                    FROM eligibility o
                    WHERE o.application_id = eligibility.application_id AND o.undone_at IS NULL
                    ORDER BY o.at DESC, o.id DESC LIMIT 1
                )
                AND application_id IN (
                    SELECT a.id
                    FROM application a
                    WHERE a.season_id = $1
                        AND NOT EXISTS (SELECT 1 FROM outcome t WHERE t.application_id = a.id)
                        AND NOT EXISTS (SELECT 1 FROM member m WHERE m.application_id = a.id)
                )
            RETURNING application_id"
        ),
        args![permit.season(), batch, application, now],
    )
    .await
}

/// How many decisions of one act still stand.
pub async fn batch_size(conn: &mut Conn, permit: &ReadPool, batch: &Id) -> Result<i64> {
    let (n,): (i64,) = conn
        .one(
            sql!(
                "SELECT COUNT(*)
                FROM eligibility e
                JOIN application a ON a.id = e.application_id
                WHERE a.season_id = $1 AND e.batch = $2 AND e.undone_at IS NULL"
            ),
            args![permit.season(), batch],
        )
        .await?;
    Ok(n)
}

pub(in crate::applications) async fn is_withdrawn(
    conn: &mut Conn,
    permit: &FillPool,
    application: &Id,
) -> Result<bool> {
    let found: Option<(i64,)> = conn
        .opt(
            sql!(
                "SELECT 1
                FROM application_event e
                JOIN application a ON a.id = e.application_id
                WHERE a.season_id = $1 AND a.id = $2 AND e.kind = 'withdrawn' AND e.undone_at IS NULL LIMIT 1"
            ),
            args![permit.season(), application],
        )
        .await?;
    Ok(found.is_some())
}

pub(in crate::applications) async fn person_of(
    conn: &mut Conn,
    permit: &FillPool,
    application: &Id,
) -> Result<Option<Id>> {
    let found: Option<(Id,)> = conn
        .opt(
            sql!("SELECT person_id FROM application WHERE season_id = $1 AND id = $2"),
            args![permit.season(), application],
        )
        .await?;
    Ok(found.map(|(id,)| id))
}

/// A seat for the person of an application, where it came from, and what it is called elsewhere.
pub(in crate::applications) struct NewSeat<'a> {
    pub application: &'a Id,
    pub person: &'a Id,
    pub external_id: Option<&'a str>,
    pub from: &'a str,
    pub at: Time,
}

/// Applications of a season by number, each with its person.
pub(in crate::applications) async fn numbered(conn: &mut Conn, permit: &FillPool) -> Result<HashMap<String, (Id, Id)>> {
    let rows: Vec<(String, Id, Id)> = conn
        .all(sql!("SELECT external_id, id, person_id FROM application WHERE season_id = $1"), args![permit.season()])
        .await?;
    Ok(rows.into_iter().map(|(number, id, person)| (number, (id, person))).collect())
}

/// Applications of a season that were withdrawn.
pub(in crate::applications) async fn withdrawn(conn: &mut Conn, permit: &FillPool) -> Result<HashSet<Id>> {
    let sql = sql!(
        "SELECT w.application_id
        FROM withdrawal w
        JOIN application a ON a.id = w.application_id
        WHERE a.season_id = $1"
    );
    let rows: Vec<(Id,)> = conn.all(sql, args![permit.season()]).await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// Applications of a season that have a seat.
pub(in crate::applications) async fn seated(conn: &mut Conn, permit: &FillPool) -> Result<HashSet<Id>> {
    let sql = sql!("SELECT application_id FROM member WHERE season_id = $1 AND application_id IS NOT NULL");
    let rows: Vec<(Id,)> = conn.all(sql, args![permit.season()]).await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// Seats of a season that nobody has.
pub(in crate::applications) async fn free_seats(conn: &mut Conn, permit: &FillPool) -> Result<i64> {
    let (free,): (i64,) =
        conn.one(sql!("SELECT seats - seats_taken FROM season WHERE id = $1"), args![permit.season()]).await?;
    Ok(free)
}

/// What happened with applications of a season: which, when, and what.
pub(in crate::applications) async fn events_of(
    conn: &mut Conn,
    permit: &FillPool,
) -> Result<HashSet<(Id, i64, String)>> {
    let sql = sql!(
        "SELECT e.application_id, e.at, e.kind
        FROM application_event e
        JOIN application a ON a.id = e.application_id
        WHERE a.season_id = $1"
    );
    Ok(conn.all::<(Id, i64, String)>(sql, args![permit.season()]).await?.into_iter().collect())
}

/// Something that happened with an application.
pub(in crate::applications) struct NewHappening<'a> {
    pub application: &'a Id,
    pub at: Time,
    pub kind: Happening,
    pub reason: Option<&'a str>,
}

const HAPPENING: Bulk = Bulk {
    table: "application_event",
    columns: &["id", "application_id", "at", "kind", "reason"],
    after: "ON CONFLICT (application_id, kind, at) DO NOTHING",
};

pub(in crate::applications) async fn insert_events(
    kernel: &Kernel,
    conn: &mut Conn,
    all: &[NewHappening<'_>],
) -> Result<()> {
    let row = |e: &NewHappening<'_>| args![kernel.id(), e.application, e.at, e.kind, e.reason];
    HAPPENING.insert(conn, all.iter().map(row).collect()).await
}

/// Seats a person outright, for a cohort decided elsewhere. The seat is taken in one statement.
pub(in crate::applications) async fn seat(
    kernel: &Kernel,
    conn: &mut Conn,
    permit: &FillPool,
    new: &NewSeat<'_>,
) -> Result<Seated> {
    let is_new = conn
        .run(
            sql!(
                "INSERT INTO member (id, season_id, person_id, application_id, external_id, seat_from, joined_at)
                VALUES ($1, $2, $3, $4, $5, $6, $7)
                ON CONFLICT (season_id, application_id) DO NOTHING"
            ),
            args![kernel.id(), permit.season(), new.person, new.application, new.external_id, new.from, new.at],
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

pub(in crate::applications) enum Seated {
    Now,
    Already,
    Full,
}
