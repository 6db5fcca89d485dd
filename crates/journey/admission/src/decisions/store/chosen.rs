//! The SQL of who is chosen, whether or not they were invited.

use std::collections::BTreeSet;

use crate::decisions::rules::Decide;
use weft_kernel::clock::Time;
use weft_kernel::db::{Conn, Json, Result};
use weft_kernel::{args, sql};

/// What is read of the transcript of a run.
#[derive(serde::Deserialize)]
struct Cohort {
    cohort: Vec<String>,
}

/// The numbers of applications that were chosen and are not invited yet: set by hand to be in, in the newest cohort
/// that is not confirmed, or, before any was confirmed, in one that is being put together.
pub(super) async fn chosen(conn: &mut Conn, permit: &Decide) -> Result<BTreeSet<String>> {
    let locked: Vec<(String,)> = conn
        .all(
            sql!(
                "SELECT a.external_id
                FROM selection_mark m
                JOIN application a ON a.id = m.application_id
                WHERE m.season_id = $1 AND m.mark = 'locked'"
            ),
            args![permit.season()],
        )
        .await?;
    let runs: Vec<(Json<Cohort>, Option<Time>)> = conn
        .all(
            sql!(
                "SELECT transcript, confirmed_at
                FROM selection_run
                WHERE season_id = $1
                ORDER BY created_at DESC, id DESC LIMIT 1"
            ),
            args![permit.season()],
        )
        .await?;
    let composed: Vec<(Json<Vec<String>>,)> = conn
        .all(
            sql!(
                "SELECT s.cohort
                FROM composition c
                JOIN composition_step s ON s.composition_id = c.id AND s.step = c.step
                WHERE c.season_id = $1
                    AND NOT EXISTS (
                        SELECT 1
                        FROM selection_run r
                        WHERE r.season_id = c.season_id AND r.confirmed_at IS NOT NULL
                    )"
            ),
            args![permit.season()],
        )
        .await?;
    let mut out: BTreeSet<String> = locked.into_iter().map(|(id,)| id).collect();
    for (transcript, _) in runs.iter().filter(|(_, confirmed)| confirmed.is_none()) {
        out.extend(transcript.0.cohort.iter().cloned());
    }
    out.extend(composed.into_iter().flat_map(|(cohort,)| cohort.0));
    Ok(out)
}

/// Whether anyone was ever chosen: a cohort that is confirmed, an invitation, or a seat.
pub async fn has_cohort(conn: &mut Conn, permit: &Decide) -> Result<bool> {
    let (n,): (i64,) = conn
        .one(
            sql!(
                "SELECT (SELECT COUNT(*) FROM selection_run WHERE season_id = $1 AND confirmed_at IS NOT NULL)
                    + (SELECT COUNT(*) FROM invitation WHERE season_id = $1)
                    + (SELECT COUNT(*) FROM member WHERE season_id = $1)"
            ),
            args![permit.season()],
        )
        .await?;
    Ok(n > 0)
}
