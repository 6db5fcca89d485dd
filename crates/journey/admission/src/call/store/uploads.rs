//! The SQL of files as answers: those that arrive, those that are kept, and how much there may be of them.

use crate::applications::rules::ReadPool;
use crate::call::model::Question;
use crate::call::rules::{MakeCall, OwnDraft};
use crate::call::uploads::Upload;
use weft_kernel::clock::Time;
use weft_kernel::db::{Conn, Json, Result};
use weft_kernel::i18n::Words;
use weft_kernel::ids::Id;
use weft_kernel::{args, sql};
use weft_people::rules::OwnRecord;

/// The file that answers a question of a draft now, if there is one that has arrived.
pub(in crate::call) async fn upload_of_question(
    conn: &mut Conn,
    own: &OwnDraft,
    question: &str,
) -> Result<Option<Upload>> {
    conn.opt(
        sql!(
            "SELECT id, question, label, media, bytes, received, may_be_heard, transcript, state, made_at
            FROM upload
            WHERE draft_id = $1 AND question = $2 AND state = 'ready' AND removed_at IS NULL
            ORDER BY made_at DESC, id DESC LIMIT 1"
        ),
        args![own.id(), question],
    )
    .await
}

/// One file of a draft; of changes, also one that was sent.
pub(in crate::call) async fn upload_of_draft(conn: &mut Conn, own: &OwnDraft, id: &Id) -> Result<Option<Upload>> {
    conn.opt(
        sql!(
            "SELECT id, question, label, media, bytes, received, may_be_heard, transcript, state, made_at
            FROM upload
            WHERE id = $2
                AND removed_at IS NULL
                AND (
                    draft_id = $1
                        OR application_id = (
                            SELECT d.application_id
                            FROM draft d
                            WHERE d.id = $1 AND d.changes_of IS NOT NULL
                        )
                )"
        ),
        args![own.id(), id],
    )
    .await
}

/// Files of an application, for those who read the pool.
pub(in crate::call) async fn uploads_of_application(
    conn: &mut Conn,
    permit: &ReadPool,
    external_id: &str,
) -> Result<Vec<Upload>> {
    conn.all(
        sql!(
            "SELECT u.id AS id, u.question AS question, u.label AS label, u.media AS media, u.bytes AS bytes,
                u.received AS received, u.may_be_heard AS may_be_heard, u.transcript AS transcript,
                u.state AS state, u.made_at AS made_at
            FROM upload u
            JOIN application a ON a.id = u.application_id
            WHERE a.season_id = $1 AND a.external_id = $2 AND u.state = 'ready' AND u.removed_at IS NULL
            ORDER BY u.made_at, u.id"
        ),
        args![permit.season(), external_id],
    )
    .await
}

/// All files of an application, whoever may see which.
pub(in crate::call) async fn uploads_for_anyone(conn: &mut Conn, application: &Id) -> Result<Vec<Upload>> {
    conn.all(
        sql!(
            "SELECT id, question, label, media, bytes, received, may_be_heard, transcript, state, made_at
            FROM upload
            WHERE application_id = $1 AND state = 'ready' AND removed_at IS NULL
            ORDER BY made_at, id"
        ),
        args![application],
    )
    .await
}

/// Files of a season's applications: whose, of which question, of which kind, whether a recording may be heard.
pub(in crate::call) async fn uploads_of_season(
    conn: &mut Conn,
    season: &Id,
) -> Result<Vec<(Id, String, String, bool)>> {
    conn.all(
        sql!(
            "SELECT a.id, u.question, u.media, u.may_be_heard
            FROM upload u
            JOIN application a ON a.id = u.application_id
            WHERE a.season_id = $1 AND u.state = 'ready' AND u.removed_at IS NULL"
        ),
        args![season],
    )
    .await
}

/// A person's files that have arrived: what they are and their ids.
pub async fn uploads_of_person(conn: &mut Conn, own: &OwnRecord) -> Result<Vec<(Id, String)>> {
    conn.all(
        sql!(
            "SELECT u.id, u.media
            FROM upload u
            LEFT JOIN application a ON a.id = u.application_id
            LEFT JOIN draft d ON d.id = u.draft_id
            WHERE u.state = 'ready'
                AND u.removed_at IS NULL
                AND (
                    a.person_id = $1
                        OR (
                            u.application_id IS NULL
                                AND d.proved_at IS NOT NULL
                                AND d.email_norm IN (
                                    SELECT norm
                                    FROM contact_point
                                    WHERE person_id = $1 AND kind = 'email' AND until IS NULL AND is_apart = 0
                                )
                        )
                )
            ORDER BY u.made_at, u.id"
        ),
        args![own.person()],
    )
    .await
}

/// A file that is to come, and how much there may be with it.
pub(in crate::call) struct NewUpload<'a> {
    pub id: &'a Id,
    pub question: &'a Question,
    pub size: i64,
    pub most_files: i32,
    pub most_bytes: i64,
    /// Someone stands for its draft, so it does not count among the files of drafts that nobody has proved.
    pub is_vouched: bool,
    pub most_unproved: i64,
}

/// Makes room for a file, if there is room for it.
pub(in crate::call) async fn insert_upload(
    conn: &mut Conn,
    own: &OwnDraft,
    new: &NewUpload<'_>,
    now: Time,
) -> Result<bool> {
    Ok(conn
        .run(
            sql!(
                "INSERT INTO upload (id, season_id, draft_id, question, label, media, bytes, received, state, made_at)
                SELECT CAST($1 AS TEXT), CAST($2 AS TEXT), CAST($3 AS TEXT), CAST($4 AS TEXT), CAST($5 AS TEXT), '',
                    CAST($6 AS BIGINT), 0, 'receiving', CAST($7 AS BIGINT)
                WHERE (SELECT COUNT(*) FROM upload WHERE draft_id = $3) < $8
                    AND (
                        SELECT CAST(COALESCE(SUM(bytes), 0) AS BIGINT)
                        FROM upload
                        WHERE draft_id = $3 AND removed_at IS NULL
                    )
                        + $6 <= $9
                    AND (
                        $10 = 1
                            OR (
                                SELECT CAST(COALESCE(SUM(u.bytes), 0) AS BIGINT)
                                FROM upload u
                                JOIN draft d ON d.id = u.draft_id
                                WHERE u.removed_at IS NULL AND d.proved_at IS NULL AND d.entered_by IS NULL
                            )
                                + $6 <= $11
                    )"
            ),
            args![
                new.id,
                &own.draft().season_id,
                own.id(),
                &new.question.id,
                new.question.label.json(),
                new.size,
                now,
                new.most_files,
                new.most_bytes,
                new.is_vouched,
                new.most_unproved
            ],
        )
        .await?
        > 0)
}

/// Holds a draft that was not sent, and says whether someone stands for it.
pub(in crate::call) async fn hold_for_upload(conn: &mut Conn, own: &OwnDraft, now: Time) -> Result<Option<bool>> {
    let found: Option<(bool,)> = conn
        .opt(
            sql!(
                "UPDATE draft
                SET saved_at = $2
                WHERE id = $1 AND submitted_at IS NULL
                RETURNING CAST(CASE WHEN proved_at IS NULL AND entered_by IS NULL THEN 0 ELSE 1 END AS BIGINT)"
            ),
            args![own.id(), now],
        )
        .await?;
    Ok(found.map(|(vouched,)| vouched))
}

/// Files of a draft, taken out ones included until they are swept, and bytes it holds.
pub(in crate::call) async fn room_taken(conn: &mut Conn, own: &OwnDraft) -> Result<(i64, i64)> {
    conn.one(
        sql!(
            "SELECT COUNT(*), CAST(COALESCE(SUM(CASE WHEN removed_at IS NULL THEN bytes END), 0) AS BIGINT)
            FROM upload
            WHERE draft_id = $1"
        ),
        args![own.id()],
    )
    .await
}

/// Moves the mark up to which a file is here, if it stands at `offset`.
pub(in crate::call) async fn move_received(conn: &mut Conn, id: &Id, offset: i64, by: i64) -> Result<bool> {
    Ok(conn
        .run(
            sql!(
                "UPDATE upload
                SET received = received + $3
                WHERE id = $1 AND received = $2 AND state = 'receiving' AND removed_at IS NULL"
            ),
            args![id, offset, by],
        )
        .await?
        > 0)
}

/// A file is here whole and has so many bytes.
pub(in crate::call) async fn set_received(conn: &mut Conn, id: &Id, bytes: i64) -> Result<()> {
    conn.run(
        sql!("UPDATE upload SET bytes = $2, received = $2 WHERE id = $1 AND state = 'receiving'"),
        args![id, bytes],
    )
    .await
    .map(drop)
}

/// Gives the room back of a file that did not come.
pub(in crate::call) async fn delete_receiving(conn: &mut Conn, id: &Id) -> Result<()> {
    conn.run(sql!("DELETE FROM upload WHERE id = $1 AND state = 'receiving'"), args![id]).await.map(drop)
}

/// Marks a file that cannot be kept as taken out.
pub(in crate::call) async fn take_out_receiving(conn: &mut Conn, id: &Id, now: Time) -> Result<()> {
    conn.run(
        sql!("UPDATE upload SET removed_at = $2 WHERE id = $1 AND state = 'receiving' AND removed_at IS NULL"),
        args![id, now],
    )
    .await
    .map(drop)
}

/// A file was checked and cleaned, and is kept. `false` when it was kept or taken out before.
pub(in crate::call) async fn set_ready(conn: &mut Conn, id: &Id, mime: &str, bytes: i64) -> Result<bool> {
    let sql = sql!(
        "UPDATE upload
        SET state = 'ready', media = $2, bytes = $3, received = $3
        WHERE id = $1 AND state = 'receiving' AND removed_at IS NULL"
    );
    Ok(conn.run(sql, args![id, mime, bytes]).await? > 0)
}

/// Marks the files as taken out that answered a question before `kept` did; which those are.
pub(in crate::call) async fn take_out_replaced(
    conn: &mut Conn,
    own: &OwnDraft,
    question: &str,
    kept: &Id,
    now: Time,
) -> Result<Vec<(Id,)>> {
    conn.all(
        sql!(
            "UPDATE upload
            SET removed_at = $3
            WHERE draft_id = $1
                AND question = $2
                AND id <> $4
                AND state = 'ready'
                AND removed_at IS NULL
                AND application_id IS NULL
            RETURNING id"
        ),
        args![own.id(), question, now, kept],
    )
    .await
}

pub(in crate::call) async fn is_kept(conn: &mut Conn, id: &Id) -> Result<bool> {
    let (kept,): (i64,) = conn
        .one(sql!("SELECT COUNT(*) FROM upload WHERE id = $1 AND state = 'ready' AND removed_at IS NULL"), args![id])
        .await?;
    Ok(kept > 0)
}

/// Marks the files of a question as taken out, unless they were sent; which those are.
pub(in crate::call) async fn take_out_all(
    conn: &mut Conn,
    own: &OwnDraft,
    question: &str,
    now: Time,
) -> Result<Vec<(Id,)>> {
    conn.all(
        sql!(
            "UPDATE upload
            SET removed_at = $3
            WHERE draft_id = $1 AND question = $2 AND removed_at IS NULL AND application_id IS NULL
            RETURNING id"
        ),
        args![own.id(), question, now],
    )
    .await
}

/// Whether readers may hear or see a recording themselves; at once, also one that was sent.
pub(in crate::call) async fn set_may_be_heard(
    conn: &mut Conn,
    own: &OwnDraft,
    question: &str,
    may: bool,
) -> Result<()> {
    conn.run(
        sql!(
            "UPDATE upload
            SET may_be_heard = $3
            WHERE question = $2
                AND removed_at IS NULL
                AND (
                    draft_id = $1
                        OR application_id = (
                            SELECT d.application_id
                            FROM draft d
                            WHERE d.id = $1 AND d.changes_of IS NOT NULL
                        )
                )"
        ),
        args![own.id(), question, may],
    )
    .await
    .map(drop)
}

/// On sending: the files of a draft become the application's. What has not arrived whole by then goes with the next
/// sweep.
pub(in crate::call) async fn hand_over_uploads(conn: &mut Conn, own: &OwnDraft, application: &Id) -> Result<()> {
    conn.run(
        sql!("UPDATE upload SET application_id = $2 WHERE draft_id = $1 AND state = 'ready' AND removed_at IS NULL"),
        args![own.id(), application],
    )
    .await?;
    conn.run(
        sql!(
            "UPDATE upload
            SET removed_at = 1
            WHERE draft_id = $1 AND application_id IS NULL AND removed_at IS NULL"
        ),
        args![own.id()],
    )
    .await
    .map(drop)
}

/// Holds the answers of an application for the rest of the transaction.
pub(in crate::call) async fn hold_answers(conn: &mut Conn, permit: &MakeCall, external_id: &str) -> Result<()> {
    conn.run(
        sql!("UPDATE application SET answers = answers WHERE season_id = $1 AND external_id = $2"),
        args![permit.season(), external_id],
    )
    .await
    .map(drop)
}

/// The application of a recording and its answers, and the recording's question with its label, unless the application
/// was erased.
pub(in crate::call) async fn recording(
    conn: &mut Conn,
    permit: &MakeCall,
    external_id: &str,
    id: &Id,
) -> Result<Option<(Id, String, String, Json<Words>)>> {
    conn.opt(
        sql!(
            "SELECT a.id, a.answers, u.question, u.label
            FROM upload u
            JOIN application a ON a.id = u.application_id
            WHERE a.season_id = $1
                AND a.external_id = $2
                AND u.id = $3
                AND u.removed_at IS NULL
                AND NOT EXISTS (SELECT 1 FROM erasure e WHERE e.application_id = a.id)"
        ),
        args![permit.season(), external_id, id],
    )
    .await
}

/// Writes the answers of an application that [`recording`] found.
pub(in crate::call) async fn set_answers(conn: &mut Conn, application: &Id, answers: &str) -> Result<()> {
    conn.run(sql!("UPDATE application SET answers = $2 WHERE id = $1"), args![application, answers]).await.map(drop)
}

/// Writes down what is said in a recording that [`recording`] found.
pub(in crate::call) async fn set_transcript(conn: &mut Conn, id: &Id, text: &str, by: &Id, now: Time) -> Result<()> {
    conn.run(
        sql!("UPDATE upload SET transcript = $2, transcript_by = $3, transcript_at = $4 WHERE id = $1"),
        args![id, text, by, now],
    )
    .await
    .map(drop)
}

/// Takes files out of drafts that nobody proved or sent and that were last saved before `before`; their answers are
/// empty again.
pub(in crate::call) async fn forget_unproved(conn: &mut Conn, before: Time, now: Time) -> Result<()> {
    conn.run(
        sql!(
            "UPDATE draft_answer
            SET value = '[]'
            WHERE EXISTS (
                SELECT 1
                FROM upload u
                JOIN draft d ON d.id = u.draft_id
                WHERE u.draft_id = draft_answer.draft_id
                    AND u.question = draft_answer.question
                    AND u.removed_at IS NULL
                    AND d.proved_at IS NULL
                    AND d.entered_by IS NULL
                    AND d.submitted_at IS NULL
                    AND d.saved_at < $1
            )"
        ),
        args![before],
    )
    .await?;
    conn.run(
        sql!(
            "UPDATE upload
            SET removed_at = $2
            WHERE removed_at IS NULL
                AND application_id IS NULL
                AND draft_id IN (
                    SELECT id
                    FROM draft
                    WHERE proved_at IS NULL AND entered_by IS NULL AND submitted_at IS NULL AND saved_at < $1
                )"
        ),
        args![before, now],
    )
    .await
    .map(drop)
}

/// Some of the files that were taken out, or began to arrive before `before` and never did.
pub(in crate::call) async fn uploads_to_delete(conn: &mut Conn, before: Time) -> Result<Vec<(Id,)>> {
    conn.all(
        sql!(
            "SELECT id
            FROM upload
            WHERE removed_at IS NOT NULL OR (state = 'receiving' AND made_at < $1) LIMIT 200"
        ),
        args![before],
    )
    .await
}

/// Forgets a file that was deleted.
pub(in crate::call) async fn delete_upload(conn: &mut Conn, id: &Id) -> Result<()> {
    conn.run(sql!("DELETE FROM upload WHERE id = $1"), args![id]).await.map(drop)
}
