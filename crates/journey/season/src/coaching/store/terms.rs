//! The SQL of how a season's coaching goes, and of its agreement by version.

use crate::coaching::model::{Agreement, Terms};
use crate::coaching::rules::Arrange;
use weft_kernel::Kernel;
use weft_kernel::db::{Conn, Result};
use weft_kernel::ids::Id;
use weft_kernel::{args, sql};

/// How coaching goes, if the program said so.
pub async fn terms(conn: &mut Conn, season: &Id) -> Result<Option<Terms>> {
    conn.opt(sql!("SELECT sessions, minutes, talks, talk_minutes FROM coaching WHERE season_id = $1"), args![season])
        .await
}

pub(in crate::coaching) async fn keep_terms(
    kernel: &Kernel,
    conn: &mut Conn,
    permit: &Arrange,
    terms: &Terms,
) -> Result<()> {
    conn.run(
        sql!(
            "INSERT INTO coaching (season_id, sessions, minutes, changed_at, talks, talk_minutes)
            VALUES ($1, $2, $3, $4, $5, $6)
            ON CONFLICT (season_id) DO UPDATE SET sessions = excluded.sessions, minutes = excluded.minutes,
                changed_at = excluded.changed_at, talks = excluded.talks, talk_minutes = excluded.talk_minutes"
        ),
        args![permit.season(), terms.sessions, terms.minutes, kernel.now(), terms.talks, terms.talk_minutes],
    )
    .await
    .map(drop)
}

/// The agreement that new pairs sign.
pub async fn agreement(conn: &mut Conn, season: &Id) -> Result<Option<Agreement>> {
    conn.opt(
        sql!(
            "SELECT id, version, text_en, text_es, at
            FROM coaching_text
            WHERE season_id = $1
            ORDER BY version DESC
            LIMIT 1"
        ),
        args![season],
    )
    .await
}

/// The agreement of a pair.
pub async fn agreement_of(conn: &mut Conn, text: &Id) -> Result<Agreement> {
    conn.one(sql!("SELECT id, version, text_en, text_es, at FROM coaching_text WHERE id = $1"), args![text]).await
}

/// The versions that wait for the program's signature.
pub async fn unsigned(conn: &mut Conn, permit: &Arrange) -> Result<Vec<Agreement>> {
    conn.all(
        sql!(
            "SELECT x.id AS id, x.version AS version, x.text_en AS text_en, x.text_es AS text_es, x.at AS at
            FROM coaching_text x
            WHERE x.season_id = $1
                AND EXISTS (
                    SELECT 1
                    FROM coaching_told t
                    WHERE t.text_id = x.id AND t.ended_at IS NULL AND t.program_signed_at IS NULL
                )
            ORDER BY x.version DESC"
        ),
        args![permit.season()],
    )
    .await
}

/// Writes a version, which pairs that nobody has signed take over. Returns how many those are.
pub(in crate::coaching) async fn add_agreement(
    kernel: &Kernel,
    conn: &mut Conn,
    permit: &Arrange,
    version: i64,
    (en, es): (&str, &str),
) -> Result<u64> {
    let id = kernel.id();
    conn.run(
        sql!(
            "INSERT INTO coaching_text (id, season_id, version, text_en, text_es, by_id, at)
            VALUES ($1, $2, $3, $4, $5, $6, $7)"
        ),
        args![&id, permit.season(), version, en, es, permit.person(), kernel.now()],
    )
    .await?;
    conn.run(
        sql!(
            "UPDATE coaching_pair
            SET text_id = $2
            WHERE season_id = $1
                AND ended_at IS NULL
                AND NOT EXISTS (SELECT 1 FROM coaching_signature g WHERE g.pair_id = coaching_pair.id)"
        ),
        args![permit.season(), &id],
    )
    .await
}
