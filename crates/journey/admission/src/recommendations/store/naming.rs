//! The SQL of applications for which recommenders are named without a form of ours: by a link that we send the
//! applicant, or by a lead.

use crate::recommendations::model::Recommendation;
use crate::recommendations::rules::{Naming, RunRecommendations};
use weft_kernel::Kernel;
use weft_kernel::db::{Conn, Result};
use weft_kernel::ids::Id;
use weft_kernel::{args, row, sql};

row! {
    /// An application for which recommenders are named, and its applicant.
    pub struct Named {
        /// Its draft, or itself where there is none.
        named_under: Id,
        season_id: Id,
        application_id: Id,
        external_id: String,
        display_name: String,
        language: String,
        email: Option<String>,
        stands: String,
        /// When the last link was sent to the applicant.
        linked_at: Option<weft_kernel::clock::Time>,
    }
}

impl Named {
    /// Leave of a lead to name people for it.
    pub fn for_lead(&self, permit: &RunRecommendations) -> Option<Naming> {
        (self.season_id == *permit.season()).then(|| Naming::of_application(self, true))
    }
}

/// An application by its number, for a lead; neither withdrawn nor a duplicate.
pub async fn named_for(conn: &mut Conn, permit: &RunRecommendations, external_id: &str) -> Result<Option<Named>> {
    conn.opt(
        sql!(
            "SELECT COALESCE(
                    (
                        SELECT MIN(d.id)
                        FROM draft d
                        WHERE d.application_id = a.id AND d.changes_of IS NULL AND d.stage = 1
                    ), a.id
                ) AS named_under,
                a.season_id AS season_id, a.id AS application_id, a.external_id AS external_id,
                p.display_name AS display_name, p.language AS language, m.value AS email, x.state AS stands,
                (SELECT MAX(l.made_at) FROM recommender_link l WHERE l.application_id = a.id) AS linked_at
            FROM application a
            JOIN application_state x ON x.application_id = a.id
            JOIN person p ON p.id = a.person_id
            LEFT JOIN mailbox m ON m.person_id = a.person_id
            WHERE a.season_id = $1 AND a.external_id = $2 AND x.state NOT IN ('withdrawn', 'duplicate')"
        ),
        args![permit.season(), external_id],
    )
    .await
}

/// The application that a link opens, withdrawn ones among them, with leave to name people for it.
pub async fn named_by_link(conn: &mut Conn, token_hash: &str) -> Result<Option<(Named, Naming)>> {
    let found: Option<Named> = conn
        .opt(
            sql!(
                "SELECT COALESCE(
                        (
                        SELECT MIN(d.id)
                        FROM draft d
                        WHERE d.application_id = a.id AND d.changes_of IS NULL AND d.stage = 1
                    ), a.id
                    ) AS named_under,
                    a.season_id AS season_id, a.id AS application_id, a.external_id AS external_id,
                    p.display_name AS display_name, p.language AS language, m.value AS email, x.state AS stands,
                    l.made_at AS linked_at
                FROM recommender_link l
                JOIN application a ON a.id = l.application_id
                JOIN application_state x ON x.application_id = a.id
                JOIN person p ON p.id = a.person_id
                LEFT JOIN mailbox m ON m.person_id = a.person_id
                WHERE l.token_hash = $1"
            ),
            args![token_hash],
        )
        .await?;
    Ok(found.map(|a| {
        let naming = Naming::of_application(&a, false);
        (a, naming)
    }))
}

/// Applicants who can be sent their first link: their application has no form of ours, nobody was named for it, it may
/// still be chosen, and they have an address.
pub async fn without_form(conn: &mut Conn, permit: &RunRecommendations) -> Result<Vec<Named>> {
    conn.all(
        sql!(
            "SELECT a.id AS named_under, a.season_id AS season_id, a.id AS application_id,
                a.external_id AS external_id, p.display_name AS display_name, p.language AS language,
                m.value AS email, x.state AS stands, CAST(NULL AS BIGINT) AS linked_at
            FROM application_state x
            JOIN application a ON a.id = x.application_id
            JOIN person p ON p.id = a.person_id
            JOIN mailbox m ON m.person_id = a.person_id
            WHERE x.season_id = $1
                AND x.state IN ('undecided', 'late', 'eligible')
                AND NOT EXISTS (
                    SELECT 1
                    FROM draft d
                    WHERE d.application_id = a.id AND d.entered_by IS NULL AND d.stage = 1
                )
                AND NOT EXISTS (SELECT 1 FROM recommendation r WHERE r.application_id = a.id)
                AND NOT EXISTS (SELECT 1 FROM recommender_link l WHERE l.application_id = a.id)
            ORDER BY p.sort_key, a.external_id"
        ),
        args![permit.season()],
    )
    .await
}

/// A link that is sent to an applicant.
pub(in crate::recommendations) async fn insert_link(
    kernel: &Kernel,
    conn: &mut Conn,
    (season, application): (&Id, &Id),
    token_hash: &str,
) -> Result<()> {
    conn.run(
        sql!(
            "INSERT INTO recommender_link (token_hash, season_id, application_id, made_at)
            VALUES ($1, $2, $3, $4)"
        ),
        args![token_hash, season, application, kernel.now()],
    )
    .await
    .map(drop)
}

/// Holds what people are named for, for the rest of the transaction: two who name at once do so one after the other.
pub(in crate::recommendations) async fn hold_naming(conn: &mut Conn, own: &Naming) -> Result<()> {
    conn.run(sql!("UPDATE draft SET revision = revision WHERE id = $1"), args![own.id()]).await?;
    conn.run(sql!("UPDATE application SET resembles = resembles WHERE id = $1"), args![own.application()])
        .await
        .map(drop)
}

row! {
    /// Where the applicant is written to, in which language; whether they have the key of a draft of theirs.
    pub(in crate::recommendations) struct Applicant { email: String, language: String, has_form: bool }
}

/// The applicant of a recommendation; nobody whose address is not confirmed.
pub(in crate::recommendations) async fn applicant(conn: &mut Conn, r: &Recommendation) -> Result<Option<Applicant>> {
    let own = sql!(
        "SELECT email AS email, language AS language,
            CASE WHEN entered_by IS NULL THEN 1 ELSE 0 END AS has_form
        FROM draft
        WHERE id = $1 AND email IS NOT NULL AND (proved_at IS NOT NULL OR entered_by IS NOT NULL)"
    );
    if let Some(found) = conn.opt(own, args![&r.draft_id]).await? {
        return Ok(Some(found));
    }
    conn.opt(
        sql!(
            "SELECT m.value AS email, p.language AS language, 0 AS has_form
            FROM application a
            JOIN person p ON p.id = a.person_id
            JOIN mailbox m ON m.person_id = a.person_id
            WHERE a.id = $1 AND NOT EXISTS (SELECT 1 FROM draft d WHERE d.id = $2)"
        ),
        args![r.application_id.as_ref(), &r.draft_id],
    )
    .await
}
