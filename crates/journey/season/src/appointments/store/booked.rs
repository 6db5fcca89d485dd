//! The SQL of appointments themselves.

use std::borrow::Borrow;

use super::{Offer, hours};
use crate::appointments::model::{Appointment, By, CELL, FARTHEST, Kind, NOTE_DAYS, at};
use crate::appointments::rules::{Book, Own};
use crate::appointments::slots::{Busy, Seen};
use crate::busy;
use weft_kernel::clock::Time;
use weft_kernel::db::{Conn, Result};
use weft_kernel::i18n::Tr;
use weft_kernel::ids::Id;
use weft_kernel::{args, row, sql};
use weft_people::rules::OwnRecord;
use weft_programs::Season;

/// What is known of the time of a host and a guest from now on: hours, appointments of both but one, calendar,
/// gatherings and team meetings. Four statements.
pub(in crate::appointments) async fn seen(
    conn: &mut Conn,
    offer: &Offer,
    guest: &Id,
    but: Option<&Id>,
    now: Time,
) -> Result<Seen> {
    // Whatever the horizon is now, what was booked when it was farther counts.
    let until = now.plus_days(FARTHEST);
    let mut seen = Seen {
        terms: offer.terms.clone(),
        hours: hours(conn, &offer.id).await?,
        host: Busy::default(),
        guest: Busy::default(),
        booked: Vec::new(),
        with_guest: 0,
        now,
    };
    let (mut host_busy, mut guest_busy) = (Vec::new(), Vec::new());
    // A week back, for what someone takes in a week.
    for a in taken(conn, (&offer.person_id, guest), but, (now.plus_days(-8), until)).await? {
        if a.is_hosts {
            if a.is_hosted {
                seen.booked.push(a.starts_at);
                // Sessions of coaching have a count of their own.
                seen.with_guest += i64::from(a.is_talk && a.is_guests && a.starts_at > now);
            }
            host_busy.push((a.starts_at, a.ends_at));
        }
        if a.is_guests {
            guest_busy.push((a.starts_at, a.ends_at));
        }
    }
    host_busy.extend(busy::store::times(conn, &offer.person_id, now.plus_days(-1), until).await?);
    for g in engaged(conn, (&offer.person_id, guest), (now.plus_days(-8), until)).await? {
        if g.person_id == offer.person_id {
            host_busy.push((g.starts_at, g.ends_at));
        } else {
            guest_busy.push((g.starts_at, g.ends_at));
        }
    }
    (seen.host, seen.guest) = (Busy::of(host_busy), Busy::of(guest_busy));
    Ok(seen)
}

row! {
    /// A time that one of two has an appointment, or both; `is_hosted` says that the host has it as a host.
    struct Taken {
        starts_at: Time,
        ends_at: Time,
        is_hosts: bool,
        is_guests: bool,
        is_hosted: bool,
        is_talk: bool,
    }
}

async fn taken(
    conn: &mut Conn,
    (host, guest): (&Id, &Id),
    but: Option<&Id>,
    (from, until): (Time, Time),
) -> Result<Vec<Taken>> {
    conn.all(
        sql!(
            "SELECT a.starts_at AS starts_at, a.starts_at + a.minutes * 60000000 AS ends_at,
                CASE WHEN a.host_id = $1 OR a.guest_id = $1 THEN 1 ELSE 0 END AS is_hosts,
                CASE WHEN a.host_id = $2 OR a.guest_id = $2 THEN 1 ELSE 0 END AS is_guests,
                CASE WHEN a.host_id = $1 THEN 1 ELSE 0 END AS is_hosted,
                CASE WHEN a.kind = 'talk' THEN 1 ELSE 0 END AS is_talk
            FROM appointment a
            WHERE (a.host_id IN ($1, $2) OR a.guest_id IN ($1, $2))
                AND a.canceled_at IS NULL
                AND a.starts_at BETWEEN $3 AND $4
                AND a.id <> $5"
        ),
        args![host, guest, from, until, but.map_or("", Id::as_str)],
    )
    .await
}

row! { struct Engaged { person_id: Id, starts_at: Time, ends_at: Time } }

async fn engaged(conn: &mut Conn, (host, guest): (&Id, &Id), (from, until): (Time, Time)) -> Result<Vec<Engaged>> {
    conn.all(
        sql!(
            "SELECT g.person_id AS person_id, g.starts_at AS starts_at, g.ends_at AS ends_at
            FROM engaged g
            WHERE g.person_id IN ($1, $2) AND g.starts_at BETWEEN $3 AND $4"
        ),
        args![host, guest, from, until],
    )
    .await
}

/// How many appointments someone booked with a host since a moment, also those that were canceled.
pub(in crate::appointments) async fn booked_since(conn: &mut Conn, host: &Id, guest: &Id, since: Time) -> Result<i64> {
    let (n,): (i64,) = conn
        .one(
            sql!(
                "SELECT COUNT(*)
                FROM appointment
                WHERE guest_id = $1 AND host_id = $2 AND booked_at > $3"
            ),
            args![guest, host, since],
        )
        .await?;
    Ok(n)
}

/// A new appointment, before it is written.
pub(in crate::appointments) struct New<'a> {
    pub id: &'a Id,
    pub offer: &'a Offer,
    pub starts_at: Time,
    pub kind: Kind,
    pub note_sealed: Option<String>,
    pub now: Time,
}

/// Writes an appointment and takes the time of both; false where either has none.
pub(in crate::appointments) async fn insert(conn: &mut Conn, permit: &Book, new: New<'_>) -> Result<bool> {
    conn.run(
        sql!(
            "INSERT INTO appointment (
                id, season_id, host_id, guest_id, starts_at, minutes, zone, place, change_until, note_sealed, kind,
                sequence, moves, booked_at
            )
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 0, 0, $12)"
        ),
        args![
            new.id,
            permit.season(),
            &new.offer.person_id,
            permit.person(),
            new.starts_at,
            new.offer.terms.minutes,
            new.offer.terms.zone.as_str(),
            new.offer.terms.place.as_str(),
            new.offer.terms.change_until,
            new.note_sealed,
            new.kind,
            new.now
        ],
    )
    .await?;
    take(conn, new.id, new.offer, permit.person(), new.starts_at).await
}

/// Takes the cells of both; false where any of them is someone's already.
async fn take(conn: &mut Conn, id: &Id, offer: &Offer, guest: &Id, starts_at: Time) -> Result<bool> {
    let cell = |at: i64| at.div_euclid(CELL * 60_000_000);
    let first = cell(starts_at.0);
    let last = |minutes: i64| cell(starts_at.plus_seconds(minutes * 60).0) - 1;
    let last = last(offer.terms.minutes);
    let mut both = [&offer.person_id, guest];
    // Two people who meet each other at the same time as host and guest of the other wait in one order.
    both.sort_by_key(|person| person.as_str());
    for person in both {
        let n = conn
            .run(
                sql!(
                    "WITH RECURSIVE c (cell) AS (
                        SELECT CAST($3 AS BIGINT)
                        UNION ALL
                        SELECT c.cell + 1
                        FROM c
                        WHERE c.cell < CAST($4 AS BIGINT)
                    )
                    INSERT INTO appointment_cell (person_id, cell, appointment_id)
                    SELECT CAST($2 AS TEXT), c.cell, CAST($1 AS TEXT)
                    FROM c
                    WHERE c.cell >= CAST($3 AS BIGINT)
                    ON CONFLICT DO NOTHING"
                ),
                args![id, person, first, last],
            )
            .await?;
        if i64::try_from(n) != Ok(last - first + 1) {
            return Ok(false);
        }
    }
    Ok(true)
}

async fn free(conn: &mut Conn, id: &Id) -> Result<()> {
    conn.run(sql!("DELETE FROM appointment_cell WHERE appointment_id = $1"), args![id]).await.map(drop)
}

/// Moves an appointment that is still as it was read; false where either has no time then, or where it changed.
pub(in crate::appointments) async fn shift(
    conn: &mut Conn,
    permit: &Own,
    was: &Appointment,
    offer: &Offer,
    starts_at: Time,
) -> Result<bool> {
    let n = conn
        .run(
            sql!(
                "UPDATE appointment
                SET starts_at = $5, minutes = $6, zone = $7,
                    place = CASE WHEN CAST($8 AS TEXT) = '' THEN place ELSE CAST($8 AS TEXT) END,
                    sequence = sequence + 1, moves = moves + 1, reminded_at = NULL
                WHERE id = $1 AND season_id = $2 AND guest_id = $3 AND sequence = $4 AND canceled_at IS NULL"
            ),
            args![
                &was.id,
                permit.season(),
                permit.person(),
                was.sequence,
                starts_at,
                offer.terms.minutes,
                offer.terms.zone.as_str(),
                offer.terms.place.as_str()
            ],
        )
        .await?;
    if n == 0 {
        return Ok(false);
    }
    free(conn, &was.id).await?;
    take(conn, &was.id, offer, permit.person(), starts_at).await
}

/// Cancels what is ahead and one's own; false where nothing of the kind is there.
pub(in crate::appointments) async fn cancel(conn: &mut Conn, permit: &Own, id: &Id, now: Time) -> Result<bool> {
    let n = conn
        .run(
            sql!(
                "UPDATE appointment
                SET canceled_at = $5, canceled_by = CASE WHEN host_id = $3 THEN 'host' ELSE 'guest' END,
                    sequence = sequence + 1
                WHERE id = $1
                    AND season_id = $2
                    AND (host_id = $3 OR guest_id = $4)
                    AND canceled_at IS NULL
                    AND starts_at > $5"
            ),
            args![id, permit.season(), permit.host(), permit.guest(), now],
        )
        .await?;
    if n > 0 {
        free(conn, id).await?;
    }
    Ok(n > 0)
}

/// Every appointment of someone in a season: what is ahead first, then what is over, the newest first.
pub async fn own(conn: &mut Conn, permit: &Own, since: Time) -> Result<Vec<Appointment>> {
    conn.all(
        sql!(
            "SELECT a.*
            FROM appointment_told a
            WHERE a.season_id = $1 AND (a.host_id = $2 OR a.guest_id = $3) AND a.starts_at > $4
            ORDER BY a.starts_at, a.id"
        ),
        args![permit.season(), permit.host(), permit.guest(), since],
    )
    .await
}

/// One of them, or nothing.
pub async fn one(conn: &mut Conn, permit: &Own, id: &Id) -> Result<Option<Appointment>> {
    conn.opt(
        sql!(
            "SELECT a.*
            FROM appointment_told a
            WHERE a.season_id = $1 AND (a.host_id = $2 OR a.guest_id = $3) AND a.id = $4"
        ),
        args![permit.season(), permit.host(), permit.guest(), id],
    )
    .await
}

/// The same for whoever works on all of them: reminders, and those that someone left.
pub(in crate::appointments) async fn by_id(conn: &mut Conn, id: &Id) -> Result<Option<Appointment>> {
    conn.opt(
        sql!(
            "SELECT a.*
            FROM appointment_told a
            WHERE a.id = $1"
        ),
        args![id],
    )
    .await
}

row! {
    /// One of the two, as emails need them. Without an address they get none.
    pub struct Party {
        person_id: Id,
        given_name: String,
        display_name: String,
        email: Option<String>,
        language: String,
        zone: Option<String>,
        wants_reminders: bool,
    }
}

/// The two of an appointment who are still here.
pub(in crate::appointments) async fn parties(conn: &mut Conn, id: &Id) -> Result<Vec<Party>> {
    conn.all(
        sql!(
            "SELECT p.id AS person_id, p.given_name AS given_name, p.display_name AS display_name, x.value AS email,
                p.language AS language, p.zone AS zone,
                CASE WHEN p.reminders = 'none' THEN 0 ELSE 1 END AS wants_reminders
            FROM appointment a
            JOIN person p ON p.id IN (a.host_id, a.guest_id)
            LEFT JOIN mailbox x ON x.person_id = p.id
            WHERE a.id = $1
            ORDER BY p.id"
        ),
        args![id],
    )
    .await
}

row! {
    /// An appointment on the start page, or in a calendar: with whom, and in which season.
    pub struct Ahead {
        id: Id,
        season_slug: String,
        program_name: String,
        other: Option<String>,
        starts_at: Time,
        minutes: i64,
        zone: String,
        /// In which its reader reads times who chose none.
        usual_zone: String,
        sequence: i64,
        booked_at: Time,
        canceled_at: Option<Time>,
    }
}

impl Ahead {
    /// As one of the two reads it.
    pub(in crate::appointments) fn of(a: &Appointment, who: &Id, season: &Season) -> Self {
        Self {
            id: a.id.clone(),
            season_slug: season.slug.clone(),
            program_name: season.program_name.clone(),
            other: a.other(who).map(str::to_owned),
            starts_at: a.starts_at,
            minutes: a.minutes,
            zone: a.zone.clone(),
            usual_zone: a.read_in(who, None, &season.zone).to_owned(),
            sequence: a.sequence,
            booked_at: a.booked_at,
            canceled_at: a.canceled_at,
        }
    }

    pub fn path(&self) -> String {
        format!("/s/{}/appointments/{}", self.season_slug, self.id)
    }

    pub fn when(&self, t: impl Borrow<Tr>, zone: &str) -> String {
        at(*t.borrow(), self.starts_at, self.minutes, zone)
    }
}

/// What someone has ahead, the next first.
pub async fn ahead(conn: &mut Conn, own: &OwnRecord, now: Time) -> Result<Vec<Ahead>> {
    conn.all(
        sql!(
            "SELECT a.*
            FROM appointment_of a
            WHERE a.person_id = $1 AND a.canceled_at IS NULL AND a.starts_at > $2
            ORDER BY a.starts_at, a.id LIMIT 3"
        ),
        args![own.person(), now],
    )
    .await
}

/// What stands in someone's calendar: all of theirs, also those that were canceled.
pub async fn for_calendar(conn: &mut Conn, person: &Id, since: Time) -> Result<Vec<Ahead>> {
    conn.all(
        sql!(
            "SELECT a.*
            FROM appointment_of a
            WHERE a.person_id = $1 AND a.starts_at > $2
            ORDER BY a.starts_at, a.id"
        ),
        args![person, since],
    )
    .await
}

/// What someone wrote before appointments and has not been deleted: the appointment, when it is, and the note, sealed.
pub(in crate::appointments) async fn notes(conn: &mut Conn, own: &OwnRecord) -> Result<Vec<(Id, Time, String)>> {
    conn.all(
        sql!(
            "SELECT id, starts_at, note_sealed
            FROM appointment
            WHERE guest_id = $1 AND note_sealed IS NOT NULL
            ORDER BY starts_at, id"
        ),
        args![own.person()],
    )
    .await
}

row! { pub struct Waiting { id: Id, season_slug: String, starts_at: Time } }

/// Appointments within a day of which nobody was reminded, but for those booked shortly before.
pub(in crate::appointments) async fn unreminded(conn: &mut Conn, now: Time) -> Result<Vec<Waiting>> {
    conn.all(
        sql!(
            "SELECT a.id AS id, s.slug AS season_slug, a.starts_at AS starts_at
            FROM appointment a
            JOIN season s ON s.id = a.season_id
            WHERE a.canceled_at IS NULL
                AND a.starts_at > $1
                AND a.starts_at <= $1 + 86400000000
                AND a.reminded_at IS NULL
                AND a.booked_at < a.starts_at - 93600000000
            ORDER BY a.starts_at, a.id"
        ),
        args![now],
    )
    .await
}

/// Says that they are reminded now; false where they were, or where it was moved or canceled meanwhile.
pub(in crate::appointments) async fn mark_reminded(conn: &mut Conn, of: &Waiting, now: Time) -> Result<bool> {
    let n = conn
        .run(
            sql!(
                "UPDATE appointment
                SET reminded_at = $3
                WHERE id = $1 AND starts_at = $2 AND canceled_at IS NULL AND reminded_at IS NULL"
            ),
            args![&of.id, of.starts_at, now],
        )
        .await?;
    Ok(n > 0)
}

/// Appointments ahead of which one is no longer in the season: a host who left its team, a member who left the cohort,
/// someone who was erased.
pub(in crate::appointments) async fn left(conn: &mut Conn, now: Time) -> Result<Vec<Waiting>> {
    conn.all(
        sql!(
            "SELECT a.id AS id, s.slug AS season_slug, a.starts_at AS starts_at
            FROM appointment a
            JOIN season s ON s.id = a.season_id
            WHERE a.canceled_at IS NULL
                AND a.starts_at > $1
                AND (
                    NOT EXISTS (
                        SELECT 1
                        FROM hosting h
                        WHERE h.season_id = a.season_id AND h.person_id = a.host_id
                    )
                        OR NOT EXISTS (
                            SELECT 1
                            FROM member m
                            WHERE m.season_id = a.season_id AND m.person_id = a.guest_id AND m.left_at IS NULL
                        )
                )
            ORDER BY a.starts_at, a.id"
        ),
        args![now],
    )
    .await
}

/// Ends one of those; false where it was canceled meanwhile.
pub(in crate::appointments) async fn end(conn: &mut Conn, id: &Id, by: By, now: Time) -> Result<bool> {
    let n = conn
        .run(
            sql!(
                "UPDATE appointment
                SET canceled_at = $2, canceled_by = $3, sequence = sequence + 1
                WHERE id = $1 AND canceled_at IS NULL"
            ),
            args![id, now, by],
        )
        .await?;
    if n > 0 {
        free(conn, id).await?;
    }
    Ok(n > 0)
}

/// Forgets what is of no use any more: time that is over, links to what has begun, notes 30 days after, and
/// appointments with someone who was erased. Sessions of coaching are counted, and so they are coaching's to forget.
pub(in crate::appointments) async fn sweep(conn: &mut Conn, now: Time) -> Result<()> {
    let cell = now.plus_days(-1).0.div_euclid(CELL * 60_000_000);
    conn.run(sql!("DELETE FROM appointment_cell WHERE cell < $1"), args![cell]).await?;
    conn.run(
        sql!(
            "DELETE FROM appointment_key
            WHERE appointment_id IN (
                SELECT id
                FROM appointment
                WHERE starts_at < $1 OR canceled_at IS NOT NULL OR host_id IS NULL OR guest_id IS NULL
            )"
        ),
        args![now],
    )
    .await?;
    conn.run(
        sql!("UPDATE appointment SET note_sealed = NULL WHERE note_sealed IS NOT NULL AND starts_at < $1"),
        args![now.plus_days(-NOTE_DAYS)],
    )
    .await?;
    conn.run(
        sql!(
            "DELETE FROM appointment
            WHERE kind = 'talk'
                AND (host_id IS NULL OR guest_id IS NULL)
                AND (canceled_at IS NOT NULL OR starts_at < $1)
                AND NOT EXISTS (SELECT 1 FROM appointment_cell c WHERE c.appointment_id = appointment.id)
                AND NOT EXISTS (SELECT 1 FROM appointment_key k WHERE k.appointment_id = appointment.id)"
        ),
        args![now],
    )
    .await
    .map(drop)
}
