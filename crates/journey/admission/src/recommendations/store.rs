//! The SQL of recommendations: what a season asks, and what its leads see; that of applicants and recommenders is
//! below.

mod asked;
mod exported;
mod naming;
mod received;
mod writing;

pub use asked::*;
pub(super) use exported::*;
pub use naming::*;
pub use received::*;
pub use writing::*;

use super::model::{Plan, Recommendation};
use super::rules::RunRecommendations;
use weft_kernel::Kernel;
use weft_kernel::clock::Time;
use weft_kernel::db::{Conn, Result};
use weft_kernel::ids::Id;
use weft_kernel::{args, row, sql};

pub async fn plan(conn: &mut Conn, season: &Id) -> Result<Option<Plan>> {
    conn.opt(
        sql!(
            "SELECT season_id, most, is_required, is_shown, due_on, due_at, intro, questions
            FROM recommendation_plan
            WHERE season_id = $1"
        ),
        args![season],
    )
    .await
}

/// What a season asks, as it is set.
pub struct Set<'a> {
    pub most: i64,
    pub is_required: bool,
    pub is_shown: bool,
    pub due_on: Option<&'a str>,
    pub due_at: Option<Time>,
    /// Both languages, as JSON.
    pub intro: &'a str,
}

/// Sets what a season asks; `questions` are those of a plan that was not set before.
pub(super) async fn set_plan(
    kernel: &Kernel,
    conn: &mut Conn,
    permit: &RunRecommendations,
    set: &Set<'_>,
    questions: &str,
) -> Result<()> {
    conn.run(
        sql!(
            "INSERT INTO recommendation_plan (
                season_id, most, is_required, is_shown, due_on, due_at, intro, questions, changed_at
            )
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            ON CONFLICT (season_id) DO UPDATE SET most = excluded.most, is_required = excluded.is_required,
                is_shown = excluded.is_shown, due_on = excluded.due_on, due_at = excluded.due_at,
                intro = excluded.intro, changed_at = excluded.changed_at"
        ),
        args![
            permit.season(),
            set.most,
            set.is_required,
            set.is_shown,
            set.due_on,
            set.due_at,
            set.intro,
            questions,
            kernel.now()
        ],
    )
    .await
    .map(drop)
}

/// Holds what a season asks for the rest of the transaction.
pub(super) async fn hold_plan(kernel: &Kernel, conn: &mut Conn, permit: &RunRecommendations) -> Result<Option<Plan>> {
    conn.opt(
        sql!(
            "UPDATE recommendation_plan
            SET changed_at = $2
            WHERE season_id = $1
            RETURNING season_id, most, is_required, is_shown, due_on, due_at, intro, questions"
        ),
        args![permit.season(), kernel.now()],
    )
    .await
}

pub(super) async fn set_questions(conn: &mut Conn, permit: &RunRecommendations, questions: &str) -> Result<()> {
    conn.run(
        sql!("UPDATE recommendation_plan SET questions = $2 WHERE season_id = $1"),
        args![permit.season(), questions],
    )
    .await
    .map(drop)
}

row! {
    /// An application for which recommendations can be there, by name.
    pub struct Asking { id: Id, external_id: String, display_name: String, stands: String }
}

/// Applications that may have recommendations: sent on this site, with someone named, or whose applicant was sent a
/// link to name someone; neither withdrawn nor duplicates.
pub async fn asking(conn: &mut Conn, permit: &RunRecommendations) -> Result<Vec<Asking>> {
    conn.all(
        sql!(
            "SELECT a.id AS id, a.external_id AS external_id, p.display_name AS display_name, x.state AS stands
            FROM application_state x
            JOIN application a ON a.id = x.application_id
            JOIN person p ON p.id = a.person_id
            WHERE x.season_id = $1
                AND x.state NOT IN ('withdrawn', 'duplicate')
                AND (
                    EXISTS (SELECT 1 FROM draft d WHERE d.application_id = a.id AND d.stage = 1)
                        OR EXISTS (SELECT 1 FROM recommendation r WHERE r.application_id = a.id)
                        OR EXISTS (SELECT 1 FROM recommender_link l WHERE l.application_id = a.id)
                )
            ORDER BY p.sort_key, a.external_id"
        ),
        args![permit.season()],
    )
    .await
}

/// Which recommendation counts for which application, of a season.
pub async fn counted_for(conn: &mut Conn, permit: &RunRecommendations) -> Result<Vec<(Id, Id)>> {
    conn.all(
        sql!("SELECT recommendation_id, application_id FROM recommendation_for WHERE season_id = $1"),
        args![permit.season()],
    )
    .await
}

/// Everyone who was named for an application that was sent, in the order in which they were.
pub async fn of_season(conn: &mut Conn, permit: &RunRecommendations) -> Result<Vec<Recommendation>> {
    conn.all(
        sql!(
            "SELECT r.id AS id, r.season_id AS season_id, r.draft_id AS draft_id, r.application_id AS application_id,
                    r.asker AS asker, r.name AS name, r.email AS email, r.relation AS relation, r.language AS language,
                    r.is_shown AS is_shown, r.named_at AS named_at, r.asked_at AS asked_at,
                    r.reminded_at AS reminded_at, r.opened_at AS opened_at, r.declined_at AS declined_at,
                    r.decline_reason AS decline_reason, r.sent_at AS sent_at, r.answers AS answers,
                    r.ended_at AS ended_at, r.revision AS revision
            FROM recommendation r
            WHERE r.season_id = $1 AND r.application_id IS NOT NULL AND r.ended_at IS NULL
            ORDER BY r.named_at, r.id"
        ),
        args![permit.season()],
    )
    .await
}

/// Takes a recommendation out for good. `false` when it is not there.
pub(super) async fn delete(conn: &mut Conn, permit: &RunRecommendations, id: &Id) -> Result<bool> {
    let of_season = args![id, permit.season()];
    for sql in [
        sql!(
            "DELETE FROM recommendation_answer
            WHERE recommendation_id IN (SELECT r.id FROM recommendation r WHERE r.id = $1 AND r.season_id = $2)"
        ),
        sql!(
            "DELETE FROM recommendation_key
            WHERE recommendation_id IN (SELECT r.id FROM recommendation r WHERE r.id = $1 AND r.season_id = $2)"
        ),
    ] {
        conn.run(sql, of_season.clone()).await?;
    }
    Ok(conn.run(sql!("DELETE FROM recommendation WHERE id = $1 AND season_id = $2"), of_season).await? > 0)
}
