//! What a member lets the cohort's public page show: each field is a consent of its own, with who and when.

use super::store;
use weft_kernel::db::{Conn, Result, Tx};
use weft_kernel::ids::Id;
use weft_kernel::{Kernel, args, events, row, sql};

/// What someone says about a list of fields: those of `among` that are in `shown` are agreed to, the others are not.
#[derive(Clone, Copy, Debug)]
pub struct Said<'a> {
    pub among: &'a [&'a str],
    pub shown: &'a [&'a str],
}

/// Keeps what someone says of the fields they were asked about. Said twice, kept once.
pub async fn say(kernel: &Kernel, tx: &mut Tx, person: &Id, season: &Id, said: Said<'_>) -> Result<()> {
    for field in said.among {
        let purpose = format!("publish:{field}");
        let (changed, verb) = if said.shown.contains(field) {
            (store::give_consent(kernel, tx, person, season, &purpose).await?, "consent.given")
        } else {
            (store::withdraw_consent(kernel, tx, person, season, &purpose).await?, "consent.withdrawn")
        };
        if changed > 0 {
            let event = events::Event {
                actor: Some(person),
                verb,
                subject: person,
                season: Some(season),
                detail: Some((*field).to_owned()),
            };
            events::record(kernel, tx, event).await?;
        }
    }
    store::answer_share(kernel, tx, person, season).await
}

row! {
    /// One field that someone shows of themselves in a season; `field` is empty in the one row of a season where
    /// nothing is shown.
    struct Shown { slug: String, title: String, field: String, is_out: bool }
}

/// A season's page, and what it shows of someone.
#[derive(Clone, Debug)]
pub struct OnPage {
    pub slug: String,
    pub title: String,
    /// Whether everyone can read the page now.
    pub is_out: bool,
    pub fields: Vec<String>,
}

/// What the public pages of someone's cohorts show of them. They hold a seat there now.
pub async fn of(conn: &mut Conn, own: &super::rules::OwnRecord, now: weft_kernel::clock::Time) -> Result<Vec<OnPage>> {
    let rows: Vec<Shown> = conn
        .all(
            sql!(
                "SELECT s.slug AS slug, g.name || ' · ' || s.name AS title,
                    COALESCE(SUBSTR(c.purpose, 9), '') AS field,
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
                    AND c.purpose LIKE 'publish:%'
                WHERE m.person_id = $1 AND m.left_at IS NULL
                ORDER BY s.starts_on DESC, s.slug, c.given_at, c.purpose"
            ),
            args![own.person(), now],
        )
        .await?;
    let mut out: Vec<OnPage> = Vec::new();
    for row in rows {
        if out.last().is_none_or(|o| o.slug != row.slug) {
            out.push(OnPage { slug: row.slug, title: row.title, is_out: row.is_out, fields: Vec::new() });
        }
        if let Some(last) = out.last_mut().filter(|_| !row.field.is_empty()) {
            last.fields.push(row.field);
        }
    }
    Ok(out)
}
