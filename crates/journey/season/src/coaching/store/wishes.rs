//! The SQL of wishes. Only their own, and a proposal, read them.

use std::collections::BTreeMap;

use crate::coaching::model::Wish;
use crate::coaching::rules::{Arrange, Own};
use weft_kernel::db::{Conn, Result};
use weft_kernel::ids::Id;
use weft_kernel::{args, sql};

/// What someone said of coaches, by coach.
pub async fn wishes(conn: &mut Conn, permit: &Own) -> Result<BTreeMap<Id, Wish>> {
    let rows: Vec<(Id, Wish)> = conn
        .all(
            sql!("SELECT coach_id, wish FROM coaching_wish WHERE season_id = $1 AND person_id = $2"),
            args![permit.season(), permit.person()],
        )
        .await?;
    Ok(rows.into_iter().collect())
}

/// Keeps what someone said in the place of what they said before, of people who coach there.
pub(in crate::coaching) async fn keep_wishes(conn: &mut Conn, permit: &Own, wishes: &BTreeMap<Id, Wish>) -> Result<()> {
    conn.run(
        sql!("DELETE FROM coaching_wish WHERE season_id = $1 AND person_id = $2"),
        args![permit.season(), permit.person()],
    )
    .await?;
    for (coach, wish) in wishes {
        conn.run(
            sql!(
                "INSERT INTO coaching_wish (season_id, person_id, coach_id, wish)
                SELECT c.season_id, CAST($2 AS TEXT), c.person_id, CAST($4 AS TEXT)
                FROM coach c
                WHERE c.season_id = $1 AND c.person_id = $3
                ON CONFLICT DO NOTHING"
            ),
            args![permit.season(), permit.person(), coach, *wish],
        )
        .await?;
    }
    Ok(())
}

/// What everyone said, by person and coach, for a proposal alone.
pub(in crate::coaching) async fn all_wishes(conn: &mut Conn, permit: &Arrange) -> Result<BTreeMap<(Id, Id), Wish>> {
    let rows: Vec<(Id, Id, Wish)> = conn
        .all(sql!("SELECT person_id, coach_id, wish FROM coaching_wish WHERE season_id = $1"), args![permit.season()])
        .await?;
    Ok(rows.into_iter().map(|(person, coach, wish)| ((person, coach), wish)).collect())
}
