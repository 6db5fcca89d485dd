//! The SQL of a season's own texts of emails, its reply-to and its signature.

use std::collections::BTreeMap;

use super::{Audience, Person, Text};
use crate::rules::RunSeason;
use weft_kernel::clock::Time;
use weft_kernel::db::{Conn, Json, Result};
use weft_kernel::i18n::Lang;
use weft_kernel::ids::Id;
use weft_kernel::{args, row, sql};

row! {
    /// A season's own text of a kind of email, as it was at a time. `text` is what differs from the default.
    pub struct Version {
        kind: String,
        version: i64,
        text: Json<Text>,
        by_name: Option<String>,
        at: Time,
    }
}

row! {
    /// Where answers to a season's emails go, and who signs them. What is empty was not set.
    #[derive(Default, PartialEq, Eq)]
    pub struct Sender {
        reply_to: String,
        signature_name: String,
        signature_role: String,
        signature_role_es: String,
    }
}

impl Sender {
    /// The role in a language, or in the other where it was not written.
    pub fn role(&self, lang: Lang) -> &str {
        let (first, second) = match lang {
            Lang::En => (&self.signature_role, &self.signature_role_es),
            Lang::Es => (&self.signature_role_es, &self.signature_role),
        };
        if first.is_empty() { second } else { first }
    }
}

row! { struct Newest { kind: String, text: Json<Text> } }

/// The newest text of each kind that was ever changed.
pub(super) async fn newest(conn: &mut Conn, season: &Id) -> Result<BTreeMap<String, Text>> {
    let all: Vec<Newest> = conn
        .all(
            sql!(
                "SELECT e.kind AS kind, e.text AS text
                FROM season_email e
                WHERE e.season_id = $1
                    AND e.version = (
                        SELECT MAX(o.version)
                        FROM season_email o
                        WHERE o.season_id = e.season_id AND o.kind = e.kind
                    )"
            ),
            args![season],
        )
        .await?;
    Ok(all.into_iter().map(|n| (n.kind, n.text.0)).collect())
}

pub async fn sender(conn: &mut Conn, season: &Id) -> Result<Sender> {
    let found = conn
        .opt(
            sql!(
                "SELECT reply_to, signature_name, signature_role, signature_role_es
                FROM season_sender
                WHERE season_id = $1"
            ),
            args![season],
        )
        .await?;
    Ok(found.unwrap_or_default())
}

/// Every version of every text of a season, newest first.
pub async fn versions(conn: &mut Conn, run: &RunSeason) -> Result<Vec<Version>> {
    conn.all(
        sql!(
            "SELECT e.kind AS kind, e.version AS version, e.text AS text, p.display_name AS by_name, e.at AS at
            FROM season_email e
            LEFT JOIN person p ON p.id = e.by_id
            WHERE e.season_id = $1
            ORDER BY e.kind, e.version DESC"
        ),
        args![run.season()],
    )
    .await
}

row! { struct Kept { version: i64, text: Json<Text> } }

/// The newest version of one text, or none yet.
pub(super) async fn last(conn: &mut Conn, run: &RunSeason, kind: &str) -> Result<Option<(i64, Text)>> {
    let found: Option<Kept> = conn
        .opt(
            sql!(
                "SELECT version, text
                FROM season_email
                WHERE season_id = $1 AND kind = $2
                ORDER BY version DESC
                LIMIT 1"
            ),
            args![run.season(), kind],
        )
        .await?;
    Ok(found.map(|k| (k.version, k.text.0)))
}

pub(super) async fn version(conn: &mut Conn, run: &RunSeason, kind: &str, version: i64) -> Result<Option<Text>> {
    let found: Option<Kept> = conn
        .opt(
            sql!("SELECT version, text FROM season_email WHERE season_id = $1 AND kind = $2 AND version = $3"),
            args![run.season(), kind, version],
        )
        .await?;
    Ok(found.map(|k| k.text.0))
}

/// A version to be kept.
pub(super) struct New<'a> {
    pub kind: &'a str,
    pub version: i64,
    pub text: &'a str,
    pub by: Option<&'a Id>,
    pub at: Time,
}

/// `false` when somebody else has kept this version meanwhile.
pub(super) async fn insert(conn: &mut Conn, run: &RunSeason, new: New<'_>) -> Result<bool> {
    let added = conn
        .run(
            sql!(
                "INSERT INTO season_email (season_id, kind, version, text, by_id, at)
                VALUES ($1, $2, $3, $4, $5, $6)
                ON CONFLICT (season_id, kind, version) DO NOTHING"
            ),
            args![run.season(), new.kind, new.version, new.text, new.by, new.at],
        )
        .await?;
    Ok(added > 0)
}

pub(super) async fn set_sender(
    conn: &mut Conn,
    run: &RunSeason,
    sender: &Sender,
    by: Option<&Id>,
    at: Time,
) -> Result<()> {
    conn.run(
        sql!(
            "INSERT INTO season_sender (
                season_id, reply_to, signature_name, signature_role, signature_role_es, by_id, at
            )
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            ON CONFLICT (season_id) DO UPDATE
            SET reply_to = excluded.reply_to, signature_name = excluded.signature_name,
                signature_role = excluded.signature_role, signature_role_es = excluded.signature_role_es,
                by_id = excluded.by_id, at = excluded.at"
        ),
        args![
            run.season(),
            &sender.reply_to,
            &sender.signature_name,
            &sender.signature_role,
            &sender.signature_role_es,
            by,
            at
        ],
    )
    .await
    .map(drop)
}

/// Brings texts, reply-to and signature of one season to another that was just made.
pub(crate) async fn copy(conn: &mut Conn, from: &Id, to: &Id) -> Result<()> {
    conn.run(
        sql!(
            "INSERT INTO season_email (season_id, kind, version, text, by_id, at)
            SELECT $2, e.kind, 1, e.text, e.by_id, e.at
            FROM season_email e
            WHERE e.season_id = $1
                AND e.version = (
                    SELECT MAX(o.version)
                    FROM season_email o
                    WHERE o.season_id = e.season_id AND o.kind = e.kind
                )"
        ),
        args![from, to],
    )
    .await?;
    conn.run(
        sql!(
            "INSERT INTO season_sender (
                season_id, reply_to, signature_name, signature_role, signature_role_es, by_id, at
            )
            SELECT $2, reply_to, signature_name, signature_role, signature_role_es, by_id, at
            FROM season_sender
            WHERE season_id = $1"
        ),
        args![from, to],
    )
    .await
    .map(drop)
}

/// Most people that a list for a preview names.
const MOST: i64 = 300;

/// People of a season who may get emails for an audience, by name.
pub(super) async fn people(conn: &mut Conn, run: &RunSeason, to: Audience) -> Result<Vec<Person>> {
    let [first, second] = to.roles();
    conn.all(
        sql!(
            "SELECT p.id AS id, p.display_name AS name, p.language AS language
            FROM person p
            WHERE EXISTS (
                SELECT 1
                FROM held_role r
                WHERE r.person_id = p.id AND r.season_id = $1 AND r.role IN ($2, $3)
            )
            ORDER BY p.sort_key, p.id
            LIMIT $4"
        ),
        args![run.season(), first, second, MOST],
    )
    .await
}
