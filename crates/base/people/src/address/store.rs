//! The SQL of whose an address is.

use super::{Proved, Typed};
use crate::rules::OwnRecord;
use weft_kernel::clock::Time;
use weft_kernel::collate::Keys;
use weft_kernel::db::{Conn, Result};
use weft_kernel::ids::Id;
use weft_kernel::{Kernel, args, sql};

/// The person who holds an address. What a visitor typed is apart until it was proved, so it never holds one.
pub(super) async fn held(conn: &mut Conn, norm: &str) -> Result<Option<Id>> {
    let sql = sql!(
        "SELECT person_id
        FROM contact_point
        WHERE norm = $1 AND kind = 'email' AND until IS NULL AND is_apart = 0"
    );
    Ok(conn.opt::<(Id,)>(sql, args![norm]).await?.map(|(id,)| id))
}

/// An address as its holder has it on record; where only visitors typed it, as the first of them did, and of no person.
pub(super) async fn to_write_to(conn: &mut Conn, address: &Typed) -> Result<Option<(Option<Id>, String)>> {
    let sql = sql!(
        "SELECT CASE WHEN is_apart = 0 THEN person_id END, value
        FROM contact_point
        WHERE norm = $1
            AND kind = 'email'
            AND until IS NULL
            AND (is_apart = 0 OR (by_visitor = 1 AND proved_at IS NULL))
        ORDER BY is_apart, since, id LIMIT 1"
    );
    conn.opt(sql, args![address.norm()]).await
}

/// Writes an address that a visitor typed, apart.
pub(super) async fn insert_typed(kernel: &Kernel, conn: &mut Conn, person: &Id, address: &Typed) -> Result<()> {
    let sql = sql!(
        "INSERT INTO contact_point (id, person_id, kind, value, norm, is_primary, since, by_visitor, is_apart)
        VALUES ($1, $2, 'email', $3, $4, 1, $5, 1, 1)"
    );
    conn.run(sql, args![kernel.id(), person, address.value(), address.norm(), kernel.now()]).await.map(drop)
}

/// How a person is shown.
pub(super) async fn set_display_name(conn: &mut Conn, person: &Id, shown: &str) -> Result<()> {
    let keys = Keys::of(shown);
    conn.run(
        sql!("UPDATE person SET display_name = $2, sort_key = $3, search_key = $4 WHERE id = $1"),
        args![person, shown, keys.sort, keys.search],
    )
    .await
    .map(drop)
}

/// Writes when an address was proved by its holder, the first time.
pub(super) async fn mark_proved(conn: &mut Conn, person: &Id, address: &Proved, now: Time) -> Result<()> {
    let sql = sql!(
        "UPDATE contact_point
        SET proved_at = COALESCE(proved_at, $3)
        WHERE person_id = $1 AND norm = $2 AND kind = 'email' AND until IS NULL AND is_apart = 0"
    );
    conn.run(sql, args![person, address.norm(), now]).await.map(drop)
}

/// Whether a record has an address, apart or not.
pub(super) async fn carries(conn: &mut Conn, person: &Id, address: &Proved) -> Result<bool> {
    let sql = sql!(
        "SELECT COUNT(*)
        FROM contact_point
        WHERE person_id = $1 AND norm = $2 AND kind = 'email' AND until IS NULL"
    );
    Ok(conn.one::<(i64,)>(sql, args![person, address.norm()]).await?.0 > 0)
}

/// An address that a record carries is apart no more. Returns how many rows that changed: one or none.
pub(super) async fn take_in(conn: &mut Conn, person: &Id, address: &Proved) -> Result<u64> {
    let sql = sql!(
        "UPDATE contact_point
        SET is_apart = 0
        WHERE id = (
            SELECT MIN(c.id)
            FROM contact_point c
            WHERE c.person_id = $1 AND c.norm = $2 AND c.kind = 'email' AND c.until IS NULL
        )"
    );
    conn.run(sql, args![person, address.norm()]).await
}

/// Whether someone who is signed in has proved an address before.
pub(super) async fn has_proved(conn: &mut Conn, own: &OwnRecord, address: &Typed) -> Result<bool> {
    let sql = sql!(
        "SELECT COUNT(*)
        FROM contact_point
        WHERE person_id = $1
            AND norm = $2
            AND kind = 'email'
            AND until IS NULL
            AND is_apart = 0
            AND proved_at IS NOT NULL"
    );
    Ok(conn.one::<(i64,)>(sql, args![own.person(), address.norm()]).await?.0 > 0)
}

/// Ends an address that a visitor typed into a record and nobody proved. Returns how many rows that changed.
pub(super) async fn end_typed(conn: &mut Conn, person: &Id, address: &Proved, now: Time) -> Result<u64> {
    let sql = sql!(
        "UPDATE contact_point
        SET until = $3
        WHERE person_id = $1
            AND norm = $2
            AND kind = 'email'
            AND until IS NULL
            AND by_visitor = 1
            AND proved_at IS NULL"
    );
    conn.run(sql, args![person, address.norm(), now]).await
}

/// The address that a record has and the reader has proved.
pub(super) async fn shared(conn: &mut Conn, own: &OwnRecord, apart: &Id) -> Result<Option<String>> {
    let row: Option<(String,)> = conn
        .opt(
            sql!(
                "SELECT o.value
                FROM contact_point c
                JOIN contact_point o ON o.norm = c.norm
                    AND o.kind = 'email'
                    AND o.until IS NULL
                    AND o.is_apart = 0
                    AND o.proved_at IS NOT NULL
                WHERE o.person_id = $1 AND c.person_id = $2 AND c.kind = 'email' AND c.until IS NULL
                ORDER BY c.since, c.id LIMIT 1"
            ),
            args![own.person(), apart],
        )
        .await?;
    Ok(row.map(|(value,)| value))
}
