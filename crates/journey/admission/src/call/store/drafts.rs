//! The SQL of drafts: their keys, their answers, whose address they have.

use crate::call::model::{Draft, KeyKind, StoredAnswer};
use crate::call::rules::OwnDraft;
use weft_kernel::Kernel;
use weft_kernel::clock::Time;
use weft_kernel::db::{Conn, Result};
use weft_kernel::ids::Id;
use weft_kernel::{args, row, sql};
use weft_people::address::Mailed;
use weft_people::model::norm_email;

pub(in crate::call) async fn insert_draft(kernel: &Kernel, conn: &mut Conn, season: &Id, language: &str) -> Result<Id> {
    let (id, now) = (kernel.id(), kernel.now());
    conn.run(
        sql!(
            "INSERT INTO draft (id, season_id, language, revision, started_at, saved_at)
            VALUES ($1, $2, $3, 0, $4, $4)"
        ),
        args![&id, season, language, now],
    )
    .await?;
    Ok(id)
}

/// A key to a draft: of a browser, or in a link and then with the address that it is mailed to, normalized.
pub(in crate::call) async fn insert_key(
    kernel: &Kernel,
    conn: &mut Conn,
    draft: &Id,
    token_hash: &str,
    kind: KeyKind,
    mailed_to: Option<&str>,
) -> Result<()> {
    let sql = sql!(
        "INSERT INTO draft_key (token_hash, draft_id, kind, made_at, mailed_to)
        VALUES ($1, $2, $3, $4, $5)"
    );
    conn.run(sql, args![token_hash, draft, kind, kernel.now(), mailed_to]).await.map(drop)
}

/// Notes that someone of the team writes this draft for a person who answers by phone or on paper.
pub(in crate::call) async fn set_entered(conn: &mut Conn, draft: &Id, by: &Id, from: &str) -> Result<()> {
    conn.run(sql!("UPDATE draft SET entered_by = $2, entered_from = $3 WHERE id = $1"), args![draft, by, from])
        .await
        .map(drop)
}

/// The draft of a season that a key opens.
pub async fn by_key(conn: &mut Conn, season: &Id, token_hash: &str, kind: KeyKind) -> Result<Option<OwnDraft>> {
    let draft: Option<Draft> = conn
        .opt(
            sql!(
                "SELECT d.id AS id, d.season_id AS season_id, d.language AS language, d.email AS email,
                    d.revision AS revision, d.started_at AS started_at, d.saved_at AS saved_at,
                    d.submitted_at AS submitted_at, d.application_id AS application_id, d.external_id AS external_id,
                    d.late_reason AS late_reason, d.entered_by AS entered_by, d.entered_from AS entered_from,
                    d.proved_at AS proved_at, d.changes_of AS changes_of, d.dropped_at AS dropped_at,
                    d.stage AS stage
                FROM draft_key k
                JOIN draft d ON d.id = k.draft_id
                WHERE k.token_hash = $1 AND k.kind = $2 AND k.revoked_at IS NULL AND d.season_id = $3"
            ),
            args![token_hash, kind, season],
        )
        .await?;
    Ok(draft.map(OwnDraft::opened))
}

/// Every key but one stops working, also those of the other forms of the same application.
pub(in crate::call) async fn revoke_keys(conn: &mut Conn, own: &OwnDraft, but: &str, now: Time) -> Result<u64> {
    conn.run(
        sql!(
            "UPDATE draft_key
            SET revoked_at = $3
            WHERE token_hash <> $2
                AND revoked_at IS NULL
                AND (
                    draft_id = $1
                        OR draft_id IN (
                            SELECT x.id
                            FROM draft d
                            JOIN draft x ON x.application_id = d.application_id
                            WHERE d.id = $1
                        )
                )"
        ),
        args![own.id(), but, now],
    )
    .await
}

/// Every browser but two is shut out; links go on working.
pub(in crate::call) async fn revoke_browsers(
    conn: &mut Conn,
    own: &OwnDraft,
    but: &[&str; 2],
    now: Time,
) -> Result<u64> {
    let sql = sql!(
        "UPDATE draft_key
        SET revoked_at = $4
        WHERE draft_id = $1 AND token_hash <> $2 AND token_hash <> $3 AND kind = 'browser' AND revoked_at IS NULL"
    );
    conn.run(sql, args![own.id(), but[0], but[1], now]).await
}

row! {
    /// A draft's link: where it was mailed, and whether using it proved that address just now.
    pub(in crate::call) struct UsedLink { mailed_to: Mailed, is_first: bool }
}

/// Where a link went that has not ended, while the draft has that address still.
pub(in crate::call) async fn mailed_to(
    conn: &mut Conn,
    own: &OwnDraft,
    link: &str,
    is_first: bool,
) -> Result<Option<UsedLink>> {
    let sql = sql!(
        "SELECT k.mailed_to AS mailed_to, CAST($3 AS BIGINT) AS is_first
        FROM draft_key k
        WHERE k.draft_id = $1 AND k.token_hash = $2 AND k.kind = 'link' AND k.revoked_at IS NULL"
    );
    conn.opt(sql, args![own.id(), link, is_first]).await
}

/// The address of a draft, once a link that was mailed to it was used.
pub(in crate::call) async fn proved(conn: &mut Conn, own: &OwnDraft) -> Result<Option<Mailed>> {
    let sql = sql!(
        "SELECT k.mailed_to AS mailed_to, 0 AS is_first
        FROM draft_key k
        JOIN draft d ON d.id = k.draft_id
        WHERE d.id = $1 AND d.proved_at IS NOT NULL AND k.kind = 'link' AND k.mailed_to = d.email_norm
        LIMIT 1"
    );
    Ok(conn.opt::<UsedLink>(sql, args![own.id()]).await?.map(|l| l.mailed_to))
}

/// Uses a mailed link, which proves the draft's address: that link the first time, `None` when the link has ended or
/// the address has changed since the draft was read. Links may be used again: they open the draft on one more device.
pub(in crate::call) async fn use_link_key(
    conn: &mut Conn,
    own: &OwnDraft,
    link: &str,
    now: Time,
) -> Result<Option<UsedLink>> {
    let sql = sql!(
        "UPDATE draft
        SET proved_at = $3
        WHERE id = $1
            AND proved_at IS NULL
            AND email_norm = $4
            AND EXISTS (
                SELECT 1
                FROM draft_key k
                WHERE k.draft_id = draft.id
                    AND k.token_hash = $2
                    AND k.kind = 'link'
                    AND k.revoked_at IS NULL
                    AND k.mailed_to = $4
            )"
    );
    let norm = own.draft().email.as_deref().map(norm_email).unwrap_or_default();
    if conn.run(sql, args![own.id(), link, now, &norm]).await? > 0 {
        return mailed_to(conn, own, link, true).await;
    }
    let sql = sql!(
        "SELECT COUNT(*)
        FROM draft_key k
        JOIN draft d ON d.id = k.draft_id
        WHERE k.draft_id = $1
            AND k.token_hash = $2
            AND k.kind = 'link'
            AND k.revoked_at IS NULL
            AND (d.proved_at IS NOT NULL OR d.email_norm IS NULL)"
    );
    let (n,): (i64,) = conn.one(sql, args![own.id(), link]).await?;
    if n > 0 { mailed_to(conn, own, link, false).await } else { Ok(None) }
}

/// Takes the address out of a draft that nobody has proved, by its link; returns where that went. `None` when it was
/// proved, or the link has ended.
pub(in crate::call) async fn disown(conn: &mut Conn, own: &OwnDraft, link: &str) -> Result<Option<Mailed>> {
    let sql = sql!(
        "UPDATE draft
        SET email = NULL, email_norm = NULL
        WHERE id = $1
            AND proved_at IS NULL
            AND email_norm = $3
            AND EXISTS (
                SELECT 1
                FROM draft_key k
                WHERE k.draft_id = draft.id
                    AND k.token_hash = $2
                    AND k.kind = 'link'
                    AND k.revoked_at IS NULL
                    AND k.mailed_to = $3
            )"
    );
    let norm = own.draft().email.as_deref().map(norm_email).unwrap_or_default();
    if conn.run(sql, args![own.id(), link, &norm]).await? == 0 {
        return Ok(None);
    }
    Ok(mailed_to(conn, own, link, false).await?.map(|l| l.mailed_to))
}

/// Whether what a draft sent stands apart, for nobody has used the link that was mailed.
pub async fn is_unproved(conn: &mut Conn, own: &OwnDraft) -> Result<bool> {
    let sql = sql!(
        "SELECT COUNT(*)
        FROM application a
        JOIN draft d ON d.application_id = a.id
        WHERE d.id = $1 AND a.is_own = 1 AND a.proved_at IS NULL"
    );
    Ok(conn.one::<(i64,)>(sql, args![own.id()]).await?.0 > 0)
}

/// Whether a browser's key was shut out by another that proved the address.
pub async fn is_shut_out(conn: &mut Conn, season: &Id, token_hash: &str) -> Result<bool> {
    let sql = sql!(
        "SELECT COUNT(*)
        FROM draft_key k
        JOIN draft d ON d.id = k.draft_id
        WHERE k.token_hash = $1 AND d.season_id = $2 AND k.kind = 'browser' AND k.revoked_at IS NOT NULL"
    );
    Ok(conn.one::<(i64,)>(sql, args![token_hash, season]).await?.0 > 0)
}

/// The links of a draft stop working, for the holder of its address said that it was not theirs; they keep saying so.
pub(in crate::call) async fn disown_links(conn: &mut Conn, own: &OwnDraft, now: Time) -> Result<u64> {
    conn.run(
        sql!(
            "UPDATE draft_key
            SET revoked_at = $2, kind = 'disowned'
            WHERE draft_id = $1 AND kind = 'link' AND revoked_at IS NULL"
        ),
        args![own.id(), now],
    )
    .await
}

/// Whether a mailed link ended that way.
pub async fn is_disowned(conn: &mut Conn, season: &Id, token_hash: &str) -> Result<bool> {
    let sql = sql!(
        "SELECT COUNT(*)
        FROM draft_key k
        JOIN draft d ON d.id = k.draft_id
        WHERE k.token_hash = $1 AND d.season_id = $2 AND k.kind = 'disowned'"
    );
    Ok(conn.one::<(i64,)>(sql, args![token_hash, season]).await?.0 > 0)
}

/// Holds a draft, sent or not, for the rest of the transaction.
pub(crate) async fn hold_sent(conn: &mut Conn, own: &OwnDraft) -> Result<()> {
    conn.run(sql!("UPDATE draft SET revision = revision WHERE id = $1"), args![own.id()]).await.map(drop)
}

/// Links that went to a former address stop working.
pub(in crate::call) async fn revoke_links(conn: &mut Conn, own: &OwnDraft, now: Time) -> Result<u64> {
    conn.run(
        sql!("UPDATE draft_key SET revoked_at = $2 WHERE draft_id = $1 AND kind = 'link' AND revoked_at IS NULL"),
        args![own.id(), now],
    )
    .await
}

pub async fn answers(conn: &mut Conn, own: &OwnDraft) -> Result<Vec<StoredAnswer>> {
    conn.all(sql!("SELECT question, value, revision FROM draft_answer WHERE draft_id = $1"), args![own.id()]).await
}

/// The next revision of a draft that has not been sent.
pub(in crate::call) async fn next_revision(conn: &mut Conn, own: &OwnDraft, now: Time) -> Result<Option<i64>> {
    let found: Option<(i64,)> = conn
        .opt(
            sql!(
                "UPDATE draft
                SET revision = revision + 1, saved_at = $2
                WHERE id = $1 AND submitted_at IS NULL RETURNING revision"
            ),
            args![own.id(), now],
        )
        .await?;
    Ok(found.map(|(r,)| r))
}

/// Writes an answer unless another page has changed it after `seen`. `false` when one has.
pub(in crate::call) async fn set_answer(
    conn: &mut Conn,
    own: &OwnDraft,
    question: &str,
    value: &str,
    seen: i64,
    revision: i64,
) -> Result<bool> {
    Ok(conn
        .run(
            sql!(
                "INSERT INTO draft_answer (draft_id, question, value, revision)
                VALUES ($1, $2, $3, $5)
                ON CONFLICT (draft_id, question) DO UPDATE SET value = excluded.value, revision = excluded.revision
                WHERE draft_answer.revision <= $4 OR draft_answer.value = excluded.value"
            ),
            args![own.id(), question, value, seen, revision],
        )
        .await?
        > 0)
}

pub(in crate::call) async fn set_email(conn: &mut Conn, own: &OwnDraft, email: &str) -> Result<bool> {
    Ok(conn
        .run(
            sql!(
                "UPDATE draft
                SET email = $2, email_norm = $3, proved_at = NULL
                WHERE id = $1 AND (email_norm IS NULL OR email_norm <> $3)"
            ),
            args![own.id(), &*weft_kernel::address::typed(email), norm_email(email)],
        )
        .await?
        > 0)
}

pub(in crate::call) async fn set_language(conn: &mut Conn, own: &OwnDraft, language: &str) -> Result<()> {
    conn.run(sql!("UPDATE draft SET language = $2 WHERE id = $1"), args![own.id(), language]).await.map(drop)
}

/// Holds a draft that has not been sent against others until the caller's transaction ends. `false` when it has been
/// sent.
pub(in crate::call) async fn hold(conn: &mut Conn, own: &OwnDraft) -> Result<bool> {
    Ok(conn
        .run(sql!("UPDATE draft SET saved_at = saved_at WHERE id = $1 AND submitted_at IS NULL"), args![own.id()])
        .await?
        > 0)
}

/// A draft was sent by someone who had proved its address elsewhere, by signing in.
pub(in crate::call) async fn mark_proved(conn: &mut Conn, own: &OwnDraft, now: Time) -> Result<()> {
    conn.run(sql!("UPDATE draft SET proved_at = $2 WHERE id = $1 AND proved_at IS NULL"), args![own.id(), now])
        .await
        .map(drop)
}

/// Marks a draft as sent, once.
pub(in crate::call) async fn mark_sent(
    conn: &mut Conn,
    own: &OwnDraft,
    application: &Id,
    external_id: &str,
    late_reason: Option<&str>,
    at: Time,
) -> Result<bool> {
    Ok(conn
        .run(
            sql!(
                "UPDATE draft
                SET submitted_at = $2, application_id = $3, external_id = $4, late_reason = $5
                WHERE id = $1 AND submitted_at IS NULL"
            ),
            args![own.id(), at, application, external_id, late_reason],
        )
        .await?
        > 0)
}

/// How the application of a draft was withdrawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Withdrawn {
    /// By whoever sent it.
    ByThem,
    /// The holder of the address said that it was not theirs.
    NotTheirs,
}

/// Whether an application was withdrawn, and how, for the page of the person who sent it.
pub async fn withdrawn(conn: &mut Conn, own: &OwnDraft) -> Result<Option<Withdrawn>> {
    let sql = sql!(
        "SELECT e.reason
        FROM application_event e
        JOIN draft d ON d.application_id = e.application_id
        WHERE d.id = $1 AND e.kind = 'withdrawn' AND e.undone_at IS NULL
        ORDER BY e.at DESC, e.id DESC LIMIT 1"
    );
    let found: Option<(Option<String>,)> = conn.opt(sql, args![own.id()]).await?;
    Ok(found.map(
        |(reason,)| if reason.as_deref() == Some("not-theirs") { Withdrawn::NotTheirs } else { Withdrawn::ByThem },
    ))
}

/// Forgets drafts that nobody sent within 90 days of the end of their call, and what sent ones still repeat of their
/// application: the application itself has it.
pub async fn forget_old(conn: &mut Conn, now: Time) -> Result<u64> {
    let before = now.plus_days(-90);
    // Files of drafts that were never sent go with the next sweep.
    conn.run(
        sql!(
            "UPDATE upload
            SET removed_at = $2
            WHERE application_id IS NULL
                AND removed_at IS NULL
                AND draft_id IN (SELECT e.id FROM draft_end e WHERE e.closes_at < $1 AND e.saved_at < $1)"
        ),
        args![before, now],
    )
    .await?;
    for kept in [
        sql!(
            "DELETE FROM draft_answer
            WHERE draft_id IN (SELECT e.id FROM draft_end e WHERE e.closes_at < $1 AND e.saved_at < $1)"
        ),
        sql!(
            "DELETE FROM draft_key
            WHERE draft_id IN (SELECT e.id FROM draft_end e WHERE e.closes_at < $1 AND e.saved_at < $1)"
        ),
    ] {
        conn.run(kept, args![before]).await?;
    }
    conn.run(
        sql!(
            "DELETE FROM draft
            WHERE id IN (SELECT e.id FROM draft_end e WHERE e.closes_at < $1 AND e.saved_at < $1)"
        ),
        args![before],
    )
    .await
}
