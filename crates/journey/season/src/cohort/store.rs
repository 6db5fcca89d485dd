//! The SQL of the cohort.

use super::model::{Consents, Member, Named, Release, ShownPhoto};
use super::rules::{Publish, ReadNeeds, ReleasePage, SeeMembers, SeeNames};
use weft_kernel::clock::Time;
use weft_kernel::db::{Conn, Result};
use weft_kernel::ids::Id;
use weft_kernel::{Kernel, args, sql};

async fn members_of(conn: &mut Conn, season: &Id) -> Result<Vec<Member>> {
    conn.all(
        sql!(
            "SELECT m.id AS id, m.person_id AS person_id, a.external_id AS external_id, p.display_name AS display_name,
                p.pronouns AS pronouns, a.organization AS organization, a.collaborative AS collaborative,
                a.role_title AS role_title, a.role_level AS role_level, a.region AS region, a.state AS state,
                a.setting AS setting, a.scope AS scope, a.body_type AS body_type,
                a.primary_issue_area AS primary_issue_area, a.other_issue_areas AS other_issue_areas,
                a.health_focus AS health_focus, a.years_in_role AS years_in_role, a.language AS language,
                m.joined_at AS joined_at,
                (SELECT f.id FROM photo f WHERE f.person_id = p.id AND f.removed_at IS NULL) AS photo, p.bio AS bio,
                CASE
                    WHEN EXISTS (
                        SELECT 1
                        FROM share_answer h
                        WHERE h.person_id = m.person_id AND h.season_id = m.season_id
                    ) THEN 1
                    ELSE 0
                    END AS has_answered
            FROM member m
            JOIN person p ON p.id = m.person_id
            JOIN application a ON a.id = m.application_id
            WHERE m.season_id = $1 AND m.left_at IS NULL
            ORDER BY p.sort_key, m.id"
        ),
        args![season],
    )
    .await
}

pub async fn members(conn: &mut Conn, permit: &SeeMembers) -> Result<Vec<Member>> {
    members_of(conn, permit.season()).await
}

/// Members for the public page; the snapshot shows of them only what they agreed to.
pub async fn members_to_publish(conn: &mut Conn, permit: &Publish) -> Result<Vec<Member>> {
    members_of(conn, permit.season()).await
}

/// Names and home teams of the members.
pub async fn names(conn: &mut Conn, permit: &SeeNames) -> Result<Vec<Named>> {
    conn.all(
        sql!(
            "SELECT p.id AS person_id, p.display_name AS name, p.pronouns AS pronouns,
                (
                    SELECT t.name
                    FROM home_team_member h
                    JOIN home_team t ON t.id = h.team_id
                    WHERE h.member_id = m.id AND h.until IS NULL LIMIT 1
                ) AS team, (SELECT f.id FROM photo f WHERE f.person_id = p.id AND f.removed_at IS NULL) AS photo
            FROM member m
            JOIN person p ON p.id = m.person_id
            WHERE m.season_id = $1 AND m.left_at IS NULL
            ORDER BY p.sort_key, p.id"
        ),
        args![permit.season()],
    )
    .await
}

/// What the season's members agreed to show, in one statement for all of them.
pub async fn consents(conn: &mut Conn, permit: &Publish) -> Result<Consents> {
    let rows: Vec<(String, String)> = conn
        .all(
            sql!(
                "SELECT c.person_id, c.purpose
                FROM consent c
                JOIN member m ON m.person_id = c.person_id AND m.season_id = c.season_id
                WHERE c.season_id = $1 AND c.withdrawn_at IS NULL AND m.left_at IS NULL"
            ),
            args![permit.season()],
        )
        .await?;
    let mut out = Consents::new();
    for (person, purpose) in rows {
        if let Some(field) = purpose.strip_prefix("publish:") {
            out.entry(person).or_default().insert(field.to_owned());
        }
    }
    Ok(out)
}

/// Whether, or from when on, a season's public page is out.
pub async fn release(conn: &mut Conn, season: &Id) -> Result<Option<Release>> {
    conn.opt(sql!("SELECT id, public_at FROM cohort_release WHERE season_id = $1 AND ended_at IS NULL"), args![season])
        .await
}

/// Puts the page out from a moment on. `false` when it is out already, or was to be.
pub(super) async fn insert_release(
    kernel: &Kernel,
    conn: &mut Conn,
    permit: &ReleasePage,
    public_at: Time,
) -> Result<bool> {
    let sql = sql!(
        "INSERT INTO cohort_release (id, season_id, public_at, made_at)
        VALUES ($1, $2, $3, $4)
        ON CONFLICT (season_id)
        WHERE ended_at IS NULL DO NOTHING"
    );
    Ok(conn.run(sql, args![kernel.id(), permit.season(), public_at, kernel.now()]).await? > 0)
}

/// Takes the page down. `false` when it was not out and not to be.
pub(super) async fn end_release(conn: &mut Conn, permit: &ReleasePage, now: Time) -> Result<bool> {
    let sql = sql!("UPDATE cohort_release SET ended_at = $2 WHERE season_id = $1 AND ended_at IS NULL");
    Ok(conn.run(sql, args![permit.season(), now]).await? > 0)
}

/// A photo that is there, whose it is, and whether everyone may see it: as a face on a cohort's public page that is
/// out, or on a team page.
pub async fn photo(conn: &mut Conn, id: &Id, now: Time) -> Result<Option<ShownPhoto>> {
    conn.opt(
        sql!(
            "SELECT f.person_id AS person_id,
                CASE
                    WHEN EXISTS (
                        SELECT 1
                        FROM member m
                        JOIN cohort_release o ON o.season_id = m.season_id
                            AND o.ended_at IS NULL
                            AND o.public_at <= $2
                        JOIN consent c ON c.person_id = m.person_id
                            AND c.season_id = m.season_id
                            AND c.purpose = 'publish:photo'
                            AND c.withdrawn_at IS NULL
                        JOIN consent n ON n.person_id = m.person_id
                            AND n.season_id = m.season_id
                            AND n.purpose = 'publish:name'
                            AND n.withdrawn_at IS NULL
                        WHERE m.person_id = f.person_id AND m.left_at IS NULL
                    )
                        OR EXISTS (
                            SELECT 1
                            FROM consent c
                            JOIN person p ON p.id = c.person_id
                            JOIN role r ON r.person_id = c.person_id
                            WHERE c.person_id = f.person_id
                                AND c.season_id IS NULL
                                AND c.purpose = 'team:photo'
                                AND c.withdrawn_at IS NULL
                                AND p.is_listed = 1
                                AND r.until IS NULL
                                AND r.role IN (
                                    'program-lead', 'co-lead', 'facilitator', 'coach', 'evaluator', 'advisor',
                                        'faculty', 'support'
                                )
                        ) THEN 1
                    ELSE 0
                    END AS is_public
            FROM photo f
            WHERE f.id = $1 AND f.removed_at IS NULL"
        ),
        args![id, now],
    )
    .await
}

/// The seasons a person is a member of now.
pub async fn seasons_of_member(conn: &mut Conn, person: &Id) -> Result<Vec<Id>> {
    let rows: Vec<(Id,)> =
        conn.all(sql!("SELECT season_id FROM member WHERE person_id = $1 AND left_at IS NULL"), args![person]).await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// The seasons in which someone coaches now and shows their photo to those who read their profile.
pub async fn seasons_of_coach(conn: &mut Conn, person: &Id) -> Result<Vec<Id>> {
    let rows: Vec<(Id,)> = conn
        .all(
            sql!(
                "SELECT c.season_id
                FROM coach c
                JOIN role r ON r.season_id = c.season_id AND r.person_id = c.person_id AND r.role = 'coach'
                    AND r.until IS NULL
                WHERE c.person_id = $1 AND c.shows_photo = 1"
            ),
            args![person],
        )
        .await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// Access needs of a season that were told to the reader, members first: name, need, whether they are a member.
pub async fn needs(conn: &mut Conn, permit: &ReadNeeds) -> Result<Vec<(String, String, bool)>> {
    conn.all(
        sql!(
            "SELECT p.display_name, n.value,
                CASE
                    WHEN EXISTS (
                        SELECT 1
                        FROM member m
                        WHERE m.person_id = n.person_id AND m.season_id = n.season_id AND m.left_at IS NULL
                    ) THEN 1
                    ELSE 0
                    END
            FROM access_need n
            JOIN person p ON p.id = n.person_id
            WHERE n.season_id = $1 AND n.told_to = $2
            ORDER BY 3 DESC, p.sort_key, p.id"
        ),
        args![permit.season(), permit.person()],
    )
    .await
}

/// How many said a need that was not told to the reader.
pub async fn needs_of_others(conn: &mut Conn, permit: &ReadNeeds) -> Result<i64> {
    let sql = sql!(
        "SELECT COUNT(*)
        FROM access_need n
        WHERE n.season_id = $1 AND (n.told_to IS NULL OR n.told_to <> $2)"
    );
    Ok(conn.one::<(i64,)>(sql, args![permit.season(), permit.person()]).await?.0)
}
