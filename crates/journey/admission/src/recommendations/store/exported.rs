//! The SQL of a list of recommendations that leaves the site.

use crate::recommendations::model::Said;
use crate::recommendations::rules::RunRecommendations;
use weft_kernel::clock::Time;
use weft_kernel::db::{Conn, Json, Result};
use weft_kernel::{args, row, sql};

row! {
    /// A recommendation with the application that it counts for.
    pub(in crate::recommendations) struct Exported {
        external_id: String,
        display_name: String,
        name: String,
        email: String,
        relation: String,
        language: String,
        is_shown: bool,
        asked_at: Option<Time>,
        reminded_at: Option<Time>,
        opened_at: Option<Time>,
        declined_at: Option<Time>,
        sent_at: Option<Time>,
        answers: Option<Json<Vec<Said>>>,
    }
}

/// All recommendations of applications that are neither withdrawn nor erased, by applicant.
pub(in crate::recommendations) async fn exported(
    conn: &mut Conn,
    permit: &RunRecommendations,
) -> Result<Vec<Exported>> {
    conn.all(
        sql!(
            "SELECT a.external_id AS external_id, p.display_name AS display_name, r.name AS name, r.email AS email,
                r.relation AS relation, r.language AS language, r.is_shown AS is_shown, r.asked_at AS asked_at,
                r.reminded_at AS reminded_at, r.opened_at AS opened_at, r.declined_at AS declined_at,
                r.sent_at AS sent_at, r.answers AS answers
            FROM recommendation_for f
            JOIN recommendation r ON r.id = f.recommendation_id
            JOIN application a ON a.id = f.application_id
            JOIN application_state x ON x.application_id = a.id
            JOIN person p ON p.id = a.person_id
            WHERE f.season_id = $1 AND x.state NOT IN ('withdrawn', 'duplicate')
            ORDER BY p.sort_key, a.external_id, r.named_at, r.id"
        ),
        args![permit.season()],
    )
    .await
}
