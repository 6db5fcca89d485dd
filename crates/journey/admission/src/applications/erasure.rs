//! Erasing an application, and its person where nothing else of hers is left here. What stays are facts of which totals
//! are made (region, issue area, years …) under an id that leads to nobody.

use std::io::Write as _;

use super::rules::Erase;
use weft_kernel::db::{Conn, Tx};
use weft_kernel::ids::Id;
use weft_kernel::{Kernel, events, private};
use weft_kernel::{args, sql};
use weft_web::Result;

/// Erases one application, once. Answers, names of work and place, notes of readers, drafts and their keys, mails; then
/// the person, unless she has another application, a seat or a role.
pub async fn erase(kernel: &Kernel, tx: &mut Tx, permit: &Erase) -> Result<bool> {
    let id = permit.application();
    let inserted = tx
        .run(
            sql!(
                "INSERT INTO erasure (id, application_id, at)
                VALUES ($1, $2, $3)
                ON CONFLICT (application_id) DO NOTHING"
            ),
            args![kernel.id(), id, kernel.now()],
        )
        .await?;
    if inserted == 0 {
        return Ok(false);
    }
    note(kernel, id)?;
    let Some((person, season)): Option<(Id, Id)> =
        tx.opt(sql!("SELECT person_id, season_id FROM application WHERE id = $1"), args![id]).await?
    else {
        return Ok(false);
    };
    let statements = [
        sql!(
            "UPDATE application
            SET answers = '[]', city = NULL, organization = NULL, organization_norm = NULL, collaborative = NULL,
                role_title = NULL, late_reason = NULL, content_hash = 'erased'
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
        sql!("DELETE FROM read_note WHERE application_id = $1"),
        sql!("UPDATE read SET comment = NULL WHERE application_id = $1"),
        sql!("UPDATE application_event SET reason = NULL WHERE application_id = $1"),
        sql!("UPDATE reader_conflict SET reason = NULL WHERE application_id = $1"),
        sql!(
            "DELETE FROM draft_answer
            WHERE draft_id IN (SELECT id FROM draft WHERE application_id = $1)"
        ),
        sql!("DELETE FROM draft_key WHERE draft_id IN (SELECT id FROM draft WHERE application_id = $1)"),
        sql!("UPDATE draft SET email = NULL, email_norm = NULL, late_reason = NULL WHERE application_id = $1"),
    ];
    for statement in statements {
        tx.run(statement, args![id]).await?;
    }
    if is_all_there_is(tx, &person, id).await? {
        weft_people::forget::person(kernel, tx, &person).await?;
    }
    let event =
        events::Event { actor: None, verb: "application.erased", subject: id, season: Some(&season), detail: None };
    events::record(kernel, tx, event).await?;
    Ok(true)
}

/// The file beside the database that says what was erased, so that a database from before does not bring it back.
pub const LEDGER: &str = "erasures.log";

/// Writes an erasure down outside the database, durably, before it is done there. Ids that lead to nobody.
fn note(kernel: &Kernel, id: &Id) -> Result<()> {
    let write = || -> std::io::Result<()> {
        let mut file = private::append(&kernel.config.data.join(LEDGER))?;
        writeln!(file, "{id} {}", kernel.now().iso())?;
        file.sync_all()
    };
    write().map_err(|e| weft_web::Error::Internal(format!("{LEDGER}: {e}")))
}

/// Erases again whatever was erased after the backup that this database comes from. Returns how many that were.
pub async fn again(kernel: &Kernel) -> Result<usize> {
    let path = kernel.config.data.join(LEDGER);
    let text = match std::fs::read_to_string(&path) {
        Ok(text) => text,
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => return Ok(0),
        Err(e) => return Err(weft_web::Error::Internal(format!("{LEDGER}: {e}"))),
    };
    let mut erased = 0;
    for id in text
        .lines()
        .filter_map(|l| l.split(' ').next())
        .filter_map(Id::parse)
        .collect::<std::collections::BTreeSet<_>>()
    {
        let mut tx = kernel.db.begin().await?;
        let (there,): (i64,) = tx
            .one(
                sql!(
                    "SELECT COUNT(*)
                    FROM application a
                    WHERE a.id = $1 AND NOT EXISTS (SELECT 1 FROM erasure e WHERE e.application_id = a.id)"
                ),
                args![&id],
            )
            .await?;
        if there > 0 && erase(kernel, &mut tx, &Erase::on_record(&id)).await? {
            tx.commit().await?;
            erased += 1;
        }
    }
    Ok(erased)
}

/// Whether a person is here for nothing but this application.
async fn is_all_there_is(conn: &mut Conn, person: &Id, application: &Id) -> Result<bool> {
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
                    + (SELECT COUNT(*) FROM credential WHERE person_id = $1)"
            ),
            args![person, application],
        )
        .await?;
    Ok(other == 0)
}
