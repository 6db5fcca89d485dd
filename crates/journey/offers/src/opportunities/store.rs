//! The SQL of opportunities.

use super::model::{LinkState, Listing, Open};
use super::rules::KeepListings;
use weft_kernel::Kernel;
use weft_kernel::clock::Time;
use weft_kernel::db::{Conn, Result};
use weft_kernel::ids::Id;
use weft_kernel::{args, sql};

/// Listings that everyone may see, whether past or not; the nearest deadline first.
pub async fn published(conn: &mut Conn) -> Result<Vec<Listing>> {
    conn.all(
        sql!(
            "SELECT l.*, p.name AS program_name, c.state AS link_state, c.checked_at AS checked_at
            FROM listing l
            JOIN program p ON p.id = l.program_id
            LEFT JOIN link_check c ON c.url = l.url
            WHERE l.published_at IS NOT NULL
            ORDER BY COALESCE(l.deadline_on, l.ends_on, l.starts_on, '9999'), l.id"
        ),
        args![],
    )
    .await
}

/// All listings of a program, drafts first.
pub async fn of_program(conn: &mut Conn, permit: &KeepListings) -> Result<Vec<Listing>> {
    conn.all(
        sql!(
            "SELECT l.*, p.name AS program_name, c.state AS link_state, c.checked_at AS checked_at
            FROM listing l
            JOIN program p ON p.id = l.program_id
            LEFT JOIN link_check c ON c.url = l.url
            WHERE l.program_id = $1
            ORDER BY CASE WHEN l.published_at IS NULL THEN 0 ELSE 1 END, l.id DESC"
        ),
        args![permit.program()],
    )
    .await
}

pub async fn one(conn: &mut Conn, permit: &KeepListings, id: &Id) -> Result<Option<Listing>> {
    conn.opt(
        sql!(
            "SELECT l.*, p.name AS program_name, c.state AS link_state, c.checked_at AS checked_at
            FROM listing l
            JOIN program p ON p.id = l.program_id
            LEFT JOIN link_check c ON c.url = l.url
            WHERE l.program_id = $1 AND l.id = $2"
        ),
        args![permit.program(), id],
    )
    .await
}

/// Offers of this house that anyone may register for now, with days and the lowest price that still holds. One
/// statement.
pub async fn open(conn: &mut Conn, now: Time) -> Result<Vec<Open>> {
    conn.all(
        sql!(
            "SELECT s.slug AS season_slug, s.name AS season_name, p.name AS program_name, p.kind AS kind,
                p.summary AS summary, p.summary_es AS summary_es, s.zone AS zone,
                o.closes_on AS closes_on, o.opened_at AS opened_at,
                o.capacity AS capacity, o.taken AS taken, o.price_en AS price_en, o.price_es AS price_es,
                o.audience_en AS audience_en, o.audience_es AS audience_es,
                (
                    SELECT COUNT(*)
                    FROM gathering g
                    WHERE g.season_id = s.id AND g.published_at IS NOT NULL AND g.cancelled_at IS NULL
                ) AS gatherings,
                (
                    SELECT MIN(x.starts_at)
                    FROM sitting x
                    JOIN gathering g ON g.id = x.gathering_id
                    WHERE g.season_id = s.id
                        AND g.published_at IS NOT NULL
                        AND g.cancelled_at IS NULL
                        AND x.removed_at IS NULL
                ) AS first_at,
                (
                    SELECT MAX(x.starts_at)
                    FROM sitting x
                    JOIN gathering g ON g.id = x.gathering_id
                    WHERE g.season_id = s.id
                        AND g.published_at IS NOT NULL
                        AND g.cancelled_at IS NULL
                        AND x.removed_at IS NULL
                ) AS last_at,
                (
                    SELECT MIN(t.cents)
                    FROM offer_tier t
                    WHERE t.season_id = s.id AND (t.until_at IS NULL OR t.until_at >= $1)
                ) AS lowest_cents,
                (
                    SELECT MAX(t.cents)
                    FROM offer_tier t
                    WHERE t.season_id = s.id AND (t.until_at IS NULL OR t.until_at >= $1)
                ) AS highest_cents, CASE WHEN s.unconfirmed_at IS NULL THEN 0 ELSE 1 END AS unconfirmed
            FROM offer o
            JOIN season s ON s.id = o.season_id
            JOIN program p ON p.id = s.program_id
            WHERE o.opened_at IS NOT NULL AND o.closes_at >= $1
            ORDER BY o.closes_at, s.slug"
        ),
        args![now],
    )
    .await
}

pub(super) async fn insert(
    kernel: &Kernel,
    conn: &mut Conn,
    permit: &KeepListings,
    by: Option<&Id>,
    l: &Listing,
) -> Result<Id> {
    let id = kernel.id();
    conn.run(
        sql!(
            "INSERT INTO listing (
                id, program_id, kind, title_en, title_es, text_en, text_es, audience_en, audience_es, host, place,
                    url, has_no_deadline, zone, price_en, price_es, recorded, made_by, made_at, changed_at
            )
            VALUES ($1, $2, 'other', '', '', '', '', '', '', '', '', '', 0, '', '', '', '', $3, $4, 0)"
        ),
        args![&id, permit.program(), by, kernel.now()],
    )
    .await?;
    update(conn, permit, &id, Time(0), l, kernel.now()).await?;
    Ok(id)
}

/// Writes a listing anew, if it still is what `seen` saw.
pub(super) async fn update(
    conn: &mut Conn,
    permit: &KeepListings,
    id: &Id,
    seen: Time,
    l: &Listing,
    now: Time,
) -> Result<bool> {
    Ok(conn
        .run(
            sql!(
                "UPDATE listing
                SET kind = $4, title_en = $5, title_es = $6, text_en = $7, text_es = $8, audience_en = $9,
                    audience_es = $10, host = $11, place = $12, url = $13, starts_on = $14, ends_on = $15,
                    deadline_on = $16, has_no_deadline = $17, zone = $18, price_en = $19, price_es = $20,
                    recorded = $21, changed_at = CASE WHEN $22 > changed_at THEN $22 ELSE changed_at + 1 END
                WHERE program_id = $1 AND id = $2 AND changed_at = $3"
            ),
            args![
                permit.program(),
                id,
                seen,
                &l.kind,
                &l.title_en,
                &l.title_es,
                &l.text_en,
                &l.text_es,
                &l.audience_en,
                &l.audience_es,
                &l.host,
                &l.place,
                &l.url,
                l.starts_on.as_deref(),
                l.ends_on.as_deref(),
                l.deadline_on.as_deref(),
                l.has_no_deadline,
                &l.zone,
                &l.price_en,
                &l.price_es,
                &l.recorded,
                now
            ],
        )
        .await?
        > 0)
}

/// Shows a listing to everyone, as it was when it was looked through, or takes it back. False where it was so already,
/// or is not the same any more.
pub(super) async fn publish(
    conn: &mut Conn,
    permit: &KeepListings,
    listing: &Listing,
    now: Option<Time>,
) -> Result<bool> {
    let sql = sql!(
        "UPDATE listing
        SET published_at = $3, changed_at = changed_at + 1
        WHERE program_id = $1
            AND id = $2
            AND changed_at = $4
            AND (published_at IS NULL) <> (CAST($3 AS BIGINT) IS NULL)"
    );
    Ok(conn.run(sql, args![permit.program(), &listing.id, now, listing.changed_at]).await? > 0)
}

pub(super) async fn remove(conn: &mut Conn, permit: &KeepListings, id: &Id) -> Result<bool> {
    Ok(conn
        .run(
            sql!("DELETE FROM listing WHERE program_id = $1 AND id = $2 AND published_at IS NULL"),
            args![permit.program(), id],
        )
        .await?
        > 0)
}

/// Links that stand on pages and are new, were last tried before `stale`, or led nowhere before `dead`; at most
/// `limit`, the oldest first.
pub(super) async fn due_links(conn: &mut Conn, stale: Time, dead: Time, limit: i64) -> Result<Vec<String>> {
    let due: Vec<(String,)> = conn
        .all(
            sql!(
                "SELECT u.url
                FROM (
                    SELECT url
                    FROM listing
                    UNION
                    SELECT pay_url
                    FROM offer
                    UNION
                    SELECT source_url
                    FROM card
                    UNION
                    SELECT url
                    FROM schedule_source
                ) u
                LEFT JOIN link_check c ON c.url = u.url
                WHERE u.url <> '' AND (c.url IS NULL OR c.checked_at < $1 OR (c.state = 'dead' AND c.checked_at < $3))
                ORDER BY COALESCE(c.checked_at, 0), u.url LIMIT $2"
            ),
            args![stale, limit, dead],
        )
        .await?;
    Ok(due.into_iter().map(|(url,)| url).collect())
}

/// Writes down what came of trying a link.
pub(super) async fn keep_link(conn: &mut Conn, url: &str, state: LinkState, said: &str, now: Time) -> Result<()> {
    conn.run(
        sql!(
            "INSERT INTO link_check (url, state, said, checked_at, dead_since)
            VALUES (
                $1, $2, $3, CAST($4 AS BIGINT), CASE WHEN CAST($2 AS TEXT) = 'dead' THEN CAST($4 AS BIGINT) END
            )
            ON CONFLICT (url) DO UPDATE SET state = excluded.state, said = excluded.said,
                checked_at = excluded.checked_at,
                dead_since = CASE
                    WHEN excluded.state = 'dead' THEN COALESCE(link_check.dead_since, excluded.checked_at)
                    END"
        ),
        args![url, state, said, now],
    )
    .await
    .map(drop)
}
