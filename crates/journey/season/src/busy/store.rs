//! The SQL of busy times.

use super::model::{Address, Due, Fault, Read, State};
use super::rules::Connect;
use weft_kernel::clock::Time;
use weft_kernel::db::{Conn, Result};
use weft_kernel::ids::Id;
use weft_kernel::{args, sql};

/// When someone is busy within a window, by their own calendar.
pub async fn times(conn: &mut Conn, person: &Id, from: Time, to: Time) -> Result<Vec<(Time, Time)>> {
    conn.all(
        sql!(
            "SELECT t.starts_at, t.ends_at
            FROM busy_time t
            WHERE t.person_id = $1 AND t.starts_at < $3 AND t.ends_at > $2
            ORDER BY t.starts_at"
        ),
        args![person, from, to],
    )
    .await
}

/// How it stands with someone's calendar; nothing where they connected none.
pub async fn state(conn: &mut Conn, person: &Id) -> Result<Option<State>> {
    conn.opt(
        sql!(
            "SELECT c.host AS host, c.ending AS ending, c.set_at AS set_at, c.tried_at AS tried_at,
                c.read_at AS read_at, c.fault AS fault, c.entries AS entries, c.unread AS unread
            FROM busy_calendar c
            WHERE c.person_id = $1"
        ),
        args![person],
    )
    .await
}

/// How many busy times are ahead.
pub async fn ahead(conn: &mut Conn, permit: &Connect, now: Time) -> Result<i64> {
    let (n,): (i64,) = conn
        .one(sql!("SELECT COUNT(*) FROM busy_time WHERE person_id = $1 AND ends_at > $2"), args![permit.person(), now])
        .await?;
    Ok(n)
}

/// Calendars that are due, of people who take appointments somewhere.
pub(super) async fn due(conn: &mut Conn, now: Time, most: i64) -> Result<Vec<Due>> {
    conn.all(
        sql!(
            "SELECT c.person_id AS person_id, c.id AS id, c.address AS address, c.etag AS etag, c.whole_at AS whole_at,
                c.tries AS tries, c.zone AS zone, COALESCE(p.zone, c.zone) AS own_zone
            FROM busy_calendar c
            JOIN person p ON p.id = c.person_id
            WHERE c.next_at <= $1
                AND EXISTS (
                    SELECT 1
                    FROM hosting h
                    WHERE h.person_id = c.person_id
                )
            ORDER BY c.next_at, c.person_id LIMIT $2"
        ),
        args![now, most],
    )
    .await
}

/// One's own, due or not.
pub(super) async fn own(conn: &mut Conn, permit: &Connect) -> Result<Option<Due>> {
    conn.opt(
        sql!(
            "SELECT c.person_id AS person_id, c.id AS id, c.address AS address, c.etag AS etag, c.whole_at AS whole_at,
                c.tries AS tries, c.zone AS zone, COALESCE(p.zone, c.zone) AS own_zone
            FROM busy_calendar c
            JOIN person p ON p.id = c.person_id
            WHERE c.person_id = $1"
        ),
        args![permit.person()],
    )
    .await
}

/// Takes a calendar that is due for oneself: of several processes, one reads it.
pub(super) async fn claim(conn: &mut Conn, due: &Due, now: Time, next: Time) -> Result<bool> {
    Ok(conn
        .run(
            sql!(
                "UPDATE busy_calendar
                SET tried_at = $3, next_at = $4
                WHERE person_id = $1 AND id = $2 AND next_at <= $3"
            ),
            args![&due.person_id, &due.id, now, next],
        )
        .await?
        > 0)
}

/// The same for a reading that was asked for, where the last one is long enough ago.
pub(super) async fn claim_own(conn: &mut Conn, due: &Due, now: Time, (before, next): (Time, Time)) -> Result<bool> {
    Ok(conn
        .run(
            sql!(
                "UPDATE busy_calendar
                SET tried_at = $3, next_at = $5
                WHERE person_id = $1 AND id = $2 AND tried_at <= $4"
            ),
            args![&due.person_id, &due.id, now, before, next],
        )
        .await?
        > 0)
}

/// What came of a good reading; false where the address is another by now. Nothing new was read where `read` is none.
pub(super) async fn keep(conn: &mut Conn, due: &Due, read: Option<&Read>, (now, next): (Time, Time)) -> Result<bool> {
    let is_kept = match read {
        Some(read) => {
            conn.run(
                sql!(
                    "UPDATE busy_calendar
                    SET read_at = $3, whole_at = $3, next_at = $4, fault = NULL, tries = 0, etag = $5, zone = $6,
                        entries = $7, unread = $8
                    WHERE person_id = $1 AND id = $2"
                ),
                args![
                    &due.person_id,
                    &due.id,
                    now,
                    next,
                    read.etag.as_deref(),
                    read.zone.as_str(),
                    read.times.entries,
                    read.times.unread
                ],
            )
            .await?
        }
        None => {
            conn.run(
                sql!(
                    "UPDATE busy_calendar
                    SET read_at = $3, next_at = $4, fault = NULL, tries = 0
                    WHERE person_id = $1 AND id = $2"
                ),
                args![&due.person_id, &due.id, now, next],
            )
            .await?
        }
    } > 0;
    if let Some(read) = read.filter(|_| is_kept) {
        replace(conn, &due.person_id, &read.times.busy).await?;
    }
    Ok(is_kept)
}

/// Notes that it could not be read. What was known stays.
pub(super) async fn fail(conn: &mut Conn, due: &Due, fault: Fault, next: Time) -> Result<()> {
    conn.run(
        sql!(
            "UPDATE busy_calendar
            SET fault = $3, tries = tries + 1, next_at = $4
            WHERE person_id = $1 AND id = $2"
        ),
        args![&due.person_id, &due.id, fault, next],
    )
    .await
    .map(drop)
}

/// It is tried again soon: nothing was wrong with it.
pub(super) async fn put_off(conn: &mut Conn, due: &Due, next: Time) -> Result<()> {
    conn.run(
        sql!("UPDATE busy_calendar SET next_at = $3 WHERE person_id = $1 AND id = $2"),
        args![&due.person_id, &due.id, next],
    )
    .await
    .map(drop)
}

/// Writes someone's busy times, where they are not the same as before.
async fn replace(conn: &mut Conn, person: &Id, busy: &[(Time, Time)]) -> Result<()> {
    let before: Vec<(Time, Time)> = conn
        .all(sql!("SELECT starts_at, ends_at FROM busy_time WHERE person_id = $1 ORDER BY starts_at"), args![person])
        .await?;
    if before == busy {
        return Ok(());
    }
    conn.run(sql!("DELETE FROM busy_time WHERE person_id = $1"), args![person]).await?;
    for (starts, ends) in busy {
        conn.run(
            sql!("INSERT INTO busy_time (person_id, starts_at, ends_at) VALUES ($1, $2, $3)"),
            args![person, *starts, *ends],
        )
        .await?;
    }
    Ok(())
}

/// Where a calendar is kept: its row, and its address, sealed.
pub(super) struct Sealed<'a> {
    pub id: &'a Id,
    pub address: &'a str,
    pub shown: &'a Address,
}

/// Connects a calendar that was just read, instead of any before it.
pub(super) async fn connect(
    conn: &mut Conn,
    permit: &Connect,
    at: Sealed<'_>,
    read: &Read,
    (now, next): (Time, Time),
) -> Result<()> {
    conn.run(
        sql!(
            "INSERT INTO busy_calendar (
                person_id, id, address, host, ending, zone, set_at, tried_at, read_at, whole_at, etag, fault, tries,
                entries, unread, next_at
            )
            VALUES ($1, $2, $3, $4, $5, $6, $7, $7, $7, $7, $8, NULL, 0, $9, $10, $11)
            ON CONFLICT (person_id) DO UPDATE SET id = excluded.id, address = excluded.address, host = excluded.host,
                ending = excluded.ending, zone = excluded.zone, set_at = excluded.set_at,
                tried_at = excluded.tried_at, read_at = excluded.read_at, whole_at = excluded.whole_at,
                etag = excluded.etag, fault = NULL, tries = 0, entries = excluded.entries, unread = excluded.unread,
                next_at = excluded.next_at"
        ),
        args![
            permit.person(),
            at.id,
            at.address,
            at.shown.host.as_str(),
            at.shown.ending.as_str(),
            read.zone.as_str(),
            now,
            read.etag.as_deref(),
            read.times.entries,
            read.times.unread,
            next
        ],
    )
    .await?;
    replace(conn, permit.person(), &read.times.busy).await
}

/// Deletes one's own with its busy times; false where there is none.
pub(super) async fn disconnect(conn: &mut Conn, permit: &Connect) -> Result<bool> {
    conn.run(sql!("DELETE FROM busy_time WHERE person_id = $1"), args![permit.person()]).await?;
    Ok(conn.run(sql!("DELETE FROM busy_calendar WHERE person_id = $1"), args![permit.person()]).await? > 0)
}

/// Deletes calendars of people who take no appointments any more.
pub(super) async fn forget_idle(conn: &mut Conn) -> Result<()> {
    for sql in [
        sql!(
            "DELETE FROM busy_time
            WHERE NOT EXISTS (
                SELECT 1
                FROM hosting h
                WHERE h.person_id = busy_time.person_id
            )"
        ),
        sql!(
            "DELETE FROM busy_calendar
            WHERE NOT EXISTS (
                SELECT 1
                FROM hosting h
                WHERE h.person_id = busy_calendar.person_id
            )"
        ),
    ] {
        conn.run(sql, args![]).await?;
    }
    Ok(())
}
