//! The SQL of who takes appointments, on which terms and when.

use crate::appointments::model::{Appointment, Host, Hours, Terms};
use crate::appointments::rules::{Book, Take};
use weft_kernel::Kernel;
use weft_kernel::db::{Column, Conn, FromRow, Result, Row};
use weft_kernel::ids::Id;
use weft_kernel::{args, sql};

/// The terms that someone of the team set, if they did.
pub async fn own_terms(conn: &mut Conn, permit: &Take) -> Result<Option<Terms>> {
    conn.opt(
        sql!(
            "SELECT is_open, zone, minutes, step, pause, notice, horizon, per_day, per_week, per_person, change_until,
                place, about
            FROM appointment_host
            WHERE season_id = $1 AND person_id = $2"
        ),
        args![permit.season(), permit.person()],
    )
    .await
}

/// When they can be met.
pub async fn own_hours(conn: &mut Conn, permit: &Take) -> Result<Hours> {
    let rows: Vec<(String, i64, i64)> = conn
        .all(
            sql!(
                "SELECT x.day, x.from_minute, x.to_minute
                FROM appointment_hours x
                JOIN appointment_host h ON h.id = x.host_id
                WHERE h.season_id = $1 AND h.person_id = $2"
            ),
            args![permit.season(), permit.person()],
        )
        .await?;
    Ok(Hours::of(rows))
}

/// Keeps terms and hours in the place of those there were.
pub(in crate::appointments) async fn keep(
    kernel: &Kernel,
    conn: &mut Conn,
    permit: &Take,
    terms: &Terms,
    hours: &Hours,
) -> Result<Id> {
    let (host,): (Id,) = conn
        .one(
            sql!(
                "INSERT INTO appointment_host (
                    id, season_id, person_id, is_open, zone, minutes, step, pause, notice, horizon, per_day, per_week,
                    per_person, change_until, place, about, changed_at
                )
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
                ON CONFLICT (season_id, person_id) DO UPDATE SET is_open = excluded.is_open, zone = excluded.zone,
                    minutes = excluded.minutes, step = excluded.step, pause = excluded.pause, notice = excluded.notice,
                    horizon = excluded.horizon, per_day = excluded.per_day, per_week = excluded.per_week,
                    per_person = excluded.per_person, change_until = excluded.change_until, place = excluded.place,
                    about = excluded.about, changed_at = excluded.changed_at
                RETURNING id"
            ),
            args![
                kernel.id(),
                permit.season(),
                permit.person(),
                terms.is_open,
                terms.zone.as_str(),
                terms.minutes,
                terms.step,
                terms.pause,
                terms.notice,
                terms.horizon,
                terms.per_day,
                terms.per_week,
                terms.per_person,
                terms.change_until,
                terms.place.as_str(),
                terms.about.as_str(),
                kernel.now()
            ],
        )
        .await?;
    conn.run(sql!("DELETE FROM appointment_hours WHERE host_id = $1"), args![&host]).await?;
    for (day, from, to) in hours.rows() {
        conn.run(
            sql!("INSERT INTO appointment_hours (host_id, day, from_minute, to_minute) VALUES ($1, $2, $3, $4)"),
            args![&host, day.as_str(), from, to],
        )
        .await?;
    }
    Ok(host)
}

/// Whom someone of the cohort can meet.
pub async fn hosts(conn: &mut Conn, permit: &Book) -> Result<Vec<Host>> {
    conn.all(
        sql!(
            "SELECT h.id AS id, h.person_id AS person_id, p.display_name AS name,
                (
                    SELECT MIN(r.role)
                    FROM role r
                    WHERE r.season_id = h.season_id
                        AND r.person_id = h.person_id
                        AND r.until IS NULL
                        AND r.role IN ('program-lead', 'co-lead', 'facilitator', 'coach')
                ) AS role, h.zone AS zone, h.minutes AS minutes, h.about AS about
            FROM appointment_host h
            JOIN hosting k ON k.season_id = h.season_id AND k.person_id = h.person_id
            JOIN person p ON p.id = h.person_id
            WHERE h.season_id = $1 AND h.is_open = 1 AND h.person_id <> $2
            ORDER BY p.sort_key, h.id"
        ),
        args![permit.season(), permit.person()],
    )
    .await
}

/// Someone who takes appointments, and on which terms.
pub struct Offer {
    pub id: Id,
    pub person_id: Id,
    pub name: String,
    pub terms: Terms,
}

impl Offer {
    /// As it counts for an appointment that is moved: what was agreed can be moved also when no new ones are taken, and
    /// a session of coaching stays as long as it is.
    #[must_use]
    pub fn to_move(mut self, a: &Appointment) -> Self {
        self.terms.is_open = true;
        if a.is_coaching() {
            self.terms.minutes = a.minutes;
        }
        self
    }

    /// As it counts for sessions of coaching, which are not counted as other appointments are.
    #[must_use]
    pub fn to_coach(mut self, minutes: i64) -> Self {
        self.terms.is_open = true;
        self.terms.minutes = minutes;
        self.terms.per_person = i64::MAX;
        self
    }
}

impl FromRow for Offer {
    fn from_row(row: &Row) -> Result<Self> {
        Ok(Self {
            id: Id::read(row, Some("id"), 0)?,
            person_id: Id::read(row, Some("person_id"), 0)?,
            name: String::read(row, Some("name"), 0)?,
            terms: Terms::from_row(row)?,
        })
    }
}

/// One of them, while they are of the season's team. Someone who takes no new appointments is found too: what was
/// booked with them can be moved.
pub async fn offer(conn: &mut Conn, season: &Id, host: &Id) -> Result<Option<Offer>> {
    conn.opt(
        sql!(
            "SELECT h.id AS id, h.person_id AS person_id, p.display_name AS name, h.is_open AS is_open, h.zone AS zone,
                h.minutes AS minutes, h.step AS step, h.pause AS pause, h.notice AS notice, h.horizon AS horizon,
                h.per_day AS per_day, h.per_week AS per_week, h.per_person AS per_person,
                h.change_until AS change_until, h.place AS place, h.about AS about
            FROM appointment_host h
            JOIN hosting k ON k.season_id = h.season_id AND k.person_id = h.person_id
            JOIN person p ON p.id = h.person_id
            WHERE h.season_id = $1 AND h.id = $2"
        ),
        args![season, host],
    )
    .await
}

/// Holds a host until the transaction ends: whoever books or moves with them comes one after the other.
pub(in crate::appointments) async fn hold(conn: &mut Conn, host: &Id) -> Result<()> {
    conn.run(sql!("UPDATE appointment_host SET changed_at = changed_at WHERE id = $1"), args![host]).await.map(drop)
}

/// The offer of someone in a season, by who they are.
pub async fn offer_id(conn: &mut Conn, season: &Id, person: &Id) -> Result<Option<Id>> {
    let found: Option<(Id,)> = conn
        .opt(sql!("SELECT id FROM appointment_host WHERE season_id = $1 AND person_id = $2"), args![season, person])
        .await?;
    Ok(found.map(|(id,)| id))
}

/// The hours of an offer.
pub(in crate::appointments) async fn hours(conn: &mut Conn, host: &Id) -> Result<Hours> {
    let rows: Vec<(String, i64, i64)> = conn
        .all(sql!("SELECT day, from_minute, to_minute FROM appointment_hours WHERE host_id = $1"), args![host])
        .await?;
    Ok(Hours::of(rows))
}
