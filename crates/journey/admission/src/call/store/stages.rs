//! The SQL of the forms of later stages, which are drafts of their own.

use crate::call::model::Draft;
use crate::call::rules::{MakeCall, OwnDraft};
use weft_kernel::Kernel;
use weft_kernel::clock::Time;
use weft_kernel::db::{Conn, Json, Result};
use weft_kernel::i18n::Words;
use weft_kernel::ids::Id;
use weft_kernel::{args, row, sql};

row! {
    /// The later stage to which an application was invited last.
    pub struct StageOf {
        no: i64,
        kind: String,
        title: Json<Words>,
        due_at: Option<Time>,
        told_at: Time,
        submitted_at: Option<Time>,
        /// Choosing is at it still.
        is_current: bool,
        /// The application can be chosen still: neither withdrawn, nor a duplicate, nor decided to be ineligible.
        is_in: bool,
    }
}

/// The later stage that the application of a draft was invited to; `None` while it is in the first.
pub async fn stage_of(conn: &mut Conn, own: &OwnDraft) -> Result<Option<StageOf>> {
    conn.opt(
        sql!(
            "SELECT g.no AS no, g.kind AS kind, g.title AS title, g.due_at AS due_at, e.told_at AS told_at,
                e.submitted_at AS submitted_at, CASE WHEN n.stage = g.no THEN 1 ELSE 0 END AS is_current,
                CASE WHEN x.state IN ('eligible', 'undecided') THEN 1 ELSE 0 END AS is_in
            FROM draft d
            JOIN application_state x ON x.application_id = d.application_id
            JOIN stage_entry e ON e.application_id = d.application_id AND e.told_at IS NOT NULL
            JOIN stage g ON g.season_id = e.season_id AND g.no = e.no
            JOIN season n ON n.id = g.season_id
            WHERE d.id = $1
            ORDER BY g.no DESC LIMIT 1"
        ),
        args![own.id()],
    )
    .await
}

/// The later stage whose form a draft is.
pub async fn stage_at(conn: &mut Conn, own: &OwnDraft) -> Result<Option<StageOf>> {
    conn.opt(
        sql!(
            "SELECT g.no AS no, g.kind AS kind, g.title AS title, g.due_at AS due_at, e.told_at AS told_at,
                e.submitted_at AS submitted_at, CASE WHEN n.stage = g.no THEN 1 ELSE 0 END AS is_current,
                CASE WHEN x.state IN ('eligible', 'undecided') THEN 1 ELSE 0 END AS is_in
            FROM draft d
            JOIN application_state x ON x.application_id = d.application_id
            JOIN stage_entry e ON e.application_id = d.application_id AND e.no = d.stage AND e.told_at IS NOT NULL
            JOIN stage g ON g.season_id = e.season_id AND g.no = e.no
            JOIN season n ON n.id = g.season_id
            WHERE d.id = $1"
        ),
        args![own.id()],
    )
    .await
}

row! {
    /// A conversation that was agreed with an applicant: with whom, when, for how many minutes, how they meet.
    pub struct Agreed { name: String, starts_at: Time, minutes: i64, place: String }
}

pub async fn conversations(conn: &mut Conn, own: &OwnDraft) -> Result<Vec<Agreed>> {
    conn.all(
        sql!(
            "SELECT p.display_name AS name, v.starts_at AS starts_at, v.minutes AS minutes, v.place AS place
            FROM draft d
            JOIN stage_assignment s ON s.application_id = d.application_id AND s.returned_at IS NULL
            JOIN conversation v ON v.assignment_id = s.id AND v.canceled_at IS NULL
            JOIN person p ON p.id = s.reader_id
            WHERE d.id = $1
            ORDER BY v.starts_at, s.id"
        ),
        args![own.id()],
    )
    .await
}

/// The form of the latest stage that has one, for whoever has proved the address of the draft before it.
pub async fn later_form(conn: &mut Conn, own: &OwnDraft) -> Result<Option<OwnDraft>> {
    let found: Option<Draft> = conn
        .opt(
            sql!(
                "SELECT x.id AS id, x.season_id AS season_id, x.language AS language, x.email AS email,
                    x.revision AS revision, x.started_at AS started_at, x.saved_at AS saved_at,
                    x.submitted_at AS submitted_at, x.application_id AS application_id, x.external_id AS external_id,
                    x.late_reason AS late_reason, x.entered_by AS entered_by, x.entered_from AS entered_from,
                    x.proved_at AS proved_at, x.changes_of AS changes_of, x.dropped_at AS dropped_at,
                    x.stage AS stage
                FROM draft d
                JOIN draft x ON x.application_id = d.application_id AND x.stage > d.stage AND x.changes_of IS NULL
                WHERE d.id = $1 AND d.proved_at IS NOT NULL
                ORDER BY x.stage DESC LIMIT 1"
            ),
            args![own.id()],
        )
        .await?;
    Ok(found.map(OwnDraft::opened))
}

/// What was sent first, before the form of a later stage; `None` where the application was imported.
pub async fn first_form(conn: &mut Conn, own: &OwnDraft) -> Result<Option<OwnDraft>> {
    let found: Option<Draft> = conn
        .opt(
            sql!(
                "SELECT x.id AS id, x.season_id AS season_id, x.language AS language, x.email AS email,
                    x.revision AS revision, x.started_at AS started_at, x.saved_at AS saved_at,
                    x.submitted_at AS submitted_at, x.application_id AS application_id, x.external_id AS external_id,
                    x.late_reason AS late_reason, x.entered_by AS entered_by, x.entered_from AS entered_from,
                    x.proved_at AS proved_at, x.changes_of AS changes_of, x.dropped_at AS dropped_at,
                    x.stage AS stage
                FROM draft d
                JOIN draft x ON x.application_id = d.application_id AND x.stage = 1 AND x.changes_of IS NULL
                WHERE d.id = $1"
            ),
            args![own.id()],
        )
        .await?;
    Ok(found.map(OwnDraft::opened))
}

row! {
    /// An application that goes on to a stage, and where its person is written to.
    pub struct GoesOn {
        application_id: Id,
        person_id: Id,
        external_id: String,
        display_name: String,
        language: String,
        email: Option<String>,
    }
}

/// Makes the form of a later stage, once; only a link that goes to the address opens it, which proves it where nothing
/// else has. `None` where there is one.
pub(in crate::call) async fn insert_stage_form(
    kernel: &Kernel,
    conn: &mut Conn,
    who: &GoesOn,
    stage: i64,
    norm: &str,
) -> Result<Option<Id>> {
    let id = kernel.id();
    let made = conn
        .run(
            sql!(
                "INSERT INTO draft (
                    id, season_id, language, email, email_norm, revision, started_at, saved_at, proved_at,
                        application_id, external_id, stage
                )
                SELECT CAST($1 AS TEXT), a.season_id, CAST($2 AS TEXT), CAST($3 AS TEXT), CAST($4 AS TEXT), 0,
                    CAST($5 AS BIGINT), CAST($5 AS BIGINT),
                    CASE WHEN a.is_own = 1 AND a.proved_at IS NULL THEN NULL ELSE CAST($5 AS BIGINT) END, a.id,
                    a.external_id, CAST($7 AS BIGINT)
                FROM application a
                WHERE a.id = $6
                ON CONFLICT (application_id, stage)
                WHERE stage > 1 AND changes_of IS NULL DO NOTHING"
            ),
            args![&id, &who.language, who.email.as_deref(), norm, kernel.now(), &who.application_id, stage],
        )
        .await?;
    Ok((made > 0).then_some(id))
}

pub(in crate::call) async fn mark_stage_submitted(conn: &mut Conn, own: &OwnDraft, now: Time) -> Result<()> {
    let sql = sql!(
        "UPDATE stage_entry
        SET submitted_at = $3
        WHERE no = $2 AND application_id = (SELECT d.application_id FROM draft d WHERE d.id = $1)"
    );
    conn.run(sql, args![own.id(), own.draft().stage, now]).await.map(drop)
}

row! {
    /// A later stage with a form of its own: its number, what it is called.
    pub struct FormStage { no: i64, title: Json<Words> }
}

/// Later stages that have forms.
pub async fn form_stages(conn: &mut Conn, permit: &MakeCall) -> Result<Vec<FormStage>> {
    conn.all(
        sql!("SELECT no, title FROM stage WHERE season_id = $1 AND kind = 'form' AND no > 1 ORDER BY no"),
        args![permit.season()],
    )
    .await
}

/// What the later stages of a season are called, in their order.
pub async fn later_stages(conn: &mut Conn, season: &Id) -> Result<Vec<(Json<Words>,)>> {
    conn.all(sql!("SELECT title FROM stage WHERE season_id = $1 AND no > 1 ORDER BY no"), args![season]).await
}

/// The stage that choosing is at, from 1.
pub(in crate::call) async fn stage_now(conn: &mut Conn, permit: &MakeCall) -> Result<i64> {
    Ok(conn.one::<(i64,)>(sql!("SELECT stage FROM season WHERE id = $1"), args![permit.season()]).await?.0)
}
