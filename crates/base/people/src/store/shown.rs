//! The SQL of what someone shows on public pages, and of how often they hear of what waits for them.

use crate::digest::Choice;
use crate::rules::OwnRecord;
use weft_kernel::clock::Time;
use weft_kernel::db::{Conn, Result};
use weft_kernel::ids::Id;
use weft_kernel::{args, row, sql};

row! {
    /// One field that someone shows of themselves in a season; `field` is empty in the one row of a season where
    /// nothing is shown.
    pub(crate) struct Shown { slug: String, title: String, field: String, is_out: bool }
}

/// What the public pages of someone's cohorts show of them, field by field.
pub(crate) async fn shown(conn: &mut Conn, own: &OwnRecord, now: Time) -> Result<Vec<Shown>> {
    conn.all(
        sql!(
            "SELECT s.slug AS slug, g.name || ' · ' || s.name AS title, COALESCE(SUBSTR(c.purpose, 9), '') AS field,
                CASE
                    WHEN EXISTS (
                        SELECT 1
                        FROM cohort_release r
                        WHERE r.season_id = s.id AND r.ended_at IS NULL AND r.public_at <= $2
                    ) THEN 1
                    ELSE 0
                    END AS is_out
            FROM member m
            JOIN season s ON s.id = m.season_id
            JOIN program g ON g.id = s.program_id
            LEFT JOIN consent c ON c.person_id = m.person_id
                AND c.season_id = m.season_id
                AND c.withdrawn_at IS NULL
                AND SUBSTR(c.purpose, 1, 8) = 'publish:'
            WHERE m.person_id = $1 AND m.left_at IS NULL
            ORDER BY s.starts_on DESC, s.slug, c.given_at, c.purpose"
        ),
        args![own.person(), now],
    )
    .await
}

pub(crate) async fn digest(conn: &mut Conn, person: &Id) -> Result<Option<(Choice,)>> {
    conn.opt(sql!("SELECT digest FROM person WHERE id = $1"), args![person]).await
}

/// `false` when it was so before.
pub(crate) async fn set_digest(conn: &mut Conn, person: &Id, choice: Choice) -> Result<bool> {
    let sql = sql!("UPDATE person SET digest = $2 WHERE id = $1 AND digest <> $2");
    Ok(conn.run(sql, args![person, choice]).await? > 0)
}
