//! The SQL of invitations and their answers.

use crate::selection::model::{Answer, InvitationLine, Offered, Outcome};
use crate::selection::rules::{Choose, OwnInvitation, SeeSelection};
use weft_kernel::Kernel;
use weft_kernel::clock::Time;
use weft_kernel::db::{Conn, Result};
use weft_kernel::ids::Id;
use weft_kernel::{args, sql};
use weft_people::rules::OwnRecord;

weft_kernel::row! {
    /// `is_settled`: has a seat, has answered, or has an invitation that waits for its answer.
    pub(in crate::selection) struct Invitee {
        id: Id,
        person_id: Id,
        display_name: String,
        language: String,
        has_invitation: bool,
        is_settled: bool,
    }
}

pub(in crate::selection) async fn invitee(
    conn: &mut Conn,
    permit: &Choose,
    external_id: &str,
    now: Time,
) -> Result<Option<Invitee>> {
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

/// Who needs no invitation when a cohort is confirmed: people who withdrew, have a seat, have answered, or whose
/// invitation waits for its answer. By their number.
pub(in crate::selection) async fn settled(conn: &mut Conn, permit: &SeeSelection, now: Time) -> Result<Vec<String>> {
    let all: Vec<(String,)> = conn
        .all(
            sql!(
                "SELECT a.external_id
            FROM application a
            WHERE a.season_id = $1
                AND (
                    EXISTS (SELECT 1 FROM withdrawal v WHERE v.application_id = a.id)
                    OR EXISTS (SELECT 1 FROM member m WHERE m.application_id = a.id)
                    OR EXISTS (
                        SELECT 1
                        FROM invitation i
                        LEFT JOIN invitation_answer n ON n.invitation_id = i.id
                        WHERE i.application_id = a.id AND (n.answer IS NOT NULL OR i.expires_at > $2)
                    )
                )
            ORDER BY 1"
            ),
            args![permit.season(), now],
        )
        .await?;
    Ok(all.into_iter().map(|(id,)| id).collect())
}

/// How many applicants were ever invited or have a seat.
pub(in crate::selection) async fn invited(conn: &mut Conn, permit: &SeeSelection) -> Result<i64> {
    let (n,): (i64,) = conn
        .one(
            sql!(
                "SELECT COUNT(*)
                FROM application a
                WHERE a.season_id = $1
                    AND (
                        EXISTS (SELECT 1 FROM invitation i WHERE i.application_id = a.id)
                        OR EXISTS (SELECT 1 FROM member m WHERE m.application_id = a.id)
                    )"
            ),
            args![permit.season()],
        )
        .await?;
    Ok(n)
}

pub(in crate::selection) struct NewInvitation<'a> {
    pub application: &'a Id,
    pub run: &'a Id,
    pub token_hash: &'a str,
    pub seat_from: &'a str,
    pub expires: Time,
    pub mailed_to: Option<&'a str>,
}

pub(in crate::selection) async fn insert_invitation(
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
pub(in crate::selection) async fn renew_invitation(
    kernel: &Kernel,
    conn: &mut Conn,
    permit: &Choose,
    new: &NewInvitation<'_>,
) -> Result<Option<Id>> {
    let renewed: Option<(Id,)> = conn
        .opt(
            sql!(
                "UPDATE invitation
                SET token_hash = $3, run_id = $4, created_at = $5, expires_at = $6, mailed_to = $7, canceled_at = NULL
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

pub(in crate::selection) async fn insert_outcome(
    kernel: &Kernel,
    conn: &mut Conn,
    application: &Id,
    outcome: Outcome,
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
                n.at AS answered_at, i.canceled_at AS canceled_at,
                (
                    SELECT e.state
                    FROM outbox e
                    WHERE e.dedupe_key = 'invitation:' || i.id || ':' || i.run_id
                ) AS email
            FROM invitation i
            JOIN application a ON a.id = i.application_id
            JOIN person p ON p.id = a.person_id
            LEFT JOIN invitation_answer n ON n.invitation_id = i.id
            WHERE i.season_id = $1
            ORDER BY CASE WHEN n.answer IS NULL THEN 0 ELSE 1 END, p.sort_key, p.id"
        ),
        args![permit.season()],
    )
    .await
}

/// The invitation that a key opens, that of its first email or of the reminder of this time, which both went to one
/// address; or one that someone signed in calls their own. Only a key shows that its address is theirs.
pub async fn offered(
    conn: &mut Conn,
    token_hash: &str,
    own: Option<(&Id, &OwnRecord)>,
) -> Result<Option<OwnInvitation>> {
    let (id, person) = own.unzip();
    let offered: Option<Offered> = conn
        .opt(
            sql!(
            "SELECT i.id AS id, i.season_id AS season_id, i.application_id AS application_id, a.person_id AS person_id,
                a.external_id AS external_id, p.display_name AS display_name, s.slug AS season_slug,
                s.name AS season_name, g.name AS program_name, s.zone AS zone, s.starts_on AS starts_on,
                s.ends_on AS ends_on, i.seat_from AS seat_from, i.expires_at AS expires_at,
                i.canceled_at AS canceled_at, i.mailed_to AS mailed_to,
                CASE WHEN i.id = $2 THEN 0 ELSE 1 END AS is_by_link, n.answer AS answer, s.seats AS seats,
                COALESCE((SELECT f.beyond FROM filling f WHERE f.season_id = s.id), 0) AS over
            FROM invitation i
            JOIN application a ON a.id = i.application_id
            JOIN person p ON p.id = a.person_id
            JOIN season s ON s.id = i.season_id
            JOIN program g ON g.id = s.program_id
            LEFT JOIN invitation_answer n ON n.invitation_id = i.id
            WHERE i.id IN (
                SELECT j.id
                FROM invitation j
                WHERE j.token_hash = $1
                UNION
                SELECT k.invitation_id
                FROM invitation_reminder k
                JOIN invitation j ON j.id = k.invitation_id
                    AND (j.expires_at = k.expires_at OR j.canceled_at IS NOT NULL)
                WHERE k.token_hash = $1
                UNION
                SELECT o.id
                FROM invitation o
                JOIN application w ON w.id = o.application_id
                WHERE o.id = $2 AND w.person_id = $3
            )"
        ),
            args![token_hash, id, person.map(OwnRecord::person)],
        )
        .await?;
    Ok(offered.map(OwnInvitation::opened))
}

/// Answers an invitation once, in time. The first answer stands.
pub(in crate::selection) async fn answer(
    conn: &mut Conn,
    invitation: &Id,
    answer: Answer,
    note: Option<&str>,
    now: Time,
) -> Result<bool> {
    super::hold(conn, invitation).await?;
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
pub(in crate::selection) async fn take_seat(conn: &mut Conn, season: &Id) -> Result<bool> {
    Ok(conn
        .run(
            sql!("UPDATE season SET seats_taken = seats_taken + 1 WHERE id = $1 AND seats_taken < seats"),
            args![season],
        )
        .await?
        > 0)
}

pub(in crate::selection) async fn insert_member(kernel: &Kernel, conn: &mut Conn, o: &Offered) -> Result<()> {
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

weft_kernel::row! {
    /// An invitation whose answer is due soon.
    pub(in crate::selection) struct DueSoon {
        id: Id,
        person_id: Id,
        season_slug: String,
        display_name: String,
        language: String,
        mailed_to: String,
        expires_at: Time,
    }
}

/// Invitations that wait for their answer, were mailed, are due before `until`, were made before `made`, and whose
/// people were not reminded of this day yet.
pub(in crate::selection) async fn due_soon(
    conn: &mut Conn,
    now: Time,
    until: Time,
    made: Time,
) -> Result<Vec<DueSoon>> {
    conn.all(
        sql!(
            "SELECT i.id AS id, a.person_id AS person_id, s.slug AS season_slug, p.display_name AS display_name,
                a.language AS language, i.mailed_to AS mailed_to, i.expires_at AS expires_at
            FROM invitation i
            JOIN season s ON s.id = i.season_id
            JOIN application a ON a.id = i.application_id
            JOIN person p ON p.id = a.person_id
            WHERE i.expires_at > $1
                AND i.expires_at <= $2
                AND i.created_at <= $3
                AND i.mailed_to IS NOT NULL
                AND NOT EXISTS (SELECT 1 FROM invitation_answer n WHERE n.invitation_id = i.id)
                AND NOT EXISTS (SELECT 1 FROM member m WHERE m.application_id = a.id)
                AND NOT EXISTS (SELECT 1 FROM withdrawal v WHERE v.application_id = a.id)
                AND NOT EXISTS (
                    SELECT 1
                    FROM invitation_reminder r
                    WHERE r.invitation_id = i.id AND r.expires_at = i.expires_at
                )
            ORDER BY i.expires_at, i.id"
        ),
        args![now, until, made],
    )
    .await
}

/// Keeps that someone is reminded of their invitation, with the key of the link that goes out. `false` when they were
/// reminded before.
pub(in crate::selection) async fn mark_reminded(
    conn: &mut Conn,
    due: &DueSoon,
    token_hash: &str,
    now: Time,
) -> Result<bool> {
    Ok(conn
        .run(
            sql!(
                "INSERT INTO invitation_reminder (invitation_id, expires_at, token_hash, at)
                VALUES ($1, $2, $3, $4)
                ON CONFLICT (invitation_id, expires_at) DO NOTHING"
            ),
            args![&due.id, due.expires_at, token_hash, now],
        )
        .await?
        > 0)
}
