//! The SQL of the daily email: who reads it, what they were told, which days are done.

use jiff::civil::Date;

use weft_kernel::clock::Time;
use weft_kernel::db::{Conn, Result};
use weft_kernel::ids::Id;
use weft_kernel::{Kernel, args, row, sql};
use weft_people::digest::Choice;

row! {
    /// Someone who may have something to do, at an address of their own.
    pub(super) struct Reader {
        id: Id,
        name: String,
        language: String,
        zone: Option<String>,
        choice: Choice,
        email: String,
    }
}

row! {
    /// Something that someone was told, how many it were then, and when.
    pub(super) struct Told { what: String, n: i64, at: Time }
}

/// Everyone who takes part in something or helps to run it, has an address of their own that works, and wants to hear.
pub(super) async fn readers(conn: &mut Conn) -> Result<Vec<Reader>> {
    conn.all(
        sql!(
            "SELECT p.id AS id, p.display_name AS name, p.language AS language, p.zone AS zone, p.digest AS choice,
                b.value AS email
            FROM person p
            JOIN mailbox b ON b.person_id = p.id
            JOIN contact_point c ON c.id = b.id AND c.is_apart = 0
            WHERE p.digest <> 'never'
                AND EXISTS (SELECT 1 FROM held_role r WHERE r.person_id = p.id)
                AND NOT EXISTS (SELECT 1 FROM address_mark m WHERE m.norm = b.norm)
            ORDER BY p.id"
        ),
        args![],
    )
    .await
}

pub(super) async fn reader(conn: &mut Conn, person: &Id) -> Result<Option<Reader>> {
    conn.opt(
        sql!(
            "SELECT p.id AS id, p.display_name AS name, p.language AS language, p.zone AS zone, p.digest AS choice,
                b.value AS email
            FROM person p
            JOIN mailbox b ON b.person_id = p.id
            WHERE p.id = $1"
        ),
        args![person],
    )
    .await
}

/// Whether someone's day is done.
pub(super) async fn is_done(conn: &mut Conn, reader: &Reader, day: Date) -> Result<bool> {
    let sql = sql!("SELECT COUNT(*) FROM digest_day WHERE person_id = $1 AND sent_on = $2");
    Ok(conn.one::<(i64,)>(sql, args![&reader.id, day.to_string()]).await?.0 > 0)
}

/// Begins someone's day, with the hash of the key that goes out. `false` when it was begun before.
pub(super) async fn begin(
    conn: &mut Conn,
    reader: &Reader,
    day: Date,
    (now, key_hash): (Time, Option<String>),
) -> Result<bool> {
    let sql = sql!(
        "INSERT INTO digest_day (person_id, sent_on, at, key_hash)
        VALUES ($1, $2, $3, $4)
        ON CONFLICT (person_id, sent_on) DO NOTHING"
    );
    Ok(conn.run(sql, args![&reader.id, day.to_string(), now, key_hash]).await? > 0)
}

pub(super) async fn told(conn: &mut Conn, person: &Id) -> Result<Vec<Told>> {
    conn.all(sql!("SELECT what, n, at FROM digest_told WHERE person_id = $1"), args![person]).await
}

pub(super) async fn set_told(conn: &mut Conn, person: &Id, what: &str, n: i64, now: Time) -> Result<()> {
    let sql = sql!(
        "INSERT INTO digest_told (person_id, what, n, at)
        VALUES ($1, $2, $3, $4)
        ON CONFLICT (person_id, what) DO UPDATE SET n = excluded.n, at = excluded.at"
    );
    conn.run(sql, args![person, what, n, now]).await.map(drop)
}

/// What does not wait any more is new when it waits again.
pub(super) async fn forget_gone(conn: &mut Conn, person: &Id, waits: Vec<&str>, since: Time) -> Result<()> {
    for one in told(conn, person).await?.iter().filter(|t| t.at < since && !waits.contains(&t.what.as_str())) {
        let sql = sql!("DELETE FROM digest_told WHERE person_id = $1 AND what = $2");
        conn.run(sql, args![person, one.what.as_str()]).await?;
    }
    Ok(())
}

/// Whose key this is.
pub(super) async fn of_key(conn: &mut Conn, key_hash: &str) -> Result<Option<Id>> {
    let found: Option<(Id,)> =
        conn.opt(sql!("SELECT person_id FROM digest_day WHERE key_hash = $1"), args![key_hash]).await?;
    Ok(found.map(|(id,)| id))
}

/// Forgets days long gone, with the keys that went out on them.
pub(super) async fn sweep(kernel: &Kernel, before: Time) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    tx.run(sql!("DELETE FROM digest_day WHERE at < $1"), args![before]).await?;
    tx.commit().await
}
