//! The SQL of selection.

use super::model::{GoalSet, InvitationLine, Mark, Offered, Run, RunLine};
use super::rules::{Choose, SeeSelection};
use crate::kernel::Kernel;
use crate::kernel::clock::Time;
use crate::kernel::db::{Conn, Result};
use crate::kernel::ids::Id;
use crate::{args, sql};

pub async fn goals(conn: &mut Conn, season: &Id) -> Result<Option<GoalSet>> {
    conn.opt(
        sql!("SELECT g.id AS id, g.version AS version, g.goals AS goals, p.display_name AS protected_by, g.protected_reason AS protected_reason, g.created_at AS created_at FROM goal_set g LEFT JOIN person p ON p.id = g.protected_by WHERE g.season_id = $1 ORDER BY g.version DESC LIMIT 1"),
        args![season],
    )
    .await
}

/// Adds a version of the goals. Earlier ones stay for the record.
pub(super) async fn insert_goals(kernel: &Kernel, conn: &mut Conn, permit: &Choose, goals: &str, protected: Option<(&Id, &str)>, by: Option<&Id>) -> Result<()> {
    conn.run(
        sql!("INSERT INTO goal_set (id, season_id, version, goals, protected_by, protected_reason, created_by, created_at) SELECT CAST($1 AS TEXT), CAST($2 AS TEXT), COALESCE(MAX(version), 0) + 1, CAST($3 AS TEXT), CAST($4 AS TEXT), CAST($5 AS TEXT), CAST($6 AS TEXT), CAST($7 AS BIGINT) FROM goal_set WHERE season_id = $2"),
        args![kernel.id(), permit.season(), goals, protected.map(|p| p.0), protected.map(|p| p.1), by, kernel.now()],
    )
    .await
    .map(drop)
}

pub(super) async fn insert_run(kernel: &Kernel, conn: &mut Conn, permit: &Choose, rule: &str, hash: &str, transcript: &str, by: Option<&Id>) -> Result<Id> {
    let id = kernel.id();
    conn.run(
        sql!("INSERT INTO selection_run (id, season_id, rule, input_hash, transcript, created_by, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7)"),
        args![&id, permit.season(), rule, hash, transcript, by, kernel.now()],
    )
    .await?;
    Ok(id)
}

pub async fn runs(conn: &mut Conn, permit: &SeeSelection) -> Result<Vec<RunLine>> {
    conn.all(
        sql!("SELECT r.id AS id, r.rule AS rule, r.created_at AS created_at, r.confirmed_at AS confirmed_at, p.display_name AS actor FROM selection_run r LEFT JOIN person p ON p.id = r.created_by WHERE r.season_id = $1 ORDER BY r.id DESC LIMIT 30"),
        args![permit.season()],
    )
    .await
}

pub async fn run(conn: &mut Conn, permit: &SeeSelection, id: &Id) -> Result<Option<Run>> {
    conn.opt(sql!("SELECT id, rule, input_hash, transcript, created_at, confirmed_at FROM selection_run WHERE season_id = $1 AND id = $2"), args![permit.season(), id])
        .await
}

/// Who is locked or set aside, and why.
pub async fn marks(conn: &mut Conn, permit: &SeeSelection) -> Result<Vec<Mark>> {
    conn.all(
        sql!("SELECT a.external_id AS external_id, p.display_name AS display_name, m.mark AS mark, m.reason AS reason, b.display_name AS marked_by FROM selection_mark m JOIN application a ON a.id = m.application_id JOIN person p ON p.id = a.person_id LEFT JOIN person b ON b.id = m.by_id WHERE m.season_id = $1 ORDER BY p.display_name, a.external_id"),
        args![permit.season()],
    )
    .await
}

/// What stands beside an application for a run: `locked`, `aside`, or `invited` while an invitation waits for its answer.
pub async fn marked(conn: &mut Conn, season: &Id, now: Time) -> Result<Vec<(String, String)>> {
    conn.all(
        sql!("SELECT a.external_id, m.mark FROM selection_mark m JOIN application a ON a.id = m.application_id WHERE m.season_id = $1 UNION ALL SELECT a.external_id, 'invited' FROM invitation i JOIN application a ON a.id = i.application_id WHERE i.season_id = $1 AND i.expires_at > $2 AND NOT EXISTS (SELECT 1 FROM invitation_answer n WHERE n.invitation_id = i.id) AND NOT EXISTS (SELECT 1 FROM application_event v WHERE v.application_id = a.id AND v.kind = 'withdrawn') ORDER BY 1, 2"),
        args![season, now],
    )
    .await
}

/// Sets or replaces a mark. Returns whom it is about.
pub(super) async fn set_mark(conn: &mut Conn, permit: &Choose, external_id: &str, mark: &str, reason: &str, by: Option<&Id>, now: Time) -> Result<Option<Id>> {
    let found: Option<(Id,)> = conn
        .opt(
            sql!("INSERT INTO selection_mark (season_id, application_id, mark, reason, by_id, at) SELECT season_id, id, CAST($3 AS TEXT), CAST($4 AS TEXT), CAST($5 AS TEXT), CAST($6 AS BIGINT) FROM application WHERE season_id = $1 AND external_id = $2 ON CONFLICT (season_id, application_id) DO UPDATE SET mark = excluded.mark, reason = excluded.reason, by_id = excluded.by_id, at = excluded.at RETURNING application_id"),
            args![permit.season(), external_id, mark, reason, by, now],
        )
        .await?;
    Ok(found.map(|(id,)| id))
}

pub(super) async fn lift_mark(conn: &mut Conn, permit: &Choose, external_id: &str) -> Result<Option<Id>> {
    let found: Option<(Id,)> = conn
        .opt(
            sql!("DELETE FROM selection_mark WHERE season_id = $1 AND application_id IN (SELECT id FROM application WHERE season_id = $1 AND external_id = $2) RETURNING application_id"),
            args![permit.season(), external_id],
        )
        .await?;
    Ok(found.map(|(id,)| id))
}

/// Marks a run as the one invitations come from; only the first caller succeeds.
pub(super) async fn confirm(conn: &mut Conn, permit: &Choose, id: &Id, now: Time) -> Result<bool> {
    Ok(conn.run(sql!("UPDATE selection_run SET confirmed_at = $3 WHERE id = $1 AND season_id = $2 AND confirmed_at IS NULL"), args![id, permit.season(), now]).await? > 0)
}

crate::row! { pub(super) struct Invitee { id: Id, person_id: Id, display_name: String, language: String, has_invitation: bool } }

pub(super) async fn invitee(conn: &mut Conn, permit: &Choose, external_id: &str) -> Result<Option<Invitee>> {
    conn.opt(
        sql!("SELECT a.id AS id, a.person_id AS person_id, p.display_name AS display_name, p.language AS language, CASE WHEN EXISTS (SELECT 1 FROM invitation i WHERE i.application_id = a.id) OR EXISTS (SELECT 1 FROM member m WHERE m.application_id = a.id) THEN 1 ELSE 0 END AS has_invitation FROM application a JOIN person p ON p.id = a.person_id WHERE a.season_id = $1 AND a.external_id = $2 AND NOT EXISTS (SELECT 1 FROM application_event v WHERE v.application_id = a.id AND v.kind = 'withdrawn')"),
        args![permit.season(), external_id],
    )
    .await
}

pub(super) struct NewInvitation<'a> {
    pub application: &'a Id,
    pub run: &'a Id,
    pub token_hash: &'a str,
    pub seat_from: &'a str,
    pub expires: Time,
}

pub(super) async fn insert_invitation(kernel: &Kernel, conn: &mut Conn, permit: &Choose, new: &NewInvitation<'_>) -> Result<Option<Id>> {
    let id = kernel.id();
    let made = conn
        .run(
            sql!("INSERT INTO invitation (id, season_id, application_id, run_id, token_hash, seat_from, created_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (season_id, application_id) DO NOTHING"),
            args![&id, permit.season(), new.application, new.run, new.token_hash, new.seat_from, kernel.now(), new.expires],
        )
        .await?;
    Ok((made > 0).then_some(id))
}

/// Makes an invitation that ran out without an answer live again, under a new link.
pub(super) async fn renew_invitation(kernel: &Kernel, conn: &mut Conn, permit: &Choose, new: &NewInvitation<'_>) -> Result<Option<Id>> {
    let renewed: Option<(Id,)> = conn
        .opt(
            sql!("UPDATE invitation SET token_hash = $3, run_id = $4, created_at = $5, expires_at = $6 WHERE season_id = $1 AND application_id = $2 AND expires_at <= $5 AND NOT EXISTS (SELECT 1 FROM invitation_answer n WHERE n.invitation_id = invitation.id) RETURNING id"),
            args![permit.season(), new.application, new.token_hash, new.run, kernel.now(), new.expires],
        )
        .await?;
    Ok(renewed.map(|(id,)| id))
}

pub(super) async fn insert_outcome(kernel: &Kernel, conn: &mut Conn, application: &Id, outcome: &str, reason: &str, by: Option<&Id>) -> Result<()> {
    conn.run(
        sql!("INSERT INTO outcome (id, application_id, outcome, reason, actor_id, at) VALUES ($1, $2, $3, $4, $5, $6)"),
        args![kernel.id(), application, outcome, reason, by, kernel.now()],
    )
    .await
    .map(drop)
}

pub async fn invitations(conn: &mut Conn, permit: &SeeSelection) -> Result<Vec<InvitationLine>> {
    conn.all(
        sql!("SELECT i.id AS id, a.external_id AS external_id, p.display_name AS display_name, i.seat_from AS seat_from, i.created_at AS created_at, i.expires_at AS expires_at, n.answer AS answer, n.note AS note, n.at AS answered_at FROM invitation i JOIN application a ON a.id = i.application_id JOIN person p ON p.id = a.person_id LEFT JOIN invitation_answer n ON n.invitation_id = i.id WHERE i.season_id = $1 ORDER BY CASE WHEN n.answer IS NULL THEN 0 ELSE 1 END, p.display_name"),
        args![permit.season()],
    )
    .await
}

pub async fn offered(conn: &mut Conn, token_hash: &str) -> Result<Option<Offered>> {
    conn.opt(
        sql!("SELECT i.id AS id, i.season_id AS season_id, i.application_id AS application_id, a.person_id AS person_id, a.external_id AS external_id, p.display_name AS display_name, s.slug AS season_slug, s.name AS season_name, g.name AS program_name, s.zone AS zone, s.starts_on AS starts_on, s.ends_on AS ends_on, i.seat_from AS seat_from, i.expires_at AS expires_at, n.answer AS answer FROM invitation i JOIN application a ON a.id = i.application_id JOIN person p ON p.id = a.person_id JOIN season s ON s.id = i.season_id JOIN program g ON g.id = s.program_id LEFT JOIN invitation_answer n ON n.invitation_id = i.id WHERE i.token_hash = $1"),
        args![token_hash],
    )
    .await
}

/// Answers an invitation once, in time. The first answer stands.
pub(super) async fn answer(conn: &mut Conn, invitation: &Id, answer: &str, note: Option<&str>, now: Time) -> Result<bool> {
    Ok(conn
        .run(
            sql!("INSERT INTO invitation_answer (invitation_id, answer, note, at) SELECT id, CAST($2 AS TEXT), CAST($3 AS TEXT), CAST($4 AS BIGINT) FROM invitation WHERE id = $1 AND expires_at > $4 AND (CAST($2 AS TEXT) <> 'accepted' OR NOT EXISTS (SELECT 1 FROM application_event v WHERE v.application_id = invitation.application_id AND v.kind = 'withdrawn')) ON CONFLICT (invitation_id) DO NOTHING"),
            args![invitation, answer, note, now],
        )
        .await?
        > 0)
}

/// Takes one seat, if there is one: a single statement, so that the last seat goes to one person.
pub(super) async fn take_seat(conn: &mut Conn, season: &Id) -> Result<bool> {
    Ok(conn.run(sql!("UPDATE season SET seats_taken = seats_taken + 1 WHERE id = $1 AND seats_taken < seats"), args![season]).await? > 0)
}

pub(super) async fn insert_member(kernel: &Kernel, conn: &mut Conn, o: &Offered) -> Result<()> {
    conn.run(
        sql!("INSERT INTO member (id, season_id, person_id, application_id, seat_from, joined_at) VALUES ($1, $2, $3, $4, $5, $6)"),
        args![kernel.id(), &o.season_id, &o.person_id, &o.application_id, &o.seat_from, kernel.now()],
    )
    .await
    .map(drop)
}

pub(super) async fn has_confirmed(conn: &mut Conn, permit: &Choose) -> Result<bool> {
    let (n,): (i64,) = conn.one(sql!("SELECT COUNT(*) FROM selection_run WHERE season_id = $1 AND confirmed_at IS NOT NULL"), args![permit.season()]).await?;
    Ok(n > 0)
}
