//! The SQL of what the two of a pair write: the focus and shared notes, sealed, and the coach's own notes, locked.

use crate::coaching::locked::Lock;
use crate::coaching::model::{Kind, NOTE_DAYS, OwnNote, SealedNote};
use crate::coaching::rules::{Coaching, Own};
use weft_kernel::Kernel;
use weft_kernel::clock::Time;
use weft_kernel::db::{Conn, Result};
use weft_kernel::ids::Id;
use weft_kernel::{args, row, sql};
use weft_people::rules::OwnRecord;

/// What the two of a pair wrote for each other, the focus first, then notes by age.
pub async fn notes(conn: &mut Conn, pair: &Id) -> Result<Vec<SealedNote>> {
    conn.all(
        sql!(
            "SELECT n.id AS id, n.kind AS kind, n.by_id AS by_id, p.display_name AS by_name,
                n.text_sealed AS text_sealed, n.at AS at
            FROM coaching_note n
            LEFT JOIN person p ON p.id = n.by_id
            WHERE n.pair_id = $1
            ORDER BY n.kind, n.at DESC, n.id"
        ),
        args![pair],
    )
    .await
}

/// What someone wrote in all their pairs: the season, when, and the text, sealed.
pub(in crate::coaching) async fn written(conn: &mut Conn, own: &OwnRecord) -> Result<Vec<(Id, Kind, Time, String)>> {
    conn.all(
        sql!("SELECT id, kind, at, text_sealed FROM coaching_note WHERE by_id = $1 ORDER BY at, id"),
        args![own.person()],
    )
    .await
}

/// Writes the focus in the place of the one there was, under the id it is sealed for.
pub(in crate::coaching) async fn put_focus(
    conn: &mut Conn,
    (pair, by): (&Id, &Id),
    (id, text_sealed): (&Id, &str),
    now: Time,
) -> Result<()> {
    conn.run(sql!("DELETE FROM coaching_note WHERE pair_id = $1 AND kind = 'focus'"), args![pair]).await?;
    insert_note(conn, (pair, by), (id, Kind::Focus, text_sealed), now).await
}

pub(in crate::coaching) async fn clear_focus(conn: &mut Conn, pair: &Id) -> Result<bool> {
    let n = conn.run(sql!("DELETE FROM coaching_note WHERE pair_id = $1 AND kind = 'focus'"), args![pair]).await?;
    Ok(n > 0)
}

pub(in crate::coaching) async fn insert_note(
    conn: &mut Conn,
    (pair, by): (&Id, &Id),
    (id, kind, text_sealed): (&Id, Kind, &str),
    now: Time,
) -> Result<()> {
    conn.run(
        sql!(
            "INSERT INTO coaching_note (id, pair_id, kind, by_id, text_sealed, at)
            VALUES ($1, $2, $3, $4, $5, $6)"
        ),
        args![id, pair, kind, by, text_sealed, now],
    )
    .await
    .map(drop)
}

/// Deletes a note that someone wrote; returns its pair.
pub(in crate::coaching) async fn delete_note(conn: &mut Conn, permit: &Own, id: &Id) -> Result<Option<Id>> {
    let found: Option<(Id,)> = conn
        .opt(
            sql!(
                "DELETE FROM coaching_note
                WHERE id = $1
                    AND by_id = $2
                    AND pair_id IN (SELECT p.id FROM coaching_pair p WHERE p.season_id = $3)
                RETURNING pair_id"
            ),
            args![id, permit.person(), permit.season()],
        )
        .await?;
    Ok(found.map(|(id,)| id))
}

row! { struct Kept { recipient: String, by_passphrase: String, by_recovery: String } }

/// The lock of someone's own notes, if they made one.
pub async fn lock(conn: &mut Conn, permit: &Coaching) -> Result<Option<Lock>> {
    let kept: Option<Kept> = conn
        .opt(
            sql!("SELECT recipient, by_passphrase, by_recovery FROM coach_lock WHERE person_id = $1"),
            args![permit.person()],
        )
        .await?;
    Ok(kept.map(|k| Lock { recipient: k.recipient, by_passphrase: k.by_passphrase, by_recovery: k.by_recovery }))
}

/// Keeps a first lock; false where there is one.
pub(in crate::coaching) async fn insert_lock(
    kernel: &Kernel,
    conn: &mut Conn,
    permit: &Coaching,
    lock: &Lock,
) -> Result<bool> {
    let n = conn
        .run(
            sql!(
                "INSERT INTO coach_lock (person_id, recipient, by_passphrase, by_recovery, made_at)
                VALUES ($1, $2, $3, $4, $5)
                ON CONFLICT DO NOTHING"
            ),
            args![
                permit.person(),
                lock.recipient.as_str(),
                lock.by_passphrase.as_str(),
                lock.by_recovery.as_str(),
                kernel.now()
            ],
        )
        .await?;
    Ok(n > 0)
}

/// Keeps another passphrase and recovery code for the same lock.
pub(in crate::coaching) async fn change_lock(conn: &mut Conn, permit: &Coaching, lock: &Lock) -> Result<bool> {
    let n = conn
        .run(
            sql!(
                "UPDATE coach_lock
                SET by_passphrase = $3, by_recovery = $4
                WHERE person_id = $1 AND recipient = $2"
            ),
            args![permit.person(), lock.recipient.as_str(), lock.by_passphrase.as_str(), lock.by_recovery.as_str()],
        )
        .await?;
    Ok(n > 0)
}

/// Throws a lock away with everything behind it. Returns how many notes those were.
pub(in crate::coaching) async fn delete_lock(conn: &mut Conn, permit: &Coaching) -> Result<u64> {
    let n = conn.run(sql!("DELETE FROM coach_note WHERE person_id = $1"), args![permit.person()]).await?;
    conn.run(sql!("DELETE FROM coach_lock WHERE person_id = $1"), args![permit.person()]).await?;
    Ok(n)
}

/// How many notes are behind someone's lock, in all seasons.
pub async fn locked_notes(conn: &mut Conn, permit: &Coaching) -> Result<i64> {
    let (n,): (i64,) =
        conn.one(sql!("SELECT COUNT(*) FROM coach_note WHERE person_id = $1"), args![permit.person()]).await?;
    Ok(n)
}

/// A coach's own notes about a pair, the newest first, locked.
pub async fn own_notes(conn: &mut Conn, permit: &Coaching, pair: &Id) -> Result<Vec<OwnNote>> {
    conn.all(
        sql!(
            "SELECT id, text_locked, at
            FROM coach_note
            WHERE person_id = $1 AND pair_id = $2
            ORDER BY at DESC, id DESC"
        ),
        args![permit.person(), pair],
    )
    .await
}

pub(in crate::coaching) async fn insert_own_note(
    kernel: &Kernel,
    conn: &mut Conn,
    permit: &Coaching,
    (pair, text_locked): (&Id, &str),
) -> Result<()> {
    conn.run(
        sql!("INSERT INTO coach_note (id, pair_id, person_id, text_locked, at) VALUES ($1, $2, $3, $4, $5)"),
        args![kernel.id(), pair, permit.person(), text_locked, kernel.now()],
    )
    .await
    .map(drop)
}

/// Deletes one's own note; returns its pair.
pub(in crate::coaching) async fn delete_own_note(conn: &mut Conn, permit: &Coaching, id: &Id) -> Result<Option<Id>> {
    let found: Option<(Id,)> = conn
        .opt(
            sql!("DELETE FROM coach_note WHERE id = $1 AND person_id = $2 RETURNING pair_id"),
            args![id, permit.person()],
        )
        .await?;
    Ok(found.map(|(id,)| id))
}

/// Deletes everything the two wrote when a pair has been over for long, or when one of them was erased.
pub(in crate::coaching) async fn sweep_notes(conn: &mut Conn, now: Time) -> Result<()> {
    let before = now.plus_days(-NOTE_DAYS);
    conn.run(
        sql!(
            "DELETE FROM coaching_note
            WHERE pair_id IN (
                SELECT p.id
                FROM coaching_pair p
                WHERE p.ended_at < $1 OR p.coach_id IS NULL OR p.member_id IS NULL
            )"
        ),
        args![before],
    )
    .await?;
    // Wishes are of no use once the season is over.
    conn.run(
        sql!("DELETE FROM coaching_wish WHERE season_id IN (SELECT s.id FROM season s WHERE s.ends_on < $1)"),
        args![before.date_in(weft_kernel::zone::USUAL_ZONE).to_string()],
    )
    .await?;
    conn.run(
        sql!(
            "DELETE FROM coach_note
            WHERE pair_id IN (
                SELECT p.id
                FROM coaching_pair p
                WHERE p.ended_at < $1 OR p.coach_id IS NULL OR p.member_id IS NULL
            )"
        ),
        args![before],
    )
    .await
    .map(drop)
}
