//! The SQL of changing what was sent, and of its versions.

use crate::applications::model::{Answer, answers_json};
use crate::applications::rules::{FillPool, ReadPool};
use weft_kernel::clock::Time;
use weft_kernel::db::{Conn, Json, Result};
use weft_kernel::ids::Id;
use weft_kernel::{args, row, sql};

row! {
    /// What a change leaves as it is.
    pub(in crate::applications) struct Kept {
        person_id: Id,
        external_id: String,
        answer_format: Option<String>,
        late_reason: Option<String>,
    }
}

pub(in crate::applications) async fn kept(
    conn: &mut Conn,
    permit: &FillPool,
    application: &Id,
) -> Result<Option<Kept>> {
    conn.opt(
        sql!(
            "SELECT person_id, external_id, answer_format, late_reason
            FROM application
            WHERE season_id = $1 AND id = $2"
        ),
        args![permit.season(), application],
    )
    .await
}

/// What was written down of the recordings of an application: question and text.
pub(in crate::applications) async fn transcripts(conn: &mut Conn, application: &Id) -> Result<Vec<(String, String)>> {
    conn.all(
        sql!(
            "SELECT question, transcript
            FROM upload
            WHERE application_id = $1 AND removed_at IS NULL AND transcript IS NOT NULL"
        ),
        args![application],
    )
    .await
}

/// A version as it is written.
pub(in crate::applications) struct NewVersion<'a> {
    version: i64,
    at: Time,
    by: Option<&'a Id>,
    answers: String,
}

impl<'a> NewVersion<'a> {
    pub(in crate::applications) fn of(version: i64, at: Time, by: Option<&'a Id>, answers: &[Answer]) -> Self {
        Self { version, at, by, answers: answers_json(answers) }
    }
}

pub(in crate::applications) async fn insert_version(
    conn: &mut Conn,
    application: &Id,
    new: &NewVersion<'_>,
) -> Result<()> {
    conn.run(
        sql!(
            "INSERT INTO application_version (application_id, version, at, by_id, answers)
            VALUES ($1, $2, $3, $4, $5)"
        ),
        args![application, new.version, new.at, new.by, &new.answers],
    )
    .await
    .map(drop)
}

/// The number of the last version; 0 while an application was never changed.
pub(in crate::applications) async fn last_version(conn: &mut Conn, application: &Id) -> Result<i64> {
    let sql = sql!(
        "SELECT CAST(COALESCE(MAX(version), 0) AS BIGINT)
        FROM application_version
        WHERE application_id = $1"
    );
    Ok(conn.one::<(i64,)>(sql, args![application]).await?.0)
}

/// The answers of a version.
pub(in crate::applications) async fn version_of(
    conn: &mut Conn,
    application: &Id,
    version: i64,
) -> Result<Vec<Answer>> {
    let sql = sql!("SELECT answers FROM application_version WHERE application_id = $1 AND version = $2");
    Ok(conn.one::<(Json<Vec<Answer>>,)>(sql, args![application, version]).await?.0.0)
}

/// When an application was sent, and its answers, held for the rest of the transaction.
pub(in crate::applications) async fn answers_of(conn: &mut Conn, application: &Id) -> Result<(Time, Vec<Answer>)> {
    conn.run(sql!("UPDATE application SET answers = answers WHERE id = $1"), args![application]).await?;
    let sql = sql!("SELECT submitted_at, answers FROM application WHERE id = $1");
    let (at, answers): (Time, Json<Vec<Answer>>) = conn.one(sql, args![application]).await?;
    Ok((at, answers.0))
}

pub(in crate::applications) async fn set_answers(conn: &mut Conn, application: &Id, answers: &[Answer]) -> Result<()> {
    let sql = sql!("UPDATE application SET answers = $2 WHERE id = $1");
    conn.run(sql, args![application, answers_json(answers)]).await.map(drop)
}

/// The answers to later stages of a season's applications, by application.
pub(in crate::applications) async fn later_answers(
    conn: &mut Conn,
    permit: &FillPool,
) -> Result<std::collections::BTreeMap<Id, Vec<Answer>>> {
    // Held, so that a form that is submitted now comes before or after.
    let sql = sql!(
        "UPDATE application
        SET answers = answers
        WHERE season_id = $1 AND EXISTS (SELECT 1 FROM stage_entry e WHERE e.application_id = application.id)"
    );
    conn.run(sql, args![permit.season()]).await?;
    let all: Vec<(Id, Json<Vec<Answer>>)> = conn
        .all(
            sql!(
                "SELECT a.id, a.answers
                FROM application a
                WHERE a.season_id = $1
                    AND EXISTS (
                        SELECT 1
                        FROM stage_entry e
                        WHERE e.application_id = a.id AND e.submitted_at IS NOT NULL
                    )"
            ),
            args![permit.season()],
        )
        .await?;
    Ok(all.into_iter().map(|(id, all)| (id, all.0.into_iter().filter(|a| a.is_later).collect())).collect())
}

pub(in crate::applications) async fn mark_changed(conn: &mut Conn, application: &Id, now: Time) -> Result<()> {
    conn.run(sql!("UPDATE application SET changed_at = $2 WHERE id = $1"), args![application, now]).await.map(drop)
}

/// A withdrawal no longer counts, because the application was sent again.
pub(in crate::applications) async fn undo_withdrawal(conn: &mut Conn, application: &Id, now: Time) -> Result<bool> {
    let sql = sql!(
        "UPDATE application_event
        SET undone_at = $2
        WHERE application_id = $1 AND kind = 'withdrawn' AND undone_at IS NULL"
    );
    Ok(conn.run(sql, args![application, now]).await? > 0)
}

row! {
    /// One version of an application, and who entered it where the applicant did not.
    pub struct Version { version: i64, at: Time, by: Option<String>, answers: Json<Vec<Answer>> }
}

/// All versions, the first one first; none while the application was never changed.
pub(in crate::applications) async fn versions(
    conn: &mut Conn,
    permit: &ReadPool,
    external_id: &str,
) -> Result<Vec<Version>> {
    conn.all(
        sql!(
            "SELECT v.version AS version, v.at AS at, p.display_name AS by, v.answers AS answers
            FROM application_version v
            JOIN application a ON a.id = v.application_id
            LEFT JOIN person p ON p.id = v.by_id
            WHERE a.season_id = $1 AND a.external_id = $2
            ORDER BY v.version"
        ),
        args![permit.season(), external_id],
    )
    .await
}

/// Reviews of an application that count and were written before it last changed.
pub(in crate::applications) async fn older_reviews(conn: &mut Conn, application: &Id) -> Result<i64> {
    let sql = sql!(
        "SELECT COUNT(*)
        FROM read r
        JOIN application a ON a.id = r.application_id
        WHERE r.application_id = $1 AND r.state = 'counted' AND r.submitted_at < a.changed_at"
    );
    Ok(conn.one::<(i64,)>(sql, args![application]).await?.0)
}
