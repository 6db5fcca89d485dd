//! The SQL of what a season offers: seats, days and prices.

use crate::registration::model::{Offer, Tier};
use crate::registration::rules::RunOffer;
use weft_kernel::clock::Time;
use weft_kernel::db::{Conn, Result};
use weft_kernel::ids::Id;
use weft_kernel::{args, sql};

pub async fn offer(conn: &mut Conn, season: &Id) -> Result<Option<Offer>> {
    conn.opt(
        sql!(
            "SELECT o.season_id AS season_id, o.capacity AS capacity, o.taken AS taken, o.closes_on AS closes_on,
                o.closes_at AS closes_at, o.price_en AS price_en, o.price_es AS price_es, o.pay_url AS pay_url,
                o.audience_en AS audience_en, o.audience_es AS audience_es, o.opened_at AS opened_at,
                (
                    SELECT COUNT(*)
                    FROM registration r
                    WHERE r.season_id = o.season_id AND r.state = 'waiting'
                ) AS waiting,
                (
                    SELECT COUNT(*)
                    FROM registration r
                    WHERE r.season_id = o.season_id AND r.state = 'held' AND r.confirmed_at IS NULL
                ) AS unconfirmed
            FROM offer o
            WHERE o.season_id = $1"
        ),
        args![season],
    )
    .await
}

/// What an offer costs, in order.
pub async fn tiers(conn: &mut Conn, season: &Id) -> Result<Vec<Tier>> {
    conn.all(
        sql!(
            "SELECT name_en, name_es, cents, until_on, until_at
            FROM offer_tier
            WHERE season_id = $1
            ORDER BY position"
        ),
        args![season],
    )
    .await
}

pub async fn set_tiers(conn: &mut Conn, permit: &RunOffer, tiers: &[Tier]) -> Result<()> {
    conn.run(sql!("DELETE FROM offer_tier WHERE season_id = $1"), args![permit.season()]).await?;
    for (position, t) in tiers.iter().enumerate() {
        conn.run(
            sql!(
                "INSERT INTO offer_tier (season_id, position, name_en, name_es, cents, until_on, until_at)
                VALUES ($1, $2, $3, $4, $5, $6, $7)"
            ),
            args![permit.season(), position, &t.name_en, &t.name_es, t.cents, t.until_on.as_deref(), t.until_at],
        )
        .await?;
    }
    Ok(())
}

/// Saves an offer; false when more people have a seat than it would have.
pub async fn save(conn: &mut Conn, permit: &RunOffer, o: &Offer) -> Result<bool> {
    Ok(conn
        .run(
            sql!(
                "INSERT INTO offer (
                    season_id, capacity, closes_on, closes_at, price_en, price_es, pay_url, audience_en, audience_es
                )
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
                ON CONFLICT (season_id) DO UPDATE SET capacity = excluded.capacity, closes_on = excluded.closes_on,
                    closes_at = excluded.closes_at, price_en = excluded.price_en, price_es = excluded.price_es,
                    pay_url = excluded.pay_url, audience_en = excluded.audience_en, audience_es = excluded.audience_es
                WHERE excluded.capacity IS NULL OR offer.taken <= excluded.capacity"
            ),
            args![
                permit.season(),
                o.capacity,
                &o.closes_on,
                o.closes_at,
                &o.price_en,
                &o.price_es,
                &o.pay_url,
                &o.audience_en,
                &o.audience_es
            ],
        )
        .await?
        > 0)
}

pub async fn open(conn: &mut Conn, permit: &RunOffer, now: Time) -> Result<bool> {
    Ok(conn
        .run(
            sql!("UPDATE offer SET opened_at = $2 WHERE season_id = $1 AND opened_at IS NULL"),
            args![permit.season(), now],
        )
        .await?
        > 0)
}

/// Holds an offer: whoever else registers or leaves waits for this transaction. Taken before anything else, so that no
/// two wait for each other.
pub async fn hold(conn: &mut Conn, season: &Id) -> Result<()> {
    conn.run(sql!("UPDATE offer SET taken = taken WHERE season_id = $1"), args![season]).await.map(drop)
}

/// Takes a seat if there is one. Two who press at once cannot both get the last.
pub async fn take_seat(conn: &mut Conn, season: &Id) -> Result<bool> {
    Ok(conn
        .run(
            sql!(
                "UPDATE offer
                SET taken = taken + 1
                WHERE season_id = $1 AND (capacity IS NULL OR taken < capacity)"
            ),
            args![season],
        )
        .await?
        > 0)
}

pub async fn give_seat_back(conn: &mut Conn, season: &Id) -> Result<()> {
    conn.run(sql!("UPDATE offer SET taken = taken - 1 WHERE season_id = $1 AND taken > 0"), args![season])
        .await
        .map(drop)
}
