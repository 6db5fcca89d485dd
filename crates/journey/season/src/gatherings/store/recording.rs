//! The SQL of what was said about recording.

use crate::gatherings::recording::Recording;
use weft_kernel::clock::Time;
use weft_kernel::db::{Conn, Result};
use weft_kernel::ids::Id;
use weft_kernel::{args, sql};

/// What was said, if anything.
pub async fn of(conn: &mut Conn, gathering: &Id) -> Result<Option<Recording>> {
    conn.opt(
        sql!("SELECT is_recorded, url, until_on FROM gathering_recording WHERE gathering_id = $1"),
        args![gathering],
    )
    .await
}

pub async fn set(conn: &mut Conn, gathering: &Id, recording: &Recording, now: Time) -> Result<()> {
    conn.run(
        sql!(
            "INSERT INTO gathering_recording (gathering_id, is_recorded, url, until_on, at)
            VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (gathering_id) DO UPDATE SET is_recorded = excluded.is_recorded, url = excluded.url,
                until_on = excluded.until_on, at = excluded.at"
        ),
        args![gathering, recording.is_recorded, &recording.url, recording.until_on.as_deref(), now],
    )
    .await
    .map(drop)
}

pub async fn remove(conn: &mut Conn, gathering: &Id) -> Result<()> {
    conn.run(sql!("DELETE FROM gathering_recording WHERE gathering_id = $1"), args![gathering]).await.map(drop)
}
