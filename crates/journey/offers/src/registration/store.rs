//! The SQL of registration; that of the offer itself is in [`offer`].

pub(super) mod offer;

pub use offer::{offer, tiers};

use super::model::{Listed, Registration, State};
use super::rules::RunOffer;
use weft_kernel::Kernel;
use weft_kernel::clock::Time;
use weft_kernel::db::{Conn, Result};
use weft_kernel::ids::Id;
use weft_kernel::{args, row, sql};
use weft_people::address::{Mailed, Proved, Typed};
use weft_people::rules::OwnRecord;
use weft_people::store as people;

/// A registration that is not written down yet.
pub(super) struct New<'a> {
    pub season: &'a Id,
    pub person: &'a Id,
    pub state: State,
    pub at: Time,
    pub confirmed_at: Option<Time>,
}

/// Writes a registration down; `None` when the person has one already.
pub(super) async fn insert(kernel: &Kernel, conn: &mut Conn, new: New<'_>) -> Result<Option<Id>> {
    let row: Option<(Id,)> = conn
        .opt(
            sql!(
                "INSERT INTO registration (id, season_id, person_id, state, at, confirmed_at)
                VALUES ($1, $2, $3, $4, $5, $6)
                ON CONFLICT (season_id, person_id) DO UPDATE SET state = excluded.state, at = excluded.at,
                    confirmed_at = excluded.confirmed_at
                WHERE registration.state = 'left' RETURNING id"
            ),
            args![kernel.id(), new.season, new.person, new.state, new.at, new.confirmed_at],
        )
        .await?;
    Ok(row.map(|(id,)| id))
}

/// The registration of whoever holds a proved address.
pub(super) async fn of_holder(conn: &mut Conn, season: &Id, address: &Proved) -> Result<Option<Registration>> {
    confirmed_with(conn, season, address.norm()).await
}

/// The registration of whoever holds an address that somebody typed: for what a letter to that very address says, and
/// for nothing else.
pub(super) async fn to_write_of(conn: &mut Conn, season: &Id, address: &Typed) -> Result<Option<Registration>> {
    confirmed_with(conn, season, address.norm()).await
}

async fn confirmed_with(conn: &mut Conn, season: &Id, norm: &str) -> Result<Option<Registration>> {
    conn.opt(
        sql!(
            "SELECT r.id AS id, r.season_id AS season_id, s.slug AS season_slug, r.person_id AS person_id,
                p.display_name AS name, r.state AS state, r.at AS at, r.confirmed_at AS confirmed_at
            FROM registration r
            JOIN season s ON s.id = r.season_id
            JOIN person p ON p.id = r.person_id
            WHERE r.season_id = $1
                AND r.state <> 'left'
                AND r.confirmed_at IS NOT NULL
                AND r.person_id IN (
                    SELECT c.person_id
                    FROM contact_point c
                    WHERE c.norm = $2 AND c.kind = 'email' AND c.until IS NULL AND c.is_apart = 0
                )"
        ),
        args![season, norm],
    )
    .await
}

/// What was typed for a season with an address that is proved now, and was not confirmed.
pub(super) async fn typed_with(conn: &mut Conn, season: &Id, address: &Proved) -> Result<Vec<Registration>> {
    conn.all(
        sql!(
            "SELECT r.id AS id, r.season_id AS season_id, s.slug AS season_slug, r.person_id AS person_id,
                p.display_name AS name, r.state AS state, r.at AS at, r.confirmed_at AS confirmed_at
            FROM registration r
            JOIN season s ON s.id = r.season_id
            JOIN person p ON p.id = r.person_id
            WHERE r.season_id = $1
                AND r.state <> 'left'
                AND r.confirmed_at IS NULL
                AND r.person_id IN (
                    SELECT c.person_id
                    FROM contact_point c
                    WHERE c.norm = $2 AND c.kind = 'email' AND c.until IS NULL
                )
            ORDER BY r.at, r.id"
        ),
        args![season, address.norm()],
    )
    .await
}

row! {
    /// A registration for which a seat was held long enough.
    pub(super) struct Lapsed { id: Id, season_slug: String, person_id: Id }
}

/// Unconfirmed registrations that still hold a seat since before a moment, and, from long before, those that hold none.
pub(super) async fn lapsed(conn: &mut Conn, held_before: Time, asked_before: Time) -> Result<Vec<Lapsed>> {
    conn.all(
        sql!(
            "SELECT r.id AS id, s.slug AS season_slug, r.person_id AS person_id
            FROM registration r
            JOIN season s ON s.id = r.season_id
            WHERE r.confirmed_at IS NULL AND ((r.state = 'held' AND r.at <= $1) OR (r.state = 'asked' AND r.at <= $2))
            ORDER BY r.at, r.id LIMIT 500"
        ),
        args![held_before, asked_before],
    )
    .await
}

/// Takes the seat from an unconfirmed registration, and ends it where nothing can come of it any more: its address is
/// registered, or nobody used the link for long. Returns its states before and after.
pub(super) async fn lapse(conn: &mut Conn, id: &Id, asked_before: Time) -> Result<Option<(State, State)>> {
    let Some((was,)) = conn
        .opt::<(State,)>(
            sql!("SELECT state FROM registration WHERE id = $1 AND confirmed_at IS NULL AND state <> 'left'"),
            args![id],
        )
        .await?
    else {
        return Ok(None);
    };
    let now: Option<(State,)> = conn
        .opt(
            sql!(
                "UPDATE registration
                SET state = CASE
                    WHEN at <= $2
                        OR EXISTS (
                            SELECT 1
                            FROM contact_point t
                            JOIN contact_point c ON c.norm = t.norm
                                AND c.kind = 'email'
                                AND c.until IS NULL
                                AND c.is_apart = 0
                            JOIN registration o ON o.person_id = c.person_id
                                AND o.season_id = registration.season_id
                                AND o.confirmed_at IS NOT NULL
                                AND o.state <> 'left'
                            WHERE t.person_id = registration.person_id AND t.kind = 'email' AND t.until IS NULL
                        ) THEN 'left'
                    ELSE 'asked'
                    END
                WHERE id = $1 AND confirmed_at IS NULL RETURNING state"
            ),
            args![id, asked_before],
        )
        .await?;
    Ok(now.map(|(now,)| (was, now)))
}

/// One more link to a registration, and where it is mailed.
pub(super) async fn add_key(
    kernel: &Kernel,
    conn: &mut Conn,
    registration: &Id,
    token_hash: &str,
    mailed_to: &str,
) -> Result<()> {
    let sql = sql!(
        "INSERT INTO registration_key (token_hash, registration_id, made_at, mailed_to)
        VALUES ($1, $2, $3, $4)"
    );
    conn.run(sql, args![token_hash, registration, kernel.now(), mailed_to]).await.map(drop)
}

row! { struct Key { mailed_to: Mailed } }

/// Where a link was mailed.
pub(super) async fn mailed_to(conn: &mut Conn, token_hash: &str) -> Result<Option<Mailed>> {
    let key: Option<Key> =
        conn.opt(sql!("SELECT mailed_to FROM registration_key WHERE token_hash = $1"), args![token_hash]).await?;
    Ok(key.map(|k| k.mailed_to))
}

/// Links to a registration that was joined to another lead to that one.
pub(super) async fn move_keys(conn: &mut Conn, from: &Id, to: &Id) -> Result<()> {
    conn.run(sql!("UPDATE registration_key SET registration_id = $2 WHERE registration_id = $1"), args![from, to])
        .await
        .map(drop)
}

/// Someone on the list has a seat now.
pub(super) async fn let_in(conn: &mut Conn, id: &Id) -> Result<()> {
    conn.run(sql!("UPDATE registration SET state = 'held' WHERE id = $1 AND state = 'waiting'"), args![id])
        .await
        .map(drop)
}

/// What someone needs in a season, for the page of their own link.
pub(super) async fn need(conn: &mut Conn, of: &Registration) -> Result<Option<String>> {
    let sql = sql!("SELECT value FROM access_need WHERE person_id = $1 AND season_id = $2");
    Ok(conn.opt::<(String,)>(sql, args![&of.person_id, &of.season_id]).await?.map(|(v,)| v))
}

row! {
    /// A place that waits for somebody's yes, while `is_open`.
    pub struct PlaceOffer {
        registration_id: Id,
        season_slug: String,
        from_name: String,
        given_name: String,
        family_name: String,
        mailed_to: Mailed,
        language: String,
        at: Time,
        is_open: bool,
    }
}

/// Offers a place; an earlier offer of the same place must have ended.
pub(super) async fn offer_place(
    kernel: &Kernel,
    conn: &mut Conn,
    registration: &Id,
    wish: &super::acts::Wish<'_>,
    token_hash: &str,
) -> Result<()> {
    conn.run(
        sql!(
            "INSERT INTO place_offer (token_hash, registration_id, given_name, family_name, mailed_to, language, at)
            VALUES ($1, $2, $3, $4, $5, $6, $7)"
        ),
        args![token_hash, registration, wish.given_name, wish.family_name, wish.email, wish.lang.tag(), kernel.now()],
    )
    .await
    .map(drop)
}

/// Takes the open offer of a place back. `false` when there is none.
pub(super) async fn end_place_offers(conn: &mut Conn, registration: &Id, now: Time) -> Result<bool> {
    Ok(conn
        .run(
            sql!("UPDATE place_offer SET ended_at = $2 WHERE registration_id = $1 AND ended_at IS NULL"),
            args![registration, now],
        )
        .await?
        > 0)
}

/// Ends the offer of this link, once.
pub(super) async fn end_place_offer(conn: &mut Conn, token_hash: &str, now: Time) -> Result<bool> {
    Ok(conn
        .run(
            sql!("UPDATE place_offer SET ended_at = $2 WHERE token_hash = $1 AND ended_at IS NULL"),
            args![token_hash, now],
        )
        .await?
        > 0)
}

/// An offer by its link. It is open while nobody has said yes or no, it was not taken back, and the place is there.
pub async fn place_offer(conn: &mut Conn, token_hash: &str) -> Result<Option<PlaceOffer>> {
    conn.opt(
        sql!(
            "SELECT o.registration_id AS registration_id, s.slug AS season_slug, p.display_name AS from_name,
                o.given_name AS given_name, o.family_name AS family_name, o.mailed_to AS mailed_to,
                o.language AS language, o.at AS at,
                CAST(
                    CASE
                        WHEN o.ended_at IS NULL AND r.state = 'held' AND r.confirmed_at IS NOT NULL THEN 1
                        ELSE 0
                        END AS BIGINT
                ) AS is_open
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
    conn.opt(
        sql!("SELECT mailed_to, at FROM place_offer WHERE registration_id = $1 AND ended_at IS NULL"),
        args![registration],
    )
    .await
}

/// A registration as it is now, unless it is over: while this waited, it may have been confirmed, let in, or ended.
pub(super) async fn now(conn: &mut Conn, id: &Id) -> Result<Option<Registration>> {
    conn.opt(
        sql!(
            "SELECT r.id AS id, r.season_id AS season_id, s.slug AS season_slug, r.person_id AS person_id,
                p.display_name AS name, r.state AS state, r.at AS at, r.confirmed_at AS confirmed_at
            FROM registration r
            JOIN season s ON s.id = r.season_id
            JOIN person p ON p.id = r.person_id
            WHERE r.id = $1 AND r.state <> 'left'"
        ),
        args![id],
    )
    .await
}

/// The address that invitations go to as well.
pub(super) async fn address(conn: &mut Conn, person: &Id) -> Result<Option<String>> {
    let sql = sql!(
        "SELECT value
        FROM contact_point
        WHERE person_id = $1 AND kind = 'email' AND until IS NULL
        ORDER BY is_apart, is_primary DESC, since LIMIT 1"
    );
    Ok(conn.opt::<(String,)>(sql, args![person]).await?.map(|(a,)| a))
}

/// What someone needed who does not come is nobody's business any more.
pub(super) async fn forget_need(conn: &mut Conn, season: &Id, person: &Id) -> Result<()> {
    conn.run(sql!("DELETE FROM access_need WHERE season_id = $1 AND person_id = $2"), args![season, person])
        .await
        .map(drop)
}

/// A registration of the season by its id, for those who run it.
pub async fn by_id(conn: &mut Conn, permit: &RunOffer, id: &Id) -> Result<Option<Registration>> {
    conn.opt(
        sql!(
            "SELECT r.id AS id, r.season_id AS season_id, s.slug AS season_slug, r.person_id AS person_id,
                p.display_name AS name, r.state AS state, r.at AS at, r.confirmed_at AS confirmed_at
            FROM registration r
            JOIN season s ON s.id = r.season_id
            JOIN person p ON p.id = r.person_id
            WHERE r.season_id = $1 AND r.id = $2 AND r.state <> 'left'"
        ),
        args![permit.season(), id],
    )
    .await
}

/// A registration by its key, also one that has ended.
pub async fn by_token(conn: &mut Conn, token_hash: &str) -> Result<Option<Registration>> {
    conn.opt(
        sql!(
            "SELECT r.id AS id, r.season_id AS season_id, s.slug AS season_slug, r.person_id AS person_id,
                p.display_name AS name, r.state AS state, r.at AS at, r.confirmed_at AS confirmed_at
            FROM registration r
            JOIN season s ON s.id = r.season_id
            JOIN person p ON p.id = r.person_id
            JOIN registration_key k ON k.registration_id = r.id
            WHERE k.token_hash = $1"
        ),
        args![token_hash],
    )
    .await
}

/// Whether a registration ended because somebody accepted its place.
pub async fn was_passed(conn: &mut Conn, of: &Registration) -> Result<bool> {
    let sql = sql!(
        "SELECT COUNT(*)
        FROM event
        WHERE actor_id = $1 AND verb = 'registration.passed' AND season_id = $2 AND at >= $3"
    );
    Ok(conn.one::<(i64,)>(sql, args![&of.person_id, &of.season_id, of.at]).await?.0 > 0)
}

/// Ends a registration; false when it had ended.
pub(super) async fn end(conn: &mut Conn, id: &Id, state: State) -> Result<bool> {
    Ok(conn.run(sql!("UPDATE registration SET state = 'left' WHERE id = $1 AND state = $2"), args![id, state]).await?
        > 0)
}

/// Whoever takes part no longer leaves the season's spaces.
pub(super) async fn leave_spaces(conn: &mut Conn, season: &Id, person: &Id) -> Result<()> {
    people::leave_spaces(conn, Some(season), person).await
}

/// The first of the list gets a seat that is already counted as theirs. Returns the registration and its person.
pub(super) async fn first_waiting(conn: &mut Conn, season: &Id) -> Result<Option<(Id, Id)>> {
    conn.opt(
        sql!(
            "UPDATE registration
            SET state = 'held'
            WHERE state = 'waiting'
                AND id = (
                    SELECT w.id
                    FROM registration w
                    WHERE w.season_id = $1 AND w.state = 'waiting'
                    ORDER BY w.at, w.id LIMIT 1
                )
            RETURNING id, person_id"
        ),
        args![season],
    )
    .await
}

pub async fn listed(conn: &mut Conn, permit: &RunOffer) -> Result<Vec<Listed>> {
    conn.all(
        sql!(
            "SELECT r.id AS id, p.display_name AS name,
                (SELECT o.value FROM mailbox o WHERE o.person_id = p.id) AS email, r.state AS state, r.at AS at,
                CASE WHEN r.confirmed_at IS NULL THEN 0 ELSE 1 END AS is_confirmed
            FROM registration r
            JOIN person p ON p.id = r.person_id
            WHERE r.season_id = $1 AND r.state IN ('held', 'waiting')
            ORDER BY r.state, r.at, r.id"
        ),
        args![permit.season()],
    )
    .await
}

/// Registrations apart that carry an address which the reader has proved.
pub async fn unconfirmed(conn: &mut Conn, own: &OwnRecord) -> Result<Vec<Registration>> {
    conn.all(
        sql!(
            "SELECT DISTINCT r.id AS id, r.season_id AS season_id, s.slug AS season_slug, r.person_id AS person_id,
                p.display_name AS name, r.state AS state, r.at AS at, r.confirmed_at AS confirmed_at
            FROM registration r
            JOIN season s ON s.id = r.season_id
            JOIN person p ON p.id = r.person_id
            JOIN contact_point c ON c.person_id = r.person_id
                AND c.kind = 'email'
                AND c.until IS NULL
                AND c.is_apart = 1
            JOIN contact_point o ON o.norm = c.norm
                AND o.kind = 'email'
                AND o.until IS NULL
                AND o.is_apart = 0
                AND o.proved_at IS NOT NULL
            WHERE o.person_id = $1 AND r.state <> 'left' AND r.confirmed_at IS NULL
            ORDER BY at, id"
        ),
        args![own.person()],
    )
    .await
}
