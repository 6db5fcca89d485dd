//! The SQL of programs and seasons; that of roles is in [`roles`], that of a season's dashboard in [`counts`].

pub mod counts;
mod roles;
mod season;
mod zone;

pub use roles::*;
pub use season::*;
pub(crate) use zone::{agreed, move_one, zone_of};

use super::model::{
    Contact, Element, Host, ListItem, Listed, MySeason, Objective, Program, PublicPerson, Season, SeasonOfProgram, Term,
};
use super::rules::{EditProgram, SeeSeason};
use weft_kernel::Kernel;
use weft_kernel::collate;
use weft_kernel::db::{Conn, Result};
use weft_kernel::ids::Id;
use weft_kernel::{args, sql};

/// The season that a permit is for.
pub async fn season_of(conn: &mut Conn, run: &super::rules::RunSeason) -> Result<Option<Season>> {
    let slug: Option<(String,)> = conn.opt(sql!("SELECT slug FROM season WHERE id = $1"), args![run.season()]).await?;
    match slug {
        Some((slug,)) => season_by_slug(conn, &slug).await,
        None => Ok(None),
    }
}

pub async fn season_by_slug(conn: &mut Conn, slug: &str) -> Result<Option<Season>> {
    conn.opt(
        sql!(
            "SELECT s.id AS id, s.program_id AS program_id, s.slug AS slug, s.name AS name, s.label AS label,
                s.starts_on AS starts_on, s.ends_on AS ends_on, s.seats AS seats, s.seats_taken AS seats_taken,
                s.zone AS zone, s.is_pilot AS is_pilot, s.eligibility_text AS eligibility_text,
                s.eligibility_text_es AS eligibility_text_es, s.priority_text AS priority_text,
                s.priority_text_es AS priority_text_es, p.slug AS program_slug, p.name AS program_name,
                p.kind AS program_kind, p.funder_credit AS funder_credit, p.funder_credit_es AS funder_credit_es,
                p.disclaimer AS disclaimer, p.disclaimer_es AS disclaimer_es,
                p.support_name AS support_name, p.support_email AS support_email, p.support_phone AS support_phone,
                s.access_contact_id AS access_contact_id, s.unconfirmed_at AS unconfirmed_at, l.id AS look_id,
                l.color AS look_color, l.postal AS look_postal,
                CASE WHEN l.logo_id IS NULL THEN NULL ELSE l.width END AS look_width,
                CASE WHEN l.logo_id IS NULL THEN NULL ELSE l.height END AS look_height,
                CASE
                    WHEN EXISTS (SELECT 1 FROM call c WHERE c.season_id = s.id)
                        OR EXISTS (SELECT 1 FROM application a WHERE a.season_id = s.id) THEN 1
                    ELSE 0
                    END AS has_pool,
                CASE
                    WHEN EXISTS (SELECT 1 FROM appointment_host h WHERE h.season_id = s.id) THEN 1
                    ELSE 0
                    END AS takes_appointments,
                CASE
                    WHEN EXISTS (SELECT 1 FROM coaching c WHERE c.season_id = s.id) THEN 1
                    ELSE 0
                    END AS has_coaching
            FROM season s
            JOIN program p ON p.id = s.program_id
            LEFT JOIN look l ON l.program_id = p.id AND l.state = 'shown'
            WHERE s.slug = $1"
        ),
        args![slug],
    )
    .await
}

pub async fn my_seasons(conn: &mut Conn, person: &Id) -> Result<Vec<MySeason>> {
    conn.all(
        sql!(
            "SELECT DISTINCT s.slug AS season_slug, s.name AS season_name, p.name AS program_name, r.role AS role,
                s.starts_on AS starts_on
            FROM held_role r
            JOIN season s ON s.id = r.season_id
            JOIN program p ON p.id = s.program_id
            WHERE r.person_id = $1
            ORDER BY s.starts_on DESC, r.role"
        ),
        args![person],
    )
    .await
}

pub async fn all_seasons(conn: &mut Conn) -> Result<Vec<MySeason>> {
    conn.all(
        sql!(
            "SELECT s.slug AS season_slug, s.name AS season_name, p.name AS program_name, 'owner' AS role,
                s.starts_on AS starts_on
            FROM season s
            JOIN program p ON p.id = s.program_id
            ORDER BY s.starts_on DESC, s.id"
        ),
        args![],
    )
    .await
}

pub async fn programs(conn: &mut Conn) -> Result<Vec<Program>> {
    let mut all: Vec<Program> = conn
        .all(
            sql!(
                "SELECT p.id AS id, p.slug AS slug, p.kind AS kind, p.name AS name, p.summary AS summary,
                    p.summary_es AS summary_es, p.funder_credit AS funder_credit,
                    p.funder_credit_es AS funder_credit_es, p.disclaimer AS disclaimer,
                    p.disclaimer_es AS disclaimer_es, p.support_name AS support_name,
                    p.support_email AS support_email, p.support_phone AS support_phone, l.id AS look_id,
                    l.color AS look_color, l.postal AS look_postal,
                    CASE WHEN l.logo_id IS NULL THEN NULL ELSE l.width END AS look_width,
                    CASE WHEN l.logo_id IS NULL THEN NULL ELSE l.height END AS look_height
                FROM program p
                LEFT JOIN look l ON l.program_id = p.id AND l.state = 'shown'"
            ),
            args![],
        )
        .await?;
    collate::sort_by_name(&mut all, |p| &p.name);
    Ok(all)
}

pub async fn program_by_slug(conn: &mut Conn, slug: &str) -> Result<Option<Program>> {
    conn.opt(
        sql!(
            "SELECT p.id AS id, p.slug AS slug, p.kind AS kind, p.name AS name, p.summary AS summary,
                p.summary_es AS summary_es, p.funder_credit AS funder_credit,
                p.funder_credit_es AS funder_credit_es, p.disclaimer AS disclaimer,
                p.disclaimer_es AS disclaimer_es, p.support_name AS support_name,
                p.support_email AS support_email, p.support_phone AS support_phone, l.id AS look_id,
                l.color AS look_color, l.postal AS look_postal,
                CASE WHEN l.logo_id IS NULL THEN NULL ELSE l.width END AS look_width,
                CASE WHEN l.logo_id IS NULL THEN NULL ELSE l.height END AS look_height
            FROM program p
            LEFT JOIN look l ON l.program_id = p.id AND l.state = 'shown'
            WHERE p.slug = $1"
        ),
        args![slug],
    )
    .await
}

/// A program's seasons, and of each whether its cohort's page is out now.
pub async fn seasons_of(conn: &mut Conn, program: &Id, now: weft_kernel::clock::Time) -> Result<Vec<SeasonOfProgram>> {
    conn.all(
        sql!(
            "SELECT s.slug AS season_slug, s.name AS season_name, s.starts_on AS starts_on,
                CASE WHEN s.unconfirmed_at IS NULL THEN 0 ELSE 1 END AS is_unconfirmed,
                CASE
                    WHEN EXISTS (
                        SELECT 1
                        FROM cohort_release r
                        WHERE r.season_id = s.id AND r.ended_at IS NULL AND r.public_at <= $2
                    ) THEN 1
                    ELSE 0
                    END AS is_out
            FROM season s
            WHERE s.program_id = $1
            ORDER BY s.starts_on DESC"
        ),
        args![program, now],
    )
    .await
}

/// The season that a program's page tells of: one that people can join now, else the newest that is public in any way.
/// With it what a season takes of someone's time, as [`planned`]: of the first of these seasons that says so.
pub async fn featured(
    conn: &mut Conn,
    program: &Id,
    now: weft_kernel::clock::Time,
) -> Result<(Option<Season>, Vec<(i64, String, String)>)> {
    let found: Vec<(String, Option<Id>)> = conn
        .all(
            sql!(
                "SELECT s.slug AS slug,
                    (SELECT MIN(e.season_id) FROM element e WHERE e.season_id = s.id AND e.planned IS NOT NULL) AS says
                FROM season s
                LEFT JOIN call c ON c.season_id = s.id AND c.published_version IS NOT NULL
                LEFT JOIN offer o ON o.season_id = s.id AND o.opened_at IS NOT NULL
                WHERE s.program_id = $1
                    AND (
                        c.season_id IS NOT NULL
                            OR o.season_id IS NOT NULL
                            OR EXISTS (
                                SELECT 1
                                FROM cohort_release r
                                WHERE r.season_id = s.id AND r.ended_at IS NULL AND r.public_at <= $2
                            )
                    )
                ORDER BY
                    CASE
                        WHEN c.opens_at <= $2 AND c.closes_at >= $2 THEN 0
                        WHEN o.closes_at >= $2 THEN 0
                        ELSE 1
                        END,
                    s.starts_on DESC"
            ),
            args![program, now],
        )
        .await?;
    let Some((slug, _)) = found.first() else { return Ok((None, Vec::new())) };
    let season = season_by_slug(conn, slug).await?;
    let planned = match found.iter().find_map(|(_, says)| says.as_ref()) {
        Some(season) => planned(conn, season).await?,
        None => Vec::new(),
    };
    Ok((season, planned))
}

/// Calls that are open now, of one program or of all: those that close first come first.
pub async fn open_calls(
    conn: &mut Conn,
    program: Option<&Id>,
    now: weft_kernel::clock::Time,
) -> Result<Vec<super::model::OpenCall>> {
    conn.all(
        sql!(
            "SELECT s.slug AS season_slug, p.name AS program_name, s.name AS season_name, s.zone AS zone,
                c.closes_at AS closes_at
            FROM call c
            JOIN season s ON s.id = c.season_id
            JOIN program p ON p.id = s.program_id
            WHERE c.published_version IS NOT NULL
                AND c.opens_at <= $1
                AND c.closes_at >= $1
                AND (CAST($2 AS TEXT) IS NULL OR p.id = $2)
            ORDER BY c.closes_at, s.slug"
        ),
        args![now, program],
    )
    .await
}

/// Seasons of a program that anyone may register for now.
pub async fn open_offers(
    conn: &mut Conn,
    program: &Id,
    now: weft_kernel::clock::Time,
) -> Result<Vec<super::model::OpenOffer>> {
    conn.all(
        sql!(
            "SELECT s.slug AS season_slug, s.name AS season_name, s.zone AS zone, o.closes_on AS closes_on
            FROM offer o
            JOIN season s ON s.id = o.season_id
            WHERE s.program_id = $1 AND o.opened_at IS NOT NULL AND o.closes_at >= $2
            ORDER BY o.closes_at, s.slug"
        ),
        args![program, now],
    )
    .await
}

/// What can come after a program.
pub async fn next(conn: &mut Conn, program: &Id) -> Result<Vec<super::model::Next>> {
    conn.all(
        sql!(
            "SELECT p.slug AS slug, p.name AS name, p.summary AS summary, p.summary_es AS summary_es,
                w.note_en AS note_en, w.note_es AS note_es
            FROM pathway w
            JOIN program p ON p.id = w.next_id
            WHERE w.program_id = $1
            ORDER BY w.position"
        ),
        args![program],
    )
    .await
}

/// Says what can come after a program; what does not exist, or is the program itself, is left out.
pub(super) async fn set_next(conn: &mut Conn, permit: &EditProgram, next: &[(String, String, String)]) -> Result<()> {
    conn.run(sql!("DELETE FROM pathway WHERE program_id = $1"), args![permit.program()]).await?;
    for (position, (slug, en, es)) in next.iter().enumerate() {
        conn.run(
            sql!(
                "INSERT INTO pathway (program_id, next_id, position, note_en, note_es)
                SELECT CAST($1 AS TEXT), n.id, CAST($3 AS BIGINT), CAST($4 AS TEXT), CAST($5 AS TEXT)
                FROM program n
                WHERE n.slug = $2 AND n.id <> $1
                ON CONFLICT (program_id, next_id) DO NOTHING"
            ),
            args![permit.program(), slug, position, en, es],
        )
        .await?;
    }
    Ok(())
}

pub async fn hosts(conn: &mut Conn, program: &Id) -> Result<Vec<Host>> {
    conn.all(
        sql!(
            "SELECT o.name AS name
            FROM program_host h
            JOIN organization o ON o.id = h.organization_id
            WHERE h.program_id = $1
            ORDER BY h.position"
        ),
        args![program],
    )
    .await
}

pub async fn contacts(conn: &mut Conn, program: &Id) -> Result<Vec<Contact>> {
    conn.all(
        sql!(
            "SELECT purpose, name, title, email
            FROM program_contact
            WHERE program_id = $1
            ORDER BY position"
        ),
        args![program],
    )
    .await
}

pub async fn glossary(conn: &mut Conn, program: &Id) -> Result<Vec<Term>> {
    conn.all(sql!("SELECT term, definition FROM glossary_term WHERE program_id = $1 ORDER BY term"), args![program])
        .await
}

/// Team and advisors of a program: people with a public role who asked to be listed, each once, with all they are in
/// its seasons.
pub async fn team(conn: &mut Conn, program: &Id) -> Result<Vec<Listed>> {
    let rows: Vec<PublicPerson> = team_rows(conn, program).await?;
    let mut all: Vec<Listed> = Vec::new();
    for row in rows {
        match all.iter_mut().find(|l| l.person.person_id == row.person_id) {
            Some(listed) if !listed.roles.contains(&row.role) => listed.roles.push(row.role),
            Some(_) => {}
            None => all.push(Listed { roles: vec![row.role], person: row }),
        }
    }
    for listed in &mut all {
        listed.roles.sort_unstable();
    }
    all.sort_by_key(|l| l.roles.first().copied());
    Ok(all)
}

async fn team_rows(conn: &mut Conn, program: &Id) -> Result<Vec<PublicPerson>> {
    conn.all(
        sql!(
            "SELECT p.id AS person_id, p.display_name AS display_name, p.pronouns AS pronouns, r.role AS role,
                a.title AS title,
                a.organization_name AS organization_name, p.bio AS bio,
                (
                    SELECT f.id
                    FROM photo f
                    JOIN consent c ON c.person_id = f.person_id
                        AND c.season_id IS NULL
                        AND c.purpose = 'team:photo'
                        AND c.withdrawn_at IS NULL
                    WHERE f.person_id = p.id AND f.removed_at IS NULL
                ) AS photo
            FROM role r
            JOIN season s ON s.id = r.season_id
            JOIN person p ON p.id = r.person_id
            LEFT JOIN affiliation a ON a.id = (
                SELECT id
                FROM affiliation
                WHERE person_id = p.id AND until IS NULL
                ORDER BY since DESC, id LIMIT 1
            )
            WHERE s.program_id = $1
                AND r.until IS NULL
                AND p.is_listed = 1
                AND r.role IN (
                    'program-lead', 'co-lead', 'facilitator', 'coach', 'evaluator', 'advisor', 'faculty', 'support'
                )
            ORDER BY p.sort_key, p.id, r.role"
        ),
        args![program],
    )
    .await
}

pub async fn objectives(conn: &mut Conn, season: &Id) -> Result<Vec<Objective>> {
    conn.all(sql!("SELECT id, title, text FROM objective WHERE season_id = $1 ORDER BY position"), args![season]).await
}

/// What a season takes of someone's time, as anyone who is asked may read it: how often, what, and the rule of
/// attendance.
pub async fn planned(conn: &mut Conn, season: &Id) -> Result<Vec<(i64, String, String)>> {
    conn.all(
        sql!(
            "SELECT planned, title, attendance_rule
            FROM element
            WHERE season_id = $1 AND planned IS NOT NULL
            ORDER BY position"
        ),
        args![season],
    )
    .await
}

pub async fn elements(conn: &mut Conn, see: &SeeSeason) -> Result<Vec<Element>> {
    conn.all(
        sql!(
            "SELECT id, kind, title, planned, attendance_rule, budget_cents
            FROM element
            WHERE season_id = $1
            ORDER BY position"
        ),
        args![see.season()],
    )
    .await
}

pub async fn list(conn: &mut Conn, program: &Id, list: &str) -> Result<Vec<ListItem>> {
    conn.all(
        sql!(
            "SELECT value, is_health
            FROM list_item
            WHERE program_id = $1 AND list = $2
            ORDER BY position"
        ),
        args![program, list],
    )
    .await
}

/// The region scheme: which state counts where.
pub async fn regions(conn: &mut Conn, program: &Id) -> Result<Vec<(String, String)>> {
    conn.all(
        sql!("SELECT region, state FROM region_state WHERE program_id = $1 ORDER BY region, state"),
        args![program],
    )
    .await
}

pub(super) async fn update_program(conn: &mut Conn, permit: &EditProgram, p: &Program) -> Result<()> {
    conn.run(
        sql!(
            "UPDATE program
            SET name = $2, summary = $3, funder_credit = $4, disclaimer = $5, support_name = $6, support_email = $7,
                support_phone = $8, summary_es = $9, funder_credit_es = $10, disclaimer_es = $11
            WHERE id = $1"
        ),
        args![
            permit.program(),
            &p.name,
            &p.summary,
            &p.funder_credit,
            &p.disclaimer,
            &p.support_name,
            &p.support_email,
            p.support_phone.clone(),
            &p.summary_es,
            &p.funder_credit_es,
            &p.disclaimer_es
        ],
    )
    .await
    .map(drop)
}

/// Takes hosts, contacts and words away, before the new ones are written.
pub(super) async fn clear_program(conn: &mut Conn, permit: &EditProgram) -> Result<()> {
    conn.run(sql!("DELETE FROM program_host WHERE program_id = $1"), args![permit.program()]).await?;
    conn.run(sql!("DELETE FROM program_contact WHERE program_id = $1"), args![permit.program()]).await?;
    conn.run(sql!("DELETE FROM glossary_term WHERE program_id = $1"), args![permit.program()]).await.map(drop)
}

pub struct NewProgram<'a> {
    pub slug: &'a str,
    pub kind: &'a str,
    pub name: &'a str,
    /// What it is for, who pays, whose views these are: in English and in Spanish.
    pub summary: [&'a str; 2],
    pub funder_credit: [&'a str; 2],
    pub disclaimer: [&'a str; 2],
    pub support_name: &'a str,
    pub support_email: &'a str,
    pub support_phone: Option<&'a str>,
}

pub async fn insert_program(kernel: &Kernel, conn: &mut Conn, new: &NewProgram<'_>) -> Result<Option<Id>> {
    let id = kernel.id();
    let made = conn
        .run(
            sql!(
                "INSERT INTO program (
                    id, slug, kind, name, summary, funder_credit, disclaimer, support_name, support_email,
                        support_phone, created_at, summary_es, funder_credit_es, disclaimer_es
                )
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
                ON CONFLICT (slug) DO NOTHING"
            ),
            args![
                &id,
                new.slug,
                new.kind,
                new.name,
                new.summary[0],
                new.funder_credit[0],
                new.disclaimer[0],
                new.support_name,
                new.support_email,
                new.support_phone,
                kernel.now(),
                new.summary[1],
                new.funder_credit[1],
                new.disclaimer[1]
            ],
        )
        .await?;
    Ok((made > 0).then_some(id))
}

pub async fn insert_organization(kernel: &Kernel, conn: &mut Conn, slug: &str, name: &str) -> Result<Id> {
    conn.run(
        sql!(
            "INSERT INTO organization (id, slug, name, created_at)
            VALUES ($1, $2, $3, $4)
            ON CONFLICT (slug) DO NOTHING"
        ),
        args![kernel.id(), slug, name, kernel.now()],
    )
    .await?;
    let (id,): (Id,) = conn.one(sql!("SELECT id FROM organization WHERE slug = $1"), args![slug]).await?;
    Ok(id)
}

pub async fn insert_host(conn: &mut Conn, program: &Id, organization: &Id, position: usize) -> Result<()> {
    conn.run(
        sql!(
            "INSERT INTO program_host (program_id, organization_id, position)
            VALUES ($1, $2, $3)
            ON CONFLICT (program_id, organization_id) DO NOTHING"
        ),
        args![program, organization, position],
    )
    .await
    .map(drop)
}

pub async fn insert_contact(
    kernel: &Kernel,
    conn: &mut Conn,
    program: &Id,
    contact: &Contact,
    position: usize,
) -> Result<()> {
    conn.run(
        sql!(
            "INSERT INTO program_contact (id, program_id, purpose, name, title, email, position)
            VALUES ($1, $2, $3, $4, $5, $6, $7)"
        ),
        args![kernel.id(), program, &contact.purpose, &contact.name, &contact.title, &contact.email, position],
    )
    .await
    .map(drop)
}

pub async fn set_term(kernel: &Kernel, conn: &mut Conn, program: &Id, term: &str, definition: &str) -> Result<()> {
    conn.run(
        sql!(
            "INSERT INTO glossary_term (id, program_id, term, definition)
            VALUES ($1, $2, $3, $4)
            ON CONFLICT (program_id, term) DO UPDATE SET definition = excluded.definition"
        ),
        args![kernel.id(), program, term, definition],
    )
    .await
    .map(drop)
}

pub async fn clear_list(conn: &mut Conn, program: &Id, list: &str) -> Result<()> {
    conn.run(sql!("DELETE FROM list_item WHERE program_id = $1 AND list = $2"), args![program, list]).await.map(drop)
}

pub async fn insert_list_item(
    kernel: &Kernel,
    conn: &mut Conn,
    program: &Id,
    list: &str,
    item: &ListItem,
    position: usize,
) -> Result<()> {
    conn.run(
        sql!(
            "INSERT INTO list_item (id, program_id, list, value, is_health, position)
            VALUES ($1, $2, $3, $4, $5, $6)
            ON CONFLICT (program_id, list, value) DO UPDATE SET is_health = excluded.is_health,
                position = excluded.position"
        ),
        args![kernel.id(), program, list, &item.value, item.is_health, position],
    )
    .await
    .map(drop)
}

pub async fn clear_regions(conn: &mut Conn, program: &Id) -> Result<()> {
    conn.run(sql!("DELETE FROM region_state WHERE program_id = $1"), args![program]).await.map(drop)
}

pub async fn set_region(conn: &mut Conn, program: &Id, state: &str, region: &str) -> Result<()> {
    conn.run(
        sql!(
            "INSERT INTO region_state (program_id, state, region)
            VALUES ($1, $2, $3)
            ON CONFLICT (program_id, state) DO UPDATE SET region = excluded.region"
        ),
        args![program, state, region],
    )
    .await
    .map(drop)
}
