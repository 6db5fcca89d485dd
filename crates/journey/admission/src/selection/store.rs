//! The SQL of selection.

use super::model::{Alternate, Filling, GoalSet, InvitationLine, Mark, Offered, Run, RunLine, Standing};
use super::rules::{Choose, SeeSelection};
use weft_kernel::Kernel;
use weft_kernel::clock::Time;
use weft_kernel::db::{Conn, Result};
use weft_kernel::ids::Id;
use weft_kernel::{args, sql};
use weft_people::rules::OwnRecord;

pub async fn goals(conn: &mut Conn, season: &Id) -> Result<Option<GoalSet>> {
    conn.opt(
        sql!(
            "SELECT g.id AS id, g.version AS version, g.goals AS goals, p.display_name AS protected_by,
                g.protected_reason AS protected_reason, g.created_at AS created_at
            FROM goal_set g
            LEFT JOIN person p ON p.id = g.protected_by
            WHERE g.season_id = $1
            ORDER BY g.version DESC LIMIT 1"
        ),
        args![season],
    )
    .await
}

/// Adds a version of the goals. Earlier ones stay for the record.
pub(super) async fn insert_goals(
    kernel: &Kernel,
    conn: &mut Conn,
    permit: &Choose,
    goals: &str,
    protected: Option<(&Id, &str)>,
    by: Option<&Id>,
) -> Result<()> {
    conn.run(
        sql!(
            "INSERT INTO goal_set (
                id, season_id, version, goals, protected_by, protected_reason, created_by, created_at
            )
            SELECT CAST($1 AS TEXT), CAST($2 AS TEXT), COALESCE(MAX(version), 0) + 1, CAST($3 AS TEXT),
                CAST($4 AS TEXT), CAST($5 AS TEXT), CAST($6 AS TEXT), CAST($7 AS BIGINT)
            FROM goal_set
            WHERE season_id = $2"
        ),
        args![kernel.id(), permit.season(), goals, protected.map(|p| p.0), protected.map(|p| p.1), by, kernel.now()],
    )
    .await
    .map(drop)
}

pub(super) async fn insert_run(
    kernel: &Kernel,
    conn: &mut Conn,
    permit: &Choose,
    rule: &str,
    hash: &str,
    transcript: &str,
    by: Option<&Id>,
) -> Result<Id> {
    let id = kernel.id();
    conn.run(
        sql!(
            "INSERT INTO selection_run (id, season_id, rule, input_hash, transcript, created_by, created_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7)"
        ),
        args![&id, permit.season(), rule, hash, transcript, by, kernel.now()],
    )
    .await?;
    Ok(id)
}

pub async fn runs(conn: &mut Conn, permit: &SeeSelection) -> Result<Vec<RunLine>> {
    conn.all(
        sql!(
            "SELECT r.id AS id, r.rule AS rule, r.created_at AS created_at, r.confirmed_at AS confirmed_at,
                p.display_name AS actor
            FROM selection_run r
            LEFT JOIN person p ON p.id = r.created_by
            WHERE r.season_id = $1
            ORDER BY r.id DESC LIMIT 30"
        ),
        args![permit.season()],
    )
    .await
}

pub async fn run(conn: &mut Conn, permit: &SeeSelection, id: &Id) -> Result<Option<Run>> {
    conn.opt(
        sql!(
            "SELECT id, rule, input_hash, transcript, created_at, confirmed_at
            FROM selection_run
            WHERE season_id = $1 AND id = $2"
        ),
        args![permit.season(), id],
    )
    .await
}

/// Who is locked or set aside, and why.
pub async fn marks(conn: &mut Conn, permit: &SeeSelection) -> Result<Vec<Mark>> {
    conn.all(
        sql!(
            "SELECT a.external_id AS external_id, p.display_name AS display_name, m.mark AS mark, m.reason AS reason,
                b.display_name AS marked_by
            FROM selection_mark m
            JOIN application a ON a.id = m.application_id
            JOIN person p ON p.id = a.person_id
            LEFT JOIN person b ON b.id = m.by_id
            WHERE m.season_id = $1
            ORDER BY p.display_name, a.external_id"
        ),
        args![permit.season()],
    )
    .await
}

/// What stands beside an application for a run: `locked`, `aside`, or `invited` while an invitation waits for its
/// answer.
pub async fn marked(conn: &mut Conn, season: &Id, now: Time) -> Result<Vec<(String, String)>> {
    conn.all(
        sql!(
            "SELECT a.external_id, m.mark
            FROM selection_mark m
            JOIN application a ON a.id = m.application_id
            WHERE m.season_id = $1
            UNION ALL
            SELECT a.external_id, 'invited'
            FROM invitation i
            JOIN application a ON a.id = i.application_id
            WHERE i.season_id = $1
                AND i.expires_at > $2
                AND NOT EXISTS (SELECT 1 FROM invitation_answer n WHERE n.invitation_id = i.id)
                AND NOT EXISTS (SELECT 1 FROM withdrawal v WHERE v.application_id = a.id)
            ORDER BY 1, 2"
        ),
        args![season, now],
    )
    .await
}

/// Sets or replaces a mark. Returns whom it is about.
pub(super) async fn set_mark(
    conn: &mut Conn,
    permit: &Choose,
    external_id: &str,
    mark: &str,
    reason: &str,
    by: Option<&Id>,
    now: Time,
) -> Result<Option<Id>> {
    let found: Option<(Id,)> = conn
        .opt(
            sql!(
                "INSERT INTO selection_mark (season_id, application_id, mark, reason, by_id, at)
                SELECT season_id, id, CAST($3 AS TEXT), CAST($4 AS TEXT), CAST($5 AS TEXT), CAST($6 AS BIGINT)
                FROM application
                WHERE season_id = $1 AND external_id = $2
                ON CONFLICT (season_id, application_id) DO UPDATE SET mark = excluded.mark, reason = excluded.reason,
                    by_id = excluded.by_id, at = excluded.at
                RETURNING application_id"
            ),
            args![permit.season(), external_id, mark, reason, by, now],
        )
        .await?;
    Ok(found.map(|(id,)| id))
}

pub(super) async fn lift_mark(conn: &mut Conn, permit: &Choose, external_id: &str) -> Result<Option<Id>> {
    let found: Option<(Id,)> = conn
        .opt(
            sql!(
                "DELETE FROM selection_mark
                WHERE season_id = $1
                    AND application_id IN (SELECT id FROM application WHERE season_id = $1 AND external_id = $2)
                RETURNING application_id"
            ),
            args![permit.season(), external_id],
        )
        .await?;
    Ok(found.map(|(id,)| id))
}

/// Marks a run as the one invitations come from; only the first caller succeeds.
pub(super) async fn confirm(conn: &mut Conn, permit: &Choose, id: &Id, now: Time) -> Result<bool> {
    Ok(conn
        .run(
            sql!(
                "UPDATE selection_run
                SET confirmed_at = $3
                WHERE id = $1 AND season_id = $2 AND confirmed_at IS NULL"
            ),
            args![id, permit.season(), now],
        )
        .await?
        > 0)
}

weft_kernel::row! {
    /// `is_settled`: has a seat, has answered, or has an invitation that waits for its answer.
    pub(super) struct Invitee {
        id: Id,
        person_id: Id,
        display_name: String,
        language: String,
        has_invitation: bool,
        is_settled: bool,
    }
}

pub(super) async fn invitee(conn: &mut Conn, permit: &Choose, external_id: &str, now: Time) -> Result<Option<Invitee>> {
    conn.opt(
        sql!(
            "SELECT a.id AS id, a.person_id AS person_id, p.display_name AS display_name, p.language AS language,
                CASE
                    WHEN EXISTS (SELECT 1 FROM invitation i WHERE i.application_id = a.id)
                        OR EXISTS (SELECT 1 FROM member m WHERE m.application_id = a.id) THEN 1
                    ELSE 0
                    END AS has_invitation,
                CASE
                    WHEN EXISTS (
                        SELECT 1
                        FROM invitation i
                        LEFT JOIN invitation_answer n ON n.invitation_id = i.id
                        WHERE i.application_id = a.id AND (n.answer IS NOT NULL OR i.expires_at > $3)
                    )
                        OR EXISTS (SELECT 1 FROM member m WHERE m.application_id = a.id) THEN 1
                    ELSE 0
                    END AS is_settled
            FROM application a
            JOIN person p ON p.id = a.person_id
            WHERE a.season_id = $1
                AND a.external_id = $2
                AND NOT EXISTS (SELECT 1 FROM withdrawal v WHERE v.application_id = a.id)"
        ),
        args![permit.season(), external_id, now],
    )
    .await
}

pub(super) struct NewInvitation<'a> {
    pub application: &'a Id,
    pub run: &'a Id,
    pub token_hash: &'a str,
    pub seat_from: &'a str,
    pub expires: Time,
    pub mailed_to: Option<&'a str>,
}

pub(super) async fn insert_invitation(
    kernel: &Kernel,
    conn: &mut Conn,
    permit: &Choose,
    new: &NewInvitation<'_>,
) -> Result<Option<Id>> {
    let id = kernel.id();
    let made = conn
        .run(
            sql!(
                "INSERT INTO invitation (
                    id, season_id, application_id, run_id, token_hash, seat_from, created_at, expires_at, mailed_to
                )
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
                ON CONFLICT (season_id, application_id) DO NOTHING"
            ),
            args![
                &id,
                permit.season(),
                new.application,
                new.run,
                new.token_hash,
                new.seat_from,
                kernel.now(),
                new.expires,
                new.mailed_to
            ],
        )
        .await?;
    Ok((made > 0).then_some(id))
}

/// Makes an invitation that ran out without an answer live again, under a new link.
pub(super) async fn renew_invitation(
    kernel: &Kernel,
    conn: &mut Conn,
    permit: &Choose,
    new: &NewInvitation<'_>,
) -> Result<Option<Id>> {
    let renewed: Option<(Id,)> = conn
        .opt(
            sql!(
                "UPDATE invitation
                SET token_hash = $3, run_id = $4, created_at = $5, expires_at = $6, mailed_to = $7
                WHERE season_id = $1
                    AND application_id = $2
                    AND expires_at <= $5
                    AND NOT EXISTS (SELECT 1 FROM invitation_answer n WHERE n.invitation_id = invitation.id)
                RETURNING id"
            ),
            args![permit.season(), new.application, new.token_hash, new.run, kernel.now(), new.expires, new.mailed_to],
        )
        .await?;
    Ok(renewed.map(|(id,)| id))
}

pub(super) async fn insert_outcome(
    kernel: &Kernel,
    conn: &mut Conn,
    application: &Id,
    outcome: &str,
    reason: &str,
    by: Option<&Id>,
) -> Result<()> {
    conn.run(
        sql!(
            "INSERT INTO outcome (id, application_id, outcome, reason, actor_id, at)
            VALUES ($1, $2, $3, $4, $5, $6)"
        ),
        args![kernel.id(), application, outcome, reason, by, kernel.now()],
    )
    .await
    .map(drop)
}

pub async fn invitations(conn: &mut Conn, permit: &SeeSelection) -> Result<Vec<InvitationLine>> {
    conn.all(
        sql!(
            "SELECT i.id AS id, a.external_id AS external_id, p.display_name AS display_name, i.seat_from AS seat_from,
                i.created_at AS created_at, i.expires_at AS expires_at, n.answer AS answer, n.note AS note,
                n.at AS answered_at
            FROM invitation i
            JOIN application a ON a.id = i.application_id
            JOIN person p ON p.id = a.person_id
            LEFT JOIN invitation_answer n ON n.invitation_id = i.id
            WHERE i.season_id = $1
            ORDER BY CASE WHEN n.answer IS NULL THEN 0 ELSE 1 END, p.display_name"
        ),
        args![permit.season()],
    )
    .await
}

pub async fn offered(conn: &mut Conn, token_hash: &str) -> Result<Option<Offered>> {
    conn.opt(
        sql!(
            "SELECT i.id AS id, i.season_id AS season_id, i.application_id AS application_id, a.person_id AS person_id,
                a.external_id AS external_id, p.display_name AS display_name, s.slug AS season_slug,
                s.name AS season_name, g.name AS program_name, s.zone AS zone, s.starts_on AS starts_on,
                s.ends_on AS ends_on, i.seat_from AS seat_from, i.expires_at AS expires_at, i.mailed_to AS mailed_to,
                n.answer AS answer, s.seats AS seats,
                COALESCE((SELECT f.beyond FROM filling f WHERE f.season_id = s.id), 0) AS over
            FROM invitation i
            JOIN application a ON a.id = i.application_id
            JOIN person p ON p.id = a.person_id
            JOIN season s ON s.id = i.season_id
            JOIN program g ON g.id = s.program_id
            LEFT JOIN invitation_answer n ON n.invitation_id = i.id
            WHERE i.token_hash = $1"
        ),
        args![token_hash],
    )
    .await
}

/// Answers an invitation once, in time. The first answer stands.
pub(super) async fn answer(
    conn: &mut Conn,
    invitation: &Id,
    answer: &str,
    note: Option<&str>,
    now: Time,
) -> Result<bool> {
    Ok(conn
        .run(
            sql!(
                "INSERT INTO invitation_answer (invitation_id, answer, note, at)
                SELECT id, CAST($2 AS TEXT), CAST($3 AS TEXT), CAST($4 AS BIGINT)
                FROM invitation
                WHERE id = $1
                    AND expires_at > $4
                    AND (
                        CAST($2 AS TEXT) <> 'accepted'
                            OR NOT EXISTS (
                                SELECT 1
                                FROM withdrawal v
                                WHERE v.application_id = invitation.application_id
                            )
                    )
                ON CONFLICT (invitation_id) DO NOTHING"
            ),
            args![invitation, answer, note, now],
        )
        .await?
        > 0)
}

/// Takes one seat, if there is one: a single statement, so that the last seat goes to one person.
pub(super) async fn take_seat(conn: &mut Conn, season: &Id) -> Result<bool> {
    Ok(conn
        .run(
            sql!("UPDATE season SET seats_taken = seats_taken + 1 WHERE id = $1 AND seats_taken < seats"),
            args![season],
        )
        .await?
        > 0)
}

pub(super) async fn insert_member(kernel: &Kernel, conn: &mut Conn, o: &Offered) -> Result<()> {
    conn.run(
        sql!(
            "INSERT INTO member (id, season_id, person_id, application_id, seat_from, joined_at)
            VALUES ($1, $2, $3, $4, $5, $6)"
        ),
        args![kernel.id(), &o.season_id, &o.person_id, &o.application_id, &o.seat_from, kernel.now()],
    )
    .await
    .map(drop)
}

pub(super) async fn has_confirmed(conn: &mut Conn, permit: &Choose) -> Result<bool> {
    let (n,): (i64,) = conn
        .one(
            sql!("SELECT COUNT(*) FROM selection_run WHERE season_id = $1 AND confirmed_at IS NOT NULL"),
            args![permit.season()],
        )
        .await?;
    Ok(n > 0)
}

// Filling open seats -------------------------------------------------------------------------------------------

pub async fn filling(conn: &mut Conn, season: &Id) -> Result<Option<Filling>> {
    conn.opt(
        sql!(
            "SELECT f.rule AS rule, f.beyond AS over, p.display_name AS declared_by, f.at AS at
            FROM filling f
            LEFT JOIN person p ON p.id = f.by_id
            WHERE f.season_id = $1"
        ),
        args![season],
    )
    .await
}

pub(super) async fn set_filling(
    conn: &mut Conn,
    permit: &Choose,
    rule: &str,
    over: i64,
    by: Option<&Id>,
    now: Time,
) -> Result<()> {
    conn.run(
        sql!(
            "INSERT INTO filling (season_id, rule, beyond, by_id, at)
            VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (season_id) DO UPDATE SET rule = excluded.rule, beyond = excluded.beyond,
                by_id = excluded.by_id, at = excluded.at"
        ),
        args![permit.season(), rule, over, by, now],
    )
    .await
    .map(drop)
}

pub async fn alternates(conn: &mut Conn, season: &Id) -> Result<Vec<Alternate>> {
    conn.all(
        sql!(
            "SELECT l.place AS place, a.external_id AS external_id, p.display_name AS display_name
            FROM alternate l
            JOIN application a ON a.id = l.application_id
            JOIN person p ON p.id = a.person_id
            WHERE l.season_id = $1
            ORDER BY l.place"
        ),
        args![season],
    )
    .await
}

pub(super) async fn clear_alternates(conn: &mut Conn, permit: &Choose) -> Result<()> {
    conn.run(sql!("DELETE FROM alternate WHERE season_id = $1"), args![permit.season()]).await.map(drop)
}

/// Returns whether there is such an application.
pub(super) async fn insert_alternate(conn: &mut Conn, permit: &Choose, place: i64, external_id: &str) -> Result<bool> {
    Ok(conn
        .run(
            sql!(
                "INSERT INTO alternate (season_id, place, application_id)
                SELECT season_id, CAST($2 AS BIGINT), id
                FROM application
                WHERE season_id = $1 AND external_id = $3"
            ),
            args![permit.season(), place, external_id],
        )
        .await?
        > 0)
}

/// Holds the season for the rest of the transaction and tells seats, seats taken, and invitations that wait for an
/// answer.
pub(super) async fn hold_seats(conn: &mut Conn, season: &Id, now: Time) -> Result<(i64, i64, i64)> {
    conn.run(sql!("UPDATE season SET seats_taken = seats_taken WHERE id = $1"), args![season]).await?;
    seats(conn, season, now).await
}

/// Seats, seats taken, and invitations that wait for an answer.
pub async fn seats(conn: &mut Conn, season: &Id, now: Time) -> Result<(i64, i64, i64)> {
    conn.one(
        sql!(
            "SELECT s.seats, s.seats_taken,
                (
                    SELECT COUNT(*)
                    FROM invitation i
                    WHERE i.season_id = s.id
                        AND i.expires_at > $2
                        AND NOT EXISTS (SELECT 1 FROM invitation_answer n WHERE n.invitation_id = i.id)
                        AND NOT EXISTS (SELECT 1 FROM withdrawal v WHERE v.application_id = i.application_id)
                )
            FROM season s
            WHERE s.id = $1"
        ),
        args![season, now],
    )
    .await
}

/// The first draw that was confirmed: what every later one's seed begins with. And how many draws were confirmed since.
pub(super) async fn commitment(conn: &mut Conn, permit: &Choose) -> Result<Option<(String, i64)>> {
    conn.opt(
        sql!(
            "SELECT r.transcript,
                (
                    SELECT COUNT(*)
                    FROM selection_run n
                    WHERE n.season_id = r.season_id AND n.rule = 'draw' AND n.confirmed_at IS NOT NULL
                )
            FROM selection_run r
            WHERE r.season_id = $1 AND r.rule = 'draw' AND r.confirmed_at IS NOT NULL
            ORDER BY r.confirmed_at, r.id LIMIT 1"
        ),
        args![permit.season()],
    )
    .await
}

/// Where someone stands in each season that has chosen and has not yet answered her.
pub async fn standings(conn: &mut Conn, own: &OwnRecord) -> Result<Vec<Standing>> {
    conn.all(
        sql!(
            "SELECT g.name || ' · ' || s.name AS season_title, a.external_id AS external_id, f.rule AS rule,
                l.place AS place, r.transcript AS transcript
            FROM application a
            JOIN season s ON s.id = a.season_id
            JOIN program g ON g.id = s.program_id
            JOIN filling f ON f.season_id = s.id
            JOIN selection_run r ON r.id = (
                SELECT n.id
                FROM selection_run n
                WHERE n.season_id = s.id AND n.confirmed_at IS NOT NULL
                ORDER BY n.confirmed_at DESC, n.id DESC LIMIT 1
            )
            LEFT JOIN alternate l ON l.application_id = a.id
            WHERE a.person_id = $1
                AND a.duplicate_of IS NULL
                AND NOT EXISTS (SELECT 1 FROM invitation i WHERE i.application_id = a.id)
                AND NOT EXISTS (SELECT 1 FROM outcome o WHERE o.application_id = a.id)
                AND NOT EXISTS (SELECT 1 FROM withdrawal v WHERE v.application_id = a.id)
            ORDER BY a.submitted_at DESC"
        ),
        args![own.person()],
    )
    .await
}
