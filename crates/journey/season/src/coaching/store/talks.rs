//! The SQL of first talks, which are appointments of someone who has no coach yet.

use crate::coaching::model::Talk;
use crate::coaching::rules::{Arrange, Own};
use weft_kernel::db::{Conn, Result};
use weft_kernel::ids::Id;
use weft_kernel::{args, sql};

/// The first talks of someone that were not canceled.
pub async fn talks(conn: &mut Conn, permit: &Own) -> Result<Vec<Talk>> {
    conn.all(
        sql!(
            "SELECT a.host_id AS coach_id, a.id AS appointment_id, a.starts_at AS starts_at, a.minutes AS minutes
            FROM appointment a
            WHERE a.season_id = $1
                AND a.guest_id = $2
                AND a.is_first = 1
                AND a.canceled_at IS NULL
                AND a.host_id IS NOT NULL
            ORDER BY a.starts_at, a.id"
        ),
        args![permit.season(), permit.member()],
    )
    .await
}

/// Holds someone of the cohort who never had a coach, until the transaction ends; false where they have or had one.
pub(in crate::coaching) async fn hold_unpaired(conn: &mut Conn, permit: &Own) -> Result<bool> {
    let n = conn
        .run(
            sql!(
                "UPDATE member
                SET joined_at = joined_at
                WHERE season_id = $1
                    AND person_id = $2
                    AND left_at IS NULL
                    AND NOT EXISTS (
                        SELECT 1
                        FROM coaching_pair p
                        WHERE p.season_id = member.season_id AND p.member_id = member.person_id
                    )"
            ),
            args![permit.season(), permit.member()],
        )
        .await?;
    Ok(n > 0)
}

/// Says that an appointment is a first talk.
pub(in crate::coaching) async fn mark_first(conn: &mut Conn, appointment: &Id) -> Result<()> {
    conn.run(sql!("UPDATE appointment SET is_first = 1 WHERE id = $1"), args![appointment]).await.map(drop)
}

/// How many first talks were booked and not canceled, for the program: nothing of who had one.
pub async fn count_talks(conn: &mut Conn, permit: &Arrange) -> Result<i64> {
    let sql = sql!("SELECT COUNT(*) FROM appointment WHERE season_id = $1 AND is_first = 1 AND canceled_at IS NULL");
    Ok(conn.one::<(i64,)>(sql, args![permit.season()]).await?.0)
}
