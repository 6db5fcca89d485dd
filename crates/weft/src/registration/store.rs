//! The SQL of registration.

use super::model::{Listed, Offer, Registration, Tier};
use super::rules::RunOffer;
use crate::kernel::Kernel;
use crate::kernel::clock::Time;
use crate::kernel::db::{Conn, Named, Result};
use crate::kernel::ids::Id;
use crate::people::address::{Proved, Typed};
use crate::people::rules::OwnRecord;
use crate::people::store as people;
use crate::{args, row, sql};

pub async fn offer(conn: &mut Conn, season: &Id) -> Result<Option<Offer>> {
    conn.opt(
        sql!("SELECT o.season_id AS season_id, o.capacity AS capacity, o.taken AS taken, o.closes_on AS closes_on, o.closes_at AS closes_at, o.price_en AS price_en, o.price_es AS price_es, o.pay_url AS pay_url, o.audience_en AS audience_en, o.audience_es AS audience_es, o.opened_at AS opened_at, (SELECT COUNT(*) FROM registration r WHERE r.season_id = o.season_id AND r.state = 'waiting') AS waiting FROM offer o WHERE o.season_id = $1"),
        args![season],
    )
    .await
}

/// What an offer costs, in order.
pub async fn tiers(conn: &mut Conn, season: &Id) -> Result<Vec<Tier>> {
    conn.all(sql!("SELECT name_en, name_es, cents, until_on, until_at FROM offer_tier WHERE season_id = $1 ORDER BY position"), args![season]).await
}

pub(super) async fn set_tiers(conn: &mut Conn, permit: &RunOffer, tiers: &[Tier]) -> Result<()> {
    conn.run(sql!("DELETE FROM offer_tier WHERE season_id = $1"), args![permit.season()]).await?;
    for (position, t) in tiers.iter().enumerate() {
        conn.run(
            sql!("INSERT INTO offer_tier (season_id, position, name_en, name_es, cents, until_on, until_at) VALUES ($1, $2, $3, $4, $5, $6, $7)"),
            args![permit.season(), position, &t.name_en, &t.name_es, t.cents, t.until_on.as_deref(), t.until_at],
        )
        .await?;
    }
    Ok(())
}

/// Saves an offer; false when more people have a seat than it would have.
pub(super) async fn save(conn: &mut Conn, permit: &RunOffer, o: &Offer) -> Result<bool> {
    Ok(conn
        .run(
            sql!("INSERT INTO offer (season_id, capacity, closes_on, closes_at, price_en, price_es, pay_url, audience_en, audience_es) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (season_id) DO UPDATE SET capacity = excluded.capacity, closes_on = excluded.closes_on, closes_at = excluded.closes_at, price_en = excluded.price_en, price_es = excluded.price_es, pay_url = excluded.pay_url, audience_en = excluded.audience_en, audience_es = excluded.audience_es WHERE excluded.capacity IS NULL OR offer.taken <= excluded.capacity"),
            args![permit.season(), o.capacity, &o.closes_on, o.closes_at, &o.price_en, &o.price_es, &o.pay_url, &o.audience_en, &o.audience_es],
        )
        .await?
        > 0)
}

pub(super) async fn open(conn: &mut Conn, permit: &RunOffer, now: Time) -> Result<bool> {
    Ok(conn.run(sql!("UPDATE offer SET opened_at = $2 WHERE season_id = $1 AND opened_at IS NULL"), args![permit.season(), now]).await? > 0)
}

/// Holds an offer: whoever else registers or leaves waits for this transaction. Taken before anything else, so that no two wait for each other.
pub(super) async fn hold(conn: &mut Conn, season: &Id) -> Result<()> {
    conn.run(sql!("UPDATE offer SET taken = taken WHERE season_id = $1"), args![season]).await.map(drop)
}

/// Takes a seat if there is one. Two who press at once cannot both get the last.
pub(super) async fn take_seat(conn: &mut Conn, season: &Id) -> Result<bool> {
    Ok(conn.run(sql!("UPDATE offer SET taken = taken + 1 WHERE season_id = $1 AND (capacity IS NULL OR taken < capacity)"), args![season]).await? > 0)
}

pub(super) async fn give_seat_back(conn: &mut Conn, season: &Id) -> Result<()> {
    conn.run(sql!("UPDATE offer SET taken = taken - 1 WHERE season_id = $1 AND taken > 0"), args![season]).await.map(drop)
}

/// Writes a registration down; `None` when the person has one already.
pub(super) async fn insert(kernel: &Kernel, conn: &mut Conn, season: &Id, person: &Id, state: &str) -> Result<Option<Id>> {
    let row: Option<(Id,)> = conn
        .opt(
            sql!(
                "INSERT INTO registration (id, season_id, person_id, state, at) VALUES ($1, $2, $3, $4, $5)
                ON CONFLICT (season_id, person_id) DO UPDATE SET state = excluded.state, at = excluded.at WHERE registration.state = 'left'
                RETURNING id"
            ),
            args![kernel.id(), season, person, state, kernel.now()],
        )
        .await?;
    Ok(row.map(|(id,)| id))
}

/// The registration of a season that carries an address, whoever typed it.
pub(super) async fn with_address(conn: &mut Conn, season: &Id, address: &Typed) -> Result<Option<Registration>> {
    conn.opt(
        sql!(
            "SELECT r.id AS id, r.season_id AS season_id, s.slug AS season_slug, r.person_id AS person_id, p.display_name AS name, r.state AS state, r.at AS at
            FROM registration r
            JOIN season s ON s.id = r.season_id
            JOIN person p ON p.id = r.person_id
            JOIN contact_point c ON c.person_id = r.person_id AND c.kind = 'email' AND c.until IS NULL
            WHERE r.season_id = $1 AND c.norm = $2 AND r.state <> 'left'
            ORDER BY c.is_apart, r.at, r.id
            LIMIT 1"
        ),
        args![season, address.norm()],
    )
    .await
}

/// The registration of whoever holds a proved address.
pub(super) async fn of_holder(conn: &mut Conn, season: &Id, address: &Proved) -> Result<Option<Registration>> {
    conn.opt(
        sql!(
            "SELECT r.id AS id, r.season_id AS season_id, s.slug AS season_slug, r.person_id AS person_id, p.display_name AS name, r.state AS state, r.at AS at
            FROM registration r
            JOIN season s ON s.id = r.season_id
            JOIN person p ON p.id = r.person_id
            WHERE r.season_id = $1 AND r.state <> 'left'
              AND r.person_id IN (SELECT c.person_id FROM contact_point c WHERE c.norm = $2 AND c.kind = 'email' AND c.until IS NULL AND c.is_apart = 0)"
        ),
        args![season, address.norm()],
    )
    .await
}

/// One more link to a registration.
pub(super) async fn add_key(kernel: &Kernel, conn: &mut Conn, registration: &Id, token_hash: &str) -> Result<()> {
    conn.run(sql!("INSERT INTO registration_key (token_hash, registration_id, made_at) VALUES ($1, $2, $3)"), args![token_hash, registration, kernel.now()])
        .await
        .map(drop)
}

/// Whether someone who is registered has shown that their address is theirs; the address is the one that their link was mailed to.
pub(super) async fn unproved(conn: &mut Conn, person: &Id) -> Result<Option<String>> {
    let sql =
        sql!("SELECT value FROM contact_point WHERE person_id = $1 AND kind = 'email' AND until IS NULL AND proved_at IS NULL ORDER BY is_primary DESC, since LIMIT 1");
    Ok(conn.opt::<(String,)>(sql, args![person]).await?.map(|(a,)| a))
}

row! {
    /// A place that waits for somebody's yes, while `is_open`.
    pub struct PlaceOffer { registration_id: Id, season_slug: String, from_name: String, given_name: String, family_name: String, email: String, language: String, at: Time, is_open: bool }
}

/// Offers a place; an earlier offer of the same place must have ended.
pub(super) async fn offer_place(kernel: &Kernel, conn: &mut Conn, registration: &Id, wish: &super::acts::Wish<'_>, token_hash: &str) -> Result<()> {
    conn.run(
        sql!("INSERT INTO place_offer (token_hash, registration_id, given_name, family_name, email, language, at) VALUES ($1, $2, $3, $4, $5, $6, $7)"),
        args![token_hash, registration, wish.given_name, wish.family_name, wish.email, wish.lang.tag(), kernel.now()],
    )
    .await
    .map(drop)
}

/// Takes the open offer of a place back. `false` when there is none.
pub(super) async fn end_place_offers(conn: &mut Conn, registration: &Id, now: Time) -> Result<bool> {
    Ok(conn.run(sql!("UPDATE place_offer SET ended_at = $2 WHERE registration_id = $1 AND ended_at IS NULL"), args![registration, now]).await? > 0)
}

/// Ends the offer of this link, once.
pub(super) async fn end_place_offer(conn: &mut Conn, token_hash: &str, now: Time) -> Result<bool> {
    Ok(conn.run(sql!("UPDATE place_offer SET ended_at = $2 WHERE token_hash = $1 AND ended_at IS NULL"), args![token_hash, now]).await? > 0)
}

/// An offer by its link. It is open while nobody has said yes or no, it was not taken back, and the place is there.
pub async fn place_offer(conn: &mut Conn, token_hash: &str) -> Result<Option<PlaceOffer>> {
    conn.opt(
        sql!(
            "SELECT o.registration_id AS registration_id, s.slug AS season_slug, p.display_name AS from_name, o.given_name AS given_name, o.family_name AS family_name,
              o.email AS email, o.language AS language, o.at AS at, CAST(CASE WHEN o.ended_at IS NULL AND r.state = 'held' THEN 1 ELSE 0 END AS BIGINT) AS is_open
            FROM place_offer o
            JOIN registration r ON r.id = o.registration_id
            JOIN season s ON s.id = r.season_id
            JOIN person p ON p.id = r.person_id
            WHERE o.token_hash = $1"
        ),
        args![token_hash],
    )
    .await
}

/// To whom a place is offered now: an address and since when.
pub async fn offered_to(conn: &mut Conn, registration: &Id) -> Result<Option<(String, Time)>> {
    conn.opt(sql!("SELECT email, at FROM place_offer WHERE registration_id = $1 AND ended_at IS NULL"), args![registration]).await
}

/// A registration by its id, for the one who was offered its place.
pub(super) async fn of_offer(conn: &mut Conn, offer: &PlaceOffer) -> Result<Option<Registration>> {
    conn.opt(
        sql!(
            "SELECT r.id AS id, r.season_id AS season_id, s.slug AS season_slug, r.person_id AS person_id, p.display_name AS name, r.state AS state, r.at AS at
            FROM registration r
            JOIN season s ON s.id = r.season_id
            JOIN person p ON p.id = r.person_id
            WHERE r.id = $1"
        ),
        args![&offer.registration_id],
    )
    .await
}

/// Seasons where somebody waits although a seat is free.
pub(super) async fn to_fill(conn: &mut Conn) -> Result<Vec<String>> {
    let rows: Vec<(String,)> = conn
        .all(
            sql!(
                "SELECT s.slug FROM offer o JOIN season s ON s.id = o.season_id
                WHERE (o.capacity IS NULL OR o.taken < o.capacity) AND EXISTS (SELECT 1 FROM registration r WHERE r.season_id = o.season_id AND r.state = 'waiting')
                ORDER BY s.slug"
            ),
            args![],
        )
        .await?;
    Ok(rows.into_iter().map(|(slug,)| slug).collect())
}

/// How a registration stands now.
pub(super) async fn state(conn: &mut Conn, id: &Id) -> Result<String> {
    Ok(conn.opt::<(String,)>(sql!("SELECT state FROM registration WHERE id = $1"), args![id]).await?.map_or_else(|| "left".into(), |(s,)| s))
}

/// The address that invitations go to as well.
pub(super) async fn address(conn: &mut Conn, person: &Id) -> Result<Option<String>> {
    let sql = sql!("SELECT value FROM contact_point WHERE person_id = $1 AND kind = 'email' AND until IS NULL ORDER BY is_primary DESC, since LIMIT 1");
    Ok(conn.opt::<(String,)>(sql, args![person]).await?.map(|(a,)| a))
}

/// What someone needed who does not come is nobody's business any more.
pub(super) async fn forget_need(conn: &mut Conn, season: &Id, person: &Id) -> Result<()> {
    conn.run(sql!("DELETE FROM access_need WHERE season_id = $1 AND person_id = $2"), args![season, person]).await.map(drop)
}

/// A registration of the season by its id, for those who run it.
pub async fn by_id(conn: &mut Conn, permit: &RunOffer, id: &Id) -> Result<Option<Registration>> {
    conn.opt(
        sql!("SELECT r.id AS id, r.season_id AS season_id, s.slug AS season_slug, r.person_id AS person_id, p.display_name AS name, r.state AS state, r.at AS at FROM registration r JOIN season s ON s.id = r.season_id JOIN person p ON p.id = r.person_id WHERE r.season_id = $1 AND r.id = $2 AND r.state <> 'left'"),
        args![permit.season(), id],
    )
    .await
}

/// A registration by its key, also one that has ended.
pub async fn by_token(conn: &mut Conn, token_hash: &str) -> Result<Option<Registration>> {
    conn.opt(
        sql!("SELECT r.id AS id, r.season_id AS season_id, s.slug AS season_slug, r.person_id AS person_id, p.display_name AS name, r.state AS state, r.at AS at FROM registration r JOIN season s ON s.id = r.season_id JOIN person p ON p.id = r.person_id JOIN registration_key k ON k.registration_id = r.id WHERE k.token_hash = $1"),
        args![token_hash],
    )
    .await
}

/// Whether a registration ended because somebody accepted its place.
pub async fn was_passed(conn: &mut Conn, of: &Registration) -> Result<bool> {
    let sql = sql!("SELECT COUNT(*) FROM event WHERE actor_id = $1 AND verb = 'registration.passed' AND season_id = $2 AND at >= $3");
    Ok(conn.one::<(i64,)>(sql, args![&of.person_id, &of.season_id, of.at]).await?.0 > 0)
}

/// Ends a registration; false when it had ended.
pub(super) async fn end(conn: &mut Conn, id: &Id, state: &str) -> Result<bool> {
    Ok(conn.run(sql!("UPDATE registration SET state = 'left' WHERE id = $1 AND state = $2"), args![id, state]).await? > 0)
}

pub(super) async fn end_role(conn: &mut Conn, season: &Id, person: &Id, now: Time) -> Result<()> {
    conn.run(sql!("UPDATE role SET until = $3 WHERE season_id = $1 AND person_id = $2 AND role = 'registrant' AND until IS NULL"), args![season, person, now]).await?;
    people::leave_spaces(conn, Some(season), person).await
}

/// The first of the list gets a seat that is already counted as theirs. Returns the registration and its person.
pub(super) async fn first_waiting(conn: &mut Conn, season: &Id) -> Result<Option<(Id, Id)>> {
    conn.opt(
        sql!("UPDATE registration SET state = 'held' WHERE state = 'waiting' AND id = (SELECT w.id FROM registration w WHERE w.season_id = $1 AND w.state = 'waiting' ORDER BY w.at, w.id LIMIT 1) RETURNING id, person_id"),
        args![season],
    )
    .await
}

pub async fn listed(conn: &mut Conn, permit: &RunOffer) -> Result<Vec<Listed>> {
    conn.all(
        sql!("SELECT r.id AS id, p.display_name AS name, (SELECT o.value FROM contact_point o WHERE o.person_id = p.id AND o.kind = 'email' AND o.until IS NULL ORDER BY o.is_primary DESC, o.since LIMIT 1) AS email, r.state AS state, r.at AS at FROM registration r JOIN person p ON p.id = r.person_id WHERE r.season_id = $1 AND r.state <> 'left' ORDER BY r.state, r.at, r.id"),
        args![permit.season()],
    )
    .await
}

/// Registrations apart that carry an address which the reader has proved.
pub async fn unconfirmed(conn: &mut Conn, own: &OwnRecord) -> Result<Vec<Registration>> {
    conn.all(
        sql!(
            "SELECT DISTINCT r.id AS id, r.season_id AS season_id, s.slug AS season_slug, r.person_id AS person_id, p.display_name AS name, r.state AS state, r.at AS at
            FROM registration r
            JOIN season s ON s.id = r.season_id
            JOIN person p ON p.id = r.person_id
            JOIN contact_point c ON c.person_id = r.person_id AND c.kind = 'email' AND c.until IS NULL AND c.is_apart = 1
            JOIN contact_point o ON o.norm = c.norm AND o.kind = 'email' AND o.until IS NULL AND o.is_apart = 0 AND o.proved_at IS NOT NULL
            WHERE o.person_id = $1 AND r.state <> 'left'
            ORDER BY at, id"
        ),
        args![own.person()],
    )
    .await
}

/// What is kept of a person, for herself.
pub async fn own_data(conn: &mut Conn, own: &OwnRecord) -> Result<Vec<Named>> {
    conn.all(
        sql!("SELECT s.name AS season, r.state AS state, r.at AS at FROM registration r JOIN season s ON s.id = r.season_id WHERE r.person_id = $1 ORDER BY r.at"),
        args![own.person()],
    )
    .await
}
