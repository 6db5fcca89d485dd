//! The SQL of one recommendation as its recommender writes it.

use crate::call::model::StoredAnswer;
use crate::recommendations::model::Recommendation;
use crate::recommendations::rules::Write;
use weft_kernel::clock::Time;
use weft_kernel::db::{Conn, Result};
use weft_kernel::ids::Id;
use weft_kernel::{args, sql};

/// The recommendation that a link opens, also one that was ended since: its page says so.
pub async fn by_token(conn: &mut Conn, token_hash: &str) -> Result<Option<Write>> {
    let found: Option<Recommendation> = conn
        .opt(
            sql!(
                "SELECT r.id AS id, r.season_id AS season_id, r.draft_id AS draft_id,
                    r.application_id AS application_id,
                    r.asker AS asker, r.name AS name, r.email AS email, r.relation AS relation, r.language AS language,
                    r.is_shown AS is_shown, r.named_at AS named_at, r.asked_at AS asked_at,
                    r.reminded_at AS reminded_at, r.opened_at AS opened_at, r.declined_at AS declined_at,
                    r.decline_reason AS decline_reason, r.sent_at AS sent_at, r.answers AS answers,
                    r.ended_at AS ended_at, r.revision AS revision
                FROM recommendation_key k
                JOIN recommendation r ON r.id = k.recommendation_id
                WHERE k.token_hash = $1"
            ),
            args![token_hash],
        )
        .await?;
    Ok(found.map(Write::opened))
}

/// Whether the application was withdrawn.
pub async fn is_withdrawn(conn: &mut Conn, application: Option<&Id>) -> Result<bool> {
    let (n,): (i64,) =
        conn.one(sql!("SELECT COUNT(*) FROM withdrawal WHERE application_id = $1"), args![application]).await?;
    Ok(n > 0)
}

/// The slug of the season that a recommendation is for.
pub async fn season_slug(conn: &mut Conn, season: &Id) -> Result<Option<String>> {
    let found: Option<(String,)> = conn.opt(sql!("SELECT slug FROM season WHERE id = $1"), args![season]).await?;
    Ok(found.map(|(s,)| s))
}

/// Notes that its page was opened by whoever is to write it; one that was declined is open again. `false` when nothing
/// changed.
pub(in crate::recommendations) async fn open(conn: &mut Conn, own: &Write, now: Time) -> Result<bool> {
    let sql = sql!(
        "UPDATE recommendation
        SET opened_at = COALESCE(opened_at, $2), declined_at = NULL, decline_reason = NULL
        WHERE id = $1 AND ended_at IS NULL AND (opened_at IS NULL OR declined_at IS NOT NULL)"
    );
    Ok(conn.run(sql, args![&own.it().id, now]).await? > 0)
}

pub(in crate::recommendations) async fn decline(
    conn: &mut Conn,
    own: &Write,
    reason: Option<&str>,
    now: Time,
) -> Result<bool> {
    let sql = sql!(
        "UPDATE recommendation
        SET declined_at = $2, decline_reason = $3
        WHERE id = $1 AND ended_at IS NULL AND sent_at IS NULL AND declined_at IS NULL"
    );
    Ok(conn.run(sql, args![&own.it().id, now, reason]).await? > 0)
}

pub async fn written(conn: &mut Conn, own: &Write) -> Result<Vec<StoredAnswer>> {
    conn.all(
        sql!("SELECT question, value, revision FROM recommendation_answer WHERE recommendation_id = $1"),
        args![&own.it().id],
    )
    .await
}

/// The next revision of one that is open.
pub(in crate::recommendations) async fn next_revision(conn: &mut Conn, own: &Write) -> Result<Option<i64>> {
    let found: Option<(i64,)> = conn
        .opt(
            sql!(
                "UPDATE recommendation
                SET revision = revision + 1
                WHERE id = $1 AND ended_at IS NULL AND declined_at IS NULL RETURNING revision"
            ),
            args![&own.it().id],
        )
        .await?;
    Ok(found.map(|(r,)| r))
}

/// Writes an answer unless another page has changed it after `seen`. `false` when one has.
pub(in crate::recommendations) async fn set_answer(
    conn: &mut Conn,
    own: &Write,
    question: &str,
    value: &str,
    seen: i64,
    revision: i64,
) -> Result<bool> {
    let sql = sql!(
        "INSERT INTO recommendation_answer (recommendation_id, question, value, revision)
        VALUES ($1, $2, $3, $5)
        ON CONFLICT (recommendation_id, question) DO UPDATE SET value = excluded.value, revision = excluded.revision
        WHERE recommendation_answer.revision <= $4 OR recommendation_answer.value = excluded.value"
    );
    Ok(conn.run(sql, args![&own.it().id, question, value, seen, revision]).await? > 0)
}

/// Holds one that is open for the rest of the transaction; with what was sent before, as it is stored.
pub(in crate::recommendations) async fn hold(conn: &mut Conn, own: &Write) -> Result<Option<(Option<String>,)>> {
    let sql = sql!(
        "UPDATE recommendation
        SET revision = revision
        WHERE id = $1 AND ended_at IS NULL AND declined_at IS NULL RETURNING answers"
    );
    conn.opt(sql, args![&own.it().id]).await
}

pub(in crate::recommendations) async fn send(conn: &mut Conn, own: &Write, answers: &str, now: Time) -> Result<()> {
    conn.run(
        sql!("UPDATE recommendation SET sent_at = $2, answers = $3 WHERE id = $1"),
        args![&own.it().id, now, answers],
    )
    .await
    .map(drop)
}
