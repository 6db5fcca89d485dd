//! The SQL of signing in: sign-ins, links and codes, passwords and second factors.

use crate::address::{Mailed, Proved, Typed};
use crate::model::{SignIn, Strength};
use crate::rules::OwnRecord;
use weft_kernel::clock::Time;
use weft_kernel::db::{Conn, Result};
use weft_kernel::ids::Id;
use weft_kernel::{Kernel, args, row, sql};

row! {
    pub(crate) struct Living {
        sign_in_id: Id,
        person_id: Id,
        display_name: String,
        given_name: String,
        language: String,
        zone: Option<String>,
        strength: Strength,
        created_at: Time,
        seen_at: Time,
        proved_at: Time,
        is_owner: bool,
    }
}

pub(crate) async fn living_sign_in(conn: &mut Conn, token_hash: &str) -> Result<Option<Living>> {
    conn.opt(
        sql!(
            "SELECT s.id AS sign_in_id, p.id AS person_id, p.display_name AS display_name, p.given_name AS given_name,
                p.language AS language, p.zone AS zone, s.strength AS strength, s.created_at AS created_at,
                s.seen_at AS seen_at,
                s.proved_at AS proved_at,
                CASE
                    WHEN EXISTS (
                        SELECT 1
                        FROM role r
                        WHERE r.person_id = p.id AND r.season_id IS NULL AND r.role = 'owner' AND r.until IS NULL
                    ) THEN 1
                    ELSE 0
                    END AS is_owner
            FROM sign_in s
            JOIN person p ON p.id = s.person_id
            WHERE s.token_hash = $1 AND s.ended_at IS NULL"
        ),
        args![token_hash],
    )
    .await
}

pub(crate) async fn touch_sign_in(conn: &mut Conn, id: &Id, now: Time) -> Result<()> {
    conn.run(sql!("UPDATE sign_in SET seen_at = $2 WHERE id = $1"), args![id, now]).await.map(drop)
}

pub(crate) async fn prove_sign_in(conn: &mut Conn, id: &Id, now: Time) -> Result<()> {
    conn.run(sql!("UPDATE sign_in SET proved_at = $2 WHERE id = $1"), args![id, now]).await.map(drop)
}

pub(crate) async fn insert_sign_in(
    kernel: &Kernel,
    conn: &mut Conn,
    person: &Id,
    token_hash: &str,
    strength: Strength,
    agent: &str,
) -> Result<Id> {
    let id = kernel.id();
    conn.run(
        sql!(
            "INSERT INTO sign_in (id, token_hash, person_id, strength, created_at, seen_at, proved_at, agent)
            VALUES ($1, $2, $3, $4, $5, $5, $5, $6)"
        ),
        args![&id, token_hash, person, strength, kernel.now(), agent],
    )
    .await?;
    Ok(id)
}

pub async fn sign_ins(conn: &mut Conn, own: &OwnRecord) -> Result<Vec<SignIn>> {
    conn.all(
        sql!(
            "SELECT id, strength, created_at, seen_at, agent
            FROM sign_in
            WHERE person_id = $1 AND ended_at IS NULL
            ORDER BY seen_at DESC, id DESC LIMIT 50"
        ),
        args![own.person()],
    )
    .await
}

pub(crate) async fn end_sign_in(conn: &mut Conn, own: &OwnRecord, id: &Id, now: Time) -> Result<u64> {
    conn.run(
        sql!("UPDATE sign_in SET ended_at = $3 WHERE id = $1 AND person_id = $2 AND ended_at IS NULL"),
        args![id, own.person(), now],
    )
    .await
}

pub(crate) async fn end_all_sign_ins(conn: &mut Conn, person: &Id, now: Time) -> Result<u64> {
    conn.run(sql!("UPDATE sign_in SET ended_at = $2 WHERE person_id = $1 AND ended_at IS NULL"), args![person, now])
        .await
}

/// Forgets requests for links that ran out a day ago.
pub(crate) async fn forget_requests(conn: &mut Conn, now: Time) -> Result<()> {
    conn.run(sql!("DELETE FROM link_request WHERE expires_at < $1"), args![now.plus_days(-1)]).await.map(drop)
}

pub(crate) struct LinkRequest<'a> {
    pub person: Option<&'a Id>,
    pub token_hash: &'a str,
    pub code_hash: &'a str,
    pub browser_hash: &'a str,
    /// Where the link goes; nowhere, where nobody has the address.
    pub mailed_to: Option<&'a str>,
    pub account: &'a str,
}

pub(crate) async fn insert_link_request(kernel: &Kernel, conn: &mut Conn, r: LinkRequest<'_>) -> Result<Id> {
    let id = kernel.id();
    let now = kernel.now();
    conn.run(
        sql!(
            "INSERT INTO link_request (
                id, person_id, token_hash, code_hash, browser_hash, account, tries, created_at, expires_at, mailed_to
            )
            VALUES ($1, $2, $3, $4, $5, $6, 0, $7, $8, $9)"
        ),
        args![
            &id,
            r.person,
            r.token_hash,
            r.code_hash,
            r.browser_hash,
            r.account,
            now,
            now.plus_seconds(600),
            r.mailed_to
        ],
    )
    .await?;
    Ok(id)
}

row! {
    /// Where a link or code was mailed that has just been used.
    struct Used { mailed_to: Mailed }
}

/// Uses a link up: once, in time, in the browser that asked. Returns the address that is proved by it.
pub(crate) async fn use_link(
    conn: &mut Conn,
    token_hash: &str,
    browser_hash: &str,
    now: Time,
) -> Result<Option<Proved>> {
    let used: Option<Used> = conn
        .opt(
            sql!(
                "UPDATE link_request
                SET used_at = $3
                WHERE token_hash = $1
                    AND browser_hash = $2
                    AND used_at IS NULL
                    AND expires_at > $3
                    AND mailed_to IS NOT NULL
                RETURNING mailed_to"
            ),
            args![token_hash, browser_hash, now],
        )
        .await?;
    Ok(used.map(|u| Proved::by_link(&u.mailed_to)))
}

/// Whether this sign-in, ended or not, was of someone who holds this address.
pub(crate) async fn was_signed_in(conn: &mut Conn, token_hash: &str, norm: &str) -> Result<bool> {
    let sql = sql!(
        "SELECT COUNT(*)
        FROM sign_in s
        JOIN contact_point c ON c.person_id = s.person_id
        WHERE s.token_hash = $1 AND c.norm = $2 AND c.kind = 'email' AND c.until IS NULL AND c.is_apart = 0"
    );
    let (n,): (i64,) = conn.one(sql, args![token_hash, norm]).await?;
    Ok(n > 0)
}

row! {
    pub(crate) struct TriedCode { id: Id, code_hash: String, account: String, person_id: Option<Id> }
}

/// Counts a try of the code of the browser's newest request; nothing is left after five.
pub(crate) async fn try_code(conn: &mut Conn, browser_hash: &str, now: Time) -> Result<Option<TriedCode>> {
    conn.opt(
        sql!(
            "UPDATE link_request
            SET tries = tries + 1
            WHERE id = (SELECT id FROM link_request WHERE browser_hash = $1 ORDER BY id DESC LIMIT 1)
                AND used_at IS NULL
                AND expires_at > $2
                AND tries < 5
            RETURNING id, code_hash, account, person_id"
        ),
        args![browser_hash, now],
    )
    .await
}

/// What the digits of a browser's newest request are counted for, whatever became of it.
pub(crate) async fn last_account(conn: &mut Conn, browser_hash: &str) -> Result<Option<String>> {
    let found: Option<(String,)> = conn
        .opt(
            sql!("SELECT account FROM link_request WHERE browser_hash = $1 ORDER BY id DESC LIMIT 1"),
            args![browser_hash],
        )
        .await?;
    Ok(found.map(|(account,)| account))
}

pub(crate) async fn use_request(conn: &mut Conn, id: &Id, now: Time) -> Result<Option<Proved>> {
    let sql = sql!(
        "UPDATE link_request
        SET used_at = $2
        WHERE id = $1 AND used_at IS NULL AND mailed_to IS NOT NULL RETURNING mailed_to"
    );
    Ok(conn.opt::<Used>(sql, args![id, now]).await?.map(|u| Proved::by_link(&u.mailed_to)))
}

row! {
    pub(crate) struct Credential { person_id: Id, password: String, totp_secret: Option<String> }
}

pub(crate) async fn credential(conn: &mut Conn, person: &Id) -> Result<Option<Credential>> {
    conn.opt(sql!("SELECT person_id, password, totp_secret FROM credential WHERE person_id = $1"), args![person]).await
}

/// The credential of whoever holds an address: what is typed next to it has to match.
pub(crate) async fn credential_by_address(conn: &mut Conn, address: &Typed) -> Result<Option<Credential>> {
    conn.opt(
        sql!(
            "SELECT k.person_id AS person_id, k.password AS password, k.totp_secret AS totp_secret
            FROM contact_point c
            JOIN credential k ON k.person_id = c.person_id
            WHERE c.norm = $1 AND c.kind = 'email' AND c.until IS NULL AND c.is_apart = 0"
        ),
        args![address.norm()],
    )
    .await
}

/// Everyone's second factor, sealed.
pub async fn all_factors(conn: &mut Conn) -> Result<Vec<(Id, String)>> {
    conn.all(
        sql!(
            "SELECT person_id, totp_secret
            FROM credential
            WHERE totp_secret IS NOT NULL
            ORDER BY person_id"
        ),
        args![],
    )
    .await
}

pub async fn has_credential(conn: &mut Conn, person: &Id) -> Result<bool> {
    Ok(credential(conn, person).await?.is_some())
}

pub(crate) async fn set_password(kernel: &Kernel, conn: &mut Conn, person: &Id, hash: &str) -> Result<()> {
    conn.run(
        sql!(
            "INSERT INTO credential (person_id, password, changed_at)
            VALUES ($1, $2, $3)
            ON CONFLICT (person_id) DO UPDATE SET password = excluded.password, changed_at = excluded.changed_at"
        ),
        args![person, hash, kernel.now()],
    )
    .await
    .map(drop)
}

pub(crate) async fn set_totp(conn: &mut Conn, person: &Id, secret: &str) -> Result<()> {
    conn.run(
        sql!("UPDATE credential SET totp_secret = $2, totp_last_step = 0 WHERE person_id = $1"),
        args![person, secret],
    )
    .await
    .map(drop)
}

/// Uses a time step up, so that the same six digits open once only.
pub(crate) async fn use_totp_step(conn: &mut Conn, person: &Id, step: i64) -> Result<bool> {
    let used = conn
        .run(
            sql!("UPDATE credential SET totp_last_step = $2 WHERE person_id = $1 AND totp_last_step < $2"),
            args![person, step],
        )
        .await?;
    Ok(used > 0)
}

row! {
    pub(crate) struct Step { person_id: Id, new_totp_secret: Option<String>, totp_secret: Option<String> }
}

pub(crate) async fn insert_step(
    kernel: &Kernel,
    conn: &mut Conn,
    token_hash: &str,
    person: &Id,
    new_secret: Option<String>,
) -> Result<()> {
    let now = kernel.now();
    conn.run(sql!("DELETE FROM sign_in_step WHERE expires_at < $1"), args![now]).await?;
    conn.run(
        sql!("INSERT INTO sign_in_step (token_hash, person_id, expires_at, new_totp_secret) VALUES ($1, $2, $3, $4)"),
        args![token_hash, person, now.plus_seconds(600), new_secret],
    )
    .await
    .map(drop)
}

pub(crate) async fn step(conn: &mut Conn, token_hash: &str, now: Time) -> Result<Option<Step>> {
    conn.opt(
        sql!(
            "SELECT s.person_id AS person_id, s.new_totp_secret AS new_totp_secret, c.totp_secret AS totp_secret
            FROM sign_in_step s
            JOIN credential c ON c.person_id = s.person_id
            WHERE s.token_hash = $1 AND s.expires_at > $2"
        ),
        args![token_hash, now],
    )
    .await
}

pub(crate) async fn delete_step(conn: &mut Conn, token_hash: &str) -> Result<()> {
    conn.run(sql!("DELETE FROM sign_in_step WHERE token_hash = $1"), args![token_hash]).await.map(drop)
}

// Settings of the house ------------------------------------------------------------------------------------
