//! The SQL of whom an applicant named, and of the emails to them.

use crate::recommendations::model::Recommendation;
use crate::recommendations::rules::Naming;
use weft_kernel::Kernel;
use weft_kernel::clock::Time;
use weft_kernel::db::{Conn, Result};
use weft_kernel::ids::Id;
use weft_kernel::{args, sql};
use weft_people::model::norm_email;

/// Whom an applicant has named, the first first; those they removed are not among them.
pub async fn named_by(conn: &mut Conn, own: &Naming) -> Result<Vec<Recommendation>> {
    conn.all(
        sql!(
            "SELECT r.id AS id, r.season_id AS season_id, r.draft_id AS draft_id, r.application_id AS application_id,
                    r.asker AS asker, r.name AS name, r.email AS email, r.relation AS relation, r.language AS language,
                    r.is_shown AS is_shown, r.named_at AS named_at, r.asked_at AS asked_at,
                    r.reminded_at AS reminded_at, r.opened_at AS opened_at, r.declined_at AS declined_at,
                    r.decline_reason AS decline_reason, r.sent_at AS sent_at, r.answers AS answers,
                    r.ended_at AS ended_at, r.revision AS revision
            FROM recommendation r
            WHERE r.draft_id = $1 AND r.ended_at IS NULL
            ORDER BY r.named_at, r.id"
        ),
        args![own.id()],
    )
    .await
}

/// How many people an applicant has named in all, those removed among them.
pub(in crate::recommendations) async fn named_in_all(conn: &mut Conn, own: &Naming) -> Result<i64> {
    let (n,): (i64,) =
        conn.one(sql!("SELECT COUNT(*) FROM recommendation WHERE draft_id = $1"), args![own.id()]).await?;
    Ok(n)
}

/// Someone who is named now.
#[derive(Clone, Debug)]
pub struct New {
    pub asker: String,
    pub name: String,
    pub email: String,
    pub relation: String,
    pub language: weft_kernel::i18n::Lang,
}

pub(in crate::recommendations) async fn insert(
    kernel: &Kernel,
    conn: &mut Conn,
    own: &Naming,
    new: &New,
    is_shown: bool,
) -> Result<Id> {
    let id = kernel.id();
    conn.run(
        sql!(
            "INSERT INTO recommendation (
                id, season_id, draft_id, application_id, asker, name, email, norm, relation, language, is_shown,
                    named_at, revision, is_by_team
            )
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 0, $13)"
        ),
        args![
            &id,
            own.season(),
            own.id(),
            own.application(),
            &new.asker,
            &new.name,
            &*weft_kernel::address::typed(&new.email),
            norm_email(&new.email),
            &new.relation,
            new.language.tag(),
            is_shown,
            kernel.now(),
            own.is_by_team()
        ],
    )
    .await?;
    Ok(id)
}

/// Ends one that has not come in: its links say so, and what was begun is forgotten.
pub(in crate::recommendations) async fn end(conn: &mut Conn, own: &Naming, id: &Id, now: Time) -> Result<bool> {
    let sql = sql!(
        "UPDATE recommendation
        SET ended_at = $3
        WHERE id = $1 AND draft_id = $2 AND sent_at IS NULL AND ended_at IS NULL"
    );
    if conn.run(sql, args![id, own.id(), now]).await? == 0 {
        return Ok(false);
    }
    conn.run(sql!("DELETE FROM recommendation_answer WHERE recommendation_id = $1"), args![id]).await?;
    Ok(true)
}

/// A link that is sent to a recommender.
pub(in crate::recommendations) async fn insert_key(
    kernel: &Kernel,
    conn: &mut Conn,
    id: &Id,
    token_hash: &str,
) -> Result<()> {
    conn.run(
        sql!("INSERT INTO recommendation_key (token_hash, recommendation_id, made_at) VALUES ($1, $2, $3)"),
        args![token_hash, id, kernel.now()],
    )
    .await
    .map(drop)
}

/// Marks that the first email is written. `false` when it was before.
pub(in crate::recommendations) async fn mark_asked(conn: &mut Conn, id: &Id, now: Time) -> Result<bool> {
    let sql = sql!("UPDATE recommendation SET asked_at = $2 WHERE id = $1 AND asked_at IS NULL AND ended_at IS NULL");
    Ok(conn.run(sql, args![id, now]).await? > 0)
}

/// Marks a reminder to someone who has not answered and was last written to before `before`.
pub(in crate::recommendations) async fn mark_reminded(
    conn: &mut Conn,
    id: &Id,
    before: Time,
    now: Time,
) -> Result<bool> {
    let sql = sql!(
        "UPDATE recommendation
        SET reminded_at = $3
        WHERE id = $1
            AND COALESCE(reminded_at, asked_at) <= $2
            AND sent_at IS NULL
            AND declined_at IS NULL
            AND ended_at IS NULL"
    );
    Ok(conn.run(sql, args![id, before, now]).await? > 0)
}

/// Those named by applicants whose address is confirmed by now, or for whom the team entered the application or named
/// them, to whom nothing was sent yet; while the last day is not over.
pub(in crate::recommendations) async fn waiting(conn: &mut Conn, now: Time) -> Result<Vec<Recommendation>> {
    conn.all(
        sql!(
            "SELECT r.id AS id, r.season_id AS season_id, r.draft_id AS draft_id, r.application_id AS application_id,
                    r.asker AS asker, r.name AS name, r.email AS email, r.relation AS relation, r.language AS language,
                    r.is_shown AS is_shown, r.named_at AS named_at, r.asked_at AS asked_at,
                    r.reminded_at AS reminded_at, r.opened_at AS opened_at, r.declined_at AS declined_at,
                    r.decline_reason AS decline_reason, r.sent_at AS sent_at, r.answers AS answers,
                    r.ended_at AS ended_at, r.revision AS revision
            FROM recommendation r
            JOIN recommendation_plan p ON p.season_id = r.season_id AND p.due_at >= $1
            LEFT JOIN draft d ON d.id = r.draft_id
            WHERE r.asked_at IS NULL
                AND r.ended_at IS NULL
                AND (
                    d.proved_at IS NOT NULL
                        OR d.entered_by IS NOT NULL
                        OR r.is_by_team = 1
                        OR (d.id IS NULL AND r.application_id IS NOT NULL)
                )
                AND NOT EXISTS (SELECT 1 FROM withdrawal w WHERE w.application_id = r.application_id)
            ORDER BY r.named_at, r.id"
        ),
        args![now],
    )
    .await
}

/// Those who have not answered, of seasons whose last day is near: due after `now` and by `until`, last written to
/// before `before`.
pub(in crate::recommendations) async fn due_soon(
    conn: &mut Conn,
    now: Time,
    until: Time,
    before: Time,
) -> Result<Vec<Recommendation>> {
    conn.all(
        sql!(
            "SELECT r.id AS id, r.season_id AS season_id, r.draft_id AS draft_id, r.application_id AS application_id,
                    r.asker AS asker, r.name AS name, r.email AS email, r.relation AS relation, r.language AS language,
                    r.is_shown AS is_shown, r.named_at AS named_at, r.asked_at AS asked_at,
                    r.reminded_at AS reminded_at, r.opened_at AS opened_at, r.declined_at AS declined_at,
                    r.decline_reason AS decline_reason, r.sent_at AS sent_at, r.answers AS answers,
                    r.ended_at AS ended_at, r.revision AS revision
            FROM recommendation r
            JOIN recommendation_plan p ON p.season_id = r.season_id AND p.due_at >= $1 AND p.due_at <= $2
            WHERE COALESCE(r.reminded_at, r.asked_at) <= $3
                AND r.sent_at IS NULL
                AND r.declined_at IS NULL
                AND r.ended_at IS NULL
                AND NOT EXISTS (SELECT 1 FROM withdrawal w WHERE w.application_id = r.application_id)
            ORDER BY r.named_at, r.id"
        ),
        args![now, until, before],
    )
    .await
}

/// Forgets those named in drafts that were never sent and are gone.
pub(in crate::recommendations) async fn sweep(conn: &mut Conn) -> Result<()> {
    for sql in [
        sql!(
            "DELETE FROM recommendation_answer
            WHERE recommendation_id IN (
                SELECT r.id
                FROM recommendation r
                WHERE r.application_id IS NULL AND NOT EXISTS (SELECT 1 FROM draft d WHERE d.id = r.draft_id)
            )"
        ),
        sql!(
            "DELETE FROM recommendation_key
            WHERE recommendation_id IN (
                SELECT r.id
                FROM recommendation r
                WHERE r.application_id IS NULL AND NOT EXISTS (SELECT 1 FROM draft d WHERE d.id = r.draft_id)
            )"
        ),
        sql!(
            "DELETE FROM recommendation
            WHERE application_id IS NULL
                AND NOT EXISTS (SELECT 1 FROM draft d WHERE d.id = recommendation.draft_id)"
        ),
    ] {
        conn.run(sql, args![]).await?;
    }
    Ok(())
}
