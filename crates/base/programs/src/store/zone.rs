//! The SQL of deadlines that were agreed in a season's time zone: they move when it does.

use crate::rules::RunSeason;
use weft_kernel::clock::Time;
use weft_kernel::db::{Conn, Result};
use weft_kernel::ids::Id;
use weft_kernel::{args, row, sql};

row! {
    /// A moment that was agreed by the clock of the season's zone: what ends or begins, of which row.
    pub struct Agreed { what: String, row_id: String, at: Time }
}

/// The zone as it is stored now.
pub(crate) async fn zone_of(conn: &mut Conn, run: &RunSeason) -> Result<String> {
    row! { struct Kept { zone: String } }
    Ok(conn.one::<Kept>(sql!("SELECT zone FROM season WHERE id = $1"), args![run.season()]).await?.zone)
}

/// Everything of a season that was agreed by the clock. What is over for good, such as an answered invitation, is not
/// in it; gatherings and listings have zones of their own.
pub(crate) async fn agreed(conn: &mut Conn, run: &RunSeason, now: Time) -> Result<Vec<Agreed>> {
    conn.all(
        sql!(
            "SELECT 'call-opens' AS what, season_id AS row_id, opens_at AS at
            FROM call
            WHERE season_id = $1 AND opens_at IS NOT NULL
            UNION ALL
            SELECT 'call-closes', season_id, closes_at
            FROM call
            WHERE season_id = $1 AND closes_at IS NOT NULL
            UNION ALL
            SELECT 'extension', id, until
            FROM extension
            WHERE season_id = $1
            UNION ALL
            SELECT 'offer', season_id, closes_at
            FROM offer
            WHERE season_id = $1
            UNION ALL
            SELECT 'tier', CAST(position AS TEXT), until_at
            FROM offer_tier
            WHERE season_id = $1 AND until_at IS NOT NULL
            UNION ALL
            SELECT 'invitation', i.id, i.expires_at
            FROM invitation i
            WHERE i.season_id = $1
                AND i.expires_at > $2
                AND NOT EXISTS (SELECT 1 FROM invitation_answer a WHERE a.invitation_id = i.id)
            UNION ALL
            SELECT 'recommendations', season_id, due_at
            FROM recommendation_plan
            WHERE season_id = $1 AND due_at IS NOT NULL
            UNION ALL
            SELECT 'stage', CAST(no AS TEXT), due_at
            FROM stage
            WHERE season_id = $1 AND due_at IS NOT NULL
            UNION ALL
            SELECT 'pulse', id, closes_at
            FROM pulse
            WHERE season_id = $1 AND closes_at > $2
            UNION ALL
            SELECT 'public-page', id, public_at
            FROM cohort_release
            WHERE season_id = $1 AND ended_at IS NULL AND public_at > $2
            ORDER BY 3, 1, 2"
        ),
        args![run.season(), now],
    )
    .await
}

/// Writes the new moment of one.
pub(crate) async fn move_one(conn: &mut Conn, season: &Id, one: &Agreed, to: Time) -> Result<()> {
    let sql = match one.what.as_str() {
        "call-opens" => sql!("UPDATE call SET opens_at = $3 WHERE season_id = $1 AND season_id = $2"),
        "call-closes" => sql!("UPDATE call SET closes_at = $3 WHERE season_id = $1 AND season_id = $2"),
        "extension" => sql!("UPDATE extension SET until = $3 WHERE season_id = $1 AND id = $2"),
        "offer" => sql!("UPDATE offer SET closes_at = $3 WHERE season_id = $1 AND season_id = $2"),
        "tier" => {
            sql!("UPDATE offer_tier SET until_at = $3 WHERE season_id = $1 AND CAST(position AS TEXT) = $2")
        }
        "invitation" => sql!("UPDATE invitation SET expires_at = $3 WHERE season_id = $1 AND id = $2"),
        "public-page" => sql!("UPDATE cohort_release SET public_at = $3 WHERE season_id = $1 AND id = $2"),
        "recommendations" => {
            sql!("UPDATE recommendation_plan SET due_at = $3 WHERE season_id = $1 AND season_id = $2")
        }
        "stage" => sql!("UPDATE stage SET due_at = $3 WHERE season_id = $1 AND CAST(no AS TEXT) = $2"),
        _ => sql!("UPDATE pulse SET closes_at = $3 WHERE season_id = $1 AND id = $2"),
    };
    conn.run(sql, args![season, one.row_id.as_str(), to]).await.map(drop)
}
