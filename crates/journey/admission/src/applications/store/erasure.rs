//! The SQL of erasing an application.

use crate::applications::rules::Erase;
use weft_kernel::clock::Time;
use weft_kernel::db::{Conn, Result, Sql};
use weft_kernel::ids::Id;
use weft_kernel::{args, sql};

/// Puts an erasure on record. `false` when it was done before.
pub(in crate::applications) async fn insert_erasure(
    conn: &mut Conn,
    permit: &Erase,
    id: &Id,
    now: Time,
) -> Result<bool> {
    Ok(conn
        .run(
            sql!(
                "INSERT INTO erasure (id, application_id, at)
                VALUES ($1, $2, $3)
                ON CONFLICT (application_id) DO NOTHING"
            ),
            args![id, permit.application(), now],
        )
        .await?
        > 0)
}

/// The person and the season of the application that is to be erased.
pub(in crate::applications) async fn whose(conn: &mut Conn, permit: &Erase) -> Result<Option<(Id, Id)>> {
    conn.opt(sql!("SELECT person_id, season_id FROM application WHERE id = $1"), args![permit.application()]).await
}

/// What is taken out with application $1: answers, names of work and place, what others wrote of it, drafts and their
/// keys, changes that were not sent, addresses, mails. Facts of which totals are made stay.
pub const EMPTIED: &[Sql] = &[
    sql!(
        "UPDATE application
        SET answers = '[]', city = NULL, organization = NULL, organization_norm = NULL, collaborative = NULL,
            role_title = NULL, late_reason = CASE WHEN late_reason IS NULL THEN NULL ELSE '' END,
            search_key = LOWER(external_id), content_hash = 'erased'
        WHERE id = $1"
    ),
    sql!("DELETE FROM theme_coding WHERE application_id = $1"),
    sql!(
        "UPDATE upload
        SET removed_at = 1, transcript = NULL
        WHERE application_id = $1 OR draft_id IN (SELECT id FROM draft WHERE application_id = $1)"
    ),
    sql!(
        "DELETE FROM outbox
        WHERE state IN ('waiting', 'dead')
            AND dedupe_key IN (
                SELECT 'acknowledgement:' || k.id
                FROM acknowledgement k
                WHERE k.application_id = $1
            )"
    ),
    sql!(
        "UPDATE outbox
        SET recipient = '', norm = '', subject = '', payload = '', last_error = NULL
        WHERE dedupe_key IN (SELECT 'acknowledgement:' || k.id FROM acknowledgement k WHERE k.application_id = $1)"
    ),
    sql!("UPDATE selection_mark SET reason = '' WHERE application_id = $1"),
    sql!(
        "UPDATE invitation_answer
        SET note = NULL
        WHERE invitation_id IN (SELECT id FROM invitation WHERE application_id = $1)"
    ),
    sql!("DELETE FROM acknowledgement WHERE application_id = $1"),
    sql!(
        "DELETE FROM outbox
        WHERE state IN ('waiting', 'dead')
            AND SUBSTR(dedupe_key, 1, 51) IN (
                SELECT 'recommendation:' || r.id
                FROM recommendation r
                WHERE r.application_id = $1
            )"
    ),
    sql!(
        "UPDATE outbox
        SET recipient = '', norm = '', subject = '', payload = '', last_error = NULL
        WHERE SUBSTR(dedupe_key, 1, 51) IN (
            SELECT 'recommendation:' || r.id
            FROM recommendation r
            WHERE r.application_id = $1
        )"
    ),
    sql!(
        "DELETE FROM recommendation_answer
        WHERE recommendation_id IN (SELECT id FROM recommendation WHERE application_id = $1)"
    ),
    sql!(
        "DELETE FROM recommendation_key
        WHERE recommendation_id IN (SELECT id FROM recommendation WHERE application_id = $1)"
    ),
    sql!("DELETE FROM recommendation WHERE application_id = $1"),
    sql!("DELETE FROM recommender_link WHERE application_id = $1"),
    sql!(
        "DELETE FROM outbox
        WHERE state IN ('waiting', 'dead')
            AND SUBSTR(dedupe_key, 1, 53) = 'recommender-link:' || CAST($1 AS TEXT)"
    ),
    sql!(
        "UPDATE outbox
        SET recipient = '', norm = '', subject = '', payload = '', last_error = NULL
        WHERE SUBSTR(dedupe_key, 1, 53) = 'recommender-link:' || CAST($1 AS TEXT)"
    ),
    sql!("DELETE FROM read_note WHERE application_id = $1"),
    sql!("DELETE FROM application_version WHERE application_id = $1"),
    sql!("DELETE FROM application_note WHERE application_id = $1"),
    sql!("DELETE FROM application_tag WHERE application_id = $1"),
    sql!("UPDATE stage_read SET comment = NULL WHERE application_id = $1"),
    sql!("UPDATE application_event SET reason = NULL WHERE application_id = $1"),
    sql!(
        "UPDATE conversation
        SET place = ''
        WHERE assignment_id IN (SELECT s.id FROM stage_assignment s WHERE s.application_id = $1)"
    ),
    sql!("UPDATE reader_conflict SET reason = NULL WHERE application_id = $1"),
    sql!(
        "DELETE FROM draft_answer
        WHERE draft_id IN (SELECT id FROM draft WHERE application_id = $1)"
    ),
    sql!("DELETE FROM draft_key WHERE draft_id IN (SELECT id FROM draft WHERE application_id = $1)"),
    sql!("UPDATE draft SET email = NULL, email_norm = NULL, late_reason = NULL WHERE application_id = $1"),
    sql!("UPDATE invitation SET mailed_to = NULL WHERE application_id = $1"),
    sql!("UPDATE priority SET reason = NULL WHERE application_id = $1"),
    sql!("UPDATE eligibility SET reason = NULL WHERE application_id = $1"),
    sql!("UPDATE decision SET reason = '' WHERE application_id = $1"),
    sql!("UPDATE outcome SET reason = '' WHERE application_id = $1"),
    sql!(
        "DELETE FROM draft_answer
        WHERE draft_id IN (
            SELECT c.id
            FROM draft c
            JOIN draft d ON d.id = c.changes_of
            WHERE d.application_id = $1
        )"
    ),
    sql!(
        "UPDATE upload
        SET removed_at = 1, transcript = NULL
        WHERE draft_id IN (SELECT c.id FROM draft c JOIN draft d ON d.id = c.changes_of WHERE d.application_id = $1)"
    ),
];

/// Takes out what was written.
pub(in crate::applications) async fn empty(conn: &mut Conn, permit: &Erase) -> Result<()> {
    for statement in EMPTIED {
        conn.run(*statement, args![permit.application()]).await?;
    }
    Ok(())
}

/// Whether an application is here that was not erased.
pub(in crate::applications) async fn is_there(conn: &mut Conn, application: &Id) -> Result<bool> {
    let (there,): (i64,) = conn
        .one(
            sql!(
                "SELECT COUNT(*)
                FROM application a
                WHERE a.id = $1 AND NOT EXISTS (SELECT 1 FROM erasure e WHERE e.application_id = a.id)"
            ),
            args![application],
        )
        .await?;
    Ok(there > 0)
}

/// Whether a person is here for nothing but the application that is to be erased.
pub(in crate::applications) async fn is_all_there_is(conn: &mut Conn, permit: &Erase, person: &Id) -> Result<bool> {
    let (other,): (i64,) = conn
        .one(
            sql!(
                "SELECT (
                    SELECT COUNT(*)
                    FROM application a
                    WHERE a.person_id = $1
                        AND a.id <> $2
                        AND NOT EXISTS (SELECT 1 FROM erasure e WHERE e.application_id = a.id)
                )
                    + (SELECT COUNT(*) FROM member WHERE person_id = $1)
                    + (SELECT COUNT(*) FROM role WHERE person_id = $1 AND role <> 'applicant' AND until IS NULL)
                    + (SELECT COUNT(*) FROM registration WHERE person_id = $1 AND state <> 'left')
                    + (SELECT COUNT(*) FROM credential WHERE person_id = $1)"
            ),
            args![person, permit.application()],
        )
        .await?;
    Ok(other == 0)
}
