//! The SQL of coaches as they describe themselves, and of certificates that end.

use crate::coaching::model::{Coach, Profile};
use crate::coaching::rules::Coaching;
use weft_kernel::Kernel;
use weft_kernel::db::{Conn, Result};
use weft_kernel::ids::Id;
use weft_kernel::{args, row, sql};

/// What someone says of themselves as a coach, if they did.
pub async fn profile(conn: &mut Conn, permit: &Coaching) -> Result<Option<Profile>> {
    conn.opt(
        sql!(
            "SELECT certified_by, level, number, expires_on, speaks_en, speaks_es, languages, approach, most,
                shows_photo
            FROM coach
            WHERE season_id = $1 AND person_id = $2"
        ),
        args![permit.season(), permit.person()],
    )
    .await
}

pub(in crate::coaching) async fn keep_profile(
    kernel: &Kernel,
    conn: &mut Conn,
    permit: &Coaching,
    (p, warned_of): (&Profile, Option<&str>),
) -> Result<Id> {
    let (id,): (Id,) = conn
        .one(
            sql!(
                "INSERT INTO coach (
                    id, season_id, person_id, certified_by, level, number, expires_on, speaks_en, speaks_es, languages,
                    approach, most, changed_at, warned_of, shows_photo
                )
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
                ON CONFLICT (season_id, person_id) DO UPDATE SET certified_by = excluded.certified_by,
                    level = excluded.level, number = excluded.number, expires_on = excluded.expires_on,
                    speaks_en = excluded.speaks_en, speaks_es = excluded.speaks_es, languages = excluded.languages,
                    approach = excluded.approach, most = excluded.most, changed_at = excluded.changed_at,
                    warned_of = excluded.warned_of, shows_photo = excluded.shows_photo
                RETURNING id"
            ),
            args![
                kernel.id(),
                permit.season(),
                permit.person(),
                p.certified_by.as_str(),
                p.level.as_str(),
                p.number.as_str(),
                p.expires_on.clone(),
                p.speaks_en,
                p.speaks_es,
                p.languages.as_str(),
                p.approach.as_str(),
                p.most,
                kernel.now(),
                warned_of,
                p.shows_photo
            ],
        )
        .await?;
    Ok(id)
}

/// Everyone who coaches in a season, also those who wrote no profile yet.
pub async fn coaches(conn: &mut Conn, season: &Id) -> Result<Vec<Coach>> {
    conn.all(
        sql!(
            "SELECT p.id AS person_id, p.display_name AS name, CASE WHEN c.id IS NULL THEN 0 ELSE 1 END AS is_ready,
                COALESCE(c.certified_by, '') AS certified_by, COALESCE(c.level, '') AS level,
                COALESCE(c.number, '') AS number, c.expires_on AS expires_on, COALESCE(c.speaks_en, 0) AS speaks_en,
                COALESCE(c.speaks_es, 0) AS speaks_es, COALESCE(c.languages, '') AS languages,
                COALESCE(c.approach, '') AS approach, COALESCE(c.most, 0) AS most,
                (
                    SELECT COUNT(*)
                    FROM coaching_pair k
                    WHERE k.season_id = r.season_id AND k.coach_id = p.id AND k.ended_at IS NULL
                ) AS has,
                CASE
                    WHEN EXISTS (
                        SELECT 1
                        FROM appointment_host h
                        JOIN appointment_hours o ON o.host_id = h.id AND o.to_minute > o.from_minute
                        WHERE h.season_id = r.season_id AND h.person_id = p.id
                    ) THEN 1
                    ELSE 0
                END AS has_hours, COALESCE(c.shows_photo, 0) AS shows_photo,
                (
                    SELECT f.id
                    FROM photo f
                    WHERE f.person_id = p.id AND f.removed_at IS NULL AND c.shows_photo = 1
                ) AS photo
            FROM role r
            JOIN person p ON p.id = r.person_id
            LEFT JOIN coach c ON c.season_id = r.season_id AND c.person_id = r.person_id
            WHERE r.season_id = $1 AND r.role = 'coach' AND r.until IS NULL
            ORDER BY p.sort_key, p.id"
        ),
        args![season],
    )
    .await
}

/// Holds a coach until the transaction ends: whoever pairs with them comes one after the other. False where they wrote
/// no profile or do not coach any more.
pub(in crate::coaching) async fn hold_coach(conn: &mut Conn, season: &Id, person: &Id) -> Result<bool> {
    let n = conn
        .run(
            sql!(
                "UPDATE coach
                SET changed_at = changed_at
                WHERE season_id = $1
                    AND person_id = $2
                    AND EXISTS (
                        SELECT 1
                        FROM role r
                        WHERE r.season_id = coach.season_id
                            AND r.person_id = coach.person_id
                            AND r.role = 'coach'
                            AND r.until IS NULL
                    )"
            ),
            args![season, person],
        )
        .await?;
    Ok(n > 0)
}

row! {
    /// A coach whose certificate ends soon.
    pub struct Ending {
        id: Id,
        season_slug: String,
        given_name: String,
        expires_on: String,
        email: Option<String>,
        language: String,
    }
}

/// Those whose certificate ends on a day up to `until` and who were not told of that day.
pub(in crate::coaching) async fn ending(conn: &mut Conn, until: &str) -> Result<Vec<Ending>> {
    conn.all(
        sql!(
            "SELECT c.id AS id, s.slug AS season_slug, p.given_name AS given_name, c.expires_on AS expires_on,
                x.value AS email, p.language AS language
            FROM coach c
            JOIN season s ON s.id = c.season_id
            JOIN person p ON p.id = c.person_id
            JOIN role r ON r.season_id = c.season_id AND r.person_id = c.person_id AND r.role = 'coach'
                AND r.until IS NULL
            LEFT JOIN mailbox x ON x.person_id = p.id
            WHERE c.expires_on <= $1
                AND c.expires_on <= s.ends_on
                AND (c.warned_of IS NULL OR c.warned_of <> c.expires_on)
            ORDER BY c.id"
        ),
        args![until],
    )
    .await
}

/// Says that they were told; false where they were, or where the day is another meanwhile.
pub(in crate::coaching) async fn mark_warned(conn: &mut Conn, of: &Ending) -> Result<bool> {
    let n = conn
        .run(
            sql!(
                "UPDATE coach
                SET warned_of = expires_on
                WHERE id = $1 AND expires_on = $2 AND (warned_of IS NULL OR warned_of <> expires_on)"
            ),
            args![&of.id, of.expires_on.as_str()],
        )
        .await?;
    Ok(n > 0)
}
