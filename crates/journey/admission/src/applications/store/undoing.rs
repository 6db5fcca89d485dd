//! The SQL of taking an import of applications back.

use crate::applications::rules::FillPool;
use crate::applications::undoing::{Imported, Plan};
use weft_kernel::clock::Time;
use weft_kernel::db::{Conn, Result};
use weft_kernel::ids::Id;
use weft_kernel::{args, sql};

/// Notes when the rows of a file are imported.
pub(in crate::applications) async fn take_file(conn: &mut Conn, file: &Id, now: Time) -> Result<()> {
    conn.run(sql!("UPDATE import_file SET taken_at = $2 WHERE id = $1"), args![file, now]).await.map(drop)
}

/// The applications that an import made or changed, and that are here, by name.
pub(in crate::applications) async fn imported(conn: &mut Conn, permit: &FillPool, file: &Id) -> Result<Vec<Imported>> {
    conn.all(
        sql!(
            "SELECT a.id AS id, a.external_id AS external_id, p.display_name AS name, a.person_id AS person_id,
                m.what AS what, a.duplicate_of AS duplicate_of
            FROM import_made m
            JOIN application a ON a.id = m.row_id
            JOIN person p ON p.id = a.person_id
            WHERE m.import_id = $1 AND m.what IN ('application', 'changed') AND a.season_id = $2
            ORDER BY p.sort_key, a.external_id"
        ),
        args![file, permit.season()],
    )
    .await
}

/// Applications that an import made and that someone has worked with since, with the reason. Every table that points
/// to an application is in it; `tests/unimporting.rs` holds it to that.
pub(in crate::applications) async fn worked_with(
    conn: &mut Conn,
    permit: &FillPool,
    file: &Id,
    since: Time,
) -> Result<Vec<(Id, String)>> {
    conn.all(
        sql!(
            "WITH made AS (
                SELECT m.row_id AS id, m.mark AS mark
                FROM import_made m
                WHERE m.import_id = $1 AND m.what = 'application'
            )
            SELECT application_id, 'reviewed' FROM stage_read WHERE application_id IN (SELECT id FROM made)
            UNION SELECT application_id, 'reviewed' FROM stage_assignment WHERE application_id IN (SELECT id FROM made)
            UNION SELECT application_id, 'reviewed' FROM read_note WHERE application_id IN (SELECT id FROM made)
            UNION SELECT application_id, 'reviewed' FROM reader_conflict WHERE application_id IN (SELECT id FROM made)
            UNION SELECT application_id, 'reviewed' FROM stage_calibration WHERE application_id IN (SELECT id FROM made)
            UNION SELECT application_id, 'reviewed' FROM theme_coding WHERE application_id IN (SELECT id FROM made)
            UNION SELECT application_id, 'decided' FROM eligibility
            WHERE application_id IN (SELECT id FROM made)
                AND (
                    undone_at IS NOT NULL
                        OR id NOT IN (
                            SELECT m.row_id FROM import_made m WHERE m.import_id = $1 AND m.what = 'eligibility'
                        )
                )
            UNION SELECT application_id, 'decided' FROM application_event WHERE application_id IN (SELECT id FROM made)
            UNION SELECT application_id, 'decided' FROM stage_entry WHERE application_id IN (SELECT id FROM made)
            UNION SELECT application_id, 'decided' FROM outcome WHERE application_id IN (SELECT id FROM made)
            UNION SELECT application_id, 'decided' FROM decision WHERE application_id IN (SELECT id FROM made)
            UNION SELECT application_id, 'decided' FROM alternate WHERE application_id IN (SELECT id FROM made)
            UNION SELECT application_id, 'decided' FROM alternate_notice WHERE application_id IN (SELECT id FROM made)
            UNION SELECT application_id, 'decided' FROM selection_mark WHERE application_id IN (SELECT id FROM made)
            UNION SELECT application_id, 'decided' FROM invitation WHERE application_id IN (SELECT id FROM made)
            UNION SELECT application_id, 'decided' FROM member WHERE application_id IN (SELECT id FROM made)
            UNION SELECT application_id, 'decided' FROM application_choice
            WHERE application_id IN (SELECT id FROM made)
            UNION SELECT made.id, 'decided' FROM made
            WHERE EXISTS (SELECT 1 FROM selection_run r WHERE r.season_id = $2 AND r.created_at >= $3)
                OR EXISTS (SELECT 1 FROM composition c WHERE c.season_id = $2 AND c.created_at >= $3)
            UNION SELECT application_id, 'noted' FROM application_note WHERE application_id IN (SELECT id FROM made)
            UNION SELECT application_id, 'noted' FROM application_tag WHERE application_id IN (SELECT id FROM made)
            UNION SELECT application_id, 'emailed' FROM letter_recipient WHERE application_id IN (SELECT id FROM made)
            UNION SELECT application_id, 'emailed' FROM acknowledgement WHERE application_id IN (SELECT id FROM made)
            UNION SELECT a.id, 'emailed' FROM application a
            WHERE a.id IN (SELECT id FROM made)
                AND a.person_id IN (
                    SELECT c.person_id
                    FROM contact_point c
                    JOIN outbox o ON o.norm = c.norm
                    WHERE o.created_at >= $3
                        AND c.kind = 'email'
                        AND (o.season_id IS NULL OR o.season_id = $2)
                )
            UNION SELECT application_id, 'answered' FROM draft WHERE application_id IN (SELECT id FROM made)
            UNION SELECT application_id, 'answered' FROM upload WHERE application_id IN (SELECT id FROM made)
            UNION SELECT application_id, 'answered' FROM recommender_link WHERE application_id IN (SELECT id FROM made)
            UNION SELECT application_id, 'answered' FROM recommendation WHERE application_id IN (SELECT id FROM made)
            UNION SELECT application_id, 'answered' FROM application_version
            WHERE application_id IN (SELECT id FROM made)
            UNION SELECT a.id, 'needs' FROM application a
            JOIN access_need n ON n.person_id = a.person_id AND n.season_id = a.season_id
            WHERE a.id IN (
                SELECT m.application_id FROM import_made m WHERE m.import_id = $1 AND m.what = 'need'
            )
                AND (
                    n.id NOT IN (SELECT m.row_id FROM import_made m WHERE m.import_id = $1 AND m.what = 'need')
                        OR CAST(n.at AS TEXT) NOT IN (
                            SELECT m.mark FROM import_made m WHERE m.import_id = $1 AND m.what = 'need'
                        )
                )
            UNION SELECT a.id, 'changed' FROM application a
            JOIN made ON made.id = a.id
            WHERE made.mark <> a.content_hash || ' ' || a.person_id
                OR a.changed_at IS NOT NULL
                OR EXISTS (SELECT 1 FROM event e WHERE e.subject_id IN (a.id, a.person_id) AND e.at >= $3)
                OR EXISTS (SELECT 1 FROM event e WHERE e.actor_id = a.person_id AND e.at >= $3)"
        ),
        args![file, permit.season(), since],
    )
    .await
}

/// Applications that count as somebody's second one: the number of the first, and the second.
pub(in crate::applications) async fn seconds(
    conn: &mut Conn,
    permit: &FillPool,
    file: &Id,
) -> Result<Vec<(String, Id)>> {
    conn.all(
        sql!(
            "SELECT b.duplicate_of, b.id
            FROM application b
            WHERE b.season_id = $2
                AND b.duplicate_of IN (
                    SELECT a.external_id
                    FROM application a
                    WHERE a.season_id = $2
                        AND a.id IN (
                            SELECT m.row_id
                            FROM import_made m
                            WHERE m.import_id = $1 AND m.what = 'application'
                        )
                )"
        ),
        args![file, permit.season()],
    )
    .await
}

/// The applications, in whatever season, of people whose records an import made.
pub(in crate::applications) async fn applications_of_made(conn: &mut Conn, file: &Id) -> Result<Vec<(Id, Id)>> {
    conn.all(
        sql!(
            "SELECT a.person_id, a.id
            FROM application a
            WHERE a.person_id IN (SELECT m.row_id FROM import_made m WHERE m.import_id = $1 AND m.what = 'person')"
        ),
        args![file],
    )
    .await
}

/// People whose records an import made, and of whom nothing is here but what it made and applications. Every table
/// that points to a person is in it; `tests/unimporting.rs` holds it to that.
pub(in crate::applications) async fn alone(conn: &mut Conn, file: &Id) -> Result<Vec<(Id,)>> {
    conn.all(
        sql!(
            "SELECT m.row_id FROM import_made m WHERE m.import_id = $1 AND m.what = 'person'
            EXCEPT SELECT person_id FROM identity_answer
            WHERE id NOT IN (SELECT m.row_id FROM import_made m WHERE m.import_id = $1 AND m.what = 'identity')
            EXCEPT SELECT person_id FROM access_need
            WHERE id NOT IN (SELECT m.row_id FROM import_made m WHERE m.import_id = $1 AND m.what = 'need')
            EXCEPT SELECT person_id FROM role
            WHERE id NOT IN (SELECT m.row_id FROM import_made m WHERE m.import_id = $1 AND m.what = 'role')
            EXCEPT SELECT told_to FROM access_need
            EXCEPT SELECT kept_from FROM access_need
            EXCEPT SELECT person_id FROM contact_request
            EXCEPT SELECT person_id FROM photo
            EXCEPT SELECT kept_id FROM person_merge
            EXCEPT SELECT merged_id FROM person_merge
            EXCEPT SELECT actor_id FROM person_merge
            EXCEPT SELECT person_id FROM credential
            EXCEPT SELECT person_id FROM link_request
            EXCEPT SELECT person_id FROM sign_in
            EXCEPT SELECT person_id FROM sign_in_step
            EXCEPT SELECT access_contact_id FROM season
            EXCEPT SELECT person_id FROM consent
            EXCEPT SELECT invited_by FROM staff_invitation
            EXCEPT SELECT actor_id FROM outcome
            EXCEPT SELECT created_by FROM import_file
            EXCEPT SELECT reader_id FROM stage_read
            EXCEPT SELECT created_by FROM goal_set
            EXCEPT SELECT created_by FROM selection_run
            EXCEPT SELECT person_id FROM member
            EXCEPT SELECT created_by FROM team_plan
            EXCEPT SELECT published_by FROM form_version
            EXCEPT SELECT entered_by FROM draft
            EXCEPT SELECT given_by FROM extension
            EXCEPT SELECT reader_id FROM reader_ties
            EXCEPT SELECT reader_id FROM reader_conflict
            EXCEPT SELECT reader_id FROM stage_assignment
            EXCEPT SELECT by_id FROM stage_entry
            EXCEPT SELECT person_id FROM stage_reviewer
            EXCEPT SELECT by_id FROM read_note
            EXCEPT SELECT staged_by FROM decision_round
            EXCEPT SELECT sent_by FROM decision_round
            EXCEPT SELECT made_by FROM letter
            EXCEPT SELECT sent_by FROM letter
            EXCEPT SELECT by_id FROM theme_coding
            EXCEPT SELECT by_id FROM filling
            EXCEPT SELECT created_by FROM composition
            EXCEPT SELECT by_id FROM composition_step
            EXCEPT SELECT by_id FROM selection_mark
            EXCEPT SELECT person_id FROM sitting_place
            EXCEPT SELECT person_id FROM gathering_answer
            EXCEPT SELECT by_id FROM gathering_change
            EXCEPT SELECT person_id FROM attendance
            EXCEPT SELECT by_id FROM attendance
            EXCEPT SELECT made_by FROM meeting_report
            EXCEPT SELECT person_id FROM calendar_key
            EXCEPT SELECT made_by FROM schedule_source
            EXCEPT SELECT settled_by FROM schedule_source
            EXCEPT SELECT person_id FROM calendar_turn
            EXCEPT SELECT person_id FROM season_welcome
            EXCEPT SELECT person_id FROM registration
            EXCEPT SELECT made_by FROM agreement
            EXCEPT SELECT person_id FROM agreement_yes
            EXCEPT SELECT person_id FROM celebration
            EXCEPT SELECT by_id FROM room_step
            EXCEPT SELECT made_by FROM room_round
            EXCEPT SELECT person_id FROM room_seat
            EXCEPT SELECT made_by FROM card
            EXCEPT SELECT person_id FROM reflection
            EXCEPT SELECT person_id FROM logistics_sheet
            EXCEPT SELECT told_to FROM logistics_sheet
            EXCEPT SELECT person_id FROM reimbursement
            EXCEPT SELECT told_to FROM reimbursement
            EXCEPT SELECT made_by FROM listing
            EXCEPT SELECT person_id FROM peer
            EXCEPT SELECT person_id FROM peer_season
            EXCEPT SELECT from_id FROM peer_word
            EXCEPT SELECT to_id FROM peer_word
            EXCEPT SELECT person_id FROM space_member
            EXCEPT SELECT starter_id FROM topic WHERE starter_id IS NOT NULL
            EXCEPT SELECT person_id FROM catch_up
            EXCEPT SELECT mate_id FROM catch_up WHERE mate_id IS NOT NULL
            EXCEPT SELECT coach_id FROM coaching_group WHERE coach_id IS NOT NULL
            EXCEPT SELECT person_id FROM coaching_group_member
            EXCEPT SELECT person_id FROM coaching_theme_share
            EXCEPT SELECT writer_id FROM team_agreement WHERE writer_id IS NOT NULL
            EXCEPT SELECT person_id FROM team_agreement_yes
            EXCEPT SELECT person_id FROM message WHERE person_id IS NOT NULL
            EXCEPT SELECT remover_id FROM message WHERE remover_id IS NOT NULL
            EXCEPT SELECT person_id FROM mention
            EXCEPT SELECT person_id FROM topic_read
            EXCEPT SELECT person_id FROM place_choice
            EXCEPT SELECT person_id FROM quiet_hours
            EXCEPT SELECT by_id FROM team_staff WHERE by_id IS NOT NULL
            EXCEPT SELECT person_id FROM anonymous_mark
            EXCEPT SELECT person_id FROM member_leaving
            EXCEPT SELECT by_id FROM member_leaving
            EXCEPT SELECT reader_id FROM reader_reminder
            EXCEPT SELECT reader_id FROM reader_language
            EXCEPT SELECT reader_id FROM conflict_answer
            EXCEPT SELECT by_id FROM conflict_answer
            EXCEPT SELECT by_id FROM value_merge
            EXCEPT SELECT by_id FROM season_email
            EXCEPT SELECT by_id FROM season_sender
            EXCEPT SELECT by_id FROM application_version
            EXCEPT SELECT by_id FROM application_note
            EXCEPT SELECT person_id FROM share_answer
            EXCEPT SELECT person_id FROM digest_told
            EXCEPT SELECT person_id FROM digest_day
            EXCEPT SELECT person_id FROM report_change
            EXCEPT SELECT person_id FROM kept_form
            EXCEPT SELECT person_id FROM appointment_host
            EXCEPT SELECT host_id FROM appointment WHERE host_id IS NOT NULL
            EXCEPT SELECT guest_id FROM appointment WHERE guest_id IS NOT NULL
            EXCEPT SELECT person_id FROM appointment_cell
            EXCEPT SELECT person_id FROM credit
            EXCEPT SELECT by_id FROM credit WHERE by_id IS NOT NULL
            EXCEPT SELECT person_id FROM coach
            EXCEPT SELECT by_id FROM coaching_note
            EXCEPT SELECT person_id FROM coach_lock
            EXCEPT SELECT person_id FROM coach_note
            EXCEPT SELECT person_id FROM coaching_wish
            EXCEPT SELECT coach_id FROM coaching_wish
            EXCEPT SELECT by_id FROM coaching_text WHERE by_id IS NOT NULL
            EXCEPT SELECT coach_id FROM coaching_pair WHERE coach_id IS NOT NULL
            EXCEPT SELECT member_id FROM coaching_pair WHERE member_id IS NOT NULL
            EXCEPT SELECT person_id FROM coaching_signature WHERE person_id IS NOT NULL
            EXCEPT SELECT person_id FROM commitment
            EXCEPT SELECT person_id FROM commitment_witness
            EXCEPT SELECT person_id FROM support_person
            EXCEPT SELECT helper_id FROM support_person
            EXCEPT SELECT maker_id FROM poll
            EXCEPT SELECT person_id FROM poll_answer
            EXCEPT SELECT by_id FROM team_meeting
            EXCEPT SELECT client_id FROM consult WHERE client_id IS NOT NULL
            EXCEPT SELECT keeper_id FROM consult WHERE keeper_id IS NOT NULL
            EXCEPT SELECT person_id FROM consult_seat
            EXCEPT SELECT person_id FROM busy_calendar
            EXCEPT SELECT person_id FROM busy_time
            ORDER BY 1"
        ),
        args![file],
    )
    .await
}

/// When a file was imported, if that was not undone before; from now on it was.
pub(in crate::applications) async fn mark_undone(
    conn: &mut Conn,
    permit: &FillPool,
    file: &Id,
    now: Time,
) -> Result<Option<Time>> {
    let found: Option<(Time,)> = conn
        .opt(
            sql!(
                "UPDATE import_file
                SET undone_at = $3
                WHERE id = $1 AND season_id = $2 AND taken_at IS NOT NULL AND undone_at IS NULL
                RETURNING taken_at"
            ),
            args![file, permit.season(), now],
        )
        .await?;
    Ok(found.map(|(at,)| at))
}

pub(in crate::applications) async fn note_undone(conn: &mut Conn, file: &Id, n: usize) -> Result<()> {
    conn.run(sql!("UPDATE import_file SET undone = $2 WHERE id = $1"), args![file, n]).await.map(drop)
}

/// Strikes from what an import made whatever a plan leaves: applications with what came with them, and people.
pub(in crate::applications) async fn keep_apart(conn: &mut Conn, file: &Id, plan: &Plan) -> Result<()> {
    let made: Vec<(Id, Id, String)> = conn
        .all(sql!("SELECT row_id, application_id, what FROM import_made WHERE import_id = $1"), args![file])
        .await?;
    let goes: std::collections::BTreeSet<&Id> = plan.applications.iter().chain(&plan.people).collect();
    for (row, application, what) in &made {
        let stays = if what == "person" { !goes.contains(row) } else { !goes.contains(application) };
        if stays {
            conn.run(
                sql!("DELETE FROM import_made WHERE import_id = $1 AND what = $2 AND row_id = $3"),
                args![file, what, row],
            )
            .await?;
        }
    }
    Ok(())
}

/// Deletes what is left on record of an import: first what points to the applications, people last.
pub(in crate::applications) async fn take_away(conn: &mut Conn, permit: &FillPool, file: &Id) -> Result<()> {
    let statements = [
        sql!(
            "DELETE FROM eligibility
            WHERE application_id IN (
                SELECT m.row_id FROM import_made m WHERE m.import_id = $1 AND m.what = 'application'
            )"
        ),
        sql!(
            "DELETE FROM priority
            WHERE application_id IN (
                SELECT m.row_id FROM import_made m WHERE m.import_id = $1 AND m.what = 'application'
            )"
        ),
        sql!(
            "DELETE FROM identity_answer
            WHERE id IN (SELECT m.row_id FROM import_made m WHERE m.import_id = $1 AND m.what = 'identity')"
        ),
        sql!(
            "DELETE FROM access_need
            WHERE id IN (SELECT m.row_id FROM import_made m WHERE m.import_id = $1 AND m.what = 'need')"
        ),
        sql!(
            "DELETE FROM application
            WHERE id IN (SELECT m.row_id FROM import_made m WHERE m.import_id = $1 AND m.what = 'application')"
        ),
        sql!(
            "DELETE FROM role
            WHERE id IN (SELECT m.row_id FROM import_made m WHERE m.import_id = $1 AND m.what = 'role')
                AND NOT EXISTS (
                    SELECT 1
                    FROM application a
                    WHERE a.person_id = role.person_id AND a.season_id = role.season_id
                )"
        ),
        sql!(
            "DELETE FROM contact_point
            WHERE person_id IN (SELECT m.row_id FROM import_made m WHERE m.import_id = $1 AND m.what = 'person')"
        ),
        sql!(
            "DELETE FROM affiliation
            WHERE person_id IN (SELECT m.row_id FROM import_made m WHERE m.import_id = $1 AND m.what = 'person')"
        ),
        sql!(
            "DELETE FROM person
            WHERE id IN (SELECT m.row_id FROM import_made m WHERE m.import_id = $1 AND m.what = 'person')"
        ),
    ];
    conn.run(
        sql!(
            "UPDATE application
            SET resembles = NULL
            WHERE season_id = $2
                AND resembles IN (
                    SELECT a.external_id
                    FROM application a
                    WHERE a.season_id = $2
                        AND a.id IN (
                            SELECT m.row_id
                            FROM import_made m
                            WHERE m.import_id = $1 AND m.what = 'application'
                        )
                )"
        ),
        args![file, permit.season()],
    )
    .await?;
    for statement in statements {
        conn.run(statement, args![file]).await?;
    }
    conn.run(sql!("DELETE FROM import_made WHERE import_id = $1"), args![file]).await.map(drop)
}
